// Writes the committed forms of the rule pack with the built command, and the alert tests of each mismatch rule. Run it after `npm run build`.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { MISMATCH_RULES } from "../dist/index.mjs";
import { renderRuleTests } from "./rule-tests.js";

const FILES = {
  prometheus: "rules/account-sync.rules.yml",
  kubernetes: "rules/kubernetes/account-sync.yml",
  victoriametrics: "rules/victoriametrics/account-sync.rules.yml",
  grafana: "rules/dashboards/account-sync.json",
};

for (const [format, file] of Object.entries(FILES)) {
  writeFileSync(file, execFileSync(process.execPath, ["dist/cli.js", "rules", "--format", format]));
}

writeFileSync("rules/tests/mismatch-rules.test.yml", renderRuleTests(MISMATCH_RULES));
