import { describe, expect, it } from "vitest";
import { readAlertmanagerConfiguration } from "../../../../src/deployment/routing/configuration/read-alertmanager-configuration.js";
import { judge } from "../../../../src/deployment/routing/judge.js";
import { printable } from "../../../../src/syncer/printable.js";

const LABELS = { alertname: "AccountSyncStale", component: "account", severity: "warning" };

function whys(routes: readonly unknown[], labels: Readonly<Record<string, string>> = LABELS): string[] {
  const text = JSON.stringify({ route: { receiver: "nobody", routes } });
  const moment = { now: 0, silences: [], activeAlerts: [] };
  const configuration = readAlertmanagerConfiguration(text, "0.28.1");
  return judge(configuration, labels, moment).nearMisses.map(({ why }) => why);
}

describe("a route that nearly matches", () => {
  it.each([
    ["by letters", 'component="acount"', 'component="account"'],
    ["by two letters that changed places", 'component="accuont"', 'component="account"'],
    ["by case", 'component="Account"', 'component="account"'],
    ["by a blank", 'component="account "', 'component="account"'],
    ["by dashes", 'alertname="account_sync_stale"', 'alertname="AccountSyncStale"'],
    ["by a pattern that fits a part", 'alertname=~"AccountSync"', 'alertname="AccountSyncStale"'],
    ["by a pattern in another case", 'component=~"ACC.*"', 'component="account"'],
    ["by a name in a pattern", 'component=~"syncer|acount"', 'component="account"'],
  ])("%s is told: %s", (_, matcher, has) => {
    expect(whys([{ matchers: [matcher] }])).toEqual([`route {${matcher}} does not match ${has}`]);
  });

  it.each([
    [
      "by a label's name",
      { matchers: ["componet=account"] },
      'route {componet="account"} does not match: the alert has no componet',
    ],
    [
      "beside a matcher that is fulfilled",
      { matchers: ["namespace=trading", "component=account"] },
      'route {component="account",namespace="trading"} does not match: the alert has no namespace',
    ],
    [
      "below one that does not",
      { matchers: ["namespace=trading"], routes: [{ matchers: ["component=account"] }] },
      'route {namespace="trading"}/{component="account"} does not match: the alert has no namespace',
    ],
    [
      "beside one, by a label that it must not have",
      { matchers: ["severity!=warning", "component=account"] },
      'route {component="account",severity!="warning"} does not match severity="warning"',
    ],
  ])("%s is told", (_, route, why) => {
    expect(whys([route])).toContain(why);
  });

  it("is told where a route around another one takes the alert before it", () => {
    const routes = [
      { matchers: ["severity=warning"] },
      { matchers: ["component=account"], routes: [{ matchers: ["alertname=~Account.*"] }] },
    ];
    expect(whys(routes)).toEqual([
      'route {component="account"} matches, but route {severity="warning"} comes first and has no continue',
      'route {component="account"}/{alertname=~"Account.*"} matches, but route {severity="warning"} comes first and has no continue',
    ]);
  });

  it("comes the sooner the nearer it is, and only the first few", () => {
    const near = ["accoumt", "acount", "Account", "akkount", "account-", "acc0unt", "accont"];
    const found = whys(near.map((value) => ({ matchers: [`component="${value}"`] })));
    expect(found).toHaveLength(5);
    expect(found[0]).toContain("Account");
  });
});

describe("a route that has nothing to do with the alert", () => {
  it.each([
    ["of another component", "component=database"],
    ["of a label that the alert has not", "team=db"],
    ["of another severity", "severity=critical"],
    ["of a short value", "component=a"],
    ["of all but the alert's", "component!=account"],
  ])("%s is not told", (_, matcher) => {
    expect(whys([{ matchers: [matcher] }])).toEqual([]);
  });

  it("is not told because the alert takes it", () => {
    expect(whys([{ matchers: ["component=account"], routes: [{ matchers: ["severity=warning"] }] }])).toEqual(
      [],
    );
  });
});

it("can be printed whatever stands in the matchers", () => {
  const [why = ""] = whys([{ match: { component: "acco\u001b[31munt", severity: "warning" } }]);
  expect(why).toContain("acco\\u{1b}[31munt");
  expect(printable(why)).toBe(why);
});
