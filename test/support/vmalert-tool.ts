import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { renderVictoriaMetrics } from "../../src/rules/render-pack.js";
import { FRUGAL } from "./promtool.js";
import type { RuleTester } from "./rule-testers.js";
import { rungIn } from "./rung.js";

/** Unix time at which vmalert-tool's tests begin: 2000-01-01. */
export const VMALERT_ORIGIN = 946_684_800;
/** vmalert puts the rules' group on what rings. */
const GROUP_LABEL = "alertgroup";

/** Runs a test file of promtool's form; undefined where there is no vmalert-tool. */
export function vmalertTool(
  file: string,
): { readonly exitCode: number | null; readonly output: string } | undefined {
  const args = ["unittest", "--disableAlertgroupLabel", `--files=${file}`];
  const { status, stdout, stderr, error } = spawnSync("vmalert-tool", args, {
    encoding: "utf8",
    env: { ...process.env, ...FRUGAL },
    maxBuffer: 2 ** 28,
  });
  return error === undefined ? { exitCode: status, output: stdout + stderr } : undefined;
}

/** Whether it is on the PATH. */
export function hasVmalertTool(): boolean {
  return spawnSync("vmalert-tool", ["--help"]).error === undefined;
}

/** vmalert-tool as a tester of VictoriaMetrics. */
export const VMALERT_TESTER: RuleTester = {
  name: "vmalert-tool",
  column: "VictoriaMetrics",
  origin: VMALERT_ORIGIN,
  render: renderVictoriaMetrics,
  ringsOf(file) {
    // Its own word for the same.
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("promql_expr_test", "metricsql_expr_test"));
    const seen = new Set<string>();
    return rungIn(vmalertTool(file)?.output ?? "")
      .map(({ labels: { [GROUP_LABEL]: _, ...labels }, ...rung }) => ({ ...rung, labels }))
      .filter((rung) => {
        const text = JSON.stringify(rung);
        return !seen.has(text) && seen.add(text);
      });
  },
};
