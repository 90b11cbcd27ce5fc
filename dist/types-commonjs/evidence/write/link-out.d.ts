import type { FileSystem } from "../file-system.js";
export interface LinkOut {
    readonly link: string;
    readonly target: string;
}
export declare function findLinkOut(fs: FileSystem, workspace: string, place: string): LinkOut | null;
export declare function refuseLinkOut(fs: FileSystem, workspace: string, place: string): void;
