import { basename, dirname } from "node:path";

/** Something that happened to the disk, in the order in which it ended; of a rename, both paths. */
export interface DiskEvent {
  readonly what: "make" | "write" | "sync" | "rename";
  readonly path: string;
  readonly to?: string;
}

/**
 * What is wrong with the order in which one run's evidence reached the disk. It has to be: a hidden directory is made,
 * the files are written in there, each is synced, the directory is synced, renamed, and its parent is synced.
 */
export function orderFaults(events: readonly DiskEvent[], kind: string): string[] {
  const made = events.findIndex(({ what, path }) => what === "make" && isHiddenIn(kind, path));
  const staging = events[made]?.path ?? "";
  const renamed = events.findIndex(({ what, path }) => what === "rename" && path === staging);
  const { to: named = "" } = events[renamed] ?? {};
  if (made < 0 || dirname(named) !== kind || isHiddenIn(kind, named)) {
    return ["no hidden directory was made, then renamed to one that is not hidden"];
  }
  const written = events.flatMap(({ what, path }, at) =>
    what === "write" && path.startsWith(`${kind}/`) ? [{ path, at }] : [],
  );
  const last = Math.max(made, ...written.map(({ at }) => at));
  return [
    ...(written.length === 0 ? ["nothing was written"] : []),
    ...written
      .filter(({ path, at }) => dirname(path) !== staging || at > renamed)
      .map(({ path }) => `${path} was not written in hiding`),
    ...written
      .filter(({ path, at }) => !isMovedAway(events, path) && !isSynced(events, path, at, renamed))
      .map(({ path }) => `${path} was not synced before the rename`),
    ...(isSynced(events, staging, last, renamed) ? [] : ["the directory was not synced before the rename"]),
    ...(isSynced(events, kind, renamed, events.length) ? [] : ["its parent was not synced after the rename"]),
  ];
}

// The .gitignore is written in hiding too, and belongs elsewhere.
function isMovedAway(events: readonly DiskEvent[], path: string): boolean {
  return events.some((event) => event.what === "rename" && event.path === path);
}

function isSynced(events: readonly DiskEvent[], path: string, after: number, before: number): boolean {
  return events.some(
    (event, at) => event.what === "sync" && event.path === path && at > after && at < before,
  );
}

function isHiddenIn(directory: string, path: string): boolean {
  return dirname(path) === directory && basename(path).startsWith(".");
}
