// The answers of Alertmanager's API v2 (its api/v2/openapi.yaml), as far as an audit needs them.
import { FieldReader } from "../../syncer/field-reader.js";
import { goTime, type Labels, labelsIn, looseRows, looseText } from "../server-fields.js";

/** How an Alertmanager is. */
export interface AlertmanagerStatus {
  readonly version: string;
  /** When it started, as it says it: with the configuration, who it is. */
  readonly uptime: string;
  readonly peers: readonly string[];
  /** `ready`, `settling` or `disabled`. */
  readonly cluster: string;
  /** The configuration as YAML. It may hold secrets and must not be kept. */
  readonly config: string;
}

/** An alert that Alertmanager holds. */
export interface HeldAlert {
  readonly labels: Labels;
  readonly receivers: readonly string[];
  /** `active`, `suppressed` or `unprocessed`. */
  readonly state: string;
  readonly silencedBy: readonly string[];
  readonly inhibitedBy: readonly string[];
  readonly mutedBy: readonly string[];
  readonly fingerprint: string;
  /** Unix ms. */
  readonly endsAt: number | null;
}

export function alertmanagerStatus(document: unknown, problems: string[]): AlertmanagerStatus {
  const status = new FieldReader(document, "", problems);
  const cluster = new FieldReader(status.raw("cluster"), "cluster", problems);
  const config = new FieldReader(status.raw("config"), "config", problems);
  const versions = new FieldReader(status.raw("versionInfo"), "versionInfo", problems);
  return {
    version: versions.text("version"),
    uptime: looseText(status, "uptime"),
    peers: looseRows(cluster, "peers", (row, path) => new FieldReader(row, path, problems).text("name")),
    cluster: looseText(cluster, "status"),
    config: config.text("original"),
  };
}

export function heldAlerts(document: unknown, problems: string[]): HeldAlert[] {
  return rowsOf(document, problems, (alert) => {
    const status = new FieldReader(alert.raw("status"), "status", problems);
    const names = (name: string) => looseRows(status, name, String);
    return {
      labels: labelsIn(alert, "labels"),
      receivers: looseRows(alert, "receivers", (row, path) =>
        new FieldReader(row, path, problems).text("name"),
      ),
      state: status.text("state"),
      silencedBy: names("silencedBy"),
      inhibitedBy: names("inhibitedBy"),
      mutedBy: names("mutedBy"),
      fingerprint: looseText(alert, "fingerprint"),
      endsAt: goTime(looseText(alert, "endsAt")),
    };
  });
}

function rowsOf<T>(document: unknown, problems: string[], read: (row: FieldReader) => T): T[] {
  return new FieldReader({ answer: document }, "", problems).rows("answer", (row, path) =>
    read(new FieldReader(row, path, problems)),
  );
}
