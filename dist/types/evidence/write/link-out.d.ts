import type { FileSystem } from "../file-system.js";
/** A link on the way to a place, and what it leads to. */
export interface LinkOut {
    /** Its path below the workspace. */
    readonly link: string;
    /** The real path behind it. */
    readonly target: string;
}
/**
 * The first link between the workspace and a place in it that leads out of the workspace; null where there is none.
 * Whoever proposes a change can commit such a link, and evidence would then be written where it points. A place
 * that lies outside by its own words is its user's choice, and no link is looked for. Real paths are compared, so
 * that a workspace which itself lies behind a link is no hindrance.
 *
 * @param place absolute, or below the working directory; it need not exist.
 */
export declare function findLinkOut(fs: FileSystem, workspace: string, place: string): LinkOut | null;
/** @throws Error that names the link, where {@link findLinkOut} finds one. */
export declare function refuseLinkOut(fs: FileSystem, workspace: string, place: string): void;
