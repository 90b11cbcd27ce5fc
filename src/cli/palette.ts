import { styleText } from "node:util";
import { type Palette, PLAIN } from "../report/console-text.js";

const COLOURED: Palette = {
  good: (text) => styleText("green", text, { validateStream: false }),
  bad: (text) => styleText("red", text, { validateStream: false }),
  faint: (text) => styleText("dim", text, { validateStream: false }),
};

/** Colours only on a terminal that can show them, and never where NO_COLOR is set (no-color.org). */
export function paletteFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Palette {
  const refused = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  return isTerminal && !refused ? COLOURED : PLAIN;
}
