import { htmlOf } from "../rendered-markdown.js";
import { drawLines, escaped, lineHeight, round, type Theme, textElement } from "./drawn-text.js";
import { type Run, runsOf, widthOf } from "./inline-runs.js";
import { textWidth } from "./text-width.js";

const WIDTH = 560;
const MARGIN = 16;
const INNER = WIDTH - 2 * MARGIN;
const SIZE = 14;
const HEADING_SIZE = 17.5;
const HEADER = 38;
const GAP = 14;
const CELL = { x: 13, y: 6 } as const;
const BLOCK =
  /<h3>(?<heading>.*?)<\/h3>|<p>(?<paragraph>.*?)<\/p>|<table>(?<table>.*?)<\/table>|<pre><code[^>]*>(?<fence>.*?)<\/code><\/pre>|<details><summary>(?<fold>.*?)<\/summary>.*?<\/details>/gs;

/** A part of the picture: what it draws from a height on, and how high it is. */
interface Part {
  readonly height: number;
  readonly draw: (top: number) => string[];
}

/**
 * A comment in Markdown as a picture of what GitHub shows, as SVG. The text is text; how wide each run of it is stands in the
 * picture, so that it looks the same with every font.
 */
export function commentPicture(markdown: string, title: string, theme: Theme): string {
  const parts = [...htmlOf(markdown).matchAll(BLOCK)].map(({ groups }) => partOf(groups ?? {}, theme));
  const body: string[] = [];
  let y = HEADER + GAP;
  for (const { height, draw } of parts) {
    body.push(...draw(y));
    y += height + GAP;
  }
  const frame = `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${round(y - 1)}" rx="6" fill="${theme.page}" stroke="${theme.border}"/>`;
  const header = `<path d="M1 ${HEADER}V6.5a5.5 5.5 0 0 1 5.5-5.5h${WIDTH - 13}a5.5 5.5 0 0 1 5.5 5.5V${HEADER}z" fill="${theme.shade}"/><path d="M1 ${HEADER}h${WIDTH - 2}" stroke="${theme.border}"/>`;
  const author = drawLines(
    runsOf("<strong>github-actions</strong> commented"),
    MARGIN,
    9,
    SIZE,
    theme,
    INNER,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${round(y)}" viewBox="0 0 ${WIDTH} ${round(y)}" role="img" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">`,
    `<title>${escaped(title)}</title>`,
    frame,
    header,
    ...author.draw,
    ...body,
    "</svg>",
    "",
  ].join("\n");
}

function partOf(groups: Readonly<Record<string, string | undefined>>, theme: Theme): Part {
  const { heading, paragraph, table, fence, fold } = groups;
  if (heading !== undefined) return textPart(runsOf(`<strong>${heading}</strong>`), HEADING_SIZE, theme);
  if (paragraph !== undefined) return textPart(runsOf(paragraph), SIZE, theme);
  if (table !== undefined) return tablePart(table, theme);
  if (fence !== undefined) return fencePart(fence.trimEnd(), theme);
  return textPart([{ text: `▶ ${fold}`, style: "plain" }], SIZE, theme);
}

function textPart(runs: readonly Run[], size: number, theme: Theme): Part {
  const { height } = drawLines(runs, MARGIN, 0, size, theme, INNER);
  return { height, draw: (top) => drawLines(runs, MARGIN, top, size, theme, INNER).draw };
}

function fencePart(code: string, theme: Theme): Part {
  const most = Math.floor((INNER - 2 * MARGIN) / textWidth("x", "code", SIZE));
  const shown = runsOf(code)
    .map(({ text }) => text)
    .join("")
    .slice(0, most);
  const run = { text: shown, style: "code", x: 0, width: textWidth(shown, "code", SIZE) } as const;
  return {
    height: 44,
    draw: (top) => [
      `<rect x="${MARGIN}" y="${round(top)}" width="${INNER}" height="44" rx="6" fill="${theme.shade}"/>`,
      textElement(run, 2 * MARGIN, top + 27, SIZE, theme),
    ],
  };
}

function tablePart(html: string, theme: Theme): Part {
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<(t[hd])[^>]*>(.*?)<\/t[hd]>/gs)].map(([, tag, cell = ""]) =>
      runsOf(tag === "th" ? `<strong>${cell}</strong>` : cell),
    ),
  );
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? [], SIZE) + 2 * CELL.x)),
  );
  const rowHeight = lineHeight(SIZE) + 2 * CELL.y;
  return { height: rows.length * rowHeight, draw: (top) => rows.flatMap((row, at) => drawRow(row, at, top)) };

  function drawRow(row: readonly (readonly Run[])[], at: number, top: number): string[] {
    const y = top + at * rowHeight;
    return row.flatMap((runs, column) => {
      const x = MARGIN + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
      const fill = at > 0 && at % 2 === 0 ? theme.shade : theme.page;
      return [
        `<rect x="${round(x)}" y="${round(y)}" width="${round(widths[column] ?? 0)}" height="${rowHeight}" fill="${fill}" stroke="${theme.border}"/>`,
        ...drawLines(runs, x + CELL.x, y + CELL.y, SIZE, theme, Number.POSITIVE_INFINITY).draw,
      ];
    });
  }
}
