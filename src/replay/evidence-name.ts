import { compareText } from "../syncer/canonical-json.js";

const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-(\d{1,4}))?$/;

/** Unix ms of the second that evidence is named for; null where its name is another. */
export function timeOfName(name: string): number | null {
  const [found, ...parts] = NAME.exec(name) ?? [];
  if (found === undefined) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The order of evidence of one time: the second run in a second is named `...Z-2`, the tenth `...Z-10`. */
export function compareNames(a: string, b: string): number {
  const [first, second] = [a, b].map((name) => Number(NAME.exec(name)?.[7] ?? 1));
  return (first ?? 1) - (second ?? 1) || compareText(a, b);
}
