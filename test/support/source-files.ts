import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../src", import.meta.url));
const IMPORT = /\b(?:import|export)\b[^;"']*?\bfrom\s+["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;

export interface SourceFile {
  /** Below src, with forward slashes. */
  readonly path: string;
  readonly folder: string;
  /** Without comments. */
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

/** Every TypeScript file of src but declarations. */
export function sourceFiles(): SourceFile[] {
  const paths = readdirSync(ROOT, { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      const lines = text.trimEnd().split("\n").length;
      return { path, folder: folderOf(path), text: withoutComments(text), lines, imports: importsOf(text) };
    });
}

/** The first folder below src, or the name of a file that lies in none. */
export function folderOf(path: string): string {
  return path.split("/")[0] ?? path;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** What a module imports and exports from, as written. */
export function importsOf(text: string): string[] {
  return [...withoutComments(text).matchAll(IMPORT)].map(([, from, bare]) => from ?? bare ?? "");
}

/** The imported file below src, or undefined for a package or a file outside src. */
export function importedFile(importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const path = posix.join(dirname(importer), specifier);
  return path.startsWith("..") ? undefined : path.replace(/\.js$/, ".ts");
}

/** The first cycle of imports that is found: its files, the first one again at the end. */
export function findCycle(files: readonly SourceFile[]): string[] {
  const targets = new Map(
    files.map(({ path, imports }) => [path, imports.flatMap((name) => importedFile(path, name) ?? [])]),
  );
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    const cycle = (targets.get(path) ?? [])
      .map((next) => visit(next, [...trail, path]))
      .find((found) => found.length > 0);
    done.add(path);
    return cycle ?? [];
  };
  return files.map(({ path }) => visit(path, [])).find((found) => found.length > 0) ?? [];
}
