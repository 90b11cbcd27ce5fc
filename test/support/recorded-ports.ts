import * as fs from "node:fs";
import type { ActionPorts } from "../../src/action/run.js";
import type { Deadline } from "../../src/action/runner/deadline.js";
import type { ActionOutputs } from "../../src/action/runner/outputs.js";
import { CommentThread } from "./comment-thread.js";
import { STARTED_AT } from "./fire-drill-run.js";

/** A deadline that never comes. */
const NO_DEADLINE: Deadline = {
  signal: new AbortController().signal,
  within: (_what, work) => work,
  withinHalf: (_what, work) => work,
  clear: () => {},
};

/** A deadline that comes when nothing moves any more, so that no slow machine brings it early. */
export function idleDeadline(): Deadline {
  const within = <T>(what: string, work: Promise<T>) =>
    Promise.race([work, failWhenIdle(`${what}: no answer within a while`)]);
  return { ...NO_DEADLINE, within, withinHalf: within };
}

const IDLE_TURNS = 50;

async function failWhenIdle(message: string): Promise<never> {
  for (let turn = 0; turn < IDLE_TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
  throw new Error(message);
}

/** Ports that note what goes through them, to a runner and to services that work. */
export class RecordedPorts {
  /** What happened, in its order, each in a word. */
  readonly events: string[] = [];
  readonly outputs: Record<string, string> = {};
  readonly warnings: string[] = [];
  readonly notes: string[] = [];
  readonly logs: string[] = [];
  readonly annotations: { title: string; message: string }[] = [];
  readonly summaries: string[] = [];
  readonly uploads: { name: string; directory: string; retentionDays: number | null }[] = [];
  readonly thread = new CommentThread();

  /** The ports; `different` says which of them do something else, after they were noted. */
  ports(different: Partial<ActionPorts> = {}): ActionPorts {
    const ports = this.#working();
    return {
      ...ports,
      ...different,
      writeSummary: this.#noted("summary", different.writeSummary ?? ports.writeSummary),
      upload: this.#noted("upload", different.upload ?? ports.upload),
      openGitHub: this.#noted("open GitHub", different.openGitHub ?? ports.openGitHub),
    };
  }

  #working(): ActionPorts {
    return {
      legId: "leg1",
      proxyAdvice: null,
      untilStopped: (work) => work(new Promise(() => {})),
      drill: {
        fs,
        clock: () => STARTED_AT,
        askGit: async () => ({ kind: "no_repository" }),
        testRules: async () => null,
      },
      deadline: NO_DEADLINE,
      setOutputs: (outputs: ActionOutputs) => {
        this.events.push(`outputs: ${Object.keys(outputs).join(" ")}`);
        Object.assign(this.outputs, outputs);
      },
      log: this.#noted("log", (text: string) => this.logs.push(text)),
      annotate: this.#noted("annotate", (title: string, message: string) =>
        this.annotations.push({ title, message }),
      ),
      warn: this.#noted("warn", (message: string) => this.warnings.push(message)),
      note: this.#noted("note", (message: string) => this.notes.push(message)),
      writeSummary: async (markdown) => {
        this.summaries.push(markdown);
      },
      upload: async (name, directory, retentionDays) => {
        this.uploads.push({ name, directory, retentionDays });
        return { name, id: "7", digest: "d".repeat(64) };
      },
      openGitHub: async () =>
        this.thread.connect((call) => {
          this.events.push(call);
        }),
    };
  }

  #noted<A extends readonly unknown[], R>(event: string, work: (...args: A) => R): (...args: A) => R {
    return (...args) => {
      this.events.push(event);
      return work(...args);
    };
  }
}
