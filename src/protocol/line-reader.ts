/** The longest line that either side may send, in bytes without the newline. */
export const MOST_LINE_BYTES = 1024 * 1024;

const FIRST_SIZE = 4096;
const NEWLINE = 0x0a;

/** Cuts bytes into lines, and holds no more than one line of the greatest length, however the bytes arrive. */
export class LineReader {
  readonly #most: number;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #buffer = new Uint8Array(FIRST_SIZE);
  #size = 0;

  constructor(most = MOST_LINE_BYTES) {
    this.#most = most;
  }

  /** How many bytes wait for their newline. */
  get waiting(): number {
    return this.#size;
  }

  /**
   * The lines that these bytes complete, without their newlines.
   *
   * @throws RangeError on a line that is too long, as soon as it is; TypeError on one that is not UTF-8.
   */
  *push(chunk: Uint8Array): Generator<string, void> {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#append(chunk.subarray(start, end));
      start = end + 1;
      yield this.#take();
    }
    this.#append(chunk.subarray(start));
  }

  #append(bytes: Uint8Array): void {
    const size = this.#size + bytes.length;
    if (size > this.#most) throw new RangeError(`a line is longer than ${this.#most} bytes`);
    if (size > this.#buffer.length) {
      const larger = new Uint8Array(Math.min(this.#most, Math.max(size, 2 * this.#buffer.length)));
      larger.set(this.#buffer.subarray(0, this.#size));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#size);
    this.#size = size;
  }

  #take(): string {
    const line = this.#buffer.subarray(0, this.#size);
    this.#size = 0;
    return this.#decoder.decode(line);
  }
}
