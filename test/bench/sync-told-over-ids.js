import { AccountSyncer, MetricsBuilder, parseSnapshot } from "../../dist/index.mjs";
import { madeUpAccount, orderId } from "./accounts.js";
import { medianRatio, timeOf } from "./ratio.js";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const SETTLE = { syncs: 3, ms: 10_000 };

/**
 * sync() of n orders and n/10 positions with every order and position told, as decimal text, over the same sync with the
 * ids of the orders alone; both with the settle that the documents advise, warmed up, and nothing differs.
 */
export async function* syncToldOverIds() {
  for (const size of SIZES) {
    const { ratio } = await measure(size);
    yield { id: `told-${size}`, ratio };
  }
}

async function measure(size) {
  const account = madeUpAccount(size, size / 10);
  const snapshot = parseSnapshot(account);
  const ids = new Set(Array.from({ length: size }, (_, index) => orderId(index)));
  // Texts of their own, as a system's are, not those of the snapshot.
  const told = JSON.parse(
    JSON.stringify({ orders: account.open_orders.map(ourOrder), positions: account.positions }),
  );
  const repeats = Math.max(1, Math.round(20_000 / size));
  const syncing = (known) => {
    const metrics = new MetricsBuilder({ clock: Date.now });
    const port = { fetchAccountSnapshot: () => snapshot };
    const syncer = new AccountSyncer({ port, metrics, settle: SETTLE });
    return async () => {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const { ok, pending } = await syncer.sync(known);
        if (!ok || pending.length > 0) throw new Error("the made-up account is healthy");
      }
    };
  };
  const [withTold, withIds] = [syncing(told), syncing(ids)];
  // A loop runs for days: the seconds until its code is compiled are not what it costs.
  for (let round = 0; round < repeats; round++) {
    await withTold();
    await withIds();
  }
  return medianRatio(
    size >= 1_000_000 ? 9 : 41,
    () => timeOf(withTold),
    () => timeOf(withIds),
  );
}

function ourOrder({ order_id, symbol, side, price, qty }) {
  return { orderId: order_id, symbol, side, price, qty };
}
