/** Milliseconds of each unit, from the largest to the smallest: the order in which they may stand. */
const UNITS = [
  ["y", 365 * 86_400_000],
  ["w", 7 * 86_400_000],
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
  ["ms", 1],
] as const;

const DURATION = new RegExp(`^${UNITS.map(([unit]) => `(?:([0-9]+)${unit})?`).join("")}$`);

/** The seconds of a duration as Prometheus and Alertmanager write it: `1d12h`, `90s`, `0`; undefined where it is none. */
export function parseGoDuration(text: string): number | undefined {
  if (text === "0") return 0;
  const [whole, ...counts] = DURATION.exec(text) ?? [];
  if (whole === undefined || whole === "") return undefined;
  const milliseconds = UNITS.map(([, unit], index) => Number(counts[index] ?? 0) * unit);
  return milliseconds.reduce((sum, part) => sum + part, 0) / 1000;
}
