import { programSource } from "./hostile-programs.js";
import { patient } from "./patience.js";
import { randomOf } from "./random.js";
import {
  type Ending,
  type EvidenceCommand,
  type Pace,
  type Stop,
  type StopName,
  StoppedRuns,
} from "./stopped-run.js";

const IDLE_MOST_MS = 5000;
// Some runs take longer than the one that was measured.
const BEYOND = 1.2;
const SYNC_FILE = JSON.stringify({ positions: [], open_orders: [], ts: 0, source: "test" });

/** The drill of the bundled syncer, of a program of one's own, and the evidence of one sync. */
export const DRILL: EvidenceCommand = {
  name: "drill",
  args: [],
  kind: "account_sync_fire_drill",
  lastLine: /^Next: .*\n$/m,
};

export const PROGRAM_DRILL: EvidenceCommand = {
  ...DRILL,
  name: "drill of a program",
  args: ["--syncer", `'${process.execPath}' program.cjs`],
  files: { "program.cjs": programSource("") },
};

export const SYNC: EvidenceCommand = {
  name: "sync",
  args: ["sync", "--snapshot", "account.json"],
  env: { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1" },
  files: { "account.json": SYNC_FILE },
  kind: "account_sync",
  lastLine: /^evidence: .*\n$/m,
};

/** What a row of stopped runs came to. */
export interface Stopped {
  /** One line for each run in which something promised did not hold. */
  readonly faults: readonly string[];
  /** How many runs were stopped, and how many of them in the midst of writing. */
  readonly runs: number;
  readonly midway: number;
}

/**
 * Runs a command so many times, and stops it each time by one of the signals: every other one at any moment of the
 * run, the others after its hidden directory was seen.
 *
 * @param seed decides the moments; printed, it lets a run be repeated.
 */
export async function stopAtRandom(
  node: string,
  command: EvidenceCommand,
  signals: readonly StopName[],
  runs: number,
  seed: number,
): Promise<Stopped> {
  const random = randomOf(seed);
  const stopped = new StoppedRuns(node, command);
  const pace = await stopped.pace();
  const faults: string[] = [];
  let midway = 0;
  for (let run = 0; run < runs; run++) {
    const stop = chooseStop(run, signals, pace, random);
    const ending = await stopped.stop(stop);
    if (isMidway(ending)) midway += 1;
    const found = stop.signal === "SIGKILL" ? tornBy(ending) : [...tornBy(ending), ...brokenBy(stop, ending)];
    const what = `${command.name}, ${stop.signal} ${stop.delay.toFixed(1)} ms after ${stop.since}`;
    faults.push(...found.map((fault) => `${what}: ${fault}`));
  }
  return { faults, runs, midway };
}

/** Several rows, taken together. */
export function together(rows: readonly Stopped[]): Stopped {
  return {
    faults: rows.flatMap(({ faults }) => faults),
    runs: rows.reduce((sum, { runs }) => sum + runs, 0),
    midway: rows.reduce((sum, { midway }) => sum + midway, 0),
  };
}

function chooseStop(run: number, signals: readonly StopName[], pace: Pace, random: () => number): Stop {
  const signal = signals[Math.floor(run / 2) % signals.length] ?? "SIGKILL";
  return run % 2 === 0
    ? { signal, since: "start", delay: random() * pace.run * BEYOND }
    : { signal, since: "staging", delay: random() * pace.writing * BEYOND };
}

function isMidway({ rests, stderr }: Ending): boolean {
  return rests.length > 0 || stderr.includes("before the evidence was whole");
}

function tornBy({ evidence, signal, saidAll }: Ending): string[] {
  return [
    ...evidence.filter(({ isIntact }) => !isIntact).map(({ name }) => `verify does not accept ${name}`),
    ...(evidence.length > 1 ? ["one run, more than one directory"] : []),
    ...(signal === null && evidence.length === 0 ? ["it ended by itself, without evidence"] : []),
    ...(signal === null && !saidAll ? ["it ended by itself, before the end"] : []),
  ];
}

// The line comes only from a run that had begun to write; before that and after that, there is nothing to say.
function brokenBy({ signal }: Stop, ending: Ending): string[] {
  const line = `account-sync-drill: stopped by ${signal} before the evidence was whole: none was left; run it again\n`;
  const { stderr, evidence, rests, lasted } = ending;
  return [
    ...(ending.signal === null || ending.signal === signal ? [] : [`it was ended by ${ending.signal}`]),
    ...(lasted > patient(IDLE_MOST_MS) ? [`it went on for ${Math.round(lasted)} ms`] : []),
    ...(rests.length > 0 ? [`${rests.join(", ")} is left`] : []),
    ...(stderr === "" || stderr === line ? [] : [`it said ${JSON.stringify(stderr)}`]),
    ...(stderr === line && evidence.length > 0
      ? ["it said that no evidence was left, and there is some"]
      : []),
  ];
}

/** A row of the trust table; with the seed, the moments of the run can be repeated. */
export function stoppedFigure({ faults, runs, midway }: Stopped, seed: number) {
  const figure = `${faults.length} in ${runs}, ${midway} of them midway (SEED=${seed})`;
  return { figure: [figure, ...faults.slice(0, 5)].join("; "), isReached: faults.length === 0 };
}
