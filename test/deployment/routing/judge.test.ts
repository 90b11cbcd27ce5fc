import { describe, expect, it } from "vitest";
import { readAlertmanagerConfiguration } from "../../../src/deployment/routing/configuration/read-alertmanager-configuration.js";
import { judge } from "../../../src/deployment/routing/judge.js";
import type { Moment } from "../../../src/deployment/routing/judgement.js";
import type { LabelSet } from "../../../src/deployment/routing/labels.js";

const SPIKE = { alertname: "AccountSyncMismatchSpike", component: "account", severity: "warning" };
const NOW = Date.parse("2026-11-25T10:06:00Z");
const QUIET: Moment = { now: NOW, silences: [], activeAlerts: [] };
const OURS = {
  receiver: "account-sync",
  matchers: ['component="account"'],
  group_by: ["alertname", "severity"],
  group_wait: "10s",
  group_interval: "1m",
  repeat_interval: "4h",
};
const RECEIVERS = [{ name: "nobody" }, { name: "account-sync", webhook_configs: [{ url: "http://hook" }] }];

function configurationOf(routes: readonly object[], more: object = {}) {
  const written = { route: { receiver: "nobody", routes }, receivers: RECEIVERS, ...more };
  return readAlertmanagerConfiguration(JSON.stringify(written), "0.28.1");
}

function judged(routes: readonly object[], more: object = {}, labels: LabelSet = SPIKE) {
  return judge(configurationOf(routes, more), labels, QUIET);
}

function receivers(routes: readonly object[], labels: LabelSet = SPIKE): string[] {
  return judged(routes, {}, labels).paths.map(({ receiver }) => receiver);
}

describe("the way of an alert", () => {
  it("is told with everything that delays or groups it", () => {
    expect(judged([OURS])).toEqual({
      paths: [
        {
          route: 'route {component="account"}',
          at: "route.routes[0]",
          receiver: "account-sync",
          integrations: [{ kind: "webhook", sendResolved: true }],
          groupBy: ["alertname", "severity"],
          groupWait: 10,
          groupInterval: 60,
          repeatInterval: 14_400,
          mutedBy: [],
          cannotTellMuted: [],
        },
      ],
      cannotTellRoute: [],
      inhibitedBy: [],
      silencedBy: [],
      cannotTellSuppressed: [],
      nearMisses: [],
    });
  });

  it.each([
    ["ends at the root where no route matches", [], ["nobody"]],
    ["ends at the first route that matches", [{ receiver: "a" }, OURS], ["a"]],
    ["goes on where it says so", [{ receiver: "a", continue: true }, OURS], ["a", "account-sync"]],
    [
      "goes on past a child that does not",
      [{ continue: true, routes: [{ receiver: "a" }] }, OURS],
      ["a", "account-sync"],
    ],
    [
      "ends at a parent none of whose children match",
      [{ ...OURS, routes: [{ match: { team: "x" } }] }],
      ["account-sync"],
    ],
    [
      "ends at two children",
      [{ routes: [{ receiver: "a", continue: true }, { receiver: "b" }, { receiver: "c" }] }],
      ["a", "b"],
    ],
    ["takes a label that is missing for an empty one", [{ receiver: "a", match: { team: "" } }], ["a"]],
    ["takes a missing label for one that differs", [{ receiver: "a", matchers: ["team!=x"] }], ["a"]],
    [
      "is not that of a pattern that fits a part",
      [{ receiver: "a", match_re: { component: "acc" } }],
      ["nobody"],
    ],
  ])("%s", (_, routes, expected) => {
    expect(receivers(routes)).toEqual(expected);
  });

  it("cannot be told where a pattern cannot", () => {
    const labels = { ...SPIKE, desk: "漢" };
    const routes = [{ receiver: "a", matchers: ['desk=~"\\\\p{Han}"'] }, OURS];
    expect(judged(routes, {}, labels)).toMatchObject({
      paths: [],
      cannotTellRoute: [
        'route.routes[0]: cannot tell whether desk=~"\\\\p{Han}" matches: what it says of this value depends on the server',
      ],
    });
  });

  it("can be told where another matcher of the route decides", () => {
    const routes = [{ receiver: "a", matchers: ['desk=~"\\\\p{Han}"', "component=x"] }, OURS];
    expect(receivers(routes, { ...SPIKE, desk: "漢" })).toEqual(["account-sync"]);
  });

  it("cannot be told where a route has a key that is not known", () => {
    expect(judged([{ ...OURS, only_on: "holidays" }])).toMatchObject({
      paths: [],
      cannotTellRoute: ["route.routes[0].only_on: cannot tell what this key does"],
    });
  });

  it("leads nowhere where there is no such receiver", () => {
    expect(judged([{ ...OURS, receiver: "gone" }]).paths).toMatchObject([
      { receiver: "gone", integrations: undefined },
    ]);
  });
});

describe("faults that swallow the page", () => {
  it("14: no route for the component", () => {
    expect(judged([])).toMatchObject({
      paths: [{ route: "the root route", receiver: "nobody", integrations: [] }],
    });
  });

  it("15: an earlier route takes it", () => {
    const earlier = { receiver: "nobody", matchers: ['severity="warning"'] };
    const { paths, nearMisses } = judged([earlier, OURS]);
    expect(paths).toMatchObject([{ route: 'route {severity="warning"}', integrations: [] }]);
    expect(nearMisses[0]?.why).toBe(
      'route {component="account"} matches, but route {severity="warning"} comes first and has no continue',
    );
  });

  it("16: a typing error in a matcher", () => {
    const { paths, nearMisses } = judged([{ ...OURS, matchers: ['component="acount"'] }]);
    expect(paths).toMatchObject([{ receiver: "nobody" }]);
    expect(nearMisses).toEqual([
      {
        route: 'route {component="acount"}',
        receiver: "account-sync",
        why: 'route {component="acount"} does not match component="account"',
      },
    ]);
  });

  it("19: an interval that mutes all day", () => {
    const all = { name: "nights", time_intervals: [{ times: [{ start_time: "00:00", end_time: "24:00" }] }] };
    const routes = [{ ...OURS, mute_time_intervals: ["nights"] }];
    for (const section of ["time_intervals", "mute_time_intervals"]) {
      expect(judged(routes, { [section]: [all] }).paths[0]?.mutedBy).toEqual([
        { kind: "mute", interval: "nights" },
      ]);
    }
  });

  it("22 to 24: what is sent late, seldom, or not when it is over", () => {
    const email = { name: "account-sync", email_configs: [{ to: "max" }] };
    const routes = [{ ...OURS, group_wait: "1h", repeat_interval: "720h" }];
    expect(judged(routes, { receivers: [email] }).paths).toMatchObject([
      { groupWait: 3600, repeatInterval: 2_592_000, integrations: [{ kind: "email", sendResolved: false }] },
    ]);
  });
});

describe("time intervals of a route", () => {
  const never = { name: "never", time_intervals: [{ years: ["1999"] }] };
  const always = { name: "always", time_intervals: [{}] };
  const mars = { name: "mars", time_intervals: [{ location: "Local" }] };
  const both = { name: "both", time_intervals: [{ years: ["1999"] }, {}] };
  const more = { time_intervals: [never, always, mars, both] };

  it.each([
    ["it is muted in", { mute_time_intervals: ["never", "always"] }, ["mute always"], 0],
    ["one of whose parts it is muted in", { mute_time_intervals: ["both"] }, ["mute both"], 0],
    ["it is not muted in", { mute_time_intervals: ["never"] }, [], 0],
    ["it is active in", { active_time_intervals: ["never", "always"] }, [], 0],
    ["none of which it is active in", { active_time_intervals: ["never"] }, ["active never"], 0],
    [
      "of both kinds",
      { active_time_intervals: ["never"], mute_time_intervals: ["always"] },
      ["mute always", "active never"],
      0,
    ],
    ["in the server's own time zone", { mute_time_intervals: ["mars"] }, [], 1],
    ["one of which is in the server's own time zone", { active_time_intervals: ["never", "mars"] }, [], 1],
    ["of which there is none", { mute_time_intervals: ["gone"] }, [], 1],
  ])("%s", (_, route, muted, untold) => {
    const [path] = judged([{ ...OURS, ...route }], more).paths;
    expect(path?.mutedBy.map(({ kind, interval }) => `${kind} ${interval}`)).toEqual(muted);
    expect(path?.cannotTellMuted).toHaveLength(untold);
  });

  it("are not inherited", () => {
    const routes = [{ mute_time_intervals: ["always"], routes: [OURS] }];
    expect(judged(routes, more).paths).toMatchObject([{ receiver: "account-sync", mutedBy: [] }]);
  });
});
