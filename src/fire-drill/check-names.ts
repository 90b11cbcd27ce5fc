import { PROVEN } from "../drill/drill.js";
import { checkName } from "../drill/expected-failures.js";
import { drillsOf, SUITE_NAMES } from "../drills/suites.js";
import { DEFAULT_SETTINGS } from "../rules/pack-settings.js";
import { rulesProvenBy } from "./alert-cases.js";
import { alertCheckLabels } from "./alert-drill.js";
import { GUARD_LABEL } from "./artifact-guard.js";

/** The names of all checks that any run can make, for a syncer whose metrics begin with this prefix. */
export function allCheckNames(prefix: string): ReadonlySet<string> {
  const suites = SUITE_NAMES.map((suite) => drillsOf(suite, prefix));
  const ofDrills = suites
    .flat()
    .flatMap(({ id, checks, proves }) =>
      checks.map((check) => checkName(id, check === PROVEN ? `proven: ${proves}` : check.label)),
    );
  const ofAlerts = suites
    .flatMap((drills) => alertCheckLabels(rulesProvenBy(drills), { ...DEFAULT_SETTINGS, prefix }))
    .map((label) => checkName("f", label));
  return new Set([...ofDrills, ...ofAlerts, checkName("guard", GUARD_LABEL)]);
}
