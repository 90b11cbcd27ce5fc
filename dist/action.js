const require_rolldown_runtime = require("./shared-rolldown-runtime.js");
const require_parse_history = require("./shared-parse-history.js");
const require_bundled_action = require("./shared-bundled-action.js");
const require_field_reader = require("./shared-field-reader.js");
let node_fs = require("node:fs");
let node_path = require("node:path");
// src/evidence/read/as-written.ts
function heldSource({ evidenceDir, files, checksums }) {
	const texts = new Map([...files, [require_parse_history.CHECKSUMS_FILE, require_parse_history.renderChecksums(checksums)]]);
	return {
		path: evidenceDir,
		entries: new Map([...texts.keys()].map((name) => [name, { isFile: true }])),
		read: (name) => Buffer.from(texts.get(name) ?? "")
	};
}
function whyNotAsWritten(fs, { evidenceDir, checksums }) {
	const source = require_parse_history.directorySource(fs, evidenceDir);
	const damage = require_parse_history.verifySource(source).damage.find(({ kind }) => kind !== "disagrees");
	if (damage !== void 0) return `${damage.name}: ${damage.what}`;
	return Buffer.from(source.read("sha256sums.txt")).toString("utf8") === require_parse_history.renderChecksums(checksums) ? null : `${require_parse_history.CHECKSUMS_FILE}: it is not what this run wrote`;
}
// src/action/reporting/attestation.ts
function prepareAttestation(outcome, context, fs, { setOutputs, warn }) {
	const unsigned = whyUnsigned(context);
	if (unsigned !== null) warn(`unsigned evidence: ${unsigned}`);
	try {
		setOutputs({
			"predicate-path": writePredicate(fs, outcome, context),
			"predicate-type": require_parse_history.PREDICATE_TYPE,
			"subject-checksums": (0, node_path.join)(outcome.evidenceDir, require_parse_history.CHECKSUMS_FILE),
			"can-sign": String(unsigned === null)
		});
	} catch (thrown) {
		setOutputs({ "can-sign": "false" });
		warn(`unsigned evidence: there is nothing to sign, ${require_field_reader.printable(require_field_reader.messageOf(thrown))}`);
	}
}
function whyUnsigned({ hasOidcToken }) {
	if (hasOidcToken) return null;
	return "this run gets no OIDC token (no pull request from a fork does; other runs need id-token: write)";
}
function writePredicate(fs, outcome, { runId, runUrl, workspace }) {
	const changed = whyNotAsWritten(fs, outcome);
	if (changed !== null) throw new Error(`the evidence is damaged already: ${changed}`);
	const made = require_parse_history.predicateOfEvidence(heldSource(outcome), runId === 0 ? null : runUrl);
	if (made.kind === "damaged") throw new Error("the evidence contradicts itself");
	const path = `${outcome.evidenceDir}.predicate.json`;
	require_parse_history.refuseLinkOut(fs, workspace, path);
	writeAnew(fs, path, made.text);
	return path;
}
function writeAnew(fs, path, text) {
	try {
		fs.writeFileSync(path, text, { flag: "wx" });
	} catch (thrown) {
		if (require_field_reader.systemCodeOf(thrown) !== "EEXIST") fs.rmSync(path, { force: true });
		throw thrown;
	}
}
// src/report/markdown-text.ts
const LETTERS = "[A-Za-z]+(?:_[A-Za-z0-9]+|-[A-Za-z]+)*";
const NUMBER = "-?[0-9]{1,6}(?:\\.[0-9]{1,6}){0,3}";
const WORD = `(?:${LETTERS}|${NUMBER}|\\+|\\((?:${LETTERS}|${NUMBER})\\))[,:;]?`;
const PLAIN = new RegExp(`^${WORD}(?: ${WORD})*$`);
function codeSpan(text) {
	const safe = require_field_reader.printable(text);
	if (safe === "") return "";
	const fence = "`".repeat(longestRun(safe) + 1);
	const padding = /^`|`$|^ .*[^ ].* $/.test(safe) ? " " : "";
	return `${fence}${padding}${safe}${padding}${fence}`;
}
function codeCell(text) {
	return codeSpan(text).replace(/(\\?)\|/g, (_, slash) => slash === "" ? "\\|" : "\\\\u{7c}");
}
function isPlain(text) {
	return PLAIN.test(text);
}
function plainOrCode(text, most) {
	const short = shortened(text, most);
	return isPlain(short) ? short : codeSpan(short);
}
function codeBlock(text) {
	const lines = text.trimEnd().split("\n").map(require_field_reader.printable).join("\n");
	const fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
	return `${fence}text\n${lines}\n${fence}`;
}
function folded(title, content) {
	return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
function shortened(text, most) {
	const characters = Array.from(require_field_reader.printable(text));
	return characters.length <= most ? characters.join("") : `${characters.slice(0, most).join("")}…`;
}
function longestRun(text) {
	return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
// src/report/cause-list.ts
const MOST_CHARACTERS$5 = 100;
const MOST_LISTED = 2;
function causeList(report) {
	const causes = require_parse_history.causesOf(report);
	const more = causes.length - 8;
	return [...causes.slice(0, 8).map(causeLine), ...more > 0 ? [`and ${more} more: see summary.txt`] : []].join("\n\n");
}
function causeLine(cause) {
	const follow = require_parse_history.followingOf(cause);
	return [
		`**${words(cause.sentence)}**${placeIn(cause)}${said(cause)}`,
		...follow === "" ? [] : [follow],
		...cause.cure === null ? [] : [cause.cure]
	].join(" · ");
}
function placeIn({ first, sentence, listed }) {
	if (first === null) return "";
	const { label } = first.check;
	const isSaid = listed.length > 0 || label === sentence;
	return ` (${words(require_parse_history.placeOf(first))}${isSaid ? "" : `: ${words(label)}`})`;
}
function said({ first, listed }) {
	if (listed.length > 0) {
		const more = listed.length - MOST_LISTED;
		return `: ${listed.slice(0, MOST_LISTED).map(code).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
	}
	if (first === null) return "";
	return `: expected ${code(first.check.expected)}, came ${code(first.check.actual)}`;
}
function words(text) {
	return plainOrCode(text, MOST_CHARACTERS$5);
}
function code(text) {
	return text === "" ? "nothing" : codeSpan(shortened(text, MOST_CHARACTERS$5));
}
// src/report/drill-table.ts
const MOST_CHARACTERS$4 = 60;
const MOST_IN_A_WORD = 18;
const MOST_IN_CODE = 14;
const MOST_RULES = 4;
const MOST_ROWS = 20;
const HEAD = ["| | Drill | Caught |", "|---|---|---|"];
function drillTable(report) {
	const { drills } = report;
	const saying = new Set(require_parse_history.causesOf(report).map(({ first }) => first?.drill));
	const failed = drills.filter((drill) => saying.has(drill));
	const more = failed.length - MOST_ROWS;
	const isFollowing = (drill) => hasFailed(drill) && !saying.has(drill);
	const rows = [
		...failed.slice(0, MOST_ROWS).map(failedRow),
		...more > 0 ? [{
			verdict: "**FAIL**",
			drills: `and ${more} more`,
			caught: ""
		}] : [],
		...together("**FAIL**", "for the same cause", drills, isFollowing),
		...together("skip", "checked in part", drills, (drill) => isSkipped(drill) && !isWhollySkipped(drill)),
		...together("skip", "not checked", drills, isWhollySkipped),
		...together("pass", "as injected", drills, require_parse_history.drillPassed)
	];
	return [...HEAD, ...rows.map((row) => `| ${row.verdict} | ${cell(row.drills)} | ${row.caught} |`)].join("\n");
}
function failedRow(drill) {
	const caught = drill.injected === null ? "" : caughtIn(drill);
	return {
		verdict: "**FAIL**",
		drills: titleOf(drill),
		caught
	};
}
function together(verdict, caught, drills, belongs) {
	const letters = drills.filter(belongs).map(require_parse_history.letterOf);
	return letters.length === 0 ? [] : [{
		verdict,
		drills: letters.join(", "),
		caught
	}];
}
function hasFailed({ checks }) {
	return checks.some(({ status }) => status === "failed");
}
function isSkipped(drill) {
	return !hasFailed(drill) && !require_parse_history.drillPassed(drill);
}
function isWhollySkipped({ checks }) {
	return checks.length > 0 && checks.every(({ status }) => status === "skipped");
}
function titleOf(drill) {
	const { id, title } = drill;
	if (id.length > 1) return title;
	return `${require_parse_history.letterOf(drill)} ${title.replace(/^[A-Z](?=[a-z])/, (capital) => capital.toLowerCase())}`;
}
function caughtIn({ caught }) {
	const rules = [...new Set(caught)];
	const more = rules.length - MOST_RULES;
	return [...rules.slice(0, MOST_RULES).map((rule) => {
		const times = caught.filter((one) => one === rule).length;
		return `${times === 1 ? "" : `${times} × `}${cell(rule)}`;
	}), ...more > 0 ? [`and ${more} more`] : []].join(", ") || "nothing";
}
function cell(text) {
	const plain = cut(text, MOST_IN_A_WORD);
	return isPlain(plain) ? plain : codeCell(cut(text, MOST_IN_CODE));
}
function cut(text, mostInAWord) {
	return shortened(text.split(" ").map((word) => shortened(word, mostInAWord)).join(" "), MOST_CHARACTERS$4);
}
// src/report/fingerprint-change.ts
const SHORT_DIGITS = 12;
const MOST_DRILLS = 6;
const DRILL_FILE = /^drill_([a-z]|life)_(?:log|metrics)\.txt(?: of seed [0-9]+)?$/;
const OF_SEED = / of seed [0-9]+$/;
function shortFingerprint(sha256) {
	return sha256.slice(0, SHORT_DIGITS);
}
function drillFingerprints(checksums, seed) {
	const drilled = checksums.filter(({ name }) => name.startsWith("drill_"));
	return Object.fromEntries(drilled.map(({ name, sha256 }) => [nameWithSeed(name, seed), shortFingerprint(sha256)]));
}
function describeChange(previous, current) {
	if (previous === null) return "is the first here";
	const names = [...new Set([...Object.keys(previous), ...Object.keys(current)])].sort();
	const isComparable = (name) => !OF_SEED.test(name) || [previous, current].every((one) => digestOf(one, name) !== void 0);
	const seed = names.every(isComparable) ? "" : ", but for the days of another seed";
	const changed = names.filter((name) => isComparable(name) && digestOf(previous, name) !== digestOf(current, name));
	if (changed.length === 0) return `unchanged since the last comment${seed}`;
	return `changed in ${placesOf(changed)} since the last comment`;
}
function nameWithSeed(name, seed) {
	return seed !== void 0 && name.startsWith("drill_life_") ? `${name} of seed ${seed}` : name;
}
function placesOf(names) {
	const ids = [...new Set(names.map((name) => DRILL_FILE.exec(name)?.[1]))];
	const letters = ids.filter((id) => id?.length === 1).map((id) => id?.toUpperCase());
	const more = letters.length > MOST_DRILLS ? " and more" : "";
	return [
		...letters.length === 0 ? [] : [`${letters.length === 1 ? "drill" : "drills"} ${letters.slice(0, MOST_DRILLS).join(", ")}${more}`],
		...ids.includes("life") ? ["the days of trading"] : [],
		...ids.includes(void 0) ? ["another file"] : []
	].join(" and ");
}
function digestOf(fingerprints, name) {
	return Object.hasOwn(fingerprints, name) ? fingerprints[name] : void 0;
}
// src/report/fit-blocks.ts
function fitBlocks(blocks, mostBytes) {
	for (let whole = blocks.length; whole > 0; whole--) {
		const text = join$1(blocks, whole);
		if (Buffer.byteLength(text) <= mostBytes) return text;
	}
	return join$1(blocks, 0);
}
function join$1(blocks, whole) {
	return `${blocks.map((block, index) => index < whole ? block.whole : block.shrunk).filter((text) => text !== "").join("\n\n")}\n`;
}
// src/report/matrix-leg.ts
function legWords(leg) {
	try {
		const value = JSON.parse(leg);
		return require_field_reader.isRecord(value) ? Object.entries(value).map(partWords).join(", ") : leg;
	} catch {
		return leg;
	}
}
function partWords([name, part]) {
	return `${name} ${typeof part === "string" ? part : JSON.stringify(part)}`;
}
// src/report/pipeline-picture.ts
const STAGES = [
	["found", "the sync finds the mismatch"],
	["counted", "its counter goes up"],
	["exposed", "the metrics text exposes it"],
	["kept", "the evidence is kept"]
];
const BROKEN = "classDef broken fill:#ffebe9,stroke:#cf222e,stroke-width:3px,color:#82071e";
const FOLLOWING = "classDef following fill:#fff8c5,stroke:#9a6700,stroke-dasharray:4,color:#4d2d00";
function brokenStages(report) {
	return new Set(require_parse_history.causesOf(report).map(({ first }) => first?.check.stage ?? "found"));
}
function renderPipelinePicture(report) {
	const broken = brokenStages(report);
	const failing = failingStages(report);
	return [
		"```mermaid",
		"flowchart TB",
		...["injected([\"a known fault is injected\"])", ...STAGES.map(([stage, label]) => {
			if (broken.has(stage)) return `${stage}["BROKEN: ${label}"]:::broken`;
			return failing.has(stage) ? `${stage}["fails too: ${label}"]:::following` : `${stage}["${label}"]`;
		})].map((box) => `  ${box}`),
		`  ${["injected", ...STAGES.map(([stage]) => stage)].join(" --> ")}`,
		`  ${BROKEN}`,
		`  ${FOLLOWING}`,
		"```"
	].join("\n");
}
function failingStages(report) {
	const checks = report.drills.flatMap((drill) => drill.checks);
	return new Set(checks.filter(({ status }) => status === "failed").map(({ stage }) => stage));
}
const SUMMARY_BYTES = 1048576;
const MOST_CHARACTERS$3 = 100;
const CUT = "(cut for length: it is in the evidence)";
const BUNDLED = `This drilled the example that ships with the action and says nothing about this repository's code: [drill your own](https://github.com/grinder/account-sync-drill/blob/main/docs/drill-your-own.md).`;
function renderComment(source, mostBytes) {
	return fitBlocks([...verdictBlocks(source), ...evidenceBlocks(source)], mostBytes);
}
function renderJobSummary(source) {
	const picture = {
		whole: renderPipelinePicture(source.report),
		shrunk: ""
	};
	return fitBlocks([
		...verdictBlocks(source),
		picture,
		...evidenceBlocks(source)
	], SUMMARY_BYTES);
}
function verdictBlocks(source) {
	const causes = causeList(source.report);
	return [
		fixed(headline(source)),
		fixed(source.report.syncer.isBundled === true ? BUNDLED : ""),
		{
			whole: causes,
			shrunk: causes === "" ? "" : `Causes ${CUT}`
		}
	];
}
function evidenceBlocks(source) {
	const { report, evidenceRef, unsigned, summaryText, checksumsText } = source;
	return [
		{
			whole: drillTable(report),
			shrunk: `Table of drills ${CUT}`
		},
		fixed(links(source)),
		fixed(codeBlock(require_field_reader.printable(evidenceRef))),
		fixed(unsigned === null ? "" : `Unsigned evidence: ${codeSpan(unsigned)}`),
		{
			whole: folded("summary.txt", codeBlock(summaryText)),
			shrunk: `summary.txt ${CUT}`
		},
		{
			whole: folded("sha256sums.txt", codeBlock(checksumsText)),
			shrunk: `sha256sums.txt ${CUT}`
		}
	];
}
function fixed(text) {
	return {
		whole: text,
		shrunk: text
	};
}
function headline({ report, leg }) {
	return [
		`### Account sync fire drill: ${require_parse_history.verdictOf(report)}`,
		plainOrCode(require_parse_history.drilledOf(report.syncer), MOST_CHARACTERS$3),
		...leg === null ? [] : [plainOrCode(legWords(leg), MOST_CHARACTERS$3)]
	].join(" · ");
}
function links({ report, fingerprint, change, runUrl, artifactUrl }) {
	return [
		artifactUrl === null ? null : `[evidence](${linkTarget(artifactUrl)})`,
		runUrl === null ? null : `[run](${linkTarget(runUrl)})`,
		report.commit === null ? null : `commit ${commitOf(report.commit)}`,
		report.seed === void 0 ? null : `seed ${report.seed}`,
		`fingerprint ${codeSpan(shortFingerprint(fingerprint))}${change === null ? "" : ` ${change}`}`
	].filter((part) => part !== null).join(" · ");
}
function commitOf(commit) {
	return /^[0-9a-f]{40}$/.test(commit) ? commit.slice(0, 7) : codeSpan(shortened(commit, MOST_CHARACTERS$3));
}
function linkTarget(url) {
	return url.replace(/[\s<>()[\]\\`]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
const MOST_NAMED = 60;
const MOST_SHOWN = 20;
const MOST_CHARACTERS$2 = 40;
const ID = /^[0-9a-z]{1,16}$/;
function packLegs(legs) {
	const entries = Object.entries(legs);
	const mayBeNamed = entries.length <= MOST_NAMED;
	return Object.fromEntries(entries.map(([id, { result, passed, total, artifactId, drilled }]) => [id, [
		result,
		passed,
		total,
		artifactId,
		mayBeNamed ? shortened(drilled, MOST_CHARACTERS$2) : ""
	]]));
}
function unpackLegs(value) {
	if (!require_field_reader.isRecord(value)) return {};
	const legs = Object.entries(value).flatMap(([id, leg]) => {
		const read = Array.isArray(leg) && ID.test(id) ? readLeg(leg) : null;
		return read === null ? [] : [[id, read]];
	});
	return Object.fromEntries(legs.slice(0, 300));
}
function readLeg([result, passed, total, artifactId, drilled]) {
	if (result !== "passed" && result !== "failed") return null;
	if (!isCount(passed) || !isCount(total)) return null;
	if (typeof artifactId !== "string" || !/^[0-9]{0,20}$/.test(artifactId)) return null;
	return {
		result,
		passed,
		total,
		artifactId,
		drilled: typeof drilled === "string" ? drilled : ""
	};
}
function isCount(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
function renderLegs(legs, runUrl) {
	const failed = Object.values(legs).filter(({ result }) => result === "failed");
	const passed = Object.values(legs).filter(({ result }) => result === "passed");
	const all = [...failed, ...passed];
	if (all.length < 2) return "";
	const more = all.length - MOST_SHOWN;
	return [
		`**${all.length} drills of this run: ${failed.length} failed, ${passed.length} passed**`,
		"",
		...all.slice(0, MOST_SHOWN).map((leg) => legLine(leg, runUrl)),
		...more > 0 ? [`- and ${more} more`] : []
	].join("\n");
}
function legLine({ result, passed, total, artifactId, drilled }, runUrl) {
	const verdict = result === "failed" ? "**FAIL**" : "pass";
	const link = artifactId === "" || runUrl === null ? [] : [`[evidence](${runUrl}/artifacts/${artifactId})`];
	const who = drilled === "" ? [] : [codeSpan(shortened(drilled, MOST_CHARACTERS$2))];
	return `- ${[
		`${verdict} ${passed} of ${total}`,
		...who,
		...link
	].join(" · ")}`;
}
// src/report/comment-marker.ts
const MOST_CHARACTERS$1 = 200;
const MOST_RUNS_AHEAD = 1e9;
const MOST_ATTEMPTS = 1e3;
const STATE_PREFIX = "<!-- account-sync-drill-state ";
const SUFFIX = " -->";
function renderMarker({ workflow, job, leg, key }) {
	return `<!-- account-sync-drill ${[
		workflow,
		job,
		leg ?? "",
		key ?? ""
	].map((part) => bounded(harmless(require_field_reader.printable(part)))).join("/")}${SUFFIX}`;
}
function renderState(state) {
	const legs = state.legs === void 0 ? {} : { legs: packLegs(state.legs) };
	return `${STATE_PREFIX}${harmless(JSON.stringify({
		...state,
		...legs
	}))}${SUFFIX}`;
}
function hasMarker(body, marker) {
	return firstLines(body)[0] === marker;
}
function readState(body) {
	const line = firstLines(body)[1] ?? "";
	if (!line.startsWith(STATE_PREFIX) || !line.endsWith(SUFFIX)) return null;
	try {
		return parseState(JSON.parse(decodeURIComponent(line.slice(30, -4))));
	} catch {
		return null;
	}
}
function isNewer(a, b) {
	if (a.runId === b.runId) return a.runAttempt > b.runAttempt && a.runAttempt <= MOST_ATTEMPTS;
	return a.runId > b.runId && a.runId <= b.runId + MOST_RUNS_AHEAD;
}
function isSameRun(a, b) {
	return a.runId === b.runId && a.runAttempt === b.runAttempt;
}
function parseState(value) {
	const problems = [];
	const fields = new require_field_reader.FieldReader(value, "", problems);
	const runId = fields.timestamp("runId");
	const runAttempt = fields.timestamp("runAttempt");
	const drills = fields.raw("drills");
	if (problems.length > 0 || !require_field_reader.isRecord(drills)) return null;
	const texts = Object.entries(drills).filter((entry) => typeof entry[1] === "string");
	const [legs, lead] = [fields.raw("legs"), fields.raw("lead")];
	return {
		runId,
		runAttempt,
		drills: Object.fromEntries(texts),
		...require_field_reader.isRecord(legs) ? { legs: unpackLegs(legs) } : {},
		...typeof lead === "string" ? { lead } : {}
	};
}
function harmless(text) {
	return encodeURIComponent(text).replace(/-/g, "%2D");
}
function bounded(text) {
	return text.length <= MOST_CHARACTERS$1 ? text : require_parse_history.sha256(text);
}
function firstLines(body) {
	return body.split(/\r?\n/, 2);
}
const START = "<!-- account-sync-drill-legs -->";
const END = "<!-- account-sync-drill-legs-end -->";
function shareComment(own, bodies) {
	const found = bodies.map(readPart);
	const legs = allLegs(own, found);
	const lead = found.find((part) => part.lead?.result === "failed") ?? leadAmongGreen(own, found);
	const { drills, lead: leadId = own.id } = lead?.state ?? own.state;
	const state = {
		...own.state,
		drills,
		lead: leadId,
		legs
	};
	const list = renderLegs(legs, own.runUrl);
	return `${own.marker}\n${renderState(state)}\n${withList(lead?.main ?? own.main, list)}`;
}
function isShared(own, body, bodies) {
	const { legs, lead } = readPart(body);
	const wanted = allLegs(own, bodies.map(readPart));
	const isRed = Object.values(wanted).some(({ result }) => result === "failed");
	return Object.keys(wanted).every((id) => Object.hasOwn(legs, id)) && (!isRed || lead?.result === "failed");
}
function isToldIn({ id }, body) {
	return Object.hasOwn(readPart(body).legs, id);
}
function isAlone(body) {
	return Object.keys(readPart(body).legs).length < 2;
}
function leadAmongGreen({ leg }, found) {
	return leg.result === "failed" ? void 0 : found.find((part) => part.lead !== void 0);
}
function allLegs({ id, leg }, found) {
	const others = Object.assign({}, ...found.map(({ legs }) => legs));
	const isFull = Object.keys(others).length >= 300;
	const all = Object.entries(isFull ? others : {
		...others,
		[id]: leg
	});
	return Object.fromEntries(all.sort(([a], [b]) => a < b ? -1 : 1));
}
function readPart(body) {
	const state = readState(body);
	const legs = state?.legs ?? {};
	const [, , ...lines] = body.split(/\r?\n/);
	const [start, end] = [lines.indexOf(START), lines.indexOf(END)];
	if (start !== -1 && end > start) lines.splice(start, end - start + 2);
	return {
		legs,
		lead: legs[state?.lead ?? ""],
		state,
		main: lines.join("\n")
	};
}
function withList(main, list) {
	if (list === "") return main;
	const at = main.indexOf("\n\n");
	const [head, rest] = at === -1 ? [main, ""] : [main.slice(0, at), main.slice(at + 2)];
	return `${head}\n\n${START}\n${list}\n${END}\n\n${rest}`;
}
// src/action/runner/context.ts
function readContext(env, readEvent) {
	const [owner = "", repository = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");
	const runId = wholeNumber(env.GITHUB_RUN_ID);
	const serverUrl = env.GITHUB_SERVER_URL || "https://github.com";
	const event = parseEvent(env.GITHUB_EVENT_PATH, readEvent);
	return {
		owner,
		repository,
		workflow: env.GITHUB_WORKFLOW ?? "",
		job: env.GITHUB_JOB ?? "",
		runId,
		runAttempt: wholeNumber(env.GITHUB_RUN_ATTEMPT) || 1,
		eventName: env.GITHUB_EVENT_NAME ?? "",
		headSha: headShaOf(event, env.GITHUB_SHA),
		eventPullRequest: pullRequestOf(event),
		apiUrl: env.GITHUB_API_URL || "https://api.github.com",
		runUrl: `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`,
		isEnterpriseServer: isEnterpriseServer(serverUrl),
		hasOidcToken: Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
		workspace: env.GITHUB_WORKSPACE || ".",
		tempDir: env.RUNNER_TEMP || null
	};
}
function isEnterpriseServer(serverUrl) {
	const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname : "";
	return !/^github\.com$|\.ghe\.com$|\.localhost$/i.test(host);
}
function headShaOf(event, checkedOut = "") {
	return textAt(event, "pull_request", "head", "sha") ?? textAt(event, "workflow_run", "head_sha") ?? textAt(event, "merge_group", "head_sha") ?? textAt(event, "check_run", "head_sha") ?? textAt(event, "check_suite", "head_sha") ?? textAt(event, "deployment", "sha") ?? (textAt(event, "state") === void 0 ? void 0 : textAt(event, "sha")) ?? (isAboutPullRequest(event) ? "unknown" : checkedOut);
}
function isAboutPullRequest(event) {
	return require_field_reader.isRecord(valueAt(event, "issue", "pull_request"));
}
function pullRequestOf(event) {
	const number = valueAt(event, "pull_request", "number") ?? (isAboutPullRequest(event) ? valueAt(event, "issue", "number") : void 0);
	return Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : null;
}
function parseEvent(path, readEvent) {
	if (path === void 0 || path === "") return void 0;
	try {
		return JSON.parse(readEvent(path));
	} catch {
		return;
	}
}
function wholeNumber(text) {
	const value = /^[0-9]{1,16}$/.test(text ?? "") ? Number(text) : 0;
	return Number.isSafeInteger(value) ? value : 0;
}
function valueAt(value, ...path) {
	return path.reduce((found, key) => require_field_reader.isRecord(found) ? found[key] : void 0, value);
}
function textAt(value, ...path) {
	const found = valueAt(value, ...path);
	return typeof found === "string" && found !== "" ? found : void 0;
}
// src/action/reporting/pull-request.ts
async function findPullRequest(asked, context, github) {
	const known = asked ?? context.eventPullRequest;
	if (known !== null) return known;
	if (context.headSha === "" || context.headSha === "unknown") return null;
	const here = `${context.owner}/${context.repository}`.toLowerCase();
	const found = (await github.pullRequestsOfCommit(context.headSha)).filter(({ isOpen, headSha, baseRepository }) => isOpen && headSha === context.headSha && baseRepository.toLowerCase() === here);
	return found.length === 0 ? null : Math.min(...found.map(({ number }) => number));
}
// src/action/reporting/reporting-failure.ts
const MOST_CHARACTERS = 300;
const COMMENT_ADVICE = {
	401: "the token was refused; check the github-token input",
	404: "the pull request was not found, or the token may not see it",
	410: "the pull request takes no comments any more",
	422: "GitHub did not accept the comment",
	429: "GitHub's rate limit is exceeded and did not end in time"
};
const REFUSALS = [
	[/locked/i, "a locked conversation takes no comments: unlock it, or read the job summary"],
	[/archived/i, "an archived repository takes no comments"],
	[/\bSAML\b|single sign-on|\bSSO\b/i, "authorise the token for the organisation's single sign-on"],
	[/IP allow list|IP address/i, "let the runner through the organisation's IP allow list"],
	[/blocked|suspended/i, "the token's owner is kept from commenting: ask an owner of the repository"],
	[/polic(?:y|ies)|forbids/i, "a policy forbids it: ask an owner of the organisation"]
];
const GRANT = "grant the job pull-requests: write; forks and Dependabot get a read-only token";
function describeCommentFailure(error, proxyAdvice = null) {
	if (error instanceof require_field_reader.DrillError) return `no pull-request comment: ${clipped(error)}`;
	const status = /rate limit/i.test(require_field_reader.messageOf(error)) ? 429 : statusOf(error);
	if (status === 403) {
		const said = require_field_reader.messageOf(error);
		const [, advice = GRANT] = REFUSALS.find(([pattern]) => pattern.test(said)) ?? [];
		return `no pull-request comment: GitHub refused (${clipped(error)}): ${advice}`;
	}
	if (status !== void 0 && status < 500) return `no pull-request comment: ${adviceFor(status)} (${clipped(error)})`;
	const more = proxyAdvice === null ? "" : `; ${proxyAdvice}`;
	return `no pull-request comment: GitHub could not be reached (${clipped(error)})${more}`;
}
function describeMissingService(evidenceDir) {
	return `not uploaded: GitHub Enterprise Server has no such artifact service; the evidence stays in ${require_field_reader.printable(evidenceDir)}: add a step with actions/upload-artifact v3 and that path, and with include-hidden-files: true, as it leaves out what a dot begins`;
}
function describeUploadFailure(error, artifactName, evidenceDir) {
	const message = require_field_reader.messageOf(error);
	const place = `the evidence stays in ${require_field_reader.printable(evidenceDir)}`;
	if (message.includes("ACTIONS_RUNTIME_TOKEN") || message.includes("ACTIONS_RESULTS_URL")) return `not uploaded: this is not a runner with an artifact service (${require_field_reader.printable(message)}); ${place}`;
	return `artifact ${require_field_reader.printable(artifactName)} was not uploaded (${clipped(error)}); ${place}`;
}
function adviceFor(status) {
	return COMMENT_ADVICE[status] ?? `GitHub refused with status ${status}`;
}
const GRAPHQL_STATUS = {
	NOT_FOUND: 404,
	FORBIDDEN: 403,
	RATE_LIMITED: 429
};
function statusOf(error) {
	if (!require_field_reader.isRecord(error)) return void 0;
	if (typeof error.status === "number") return error.status;
	const first = Array.isArray(error.errors) ? error.errors[0] : void 0;
	return require_field_reader.isRecord(first) ? GRAPHQL_STATUS[String(first.type)] : void 0;
}
function clipped(error) {
	return require_field_reader.printable(require_field_reader.messageOf(error).replace(/\s+/g, " ")).slice(0, MOST_CHARACTERS);
}
// src/action/reporting/sticky-comment.ts
const MOST_ROUNDS = 12;
async function upsertStickyComment(github, pullRequest, sticky) {
	let written = null;
	let hasWaited = false;
	for (let round = 1; round <= MOST_ROUNDS; round++) {
		const marked = await findMarked(github, pullRequest, sticky.marker);
		const [winner, ...surplus] = marked;
		const ofThisRun = marked.filter((one) => isOfThisRun(one, sticky.state)).map(({ body }) => body);
		if (winner === void 0 || isOverwritten(winner, sticky, ofThisRun, written)) {
			await github.createComment(pullRequest, sticky.render(null, ofThisRun));
			written ??= "created";
			continue;
		}
		const settled = settledAs(marked, winner, sticky, ofThisRun, written);
		if (settled !== null && !hasWaited && mayBeOverwritten(winner, sticky, settled)) {
			await sticky.shared?.untilOthersWrote();
			hasWaited = true;
			continue;
		}
		if (settled !== null) {
			await deleteSurplus(github, surplus, sticky.state);
			return {
				kind: settled,
				url: winner.url
			};
		}
		hasWaited = false;
		const body = sticky.render(rememberedBefore(winner, sticky), ofThisRun);
		if (await github.updateComment(winner.id, body) !== null) written ??= "updated";
	}
	throw new Error("the comment changed or vanished each time that it was written");
}
function settledAs(marked, winner, sticky, ofThisRun, written) {
	if (marked.some((comment) => isOfNewerRun(comment, sticky.state))) return "superseded";
	if (!isOfThisRun(winner, sticky.state)) return null;
	return sticky.shared?.isWhole(winner.body, ofThisRun) ?? (written !== null || winner.body === sticky.render(null, [])) ? written ?? "updated" : null;
}
function mayBeOverwritten({ body }, { shared }, settled) {
	return shared !== void 0 && settled !== "superseded" && !shared.isAlone(body);
}
function isOverwritten(winner, { shared, state }, ofThisRun, written) {
	if (shared === void 0 || written === null || !isOfThisRun(winner, state)) return false;
	return !ofThisRun.some(shared.isToldIn);
}
async function deleteSurplus(github, surplus, state) {
	for (const comment of surplus) if (!isOfNewerRun(comment, state)) await github.deleteComment(comment.id).catch(() => void 0);
}
async function findMarked(github, pullRequest, marker) {
	return (await github.ownComments(pullRequest)).filter(({ body, isMinimized }) => !isMinimized && hasMarker(body, marker)).sort((a, b) => a.id - b.id);
}
function rememberedBefore(winner, { state }) {
	return isOfThisRun(winner, state) ? null : readState(winner.body);
}
function isOfThisRun({ body }, state) {
	const remembered = readState(body);
	return remembered !== null && isSameRun(remembered, state);
}
function isOfNewerRun({ body }, state) {
	const remembered = readState(body);
	return remembered !== null && isNewer(remembered, state);
}
// src/action/reporting/post-comment.ts
const OTHERS_WRITE_MS = 2e3;
async function findCommentTarget(inputs, context, { deadline, ...ports }) {
	if (!inputs.comment) return null;
	if (inputs.githubToken === "") {
		ports.warn("no pull-request comment: the github-token input is empty");
		return null;
	}
	try {
		const github = await deadline.within("GitHub", ports.openGitHub());
		const pullRequest = await deadline.within("GitHub", findPullRequest(inputs.prNumber, context, github));
		if (pullRequest === null) ports.note("no pull request belongs to this commit: the job summary has the report");
		return pullRequest === null ? null : {
			github,
			pullRequest
		};
	} catch (error) {
		ports.warn(describeCommentFailure(error, ports.proxyAdvice));
		return null;
	}
}
async function postComment(source, outcome, inputs, context, { github, pullRequest }, ports) {
	const { workflow, job, runId, runAttempt } = context;
	const marker = renderMarker({
		workflow,
		job,
		leg: inputs.matrix,
		key: inputs.commentKey
	});
	const state = {
		runId,
		runAttempt,
		drills: drillFingerprints(outcome.checksums, outcome.report.seed)
	};
	const head = `${marker}\n${renderState(state)}\n`;
	let change = describeChange(null, state.drills);
	const ownPart = () => ({
		marker,
		state,
		id: ports.legId,
		leg: legOf(source),
		main: renderComment({
			...source,
			change
		}, 40960 - Buffer.byteLength(head)),
		runUrl: source.runUrl
	});
	const render = (previous, ofThisRun) => {
		if (ofThisRun.length === 0) change = describeChange(previous?.drills ?? null, state.drills);
		return shareComment(ownPart(), ofThisRun);
	};
	const shared = {
		isToldIn: (body) => isToldIn(ownPart(), body),
		isWhole: (body, ofThisRun) => isShared(ownPart(), body, ofThisRun),
		isAlone,
		untilOthersWrote: () => (0, require("node:timers/promises").setTimeout)(OTHERS_WRITE_MS)
	};
	try {
		const posting = upsertStickyComment(github, pullRequest, {
			marker,
			state,
			render,
			shared
		});
		const posted = await ports.deadline.within("GitHub", posting);
		tellPosted(posted, pullRequest, ports);
		return posted.kind === "superseded" ? null : change;
	} catch (error) {
		ports.warn(describeCommentFailure(error, ports.proxyAdvice));
		return null;
	}
}
function legOf({ report, artifactUrl }) {
	const { passed, failed, skipped } = require_parse_history.totalsOf(report);
	return {
		result: require_parse_history.hasPassed(report) ? "passed" : "failed",
		passed,
		total: passed + failed + skipped,
		artifactId: artifactUrl?.split("/").at(-1) ?? "",
		drilled: require_parse_history.drilledOf(report.syncer)
	};
}
function tellPosted({ kind, url }, pullRequest, ports) {
	ports.setOutputs({ "comment-url": url });
	if (kind === "superseded") ports.note(`a newer run has told pull request ${pullRequest} already: ${url}`);
	else ports.note(`comment ${kind} on pull request ${pullRequest}: ${url}`);
}
// src/action/reporting/artifact-name.ts
function artifactNameFor(inputs, context) {
	if (inputs.artifactName !== null) return inputs.artifactName;
	return [
		"account-sync-drill",
		context.job.replace(/[^A-Za-z0-9._-]/g, "_") || "job",
		...inputs.matrix === null ? [] : [(0, require("node:crypto").createHash)("sha256").update(inputs.matrix).digest("hex").slice(0, 8)],
		String(context.runAttempt)
	].join("-");
}
function nthArtifactName(name, attempt) {
	return attempt === 1 ? name : `${name}-${attempt}`;
}
// src/action/reporting/upload-under-free-name.ts
const MOST_NAMES = 5;
async function uploadUnderFreeName(name, upload, own) {
	const numbered = Array.from({ length: MOST_NAMES }, (_, index) => nthArtifactName(name, index + 1));
	const names = own === void 0 ? numbered : [...numbered.slice(0, -1), `${name}-${own}`];
	for (const [index, free] of names.entries()) try {
		return await upload(free);
	} catch (error) {
		if (index === names.length - 1 || !isConflict(error)) throw error;
	}
	throw new Error("no name to upload under");
}
function isConflict(error) {
	return /\b409\b|already exists/i.test(require_field_reader.messageOf(error));
}
// src/action/reporting/upload-evidence.ts
async function uploadEvidence(outcome, inputs, context, { deadline, ...ports }) {
	const { evidenceDir } = outcome;
	if (!inputs.upload) return null;
	if (context.isEnterpriseServer) {
		ports.warn(describeMissingService(evidenceDir));
		return null;
	}
	const refuseChanged = () => {
		const changed = whyNotAsWritten(ports.drill.fs, outcome);
		if (changed !== null) throw new Error(`it is not what this run wrote: ${changed}`);
	};
	const name = artifactNameFor(inputs, context);
	try {
		const upload = async (free) => {
			refuseChanged();
			return ports.upload(free, evidenceDir, inputs.retentionDays);
		};
		const uploading = uploadUnderFreeName(name, upload, ports.legId);
		const uploaded = await deadline.withinHalf("upload", uploading);
		refuseUploaded(uploaded, refuseChanged);
		return uploaded;
	} catch (error) {
		ports.warn(describeUploadFailure(error, name, evidenceDir));
		return null;
	}
}
function refuseUploaded({ name }, refuseChanged) {
	try {
		refuseChanged();
	} catch (cause) {
		throw new Error(`what lies under ${name} is not to be relied on: ${require_field_reader.messageOf(cause)}`, { cause });
	}
}
// src/action/reporting/report-run.ts
async function reportRun(outcome, inputs, context, ports) {
	const source = sourceOf(outcome, inputs, context);
	const hasSummary = await writeSummary(source, ports);
	const [artifact, target] = await Promise.all([uploadEvidence(outcome, inputs, context, ports), findCommentTarget(inputs, context, ports)]);
	const uploaded = artifact === null ? source : withArtifact(source, artifact, context);
	if (artifact !== null) ports.setOutputs(artifactOutputs(uploaded, artifact));
	const change = target === null ? null : await postComment(uploaded, outcome, inputs, context, target, ports);
	if (hasSummary && (artifact !== null || change !== null)) await writeSummary({
		...uploaded,
		change
	}, ports);
}
async function writeSummary(source, ports) {
	try {
		await ports.writeSummary(renderJobSummary(source));
		return true;
	} catch (error) {
		ports.warn(`no job summary: ${require_field_reader.printable(require_field_reader.messageOf(error))}`);
		return false;
	}
}
function sourceOf({ report, evidenceRef, fingerprint, files, checksums }, inputs, context) {
	return {
		report,
		evidenceRef,
		fingerprint,
		leg: inputs.matrix,
		change: null,
		runUrl: context.runId === 0 ? null : context.runUrl,
		artifactUrl: null,
		unsigned: inputs.attestation ? whyUnsigned(context) : null,
		summaryText: files.get("summary.txt") ?? "",
		checksumsText: require_parse_history.renderChecksums(checksums)
	};
}
function withArtifact(source, { id }, { runUrl }) {
	return {
		...source,
		evidenceRef: `${source.evidenceRef} artifact_id=${id}`,
		artifactUrl: `${runUrl}/artifacts/${id}`
	};
}
function artifactOutputs({ evidenceRef, artifactUrl }, { id, digest }) {
	return {
		"evidence-ref": evidenceRef,
		"artifact-id": id,
		"artifact-url": artifactUrl ?? "",
		"artifact-digest": digest
	};
}
// src/action/runner/outputs.ts
function verdictOutputs({ report, evidenceRef, evidenceDir, fingerprint }) {
	const { passed, failed, skipped } = require_parse_history.totalsOf(report);
	return {
		result: require_parse_history.hasPassed(report) ? "passed" : "failed",
		passed: String(passed),
		failed: String(failed),
		skipped: String(skipped),
		"evidence-ref": evidenceRef,
		"evidence-dir": evidenceDir,
		fingerprint,
		"artifact-id": "",
		"artifact-url": "",
		"artifact-digest": "",
		"comment-url": "",
		"predicate-path": "",
		"predicate-type": "",
		"subject-checksums": "",
		"can-sign": ""
	};
}
// src/action/run.ts
async function run(subject, inputs, context, ports) {
	const outcome = await ports.untilStopped((stopped) => drill(subject, inputs, context, ports, stopped).finally(subject.dispose));
	ports.setOutputs(verdictOutputs(outcome));
	ports.log(outcome.files.get("summary.txt") ?? "");
	annotateFailures(outcome, ports);
	if (inputs.attestation) prepareAttestation(outcome, context, ports.drill.fs, ports);
	await reportRun(outcome, inputs, context, ports);
	const { report } = outcome;
	if (require_parse_history.hasPassed(report) || !inputs.failOnDrillFailure) return null;
	return `account sync fire drill ${require_parse_history.verdictOf(report)}: see the causes above and ${outcome.evidenceDir}`;
}
const ALERTS = {
	false: "none",
	true: "asked",
	required: "required"
};
async function drill(subject, { artifactDir, alerts, seed, days }, { headSha, tempDir, workspace }, ports, stopped) {
	const commit = headSha === "" ? null : headSha;
	const life = require_parse_history.wantedLife(subject.suite, {
		seed: seed ?? require_parse_history.seedOfCommit(headSha),
		days: days ?? void 0
	});
	const plan = {
		...subject,
		workspace,
		commit,
		alerts: ALERTS[alerts],
		life
	};
	const drillInto = (directory) => require_parse_history.runFireDrill({
		...plan,
		artifactDir: directory
	}, {
		...ports.drill,
		stopped
	});
	try {
		return await drillInto(artifactDir);
	} catch (error) {
		if (!isNotWritten(error) || tempDir === null) throw error;
		const outcome = await drillInto((0, node_path.join)(tempDir, "account-sync-drill"));
		ports.warn(`evidence is in ${require_field_reader.printable(outcome.evidenceDir)} instead: ${require_field_reader.printable(require_field_reader.messageOf(error))}`);
		return outcome;
	}
}
function isNotWritten(error) {
	return error instanceof require_field_reader.DrillError && error.code === "evidence_not_written";
}
function annotateFailures({ report }, ports) {
	if (require_parse_history.hasPassed(report)) return;
	const causes = require_parse_history.causesOf(report);
	const told = causes.length - 8 > 0 ? `, the first 8 of them here` : "";
	const count = `${causes.length} ${causes.length === 1 ? "cause" : "causes"}${told}`;
	ports.annotate(`Account sync fire drill: ${require_parse_history.verdictOf(report)}`, count);
	for (const cause of causes.slice(0, 8)) ports.annotate(require_parse_history.causeLine(cause), describe(cause));
}
function describe({ first, hints }) {
	return [...first === null ? [] : [
		first.check.label,
		`expected: ${first.check.expected}`,
		`actual: ${first.check.actual}`
	], ...hints].join("\n");
}
// src/action/runner/deadline.ts
function startDeadline(seconds) {
	const timers = [new Timer(seconds), new Timer(seconds / 2)];
	const [whole, half] = timers;
	const begin = () => {
		for (const timer of timers) timer.begin();
	};
	return {
		signal: whole.signal,
		within: (what, work) => {
			begin();
			return whole.within(what, work);
		},
		withinHalf: (what, work) => {
			begin();
			return half.within(what, work);
		},
		clear: () => {
			for (const timer of timers) timer.clear();
		}
	};
}
var Timer = class {
	#seconds;
	#controller = new AbortController();
	#timeout = null;
	#isCleared = false;
	constructor(seconds) {
		this.#seconds = seconds;
	}
	get signal() {
		return this.#controller.signal;
	}
	begin() {
		if (this.#isCleared) return;
		this.#timeout ??= setTimeout(() => this.#controller.abort(), this.#seconds * 1e3);
	}
	within(what, work) {
		return Promise.race([work, rejectWhenAborted(this.signal, `${what}: no answer within ${this.#seconds} s`)]);
	}
	clear() {
		this.#isCleared = true;
		clearTimeout(this.#timeout ?? void 0);
	}
};
function rejectWhenAborted(signal, message) {
	return new Promise((_, reject) => {
		const fail = () => reject(new Error(message));
		if (signal.aborted) fail();
		else signal.addEventListener("abort", fail, { once: true });
	});
}
// src/action/runner/hidden-token.ts
const LEAST_CHARACTERS = 6;
function withoutToken(text, token) {
	return token.length < LEAST_CHARACTERS ? text : text.replaceAll(token, () => "***");
}
// src/action/runner/inputs.ts
const MOST_RETENTION_DAYS = 400;
const MOST_REPORTING_SECONDS = 3600;
const DEFAULT_REPORTING_SECONDS = 120;
const MOST_KEY_CHARACTERS = 100;
const MOST_NAME_CHARACTERS = 200;
const ARTIFACT_NAMES = `at most ${MOST_NAME_CHARACTERS} characters without " : < > | * ? \\ / or line breaks`;
const IS_DOTS = /^\.{1,2}$/;
function parseInputs(read) {
	const problems = [];
	const parse = (name, parser, expectation, empty) => {
		const text = read(name);
		if (text === "") return empty;
		const value = parser(text);
		if (value !== void 0) return value;
		problems.push(`input ${name}: expected ${expectation}, got ${require_field_reader.quoted(text)}`);
		return empty;
	};
	const token = read("github-token");
	if (!/^[!-~]*$/.test(token)) problems.push("input github-token: expected a token without blanks and control characters; it is not shown");
	const switched = (name) => parse(name, readBoolean, "true or false", true);
	const number = (name, least, most) => parse(name, (text) => readWholeNumber(text, least, most), `a whole number from ${least} to ${most}`, null);
	const inputs = {
		githubToken: token,
		artifactDir: parse("artifact-dir", readPath, "a path without control characters", ".artifacts"),
		artifactName: parse("artifact-name", readArtifactName, IS_DOTS.test(read("artifact-name")) ? "a name, not a place" : ARTIFACT_NAMES, null),
		retentionDays: number("retention-days", 1, MOST_RETENTION_DAYS),
		upload: switched("upload"),
		comment: switched("comment"),
		commentKey: parse("comment-key", readKey, `at most ${MOST_KEY_CHARACTERS} characters without --, < or >`, null),
		prNumber: number("pr-number", 1, Number.MAX_SAFE_INTEGER),
		failOnDrillFailure: switched("fail-on-drill-failure"),
		syncer: read("syncer") || null,
		suite: parse("suite", require_parse_history.suiteName, require_parse_history.SUITES_IN_WORDS, "runbook"),
		seed: number("seed", 0, Number.MAX_SAFE_INTEGER),
		days: number("days", 1, 365),
		replay: read("replay").split(/\s+/).filter((path) => path !== ""),
		metricPrefix: parse("metric-prefix", readPrefix, "the start of a metric's name", require_parse_history.DEFAULT_METRIC_PREFIX),
		names: parse("names", readPath, "a path without control characters", null),
		settle: parse("settle", readSettle, "syncs=N,ms=N, at most 100 and 3600000", null),
		expectedFailures: parse("expected-failures", readPath, "a path without control characters", null),
		alerts: parse("alerts", readAlerts, "true, false or required", "false"),
		attestation: parse("attestation", readBoolean, "true or false", false),
		reportingTimeout: number("reporting-timeout", 1, MOST_REPORTING_SECONDS) ?? DEFAULT_REPORTING_SECONDS,
		matrix: readMatrix(read("matrix"))
	};
	problems.push(...besideReplay(inputs));
	if (problems.length > 0) throw new require_field_reader.DrillError("bad_input", problems.join("; "), { details: problems });
	return inputs;
}
function besideReplay({ replay, suite, seed, days, expectedFailures, alerts }) {
	const others = {
		suite: suite !== "runbook",
		seed: seed !== null,
		days: days !== null,
		"expected-failures": expectedFailures !== null,
		alerts: alerts !== "false"
	};
	if (replay.length === 0) return [];
	return Object.entries(others).flatMap(([name, isSet]) => isSet ? [name] : []).map((name) => `input replay: it runs alone, so leave ${name} out`);
}
function readBoolean(text) {
	if (/^(true|True|TRUE)$/.test(text)) return true;
	return /^(false|False|FALSE)$/.test(text) ? false : void 0;
}
function readMatrix(text) {
	return /^(null|\{\s*\})?$/.test(text) ? null : text;
}
function readSettle(text) {
	try {
		return require_parse_history.parseSettle("settle", text);
	} catch {
		return;
	}
}
function readAlerts(text) {
	if (text === "required") return text;
	const value = readBoolean(text);
	return value === void 0 ? void 0 : value ? "true" : "false";
}
function readWholeNumber(text, least, most) {
	const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : NaN;
	return value >= least && value <= most ? value : void 0;
}
function readPath(text) {
	return /\p{Cc}/u.test(text) ? void 0 : text;
}
function readPrefix(text) {
	return require_parse_history.isMetricPrefix(text) ? text : void 0;
}
function readArtifactName(text) {
	if (IS_DOTS.test(text)) return void 0;
	return text.length <= MOST_NAME_CHARACTERS && !/["<>|*?\\/:\p{Cc}]/u.test(text) ? text : void 0;
}
function readKey(text) {
	return text.length <= MOST_KEY_CHARACTERS && !/--|[<>]|\p{Cc}/u.test(text) ? text : void 0;
}
// src/action/runner/proxy.ts
const SWITCH = "NODE_USE_ENV_PROXY";
function namesProxy(env) {
	return [
		"https_proxy",
		"HTTPS_PROXY",
		"http_proxy",
		"HTTP_PROXY"
	].some((name) => Boolean(env[name]));
}
function useProxy(setGlobalProxyFromEnv, env) {
	if (!namesProxy(env) || env[SWITCH] === "1") return null;
	if (typeof setGlobalProxyFromEnv !== "function") return `a proxy is set: Node.js uses it where ${SWITCH} is 1, so add that to the step's env`;
	try {
		setGlobalProxyFromEnv(env);
		return null;
	} catch {
		return "the proxy that is set is none that Node.js can use: see HTTPS_PROXY";
	}
}
// src/action/on-runner.ts
const FAILED = 1;
const WITHOUT_A_VERDICT = 3;
async function actOnRunner(given) {
	const hide = (text) => withoutToken(text, require_bundled_action.getInput("github-token"));
	const guard = new require_parse_history.VerdictGuard(process, WITHOUT_A_VERDICT, (why) => require_bundled_action.error(hide(why)));
	const fail = (why) => {
		require_bundled_action.setFailed(hide(why));
		guard.settle(FAILED);
	};
	try {
		const inputs = parseInputs((name) => require_bundled_action.getInput(name));
		const subject = typeof given === "function" ? await given(inputs) : given;
		const context = readContext(process.env, (path) => node_fs.readFileSync(path, "utf8"));
		const deadline = startDeadline(inputs.reportingTimeout);
		const failure = await run(subject, inputs, context, portsFor(inputs, context, deadline, hide));
		deadline.clear();
		if (failure !== null) logAsItIs(hide(failure));
		guard.settle(failure === null ? 0 : FAILED);
	} catch (thrown) {
		fail(require_field_reader.printable(require_field_reader.messageOf(thrown)));
	}
	process.stdout.write("", () => process.exit());
}
function portsFor(inputs, context, deadline, hide) {
	return {
		legId: (0, require("node:crypto").randomUUID)().slice(0, 8),
		proxyAdvice: useProxy(Reflect.get(require("node:http"), "setGlobalProxyFromEnv"), process.env),
		drill: {
			fs: node_fs,
			clock: Date.now,
			askGit: require_parse_history.askGitWith(node_fs, process.env),
			testRules: require_parse_history.testRulesWith(node_fs, process.env)
		},
		untilStopped: new require_parse_history.StopSignals(process).during,
		deadline,
		setOutputs: (outputs) => {
			try {
				for (const [name, value] of Object.entries(outputs)) require_bundled_action.setOutput(name, value);
			} catch (thrown) {
				require_bundled_action.warning(hide(`no outputs: ${require_field_reader.printable(require_field_reader.messageOf(thrown))}`));
			}
		},
		log: (text) => logAsItIs(hide(text)),
		annotate: (title, message) => require_bundled_action.error(hide(message), { title: hide(title) }),
		warn: (message) => require_bundled_action.warning(hide(message)),
		note: (message) => require_bundled_action.notice(hide(message)),
		writeSummary: async (markdown) => {
			await require_bundled_action.summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
		},
		openGitHub: async () => {
			const { connectGitHub } = await Promise.resolve().then(() => require("./shared-octokit-api.js"));
			return connectGitHub(inputs.githubToken, context, deadline.signal, `account-sync-drill/${require_parse_history.TOOL_VERSION}`);
		},
		upload: async (name, directory, retentionDays) => {
			const { uploadDirectory } = await Promise.resolve().then(() => require("./shared-artifact-client.js"));
			return uploadDirectory(name, directory, retentionDays);
		}
	};
}
function logAsItIs(text) {
	const token = (0, require("node:crypto").randomUUID)();
	require_bundled_action.info(`::stop-commands::${token}`);
	require_bundled_action.info(text);
	require_bundled_action.info(`::${token}::`);
}
// src/action/runner/subject.ts
const KEPT_BACK = /^(?:INPUT_|ACTIONS_)|^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$/i;
function subjectOf(inputs, ports, readText, known) {
	const { syncer: command, suite, metricPrefix: prefix, names, settle, expectedFailures, replay } = inputs;
	const said = {
		...settle !== null && { settle },
		...names !== null && { names: fromFile("names", names, readText, (text) => require_parse_history.parseNames(require_parse_history.parseJson(text))) }
	};
	const listed = expectedFailures === null ? new Set() : fromFile("expected-failures", expectedFailures, readText, (text) => require_parse_history.parseExpectedFailures(text, known));
	const named = require_parse_history.historyNames(replay);
	const histories = replay.map((path, index) => ({
		name: named[index] ?? "",
		history: fromFile("replay", path, readText, require_parse_history.parseHistory)
	}));
	return {
		...require_parse_history.openSubject({
			command,
			suite,
			prefix,
			...said
		}, () => {
			const { env, ...others } = ports();
			return {
				...others,
				env: withoutSecrets(env)
			};
		}),
		listed,
		histories
	};
}
function fromFile(input, path, readText, parse) {
	try {
		return parse(readText(path));
	} catch (cause) {
		const why = require_field_reader.printable(require_field_reader.messageOf(cause));
		throw new require_field_reader.DrillError("bad_input", `input ${input}: ${require_field_reader.printable(path)}: ${why}`, { cause });
	}
}
function withoutSecrets(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !KEPT_BACK.test(name)));
}
// src/action/main.ts
if (require_parse_history.isModuleHost(process)) require_parse_history.hostModule(process);
else actOnRunner(async (inputs) => subjectOf(inputs, () => require_parse_history.processPorts(process), (path) => (0, node_fs.readFileSync)(path, "utf8"), inputs.expectedFailures === null ? new Set() : await require_parse_history.allCheckNames(inputs.metricPrefix)));
