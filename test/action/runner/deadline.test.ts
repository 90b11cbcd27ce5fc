import { describe, expect, it, onTestFinished } from "vitest";
import { type Deadline, startDeadline } from "../../../src/action/runner/deadline.js";
import { thrownBy } from "../../support/thrown-by.js";

const LONG = 1000;
const SHORT = 0.02;
const WAYS = ["within", "withinHalf"] as const;

function deadlineOf(seconds: number): Deadline {
  const deadline = startDeadline(seconds);
  onTestFinished(deadline.clear);
  return deadline;
}

function never(): Promise<never> {
  return new Promise(() => {});
}

describe.each(WAYS)("a deadline, %s", (way) => {
  it("gives what the work gives in time", async () => {
    expect(await deadlineOf(LONG)[way]("GitHub", Promise.resolve(5))).toBe(5);
  });

  it("lets the work's own failure through", async () => {
    const failure = new Error("403");
    expect(await thrownBy(() => deadlineOf(LONG)[way]("GitHub", Promise.reject(failure)))).toBe(failure);
  });

  it("names what never answered", async () => {
    const deadline = deadlineOf(SHORT);
    const seconds = way === "within" ? SHORT : SHORT / 2;
    expect(await thrownBy(() => deadline[way]("GitHub", never()))).toEqual(
      new Error(`GitHub: no answer within ${seconds} s`),
    );
  });

  it("refuses at once what begins when the time is up", async () => {
    const deadline = deadlineOf(SHORT);
    await thrownBy(() => deadline.within("GitHub", never()));
    expect(await thrownBy(() => deadline[way]("upload", never()))).toMatchObject({
      message: expect.stringContaining("upload: no answer"),
    });
  });
});

describe("a deadline", () => {
  it("tells clients to stop when the whole time is up", async () => {
    const { signal, within } = deadlineOf(SHORT);
    expect(signal.aborted).toBe(false);
    await thrownBy(() => within("GitHub", never()));
    expect(signal.aborted).toBe(true);
  });

  it("begins with the first work: what is done before takes nothing of it", async () => {
    const { signal, within } = deadlineOf(SHORT);
    await new Promise((resolve) => setTimeout(resolve, 3 * SHORT * 1000));
    expect(signal.aborted).toBe(false);
    expect(await within("GitHub", Promise.resolve("in time"))).toBe("in time");
  });

  it("leaves the other half to the next", async () => {
    const { withinHalf, within } = deadlineOf(2 * SHORT);
    const next = within(
      "GitHub",
      thrownBy(() => withinHalf("upload", never())).then(() => "answered"),
    );
    expect(await next).toBe("answered");
  });

  it("never comes once it is cleared", async () => {
    const deadline = startDeadline(SHORT);
    deadline.clear();
    const later = new Promise((resolve) => setTimeout(resolve, 3 * SHORT * 1000, "later"));
    expect(await deadline.within("GitHub", later)).toBe("later");
    expect(deadline.signal.aborted).toBe(false);
  });
});
