import { dirname, join } from "node:path";
import type { FileSystem } from "./file-system.js";

const OWN_ENTRIES = new Set([".gitignore", "account_sync", "account_sync_fire_drill"]);

/**
 * Makes `<artifactDir>/<kind>` and the `.gitignore` of `*` that keeps evidence out of `git status`.
 *
 * The file goes to the top of the artifact directory (contract, section 6) unless that directory also holds
 * things that are not evidence: there it would hide the user's own new files, so it goes one level down. A
 * `.gitignore` that is already there is left as it is; the drill's guard check looks at what git really says.
 *
 * @returns the path of `<artifactDir>/<kind>`.
 */
export function prepareArtifactRoot(fs: FileSystem, artifactDir: string, kind: string): string {
  const directory = join(artifactDir, kind);
  makeDirectories(fs, directory);
  const isOursAlone = fs.readdirSync(artifactDir).every((name) => OWN_ENTRIES.has(name));
  const ignoreFile = join(isOursAlone ? artifactDir : directory, ".gitignore");
  if (!fs.existsSync(ignoreFile)) writeWhole(fs, ignoreFile, "*\n");
  return directory;
}

// Not mkdirSync's `recursive`: it never ends where the system answers ENOENT below a directory that exists (procfs).
function makeDirectories(fs: FileSystem, directory: string): void {
  const above = dirname(directory);
  if (isDirectory(fs, directory)) return;
  if (above !== directory) makeDirectories(fs, above);
  try {
    fs.mkdirSync(directory);
  } catch (error) {
    if (!isDirectory(fs, directory)) throw error;
  }
}

function isDirectory(fs: FileSystem, path: string): boolean {
  return fs.existsSync(`${path}/.`);
}

// A torn .gitignore would be taken for the user's own from then on.
function writeWhole(fs: FileSystem, path: string, text: string): void {
  try {
    fs.writeFileSync(path, text);
  } catch (error) {
    fs.rmSync(path, { force: true });
    throw error;
  }
}
