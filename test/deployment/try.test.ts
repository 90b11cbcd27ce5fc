import { onTestFinished, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";
import { settled, startStack } from "../support/deployment/stack.js";
import { madeOutside } from "../support/run-cli.js";

for (const [prometheus, alertmanager] of [["prometheus 2", "alertmanager 0.25"], ["prometheus 3", "alertmanager 0.28"]] as const)
it(`tries ${prometheus}`, async () => {
  const stack = await startStack(onTestFinished, { prometheus, alertmanager, seconds: 2 });
  await settled(stack);
  for (const args of [["check"], ["ring", "--receiver", "account-sync"]]) {
  const t = Date.now();
  const outside = { ...madeOutside({ clock: Date.now }), args: [...args, "--prometheus", stack.prometheus, "--alertmanager", stack.alertmanager] };
  const code = await runCli(outside);
  console.log(Date.now() - t, code, outside.stdout.text, outside.stderr.text);
  }
}, 200_000);
