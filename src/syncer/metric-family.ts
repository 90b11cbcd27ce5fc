// What is declared names the index, which ships types; what runs, the modules that it re-exports.
import type { Counter as MetricCounter, Gauge as MetricGauge, Registry as MetricRegistry } from "prom-client";
import Counter from "prom-client/lib/counter.js";
import Gauge from "prom-client/lib/gauge.js";
import { DrillError } from "../errors.js";
import { CONTRACT_METRICS, LAST_MISMATCH_METRIC, type MetricSpec } from "./metric-contract.js";
import { printable, quoted } from "./printable.js";

/** Labels of one account: names and values. */
export type Labels = Readonly<Record<string, string>>;

/** What is computed at a scrape for one account, in seconds. */
export interface Ages {
  readonly age: () => number;
  readonly dataAge: () => number;
}

const ALL: readonly MetricSpec[] = [...Object.values(CONTRACT_METRICS), LAST_MISMATCH_METRIC];
const OWN_LABELS = ["rule", "reason"];

/** The metrics of one prefix on one registry; accounts that share them differ in the values of their labels. */
export class MetricFamily {
  readonly lastTs: MetricGauge;
  readonly lastWallTs: MetricGauge;
  readonly errors: MetricCounter;
  readonly mismatches: MetricCounter;
  readonly positions: MetricGauge;
  readonly openOrders: MetricGauge;
  readonly pendingNotional: MetricGauge;
  readonly lastMismatch: MetricGauge;
  readonly #labelNames: readonly string[];
  readonly #accounts = new Map<string, { readonly labels: Labels; readonly ages: Ages }>();

  /**
   * The family of a prefix on a registry, which is made where there is none yet, with one more account in it.
   *
   * @throws DrillError `bad_input` where labels cannot be ones, or contradict what is on the registry; then nothing
   *   was put on it.
   */
  static join(registry: MetricRegistry, prefix: string, labels: Labels, ages: Ages): MetricFamily {
    refuseNoLabels(labels);
    const names = Object.keys(labels).sort();
    const there = ALL.map((spec) => registry.getSingleMetric(`${prefix}_${spec.name}`));
    const [first] = there;
    const family = first instanceof FamilyGauge ? first.family : null;
    if (family === null && there.some((metric) => metric !== undefined)) {
      refuse(`names that begin with ${prefix} are on this registry already: choose another prefix`);
    }
    const joined = family ?? new MetricFamily(registry, prefix, names);
    joined.#add(labels, names, ages);
    return joined;
  }

  private constructor(registry: MetricRegistry, prefix: string, labelNames: readonly string[]) {
    this.#labelNames = labelNames;
    const config = (spec: MetricSpec) => ({
      name: `${prefix}_${spec.name}`,
      help: spec.help,
      labelNames: [...(spec.label === undefined ? [] : [spec.label]), ...labelNames],
      registers: [registry],
    });
    const { lastTs, lastWallTs, age, dataAge, errors, mismatches } = CONTRACT_METRICS;
    this.lastTs = new FamilyGauge(config(lastTs), this);
    this.lastWallTs = new Gauge(config(lastWallTs));
    new Gauge({ ...config(age), collect: this.#collecting("age") });
    new Gauge({ ...config(dataAge), collect: this.#collecting("dataAge") });
    this.errors = new Counter(config(errors));
    this.mismatches = new Counter(config(mismatches));
    this.positions = new Gauge(config(CONTRACT_METRICS.positions));
    this.openOrders = new Gauge(config(CONTRACT_METRICS.openOrders));
    this.pendingNotional = new Gauge(config(CONTRACT_METRICS.pendingNotional));
    this.lastMismatch = new Gauge(config(LAST_MISMATCH_METRIC));
  }

  #collecting(which: keyof Ages) {
    const accounts = this.#accounts;
    return function collect(this: Gauge) {
      for (const { labels, ages } of accounts.values()) this.set({ ...labels }, ages[which]());
    };
  }

  #add(labels: Labels, names: readonly string[], ages: Ages): void {
    if (names.join() !== this.#labelNames.join()) {
      const ours = this.#labelNames.join(", ") || "none";
      refuse(
        `labels are ${ours} on this registry, got ${names.join(", ") || "none"}: give each account the same`,
      );
    }
    const key = JSON.stringify(names.map((name) => labels[name]));
    if (this.#accounts.has(key)) {
      const values = names.map((name) => `${name}=${quoted(labels[name] ?? "")}`).join(", ") || "none";
      refuse(`labels ${values} are on this registry already: each account needs others`);
    }
    this.#accounts.set(key, { labels, ages });
  }
}

/** The one gauge by which the next builder finds the family on the registry. */
class FamilyGauge extends Gauge {
  readonly family: MetricFamily;

  constructor(config: ConstructorParameters<typeof Gauge>[0], family: MetricFamily) {
    super(config);
    this.family = family;
  }
}

function refuseNoLabels(labels: Labels): void {
  for (const [name, value] of Object.entries(labels)) {
    if (!/^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) || OWN_LABELS.includes(name)) {
      refuse(
        `labels.${printable(name)}: expected a name of letters, digits and _, other than ${OWN_LABELS.join(" and ")}`,
      );
    }
    if (typeof value !== "string" || value === "") {
      refuse(`labels.${name}: expected text that is not empty`);
    }
  }
}

function refuse(what: string): never {
  throw new DrillError("bad_input", what);
}
