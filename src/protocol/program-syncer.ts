import type { DrilledSyncer, SyncReply, SyncRequest } from "../drill/drilled-syncer.js";
import type { SyncerIdentity } from "../drill/results.js";
import { DrillError, messageOf } from "../errors.js";
import { type Counterpart, programOf } from "./counterpart.js";
import { badFields, type Envelope, readReply } from "./envelope.js";
import { type Hello, PROTOCOL, readHello } from "./hello.js";
import { type RequestType, readMetrics, readSync, syncFields } from "./messages.js";
import { Program, type ProgramPorts } from "./program.js";
import { inSeconds, limitOf, type TimeLimits } from "./time-limits.js";

interface Outstanding extends Envelope {
  readonly resolve: (reply: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: DrillError) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * A syncer in a process of its own, a program or the host of a module, spoken to in JSON lines (docs/protocol.md).
 * The process starts at the first call. At the first breach of the protocol it is killed with its whole process
 * group, and every call from then on says why.
 */
export class ProgramSyncer implements DrilledSyncer {
  readonly #words: readonly string[];
  readonly #counterpart: Counterpart;
  readonly #ports: ProgramPorts;
  readonly #limits: TimeLimits;
  readonly #unnamed: SyncerIdentity;
  #hello: Hello | undefined;
  #program: Program | null = null;
  #outstanding: Outstanding | null = null;
  #asked = 0;
  #hasEnded = false;
  #broken: DrillError | null = null;
  #wholeRun: NodeJS.Timeout | undefined;

  constructor(
    words: readonly string[],
    ports: ProgramPorts,
    limits: TimeLimits,
    counterpart: Counterpart = programOf(words),
  ) {
    this.#words = words;
    this.#counterpart = counterpart;
    this.#ports = ports;
    this.#limits = limits;
    this.#unnamed = counterpart.unnamed;
  }

  /** As it introduced itself; before that, as the user named it. */
  get identity(): SyncerIdentity {
    return this.#hello?.identity ?? this.#unnamed;
  }

  get settle() {
    return this.#hello?.settle;
  }

  get takes() {
    return this.#hello?.takes;
  }

  get stderr(): string {
    return this.#program?.stderr ?? "";
  }

  async reset(now: number, lastTs?: number): Promise<void> {
    if (this.#broken === null && (this.#program === null || this.#hasEnded)) await this.#start();
    await this.#ask("reset", lastTs === undefined ? { now } : { now, last_ts: lastTs });
  }

  async sync(request: SyncRequest): Promise<SyncReply> {
    const reply = await this.#ask("sync", syncFields(request, this.#hello));
    this.#counterpart.onSynced(request, reply);
    return this.#understand("sync", () => readSync(reply));
  }

  async metrics(now: number): Promise<string> {
    const reply = await this.#ask("metrics", { now });
    return this.#understand("metrics", () => readMetrics(reply));
  }

  async end(): Promise<void> {
    if (this.#program === null || this.#hasEnded) return;
    const answer = this.#ask("bye", {});
    this.#program.closeInput();
    await answer;
    this.#leave();
    this.#hasEnded = true;
  }

  /** Kills what is left of the program, at any time. */
  dispose(): void {
    this.#breakOff("the drill has ended");
  }

  async #start(): Promise<void> {
    const { run } = this.#limits;
    this.#hasEnded = false;
    this.#wholeRun = setTimeout(() => this.#breakOff(`the whole run took over ${inSeconds(run)}`), run);
    const listener = {
      onLine: (line: string) => this.#take(line),
      onFault: (why: string) => this.#breakOff(why),
      onExit: (how: string, isWell: boolean) => this.#exited(how, isWell),
    };
    this.#program = new Program(this.#words, this.#ports, listener, this.#counterpart.channel);
    const reply = await this.#ask("hello", { protocol: PROTOCOL });
    this.#hello = this.#understand("hello", () => readHello(reply));
  }

  #ask(type: RequestType, fields: object): Promise<Readonly<Record<string, unknown>>> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== null || this.#program === null) {
        reject(this.#broken ?? new DrillError("syncer_broke_off", "it was not reset first"));
        return;
      }
      this.#asked += 1;
      const id = String(this.#asked);
      const limit = limitOf(type, this.#limits);
      const timer = setTimeout(() => this.#breakOff(this.#whyLate(type, limit)), limit);
      this.#outstanding = { id, type, resolve, reject, timer };
      this.#program.send(JSON.stringify({ type, id, ...fields }));
    });
  }

  #take(line: string): void {
    try {
      const reply = readReply(line, this.#outstanding, this.#counterpart.errorText);
      this.#settle()?.resolve(reply);
    } catch (error) {
      this.#breakOff(messageOf(error));
    }
  }

  #understand<T>(type: RequestType, read: () => T): T {
    try {
      return read();
    } catch (error) {
      const isBadField = error instanceof DrillError && error.code === "bad_input";
      const why = isBadField ? badFields(type, messageOf(error)).message : messageOf(error);
      throw this.#breakOff(why);
    }
  }

  #exited(how: string, isWell: boolean): void {
    const type = this.#outstanding?.type;
    if (type === "bye" && isWell) this.#settle()?.resolve({});
    else if (type === "bye") this.#breakOff(`it ${how} after bye, and 0 is expected`);
    else {
      const when = type === undefined ? "between requests" : `before it answered ${type}`;
      this.#breakOff(`it ${how} ${when}${this.#counterpart.endedAdvice(type)}`);
    }
  }

  #whyLate(type: RequestType, limit: number): string {
    if (type === "bye") return `it did not end within ${inSeconds(limit)} after bye and the end of its input`;
    return this.#counterpart.whyLate(type, limit, this.#program?.waiting ?? 0);
  }

  #settle(): Outstanding | null {
    const outstanding = this.#outstanding;
    this.#outstanding = null;
    clearTimeout(outstanding?.timer);
    return outstanding;
  }

  #breakOff(why: string): DrillError {
    const last = this.#program?.lastWords ?? "";
    const words = last === "" ? "" : `; the last line of its standard error: ${last}`;
    this.#broken ??= new DrillError("syncer_broke_off", `${this.#counterpart.name}: ${why}${words}`);
    this.#leave();
    this.#settle()?.reject(this.#broken);
    return this.#broken;
  }

  #leave(): void {
    clearTimeout(this.#wholeRun);
    this.#program?.kill();
  }
}
