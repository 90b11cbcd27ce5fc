import { casesOf, FUZZ_KINDS } from "../support/fuzz/fuzz-kinds.js";
import { watchForHangs } from "../support/fuzz/hang-watch.js";
import { lawRunsFrom } from "../support/law-runs.js";
import { patient } from "../support/patience.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { row } from "./row.js";

const IDLE_MS_WITHOUT_A_CASE = 30_000;

row("fuzz", async () => {
  const { seed, runs: all } = lawRunsFrom(process.env, 100_000);
  const watch = watchForHangs(seed, patient(IDLE_MS_WITHOUT_A_CASE));
  const broken: string[] = [];
  let tried = 0;
  for (const kind of FUZZ_KINDS) {
    const began = performance.now();
    const runs = casesOf(kind, all);
    watch.begin(kind.name);
    const breach = await kind.run({ seed, runs }, temporaryDirectory(), watch.beat);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const verdict = breach === null ? "as promised" : `BROKEN: ${breach}`;
    process.stdout.write(
      `fuzz, seed ${seed}: ${runs.toLocaleString("en")} ${kind.name}, ${seconds} s: ${verdict}\n`,
    );
    tried += runs;
    if (breach !== null) broken.push(kind.name);
  }
  await watch.stop();
  const found = broken.length === 0 ? "0" : `at least ${broken.length} (${broken.join(", ")})`;
  return {
    figure: `${found} in ${tried.toLocaleString("en")} (seed ${seed})`,
    isReached: broken.length === 0,
  };
});
