import { join } from "node:path";
import { fireDrill } from "../support/fire-drill-run.js";
import { TAMPERS } from "../support/tamper-kinds.js";
import { flipInZip, type Outcome, tamperThenZip, tamperWithDirectory } from "../support/tampering.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { row } from "./row.js";

const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

row("tampering", async () => {
  const scratch = temporaryDirectory();
  const { evidenceDir } = await fireDrill(join(scratch, "artifacts"));
  const inDirectory = await tamperWithDirectory(evidenceDir, scratch, { seed: SEED, count: 1000 });
  const inZip = await tamperThenZip(evidenceDir, scratch, { seed: SEED + 1, count: 300 });
  const flips = await flipInZip(evidenceDir, scratch, { seed: SEED + 2, count: 1000 });
  const unseen = flips.filter(({ isSame }) => !isSame);
  const kinds = new Set(inDirectory.map(({ kind }) => kind));
  const missed = [...inDirectory, ...inZip].filter(({ isNamed }) => !isNamed);
  const harmless = flips.length - unseen.length;
  const figure = [
    `${countOf(inDirectory)} (${kinds.size} kinds, seed ${SEED})`,
    `zip ${countOf(inZip)}`,
    `bytes ${share(harmless, flips.length)}`,
    ...[...missed, ...unseen].slice(0, 3).map(({ change }) => `missed: ${change}`),
  ].join("; ");
  return { figure, isReached: missed.length + unseen.length === 0 && kinds.size === TAMPERS.size };
});

function countOf(outcomes: readonly Outcome[]): string {
  return share(outcomes.filter(({ isNamed }) => isNamed).length, outcomes.length);
}

function share(part: number, whole: number): string {
  return `${part.toLocaleString("en")} of ${whole.toLocaleString("en")}`;
}
