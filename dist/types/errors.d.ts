/**
 * What went wrong, as a closed set that callers can switch on.
 *
 * - `usage`: the command line or an option is wrong (exit 2)
 * - `bad_input`: a file, a snapshot or a value that was given is wrong (exit 2)
 * - `sync_in_flight`: a second `sync()` was called while one was running
 * - `evidence_not_written`: the evidence directory could not be written whole (exit 3)
 * - `syncer_broke_off`: the drilled syncer stopped answering (exit 3)
 * - `not_completed`: a server of the user's did not answer as what it was taken for, or is busy with a real alert (exit 3)
 * - `interrupted`: the run was told to stop, and left no evidence (the command ends by that signal)
 */
export type DrillErrorCode = "usage" | "bad_input" | "sync_in_flight" | "evidence_not_written" | "syncer_broke_off" | "not_completed" | "interrupted";
/**
 * The one error class of this package.
 *
 * `message` is one line that says what, where and what to do. `details` holds every single finding
 * where there are several (for instance each bad path of a snapshot); `cause` is the original error.
 */
export declare class DrillError extends Error {
    readonly name = "DrillError";
    readonly code: DrillErrorCode;
    readonly details: readonly string[];
    constructor(code: DrillErrorCode, message: string, options?: {
        cause?: unknown;
        details?: readonly string[];
    });
}
/** The message of anything that was thrown, for building a larger message around it. */
export declare function messageOf(thrown: unknown): string;
/** The system's code (`EACCES`, `ENOENT`, ...) of a thrown error, or undefined where it has none. */
export declare function systemCodeOf(thrown: unknown): string | undefined;
