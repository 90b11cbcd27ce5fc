import { describe, expect, it } from "vitest";
import { inputsFrom } from "../../support/action-inputs.js";
import { problemsOf } from "../../support/refusal.js";

const BOOLEAN = "true or false";
const DAYS = "a whole number from 1 to 400";
const SECONDS = "a whole number from 1 to 3600";
const NUMBER = "a whole number from 1 to 9007199254740991";
const NAME = 'at most 200 characters without " : < > | * ? \\ / or line breaks';
const KEY = "at most 100 characters without --, < or >";
const PATH = "a path without control characters";

const SWITCHES = ["upload", "comment", "fail-on-drill-failure"];
const NO_BOOLEANS = [
  "yes",
  "no",
  "1",
  "0",
  "on",
  "tRUE",
  "truefalse",
  "true false",
  "'true'",
  "null",
  "{{ true }}",
];
const NO_NUMBERS = [
  "0",
  "-1",
  "+1",
  "1.5",
  "1e2",
  "0x10",
  "1_000",
  "five",
  "NaN",
  "Infinity",
  "1 2",
  "٣",
  "1,000",
];

interface BadInput {
  readonly input: string;
  readonly value: string;
  readonly expectation: string;
  /** The value as the message shows it. */
  readonly shown?: string;
}

const BAD_INPUTS: readonly BadInput[] = [
  ...SWITCHES.flatMap((input) => NO_BOOLEANS.map((value) => ({ input, value, expectation: BOOLEAN }))),
  ...[...NO_NUMBERS, "401", "99999999999999999999"].map((value) => ({
    input: "retention-days",
    value,
    expectation: DAYS,
  })),
  ...[...NO_NUMBERS, "3601"].map((value) => ({ input: "reporting-timeout", value, expectation: SECONDS })),
  ...[...NO_NUMBERS, "#12", "9007199254740992"].map((value) => ({
    input: "pr-number",
    value,
    expectation: NUMBER,
  })),
  ...["a/b", "a:b", "a<b", "a>b", "a|b", "a*b", "a?b"].map((value) => ({
    input: "artifact-name",
    value,
    expectation: NAME,
  })),
  ...[".", ".."].map((value) => ({ input: "artifact-name", value, expectation: "a name, not a place" })),
  { input: "artifact-name", value: "a\\b", expectation: NAME, shown: "a\\\\b" },
  { input: "artifact-name", value: 'a"b', expectation: NAME, shown: 'a\\"b' },
  { input: "artifact-name", value: "a\nb", expectation: NAME, shown: "a\\u{a}b" },
  { input: "artifact-name", value: "x".repeat(201), expectation: NAME },
  ...["a--b", "<a", "a>", "-->"].map((value) => ({ input: "comment-key", value, expectation: KEY })),
  { input: "comment-key", value: "a\nb", expectation: KEY, shown: "a\\u{a}b" },
  { input: "comment-key", value: "k".repeat(101), expectation: KEY },
  { input: "artifact-dir", value: "a\nb", expectation: PATH, shown: "a\\u{a}b" },
  { input: "artifact-dir", value: "a\0b", expectation: PATH, shown: "a\\u{0}b" },
];

describe("a bad input", () => {
  it.each(BAD_INPUTS)(
    "is refused by name, with what it takes: $input $value",
    ({ input, value, expectation, shown = value }) => {
      expect(problemsOf(() => inputsFrom({ [input]: value }))).toEqual([
        `input ${input}: expected ${expectation}, got "${shown}"`,
      ]);
    },
  );

  it("is named beside every other bad one, in one line", () => {
    const bad = {
      "pr-number": "x",
      upload: "maybe",
      "comment-key": "<!--",
      "retention-days": "0",
      "artifact-dir": "a\tb",
    };
    const problems = problemsOf(() => inputsFrom({ ...bad, "artifact-name": "fine" }));
    expect(problems.map((problem) => /^input ([a-z-]+): /.exec(problem)?.[1]).sort()).toEqual(
      Object.keys(bad).sort(),
    );
    expect(() => inputsFrom(bad)).toThrow(problems.join("; "));
  });
});

describe("a token that no header can hold", () => {
  it.each(["ghs_secret\nx: y", "ghs_secret\u0000", "ghs secret", "ghs_s\u00e9cret"])(
    "is refused and never shown: %j",
    (token) => {
      const [problem, ...more] = problemsOf(() => inputsFrom({ "github-token": token }));
      expect(more).toEqual([]);
      expect(problem).toMatch(/^input github-token: expected a token without blanks and control characters/);
      expect(problem).not.toMatch(/ghs/);
    },
  );
});
