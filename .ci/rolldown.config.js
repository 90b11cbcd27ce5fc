import { resolve } from "node:path";
import { defineConfig } from "rolldown";
import { minifySync } from "rolldown/utils";
import { leaveOut } from "./left-out.js";

const shared = {
  platform: "node",
  tsconfig: "tsconfig.json",
  // Not by the real paths: dist is the same wherever node_modules is linked from.
  resolve: { extensionAlias: { ".js": [".ts", ".js"] }, symlinks: false },
};

// The same as modules, of which the bundler drops what nothing uses.
const SHORTER = Object.fromEntries(
  ["@protobuf-ts/runtime", "@protobuf-ts/runtime-rpc"].map((name) => [name, `${name}/build/es2015/index.js`]),
);

// What is written here can be read in dist too; what is bundled lies in files of its own, one for each part that
// needs it, and only these are minified (docs/decisions/0011).
const BUNDLED = "bundled";

// What Node.js has of its own is read where it is first used, and never copied (docs/decisions/0004). Paths and files
// are used at once.
const builtinsAtFirstUse = {
  name: "builtins-at-first-use",
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk" && !chunk.name.startsWith(BUNDLED)) chunk.code = atFirstUse(chunk.code);
    }
  },
};

const USED_AT_ONCE = ["node:fs", "node:path"];

function atFirstUse(code) {
  const uncopied = code.replace(/^(node_\w+) = (?:\w+\.)?__toESM\(\1, 1\);\n/gm, "");
  const read = [...uncopied.matchAll(/^let (node_\w+) = (require\("([^"]+)"\));\n/gm)];
  return read
    .filter(([, , , module]) => !USED_AT_ONCE.includes(module))
    .reduce(
      (text, [line, name, call]) => text.replace(line, "").replaceAll(new RegExp(`\\b${name}\\b`, "g"), call),
      uncopied,
    );
}

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

// Its ES modules: Node would be given CommonJS, of which nothing can be left out.
const yaml = resolve("node_modules/yaml/browser/dist/index.js");
const isYaml = /[\\/]node_modules[\\/]yaml[\\/]/;

// Everything that runs is inside: dist needs no node_modules. The command and the action are CommonJS, which Node
// starts sooner (docs/decisions/0004), and share what they both need; the library is an ES module.
export default defineConfig([
  {
    ...shared,
    input: { cli: "src/cli/main.ts", action: "src/action/main.ts" },
    plugins: [leaveOut, builtinsAtFirstUse, minifyBundled],
    resolve: { ...shared.resolve, alias: { yaml, ...SHORTER } },
    treeshake: { moduleSideEffects: (id) => !id.includes("node_modules") },
    output: {
      dir: "dist",
      format: "cjs",
      minify: "dce-only",
      // They stand in src; here they cost a fifth.
      comments: false,
      chunkFileNames: ({ name }) => `shared-${name.replaceAll("~", "-")}.js`,
      codeSplitting: {
        groups: [
          { name: `${BUNDLED}-yaml`, test: isYaml },
          { name: BUNDLED, test: /[\\/]node_modules[\\/]/, entriesAware: true },
        ],
      },
    },
  },
  {
    ...shared,
    input: "src/index.ts",
    output: { file: "dist/index.mjs", format: "esm", minify: "dce-only", comments: false },
  },
]);
