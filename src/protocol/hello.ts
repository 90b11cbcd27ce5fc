import type { SyncerIdentity } from "../drill/results.js";
import { settleProblem } from "../drill/settle-problem.js";
import { TAKEN, TAKEN_BY_ALL, type Taken } from "../drill/taken.js";
import { DrillError } from "../errors.js";
import { FieldReader } from "../syncer/field-reader.js";
import { refuseProblems } from "../syncer/parse-snapshot.js";
import type { Settle } from "../syncer/settling.js";

/** The protocol versions that the drill speaks (docs/protocol.md). */
export const PROTOCOL = { min: 1, max: 2 } as const;

/** What a syncer said of itself before it was asked anything. */
export interface Hello {
  readonly identity: SyncerIdentity;
  readonly version: number;
  /** What it compares, and whether it can be started anew with a last ts. */
  readonly takes: readonly Taken[];
  /** How long a difference lasts before it says so; undefined where it does not say, which is at once. */
  readonly settle: Settle | undefined;
}

const MOST_IDENTITY_CHARACTERS = 200;

/** How a program of version 1 is spoken to. */
export const VERSION_1 = {
  version: 1,
  takes: TAKEN_BY_ALL,
  settle: undefined,
} as const satisfies Partial<Hello>;

/**
 * What a `hello_ok` says. What a program takes that is not known here is not asked of it.
 *
 * @throws DrillError `bad_input` where a field is missing or wrong; `syncer_broke_off` where the version does not fit.
 */
export function readHello(reply: unknown): Hello {
  const problems: string[] = [];
  const fields = new FieldReader(reply, "", problems);
  const version = fields.integer("protocol");
  const implementation = new FieldReader(fields.raw("implementation"), "implementation", problems);
  const text = (name: string) => implementation.text(name).slice(0, MOST_IDENTITY_CHARACTERS);
  const identity = { name: text("name"), version: text("version"), language: text("language") };
  const more =
    version === 1 ? VERSION_1 : { version, takes: readTakes(fields), settle: readSettle(fields, problems) };
  refuseProblems(problems);
  if (version >= PROTOCOL.min && version <= PROTOCOL.max) return { identity, ...more };
  throw new DrillError(
    "syncer_broke_off",
    `it answered hello with protocol ${version}, and this drill speaks ${PROTOCOL.min} to ${PROTOCOL.max}: ` +
      "answer with a version between hello's min and max",
  );
}

function readTakes(fields: FieldReader): readonly Taken[] {
  const said = fields.optional("takes", (name) => fields.rows(name, (row) => row));
  return said === null ? VERSION_1.takes : TAKEN.filter((name) => said.includes(name));
}

function readSettle(fields: FieldReader, problems: string[]): Settle | undefined {
  const raw = fields.raw("settle");
  if (raw === undefined || raw === null) return undefined;
  const settle = new FieldReader(raw, "settle", problems);
  const read = { syncs: settle.integer("syncs"), ms: settle.integer("ms") };
  const problem = settleProblem(read);
  if (problem !== null) problems.push(`settle: ${problem}`);
  return read;
}
