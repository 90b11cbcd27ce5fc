import { matcherSyntaxOf } from "../matchers/parse-matchers.js";
import { refuseBadPaths } from "./bad-paths.js";
import type { AlertmanagerConfiguration } from "./configuration.js";
import { parseYaml } from "./parse-yaml.js";
import { readInhibitRules } from "./read-inhibit-rules.js";
import { readReceivers } from "./read-receivers.js";
import { readRootRoute } from "./read-route.js";
import { readTimeIntervals } from "./read-time-intervals.js";
import type { Reading } from "./reading.js";
import { YamlFields } from "./yaml-fields.js";

/**
 * Reads what decides the way of an alert out of an Alertmanager's configuration. Nothing else of it is looked at, and
 * no address, token or template is kept.
 *
 * @param text `config.original` of `GET /api/v2/status`.
 * @param version `versionInfo.version` of the same: it decides how matchers are read.
 * @throws DrillError `bad_input`: `details` names every bad path, such as `route.routes[1].matchers[0]`.
 */
export function readAlertmanagerConfiguration(text: string, version: string): AlertmanagerConfiguration {
  const what = "Alertmanager's configuration";
  const reading: Reading = { syntax: matcherSyntaxOf(version), problems: [], unknownKeys: [] };
  const fields = new YamlFields(parseYaml(text, what), "", reading.problems);
  const configuration = {
    route: readRootRoute(fields, reading),
    receivers: readReceivers(fields),
    inhibitRules: readInhibitRules(fields, reading),
    timeIntervals: readTimeIntervals(fields, reading),
    unknownKeys: reading.unknownKeys,
  };
  refuseBadPaths(reading.problems, what);
  return configuration;
}
