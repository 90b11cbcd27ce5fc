import { sha256 } from "../evidence/checksums.js";
import { FieldReader, isRecord } from "../syncer/field-reader.js";
import { printable } from "../syncer/printable.js";
import type { DrillFingerprints } from "./fingerprint-change.js";
import { packLegs, type RunLegs, unpackLegs } from "./run-legs.js";

/** Whose comment it is: one sticky comment for each of these. */
export interface CommentIdentity {
  readonly workflow: string;
  readonly job: string;
  /** The matrix leg; null without a matrix. */
  readonly leg: string | null;
  /** The user's own key; null without one. */
  readonly key: string | null;
}

/** What a comment remembers of the run that wrote it. */
export interface CommentState {
  readonly runId: number;
  readonly runAttempt: number;
  readonly drills: DrillFingerprints;
  /** The drills of the run that share the comment, where they say so. */
  readonly legs?: RunLegs;
  /** The leg whose report stands in the comment. */
  readonly lead?: string;
}

const MOST_CHARACTERS = 200;
// GitHub counts the runs of all repositories together, and needs more than a month for so many; it ends a run after 35
// days, and re-runs one 50 times.
const MOST_RUNS_AHEAD = 1_000_000_000;
const MOST_ATTEMPTS = 1000;
const STATE_PREFIX = "<!-- account-sync-drill-state ";
const SUFFIX = " -->";

/** The first line of the comment: an HTML comment that no text from outside can end early. */
export function renderMarker({ workflow, job, leg, key }: CommentIdentity): string {
  const parts = [workflow, job, leg ?? "", key ?? ""].map((part) => bounded(harmless(printable(part))));
  return `<!-- account-sync-drill ${parts.join("/")}${SUFFIX}`;
}

/** The second line of the comment. */
export function renderState(state: CommentState): string {
  const legs = state.legs === undefined ? {} : { legs: packLegs(state.legs) };
  return `${STATE_PREFIX}${harmless(JSON.stringify({ ...state, ...legs }))}${SUFFIX}`;
}

/** True where the body's first line is this marker. */
export function hasMarker(body: string, marker: string): boolean {
  return firstLines(body)[0] === marker;
}

/** What the comment remembers, or null where its second line cannot be read. */
export function readState(body: string): CommentState | null {
  const line = firstLines(body)[1] ?? "";
  if (!line.startsWith(STATE_PREFIX) || !line.endsWith(SUFFIX)) return null;
  try {
    return parseState(JSON.parse(decodeURIComponent(line.slice(STATE_PREFIX.length, -SUFFIX.length))));
  } catch {
    return null;
  }
}

/**
 * Whether `a` is of a newer run than `b`, or of a later attempt of the same run. A run that cannot be is not newer:
 * otherwise whoever writes one great number into a comment of ours would keep it as it is for good.
 */
export function isNewer(a: CommentState, b: CommentState): boolean {
  if (a.runId === b.runId) return a.runAttempt > b.runAttempt && a.runAttempt <= MOST_ATTEMPTS;
  return a.runId > b.runId && a.runId <= b.runId + MOST_RUNS_AHEAD;
}

/** Whether both are of one attempt of one run. */
export function isSameRun(a: CommentState, b: CommentState): boolean {
  return a.runId === b.runId && a.runAttempt === b.runAttempt;
}

function parseState(value: unknown): CommentState | null {
  const problems: string[] = [];
  const fields = new FieldReader(value, "", problems);
  const runId = fields.timestamp("runId");
  const runAttempt = fields.timestamp("runAttempt");
  const drills = fields.raw("drills");
  if (problems.length > 0 || !isRecord(drills)) return null;
  const texts = Object.entries(drills).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const [legs, lead] = [fields.raw("legs"), fields.raw("lead")];
  return {
    runId,
    runAttempt,
    drills: Object.fromEntries(texts),
    ...(isRecord(legs) ? { legs: unpackLegs(legs) } : {}),
    ...(typeof lead === "string" ? { lead } : {}),
  };
}

// Percent-encoding leaves letters, digits and -_.!~*'(); a double hyphen could end an HTML comment.
function harmless(text: string): string {
  return encodeURIComponent(text).replace(/-/g, "%2D");
}

// A matrix can be of any size, a comment cannot.
function bounded(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : sha256(text);
}

// GitHub gives bodies back with CRLF where they were edited in the browser.
function firstLines(body: string): string[] {
  return body.split(/\r?\n/, 2);
}
