import { resolve } from "node:path";
import { defineConfig } from "rolldown";
import { minifySync } from "rolldown/utils";

const shared = {
  platform: "node",
  tsconfig: "tsconfig.json",
  // Not by the real paths: dist is the same wherever node_modules is linked from.
  resolve: { extensionAlias: { ".js": [".ts", ".js"] }, symlinks: false },
};

// The action only uploads: what @actions/artifact has for finding, downloading and deleting, and the undici
// that it would do this with, stay out of dist (docs/decisions/0007).
const LEFT_OUT = {
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
    const isArtifactClient = importer
      ?.replaceAll("\\", "/")
      .endsWith("@actions/artifact/lib/internal/client.js");
    return isArtifactClient && /^\.\/(download|find|delete)\//.test(source) ? "\0artifact" : undefined;
  },
  load: (id) => LEFT_OUT[id.slice(1)],
};

// The one package of which a command needs much: minified, in a file of its own, so that ours stays readable. Its ES
// modules, as Node is given CommonJS, of which nothing can be left out.
const yaml = resolve("node_modules/yaml/browser/dist/index.js");
const minifyYaml = {
  name: "minify-yaml",
  generateBundle(_, bundle) {
    const chunk = bundle["cli-yaml.js"];
    const options = { mangle: { toplevel: true }, compress: true };
    chunk.code = minifySync(chunk.fileName, chunk.code, options).code;
  },
};

// Everything that runs is inside: dist needs no node_modules. The command and the action are CommonJS, which Node
// starts sooner (docs/decisions/0004); the library is an ES module.
export default defineConfig([
  {
    ...shared,
    input: { cli: "src/cli/main.ts" },
    resolve: { ...shared.resolve, alias: { yaml } },
    plugins: [minifyYaml],
    treeshake: { moduleSideEffects: (id) => !/[\\/]node_modules[\\/]yaml[\\/]/.test(id) },
    output: {
      dir: "dist",
      format: "cjs",
      minify: "dce-only",
      // They stand in src; here they cost a fifth.
      comments: false,
      chunkFileNames: "cli-[name].js",
      codeSplitting: { groups: [{ name: "yaml", test: /[\\/]node_modules[\\/]yaml[\\/]/ }] },
    },
  },
  {
    ...shared,
    input: "src/index.ts",
    output: { file: "dist/index.mjs", format: "esm", minify: "dce-only" },
  },
  {
    ...shared,
    input: { action: "src/action/main.ts" },
    plugins: [leaveOut],
    treeshake: { moduleSideEffects: (id) => !id.includes("node_modules") },
    output: { dir: "dist", format: "cjs", minify: true, chunkFileNames: "action-[name].js" },
  },
]);
