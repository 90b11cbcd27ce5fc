import type { FileSystem } from "../evidence/file-system.js";
import type { AskGit } from "../fire-drill/artifact-guard.js";
import type { UntilStopped } from "../fire-drill/stop-signals.js";
import type { ProgramPorts } from "../protocol/program.js";
import type { TestRules } from "../rules/promtool.js";
import type { Clock } from "../syncer/sync-result.js";

/** Everything that the command reads of its surroundings, and where it writes; made in `main.ts` alone. */
export interface Outside {
  /** The arguments after the program's name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How this very program was started, for the commands that a message proposes. */
  readonly program: string;
  /** The directory of this package, where its adapters are; asked for only where they are wanted. */
  readonly packageDir: () => string;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Lines of standard input as they are typed; asked for only where somebody may type. */
  readonly readLines: () => TypedLines;
  readonly fs: FileSystem;
  readonly clock: Clock;
  readonly askGit: AskGit;
  /** What a drilled program needs; asked for only where there is one. */
  readonly programPorts: () => ProgramPorts;
  readonly testRules: TestRules;
  readonly untilStopped: UntilStopped;
}

/** What somebody types, line by line. */
export interface TypedLines {
  /** The next line; null at the end. */
  readonly next: () => Promise<string | null>;
  readonly close: () => void;
}

/** A place to write text to. */
export interface Stream {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
}
