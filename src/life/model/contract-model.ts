import { MISMATCH_RULES } from "../../syncer/mismatch-rules.js";
import type { Settle } from "../../syncer/settling.js";
import type { LifeStep } from "../rows.js";
import { differencesOf } from "./differences.js";
import type { Expected, Finding } from "./finding.js";
import { indexed } from "./indexed.js";
import { oneSidedFindings } from "./one-sided.js";
import { Streaks } from "./streaks.js";
import { type Baseline, FAR_AHEAD, rowsThatWentBack } from "./went-back.js";

/**
 * What the contract (section 3) says that each sync of a day must come to, worked out in whole lots and ticks and without a
 * line of the bundled syncer, so that the one can be held against the other.
 */
export class ContractModel {
  readonly #settle: Settle;
  readonly #keepsLastTs: boolean;
  #streaks = new Streaks();
  #baseline: Baseline | null = null;
  #lastTs = 0;

  /** @param keepsLastTs whether the syncer is given the last ts where it is started anew. */
  constructor(settle: Settle, keepsLastTs: boolean) {
    this.#settle = settle;
    this.#keepsLastTs = keepsLastTs;
  }

  /** Unix ms of the last accepted answer. */
  get lastTs(): number {
    return this.#lastTs;
  }

  /** The next sync of the day. */
  judge({ at, restart, known, answer }: LifeStep): Expected {
    if (restart) {
      this.#streaks = new Streaks();
      this.#baseline = null;
      if (!this.#keepsLastTs) this.#lastTs = 0;
    }
    if (typeof answer === "string") return { findings: [], error: answer, lastTs: this.#lastTs };
    if (answer.ts > at + FAR_AHEAD) return { findings: [], error: "parse", lastTs: this.#lastTs };
    const now = { rows: indexed(answer), at };
    const differences = differencesOf(now.rows, known);
    const isEmpty = answer.ts === 0 && answer.positions.length === 0 && answer.orders.length === 0;
    const oneSided = oneSidedFindings(now.rows);
    if (answer.ts < this.#lastTs && !isEmpty) {
      const settled = this.#streaks.settledBefore(differences, this.#settle);
      return this.#expected([{ rule: "ts_regression", row: "snapshot" }, ...oneSided, ...settled]);
    }
    const back = this.#baseline === null ? [] : rowsThatWentBack(now, this.#baseline);
    this.#baseline = now;
    this.#lastTs = answer.ts;
    return this.#expected([...back, ...oneSided, ...this.#streaks.see(differences, at, this.#settle)]);
  }

  #expected(findings: readonly Finding[]): Expected {
    const inOrder = MISMATCH_RULES.flatMap((rule) => findings.filter((finding) => finding.rule === rule));
    return {
      findings: inOrder.map(({ rule, row }) => ({ rule, row })),
      error: null,
      lastTs: this.#lastTs,
    };
  }
}
