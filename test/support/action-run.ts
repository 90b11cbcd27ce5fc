import { type ActionPorts, run } from "../../src/action/run.js";
import type { ActionContext } from "../../src/action/runner/context.js";
import type { ActionInputs } from "../../src/action/runner/inputs.js";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import type { DrilledSyncer } from "../../src/drill/drilled-syncer.js";
import { drillsOf } from "../../src/drills/suites.js";
import { actionContext } from "./action-context.js";
import { actionInputs } from "./action-inputs.js";
import { PREFIX } from "./fire-drill-run.js";
import { RecordedPorts } from "./recorded-ports.js";
import { temporaryDirectory } from "./temp-directory.js";

interface Given {
  readonly syncer?: DrilledSyncer;
  readonly inputs?: Partial<ActionInputs>;
  readonly context?: Partial<ActionContext>;
  readonly ports?: (recorded: RecordedPorts) => Partial<ActionPorts>;
}

/** The whole action on a pull request, in a directory of the test's own: why the step fails, and all that it did. */
export async function runAction({ syncer = new BundledSyncer("1.2.3"), inputs, context, ports }: Given = {}) {
  const recorded = new RecordedPorts();
  const drills = drillsOf("runbook", PREFIX);
  const suite = "runbook" as const;
  const subject = { suite, drills, syncer, prefix: PREFIX, toolVersion: "1.2.3", dispose: () => {} };
  const given = actionInputs({ artifactDir: temporaryDirectory(), ...inputs });
  const failure = await run(subject, given, actionContext(context), recorded.ports(ports?.(recorded)));
  return { recorded, failure };
}
