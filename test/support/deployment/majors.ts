import { leftOut } from "../left-out.js";
import { programName } from "./programs.js";
import type { Majors } from "./stack.js";

const PAIRS: readonly Majors[] = [
  { prometheus: "prometheus 2", alertmanager: "alertmanager 0.25" },
  { prometheus: "prometheus 3", alertmanager: "alertmanager 0.28" },
];

/** The pairs of servers that are installed here; it is said aloud which are not. */
export const MAJORS: readonly Majors[] = PAIRS.filter(({ prometheus, alertmanager }) => {
  const missing = [prometheus, alertmanager].filter((program) => programName(program) === null);
  return !leftOut(
    missing.length > 0,
    `check and ring on ${prometheus} and ${alertmanager}`,
    `${missing.join(", ")} is not installed`,
  );
});
