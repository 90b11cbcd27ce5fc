import { type Account, type Known, type LifeStep, positionKey } from "./rows.js";
import { type ShrinkLimits, type StillFails, shrink } from "./shrink.js";

/** Fewer syncs, and in them fewer rows, ids and words, that fail still. */
export async function shrinkHistory(
  steps: readonly LifeStep[],
  stillFails: StillFails<LifeStep>,
  limits: ShrinkLimits = {},
): Promise<readonly LifeStep[]> {
  const shorter = await shrink(steps, stillFails, limits);
  const things = thingsIn(shorter);
  const withThings = (kept: readonly string[]) => shorter.map((step) => only(step, new Set(kept)));
  const needed = await shrink(things, (kept) => stillFails(withThings(kept)), limits);
  const restricted = withThings(needed);
  return shrink((await stillFails(restricted)) ? restricted : shorter, stillFails, limits);
}

/** All that the syncs are about: orders and positions by their identity, and ids without an order. */
function thingsIn(steps: readonly LifeStep[]): string[] {
  const things = steps.flatMap(({ answer, known }) => [
    ...(typeof answer === "string"
      ? []
      : [...answer.orders.map(({ key }) => key), ...answer.positions.map(legOf)]),
    ...(known?.orders ?? []).map(({ key }) => key),
    ...(known?.positions ?? []).map(legOf),
    ...(known?.orderIds ?? []),
  ]);
  return [...new Set(things)];
}

function only(step: LifeStep, things: ReadonlySet<string>): LifeStep {
  const { answer, known } = step;
  return {
    ...step,
    answer: typeof answer === "string" ? answer : onlyOfAccount(answer, things),
    known: known === null ? null : onlyOfKnown(known, things),
  };
}

function onlyOfAccount({ orders, positions, ts }: Account, things: ReadonlySet<string>): Account {
  return {
    orders: orders.filter(({ key }) => things.has(key)),
    positions: positions.filter((row) => things.has(legOf(row))),
    ts,
  };
}

function onlyOfKnown({ orderIds, orders, positions }: Known, things: ReadonlySet<string>): Known {
  return {
    orderIds: orderIds?.filter((id) => things.has(id)) ?? null,
    orders: orders?.filter(({ key }) => things.has(key)) ?? null,
    positions: positions?.filter((row) => things.has(legOf(row))) ?? null,
  };
}

// Both modes of a side together: where one side does not say the mode, they are one.
function legOf({ instrument, side }: Parameters<typeof positionKey>[0]): string {
  return positionKey({ instrument, side, marginMode: null });
}
