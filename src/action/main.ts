import { readFileSync } from "node:fs";
import { hostModule, isModuleHost } from "../protocol/module-host.js";
import { processPorts } from "../protocol/process-ports.js";
import { actOnRunner } from "./on-runner.js";
import { subjectOf } from "./runner/subject.js";

if (isModuleHost(process)) hostModule(process);
else {
  void actOnRunner((inputs) =>
    subjectOf(
      inputs,
      () => processPorts(process),
      (path) => readFileSync(path, "utf8"),
    ),
  );
}
