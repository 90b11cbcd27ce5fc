/** Whether something holds, or that it cannot be told as the server would. */
export type Match = "yes" | "no" | "cannot tell";

/** Whether all hold; one that surely does not decides over those that cannot be told. */
export function allOf(matches: readonly Match[]): Match {
  if (matches.includes("no")) return "no";
  return matches.includes("cannot tell") ? "cannot tell" : "yes";
}

/** Whether it does not hold. */
export function opposite(match: Match): Match {
  if (match === "cannot tell") return match;
  return match === "yes" ? "no" : "yes";
}
