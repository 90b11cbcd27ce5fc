import type { ActiveAlert } from "../judgement.js";
import { readAnswer } from "./server-answer.js";

/**
 * Reads the answer of `GET /api/v2/alerts`, which must have been asked for all alerts: those that are suppressed inhibit
 * as well.
 *
 * @throws DrillError `bad_input`: `details` names every bad path.
 */
export function readActiveAlerts(answer: unknown): ActiveAlert[] {
  return readAnswer(answer, "alerts", (fields) => ({
    fingerprint: fields.text("fingerprint"),
    labels: fields.labels("labels"),
    endsAt: fields.instant("endsAt"),
  }));
}
