import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { alertPack } from "../../src/rules/alert-pack.js";
import { DEFAULT_SETTINGS } from "../../src/rules/pack-settings.js";
import { parseSettings, SETTINGS } from "../../src/rules/parse-settings.js";
import { CHECKOUT, documentNames, readDocument } from "../support/documents.js";
import { exposedMetrics } from "../support/exposed-metrics.js";
import { expressionFaults } from "../support/expression-faults.js";
import { leftOut } from "../support/left-out.js";
import { fencesOf, firstColumnOf, sectionOf, tablesOf } from "../support/markdown.js";
import { alertsOf } from "../support/pack-document.js";
import { onEachPromtool } from "../support/promtool.js";
import { committedPack } from "../support/rule-pack.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const RULES = readDocument("docs/rules.md");
const EXPOSED = await exposedMetrics();
const ALERTS = alertsOf(committedPack().rules);
/** Those too that are off in the committed pack. */
const NAMES = alertPack(parseSettings(["drill-overdue-after=8d"])).map(({ alert }) => alert);
const WATCHDOG = "AccountSyncWatchdog";
const ALERTMANAGER_FILE = "rules/alertmanager/account-sync.yml";
const FENCES = documentNames().flatMap((name) =>
  fencesOf(readDocument(name)).map((fence) => ({ ...fence, place: `${name}:${fence.line}` })),
);
const PROMQL = FENCES.filter(({ language }) => language === "promql");
const YAML = FENCES.filter(({ language }) => language === "yaml");

describe("PromQL in the documents", () => {
  it("is there", () => {
    expect(PROMQL.map(({ place }) => place)).not.toEqual([]);
  });

  it.each(PROMQL)("names only what exists, and gives a vector: $place", ({ text }) => {
    expect(expressionFaults(text.trim(), EXPOSED, NAMES)).toEqual([]);
  });

  it("is the alert's own on the page of the alert", () => {
    const shown = fencesOf(sectionOf(readDocument("docs/runbooks/AccountSyncMismatchSpike.md"), "Meaning"));
    expect(shown[0]?.text.trim()).toBe(ALERTS[0]?.expr);
  });
});

describe("docs/rules.md", () => {
  it("names each alert of the pack, in the pack's order", () => {
    const named = tablesOf(RULES)[0]?.map(([first = ""]) => /\[(\w+)\]/.exec(first)?.[1]);
    expect(named).toEqual(NAMES);
  });

  it("explains each setting with its default, and no other", () => {
    const rows = tablesOf(sectionOf(RULES, "Change it"))[0] ?? [];
    const documented = rows.map(([name, value]) => [name, value]);
    const scalars = [...SETTINGS].map(([name, { key }]) => [name, DEFAULT_SETTINGS[key]]);
    expect(firstColumnOf(sectionOf(RULES, "Change it")).sort()).toEqual(
      [...SETTINGS.keys(), "label.NAME", "kubernetes-label.NAME"].sort(),
    );
    for (const [name, value] of scalars) {
      if (name === "runbook-base-url") continue;
      expect(documented).toContainEqual([`\`${name}\``, value === "" ? "" : `\`${value}\``]);
    }
  });

  it.each(YAML)("shows YAML that can be read: $place", ({ text }) => {
    expect(parse(text)).toBeTypeOf("object");
  });

  it("shows the route that ships", () => {
    const shipped = parse(readDocument(ALERTMANAGER_FILE)).route.routes;
    const shown = YAML.map(({ text }) => parse(text)).find(({ routes }) => routes !== undefined);
    expect(shown?.routes).toEqual(shipped);
  });
});

onEachPromtool((promtool) => {
  it("takes the configuration that imports the rules", () => {
    const [shown] = fencesOf(sectionOf(RULES, "Import"));
    const directory = temporaryDirectory();
    writeFileSync(join(directory, "prometheus.yml"), shown?.text ?? "");
    writeFileSync(join(directory, "account-sync.rules.yml"), committedPack().rules);
    const { exitCode, output } = promtool.run("check", "config", join(directory, "prometheus.yml"));
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining(`${ALERTS.length} rules found`),
    });
  });
});

describe("the Alertmanager example", () => {
  const missing = leftOut(
    spawnSync("amtool", ["--version"]).error !== undefined,
    "what amtool checks",
    "amtool is not on the PATH",
  );
  const file = join(CHECKOUT, ALERTMANAGER_FILE);

  it.skipIf(missing)("is taken by amtool", () => {
    const { status, stdout, stderr } = spawnSync("amtool", ["check-config", file], { encoding: "utf8" });
    expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 });
  });

  it.skipIf(missing).each(ALERTS)("routes $alert where it belongs", ({ alert, labels }) => {
    const receiver = alert === WATCHDOG ? "account-heartbeat" : "account-sync";
    expect(receiversOf(file, { ...labels, alertname: alert })).toBe(receiver);
  });

  it.skipIf(missing)("leaves other alerts alone", () => {
    expect(receiversOf(file, { component: "other" })).toBe("nobody");
  });
});

describe("the AlertmanagerConfig", () => {
  const missing = leftOut(
    spawnSync("amtool", ["--version"]).error !== undefined,
    "how the Prometheus operator routes",
    "amtool is not on the PATH",
  );
  const shown = YAML.map(({ text }) => parse(text)).find(({ kind }) => kind === "AlertmanagerConfig");
  const namespace = shown?.metadata.namespace;

  it.skipIf(missing).each([
    { set: [`kubernetes-namespace=${namespace}`], outcome: "all but the heartbeat" },
    { set: [], outcome: "none" },
  ])("gets $outcome of the alerts with $set", ({ set, outcome }) => {
    const file = join(temporaryDirectory(), "alertmanager.yml");
    writeFileSync(file, JSON.stringify(asTheOperatorWrites(shown)));
    const routed = alertPack(parseSettings(set)).map(({ alert, labels }) => ({
      alert,
      isOurs: receiversOf(file, { ...labels, alertname: alert }) !== "null",
    }));
    expect(routed).toEqual(
      routed.map(({ alert }) => ({ alert, isOurs: outcome !== "none" && alert !== WATCHDOG })),
    );
  });
});

/** The Alertmanager configuration that the Prometheus operator makes of an AlertmanagerConfig. */
function asTheOperatorWrites({ metadata, spec }: AlertmanagerConfig): object {
  const nameOf = (receiver: string) => `${metadata.namespace}/${metadata.name}/${receiver}`;
  const matchers = [
    `namespace="${metadata.namespace}"`,
    ...spec.route.matchers.map(({ name, matchType, value }) => `${name}${matchType}"${value}"`),
  ];
  return {
    route: {
      receiver: "null",
      routes: [
        { receiver: nameOf(spec.route.receiver), matchers, group_by: spec.route.groupBy, continue: true },
      ],
    },
    receivers: [{ name: "null" }, ...spec.receivers.map(({ name }) => ({ name: nameOf(name) }))],
  };
}

interface AlertmanagerConfig {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly route: {
      readonly receiver: string;
      readonly groupBy: readonly string[];
      readonly matchers: readonly {
        readonly name: string;
        readonly matchType: string;
        readonly value: string;
      }[];
    };
    readonly receivers: readonly { readonly name: string }[];
  };
}

/** Whom amtool says that an alert with these labels goes to. */
function receiversOf(file: string, labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const args = ["config", "routes", "test", `--config.file=${file}`, ...pairs];
  return spawnSync("amtool", args, { encoding: "utf8" }).stdout.trim();
}
