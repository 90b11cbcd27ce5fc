import type { BrokenSyncer } from "./broken-syncer.js";
import { type Catch, drillBroken, drillSoundSketch } from "./drill-broken.js";
import { renderCatch, renderHead, renderVerdict } from "./self-test-text.js";
import { ZOO } from "./zoo.js";

/**
 * Drills every broken syncer and tells of each, in order, as soon as it is done. They take turns, so that none
 * is late because of another; while one hangs the next is drilled.
 *
 * @returns whether each was caught by the drill named for it, and the sound sketch by none.
 */
export async function selfTest(
  write: (text: string) => void,
  zoo: readonly BrokenSyncer[] = ZOO,
): Promise<boolean> {
  write(renderHead(zoo.length));
  const unsound = await drillSoundSketch();
  for (const label of unsound) write(`  UNSOUND: the sketch that all are made of fails ${label}\n`);
  const catches: Catch[] = [];
  let telling = Promise.resolve();
  for (const broken of zoo) {
    const drilled = drillBroken(broken);
    telling = telling.then(async () => {
      const one = await drilled;
      write(renderCatch(one));
      catches.push(one);
    });
    await Promise.race([drilled, allElseDone()]);
  }
  await telling;
  write(renderVerdict(catches));
  return unsound.length === 0 && catches.every(({ check }) => check !== null);
}

// A drill that is not over by then waits for its time limit.
function allElseDone(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
