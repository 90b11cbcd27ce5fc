import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { withoutTheMoment } from "../golden/golden.js";
import { runHere } from "../support/run-cli.js";
import { ALL_PASSED } from "../support/suite-counts.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const NOTHING_SAID = "";

describe("runCli", () => {
  it("runs the drill where no command is named", async () => {
    const { exitCode, stdout } = await runHere([]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(ALL_PASSED);
  });

  it("takes an option without a command for the drill's", async () => {
    const env = { GRINDER_ARTIFACT_DIR: temporaryDirectory() };
    const short = await runHere(["--only", "a"], { env });
    const long = await runHere(["drill", "--only", "a"], { env });
    expect(short.exitCode).toBe(0);
    expect(withoutTheMoment(short.stdout)).toBe(withoutTheMoment(long.stdout));
  });

  it("says its version, and nothing else", async () => {
    expect(await runHere(["--version"])).toEqual({
      exitCode: 0,
      stdout: `${manifest.version}\n`,
      stderr: "",
    });
  });

  it.each([
    { name: "an unknown command", args: ["dril"], says: '"dril"' },
    { name: "an empty command", args: [""], says: '""' },
    { name: "a command that an object has by itself", args: ["constructor"], says: '"constructor"' },
    {
      name: "a command that breaks the line",
      args: ["x\n::set-output name=a::b"],
      says: '"x\\u{a}::set-output',
    },
    { name: "an unknown option", args: ["--frobnicate"], says: "--frobnicate" },
    { name: "an option of another command", args: ["verify", "--only", "a"], says: "--only" },
    { name: "a word after drill", args: ["drill", "verify"], says: '"verify"' },
    { name: "a word after --", args: ["--", "verify"], says: '"verify"' },
    { name: "two directories to verify", args: ["verify", "a", "b"], says: '"b"' },
    { name: "no directory to verify", args: ["verify"], says: "which evidence directory" },
    { name: "a directory without a name", args: ["verify", ""], says: "which evidence directory" },
    { name: "an option given twice", args: ["--only", "a", "--only", "b"], says: "--only was given twice" },
    { name: "no snapshot to sync", args: ["sync"], says: "--snapshot" },
    { name: "a snapshot without a name", args: ["sync", "--snapshot="], says: "--snapshot FILE is needed" },
    {
      name: "a file of known orders without a name",
      args: ["sync", "--snapshot", "-", "--known-orders="],
      says: "--known-orders: expected a file",
    },
    { name: "an unknown drill", args: ["--only", "a,z"], says: '"z"' },
    { name: "a drill's title for its letter", args: ["--only", "drill_a"], says: '"drill_a"' },
    { name: "no drill between two commas", args: ["--only", "a,,b"], says: '""' },
    { name: "no drill at all", args: ["--only="], says: '""' },
    { name: "an artifact directory without a name", args: ["--artifact-dir="], says: "--artifact-dir" },
  ])("refuses $name with exit code 2 and one line that names it", async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await runHere(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: NOTHING_SAID });
    expect(stderr).toMatch(/^account-sync-drill: \P{Cc}+\n$/u);
    expect(stderr).toContain(says);
  });

  it("turns what nobody foresaw into one line and exit code 3", async () => {
    const stdin = { readStdin: async () => Promise.reject(new TypeError("x is not\n a function")) };
    const clock = () => {
      throw new TypeError("x is not\n    at a function");
    };
    expect(await runHere([], { ...stdin, clock })).toEqual({
      exitCode: 3,
      stdout: NOTHING_SAID,
      stderr: "account-sync-drill: could not be completed: x is not\\u{a}    at a function\n",
    });
  });
});
