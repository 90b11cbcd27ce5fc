const PAIR = /^(?<name>[^=\n]+?)<<(?<delimiter>.+)\n(?<value>(?:.*\n)*?)\k<delimiter>\n/gm;

/** Reads what an action wrote to GITHUB_OUTPUT: each value between two lines of a delimiter; the last of a name counts. */
export function readOutputs(text: string): Record<string, string> {
  const rest = text.replace(PAIR, "");
  if (rest !== "") throw new Error(`not outputs: ${rest}`);
  const found = [...text.matchAll(PAIR)].map(({ groups }) => [groups?.name, groups?.value?.slice(0, -1)]);
  return Object.fromEntries(found);
}
