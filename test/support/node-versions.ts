import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";
import { leftOut } from "./left-out.js";

const NODE_24 = fileURLToPath(new URL("../../node_modules/node/bin/node", import.meta.url));

/** The one that runs the tests, and Node.js 24 where that is another. */
const NODE_VERSIONS = [
  { name: `Node ${process.version}`, path: process.execPath },
  ...(process.version.startsWith("v24.") ? [] : [{ name: "Node 24", path: NODE_24 }]),
];

/** Those of {@link NODE_VERSIONS} that are installed. */
export function installedNodes(): readonly { readonly name: string; readonly path: string }[] {
  return NODE_VERSIONS.filter(({ path }) => existsSync(path));
}

/** Makes the tests once, for what no version of Node.js has a hand in; CI runs them on each all the same. */
export function onThisNode(makeTests: (node: string) => void): void {
  describe(`Node ${process.version}`, () => makeTests(process.execPath));
}

/** Makes the tests once for each version of Node.js; `node` is the path of its binary. */
export function onEachNode(makeTests: (node: string) => void): void {
  for (const { name, path } of NODE_VERSIONS) {
    const missing = leftOut(
      !existsSync(path),
      `the built command under ${name}`,
      "the package `node` is not installed",
    );
    describe.skipIf(missing)(name, () => makeTests(path));
  }
}
