import { createHash } from "node:crypto";
import { type LabelSet, labelOf } from "../labels.js";
import type { Match } from "../match.js";
import { expandTemplate } from "./expand-template.js";
import { relabelNames } from "./relabel-names.js";
import type { RelabelDialect, Relabeled, Relabeling } from "./relabeling.js";

const CLASSIC_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const ASCII = /^[\0-\x7f]*$/;
const DROPPED: Relabeled = { kind: "dropped" };

/** One step of relabelling, as Prometheus takes it. */
export function relabel(step: Relabeling, labels: LabelSet, dialect: RelabelDialect): Relabeled {
  const value = step.sourceLabels.map((name) => labelOf(labels, name)).join(step.separator);
  const kept: Relabeled = { kind: "kept", labels };
  switch (step.action) {
    case "keep":
      return decide(step.regex.matches(value), kept, DROPPED);
    case "drop":
      return decide(step.regex.matches(value), DROPPED, kept);
    case "keepequal":
      return labelOf(labels, step.targetLabel) === value ? kept : DROPPED;
    case "dropequal":
      return labelOf(labels, step.targetLabel) === value ? DROPPED : kept;
    case "lowercase":
    case "uppercase":
      return changeCase(step, value, labels);
    case "hashmod":
      return withLabel(labels, step.targetLabel, hashModulo(value, step.modulus));
    case "replace":
      return replace(step, value, labels, dialect);
    case "labelmap":
    case "labeldrop":
    case "labelkeep":
      return relabelNames(step, labels);
  }
}

function decide(match: Match, whenYes: Relabeled, whenNo: Relabeled): Relabeled {
  if (match === "cannot tell") return { kind: "cannot tell", why: "its regex" };
  return match === "yes" ? whenYes : whenNo;
}

/** Beyond ASCII, Go and JavaScript do not change the case of every letter alike. */
function changeCase(step: Relabeling, value: string, labels: LabelSet): Relabeled {
  if (!ASCII.test(value)) return { kind: "cannot tell", why: "a case beyond ASCII" };
  const changed = step.action === "lowercase" ? value.toLowerCase() : value.toUpperCase();
  return withLabel(labels, step.targetLabel, changed);
}

/** The last eight bytes of the MD5 as a number, modulo. */
function hashModulo(value: string, modulus: bigint): string {
  const bytes = createHash("md5").update(value, "utf8").digest();
  return String(modulus === 0n ? 0n : bytes.readBigUInt64BE(8) % modulus);
}

function replace(step: Relabeling, value: string, labels: LabelSet, dialect: RelabelDialect): Relabeled {
  const captures = step.regex.captures(value);
  if (captures === "cannot tell") return { kind: "cannot tell", why: "its regex" };
  if (captures === "no") return { kind: "kept", labels };
  const target = expandTemplate(step.targetLabel, captures);
  const isName = dialect.utf8Names ? target !== "" : CLASSIC_NAME.test(target);
  if (!isName) return { kind: "kept", labels };
  const replacement = expandTemplate(step.replacement, captures);
  const isMade = step.targetLabel.includes("$");
  if (replacement !== "" || !isMade || labelOf(labels, target) === "") {
    return withLabel(labels, target, replacement);
  }
  if (dialect.emptyRemovesMadeTarget === undefined) return { kind: "cannot tell", why: "this version" };
  return dialect.emptyRemovesMadeTarget ? withLabel(labels, target, "") : { kind: "kept", labels };
}

/** Labels with one set; an empty value takes it away. */
function withLabel(labels: LabelSet, name: string, value: string): Relabeled {
  const { [name]: _, ...others } = labels;
  return { kind: "kept", labels: value === "" ? others : { ...others, [name]: value } };
}
