const require_field_reader = require("./shared-field-reader.js");
const require_bundled_octokit_api = require("./shared-bundled-octokit-api.js");
// src/action/reporting/github-answers.ts
function readPullRequests(data) {
	return reading((problems) => new require_field_reader.FieldReader({ list: withoutNull(data) }, "", problems).rows("list", (row, path) => readPullRequest(row, path, problems)));
}
function readCommentPage(data) {
	return reading((problems) => {
		const comments = inner(data, [
			"repository",
			"pullRequest",
			"comments"
		], problems);
		const pageInfo = inner(comments.raw("pageInfo"), [], problems);
		return {
			own: new require_field_reader.FieldReader({ nodes: withoutNull(comments.raw("nodes")) }, "comments", problems).rows("nodes", (row, path) => readComment(row, path, problems)).filter(({ isOwn }) => isOwn).map(({ comment }) => comment),
			next: pageInfo.boolean("hasNextPage") ? pageInfo.text("endCursor") : null
		};
	});
}
function readPostedComment(data) {
	return reading((problems) => {
		const fields = new require_field_reader.FieldReader(data, "", problems);
		return {
			id: fields.integer("id"),
			url: fields.text("html_url")
		};
	});
}
function withoutNull(rows) {
	return Array.isArray(rows) ? rows.filter((row) => row !== null) : rows;
}
function readPullRequest(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	const head = new require_field_reader.FieldReader(fields.raw("head"), `${path}.head`, problems);
	const base = inner(fields.raw("base"), ["repo"], problems);
	return {
		number: fields.integer("number"),
		isOpen: fields.text("state") === "open",
		headSha: head.text("sha"),
		baseRepository: base.text("full_name")
	};
}
function readComment(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	const body = fields.raw("body");
	const url = fields.text("url");
	return {
		comment: {
			id: readCommentId(url, path, problems),
			url,
			body: typeof body === "string" ? body : "",
			isMinimized: fields.boolean("isMinimized")
		},
		isOwn: fields.boolean("viewerDidAuthor")
	};
}
function readCommentId(url, path, problems) {
	const id = Number(/#issuecomment-([0-9]{1,16})$/.exec(url)?.[1] ?? NaN);
	if (!Number.isSafeInteger(id)) problems.push(`${path}.url: expected #issuecomment-<id>, got ${require_field_reader.quoted(url)}`);
	return id;
}
function inner(value, path, problems) {
	let fields = new require_field_reader.FieldReader(value, "answer", problems);
	for (const name of path) fields = new require_field_reader.FieldReader(fields.raw(name), name, problems);
	return fields;
}
function reading(read) {
	const problems = [];
	const value = read(problems);
	if (problems.length === 0) return value;
	throw new require_field_reader.DrillError("bad_input", `GitHub answered something unexpected: ${problems[0]}`, { details: problems });
}
// src/action/reporting/look-pace.ts
const LEAST_MS = 1e3;
const LONGEST_MS = 3e3;
const PATIENCE = 2;
var LookPace = class {
	#lookedAt = 0;
	#pause = 0;
	async beforeLook() {
		if (this.#pause > 0) await (0, require("node:timers/promises").setTimeout)(this.#pause);
		this.#pause = 0;
		this.#lookedAt = performance.now();
	}
	afterWrite() {
		const took = performance.now() - this.#lookedAt;
		this.#pause = Math.min(Math.max(PATIENCE * took, LEAST_MS), LONGEST_MS);
	}
};
// src/action/reporting/patient-octokit.ts
const MOST_RETRIES = 2;
const LONGEST_WAIT_SECONDS = 30;
const NOT_RETRIED = [
	400,
	401,
	403,
	404,
	410,
	422,
	429,
	451
];
function patientOctokit({ token, baseUrl, userAgent, signal }) {
	return new (require_bundled_octokit_api.Octokit.plugin(nameRateLimits, require_bundled_octokit_api.retry, require_bundled_octokit_api.throttling))({
		auth: token,
		baseUrl,
		userAgent,
		request: { signal },
		retry: {
			retries: MOST_RETRIES,
			doNotRetry: NOT_RETRIED
		},
		throttle: {
			id: (0, require("node:crypto").randomUUID)(),
			onRateLimit: isWorthWaiting,
			onSecondaryRateLimit: isWorthWaiting
		},
		log: {
			debug: silent,
			info: silent,
			warn: silent,
			error: silent
		}
	});
}
function nameRateLimits(octokit) {
	octokit.hook.error("request", (error) => {
		const status = "status" in error ? error.status : void 0;
		const headers = "response" in error ? error.response?.headers : void 0;
		if ((status === 403 || status === 429) && headers?.["retry-after"] !== void 0) error.message = `secondary rate limit: ${error.message}`;
		throw error;
	});
}
function isWorthWaiting(seconds, _request, _octokit, retryCount) {
	return seconds <= LONGEST_WAIT_SECONDS && retryCount < MOST_RETRIES;
}
function silent() {}
// src/action/reporting/octokit-api.ts
const PAGE = 100;
const COMMENTS_QUERY = `
  query ($owner: String!, $repository: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repository) {
      pullRequest(number: $number) {
        comments(first: ${PAGE}, after: $after) {
          nodes { url body isMinimized viewerDidAuthor }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`;
function connectGitHub(token, context, signal, userAgent) {
	const { owner, repository } = context;
	const place = {
		owner,
		repo: repository
	};
	const connect = () => patientOctokit({
		token,
		baseUrl: context.apiUrl,
		userAgent,
		signal
	});
	const writer = connect();
	const pace = new LookPace();
	return {
		async pullRequestsOfCommit(sha) {
			const { data } = await connect().request("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
				...place,
				commit_sha: sha,
				per_page: PAGE
			});
			return readPullRequests(data);
		},
		async ownComments(pullRequest) {
			await pace.beforeLook();
			const comments = [];
			let after = null;
			do {
				const page = readCommentPage(await connect().graphql(COMMENTS_QUERY, {
					owner,
					repository,
					number: pullRequest,
					after
				}));
				comments.push(...page.own);
				after = page.next;
			} while (after !== null);
			return comments;
		},
		async createComment(pullRequest, body) {
			const { data } = await writer.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
				...place,
				issue_number: pullRequest,
				body
			});
			pace.afterWrite();
			return readPostedComment(data);
		},
		updateComment: (id, body) => unlessGone(async () => {
			const { data } = await writer.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
				...place,
				comment_id: id,
				body
			});
			pace.afterWrite();
			return readPostedComment(data);
		}),
		async deleteComment(id) {
			const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
			await unlessGone(() => writer.request(route, {
				...place,
				comment_id: id
			}));
		}
	};
}
async function unlessGone(call) {
	try {
		return await call();
	} catch (error) {
		if (require_field_reader.isRecord(error) && error.status === 404) return null;
		throw error;
	}
}
exports.connectGitHub = connectGitHub;
