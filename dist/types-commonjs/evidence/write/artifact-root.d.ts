import type { FileSystem } from "../file-system.js";
export declare function prepareArtifactRoot(fs: FileSystem, artifactDir: string, kind: string): string;
export declare function hideFromGit(fs: FileSystem, artifactDir: string, kind: string, staging: string): void;
