/** Wire rows of a made-up account, in an order that is not the canonical one. */
export function madeUpAccount(orders, positions) {
  return {
    positions: Array.from({ length: positions }, (_, index) => position(index)),
    open_orders: Array.from({ length: orders }, (_, index) => openOrder(index)),
    ts: 1_700_000_000_000,
    source: "bench",
  };
}

/** The id of an order: 19 digits, as exchanges have them. */
export function orderId(index) {
  return String(1_750_000_000_000_000_000n + BigInt(index) * 7919n);
}

function openOrder(index) {
  return {
    order_id: orderId(index),
    symbol: symbolOf(index),
    side: index % 2 === 0 ? "BUY" : "SELL",
    order_type: index % 5 === 0 ? "STOP" : "LIMIT",
    price: `${20_000 + ((index * 37) % 40_000)}.${String(index % 100).padStart(2, "0")}`,
    qty: `${1 + ((index * 13) % 50)}.${String((index * 7) % 1000).padStart(3, "0")}`,
    filled_qty: index % 3 === 0 ? "0.001" : "0",
    reduce_only: index % 7 === 0,
    status: "NEW",
    ts: 1_699_999_000_000 + index,
  };
}

function position(index) {
  return {
    symbol: `P${(index * 7919) % 1_000_003}USDT`,
    side: index % 2 === 0 ? "LONG" : "SHORT",
    qty: `${index % 100}.5`,
    entry_price: "48000.10",
    mark_price: "49000.20",
    unrealized_pnl: "-12.5",
    leverage: 10,
    ts: 1_699_999_000_000 + index,
  };
}

function symbolOf(index) {
  return `S${(index * 31) % 200}USDT`;
}
