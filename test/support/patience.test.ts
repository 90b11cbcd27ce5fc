import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "./documents.js";
import { patient, patientSeconds, slowness } from "./patience.js";

const FIXED_LIMIT = /\b(?:timeout|testTimeout|hookTimeout): *[0-9][0-9_]*|\}, *[0-9][0-9_]{3,}\);$/gm;

describe("a limit of time", () => {
  it("is never shorter than on an idle machine", () => {
    expect(slowness()).toBeGreaterThanOrEqual(1);
    expect(patient(1200)).toBeGreaterThanOrEqual(1200);
    expect(patientSeconds(3)).toBeGreaterThanOrEqual(3);
  });

  it("can be named in a message", () => {
    expect([patient(250) % 100, patientSeconds(2.5) % 1]).toEqual([0, 0]);
  });

  it.each([
    { name: "an idle machine", average: 0.2, running: "1/300", cores: 1 },
    {
      name: "eight that run, though the average does not know yet",
      average: 0.5,
      running: "8/300",
      cores: 8,
    },
    { name: "eight on average, though one runs at this moment", average: 8, running: "1/300", cores: 8 },
    { name: "a system that does not tell what runs", average: 8, running: undefined, cores: 8 },
  ])("grows with what wants to run for each core: $name", ({ average, running, cores }) => {
    const load = { average, ...(running === undefined ? {} : { text: `${average} 0 0 ${running} 4711\n` }) };
    expect(slowness(load)).toBe(Math.max(1, cores / availableParallelism()));
  });

  it("stands nowhere in the tests as a figure of its own", () => {
    const files = readdirSync(`${CHECKOUT}test`, { recursive: true, encoding: "utf8" });
    const fixed = files
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) =>
        [...readFileSync(`${CHECKOUT}test/${name}`, "utf8").matchAll(FIXED_LIMIT)].map(
          ([text]) => `${name}: ${text}`,
        ),
      );
    expect(fixed).toEqual([]);
  });
});
