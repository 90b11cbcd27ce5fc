import { type CommentState, hasMarker, isNewer, readState } from "../../report/comment-marker.js";
import type { GitHubApi, OwnComment } from "./github-api.js";

/** What is to stand in the comment, and whose it is. */
export interface StickyComment {
  readonly marker: string;
  readonly state: CommentState;
  /** Renders the whole body, knowing what the last comment of this marker remembered. */
  readonly render: (previous: CommentState | null) => string;
}

/** What became of it. `superseded`: a newer run had its say already, so nothing was written. */
export type StickyOutcome =
  | { readonly kind: "created" | "updated"; readonly url: string }
  | { readonly kind: "superseded"; readonly url: string };

const MOST_ROUNDS = 6;

/**
 * Leaves exactly one comment of this marker, also where runs race: look, write, and look again until a look finds
 * it as it should be. The lowest id wins, the winner is updated, and the surplus is deleted. A comment of a newer
 * run is never overwritten; a minimised one is left alone; one that vanishes meanwhile is made again.
 *
 * GitHub cannot update a comment only where it is unchanged. So an older run may overwrite a newer one between its
 * look and its write; these two are kept close together, and the newer run's last look, some time after its own write
 * (look-pace.ts), sees that and puts it right.
 *
 * @throws whatever a call rejects with, and an Error where the comment changes or vanishes again and again.
 */
export async function upsertStickyComment(
  github: GitHubApi,
  pullRequest: number,
  sticky: StickyComment,
): Promise<StickyOutcome> {
  let written: "created" | "updated" | null = null;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const marked = await findMarked(github, pullRequest, sticky.marker);
    const [winner, ...surplus] = marked;
    if (winner === undefined) {
      await github.createComment(pullRequest, sticky.render(null));
      written = "created";
      continue;
    }
    const settled = settledAs(marked, winner, sticky, written);
    if (settled !== null) {
      await deleteSurplus(github, surplus, sticky.state);
      return { kind: settled, url: winner.url };
    }
    const updated = await github.updateComment(winner.id, sticky.render(rememberedBefore(winner, sticky)));
    if (updated !== null) written ??= "updated";
  }
  throw new Error("the comment changed or vanished each time that it was written");
}

/** What this run has come to, or null where the winner has yet to be written. */
function settledAs(
  marked: readonly OwnComment[],
  winner: OwnComment,
  sticky: StickyComment,
  written: "created" | "updated" | null,
): StickyOutcome["kind"] | null {
  if (marked.some((comment) => isOfNewerRun(comment, sticky.state))) return "superseded";
  const isOurs = isOfThisRun(winner, sticky.state);
  if (isOurs && (written !== null || winner.body === sticky.render(null))) return written ?? "updated";
  return null;
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
  return remembered !== null && !isNewer(state, remembered) && !isNewer(remembered, state);
}

function isOfNewerRun({ body }: OwnComment, state: CommentState): boolean {
  const remembered = readState(body);
  return remembered !== null && isNewer(remembered, state);
}
