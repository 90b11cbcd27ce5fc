import { type ActionInputs, parseInputs } from "../../src/action/runner/inputs.js";

/** Inputs read from those that were set, by their names in action.yml; all others are empty. */
export function inputsFrom(set: Readonly<Record<string, string>>): ActionInputs {
  return parseInputs((name) => (Object.hasOwn(set, name) ? (set[name] ?? "") : ""));
}

/** The inputs of a workflow that sets none, as the runner fills in their defaults; `different` says what it sets. */
export function actionInputs(different: Partial<ActionInputs> = {}): ActionInputs {
  return { ...inputsFrom({ "github-token": "a-token" }), ...different };
}
