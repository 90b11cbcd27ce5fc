import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MAJORS } from "../support/deployment/majors.js";
import type { Stack, Yaml } from "../support/deployment/stack.js";
import { withStack } from "../support/deployment/with-stack.js";

const DIRECTORY = new URL("../fixtures/deployment/", import.meta.url);
const REWRITE = process.env.REWRITE_RECORDED === "1";
const PROMETHEUS = [
  ...["/api/v1/status/buildinfo", "/api/v1/targets?state=active", "/api/v1/rules?type=alert"],
  ...["/api/v1/alertmanagers", "/api/v1/status/config", "/api/v1/status/runtimeinfo", "/metrics"],
  `/api/v1/query?query=${encodeURIComponent('{__name__=~"grinder_account_sync_.*"}')}`,
];
const ALERTMANAGER = ["/api/v2/status", "/api/v2/silences", "/api/v2/alerts", "/metrics"];
const KEPT_METRICS =
  /^(?:# (?:HELP|TYPE) )?(?:prometheus_notifications_|alertmanager_(?:notification|config_last))/;

/** What a server answers on these paths, without what differs from machine to machine. */
async function record(
  server: string,
  paths: readonly string[],
  { directory, target, alertmanagers, webhook }: Stack,
) {
  const names: readonly [string, string][] = [
    [directory, "/etc/prometheus"],
    [target, "bot:9100"],
    [alertmanagers[0] ?? "", "alertmanager:9093"],
    [webhook, "http://desk:5001"],
  ];
  const recorded: Record<string, Yaml> = {};
  for (const path of paths) {
    const response = await fetch(`${server}${path}`);
    const text = names
      .reduce((all, [from, to]) => all.replaceAll(from, to), await response.text())
      .replace(/"globalUrl":"[^"]*"/g, '"globalUrl":"http://bot:9100/metrics"');
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    const kept = text.split("\n").filter((line) => KEPT_METRICS.test(line));
    const page = path.replace(/\?.*/, "");
    recorded[page] = isJson ? withoutMachine(page, JSON.parse(text)) : `${kept.join("\n")}\n`;
  }
  return recorded;
}

/** Of what a server tells of its machine and its build, only what is read. */
const READ_FIELDS: Readonly<Record<string, readonly string[]>> = {
  "/api/v1/status/buildinfo": ["version"],
  "/api/v1/status/runtimeinfo": ["startTime", "reloadConfigSuccess", "lastConfigTime"],
  "/api/v2/status": ["cluster", "config", "uptime", "versionInfo"],
};

function withoutMachine(page: string, document: Yaml): Yaml {
  const fields = READ_FIELDS[page];
  if (fields === undefined) return document;
  const pick = (from: Yaml) => Object.fromEntries(fields.map((name) => [name, from[name]]));
  if (document.data !== undefined) return { ...document, data: pick(document.data) };
  return { ...pick(document), versionInfo: { version: document.versionInfo.version } };
}

/** The kinds of values that a document has, by their places; lists by what their rows have. */
function shapeOf(value: Yaml, path = "", shape: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const row of value) shapeOf(row, `${path}[]`, shape);
  else if (typeof value === "object" && value !== null) {
    for (const [name, field] of Object.entries(value)) shapeOf(field, `${path}.${name}`, shape);
  } else shape.add(`${path}: ${typeof value}`);
  return shape;
}

describe.each(MAJORS)("the recorded answers of $prometheus and $alertmanager", (majors) => {
  it("have the shape that the servers' answers have", async () => {
    await withStack({ ...majors, seconds: 15 }, async (stack) => {
      const recorded = {
        [majors.prometheus]: await record(stack.prometheus, PROMETHEUS, stack),
        [majors.alertmanager]: await record(stack.alertmanager, ALERTMANAGER, stack),
      };
      for (const [server, answers] of Object.entries(recorded)) {
        const file = new URL(`${server.replace(" ", "-")}.json`, DIRECTORY);
        if (REWRITE) {
          mkdirSync(DIRECTORY, { recursive: true });
          writeFileSync(file, `${JSON.stringify(answers, null, 1)}\n`);
        }
        const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
        expect([...shapeOf(kept)].sort()).toEqual([...shapeOf(answers)].sort());
      }
    });
  });
});
