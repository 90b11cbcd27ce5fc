import { describe, it } from "vitest";
import { HEARTBEAT } from "../../src/deployment/pack.js";
import { DRILL_ALERT } from "../../src/deployment/ring/drill-alert.js";
import { AT_LENGTH } from "../support/at-length.js";
import { ask } from "../support/deployment/asked.js";
import { FAULTS } from "../support/deployment/faults.js";
import { MAJORS } from "../support/deployment/majors.js";
import { postAlerts } from "../support/deployment/plant.js";
import { freePort, until } from "../support/deployment/programs.js";
import { quickRoute } from "../support/deployment/quick-route.js";
import { startRecordingProxy } from "../support/deployment/recording-proxy.js";
import type { Stack, StackPlan, Yaml } from "../support/deployment/stack.js";
import { withStack } from "../support/deployment/with-stack.js";
import { leftOut } from "../support/left-out.js";
import { patient } from "../support/patience.js";

const timeout = patient(900_000);
/** A drill waits for its route, so that npm test has a few of them only. */
const atLength = AT_LENGTH ? it.concurrent : it.concurrent.skip;
leftOut(!AT_LENGTH, "most rings of real servers", "npm run deployment runs them all");
const RING = ["ring", "--receiver", "account-sync"];
const SPIKE = {
  alertname: "AccountSyncMismatchSpike",
  severity: "warning",
  category: "correctness",
  component: "account",
};

function quick({ alertmanagerConfig, ...plan }: Partial<StackPlan>): Partial<StackPlan> {
  return {
    seconds: 2,
    heartbeat: false,
    ...plan,
    alertmanagerConfig: (config, place) => {
      quickRoute(config);
      alertmanagerConfig?.(config, place);
    },
  };
}

async function heldBy({ alertmanager }: Stack): Promise<string[]> {
  const alerts: Yaml = await (await fetch(`${alertmanager}/api/v2/alerts`)).json();
  return alerts.map(({ labels }: Yaml) => labels.alertname).filter((name: string) => name !== HEARTBEAT);
}

describe.each(MAJORS)("ring, on $prometheus and $alertmanager", (majors) => {
  const onStack = <T>(plan: Partial<StackPlan>, work: (stack: Stack) => Promise<T>) =>
    withStack({ ...quick(plan), ...majors }, work);

  it.concurrent("follows the drill to the receiver and leaves nothing behind", { timeout }, async ({
    expect,
  }) => {
    await onStack({}, async (stack) => {
      const { exitCode, text, results } = await ask(stack, RING);
      expect(exitCode, text).toBe(0);
      const id: string = results.drill_id;
      const said = text.split("\n").map((line) => line.replace(/^ +\d+ s/, "N s"));
      expect(said.slice(0, 5), text).toEqual([
        `N s  posted AccountSyncDrill{drill="true",drill_id="${id}"} "DRILL ${id} - not a real mismatch"`,
        'N s  PASS: routed to "account-sync", not suppressed',
        "N s  PASS: delivered: webhook +1, failed +0",
        "N s  PASS: resolved was delivered",
        "N s  PASS: nothing left in Alertmanager",
      ]);
      expect(
        stack.hook.received.map(({ status, alerts }) => [
          status,
          alerts.map(({ labels }) => labels.alertname),
        ]),
      ).toEqual([
        ["firing", [DRILL_ALERT]],
        ["resolved", [DRILL_ALERT]],
      ]);
      expect(await heldBy(stack)).toEqual([]);
    });
  });

  atLength("asks nothing but GETs, and posts nothing but its alert", { timeout }, async ({ expect }) => {
    await onStack({}, async (stack) => {
      const [prometheus, alertmanager] = [
        await startRecordingProxy(stack.prometheus),
        await startRecordingProxy(stack.alertmanager),
      ];
      const between = {
        ...stack,
        prometheus: prometheus.url,
        alertmanagers: [alertmanager.url.replace("http://", "")],
      };
      await ask(between, RING);
      const writing = [...prometheus.asked, ...alertmanager.asked].filter((one) => !one.startsWith("GET "));
      expect([...new Set(writing)]).toEqual(["POST /api/v2/alerts"]);
      await ask(between, ["check"]);
      expect(prometheus.asked.length + alertmanager.asked.length).toBeGreaterThan(20);
      await Promise.all([prometheus.close(), alertmanager.close()]);
    });
  });

  atLength(
    "proves with its own webhook, and leaves other pages to Alertmanager",
    { timeout },
    async ({ expect }) => {
      const port = await freePort();
      const listen = (config: Yaml) =>
        Object.assign(config.receivers[1].webhook_configs[0], { url: `http://127.0.0.1:${port}/` });
      await onStack({ alertmanagerConfig: listen }, async (stack) => {
        await postAlerts(stack.alertmanager, { alertname: "SomethingElse", component: "account" });
        const { text, exitCode } = await ask(stack, [...RING, "--listen", `127.0.0.1:${port}`]);
        expect(text).toContain("PASS: delivered: seen by our own webhook");
        expect(text).toContain("PASS: resolved was delivered");
        expect(exitCode, text).toBe(0);
        const metrics = await (await fetch(`${stack.alertmanager}/metrics`)).text();
        expect(metrics).toMatch(
          /alertmanager_notification_requests_failed_total\{integration="webhook"\} [1-9]/,
        );
      });
    },
  );

  atLength("claims nothing by the counters of a busy Alertmanager", { timeout }, async ({ expect }) => {
    await onStack({}, async (stack) => {
      await postAlerts(stack.alertmanager, { alertname: "SomethingElse", component: "account" });
      const { text, exitCode, ids } = await ask(stack, RING);
      expect(text).toMatch(/SKIP: delivered: saw webhook \+\d+, failed \+0, which proves nothing/);
      expect(text).toContain("SomethingElse may have been told meanwhile");
      expect({ exitCode, failed: ids("failed") }, text).toEqual({ exitCode: 3, failed: [] });
    });
  });

  atLength("is acknowledged by whoever reads the page", { timeout }, async ({ expect }) => {
    await onStack({}, async (stack) => {
      const typed = ["nonsense", ""];
      const next = async () => {
        const first = typed.shift();
        if (first !== undefined) return first;
        const page = await until("the page", async () => stack.hook.received[0] ?? null);
        return page.alerts[0]?.labels.drill_id?.toLowerCase() ?? null;
      };
      const readLines = () => ({ next, close: () => {} });
      const { text, exitCode, results } = await ask(stack, [...RING, "--ack"], { readLines });
      expect(text).toContain(`PASS: acknowledged with ${results.drill_id}`);
      expect(text).toContain("that is not it");
      expect(exitCode, text).toBe(0);
    });
  });

  atLength("fails where nobody reads the page", { timeout }, async ({ expect }) => {
    await onStack({}, async (stack) => {
      const { text, exitCode } = await ask(stack, [...RING, "--ack", "--within", "5"]);
      expect(text).toContain("FAIL: nobody acknowledged within 5 s");
      expect({ exitCode, held: await heldBy(stack) }, text).toEqual({ exitCode: 1, held: [] });
    });
  });

  it.concurrent("takes the drill back where it is told to stop", { timeout }, async ({ expect }) => {
    await onStack({}, async (stack) => {
      const stopped = new Promise<"SIGTERM">((resolve) => setTimeout(() => resolve("SIGTERM"), 1500));
      const { stderr, exitCode } = await ask(stack, RING, { untilStopped: (work) => work(stopped) });
      expect(stderr).toContain("posted AccountSyncDrill");
      expect(stderr).toMatch(/stopped by SIGTERM: the drill was taken back, and no evidence was left/);
      expect({ exitCode, held: await heldBy(stack) }).toEqual({ exitCode: 3, held: [] });
    });
  });

  it.concurrent("posts nothing while a real alert or another drill is active", { timeout }, async ({
    expect,
  }) => {
    await onStack({}, async (stack) => {
      await postAlerts(stack.alertmanager, { ...SPIKE, alertname: DRILL_ALERT, drill_id: "XXXX" });
      const other = await ask(stack, RING);
      expect(other.stderr).toMatch(/another drill is under way \(AccountSyncDrill\): nothing was posted/);
      await postAlerts(stack.alertmanager, SPIKE);
      const real = await ask(stack, RING);
      expect(real.stderr).toMatch(
        /a real alert is active \(.*AccountSyncMismatchSpike.*\): nothing was posted/,
      );
      expect([other.exitCode, real.exitCode]).toEqual([3, 3]);
      expect((await heldBy(stack)).sort()).toEqual([DRILL_ALERT, "AccountSyncMismatchSpike"]);
    });
  });

  atLength("says where the drill takes a way of its own", { timeout }, async ({ expect }) => {
    const drillRoute = (config: Yaml) => {
      config.route.routes.unshift({
        receiver: "account-sync",
        matchers: ['drill="true"'],
        group_wait: "1s",
        group_interval: "3s",
      });
    };
    await onStack({ alertmanagerConfig: drillRoute }, async (stack) => {
      const { text, exitCode } = await ask(stack, RING);
      expect(text).toContain('WARN: routed to "account-sync", not suppressed: drill path only');
      expect(exitCode, text).toBe(0);
    });
  });

  atLength("does not slow down a real page", { timeout }, async ({ expect }) => {
    await onStack({}, async (stack) => {
      const rung = ask(stack, RING);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const postedAt = Date.now();
      await postAlerts(stack.alertmanager, SPIKE);
      await rung;
      const page = stack.hook.received.find(({ alerts }) =>
        alerts.some(({ labels }) => labels.alertname === SPIKE.alertname),
      );
      expect(page?.alerts.map(({ labels }) => labels.alertname)).toEqual([SPIKE.alertname]);
      expect((page?.at ?? Number.POSITIVE_INFINITY) - postedAt).toBeLessThan(4000);
    });
  });

  for (const { id, what, plan, fails = [] } of FAULTS.filter(({ onlyRing }) => onlyRing)) {
    atLength(`names ${id}: ${what}; so does check afterwards`, { timeout }, async ({ expect }) => {
      await onStack(plan, async (stack) => {
        const rung = await ask(stack, [...RING, "--within", "8"]);
        expect({ failed: rung.ids("failed"), exitCode: rung.exitCode }, rung.text).toEqual({
          failed: fails,
          exitCode: 1,
        });
        const checked = await ask(stack, ["check"]);
        // A warning where other pages of the same kind came through.
        expect([...checked.ids("failed"), ...checked.ids("warned")], checked.text).toContain(
          "delivered.errors",
        );
      });
    });
  }
});
