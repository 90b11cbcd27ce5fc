import { type CommentState, readState, renderState } from "./comment-marker.js";
import { MOST_LEGS, type RunLeg, type RunLegs, renderLegs } from "./run-legs.js";

/** What one drill wants to stand in the comment that it shares with others of its run. */
export interface OwnPart {
  readonly marker: string;
  readonly state: CommentState;
  readonly id: string;
  readonly leg: RunLeg;
  /** The comment without its first two lines and without the other legs. */
  readonly main: string;
  /** The page of the run; null where there is none. */
  readonly runUrl: string | null;
}

/** How many bytes of a comment {@link OwnPart.main} leaves to the legs, in its state and as a list. */
export const BYTES_FOR_LEGS = 24 * 1024;

const START = "<!-- account-sync-drill-legs -->";
const END = "<!-- account-sync-drill-legs-end -->";

/** What a comment of the same run says: its legs, and the one whose report stands in it. */
interface FoundPart {
  readonly legs: RunLegs;
  readonly lead: RunLeg | undefined;
  readonly state: CommentState | null;
  readonly main: string;
}

/**
 * The whole comment: every leg that was found or is one's own, and the report of one of them, of a failed one where
 * there is one. So a red report is never replaced by a green one.
 *
 * @param bodies the comments of this run and attempt that stand there, the one that is to stay first.
 */
export function shareComment(own: OwnPart, bodies: readonly string[]): string {
  const found = bodies.map(readPart);
  const legs = allLegs(own, found);
  const lead = found.find((part) => part.lead?.result === "failed") ?? leadAmongGreen(own, found);
  const { drills, lead: leadId = own.id } = lead?.state ?? own.state;
  const state = { ...own.state, drills, lead: leadId, legs };
  const list = renderLegs(legs, own.runUrl);
  return `${own.marker}\n${renderState(state)}\n${withList(lead?.main ?? own.main, list)}`;
}

/** Whether a comment says all that {@link shareComment} would have it say. */
export function isShared(own: OwnPart, body: string, bodies: readonly string[]): boolean {
  const { legs, lead } = readPart(body);
  const wanted = allLegs(own, bodies.map(readPart));
  const isRed = Object.values(wanted).some(({ result }) => result === "failed");
  return Object.keys(wanted).every((id) => Object.hasOwn(legs, id)) && (!isRed || lead?.result === "failed");
}

/** Whether this very leg stands in a comment. */
export function isToldIn({ id }: OwnPart, body: string): boolean {
  return Object.hasOwn(readPart(body).legs, id);
}

/** Whether no other leg stands in a comment. */
export function isAlone(body: string): boolean {
  return Object.keys(readPart(body).legs).length < 2;
}

// Undefined: one's own.
function leadAmongGreen({ leg }: OwnPart, found: readonly FoundPart[]): FoundPart | undefined {
  return leg.result === "failed" ? undefined : found.find((part) => part.lead !== undefined);
}

function allLegs({ id, leg }: OwnPart, found: readonly FoundPart[]): RunLegs {
  const others: RunLegs = Object.assign({}, ...found.map(({ legs }) => legs));
  const isFull = Object.keys(others).length >= MOST_LEGS;
  const all = Object.entries(isFull ? others : { ...others, [id]: leg });
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readPart(body: string): FoundPart {
  const state = readState(body);
  const legs = state?.legs ?? {};
  const [, , ...lines] = body.split(/\r?\n/);
  const [start, end] = [lines.indexOf(START), lines.indexOf(END)];
  if (start !== -1 && end > start) lines.splice(start, end - start + 2);
  return { legs, lead: legs[state?.lead ?? ""], state, main: lines.join("\n") };
}

// Below what leads the report, which is the verdict.
function withList(main: string, list: string): string {
  if (list === "") return main;
  const at = main.indexOf("\n\n");
  const [head, rest] = at === -1 ? [main, ""] : [main.slice(0, at), main.slice(at + 2)];
  return `${head}\n\n${START}\n${list}\n${END}\n\n${rest}`;
}
