import { messageOf } from "../errors.js";
import { printable } from "../syncer/printable.js";

/** The part of the process that is needed. */
interface Host {
  exitCode?: number | string | null | undefined;
  exit(): unknown;
  on(event: "exit" | "SIGUSR1", listener: () => void): unknown;
  on(event: "uncaughtException", listener: (error: unknown) => void): unknown;
}

/**
 * Sees to it that this process ends with the exit code of a verdict, or with the one that says there is none: also
 * where the event loop runs dry, or something throws that nobody catches. Nothing that is drilled runs in this
 * process, so nothing else sets its exit code.
 *
 * It also takes SIGUSR1, by which a Node.js process opens its debugger to everybody on the machine, the drilled
 * program among them.
 */
export class VerdictGuard {
  #exitCode: number | null = null;

  /** @param tell is given one line that says why there is no verdict. */
  constructor(host: Host, withoutVerdict: number, tell: (why: string) => void) {
    let why = "nothing was left to do";
    host.on("SIGUSR1", () => undefined);
    host.on("uncaughtException", (error) => {
      why = printable(messageOf(error));
      this.#exitCode = null;
      host.exit();
    });
    host.on("exit", () => {
      host.exitCode = this.#exitCode ?? withoutVerdict;
      if (this.#exitCode === null) tell(`ended without a verdict: ${why}`);
    });
  }

  /** Says what the process ends with, now that there is a verdict. */
  settle(exitCode: number): void {
    this.#exitCode = exitCode;
  }
}
