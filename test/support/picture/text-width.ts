/** The widths of Helvetica's characters in thousandths of the font's size; Arial and Liberation Sans have the same. */
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [191, "'"],
  [222, "ijl"],
  [260, "|"],
  [278, " !,./:;I[\\]ft·"],
  [333, "()-`r"],
  [334, "{}"],
  [355, '"'],
  [389, "*"],
  [500, "Jckvsxyz"],
  [584, "+<=>~"],
  [611, "FTZ"],
  [667, "&ABEKPSVXY"],
  [722, "CDHNRUw"],
  [778, "GOQ"],
  [833, "Mm"],
  [889, "%"],
  [944, "W"],
  [1000, "…▶"],
  [1015, "@"],
];
const OTHER = 556;
const BOLD = 1.07;
const MONOSPACED = 0.6;
/** How much smaller code is set than the text around it. */
export const CODE_SCALE = 0.87;

const BY_CHARACTER = new Map(
  WIDTHS.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)),
);

/** How a run of text is set. */
export type TextStyle = "plain" | "bold" | "code" | "link";

/** The width of a text, in the unit of the size. */
export function textWidth(text: string, style: TextStyle, size: number): number {
  const characters = [...text];
  if (style === "code") return characters.length * MONOSPACED * CODE_SCALE * size;
  const sum = characters.reduce((total, character) => total + (BY_CHARACTER.get(character) ?? OTHER), 0);
  return (sum / 1000) * size * (style === "bold" ? BOLD : 1);
}
