import { describe, expect, it } from "vitest";
import { committedPack } from "../support/rule-pack.js";
import { runHere } from "../support/run-cli.js";

const { rules, kubernetes, victoriaMetrics, dashboard } = committedPack();

describe("rules", () => {
  it.each([
    { args: ["rules"], printed: rules },
    { args: ["rules", "--format", "prometheus"], printed: rules },
    { args: ["rules", "--format=kubernetes"], printed: kubernetes },
    { args: ["rules", "--format=victoriametrics"], printed: victoriaMetrics },
    { args: ["rules", "--format=grafana"], printed: dashboard },
  ])("prints the committed file to the byte: $args", async ({ args, printed }) => {
    expect(await runHere(args)).toEqual({ exitCode: 0, stdout: printed, stderr: "" });
  });

  it("takes --set as often as it is given", async () => {
    const { stdout } = await runHere(["rules", "--set", "severity=info", "--set=label.team=desk"]);
    expect(stdout).toContain("severity: info");
    expect(stdout).toContain("team: desk");
  });

  it.each([
    {
      args: ["--format=helm"],
      says: '--format: expected one of prometheus, kubernetes, victoriametrics, grafana, got "helm"',
    },
    { args: ["--format=toString"], says: "--format: expected one of" },
    { args: ["--format=kubernetes", "--format=kubernetes"], says: "--format was given twice" },
    { args: ["--set=spike-for=never"], says: "--set: spike-for: expected a duration" },
    { args: ["--set"], says: "--set: a value is missing" },
    { args: ["extra"], says: 'unexpected argument "extra"' },
  ])("refuses $args in one line", async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await runHere(["rules", ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(`account-sync-drill: ${says}`);
    expect(stderr.trimEnd()).not.toContain("\n");
  });
});
