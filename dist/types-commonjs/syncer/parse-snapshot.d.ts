import { type AccountSnapshot } from "./snapshot.js";
export declare function parseSnapshot(value: unknown): AccountSnapshot;
export declare function loadSnapshot(text: string): AccountSnapshot;
export declare function parseJson(text: string): unknown;
export declare function refuseProblems(problems: readonly string[]): void;
