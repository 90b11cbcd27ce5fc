import { type ChildProcess, spawn } from "node:child_process";
import { Duplex, type Readable, type Writable } from "node:stream";
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
  /** How to start a process that {@link serveModule} is called in; the module's path follows. */
  readonly moduleHost: readonly string[];
}

/**
 * What the protocol is spoken over: a program's standard input and output, or a channel beside them, which leaves
 * both to a module that prints.
 */
export type Channel = "standard" | "beside";

/** The file descriptor of a channel beside the standard ones, in the process that was started. */
export const CHANNEL_BESIDE = 3;

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
const BESIDE: ("pipe" | "ignore")[] = ["ignore", "pipe", "pipe", "pipe"];
const WAY = "way to the drill";

/** A program in a process group of its own, read line by line. It is killed with its whole group. */
export class Program {
  readonly #listener: ProgramListener;
  readonly #killGroup: (leader: number) => void;
  readonly #child: ChildProcess;
  readonly #input: Writable;
  readonly #streams: readonly (Readable | Writable)[];
  readonly #stderr = new CappedText(MOST_STDERR_BYTES);
  readonly #reader = new LineReader();
  #isOver = false;
  #isLeaving = false;
  #exit: { readonly how: string; readonly isWell: boolean } | null = null;
  #grace: NodeJS.Timeout | undefined;

  constructor(words: readonly string[], ports: ProgramPorts, listener: ProgramListener, channel: Channel) {
    const [file = "", ...args] = words;
    this.#listener = listener;
    this.#killGroup = ports.killGroup;
    const stdio: ("pipe" | "ignore")[] = channel === "standard" ? ["pipe", "pipe", "pipe"] : BESIDE;
    this.#child = spawn(file, args, { detached: true, env: { ...ports.env }, windowsHide: true, stdio });
    const { input, output, aside } = streamsOf(this.#child, channel);
    this.#input = input;
    this.#streams = [input, output, ...aside];
    if (this.#child.pid !== undefined) ports.onStart(this.#child.pid);
    this.#child.on("error", (error) => this.#fault(whyNotStarted(file, error)));
    this.#child.on("exit", (code, signal) => this.#exited(code, signal));
    this.#child.on("close", () => this.#told());
    const [toIt, fromIt] = channel === "standard" ? ["standard input", "standard output"] : [WAY, WAY];
    input.on("error", () => this.#lost(`it closed its ${toIt}`));
    output.on("data", (chunk: Buffer) => this.#read(chunk));
    output.on("end", () => this.#lost(`it closed its ${fromIt}`));
    for (const stream of aside) stream.on("data", (chunk: Buffer) => this.#stderr.push(chunk));
    for (const stream of [output, ...aside]) stream.on("error", () => this.#lost("its output broke"));
  }

  /** What it wrote beside the protocol so far, safe to log. */
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
    this.#input.write(`${line}\n`);
  }

  /** Lets it end by itself: from here on, its closing of a pipe is no fault. */
  closeInput(): void {
    this.#isLeaving = true;
    this.#input.end();
  }

  /** Ends it and everything it started; nothing of it is read or told any more. */
  kill(): void {
    this.#isOver = true;
    clearTimeout(this.#grace);
    if (this.#child.pid !== undefined) this.#killGroup(this.#child.pid);
    for (const stream of this.#streams) stream.destroy();
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
interface ProgramStreams {
  readonly input: Writable;
  readonly output: Readable;
  /** What the protocol does not use. */
  readonly aside: readonly Readable[];
}

function streamsOf({ stdin, stdout, stderr, stdio }: ChildProcess, channel: Channel): ProgramStreams {
  const beside = stdio[CHANNEL_BESIDE];
  if (channel === "standard" && stdin !== null && stdout !== null && stderr !== null) {
    return { input: stdin, output: stdout, aside: [stderr] };
  }
  if (beside instanceof Duplex && stdout !== null && stderr !== null) {
    return { input: beside, output: beside, aside: [stdout, stderr] };
  }
  throw new Error("a process was started without its pipes");
}

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
