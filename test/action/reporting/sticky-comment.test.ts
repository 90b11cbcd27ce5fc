import { describe, expect, it } from "vitest";
import { upsertStickyComment } from "../../../src/action/reporting/sticky-comment.js";
import { renderMarker } from "../../../src/report/comment-marker.js";
import { CommentThread, type ThreadComment } from "../../support/comment-thread.js";
import { bodyOf, MARKER, stickyOf } from "../../support/sticky-run.js";

const THIS = stickyOf(5);
const OLDER = stickyOf(4).state;
const NEWER = stickyOf(6).state;
const OTHER_MARKER = renderMarker({ workflow: "CI", job: "other", leg: null, key: null });

/** A thread with these comments, and what run 5 makes of it. */
async function after(...comments: readonly (readonly [body: string, different?: Partial<ThreadComment>])[]) {
  const thread = new CommentThread();
  for (const [body, different] of comments) thread.add(body, different);
  const outcome = await upsertStickyComment(thread.connect(), 7, THIS);
  return { ...outcome, bodies: thread.bodies, thread };
}

describe("a sticky comment", () => {
  const first = bodyOf(THIS.state);
  const second = bodyOf(THIS.state, OLDER);

  it.each([
    { name: "is created on an empty thread", comments: [], kind: "created", bodies: [first] },
    {
      name: "is created beside comments of others",
      comments: [["hello"]],
      kind: "created",
      bodies: ["hello", first],
    },
    {
      name: "is updated where an older run left one",
      comments: [[bodyOf(OLDER)]],
      kind: "updated",
      bodies: [second],
    },
    {
      name: "is updated by a second step of the run",
      comments: [[`${first} of the first step`]],
      kind: "updated",
      bodies: [first],
    },
    {
      name: "is updated where it says nothing of its run",
      comments: [[`${MARKER}\ncut`]],
      kind: "updated",
      bodies: [first],
    },
    {
      name: "is updated after an edit in a browser",
      comments: [[bodyOf(OLDER).replaceAll("\n", "\r\n")]],
      kind: "updated",
      bodies: [second],
    },
    {
      name: "is left as a newer run wrote it",
      comments: [[bodyOf(NEWER)]],
      kind: "superseded",
      bodies: [bodyOf(NEWER)],
    },
    {
      name: "is left as a later attempt wrote it",
      comments: [[bodyOf({ ...THIS.state, runAttempt: 2 })]],
      kind: "superseded",
      bodies: [bodyOf({ ...THIS.state, runAttempt: 2 })],
    },
    {
      name: "is updated where it claims a run that cannot be, and so would stand for good",
      comments: [[bodyOf({ ...THIS.state, runId: Number.MAX_SAFE_INTEGER })]],
      kind: "updated",
      bodies: [bodyOf(THIS.state, { ...THIS.state, runId: Number.MAX_SAFE_INTEGER })],
    },
    {
      name: "is updated where it claims an attempt that cannot be",
      comments: [[bodyOf({ ...THIS.state, runAttempt: Number.MAX_SAFE_INTEGER })]],
      kind: "updated",
      bodies: [bodyOf(THIS.state, { ...THIS.state, runAttempt: Number.MAX_SAFE_INTEGER })],
    },
    {
      name: "is not one that was minimised",
      comments: [[bodyOf(OLDER), { isMinimized: true }]],
      kind: "created",
      bodies: [bodyOf(OLDER), first],
    },
    {
      name: "is not one that somebody else wrote",
      comments: [[bodyOf(OLDER), { isOwn: false }]],
      kind: "created",
      bodies: [bodyOf(OLDER), first],
    },
    {
      name: "is not one of another marker",
      comments: [[`${OTHER_MARKER}\nx`]],
      kind: "created",
      bodies: [`${OTHER_MARKER}\nx`, first],
    },
    {
      name: "is not one that quotes the marker",
      comments: [[`> ${MARKER}\nx`]],
      kind: "created",
      bodies: [`> ${MARKER}\nx`, first],
    },
    {
      name: "is the oldest of several, and the others go",
      comments: [[bodyOf(OLDER)], ["hello"], [bodyOf(stickyOf(3).state)], [bodyOf(OLDER)]],
      kind: "updated",
      bodies: [second, "hello"],
    },
    {
      name: "leaves what a newer run has just created",
      comments: [[bodyOf(OLDER)], [bodyOf(NEWER)]],
      kind: "superseded",
      bodies: [bodyOf(OLDER), bodyOf(NEWER)],
    },
    {
      name: "takes surplus away below a newer run's",
      comments: [[bodyOf(NEWER)], [bodyOf(OLDER)]],
      kind: "superseded",
      bodies: [bodyOf(NEWER)],
    },
  ] as const)("$name", async ({ comments, kind, bodies }) => {
    const result = await after(...comments);
    expect({ kind: result.kind, bodies: result.bodies }).toEqual({ kind, bodies });
  });

  it("is told by its address, the oldest one's", async () => {
    const { url } = await after([bodyOf(OLDER)], [bodyOf(OLDER)]);
    expect(url).toBe("https://github.com/octo/bot/pull/7#issuecomment-100");
  });

  it("is not written again where it says the same already", async () => {
    const { kind, thread } = await after([first]);
    expect({ kind, calls: thread.calls }).toEqual({ kind: "updated", calls: ["ownComments"] });
  });
});
