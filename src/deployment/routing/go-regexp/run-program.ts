import type { Match } from "../match.js";
import { setHas } from "./char-set.js";
import type { Program, Step } from "./program.js";
import { type Standing, standsAt } from "./standing.js";

/** What the groups of a match caught, by number (0 is the whole) and by name; undefined for one that took no part. */
export interface Captures {
  readonly byNumber: readonly (string | undefined)[];
  readonly byName: ReadonlyMap<string, string | undefined>;
}

type Slots = readonly (number | undefined)[];

/** Where a thread goes on. */
interface Start {
  readonly number: number;
  readonly slots: Slots;
}

/** A thread that waits for its character. */
interface Thread {
  readonly step: Step & { kind: "char" };
  readonly slots: Slots;
}

/** So much work (steps times characters, and times groups where they catch) takes some tenths of a second at most. */
const MOST_WORK = 5_000_000;

/** What was found when the sets were told "no" in doubt, and when they were told "yes". */
interface Findings {
  readonly least: Slots | undefined;
  readonly most: Slots | undefined;
}

/** Whether there is a match: with larger sets there is one if there is one with smaller sets. */
export function matchText(program: Program, text: string): Match {
  const findings = find(program, [...text], false);
  if (findings?.least !== undefined) return "yes";
  return findings !== undefined && findings.most === undefined ? "no" : "cannot tell";
}

/** The leftmost match, and among those the one that Perl would find first, as Go does it. */
export function captureText(program: Program, text: string): Captures | Exclude<Match, "yes"> {
  const characters = [...text];
  const findings = find(program, characters, true);
  if (findings === undefined) return "cannot tell";
  const { least, most } = findings;
  if (most === undefined) return "no";
  const isCertain = program.groupNames.every(
    (_, index) => least?.[2 * index] === most[2 * index] && least?.[2 * index + 1] === most[2 * index + 1],
  );
  return isCertain ? capturesOf(most, characters, program) : "cannot tell";
}

/** Undefined where it is too much work. @param catches whether what groups catch is asked for. */
function find(program: Program, characters: readonly string[], catches: boolean): Findings | undefined {
  const work = program.steps.length * (characters.length + 1) * (catches ? program.groupNames.length : 1);
  if (work > MOST_WORK) return undefined;
  const run = new Run(program, characters, catches);
  const least = run.search(false);
  return { least, most: run.doubted ? run.search(true) : least };
}

class Run {
  readonly #program: Program;
  readonly #characters: readonly string[];
  readonly #catches: boolean;
  /** Whether a set was asked for a character that it could not tell. */
  doubted = false;
  #seen = new Set<number>();

  constructor(program: Program, characters: readonly string[], catches: boolean) {
    this.#program = program;
    this.#characters = characters;
    this.#catches = catches;
  }

  search(whenInDoubt: boolean): Slots | undefined {
    let threads: readonly Thread[] = [];
    let found: Slots | undefined;
    for (let at = 0; at <= this.#characters.length; at++) {
      const starts = threads.map(({ step, slots }) => ({ number: step.next, slots }));
      if (found === undefined) starts.push({ number: this.#program.start, slots: [] });
      const { match, waiting } = this.#advance(starts, at);
      found = match ?? found;
      threads = this.#survivors(waiting, at, whenInDoubt);
      if (found !== undefined && threads.length === 0) break;
    }
    return found;
  }

  /** Follows the threads, the preferred first, as far as they need no character; a match ends those behind it. */
  #advance(starts: readonly Start[], at: number): { match: Slots | undefined; waiting: Thread[] } {
    this.#seen = new Set();
    const waiting: Thread[] = [];
    for (const start of starts) {
      const match = this.#follow(start, { characters: this.#characters, at }, waiting);
      if (match !== undefined) return { match, waiting };
    }
    return { match: undefined, waiting };
  }

  #survivors(waiting: readonly Thread[], at: number, whenInDoubt: boolean): readonly Thread[] {
    const codePoint = this.#characters[at]?.codePointAt(0);
    if (codePoint === undefined) return [];
    return waiting.filter(({ step }) => {
      const has = setHas(step.set, codePoint);
      if (has === undefined) this.doubted = true;
      return has ?? whenInDoubt;
    });
  }

  /** Adds the threads that wait for a character; the slots where the match is reached first. */
  #follow(start: Start, standing: Standing, waiting: Thread[]): Slots | undefined {
    const open = [start];
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      const step = this.#program.steps[top.number];
      if (step === undefined || this.#seen.has(top.number)) continue;
      this.#seen.add(top.number);
      if (step.kind === "match") return top.slots;
      if (step.kind === "char") waiting.push({ step, slots: top.slots });
      else if (step.kind === "save" && !this.#catches) open.push({ number: step.next, slots: top.slots });
      else open.push(...successors(step, top.slots, standing));
    }
    return undefined;
  }
}

/** Where a step leads that takes no character; the preferred one last. */
function successors(
  step: Exclude<Step, { kind: "char" } | { kind: "match" }>,
  slots: Slots,
  standing: Standing,
): Start[] {
  switch (step.kind) {
    case "split":
      return [
        { number: step.second, slots },
        { number: step.first, slots },
      ];
    case "save": {
      const saved = [...slots];
      saved[step.slot] = standing.at;
      return [{ number: step.next, slots: saved }];
    }
    case "place":
      return standsAt(step.place, standing) ? [{ number: step.next, slots }] : [];
  }
}

function capturesOf(slots: Slots, characters: readonly string[], { groupNames }: Program): Captures {
  const byNumber = groupNames.map((_, index) => {
    const [from, to] = [slots[2 * index], slots[2 * index + 1]];
    return from === undefined || to === undefined ? undefined : characters.slice(from, to).join("");
  });
  const byName = new Map<string, string | undefined>();
  for (const [index, name] of groupNames.entries()) if (name !== undefined) byName.set(name, byNumber[index]);
  return { byNumber, byName };
}
