/** Two-letter and one-letter names of general categories, as Go has them. */
const CATEGORY = /^(?:C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;
const SCRIPT = /^[A-Z][A-Za-z]*(?:_[A-Z][A-Za-z]*)*$/;

/** Whether a character has the property that `\p{name}` names in Go's patterns; undefined where the name is not known. */
export function characterHasProperty(name: string, character: string): boolean | undefined {
  if (name === "Any") return true;
  const property = CATEGORY.test(name) ? `General_Category=${name}` : `Script=${name}`;
  if (!CATEGORY.test(name) && !SCRIPT.test(name)) return undefined;
  try {
    return new RegExp(`^\\p{${property}}$`, "u").test(character);
  } catch {
    return undefined;
  }
}
