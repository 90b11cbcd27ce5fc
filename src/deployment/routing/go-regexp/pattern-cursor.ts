import { PatternProblem } from "./syntax.js";

/** Reads a pattern code point by code point. */
export class PatternCursor {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#characters = [...text];
  }

  get atEnd(): boolean {
    return this.#at >= this.#characters.length;
  }

  /** The place of the next character, to come back to with {@link reset}. */
  get position(): number {
    return this.#at;
  }

  reset(position: number): void {
    this.#at = position;
  }

  /** The next character, empty at the end; it stays the next one. */
  peek(ahead = 0): string {
    return this.#characters[this.#at + ahead] ?? "";
  }

  next(): string {
    const character = this.peek();
    if (character === "") throw new PatternProblem("it ends too early");
    this.#at++;
    return character;
  }

  /** Takes the text if it comes next. */
  take(text: string): boolean {
    const characters = [...text];
    if (!characters.every((character, ahead) => this.peek(ahead) === character)) return false;
    this.#at += characters.length;
    return true;
  }

  /** Takes characters as long as they fit, at most so many. */
  takeWhile(fits: (character: string) => boolean, most = Number.POSITIVE_INFINITY): string {
    let taken = "";
    for (let count = 0; count < most && !this.atEnd && fits(this.peek()); count++) taken += this.next();
    return taken;
  }

  /** What stands before the next `text`, which is taken too; undefined, and nothing taken, where there is none. */
  takeUntil(text: string): string | undefined {
    const from = this.#at;
    let taken = "";
    while (!this.atEnd) {
      if (this.take(text)) return taken;
      taken += this.next();
    }
    this.#at = from;
    return undefined;
  }

  /** Everything that is left. */
  rest(): string {
    return this.takeWhile(() => true);
  }
}
