/** Whether a shorter list still shows what the whole one showed. */
export type StillFails<T> = (items: readonly T[]) => Promise<boolean>;

/**
 * The shortest part of a failing list that was found to fail still, in its order: first halves are left out, then quarters,
 * down to single items, until none can be missed (delta debugging, Zeller 1999). What fails at random may come out longer.
 *
 * @param mostTries how often `stillFails` is asked at most.
 */
export async function shrink<T>(
  items: readonly T[],
  stillFails: StillFails<T>,
  mostTries = 2_000,
): Promise<readonly T[]> {
  let kept = items;
  let tries = 0;
  const without = async (start: number, size: number): Promise<boolean> => {
    tries += 1;
    const shorter = [...kept.slice(0, start), ...kept.slice(start + size)];
    if (!(await stillFails(shorter))) return false;
    kept = shorter;
    return true;
  };
  for (let size = Math.ceil(items.length / 2); size >= 1 && tries < mostTries; ) {
    const before = kept.length;
    for (let start = 0; start < kept.length && tries < mostTries; ) {
      if (!(await without(start, size))) start += size;
    }
    if (size > 1) size = Math.ceil(size / 2);
    else if (kept.length === before) break;
  }
  return kept;
}
