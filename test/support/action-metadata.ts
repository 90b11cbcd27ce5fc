import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { isRecord } from "../../src/syncer/field-reader.js";
import { CHECKOUT } from "./documents.js";

/** A YAML mapping at a path of keys; fails where there is none. */
export function mappingAt(value: unknown, ...path: readonly string[]): Readonly<Record<string, unknown>> {
  const found = path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
  if (!isRecord(found)) throw new Error(`no mapping at ${path.join(".")}`);
  return found;
}

/** What action.yml says. */
export function actionMetadata(): unknown {
  return parse(readFileSync(`${CHECKOUT}action.yml`, "utf8"));
}
