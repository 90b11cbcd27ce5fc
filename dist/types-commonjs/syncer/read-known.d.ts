import { type Known, type Told } from "./known.js";
export declare function readKnown(known: Iterable<string> | Known | null | undefined): Told;
