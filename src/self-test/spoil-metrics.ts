import { DEFAULT_METRIC_PREFIX } from "../syncer/metric-contract.js";

type Expose = (text: string) => string;

/** Every value of one metric is another. */
export function revalued(name: string, change: (value: number) => number, label = ""): Expose {
  const sample = new RegExp(`^(${DEFAULT_METRIC_PREFIX}_${name}(?:\\{.*${label}.*\\})?) (\\S+)$`, "gm");
  return (text) =>
    text.replace(sample, (_, series: string, value: string) => `${series} ${change(Number(value))}`);
}

/** The lines that match are missing. */
export function lacking(pattern: RegExp): Expose {
  return (text) =>
    text
      .split("\n")
      .filter((line) => !pattern.test(line))
      .join("\n");
}

/** One word stands for another. */
export function renamed(from: string, to: string): Expose {
  return (text) => text.replaceAll(from, to);
}
