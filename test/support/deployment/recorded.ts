import { readFileSync } from "node:fs";
import type { Majors } from "./stack.js";

const DIRECTORY = new URL("../../fixtures/deployment/", import.meta.url);

/** The answers of a server by their paths: JSON, or text where the server answers text. */
export type Answers = Record<string, unknown>;

/** What healthy servers of these versions answered, recorded by `record.check.ts`; each caller gets its own. */
export function answersOf(...servers: (Majors["prometheus"] | Majors["alertmanager"])[]): Answers {
  const all = servers.map((server) =>
    readFileSync(new URL(`${server.replace(" ", "-")}.json`, DIRECTORY), "utf8"),
  );
  // Both have a /metrics: what one lacks of the other's is no harm.
  const parts: Answers[] = all.map((text) => JSON.parse(text));
  const metrics = parts.map((part) => String(part["/metrics"] ?? "")).join("\n");
  return { ...Object.assign({}, ...parts), "/metrics": metrics };
}
