import { describe, expect, it } from "vitest";
import { readAlertmanagerConfiguration } from "../../../../src/deployment/routing/configuration/read-alertmanager-configuration.js";
import { judge } from "../../../../src/deployment/routing/judge.js";
import { activeAlertsIn } from "../../../support/deployment/active-alerts.js";

const NOW = Date.parse("2026-11-25T10:06:00Z");
const SPIKE = { alertname: "Spike", severity: "warning", cluster: "a" };
const DISK = { alertname: "DiskFull", severity: "critical", cluster: "a" };

function alert(labels: object, endsAt = "2026-11-25T10:10:00.000Z") {
  const status = { state: "suppressed", inhibitedBy: [], silencedBy: ["s"] };
  return {
    fingerprint: JSON.stringify(labels),
    labels,
    startsAt: "2026-11-25T10:00:00.123456789Z",
    endsAt,
    status,
  };
}

function judged(rules: readonly object[], alerts: readonly unknown[], labels = SPIKE) {
  const text = JSON.stringify({ route: { receiver: "r" }, inhibit_rules: rules });
  const moment = { now: NOW, silences: [], activeAlerts: activeAlertsIn(alerts) };
  return judge(readAlertmanagerConfiguration(text, "0.25.0"), labels, moment);
}

const NEW = { source_matchers: ["severity=critical"], target_matchers: ["severity=warning"] };
const OLD = { source_match: { severity: "critical" }, target_match_re: { severity: "warn.*|info" } };

describe("an inhibition rule", () => {
  it.each([
    ["holds while its source fires, silenced or not", NEW, [alert(DISK)], true],
    ["holds in its older way of writing", OLD, [alert(DISK)], true],
    ["holds where labels are equal", { ...NEW, equal: ["cluster"] }, [alert(DISK)], true],
    ["holds where both lack a label that has to be equal", { ...NEW, equal: ["zone"] }, [alert(DISK)], true],
    [
      "does not hold where labels differ",
      { ...NEW, equal: ["cluster"] },
      [alert({ ...DISK, cluster: "b" })],
      false,
    ],
    [
      "does not hold where one lacks the label",
      { ...NEW, equal: ["zone"] },
      [alert({ ...DISK, zone: "1" })],
      false,
    ],
    ["does not hold without its source", NEW, [alert(SPIKE)], false],
    ["does not hold when its source is over", NEW, [alert(DISK, "2026-11-25T10:05:59Z")], false],
    ["holds for a source that has no end", NEW, [alert(DISK, "0001-01-01T00:00:00Z")], true],
    ["holds for another target only", { ...NEW, target_matchers: ["severity=info"] }, [alert(DISK)], false],
    ["without matchers holds for nobody, who all match both sides", {}, [alert(SPIKE), alert(DISK)], false],
    [
      "lets an alert of both sides be",
      { source_matchers: ["cluster=a"], target_matchers: ["cluster=a"] },
      [alert(SPIKE), alert(DISK)],
      false,
    ],
    [
      "holds for an alert of both sides by one of the source side alone",
      { source_matchers: ["cluster=a"], target_matchers: ["severity=warning"] },
      [alert(SPIKE), alert(DISK)],
      true,
    ],
    [
      "holds for an alert of the target side by one of both sides",
      { source_matchers: ["severity=~critical|info"], target_matchers: ["cluster=a"] },
      [alert(DISK)],
      true,
    ],
  ])("%s", (_, rule, alerts, holds) => {
    expect(judged([rule], alerts).inhibitedBy.map(({ rule: path }) => path)).toEqual(
      holds ? ["inhibit_rules[0]"] : [],
    );
  });

  it("is told with the alert that makes it hold", () => {
    const { inhibitedBy } = judged([{ ...NEW, target_matchers: ["x=y"] }, NEW], [alert(SPIKE), alert(DISK)]);
    expect(inhibitedBy).toMatchObject([{ rule: "inhibit_rules[1]", by: { labels: DISK } }]);
  });

  it("whose pattern cannot be told is told as such, where nothing else decides", () => {
    const doubtful = { source_matchers: ['cluster=~"\\\\p{Han}"'], target_matchers: ["severity=warning"] };
    const han = alert({ ...DISK, cluster: "漢" });
    expect(judged([doubtful], [han])).toMatchObject({
      inhibitedBy: [],
      cannotTellSuppressed: [
        'inhibit_rules[0]: cannot tell whether cluster=~"\\\\p{Han}" matches: what it says of this value depends on the server',
      ],
    });
    expect(judged([doubtful], [alert(DISK)]).cannotTellSuppressed).toEqual([]);
    expect(judged([{ ...doubtful, target_matchers: ["severity=info"] }], [han]).cannotTellSuppressed).toEqual(
      [],
    );
  });
});
