import { processPorts } from "../protocol/process-ports.js";
import { actOnRunner } from "./on-runner.js";
import { subjectOf } from "./runner/subject.js";

void actOnRunner((inputs) => subjectOf(inputs, () => processPorts(process)));
