import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { messageOf, systemCodeOf } from "../errors.js";
import { printable, quoted } from "../syncer/printable.js";
import { CappedText } from "./capped-text.js";
import { LineReader } from "./line-reader.js";

/** The outside, as far as a drilled program needs it. */
export interface ProgramPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told of each process group that begins, so that it can be ended where the drill itself ends early. */
  readonly onStart: (leader: number) => void;
  /** Kills a process and all that it started, by its process group; without one, does nothing. */
  readonly killGroup: (leader: number) => void;
  /** Ends this process soon, whatever a module that was drilled in it has left running. */
  readonly leaveSoon: () => void;
}

/** What a program does that the other side of the pipe has to know of. */
export interface ProgramListener {
  onLine(line: string): void;
  /** It cannot go on, and why. */
  onFault(why: string): void;
  /** It ended, and how (`ended with exit code 1`); all that it printed before has been told. */
  onExit(how: string, isWell: boolean): void;
}

const MOST_STDERR_BYTES = 64 * 1024;
// A closed pipe often means that the program ended, and how it ended says more.
const GRACE_MS = 300;

/** A program in a process group of its own, read line by line. It is killed with its whole group. */
export class Program {
  readonly #listener: ProgramListener;
  readonly #killGroup: (leader: number) => void;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #stderr = new CappedText(MOST_STDERR_BYTES);
  readonly #reader = new LineReader();
  #isOver = false;
  #isLeaving = false;
  #exit: { readonly how: string; readonly isWell: boolean } | null = null;
  #grace: NodeJS.Timeout | undefined;

  constructor(words: readonly string[], ports: ProgramPorts, listener: ProgramListener) {
    const [file = "", ...args] = words;
    this.#listener = listener;
    this.#killGroup = ports.killGroup;
    this.#child = spawn(file, args, { detached: true, env: { ...ports.env }, windowsHide: true });
    const { pid, stdin, stdout, stderr } = this.#child;
    if (pid !== undefined) ports.onStart(pid);
    this.#child.on("error", (error) => this.#fault(whyNotStarted(file, error)));
    this.#child.on("exit", (code, signal) => this.#exited(code, signal));
    this.#child.on("close", () => this.#told());
    stdin.on("error", () => this.#lost("it closed its standard input"));
    stdout.on("data", (chunk: Buffer) => this.#read(chunk));
    stdout.on("end", () => this.#lost("it closed its standard output"));
    stderr.on("data", (chunk: Buffer) => this.#stderr.push(chunk));
    for (const stream of [stdout, stderr]) stream.on("error", () => this.#lost("its output broke"));
  }

  /** What it wrote to standard error so far, safe to log. */
  get stderr(): string {
    return this.#stderr.text;
  }

  /** The last line that it wrote to standard error, safe to log; empty where it wrote none. */
  get lastWords(): string {
    return this.#stderr.lastLine;
  }

  /** How many bytes of a line came without a newline. */
  get waiting(): number {
    return this.#reader.waiting;
  }

  send(line: string): void {
    this.#child.stdin.write(`${line}\n`);
  }

  /** Lets it end by itself: from here on, its closing of a pipe is no fault. */
  closeInput(): void {
    this.#isLeaving = true;
    this.#child.stdin.end();
  }

  /** Ends it and everything it started; nothing of it is read or told any more. */
  kill(): void {
    this.#isOver = true;
    clearTimeout(this.#grace);
    if (this.#child.pid !== undefined) this.#killGroup(this.#child.pid);
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) stream.destroy();
    this.#child.unref();
  }

  #read(chunk: Buffer): void {
    try {
      for (const line of this.#reader.push(chunk)) {
        if (this.#isOver) return;
        this.#listener.onLine(line);
      }
    } catch (error) {
      const what = error instanceof RangeError ? error.message : "a line is not UTF-8";
      this.#fault(`it broke the protocol: ${what}`);
    }
  }

  #fault(why: string): void {
    if (this.#isOver) return;
    this.kill();
    this.#listener.onFault(why);
  }

  #lost(why: string): void {
    if (this.#isOver || this.#isLeaving || this.#exit !== null) return;
    this.#grace ??= setTimeout(() => this.#fault(why), GRACE_MS);
  }

  // Whatever it started holds its pipes open: with the group gone, what is left in them can be read to its end.
  #exited(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#isOver) return;
    const how = code === null ? `was ended by ${signal}` : `ended with exit code ${code}`;
    this.#exit = { how, isWell: code === 0 };
    if (this.#child.pid !== undefined) this.#killGroup(this.#child.pid);
    clearTimeout(this.#grace);
    this.#grace = setTimeout(() => this.#told(), GRACE_MS);
  }

  #told(): void {
    if (this.#isOver || this.#exit === null) return;
    this.kill();
    this.#listener.onExit(this.#exit.how, this.#exit.isWell);
  }
}

// What people name by itself, and what runs it.
const RUN_BY: Readonly<Record<string, string>> = {
  py: "python3",
  rb: "ruby",
  sh: "sh",
  pl: "perl",
  php: "php",
};

function whyNotStarted(file: string, error: Error): string {
  const what = `${quoted(file)} cannot be started`;
  const code = systemCodeOf(error);
  const runner = RUN_BY[/\.([a-z]+)$/.exec(file)?.[1] ?? ""];
  const named = runner === undefined ? null : `name what runs it first: ${runner} ${printable(file)}`;
  if (code === "ENOENT") {
    const otherwise = "there is no such program; install it, or give its path, such as ./my_adapter";
    return `${what}: ${named ?? otherwise}`;
  }
  if (code === "EACCES") {
    return `${what}: it is not executable; ${named ?? "chmod +x it, or name what runs it first, such as python3"}`;
  }
  return `${what}: ${printable(messageOf(error))}`;
}
