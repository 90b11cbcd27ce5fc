import { describe, it } from "vitest";
import { drillsOf, furtherLetters } from "../../src/drills/suites.js";
import { expectGolden } from "../golden/golden.js";
import { fireDrill, PREFIX } from "../support/fire-drill-run.js";
import { temporaryDirectory } from "../support/temp-directory.js";

describe("the further drills", () => {
  it("say in the summary what was injected, caught, counted and proven", async () => {
    // Made in here: mutation testing asks a test only about what ran while it did.
    const further = drillsOf("full", PREFIX).filter(({ id }) =>
      furtherLetters("full").includes(id.toUpperCase()),
    );
    const { report } = await fireDrill(temporaryDirectory(), { drills: further });
    const lines = report.drills
      .filter(({ id }) => id !== "guard")
      .flatMap(({ id, title, injected, caught, counted, provenMarker, metricLines, checks, files }) => [
        `${id} ${title}: ${injected}`,
        `  caught: ${caught.join(", ")}; counted: ${counted.join(", ")}`,
        `  ${provenMarker}`,
        ...metricLines.map((line) => `  metric: ${line}`),
        ...[...files.keys()].map((name) => `  file: ${name}`),
        ...checks.map(({ label, stage, status, expected }) => `  ${status} ${stage}: ${label}: ${expected}`),
      ]);
    expectGolden("full-suite.txt", `${lines.join("\n")}\n`);
  });
});
