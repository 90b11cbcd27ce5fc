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

/** Starts a deadline of so many seconds. */
export function startDeadline(seconds: number): Deadline {
  const whole = startTimer(seconds);
  const half = startTimer(seconds / 2);
  return {
    signal: whole.signal,
    within: whole.within,
    withinHalf: half.within,
    clear: () => {
      whole.clear();
      half.clear();
    },
  };
}

function startTimer(seconds: number): Omit<Deadline, "withinHalf"> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), seconds * 1000);
  const { signal } = controller;
  return {
    signal,
    within: (what, work) =>
      Promise.race([work, rejectWhenAborted(signal, `${what}: no answer within ${seconds} s`)]),
    clear: () => clearTimeout(timer),
  };
}

function rejectWhenAborted(signal: AbortSignal, message: string): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new Error(message));
    if (signal.aborted) fail();
    else signal.addEventListener("abort", fail, { once: true });
  });
}
