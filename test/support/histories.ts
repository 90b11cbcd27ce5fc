import { parseHistory } from "../../src/replay/parse-history.js";
import { type Fields, wireOrder, wireSnapshot } from "./accounts.js";

/** When a made history begins, in Unix ms. */
export const BEGIN = 1_767_225_600_000;

/** A line of a history: the healthy account, `seconds` after the beginning; `different` says what is different. */
export function historyLine(seconds: number, different: Fields = {}): Fields {
  const at = BEGIN + seconds * 1000;
  return {
    at,
    known: null,
    ...(different.fetch_error === undefined ? { snapshot: accountAt(at) } : {}),
    ...different,
  };
}

/** The healthy account with these orders alone, as of this time. */
export function accountAt(ts: number, orders: readonly Fields[] = [wireOrder({ ts: BEGIN - 5000 })]): Fields {
  return wireSnapshot({ positions: [], open_orders: orders, ts });
}

/** What a line expects. */
export function expects(...mismatches: readonly string[]): Fields {
  return { expect: { mismatches } };
}

export function historyText(...lines: readonly Fields[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** A history by this name, of these lines. */
export function namedHistory(...lines: readonly Fields[]) {
  return { name: "night", history: parseHistory(historyText(...lines)) };
}
