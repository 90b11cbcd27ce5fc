import { AccountSyncer, MetricsBuilder, parseSnapshot } from "../../dist/index.mjs";
import { madeUpAccount, orderId } from "./accounts.js";
import { medianRatio, timeOf } from "./ratio.js";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/**
 * sync() of n orders and n/10 positions, all n ids known, over the floor that no syncer can go below: putting
 * the same ids into a Set and looking each up in another.
 */
export async function* syncOverFloor() {
  const bySize = [];
  for (const size of SIZES) {
    const measured = await measure(size);
    bySize.push(measured);
    yield { id: `sync-${size}`, ratio: measured.ratio };
  }
  const [smallest, largest] = [bySize[0], bySize.at(-1)];
  const growth = largest.subject / smallest.subject / (largest.floor / smallest.floor);
  yield { id: "sync-growth", ratio: growth };
}

function measure(size) {
  const snapshot = parseSnapshot(madeUpAccount(size, size / 10));
  const known = new Set(Array.from({ length: size }, (_, index) => orderId(index)));
  const ids = snapshot.openOrders.map((order) => order.orderId);
  const repeats = Math.max(1, Math.round(20_000 / size));
  const metrics = new MetricsBuilder({ clock: Date.now });
  const syncer = new AccountSyncer({ port: { fetchAccountSnapshot: () => snapshot }, metrics });
  const sync = async () => {
    for (let repeat = 0; repeat < repeats; repeat++) {
      const { ok } = await syncer.sync(known);
      if (!ok) throw new Error("the made-up account is healthy");
    }
  };
  const floor = () => {
    for (let repeat = 0; repeat < repeats; repeat++) lookUpEach(ids, known);
  };
  const rounds = size >= 1_000_000 ? 9 : 41;
  return medianRatio(
    rounds,
    () => timeOf(sync),
    () => timeOf(floor),
  );
}

function lookUpEach(ids, known) {
  const seen = new Set();
  let found = 0;
  for (const id of ids) {
    seen.add(id);
    if (known.has(id)) found++;
  }
  if (found !== seen.size) throw new Error("every id is known");
}
