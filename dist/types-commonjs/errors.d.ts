export type DrillErrorCode = "usage" | "bad_input" | "sync_in_flight" | "evidence_not_written" | "syncer_broke_off" | "not_completed" | "interrupted";
export declare class DrillError extends Error {
    readonly name = "DrillError";
    readonly code: DrillErrorCode;
    readonly details: readonly string[];
    constructor(code: DrillErrorCode, message: string, options?: {
        cause?: unknown;
        details?: readonly string[];
    });
}
export declare function messageOf(thrown: unknown): string;
export declare function systemCodeOf(thrown: unknown): string | undefined;
