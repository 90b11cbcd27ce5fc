import { readdirSync, readFileSync } from "node:fs";
import { CHECKOUT } from "./documents.js";

export const RULES_FILE = "rules/account-sync.rules.yml";
export const KUBERNETES_FILE = "rules/kubernetes/account-sync.yml";
const VICTORIA_METRICS_FILE = "rules/victoriametrics/account-sync.rules.yml";
export const DASHBOARD_FILE = "rules/dashboards/account-sync.json";
const TEST_DIRECTORY = "rules/tests";
const RUNBOOK_DIRECTORY = "docs/runbooks";

/** The rule pack as its files stand, in a form that a test can make mistakes in. */
export interface PackFiles {
  readonly rules: string;
  readonly kubernetes: string;
  readonly victoriaMetrics: string;
  readonly dashboard: string;
  /** The promtool tests: file name and text. */
  readonly tests: ReadonlyMap<string, string>;
  /** The runbook pages: file name and text. */
  readonly runbooks: ReadonlyMap<string, string>;
}

/** The committed pack. */
export function committedPack(): PackFiles {
  return {
    rules: textOf(RULES_FILE),
    kubernetes: textOf(KUBERNETES_FILE),
    victoriaMetrics: textOf(VICTORIA_METRICS_FILE),
    dashboard: textOf(DASHBOARD_FILE),
    tests: textsIn(TEST_DIRECTORY, ".test.yml"),
    runbooks: textsIn(RUNBOOK_DIRECTORY, ".md"),
  };
}

function textOf(name: string): string {
  return readFileSync(`${CHECKOUT}${name}`, "utf8");
}

function textsIn(directory: string, ending: string): ReadonlyMap<string, string> {
  const names = readdirSync(`${CHECKOUT}${directory}`).filter((name) => name.endsWith(ending));
  return new Map(names.sort().map((name) => [name, textOf(`${directory}/${name}`)]));
}
