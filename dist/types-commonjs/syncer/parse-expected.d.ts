import type { Known } from "./known.js";
export declare function parseExpected(value: unknown): Known;
