import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { LookPace } from "../../../src/action/reporting/look-pace.js";

/** Which comes first: the next look, or so many milliseconds. */
function lookOr(pace: LookPace, milliseconds: number): Promise<string> {
  return Promise.race([pace.beforeLook().then(() => "look"), sleep(milliseconds, "time")]);
}

describe("the pace of looks", () => {
  it("is at once where nothing was written", async () => {
    const pace = new LookPace();
    await pace.beforeLook();
    await sleep(20);
    expect(await lookOr(pace, 0)).toBe("look");
  });

  it("keeps longer away from a write than that was from its look", async () => {
    const pace = new LookPace();
    await pace.beforeLook();
    await sleep(20);
    pace.afterWrite();
    expect(await lookOr(pace, 20)).toBe("time");
  });

  it("waits once for each write", async () => {
    const pace = new LookPace();
    await pace.beforeLook();
    pace.afterWrite();
    await pace.beforeLook();
    expect(await lookOr(pace, 0)).toBe("look");
  });
});
