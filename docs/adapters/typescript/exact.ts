/** Decimals as whole numbers of their fortieth digit: exact for whatever an exchange gives. */
const DIGITS = 40;

export function exact(text: string): bigint {
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const value = BigInt(whole + fraction.slice(0, DIGITS).padEnd(DIGITS, "0"));
  return text.startsWith("-") ? -value : value;
}

/** The decimal text of a number that is `scale` such factors multiplied. */
export function decimalText(value: bigint, scale = 1): string {
  const places = scale * DIGITS;
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, "");
  return `${value < 0n ? "-" : ""}${text}`;
}
