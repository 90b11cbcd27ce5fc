import { casesRow } from "./cases-row.js";

casesRow("never-passed", [
  "test/integration/attestation.test.ts",
  "test/integration/racing-legs.test.ts",
  "test/evidence/read/contradictions.test.ts",
]);
