import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type StickyComment, upsertStickyComment } from "../../../src/action/reporting/sticky-comment.js";
import { readState } from "../../../src/report/comment-marker.js";
import { CommentThread } from "../../support/comment-thread.js";
import { everyInterleaving, type Turn } from "../../support/interleavings.js";
import { bodyOf, stickyOf } from "../../support/sticky-run.js";

/** One call of one run, in the order in which the calls took effect. */
interface Step {
  readonly sticky: StickyComment;
  readonly call: string;
}

/** A thread, runs that race for its comment, and the steps they took. */
class Race {
  readonly thread = new CommentThread();
  readonly steps: Step[] = [];
  readonly ended: Promise<unknown>;

  constructor(bodies: readonly string[], runs: readonly StickyComment[], turn: Turn) {
    for (const body of bodies) this.thread.add(body);
    this.ended = Promise.all(runs.map((sticky) => this.#upsert(sticky, turn)));
  }

  #upsert(sticky: StickyComment, turn: Turn) {
    const github = this.thread.connect(async (call) => {
      await turn();
      this.steps.push({ sticky, call });
    });
    return upsertStickyComment(github, 7, sticky);
  }

  /** The run whose comment is left, where exactly one is. */
  get left(): number | string {
    const { bodies } = this.thread;
    const [body = ""] = bodies;
    return bodies.length === 1 ? (readState(body)?.runId ?? "unreadable") : `${bodies.length} comments`;
  }

  /** Whether an older run wrote after this one's last look: GitHub has no way to prevent that. */
  wasOverwritten(sticky: StickyComment): boolean {
    const lastLook = this.steps.findLastIndex(
      (step) => step.sticky === sticky && step.call === "ownComments",
    );
    return this.steps.slice(lastLook).some((step) => step.sticky !== sticky && step.call === "updateComment");
  }
}

const OLD = bodyOf(stickyOf(1).state);
const STARTS = [
  { name: "an empty thread", bodies: [] },
  { name: "an older run's comment", bodies: [OLD] },
  { name: "two of an older run's comments", bodies: [OLD, OLD] },
];

describe("two runs that race", () => {
  it.each(STARTS)("leave one comment in every order of their calls, on $name", async ({ bodies }) => {
    const [older, newer] = [stickyOf(2), stickyOf(3)];
    const left = new Map<number | string, number>();
    const orders = await everyInterleaving(
      (turn) => {
        const state = new Race(bodies, [older, newer], turn);
        return { state, ended: state.ended };
      },
      (race) => {
        left.set(race.left, (left.get(race.left) ?? 0) + 1);
        expect(race.left === 3 || (race.left === 2 && race.wasOverwritten(newer))).toBe(true);
      },
    );
    expect(orders).toBeGreaterThan(20);
    expect(left.get(3) ?? 0).toBeGreaterThan(0.8 * orders);
  });

  it.each(STARTS)(
    "leave one comment also where they are of one run and key, on $name",
    async ({ bodies }) => {
      await everyInterleaving(
        (turn) => {
          const state = new Race(bodies, [stickyOf(2), stickyOf(2)], turn);
          return { state, ended: state.ended };
        },
        (race) => expect(race.left).toBe(2),
      );
    },
  );
});

describe("many runs that race", () => {
  it("leave one comment, the newest one's unless an older wrote after its last look", async () => {
    const start = fc.constantFrom(...STARTS.map(({ bodies }) => bodies));
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        start,
        fc.integer({ min: 3, max: 5 }),
        async (scheduler, bodies, count) => {
          const runs = Array.from({ length: count }, (_, index) => stickyOf(index + 2));
          const race = new Race(bodies, runs, () => scheduler.schedule(Promise.resolve()));
          await scheduler.waitFor(race.ended);
          const newest = runs.at(-1);
          const isOverwritten = newest !== undefined && race.wasOverwritten(newest);
          expect(race.left === count + 1 || (isOverwritten && typeof race.left === "number")).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
