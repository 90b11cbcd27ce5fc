import type { DrillReport } from "../drill/results.js";
import { printable } from "../syncer/printable.js";
import { causeList } from "./cause-list.js";
import { drillTable } from "./drill-table.js";
import { shortFingerprint } from "./fingerprint-change.js";
import { type Block, fitBlocks } from "./fit-blocks.js";
import { codeBlock, codeSpan, folded, plainOrCode, shortened } from "./markdown-text.js";
import { legWords } from "./matrix-leg.js";
import { renderPipelinePicture } from "./pipeline-picture.js";
import { drilledOf, verdictOf } from "./wording.js";

/** The most that GitHub takes for a comment, in characters; we count UTF-8 bytes, which are never fewer. */
export const COMMENT_BYTES = 65_536;
/** The most that GitHub takes for the summary of one step: 1 MiB. */
export const SUMMARY_BYTES = 1_048_576;

const MOST_CHARACTERS = 100;
const CUT = "(cut for length: it is in the evidence)";
const DRILL_YOUR_OWN = "https://github.com/grinder/account-sync-drill/blob/main/docs/drill-your-own.md";
const BUNDLED = `This drilled the example that ships with the action and says nothing about this repository's code: [drill your own](${DRILL_YOUR_OWN}).`;

/** What a comment and a job summary are rendered from. */
export interface MarkdownSource {
  readonly report: DrillReport;
  readonly evidenceRef: string;
  readonly fingerprint: string;
  /** Which leg of a matrix this is, such as `{"node":"20"}`; null without a matrix. */
  readonly leg: string | null;
  /** {@link describeChange}; null where it is not known. */
  readonly change: string | null;
  /** The page of this run; null where there is none. */
  readonly runUrl: string | null;
  /** The uploaded evidence; null where nothing was uploaded. */
  readonly artifactUrl: string | null;
  /** Why evidence that was to be signed cannot be; null where nothing is wrong. */
  readonly unsigned: string | null;
  readonly summaryText: string;
  readonly checksumsText: string;
}

/**
 * The pull-request comment, without its marker, for a narrow page: the verdict and what was drilled, the causes, the drills,
 * where the evidence lies, the reference to copy, and the files folded.
 *
 * @param mostBytes what is left for it once the marker is there.
 */
export function renderComment(source: MarkdownSource, mostBytes: number): string {
  return fitBlocks([...verdictBlocks(source), ...evidenceBlocks(source)], mostBytes);
}

/** The job summary: what the comment says, with a picture of the pipeline and where it broke. */
export function renderJobSummary(source: MarkdownSource): string {
  const picture = { whole: renderPipelinePicture(source.report), shrunk: "" };
  return fitBlocks([...verdictBlocks(source), picture, ...evidenceBlocks(source)], SUMMARY_BYTES);
}

/** What a reader has to see first. */
function verdictBlocks(source: MarkdownSource): Block[] {
  const causes = causeList(source.report);
  return [
    fixed(headline(source)),
    fixed(source.report.syncer.isBundled === true ? BUNDLED : ""),
    { whole: causes, shrunk: causes === "" ? "" : `Causes ${CUT}` },
  ];
}

function evidenceBlocks(source: MarkdownSource): Block[] {
  const { report, evidenceRef, unsigned, summaryText, checksumsText } = source;
  return [
    { whole: drillTable(report), shrunk: `Table of drills ${CUT}` },
    fixed(links(source)),
    fixed(codeBlock(printable(evidenceRef))),
    fixed(unsigned === null ? "" : `Unsigned evidence: ${codeSpan(unsigned)}`),
    { whole: folded("summary.txt", codeBlock(summaryText)), shrunk: `summary.txt ${CUT}` },
    { whole: folded("sha256sums.txt", codeBlock(checksumsText)), shrunk: `sha256sums.txt ${CUT}` },
  ];
}

function fixed(text: string): Block {
  return { whole: text, shrunk: text };
}

function headline({ report, leg }: MarkdownSource): string {
  const parts = [
    `### Account sync fire drill: ${verdictOf(report)}`,
    plainOrCode(drilledOf(report.syncer), MOST_CHARACTERS),
    ...(leg === null ? [] : [plainOrCode(legWords(leg), MOST_CHARACTERS)]),
  ];
  return parts.join(" · ");
}

function links({ report, fingerprint, change, runUrl, artifactUrl }: MarkdownSource): string {
  const parts = [
    artifactUrl === null ? null : `[evidence](${linkTarget(artifactUrl)})`,
    runUrl === null ? null : `[run](${linkTarget(runUrl)})`,
    report.commit === null ? null : `commit ${commitOf(report.commit)}`,
    report.seed === undefined ? null : `seed ${report.seed}`,
    `fingerprint ${codeSpan(shortFingerprint(fingerprint))}${change === null ? "" : ` ${change}`}`,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

// GitHub makes a link of a commit's first digits.
function commitOf(commit: string): string {
  return /^[0-9a-f]{40}$/.test(commit) ? commit.slice(0, 7) : codeSpan(shortened(commit, MOST_CHARACTERS));
}

function linkTarget(url: string): string {
  return url.replace(
    /[\s<>()[\]\\`]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
