import type { Refusal } from "../server-fault.js";

/** GitHub's usual error. */
export function refusal(status: number, message: string, headers: Record<string, string> = {}): Refusal {
  const body = { message, documentation_url: "https://docs.github.com/rest", status: String(status) };
  return { kind: "status", status, body, headers };
}

/** GitHub's answer to somebody who asks too much too fast: 403 or 429, waiting as long as Retry-After says. */
export function secondaryLimit(status: 403 | 429, retryAfterSeconds: number): Refusal {
  return refusal(
    status,
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
    { "retry-after": String(retryAfterSeconds) },
  );
}

/** The answer to a body that GitHub does not take. */
export const UNPROCESSABLE: Refusal = {
  kind: "status",
  status: 422,
  body: {
    message: "Validation Failed",
    errors: [
      { resource: "IssueComment", code: "unprocessable", field: "data", message: "Body is not acceptable" },
    ],
    documentation_url: "https://docs.github.com/rest/issues/comments#create-an-issue-comment",
    status: "422",
  },
  headers: {},
};
