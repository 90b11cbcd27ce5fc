import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { drillsOf } from "../../src/drills/suites.js";
import { ProgramSyncer } from "../../src/protocol/program-syncer.js";
import { namesIn } from "../support/file-tree.js";
import { fireDrill, PREFIX } from "../support/fire-drill-run.js";
import { HOSTILE_PROGRAMS, programSource } from "../support/hostile-programs.js";
import { patient } from "../support/patience.js";
import { leftOfGroup } from "../support/process-group.js";
import { testPorts } from "../support/program-ports.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { thrownBy } from "../support/thrown-by.js";

const LIMITS = { hello: patient(1000), request: patient(500), bye: patient(500), run: patient(10_000) };

function hostile(script: string, groups: number[]): ProgramSyncer {
  const path = join(temporaryDirectory(), "program.cjs");
  writeFileSync(path, programSource(script));
  const onStart = (leader: number) => groups.push(leader);
  return new ProgramSyncer([process.execPath, path], testPorts({ onStart }), LIMITS);
}

describe("a program that", () => {
  it("answers as it should is drilled to the end, and its verdict is its own", async () => {
    const groups: number[] = [];
    const { report } = await fireDrill(temporaryDirectory(), { syncer: hostile("", groups) });
    expect(report.brokeOff).toBeNull();
    expect(report.syncer).toEqual({ name: "hostile", version: "0.1", language: "JavaScript" });
    expect(report.drills.some(({ provenMarker }) => provenMarker !== null)).toBe(false);
    expect(await leftOfGroup(groups[0] ?? 0)).toEqual([]);
  });

  it.each(HOSTILE_PROGRAMS)("$name breaks off, says so, and leaves no process", async ({ script, says }) => {
    const groups: number[] = [];
    const { report, evidenceRef } = await fireDrill(temporaryDirectory(), {
      syncer: hostile(script, groups),
      drills: drillsOf("runbook", PREFIX).slice(0, 2),
    });
    expect(report.brokeOff).toMatch(says);
    expect(report.brokeOff).not.toContain("\n");
    expect(evidenceRef).toContain("status=failed reason=exit_code_3");
    expect(groups).toHaveLength(1);
    expect(await leftOfGroup(groups[0] ?? 0)).toEqual([]);
  });

  it("ended well can be drilled again, by a new process", async () => {
    const groups: number[] = [];
    const syncer = hostile("", groups);
    const [first, second] = [
      await fireDrill(temporaryDirectory(), { syncer }),
      await fireDrill(temporaryDirectory(), { syncer }),
    ];
    expect(second.report.brokeOff).toBeNull();
    expect(second.fingerprint).toBe(first.fingerprint);
    expect(new Set(groups).size).toBe(2);
  });

  it("is slow in all ends with the time for the whole run", async () => {
    const slow = "const honest = answer; answer = (request) => setTimeout(honest, 200, request);";
    const path = join(temporaryDirectory(), "program.cjs");
    writeFileSync(path, programSource(slow));
    const syncer = new ProgramSyncer([process.execPath, path], testPorts(), { ...LIMITS, run: 700 });
    const { report } = await fireDrill(temporaryDirectory(), { syncer });
    expect(report.brokeOff).toMatch(/the whole run took over 0\.7 s/);
  });

  it.each([
    {
      name: "does not exist",
      words: ["no-such-program-here"],
      says: /"no-such-program-here" cannot be started: there is no such program; install it/,
    },
    {
      name: "is not executable",
      words: [join(import.meta.dirname, "hostile-programs.test.ts")],
      says: /not executable; chmod \+x it/,
    },
    {
      name: "is named without what runs it",
      words: ["my_adapter.py"],
      says: /"my_adapter.py" cannot be started: name what runs it first: python3 my_adapter.py$/,
    },
    {
      name: "ends with an error on standard error",
      words: [process.execPath, "-e", "throw new TypeError('no module named x')"],
      says: /ended with exit code 1 before it answered hello; the last line of its standard error: TypeError: no module named x$/,
    },
  ])("$name breaks off and says what to do", async ({ words, says }) => {
    const syncer = new ProgramSyncer(words, testPorts(), LIMITS);
    const { report } = await fireDrill(temporaryDirectory(), { syncer });
    expect(report.brokeOff).toMatch(says);
  });

  it("writes to standard error has that kept beside the evidence: capped, escaped, outside the fingerprint", async () => {
    const noisy = 'process.stderr.write("loading\\u001b[31m\\n" + "x".repeat(100_000));';
    const [first, second] = [
      await fireDrill(temporaryDirectory(), { syncer: hostile(noisy, []) }),
      await fireDrill(temporaryDirectory(), { syncer: hostile("", []) }),
    ];
    const kept = first.files.get("syncer_stderr.txt") ?? "";
    expect(kept).toMatch(/^loading\\u\{1b\}\[31m\nx+\n\(34477 more bytes were left out\)\n$/);
    expect(second.files.has("syncer_stderr.txt")).toBe(false);
    expect(first.fingerprint).toBe(second.fingerprint);
  });

  it("is drilled while the drill is told to stop is killed, and no evidence is left", async () => {
    const groups: number[] = [];
    const path = join(temporaryDirectory(), "program.cjs");
    writeFileSync(path, programSource("answer = () => {};"));
    let stop = (_: string) => {};
    const stopped = new Promise<string>((resolve) => {
      stop = resolve;
    });
    const onStart = (leader: number) => {
      groups.push(leader);
      setTimeout(stop, 100, "SIGTERM");
    };
    const syncer = new ProgramSyncer([process.execPath, path], testPorts({ onStart }), LIMITS);
    const artifactDir = temporaryDirectory();
    const running = fireDrill(artifactDir, { syncer, stopped }).finally(() => syncer.dispose());
    expect(await thrownBy(() => running)).toMatchObject({ code: "interrupted" });
    expect(await leftOfGroup(groups[0] ?? 0)).toEqual([]);
    expect(namesIn(join(artifactDir, "account_sync_fire_drill"))).toEqual([]);
  });
});
