import child_process from "node:child_process";
import { syncBuiltinESMExports } from "node:module";
import { Server } from "node:net";
import { expect } from "vitest";

/** Set up before each file of the tests in process: what would go outside fails, and says where the file belongs. */
const STARTERS = ["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"] as const;

function refusalOf(call: string): () => never {
  return () => {
    const file = expect.getState().testPath ?? "this test";
    throw new Error(`${file} calls ${call}: name it in test/support/outside-tests.ts, or do without`);
  };
}

for (const name of STARTERS) {
  Object.defineProperty(child_process, name, { value: refusalOf(name), configurable: true });
}
Object.defineProperty(Server.prototype, "listen", { value: refusalOf("listen"), configurable: true });
syncBuiltinESMExports();
