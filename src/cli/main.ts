#!/usr/bin/env node
import * as fs from "node:fs";
import { basename, relative } from "node:path";
import { askGitWith } from "../drill/git-status.js";
import type { Outside, Stream } from "./outside.js";
import { runCli } from "./run-cli.js";
import { shellWord } from "./shell-words.js";

void runCli(outsideOf(process)).then((exitCode) => {
  process.exitCode = exitCode;
});

function outsideOf({ argv, env, stdin, stdout, stderr }: NodeJS.Process): Outside {
  return {
    args: argv.slice(2),
    env,
    program: programName(argv[1] ?? ""),
    stdout: streamOf(stdout),
    stderr: streamOf(stderr),
    readStdin: async () => Buffer.concat(await stdin.toArray()),
    fs,
    clock: Date.now,
    askGit: askGitWith(fs),
  };
}

// A reader that stops early (`| head -1`) is not an error of the drill: its verdict stands.
function streamOf(stream: NodeJS.WriteStream): Stream {
  stream.on("error", () => {});
  return { isTerminal: stream.isTTY === true, write: (text) => stream.write(text) };
}

function programName(script: string): string {
  return script.endsWith(".js") ? `node ${shellWord(relative("", script))}` : basename(script);
}
