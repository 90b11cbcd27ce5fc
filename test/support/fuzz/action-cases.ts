import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { artifactNameFor } from "../../../src/action/reporting/artifact-name.js";
import { findPullRequest } from "../../../src/action/reporting/pull-request.js";
import { readContext } from "../../../src/action/runner/context.js";
import { type ActionInputs, parseInputs } from "../../../src/action/runner/inputs.js";
import { subjectOf } from "../../../src/action/runner/subject.js";
import { renderEvidenceRef } from "../../../src/evidence/evidence-ref.js";
import { COMMENT_BYTES, renderComment, renderJobSummary } from "../../../src/report/markdown.js";
import { renderSummary } from "../../../src/report/summary-text.js";
import { actionContext } from "../action-context.js";
import { wildText } from "../arbitraries.js";
import { CommentThread } from "../comment-thread.js";
import { CHECKOUT } from "../documents.js";
import { HOSTILE_TEXTS } from "../hostile-text.js";
import { markdownSource } from "../markdown-source.js";
import { testPorts } from "../program-ports.js";
import { drillReport, PLACE } from "../sample-report.js";
import { damagedBytes } from "./damaged-bytes.js";
import { fuzzKind } from "./fuzz-kind.js";
import { mutatedJson } from "./mutated-json.js";
import { holdText, readOrRefuse } from "./promised-outcome.js";

const DEEP = 20_000;
const texts = fc.oneof(
  { weight: 2, arbitrary: wildText },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_TEXTS.map(({ text }) => text)) },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...[
        "",
        "true",
        "false",
        "TRUE",
        "yes",
        "1",
        "0",
        "-1",
        "400",
        "401",
        "3600",
        "1e2",
        "NaN",
        "9007199254740993",
        "٣",
      ],
      ...[
        "a",
        "a--b",
        "<a>",
        "a".repeat(101),
        "a".repeat(201),
        "a/b",
        "..",
        "full",
        "runbook",
        "required",
        "acme",
        "a:b",
      ],
      ...[
        "null",
        "{}",
        '{"node":"20"}',
        '{"a":{"b":[1]}}',
        "[1]",
        "no-such-program x",
        "a | b",
        "'open",
        "./no-such.mjs",
      ],
      ...[
        "x".repeat(50_000),
        `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`,
        `{"a":${"[".repeat(DEEP)}${"]".repeat(DEEP)}}`,
      ],
    ),
  },
);
const names = [
  ...[
    "github-token",
    "artifact-dir",
    "artifact-name",
    "retention-days",
    "upload",
    "comment",
    "comment-key",
    "pr-number",
  ],
  ...["fail-on-drill-failure", "syncer", "suite", "metric-prefix", "alerts", "reporting-timeout", "matrix"],
];
const set = fc.dictionary(fc.constantFrom(...names), texts, { maxKeys: 3, noNullPrototype: true });
const ONE_LINE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u;

/** The action's inputs: refused by name in one line, or within what action.yml promises of them. */
export const INPUTS = fuzzKind("action inputs", 60, set, (given) => {
  const outcome = readOrRefuse(() =>
    parseInputs((name) => (Object.hasOwn(given, name) ? (given[name] ?? "") : "").trim()),
  );
  if ("refusal" in outcome) {
    const { code, details } = outcome.refusal;
    const isNamed = details.every((problem) => names.some((name) => problem.startsWith(`input ${name}: `)));
    if (code !== "bad_input" || details.length === 0 || !isNamed)
      throw new Error(`unclear: ${details.join("; ")}`);
    return;
  }
  holdInputs(outcome.value);
});

function holdInputs(inputs: ActionInputs): void {
  const isWithin = (value: number | null, most: number) =>
    value === null || (Number.isInteger(value) && value >= 1 && value <= most);
  const isPromised =
    isWithin(inputs.retentionDays, 400) &&
    isWithin(inputs.reportingTimeout, 3600) &&
    isWithin(inputs.prNumber, Number.MAX_SAFE_INTEGER) &&
    /^[^"<>|*?\\/:\p{Cc}]{1,300}$/u.test(artifactNameFor(inputs, actionContext())) &&
    !/--|[<>\p{Cc}]/u.test(inputs.commentKey ?? "");
  if (!isPromised) throw new Error(`taken: ${JSON.stringify(inputs)}`);
  // Nothing is started or loaded before the drill.
  const subject = readOrRefuse(() => subjectOf(inputs, testPorts, () => "{}", new Set()));
  if ("refusal" in subject && !["usage", "bad_input"].includes(subject.refusal.code)) throw subject.refusal;
  const source = markdownSource({ leg: inputs.matrix });
  holdText(renderComment(source, COMMENT_BYTES));
}

const EVENTS = readdirSync(`${CHECKOUT}test/fixtures/events`).map((name): unknown =>
  JSON.parse(readFileSync(`${CHECKOUT}test/fixtures/events/${name}`, "utf8")),
);
const jsonOfEvents = mutatedJson(fc.constantFrom(...EVENTS));
const FROM_OUTSIDE = ["RUN_ID", "RUN_ATTEMPT", "WORKFLOW", "JOB", "EVENT_NAME", "SHA", "API_URL"];
const variables = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom(...FROM_OUTSIDE.map((name) => `GITHUB_${name}`)),
      fc.oneof(texts, fc.constantFrom("42", "-5", "1.5", "0x10", " 7 ", "1e3")),
      { maxKeys: 3, noNullPrototype: true },
    ),
    fc.constantFrom("octo/bot", "octo", "", "a/b/c"),
    fc.constantFrom("https://github.com", "https://ghe.example.com", "http://", ""),
  )
  .map(([env, repository, server]) => ({ ...env, GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server }));

/** Event files and the runner's variables: read, whatever they hold, and nothing breaks out of what is written. */
export const EVENT_FILES = fuzzKind(
  "events",
  60,
  fc.tuple(
    fc.oneof(
      jsonOfEvents.map((text): Uint8Array => Buffer.from(text)),
      damagedBytes(jsonOfEvents),
    ),
    variables,
  ),
  async ([bytes, env]) => {
    const read = () => Buffer.from(bytes).toString("utf8");
    const context = readContext({ ...env, GITHUB_EVENT_PATH: "event.json" }, read);
    const number = await findPullRequest(null, context, new CommentThread().connect());
    if (number !== null && !(Number.isSafeInteger(number) && number >= 1))
      throw new Error(`pull request ${number}`);
    const isSound = Number.isSafeInteger(context.runId) && context.runId >= 0 && context.runAttempt >= 1;
    if (!isSound) throw new Error(`run ${context.runId}, attempt ${context.runAttempt}`);
    const commit = context.headSha;
    const evidenceRef = renderEvidenceRef({ ...PLACE, failure: null, more: { commit } });
    if (!ONE_LINE.test(evidenceRef)) throw new Error(evidenceRef);
    const report = drillReport({ commit });
    const source = markdownSource({ report, evidenceRef, runUrl: context.runUrl });
    for (const text of [
      renderSummary(report, PLACE),
      renderComment(source, COMMENT_BYTES),
      renderJobSummary(source),
    ])
      holdText(text);
  },
);
