import { createRequire } from "node:module";
import type * as Grammar from "@prometheus-io/lezer-promql";

/** As much of Prometheus' checker of types as is used; its declarations do not fit its CommonJS form. */
interface TypeChecker {
  tree: Tree;
  analyze(): void;
  getDiagnostics(): readonly { readonly message: string }[];
  checkAST(node: SyntaxNode | null): string;
}

interface CheckerModules {
  readonly Parser: new (state: unknown) => TypeChecker;
  readonly EditorState: { create(config: { doc: string }): unknown };
}

// The checker is no main export and is CommonJS, and all that it works with has to be too.
const require = createRequire(import.meta.url);
const { parser }: typeof Grammar = require("@prometheus-io/lezer-promql");
const { Parser }: CheckerModules = require("@prometheus-io/codemirror-promql/dist/cjs/parser");
const { EditorState }: CheckerModules = require("@codemirror/state");

type Tree = ReturnType<typeof parser.parse>;
type SyntaxNode = Tree["topNode"];

const COMPARISONS = ["Eql", "EqlC", "Neq", "Gtr", "Gte", "Lss", "Lte"];

/** A selector of series, with what it asks of their labels. */
export interface Selector {
  readonly metric: string;
  readonly matchers: readonly { readonly label: string; readonly operator: string; readonly value: string }[];
}

/** What is wrong with an expression that must give an instant vector: nothing where it is right. */
export function promqlFaults(expression: string): string[] {
  const tree = parser.parse(expression);
  const faults: string[] = [];
  tree.iterate({
    enter({ type, from }) {
      if (type.isError) faults.push(`syntax: not PromQL at ${from}: ${expression.slice(from, from + 20)}`);
    },
  });
  const checker = new Parser(EditorState.create({ doc: expression }));
  // An editor's own tree is what could be parsed in 20 ms.
  checker.tree = tree;
  checker.analyze();
  faults.push(...checker.getDiagnostics().map(({ message }) => `type: ${message}`));
  const root = checker.checkAST(tree.topNode.firstChild);
  if (root !== "vector") faults.push(`type: the root is ${root}, not an instant vector`);
  return [...new Set(faults)];
}

/** Whether an alert's expression can be false: it compares without `bool`, or asks for what is absent. */
export function isCondition(expression: string): boolean {
  const root = parser.parse(expression).topNode.firstChild;
  return root !== null && holds(root, expression);
}

function holds(node: SyntaxNode, text: string): boolean {
  const first = node.firstChild;
  if (first === null) return false;
  if (node.name === "ParenExpr")
    return holds(first.name === "(" ? (first.nextSibling ?? first) : first, text);
  if (node.name === "FunctionCall") return isAbsent(node, text);
  if (node.name !== "BinaryExpr") return false;
  if (node.getChild("And") !== null || node.getChild("Unless") !== null) return holds(first, text);
  if (node.getChild("Or") !== null)
    return holds(first, text) && node.lastChild !== null && holds(node.lastChild, text);
  const hasBool = node.getChild("BoolModifier") !== null;
  return COMPARISONS.some((name) => node.getChild(name) !== null) && !hasBool;
}

function isAbsent(call: SyntaxNode, text: string): boolean {
  return /^absent(_over_time)?$/.test(textOf(call.getChild("FunctionIdentifier"), text));
}

/** Every selector of an expression. */
export function selectorsOf(expression: string): Selector[] {
  return nodesOf(expression, "VectorSelector").map((node) => {
    const metric = node.getChild("Identifier");
    const matchers = (node.getChild("LabelMatchers")?.getChildren("UnquotedLabelMatcher") ?? []).map(
      (matcher) => {
        const [label = "", operator = "", value = '""'] = ["LabelName", "MatchOp", "StringLiteral"].map(
          (name) => textOf(matcher.getChild(name), expression),
        );
        return { label, operator, value: value.slice(1, -1) };
      },
    );
    return { metric: textOf(metric, expression), matchers };
  });
}

/** The labels that an expression groups or matches by. */
export function groupingLabelsOf(expression: string): string[] {
  return nodesOf(expression, "GroupingLabels").flatMap((node) =>
    node.getChildren("LabelName").map((label) => textOf(label, expression)),
  );
}

/**
 * The labels that an expression's result can be told apart by, or the metric whose labels it keeps. An aggregation
 * keeps what it groups by; an operator keeps its left side's.
 */
export function resultLabelsOf(expression: string): readonly string[] | { readonly metric: string } {
  const root = parser.parse(expression).topNode.firstChild;
  return root === null ? [] : resultLabels(root, expression);
}

function resultLabels(node: SyntaxNode, text: string): readonly string[] | { readonly metric: string } {
  if (node.name === "VectorSelector") return { metric: textOf(node.getChild("Identifier"), text) };
  if (node.name === "AggregateExpr") {
    const labels = node.getChild("AggregateModifier")?.getChild("GroupingLabels");
    return labels?.getChildren("LabelName").map((label) => textOf(label, text)) ?? [];
  }
  if (node.name === "FunctionCall" && isAbsent(node, text)) return [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const labels = resultLabels(child, text);
    if (!Array.isArray(labels) || labels.length > 0 || child.name === "AggregateExpr") return labels;
  }
  return [];
}

/** The ranges of an expression, as written: `[5m]` without a subquery's step. */
export function rangesOf(expression: string): string[] {
  return [...expression.matchAll(/\[([0-9]+[smhd])[\]:]/g)].map(([, range = ""]) => range);
}

function nodesOf(expression: string, name: string): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  parser.parse(expression).iterate({
    enter({ node }) {
      if (node.name === name) nodes.push(node);
    },
  });
  return nodes;
}

function textOf(node: SyntaxNode | null, text: string): string {
  return node === null ? "" : text.slice(node.from, node.to);
}
