import type { Labels } from "../server-fields.js";

/** The drill's own name: under a real alert's name it would join that one's group, and delay a real page. */
export const DRILL_ALERT = "AccountSyncDrill";
/** How long the alert outlives the last word of the tool: a killed one leaves nothing after that. */
export const LIFETIME_MS = 30_000;
/** How often it is posted again; far below {@link LIFETIME_MS}, so that it outlasts every group_wait. */
export const REFRESH_MS = 10_000;

/** A drill's alert. */
export interface DrillAlert {
  /** Four characters that somebody types to say that it arrived. */
  readonly id: string;
  readonly labels: Labels;
  /** Unix ms. */
  readonly startsAt: number;
}

const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const ID_LENGTH = 4;

/** An id that nobody takes for another one: no 0, O, 1 or I. */
export function drillId(randomBytes: (count: number) => Uint8Array): string {
  return Array.from(randomBytes(ID_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join("");
}

/**
 * The labels of the drill: those with which a mismatch's alert arrives at Alertmanager, so that it takes the same way,
 * under a name of its own.
 */
export function drillLabels(spike: Labels, id: string): Labels {
  return { ...spike, alertname: DRILL_ALERT, drill: "true", drill_id: id };
}

/** What is posted to `/api/v2/alerts`: the alert as it is until `endsAt` (Unix ms), unless it is posted again. */
export function alertsBody({ id, labels, startsAt }: DrillAlert, endsAt: number): string {
  return JSON.stringify([
    {
      labels,
      annotations: {
        summary: `DRILL ${id} - not a real mismatch`,
        description:
          `DRILL ${id}: this is a drill of the alarm. Nothing has happened to the account, and it ends by itself.` +
          ` If you were asked to acknowledge it, the code is ${id}.`,
      },
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    },
  ]);
}
