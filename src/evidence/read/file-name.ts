/**
 * The name of a file as text, so that two names are never one text: bytes that are no UTF-8 become unpaired surrogates
 * (as in Python's `surrogateescape`), which no text that was UTF-8 holds, the checksum file's neither.
 */
export function fileNameOf(name: Buffer): string {
  const text = name.toString("utf8");
  if (Buffer.from(text).equals(name)) return text;
  return [...name].map((byte) => String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte)).join("");
}
