import type { AccountSnapshot } from "../snapshot.js";

/** What a rule looks at. `knownOrderIds` is null where none were given; an empty set knows no order. */
export interface RuleInput {
  readonly snapshot: AccountSnapshot;
  /** Unix ms of the last accepted snapshot. */
  readonly lastTs: number;
  readonly knownOrderIds: ReadonlySet<string> | null;
}

/** A row of an account in wire form (contract, section 2). */
export type WireRow = Readonly<Record<string, unknown>>;

/** An account in wire form, to put a fault into. */
export interface WireAccount {
  readonly positions: readonly WireRow[];
  readonly open_orders: readonly WireRow[];
  /** Unix ms. */
  readonly ts: number;
}

/** What people have to know of a rule, as Markdown: made into the tables and lists of the documents. */
export interface RuleWords {
  /** When it fires. */
  readonly fires: string;
  /** What may happen until it is settled. */
  readonly risk: string;
  /** What to look at first. */
  readonly triage: string;
  /** What to do about it. */
  readonly resolution: string;
}

/**
 * Everything that there is to say about one mismatch rule (contract, section 3). The metrics' series, the made-up
 * account's faults, the alert cases, the help and the documents are made of these rows, or held against them.
 */
export interface RuleRow<Name extends string = string> {
  /** The value of the label `rule`. */
  readonly name: Name;
  /** Whether it compares what the exchange says with what the system knows. */
  readonly comparesTwoSides: boolean;
  /** One printable line for each finding, and nothing for a healthy account. */
  readonly find: (input: RuleInput) => string[];
  /**
   * Breaks this rule, and no other, in a healthy account that has a position and an order, all of them known.
   *
   * @param pick a whole number of at least 0 that chooses among the ways and the rows.
   */
  readonly fault: (account: WireAccount, pick: number) => WireAccount;
  /** The letter of the drill that proves it, of any suite. */
  readonly provenBy: string;
  readonly words: RuleWords;
}

/** A copy of the rows in which the chosen one is changed. */
export function withChosen(
  rows: readonly WireRow[],
  pick: number,
  change: (row: WireRow) => readonly WireRow[],
): readonly WireRow[] {
  const chosen = pick % Math.max(rows.length, 1);
  return rows.flatMap((row, index) => (index === chosen ? change(row) : [row]));
}
