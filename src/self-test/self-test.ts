import type { BrokenSyncer } from "./broken-syncer.js";
import { type Catch, drillBroken, drillSoundSketch } from "./drill-broken.js";
import { renderCatch, renderHead, renderVerdict } from "./self-test-text.js";
import { ZOO } from "./zoo.js";

/**
 * Drills every broken syncer and tells of each as soon as it is done.
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
  for (const broken of zoo) {
    const one = await drillBroken(broken);
    write(renderCatch(one));
    catches.push(one);
  }
  write(renderVerdict(catches));
  return unsound.length === 0 && catches.every(({ check }) => check !== null);
}
