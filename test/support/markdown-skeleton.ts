/**
 * A Markdown text as its reader takes it apart (GitHub Flavored Markdown, 4.5, 4.10 and 6.1): each fenced block
 * and each code span becomes one word, so that what is left is markup and plain words.
 *
 * @throws where a fence is never closed.
 */
export function skeletonOf(markdown: string): string {
  const lines = markdown.split("\n");
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const fence = /^(`{3,})[a-z]*$/.exec(line)?.[1];
    if (fence === undefined) {
      kept.push(line.startsWith("|") ? cellsOf(line).map(withoutCode).join("|") : withoutCode(line));
      continue;
    }
    at = lines.findIndex((end, index) => index > at && isClosing(end, fence));
    if (at < 0) throw new Error(`a fence is never closed: ${line}`);
    kept.push("[block]");
  }
  return kept.join("\n");
}

/** The cells of a table's row, outer borders left out; a `|` behind a backslash ends none. */
function cellsOf(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** A code span ends at the next run of just as many backticks. */
function withoutCode(text: string): string {
  return text.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "[code]");
}

function isClosing(line: string, fence: string): boolean {
  return /^`+$/.test(line) && line.length >= fence.length;
}
