import { spawnSync } from "node:child_process";
import { leftOut } from "./left-out.js";

/** Reads a JSON list of expressions; writes what is wrong with each, or null. */
const PROGRAM = `
import json, sys
from promql_parser import parse

def fault(expression):
    try:
        parse(expression)
    except ValueError as error:
        return str(error)

json.dump([fault(expression) for expression in json.load(sys.stdin)], sys.stdout)
`;

/** Whether python3 has promql-parser. */
const IS_HERE = spawnSync("python3", ["-c", "import promql_parser"]).status === 0;

/** Whether it is missing, which is said aloud; on CI `.ci/run` brings it. */
export function isPromqlParserMissing(what: string): boolean {
  return leftOut(!IS_HERE, what, "python3 has no promql-parser");
}

/** What promql-parser says is wrong with each expression: null where it takes it. */
export function promqlParserFaults(expressions: readonly string[]): (string | null)[] {
  const { stdout, stderr, status } = spawnSync("python3", ["-c", PROGRAM], {
    input: JSON.stringify(expressions),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`promql-parser: ${stderr}`);
  const faults: unknown = JSON.parse(stdout);
  if (!Array.isArray(faults) || faults.length !== expressions.length)
    throw new Error(`promql-parser: ${stdout}`);
  return faults.map((fault) => (fault === null ? null : String(fault)));
}
