import { durationSeconds } from "./duration.js";

/** A form that a setting's value must have, and the words for it. */
export interface SettingKind {
  readonly expected: string;
  readonly accepts: (value: string) => boolean;
}

// Unpaired surrogates and U+FFFE too: YAML refuses them.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{NChar}\p{Zl}\p{Zp}]/u;

/** What metric names begin with. */
export const METRIC_PREFIX: SettingKind = {
  expected: "a metric name such as acme_account_sync",
  accepts: (value) => /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(value),
};

/** The severities that alerts commonly have. */
export const SEVERITY: SettingKind = {
  expected: "critical, warning or info",
  accepts: (value) => ["critical", "warning", "info"].includes(value),
};

/** A duration as Prometheus writes it, of one unit. */
export const DURATION: SettingKind = {
  expected: "a duration of one unit such as 90s, 5m or 2h",
  accepts: (value) => !Number.isNaN(durationSeconds(value)),
};

/** Off, or a duration. */
export const DURATION_OR_OFF: SettingKind = {
  expected: `off, or ${DURATION.expected}`,
  accepts: (value) => value === "off" || DURATION.accepts(value),
};

/** On or off. */
export const SWITCH: SettingKind = {
  expected: "on or off",
  accepts: (value) => value === "on" || value === "off",
};

/** Labels to tell one page from another by. */
export const SPIKE_BY: SettingKind = {
  expected: "account, instance or account,instance",
  accepts: (value) => ["account", "instance", "account,instance"].includes(value),
};

/** How many restarts are a loop. One alone would page at every deployment. */
export const RESTARTS: SettingKind = {
  expected: "a whole number from 2 to 99",
  accepts: (value) => /^([2-9]|[1-9][0-9])$/.test(value),
};

/** A threshold. */
export const NUMBER: SettingKind = {
  expected: "a number of at least 0 such as 120 or 0.5",
  accepts: (value) => /^(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?$/.test(value),
};

/** Where runbook pages lie; a page is a name behind it. */
export const WEB_ADDRESS: SettingKind = {
  expected: "an address that begins with https:// or http:// and does not end with /",
  accepts: (value) => /^https?:\/\/[^\s"'{}\\<>]*[^\s"'{}\\<>/]$/.test(value) && !UNPRINTABLE.test(value),
};

/** The value of an alert's label. Prometheus takes it for a template, and every PromQL string ends at its quote. */
export const LABEL_VALUE: SettingKind = {
  expected: "text on one line, without {{, quotes and backslashes",
  accepts: (value) => /^[^"'\\]+$/.test(value) && !UNPRINTABLE.test(value) && !value.includes("{{"),
};

/** The name of a Kubernetes object or namespace. */
export const KUBERNETES_NAME: SettingKind = {
  expected: "a Kubernetes name such as account-sync",
  accepts: (value) => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(value),
};

/** The value of a Kubernetes label. */
export const KUBERNETES_LABEL_VALUE: SettingKind = {
  expected: "the value of a Kubernetes label such as kube-prometheus-stack",
  accepts: (value) => /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(value),
};
