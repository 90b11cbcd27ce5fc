import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { leftOut } from "../left-out.js";
import type { AtEnd } from "../local-server.js";
import { temporaryDirectory } from "../temp-directory.js";

/** The Alertmanagers that a machine may have on its PATH, each under the first of its names that is there. */
const PROGRAMS = [["prometheus-alertmanager", "alertmanager"], ["alertmanager-28"]];

/** A real Alertmanager on a port of 127.0.0.1 that the system picked, with its state in a directory of the test's. */
export class Alertmanager {
  readonly address: string;
  readonly #child: ChildProcess;

  private constructor(address: string, child: ChildProcess) {
    this.address = address;
    this.#child = child;
  }

  /** Starts one; it is stopped when the test ends. */
  static async start(program: string, configuration: string, atEnd: AtEnd): Promise<Alertmanager> {
    const directory = temporaryDirectory();
    const file = join(directory, "alertmanager.yml");
    writeFileSync(file, configuration);
    const child = spawn(
      program,
      [
        `--config.file=${file}`,
        `--storage.path=${join(directory, "state")}`,
        "--web.listen-address=127.0.0.1:0",
        "--cluster.listen-address=",
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    atEnd(() => stopped(child));
    return new Alertmanager(await addressOf(child), child);
  }

  /** Stops it before the test ends. */
  stop(): Promise<void> {
    return stopped(this.#child);
  }

  async get(path: string): Promise<unknown> {
    const answer = await fetch(this.address + path);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async post(path: string, body: unknown): Promise<void> {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(this.address + path, { method: "POST", headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text}`);
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

/** Waits for the line that tells the port; what comes after it is read and thrown away. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (piece) => {
      said += String(piece);
      const [, address] = /msg="Listening on" address=(127\.0\.0\.1:[0-9]+)/.exec(said) ?? [];
      if (address !== undefined) resolve(`http://${address}`);
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`Alertmanager did not start: ${said}`)));
  });
}

/** Makes the tests once for each Alertmanager on the PATH; where there is none they are left out aloud. */
export function onEachAlertmanager(makeTests: (program: string) => void): void {
  for (const names of PROGRAMS) {
    const program = names.find((name) => spawnSync(name, ["--version"]).error === undefined);
    if (program !== undefined) {
      describe(program, () => makeTests(program));
      continue;
    }
    const missing = leftOut(true, `what ${names[0]} does`, `${names.join(" or ")} is not on the PATH`);
    it.skipIf(missing)(`${names[0]} is on the PATH`, () => undefined);
  }
}
