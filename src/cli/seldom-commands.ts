// Commands that bring along what the drill does not need: one chunk of dist, loaded only where one of them is run.
export { checkCommand } from "./check-command.js";
export { ringCommand } from "./ring-command.js";
export { selfTestCommand } from "./self-test-command.js";
