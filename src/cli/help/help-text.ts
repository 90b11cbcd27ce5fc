/** The columns that help fits into. */
const WIDTH = 80;
const OPTION_COLUMN = 26;
const COMMAND_COLUMN = 21;

/** The usage of a command: its parts in a row, wrapped under each other, never within one. */
export function usage(command: string, parts: readonly string[]): string {
  const start = `account-sync-drill ${command}`;
  return wrapped(`${start} `, "".padEnd(`account-sync-drill ${command.split(" ")[0]} `.length), parts);
}

/** A paragraph. */
export function prose(text: string): string {
  return wrapped("", "", text.split(/\s+/));
}

/** An option with its meaning in a column beside it. */
export function option(name: string, meaning: string): string {
  return besides(`  ${name}`, OPTION_COLUMN, meaning);
}

/** A command with what it is for in a column beside it. */
export function command(name: string, meaning: string): string {
  return besides(`  ${name}`, COMMAND_COLUMN, meaning);
}

function besides(name: string, column: number, meaning: string): string {
  const blank = "".padEnd(column);
  if (name.length < column - 1) return wrapped(name.padEnd(column), blank, meaning.split(" "));
  return `${name}\n${wrapped(blank, blank, meaning.split(" "))}`;
}

function wrapped(first: string, next: string, parts: readonly string[]): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const part of parts) {
    if (!isEmpty && line.length + part.length > WIDTH) {
      lines.push(line.trimEnd());
      line = next;
    }
    line += `${part} `;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()].join("\n");
}

/** The option that every command with a document has. */
export const JSON_OPTION = option("--json", "one JSON document on stdout, the text on stderr");

/** A help: its blocks, parted by empty lines. */
export function page(...blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

/** Lines that stand together. */
export function block(...lines: readonly string[]): string {
  return lines.join("\n");
}
