import { readDocument } from "./documents.js";

/** CONTRIBUTING's tree of the checkout: what is one list there, for people, for the layers and for the tests. */
export interface ContributingTree {
  /** The groups of `src`, those above first: folders and files. */
  readonly layers: readonly (readonly string[])[];
  /** Every path that has a line, and what the line says. */
  readonly lines: readonly { readonly path: string; readonly says: string }[];
}

const LINE = /^( *)(\S+) +(\S.*)$|^( *)(\S+)$/;

export function contributingTree(): ContributingTree {
  const [, block = ""] = /```text\n(src\n.*?)```/s.exec(readDocument("CONTRIBUTING.md")) ?? [];
  const trail: string[] = [];
  const lines = block
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, indent, name, says, bareIndent, bareName] = LINE.exec(line) ?? [];
      const depth = (indent ?? bareIndent ?? "").length / 2;
      trail.splice(depth, trail.length, name ?? bareName ?? "");
      return { path: trail.join("/"), says: says ?? "" };
    });
  return { layers: layersOf(block), lines };
}

/** `src`'s own lines, which are indented once, in groups that empty lines part. */
function layersOf(block: string): string[][] {
  const [, source = ""] = /^src\n((?:(?: .*)?\n)*)/.exec(block) ?? [];
  return source
    .split("\n\n")
    .map((group) => [...group.matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name ?? ""));
}
