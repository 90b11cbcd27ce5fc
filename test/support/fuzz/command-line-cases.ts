import { join } from "node:path";
import fc from "fast-check";
import type { UntilStopped } from "../../../src/fire-drill/stop-signals.js";
import { wireSnapshot } from "../accounts.js";
import { wildText } from "../arbitraries.js";
import { HOSTILE_TEXTS } from "../hostile-text.js";
import { runHere } from "../run-cli.js";
import { confinedTo } from "./confined-file-system.js";
import { fuzzKind } from "./fuzz-kind.js";
import { holdRun } from "./promised-outcome.js";

const HERE = "<here>";
const SNAPSHOT = JSON.stringify(wireSnapshot());
const COMMANDS = [
  "drill",
  "verify",
  "attest-predicate",
  "sync",
  "serve",
  "rules",
  "self-test",
  "init",
  "help",
  "--help",
  "-h",
  "--version",
];
const OPTIONS = [
  ...[
    "--artifact-dir",
    "--only",
    "--suite",
    "--syncer",
    "--syncer-timeouts",
    "--metric-prefix",
    "--names",
    "--settle",
    "--expected-failures",
    "--alerts",
    "--json",
  ],
  ...[
    "--no-status",
    "--snapshot",
    "--format",
    "--known-orders",
    "--last-ts",
    "--host",
    "--port",
    "--inject",
    "--after",
  ],
  ...[
    "--set",
    "--help",
    "-h",
    "--version",
    "--",
    "-",
    "--no-json",
    "--json=true",
    "--alerts=required",
    "-x",
    "--__proto__",
  ],
];
const VALUES = [
  ...[
    "a",
    "b",
    "a,b",
    "A",
    "a,a",
    "z",
    "",
    "-",
    "--",
    "full",
    "runbook",
    "required",
    "canonical",
    "ccxt",
    "kubernetes",
  ],
  ...[
    "0",
    "1",
    "5000",
    "-1",
    "1e3",
    "9007199254740993",
    "NaN",
    "65536",
    "hello=1",
    "run=0",
    "hello=1,hello=2",
    "bye=9999",
  ],
  ...[
    "orphan_order",
    "ts_regression",
    "none",
    "constructor",
    "__proto__",
    "acme",
    "acme:x",
    "9x",
    "x".repeat(101),
  ],
  ...[
    HERE,
    `${HERE}/no`,
    `${HERE}/a/b`,
    `${HERE}/${"n".repeat(300)}`,
    `${HERE}/../../up`,
    "x".repeat(50_000),
  ],
  ...[
    "severity=critical",
    "spike-for=1h",
    "label.a=b",
    "label.a",
    "=",
    "__proto__=1",
    "spike-window=999999d",
  ],
];
// Nothing that a search along PATH finds, and words that a shell would act on.
const PROGRAMS = [
  "no-such-program",
  "no-such-program --x 'y z'",
  "./no-such-module.mjs",
  "a | b",
  "$(x)",
  "'open",
  "A=b c",
  "",
];

const hostileText = fc.constantFrom(...HOSTILE_TEXTS.map(({ text }) => text));
const values = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 1, arbitrary: wildText },
  { weight: 1, arbitrary: hostileText },
);
const commandsToDrill = fc.oneof(
  fc.constantFrom(...PROGRAMS),
  fc.oneof(wildText, hostileText).map((text) => `no-such-program ${text}`),
);

const parts: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...OPTIONS).map((option) => [option]) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...OPTIONS), values) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...OPTIONS), values).map(([name, value]) => [`${name}=${value}`]),
  },
  { weight: 1, arbitrary: commandsToDrill.map((command) => [`--syncer=${command}`]) },
  { weight: 1, arbitrary: values.map((value) => [value]) },
);

const commandLines = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...COMMANDS) }, { weight: 1, arbitrary: values }),
    fc.array(parts, { maxLength: 4 }),
  )
  .map(([command, rest]) => [command, ...rest.flat(), ...harmless(command)])
  // A program is looked for along PATH, so none may get a name of chance.
  .filter((args) =>
    args.every((arg, index) => arg !== "--syncer" || PROGRAMS.includes(args[index + 1] ?? "")),
  )
  .filter((args) => args.every((arg) => !arg.startsWith("--syncer=") || !VALUES.includes(arg.slice(9))));

// The whole self-test takes seconds, and a server of chance could take a port or ask for an address.
function harmless(command: string): readonly string[] {
  if (command === "self-test") return ["surplus"];
  return command === "serve" ? ["--port=0", "--host=127.0.0.1"] : [];
}

function placed(args: readonly string[], directory: string): string[] {
  return args.map((arg) => arg.replaceAll(HERE, directory));
}

function surroundings(directory: string) {
  const env = { GRINDER_ARTIFACT_DIR: join(directory, "artifacts"), GRINDER_ACCOUNT_SYNC_EVIDENCE: "1" };
  // A second goes by in each millisecond, so that runs seldom want one name.
  const clock = () => Math.floor(performance.now() * 1000);
  return { env, fs: confinedTo(directory), stdin: SNAPSHOT, clock };
}

/** The same for a server: it is stopped as soon as it listens. */
function surroundingsOfServer(directory: string) {
  const untilStopped: UntilStopped = (work) => work(Promise.resolve("SIGTERM"));
  return { ...surroundings(directory), untilStopped };
}

/** Arguments of every command, options and values thrown together. */
export const COMMAND_LINES = fuzzKind("command lines", 60, commandLines, async (args, directory) => {
  const outside = args[0] === "serve" ? surroundingsOfServer(directory) : surroundings(directory);
  holdRun(await runHere(placed(args, directory), outside), [0, 1, 2, 3]);
});

const FINE = [
  ["drill", "--only", "a"],
  ["--only=a", "--json"],
  ["sync", "--snapshot", "-"],
  ["sync", "--snapshot=-", "--last-ts", "5", "--json"],
  ["rules", "--format", "kubernetes"],
  ["verify", HERE],
  ["attest-predicate", HERE],
  ["serve", "--port=0"],
] as const;

const SPOILERS: fc.Arbitrary<readonly string[]> = fc.oneof(
  values.map((value) => [`--no-such-option=${value}`]),
  fc.constantFrom(["--no-such-option"], ["-x"], ["-xh=1"], ["--set"], ["--only"], ["--snapshot"], ["--port"]),
  fc.constantFrom(["--json=1"], ["--no-json"], ["--help=1"], ["surplus", "words"], ["--only=a", "--only=a"]),
  fc.constantFrom(
    ["--snapshot=-", "--snapshot=-"],
    ["--port=0", "--port=0"],
    ["--json", "--json", "--port=1"],
  ),
  hostileText.map((text) => ["--", "surplus", text]),
);

/** Command lines that were fine before something was added that no command takes. */
export const SPOILED_COMMAND_LINES = fuzzKind(
  "spoiled command lines",
  40,
  fc.tuple(fc.constantFrom(...FINE), SPOILERS).map(([args, spoiler]) => [...args, ...spoiler]),
  async (args, directory) => {
    holdRun(await runHere(placed(args, directory), surroundings(directory)), [2]);
  },
);

const SERVE = fc.record(
  {
    port: fc.oneof(
      fc.constantFrom("0", "0", "00", "", "65536", "-1", "1e1", "٣", "0x0", "99999999999999999999"),
      hostileText,
    ),
    // No name that a resolver would be asked for.
    host: fc.oneof(
      fc.constantFrom("127.0.0.1", "127.0.0.1", "", "192.0.2.1", "::", "a\0b", "x".repeat(300)),
      hostileText.map((text) => `\0${text}`),
    ),
    inject: fc.oneof(fc.constantFrom("orphan_order", "negative_qty", "all", "constructor", ""), hostileText),
    after: fc.oneof(fc.constantFrom("0", "5", "86400", "86401", "-1", "", "1.5", "NaN"), hostileText),
  },
  { requiredKeys: ["port"] },
);

/** The options of `serve`, which is stopped as soon as it listens. */
export const SERVE_OPTIONS = fuzzKind("serve options", 10, SERVE, async (options, directory) => {
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const { port, host = "", inject, after } = options;
  const isFine =
    /^0+$/.test(port) &&
    ["", "127.0.0.1", "::"].includes(host) &&
    (inject === undefined ? after === undefined : /^(orphan_order|negative_qty)$/.test(inject)) &&
    /^(0|5|86400)$/.test(after ?? "0");
  holdRun(await runHere(["serve", ...args], surroundingsOfServer(directory)), [isFine ? 0 : 2]);
});
