import { block, option, page, prose, usage } from "./help-text.js";

/** The helps of what is about the alarm: a text for each command. */
export const alarmHelp = () => ({
  rules: page(
    usage("rules", ["[--format prometheus|kubernetes|grafana]", "[--set NAME=VALUE]..."]),
    prose("Prints the rule pack. Without options it is rules/account-sync.rules.yml to the byte."),
    block(
      option(
        "--format FORMAT",
        "prometheus (default) for a rule file, kubernetes for a PrometheusRule, grafana for the dashboard",
      ),
      option(
        "--set NAME=VALUE",
        "changes a setting, such as --set stale-after=60 or --set label.team=desk; docs/rules.md explains them all, " +
          "and a wrong name lists them",
      ),
    ),
  ),
});
