import { processPorts } from "../../src/protocol/process-ports.js";
import type { ProgramPorts } from "../../src/protocol/program.js";

/** Ports of this very process, without its signals; `different` says what is different. */
export function testPorts(different: Partial<ProgramPorts> = {}): ProgramPorts {
  const quiet = {
    env: { PATH: process.env.PATH },
    platform: process.platform,
    execPath: process.execPath,
    execArgv: [],
    argv: [],
    kill: (pid: number, signal?: string | number) => process.kill(pid, signal),
    on: () => undefined,
  };
  return { ...processPorts(quiet), ...different };
}
