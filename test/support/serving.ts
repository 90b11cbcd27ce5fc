import { spawn } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * Starts the built `serve` in a directory of the running test's own, with evidence, and waits until the fault has been
 * found.
 *
 * @param fault a mismatch rule, or nothing for a healthy account.
 * @returns the port that it serves on.
 */
export async function startServing(directory: string, fault: string): Promise<string> {
  const injection = fault === "" ? [] : ["--inject", fault];
  const env = { PATH: process.env.PATH ?? "", GRINDER_ACCOUNT_SYNC_EVIDENCE: "1" };
  const args = [join(directory, "dist/cli.js"), "serve", "--port", "0", ...injection];
  const child = spawn(process.execPath, args, { cwd: directory, env, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  for await (const chunk of child.stdout) {
    text += chunk;
    const port = /^serving http:\/\/[^:]+:([0-9]+)/m.exec(text)?.[1];
    if (port !== undefined && (fault === "" || /^evidence: /m.test(text))) return port;
  }
  throw new Error(`serve ended: ${text}`);
}
