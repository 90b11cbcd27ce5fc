import { defineConfig } from "rolldown";
import { minifySync } from "rolldown/utils";

const shared = {
  platform: "node",
  tsconfig: "tsconfig.json",
  // Not by the real paths: dist is the same wherever node_modules is linked from.
  resolve: { extensionAlias: { ".js": [".ts", ".js"] }, symlinks: false },
};

// The action only uploads: what @actions/artifact has for finding, downloading and deleting, the undici that it would
// do this with, and a checksum that it does not ask for stay out of dist (docs/decisions/0007).
const LEFT_OUT = {
  crc64: 'export default async () => { throw new Error("left out of this bundle"); };',
  undici: "export class ProxyAgent {}\nexport const fetch = globalThis.fetch;",
  artifact: ["download", "get", "list", "delete"]
    .flatMap((call) => [
      `${call}Artifact${call === "list" ? "s" : ""}Public`,
      `${call}Artifact${call === "list" ? "s" : ""}Internal`,
    ])
    .map((name) => `export function ${name}() { throw new Error("left out of this bundle"); }`)
    .join("\n"),
};

const leaveOut = {
  name: "leave-out",
  resolveId(source, importer) {
    if (source === "undici") return "\0undici";
    if (source === "./crc64.js") return "\0crc64";
    const isArtifactClient = importer
      ?.replaceAll("\\", "/")
      .endsWith("@actions/artifact/lib/internal/client.js");
    return isArtifactClient && /^\.\/(download|find|delete)\//.test(source) ? "\0artifact" : undefined;
  },
  load: (id) => LEFT_OUT[id.slice(1)],
};

// What is written here can be read in dist too; what is bundled lies in files of its own, one for each part that
// needs it, and only these are minified (docs/decisions/0010).
const BUNDLED = "bundled";

const bundledChunks = {
  dir: "dist",
  format: "cjs",
  minify: "dce-only",
  // "bundled~action" is what action.js needs at its start.
  chunkFileNames: ({ name }) => `action-${name.replace("~action", "").replace("~", "-")}.js`,
  codeSplitting: { groups: [{ name: BUNDLED, test: /[\\/]node_modules[\\/]/, entriesAware: true }] },
};

const minifyBundled = {
  name: "minify-bundled",
  // Not in renderChunk: what comes after that prints the code anew.
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.name.startsWith(BUNDLED)) chunk.code = minified(chunk);
    }
  },
};

function minified({ fileName, code }) {
  const { code: short, errors } = minifySync(fileName, code, { module: false, mangle: { toplevel: true } });
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0].message}`);
  return short;
}

// Everything that runs is inside: dist needs no node_modules. The command and the action are CommonJS, which Node
// starts sooner (docs/decisions/0004); the library is an ES module.
export default defineConfig([
  {
    ...shared,
    input: { cli: "src/cli/main.ts" },
    output: { dir: "dist", format: "cjs", minify: "dce-only", chunkFileNames: "cli-[name].js" },
  },
  {
    ...shared,
    input: "src/index.ts",
    output: { file: "dist/index.mjs", format: "esm", minify: "dce-only" },
  },
  {
    ...shared,
    input: { action: "src/action/main.ts" },
    plugins: [leaveOut, minifyBundled],
    treeshake: { moduleSideEffects: (id) => !id.includes("node_modules") },
    output: bundledChunks,
  },
]);
