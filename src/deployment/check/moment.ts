import type { ApiMatcher, HeldAlert, Silence as HeldSilence } from "../alertmanager/alertmanager-answers.js";
import { compileGoRegexp } from "../routing/go-regexp/go-regexp.js";
import type { Moment } from "../routing/judgement.js";
import type { Matcher } from "../routing/matchers/matcher.js";

/** The moment that is judged: what Alertmanager holds, by its own clock. */
export function momentOf(silences: readonly HeldSilence[], alerts: readonly HeldAlert[], now: number): Moment {
  return {
    now,
    silences: silences
      .filter(({ state }) => state !== "expired")
      .map(({ id, createdBy, comment, startsAt, endsAt, matchers }) => ({
        id,
        createdBy,
        comment,
        startsAt: startsAt ?? 0,
        endsAt: endsAt ?? Number.MAX_SAFE_INTEGER,
        matchers: matchers.map(matcherOf),
      })),
    activeAlerts: alerts.map(({ labels, fingerprint, endsAt }) => ({
      labels,
      fingerprint,
      endsAt: endsAt ?? Number.MAX_SAFE_INTEGER,
    })),
  };
}

function matcherOf({ name, value, isRegex, isEqual }: ApiMatcher): Matcher {
  if (!isRegex) return { name, operator: isEqual ? "=" : "!=", value };
  return { name, operator: isEqual ? "=~" : "!~", value, pattern: compileGoRegexp(value) };
}
