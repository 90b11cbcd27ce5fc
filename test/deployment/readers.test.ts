import * as http from "node:http";
import * as https from "node:https";
import { describe, expect, it } from "vitest";
import { readAlertmanager } from "../../src/deployment/alertmanager/read-alertmanager.js";
import { askWith } from "../../src/deployment/http/ask.js";
import { PLAIN_HTTP } from "../../src/deployment/http/http-config.js";
import { readPrometheus } from "../../src/deployment/prometheus/read-prometheus.js";
import { type Answers, answersOf } from "../support/deployment/recorded.js";
import { serve } from "../support/deployment/recorded-server.js";

const ask = askWith({ http, https }, PLAIN_HTTP);

async function prometheusOf(answers: Answers) {
  const url = await serve(answers);
  const questions = {
    url,
    prefix: "grinder_account_sync",
    metrics: ["grinder_account_sync_last_ts"],
    clock: Date.now,
  };
  return readPrometheus(ask, questions);
}

describe("the reader of Prometheus", () => {
  it.each([
    ["prometheus 2", "2.42.0+ds"],
    ["prometheus 3", "3.5.0"],
  ] as const)("understands what %s answers", async (server, version) => {
    const seen = await prometheusOf(answersOf(server));
    expect(seen).toMatchObject({
      version: { value: version },
      targets: {
        value: [
          {
            labels: { job: "account-sync", instance: "bot:9100" },
            health: "up",
            interval: 15,
            lastError: "",
          },
        ],
      },
      groups: { value: [{ name: "account-sync", interval: 15 }] },
      alertmanagers: { value: ["http://alertmanager:9093/api/v2/alerts"] },
      runtime: { value: { isConfigLoaded: true } },
    });
    const rules = "value" in seen.groups ? seen.groups.value.flatMap((group) => group.rules) : [];
    expect(rules).toContainEqual(
      expect.objectContaining({
        name: "AccountSyncMismatchSpike",
        for: 180,
        health: "ok",
        state: "inactive",
      }),
    );
    const counters = "value" in seen.counters ? seen.counters.value : null;
    expect(counters?.sum("prometheus_notifications_dropped_total")).toBe(0);
  });

  it("says of each page that is missing that it is, and hides nothing of the others", async () => {
    const answers = answersOf("prometheus 2");
    delete answers["/api/v1/targets"];
    const seen = await prometheusOf(answers);
    expect(seen.targets).toMatchObject({ refusal: { kind: "missing" } });
    expect(seen.groups).toMatchObject({ value: [{ name: "account-sync" }] });
  });

  it("takes Prometheus' own error for a failure of its own", async () => {
    const error = { status: "error", errorType: "execution", error: "too many samples" };
    const seen = await prometheusOf({ ...answersOf("prometheus 2"), "/api/v1/query": error });
    expect(seen.series).toMatchObject({ refusal: { kind: "failed", why: "answered 422: too many samples" } });
  });
});

describe("the reader of Alertmanager", () => {
  it.each([
    ["alertmanager 0.25", "0.25.0"],
    ["alertmanager 0.28", "0.28.1"],
  ] as const)("understands what %s answers", async (server, version) => {
    const url = await serve(answersOf(server));
    const seen = await readAlertmanager(ask, url, Date.now);
    expect(seen).toMatchObject({
      status: { value: { version, peers: [], cluster: "disabled" } },
      silences: { value: [] },
      alerts: { value: [] },
    });
    const counters = "value" in seen.counters ? seen.counters.value : null;
    expect(counters?.sum("alertmanager_notifications_total", { integration: "webhook" })).toBe(0);
    expect(counters?.sum("alertmanager_config_last_reload_successful")).toBe(1);
  });
});
