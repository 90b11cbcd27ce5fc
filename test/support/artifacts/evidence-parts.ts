import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writtenEvidence } from "../evidence-directory.js";
import type { ZipPart } from "./zip-writer.js";

/** What evidence holds, as the parts of a zip. */
export async function evidenceParts(): Promise<ZipPart[]> {
  const directory = await writtenEvidence();
  return readdirSync(directory).map((name) => ({ name, content: readFileSync(join(directory, name)) }));
}

/** The parts, the one of this name changed. */
export function withChanged(parts: readonly ZipPart[], name: string, change: Partial<ZipPart>): ZipPart[] {
  return parts.map((part) => (part.name === name ? { ...part, ...change } : part));
}
