import { randomUUID } from "node:crypto";
import { Octokit } from "@octokit/core";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";

const MOST_RETRIES = 2;
const LONGEST_WAIT_SECONDS = 30;
// Those that asking again does not change, and 429, which plugin-throttling waits for.
const NOT_RETRIED = [400, 401, 403, 404, 410, 422, 429, 451];

/** Whom to talk to, as whom, and until when. */
export interface Connection {
  readonly token: string;
  readonly baseUrl: string;
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

/**
 * Octokit with its own plugins for retries and rate limits: Retry-After is honoured where it is at most 30 s, and
 * never more than twice.
 */
export function patientOctokit({ token, baseUrl, userAgent, signal }: Connection): Octokit {
  return new (Octokit.plugin(nameRateLimits, retry, throttling))({
    auth: token,
    baseUrl,
    userAgent,
    request: { signal },
    // Not request.retries: with it, plugin-retry asks again whatever the status.
    retry: { retries: MOST_RETRIES, doNotRetry: NOT_RETRIED },
    throttle: { id: randomUUID(), onRateLimit: isWorthWaiting, onSecondaryRateLimit: isWorthWaiting },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
}

// plugin-throttling knows a rate limit by its wording; Retry-After says it too, whatever the text beside it.
function nameRateLimits(octokit: Octokit): void {
  octokit.hook.error("request", (error) => {
    const status = "status" in error ? error.status : undefined;
    const headers = "response" in error ? error.response?.headers : undefined;
    if ((status === 403 || status === 429) && headers?.["retry-after"] !== undefined) {
      error.message = `secondary rate limit: ${error.message}`;
    }
    throw error;
  });
}

function isWorthWaiting(seconds: number, _request: object, _octokit: object, retryCount: number): boolean {
  return seconds <= LONGEST_WAIT_SECONDS && retryCount < MOST_RETRIES;
}

function silent(): void {}
