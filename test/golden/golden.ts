import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { CHECKOUT } from "../support/documents.js";
import type { CliRun } from "../support/run-cli.js";
import { isRewriting, noteRewrite } from "./rewriting.js";

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

/** Holds a text against `test/golden/<name>`, which `npm run golden` writes. */
export function expectGolden(name: string, text: string): void {
  expectFile(`test/golden/${name}`, text);
}

/** Holds a text against a file of the checkout, which `npm run golden` writes. */
export function expectFile(file: string, text: string): void {
  if (isRewriting()) noteRewrite({ file, whole: text });
  else expect(text).toBe(readFileSync(join(CHECKOUT, file), "utf8"));
}
