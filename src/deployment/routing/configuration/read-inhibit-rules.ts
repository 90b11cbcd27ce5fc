import type { InhibitRule } from "./configuration.js";
import { readMatchers } from "./read-matchers.js";
import type { Reading } from "./reading.js";
import type { YamlFields } from "./yaml-fields.js";

const SOURCE = { equal: "source_match", pattern: "source_match_re", matchers: "source_matchers" };
const TARGET = { equal: "target_match", pattern: "target_match_re", matchers: "target_matchers" };
const KNOWN = [...Object.values(SOURCE), ...Object.values(TARGET), "equal", "name"];

/** The inhibition rules, in their order. */
export function readInhibitRules(configuration: YamlFields, reading: Reading): InhibitRule[] {
  return configuration.children("inhibit_rules").map((fields) => {
    reading.unknownKeys.push(...fields.unknown(KNOWN));
    return {
      path: fields.path,
      source: readMatchers(fields, SOURCE, reading),
      target: readMatchers(fields, TARGET, reading),
      equal: fields.texts("equal") ?? [],
    };
  });
}
