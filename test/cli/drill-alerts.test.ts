import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-cli.js";
import { ALERT_CHECKS, ALERTING, CHECKS, checksOfOnly } from "../support/suite-counts.js";

describe("drill --alerts, without promtool", () => {
  it.each([
    { args: [], exitCode: 0, results: `${CHECKS} passed, 0 failed, 0 skipped` },
    { args: ["--alerts"], exitCode: 0, results: `${CHECKS} passed, 0 failed, ${ALERT_CHECKS} skipped` },
    {
      args: ["drill", "--alerts"],
      exitCode: 0,
      results: `${CHECKS} passed, 0 failed, ${ALERT_CHECKS} skipped`,
    },
    {
      args: ["--alerts=required"],
      exitCode: 1,
      results: `${CHECKS} passed, ${ALERT_CHECKS} failed, 0 skipped`,
    },
    {
      args: ["--alerts", `--only=${ALERTING}`],
      exitCode: 0,
      results: `${checksOfOnly(ALERTING)} passed, 0 failed, ${ALERT_CHECKS} skipped`,
    },
  ])("$args: $results", async ({ args, exitCode, results }) => {
    const run = await runHere(args);
    expect(run.stdout).toContain(`=== Results: ${results} ===`);
    expect(run.exitCode).toBe(exitCode);
  });

  it("says aloud what was skipped and why", async () => {
    const { stdout } = await runHere(["--alerts"]);
    expect(stdout).toMatch(
      /=== Skipped ===\n {2}SKIP: a clean account rings nothing\n {4}because: promtool is not on/,
    );
  });

  it.each([
    { args: ["--alerts=maybe"], says: "--alerts: expected --alerts or --alerts=required" },
    { args: ["--alerts="], says: "--alerts: expected --alerts or --alerts=required" },
    { args: ["--alerts", "--alerts=required"], says: "--alerts was given twice" },
    { args: ["--alerts", "--only", "a"], says: "--alerts needs the metrics of drills a, b, c and d" },
  ])("refuses $args in one line", async ({ args, says }) => {
    const { exitCode, stderr } = await runHere(args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(`: ${says}`) });
  });
});
