import { describe, expect, it } from "vitest";
import { upsertStickyComment } from "../../../src/action/reporting/sticky-comment.js";
import { CommentThread } from "../../support/comment-thread.js";
import { bodyOf, stickyOf } from "../../support/sticky-run.js";
import { thrownBy } from "../../support/thrown-by.js";

const THIS = stickyOf(5);
const OLDER = stickyOf(4).state;

describe("a sticky comment that vanishes", () => {
  it("is made again", async () => {
    const thread = new CommentThread();
    const { id } = thread.add(bodyOf(OLDER));
    const github = thread.connect((call) => {
      if (call === "updateComment") thread.remove(id);
    });
    const { kind } = await upsertStickyComment(github, 7, THIS);
    expect({ kind, bodies: thread.bodies }).toEqual({ kind: "created", bodies: [bodyOf(THIS.state)] });
  });

  it("again and again is given up", async () => {
    const thread = new CommentThread();
    const github = thread.connect((call) => {
      if (call === "ownComments") thread.comments.length = 0;
    });
    expect(await thrownBy(() => upsertStickyComment(github, 7, THIS))).toMatchObject({
      message: expect.stringContaining("vanished each time"),
    });
  });
});

describe("a call that fails", () => {
  it.each([
    { call: "ownComments", existing: [] },
    { call: "createComment", existing: [] },
    { call: "updateComment", existing: [bodyOf(OLDER)] },
  ] as const)("is told to the caller: $call", async ({ call, existing }) => {
    const thread = new CommentThread();
    for (const body of existing) thread.add(body);
    const failure = new Error("403");
    const github = thread.connect((called) => {
      if (called === call) throw failure;
    });
    expect(await thrownBy(() => upsertStickyComment(github, 7, THIS))).toBe(failure);
    expect(thread.bodies).toEqual(existing);
  });

  it("does not matter where surplus was to be deleted", async () => {
    const thread = new CommentThread();
    thread.add(bodyOf(OLDER));
    thread.add(bodyOf(OLDER));
    const github = thread.connect((called) => {
      if (called === "deleteComment") throw new Error("403");
    });
    expect(await upsertStickyComment(github, 7, THIS)).toMatchObject({ kind: "updated" });
    expect(thread.bodies).toEqual([bodyOf(THIS.state, OLDER), bodyOf(OLDER)]);
  });
});
