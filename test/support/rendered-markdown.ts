import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

const CODE = /(<code(?: [^>]*)?>)([^<]*)<\/code>/g;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** A Markdown text as HTML, as GitHub Flavored Markdown has it: tables, bare addresses, HTML but for unsafe tags. */
export function htmlOf(markdown: string): string {
  const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };
  return micromark(markdown, options);
}

/** The same without what stands in code: only what can be markup, a mention or a reference is left. */
export function structureOf(markdown: string): string {
  return htmlOf(markdown).replace(CODE, "$1</code>");
}

/** What a reader sees in code: each span and each block, in their order. */
export function codesShown(markdown: string): string[] {
  return [...htmlOf(markdown).matchAll(CODE)].map(([, , text = ""]) => decoded(text));
}

/** What a reader sees of a Markdown text, markup left out. */
export function textShown(markdown: string): string {
  return decoded(htmlOf(markdown).replace(/<[^>]*>/g, ""));
}

/** The text that a piece of HTML without tags shows. */
export function decoded(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
}
