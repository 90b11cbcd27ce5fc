import { parse } from "yaml";

/** One alert as a rule file has it; what is not text there is empty here. */
export interface PackAlert {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly keepFiringFor: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** The alerts of a rule file's text; throws where it is no YAML. */
export function alertsOf(rules: string): PackAlert[] {
  return listAt(parse(rules), "groups")
    .flatMap((group) => listAt(group, "rules"))
    .map((rule) => ({
      alert: textAt(rule, "alert"),
      expr: textAt(rule, "expr"),
      for: textAt(rule, "for"),
      keepFiringFor: textAt(rule, "keep_firing_for"),
      labels: textsAt(rule, "labels"),
      annotations: textsAt(rule, "annotations"),
    }));
}

/** What a promtool test expects of alerts: the name, and whether it should fire. */
export function expectationsOf(test: string): { readonly alert: string; readonly fires: boolean }[] {
  return listAt(parse(test), "tests")
    .flatMap((group) => listAt(group, "alert_rule_test"))
    .map((expected) => ({
      alert: textAt(expected, "alertname"),
      fires: listAt(expected, "exp_alerts").length > 0,
    }));
}

/** A query of a dashboard, and what asks it. */
export interface DashboardQuery {
  readonly panel: string;
  readonly expr: string;
}

/** The queries of a dashboard's panels and annotations, with every account and instance chosen. */
export function dashboardQueries(dashboard: string): DashboardQuery[] {
  const document: unknown = JSON.parse(dashboard);
  const ofPanels = listAt(document, "panels").flatMap((panel) =>
    listAt(panel, "targets").map((target) => ({
      panel: textAt(panel, "title"),
      expr: textAt(target, "expr"),
    })),
  );
  const ofAnnotations = listAt(fieldsOf(document).annotations, "list").map((annotation) => ({
    panel: `annotation ${textAt(annotation, "name")}`,
    expr: textAt(annotation, "expr"),
  }));
  return [...ofPanels, ...ofAnnotations].map(({ panel, expr }) => ({
    panel,
    expr: expr.replaceAll("$account", ".*").replaceAll("$instance", ".*"),
  }));
}

/** The queries that a template asks Prometheus, each with the labels that are read of its answer. */
export function templateQueries(template: string): { readonly query: string; readonly labels: string[] }[] {
  return [...template.matchAll(/\bquery ("(?:[^"\\]|\\.)*")(.*?\{\{ end \}\})/gs)].map(
    ([, literal = '""', body = ""]) => ({
      query: String(JSON.parse(literal)),
      labels: [...body.matchAll(/(?<!\$)\.Labels\.([A-Za-z_]+)/g)].map(([, label = ""]) => label),
    }),
  );
}

/** The labels of the alert itself that a template names. */
export function templateLabels(template: string): string[] {
  return [...template.matchAll(/\$labels\.([A-Za-z_]+)/g)].map(([, label = ""]) => label);
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = fieldsOf(value)[key];
  return Array.isArray(list) ? list : [];
}

function textAt(value: unknown, key: string): string {
  const text = fieldsOf(value)[key];
  return typeof text === "string" ? text : "";
}

function textsAt(value: unknown, key: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldsOf(fieldsOf(value)[key])).map(([name, text]) => [name, String(text)]),
  );
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
