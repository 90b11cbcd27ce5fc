const COMMENT = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) ?(.*)$/;
const LABELS = String.raw`\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\[\\n"])*"(?:,|(?=\})))*\}`;
const VALUE = String.raw`[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?Inf|NaN`;
const SAMPLE = new RegExp(
  String.raw`^([a-zA-Z_:][a-zA-Z0-9_:]*)(${LABELS})?[ \t]+(?:${VALUE})(?:[ \t]+-?[0-9]+)?$`,
);
const TYPES = ["counter", "gauge", "histogram", "summary", "untyped"];
const SUFFIX = /_(bucket|count|sum)$/;

/** What one line is about: the metric, what must not come twice, and what is wrong with the line itself. */
interface Line {
  readonly metric: string;
  readonly key: string;
  readonly fault: string | null;
}

/** What came before a line. */
interface Seen {
  readonly keys: Set<string>;
  readonly metrics: Set<string>;
  current: string;
}

/** What is wrong with a Prometheus text, one short line each: what a scraper would refuse or misread. */
export function expositionFaults(text: string): string[] {
  const types = new Set([...text.matchAll(/^# TYPE (\S+) (?:histogram|summary)$/gm)].map(([, name]) => name));
  const seen: Seen = { keys: new Set(), metrics: new Set(), current: "" };
  const faults = text.split("\n").flatMap((line, index) => {
    if (!isRead(line)) return [];
    const what = faultOf(line.startsWith("#") ? readComment(line) : readSample(line, types), seen);
    return what === null ? [] : [`line ${index + 1}: ${what}`];
  });
  return text === "" || text.endsWith("\n") ? faults : [...faults, "the last line has no newline"];
}

function faultOf({ metric, key, fault }: Line, seen: Seen): string | null {
  const isElsewhere = metric !== seen.current && seen.metrics.has(metric);
  const isAgain = seen.keys.has(key);
  seen.keys.add(key);
  seen.metrics.add(metric);
  seen.current = metric;
  if (fault !== null) return fault;
  if (isAgain) return `a second ${key}`;
  return isElsewhere ? `${metric} is in two places` : null;
}

function isRead(line: string): boolean {
  return line !== "" && (!line.startsWith("#") || /^# (HELP|TYPE)\b/.test(line));
}

function readComment(line: string): Line {
  const [, kind = "", metric = "", rest = ""] = COMMENT.exec(line) ?? [];
  if (metric === "") return { metric: line, key: line, fault: "not a HELP or TYPE line" };
  const isBad = kind === "TYPE" && !TYPES.includes(rest);
  return { metric, key: `${kind} ${metric}`, fault: isBad ? `${metric} has no type that there is` : null };
}

function readSample(line: string, withSuffixes: ReadonlySet<string | undefined>): Line {
  const [, name = "", labels = "{}"] = SAMPLE.exec(line) ?? [];
  if (name === "") return { metric: line, key: line, fault: "not a sample" };
  const family = name.replace(SUFFIX, "");
  const sorted = labels
    .slice(1, -1)
    .split(/,(?=[a-zA-Z_][a-zA-Z0-9_]*=")/)
    .sort();
  return {
    metric: withSuffixes.has(family) ? family : name,
    key: `sample of ${name}{${sorted.join(",")}}`,
    fault: null,
  };
}
