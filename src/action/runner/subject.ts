import { parseExpectedFailures } from "../../drill/expected-failures.js";
import { DrillError, messageOf } from "../../errors.js";
import { parseNames } from "../../fire-drill/parse-names.js";
import { type DrillSubject, openSubject } from "../../fire-drill/subject.js";
import type { ProgramPorts } from "../../protocol/program.js";
import { historyNames } from "../../replay/history-names.js";
import { parseHistory } from "../../replay/parse-history.js";
import { parseJson } from "../../syncer/parse-snapshot.js";
import { printable } from "../../syncer/printable.js";
import type { ActionInputs } from "./inputs.js";

// Inputs hold the token, ACTIONS_ the runner's own; a GITHUB_ file would let a program write to later steps.
const KEPT_BACK = /^(?:INPUT_|ACTIONS_)|^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$/i;

/** Reads a file of text. */
export type ReadText = (path: string) => string;

/**
 * What the inputs ask to be drilled: the bundled syncer, or one of the user's own, and what is said of it.
 *
 * @param known the names of all checks that there are.
 * @throws DrillError `usage` where the command of `syncer` needs a shell, `bad_input` for a file that cannot be read.
 */
export function subjectOf(
  inputs: ActionInputs,
  ports: () => ProgramPorts,
  readText: ReadText,
  known: ReadonlySet<string>,
): DrillSubject {
  const { syncer: command, suite, metricPrefix: prefix, names, settle, expectedFailures, replay } = inputs;
  const said = {
    ...(settle !== null && { settle }),
    ...(names !== null && {
      names: fromFile("names", names, readText, (text) => parseNames(parseJson(text))),
    }),
  };
  const listed =
    expectedFailures === null
      ? new Set<string>()
      : fromFile("expected-failures", expectedFailures, readText, (text) =>
          parseExpectedFailures(text, known),
        );
  const named = historyNames(replay);
  const histories = replay.map((path, index) => ({
    name: named[index] ?? "",
    history: fromFile("replay", path, readText, parseHistory),
  }));
  const subject = openSubject({ command, suite, prefix, ...said }, () => {
    const { env, ...others } = ports();
    return { ...others, env: withoutSecrets(env) };
  });
  return { ...subject, listed, histories };
}

function fromFile<T>(input: string, path: string, readText: ReadText, parse: (text: string) => T): T {
  try {
    return parse(readText(path));
  } catch (cause) {
    const why = printable(messageOf(cause));
    throw new DrillError("bad_input", `input ${input}: ${printable(path)}: ${why}`, { cause });
  }
}

/** The environment that a drilled program gets: without what belongs to the runner and to this action. */
export function withoutSecrets(env: ProgramPorts["env"]): ProgramPorts["env"] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !KEPT_BACK.test(name)));
}
