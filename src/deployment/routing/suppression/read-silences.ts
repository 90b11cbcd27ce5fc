import type { Silence } from "../judgement.js";
import { type Matcher, type MatchOperator, makeMatcher } from "../matchers/matcher.js";
import { type AnswerFields, readAnswer } from "./server-answer.js";

/**
 * Reads the answer of `GET /api/v2/silences`. Those that are expired are left out.
 *
 * @throws DrillError `bad_input`: `details` names every bad path.
 */
export function readSilences(answer: unknown): Silence[] {
  return readAnswer(answer, "silences", readSilence).filter((silence) => silence !== undefined);
}

function readSilence(fields: AnswerFields): Silence | undefined {
  const silence = {
    id: fields.text("id"),
    createdBy: fields.anyText("createdBy"),
    comment: fields.anyText("comment"),
    startsAt: fields.instant("startsAt"),
    endsAt: fields.instant("endsAt"),
    matchers: fields.each("matchers", readMatcher),
  };
  const status = fields.raw("status");
  const isExpired =
    typeof status === "object" && status !== null && "state" in status && status.state === "expired";
  return isExpired ? undefined : silence;
}

function readMatcher(fields: AnswerFields): Matcher {
  const isEqual = fields.raw("isEqual") === undefined || fields.boolean("isEqual");
  const operator: MatchOperator = fields.boolean("isRegex") ? (isEqual ? "=~" : "!~") : isEqual ? "=" : "!=";
  return makeMatcher(fields.text("name"), operator, fields.anyText("value"));
}
