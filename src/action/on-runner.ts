import { randomUUID } from "node:crypto";
import * as fs from "node:fs";
import * as http from "node:http";
import { error, getInput, info, notice, setFailed, setOutput, summary, warning } from "@actions/core";
import { messageOf } from "../errors.js";
import { askGitWith } from "../fire-drill/git-status.js";
import { StopSignals } from "../fire-drill/stop-signals.js";
import type { DrillSubject } from "../fire-drill/subject.js";
import { VerdictGuard } from "../fire-drill/verdict-guard.js";
import { testRulesWith } from "../rules/promtool.js";
import { printable } from "../syncer/printable.js";
import { TOOL_VERSION } from "../tool-version.js";
import { type ActionPorts, run } from "./run.js";
import { type ActionContext, readContext } from "./runner/context.js";
import { type Deadline, startDeadline } from "./runner/deadline.js";
import { withoutToken } from "./runner/hidden-token.js";
import { type ActionInputs, parseInputs } from "./runner/inputs.js";
import { useProxy } from "./runner/proxy.js";

const FAILED = 1;
// Exit code 3, as the command's (contract, section 7).
const WITHOUT_A_VERDICT = 3;

/** Runs the action in this process: reads what the runner set, tells the runner what came of it, and ends. */
export async function actOnRunner(
  given: DrillSubject | ((inputs: ActionInputs) => Promise<DrillSubject>),
): Promise<void> {
  const hide = (text: string) => withoutToken(text, getInput("github-token"));
  const guard = new VerdictGuard(process, WITHOUT_A_VERDICT, (why) => error(hide(why)));
  const fail = (why: string) => {
    setFailed(hide(why));
    guard.settle(FAILED);
  };
  try {
    const inputs = parseInputs((name) => getInput(name));
    const subject = typeof given === "function" ? await given(inputs) : given;
    const context = readContext(process.env, (path) => fs.readFileSync(path, "utf8"));
    const deadline = startDeadline(inputs.reportingTimeout);
    const failure = await run(subject, inputs, context, portsFor(inputs, context, deadline, hide));
    deadline.clear();
    // Why it fails is annotated already: GitHub keeps ten annotations of a step, and the verdict is to be the first.
    if (failure !== null) logAsItIs(hide(failure));
    guard.settle(failure === null ? 0 : FAILED);
  } catch (thrown) {
    fail(printable(messageOf(thrown)));
  }
  // A service that never answers leaves a socket open: nothing is left to do, so nothing but the log is waited for.
  process.stdout.write("", () => process.exit());
}

function portsFor(
  inputs: ActionInputs,
  context: ActionContext,
  deadline: Deadline,
  hide: (text: string) => string,
): ActionPorts {
  return {
    legId: randomUUID().slice(0, 8),
    proxyAdvice: useProxy(Reflect.get(http, "setGlobalProxyFromEnv"), process.env),
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
        warning(hide(`no outputs: ${printable(messageOf(thrown))}`));
      }
    },
    log: (text) => logAsItIs(hide(text)),
    annotate: (title, message) => error(hide(message), { title: hide(title) }),
    warn: (message) => warning(hide(message)),
    note: (message) => notice(hide(message)),
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
