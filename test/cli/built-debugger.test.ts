import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { programSource } from "../support/hostile-programs.js";
import { onEachNode } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";

// 1 s is what a debugger needs to open its port, many times over. Of this process only: another may have one open.
const ASKS_FOR_A_DEBUGGER = `
  const honest = answer;
  answer = (request) => {
    if (request.type !== "sync") return honest(request);
    process.kill(process.ppid, "SIGUSR1");
    setTimeout(honest, 1000, request);
    answer = honest;
  };`;

onEachNode((node) => {
  describe("the built command, sent SIGUSR1 by the program that it drills,", () => {
    it("opens no debugger, and comes to its verdict", () => {
      const cli = new BuiltCli(node);
      writeFileSync(cli.at("program.cjs"), programSource(ASKS_FOR_A_DEBUGGER));
      const { exitCode, stderr } = cli.run(["--syncer", `'${node}' program.cjs`]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    });
  });
});
