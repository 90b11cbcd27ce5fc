import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECKOUT } from "./documents.js";

/** An empty directory where the packed package is installed as npm does it, with what it depends on lent by the checkout. */
export function installedPackage(): string {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), "account-sync-drill-packed-"));
  const options = { cwd: CHECKOUT, encoding: "utf8" } as const;
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", directory];
  const [packed] = JSON.parse(execFileSync("npm", pack, options));
  execFileSync("tar", ["xzf", join(directory, packed.filename)], { cwd: directory });
  const modules = join(directory, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  cpSync(join(directory, "package"), join(modules, "account-sync-drill"), { recursive: true });
  chmodSync(join(modules, "account-sync-drill", "dist", "cli.js"), 0o755);
  symlinkSync("../account-sync-drill/dist/cli.js", join(modules, ".bin", "account-sync-drill"));
  symlinkSync(join(CHECKOUT, "node_modules/prom-client"), join(modules, "prom-client"));
  return directory;
}
