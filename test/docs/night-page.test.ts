import { describe, expect, it } from "vitest";
import { readDocument } from "../support/documents.js";
import { fencesOf, linksOf } from "../support/markdown.js";
import { groupingLabelsOf } from "../support/promql.js";

const PAGES = ["AccountSyncMismatchSpike", "AccountSyncMismatchMissed"].map((alert) => ({
  alert,
  text: readDocument(`docs/runbooks/${alert}.md`),
}));

describe("the page that somebody opens at night", () => {
  it.each(PAGES)("begins with a command to paste, and says which address it means: $alert", ({ text }) => {
    const [first] = fencesOf(text);
    const above = text.slice(0, text.indexOf("```sh"));
    expect(first?.language).toBe("sh");
    expect(first?.text).toMatch(/^curl -s localhost:[0-9]+\/metrics/);
    expect(above).toContain("stands for the address that your syncer serves its metrics");
    expect(above).not.toContain("\n## ");
  });

  it.each(PAGES)(
    "has one query by rule, account and instance before the first heading: $alert",
    ({ text }) => {
      const [query] = fencesOf(text.slice(0, text.indexOf("\n## "))).filter(
        ({ language }) => language === "promql",
      );
      expect(groupingLabelsOf(query?.text ?? "")).toEqual(["rule", "account", "instance"]);
    },
  );

  it.each(PAGES)("links the dashboard: $alert", ({ text }) => {
    expect(linksOf(text)).toContain("../../rules/dashboards/account-sync.json");
  });
});
