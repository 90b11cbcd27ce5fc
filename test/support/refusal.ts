import { expect } from "vitest";
import { DrillError } from "../../src/errors.js";

/** The problems that `read` refuses its input with, one for each bad path. Fails where it takes the input. */
export function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (thrown) {
    if (!(thrown instanceof DrillError)) throw thrown;
    expect(thrown.code).toBe("bad_input");
    expect(thrown.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    return thrown.details;
  }
  throw new Error("the input was taken");
}

/** The code and the words that `work` is refused with. Fails where it is not. */
export function refusalOf(work: () => unknown): { readonly code: string; readonly message: string } {
  try {
    work();
  } catch (thrown) {
    if (!(thrown instanceof DrillError)) throw thrown;
    return { code: thrown.code, message: thrown.message };
  }
  throw new Error("it was not refused");
}
