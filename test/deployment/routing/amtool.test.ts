import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { readAlertmanagerConfiguration } from "../../../src/deployment/routing/configuration/read-alertmanager-configuration.js";
import { judge } from "../../../src/deployment/routing/judge.js";
import { matcherSyntaxOf } from "../../../src/deployment/routing/matchers/parse-matchers.js";
import { type Amtool, onEachAmtool } from "../../support/alertmanager/amtool.js";
import { Chance } from "../../support/alertmanager/chance.js";
import { generatedLabels, generatedRoute } from "../../support/alertmanager/generated-routes.js";
import { AT_LENGTH } from "../../support/at-length.js";
import { patient } from "../../support/patience.js";
import { seedOfRun } from "../../support/random.js";
import { temporaryDirectory } from "../../support/temp-directory.js";

/** So many configurations go into one file, each a tree under the one root: amtool takes a file and labels at a time. */
const TREES = 10;
const CALLS = AT_LENGTH ? 220 : 20;
/** Of the comparisons, at most so many may be "cannot tell". */
const MOST_CANNOT_TELL = 0.1;
const QUIET = { now: 0, silences: [], activeAlerts: [] };

interface Comparison {
  readonly isBelowRoot: boolean;
  readonly ours: string;
  readonly theirs: string;
}

/** One call: ten configurations with one set of labels. */
function compare(amtool: Amtool, seed: number, directory: string): Comparison[] {
  const chance = new Chance(seed);
  const isUtf8 = matcherSyntaxOf(amtool.version) !== "classic";
  const trees = Array.from({ length: TREES }, (_, tree) =>
    generatedRoute(chance, [`t${tree}-a`, `t${tree}-b`, `t${tree}-c`, `t${tree}-d`], isUtf8),
  );
  const receivers = trees.flatMap((_, tree) =>
    ["a", "b", "c", "d"].map((name) => ({ name: `t${tree}-${name}` })),
  );
  const labels = generatedLabels(chance);
  const file = join(directory, `${seed}.yml`);
  const routes = trees.map((tree) => ({ ...tree, continue: true }));
  writeFileSync(file, write(chance, { route: { receiver: "t0-a", routes }, receivers }));
  const theirs = amtool.receivers(file, labels);
  return trees.map((route, tree) => {
    const configuration = readAlertmanagerConfiguration(write(chance, { route, receivers }), amtool.version);
    const { paths, cannotTellRoute } = judge(configuration, labels, QUIET);
    const ours = cannotTellRoute.length > 0 ? "cannot tell" : paths.map(({ receiver }) => receiver).join(",");
    const isBelowRoot = paths.some(({ at }) => at !== "route");
    return { isBelowRoot, ours, theirs: theirs.filter((name) => name.startsWith(`t${tree}-`)).join(",") };
  });
}

/** As YAML in its usual shape, or as the YAML that JSON is. */
function write(chance: Chance, configuration: unknown): string {
  return chance.often(0.5) ? stringify(configuration) : JSON.stringify(configuration);
}

onEachAmtool((amtool) => {
  it(`routes as amtool does: ${CALLS * TREES} generated configurations`, {
    timeout: patient(300_000),
  }, () => {
    const directory = temporaryDirectory();
    const first = seedOfRun();
    const seeds = Array.from({ length: CALLS }, (_, index) => first + index);
    const comparisons = seeds.flatMap((seed) =>
      compare(amtool, seed, directory).map((comparison) => ({ seed, ...comparison })),
    );
    const told = comparisons.filter(({ ours }) => ours !== "cannot tell");
    const below = told.filter(({ isBelowRoot }) => isBelowRoot);
    const several = told.filter(({ ours }) => ours.includes(","));
    const share = 1 - told.length / comparisons.length;
    console.log(
      `${amtool.name}: ${comparisons.length} compared (SEED=${first}), ` +
        `${(100 * share).toFixed(1)}% cannot tell, ${below.length} below the root, ${several.length} to several`,
    );
    expect(told.filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
    expect(below.length).toBeGreaterThan(comparisons.length / 4);
    expect(several.length).toBeGreaterThan(0);
    expect(share).toBeLessThan(MOST_CANNOT_TELL);
  });
});
