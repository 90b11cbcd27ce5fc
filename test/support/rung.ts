import { secondsOf } from "../../src/rules/promtool-test.js";

/** What fires at one evaluation of one case. */
export interface Rung {
  readonly name: string;
  /** Seconds since the test's own zero. */
  readonly seconds: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** What rings but the heartbeat. promtool's reports name the query, but not always the case: so the query does. */
export function whatRings(name: string): string {
  return `ALERTS{alertstate="firing",alertname!="AccountSyncWatchdog",alertname!=${JSON.stringify(name)}}`;
}

/** What rang, of a report on probes by {@link whatRings} that expect nothing. */
export function rungIn(output: string): Rung[] {
  const rung: Rung[] = [];
  let name = "";
  let seconds = 0;
  for (const line of output.split("\n")) {
    const [, of, time] = /^\s+expr: .*alertname!=\\"([^"]*)\\"\}", time: (\S+),/.exec(line) ?? [];
    if (of !== undefined && time !== undefined) [name, seconds] = [of, secondsOf(time)];
    if (!/^\s+got: /.test(line)) continue;
    for (const [labels] of line.matchAll(/\{[^}]*\}/g)) {
      const pairs = labels.matchAll(/(\w+)="([^"]*)"/g);
      const all = [...pairs].map(([, label = "", value = ""]) => [label, value]);
      rung.push({ name, seconds, labels: Object.fromEntries(all) });
    }
  }
  return rung;
}
