import { leftOut } from "./left-out.js";

/** Whether every case is wanted: `npm run test:integration` and `npm run trust` say so. */
export const AT_LENGTH = process.env.AT_LENGTH === "1";

/** All cases at length; otherwise those that are marked, one of each kind, and it is said aloud how many are left out. */
export function casesToRun<Case extends { readonly isInShort?: true }>(
  what: string,
  cases: readonly Case[],
  how = "npm run test:integration",
): readonly Case[] {
  const chosen = AT_LENGTH ? cases : cases.filter(({ isInShort }) => isInShort);
  const rest = `${cases.length - chosen.length} of ${cases.length} ${what}`;
  leftOut(chosen.length < cases.length, rest, `${how} runs them all`);
  return chosen;
}
