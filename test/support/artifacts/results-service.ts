import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { sha256 } from "../../../src/evidence/checksums.js";
import { type AtEnd, listen, stop } from "../local-server.js";
import { type Fault, perform, RESET } from "../server-fault.js";
import type { BlobStorage } from "./blob-storage.js";
import { type Call, faultsOfCall } from "./results-calls.js";
import { NAME_TAKEN } from "./twirp-error.js";

const PREFIX = "/twirp/github.actions.results.api.v1.ArtifactService/";
const FIRST_ID = 4_000_000_001;

/** An artifact as the service keeps it. */
export interface StoredArtifact {
  readonly name: string;
  readonly id: string;
  readonly blob: string;
  readonly expiresAt: string | null;
  /** sha256 as the client said it, once the upload was finalized. */
  readonly digest: string | null;
}

/** How the service is unlike GitHub's on a good day. */
export interface ResultsWeather {
  /** One fault: each time. A list: for the first calls, one after the other, then no more. */
  readonly faults?: Readonly<Partial<Record<Call, Fault | readonly Fault[]>>>;
  /** In place of the storage's own signed address. */
  readonly uploadUrl?: string;
}

/**
 * A local service that takes artifacts as GitHub's does: Twirp for the bookkeeping, a signed address of a blob
 * storage for the zip. A call that GitHub's would refuse, fails the test when it ends.
 */
export class ResultsService {
  readonly artifacts = new Map<string, StoredArtifact>();
  /** What was asked, in order. */
  readonly calls: Call[] = [];
  readonly #storage: BlobStorage;
  readonly #weather: ResultsWeather;
  readonly #ids: { readonly run: string; readonly job: string };
  readonly #violations: string[] = [];
  readonly #server: Server;
  #url = "";

  private constructor(storage: BlobStorage, weather: ResultsWeather, runId: number) {
    this.#storage = storage;
    this.#weather = weather;
    this.#ids = { run: `run-${runId}`, job: `job-${runId}` };
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(
    atEnd: AtEnd,
    storage: BlobStorage,
    weather: ResultsWeather = {},
  ): Promise<ResultsService> {
    const service = new ResultsService(storage, weather, Math.floor(Math.random() * 1e9));
    service.#url = await listen(service.#server);
    atEnd(async () => {
      await stop(service.#server);
      if (service.#violations.length > 0)
        throw new Error(`not GitHub's results service:\n${service.#violations.join("\n")}`);
    });
    return service;
  }

  /** What a runner tells its actions about the service. */
  get env(): Record<string, string> {
    return { ACTIONS_RESULTS_URL: `${this.#url}/`, ACTIONS_RUNTIME_TOKEN: this.#token };
  }

  /** The zip of an artifact, as a user would download it. */
  async download(name: string): Promise<Buffer> {
    const artifact = this.artifacts.get(name);
    const zip = artifact?.digest == null ? undefined : await this.#storage.download(artifact.blob);
    if (zip === undefined) throw new Error(`no artifact ${name}`);
    return zip;
  }

  get #token(): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const scope = `Actions.ExampleScope Actions.Results:${this.#ids.run}:${this.#ids.job}`;
    return [part({ alg: "HS256", typ: "JWT" }), part({ scp: scope }), "c2lnbmF0dXJl"].join(".");
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString("utf8"));
    const call = request.url?.startsWith(PREFIX) ? request.url.slice(PREFIX.length) : "";
    if (call !== "CreateArtifact" && call !== "FinalizeArtifact") {
      this.#violations.push(`${request.method} ${request.url}: no such call`);
      return answer(response, 404, { code: "bad_route", msg: "no such call" });
    }
    const fault = this.#nextFault(call);
    this.calls.push(call);
    if (fault !== null && fault.kind !== "lost_answer") return perform(fault, response);
    if (request.headers.authorization !== `Bearer ${this.#token}`)
      this.#violations.push("not the runner's token");
    this.#violations.push(...faultsOfCall(call, body, this.#ids));
    const carryOut = call === "CreateArtifact" ? this.#create(body) : this.#finalize(body);
    const { status, body: told } = await carryOut;
    if (fault !== null) return perform(RESET, response);
    answer(response, status, told);
  }

  async #create({ name, expires_at: expiresAt }: Record<string, string>): Promise<Told> {
    if (name === undefined) return { status: 400, body: { code: "invalid_argument", msg: "no name" } };
    if (this.artifacts.has(name)) return NAME_TAKEN;
    const blob = `${this.#ids.run}/${encodeURIComponent(name)}.zip`;
    const id = String(FIRST_ID + this.artifacts.size);
    this.artifacts.set(name, { name, id, blob, expiresAt: expiresAt ?? null, digest: null });
    const url = this.#weather.uploadUrl ?? (await this.#storage.uploadUrl(blob));
    return { status: 200, body: { ok: true, signed_upload_url: url } };
  }

  async #finalize({ name = "", size, hash }: Record<string, string>): Promise<Told> {
    const artifact = this.artifacts.get(name);
    const zip = artifact === undefined ? undefined : await this.#storage.download(artifact.blob);
    if (artifact === undefined || zip === undefined)
      return { status: 404, body: { code: "not_found", msg: "nothing was uploaded" } };
    const digest = sha256(zip);
    if (size !== String(zip.length)) this.#violations.push(`size: ${size}, but it is ${zip.length}`);
    if (hash !== `sha256:${digest}`) this.#violations.push(`hash: ${hash}, but it is ${digest}`);
    this.artifacts.set(name, { ...artifact, digest });
    return { status: 200, body: { ok: true, artifact_id: artifact.id } };
  }

  #nextFault(call: Call): Fault | null {
    const planned = this.#weather.faults?.[call] ?? [];
    if ("kind" in planned) return planned;
    return planned[this.calls.filter((asked) => asked === call).length] ?? null;
  }
}

interface Told {
  readonly status: number;
  readonly body: unknown;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
