import { isRecord } from "../../syncer/field-reader.js";
import { compileGoRegexp, type GoRegexp } from "../routing/go-regexp/go-regexp.js";

/** One step of relabelling (Prometheus documentation, "relabel_config"), its defaults filled in. */
export interface RelabelStep {
  readonly action: string;
  readonly sourceLabels: readonly string[];
  readonly separator: string;
  readonly regex: GoRegexp;
  readonly targetLabel: string;
  readonly replacement: string;
}

const ACTIONS: ReadonlySet<string> = new Set([
  ...["replace", "keep", "drop", "keepequal", "dropequal", "lowercase", "uppercase"],
  ...["labelmap", "labeldrop", "labelkeep", "hashmod"],
]);

/** Reads a list of steps as Prometheus prints it; what is not known here is noted. */
export function relabelSteps(value: unknown, problems: string[]): RelabelStep[] {
  return (Array.isArray(value) ? value : []).map((row: unknown) => {
    const step = isRecord(row) ? row : {};
    const action = textOf(step.action, "replace").toLowerCase();
    if (!ACTIONS.has(action)) problems.push(`the relabelling action ${action} is not known here`);
    const regex = compileGoRegexp(textOf(step.regex, "(.*)"));
    if (regex.problem !== undefined) problems.push(`the relabelling regex ${regex.source} cannot be run here`);
    return {
      action,
      sourceLabels: Array.isArray(step.source_labels) ? step.source_labels.map(String) : [],
      separator: textOf(step.separator, ";"),
      regex,
      targetLabel: textOf(step.target_label, ""),
      replacement: textOf(step.replacement, "$1"),
    };
  });
}

function textOf(value: unknown, otherwise: string): string {
  return value === undefined || value === null ? otherwise : String(value);
}
