import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { StopSignals } from "../../src/fire-drill/stop-signals.js";
import { thrownBy } from "../support/thrown-by.js";

const NAMES = ["SIGINT", "SIGTERM"] as const;

/** How many listen for each signal. */
function listeners(host: EventEmitter): number[] {
  return NAMES.map((name) => host.listenerCount(name));
}

describe("StopSignals", () => {
  it.each(NAMES)("tells the work of the first %s, and leaves a second to the process", async (name) => {
    const host = new EventEmitter();
    const signals = new StopSignals(host);
    const told = signals.during((stopped) => {
      expect(listeners(host)).toEqual([1, 1]);
      host.emit(name, name);
      expect(listeners(host)).toEqual([0, 0]);
      return stopped;
    });
    expect(await told).toBe(name);
    expect(signals.received).toBe(name);
  });

  it.each([
    { name: "is done", work: async () => "done" },
    {
      name: "fails",
      work: async () => {
        throw new Error("mine");
      },
    },
  ])("leaves the signals to the process before the work, and once it $name", async ({ work }) => {
    const host = new EventEmitter();
    const signals = new StopSignals(host);
    expect(listeners(host)).toEqual([0, 0]);
    await signals.during(work).catch(() => {});
    expect(listeners(host)).toEqual([0, 0]);
    expect(signals.received).toBeNull();
  });

  it("gives what the work gives, and rejects as it rejects", async () => {
    const signals = new StopSignals(new EventEmitter());
    expect(await signals.during(async () => 7)).toBe(7);
    expect(await thrownBy(() => signals.during(() => Promise.reject(new Error("mine"))))).toMatchObject({
      message: "mine",
    });
  });
});
