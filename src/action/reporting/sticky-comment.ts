import { type CommentState, hasMarker, isNewer, isSameRun, readState } from "../../report/comment-marker.js";
import type { GitHubApi, OwnComment } from "./github-api.js";

/** What is to stand in the comment, and whose it is. */
export interface StickyComment {
  readonly marker: string;
  readonly state: CommentState;
  /**
   * Renders the whole body, knowing what the last comment of this marker remembered, and the comments that stand there
   * of this very run and attempt, the one that is to stay first.
   */
  readonly render: (previous: CommentState | null, ofThisRun: readonly string[]) => string;
  /** Where several of one run share the comment; without it, the last of them has it alone. */
  readonly shared?: Shared;
}

/** How drills of one run share a comment. */
export interface Shared {
  /** Whether a comment tells of this drill. */
  readonly isToldIn: (body: string) => boolean;
  /** Whether a comment says all that it has to, given those that stand there of this run. */
  readonly isWhole: (body: string, ofThisRun: readonly string[]) => boolean;
  /** Whether a comment tells of this drill alone. */
  readonly isAlone: (body: string) => boolean;
  /** Waits until another that looked before now has written. */
  readonly untilOthersWrote: () => Promise<void>;
}

/** What became of it. `superseded`: a newer run had its say already, so nothing was written. */
export type StickyOutcome =
  | { readonly kind: "created" | "updated"; readonly url: string }
  | { readonly kind: "superseded"; readonly url: string };

const MOST_ROUNDS = 12;

/**
 * Leaves exactly one comment of this marker, also where runs race: look, write, and look again until a look finds
 * it as it should be. The lowest id wins, the winner is updated, and the surplus is deleted. A comment of a newer
 * run is never overwritten; a minimised one is left alone; one that vanishes meanwhile is made again.
 *
 * GitHub cannot update a comment only where it is unchanged. So an older run may overwrite a newer one between its
 * look and its write; these two are kept close together, and the newer run's last look, some time after its own write
 * (look-pace.ts), sees that and puts it right.
 *
 * Drills of one run that share a comment each add what they have to say to what they find. One whose part another has
 * overwritten says it in a comment of its own, which nobody can overwrite unseen, and takes it back once all of it
 * stands in the one, and still does a while later.
 *
 * @throws whatever a call rejects with, and an Error where the comment changes or vanishes again and again.
 */
export async function upsertStickyComment(
  github: GitHubApi,
  pullRequest: number,
  sticky: StickyComment,
): Promise<StickyOutcome> {
  let written: "created" | "updated" | null = null;
  let hasWaited = false;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const marked = await findMarked(github, pullRequest, sticky.marker);
    const [winner, ...surplus] = marked;
    const ofThisRun = marked.filter((one) => isOfThisRun(one, sticky.state)).map(({ body }) => body);
    if (winner === undefined || isOverwritten(winner, sticky, ofThisRun, written)) {
      await github.createComment(pullRequest, sticky.render(null, ofThisRun));
      written ??= "created";
      continue;
    }
    const settled = settledAs(marked, winner, sticky, ofThisRun, written);
    if (settled !== null && !hasWaited && mayBeOverwritten(winner, sticky, settled)) {
      await sticky.shared?.untilOthersWrote();
      hasWaited = true;
      continue;
    }
    if (settled !== null) {
      await deleteSurplus(github, surplus, sticky.state);
      return { kind: settled, url: winner.url };
    }
    hasWaited = false;
    const body = sticky.render(rememberedBefore(winner, sticky), ofThisRun);
    const updated = await github.updateComment(winner.id, body);
    if (updated !== null) written ??= "updated";
  }
  throw new Error("the comment changed or vanished each time that it was written");
}

/** What this run has come to, or null where the winner has yet to be written. */
function settledAs(
  marked: readonly OwnComment[],
  winner: OwnComment,
  sticky: StickyComment,
  ofThisRun: readonly string[],
  written: "created" | "updated" | null,
): StickyOutcome["kind"] | null {
  if (marked.some((comment) => isOfNewerRun(comment, sticky.state))) return "superseded";
  if (!isOfThisRun(winner, sticky.state)) return null;
  const isSaid =
    sticky.shared?.isWhole(winner.body, ofThisRun) ??
    (written !== null || winner.body === sticky.render(null, []));
  return isSaid ? (written ?? "updated") : null;
}

function mayBeOverwritten(
  { body }: OwnComment,
  { shared }: StickyComment,
  settled: StickyOutcome["kind"],
): boolean {
  return shared !== undefined && settled !== "superseded" && !shared.isAlone(body);
}

// Not by an older run: that is put right by writing it again.
function isOverwritten(
  winner: OwnComment,
  { shared, state }: StickyComment,
  ofThisRun: readonly string[],
  written: "created" | "updated" | null,
): boolean {
  if (shared === undefined || written === null || !isOfThisRun(winner, state)) return false;
  return !ofThisRun.some(shared.isToldIn);
}

// A newer run cleans up after itself: what it has just created is not ours to take away. What cannot be deleted
// now, the next run deletes.
async function deleteSurplus(
  github: GitHubApi,
  surplus: readonly OwnComment[],
  state: CommentState,
): Promise<void> {
  for (const comment of surplus) {
    if (!isOfNewerRun(comment, state)) await github.deleteComment(comment.id).catch(() => undefined);
  }
}

async function findMarked(github: GitHubApi, pullRequest: number, marker: string): Promise<OwnComment[]> {
  const comments = await github.ownComments(pullRequest);
  return comments
    .filter(({ body, isMinimized }) => !isMinimized && hasMarker(body, marker))
    .sort((a, b) => a.id - b.id);
}

/** What the run before this one left in the comment. */
function rememberedBefore(winner: OwnComment, { state }: StickyComment): CommentState | null {
  return isOfThisRun(winner, state) ? null : readState(winner.body);
}

function isOfThisRun({ body }: OwnComment, state: CommentState): boolean {
  const remembered = readState(body);
  return remembered !== null && isSameRun(remembered, state);
}

function isOfNewerRun({ body }: OwnComment, state: CommentState): boolean {
  const remembered = readState(body);
  return remembered !== null && isNewer(remembered, state);
}
