import type { FileSystem } from "../file-system.js";
/**
 * Makes `<artifactDir>/<kind>` and all above it.
 *
 * @returns its path.
 */
export declare function prepareArtifactRoot(fs: FileSystem, artifactDir: string, kind: string): string;
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
export declare function hideFromGit(fs: FileSystem, artifactDir: string, kind: string, staging: string): void;
