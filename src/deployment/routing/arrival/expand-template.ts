import type { Captures } from "../go-regexp/run-program.js";

const REFERENCE = /\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu;

/** A template of Go's regexp package with what groups caught: `$1`, `${name}`, `$$`; any other `$` stands for itself. */
export function expandTemplate(template: string, { byNumber, byName }: Captures): string {
  return template.replace(REFERENCE, (_, bare: string | undefined, braced: string | undefined) => {
    const name = bare ?? braced;
    if (name === undefined) return "$";
    const isNumber = /^(?:0|[1-9][0-9]{0,8})$/.test(name);
    return (isNumber ? byNumber[Number(name)] : byName.get(name)) ?? "";
  });
}
