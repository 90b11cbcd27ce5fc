import { alarmHelp } from "./help/alarm-help.js";
import { evidenceHelp } from "./help/evidence-help.js";
import { programHelp } from "./help/program-help.js";
import { proveHelp } from "./help/prove-help.js";
import { runHelp } from "./help/run-help.js";

/** The help of the program and of each command, by name: what it does first. */
export function helps() {
  return { program: programHelp(), ...proveHelp(), ...evidenceHelp(), ...runHelp(), ...alarmHelp() };
}
