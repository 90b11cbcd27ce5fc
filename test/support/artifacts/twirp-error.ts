import type { Refusal } from "../server-fault.js";

/** An error as a Twirp service answers it. */
export function twirpError(status: number, code: string, msg: string): Refusal {
  return { kind: "status", status, body: { code, msg }, headers: {} };
}

/** What the results service says to a second artifact of one name in one run. */
export const NAME_TAKEN = twirpError(
  409,
  "already_exists",
  "an artifact with this name already exists on the workflow run",
);
