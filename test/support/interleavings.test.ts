import { describe, expect, it } from "vitest";
import { everyInterleaving, type Turn } from "./interleavings.js";

/** So many workers, each with so many steps; the state is the order in which they came. */
function workers(steps: readonly number[]) {
  return (turn: Turn) => {
    const state: number[] = [];
    const work = async (worker: number, times: number) => {
      for (let step = 0; step < times; step++) {
        await turn();
        state.push(worker);
      }
    };
    return { state, ended: Promise.all(steps.map((times, worker) => work(worker, times))) };
  };
}

describe("everyInterleaving", () => {
  it.each([
    { steps: [], orders: 1 },
    { steps: [3], orders: 1 },
    { steps: [1, 1], orders: 2 },
    { steps: [2, 2], orders: 6 },
    { steps: [4, 3], orders: 35 },
    { steps: [2, 2, 2], orders: 90 },
  ])("sees each order once: $orders for $steps", async ({ steps, orders }) => {
    const seen = new Set<string>();
    const count = await everyInterleaving(workers(steps), (state) => seen.add(state.join()));
    expect([count, seen.size]).toEqual([orders, orders]);
  });
});
