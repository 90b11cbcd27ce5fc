import { casesRow } from "./cases-row.js";

casesRow("hostile-text", [
  "test/integration/hostile-text.test.ts",
  "test/report/hostile-text.test.ts",
  "test/report/markdown-hostile.test.ts",
  "test/cli/built-hostile-text.test.ts",
]);
