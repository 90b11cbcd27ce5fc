import { DrillError, type DrillErrorCode } from "../errors.js";

/** What the command's exit code says (contract, section 7). */
export const EXIT = {
  /** Passed; nothing found. */
  ok: 0,
  /** The drill failed, `verify` found damage, `sync` found mismatches. */
  found: 1,
  /** Usage error or bad input. */
  badInput: 2,
  /** Could not be completed. */
  incomplete: 3,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_ERROR: Readonly<Record<DrillErrorCode, ExitCode>> = {
  usage: EXIT.badInput,
  bad_input: EXIT.badInput,
  sync_in_flight: EXIT.incomplete,
  evidence_not_written: EXIT.incomplete,
  syncer_broke_off: EXIT.incomplete,
  not_completed: EXIT.incomplete,
  interrupted: EXIT.incomplete,
};

/** The exit code for anything that was thrown. */
export function exitCodeOf(thrown: unknown): ExitCode {
  return thrown instanceof DrillError ? BY_ERROR[thrown.code] : EXIT.incomplete;
}
