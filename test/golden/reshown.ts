const ANY_LINES = "...";
const LEAST_ALIKE = 0.4;

/**
 * What a document has to show of real output, given what it shows now: the same runs of lines, from the line most
 * like the first of each to the one most like its last, with `...` between them where it stands now.
 *
 * @throws where nothing of the output is like the end of a run: then only a person knows what to show.
 */
export function reshown(shown: string, real: string): string {
  const lines = linesOf(real);
  const runs = runsOf(linesOf(shown));
  let from = 0;
  const parts = runs.map((run, index) => {
    const [first, last] = [run[0], run.at(-1)];
    // Empty where the text begins or ends with `...`.
    if (first === undefined || last === undefined) return [];
    const isLast = index === runs.length - 1;
    const start = index === 0 ? 0 : placeOf(first, lines, from, isLast);
    const end = isLast ? lines.length - 1 : placeOf(last, lines, start);
    from = end + 1;
    return lines.slice(start, end + 1);
  });
  const joined = parts.flatMap((part, index) => (index === 0 ? part : [ANY_LINES, ...part]));
  return joined.map((line) => `${line}\n`).join("");
}

function linesOf(text: string): string[] {
  return text.trimEnd().split("\n");
}

function runsOf(lines: readonly string[]): string[][] {
  const runs: string[][] = [[]];
  for (const line of lines) {
    if (line === ANY_LINES) runs.push([]);
    else runs.at(-1)?.push(line);
  }
  return runs;
}

/** Where the line is that is most like this one; of several, the first or the last. */
function placeOf(wanted: string, lines: readonly string[], from: number, isLast = false): number {
  const likeness = lines.map((line, at) => (at < from ? 0 : alike(wanted, line)));
  const most = Math.max(...likeness);
  if (most < LEAST_ALIKE)
    throw new Error(`the output has no line like "${wanted}" any more: edit it by hand`);
  return isLast ? likeness.lastIndexOf(most) : likeness.indexOf(most);
}

/** From 0 to 1: the share of words that both lines have. */
function alike(one: string, other: string): number {
  if (one === other) return 1;
  const [ones, others] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const both = [...ones].filter((word) => others.has(word)).length;
  return (0.999 * both) / Math.max(ones.size, others.size, 1);
}

function wordsOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}]+/gu) ?? [];
}
