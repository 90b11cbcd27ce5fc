import type { ParsedArguments } from "./arguments.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";

/** The options of `self-test`: none but those of every command. */
export const SELF_TEST_OPTIONS = {} as const;

/** `self-test`: shows that the drill can fail. Loaded when it is asked for: a drill has no use for it. */
export async function selfTestCommand(_: ParsedArguments, { stdout }: Outside): Promise<ExitCode> {
  const { selfTest } = await import("../self-test/self-test.js");
  return (await selfTest((text) => stdout.write(text))) ? EXIT.ok : EXIT.found;
}
