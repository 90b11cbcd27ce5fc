import { spawn } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { leftOut } from "../left-out.js";
import type { AtEnd } from "../local-server.js";
import { patient } from "../patience.js";
import { CHECKS } from "../suite-counts.js";
import { verifyEvidence } from "../verify-evidence.js";
import { inputVariables } from "./action-inputs.js";
import { readOutputs } from "./runner-files.js";
import { commandsIn, type RunnerCommand } from "./runner-log.js";

const NODE_24 = fileURLToPath(new URL("../../../node_modules/node/bin/node", import.meta.url));
const BUILT = fileURLToPath(new URL("../../../dist/action.js", import.meta.url));
const IDLE_MOST_MS = 60_000;

/** The Node.js that a runner has for `node24`. */
export const NODE = process.version.startsWith("v24.") ? process.execPath : NODE_24;

export const NODE_24_IS_MISSING = leftOut(
  !fs.existsSync(NODE),
  "the action under Node 24",
  "the package `node` is not installed",
);

/** What a runner does with a step; what is left out is as on a good day. */
export interface ActionStep {
  /** What the workflow says under `with`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The runner's variables, on top of the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
  /** The payload of the event. */
  readonly event?: unknown;
  /** The leg of the job's matrix. */
  readonly matrix?: unknown;
  /** What the workspace is like before the step. */
  readonly prepare?: (workspace: string) => void;
  /** In place of the built action. */
  readonly script?: string;
  /** A signal that it is sent, once this file is in the workspace. */
  readonly stop?: { readonly signal: NodeJS.Signals; readonly once: string };
}

/** What a step left behind. */
export interface ActionRun {
  readonly exitCode: number | null;
  readonly log: string;
  readonly stderr: string;
  readonly commands: readonly RunnerCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Where the evidence is, whole. */
  readonly evidenceDir: string;
}

/** Runs the built action as a runner would, under Node 24, in a workspace of its own. */
export async function runAction(atEnd: AtEnd, step: ActionStep = {}): Promise<ActionRun> {
  const place = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), "drill-action-"));
  atEnd(async () => fs.rmSync(place, { recursive: true, force: true }));
  const at = (name: string) => join(place, name);
  const workspace = at("workspace");
  for (const directory of [workspace, at("temp")]) fs.mkdirSync(directory);
  for (const file of ["output", "summary"]) fs.writeFileSync(at(file), "");
  fs.writeFileSync(at("event.json"), JSON.stringify(step.event ?? {}));
  step.prepare?.(workspace);
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: place,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_REPOSITORY: "octo/trading",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_WORKFLOW: "CI",
    GITHUB_JOB: "drill",
    GITHUB_RUN_ID: "1000",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_EVENT_PATH: at("event.json"),
    GITHUB_OUTPUT: at("output"),
    GITHUB_STEP_SUMMARY: at("summary"),
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: at("temp"),
    ...inputVariables(step.inputs ?? {}, { token: "ghs_local", matrix: step.matrix ?? null }),
    ...step.env,
  };
  const ended = await spawned(step.script ?? BUILT, workspace, env, step.stop);
  const outputs = readOutputs(fs.readFileSync(at("output"), "utf8"));
  return {
    ...ended,
    commands: commandsIn(ended.log),
    outputs,
    summary: fs.readFileSync(at("summary"), "utf8"),
    evidenceDir: resolve(workspace, outputs["evidence-dir"] ?? ""),
  };
}

/** The verdict of a run and whether its evidence holds; what reporting must never change. */
export function verdictOf({ exitCode, outputs, evidenceDir }: ActionRun) {
  const { damage, fingerprint } = verifyEvidence(fs, evidenceDir);
  return {
    exitCode,
    result: outputs.result,
    counts: `${outputs.passed} passed, ${outputs.failed} failed, ${outputs.skipped} skipped`,
    damage,
    hasItsFingerprint: fingerprint === outputs.fingerprint,
  };
}

/** {@link verdictOf} a run of the bundled syncer. */
export const PASSED = {
  exitCode: 0,
  result: "passed",
  counts: `${CHECKS} passed, 0 failed, 0 skipped`,
  damage: [],
  hasItsFingerprint: true,
} as const;

/** The warnings of a run, one text each. */
export function warningsOf({ commands }: ActionRun): string[] {
  return commands.filter(({ name }) => name === "warning").map(({ message }) => message);
}

function spawned(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  stop: ActionStep["stop"],
) {
  return new Promise<Pick<ActionRun, "exitCode" | "log" | "stderr">>((settle, reject) => {
    const timeout = patient(IDLE_MOST_MS);
    const child = spawn(NODE, [script], { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout });
    const watching = setInterval(() => {
      if (stop === undefined || !fs.existsSync(join(cwd, stop.once))) return;
      clearInterval(watching);
      child.kill(stop.signal);
    }, 20);
    const log: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => log.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (exitCode) => {
      clearInterval(watching);
      settle({ exitCode, log: Buffer.concat(log).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}
