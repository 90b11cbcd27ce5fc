// Builds dist from nothing: the bundles, the licences of what they bring along, the library's type
// declarations. Same input, same bytes.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { rolldown } from "rolldown";
import { isStandIn } from "./left-out.js";
import { renderLicences } from "./licences.js";
import bundles from "./rolldown.config.js";

rmSync("dist", { recursive: true, force: true });
const modules = new Set();
for (const { output, ...input } of bundles) {
  const bundle = await rolldown(input);
  const written = await bundle.write(output);
  await bundle.close();
  for (const chunk of written.output) {
    for (const id of Object.keys(chunk.modules ?? {})) if (!isStandIn(id)) modules.add(id);
  }
}
const tsc = ["node_modules/typescript/bin/tsc", "-p", ".ci/tsconfig.types.json"];
execFileSync(process.execPath, tsc, { stdio: "inherit" });
// The same declarations for those who require the library: what their compiler takes for CommonJS. Without the
// comments, which would stand in dist twice.
const plain = ["--outDir", "dist/types-commonjs", "--removeComments"];
execFileSync(process.execPath, [...tsc, ...plain], { stdio: "inherit" });
writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');
writeFileSync("dist/types/package.json", '{ "type": "module" }\n');
writeFileSync("dist/types-commonjs/package.json", '{ "type": "commonjs" }\n');
writeFileSync("dist/LICENCES.txt", renderLicences(modules));
