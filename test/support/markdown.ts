/** A fenced block of a Markdown text. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  /** The blanks before each line. */
  readonly indent: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  /** The HTML comment on the line above, without its marks. */
  readonly comment: string | null;
  /** The `text` fence that follows with nothing but blank lines between: what the block prints. */
  readonly output: string | null;
}

const OPENING = /^( *)```(\S*)$/;
const COMMENT = /^ *<!-- (.*) -->$/;

/** The fenced blocks, in their order. */
export function fencesOf(markdown: string): Fence[] {
  const lines = markdown.split("\n");
  const fences: Fence[] = [];
  for (let index = 0; index < lines.length; index++) {
    const fence = fenceAt(lines, index);
    if (fence === undefined) continue;
    const next = lines.findIndex((line, at) => at > fence.end && line.trim() !== "");
    const following = fenceAt(lines, next);
    const output = following?.language === "text" ? following.text : null;
    const comment = COMMENT.exec(lines[index - 1] ?? "")?.[1] ?? null;
    const { language, text, indent } = fence;
    fences.push({ language, text, indent, line: index + 1, comment, output });
    index = fence.end;
  }
  return fences;
}

function fenceAt(lines: readonly string[], index: number) {
  const [, indent, language] = OPENING.exec(lines[index] ?? "") ?? [];
  if (indent === undefined || language === undefined) return undefined;
  const end = lines.indexOf(`${indent}\`\`\``, index + 1);
  if (end < 0) throw new Error(`line ${index + 1} opens a fence that nothing closes`);
  const inside = lines.slice(index + 1, end).map((line) => line.slice(indent.length));
  return { language, indent, text: inside.map((line) => `${line}\n`).join(""), end };
}

/** The text without its fenced blocks. */
function proseOf(markdown: string): string {
  return markdown.replace(/^( *)```.*?^\1```$/gms, "");
}

/** The anchors of the headings, as GitHub makes them. */
export function anchorsOf(markdown: string): string[] {
  return [...proseOf(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Where the links point. */
export function linksOf(markdown: string): string[] {
  const links = proseOf(markdown).matchAll(/\]\(([^)]+)\)|^\[[^\]]+\]: (\S+)$/gm);
  return [...links].map(([, inline, reference]) => inline ?? reference ?? "");
}

/** The text below a heading, up to the next one of any level. */
export function sectionOf(markdown: string, heading: string): string {
  const [, ...rest] = `\n${markdown}`.split(new RegExp(`\\n#+ ${heading}\\n`));
  if (rest.length !== 1) throw new Error(`${rest.length} headings say ${heading}`);
  return rest.join("").split(/\n#+ /)[0] ?? "";
}

/** The rows of a text's tables, heads left out, each row as its cells. */
export function tablesOf(markdown: string): string[][][] {
  const tables = proseOf(markdown).match(/(?:^\|.*\n?)+/gm) ?? [];
  return tables.map((table) =>
    table
      .trimEnd()
      .split("\n")
      .slice(2)
      .map((row) =>
        row
          .slice(1, -1)
          .split("|")
          .map((cell) => cell.trim()),
      ),
  );
}

/** What stands in backquotes. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

/** What stands in backquotes in the first column of one of a text's tables, counted from 0. */
export function firstColumnOf(markdown: string, table = 0): string[] {
  return (tablesOf(markdown)[table] ?? []).flatMap(([first = ""]) => codeIn(first));
}
