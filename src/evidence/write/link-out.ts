import { isAbsolute, join, relative, resolve, sep } from "node:path";
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
export function findLinkOut(fs: FileSystem, workspace: string, place: string): LinkOut | null {
  const root = resolvedPath(workspace);
  const end = resolvedPath(place);
  if (root === null || end === null || !isWithin(root, end)) return null;
  const realRoot = fs.realpathSync(root);
  let here = root;
  for (const part of relative(root, end).split(sep)) {
    here = join(here, part);
    const target = realPathOf(fs, here);
    if (target === null) return null;
    if (!isWithin(realRoot, target)) return { link: relative(root, here), target };
  }
  return null;
}

/** @throws Error that names the link, where {@link findLinkOut} finds one. */
export function refuseLinkOut(fs: FileSystem, workspace: string, place: string): void {
  const found = findLinkOut(fs, workspace, place);
  if (found === null) return;
  throw new Error(`${found.link} is a link that leads out of the workspace, to ${found.target}`);
}

// A working directory that was removed, which nothing can be resolved against, holds no link.
function resolvedPath(path: string): string | null {
  try {
    return resolve(path);
  } catch {
    return null;
  }
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

// What is not there cannot lead anywhere, and a directory is never made through a link to nowhere.
function realPathOf(fs: FileSystem, path: string): string | null {
  try {
    return fs.realpathSync(path);
  } catch {
    return null;
  }
}
