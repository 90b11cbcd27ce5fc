import { spawnSync } from "node:child_process";
import { CHECKOUT } from "../support/documents.js";
import { row } from "./row.js";

row("broken-syncers", () => {
  const run = spawnSync(process.execPath, ["dist/cli.js", "self-test"], { cwd: CHECKOUT, encoding: "utf8" });
  const [, caught, all] = /Self-test: (\d+) of (\d+) caught by the drill named/.exec(run.stdout) ?? [];
  const [, checks, byRunbook] = /The runbook's (\d+) checks alone notice (\d+) of \d+/.exec(run.stdout) ?? [];
  if (caught === undefined || byRunbook === undefined)
    throw new Error(`no verdict in ${run.stdout}${run.stderr}`);
  const share = Math.floor((100 * Number(caught)) / Number(all));
  return {
    figure: `${share} % (${caught} of ${all}; the runbook's ${checks} checks alone notice ${byRunbook})`,
    isReached: run.status === 0 && caught === all,
  };
});
