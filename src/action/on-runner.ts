import { randomUUID } from "node:crypto";
import * as fs from "node:fs";
import { error, getInput, info, notice, setFailed, setOutput, summary, warning } from "@actions/core";
import { messageOf } from "../errors.js";
import { askGitWith } from "../fire-drill/git-status.js";
import { StopSignals } from "../fire-drill/stop-signals.js";
import type { DrillSubject } from "../fire-drill/subject.js";
import { testRulesWith } from "../rules/promtool.js";
import { printable } from "../syncer/printable.js";
import { TOOL_VERSION } from "../tool-version.js";
import { type ActionPorts, run } from "./run.js";
import { type ActionContext, readContext } from "./runner/context.js";
import { type Deadline, startDeadline } from "./runner/deadline.js";
import { type ActionInputs, parseInputs } from "./runner/inputs.js";

/** Runs the action in this process: reads what the runner set, tells the runner what came of it, and ends. */
export async function actOnRunner(
  given: DrillSubject | ((inputs: ActionInputs) => DrillSubject),
): Promise<void> {
  try {
    const inputs = parseInputs((name) => getInput(name));
    const subject = typeof given === "function" ? given(inputs) : given;
    const context = readContext(process.env, (path) => fs.readFileSync(path, "utf8"));
    const deadline = startDeadline(inputs.reportingTimeout);
    const failure = await run(subject, inputs, context, portsFor(inputs, context, deadline));
    deadline.clear();
    if (failure !== null) setFailed(failure);
  } catch (thrown) {
    setFailed(printable(messageOf(thrown)));
  }
  // A service that never answers leaves a socket open: nothing is left to do, so nothing but the log is waited for.
  process.stdout.write("", () => process.exit());
}

function portsFor(inputs: ActionInputs, context: ActionContext, deadline: Deadline): ActionPorts {
  return {
    drill: {
      fs,
      clock: Date.now,
      askGit: askGitWith(fs, process.env),
      testRules: testRulesWith(fs, process.env),
    },
    untilStopped: new StopSignals(process).during,
    deadline,
    setOutputs: (outputs) => {
      try {
        for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
      } catch (thrown) {
        warning(`no outputs: ${printable(messageOf(thrown))}`);
      }
    },
    log: logAsItIs,
    annotate: (title, message) => error(message, { title }),
    warn: (message) => warning(message),
    note: (message) => notice(message),
    writeSummary: async (markdown) => {
      await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
    },
    openGitHub: async () => {
      const { connectGitHub } = await import("./reporting/octokit-api.js");
      return connectGitHub(
        inputs.githubToken,
        context,
        deadline.signal,
        `account-sync-drill/${TOOL_VERSION}`,
      );
    },
    upload: async (name, directory, retentionDays) => {
      const { uploadDirectory } = await import("./reporting/artifact-client.js");
      return uploadDirectory(name, directory, retentionDays);
    },
  };
}

// What a snapshot or a syncer of somebody's own says must not be taken for a command to the runner.
function logAsItIs(text: string): void {
  const token = randomUUID();
  info(`::stop-commands::${token}`);
  info(text);
  info(`::${token}::`);
}
