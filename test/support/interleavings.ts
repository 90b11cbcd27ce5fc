/** Waits until it is this caller's turn. */
export type Turn = () => Promise<void>;

/**
 * Starts the same work again and again, and grants the turns that it asks for in another order each time, until
 * every order has been seen. Between two turns everything runs that waits for no turn.
 *
 * @param start starts the work and says when it has ended.
 * @param check looks at what one order has led to.
 * @returns how many orders there were.
 */
export async function everyInterleaving<T>(
  start: (turn: Turn) => { readonly ended: Promise<unknown>; readonly state: T },
  check: (state: T) => void,
): Promise<number> {
  let choices: number[] = [];
  for (let orders = 1; ; orders++) {
    const { state, widths } = await playOut(start, choices);
    check(state);
    const next = nextChoices(choices, widths);
    if (next === null) return orders;
    choices = next;
  }
}

/** Grants the turns by the given choices, then always the first that waits. `widths`: how many waited each time. */
async function playOut<T>(
  start: (turn: Turn) => { readonly ended: Promise<unknown>; readonly state: T },
  choices: readonly number[],
): Promise<{ state: T; widths: number[] }> {
  const waiting: (() => void)[] = [];
  const { ended, state } = start(() => new Promise((resolve) => waiting.push(resolve)));
  const widths: number[] = [];
  for (await everythingElse(); waiting.length > 0; await everythingElse()) {
    const [granted] = waiting.splice(choices[widths.length] ?? 0, 1);
    widths.push(waiting.length + 1);
    granted?.();
  }
  await ended;
  return { state, widths };
}

/** The choices of the next order, as one counts up; null after the last. */
function nextChoices(choices: readonly number[], widths: readonly number[]): number[] | null {
  const made = widths.map((_, index) => choices[index] ?? 0);
  const last = made.findLastIndex((choice, index) => choice + 1 < (widths[index] ?? 0));
  return last < 0 ? null : [...made.slice(0, last), (made[last] ?? 0) + 1];
}

function everythingElse(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
