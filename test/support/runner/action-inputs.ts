import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { isRecord } from "../../../src/syncer/field-reader.js";

const ACTION = new URL("../../../action.yml", import.meta.url);

/** What stands for the expressions of action.yml on a runner. */
export interface Expressions {
  readonly token: string;
  /** The matrix leg; null without a matrix. */
  readonly matrix: unknown;
}

/**
 * The INPUT_ variables that a runner sets: every input of action.yml with its default or what the workflow says, the
 * name in capitals with its hyphens kept.
 */
export function inputVariables(
  given: Readonly<Record<string, string>>,
  expressions: Expressions,
): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in defaults()));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(", ")}`);
  return Object.fromEntries(
    Object.entries({ ...defaults(), ...given }).map(([name, value]) => [
      `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
      evaluated(value, expressions),
    ]),
  );
}

function defaults(): Record<string, string> {
  const action: unknown = parse(readFileSync(ACTION, "utf8"));
  const inputs = isRecord(action) && isRecord(action.inputs) ? action.inputs : {};
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      name,
      String(isRecord(input) ? (input.default ?? "") : ""),
    ]),
  );
}

function evaluated(value: string, { token, matrix }: Expressions): string {
  return value
    .replace(/\$\{\{ github\.token \}\}/, () => token)
    .replace(/\$\{\{ toJSON\(matrix\) \}\}/, () => JSON.stringify(matrix, null, 2));
}
