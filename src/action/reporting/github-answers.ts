import { DrillError } from "../../errors.js";
import { FieldReader } from "../../syncer/field-reader.js";
import { quoted } from "../../syncer/printable.js";
import type { CommitPullRequest, OwnComment } from "./github-api.js";

/** Reads GitHub's list of a commit's pull requests. @throws DrillError `bad_input` on another shape. */
export function readPullRequests(data: unknown): readonly CommitPullRequest[] {
  return reading((problems) =>
    new FieldReader({ list: withoutNull(data) }, "", problems).rows("list", (row, path) =>
      readPullRequest(row, path, problems),
    ),
  );
}

/** Reads one page of comments: those the token's identity wrote. @throws DrillError `bad_input` on another shape. */
export function readCommentPage(data: unknown): { own: readonly OwnComment[]; next: string | null } {
  return reading((problems) => {
    const comments = inner(data, ["repository", "pullRequest", "comments"], problems);
    const pageInfo = inner(comments.raw("pageInfo"), [], problems);
    const nodes = new FieldReader({ nodes: withoutNull(comments.raw("nodes")) }, "comments", problems);
    const rows = nodes.rows("nodes", (row, path) => readComment(row, path, problems));
    const own = rows.filter(({ isOwn }) => isOwn).map(({ comment }) => comment);
    return { own, next: pageInfo.boolean("hasNextPage") ? pageInfo.text("endCursor") : null };
  });
}

/** Reads the answer to a comment that was created or updated. @throws DrillError `bad_input` on another shape. */
export function readPostedComment(data: unknown): { id: number; url: string } {
  return reading((problems) => {
    const fields = new FieldReader(data, "", problems);
    return { id: fields.integer("id"), url: fields.text("html_url") };
  });
}

// GraphQL gives null for a row that the token may not see, or that could not be loaded; the others stand.
function withoutNull(rows: unknown): unknown {
  return Array.isArray(rows) ? rows.filter((row) => row !== null) : rows;
}

function readPullRequest(row: unknown, path: string, problems: string[]): CommitPullRequest {
  const fields = new FieldReader(row, path, problems);
  const head = new FieldReader(fields.raw("head"), `${path}.head`, problems);
  const base = inner(fields.raw("base"), ["repo"], problems);
  return {
    number: fields.integer("number"),
    isOpen: fields.text("state") === "open",
    headSha: head.text("sha"),
    baseRepository: base.text("full_name"),
  };
}

function readComment(row: unknown, path: string, problems: string[]) {
  const fields = new FieldReader(row, path, problems);
  const body = fields.raw("body");
  const url = fields.text("url");
  const comment: OwnComment = {
    id: readCommentId(url, path, problems),
    url,
    body: typeof body === "string" ? body : "",
    isMinimized: fields.boolean("isMinimized"),
  };
  return { comment, isOwn: fields.boolean("viewerDidAuthor") };
}

// GraphQL's databaseId is a 32-bit number, which the ids of comments have outgrown; not every server has fullDatabaseId.
function readCommentId(url: string, path: string, problems: string[]): number {
  const id = Number(/#issuecomment-([0-9]{1,16})$/.exec(url)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(id))
    problems.push(`${path}.url: expected #issuecomment-<id>, got ${quoted(url)}`);
  return id;
}

function inner(value: unknown, path: readonly string[], problems: string[]): FieldReader {
  let fields = new FieldReader(value, "answer", problems);
  for (const name of path) fields = new FieldReader(fields.raw(name), name, problems);
  return fields;
}

function reading<T>(read: (problems: string[]) => T): T {
  const problems: string[] = [];
  const value = read(problems);
  if (problems.length === 0) return value;
  throw new DrillError("bad_input", `GitHub answered something unexpected: ${problems[0]}`, {
    details: problems,
  });
}
