import { readFileSync } from "node:fs";
import { allCheckNames } from "../fire-drill/check-names.js";
import { hostModule, isModuleHost } from "../protocol/module-host.js";
import { processPorts } from "../protocol/process-ports.js";
import { actOnRunner } from "./on-runner.js";
import { subjectOf } from "./runner/subject.js";

if (isModuleHost(process)) hostModule(process);
else {
  void actOnRunner(async (inputs) =>
    subjectOf(
      inputs,
      () => processPorts(process),
      (path) => readFileSync(path, "utf8"),
      inputs.expectedFailures === null ? new Set() : await allCheckNames(inputs.metricPrefix),
    ),
  );
}
