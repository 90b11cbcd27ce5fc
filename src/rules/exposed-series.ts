/** Series of a Prometheus text: name with labels to value. */
export type ExposedSeries = ReadonlyMap<string, number>;

const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
const TARGET = 'instance="drill",job="account-sync"';

/** The series of a metrics text as Prometheus stores them: with the labels of the target it scraped. */
export function scrapedSeries(text: string): ExposedSeries {
  return new Map(
    text.split("\n").flatMap((line) => {
      const [, name, labels = "", value] = SAMPLE.exec(line) ?? [];
      if (name === undefined || value === undefined || Number.isNaN(Number(value))) return [];
      const all = [labels.replace(/,\s*$/, ""), TARGET].filter((part) => part !== "").join(",");
      return [[`${name}{${all}}`, Number(value)] as const];
    }),
  );
}
