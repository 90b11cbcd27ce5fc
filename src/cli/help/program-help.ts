import { block, command, page, prose } from "./help-text.js";

/** The help of the program: its commands, grouped by what people come for. */
export function programHelp(): string {
  return page(
    "account-sync-drill: a fire drill for the alarm of a diverged exchange account",
    block(
      "Prove that your syncer notices:",
      command("[drill]", "inject known faults, check every stage, leave evidence"),
      command("self-test", "show that the drill can fail: broken syncers, each caught"),
      command("history", "make a drill of an incident, out of evidence of syncs"),
      command("init", "write an adapter to start from"),
    ),
    block(
      "Evidence:",
      command("verify", "check that evidence, or an artifact's zip, is whole and unchanged"),
      command("attest-predicate", "print what to sign of it, as an in-toto test result"),
    ),
    block(
      "Run the bundled syncer:",
      command("sync", "once, on a snapshot"),
      command("serve", "in a loop on a made-up account, and serve its metrics"),
    ),
    block(
      "The alarm:",
      command("rules", "print the Prometheus rule pack, with settings of your own"),
      command("check", "ask your Prometheus and Alertmanager: would a mismatch page you?"),
      command("ring", "send a drill's alert to the receiver through your Alertmanager"),
    ),
    block("account-sync-drill COMMAND --help", "account-sync-drill --version"),
    prose(
      "Exit codes: 0 passed, nothing found; 1 the drill failed, damage or mismatches were found; " +
        "2 usage error or bad input; 3 could not be completed.",
    ),
  );
}
