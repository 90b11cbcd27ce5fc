import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import type { Fed } from "./feed.js";

/** What a syncer found in all days together, and what its counters came to over all of its processes. */
export class Tally {
  readonly #prefix: string;
  readonly #found = new Set<string>();
  readonly #counted = new Map<string, number>();
  #last: Fed["processes"][number] | undefined;

  /** @param prefix of the syncer's metric names. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  add({ replies, processes }: Fed): void {
    for (const { rule } of replies.flatMap(({ mismatches }) => mismatches)) this.#found.add(rule);
    for (const rule of MISMATCH_RULES) {
      const values = processes.map(({ metrics }) => Number(metrics.valueOf(this.#series, ["rule", rule])));
      const sum = values.reduce((all, one) => all + one, this.#counted.get(rule) ?? 0);
      this.#counted.set(rule, sum);
    }
    this.#last = processes.at(-1);
  }

  /** The rules that fired, each once, in the order of the rules. */
  get caught(): string[] {
    return MISMATCH_RULES.filter((rule) => this.#found.has(rule));
  }

  /** For each rule in `caught` how often it was counted; `absent` where a process had no such series. */
  get counted(): string[] {
    return this.caught.map((rule) => {
      const sum = this.#counted.get(rule) ?? 0;
      return Number.isNaN(sum) ? "absent" : String(sum);
    });
  }

  /** The counters of the rules as the last process left them. */
  get metricLines(): string[] {
    const { metrics } = this.#last ?? {};
    return metrics === undefined
      ? []
      : this.caught.map((rule) => metrics.lineOf(this.#series, ["rule", rule]));
  }

  /** What the last process's endpoint said at its end. */
  get metricsText(): string {
    return this.#last?.metrics.text ?? "";
  }

  get #series(): string {
    return `${this.#prefix}_mismatches_total`;
  }
}
