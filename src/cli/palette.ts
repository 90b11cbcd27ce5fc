import { styleText } from "node:util";
import { type Palette, PLAIN } from "../report/console-text.js";

const COLOURED: Palette = {
  good: (text) => styleText("green", text, { validateStream: false }),
  bad: (text) => styleText("red", text, { validateStream: false }),
  faint: (text) => styleText("dim", text, { validateStream: false }),
};

/**
 * Colours on a terminal that can show them, and wherever FORCE_COLOR asks for them (force-color.org); never where
 * NO_COLOR is set (no-color.org), nor where FORCE_COLOR is 0 or false, as Node.js takes it.
 */
export function paletteFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Palette {
  if ((env.NO_COLOR ?? "") !== "") return PLAIN;
  const forced = env.FORCE_COLOR ?? "";
  if (forced !== "") return /^(?:0|false)$/i.test(forced) ? PLAIN : COLOURED;
  return isTerminal && env.TERM !== "dumb" ? COLOURED : PLAIN;
}
