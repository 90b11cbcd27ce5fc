import { expect, it } from "vitest";
import rows from "./rows.json" with { type: "json" };

/** What a row of the trust table came to. */
export interface Measured {
  /** In the terms of the row's target: "0 in 200", "100 % (39 of 39)". */
  readonly figure: string;
  readonly isReached: boolean;
}

/** A row that cannot be measured on this machine, and why: neither reached nor missed. */
export interface LeftOut {
  readonly leftOut: string;
}

declare module "vitest" {
  interface TaskMeta {
    row?: string;
    figure?: string;
  }
}

/** One row of the trust table, measured by `npm run trust`. */
export function row(
  id: keyof typeof rows,
  measure: () => Promise<Measured | LeftOut> | Measured | LeftOut,
): void {
  it(rows[id].test, async ({ task, skip }) => {
    task.meta.row = id;
    const measured = await measure();
    if ("leftOut" in measured) {
      task.meta.figure = `left out: ${measured.leftOut}`;
      return skip(measured.leftOut);
    }
    const { figure, isReached } = measured;
    task.meta.figure = figure;
    expect(isReached, `${figure}; the target is ${rows[id].target}`).toBe(true);
  });
}
