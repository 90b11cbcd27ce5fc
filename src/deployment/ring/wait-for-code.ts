import { type Check, checksIn } from "../check/check.js";
import type { RingPorts } from "./ring-ports.js";
import type { Watch } from "./watch.js";

const { passed, failed } = checksIn("delivered");

/** Waits until somebody types the drill's code, which stands in the page and nowhere else. */
export async function waitForCode(
  id: string,
  watch: Watch,
  { readLine, prompt }: Pick<RingPorts, "readLine" | "prompt">,
  seconds: number,
): Promise<Check> {
  prompt("type the four characters of the page: ");
  let answer: Check | null = null;
  let isOver = false;
  const listening = (async () => {
    while (answer === null && !isOver) {
      const line = await readLine();
      if (line === null) return;
      if (line.trim().toUpperCase() === id) answer = passed("acknowledged", `acknowledged with ${id}`);
      else if (line.trim() !== "") prompt("that is not it; type the four characters of the page: ");
    }
  })();
  const found = await watch.until(async () => answer);
  isOver = true;
  void listening;
  return (
    found ??
    failed(
      "acknowledged",
      `nobody acknowledged within ${seconds} s`,
      [],
      "see who is on call, and whether the page reached them",
    )
  );
}
