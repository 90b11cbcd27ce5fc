/** `YYYYMMDDTHHMMSSZ` of Unix ms, in UTC; names in the order of their times. */
export function timestampName(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
