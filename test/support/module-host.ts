import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { DRILLED_MODULE } from "../../src/protocol/module-host.js";
import type { ProgramPorts } from "../../src/protocol/program.js";
import { testPorts } from "./program-ports.js";

const ENTRY = fileURLToPath(new URL("module-host-entry.ts", import.meta.url));

/** Bundles the host of a module into the directory. @returns ports that drill modules in it. */
export async function portsWithModuleHost(directory: string): Promise<ProgramPorts> {
  const bundle = await rolldown({
    input: { host: ENTRY },
    platform: "node",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  });
  await bundle.write({ dir: directory, format: "cjs", entryFileNames: "[name].cjs" });
  await bundle.close();
  return testPorts({ moduleHost: [process.execPath, join(directory, "host.cjs"), DRILLED_MODULE] });
}
