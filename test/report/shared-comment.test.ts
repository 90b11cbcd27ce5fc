import { describe, expect, it } from "vitest";
import { readState } from "../../src/report/comment-marker.js";
import { isShared, isToldIn, type OwnPart, shareComment } from "../../src/report/shared-comment.js";
import { MARKER } from "../support/sticky-run.js";

function part(id: string, result: "passed" | "failed"): OwnPart {
  const leg = { result, passed: 30, total: 34, artifactId: "", drilled: `syncer of ${id}` };
  const state = { runId: 5, runAttempt: 1, drills: { "drill_a_log.txt": id } };
  return {
    marker: MARKER,
    state,
    id,
    leg,
    main: `### ${result} by ${id}\nref\n\nmore of ${id}\n`,
    runUrl: null,
  };
}

describe("a comment that drills of one run share", () => {
  const [green, red, other] = [part("a", "passed"), part("b", "failed"), part("c", "passed")];

  it("is the drill's own where there is no other", () => {
    const body = shareComment(green, []);
    expect(body.split("\n").slice(2).join("\n")).toBe(green.main);
    expect(isShared(green, body, [body])).toBe(true);
  });

  it.each([
    { name: "before the green one", order: [red, green, other] },
    { name: "after the green one", order: [green, red, other] },
    { name: "last", order: [green, other, red] },
  ])("keeps a red report that comes $name, and shows them all", ({ order }) => {
    const body = order.reduce((before, one) => shareComment(one, before === "" ? [] : [before]), "");
    expect(body).toMatch(/^<!-- [^\n]*\n<!-- [^\n]*\n### failed by b\nref\n\n/);
    expect(body).toContain(
      "**3 drills of this run: 1 failed, 2 passed**\n\n- **FAIL** 30 of 34 · `syncer of b`\n",
    );
    expect(body).toContain("\n\nmore of b\n");
    expect(body).not.toMatch(/more of [ac]/);
    expect(readState(body)).toMatchObject({ runId: 5, lead: "b", drills: { "drill_a_log.txt": "b" } });
    for (const one of order) {
      expect(isToldIn(one, body)).toBe(true);
      expect(isShared(one, body, [body])).toBe(true);
    }
  });

  it("is the same whoever writes it, and however often", () => {
    const bodies = [shareComment(green, []), shareComment(red, []), shareComment(other, [])];
    const [first, ...more] = [green, red, other].map((one) => shareComment(one, bodies));
    expect(more).toEqual([first, first]);
    expect(shareComment(green, [first ?? "", ...bodies])).toBe(first);
  });

  it("is not whole while a leg is missing, or a green report leads", () => {
    const body = shareComment(green, []);
    expect(isShared(red, body, [body])).toBe(false);
    expect(isShared(green, body, [body, shareComment(other, [])])).toBe(false);
    const forged = shareComment(red, [body]).replace("%22lead%22%3A%22b%22", "%22lead%22%3A%22a%22");
    expect(isShared(green, forged, [forged])).toBe(false);
  });

  it("is read also where a browser put CRLF", () => {
    const body = shareComment(red, [shareComment(green, [])]);
    expect(shareComment(other, [body.replaceAll("\n", "\r\n")])).toBe(shareComment(other, [body]));
  });

  it("takes a comment of the run that says nothing of legs for one to be replaced", () => {
    expect(shareComment(green, ["marker\ncut"])).toBe(shareComment(green, []));
  });
});
