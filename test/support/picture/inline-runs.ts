import { decoded } from "../rendered-markdown.js";
import { type TextStyle, textWidth } from "./text-width.js";

/** Text of one style. */
export interface Run {
  readonly text: string;
  readonly style: TextStyle;
}

/** A run where it stands in its line. */
export interface PlacedRun extends Run {
  readonly x: number;
  readonly width: number;
}

const STYLES: Readonly<Record<string, TextStyle>> = { strong: "bold", code: "code", a: "link" };
/** What a box around code adds at either end. */
export const CODE_PADDING = 4;

/** The runs of an inline piece of HTML; of styles within each other the innermost counts. */
export function runsOf(html: string): Run[] {
  const styles: TextStyle[] = ["plain"];
  return [...html.matchAll(/<(\/?)([a-z]+)[^>]*>|([^<]+)/g)].flatMap(([, closing, tag = "", text]) => {
    if (text !== undefined) return [{ text: decoded(text), style: styles.at(-1) ?? "plain" }];
    if (closing === "/") styles.pop();
    else styles.push(STYLES[tag] ?? styles.at(-1) ?? "plain");
    return [];
  });
}

/** The lines that runs make in a width, broken at blanks. */
export function linesOf(runs: readonly Run[], width: number, size: number): PlacedRun[][] {
  const setter = new LineSetter(width, size);
  for (const { text, style } of runs)
    for (const word of text.match(/ |[^ ]+/g) ?? []) setter.set(word, style);
  return setter.lines;
}

class LineSetter {
  readonly lines: PlacedRun[][] = [[]];
  readonly #width: number;
  readonly #size: number;
  #line: PlacedRun[] = this.lines[0] ?? [];
  #x = 0;

  constructor(width: number, size: number) {
    this.#width = width;
    this.#size = size;
  }

  set(word: string, style: TextStyle): void {
    const width = textWidth(word, style, this.#size);
    if (word !== " " && this.#x > 0 && this.#x + width > this.#width) this.#break();
    if (word === " " && this.#x === 0) return;
    const last = this.#line.at(-1);
    if (last?.style === style) this.#line[this.#line.length - 1] = joined(last, word, width);
    else this.#line.push({ text: word, style, x: this.#x + paddingOf(style), width });
    this.#x += width + (last?.style === style ? 0 : 2 * paddingOf(style));
  }

  #break(): void {
    this.#line = [];
    this.lines.push(this.#line);
    this.#x = 0;
  }
}

function joined(run: PlacedRun, word: string, width: number): PlacedRun {
  return { ...run, text: run.text + word, width: run.width + width };
}

function paddingOf(style: TextStyle): number {
  return style === "code" ? CODE_PADDING : 0;
}

/** How wide runs are on one line. */
export function widthOf(runs: readonly Run[], size: number): number {
  const [line = []] = linesOf(runs, Number.POSITIVE_INFINITY, size);
  const last = line.at(-1);
  return last === undefined ? 0 : last.x + last.width + (last.style === "code" ? CODE_PADDING : 0);
}
