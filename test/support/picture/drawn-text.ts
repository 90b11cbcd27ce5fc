import { CODE_PADDING, linesOf, type PlacedRun, type Run } from "./inline-runs.js";
import { CODE_SCALE, textWidth } from "./text-width.js";

/** The colours of GitHub's pages. */
export interface Theme {
  readonly page: string;
  readonly text: string;
  readonly faint: string;
  readonly border: string;
  readonly code: string;
  readonly shade: string;
  readonly link: string;
}

export const LIGHT: Theme = {
  page: "#ffffff",
  text: "#1f2328",
  faint: "#59636e",
  border: "#d1d9e0",
  code: "#eff1f3",
  shade: "#f6f8fa",
  link: "#0969da",
};
export const DARK: Theme = {
  page: "#0d1117",
  text: "#f0f6fc",
  faint: "#9198a1",
  border: "#3d444d",
  code: "#272b33",
  shade: "#151b23",
  link: "#4493f8",
};

/** Draws runs from a place on, broken into lines of a width, and says how high they are. */
export function drawLines(
  runs: readonly Run[],
  x: number,
  top: number,
  size: number,
  theme: Theme,
  width: number,
): { height: number; draw: string[] } {
  const lines = linesOf(runs, width, size);
  const draw = lines.flatMap((line, at) => {
    const baseline = top + at * lineHeight(size) + 0.72 * lineHeight(size);
    return [
      ...line.filter(({ style }) => style === "code").map((run) => codeBox(run, x, baseline, size, theme)),
      ...line.map((run) => textElement(run, x, baseline, size, theme)),
    ];
  });
  return { height: lines.length * lineHeight(size), draw };
}

function codeBox(run: PlacedRun, x: number, baseline: number, size: number, theme: Theme): string {
  return `<rect x="${round(x + run.x - CODE_PADDING)}" y="${round(baseline - 1.05 * size)}" width="${round(run.width + 2 * CODE_PADDING)}" height="${round(1.4 * size)}" rx="4" fill="${theme.code}"/>`;
}

/** A run on its line, with the width that it has. */
export function textElement(run: PlacedRun, x: number, baseline: number, size: number, theme: Theme): string {
  const { style } = run;
  const text = run.text.trim();
  const before = run.text.slice(0, run.text.indexOf(text));
  const place = { x: x + run.x + textWidth(before, style, size), y: baseline };
  const attributes = {
    plain: `fill="${theme.text}"`,
    bold: `fill="${theme.text}" font-weight="bold"`,
    link: `fill="${theme.link}"`,
    code: `fill="${theme.text}" font-family="Menlo, Consolas, 'Liberation Mono', monospace"`,
  }[style];
  const fontSize = style === "code" ? CODE_SCALE * size : size;
  const length = `textLength="${round(textWidth(text, style, size))}" lengthAdjust="spacingAndGlyphs"`;
  return `<text x="${round(place.x)}" y="${round(place.y)}" font-size="${round(fontSize)}" ${attributes} ${length}>${escaped(text)}</text>`;
}

/** The height of a line of text. */
export function lineHeight(size: number): number {
  return 1.5 * size;
}

/** A number as it stands in the picture. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text as it stands in XML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
