import { Composer, isScalar, isSeq, Parser, visit, type YAMLMap } from "yaml";
import { DrillError } from "../../../errors.js";

const LONGEST = 4_000_000;
/** A route in a route takes two levels. Far below what makes a reader that recurses run out of stack. */
const DEEPEST = 200;
const MOST_ALIASES = 100;

/**
 * Reads the YAML of a server's configuration. Every scalar stays the text it is, but an empty or `null` one that is not
 * quoted, which is null: what a text means is known where it is used, as in the servers. Keys that stand twice are
 * refused, as there. Aliases, nesting and size are bounded; no error holds a word of the text.
 *
 * @param what names the text in errors: `Alertmanager's configuration`.
 * @throws DrillError `bad_input`.
 */
export function parseYaml(text: string, what: string): unknown {
  if (text.length > LONGEST) throw bad(what, `is longer than ${LONGEST} characters`);
  const tokens = [...new Parser().parse(text)];
  if (tokens.some((token) => depthOf(token) > DEEPEST))
    throw bad(what, `nests deeper than ${DEEPEST} levels`);
  const composer = new Composer({
    schema: "failsafe",
    customTags: ["null", "merge"],
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const [document, second] = [...composer.compose(tokens)];
  if (document === undefined) return null;
  if (second !== undefined) throw bad(what, "is more than one document");
  const [error] = document.errors;
  if (error !== undefined) throw bad(what, `is no YAML: line ${lineOf(text, error.pos[0])}, ${error.code}`);
  visit(document, { Map: (_, map) => refuseDoubleKeys(map, text, what) });
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (cause) {
    throw new DrillError("bad_input", `${what} has aliases that stand for nothing, or for too much`, {
      cause,
    });
  }
}

/** How deep a token of yaml's parser nests; found without recursion, since the text may be made to nest deep. */
function depthOf(root: object): number {
  let deepest = 0;
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { value, depth } = top;
    if (typeof value !== "object" || value === null) continue;
    const nests = "items" in value;
    deepest = Math.max(deepest, depth);
    for (const child of Object.values(value)) open.push({ value: child, depth: depth + (nests ? 1 : 0) });
  }
  return deepest;
}

function refuseDoubleKeys(map: YAMLMap, text: string, what: string): void {
  const seen = new Set<unknown>();
  for (const { key } of map.items) {
    const name = isScalar(key) ? key.value : key;
    if (!seen.has(name)) {
      seen.add(name);
      continue;
    }
    const at = isScalar(key) || isSeq(key) ? (key.range?.[0] ?? 0) : 0;
    throw bad(what, `has a key twice in one place: line ${lineOf(text, at)}`);
  }
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

function bad(what: string, problem: string): DrillError {
  return new DrillError("bad_input", `${what} ${problem}`);
}
