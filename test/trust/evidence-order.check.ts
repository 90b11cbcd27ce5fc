import { realpathSync } from "node:fs";
import { join } from "node:path";
import { type DiskEvent, orderFaults } from "../support/evidence-order.js";
import { fireDrill } from "../support/fire-drill-run.js";
import { installedNodes } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";
import { CAN_TRACE, traceDrill } from "../support/system-calls.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { diskEventsOf, recordingFileSystem } from "../support/watched-file-system.js";
import { row } from "./row.js";

const KIND = ["artifacts", "account_sync_fire_drill"];

row("evidence-order", async () => {
  const runs = CAN_TRACE ? installedNodes().map(({ path }) => traced(path)) : [await watched()];
  const faults = runs.flatMap(({ events, kind }) => orderFaults(events, kind));
  const seen = `${runs.flatMap(({ events, kind }) => events.filter(({ path }) => path.startsWith(kind))).length}`;
  const how = CAN_TRACE
    ? `${seen} system calls of ${runs.length} processes`
    : `${seen} calls of node:fs; left out: the system calls of a real process, strace is missing`;
  const figure = `${faults.length === 0 ? "in this order" : `${faults.length} out of order`} (${how})`;
  return { figure: [figure, ...faults.slice(0, 5)].join("; "), isReached: faults.length === 0 };
});

function traced(node: string): { readonly events: DiskEvent[]; readonly kind: string } {
  const cli = new BuiltCli(node);
  return {
    events: traceDrill(cli, "--artifact-dir artifacts"),
    kind: join(realpathSync(cli.directory), ...KIND),
  };
}

async function watched() {
  const artifactDir = join(temporaryDirectory(), "artifacts");
  const { fs, calls } = recordingFileSystem();
  await fireDrill(artifactDir, { fs });
  return { events: diskEventsOf(calls), kind: join(artifactDir, "account_sync_fire_drill") };
}
