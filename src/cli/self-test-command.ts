import { selfTest } from "../self-test/self-test.js";
import type { ParsedArguments } from "./arguments.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";

/** `self-test`: shows that the drill can fail. */
export async function selfTestCommand(_: ParsedArguments, { stdout }: Outside): Promise<ExitCode> {
  return (await selfTest((text) => stdout.write(text))) ? EXIT.ok : EXIT.found;
}
