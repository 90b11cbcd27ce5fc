/** The samples of a Prometheus text: `name` or `name{label="value"}` to its value. Throws on a repeated series. */
export function seriesOf(text: string): ReadonlyMap<string, number> {
  const series = new Map<string, number>();
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const end = line.lastIndexOf(" ");
    const name = line.slice(0, end);
    if (series.has(name)) throw new Error(`exposed twice: ${name}`);
    series.set(name, Number(line.slice(end + 1)));
  }
  return series;
}

/** What differs between two scrapes: series to [before, after]. */
export function changedSeries(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Record<string, [number | undefined, number | undefined]> {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return Object.fromEntries(
    names
      .filter((name) => before.get(name) !== after.get(name))
      .map((name) => [name, [before.get(name), after.get(name)]]),
  );
}
