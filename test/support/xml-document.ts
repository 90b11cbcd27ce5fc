/** An element of an XML document; text between elements is only let pass where it is white space. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
}

const NAME = "[A-Za-z_][A-Za-z0-9_.-]*";
const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/;
const ATTRIBUTE = new RegExp(`^\\s+(${NAME})="([^<"]*)"`);
const OPENING = new RegExp(`^<(${NAME})`);
// The Char production of XML 1.0 (section 2.2).
const ONLY_CHARS = /^[\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads the XML that consists of elements and attributes alone, strictly.
 *
 * @throws Error where the text is not well-formed (XML 1.0), or holds anything else.
 */
export function parseXml(text: string): XmlElement {
  if (!ONLY_CHARS.test(text)) throw new Error("a character that XML does not allow");
  const reader = new Reader(text);
  reader.take(DECLARATION);
  const root = readElement(reader);
  reader.skipBlanks();
  if (reader.rest !== "") throw new Error(`behind the root: ${reader.rest.slice(0, 40)}`);
  return root;
}

class Reader {
  rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  take(pattern: RegExp): RegExpExecArray {
    const match = this.tryTake(pattern);
    if (match === null) throw new Error(`expected ${pattern} at: ${this.rest.slice(0, 40)}`);
    return match;
  }

  tryTake(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.rest);
    if (match !== null) this.rest = this.rest.slice(match[0].length);
    return match;
  }

  skipBlanks(): void {
    this.rest = this.rest.trimStart();
  }
}

function readElement(reader: Reader): XmlElement {
  const name = reader.take(OPENING)[1] ?? "";
  const attributes = readAttributes(reader);
  if (reader.tryTake(/^\s*\/>/) !== null) return { name, attributes, children: [] };
  reader.take(/^\s*>/);
  const children: XmlElement[] = [];
  const closing = new RegExp(`^</${name}\\s*>`);
  for (reader.skipBlanks(); reader.tryTake(closing) === null; reader.skipBlanks()) {
    children.push(readElement(reader));
  }
  return { name, attributes, children };
}

function readAttributes(reader: Reader): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (let match = reader.tryTake(ATTRIBUTE); match !== null; match = reader.tryTake(ATTRIBUTE)) {
    const [, name = "", value = ""] = match;
    if (name in attributes) throw new Error(`attribute twice: ${name}`);
    attributes[name] = readValue(value);
  }
  return attributes;
}

// A parser turns white space in an attribute into blanks (XML 1.0, section 3.3.3).
function readValue(raw: string): string {
  return raw.replace(/[\t\n\r]/g, " ").replace(/&([^;]*);?/g, (reference, name: string) => {
    const character = reference.endsWith(";") ? ENTITIES[name] : undefined;
    if (character === undefined) throw new Error(`not a reference: ${reference}`);
    return character;
  });
}
