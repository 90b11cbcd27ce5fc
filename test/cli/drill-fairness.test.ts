import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "../support/documents.js";
import { textsIn } from "../support/file-tree.js";
import { leftOut } from "../support/left-out.js";
import { NOW_NAME, runHere } from "../support/run-cli.js";
import { ALL_PASSED } from "../support/suite-counts.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const isLeftOut = leftOut(
  spawnSync("python3", ["--version"]).status !== 0,
  "syncers of somebody else's, drilled",
  "python3 is not installed",
);
const PYTHON = join(CHECKOUT, "docs", "adapters", "python");

/** An adapter that changes the one of the documents before it runs. */
function adapter(change: string): string {
  const path = join(temporaryDirectory(), "other_adapter.py");
  writeFileSync(
    path,
    `import sys\nsys.path.insert(0, ${JSON.stringify(PYTHON)})\nimport my_adapter, my_metrics, my_syncer\n${change}\nmy_adapter.main()\n`,
  );
  return `python3 '${path}'`;
}

function fileOf(text: string): string {
  const path = join(temporaryDirectory(), "file");
  writeFileSync(path, text);
  return path;
}

async function drill(syncer: string, ...more: string[]) {
  const artifactDir = temporaryDirectory();
  const run = await runHere(["--artifact-dir", artifactDir, "--syncer", syncer, ...more]);
  return { ...run, evidence: textsIn(join(artifactDir, "account_sync_fire_drill", NOW_NAME)) };
}

/** What comes to be said between the evidence and the results. */
function tailOf(stdout: string): string {
  return stdout.slice(stdout.indexOf("=== Evidence ==="), stdout.indexOf("=== Results"));
}

const CONSTANT_LABELS = `
import re
text = my_metrics.Metrics.text
def labelled(self, now):
    lines = re.sub(r"^(grinder_\\w+) ", r'\\1{account="main"} ', text(self, now), flags=re.M)
    return re.sub(r"^(grinder_\\w+)\\{(rule|reason)", r'\\1{account="main",\\2', lines, flags=re.M)
my_metrics.Metrics.text = labelled`;

const EXCEPTION_NAMES = `
NAMES = {"timeout": "RequestTimeout", "auth": "AuthenticationError", "duplicate_key": "DuplicateRow"}
text = my_metrics.Metrics.text
def named(self, now):
    lines = text(self, now)
    for ours, theirs in NAMES.items():
        lines = lines.replace('="' + ours + '"', '="' + theirs + '"')
    return lines
my_metrics.Metrics.text = named
sync = my_adapter.Session.sync
def answered(self, request):
    reply = sync(self, request)
    reply["error"] = NAMES.get(reply["error"], reply["error"])
    for found in reply["mismatches"]:
        found["rule"] = NAMES.get(found["rule"], found["rule"])
    return reply
my_adapter.Session.sync = answered`;
const NAMES = {
  rules: { duplicate_key: "DuplicateRow" },
  reasons: { timeout: "RequestTimeout", auth: "AuthenticationError" },
};

const BORN_LATE = `
text = my_metrics.Metrics.text
def late(self, now):
    return "".join(line for line in text(self, now).splitlines(True) if "{" not in line or not line.endswith(" 0\\n"))
my_metrics.Metrics.text = late`;

const VERSION_1 = `
def hello(self, request):
    return {"protocol": 1, "implementation": {"name": "mine", "version": "0", "language": "Python"}}
my_adapter.Session.hello = hello
sync = my_adapter.Session.sync
def with_ids(self, request):
    ids = request["known_order_ids"]
    return sync(self, {**request, "expected": None if ids is None else {"order_ids": ids}})
my_adapter.Session.sync = with_ids`;

const AT_THE_DOOR = `
my_syncer.MySyncer._one_sided = (lambda was: lambda self, snapshot, regressed, now: [
    finding for finding in was(self, snapshot, regressed, now) if finding[0] != "negative_qty"
])(my_syncer.MySyncer._one_sided)`;

describe.skipIf(isLeftOut)("an honest syncer", () => {
  it("passes where all its series carry a label of their own", async () => {
    const { exitCode, stdout } = await drill(adapter(CONSTANT_LABELS));
    expect(stdout).toContain(ALL_PASSED);
    expect(exitCode).toBe(0);
  });

  it("passes by its own names once they are said; before, one cause says so", async () => {
    const before = await drill(adapter(EXCEPTION_NAMES));
    expect(before.exitCode).toBe(1);
    expect([...tailOf(before.stdout).matchAll(/^ {2}FAIL: .*$/gm)].map(String)).toEqual([
      expect.stringContaining("rules or reasons are called by other names: "),
    ]);
    const said = await drill(adapter(EXCEPTION_NAMES), "--names", fileOf(JSON.stringify(NAMES)));
    expect(said.stdout).toContain(ALL_PASSED);
    expect(said.stdout).toContain(
      'note: named by the syncer: duplicate_key "DuplicateRow", timeout "RequestTimeout"',
    );
  });

  it("of version 1 passes with its grace said by --settle; without, its orphan is missed", async () => {
    const syncer = adapter(VERSION_1);
    expect((await drill(syncer, "--settle", "syncs=3,ms=10000")).stdout).toContain(ALL_PASSED);
    expect(tailOf((await drill(syncer)).stdout)).toContain("FAIL: orphan_order is not found (drill C)");
  });
});

describe.skipIf(isLeftOut)("a syncer with a fault", () => {
  it("whose counters are born late is told one cause, with its count", async () => {
    const { exitCode, stdout } = await drill(
      adapter(BORN_LATE),
      "--suite",
      "full",
      "--only",
      "a,b,c,d,e,i,r",
    );
    expect(exitCode).toBe(1);
    const failed = tailOf(stdout);
    expect([...failed.matchAll(/^ {2}FAIL: .*$/gm)].map(String)).toEqual([
      expect.stringMatching(/FAIL: [0-9]+ series are absent until they first count: /),
    ]);
    expect(failed).toMatch(/^ {4}[0-9]+ more checks follow from it$/m);
  });

  it("is adopted with its expected failures, which the run itself has written", async () => {
    const syncer = adapter(AT_THE_DOOR);
    const before = await drill(syncer);
    expect(before.exitCode).toBe(1);
    const list = fileOf(before.evidence["failed_checks.txt"] ?? "");
    const after = await drill(syncer, "--expected-failures", list);
    expect(after.exitCode).toBe(0);
    expect(after.stdout).toMatch(/=== Results: [0-9]+ passed, 0 failed, 4 skipped ===/);
    expect(after.stdout).not.toContain("drill_b_PROVEN");
    const mended = await drill(adapter(""), "--expected-failures", list);
    expect(mended.exitCode).toBe(1);
    expect(tailOf(mended.stdout)).toContain(
      "FAIL: a check passes that is listed as an expected failure (drill B)",
    );
  });

  it("that breaks off shows its own last words", async () => {
    const { exitCode, stderr } = await drill(adapter("import no_such_module"));
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /; the last line of its standard error: ModuleNotFoundError: No module named 'no_such_module'\n$/,
    );
  });
});

describe("the options that say more of a syncer", () => {
  it.each([
    { args: ["--names", "names.json"], says: /--names: give --syncer too/ },
    { args: ["--settle", "syncs=3"], says: /--settle: give --syncer too/ },
    { args: ["--syncer", "x", "--settle", "3"], says: /--settle: expected syncs=N,ms=N, got "3"/ },
    { args: ["--syncer", "x", "--names", "/nowhere"], says: /--names \/nowhere: no such file/ },
    { args: ["--expected-failures", "/nowhere"], says: /--expected-failures \/nowhere: no such file/ },
  ])("refuse $args", async ({ args, says }) => {
    const { exitCode, stderr } = await runHere(args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
  });

  it("refuse a name that no check has, with those that there are", async () => {
    const { exitCode, stderr } = await runHere(["--expected-failures", fileOf("B: nothing\n")]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/: line 1: no check "B: nothing"; there is "B: sync is not ok", /);
  });
});
