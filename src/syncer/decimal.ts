/**
 * An exact decimal: `units / 10^scale`, with the text it came from.
 *
 * No binary fraction is ever involved: `units` is a whole number, kept as a `number` while it is a safe
 * integer (which is exact) and as a `bigint` beyond. Why not a library: docs/decisions/0003.
 */
export class Decimal {
  /** Plain notation, as given: `"0.10"` stays `"0.10"`; exponent notation arrives here expanded. */
  readonly text: string;
  /** The digits without the point, with the sign. Negative zero is 0. */
  readonly units: number | bigint;
  /** How many of the digits stand after the point. */
  readonly scale: number;

  constructor(text: string, units: number | bigint, scale: number) {
    this.text = text;
    this.units = units;
    this.scale = scale;
  }
}

const DECIMAL_GRAMMAR = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,9}))?$/;
const MOST_CHARACTERS = 1000;
const SAFE_DIGITS = 15;
const [MINUS, POINT, DIGIT_ZERO, DIGIT_NINE] = [0x2d, 0x2e, 0x30, 0x39];
const POWERS_OF_TEN = Array.from({ length: SAFE_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/**
 * Reads decimal text of JSON's number grammar (`-1`, `0.10`, `1.5e-7`).
 *
 * Returns undefined for anything else (`NaN`, `Infinity`, `""`, `+1`, `.5`, `01`, blanks) and for a number
 * of more than 1,000 characters, as given or once its exponent is expanded.
 */
export function parseDecimal(text: string): Decimal | undefined {
  const short = parseShort(text);
  if (short !== undefined) return short;
  const match = DECIMAL_GRAMMAR.exec(text);
  if (match === null || text.length > MOST_CHARACTERS) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent] = match;
  if (exponent === undefined) {
    return new Decimal(text, unitsOf(sign, whole + fraction), fraction.length);
  }
  const plain = expandExponent(sign, whole, fraction, Number(exponent));
  return plain === undefined ? undefined : parseDecimal(plain);
}

/** Whether {@link parseDecimal} reads this text; it makes nothing of it. */
export function isDecimalText(text: string): boolean {
  return pointOf(text) >= 0 || parseDecimal(text) !== undefined;
}

/**
 * Like {@link parseDecimal}, for decimals written in code.
 *
 * @throws RangeError where the text is not a decimal.
 */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new RangeError(`not a decimal: ${JSON.stringify(text)}`);
  return value;
}

/** True for a value below zero; negative zero is not. */
export function isNegative(value: Decimal): boolean {
  return value.units < 0;
}

/** True for 0, -0, 0.00 and so on. */
export function isZero(value: Decimal): boolean {
  return value.units === 0;
}

/** Numeric order: below 0, 0 or above 0. Scales do not matter: 1.0 equals 1.00. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.scale === b.scale) return compareUnits(a.units, b.units);
  const scale = Math.max(a.scale, b.scale);
  return compareUnits(unitsAtScale(a, scale), unitsAtScale(b, scale));
}

function compareUnits(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** The exact difference, at the larger of the two scales. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return decimalFromUnits(subtractUnits(unitsAtScale(a, scale), unitsAtScale(b, scale)), scale);
}

/** The value with the other sign; zero has none. */
export function negated(value: Decimal): Decimal {
  return decimalFromUnits(typeof value.units === "bigint" ? -value.units : 0 - value.units, value.scale);
}

/** The decimal that is `units / 10^scale`, with its plain text. */
export function decimalFromUnits(units: number | bigint, scale: number): Decimal {
  const sign = units < 0 ? "-" : "";
  const digits = String(units < 0 ? -units : units).padStart(scale + 1, "0");
  const point = digits.length - scale;
  const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return new Decimal(sign + text, narrowest(units), scale);
}

/** The value's whole-number units at a scale at least its own; exact, a bigint where a number is not. */
export function unitsAtScale(value: Decimal, scale: number): number | bigint {
  const shift = scale - value.scale;
  if (shift === 0 || value.units === 0) return value.units;
  const factor = POWERS_OF_TEN[shift];
  if (typeof value.units === "number" && factor !== undefined) {
    const scaled = value.units * factor;
    if (Number.isSafeInteger(scaled)) return scaled;
  }
  return BigInt(value.units) * 10n ** BigInt(shift);
}

/** Exact difference of two whole numbers. */
export function subtractUnits(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return BigInt(a) - BigInt(b);
}

// Most text is short and plain: a loop over it costs a fifth of the grammar. Undefined where that has to decide.
function parseShort(text: string): Decimal | undefined {
  const point = pointOf(text);
  if (point < 0) return undefined;
  const start = Number(text.charCodeAt(0) === MINUS);
  let units = 0;
  for (let at = start; at < text.length; at++) {
    if (at !== point) units = units * 10 + text.charCodeAt(at) - DIGIT_ZERO;
  }
  return new Decimal(text, start === 1 ? 0 - units : units, Math.max(0, text.length - point - 1));
}

// Where the point stands, or the end where there is none; -1 where the grammar has to decide.
function pointOf(text: string): number {
  if (text.length > SAFE_DIGITS) return -1;
  const start = Number(text.charCodeAt(0) === MINUS);
  let point = text.length;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && point === text.length) point = at;
    else if (code < DIGIT_ZERO || code > DIGIT_NINE) return -1;
  }
  return point !== text.length - 1 && isWholePart(text, start, point) ? point : -1;
}

// At least one digit, and no zero before others.
function isWholePart(text: string, start: number, end: number): boolean {
  return end === start + 1 || (end > start && text.charCodeAt(start) !== DIGIT_ZERO);
}

function unitsOf(sign: string, digits: string): number | bigint {
  if (digits.length <= SAFE_DIGITS) {
    const magnitude = Number(digits);
    return sign === "-" && magnitude !== 0 ? -magnitude : magnitude;
  }
  return narrowest(BigInt(sign + digits));
}

// Each value has one form, so that a zero is always the number 0.
function narrowest(units: number | bigint): number | bigint {
  const asNumber = Number(units);
  return Number.isSafeInteger(asNumber) ? asNumber : units;
}

function expandExponent(sign: string, whole: string, fraction: string, exponent: number): string | undefined {
  const digits = (whole + fraction).replace(/^0+(?=[0-9])/, "");
  const shifted = digits.length - fraction.length + exponent;
  const point = digits === "0" ? Math.min(shifted, 1) : shifted;
  if (Math.max(point, digits.length) - Math.min(point, 0) > MOST_CHARACTERS) return undefined;
  const before = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const after = point < 0 ? digits.padStart(digits.length - point, "0") : digits.slice(point);
  return after === "" ? sign + before : `${sign}${before}.${after}`;
}
