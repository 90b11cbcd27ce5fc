// Builds dist from nothing: the bundles, then the library's type declarations. Same input, same bytes.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { rolldown } from "rolldown";
import bundles from "./rolldown.config.js";

rmSync("dist", { recursive: true, force: true });
for (const { output, ...input } of bundles) {
  const bundle = await rolldown(input);
  await bundle.write(output);
  await bundle.close();
}
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", ".ci/tsconfig.types.json"], {
  stdio: "inherit",
});
writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');
writeFileSync("dist/types/package.json", '{ "type": "module" }\n');
