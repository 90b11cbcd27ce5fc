import type { StickyComment } from "../../src/action/reporting/sticky-comment.js";
import { type CommentState, renderMarker, renderState } from "../../src/report/comment-marker.js";

export const MARKER = renderMarker({ workflow: "CI", job: "drill", leg: null, key: null });

/** What a run has to say; the body names the run, and the run whose comment it follows. */
export function stickyOf(runId: number, runAttempt = 1): StickyComment {
  const state: CommentState = { runId, runAttempt, drills: {} };
  return { marker: MARKER, state, render: (previous) => bodyOf(state, previous) };
}

/** The comment that a run leaves where it follows another, or none. */
export function bodyOf(state: CommentState, previous: CommentState | null = null): string {
  const after = previous === null ? "the first" : `after ${nameOf(previous)}`;
  return `${MARKER}\n${renderState(state)}\n${nameOf(state)}, ${after}`;
}

function nameOf({ runId, runAttempt }: CommentState): string {
  return `run ${runId}.${runAttempt}`;
}
