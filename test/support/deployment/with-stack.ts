import { type Stack, type StackPlan, settled, startStack } from "./stack.js";
import { inTurn } from "./turns.js";

/** Starts a stack, does the work once it has settled, and ends the stack, a few stacks at a time. */
export function withStack<T>(plan: StackPlan, work: (stack: Stack) => Promise<T>): Promise<T> {
  return inTurn(async () => {
    const ends: (() => Promise<void>)[] = [];
    try {
      const stack = await startStack((end) => ends.push(end), plan);
      await settled(stack);
      return await work(stack);
    } finally {
      for (const end of ends.reverse()) await end();
    }
  });
}
