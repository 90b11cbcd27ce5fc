import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AtEnd } from "../local-server.js";

/** The servers that the tests start, by the names they are installed under; the first that is there is taken. */
const NAMES = {
  "prometheus 2": ["prometheus"],
  "prometheus 3": ["prometheus-3"],
  "alertmanager 0.25": ["prometheus-alertmanager", "alertmanager"],
  "alertmanager 0.28": ["alertmanager-28"],
} as const;

/** One of the servers. */
export type Program = keyof typeof NAMES;

/** The name that a server has on this machine; null where it is not installed. */
export function programName(program: Program): string | null {
  return NAMES[program].find((name) => spawnSync(name, ["--version"]).status === 0) ?? null;
}

/** A program that runs until the end of the test. */
export interface Running {
  /** What it said so far, both streams. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts a program and ends it with the test. */
export function startProgram(file: string, args: readonly string[], atEnd: AtEnd): Running {
  const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  child.on("error", (error) => (text += error.message));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  atEnd(stop);
  return { said: () => text, stop };
}

/** A port of 127.0.0.1 that nobody used a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Asks again and again until `holds` gives something else than null. */
export async function until<T>(what: string, holds: () => Promise<T | null>, seconds = 30): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const found = await holds().catch(() => null);
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what}: not within ${seconds} s`);
}
