import { spawnSync } from "node:child_process";
import { describe, it } from "vitest";
import { leftOut } from "../left-out.js";
import { FRUGAL } from "../promtool.js";

/** The amtools that a machine may have on its PATH: Debian's, and one with the newer syntax of matchers. */
const NAMES = ["amtool", "amtool-28"];

/** One amtool, which routes as the Alertmanager of its version does. */
export class Amtool {
  readonly name: string;
  /** `0.25.0` */
  readonly version: string;

  private constructor(name: string, version: string) {
    this.name = name;
    this.version = version;
  }

  static find(name: string): Amtool | undefined {
    const { stdout, stderr, error } = spawnSync(name, ["--version"], { encoding: "utf8" });
    if (error !== undefined) return undefined;
    const [, version] = /version v?([0-9.]+)/.exec(stdout + stderr) ?? [];
    if (version === undefined) throw new Error(`${name} --version tells no version: ${stdout}${stderr}`);
    return new Amtool(name, version);
  }

  /** The receivers that an alert with these labels goes to, by `amtool config routes test`. */
  receivers(file: string, labels: Readonly<Record<string, string>>): string[] {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    const args = ["config", "routes", "test", `--config.file=${file}`, ...pairs];
    const { status, stdout, stderr, error } = spawnSync(this.name, args, {
      encoding: "utf8",
      env: { ...process.env, ...FRUGAL },
    });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`${this.name} ${args.join(" ")}: ${stdout}${stderr}`);
    return stdout.trim().split(",");
  }
}

/** Makes the tests once for each amtool on the PATH; where there is none they are left out aloud. */
export function onEachAmtool(makeTests: (amtool: Amtool) => void): void {
  for (const name of NAMES) {
    const amtool = Amtool.find(name);
    if (amtool !== undefined) {
      describe(`${name} ${amtool.version}`, () => makeTests(amtool));
      continue;
    }
    const missing = leftOut(true, `what ${name} routes`, `${name} is not on the PATH`);
    it.skipIf(missing)(`${name} is on the PATH`, () => undefined);
  }
}
