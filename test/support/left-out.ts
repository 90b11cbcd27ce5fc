/**
 * Says aloud that tests are left out on this machine, and why.
 *
 * @returns whether they are, for `it.skipIf`.
 */
export function leftOut(missing: boolean, what: string, why: string): boolean {
  if (missing) console.warn(`left out: ${what} (${why})`);
  return missing;
}
