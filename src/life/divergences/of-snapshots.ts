import { FAR_AHEAD } from "../model/went-back.js";
import type { Divergence, Planting, Scene } from "./divergence.js";

const BACK = { foundBy: "ts_regression", needs: [] } as const;

/** Answers that are wrong as a whole. */
export const SNAPSHOT_DIVERGENCES: readonly Divergence[] = [
  {
    ...BACK,
    name: "an answer whose ts has gone back",
    putIn: "the ts is older than the last, by a ms or by an hour; the rows are as they are now",
    healed: "the ts is that of now",
    begin: ({ lastTs, random }) => {
      if (lastTs === 0) return null;
      const ts = lastTs - random.pick([1, 1, random.between(2, 60_000), 3_600_000]);
      return {
        row: "snapshot",
        answers: random.between(1, 2),
        alter: (view) => ({ ...view, account: { ...view.account, ts } }),
      };
    },
  },
  {
    ...BACK,
    name: "an empty answer whose ts has gone back",
    putIn: "no orders, no positions, and a ts that is older than the last and not 0",
    healed: "the answer of now",
    begin: ({ lastTs, random }) => {
      if (lastTs === 0) return null;
      const account = { orders: [], positions: [], ts: lastTs - random.between(1, 60_000) };
      return { row: "snapshot", answers: random.between(1, 2), alter: (view) => ({ ...view, account }) };
    },
  },
  {
    ...BACK,
    name: "an old answer given again",
    putIn: "an answer of a while ago, with its rows and its ts",
    healed: "the answer of now",
    begin: (scene) => oldAnswer(scene, scene.random.between(1, 4)),
  },
  {
    foundBy: "ts_regression",
    needs: ["last_ts"],
    name: "an old answer given to a syncer that has just been started anew",
    putIn: "the syncer knows the last ts, nothing else, and the first answer is older",
    healed: "the answer of now",
    begin: (scene) => {
      const planting = oldAnswer(scene, scene.random.between(1, 2));
      return planting === null ? null : { ...planting, restarts: true };
    },
  },
  {
    foundBy: "parse",
    needs: [],
    name: "an answer from the far future",
    putIn: "the ts is more than five minutes ahead of the clock, by a ms or a thousandfold",
    healed: "the ts is that of now",
    begin: ({
      random,
      view: {
        account: { ts: now },
      },
    }) => {
      const times = now > 0 && random.chance(40);
      const ahead = FAR_AHEAD + random.pick([1, 1, 60_000, 86_400_000]);
      return {
        row: "snapshot",
        answers: random.between(1, 2),
        alter: (view, age, at) => {
          const ts = times ? view.account.ts * 1_000 : at + ahead + age;
          return { ...view, account: { ...view.account, ts } };
        },
      };
    },
  },
];

function oldAnswer({ accepted, lastTs, random }: Scene, answers: number): Planting | null {
  const older = accepted.filter(
    ({ ts, orders, positions }) => ts < lastTs && orders.length + positions.length > 0,
  );
  const account = random.pickAny(older);
  return account === undefined ? null : { row: "snapshot", answers, alter: (view) => ({ ...view, account }) };
}
