import {
  BEFORE_SCRAPE,
  BOTS,
  diverging,
  HOUR,
  joining,
  newBot,
  onOne,
  type TimingCase,
} from "./timing-cases.js";

const MINUTES = [0, 1, 2, 4, 5, 8, 10, 14, 15, 16, 20, 25, 30, 35, 40, 45, 50, 55];
/** The minutes that one of each kind needs, where there is no time for all. */
const SHORT_MINUTES = [16];

/** B diverges, is healthy for a while, and diverges again. */
function again(minutes: number): TimingCase {
  const at = minutes * 60;
  return {
    ...onOne(30, `A for an hour, B at once and again after ${minutes} minutes`),
    bots: [
      { instance: BOTS.A, mismatches: diverging(0, HOUR) },
      { instance: BOTS.B, mismatches: [-BEFORE_SCRAPE, at - BEFORE_SCRAPE] },
    ],
    observed: HOUR + at + 2400,
    episodes: [
      { instance: BOTS.A, at: 0 },
      { instance: BOTS.B, at: 0 },
      { instance: BOTS.B, at },
    ],
    pages: 2,
  };
}

/** A diverges, and its process is started again in the middle of it. */
function restarting(minutes: number): TimingCase {
  const restarted = minutes * 60 - 20;
  return {
    ...onOne(30, `A for half an hour, restarted after ${minutes} minutes`),
    bots: [{ instance: BOTS.A, mismatches: diverging(0, HOUR / 2), restarts: [restarted] }],
    observed: HOUR + 1800,
  };
}

/** Two accounts of one process, of which the second one joins. */
export function accounts(minutes: number, length: number): TimingCase {
  const one = joining(minutes, length);
  const [main, hedge] = one.bots;
  if (main === undefined || hedge === undefined) throw new Error("two bots join");
  return {
    ...one,
    name: one.name.replace("A for", "account main for").replace(" B ", " account hedge "),
    bots: [
      { ...main, account: "main" },
      { ...hedge, account: "hedge", instance: BOTS.A },
    ],
    episodes: one.episodes.map(({ at }) => ({ instance: BOTS.A, at })),
  };
}

/** As a pack that rings by account or instance sees it: nobody shares a page. */
export function byItself(one: TimingCase): TimingCase {
  const bots = one.bots.map((bot) => ({ account: bot.instance.slice(0, 1), ...bot }));
  return { ...one, bots, pages: Math.max(one.pages, one.episodes.length) };
}

/** Of targets that have labels of the same names as alerts do. */
function labelledAsAlerts(one: TimingCase): TimingCase {
  const targetLabels = { component: "bot", severity: "none" };
  const bots = one.bots.map((bot) => ({ ...bot, targetLabels }));
  return { ...one, name: `${one.name}, labelled as alerts are`, bots };
}

/** Cases in which each divergence is to be paged once, beyond those of the table; all of them, or one of each kind. */
export function onePageCases(atLength: boolean): TimingCase[] {
  const minutes = atLength ? MINUTES : SHORT_MINUTES;
  const joined = (of: typeof joining, at: readonly number[], scrape = 30) =>
    at.flatMap((minute) => [of(minute, HOUR, scrape), of(minute, 0, scrape)]);
  return [
    ...joined(joining, minutes),
    ...(atLength ? [15, 60] : []).flatMap((scrape) => joined(joining, SHORT_MINUTES, scrape)),
    ...joined(accounts, SHORT_MINUTES),
    ...joined(joining, SHORT_MINUTES).map(labelledAsAlerts),
    ...(atLength ? [30, 40, 50] : [40]).map(again),
    ...(atLength ? [5, 10, 20, 25] : [10]).map(restarting),
    { ...onOne(7, "0, then 1"), evaluationSeconds: 15 },
    { ...newBot(7, "first seen at 1"), evaluationSeconds: 15 },
  ];
}
