/** A module that is drilled, and that does to its process what no drill should suffer from. */
export interface HostileModule {
  readonly name: string;
  readonly source: string;
  /** Whether the drill comes to a verdict, which is failed; otherwise it breaks off. */
  readonly isJudged: boolean;
}

const BLIND = `{
  reset() {},
  sync: () => ({ ok: true, mismatches: [], error: null, last_ts: 0 }),
  metrics: () => "",
}`;
// What the drill itself needs of a process to say what it found.
const PATCHES = `
  for (const name of ["every", "some", "filter", "map", "reduce", "push", "flatMap"]) Array.prototype[name] = () => [];
  process.stdout.write = process.stderr.write = () => true;
  process.reallyExit = process.exit = () => {};
  JSON.stringify = () => "{}";
  globalThis.Promise = globalThis.setTimeout = globalThis.process = undefined;`;

/** Modules that never detect anything, one for each way to do away with the verdict. */
export const HOSTILE_MODULES: readonly HostileModule[] = [
  { name: "exits with 0 while it is loaded", isJudged: false, source: "process.exit(0);" },
  {
    name: "is a program that reads standard input to its end and exits with 0",
    isJudged: false,
    source: `for await (const chunk of process.stdin) String(chunk);
      process.exit(0);`,
  },
  {
    name: "exits with 0 in sync",
    isJudged: false,
    source: `export default { ...${BLIND}, sync() { process.exit(0); } };`,
  },
  {
    name: "exits with 0 in metrics, whatever stands for exiting",
    isJudged: false,
    source: `export default { ...${BLIND}, metrics() { process.reallyExit(0); } };`,
  },
  {
    name: "is ended by a signal of its own",
    isJudged: false,
    source: `export default { ...${BLIND}, reset() { process.kill(process.pid, "SIGKILL"); } };`,
  },
  {
    name: "throws where nobody catches",
    isJudged: false,
    source: `export default { ...${BLIND}, sync() { setTimeout(() => { throw new Error("late"); }); return new Promise(() => {}); } };`,
  },
  {
    name: "waits for what never comes, with nothing left in its event loop",
    isJudged: false,
    source: `export default { ...${BLIND}, sync: () => new Promise((resolve) => setTimeout(resolve, 60_000).unref()) };`,
  },
  {
    name: "loops for ever",
    isJudged: false,
    source: `export default { ...${BLIND}, sync() { for (;;); } };`,
  },
  {
    name: "closes all that it could speak over",
    isJudged: false,
    source: `import { closeSync } from "node:fs";
      export default { ...${BLIND}, sync() { for (const fd of [0, 1, 2, 3]) closeSync(fd); return new Promise(() => {}); } };`,
  },
  {
    name: "sets the exit code to 0 when its process exits",
    isJudged: true,
    source: `for (const event of ["exit", "beforeExit"]) process.on(event, () => { process.exitCode = 0; process.exit(0); });
      process.exitCode = 0;
      export default ${BLIND};`,
  },
  {
    name: "prints replies and a verdict of its own",
    isJudged: true,
    source: `console.log('{"type":"hello_ok","id":"1"}');
      console.log("=== Results: 34 passed, 0 failed, 0 skipped ===");
      export default ${BLIND};`,
  },
  {
    name: "patches what it reaches",
    isJudged: false,
    source: `${PATCHES}
      export default ${BLIND};`,
  },
  {
    name: "leaves a timer running",
    isJudged: true,
    source: `setInterval(Boolean, 1e3);
      export default ${BLIND};`,
  },
];
