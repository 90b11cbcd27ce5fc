import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { DEFAULT_SETTINGS } from "../../src/rules/pack-settings.js";
import { SETTINGS } from "../../src/rules/parse-settings.js";
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
const NAMES = ALERTS.map(({ alert }) => alert);
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
    const [shown] = fencesOf(readDocument("docs/runbooks/AccountSyncMismatchSpike.md"));
    expect(shown?.text.trim()).toBe(ALERTS[0]?.expr);
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
      output: expect.stringContaining("6 rules found"),
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

  it.skipIf(missing).each(ALERTS)("routes $alert to the receiver that pages", ({ alert, labels }) => {
    const pairs = Object.entries({ ...labels, alertname: alert }).map(([name, value]) => `${name}=${value}`);
    const args = [
      "config",
      "routes",
      "test",
      `--config.file=${file}`,
      "--verify.receivers=account-sync",
      ...pairs,
    ];
    const { status, stdout, stderr } = spawnSync("amtool", args, { encoding: "utf8" });
    expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 });
  });

  it.skipIf(missing)("leaves other alerts alone", () => {
    const args = ["config", "routes", "test", `--config.file=${file}`, "component=other"];
    expect(spawnSync("amtool", args, { encoding: "utf8" }).stdout.trim()).toBe("nobody");
  });
});
