import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isRecord } from "../../../src/syncer/field-reader.js";

type Json = Readonly<Record<string, unknown>>;

/** One parameter of an operation, in its path or its query. */
export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Json;
}

/** What GitHub's own description says about one operation. Every schema stands alone. */
export interface DescribedOperation {
  readonly parameters: readonly DescribedParameter[];
  /** Null where it takes no body. */
  readonly request: Json | null;
  /** The schema of the answer by status; null where the answer has no body. */
  readonly answers: ReadonlyMap<number, Json | null>;
  /** GitHub's example of the answer that went well. */
  readonly example: unknown;
}

const FILE = "@octokit/openapi/generated/api.github.com.json";
let read: Json | undefined;

/** Reads an operation such as `post` of `/repos/{owner}/{repo}/issues/{issue_number}/comments`. */
export function describeOperation(method: string, template: string): DescribedOperation {
  const operation = recordAt(description(), "paths", template, method);
  const success = Object.entries(recordAt(operation, "responses")).find(([status]) => status.startsWith("2"));
  const example = contentOf(success?.[1])?.examples;
  const request = contentOf(operation.requestBody)?.schema;
  return {
    parameters: listOf(operation.parameters).map(parameterOf),
    request: isRecord(request) ? selfContained(request) : null,
    answers: new Map(Object.entries(recordAt(operation, "responses")).map(answerOf)),
    example: isRecord(example) ? resolved(example.default).value : undefined,
  };
}

function description(): Json {
  read ??= recordAt(JSON.parse(readFileSync(createRequire(import.meta.url).resolve(FILE), "utf8")));
  return read;
}

function parameterOf(parameter: unknown): DescribedParameter {
  const { name, in: place, required, schema } = resolved(parameter);
  return {
    name: String(name),
    in: String(place),
    required: required === true,
    schema: selfContained(recordAt(schema)),
  };
}

function answerOf([status, answer]: [string, unknown]): [number, Json | null] {
  const schema = contentOf(answer)?.schema;
  return [Number(status), isRecord(schema) ? selfContained(schema) : null];
}

function contentOf(described: unknown): Json | undefined {
  const content = isRecord(described) ? resolved(described).content : undefined;
  const json = isRecord(content) ? content["application/json"] : undefined;
  return isRecord(json) ? json : undefined;
}

// The schemas that it refers to come along, so that the other thousands need not be compiled.
function selfContained(schema: Json): Json {
  const schemas = new Map<string, unknown>();
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isRecord(value)) return value;
    if (typeof value.$ref === "string") bring(value.$ref);
    const { nullable, ...rest } = value;
    const visited = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, visit(inner)]));
    return nullable === true ? { anyOf: [{ type: "null" }, visited] } : visited;
  };
  const bring = (reference: string) => {
    const name = reference.replace("#/components/schemas/", "");
    if (schemas.has(name)) return;
    schemas.set(name, null);
    schemas.set(name, visit(recordAt(description(), "components", "schemas", name)));
  };
  return { ...recordAt(visit(schema)), components: { schemas: Object.fromEntries(schemas) } };
}

function resolved(value: unknown): Json {
  if (!isRecord(value)) throw new Error("GitHub's description has something else than an object here");
  if (typeof value.$ref !== "string") return value;
  return recordAt(description(), ...value.$ref.replace(/^#\//, "").split("/"));
}

function recordAt(value: unknown, ...path: readonly string[]): Json {
  const found = path.reduce((at: unknown, key) => (isRecord(at) ? at[key] : undefined), value);
  if (!isRecord(found)) throw new Error(`GitHub's description has no ${path.join(" ")}`);
  return found;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
