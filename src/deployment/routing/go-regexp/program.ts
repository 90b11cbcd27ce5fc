import { type CharSet, type Pattern, type PatternNode, PatternProblem, type Place } from "./syntax.js";

/** One step. Steps are numbers of places in the program; `next` is where to go on. */
export type Step =
  | { readonly kind: "char"; readonly set: CharSet; readonly next: number }
  | { readonly kind: "place"; readonly place: Place; readonly next: number }
  | { readonly kind: "save"; readonly slot: number; readonly next: number }
  | { readonly kind: "split"; readonly first: number; readonly second: number }
  | { readonly kind: "match" };

/** A pattern as steps that several threads walk at once. */
export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
  readonly groupNames: readonly (string | undefined)[];
}

const MOST_STEPS = 50_000;

/**
 * Makes the steps of a pattern, from the last to the first.
 *
 * @throws PatternProblem where they are too many.
 */
export function compileProgram({ root, groupNames }: Pattern): Program {
  const compiler = new Compiler();
  const start = compiler.compile({ kind: "group", index: 0, item: root }, compiler.add({ kind: "match" }));
  return { steps: compiler.steps, start, groupNames };
}

class Compiler {
  readonly steps: Step[] = [];

  add(step: Step): number {
    if (this.steps.length >= MOST_STEPS) throw new PatternProblem("it is too large");
    return this.steps.push(step) - 1;
  }

  /** Where the steps of a node begin, which go on at `next`. */
  compile(node: PatternNode, next: number): number {
    switch (node.kind) {
      case "char":
        return this.add({ kind: "char", set: node.set, next });
      case "place":
        return this.add({ kind: "place", place: node.place, next });
      case "sequence":
        return node.items.reduceRight((after, item) => this.compile(item, after), next);
      case "either":
        return this.#either(node.branches, next);
      case "group": {
        const end = this.add({ kind: "save", slot: 2 * node.index + 1, next });
        return this.add({ kind: "save", slot: 2 * node.index, next: this.compile(node.item, end) });
      }
      case "repeat":
        return this.#repeat(node, next);
    }
  }

  #either(branches: readonly PatternNode[], next: number): number {
    const starts = branches.map((branch) => this.compile(branch, next));
    return starts.reduceRight((second, first) => this.add({ kind: "split", first, second }));
  }

  #repeat({ item, least, most, greedy }: PatternNode & { kind: "repeat" }, next: number): number {
    const isEndless = most === Number.POSITIVE_INFINITY;
    let start = isEndless ? this.#endless(item, least, greedy, next) : next;
    for (let count = least; count < most && !isEndless; count++) {
      start = this.#choice(this.compile(item, start), next, greedy);
    }
    const copies = isEndless ? Math.max(least - 1, 0) : least;
    for (let count = 0; count < copies; count++) start = this.compile(item, start);
    return start;
  }

  /**
   * The last of the times, and any number more. "Any number" of what can be empty is made as "perhaps once or more",
   * as Go makes it: it decides what groups catch.
   */
  #endless(item: PatternNode, least: number, greedy: boolean, next: number): number {
    const loop = this.add({ kind: "match" });
    const start = this.compile(item, loop);
    this.steps[loop] = split(start, next, greedy);
    if (least > 0) return start;
    return canBeEmpty(item) ? this.#choice(start, next, greedy) : loop;
  }

  #choice(taken: number, skipped: number, greedy: boolean): number {
    return this.add(split(taken, skipped, greedy));
  }
}

function split(taken: number, skipped: number, greedy: boolean): Step {
  return greedy
    ? { kind: "split", first: taken, second: skipped }
    : { kind: "split", first: skipped, second: taken };
}

function canBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case "char":
      return false;
    case "place":
      return true;
    case "sequence":
      return node.items.every(canBeEmpty);
    case "either":
      return node.branches.some(canBeEmpty);
    case "group":
      return canBeEmpty(node.item);
    case "repeat":
      return node.least === 0 || canBeEmpty(node.item);
  }
}
