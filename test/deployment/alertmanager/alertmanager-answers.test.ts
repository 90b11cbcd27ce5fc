import { expect, it } from "vitest";
import { heldAlerts } from "../../../src/deployment/alertmanager/alertmanager-answers.js";

/** Where each problem lies that is found in an answer of `GET /api/v2/alerts`. */
function placesIn(answer: unknown): (string | undefined)[] {
  const problems: string[] = [];
  heldAlerts(answer, problems);
  return problems.map((problem) => problem.split(":")[0]);
}

it("alerts of another shape are refused by their path", () => {
  const status = { state: "active", silencedBy: [], inhibitedBy: [] };
  expect(placesIn([{ labels: {}, status }])).toEqual([]);
  expect(placesIn({ status: "error" })).toEqual(["answer"]);
  expect(placesIn([null])).toContain("answer[0]");
  expect(placesIn([{ labels: "a", status }])).toEqual(["answer[0].labels"]);
  expect(placesIn([{ labels: {}, status: { state: 7 } }])).toEqual(["status.state"]);
});
