// Starting and ending the programs of a rehearsal.
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createServer } from "node:net";

/** A port of 127.0.0.1 that nobody uses. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a program, its words into a file and to `onText`; `names` are tried one after the other. */
export async function start(names, args, { log, env = process.env, onText = () => {} }) {
  for (const name of names) {
    const child = spawn(name, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const started = await new Promise((resolve) => {
      child.once("spawn", () => resolve(true));
      child.once("error", () => resolve(false));
    });
    if (!started) continue;
    process.once("exit", () => child.kill("SIGKILL"));
    const file = createWriteStream(log);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        file.write(chunk);
        onText(String(chunk));
      });
    }
    return { stop: () => stopped(child) };
  }
  throw new Error(`none of ${names.join(", ")} is installed (Debian: prometheus, prometheus-alertmanager)`);
}

function stopped(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", resolve);
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
  });
}

/** Asks until the address answers 200. */
export async function answers(address, seconds = 30) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const response = await fetch(address).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${address} did not answer within ${seconds} seconds`);
}
