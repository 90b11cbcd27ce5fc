import { printable } from "../syncer/printable.js";

const MOST_END = 4096;
const MOST_LINE = 300;
// What Node.js prints behind an error: where it was thrown, and its own version.
const BEHIND_AN_ERROR = /^\s*(?:at .*|\}|Node\.js v[0-9.]+)?\s*$/;

/** Keeps the first bytes of a stream that may never end, and counts the rest. */
export class CappedText {
  readonly #most: number;
  readonly #kept: Buffer;
  #size = 0;
  #leftOut = 0;
  #end: Uint8Array = new Uint8Array();

  constructor(most: number) {
    this.#most = most;
    this.#kept = Buffer.alloc(most);
  }

  push(chunk: Uint8Array): void {
    const kept = chunk.subarray(0, this.#most - this.#size);
    this.#kept.set(kept, this.#size);
    this.#size += kept.length;
    this.#leftOut += chunk.length - kept.length;
    this.#end = Buffer.concat([this.#end, chunk.subarray(-MOST_END)]).subarray(-MOST_END);
  }

  /** The last line that says something, however much came before, safe to log and not long; empty where there is none. */
  get lastLine(): string {
    const lines = Buffer.from(this.#end).toString("utf8").split(/\r?\n/);
    return printable((lines.findLast((line) => !BEHIND_AN_ERROR.test(line)) ?? "").trim().slice(-MOST_LINE));
  }

  /** Safe to log: lines stay lines, every other control character is escaped. Empty where nothing came. */
  get text(): string {
    if (this.#size === 0) return "";
    const lines = this.#kept
      .toString("utf8", 0, this.#size)
      .replace(/\r?\n$/, "")
      .split(/\r?\n/);
    const more = this.#leftOut === 0 ? [] : [`(${this.#leftOut} more bytes were left out)`];
    return `${[...lines.map(printable), ...more].join("\n")}\n`;
  }
}
