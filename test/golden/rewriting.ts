import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { sha256 } from "../../src/evidence/checksums.js";
import type { Rewrite } from "./rewrite.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The directory in which `npm run golden` collects what is to be written; missing in every other run. */
    rewrites?: string;
  }
}

/** Whether this run is `npm run golden`, in which nothing is held against the files but everything noted. */
export function isRewriting(): boolean {
  return inject("rewrites") !== undefined;
}

/** Notes what a file has to say. Test files run beside each other, so none of them writes it. */
export function noteRewrite(rewrite: Rewrite): void {
  const text = JSON.stringify(rewrite);
  writeFileSync(join(inject("rewrites") ?? "", `${sha256(text)}.json`), text);
}
