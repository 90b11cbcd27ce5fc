const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** A signal that asks a run to stop. */
export type StopSignal = (typeof SIGNALS)[number];

/**
 * Does work during which SIGINT and SIGTERM do not end the process: the first one resolves what the work is given,
 * to the signal's name. A promise, as loading AbortController takes a hundredth of the drill.
 */
export type UntilStopped = <T>(work: (stopped: Promise<StopSignal>) => Promise<T>) => Promise<T>;

/** The part of the process that is needed. */
interface Host {
  on(event: StopSignal, listener: (signal: StopSignal) => void): unknown;
  off(event: StopSignal, listener: (signal: StopSignal) => void): unknown;
}

/** SIGINT and SIGTERM, listened for only while there is something to put in order before the process ends. */
export class StopSignals {
  readonly #host: Host;
  #received: StopSignal | null = null;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The signal that came while work was being done; null where none did. */
  get received(): StopSignal | null {
    return this.#received;
  }

  /** As {@link UntilStopped} says. A second signal ends the process. */
  readonly during: UntilStopped = async (work) => {
    let release = () => {};
    const stopped = new Promise<StopSignal>((resolve) => {
      const receive = (signal: StopSignal) => {
        release();
        this.#received = signal;
        resolve(signal);
      };
      release = () => {
        for (const signal of SIGNALS) this.#host.off(signal, receive);
      };
      for (const signal of SIGNALS) this.#host.on(signal, receive);
    });
    try {
      return await work(stopped);
    } finally {
      release();
    }
  };
}
