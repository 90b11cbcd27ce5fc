import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { MISMATCH_RULES } from "../../src/syncer/mismatch-rules.js";
import { onEachNode } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";

/** A server that was started, and what it says. */
class Served {
  readonly #child: ChildProcess;
  #text = "";
  #errors = "";

  constructor(
    node: string,
    cli: BuiltCli,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ) {
    this.#child = spawn(node, ["dist/cli.js", "serve", ...args], {
      cwd: cli.directory,
      env: { PATH: process.env.PATH ?? "", ...env },
    });
    this.#child.stdout?.on("data", (chunk) => (this.#text += chunk));
    this.#child.stderr?.on("data", (chunk) => (this.#errors += chunk));
    onTestFinished(() => void this.#child.kill("SIGKILL"));
  }

  /** Waits until it has said this, and gives what it said. */
  async said(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.#text)) {
      if (this.#child.exitCode !== null) throw new Error(`it ended: ${this.#text}${this.#errors}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this.#text;
  }

  async address(): Promise<string> {
    return /http:\/\/\S+(?=\/metrics)/.exec(await this.said(/^serving /m))?.[0] ?? "";
  }

  async endedBy(signal: NodeJS.Signals) {
    const ended = once(this.#child, "exit");
    this.#child.kill(signal);
    const [exitCode] = await ended;
    return { exitCode, text: this.#text, errors: this.#errors };
  }
}

onEachNode((node) => {
  describe("serve", () => {
    it.each(["SIGTERM", "SIGINT"] as const)("serves until %s, then stops cleanly", async (signal) => {
      const served = new Served(node, new BuiltCli(node), ["--port", "0"]);
      const address = await served.address();
      expect(await (await fetch(`${address}/metrics`)).text()).toContain(
        "\ngrinder_account_sync_positions_count 1\n",
      );
      expect(await (await fetch(`${address}/healthz`)).text()).toBe("ok\n");
      expect(await served.endedBy(signal)).toMatchObject({
        exitCode: 0,
        text: expect.stringMatching(/\nstopped\n$/),
        errors: "",
      });
    });

    it("injects a fault, counts it, says it, and leaves evidence where that is asked for", async () => {
      const cli = new BuiltCli(node);
      const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1" };
      const served = new Served(node, cli, ["--port", "0", "--inject", "orphan_order"], env);
      const address = await served.address();
      await served.said(/MISMATCH orphan_order: .*\n(.*\n)*evidence: /);
      const text = await (await fetch(`${address}/metrics`)).text();
      expect(text).toContain('_mismatches_total{rule="orphan_order"} 1\n');
      const [name] = readdirSync(cli.at(".artifacts/account_sync"));
      const mismatches = readFileSync(
        cli.at(".artifacts/account_sync", name ?? "", "mismatches.json"),
        "utf8",
      );
      expect(JSON.parse(mismatches)).toMatchObject([{ rule: "orphan_order" }]);
    });

    it("leaves no evidence where that is not asked for", async () => {
      const cli = new BuiltCli(node);
      const served = new Served(node, cli, ["--port", "0", "--inject", "negative_qty"]);
      await served.said(/mismatches: 1\n/);
      await served.endedBy("SIGTERM");
      expect(existsSync(cli.at(".artifacts"))).toBe(false);
    });

    it("says in one line that the port is taken", async () => {
      const cli = new BuiltCli(node);
      const { port } = new URL(await new Served(node, cli, ["--port", "0"]).address());
      const { exitCode, stdout, stderr } = cli.run(["serve", "--port", port]);
      expect({ exitCode, stdout, stderr }).toEqual({
        exitCode: 2,
        stdout: "",
        stderr: `account-sync-drill: serve: 127.0.0.1:${port} is taken; choose another with --port\n`,
      });
    });

    it.each([
      { args: ["--port", "65536"], says: "--port: expected at most 65535, got 65536" },
      { args: ["--port", "http"], says: "--port: expected a whole number" },
      {
        args: ["--inject", "orphan"],
        says: `--inject: expected ${MISMATCH_RULES.join(", ")}, got "orphan"`,
      },
      { args: ["--after", "3"], says: "--after says when --inject RULE is to happen" },
      { args: ["--inject", "orphan_order", "--after", "-1"], says: "--after: a value is missing" },
    ])("refuses $args in one line", ({ args, says }) => {
      const { exitCode, stderr } = new BuiltCli(node).run(["serve", ...args]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringMatching(/^[^\n]+\n$/) });
      expect(stderr).toContain(says);
    });
  });
});
