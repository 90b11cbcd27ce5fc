import type { Integration, Receiver } from "./configuration.js";
import type { YamlFields } from "./yaml-fields.js";

const SUFFIX = "_configs";

/** Whether each kind tells that an alert is over where it does not say (the servers' defaults, 0.25 to 0.28). */
const SENDS_RESOLVED: Readonly<Record<string, boolean>> = {
  discord: true,
  email: false,
  jira: true,
  msteams: true,
  msteamsv2: true,
  opsgenie: true,
  pagerduty: true,
  pushover: true,
  rocketchat: false,
  slack: false,
  sns: true,
  telegram: true,
  victorops: true,
  webex: true,
  webhook: true,
  wechat: false,
};

/** Who can be notified, and how: whatever ends in `_configs` is a kind of integration, known here or not. */
export function readReceivers(configuration: YamlFields): Receiver[] {
  return configuration.children("receivers").map((fields) => ({
    name: fields.requiredText("name"),
    integrations: fields
      .names()
      .filter((name) => name.endsWith(SUFFIX))
      .flatMap((name) => readIntegrations(fields, name)),
  }));
}

function readIntegrations(fields: YamlFields, name: string): Integration[] {
  const kind = name.slice(0, -SUFFIX.length);
  const usual = Object.hasOwn(SENDS_RESOLVED, kind) ? SENDS_RESOLVED[kind] : undefined;
  return fields.children(name).map((integration) => ({
    kind,
    sendResolved: integration.flag("send_resolved") ?? usual,
  }));
}
