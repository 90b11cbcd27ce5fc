import { MetricsBuilder } from "../../src/syncer/metrics.js";
import { seriesOf } from "./metric-series.js";

/** The metrics that a fresh MetricsBuilder really serves: each name with the values of each of its labels. */
export type ExposedMetrics = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** What is exposed from the first scrape on; throws where a labelled series does not begin at 0. */
export async function exposedMetrics(): Promise<ExposedMetrics> {
  const text = await new MetricsBuilder({ clock: () => 0 }).build();
  const metrics = new Map<string, Map<string, Set<string>>>();
  for (const [series, value] of seriesOf(text)) {
    const [, name = "", label, labelValue = ""] = /^([^{]+)(?:\{([^=]+)="([^"]*)"\})?$/.exec(series) ?? [];
    const labels = metrics.get(name) ?? new Map<string, Set<string>>();
    if (label !== undefined) labels.set(label, (labels.get(label) ?? new Set()).add(labelValue));
    if (label !== undefined && value !== 0) throw new Error(`${series} begins at ${value}, not at 0`);
    metrics.set(name, labels);
  }
  return metrics;
}
