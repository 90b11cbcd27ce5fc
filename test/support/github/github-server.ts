import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type AtEnd, listen, stop } from "../local-server.js";
import { type Fault, type LOST_ANSWER, perform, RESET } from "../server-fault.js";
import { lawOf } from "./api-law.js";
import { answerQuery } from "./comments-query.js";
import { Conversations } from "./conversation.js";
import { refusal } from "./refusal.js";
import { NOT_FOUND, REST_ROUTES, type RestAnswer, type RestRoute, UNAUTHORIZED } from "./rest-routes.js";

/** The repository that the server holds. */
export const REPOSITORY = "octo/trading";

/** What can be asked of the server. */
export type Operation = RestRoute["name"] | "list_comments";

/** How a server is unlike GitHub on a good day. */
export interface Weather {
  /** One fault: each time. A list: for the first requests, one after the other (null: none), then no more. */
  readonly faults?: Readonly<Partial<Record<Operation | "everything", Fault | readonly (Fault | null)[]>>>;
  /** Called before an operation is carried out; for what others do meanwhile. */
  readonly before?: Readonly<Partial<Record<Operation, () => void>>>;
  /** How long an answer takes, in ms. */
  readonly delay?: () => number;
}

/**
 * A local server that speaks GitHub's API as far as the action uses it. Every request, and every answer that it
 * gives, is held against GitHub's own description: a test in which one of them broke it fails when it ends.
 */
export class GitHubServer {
  readonly conversations = new Conversations();
  /** What was asked, in order. */
  readonly operations: Operation[] = [];
  weather: Weather = {};
  readonly #violations: string[] = [];
  readonly #server: Server;
  #url = "";

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(atEnd: AtEnd, weather: Weather = {}): Promise<GitHubServer> {
    const github = new GitHubServer();
    github.weather = weather;
    github.#url = await listen(github.#server);
    atEnd(async () => {
      await stop(github.#server);
      if (github.#violations.length > 0)
        throw new Error(`not GitHub's API:\n${github.#violations.join("\n")}`);
    });
    return github;
  }

  get url(): string {
    return this.#url;
  }

  /** How often something was asked. */
  count(operation: Operation): number {
    return this.operations.filter((asked) => asked === operation).length;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const url = new URL(request.url ?? "", "http://local");
    const matched = match(request.method ?? "", url.pathname);
    if (matched === undefined) {
      this.#violations.push(`${request.method} ${url.pathname}: no such operation`);
      return perform(refusal(404, "Not Found"), response);
    }
    const fault = this.#nextFault(matched.operation);
    this.operations.push(matched.operation);
    await sleep(this.weather.delay?.() ?? 0);
    if (fault !== null && fault.kind !== "lost_answer") return this.#fail(matched, fault, response);
    this.weather.before?.[matched.operation]?.();
    const { status, body: answer } = this.#answer(matched, { url, request, body });
    if (fault !== null) return perform(RESET, response);
    response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
    response.end(answer === undefined ? undefined : JSON.stringify(answer));
  }

  #answer(
    { route, parameters }: Matched,
    { url, request, body }: { url: URL; request: IncomingMessage; body: unknown },
  ): RestAnswer {
    if (request.headers.authorization === undefined) return UNAUTHORIZED;
    if (route === null) return { status: 200, body: answerQuery(body, REPOSITORY, this.conversations) };
    const law = lawOf(route.method, route.template);
    const received = { pathParameters: parameters, query: url.searchParams, headers: request.headers, body };
    this.#note(route, law.faultsOfRequest(received));
    const call = { conversations: this.conversations, parameters, body, example: law.example };
    const isHere = `${parameters.owner}/${parameters.repo}` === REPOSITORY;
    const answer = isHere ? route.answer(call) : NOT_FOUND;
    this.#note(route, law.faultsOfAnswer(answer.status, answer.body));
    return answer;
  }

  #fail({ route }: Matched, fault: Exclude<Fault, typeof LOST_ANSWER>, response: ServerResponse): void {
    if (route !== null && fault.kind === "status") {
      this.#note(route, lawOf(route.method, route.template).faultsOfAnswer(fault.status, fault.body));
    }
    perform(fault, response);
  }

  #note({ method, template }: RestRoute, faults: readonly string[]): void {
    for (const fault of faults) this.#violations.push(`${method} ${template}: ${fault}`);
  }

  #nextFault(operation: Operation): Fault | null {
    const { faults = {} } = this.weather;
    const planned = faults[operation] ?? faults.everything ?? [];
    return "kind" in planned ? planned : (planned[this.count(operation)] ?? null);
  }
}

interface Matched {
  readonly operation: Operation;
  /** Null for GraphQL. */
  readonly route: RestRoute | null;
  readonly parameters: Readonly<Record<string, string>>;
}

function match(method: string, path: string): Matched | undefined {
  if (method === "POST" && path === "/graphql")
    return { operation: "list_comments", route: null, parameters: {} };
  for (const route of REST_ROUTES) {
    const pattern = new RegExp(`^${route.template.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const found = route.method === method ? pattern.exec(path) : null;
    if (found !== null) return { operation: route.name, route, parameters: { ...found.groups } };
  }
  return undefined;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const text = Buffer.concat(await request.toArray()).toString("utf8");
  return text === "" ? undefined : JSON.parse(text);
}
