import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drillsOf } from "../../src/drills/suites.js";
import { ProgramSyncer } from "../../src/protocol/program-syncer.js";
import { DEFAULT_TIME_LIMITS } from "../../src/protocol/time-limits.js";
import { fireDrill, PREFIX } from "./fire-drill-run.js";
import { testPorts } from "./program-ports.js";
import { temporaryDirectory } from "./temp-directory.js";

const TEE = `
const { spawn } = require("node:child_process");
const { appendFileSync } = require("node:fs");
const [log, file, ...args] = process.argv.slice(2);
const child = spawn(file, args, { stdio: ["pipe", "pipe", "inherit"] });
process.stdin.on("data", (data) => { appendFileSync(log, data); child.stdin.write(data); });
process.stdin.on("end", () => child.stdin.end());
child.stdout.on("data", (data) => { appendFileSync(log, data); process.stdout.write(data); });
child.on("close", (code) => { process.exitCode = code; process.stdin.destroy(); });
`;

/** Every line that went over the pipe in a drill of the full suite, both ways. */
export async function recordedSession(words: readonly string[]): Promise<unknown[]> {
  const directory = temporaryDirectory();
  const [tee, log] = [join(directory, "tee.cjs"), join(directory, "log")];
  writeFileSync(tee, TEE);
  const command = [process.execPath, tee, log, ...words];
  const syncer = new ProgramSyncer(command, testPorts(), DEFAULT_TIME_LIMITS);
  await fireDrill(directory, { syncer, drills: drillsOf("full", PREFIX) });
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  return lines.map((line): unknown => JSON.parse(line));
}
