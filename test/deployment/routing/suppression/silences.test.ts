import { describe, expect, it } from "vitest";
import { readAlertmanagerConfiguration } from "../../../../src/deployment/routing/configuration/read-alertmanager-configuration.js";
import { judge } from "../../../../src/deployment/routing/judge.js";
import { readSilences } from "../../../../src/deployment/routing/suppression/read-silences.js";
import { problemsOf } from "../../../support/refusal.js";

const LABELS = { alertname: "Spike", component: "account" };

function silence(matchers: readonly object[], more: object = {}) {
  return {
    id: "8ffe7f4e",
    status: { state: "active" },
    updatedAt: "2026-11-25T10:00:00.000Z",
    startsAt: "2026-11-25T10:00:00.219Z",
    endsAt: "2026-12-02T10:06:02.219Z",
    createdBy: "max",
    comment: "maintenance",
    matchers,
    ...more,
  };
}

function judged(silences: readonly unknown[], now = "2026-11-25T12:00:00Z") {
  const configuration = readAlertmanagerConfiguration("route: {receiver: r}", "0.28.1");
  return judge(configuration, LABELS, {
    now: Date.parse(now),
    silences: readSilences(silences),
    activeAlerts: [],
  });
}

const matcher = (name: string, value: string, isRegex = false, isEqual: boolean | undefined = true) => ({
  name,
  value,
  isRegex,
  ...(isEqual === undefined ? {} : { isEqual }),
});

describe("a silence", () => {
  it.each([
    ["by a value", [matcher("component", "account")], true],
    ["by another value", [matcher("component", "acc")], false],
    ["by a pattern, anchored", [matcher("alertname", "Sp", true)], false],
    ["by a pattern", [matcher("alertname", ".+", true)], true],
    ["by what a label is not", [matcher("component", "x", false, false)], true],
    ["by a pattern that does not fit", [matcher("component", "a.*", true, false)], false],
    [
      "by matchers without isEqual, as older servers have them",
      [matcher("component", "account", false, undefined)],
      true,
    ],
    ["by two of which one fails", [matcher("component", "account"), matcher("alertname", "x")], false],
    ["by a label that is missing", [matcher("team", "")], true],
  ])("%s", (_, matchers, holds) => {
    expect(judged([silence(matchers)]).silencedBy).toHaveLength(holds ? 1 : 0);
  });

  const ALL = [matcher("alertname", ".+", true)];

  it.each([
    ["that is pending", { startsAt: "2026-11-25T12:00:01Z" }, false],
    ["that is over", { endsAt: "2026-11-25T11:59:59Z" }, false],
    ["that is taken back", { status: { state: "expired" } }, false],
    ["whose times have another offset", { startsAt: "2026-11-25T13:59:00+02:00" }, true],
  ])("%s", (_, more, holds) => {
    expect(judged([silence(ALL, more)]).silencedBy).toHaveLength(holds ? 1 : 0);
  });

  it("is told with who made it, why and until when", () => {
    expect(judged([silence(ALL)]).silencedBy).toMatchObject([
      {
        id: "8ffe7f4e",
        createdBy: "max",
        comment: "maintenance",
        endsAt: Date.parse("2026-12-02T10:06:02.219Z"),
      },
    ]);
  });

  it("whose pattern cannot be read is told as such", () => {
    expect(judged([silence([matcher("component", "\\p{Letter}+", true)])]).cannotTellSuppressed).toEqual([
      'silence 8ffe7f4e: cannot tell whether component=~"\\\\p{Letter}+" matches: what it says of this value depends on the server',
    ]);
  });

  it("is refused by path where it has another shape", () => {
    const bad = silence([{ name: "a", value: 1, isRegex: "yes" }], {
      startsAt: "now",
      endsAt: "2026-13-40T99:00:00Z",
    });
    expect(problemsOf(() => readSilences([bad])).map((problem) => problem.split(":")[0])).toEqual([
      "silences[0].startsAt",
      "silences[0].endsAt",
      "silences[0].matchers[0].isRegex",
      "silences[0].matchers[0].value",
    ]);
  });
});
