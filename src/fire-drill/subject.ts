import { BundledSyncer } from "../drill/bundled-syncer.js";
import { type Declared, DeclaredSyncer } from "../drill/declared-syncer.js";
import type { Drill } from "../drill/drill.js";
import type { ExpectedFailures } from "../drill/expected-failures.js";
import { drillsOf, type SuiteName } from "../drills/suites.js";
import { type OpenedSyncer, openSyncer } from "../protocol/open-syncer.js";
import type { ProgramPorts } from "../protocol/program.js";
import type { TimeLimits } from "../protocol/time-limits.js";
import type { NamedHistory } from "../replay/history.js";
import { ADVISED, AT_ONCE } from "../syncer/settling.js";
import { TOOL_VERSION } from "../tool-version.js";

/** What is to be drilled, as either door reads it. */
export interface WantedSubject extends Declared {
  /** The command or module of a syncer of the user's own; null for the bundled one. */
  readonly command: string | null;
  readonly suite: SuiteName;
  /** How the names of its metrics begin. */
  readonly prefix: string;
  readonly limits?: TimeLimits;
}

/** Which syncer is drilled, by which drills, and how to leave nothing of it behind. */
export interface DrillSubject extends OpenedSyncer {
  readonly suite: SuiteName;
  readonly drills: readonly Drill[];
  readonly prefix: string;
  readonly toolVersion: string;
  /** Replayed instead of the drills, where there are some. */
  readonly histories?: readonly NamedHistory[];
  /** Checks that may fail. */
  readonly listed?: ExpectedFailures;
}

/**
 * Opens the syncer that is to be drilled.
 *
 * @param ports asked for only where a program is to be started.
 * @throws DrillError `usage` where the command needs a shell.
 */
export function openSubject(
  { command, suite, prefix, limits, ...declared }: WantedSubject,
  ports: () => ProgramPorts,
): DrillSubject {
  const common = { suite, drills: drillsOf(suite, prefix), prefix, toolVersion: TOOL_VERSION };
  if (command !== null) {
    const opened = openSyncer(command, ports(), limits);
    return { ...common, ...opened, syncer: new DeclaredSyncer(opened.syncer, declared) };
  }
  // Days of trading have orders in flight. The other suites ask at once, as they always did.
  const settle = suite === "life" ? ADVISED : AT_ONCE;
  return { ...common, syncer: new BundledSyncer(TOOL_VERSION, prefix, settle), dispose: () => undefined };
}
