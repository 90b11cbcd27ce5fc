import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { committedPack } from "../support/rule-pack.js";
import { onVmalertTool } from "../support/rule-testers.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { VMALERT_ORIGIN, vmalertTool } from "../support/vmalert-tool.js";

const PACK = committedPack();

/**
 * A promtool test as vmalert-tool takes it. Its time begins in 2000, so the times of mismatches do too; and its
 * increase does not extrapolate, so ten failures within five minutes count as the nine that are seen.
 */
function forVmalert(test: string): string {
  const stamps = /(_last_mismatch_timestamp_seconds\{.*\n\s+values: ')(.*)(?=')/g;
  return test
    .replace(
      stamps,
      (_, before: string, values: string) => before + values.replace(/(?<![0-9x+_])[1-9][0-9]*/g, later),
    )
    .replaceAll("1970-01-01 00:", "2000-01-01 00:")
    .replaceAll("(about 10)", "(about 9)");
}

function later(seconds: string): string {
  return String(Number(seconds) + VMALERT_ORIGIN);
}

onVmalertTool(() => {
  it.each([...PACK.tests])(
    "finds each alert silent, firing and resolved as it should be: %s",
    (name, test) => {
      const directory = temporaryDirectory();
      const rules = join(directory, "account-sync.rules.yml");
      writeFileSync(rules, PACK.victoriaMetrics);
      const file = join(directory, name);
      writeFileSync(file, forVmalert(test).replace("../account-sync.rules.yml", rules));
      expect(vmalertTool(file)).toMatchObject({ exitCode: 0 });
    },
  );

  it("finds a mistake in a copy", () => {
    const directory = temporaryDirectory();
    writeFileSync(
      join(directory, "rules.yml"),
      PACK.victoriaMetrics.replace("_seconds > 120", "_seconds > 180"),
    );
    const file = join(directory, "stale.test.yml");
    const test = PACK.tests.get("stale.test.yml") ?? "";
    writeFileSync(file, forVmalert(test).replace("../account-sync.rules.yml", join(directory, "rules.yml")));
    expect(vmalertTool(file)).toMatchObject({ exitCode: 1 });
  });
});
