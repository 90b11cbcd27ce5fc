import { createHash } from "node:crypto";
import { parseSnapshot, renderSnapshot } from "../../dist/index.mjs";
import { madeUpAccount } from "./accounts.js";
import { medianRatio, timeOf } from "./ratio.js";

const ORDERS = 100_000;

/** Canonical order, canonical JSON and sha256 of 100,000 orders, over JSON.stringify and sha256 of the plain objects. */
export async function* canonicalRender() {
  const plain = madeUpAccount(ORDERS, 0);
  const snapshot = parseSnapshot(plain);
  const canonical = () => timeOf(() => sha256(renderSnapshot(snapshot)));
  const stringify = () => timeOf(() => sha256(JSON.stringify(plain)));
  const { ratio } = await medianRatio(15, canonical, stringify);
  yield { id: "canonical", ratio };
}

function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}
