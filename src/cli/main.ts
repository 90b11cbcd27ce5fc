#!/usr/bin/env node
import * as fs from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { systemCodeOf } from "../errors.js";
import { askGitWith } from "../fire-drill/git-status.js";
import { StopSignals } from "../fire-drill/stop-signals.js";
import { VerdictGuard } from "../fire-drill/verdict-guard.js";
import { hostModule, isModuleHost } from "../protocol/module-host.js";
import { processPorts } from "../protocol/process-ports.js";
import { testRulesWith } from "../rules/promtool.js";
import { EXIT } from "./exit-codes.js";
import type { Outside, Stream } from "./outside.js";
import { runCli } from "./run-cli.js";
import { shellWord } from "./shell-words.js";

if (isModuleHost(process)) hostModule(process);
else runHere();

function runHere(): void {
  const guard = new VerdictGuard(process, EXIT.incomplete, (why) => {
    process.stderr.write(`account-sync-drill: ${why}\n`);
  });
  const signals = new StopSignals(process);
  void runCli(outsideOf(process, signals)).then((exitCode) => {
    guard.settle(exitCode);
    // A shell that runs this in a loop goes on after any exit code, and stops where the signal itself ended it.
    if (exitCode !== EXIT.ok && signals.received !== null) process.kill(process.pid, signals.received);
  });
}

function outsideOf({ argv, env, stdin, stdout, stderr }: NodeJS.Process, signals: StopSignals): Outside {
  return {
    args: argv.slice(2),
    env,
    program: programName(argv[1] ?? "", env),
    packageDir: () => join(dirname(fs.realpathSync(argv[1] ?? "")), ".."),
    stdout: streamOf(stdout),
    stderr: streamOf(stderr),
    readStdin: async () => Buffer.concat(await stdin.toArray()),
    fs,
    clock: Date.now,
    askGit: askGitWith(fs, env),
    programPorts: () => processPorts(process),
    testRules: testRulesWith(fs, env),
    untilStopped: signals.during,
  };
}

// A reader that stops early (`| head -1`) is not an error of the drill: its verdict stands. A full disk is.
function streamOf(stream: NodeJS.WriteStream): Stream {
  stream.on("error", (error) => {
    if (systemCodeOf(error) === "EPIPE") return;
    process.on("exit", () => {
      process.exitCode = EXIT.incomplete;
    });
  });
  return { isTerminal: stream.isTTY === true, write: (text) => stream.write(text) };
}

// What npx fetched for this once is on no PATH, and known to npx by no name: the script itself is named then.
function programName(script: string, env: NodeJS.ProcessEnv): string {
  const real = realPath(script);
  if (/[\\/]_npx[\\/]/.test(real)) return `node ${shellWord(real)}`;
  if (env.npm_command === "exec") return "npx account-sync-drill";
  return script.endsWith(".js") ? `node ${shellWord(fromHere(script))}` : basename(script);
}

function realPath(path: string): string {
  try {
    return fs.realpathSync(path);
  } catch {
    return path;
  }
}

// The working directory may have been removed.
function fromHere(script: string): string {
  try {
    const path = relative("", script);
    return path.startsWith("..") ? script : path;
  } catch {
    return script;
  }
}
