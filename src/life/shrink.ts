/** Whether a shorter list still shows what the whole one showed. */
export type StillFails<T> = (items: readonly T[]) => Promise<boolean>;

/** Where shrinking ends, however far it has come. */
export interface ShrinkLimits {
  /** How often it is asked whether a list still fails. */
  readonly mostTries?: number;
  /** Whether the time for it is over. */
  readonly isOver?: () => boolean;
}

/**
 * The shortest part of a failing list that was found to fail still, in its order: first halves are left out, then quarters,
 * down to single items, until none can be missed (delta debugging, Zeller 1999). What fails at random may come out longer.
 */
export async function shrink<T>(
  items: readonly T[],
  stillFails: StillFails<T>,
  { mostTries = 2_000, isOver = () => false }: ShrinkLimits = {},
): Promise<readonly T[]> {
  let kept = items;
  let tries = 0;
  const isAllowed = () => tries < mostTries && !isOver();
  const without = async (start: number, size: number): Promise<boolean> => {
    tries += 1;
    const shorter = [...kept.slice(0, start), ...kept.slice(start + size)];
    if (!(await stillFails(shorter))) return false;
    kept = shorter;
    return true;
  };
  for (let size = Math.ceil(items.length / 2); size >= 1 && isAllowed(); ) {
    const before = kept.length;
    for (let start = 0; start < kept.length && isAllowed(); ) {
      if (!(await without(start, size))) start += size;
    }
    if (size > 1) size = Math.ceil(size / 2);
    else if (kept.length === before) break;
  }
  return kept;
}
