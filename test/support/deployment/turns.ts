/** How many stacks run at once: each is two servers, and all of them share two cores. */
const MOST = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** Does the work when fewer than {@link MOST} others are being done. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
