import type { PackSettings } from "../../src/rules/pack-settings.js";
import { secondsOf } from "../../src/rules/promtool-test.js";
import { renderPrometheus } from "../../src/rules/render-pack.js";
import type { Rung } from "./alert-timing.js";
import { onEachPromtool, type Promtool } from "./promtool.js";

/** What runs a promtool test and says what rang. */
export interface RuleTester {
  readonly name: string;
  /** The column of the timing table that is its own. */
  readonly column: string;
  /** Unix time at which its tests begin, in seconds. */
  readonly origin: number;
  /** Whether it sees, in one evaluation, the alerts that the rules before have just rung. */
  readonly isExact: boolean;
  /** What is other than it should be in the cases of the table, and cannot be had. */
  readonly knownFaults: readonly string[];
  /** The pack in the form that is for it. */
  render(settings: PackSettings): string;
  /** What rang, of a test whose probes expect that nothing rings. */
  ringsOf(file: string): Rung[];
}

/** promtool as a tester. */
export function promtoolTester(promtool: Promtool): RuleTester {
  return {
    name: promtool.name,
    column: `Prometheus ${promtool.major}.x`,
    origin: 0,
    isExact: true,
    knownFaults: [],
    render: renderPrometheus,
    ringsOf: (file) => rungIn(promtool.run("test", "rules", file).output),
  };
}

function rungIn(output: string): Rung[] {
  const rung: Rung[] = [];
  let name = "";
  let seconds = 0;
  for (const line of output.split("\n")) {
    const [, of, time] = /^\s+expr: .*alertname!=\\"([^"]*)\\"\}", time: (\S+),/.exec(line) ?? [];
    if (of !== undefined && time !== undefined) [name, seconds] = [of, secondsOf(time)];
    if (!/^\s+got: /.test(line)) continue;
    for (const [labels] of line.matchAll(/\{[^}]*\}/g))
      rung.push({ name, seconds, labels: labelsIn(labels) });
  }
  return rung;
}

function labelsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** The columns of the timing table. */
export const COLUMNS = ["Prometheus 2.x", "Prometheus 3.x", "VictoriaMetrics"];

/** Makes the tests once for each tester on the PATH; those that are missing are left out aloud. */
export function onEachTester(makeTests: (tester: RuleTester) => void): void {
  onEachPromtool((promtool) => makeTests(promtoolTester(promtool)));
}
