import { PROVEN } from "../drill/drill.js";
import { checkName } from "../drill/expected-failures.js";
import { drillsOf, SUITE_NAMES } from "../drills/suites.js";
import { LIFE_ID } from "../life/life-names.js";
import { DEFAULT_SETTINGS } from "../rules/pack-settings.js";
import { rulesProvenBy } from "./alert-cases.js";
import { alertCheckLabels } from "./alert-drill.js";
import { GUARD_LABEL } from "./artifact-guard.js";

/** The names of all checks that any run can make, for a syncer whose metrics begin with this prefix. */
export async function allCheckNames(prefix: string): Promise<ReadonlySet<string>> {
  const suites = SUITE_NAMES.map((suite) => drillsOf(suite, prefix));
  const ofDrills = suites
    .flat()
    .flatMap(({ id, checks, proves }) =>
      checks.map((check) => checkName(id, check === PROVEN ? `proven: ${proves}` : check.label)),
    );
  const ofAlerts = suites
    .flatMap((drills) => alertCheckLabels(rulesProvenBy(drills), { ...DEFAULT_SETTINGS, prefix }))
    .map((label) => checkName("f", label));
  const { LIFE_LABELS } = await import("../life/life-checks.js");
  const ofLife = LIFE_LABELS.map((label) => checkName(LIFE_ID, label));
  return new Set([...ofDrills, ...ofLife, ...ofAlerts, checkName("guard", GUARD_LABEL)]);
}
