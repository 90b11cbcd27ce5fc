import { parse, stringify } from "yaml";
import { DEFAULT_SETTINGS } from "../../../src/rules/pack-settings.js";
import { renderPrometheus } from "../../../src/rules/render-pack.js";
import { postAlerts, postSilence, reload, spoilConfiguration } from "./plant.js";
import type { Majors, Stack, StackPlan, Yaml } from "./stack.js";

/** A fault of a deployment, and how an audit must name it. */
export interface DeploymentFault {
  readonly id: string;
  readonly what: string;
  readonly plan: Omit<StackPlan, keyof Majors>;
  /** Done when the stack runs. */
  readonly afterwards?: (stack: Stack) => Promise<void>;
  /** The checks that must fail, or warn; nothing else may fail. */
  readonly fails?: readonly string[];
  readonly warns?: readonly string[];
  /** Text that must stand in what is said. */
  readonly says?: readonly RegExp[];
  /** How many of the Alertmanagers the audit is given; all of them where it is not said. */
  readonly given?: number;
  /** Only `ring` sees it while nothing was sent. */
  readonly onlyRing?: true;
  readonly isInShort?: true;
}

const scrape = (change: (job: Yaml) => void) => ({
  prometheusConfig: (config: Yaml) => change(config.scrape_configs[0]),
});
const route = (change: (config: Yaml) => void) => ({ alertmanagerConfig: change });
const shown = (text: string, from: RegExp, to: string) => text.replace(from, to);

/** Where the fault is between an exporter and Prometheus' series. */
const SCRAPED: readonly DeploymentFault[] = [
  {
    id: "04-prefix-differs",
    what: "the exporter's prefix differs from the rules'",
    plan: { exporter: { prefix: "mybot_account_sync" } },
    fails: ["scraped.series"],
    says: [/--set prefix=mybot_account_sync/],
  },
  {
    id: "05-scrape-2m",
    what: "scrape_interval 2m",
    plan: scrape((job) => Object.assign(job, { scrape_interval: "2m", scrape_timeout: "10s" })),
    fails: ["scraped.interval"],
    says: [/is scraped every 2m/, /expected less than 2m \(spike-window 5m - spike-for 3m\)/],
    isInShort: true,
  },
  {
    id: "06-target-down",
    what: "wrong port",
    plan: scrape((job) => Object.assign(job, { static_configs: [{ targets: ["127.0.0.1:1"] }] })),
    fails: ["scraped.series"],
    says: [/account-sync\/127\.0\.0\.1:1 is down: .*refused/],
  },
  {
    id: "07-labeldrop-rule",
    what: "metric_relabel_configs drops the label rule",
    plan: scrape((job) =>
      Object.assign(job, { metric_relabel_configs: [{ regex: "rule", action: "labeldrop" }] }),
    ),
    fails: ["scraped.born-at-0"],
    says: [/no label rule/, /labeldrop/],
  },
  {
    id: "08-honor-labels",
    what: "the exporter has instance and job of its own; honor_labels: true",
    plan: {
      ...scrape((job) => Object.assign(job, { honor_labels: true })),
      exporter: { change: withLabels('instance="bot-1",job="bot"') },
    },
    warns: ["scraped.labels"],
    says: [/bot\/bot-1/],
  },
  {
    id: "08b-no-honor-labels",
    what: "the same without honor_labels",
    plan: { exporter: { change: withLabels('instance="bot-1",job="bot"') } },
  },
  {
    id: "28-clock-skew",
    what: "the exporter's clock is a minute slow",
    plan: { exporter: { clockAheadMs: -60_000 } },
    warns: ["scraped.clock"],
    says: [/is 60 s slow/],
  },
  {
    id: "29-born-at-1",
    what: "no series at 0",
    plan: {
      exporter: { change: (text) => shown(text, /^\w+_mismatches_total\{rule="(?!orphan_order).*\n/gm, "") },
    },
    fails: ["scraped.born-at-0"],
    says: [/duplicate_key/],
  },
  {
    id: "34-metrics-path-404",
    what: "metrics_path wrong",
    plan: scrape((job) => Object.assign(job, { metrics_path: "/prometheus" })),
    fails: ["scraped.series"],
    says: [/404 Not Found/],
  },
  {
    id: "36-metric-drop",
    what: "metric_relabel_configs drops the counter",
    plan: scrape((job) =>
      Object.assign(job, {
        metric_relabel_configs: [
          { source_labels: ["__name__"], regex: ".*_mismatches_total", action: "drop" },
        ],
      }),
    ),
    fails: ["scraped.series"],
    says: [/has no grinder_account_sync_mismatches_total/],
    isInShort: true,
  },
  {
    id: "50-sample-limit",
    what: "sample_limit is lower than what the exporter exposes",
    plan: scrape((job) => Object.assign(job, { sample_limit: 3 })),
    fails: ["scraped.series"],
    says: [/sample limit|sample_limit/],
  },
  {
    id: "51-one-of-two-down",
    what: "a second exporter of the job is down",
    plan: {
      prometheusConfig: (config, { target }) => {
        config.scrape_configs[0].static_configs = [{ targets: [target, "127.0.0.1:1"] }];
      },
    },
    fails: ["scraped.up"],
    says: [/127\.0\.0\.1:1 is down/],
  },
];

/** Where it is between the series and a firing alert. */
const RULES: readonly DeploymentFault[] = [
  {
    id: "01-rules-not-loaded",
    what: "rule_files does not name the pack",
    plan: { prometheusConfig: (config) => Object.assign(config, { rule_files: [] }) },
    fails: ["rules.loaded"],
    says: [/no alert of the pack is loaded/],
    isInShort: true,
  },
  {
    id: "02-glob-misses",
    what: "glob *.yaml, the file is .yml",
    plan: {
      prometheusConfig: (config, { directory }) =>
        Object.assign(config, { rule_files: [`${directory}/*.yaml`] }),
    },
    fails: ["rules.loaded"],
    says: [/rule_files: .*\*\.yaml/],
  },
  {
    id: "03-rule-edited",
    what: "rule edited: > 0 became > 100",
    plan: { rules: (text) => shown(text, /(mismatches_total.*\)) > 0/, "$1 > 100") },
    fails: ["rules.unchanged"],
    says: [/AccountSyncMismatchSpike/, />100/],
  },
  {
    id: "09-eval-fails",
    what: "evaluation fails (--query.max-samples=5)",
    plan: { prometheusArgs: ["--query.max-samples=5"] },
    fails: ["rules.healthy"],
    says: [/too many samples/],
  },
  {
    id: "10-eval-slow",
    what: "evaluation_interval 10m",
    plan: { prometheusConfig: (config) => Object.assign(config.global, { evaluation_interval: "10m" }) },
    fails: ["rules.interval"],
    says: [/every 10m/],
  },
  {
    id: "32-reload-failed",
    what: "a broken file was added: reload failed",
    plan: {},
    afterwards: async (stack) => {
      spoilConfiguration(`${stack.directory}/prometheus.yml`);
      await reload(stack.prometheus);
    },
    fails: ["rules.reload"],
    says: [/could not load its configuration/],
  },
  {
    id: "41-canary-prefix",
    what: "a canary's pack beside ours, with a label of its own; the real one is born at 1",
    plan: {
      rules: (text) => text + stringify(canaryGroup()).replace(/^groups:\n/, ""),
      exporter: { change: (text) => shown(text, /^grinder\w+_mismatches_total\{.* 0\n/gm, "") },
    },
    fails: ["scraped.series"],
  },
];

/** Where it is between a firing alert and Alertmanager. */
const SENT: readonly DeploymentFault[] = [
  {
    id: "11-no-alertmanagers",
    what: "Prometheus has no alerting section",
    plan: { prometheusConfig: (config) => void delete config.alerting },
    fails: ["sent.configured"],
    isInShort: true,
  },
  {
    id: "12-am-path-prefix",
    what: "wrong path_prefix to Alertmanager",
    plan: {
      prometheusConfig: (config) =>
        Object.assign(config.alerting.alertmanagers[0], { path_prefix: "/alertmanager" }),
    },
    fails: ["sent.answers"],
    says: [/path_prefix/],
    isInShort: true,
  },
  {
    id: "13-am-down",
    what: "Prometheus points at an Alertmanager that is not there",
    plan: {
      prometheusConfig: (config) =>
        Object.assign(config.alerting.alertmanagers[0], { static_configs: [{ targets: ["127.0.0.1:1"] }] }),
    },
    fails: ["sent.answers"],
    says: [/http:\/\/127\.0\.0\.1:1\/?, and no Alertmanager is there/],
  },
  {
    id: "52-alert-dropped",
    what: "alert_relabel_configs drops the pack's alerts",
    plan: {
      prometheusConfig: (config) => {
        config.alerting.alert_relabel_configs = [
          { source_labels: ["component"], regex: "account", action: "drop" },
        ];
      },
    },
    fails: ["sent.relabelled"],
  },
  {
    id: "53-other-alertmanager",
    what: "Prometheus sends to another Alertmanager than the one that is asked",
    plan: {
      alertmanagers: 2,
      prometheusConfig: (config, { alertmanagers }) =>
        Object.assign(config.alerting.alertmanagers[0], {
          static_configs: [{ targets: alertmanagers.slice(1) }],
        }),
    },
    given: 1,
    warns: ["sent.answers"],
    says: [/was not asked/],
  },
];

/** Where it is inside Alertmanager. */
const ROUTED: readonly DeploymentFault[] = [
  {
    id: "14-null-receiver",
    what: "no route for component; root receiver is null",
    plan: route((config) => void delete config.route.routes),
    fails: ["routed.receiver"],
    says: [/all alerts of the pack go to receiver "nobody", which notifies nobody/],
  },
  {
    id: "15-earlier-route",
    what: "an earlier route takes severity=warning",
    plan: route((config) => {
      config.route.routes.unshift({ receiver: "warnings-nobody-reads", matchers: ['severity="warning"'] });
      config.receivers.push({ name: "warnings-nobody-reads" });
    }),
    fails: ["routed.receiver"],
    says: [/warnings-nobody-reads/],
  },
  {
    id: "16-matcher-typo",
    what: "matcher component=acount",
    plan: route((config) => {
      config.route.routes[0].matchers = ['component="acount"'];
    }),
    fails: ["routed.receiver"],
    says: [/route \{component="acount"\} does not match component="account"/],
    isInShort: true,
  },
  {
    id: "17-silence-all",
    what: "a silence matches everything",
    plan: {},
    afterwards: (stack) => postSilence(stack.alertmanager, { name: "alertname", value: ".+", isRegex: true }),
    fails: ["routed.silence"],
    says: [
      /silence [0-9a-f]{8} by max until .* \("maintenance"\) swallows all alerts of the pack/,
      /amtool silence expire [0-9a-f-]{36}/,
    ],
    isInShort: true,
  },
  {
    id: "54-silence-one",
    what: "a silence on one alert alone",
    plan: {},
    afterwards: (stack) =>
      postSilence(stack.alertmanager, {
        name: "alertname",
        value: "AccountSyncMismatchSpike",
        isRegex: false,
      }),
    fails: ["routed.silence"],
    says: [/swallows AccountSyncMismatchSpike/],
  },
  {
    id: "18-inhibited",
    what: "a critical alert inhibits every warning",
    plan: route((config) => {
      config.inhibit_rules = [
        { source_matchers: ['severity="critical"'], target_matchers: ['severity="warning"'] },
      ];
    }),
    afterwards: (stack) => postAlerts(stack.alertmanager, { alertname: "DiskFull", severity: "critical" }),
    fails: ["routed.inhibited"],
    says: [/DiskFull, firing now, inhibits/],
  },
  {
    id: "19-muted",
    what: "mute_time_intervals that is always on",
    plan: route((config) => {
      config.route.routes[0].mute_time_intervals = ["nights"];
      config.time_intervals = [
        { name: "nights", time_intervals: [{ times: [{ start_time: "00:00", end_time: "24:00" }] }] },
      ];
    }),
    fails: ["routed.muted"],
    says: [/"nights"/],
    isInShort: true,
  },
  {
    id: "55-never-active",
    what: "active_time_intervals that never comes",
    plan: route((config) => {
      config.route.routes[0].active_time_intervals = ["once"];
      config.time_intervals = [{ name: "once", time_intervals: [{ years: ["2001"] }] }];
    }),
    fails: ["routed.muted"],
    says: [/"once"/],
  },
  {
    id: "22-resolved-not-sent",
    what: "send_resolved: false",
    plan: route((config) => Object.assign(config.receivers[1].webhook_configs[0], { send_resolved: false })),
    warns: ["routed.resolved"],
  },
  {
    id: "23-group-wait-1h",
    what: "group_wait 1h",
    plan: route((config) => Object.assign(config.route.routes[0], { group_wait: "1h" })),
    fails: ["routed.wait"],
    says: [/waits 1h/],
  },
  {
    id: "24-repeat-720h",
    what: "repeat_interval 720h",
    plan: route((config) => Object.assign(config.route.routes[0], { repeat_interval: "720h" })),
    warns: ["routed.repeat"],
    says: [/30d/],
  },
  {
    id: "26-am-not-clustered",
    what: "two Alertmanagers that do not know each other",
    plan: { alertmanagers: 2 },
    warns: ["routed.cluster"],
  },
  {
    id: "31-alert-relabel",
    what: "alert_relabel_configs changes the label that the route goes by",
    plan: {
      prometheusConfig: (config) => {
        config.alerting.alert_relabel_configs = [{ target_label: "component", replacement: "bots" }];
      },
    },
    fails: ["routed.receiver"],
    says: [/component/],
  },
  {
    id: "56-am-reload-failed",
    what: "Alertmanager could not load its configuration again",
    plan: {},
    afterwards: async (stack) => {
      const [address = ""] = stack.alertmanagers;
      spoilConfiguration(`${stack.directory}/${address.replace(":", "-")}/alertmanager.yml`);
      await reload(stack.alertmanager);
    },
    fails: ["delivered.reload"],
  },
];

/** Where it is between Alertmanager and a person: nothing shows it before something was sent. */
const DELIVERED: readonly DeploymentFault[] = [
  {
    id: "20-webhook-500",
    what: "the receiver answers 500",
    plan: { webhookStatus: 500 },
    onlyRing: true,
    fails: ["delivered.page"],
  },
  {
    id: "20b-webhook-403",
    what: "the receiver answers 403",
    plan: { webhookStatus: 403 },
    onlyRing: true,
    fails: ["delivered.page"],
  },
  {
    id: "21-webhook-wrong-url",
    what: "nobody listens at the receiver's URL",
    plan: route((config) =>
      Object.assign(config.receivers[1].webhook_configs[0], { url: "http://127.0.0.1:1/" }),
    ),
    onlyRing: true,
    fails: ["delivered.page"],
  },
];

/** Every fault of the table, and more. */
export const FAULTS: readonly DeploymentFault[] = [...SCRAPED, ...RULES, ...SENT, ...ROUTED, ...DELIVERED];

function withLabels(labels: string): (text: string) => string {
  return (text) =>
    text.replace(
      /^(grinder\w+)(?:\{(.*)\})? /gm,
      (_, name, own) => `${name}{${own === undefined ? "" : `${own},`}${labels}} `,
    );
}

function canaryGroup(): Yaml {
  const text = renderPrometheus({
    ...DEFAULT_SETTINGS,
    prefix: "canary_account_sync",
    labels: { drill: "true" },
  });
  return { groups: [{ name: "canary", rules: parseRules(text) }] };
}

function parseRules(text: string): Yaml {
  return parse(text).groups[0].rules;
}
