/**
 * The value of decimal text times 10^scale, worked out on its digits alone: what exact arithmetic is held against.
 * The scale must cover every digit after the point.
 */
export function exactUnits(text: string, scale: number): bigint {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const zeros = scale + Number(exponent) - fraction.length;
  if (zeros < 0) throw new RangeError(`${text} has digits beyond scale ${scale}`);
  return BigInt(whole + fraction) * 10n ** BigInt(zeros);
}

/** -1, 0 or 1, as the difference of two exact values has it. */
export function exactOrder(a: string, b: string, scale: number): number {
  const difference = exactUnits(a, scale) - exactUnits(b, scale);
  return difference === 0n ? 0 : Number(difference / (difference < 0n ? -difference : difference));
}

/** Text that JavaScript's own `<` puts in code point order: each code point as six hex digits. */
export function codePointKey(text: string): string {
  return Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(6, "0")).join(
    "",
  );
}
