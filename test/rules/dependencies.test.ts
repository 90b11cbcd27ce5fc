import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

describe("package.json", () => {
  const { dependencies, devDependencies } = manifest;

  it("does not name promql-parser, which whoever claims the name could fill", () => {
    expect(Object.keys({ ...dependencies, ...devDependencies })).not.toContain("promql-parser");
  });

  it("pins Prometheus' grammar and its checker to one version", () => {
    expect(devDependencies["@prometheus-io/lezer-promql"]).toMatch(/^[0-9.]+$/);
    expect(devDependencies["@prometheus-io/codemirror-promql"]).toBe(
      devDependencies["@prometheus-io/lezer-promql"],
    );
  });
});
