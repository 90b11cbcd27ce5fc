import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import protocol from "../../../docs/protocol.schema.json" with { type: "json" };
import { isRecord } from "../../../src/syncer/field-reader.js";
import { type Answer, expectedError, expectedFindings, type WireAccount } from "../account-oracle.js";
import { knownLookalikes, LOOKALIKES, wildText, wireSnapshots } from "../arbitraries.js";
import { ccxtOrder, ccxtPosition } from "../ccxt-rows.js";
import { NOW, runHere } from "../run-cli.js";
import { damagedBytes } from "./damaged-bytes.js";
import { fuzzKind } from "./fuzz-kind.js";
import { mutatedJson } from "./mutated-json.js";
import { holdRun } from "./promised-outcome.js";

const ENV = {};
const MOST_CHARACTERS = 1000;
// Far from where an exponent's digits, written out, reach the most characters.
const MOST_EXPONENT = 500;
const DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE]([+-]?[0-9]+))?$/;

const { definitions } = protocol;
const leverage = {
  type: ["integer", "null"],
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};
const position = {
  ...definitions.position,
  properties: {
    ...definitions.position.properties,
    leverage,
    // A reader takes null for what was not said; the drill never sends it.
    margin_mode: { enum: [...definitions.position.properties.margin_mode.enum, null] },
  },
};
const openOrder = {
  ...definitions.open_order,
  properties: {
    ...definitions.open_order.properties,
    client_order_id: { anyOf: [definitions.open_order.properties.client_order_id, { type: "null" }] },
  },
};
const decimal = { type: "string", format: "decimal" };

// The protocol's published form of a snapshot, with the exponents that a file may have beyond it.
const isAccount = new Ajv({ strict: true, strictTypes: false, strictRequired: false })
  .addFormat("decimal", (text) => {
    const [, exponent = "0"] = DECIMAL.exec(text) ?? [undefined, "Infinity"];
    return text.length <= MOST_CHARACTERS && Math.abs(Number(exponent)) <= MOST_EXPONENT;
  })
  .compile<WireAccount>({
    definitions: { ...definitions, decimal, position, open_order: openOrder },
    $ref: "#/definitions/snapshot",
  });

const accounts = fc.oneof(wireSnapshots(LOOKALIKES), wireSnapshots());
const lastTimestamps = fc.constantFrom(0, 0, 0, 5, Number.MAX_SAFE_INTEGER);

/** JSON as the command reads it, or undefined where it is none. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function promisedCode(value: unknown, known: readonly string[] | null, lastTs: number): number {
  if (!isAccount(value)) return 2;
  const before: WireAccount = { positions: [], open_orders: [], ts: lastTs, source: "test" };
  const history: readonly Answer[] = [
    { now: Number.MAX_SAFE_INTEGER, account: before, known: null },
    { now: NOW, account: value, known: known === null ? null : { order_ids: known } },
  ];
  if (expectedError(history) !== null) return 2;
  return expectedFindings(history).length === 0 ? 0 : 1;
}

/** Runs `sync` on these bytes, and holds the outcome against the schema and the oracle. */
async function holdSnapshot(bytes: Uint8Array, lastTs: number, json: boolean): Promise<void> {
  const args = ["sync", "--snapshot", "-", `--last-ts=${lastTs}`, ...(json ? ["--json"] : [])];
  const run = await runHere(args, { stdin: bytes, env: ENV });
  holdRun(run, [promisedCode(parsed(bytes), null, lastTs)]);
  if (json && run.exitCode !== 2) JSON.parse(run.stdout);
}

const jsonOfAccounts = mutatedJson(accounts);

/** Snapshots whose JSON was mutated at any level. */
export const SNAPSHOTS = fuzzKind(
  "snapshots",
  330,
  fc.tuple(jsonOfAccounts, lastTimestamps, fc.boolean()),
  ([text, lastTs, json]) => holdSnapshot(Buffer.from(text), lastTs, json),
);

/** Snapshots whose bytes were damaged. */
export const SNAPSHOT_BYTES = fuzzKind("bytes of snapshots", 100, damagedBytes(jsonOfAccounts), (bytes) =>
  holdSnapshot(bytes, 0, false),
);

const ccxtAccounts = fc.record({
  timestamp: fc.constant(1_722_161_166_000),
  positions: fc.array(
    fc
      .record({
        side: fc.constantFrom("long", "short", null),
        hedged: fc.boolean(),
        contracts: fc.constantFrom(0, 0.009, -3, "1e-8"),
      })
      .map(ccxtPosition),
    { maxLength: 3 },
  ),
  open_orders: fc.array(fc.constantFrom(ccxtOrder(), ccxtOrder({ id: "2", type: "market", price: null })), {
    maxLength: 3,
  }),
});

/** Whether a ccxt document has what no reading can do without. */
function hasTheLeast(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value.open_orders)) return false;
  const { positions = [] } = value;
  if (!Array.isArray(positions)) return false;
  const isText = (text: unknown) => typeof text === "string" && text !== "";
  const isFinal = (status: unknown) =>
    typeof status === "string" && /^(?:closed|canceled|expired|rejected)$/i.test(status);
  const isDecimal = (number: unknown) =>
    typeof number === "number" || (typeof number === "string" && DECIMAL.test(number));
  return (
    positions.every((row) => isRecord(row) && isText(row.symbol) && isDecimal(row.contracts)) &&
    value.open_orders.every(
      (row) =>
        isRecord(row) &&
        (isFinal(row.status) ||
          (isText(row.id) && isText(row.symbol) && (row.side === "buy" || row.side === "sell"))),
    )
  );
}

/** Accounts in ccxt's unified structures, mutated at any level. */
export const CCXT = fuzzKind("ccxt accounts", 150, mutatedJson(ccxtAccounts), async (text) => {
  const run = await runHere(["sync", "--format", "ccxt", "--snapshot", "-"], { stdin: text, env: ENV });
  holdRun(run, hasTheLeast(parsed(Buffer.from(text))) ? [0, 1, 2] : [2]);
});

const CCXT_WITH_ONE_ORDER = { timestamp: 5, positions: [], open_orders: [ccxtOrder({ id: "1" })] };
const ids = fc.oneof(knownLookalikes, fc.array(wildText, { maxLength: 5 }));

/** Files of known orders: mutated JSON and damaged bytes, beside an account that is fine. */
export const KNOWN_ORDERS = fuzzKind(
  "known orders",
  100,
  fc.oneof(
    mutatedJson(ids).map((text): Uint8Array => Buffer.from(text)),
    damagedBytes(mutatedJson(ids)),
  ),
  async (bytes, directory) => {
    const snapshot = join(directory, "account.json");
    if (!existsSync(snapshot)) writeFileSync(snapshot, JSON.stringify(CCXT_WITH_ONE_ORDER));
    const args = ["sync", "--format", "ccxt", "--snapshot", snapshot, "--known-orders", "-"];
    const run = await runHere(args, { stdin: bytes, env: ENV });
    const known = parsed(bytes);
    const isList = Array.isArray(known) && known.every((id) => typeof id === "string" && id !== "");
    holdRun(run, [isList ? (known.includes("1") ? 0 : 1) : 2]);
  },
);
