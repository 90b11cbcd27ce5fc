import { BAD_PLACES, type BadPlace, faultsOf, fullDisk } from "../support/bad-places.js";
import { CAN_MOUNT } from "../support/mounts.js";
import { installedNodes } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";
import { row } from "./row.js";

/** A disk one page larger, and one with one file more, each time, up to what the evidence needs. */
const FILLING = Array.from({ length: 14 }, (_, step) => [
  fullDisk(`size=${4 * (step + 1)}k`),
  fullDisk(`nr_inodes=${step + 2}`),
]).flat();

/** A line for each place where a promise does not hold. */
function refusals(node: string, places: readonly BadPlace[]): string[] {
  return places.flatMap(({ name, run }) => {
    const faults = faultsOf(run(new BuiltCli(node)));
    return faults.length === 0 ? [] : [`${name}: ${faults.join(", ")}`];
  });
}

row("unwritable", () => {
  const nodes = installedNodes().map(({ path }) => path);
  const [here = process.execPath] = nodes;
  const places = BAD_PLACES.filter(({ leftOut }) => leftOut === null);
  const missing = BAD_PLACES.filter(({ leftOut }) => leftOut !== null);
  const filling = CAN_MOUNT ? FILLING : [];
  const faults = [...nodes.flatMap((node) => refusals(node, places)), ...refusals(here, filling)];
  const runs = nodes.length * places.length + filling.length;
  const leftOut = missing.length === 0 ? "" : `; left out: ${missing.map(({ name }) => name).join(", ")}`;
  const figure = `${percent(runs - faults.length, runs)} (${runs - faults.length} of ${runs})${leftOut}`;
  return { figure: [figure, ...faults.slice(0, 5)].join("; "), isReached: faults.length === 0 };
});

function percent(part: number, whole: number): string {
  return `${Math.floor((100 * part) / whole)} %`;
}
