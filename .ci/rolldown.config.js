import { defineConfig } from "rolldown";

const shared = {
  platform: "node",
  tsconfig: "tsconfig.json",
  resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
};

// One file for each entry, with everything it needs inside: dist runs without node_modules. The command is
// CommonJS, which Node starts sooner (docs/decisions/0004); the library is an ES module.
export default defineConfig([
  {
    ...shared,
    input: "src/cli/main.ts",
    output: { file: "dist/cli.js", format: "cjs", minify: "dce-only" },
  },
  {
    ...shared,
    input: "src/index.ts",
    output: { file: "dist/index.mjs", format: "esm", minify: "dce-only" },
  },
]);
