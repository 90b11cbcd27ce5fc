const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
// A name begins where no other does: without that, a hostile line of one long word takes hours.
const LABEL = /(?<![a-zA-Z0-9_])([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;
const SAMPLE_PATTERN = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?: |\{([a-zA-Z_][a-zA-Z0-9_]*)=)$/;
const MOST_SHOWN = 4;
const MOST_CHARACTERS = 120;

interface Sample {
  readonly line: string;
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

/** The one label that tells the series of a labelled metric apart. */
export type SeriesLabel = readonly [name: string, value: string];

/** How a metrics text is to be read, where not everything in it is as the contract has it. */
export interface Reading {
  /** How the text calls this value of a label. */
  readonly wordOf?: (label: SeriesLabel) => string;
  /** The value of a series as it is to be judged. */
  readonly numberOf?: (value: number, name: string, label: SeriesLabel | undefined) => number;
}

/**
 * Prometheus text, read just as far as a check needs. Values are compared as numbers and further labels are
 * let pass, since client libraries differ: one writes `1`, another `1.0`, a third adds its own labels.
 */
export class MetricsText {
  readonly text: string;
  readonly #lines: readonly string[];
  readonly #samples: readonly Sample[];
  readonly #reading: Reading;

  constructor(text: string, reading: Reading = {}) {
    this.text = text;
    this.#lines = text.split("\n");
    this.#samples = this.#lines.flatMap(readSample);
    this.#reading = reading;
  }

  /** True where some line starts with the pattern; a sample may have further labels, before and behind. */
  hasLine(pattern: string): boolean {
    const [, name, label] = SAMPLE_PATTERN.exec(pattern) ?? [];
    if (name === undefined) return this.#lines.some((line) => line.startsWith(pattern));
    return this.#samples.some(
      (sample) => sample.name === name && (label === undefined || sample.labels.has(label)),
    );
  }

  /** The value of a series as the shortest text of its number, or `absent`. */
  valueOf(name: string, label?: SeriesLabel): string {
    const sample = this.#find(name, label);
    if (sample === undefined) return "absent";
    return String(this.#reading.numberOf?.(sample.value, name, label) ?? sample.value);
  }

  /** The whole sample line of a series, or `<name> absent`. */
  lineOf(name: string, label?: SeriesLabel): string {
    return this.#find(name, label)?.line ?? `${name} absent`;
  }

  /** The lines about a metric that are there: its series first; none where it is not exposed at all. */
  linesAbout(name: string): readonly string[] {
    const comments = this.#lines.filter(
      (line) => /^# (?:HELP|TYPE) /.test(line) && line.split(" ")[2] === name,
    );
    return [...this.#samples.filter((sample) => sample.name === name).map(({ line }) => line), ...comments];
  }

  /** What stands there where a metric was looked for in vain, in few words. */
  inPlaceOf(name: string): string {
    const about = this.linesAbout(name);
    if (about.length > 0) return few(about);
    const names = [...new Set(this.#samples.map((sample) => sample.name))];
    if (names.length === 0) return "no series at all";
    const ending = name.slice(name.lastIndexOf("_", name.lastIndexOf("_") - 1));
    const alike = names.filter((one) => one.endsWith(ending));
    return few(alike.length > 0 ? alike : names);
  }

  #find(name: string, label: SeriesLabel | undefined): Sample | undefined {
    const word = label && (this.#reading.wordOf?.(label) ?? label[1]);
    return this.#samples.find(
      (sample) => sample.name === name && (label === undefined || sample.labels.get(label[0]) === word),
    );
  }
}

function few(lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_SHOWN).map((line) => line.slice(0, MOST_CHARACTERS));
  const more = lines.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

function readSample(line: string): Sample[] {
  const [, name, labels = "", value] = SAMPLE.exec(line) ?? [];
  if (name === undefined || value === undefined) return [];
  const pairs = [...labels.matchAll(LABEL)].map(([, key = "", text = ""]) => [key, text] as const);
  return [{ line, name, labels: new Map(pairs), value: Number(value) }];
}
