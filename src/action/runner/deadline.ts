/** What is left of the time for reporting. */
export interface Deadline {
  /** Aborts when the time is up; for clients that can be told to stop. */
  readonly signal: AbortSignal;
  /** The promise's own outcome, or a rejection that names `what` when the time is up first. */
  readonly within: <T>(what: string, work: Promise<T>) => Promise<T>;
  /** The same, with half of the time, so that one service that hangs leaves the other half to the next. */
  readonly withinHalf: <T>(what: string, work: Promise<T>) => Promise<T>;
  /** Ends the timers. */
  readonly clear: () => void;
}

/** A deadline of so many seconds, which begin where the first work is done within it: not while something is drilled. */
export function startDeadline(seconds: number): Deadline {
  const timers = [new Timer(seconds), new Timer(seconds / 2)] as const;
  const [whole, half] = timers;
  const begin = () => {
    for (const timer of timers) timer.begin();
  };
  return {
    signal: whole.signal,
    within: (what, work) => {
      begin();
      return whole.within(what, work);
    },
    withinHalf: (what, work) => {
      begin();
      return half.within(what, work);
    },
    clear: () => {
      for (const timer of timers) timer.clear();
    },
  };
}

class Timer {
  readonly #seconds: number;
  readonly #controller = new AbortController();
  #timeout: NodeJS.Timeout | null = null;
  #isCleared = false;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Begins, if it has not yet. */
  begin(): void {
    if (this.#isCleared) return;
    this.#timeout ??= setTimeout(() => this.#controller.abort(), this.#seconds * 1000);
  }

  within<T>(what: string, work: Promise<T>): Promise<T> {
    return Promise.race([
      work,
      rejectWhenAborted(this.signal, `${what}: no answer within ${this.#seconds} s`),
    ]);
  }

  clear(): void {
    this.#isCleared = true;
    clearTimeout(this.#timeout ?? undefined);
  }
}

function rejectWhenAborted(signal: AbortSignal, message: string): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new Error(message));
    if (signal.aborted) fail();
    else signal.addEventListener("abort", fail, { once: true });
  });
}
