import { basename } from "node:path";

const MOST_CHARACTERS = 40;

/**
 * The names that the evidence of histories goes by, made of their files': lowercase letters, digits, `_` and `-`, no two
 * alike.
 */
export function historyNames(files: readonly string[]): string[] {
  const names: string[] = [];
  for (const file of files) {
    const base = file === "-" ? "stdin" : plainName(file);
    let name = base;
    for (let number = 2; names.includes(name); number++) name = `${base}_${number}`;
    names.push(name);
  }
  return names;
}

function plainName(file: string): string {
  const name = basename(file).replace(/\.[a-z0-9]{1,8}$/i, "");
  const plain = name.toLowerCase().replace(/[^a-z0-9_-]+/g, "_");
  return plain.replace(/^_+|_+$/g, "").slice(0, MOST_CHARACTERS) || "history";
}
