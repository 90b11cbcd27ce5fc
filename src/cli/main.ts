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
import type { Outside, Stream, TypedLines } from "./outside.js";
import { runCli } from "./run-cli.js";
import { shellWord } from "./shell-words.js";

const LONGEST_LINE = 10_000;

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

// Each stream of a process is opened when it is first asked for, which costs time.
function outsideOf(host: NodeJS.Process, signals: StopSignals): Outside {
  const { argv, env } = host;
  return {
    args: argv.slice(2),
    env,
    program: programName(argv[1] ?? "", env),
    packageDir: () => join(dirname(fs.realpathSync(argv[1] ?? "")), ".."),
    stdout: streamOf(() => host.stdout),
    stderr: streamOf(() => host.stderr),
    readStdin: async () => Buffer.concat(await host.stdin.toArray()),
    readLines: () => typedLines(() => host.stdin),
    fs,
    clock: Date.now,
    askGit: askGitWith(fs, env),
    programPorts: () => processPorts(host),
    testRules: testRulesWith(fs, env),
    untilStopped: signals.during,
  };
}

// Nothing is read before somebody asks for a line, so that a run without --ack leaves standard input alone.
function typedLines(open: () => NodeJS.ReadStream): TypedLines {
  let rest = "";
  let input: NodeJS.ReadStream | null = null;
  let chunks: AsyncIterator<Buffer> | null = null;
  const next = async (): Promise<string | null> => {
    const [, line] = /^([^\n]*)\n/.exec(rest) ?? [];
    if (line !== undefined) {
      rest = rest.slice(line.length + 1);
      return line;
    }
    input ??= open();
    chunks ??= input[Symbol.asyncIterator]();
    const { done, value } = await chunks.next();
    if (done === true) return null;
    rest = `${rest}${value}`.slice(-LONGEST_LINE);
    return next();
  };
  return { next, close: () => void input?.destroy() };
}

function streamOf(open: () => NodeJS.WriteStream): Stream {
  let opened: NodeJS.WriteStream | null = null;
  const stream = () => {
    opened ??= heeded(open());
    return opened;
  };
  return {
    get isTerminal() {
      return stream().isTTY === true;
    },
    write: (text) => stream().write(text),
  };
}

// A reader that stops early (`| head -1`) is not an error of the drill: its verdict stands. A full disk is.
function heeded(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on("error", (error) => {
    if (systemCodeOf(error) === "EPIPE") return;
    process.on("exit", () => {
      process.exitCode = EXIT.incomplete;
    });
  });
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
