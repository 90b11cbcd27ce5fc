import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import type { AtEnd } from "../local-server.js";

const SOURCE = fileURLToPath(new URL("hostile-action.ts", import.meta.url));

/** Bundles the action that drills a hostile syncer; it cannot upload. @returns the path of the script. */
export async function buildHostileAction(atEnd: AtEnd): Promise<string> {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), "drill-hostile-"));
  atEnd(async () => rmSync(directory, { recursive: true, force: true }));
  const bundle = await rolldown({
    input: { action: SOURCE },
    platform: "node",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    external: (id) => id.endsWith("/artifact-client.js"),
    treeshake: { moduleSideEffects: (id) => !id.includes("node_modules") },
  });
  await bundle.write({
    dir: directory,
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
  });
  await bundle.close();
  return join(directory, "action.cjs");
}
