import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { CHECKOUT } from "../support/documents.js";
import { row } from "./row.js";

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");
/** As actionlint and zizmor begin a finding. */
const FINDING = /^(?:\S+\.ya?ml:[0-9]+:[0-9]+: |(?:error|warning|help|info)\[)/gm;
const PINNED = /^(?:\.\/|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v[0-9.]+)(?: # .*)?$/;

/** What the workflows use, each with the comment behind it. */
function usedActions(): string[] {
  const directory = `${CHECKOUT}.github/workflows/`;
  const texts = readdirSync(directory).map((name) => readFileSync(directory + name, "utf8"));
  return texts.flatMap((text) => [...text.matchAll(/\buses: (.+)$/gm)].map(([, used = ""]) => used));
}

row("workflows", () => {
  const { status, stdout, stderr } = spawnSync(".ci/check-workflows", [], {
    cwd: CHECKOUT,
    encoding: "utf8",
  });
  const said = (stdout + stderr).replace(COLOURS, "");
  const [leftOut] = /^left out: .*$/m.exec(said) ?? [];
  if (leftOut !== undefined) return { leftOut: leftOut.slice("left out: ".length) };
  const findings = said.match(FINDING)?.length ?? 0;
  const actions = usedActions();
  const loose = actions.filter((used) => !PINNED.test(used));
  return {
    figure: `${findings} findings; ${loose.length} of ${actions.length} uses not pinned`,
    isReached: status === 0 && findings === 0 && loose.length === 0 && actions.length > 0,
  };
});
