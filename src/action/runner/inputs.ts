import { SUITES_IN_WORDS, type SuiteName, suiteName } from "../../drills/suites.js";
import { DrillError } from "../../errors.js";
import { MOST_DAYS } from "../../fire-drill/wanted-life.js";
import { parseSettle } from "../../protocol/parse-settle.js";
import { DEFAULT_METRIC_PREFIX, isMetricPrefix } from "../../syncer/metric-contract.js";
import { quoted } from "../../syncer/printable.js";
import type { Settle } from "../../syncer/settling.js";

/** The action's inputs, read and checked (action.yml; contract, section 8). */
export interface ActionInputs {
  readonly githubToken: string;
  readonly artifactDir: string;
  /** Null: a name made of the job, the matrix leg and the attempt. */
  readonly artifactName: string | null;
  /** Days; null: the repository's setting. */
  readonly retentionDays: number | null;
  readonly upload: boolean;
  readonly comment: boolean;
  /** Null: the comment belongs to the workflow and job alone. */
  readonly commentKey: string | null;
  readonly prNumber: number | null;
  readonly failOnDrillFailure: boolean;
  /** The command or module to drill; null: the bundled syncer. */
  readonly syncer: string | null;
  readonly suite: SuiteName;
  /** What the days of trading are made from; null: the head commit says. */
  readonly seed: number | null;
  /** How many days of trading with divergences; null: as many as usual. */
  readonly days: number | null;
  /** Files of histories, replayed instead of the suite; none: the suite runs. */
  readonly replay: readonly string[];
  readonly metricPrefix: string;
  /** File of how the syncer calls rules and reasons; null: as the contract does. */
  readonly names: string | null;
  /** How long a difference lasts before the syncer says so; null: as it says itself. */
  readonly settle: Settle | null;
  /** File of the checks that may fail; null: none may. */
  readonly expectedFailures: string | null;
  /** Whether drill F runs, and whether a runner without promtool fails it. */
  readonly alerts: "false" | "true" | "required";
  /** Whether to write the predicate that a next step signs. */
  readonly attestation: boolean;
  /** Seconds that reporting may take in all. */
  readonly reportingTimeout: number;
  /** The matrix leg as JSON; null without a matrix. */
  readonly matrix: string | null;
}

const MOST_RETENTION_DAYS = 400;
const MOST_REPORTING_SECONDS = 3600;
const DEFAULT_REPORTING_SECONDS = 120;
const MOST_KEY_CHARACTERS = 100;
const MOST_NAME_CHARACTERS = 200;
const ARTIFACT_NAMES = `at most ${MOST_NAME_CHARACTERS} characters without " : < > | * ? \\ / or line breaks`;
const IS_DOTS = /^\.{1,2}$/;

/**
 * Reads every input strictly.
 *
 * @param read gives an input's text, blanks trimmed; empty where it was not set.
 * @throws DrillError `bad_input` that names every bad input and what it takes.
 */
export function parseInputs(read: (name: string) => string): ActionInputs {
  const problems: string[] = [];
  const parse = <T>(
    name: string,
    parser: (text: string) => T | undefined,
    expectation: string,
    empty: T,
  ): T => {
    const text = read(name);
    if (text === "") return empty;
    const value = parser(text);
    if (value !== undefined) return value;
    problems.push(`input ${name}: expected ${expectation}, got ${quoted(text)}`);
    return empty;
  };
  const token = read("github-token");
  // Whatever it is, it is never shown.
  if (!/^[!-~]*$/.test(token))
    problems.push(
      "input github-token: expected a token without blanks and control characters; it is not shown",
    );
  const switched = (name: string) => parse(name, readBoolean, "true or false", true);
  const number = (name: string, least: number, most: number) =>
    parse<number | null>(
      name,
      (text) => readWholeNumber(text, least, most),
      `a whole number from ${least} to ${most}`,
      null,
    );
  const inputs: ActionInputs = {
    githubToken: token,
    artifactDir: parse("artifact-dir", readPath, "a path without control characters", ".artifacts"),
    artifactName: parse<string | null>(
      "artifact-name",
      readArtifactName,
      IS_DOTS.test(read("artifact-name")) ? "a name, not a place" : ARTIFACT_NAMES,
      null,
    ),
    retentionDays: number("retention-days", 1, MOST_RETENTION_DAYS),
    upload: switched("upload"),
    comment: switched("comment"),
    commentKey: parse<string | null>(
      "comment-key",
      readKey,
      `at most ${MOST_KEY_CHARACTERS} characters without --, < or >`,
      null,
    ),
    prNumber: number("pr-number", 1, Number.MAX_SAFE_INTEGER),
    failOnDrillFailure: switched("fail-on-drill-failure"),
    syncer: read("syncer") || null,
    suite: parse<SuiteName>("suite", suiteName, SUITES_IN_WORDS, "runbook"),
    seed: number("seed", 0, Number.MAX_SAFE_INTEGER),
    days: number("days", 1, MOST_DAYS),
    replay: read("replay")
      .split(/\s+/)
      .filter((path) => path !== ""),
    metricPrefix: parse("metric-prefix", readPrefix, "the start of a metric's name", DEFAULT_METRIC_PREFIX),
    names: parse<string | null>("names", readPath, "a path without control characters", null),
    settle: parse<Settle | null>("settle", readSettle, "syncs=N,ms=N, at most 100 and 3600000", null),
    expectedFailures: parse<string | null>(
      "expected-failures",
      readPath,
      "a path without control characters",
      null,
    ),
    alerts: parse<ActionInputs["alerts"]>("alerts", readAlerts, "true, false or required", "false"),
    attestation: parse("attestation", readBoolean, "true or false", false),
    reportingTimeout: number("reporting-timeout", 1, MOST_REPORTING_SECONDS) ?? DEFAULT_REPORTING_SECONDS,
    matrix: readMatrix(read("matrix")),
  };
  problems.push(...besideReplay(inputs));
  if (problems.length > 0) throw new DrillError("bad_input", problems.join("; "), { details: problems });
  return inputs;
}

// A suite, and what is made of what it left.
function besideReplay({ replay, suite, seed, days, expectedFailures, alerts }: ActionInputs): string[] {
  const beside = { suite: suite !== "runbook", seed: seed !== null, days: days !== null };
  const others = { ...beside, "expected-failures": expectedFailures !== null, alerts: alerts !== "false" };
  if (replay.length === 0) return [];
  const set = Object.entries(others).flatMap(([name, isSet]) => (isSet ? [name] : []));
  return set.map((name) => `input replay: it runs alone, so leave ${name} out`);
}

// The YAML 1.2 core schema's words, as @actions/core has them.
function readBoolean(text: string): boolean | undefined {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  return /^(false|False|FALSE)$/.test(text) ? false : undefined;
}

// A job without a matrix has `null` on GitHub's runner, and `{}` on others.
function readMatrix(text: string): string | null {
  return /^(null|\{\s*\})?$/.test(text) ? null : text;
}

function readSettle(text: string): Settle | undefined {
  try {
    return parseSettle("settle", text);
  } catch {
    return undefined;
  }
}

function readAlerts(text: string): ActionInputs["alerts"] | undefined {
  if (text === "required") return text;
  const value = readBoolean(text);
  return value === undefined ? undefined : value ? "true" : "false";
}

function readWholeNumber(text: string, least: number, most: number): number | undefined {
  const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

function readPath(text: string): string | undefined {
  return /\p{Cc}/u.test(text) ? undefined : text;
}

function readPrefix(text: string): string | undefined {
  return isMetricPrefix(text) ? text : undefined;
}

function readArtifactName(text: string): string | undefined {
  if (IS_DOTS.test(text)) return undefined;
  return text.length <= MOST_NAME_CHARACTERS && !/["<>|*?\\/:\p{Cc}]/u.test(text) ? text : undefined;
}

function readKey(text: string): string | undefined {
  return text.length <= MOST_KEY_CHARACTERS && !/--|[<>]|\p{Cc}/u.test(text) ? text : undefined;
}
