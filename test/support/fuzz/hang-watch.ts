import { Worker } from "node:worker_threads";

/** Ends this process when work that never yields goes on for too long: no timer of its own thread could. */
export interface HangWatch {
  /** What is begun now, for the message. */
  readonly begin: (name: string) => void;
  /** Says that the work still moves. */
  readonly beat: () => void;
  readonly stop: () => Promise<void>;
}

const WATCH = `
const { workerData: { beats, most, seed } } = require("node:worker_threads");
let seen = -1, since = Date.now(), name = "";
require("node:worker_threads").parentPort.on("message", (next) => { name = next; });
setInterval(() => {
  const now = Atomics.load(beats, 0);
  if (now !== seen) [seen, since] = [now, Date.now()];
  else if (Date.now() - since > most) {
    require("node:fs").writeSync(2, "hang: " + name + ", after " + now + " cases of seed " + seed + "\\n");
    process.kill(process.pid, "SIGKILL");
  }
}, 500);
`;

/** Watches from a thread of its own, which shares a count of beats with this one. */
export function watchForHangs(seed: number, mostMs: number): HangWatch {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(WATCH, { eval: true, workerData: { beats, most: mostMs, seed } });
  return {
    begin: (name) => worker.postMessage(name),
    beat: () => {
      Atomics.add(beats, 0, 1);
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
