import { casesRow } from "./cases-row.js";

casesRow("without-verdict", [
  "test/cli/built-modules.test.ts",
  "test/cli/built-without-verdict.test.ts",
  "test/cli/built-debugger.test.ts",
  "test/integration/without-verdict.test.ts",
]);
