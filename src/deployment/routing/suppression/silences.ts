import type { Moment, Silence } from "../judgement.js";
import type { LabelSet } from "../labels.js";
import { doubts, fulfilsAll } from "../matchers/matcher.js";

/** The silences that hold for an alert, and why it cannot be told of others. */
export function silencesOf(
  labels: LabelSet,
  { silences, now }: Moment,
): { readonly silencedBy: readonly Silence[]; readonly cannotTell: readonly string[] } {
  const standing = silences.filter(({ startsAt, endsAt }) => startsAt <= now && now <= endsAt);
  const found = standing.map((silence) => ({ silence, match: fulfilsAll(labels, silence.matchers) }));
  return {
    silencedBy: found.filter(({ match }) => match === "yes").map(({ silence }) => silence),
    cannotTell: found
      .filter(({ match }) => match === "cannot tell")
      .flatMap(({ silence }) => doubts(labels, silence.matchers, `silence ${silence.id}`)),
  };
}
