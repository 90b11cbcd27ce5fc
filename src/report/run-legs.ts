import { isRecord } from "../syncer/field-reader.js";
import { codeSpan, shortened } from "./markdown-text.js";

/**
 * What one drill of a run has to say in a comment that several of the same run share: the legs of a matrix that calls a
 * reusable workflow cannot be told apart by anything that a runner tells them.
 */
export interface RunLeg {
  readonly result: "passed" | "failed";
  readonly passed: number;
  readonly total: number;
  /** Of the uploaded evidence; empty where there is none. */
  readonly artifactId: string;
  /** Who was drilled. */
  readonly drilled: string;
}

/** The legs of one run and attempt, each by an id that its process made up. */
export type RunLegs = Readonly<Record<string, RunLeg>>;

/** GitHub starts at most 256 jobs for a matrix. */
export const MOST_LEGS = 300;
const MOST_NAMED = 60;
const MOST_SHOWN = 20;
const MOST_CHARACTERS = 40;
const ID = /^[0-9a-z]{1,16}$/;

/** As text in JSON; of very many legs without who was drilled, so that they have room in a comment. */
export function packLegs(legs: RunLegs): unknown {
  const entries = Object.entries(legs);
  const mayBeNamed = entries.length <= MOST_NAMED;
  return Object.fromEntries(
    entries.map(([id, { result, passed, total, artifactId, drilled }]) => [
      id,
      [result, passed, total, artifactId, mayBeNamed ? shortened(drilled, MOST_CHARACTERS) : ""],
    ]),
  );
}

/** Reads what {@link packLegs} gave; what is no leg is left out. */
export function unpackLegs(value: unknown): RunLegs {
  if (!isRecord(value)) return {};
  const legs = Object.entries(value).flatMap(([id, leg]) => {
    const read = Array.isArray(leg) && ID.test(id) ? readLeg(leg) : null;
    return read === null ? [] : [[id, read] as const];
  });
  return Object.fromEntries(legs.slice(0, MOST_LEGS));
}

function readLeg([result, passed, total, artifactId, drilled]: readonly unknown[]): RunLeg | null {
  if (result !== "passed" && result !== "failed") return null;
  if (!isCount(passed) || !isCount(total)) return null;
  if (typeof artifactId !== "string" || !/^[0-9]{0,20}$/.test(artifactId)) return null;
  return { result, passed, total, artifactId, drilled: typeof drilled === "string" ? drilled : "" };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/**
 * All legs of a run as a Markdown list, the failed ones first; empty where there is but one.
 *
 * @param runUrl the page of the run, below which the artifacts are; null where there is none.
 */
export function renderLegs(legs: RunLegs, runUrl: string | null): string {
  const failed = Object.values(legs).filter(({ result }) => result === "failed");
  const passed = Object.values(legs).filter(({ result }) => result === "passed");
  const all = [...failed, ...passed];
  if (all.length < 2) return "";
  const more = all.length - MOST_SHOWN;
  return [
    `**${all.length} drills of this run: ${failed.length} failed, ${passed.length} passed**`,
    "",
    ...all.slice(0, MOST_SHOWN).map((leg) => legLine(leg, runUrl)),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join("\n");
}

function legLine({ result, passed, total, artifactId, drilled }: RunLeg, runUrl: string | null): string {
  const verdict = result === "failed" ? "**FAIL**" : "pass";
  const link = artifactId === "" || runUrl === null ? [] : [`[evidence](${runUrl}/artifacts/${artifactId})`];
  const who = drilled === "" ? [] : [codeSpan(shortened(drilled, MOST_CHARACTERS))];
  return `- ${[`${verdict} ${passed} of ${total}`, ...who, ...link].join(" · ")}`;
}
