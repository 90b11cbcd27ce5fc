const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
// A name begins where no other does: without that, a hostile line of one long word takes hours.
const LABEL = /(?<![a-zA-Z0-9_])([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;

interface Sample {
  readonly line: string;
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

/** The one label that tells the series of a labelled metric apart. */
export type SeriesLabel = readonly [name: string, value: string];

/**
 * Prometheus text, read just as far as a check needs. Values are compared as numbers and further labels are
 * let pass, since client libraries differ: one writes `1`, another `1.0`, a third adds its own labels.
 */
export class MetricsText {
  readonly text: string;
  readonly #lines: readonly string[];
  readonly #samples: readonly Sample[];

  constructor(text: string) {
    this.text = text;
    this.#lines = text.split("\n");
    this.#samples = this.#lines.flatMap(readSample);
  }

  /** True where some line starts with the pattern. */
  hasLine(pattern: string): boolean {
    return this.#lines.some((line) => line.startsWith(pattern));
  }

  /** The value of a series as the shortest text of its number, or `absent`. */
  valueOf(name: string, label?: SeriesLabel): string {
    const sample = this.#find(name, label);
    return sample === undefined ? "absent" : String(sample.value);
  }

  /** The whole sample line of a series, or `<name> absent`. */
  lineOf(name: string, label?: SeriesLabel): string {
    return this.#find(name, label)?.line ?? `${name} absent`;
  }

  #find(name: string, label: SeriesLabel | undefined): Sample | undefined {
    return this.#samples.find(
      (sample) => sample.name === name && (label === undefined || sample.labels.get(label[0]) === label[1]),
    );
  }
}

function readSample(line: string): Sample[] {
  const [, name, labels = "", value] = SAMPLE.exec(line) ?? [];
  if (name === undefined || value === undefined) return [];
  const pairs = [...labels.matchAll(LABEL)].map(([, key = "", text = ""]) => [key, text] as const);
  return [{ line, name, labels: new Map(pairs), value: Number(value) }];
}
