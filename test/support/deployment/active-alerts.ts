import { expect } from "vitest";
import { heldAlerts } from "../../../src/deployment/alertmanager/alertmanager-answers.js";
import { activeAlertsOf } from "../../../src/deployment/check/moment.js";
import type { ActiveAlert } from "../../../src/deployment/routing/judgement.js";

/** The alerts of an answer of `GET /api/v2/alerts`, read as `check` reads them. */
export function activeAlertsIn(answer: unknown): readonly ActiveAlert[] {
  const problems: string[] = [];
  const held = heldAlerts(answer, problems);
  expect(problems).toEqual([]);
  return activeAlertsOf(held);
}
