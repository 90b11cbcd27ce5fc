import { casesRow } from "./cases-row.js";

casesRow("github-faults", [
  "test/integration/github-faults.test.ts",
  "test/integration/upload-faults.test.ts",
  "test/integration/racing.test.ts",
]);
