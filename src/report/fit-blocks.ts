/** A part of a document: whole, or shrunk to what stands in for it where there is no room. */
export interface Block {
  readonly whole: string;
  /** Empty where it can be left out. */
  readonly shrunk: string;
}

/**
 * Joins blocks with an empty line between, shrinking from the last to the first until the whole fits. A
 * block is shown whole or shrunk, so a fence is never left open.
 *
 * @param mostBytes counted as UTF-8, which is never less than GitHub's count of characters.
 */
export function fitBlocks(blocks: readonly Block[], mostBytes: number): string {
  for (let whole = blocks.length; whole > 0; whole--) {
    const text = join(blocks, whole);
    if (Buffer.byteLength(text) <= mostBytes) return text;
  }
  return join(blocks, 0);
}

function join(blocks: readonly Block[], whole: number): string {
  const texts = blocks.map((block, index) => (index < whole ? block.whole : block.shrunk));
  return `${texts.filter((text) => text !== "").join("\n\n")}\n`;
}
