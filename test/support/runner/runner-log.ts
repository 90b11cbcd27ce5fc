/** A command that a runner carries out because of a line in the log. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

// The commands that a runner knows, old ones included.
const KNOWN =
  /^(add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|notice|remove-matcher|save-state|set-env|set-output|stop-commands|warning)$/;

/**
 * The commands that a runner would carry out on reading this log: `::name key=value::message` at the start of a line,
 * and the old `##[name key=value]message` anywhere in one; none between stop-commands and its token.
 */
export function commandsIn(log: string): RunnerCommand[] {
  const commands: RunnerCommand[] = [];
  let stopToken: string | null = null;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = readCommand(line, stopToken);
    if (command === undefined) continue;
    if (stopToken === null) commands.push(command);
    if (command.name === "stop-commands" && stopToken === null) stopToken = command.message;
    else if (command.name === stopToken) stopToken = null;
  }
  return commands;
}

function readCommand(line: string, stopToken: string | null): RunnerCommand | undefined {
  const ofNow = /^\s*::(.*?)::(.*)$/.exec(line);
  const [, head = "", message = ""] = ofNow ?? /##\[([^\]]*)\](.*)$/.exec(line) ?? [];
  const [name = "", ...rest] = head.split(" ");
  if (!KNOWN.test(name) && name !== stopToken) return undefined;
  const properties = rest
    .join(" ")
    .split(ofNow === null ? ";" : ",")
    .map((pair): [string, string] => {
      const [key = "", ...value] = pair.split("=");
      return [key.trim(), unescaped(value.join("="))];
    })
    .filter(([key]) => key !== "");
  return { name, properties: Object.fromEntries(properties), message: unescaped(message) };
}

function unescaped(text: string): string {
  const characters: Readonly<Record<string, string>> = {
    "%0A": "\n",
    "%0D": "\r",
    "%25": "%",
    "%2C": ",",
    "%3A": ":",
    "%3B": ";",
    "%5D": "]",
  };
  return text.replace(/%(?:0A|0D|25|2C|3A|3B|5D)/gi, (code) => characters[code.toUpperCase()] ?? code);
}
