// Writes the committed forms of the rule pack with the built command. Run it after `npm run build`.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const FILES = {
  prometheus: "rules/account-sync.rules.yml",
  kubernetes: "rules/kubernetes/account-sync.yml",
  victoriametrics: "rules/victoriametrics/account-sync.rules.yml",
  grafana: "rules/dashboards/account-sync.json",
};

for (const [format, file] of Object.entries(FILES)) {
  writeFileSync(file, execFileSync(process.execPath, ["dist/cli.js", "rules", "--format", format]));
}
