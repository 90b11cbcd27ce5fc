import fc from "fast-check";
import { paletteFor } from "../../../src/cli/palette.js";
import type { DrilledSyncer, SyncReply } from "../../../src/drill/drilled-syncer.js";
import { runDrills } from "../../../src/drill/run-drills.js";
import { drillsOf } from "../../../src/drills/suites.js";
import { renderConsole } from "../../../src/report/console-text.js";
import { renderJunit } from "../../../src/report/junit.js";
import { COMMENT_BYTES, renderComment, renderJobSummary } from "../../../src/report/markdown.js";
import { renderResultsJson } from "../../../src/report/results-json.js";
import { renderSummary } from "../../../src/report/summary-text.js";
import { MISMATCH_RULES } from "../../../src/syncer/mismatch-rules.js";
import { wildText } from "../arbitraries.js";
import { PREFIX } from "../fire-drill-run.js";
import { markdownSource } from "../markdown-source.js";
import { drillReport, PLACE } from "../sample-report.js";
import { fuzzKind } from "./fuzz-kind.js";
import { holdText } from "./promised-outcome.js";

const LONG = 100_000;
const PIECES = [
  ...[
    "# HELP ",
    "# TYPE ",
    " counter\n",
    " gauge\n",
    " 1\n",
    " 0\n",
    " NaN\n",
    " +Inf\n",
    " 1 2\n",
    "\n",
    "\r\n",
    " ",
    "\t",
    "{",
    "}",
    '"',
    ",",
  ],
  ...[
    `${PREFIX}_mismatches_total`,
    `${PREFIX}_last_ts`,
    `${PREFIX}_positions_count`,
    '{rule="orphan_order"}',
    '{reason="timeout"}',
  ],
  ...[
    '{rule="',
    '"}',
    "\\",
    "\\n",
    "\u2028",
    "\u001b[2J",
    "\0",
    "\ud800",
    "=",
    "a=",
    '="',
    "::error::x",
    "# EOF\n",
  ],
];
const pieces = fc.oneof(fc.constantFrom(...PIECES), wildText);
// One sort of character, over and over, is what a careless pattern chokes on.
const runs = fc
  .tuple(
    fc.constantFrom("m", "m{", 'm{a="', "m ", "# HELP ", `${PREFIX}_last_ts `, ""),
    fc.constantFrom("a", "1", " ", "}", "{", '"', "\\", "a=", 'a="",', ",", "\t", "\ud83d", "a\n"),
    fc.constantFrom("", " 1", "} 1", '"} 1', "x\n"),
  )
  .map(([start, unit, end]) => `${start}${unit.repeat(LONG / unit.length)}${end}`);
const metrics = fc.oneof(
  { weight: 19, arbitrary: fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: runs },
);
const replies: fc.Arbitrary<SyncReply> = fc.record({
  ok: fc.boolean(),
  mismatches: fc.array(
    fc.record({ rule: fc.oneof(fc.constantFrom<string>(...MISMATCH_RULES), wildText), detail: wildText }),
    { maxLength: 3 },
  ),
  error: fc.option(wildText),
  lastTs: fc.maxSafeNat(),
});

/** A syncer that answers each call with whatever the protocol lets pass. */
class SyncerOfChance implements DrilledSyncer {
  readonly identity: DrilledSyncer["identity"];
  readonly #replies: readonly SyncReply[];
  readonly #metrics: string;
  #calls = 0;

  constructor(name: string, answers: readonly SyncReply[], text: string) {
    this.identity = { name, version: name, language: name };
    this.#replies = answers;
    this.#metrics = text;
  }

  async reset(): Promise<void> {}

  async sync(): Promise<SyncReply> {
    const reply = this.#replies[this.#calls++ % this.#replies.length];
    if (reply === undefined) throw new Error(this.identity.name);
    return reply;
  }

  async metrics(): Promise<string> {
    return this.#metrics;
  }
}

/** Replies and metrics that a drilled program may give: every drill ends, and nothing breaks out of what is written. */
export const REPLIES = fuzzKind(
  "replies and metrics",
  10,
  fc.tuple(wildText, fc.array(replies, { maxLength: 5 }), metrics, fc.boolean()),
  async ([name, answers, text, isFull]) => {
    const syncer = new SyncerOfChance(name, answers, text);
    const drills = drillsOf(isFull ? "full" : "runbook", PREFIX);
    const run = await runDrills(drills, syncer, PREFIX);
    const report = drillReport({ ...run, syncer: syncer.identity });
    const place = { ...PLACE, verify: "verify", checksums: [] };
    if (run.drills.every(({ checks }) => checks.every(({ status }) => status === "passed")))
      throw new Error("passed");
    const summaryText = renderSummary(report, PLACE);
    const source = markdownSource({ report, summaryText, leg: name });
    const written = [
      summaryText,
      renderConsole(report, place, paletteFor(false, {})),
      renderJunit(report),
      renderResultsJson(report, PLACE),
      renderComment(source, COMMENT_BYTES),
      renderJobSummary(source),
      ...run.drills.flatMap(({ files }) =>
        [...files].flatMap(([file, log]) => (file.endsWith("_log.txt") ? [log] : [])),
      ),
    ];
    for (const each of written) holdText(each);
  },
);
