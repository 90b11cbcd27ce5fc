/** What one file of the checkout has to say: the whole of it, or lines in place of others. */
export type Rewrite =
  | { readonly file: string; readonly whole: string }
  | { readonly file: string; readonly lines: string; readonly by: string };

/**
 * The text of a file after these rewrites.
 *
 * @throws where the lines to replace are not there.
 */
export function rewritten(text: string, rewrites: readonly Rewrite[]): string {
  return rewrites.reduce((before, rewrite) => {
    if ("whole" in rewrite) return rewrite.whole;
    const framed = `\n${before}`;
    if (!framed.includes(`\n${rewrite.lines}`))
      throw new Error(`${rewrite.file} does not have the lines\n${rewrite.lines}`);
    return framed.replaceAll(`\n${rewrite.lines}`, () => `\n${rewrite.by}`).slice(1);
  }, text);
}
