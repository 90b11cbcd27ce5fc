import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { MAJORS } from "../support/deployment/majors.js";
import { quickRoute } from "../support/deployment/quick-route.js";
import type { Stack, Yaml } from "../support/deployment/stack.js";
import { withStack } from "../support/deployment/with-stack.js";
import { CHECKOUT } from "../support/documents.js";
import { randomOf, seedOfRun } from "../support/random.js";
import { row } from "./row.js";

const ALERTMANAGERS = 10;
const ROUNDS = 5;
/** A drill on the quick route takes some 7 s from its start. */
const LATEST_MS = 8000;
/** A killed one's alert ends 30 s after its last word; the promise is two minutes. */
const AFTERWARDS_MS = 45_000;

row("ring-kill", async () => {
  const [majors] = MAJORS;
  if (majors === undefined) return { leftOut: "no Prometheus and Alertmanager here" };
  const seed = seedOfRun();
  const random = randomOf(seed);
  const plan = { ...majors, seconds: 2, alertmanagers: ALERTMANAGERS, alertmanagerConfig: quickRoute };
  return withStack(plan, async (stack) => {
    let posted = 0;
    let left = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const killed = stack.alertmanagers.map((address) => killedRing(stack, address, random() * LATEST_MS));
      posted += (await Promise.all(killed)).filter((hadPosted) => hadPosted).length;
      await new Promise((resolve) => setTimeout(resolve, AFTERWARDS_MS));
      left += (await Promise.all(stack.alertmanagers.map(drillsLeft))).reduce((sum, count) => sum + count, 0);
    }
    const all = ALERTMANAGERS * ROUNDS;
    const figure = `${left} in ${all}, ${posted} of them after the post, ${AFTERWARDS_MS / 1000} s later (SEED=${seed})`;
    return { figure, isReached: left === 0 && posted > all / 4 };
  });
});

/** Rings, and kills the command after so many ms. @returns whether it had posted its alert. */
async function killedRing({ prometheus, directory }: Stack, address: string, ms: number): Promise<boolean> {
  const servers = ["--prometheus", prometheus, "--alertmanager", `http://${address}`];
  const args = [
    "dist/cli.js",
    "ring",
    "--receiver",
    "account-sync",
    "--artifact-dir",
    join(directory, "artifacts"),
  ];
  const child = spawn(process.execPath, [...args, ...servers], {
    cwd: CHECKOUT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  const ended = once(child, "exit");
  const timer = setTimeout(() => child.kill("SIGKILL"), ms);
  await ended;
  clearTimeout(timer);
  return said.includes("posted AccountSyncDrill") && !said.includes("nothing left");
}

async function drillsLeft(address: string): Promise<number> {
  const alerts: Yaml = await (await fetch(`http://${address}/api/v2/alerts`)).json();
  return alerts.filter(({ labels }: Yaml) => labels.alertname === "AccountSyncDrill").length;
}
