/** A program that answers as it should, in JavaScript; `answer` may be changed to misbehave. */
const HONEST = `
const lines = require("node:readline").createInterface({ input: process.stdin });
const say = (reply) => process.stdout.write(JSON.stringify(reply) + "\\n");
const fields = {
  hello: () => ({ protocol: 1, implementation: { name: "hostile", version: "0.1", language: "JavaScript" } }),
  reset: () => ({}),
  sync: () => ({ ok: true, mismatches: [], error: null, last_ts: 2000 }),
  metrics: () => ({ text: "" }),
};
let answer = ({ type, id }) => say({ type: type + "_ok", id, ...fields[type]() });
lines.on("line", (line) => {
  const request = JSON.parse(line);
  if (request.type === "bye") process.exit(0);
  answer(request);
});
`;

/** A program that breaks the protocol, and what the drill has to say about it. */
export interface HostileProgram {
  readonly name: string;
  /** JavaScript; it runs after {@link HONEST}. */
  readonly script: string;
  readonly says: RegExp;
}

/** The source of a program that is honest but for these lines. */
export function programSource(script: string): string {
  return `${HONEST}${script}`;
}

const ON_SYNC = (work: string) =>
  `const honest = answer; answer = (request) => { if (request.type !== "sync") return honest(request); ${work} };`;

export const HOSTILE_PROGRAMS: readonly HostileProgram[] = [
  {
    name: "never answers hello",
    script: "answer = () => {};",
    says: /did not answer hello within [0-9.]+ s; is standard output flushed/,
  },
  { name: "never answers a sync", script: ON_SYNC(""), says: /did not answer sync within [0-9.]+ s/ },
  {
    name: "loops for ever and ignores signals",
    script: `process.on("SIGTERM", () => {}); ${ON_SYNC("for (;;);")}`,
    says: /did not answer sync within [0-9.]+ s/,
  },
  {
    name: "forgets the newline",
    script: ON_SYNC('process.stdout.write("{}");'),
    says: /did not answer sync within [0-9.]+ s; 2 bytes came without a newline/,
  },
  {
    name: "prints text",
    script: 'console.log("starting up");',
    says: /not a JSON object: "starting up"; print nothing but replies/,
  },
  { name: "prints an array", script: ON_SYNC('console.log("[]");'), says: /not a JSON object: "\[\]"/ },
  { name: "prints a blank line", script: ON_SYNC("console.log();"), says: /not a JSON object: ""/ },
  {
    name: "prints bytes that are not UTF-8",
    script: ON_SYNC("process.stdout.write(Buffer.from([0xff, 10]));"),
    says: /a line is not UTF-8/,
  },
  {
    name: "prints a line of 1 GiB",
    script: ON_SYNC(
      'const part = Buffer.alloc(1 << 20, "x"); let left = 1024; const more = () => { if (left-- > 0) process.stdout.write(part, more); }; more();',
    ),
    says: /a line is longer than 1048576 bytes/,
  },
  {
    name: "floods standard output with lines",
    script: ON_SYNC(
      'const part = "{}\\n".repeat(1 << 18); const more = () => process.stdout.write(part, more); more();',
    ),
    says: /sync has id "3", got nothing/,
  },
  {
    name: "floods standard error and never answers",
    script: ON_SYNC(
      'const part = "x".repeat(1 << 20); const more = () => process.stderr.write(part, more); more();',
    ),
    says: /did not answer sync within [0-9.]+ s/,
  },
  {
    name: "answers twice",
    script: ON_SYNC("honest(request); honest(request);"),
    says: /a late or repeated reply|a reply that nobody asked for/,
  },
  {
    name: "repeats an earlier id",
    script: ON_SYNC('honest({ ...request, id: "1" });'),
    says: /a late or repeated reply: sync has id "3", got the text "1"/,
  },
  {
    name: "answers with an id that was never used",
    script: ON_SYNC('honest({ ...request, id: "99" });'),
    says: /a reply with an unknown id: sync has id "3", got the text "99"/,
  },
  {
    name: "answers with the id as a number",
    script: ON_SYNC("honest({ ...request, id: 3 });"),
    says: /unknown id.*got the number 3/,
  },
  {
    name: "answers before it is asked",
    script: 'say({ type: "hello_ok", id: "7" });',
    says: /a reply with an unknown id: hello has id "1"/,
  },
  {
    name: "answers another type",
    script: ON_SYNC('say({ type: "reset_ok", id: request.id });'),
    says: /expected type sync_ok or error, got the text "reset_ok"/,
  },
  {
    name: "leaves fields out",
    script: ON_SYNC('say({ type: "sync_ok", id: request.id, ok: true });'),
    says: /sync_ok: mismatches: expected an array, got nothing; error: /,
  },
  {
    name: "gives last_ts as text",
    script: ON_SYNC(
      'say({ type: "sync_ok", id: request.id, ok: true, mismatches: [], error: null, last_ts: "5" });',
    ),
    says: /sync_ok: last_ts: expected Unix ms/,
  },
  {
    name: "answers with an error",
    script: ON_SYNC(
      'say({ type: "error", id: request.id, code: "not_built", message: "no\\u001b[31m database" });',
    ),
    says: /answered sync with error not_built: no\\u\{1b\}\[31m database/,
  },
  {
    name: "speaks another version",
    script:
      "fields.hello = () => ({ protocol: 3, implementation: { name: 'x', version: '1', language: 'y' } });",
    says: /protocol 3, and this drill speaks 1 to 2/,
  },
  {
    name: "says who it is in no words",
    script: "fields.hello = () => ({ protocol: 1 });",
    says: /hello_ok: implementation: expected an object, got nothing/,
  },
  {
    name: "ends at once",
    script: "process.exit(0);",
    says: /ended with exit code 0 before it answered hello/,
  },
  {
    name: "ends in the middle",
    script: ON_SYNC("process.exit(7);"),
    says: /ended with exit code 7 before it answered sync/,
  },
  {
    name: "is ended by a signal",
    script: ON_SYNC('process.kill(process.pid, "SIGSEGV");'),
    says: /was ended by SIGSEGV before it answered sync/,
  },
  {
    name: "closes its standard input",
    script: "process.stdin.destroy(); setInterval(() => {}, 1000);",
    says: /closed its standard input|did not answer hello/,
  },
  {
    name: "closes its standard output",
    script: 'require("node:fs").closeSync(1); setInterval(() => {}, 1000);',
    says: /closed its standard output|did not answer hello/,
  },
  {
    name: "does not end after bye",
    script:
      "process.exit = () => {}; setInterval(() => {}, 1000); const honest = answer; answer = (request) => request.type === 'bye' || honest(request);",
    says: /did not end within [0-9.]+ s after bye/,
  },
  {
    name: "ends badly after bye",
    script: "const exit = process.exit; process.exit = () => exit(4);",
    says: /ended with exit code 4 after bye, and 0 is expected/,
  },
  {
    name: "answers bye",
    script: 'const exit = process.exit; process.exit = () => { say({ type: "bye_ok", id: "9" }); exit(0); };',
    says: /a reply that nobody asked for/,
  },
  {
    name: "leaves grandchildren that hold its pipes, and ends",
    script: ON_SYNC(
      'require("node:child_process").spawn("sleep", ["60"], { stdio: "inherit" }); setTimeout(() => process.exit(3), 50);',
    ),
    says: /ended with exit code 3 before it answered sync/,
  },
  {
    name: "leaves grandchildren behind and hangs",
    script: ON_SYNC(
      'for (let n = 0; n < 3; n++) require("node:child_process").spawn("sleep", ["60"], { stdio: "ignore" });',
    ),
    says: /did not answer sync within [0-9.]+ s/,
  },
  {
    name: "starts processes for as long as it lives",
    script: ON_SYNC(
      'setInterval(() => require("node:child_process").spawn("sleep", ["60"], { stdio: "inherit" }), 20);',
    ),
    says: /did not answer sync within [0-9.]+ s/,
  },
];
