import * as fs from "node:fs";
import { describe, expect, it } from "vitest";
import { HOSTILE_MODULES } from "../support/hostile-modules.js";
import { onEachNode } from "../support/node-versions.js";
import { patientSeconds } from "../support/patience.js";
import { BuiltCli } from "../support/run-cli.js";
import { verifyEvidence } from "../support/verify-evidence.js";

const SHORT = `hello=${patientSeconds(3)},request=${patientSeconds(1)},bye=${patientSeconds(2)}`;

onEachNode((node) => {
  describe("the built command, drilling a module that never finds anything and", () => {
    it.each(HOSTILE_MODULES)("$name, comes to no green end", ({ source, isJudged }) => {
      const cli = new BuiltCli(node);
      fs.writeFileSync(cli.at("mine.mjs"), source);
      const { exitCode, stdout, stderr } = cli.run(["--syncer", "./mine.mjs", "--syncer-timeouts", SHORT]);

      expect(exitCode).toBe(isJudged ? 1 : 3);
      if (isJudged) expect(stderr).toBe("");
      else expect(stderr).toMatch(/^account-sync-drill: \.\/mine\.mjs: [^\n]+\n$/);
      const [, evidenceDir = ""] = / evidence_dir=(\S+) /.exec(stdout) ?? [];
      expect(stdout).toContain(
        `EVIDENCE_REF mode=account-sync-drill status=failed reason=exit_code_${exitCode}`,
      );
      expect(verifyEvidence(fs, cli.at(evidenceDir)).damage).toEqual([]);
    });
  });

  it("the built command says what is meant where a program is named as a module", () => {
    const cli = new BuiltCli(node);
    fs.writeFileSync(cli.at("mine.mjs"), "process.exit(0);");
    const { stderr } = cli.run(["--syncer", "./mine.mjs"]);
    expect(stderr).toBe(
      "account-sync-drill: ./mine.mjs: it ended with exit code 0 before it answered hello; " +
        "a program that speaks the protocol is named with what runs it: node ./mine.mjs\n",
    );
  });

  it("the built command gives a module its standard output and error in a file of the evidence", () => {
    const cli = new BuiltCli(node);
    const silent = HOSTILE_MODULES.find(({ name }) => name.startsWith("prints"))?.source ?? "";
    fs.writeFileSync(cli.at("mine.mjs"), silent);
    const { stdout } = cli.run(["--syncer", "./mine.mjs", "--json"]);
    const { evidence_dir: directory } = JSON.parse(stdout);
    expect(fs.readFileSync(cli.at(directory, "syncer_stderr.txt"), "utf8")).toContain("34 passed, 0 failed");
  });
});
