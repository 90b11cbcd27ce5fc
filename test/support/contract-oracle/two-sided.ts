import { exact, type HistoryLine, identity, type Row, type Told } from "./history-line.js";

/** The differences of one line, each as text: rule, what it is about, and what makes it the same from sync to sync. */
export function twoSided({ known, snapshot }: HistoryLine): string[] {
  if (known === null || snapshot === undefined) return [];
  const told = isIds(known) ? { order_ids: known } : known;
  const orders = firsts(snapshot.open_orders);
  return [
    ...(told.order_ids === undefined && told.orders === undefined ? [] : orphans(orders, told)),
    ...(told.orders ?? []).flatMap((order) => ofOrder(order, orders)),
    ...(told.positions === undefined ? [] : ofPositions(firsts(snapshot.positions), told.positions)),
  ];
}

function orphans(rows: readonly Row[], { order_ids: ids = [], orders = [] }: Told): string[] {
  const isPlain = (row: Row) => ids.some((id) => id === row.order_id || id === row.client_order_id);
  return rows
    .filter((row) => !isPlain(row) && !orders.some((order) => isMeant(order, row)))
    .map((row) => `orphan_order|${identity(row)}`);
}

function ofOrder(order: Row, rows: readonly Row[]): string[] {
  const about = `${order.symbol} ${order.order_id}`;
  const row = rows.find((candidate) => isMeant(order, candidate));
  if (row === undefined) return [`missing_order|${about}`];
  const unlike = ["side", "price", "qty"].filter((field) => isUnlike(order[field], row[field], field));
  const values = unlike.map((field) => `${field} ${row[field]} ${order[field]}`);
  return values.length === 0 ? [] : [`order_mismatch|${about}|${values.join(" ")}`];
}

function isMeant(order: Row, row: Row): boolean {
  return order.symbol === row.symbol && [row.order_id, row.client_order_id].includes(order.order_id);
}

function isUnlike(ours: unknown, theirs: unknown, field: string): boolean {
  if (ours === undefined || ours === null || theirs === undefined || theirs === null) return false;
  return field === "side" ? ours !== theirs : exact(ours) !== exact(theirs);
}

function ofPositions(theirs: readonly Row[], ours: readonly Row[]): string[] {
  const legOf = ({ symbol, side }: Row) => `${symbol} ${side}`;
  return [...new Set([...theirs, ...ours].map(legOf))].flatMap((leg) => {
    const [them, us] = [theirs, ours].map((rows) => rows.filter((row) => legOf(row) === leg));
    return ofLeg(leg, them ?? [], us ?? []);
  });
}

function ofLeg(leg: string, theirs: readonly Row[], ours: readonly Row[]): string[] {
  const modes = [...theirs, ...ours].map(({ margin_mode: mode }) => mode);
  const apart = modes.includes(undefined) ? [undefined] : [...new Set(modes)];
  return apart.flatMap((mode) => {
    const ofMode = (row: Row) => mode === undefined || row.margin_mode === mode;
    const off = sum(theirs.filter(ofMode)) - sum(ours.filter(ofMode));
    return off === 0n ? [] : [`position_mismatch|${leg} ${mode}|${off}`];
  });
}

function sum(rows: readonly Row[]): bigint {
  return rows.reduce((all, { qty }) => all + exact(qty), 0n);
}

function firsts(rows: readonly Row[]): Row[] {
  return [...new Map(rows.toReversed().map((row) => [identity(row), row])).values()];
}

function isIds(known: readonly string[] | Told): known is readonly string[] {
  return Array.isArray(known);
}
