import type { DrilledSyncer, SyncReply, SyncRequest } from "../drill/drilled-syncer.js";
import { TAKEN } from "../drill/taken.js";
import { AccountView } from "../syncer/account-view.js";
import { MetricsBuilder } from "../syncer/metrics.js";
import { type Findings, findEach, type Mismatch } from "../syncer/mismatch-rules.js";
import { parseExpected } from "../syncer/parse-expected.js";
import { parseSnapshot } from "../syncer/parse-snapshot.js";
import { isAhead, type Past } from "../syncer/past.js";
import { readKnown } from "../syncer/read-known.js";
import type { RuleInput } from "../syncer/rules/rule-row.js";
import { isRegression } from "../syncer/rules/ts-regression.js";
import { AT_ONCE, type Settle, Settling } from "../syncer/settling.js";
import type { AccountSnapshot } from "../syncer/snapshot.js";
import type { FetchErrorReason } from "../syncer/sync-result.js";

/** What came of one snapshot, before it is recorded. */
export interface Checked {
  readonly input: RuleInput;
  readonly snapshot: AccountSnapshot;
  readonly found: readonly Mismatch[];
  readonly isRejected: boolean;
  /** The snapshot that the gauges show so far. */
  readonly shown: AccountSnapshot | null;
}

/** The ways of a syncer, each of which can be spoiled by itself. What is left out is done as the contract says. */
export interface Habits {
  /** What it makes of a request, before anything else. */
  readonly hear?: (request: SyncRequest) => SyncRequest;
  readonly find?: (input: RuleInput) => readonly Mismatch[];
  /** What each rule finds, before any of it has to last. */
  readonly each?: (input: RuleInput) => readonly Findings[];
  /** How long it says that a difference has to last, and how long it waits; at once without it. */
  readonly grace?: { readonly says: Settle; readonly waits: Settle };
  /** What a failed fetch does to differences that have not lasted yet. */
  readonly failureMakesThem?: "last" | "begin anew";
  /** What it does not look at: the rows that it saw before, a ts that is far ahead, the last ts that it is given. */
  readonly overlooks?: "past rows" | "the future" | "the last ts given";
  readonly rejects?: (input: RuleInput) => boolean;
  /** Last ts after a snapshot. */
  readonly lastTs?: (checked: Checked) => number;
  /** The snapshot that the gauges show from now on; null leaves them. */
  readonly gauge?: (checked: Checked) => AccountSnapshot | null;
  /** What moves the mismatch counters. */
  readonly count?: (checked: Checked) => readonly Mismatch[];
  /** What a failed fetch counts as. */
  readonly blame?: (reason: FetchErrorReason) => FetchErrorReason;
  /** What else a failed fetch does. */
  readonly onError?: (metrics: MetricsBuilder) => void;
  readonly lastTsAfterError?: (lastTs: number) => number;
  readonly answer?: (reply: SyncReply, request: SyncRequest) => SyncReply | Promise<SyncReply>;
  readonly expose?: (text: string, now: number, seen: Seen) => string;
  /** What a reset leaves as it was. */
  readonly keeps?: "counters and gauges" | "last ts" | "everything";
}

/** What a syncer has seen since its last reset. */
export interface Seen {
  readonly syncs: number;
  readonly scrapes: number;
  /** The last snapshot that the gauges show. */
  readonly shown: AccountSnapshot | null;
}

/** A small syncer made of habits: sound with none, broken in one way with one. */
export class SketchSyncer implements DrilledSyncer {
  readonly identity = { name: "sketch", version: "0", language: "TypeScript" };
  readonly takes = TAKEN;
  readonly settle: Settle;
  readonly #habits: Habits;
  #now = 0;
  #lastTs = 0;
  #past: Past | null = null;
  #settling: Settling;
  #found: readonly Findings[] = [];
  #seen: Seen = { syncs: 0, scrapes: 0, shown: null };
  #metrics = this.#freshMetrics();

  constructor(habits: Habits) {
    this.#habits = habits;
    this.settle = habits.grace?.says ?? AT_ONCE;
    this.#settling = this.#freshSettling();
  }

  async reset(now: number, lastTs = 0): Promise<void> {
    const { keeps, overlooks } = this.#habits;
    this.#now = now;
    if (keeps === "everything") return;
    if (keeps !== "last ts") this.#lastTs = overlooks === "the last ts given" ? 0 : lastTs;
    this.#past = null;
    this.#settling = this.#freshSettling();
    if (keeps === "counters and gauges") return;
    this.#metrics = this.#freshMetrics();
    this.#seen = { syncs: 0, scrapes: 0, shown: null };
  }

  async sync(given: SyncRequest): Promise<SyncReply> {
    const { hear = same, answer = same } = this.#habits;
    const request = hear(given);
    this.#now = request.now;
    this.#seen = { ...this.#seen, syncs: this.#seen.syncs + 1 };
    const reply = request.fetchError === null ? this.#check(request) : this.#fail(request.fetchError);
    return answer(reply, request);
  }

  async metrics(now: number): Promise<string> {
    this.#now = now;
    this.#seen = { ...this.#seen, scrapes: this.#seen.scrapes + 1 };
    const text = await this.#metrics.build();
    return this.#habits.expose?.(text, now, this.#seen) ?? text;
  }

  #check({ snapshot: wire, knownOrderIds: ids, expected = null }: SyncRequest): SyncReply {
    const { find = (seen) => this.#lasting(seen), rejects = isRegression, overlooks } = this.#habits;
    const snapshot = parseSnapshot(wire);
    const now = this.#now;
    if (overlooks !== "the future" && isAhead(snapshot.ts, now)) return this.#fail("parse");
    const told = readKnown(expected === null ? ids : parseExpected(expected));
    const { orderIds: knownOrderIds, orders: knownOrders, positions: knownPositions } = told;
    const [lastTs, past] = [this.#lastTs, overlooks === "past rows" ? null : this.#past];
    const input = { snapshot, lastTs, knownOrderIds, knownOrders, knownPositions, past, now };
    const { shown } = this.#seen;
    const checked = { input, snapshot, found: find(input), isRejected: rejects(input), shown };
    this.#record(checked);
    if (!checked.isRejected) this.#past = { account: new AccountView(snapshot), now };
    const mismatches = checked.found;
    return { ok: mismatches.length === 0, mismatches, error: null, lastTs: this.#lastTs };
  }

  #lasting(input: RuleInput): readonly Mismatch[] {
    const { each = findEach, rejects = isRegression } = this.#habits;
    this.#found = each(input);
    return this.#settling.sift(this.#found, this.#now, !rejects(input)).mismatches;
  }

  #record(checked: Checked): void {
    const { lastTs = lastTsOf, gauge = gaugedOf, count = countedOf } = this.#habits;
    const shown = gauge(checked);
    this.#lastTs = lastTs(checked);
    if (shown !== null) {
      this.#metrics.recordAccepted(shown);
      this.#seen = { ...this.#seen, shown };
    }
    this.#metrics.recordCompleted(count(checked));
  }

  #fail(reason: FetchErrorReason): SyncReply {
    const { blame = same, onError, lastTsAfterError = same, failureMakesThem } = this.#habits;
    if (failureMakesThem === "last") this.#settling.sift(this.#found, this.#now, true);
    if (failureMakesThem === "begin anew") this.#settling = this.#freshSettling();
    this.#metrics.recordError(blame(reason));
    onError?.(this.#metrics);
    this.#lastTs = lastTsAfterError(this.#lastTs);
    return { ok: false, mismatches: [], error: reason, lastTs: this.#lastTs };
  }

  #freshSettling(): Settling {
    return new Settling(this.#habits.grace?.waits ?? AT_ONCE);
  }

  #freshMetrics(): MetricsBuilder {
    return new MetricsBuilder({ clock: () => this.#now });
  }
}

function lastTsOf({ isRejected, input, snapshot }: Checked): number {
  return isRejected ? input.lastTs : snapshot.ts;
}

function gaugedOf({ isRejected, snapshot }: Checked): AccountSnapshot | null {
  return isRejected ? null : snapshot;
}

function countedOf({ found }: Checked): readonly Mismatch[] {
  return found;
}

function same<T>(value: T): T {
  return value;
}
