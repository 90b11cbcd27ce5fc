import { casesRow } from "./cases-row.js";

casesRow("deployment-faults", ["test/deployment/faults.test.ts", "test/deployment/ring.test.ts"]);
