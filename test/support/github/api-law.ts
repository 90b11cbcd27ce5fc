import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { isRecord } from "../../../src/syncer/field-reader.js";
import { type DescribedOperation, describeOperation } from "./api-description.js";

/** A request as it came in, its path already matched. */
export interface ReceivedRequest {
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Undefined where there was none. */
  readonly body: unknown;
}

const ajv = new Ajv({ strict: false, logger: false, allErrors: true });
formats.default(ajv);

const laws = new Map<string, OperationLaw>();

/** The law of one operation, compiled once. */
export function lawOf(method: string, template: string): OperationLaw {
  const key = `${method} ${template}`;
  const law = laws.get(key) ?? new OperationLaw(describeOperation(method.toLowerCase(), template));
  laws.set(key, law);
  return law;
}

/** Holds requests and answers against what GitHub's description says about one operation. */
export class OperationLaw {
  /** GitHub's example of the answer that went well. */
  readonly example: unknown;
  readonly #operation: DescribedOperation;
  readonly #request: ValidateFunction | null;
  readonly #answers: ReadonlyMap<number, ValidateFunction | null>;

  constructor(operation: DescribedOperation) {
    this.#operation = operation;
    this.example = operation.example;
    this.#request = operation.request === null ? null : ajv.compile(operation.request);
    this.#answers = new Map(
      [...operation.answers].map(([status, schema]) => [
        status,
        schema === null ? null : ajv.compile(schema),
      ]),
    );
  }

  /** Everything that is wrong with a request. */
  faultsOfRequest(request: ReceivedRequest): string[] {
    return [
      ...this.#faultsOfParameters(request),
      ...this.#faultsOfBody(request.body),
      ...faultsOfHeaders(request),
    ];
  }

  /** Everything that is wrong with an answer that goes well. Errors are held against the description where it has them. */
  faultsOfAnswer(status: number, body: unknown): string[] {
    const validate = this.#answers.get(status);
    if (validate === undefined) return status < 400 ? [`status ${status} is not described`] : [];
    if (validate === null) return body === undefined ? [] : [`status ${status} has no body`];
    return validate(body) ? [] : [`answer ${status}: ${ajv.errorsText(validate.errors)}`];
  }

  #faultsOfParameters({ pathParameters, query }: ReceivedRequest): string[] {
    const given = new Map([...Object.entries(pathParameters), ...query]);
    const faults = this.#operation.parameters.flatMap(({ name, required, schema }) => {
      const text = given.get(name);
      given.delete(name);
      if (text === undefined) return required ? [`parameter ${name} is missing`] : [];
      const value = /^[0-9]+$/.test(text) && schema.type === "integer" ? Number(text) : text;
      return ajv.validate(schema, value) ? [] : [`parameter ${name}: ${ajv.errorsText()}`];
    });
    return [...faults, ...[...given.keys()].map((name) => `parameter ${name} is not described`)];
  }

  #faultsOfBody(body: unknown): string[] {
    if (this.#request === null) return body === undefined ? [] : ["it takes no body"];
    if (!this.#request(body)) return [`body: ${ajv.errorsText(this.#request.errors)}`];
    const described = this.#operation.request?.properties;
    return Object.keys(isRecord(body) ? body : {})
      .filter((name) => !isRecord(described) || !(name in described))
      .map((name) => `body: ${name} is not described`);
  }
}

function faultsOfHeaders({ headers }: ReceivedRequest): string[] {
  return [
    ...(/^(token|bearer) \S+$/i.test(String(headers.authorization))
      ? []
      : ["authorization: expected a token"]),
    ...(headers["user-agent"] === undefined ? ["user-agent is missing"] : []),
    ...(/^application\/vnd\.github\./.test(String(headers.accept))
      ? []
      : ["accept: expected GitHub's media type"]),
  ];
}
