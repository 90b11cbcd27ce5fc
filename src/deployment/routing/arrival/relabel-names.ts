import type { LabelSet } from "../labels.js";
import { expandTemplate } from "./expand-template.js";
import type { Relabeled, Relabeling } from "./relabeling.js";

/** The steps that go by the names of labels: `labeldrop`, `labelkeep`, `labelmap`. */
export function relabelNames(step: Relabeling, labels: LabelSet): Relabeled {
  const names = Object.keys(labels).sort();
  const matches = new Map(names.map((name) => [name, step.regex.captures(name)]));
  if ([...matches.values()].includes("cannot tell")) return { kind: "cannot tell", why: "its regex" };
  if (step.action === "labelmap") return mapNames(step, labels);
  const stays = (name: string) => (matches.get(name) === "no") === (step.action === "labeldrop");
  return { kind: "kept", labels: Object.fromEntries(Object.entries(labels).filter(([name]) => stays(name))) };
}

function mapNames({ regex, replacement }: Relabeling, labels: LabelSet): Relabeled {
  const mapped = new Map<string, string>();
  for (const [name, value] of Object.entries(labels)) {
    const captures = regex.captures(name);
    if (typeof captures === "string") continue;
    if (captures.byNumber[0] !== name) return { kind: "cannot tell", why: "its regex has no ends" };
    const target = expandTemplate(replacement, captures);
    if ((mapped.get(target) ?? value) !== value)
      return { kind: "cannot tell", why: `two labels become ${target}` };
    mapped.set(target, value);
  }
  return { kind: "kept", labels: { ...labels, ...Object.fromEntries(mapped) } };
}
