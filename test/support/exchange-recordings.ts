import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isRecord } from "../../src/syncer/field-reader.js";

const DIRECTORY = new URL("../../../shared/exchange-data/", import.meta.url);

/** One recorded answer of an exchange, in ccxt's unified structure. */
export interface Recording {
  /** Such as `binance fetchPositions: inverse positions`. */
  readonly name: string;
  readonly exchange: string;
  /** As `sync --format ccxt` takes it, without a timestamp of its own. */
  readonly wire: { readonly positions: readonly Row[]; readonly open_orders: readonly Row[] };
}

type Row = Readonly<Record<string, unknown>>;

/** Every recorded answer, none where ../shared is missing: they are not ours to commit. */
export function readRecordings(): readonly Recording[] {
  if (!existsSync(DIRECTORY)) return [];
  const files = readdirSync(DIRECTORY).filter((name) => name.endsWith(".json"));
  return files.flatMap((name) => recordingsOf(JSON.parse(readFileSync(new URL(name, DIRECTORY), "utf8"))));
}

function recordingsOf(file: unknown): Recording[] {
  if (!isRecord(file)) throw new Error("not a file of recordings");
  const exchange = String(file.exchange);
  return Object.entries(file).flatMap(([method, cases]) => {
    if (!method.startsWith("fetch") || !Array.isArray(cases)) return [];
    return cases.filter(isRecord).map(({ description, parsedResponse }) => {
      const rows = [parsedResponse].flat().filter(isRecord);
      const isOrders = method.endsWith("Orders");
      const wire = { positions: isOrders ? [] : rows, open_orders: isOrders ? rows : [] };
      return { name: `${exchange} ${method}: ${description}`, exchange, wire };
    });
  });
}
