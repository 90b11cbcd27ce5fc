/** A value that canonical JSON can hold: numbers are whole and exact; decimals are text. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * Canonical JSON (contract, section 2): keys sorted by code point, no spaces, everything outside
 * printable ASCII as lowercase \uXXXX. The same bytes as Python's
 * `json.dumps(value, sort_keys=True, separators=(",", ":"))`.
 *
 * @throws RangeError on a number that is not a safe integer: it would not be exact.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") return canonicalInteger(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `{${fields.map(([key, field]) => `${canonicalString(key)}:${canonicalJson(field)}`).join(",")}}`;
}

/** A JSON string of printable ASCII only. */
export function canonicalString(text: string): string {
  return escapeNonAscii(JSON.stringify(text));
}

const NOT_PRINTABLE_ASCII = /[^ -~]/;
const EACH_NOT_PRINTABLE_ASCII = /[^ -~]/g;

/** JSON text with everything outside printable ASCII as \\uXXXX; JSON.stringify escapes the rest as we want it. */
export function escapeNonAscii(json: string): string {
  if (!NOT_PRINTABLE_ASCII.test(json)) return json;
  return json.replace(
    EACH_NOT_PRINTABLE_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Order by code point, as most languages sort text. JavaScript's own `<` compares UTF-16 units, which puts
 * U+10000 and above before U+E000.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) {
      if (left < 0xd800 && right < 0xd800) return left - right;
      return compareCodePoints(a, b, index - 1) || compareCodePoints(a, b, index);
    }
  }
  return a.length - b.length;
}

// Called at the unit before the first difference too: that unit may begin a pair, and in only one of the two texts.
function compareCodePoints(a: string, b: string, index: number): number {
  return (a.codePointAt(index) ?? 0) - (b.codePointAt(index) ?? 0);
}

function canonicalInteger(value: number): string {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? "0" : String(value);
  throw new RangeError(`not an exact integer: ${value}`);
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
