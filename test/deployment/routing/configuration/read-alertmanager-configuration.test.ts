import { describe, expect, it } from "vitest";
import type { Route } from "../../../../src/deployment/routing/configuration/configuration.js";
import { readAlertmanagerConfiguration } from "../../../../src/deployment/routing/configuration/read-alertmanager-configuration.js";
import { problemsOf } from "../../../support/refusal.js";

function read(configuration: unknown) {
  return readAlertmanagerConfiguration(JSON.stringify(configuration), "0.28.1");
}

function child(root: object, route: object): Route | undefined {
  return read({ route: { receiver: "root", ...root, routes: [route] } }).route.routes[0];
}

describe("a route", () => {
  it("has Alertmanager's defaults where the root says nothing", () => {
    expect(read({ route: { receiver: "root" } }).route).toMatchObject({
      described: "the root route",
      groupBy: [],
      groupWait: 30,
      groupInterval: 300,
      repeatInterval: 14_400,
      continue: false,
    });
  });

  it.each([
    ["its receiver", { receiver: "a" }, {}, { receiver: "a" }],
    ["a receiver of its own", {}, { receiver: "b" }, { receiver: "b" }],
    ["its grouping", { group_by: ["x"] }, {}, { groupBy: ["x"] }],
    ["its grouping by all", { group_by: ["..."] }, {}, { groupBy: "all" }],
    ["a grouping of its own in place of all", { group_by: ["..."] }, { group_by: ["x"] }, { groupBy: ["x"] }],
    ["all in place of its grouping", { group_by: ["x"] }, { group_by: ["..."] }, { groupBy: "all" }],
    ["its grouping where an empty one is said", { group_by: ["x"] }, { group_by: [] }, { groupBy: ["x"] }],
    [
      "its waits",
      { group_wait: "1m30s", group_interval: "2h", repeat_interval: "1w2d" },
      {},
      { groupWait: 90, groupInterval: 7200, repeatInterval: 777_600 },
    ],
    ["a wait of nothing of its own", { group_wait: "10s" }, { group_wait: "0s" }, { groupWait: 0 }],
    ["a wait of milliseconds", {}, { group_wait: "1500ms" }, { groupWait: 1.5 }],
    ["no continue", {}, {}, { continue: false }],
    ["continue as YAML of old says it", {}, { continue: "yes" }, { continue: true }],
    ["no mute intervals of the root", {}, { mute_time_intervals: null }, { muteTimeIntervals: [] }],
  ])("has from its parent, or of its own: %s", (_, root, route, expected) => {
    expect(child(root, route)).toMatchObject(expected);
  });

  it("is described by its matchers, sorted as Alertmanager sorts them, below those of its parents", () => {
    const inner = { match_re: { c: "x|y" }, match: { b: 'say "hi"' }, matchers: ["a!=z", "b=a"] };
    const [outer] = read({
      route: { receiver: "root", routes: [{ matchers: ["o=p"], routes: [inner] }] },
    }).route.routes;
    expect(outer?.described).toBe('route {o="p"}');
    expect(outer?.routes[0]?.described).toBe('route {o="p"}/{a!="z",b="a",b="say \\"hi\\"",c=~"x|y"}');
    expect(outer?.routes[0]?.path).toBe("route.routes[0].routes[0]");
  });

  it("takes a pattern that Alertmanager prints as null for the empty one", () => {
    const [route] = readAlertmanagerConfiguration(
      "route: {receiver: r, routes: [{match_re: {a: null}}]}",
      "0.25.0",
    ).route.routes;
    expect(route?.matchers).toMatchObject([{ name: "a", operator: "=~", value: "" }]);
  });
});

describe("a receiver", () => {
  it.each([
    ["webhook", true],
    ["email", false],
    ["slack", false],
    ["pagerduty", true],
    ["opsgenie", true],
    ["wechat", false],
    ["victorops", true],
    ["pushover", true],
    ["sns", true],
    ["telegram", true],
    ["webex", true],
    ["discord", true],
    ["msteams", true],
    ["msteamsv2", true],
    ["jira", true],
    ["rocketchat", false],
    ["incidentio", undefined],
  ])("with %s tells that an alert is over, where it does not say: %s", (kind, sendResolved) => {
    const receivers = [{ name: "r", [`${kind}_configs`]: [{ url: "http://user:s3cr3t@host" }] }];
    expect(read({ route: { receiver: "r" }, receivers }).receivers).toEqual([
      { name: "r", integrations: [{ kind, sendResolved }] },
    ]);
  });

  it("says what it says, and keeps no address and no secret", () => {
    const slack = { send_resolved: "true", api_url: "https://s3cr3t", channel: "#s3cr3t" };
    const receivers = [
      { name: "r", slack_configs: [slack], webhook_configs: [{ send_resolved: false }, null] },
    ];
    const configuration = read({
      global: { smtp_auth_password: "s3cr3t", slack_api_url: "https://s3cr3t" },
      route: { receiver: "r" },
      receivers,
    });
    expect(configuration.receivers[0]?.integrations).toEqual([
      { kind: "slack", sendResolved: true },
      { kind: "webhook", sendResolved: false },
      { kind: "webhook", sendResolved: true },
    ]);
    expect(JSON.stringify(configuration)).not.toContain("s3cr3t");
  });

  it("without integrations notifies nobody", () => {
    expect(read({ route: { receiver: "nobody" }, receivers: [{ name: "nobody" }] }).receivers).toEqual([
      { name: "nobody", integrations: [] },
    ]);
  });
});

describe("a configuration that is none", () => {
  it("is refused with every bad path", () => {
    const configuration = {
      route: {
        group_wait: "soon",
        group_by: ["...", "a"],
        routes: [{ matchers: ["a"], continue: "perhaps" }, "x", { matchers: "a=b", match: ["a"] }],
      },
      receivers: [{ webhook_configs: [{ send_resolved: "maybe" }] }],
      inhibit_rules: [{ source_matchers: [{}], equal: "a" }],
      time_intervals: [
        {
          name: "n",
          time_intervals: [
            { times: [{ start_time: "9:00", end_time: "10:00" }], weekdays: ["friday:monday"] },
          ],
        },
        { name: "n", time_intervals: [{ days_of_month: ["0"], months: ["13th"], years: ["2026:2025"] }] },
      ],
    };
    const paths = problemsOf(() => read(configuration)).map((problem) => problem.split(":")[0] ?? "");
    expect(new Set(paths)).toEqual(
      new Set([
        "route.group_by",
        "route.group_wait",
        "route.routes[0].matchers[0]",
        "route.routes[0].continue",
        "route.routes[1]",
        "route.routes[2].match",
        "route.routes[2].matchers",
        "route.receiver",
        "receivers[0].name",
        "receivers[0].webhook_configs[0].send_resolved",
        "inhibit_rules[0].source_matchers[0]",
        "inhibit_rules[0].equal",
        "time_intervals[0].time_intervals[0].times[0]",
        "time_intervals[0].time_intervals[0].weekdays[0]",
        "time_intervals[1].name",
        "time_intervals[1].time_intervals[0].days_of_month[0]",
        "time_intervals[1].time_intervals[0].months[0]",
        "time_intervals[1].time_intervals[0].years[0]",
      ]),
    );
  });

  it.each([
    ["is empty", "", "top level: expected an object, got null"],
    ["is a page of HTML", "<html>", 'top level: expected an object, got the text "<html>"'],
    ["has no route", "receivers: []", "route: expected the root route, got nothing"],
  ])("%s", (_, text, problem) => {
    expect(problemsOf(() => readAlertmanagerConfiguration(text, "0.25.0"))).toContain(problem);
  });

  it("names keys that are not known and may change what an alert does", () => {
    const { unknownKeys } = read({
      route: { receiver: "r", when: "x", routes: [{ unless: "y" }] },
      inhibit_rules: [{ name: "known", for: "5m" }],
      time_intervals: [{ name: "n", time_intervals: [{ holidays: "de" }] }],
      tracing: { endpoint: "no matter" },
    });
    expect(unknownKeys).toEqual([
      "route.when",
      "route.routes[0].unless",
      "inhibit_rules[0].for",
      "time_intervals[0].time_intervals[0].holidays",
    ]);
  });
});
