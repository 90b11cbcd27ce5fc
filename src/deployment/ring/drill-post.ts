import { type HeldAlert, heldAlerts } from "../alertmanager/alertmanager-answers.js";
import { type Delivery, deliveries } from "../check/judge-delivered.js";
import { counterText } from "../counter-text.js";
import { type Read, readJson, readText, valueOr, wasRead } from "../http/answer.js";
import type { Ask } from "../http/ask.js";
import { alertsBody, type DrillAlert, LIFETIME_MS } from "./drill-alert.js";

/** The only writing that this tool does: the drill's alert, to Alertmanagers that the user named. */
export class DrillPost {
  readonly #ask: Ask;
  readonly #urls: readonly string[];
  readonly #alert: DrillAlert;

  constructor(ask: Ask, urls: readonly string[], alert: DrillAlert) {
    this.#ask = ask;
    this.#urls = urls;
    this.#alert = alert;
  }

  /** Posts it, or posts it again, to every Alertmanager: they do not pass alerts on to each other. */
  keep(now: number): Promise<string[]> {
    return this.#post(now + LIFETIME_MS);
  }

  /** Says that it is over. */
  end(now: number): Promise<string[]> {
    return this.#post(now);
  }

  /** What each Alertmanager holds of it. */
  held(): Promise<Read<HeldAlert[]>[]> {
    const filter = encodeURIComponent(`drill_id="${this.#alert.id}"`);
    return this.#each(async (url) =>
      readJson(await this.#ask({ url: `${url}/api/v2/alerts?filter=${filter}`, trusted: true }), heldAlerts),
    );
  }

  /** Everything that each Alertmanager holds; nothing where it does not say. */
  everything(): Promise<HeldAlert[][]> {
    return this.#each(async (url) =>
      valueOr(readJson(await this.#ask({ url: `${url}/api/v2/alerts`, trusted: true }), heldAlerts), []),
    );
  }

  /** What all Alertmanagers together counted for these kinds of receiver; null where one does not tell. */
  async delivered(kinds: readonly string[]): Promise<Delivery | null> {
    const texts = await this.#each(async (url) =>
      readText(await this.#ask({ url: `${url}/metrics`, trusted: true }), counterText),
    );
    if (!texts.every(wasRead)) return null;
    const all = texts.flatMap(({ value }) => deliveries(value, kinds));
    const sum = (field: Exclude<keyof Delivery, "kind">) => all.reduce((total, one) => total + one[field], 0);
    return {
      kind: kinds.join(", "),
      sent: sum("sent"),
      failed: sum("failed"),
      attempts: sum("attempts"),
      failedAttempts: sum("failedAttempts"),
    };
  }

  /** @returns what went wrong, a line for each Alertmanager that did not take it. */
  async #post(endsAt: number): Promise<string[]> {
    const json = alertsBody(this.#alert, endsAt);
    const answers = await this.#each(async (url) => {
      const read = readText(
        await this.#ask({ url: `${url}/api/v2/alerts`, json, trusted: true }),
        () => null,
      );
      return wasRead(read) ? null : `${url}/api/v2/alerts ${read.refusal.why}`;
    });
    return answers.filter((why) => why !== null);
  }

  #each<T>(work: (url: string) => Promise<T>): Promise<T[]> {
    return Promise.all(this.#urls.map(work));
  }
}
