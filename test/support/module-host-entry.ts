import { hostModule } from "../../src/protocol/module-host.js";

hostModule(process);
