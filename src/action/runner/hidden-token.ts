// A token is longer; a word that is shorter would take the sense out of every message.
const LEAST_CHARACTERS = 6;

/** Text in which the token does not stand: whatever a service or a syncer says of it, no message of ours repeats it. */
export function withoutToken(text: string, token: string): string {
  return token.length < LEAST_CHARACTERS ? text : text.replaceAll(token, () => "***");
}
