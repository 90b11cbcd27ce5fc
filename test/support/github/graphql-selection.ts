/** A field that a query asks for, with its arguments (variables put in) and what it wants of the field. */
export interface SelectedField {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly selection: readonly SelectedField[];
}

const TOKEN = /\s*,?\s*([A-Za-z_]\w*|\$\w+|-?[0-9]+|"[^"]*"|[{}():![\]])\s*,?/y;

/**
 * Reads a GraphQL query with one operation: fields, arguments and variables, no fragments, aliases or directives.
 *
 * @throws Error on anything else, and where a variable is missing or not declared.
 */
export function parseQuery(query: string, variables: Readonly<Record<string, unknown>>): SelectedField[] {
  return new Parser(tokensOf(query), variables).operation();
}

function tokensOf(query: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const text = query.trim();
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const [, token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new Error(`Parse error on ${JSON.stringify(text.slice(at, at + 20))}`);
    tokens.push(token);
  }
  return tokens;
}

class Parser {
  readonly #tokens: string[];
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #declared = new Set<string>();

  constructor(tokens: string[], variables: Readonly<Record<string, unknown>>) {
    this.#tokens = tokens;
    this.#variables = variables;
  }

  operation(): SelectedField[] {
    this.#take("query");
    if (this.#isNext("(")) this.#declarations();
    const selection = this.#selection();
    if (this.#tokens.length > 0) throw new Error(`Parse error on "${this.#tokens[0]}"`);
    return selection;
  }

  #declarations(): void {
    this.#take("(");
    while (!this.#isNext(")")) {
      const name = this.#next().slice(1);
      this.#take(":");
      this.#type(name, this.#variables[name] ?? null);
      this.#declared.add(name);
    }
    this.#take(")");
  }

  #type(name: string, value: unknown): void {
    const type = this.#next();
    const isRequired = this.#isNext("!");
    if (isRequired) this.#take("!");
    const isRight =
      value === null ? !isRequired : type === "Int" ? Number.isInteger(value) : typeof value === "string";
    if (!isRight) throw new Error(`Variable $${name} of type ${type} was provided invalid value`);
  }

  #selection(): SelectedField[] {
    const fields: SelectedField[] = [];
    this.#take("{");
    while (!this.#isNext("}")) fields.push(this.#field());
    this.#take("}");
    return fields;
  }

  #field(): SelectedField {
    const name = this.#next();
    const args = this.#isNext("(") ? this.#arguments() : {};
    return { name, args, selection: this.#isNext("{") ? this.#selection() : [] };
  }

  #arguments(): Record<string, unknown> {
    const args: Record<string, unknown> = {};
    this.#take("(");
    while (!this.#isNext(")")) {
      const name = this.#next();
      this.#take(":");
      args[name] = this.#value();
    }
    this.#take(")");
    return args;
  }

  #value(): unknown {
    const token = this.#next();
    if (!token.startsWith("$")) return JSON.parse(token);
    const name = token.slice(1);
    if (!this.#declared.has(name)) throw new Error(`Variable ${token} is used but not declared`);
    return this.#variables[name] ?? null;
  }

  #isNext(token: string): boolean {
    return this.#tokens[0] === token;
  }

  #take(expected: string): void {
    const token = this.#next();
    if (token !== expected) throw new Error(`Expected "${expected}", got "${token}"`);
  }

  #next(): string {
    const token = this.#tokens.shift();
    if (token === undefined) throw new Error("Unexpected end of document");
    return token;
  }
}
