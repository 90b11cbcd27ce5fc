/** A row in wire form. */
export interface Row {
  readonly [field: string]: unknown;
}

/** What the bot tells, as an object. */
export interface Told {
  readonly order_ids?: readonly string[];
  readonly orders?: readonly Row[];
  readonly positions?: readonly Row[];
}

/** One line of a history in wire form (contract, section 5). */
export interface HistoryLine {
  readonly at: number;
  readonly restart?: boolean;
  readonly known: null | readonly string[] | Told;
  readonly snapshot?: {
    readonly positions: readonly Row[];
    readonly open_orders: readonly Row[];
    readonly ts: number;
  };
  readonly fetch_error?: string;
}

export const FIVE_MINUTES = 300_000;

export function allRows({ snapshot }: HistoryLine): Row[] {
  return [...(snapshot?.positions ?? []), ...(snapshot?.open_orders ?? [])];
}

/** What makes a row this row and no other (contract, section 2). */
export function identity({ symbol, order_id: id, side, margin_mode: mode }: Row): string {
  return id === undefined ? `position ${symbol} ${side} ${mode}` : `order ${symbol} ${id}`;
}

export function isImpossible({ filled_qty: filled, qty }: Row): boolean {
  if (filled === null || filled === undefined) return false;
  return exact(filled) < 0n || (qty !== null && exact(qty) >= 0n && exact(filled) > exact(qty));
}

/** A decimal in units of 10^-20. */
export function exact(text: unknown): bigint {
  const [, sign = "", whole = "", fraction = ""] =
    /^(-?)([0-9]+)(?:\.([0-9]{1,20}))?$/.exec(String(text)) ?? [];
  if (whole === "") throw new Error(`not a decimal: ${text}`);
  return BigInt(sign + whole + fraction.padEnd(20, "0"));
}
