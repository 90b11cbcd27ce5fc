import { join } from "node:path";
import { runCli } from "../../../src/cli/run-cli.js";
import { madeOutside, type Surroundings } from "../run-cli.js";
import type { Stack, Yaml } from "./stack.js";

/** What `check` or `ring` said of a stack. */
export interface Asked {
  readonly exitCode: number;
  readonly text: string;
  readonly stderr: string;
  /** The ids of its checks, by status. */
  readonly ids: (status: "passed" | "failed" | "warned" | "skipped") => readonly string[];
  readonly results: Yaml;
}

/** What is different about asking. */
export interface AskedOtherwise extends Surroundings {
  /** How many of the Alertmanagers are named; all of them where it is not said. */
  readonly given?: number | undefined;
}

/**
 * Runs `check` or `ring` in this process against real servers.
 *
 */
export async function ask(
  stack: Stack,
  args: readonly string[],
  { given, ...different }: AskedOtherwise = {},
): Promise<Asked> {
  const env = { GRINDER_ARTIFACT_DIR: join(stack.directory, "artifacts") };
  const outside = madeOutside({ clock: Date.now, env, ...different });
  const servers = [
    "--prometheus",
    stack.prometheus,
    ...stack.alertmanagers.slice(0, given).flatMap((address) => ["--alertmanager", `http://${address}`]),
  ];
  const exitCode = await runCli({ ...outside, args: [...args, ...servers, "--json"] });
  const { stdout, stderr } = outside;
  const results: Yaml = stdout.text === "" ? { parts: [] } : JSON.parse(stdout.text);
  const checks = results.parts.flatMap((part: Yaml) => part.checks);
  return {
    exitCode,
    text: stderr.text,
    stderr: stderr.text,
    ids: (status) =>
      [
        ...new Set<string>(checks.filter((check: Yaml) => check.status === status).map(({ id }: Yaml) => id)),
      ].sort(),
    results,
  };
}
