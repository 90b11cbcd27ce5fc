/** Whether a text matches, or that it cannot be told as Go would. */
export type Match = "yes" | "no" | "cannot tell";

/** A pattern of Go's regexp package, ready to be run. It never takes longer than its length times the text's. */
export interface GoRegexp {
  /** As it is written, without the anchors. */
  readonly source: string;
  /** Whether the whole text matches. */
  matches(text: string): Match;
}
