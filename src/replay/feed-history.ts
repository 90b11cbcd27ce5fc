import type { DrilledSyncer, SyncReply } from "../drill/drilled-syncer.js";
import { comparesTwoSides, sightOf, waitFor } from "../drill/grace.js";
import { later } from "../drill/later.js";
import { MetricsText } from "../drill/metrics-text.js";
import { wordIn } from "../drill/names.js";
import { TAKEN_BY_ALL } from "../drill/taken.js";
import { DrillError, messageOf } from "../errors.js";
import { AT_ONCE, hasGrace, type Settle } from "../syncer/settling.js";
import { type History, type HistoryLine, requestOf } from "./history.js";

/** A line of a history, and what a syncer answered to it. */
export interface ReplayedLine {
  readonly line: HistoryLine;
  readonly reply: SyncReply;
  /** How often the same was fed before it, so that its difference had settled. */
  readonly fedBefore: number;
}

/** One life of the syncer's process: from a start to the next, or to the end. */
export interface Process {
  /** The last of its lines. */
  readonly lastLine: number;
  readonly replies: readonly SyncReply[];
  /** What its endpoint said after the last of them. */
  readonly metrics: MetricsText;
}

/** What a syncer made of a history. */
export interface Replayed {
  readonly lines: readonly ReplayedLine[];
  readonly processes: readonly Process[];
  /** Whether what is expected at once had to settle first. */
  readonly isFedAgain: boolean;
}

/**
 * Whether a history has to be fed again until it settles: its expectations hold at once, and the syncer has a grace. Only
 * then: where the history has a grace itself, its own times decide.
 */
export function isFedAgain(history: History, syncer: DrilledSyncer): boolean {
  return !hasGrace(history.settle) && hasGrace(syncer.settle);
}

/**
 * Feeds a history to a syncer that was reset at its first time, started anew where the history says so.
 *
 * @throws whatever the syncer rejects with, led by the number of the line.
 */
export async function feedHistory(history: History, syncer: DrilledSyncer): Promise<Replayed> {
  const fedAgain = isFedAgain(history, syncer);
  const feeder = new Feeder(syncer, fedAgain ? (syncer.settle ?? AT_ONCE) : AT_ONCE);
  for (const line of history.lines) {
    try {
      await feeder.feed(line);
    } catch (cause) {
      throw new DrillError("syncer_broke_off", `line ${line.line}: ${messageOf(cause)}`, { cause });
    }
  }
  await feeder.endProcess();
  return { lines: feeder.lines, processes: feeder.processes, isFedAgain: fedAgain };
}

class Feeder {
  readonly lines: ReplayedLine[] = [];
  readonly processes: Process[] = [];
  readonly #syncer: DrilledSyncer;
  readonly #settle: Settle;
  #replies: SyncReply[] = [];
  #shift = 0;
  #settled = "";

  constructor(syncer: DrilledSyncer, settle: Settle) {
    this.#syncer = syncer;
    this.#settle = settle;
  }

  async feed(line: HistoryLine): Promise<void> {
    if (line.restart && this.lines.length > 0) await this.#startAnew(line.at);
    const fedBefore = await this.#letSettle(line);
    const reply = await this.#sync(line, this.#shift);
    this.lines.push({ line, reply, fedBefore });
  }

  async endProcess(): Promise<void> {
    const last = this.lines.at(-1)?.line;
    const { names } = this.#syncer;
    const text = await this.#syncer.metrics((last?.at ?? 0) + this.#shift);
    const metrics = new MetricsText(text, { wordOf: (label) => wordIn(names, label) });
    this.processes.push({ lastLine: last?.line ?? 0, replies: this.#replies, metrics });
    this.#replies = [];
  }

  async #startAnew(at: number): Promise<void> {
    const lastTs = this.#replies.at(-1)?.lastTs ?? 0;
    await this.endProcess();
    const { takes = TAKEN_BY_ALL } = this.#syncer;
    const now = at + this.#shift;
    await (takes.includes("last_ts") ? this.#syncer.reset(now, lastTs) : this.#syncer.reset(now));
    this.#settled = "";
  }

  // A row that went back does so once: what expects it is fed once.
  async #letSettle(line: HistoryLine): Promise<number> {
    const request = requestOf(line);
    const sight = sightOf(request) ?? this.#settled;
    const isNew = sight !== this.#settled;
    const isOnce = line.expect === null || isHeldAgainstThePast(line);
    if (isNew) this.#settled = isOnce ? "" : sight;
    if (!isNew || isOnce || !hasGrace(this.#settle) || !comparesTwoSides(request)) return 0;
    const { before, apart } = waitFor(this.#settle);
    for (let times = 0; times < before; times++) {
      await this.#sync(line, this.#shift);
      this.#shift += apart;
    }
    return before;
  }

  async #sync(line: HistoryLine, shift: number): Promise<SyncReply> {
    const reply = await this.#syncer.sync(later(requestOf(line), shift));
    this.#replies.push(reply);
    return reply;
  }
}

/** Whether a line expects what is found by the sync before it alone. */
export function isHeldAgainstThePast({ expect }: HistoryLine): boolean {
  return expect?.mismatches.includes("ts_regression") === true;
}
