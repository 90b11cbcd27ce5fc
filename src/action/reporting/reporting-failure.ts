import { DrillError, messageOf } from "../../errors.js";
import { isRecord } from "../../syncer/field-reader.js";
import { printable } from "../../syncer/printable.js";

const MOST_CHARACTERS = 300;

const COMMENT_ADVICE: Readonly<Record<number, string>> = {
  401: "the token was refused; check the github-token input",
  404: "the pull request was not found, or the token may not see it",
  410: "the pull request takes no comments any more",
  422: "GitHub did not accept the comment",
  429: "GitHub's rate limit is exceeded and did not end in time",
};

/** What to do about a refusal, by what GitHub said with it. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/locked/i, "a locked conversation takes no comments: unlock it, or read the job summary"],
  [/archived/i, "an archived repository takes no comments"],
  [/\bSAML\b|single sign-on|\bSSO\b/i, "authorise the token for the organisation's single sign-on"],
  [/IP allow list|IP address/i, "let the runner through the organisation's IP allow list"],
  [/blocked|suspended/i, "the token's owner is kept from commenting: ask an owner of the repository"],
  [/polic(?:y|ies)|forbids/i, "a policy forbids it: ask an owner of the organisation"],
];
const GRANT = "grant the job pull-requests: write; forks and Dependabot get a read-only token";

/**
 * Why no comment was posted, as one line that says what to do.
 *
 * @param proxyAdvice what may help where GitHub was not reached; null where nothing is known to.
 */
export function describeCommentFailure(error: unknown, proxyAdvice: string | null = null): string {
  if (error instanceof DrillError) return `no pull-request comment: ${clipped(error)}`;
  const status = /rate limit/i.test(messageOf(error)) ? 429 : statusOf(error);
  if (status === 403) {
    const said = messageOf(error);
    const [, advice = GRANT] = REFUSALS.find(([pattern]) => pattern.test(said)) ?? [];
    return `no pull-request comment: GitHub refused (${clipped(error)}): ${advice}`;
  }
  if (status !== undefined && status < 500)
    return `no pull-request comment: ${adviceFor(status)} (${clipped(error)})`;
  // Octokit gives 500 to a connection that broke.
  const more = proxyAdvice === null ? "" : `; ${proxyAdvice}`;
  return `no pull-request comment: GitHub could not be reached (${clipped(error)})${more}`;
}

/** Why nothing is uploaded on GitHub Enterprise Server, and which step does it there. */
export function describeMissingService(evidenceDir: string): string {
  return `not uploaded: GitHub Enterprise Server has no such artifact service; the evidence stays in ${printable(evidenceDir)}: add a step with actions/upload-artifact v3 and that path, and with include-hidden-files: true, as it leaves out what a dot begins`;
}

/** Why the evidence was not uploaded, as one line that says what to do. */
export function describeUploadFailure(error: unknown, artifactName: string, evidenceDir: string): string {
  const message = messageOf(error);
  const place = `the evidence stays in ${printable(evidenceDir)}`;
  if (message.includes("ACTIONS_RUNTIME_TOKEN") || message.includes("ACTIONS_RESULTS_URL")) {
    return `not uploaded: this is not a runner with an artifact service (${printable(message)}); ${place}`;
  }
  return `artifact ${printable(artifactName)} was not uploaded (${clipped(error)}); ${place}`;
}

function adviceFor(status: number): string {
  return COMMENT_ADVICE[status] ?? `GitHub refused with status ${status}`;
}

// GraphQL answers 200 and says in the body what is wrong.
const GRAPHQL_STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
};

function statusOf(error: unknown): number | undefined {
  if (!isRecord(error)) return undefined;
  if (typeof error.status === "number") return error.status;
  const first: unknown = Array.isArray(error.errors) ? error.errors[0] : undefined;
  return isRecord(first) ? GRAPHQL_STATUS[String(first.type)] : undefined;
}

function clipped(error: unknown): string {
  return printable(messageOf(error).replace(/\s+/g, " ")).slice(0, MOST_CHARACTERS);
}
