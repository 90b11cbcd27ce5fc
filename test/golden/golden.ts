import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import type { CliRun } from "../support/run-cli.js";

const TIMESTAMP_NAME = /\b[0-9]{8}T[0-9]{6}Z(?:-[0-9]+)?\b/g;
const FILES_THAT_SAY_IT = new Set(["summary.txt", "results.json"]);

/** A run as one text: the command, what it said on either stream, its exit code. */
export function transcriptOf(command: string, { stdout, stderr, exitCode }: CliRun): string {
  const errors = stderr.replace(/^(?=.)/gm, "stderr: ");
  return `$ ${command}\n${stdout}${errors}exit code ${exitCode}\n`;
}

/** Two things change with every run: the name of the evidence directory, and the checksum of a file that says it. */
export function withoutTheMoment(text: string): string {
  return text
    .replace(TIMESTAMP_NAME, "<TIMESTAMP>")
    .replace(/^( *)[0-9a-f]{64}( {2}(.+))$/gm, (line, indent, rest, name) =>
      FILES_THAT_SAY_IT.has(name) ? `${indent}<SHA256>${rest}` : line,
    );
}

/**
 * Holds a text against `test/golden/<name>`. With REWRITE_GOLDEN=1 the file is written anew and the test fails all
 * the same, so that nothing passes unread.
 */
export function expectGolden(name: string, text: string): void {
  const file = new URL(name, import.meta.url);
  if (process.env.REWRITE_GOLDEN === "1") {
    writeFileSync(file, text);
    throw new Error(`${name} was written anew: read its diff, then run without REWRITE_GOLDEN`);
  }
  expect(text).toBe(readFileSync(file, "utf8"));
}
