import { describe, expect, it } from "vitest";
import { type DiskEvent, orderFaults } from "./evidence-order.js";

const STAGING = "/e/.1.partial";
const RIGHT: readonly DiskEvent[] = [
  { what: "make", path: STAGING },
  { what: "write", path: `${STAGING}/a` },
  { what: "sync", path: `${STAGING}/a` },
  { what: "sync", path: STAGING },
  { what: "rename", path: STAGING, to: "/e/1" },
  { what: "sync", path: "/e" },
];

function moved(from: number, to: number): DiskEvent[] {
  const events = RIGHT.filter((_, at) => at !== from);
  return [...events.slice(0, to), ...RIGHT.slice(from, from + 1), ...events.slice(to)];
}

describe("orderFaults", () => {
  it("finds nothing in the right order", () => {
    expect(orderFaults(RIGHT, "/e")).toEqual([]);
  });

  it.each(RIGHT.map((event, at) => ({ name: `${event.what} ${event.path}`, at })))(
    "notices where one is missing: $name",
    ({ at }) => {
      expect(orderFaults(RIGHT.toSpliced(at, 1), "/e")).not.toEqual([]);
    },
  );

  it.each([
    { name: "a file synced before it was written", from: 2, to: 1 },
    { name: "a file synced after the rename", from: 2, to: 4 },
    { name: "a file written after the rename", from: 1, to: 4 },
    { name: "the directory synced before the last write", from: 3, to: 1 },
    { name: "the directory synced after the rename", from: 3, to: 4 },
    { name: "its parent synced before the rename", from: 5, to: 4 },
  ])("notices $name", ({ from, to }) => {
    expect(orderFaults(moved(from, to), "/e")).not.toEqual([]);
  });
});
