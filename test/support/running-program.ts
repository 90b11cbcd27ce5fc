import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AtEnd, listen, stop } from "./local-server.js";

/** The first of these programs that is on the PATH. */
export function programOnPath(names: readonly string[]): string | undefined {
  return names.find((name) => spawnSync(name, ["--version"]).error === undefined);
}

/** A port of 127.0.0.1 that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const address = await listen(server);
  await stop(server);
  return Number(new URL(address).port);
}

/** Starts a server, waits until its address answers, and ends it with the test. */
export async function runProgram(
  name: string,
  args: readonly string[],
  ready: string,
  atEnd: AtEnd,
): Promise<void> {
  const child = spawn(name, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
    });
  }
  atEnd(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  const end = Date.now() + 30_000;
  while (!(await answers(ready))) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`${name} does not answer: ${said}`);
    await pause(200);
  }
}

/** Waits so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function answers(address: string): Promise<boolean> {
  const response = await fetch(address).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.ok === true;
}
