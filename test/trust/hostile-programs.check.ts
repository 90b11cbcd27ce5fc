import { type DrilledHostile, drillHostile } from "../support/drilled-hostile.js";
import { HOSTILE_PROGRAMS, type HostileProgram } from "../support/hostile-programs.js";
import { row } from "./row.js";

const MOST_MIB = 256;

row("hostile-programs", async () => {
  const runs: { readonly program: HostileProgram; readonly run: DrilledHostile }[] = [];
  for (const program of HOSTILE_PROGRAMS) runs.push({ program, run: await drillHostile(program) });
  const refused = runs.filter(
    ({ program, run }) => run.exitCode === 3 && program.says.test(run.stderr) && run.left.length === 0,
  );
  const bad = runs.filter((each) => !refused.includes(each)).map(({ program }) => program.name);
  const peak = Math.max(...runs.map(({ run }) => run.peakMiB));
  const figure = `${refused.length} of ${runs.length}, at most ${Math.ceil(peak)} MiB`;
  return {
    figure: bad.length === 0 ? figure : `${figure}; not: ${bad.join(", ")}`,
    isReached: bad.length === 0 && peak < MOST_MIB,
  };
});
