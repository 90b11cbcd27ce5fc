import fc from "fast-check";
import { wildText } from "../arbitraries.js";

/** Where a value of a JSON text is replaced, and by which text; `%` in it is what stood there. */
interface Mutation {
  /** Chooses the value, counted from the outermost. */
  readonly pick: number;
  readonly text: string;
}

const DEEP = 20_000;
const HUGE = 100_000;

// Text that stands where a value stood: JSON or not, one value or more.
const REPLACEMENTS = [
  ...[
    "null",
    "true",
    "false",
    "{}",
    "[]",
    "[[]]",
    '""',
    "0",
    "-0",
    "5",
    "-1",
    "1.5",
    "1e3",
    "1e999",
    "-1e400",
  ],
  ...["9007199254740992", "9007199254740993", "123456789012345678901234567890", "0.1", "5e-324"],
  ...[
    '"0"',
    '"-0"',
    '"-0.0"',
    '"-1"',
    '"-1e-9"',
    '"1e5"',
    '"1e999999999"',
    '"-1e-99999"',
    '"0.10"',
    '"1.5E+3"',
  ],
  ...[
    '"NaN"',
    '"Infinity"',
    '"+1"',
    '".5"',
    '"5."',
    '"01"',
    '" 1"',
    '"1 "',
    '"1_000"',
    '"0x10"',
    '"\u0663"',
    '"--1"',
  ],
  ...[
    '"LONG"',
    '"SHORT"',
    '"BOTH"',
    '"BUY"',
    '"SELL"',
    '"long"',
    '"short"',
    '"buy"',
    '"sell"',
    '"limit"',
    '"market"',
  ],
  ...[
    "NaN",
    "Infinity",
    "-Infinity",
    "undefined",
    "'single'",
    "00",
    "+1",
    ".5",
    "5.",
    "0x10",
    "1_000",
    "1n",
    "nul",
  ],
  ...[
    '"\\ud800"',
    '"\\udc00x"',
    '"\ud800"',
    '"\\u0000"',
    '"\\u001b[2J"',
    '"\\u202e"',
    '"\\u2028"',
    '"\\x41"',
    '"\n"',
    '"\0"',
  ],
  ...[
    '"',
    "[",
    "{",
    "]",
    "}",
    ",",
    ":",
    "",
    "%,",
    "%%",
    "[%]",
    '{"a":%}',
    "%,%",
    "/* % */ %",
    "%//",
    "\ufeff%",
  ],
  ...[
    '%,"__proto__":{"qty":"-1","ts":-1}',
    '%,"constructor":{"prototype":{"qty":"-1"}}',
    '%,"toString":null',
  ],
  ...[
    '%,"qty":"-1"',
    '%,"qty":null',
    '%,"ts":5',
    '%,"id":"1"',
    '%,"order_id":7',
    '%,"type":"error"',
    '%,"positions":[]',
  ],
  ...[
    '{"__proto__":%}',
    '{"__proto__":null}',
    '{"length":1e9}',
    '{"0":%}',
    '{"toJSON":"x","toString":1,"valueOf":2}',
  ],
];
const SELDOM = [
  `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`,
  `${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`,
  "[".repeat(DEEP),
  `"${"9".repeat(HUGE)}"`,
  "9".repeat(HUGE),
  `"0.${"0".repeat(HUGE)}1"`,
  `"${"x".repeat(HUGE)}"`,
  `"${"\\u001b".repeat(HUGE / 10)}"`,
  `"${"\\ud83d".repeat(HUGE / 10)}"`,
  `[${"null,".repeat(HUGE / 10)}0]`,
  `{${Array.from({ length: 1000 }, (_, index) => `"k${index}":${index}`).join(",")}}`,
];

const mutations: fc.Arbitrary<Mutation> = fc.record({
  pick: fc.nat({ max: 10_000 }),
  text: fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...REPLACEMENTS) },
    { weight: 12, arbitrary: wildText.map((text) => JSON.stringify(text)) },
    { weight: 12, arbitrary: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)) },
    { weight: 12, arbitrary: fc.constant("\u007f") },
    { weight: 4, arbitrary: fc.nat({ max: 30 }).map((nth) => SELDOM[nth] ?? "null") },
  ),
});

/** JSON text of such a value, mutated in no, one or more places at any level: often no JSON any more. */
export function mutatedJson(values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const few = fc.oneof(
    { weight: 1, arbitrary: fc.constant<Mutation[]>([]) },
    { weight: 6, arbitrary: fc.array(mutations, { minLength: 1, maxLength: 1 }) },
    { weight: 3, arbitrary: fc.array(mutations, { minLength: 2, maxLength: 4 }) },
  );
  return fc.tuple(values, few).map(([value, changes]) => mutate(value, changes));
}

/** What stands for a value that is left out together with its key. */
const LEFT_OUT = "\u007f";

function mutate(value: unknown, changes: readonly Mutation[]): string {
  const size = countOf(value);
  const byPlace = new Map(changes.map(({ pick, text }) => [pick % size, text]));
  let place = 0;
  const render = (part: unknown): string => {
    const replacement = byPlace.get(place++);
    const original = Array.isArray(part)
      ? `[${part.map(render).filter(isIn).join(",")}]`
      : isObject(part)
        ? `{${Object.entries(part).map(entryOf).filter(isIn).join(",")}}`
        : JSON.stringify(part);
    return replacement === undefined ? original : replacement.replaceAll("%", () => original);
  };
  const entryOf = ([key, part]: readonly [string, unknown]) => {
    const text = render(part);
    return text === LEFT_OUT ? LEFT_OUT : `${JSON.stringify(key)}:${text}`;
  };
  return render(value);
}

function isIn(text: string): boolean {
  return text !== LEFT_OUT;
}

function countOf(value: unknown): number {
  const parts = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return parts.reduce((sum: number, part: unknown) => sum + countOf(part), 1);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
