import { dirname, join } from "node:path";
import { systemCodeOf } from "../../errors.js";
import type { FileSystem } from "../file-system.js";

const OWN_ENTRIES = new Set([
  ".gitignore",
  "account_sync",
  "account_sync_check",
  "account_sync_fire_drill",
  "account_sync_ring",
]);
const IGNORE_FILE = ".gitignore";

/**
 * Makes `<artifactDir>/<kind>` and all above it.
 *
 * @returns its path.
 */
export function prepareArtifactRoot(fs: FileSystem, artifactDir: string, kind: string): string {
  const directory = join(artifactDir, kind);
  makeDirectories(fs, directory);
  return directory;
}

/**
 * Makes the `.gitignore` of `*` that keeps evidence out of `git status`.
 *
 * It goes to the top of the artifact directory (contract, section 6) unless that directory also holds things that
 * are not evidence: there it would hide the user's own new files, so it goes one level down. A `.gitignore` that is
 * already there, be it a link to nowhere, is left as it is; the drill's guard check looks at what git really says.
 *
 * @param staging the run's hidden directory. The file is written there first: a torn one in its place would be
 * taken for the user's own from then on.
 */
export function hideFromGit(fs: FileSystem, artifactDir: string, kind: string, staging: string): void {
  const names = fs.readdirSync(artifactDir);
  const isOursAlone = names.every((name) => OWN_ENTRIES.has(name));
  const directory = isOursAlone ? artifactDir : join(artifactDir, kind);
  const present = isOursAlone ? names : fs.readdirSync(directory);
  if (present.includes(IGNORE_FILE)) return;
  const written = join(staging, IGNORE_FILE);
  fs.writeFileSync(written, "*\n", { flag: "wx" });
  fs.renameSync(written, join(directory, IGNORE_FILE));
}

// Not mkdirSync's `recursive`: it never ends where the system answers ENOENT below a directory that exists (procfs).
function makeDirectories(fs: FileSystem, directory: string): void {
  const above = dirname(directory);
  if (isDirectory(fs, directory)) return;
  if (above !== directory) makeDirectories(fs, above);
  try {
    fs.mkdirSync(directory);
  } catch (error) {
    if (isDirectory(fs, directory)) return;
    // "It exists already" helps nobody: whether it is a file, or may not be entered, is what reading it says.
    if (systemCodeOf(error) === "EEXIST") fs.readdirSync(directory);
    throw error;
  }
}

function isDirectory(fs: FileSystem, path: string): boolean {
  return fs.existsSync(`${path}/.`);
}
