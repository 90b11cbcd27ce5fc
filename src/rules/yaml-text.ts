/** What the pack's files are made of. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

// Plain scalars that every YAML version reads as this very text.
const PLAIN = /^[A-Za-z_/(][^\n:#\t'"&*!|>%@`{}[\],]*$/;
const LOOKS_LIKE_ANOTHER_TYPE = /^(true|false|yes|no|on|off|null|y|n|\.inf|\.nan)$/i;
const DURATION = /^[0-9]+[smhd]$/;

/** YAML in block style: text over several lines as `|-`, anything that could be misread in quotes. */
export function yamlText(value: YamlValue): string {
  return `${blockLines(value).join("\n")}\n`;
}

function blockLines(value: YamlValue): string[] {
  if (typeof value === "string") return [scalar(value)];
  if (isList(value)) return value.flatMap(itemLines);
  return Object.entries(value).flatMap(([key, entry]) => entryLines(scalar(key), entry));
}

function itemLines(item: YamlValue): string[] {
  const [first = "", ...rest] = typeof item === "string" ? textLines(item) : blockLines(item);
  return [`- ${first}`, ...rest.map(indented)];
}

function entryLines(key: string, value: YamlValue): string[] {
  if (typeof value === "string") {
    const [first = "", ...rest] = textLines(value);
    return [`${key}: ${first}`, ...rest];
  }
  if (isEmpty(value)) return [`${key}: ${isList(value) ? "[]" : "{}"}`];
  return [`${key}:`, ...blockLines(value).map(indented)];
}

function textLines(text: string): string[] {
  const isBlock = /^[^\s][^\r]*\n[^\s]/.test(text) && !text.endsWith("\n") && !/[^\n\x20-\x7e]/.test(text);
  return isBlock ? ["|-", ...text.split("\n").map(indented)] : [scalar(text)];
}

function scalar(text: string): string {
  const isPlain = PLAIN.test(text) && !text.endsWith(" ") && !LOOKS_LIKE_ANOTHER_TYPE.test(text);
  if (isPlain || DURATION.test(text)) return text;
  return /^[\x20-\x7e]*$/.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

function indented(line: string): string {
  return line === "" ? "" : `  ${line}`;
}

function isEmpty(value: Exclude<YamlValue, string>): boolean {
  return Object.keys(value).length === 0;
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
