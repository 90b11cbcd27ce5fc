/**
 * One thing that is not as it has to be, as far as the reason can be told from it: what several checks trip over is the
 * same thing in all of them. A check that fails without one says nothing that another does not say better.
 */
export type Deviation =
  /** A rule that did not fire where it had to. */
  | { readonly kind: "missed"; readonly rule: string }
  /** A rule that fired where nothing was wrong, or more often than there was something. */
  | { readonly kind: "surplus"; readonly rule: string }
  /** A name that is no rule's, where findings name their rules. */
  | { readonly kind: "unnamed"; readonly rule: string }
  /** A series, or another line about a metric, that is not in the metrics text; `there` is what is. */
  | { readonly kind: "absent"; readonly metric: string; readonly series: string; readonly there: string }
  /** A series that shows another value. */
  | { readonly kind: "value"; readonly metric: string; readonly series: string; readonly rule: string | null }
  /** Something else of the answers or of the metrics text, by its name. */
  | { readonly kind: "other"; readonly what: string }
  /** The syncer stopped answering. */
  | { readonly kind: "broke_off" };

/** A last ts that is not what it has to be. */
export const LAST_TS = { kind: "other", what: "last_ts is another" } as const satisfies Deviation;

/** A finding that does not name the row that it is about. */
export const UNNAMED_ROW = {
  kind: "other",
  what: "findings do not name what they are about",
} as const satisfies Deviation;

/**
 * How findings differ from what was to be found.
 *
 * @param rules all names that a finding may have.
 */
export function findingDeviations(
  expected: readonly string[],
  actual: readonly string[],
  rules: readonly string[],
): Deviation[] {
  const names = [...new Set([...expected, ...actual])];
  return names.flatMap((rule): Deviation[] => {
    const [wanted, came] = [timesIn(expected, rule), timesIn(actual, rule)];
    if (came === wanted) return [];
    if (came < wanted) return [{ kind: "missed", rule }];
    return [{ kind: rules.includes(rule) ? "surplus" : "unnamed", rule }];
  });
}

/** What there was in place of what is absent, each once. */
export function whatWasThere(deviations: readonly Deviation[]): string[] {
  return [...new Set(deviations.flatMap((one) => (one.kind === "absent" ? [one.there] : [])))];
}

/** Whether each of these, and there are some, was said before: what was not found cannot be named either. */
export function isSaid(deviations: readonly Deviation[], before: readonly Deviation[]): boolean {
  const said = before.map((one) => JSON.stringify(one));
  const isFinding = before.some(({ kind }) => kind === "missed" || kind === "surplus" || kind === "unnamed");
  return (
    deviations.length > 0 &&
    deviations.every(
      (one) =>
        said.includes(JSON.stringify(one)) ||
        (isFinding && one.kind === "other" && one.what === UNNAMED_ROW.what),
    )
  );
}

function timesIn(names: readonly string[], name: string): number {
  return names.filter((one) => one === name).length;
}
