import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { leftOut } from "./left-out.js";

/** The promtools that a machine may have on its PATH; the second is for one of Prometheus' other major version. */
const NAMES = ["promtool", "promtool-3"];

/** What makes a short-lived program in Go cheaper: one thread, and no garbage collected before there is much of it. */
export const FRUGAL = { GOMAXPROCS: "1", GOGC: "off", GOMEMLIMIT: "1GiB" };

/** How a promtool ended, and what it wrote. */
interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
}

/** One promtool. */
export class Promtool {
  readonly name: string;
  /** `2` or `3`. */
  readonly major: string;

  /** Whether what takes seconds, and does not differ between the majors, is asked of this one. */
  get isFirst(): boolean {
    return this.name === NAMES[0];
  }

  private constructor(name: string, major: string) {
    this.name = name;
    this.major = major;
  }

  /** The one of this name on the PATH, or undefined. */
  static find(name: string): Promtool | undefined {
    const { stdout, stderr, error } = spawnSync(name, ["--version"], { encoding: "utf8" });
    if (error !== undefined) return undefined;
    const [, major] = /version v?([0-9]+)\./.exec(stdout + stderr) ?? [];
    if (major === undefined) throw new Error(`${name} --version tells no version: ${stdout}${stderr}`);
    return new Promtool(name, major);
  }

  run(...args: readonly string[]): Outcome {
    return this.runOn("", ...args);
  }

  /** {@link run} with something to read on standard input. */
  runOn(input: string, ...args: readonly string[]): Outcome {
    const { status, stdout, stderr, error } = spawnSync(this.name, args, {
      input,
      encoding: "utf8",
      env: { ...process.env, ...FRUGAL },
      maxBuffer: 2 ** 26,
    });
    if (error !== undefined) throw error;
    return { exitCode: status, output: stdout + stderr };
  }
}

/** What to do where a promtool is missing: leave out and say so, but on CI the first one must be there. */
export function onMissing(name: string, ci: string | undefined): "fail" | "leave out" {
  return ci === "true" && name === NAMES[0] ? "fail" : "leave out";
}

/** The promtools that are here. */
export function promtools(): readonly Promtool[] {
  return NAMES.flatMap((name) => Promtool.find(name) ?? []);
}

/** Makes the tests once for each promtool on the PATH. Where there is none they are left out aloud; on CI that fails. */
export function onEachPromtool(makeTests: (promtool: Promtool) => void): void {
  for (const name of NAMES) {
    const promtool = Promtool.find(name);
    if (promtool !== undefined) {
      describe(`${name}, Prometheus ${promtool.major}`, () => makeTests(promtool));
    } else if (onMissing(name, process.env.CI) === "fail") {
      it(`${name} is on the PATH`, () => expect.fail(`install ${name}: CI has to run what it checks`));
    } else {
      const missing = leftOut(true, `what ${name} checks`, `${name} is not on the PATH`);
      it.skipIf(missing)(`${name} is on the PATH`, () => undefined);
    }
  }
}
