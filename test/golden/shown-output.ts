const TIMESTAMP_NAME = /\b[0-9]{8}T[0-9]{6}Z\b/g;

/** Output with the name of each evidence directory as one and the same. */
export function withoutTimes(text: string): string {
  return text.replace(TIMESTAMP_NAME, "<TIME>");
}

/**
 * What real output (after {@link withoutTimes}) has to match for a document to show it truly: line for line, a
 * line of `...` standing for any lines that were left out.
 */
export function patternOf(shown: string): RegExp {
  const lines = withoutTimes(shown).trimEnd().split("\n");
  return new RegExp(`^${lines.map((line) => (line === "..." ? "(?:.*\\n)*?" : literally(line))).join("")}$`);
}

function literally(line: string): string {
  return `${line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\n`;
}
