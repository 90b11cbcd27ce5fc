import { describe, it } from "vitest";
import type { PackSettings } from "../../src/rules/pack-settings.js";
import { renderPrometheus } from "../../src/rules/render-pack.js";
import { leftOut } from "./left-out.js";
import { onEachPromtool, type Promtool } from "./promtool.js";
import { type Rung, rungIn } from "./rung.js";
import { hasVmalertTool, VMALERT_TESTER } from "./vmalert-tool.js";

/** The columns of the timing table. */
export const COLUMNS = ["Prometheus 2.x", "Prometheus 3.x", "VictoriaMetrics"];

/** What runs a promtool test and says what rang. */
export interface RuleTester {
  readonly name: string;
  /** The column of the timing table that is its own. */
  readonly column: string;
  /** Unix time at which its tests begin, in seconds. */
  readonly origin: number;
  /** The pack in the form that is for it. */
  render(settings: PackSettings): string;
  /** What rang, of a test whose probes expect that nothing rings. */
  ringsOf(file: string): Rung[];
}

function promtoolTester(promtool: Promtool): RuleTester {
  return {
    name: promtool.name,
    column: `Prometheus ${promtool.major}.x`,
    origin: 0,
    render: renderPrometheus,
    ringsOf: (file) => rungIn(promtool.run("test", "rules", file).output),
  };
}

/** Makes the tests once for each tester on the PATH; those that are missing are left out aloud. */
export function onEachTester(makeTests: (tester: RuleTester) => void): void {
  onEachPromtool((promtool) => makeTests(promtoolTester(promtool)));
  onVmalertTool(() => makeTests(VMALERT_TESTER));
}

/** Makes the tests where vmalert-tool is on the PATH, and says aloud where it is not. */
export function onVmalertTool(makeTests: () => void): void {
  const missing = leftOut(!hasVmalertTool(), "what vmalert-tool checks", "vmalert-tool is not on the PATH");
  describe("vmalert-tool, VictoriaMetrics", () => {
    it.skipIf(missing)("is on the PATH", () => undefined);
    if (!missing) makeTests();
  });
}
