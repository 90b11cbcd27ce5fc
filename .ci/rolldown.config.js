import { defineConfig } from "rolldown";

// One file for each entry, with everything it needs inside: dist runs without node_modules.
export default defineConfig(
  [
    { input: "src/cli/main.ts", file: "dist/cli.js" },
    { input: "src/index.ts", file: "dist/index.js" },
  ].map(({ input, file }) => ({
    input,
    platform: "node",
    tsconfig: "tsconfig.json",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    output: { file, format: "esm", minify: "dce-only" },
  })),
);
