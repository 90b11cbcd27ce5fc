import { describe, expect, it } from "vitest";
import { parseInputs } from "../../src/action/runner/inputs.js";

function alertsOf(text: string): string {
  return parseInputs((name) => (name === "alerts" ? text : "")).alerts;
}

describe("the input alerts", () => {
  it.each([
    { text: "", alerts: "false" },
    { text: "false", alerts: "false" },
    { text: "True", alerts: "true" },
    { text: "required", alerts: "required" },
  ])("takes $text", ({ text, alerts }) => {
    expect(alertsOf(text)).toBe(alerts);
  });

  it.each(["yes", "1", "Required"])("refuses %s by name", (text) => {
    expect(() => alertsOf(text)).toThrow(`input alerts: expected true, false or required, got "${text}"`);
  });
});
