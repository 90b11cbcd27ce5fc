import { type ChildProcess, spawn } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { namesIn } from "./file-tree.js";
import { BuiltCli } from "./run-cli.js";
import { verifyEvidence } from "./verify-evidence.js";

/** A command that leaves evidence. */
export interface EvidenceCommand {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Files that it needs in its working directory. */
  readonly files?: Readonly<Record<string, string>>;
  readonly kind: "account_sync_fire_drill" | "account_sync";
  /** How its output ends where nothing is missing from it. */
  readonly lastLine: RegExp;
}

export type StopName = "SIGKILL" | "SIGINT" | "SIGTERM";

/** A signal, so many ms after the process was started, or after its hidden directory was seen. */
export interface Stop {
  readonly signal: StopName;
  readonly since: "start" | "staging";
  readonly delay: number;
}

/** What a run that was stopped came to. */
export interface Ending {
  /** What ended it; null where it came to its own end. */
  readonly signal: string | null;
  /** From the signal to the end, in ms. */
  readonly lasted: number;
  /** Whether it said all that a run says which nobody stops. */
  readonly saidAll: boolean;
  readonly stderr: string;
  /** What appeared under the name of evidence, and whether `verify` accepts it. */
  readonly evidence: readonly { readonly name: string; readonly isIntact: boolean }[];
  /** What appeared beside it. */
  readonly rests: readonly string[];
}

/** How long a whole run takes, and how long from the hidden directory to its end, in ms. */
export interface Pace {
  readonly run: number;
  readonly writing: number;
}

/** One directory in which one command is run and stopped again and again, as the built program. */
export class StoppedRuns {
  readonly #cli: BuiltCli;
  readonly #node: string;
  readonly #command: EvidenceCommand;
  readonly #kind: string;

  constructor(node: string, command: EvidenceCommand) {
    this.#node = node;
    this.#command = command;
    this.#cli = new BuiltCli(node);
    this.#kind = this.#cli.at(".artifacts", command.kind);
    fs.mkdirSync(this.#kind, { recursive: true });
    for (const [name, content] of Object.entries(command.files ?? {})) {
      fs.writeFileSync(this.#cli.at(name), content);
    }
  }

  /** Runs it whole. */
  async pace(): Promise<Pace> {
    const start = performance.now();
    let writing: number | undefined;
    const run = this.#start();
    const watching = this.#whenStaging(() => {
      writing ??= performance.now();
    });
    await run.ended;
    watching.close();
    const end = performance.now();
    return { run: end - start, writing: end - (writing ?? start) };
  }

  /** Runs it, sends the signal and waits for the end. */
  async stop({ signal, since, delay }: Stop): Promise<Ending> {
    const before = new Set(namesIn(this.#kind));
    let sent = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const run = this.#start();
    const send = () => {
      sent = performance.now();
      run.child.kill(signal);
    };
    const sendSoon = () => {
      timer ??= setTimeout(send, delay);
    };
    const watching = since === "staging" ? this.#whenStaging(sendSoon) : null;
    if (since === "start") sendSoon();
    const { signal: endedBy, stdout, stderr } = await run.ended;
    const lasted = performance.now() - sent;
    clearTimeout(timer);
    watching?.close();
    const appeared = namesIn(this.#kind).filter((name) => !before.has(name));
    const names = appeared.filter((name) => !name.startsWith("."));
    return {
      signal: endedBy,
      lasted,
      saidAll: this.#command.lastLine.test(stdout),
      stderr,
      evidence: names.map((name) => ({ name, isIntact: this.#isIntact(name) })),
      rests: appeared.filter((name) => name.startsWith(".")),
    };
  }

  #isIntact(name: string): boolean {
    try {
      return verifyEvidence(fs, join(this.#kind, name)).damage.length === 0;
    } catch {
      return false;
    }
  }

  #start() {
    const child = spawn(this.#node, ["dist/cli.js", ...this.#command.args], {
      cwd: this.#cli.directory,
      env: { PATH: process.env.PATH ?? "", ...this.#command.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { child, ended: endOf(child, text(child.stdout), text(child.stderr)) };
  }

  #whenStaging(seen: () => void): fs.FSWatcher {
    return fs.watch(this.#kind, (_, name) => {
      if (name?.endsWith(".partial") === true) seen();
    });
  }
}

async function endOf(child: ChildProcess, stdout: Promise<string>, stderr: Promise<string>) {
  const signal = await new Promise<string | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (_, endedBy) => resolve(endedBy));
  });
  return { signal, stdout: await stdout, stderr: await stderr };
}
