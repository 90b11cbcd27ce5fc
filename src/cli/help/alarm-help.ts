import { block, JSON_OPTION, option, page, prose, usage } from "./help-text.js";

/** The helps of what is about the alarm: a text for each command. */
export const alarmHelp = () => ({
  rules: page(
    usage("rules", ["[--format FORMAT]", "[--set NAME=VALUE]..."]),
    prose("Prints the rule pack. Without options it is rules/account-sync.rules.yml to the byte."),
    block(
      option(
        "--format FORMAT",
        "prometheus (default) for a rule file, kubernetes for a PrometheusRule, victoriametrics for a file for vmalert, grafana for the dashboard",
      ),
      option(
        "--set NAME=VALUE",
        "changes a setting, such as --set stale-after=60 or --set label.team=desk; docs/rules.md explains them all, " +
          "and a wrong name lists them",
      ),
    ),
  ),
  check: page(
    usage("check", ["--prometheus URL...", "--alertmanager URL...", "[--receiver NAME]", ...SHARED_USAGE]),
    prose(
      "Asks your own Prometheus and Alertmanager whether a mismatch would page somebody, whom, and after how many " +
        "seconds. It only reads: some 13 GETs. Each fault is named with its cause and its cure.",
    ),
    block(...servers(), option("--receiver NAME", "whom a page must reach (default: anybody)"), ...shared()),
    prose(
      "Exit codes: 0 it would ring; 1 something on the way is broken; 2 usage error or bad --http-config; " +
        "3 a server did not answer as it should, or has not scraped yet.",
    ),
  ),
  ring: page(
    usage("ring", [
      "--prometheus URL...",
      "--alertmanager URL...",
      "--receiver NAME",
      "[--within SECONDS]",
      "[--listen HOST:PORT]",
      "[--ack]",
      ...SHARED_USAGE,
    ]),
    prose(
      "A fire drill of the alarm itself. Checks as check does; then posts AccountSyncDrill to Alertmanager, follows it " +
        "to the receiver and takes it back. Every text of it says DRILL, and it ends by itself.",
    ),
    block(
      ...servers(),
      option("--receiver NAME", "whom a page must reach"),
      option(
        "--within SECONDS",
        "until the page is there, and acknowledged (default: group_wait and 30; with --ack 300)",
      ),
      option("--listen HOST:PORT", "be the receiver's webhook here: proves that it is called"),
      option("--ack", "wait until somebody types the four characters of the page"),
      ...shared(),
    ),
    prose("Exit codes: as for check; 3 also while a real alert of the pack is active."),
  ),
});

const SHARED_USAGE = [
  "[--set NAME=VALUE]...",
  "[--targets N]",
  "[--http-config FILE]",
  "[--expect FINGERPRINT]",
  "[--artifact-dir DIR]",
  "[--metrics-file FILE]",
  "[--json]",
];

function servers(): string[] {
  return [
    option("--prometheus URL", "each Prometheus that evaluates the rules, with its path prefix"),
    option("--alertmanager URL", "each Alertmanager that it sends to"),
  ];
}

function shared(): string[] {
  return [
    option("--set NAME=VALUE", "as the pack was printed with: see rules"),
    option("--targets N", "how many exporters must be up"),
    option(
      "--http-config FILE",
      "credentials and TLS, as for promtool: basic_auth, authorization, tls_config",
    ),
    option("--expect FINGERPRINT", "the configuration must still be the one of that check"),
    option(
      "--artifact-dir DIR",
      "where evidence is written (default: $GRINDER_ARTIFACT_DIR, then .artifacts)",
    ),
    option("--metrics-file FILE", "also write metrics for the node exporter's textfile collector"),
    JSON_OPTION,
  ];
}
