import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The checkout that is tested. */
export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));

/** Every Markdown file at the top and below docs, as paths in the checkout. */
export function documentNames(): string[] {
  const top = readdirSync(CHECKOUT);
  const docs = readdirSync(`${CHECKOUT}docs`, { recursive: true, encoding: "utf8" });
  return [...top, ...docs.map((name) => `docs/${name.replaceAll("\\", "/")}`)]
    .filter((name) => name.endsWith(".md"))
    .sort();
}

export function readDocument(name: string): string {
  return readFileSync(`${CHECKOUT}${name}`, "utf8");
}
