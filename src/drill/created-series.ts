const SUFFIX = "_created";
const NAME = /^(?:# (?:HELP|TYPE) )?([a-zA-Z_:][a-zA-Z0-9_:]*)/;

/** A metrics text without what a client library added to it, and the names that were left out. */
export interface WithoutCreated {
  readonly text: string;
  readonly leftOut: readonly string[];
}

/**
 * Leaves out the `_created` series that client libraries add beside a counter, a histogram or a summary: they hold the
 * wall clock, and would make every run another. A metric of the user's own that only ends so is kept.
 */
export function withoutCreated(text: string): WithoutCreated {
  const lines = text.split("\n");
  const names = new Set(lines.flatMap((line) => nameIn(line)));
  const isCreated = (name: string) => {
    const base = name.slice(0, -SUFFIX.length);
    return name.endsWith(SUFFIX) && (names.has(`${base}_total`) || names.has(`${base}_count`));
  };
  const leftOut = [...names].filter(isCreated);
  if (leftOut.length === 0) return { text, leftOut };
  const kept = lines.filter((line) => !nameIn(line).some(isCreated));
  return { text: kept.join("\n"), leftOut };
}

function nameIn(line: string): string[] {
  const [, name] = NAME.exec(line) ?? [];
  return name === undefined ? [] : [name];
}
