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
  return [...new Set([...syntaxFaults(expression), ...typeFaults(expression)])];
}

/** What Prometheus' grammar says of an expression. */
export function syntaxFaults(expression: string): string[] {
  const faults: string[] = [];
  parser.parse(expression).iterate({
    enter({ type, from }) {
      if (type.isError) faults.push(`syntax: not PromQL at ${from}: ${expression.slice(from, from + 20)}`);
    },
  });
  return faults;
}

/** What the checker of types says of an expression. */
export function typeFaults(expression: string): string[] {
  const tree = parser.parse(expression);
  const checker = new Parser(EditorState.create({ doc: expression }));
  // An editor's own tree is what could be parsed in 20 ms.
  checker.tree = tree;
  checker.analyze();
  const faults = checker.getDiagnostics().map(({ message }) => `type: ${message}`);
  const root = checker.checkAST(tree.topNode.firstChild);
  return root === "vector" ? faults : [...faults, `type: the root is ${root}, not an instant vector`];
}

/** Whether an alert's expression can be false: it compares without `bool`, leaves out by `unless`, or asks for what is absent. */
export function isCondition(expression: string): boolean {
  const root = parser.parse(expression).topNode.firstChild;
  return root !== null && nodesOf(expression, "BoolModifier").length === 0 && holds(root, expression);
}

function holds(node: SyntaxNode, text: string): boolean {
  const first = node.firstChild;
  if (first === null) return false;
  if (node.name === "ParenExpr")
    return holds(first.name === "(" ? (first.nextSibling ?? first) : first, text);
  if (node.name === "FunctionCall") return isAbsent(node, text);
  if (node.name !== "BinaryExpr") return false;
  const sides = [first, node.lastChild ?? first];
  if (node.getChild("Unless") !== null) return true;
  if (node.getChild("And") !== null) return sides.some((side) => holds(side, text));
  if (node.getChild("Or") !== null) return sides.every((side) => holds(side, text));
  return COMPARISONS.some((name) => node.getChild(name) !== null);
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

/** The labels that an expression groups or matches by; what it ignores or drops may be on no series at all. */
export function groupingLabelsOf(expression: string): string[] {
  return nodesOf(expression, "GroupingLabels")
    .filter(({ prevSibling }) => prevSibling === null || !["Without", "Ignoring"].includes(prevSibling.name))
    .flatMap((node) => node.getChildren("LabelName").map((label) => textOf(label, expression)));
}

/**
 * The labels that an expression's result can be told apart by, or the metric whose labels it keeps. An aggregation
 * keeps what it groups by, and all but what it drops; an operator keeps its left side's.
 */
export function resultLabelsOf(expression: string): readonly string[] | { readonly metric: string } {
  const root = parser.parse(expression).topNode.firstChild;
  return root === null ? [] : resultLabels(root, expression);
}

function resultLabels(node: SyntaxNode, text: string): readonly string[] | { readonly metric: string } {
  if (node.name === "VectorSelector") return { metric: textOf(node.getChild("Identifier"), text) };
  if (node.name === "AggregateExpr" && !node.getChild("AggregateModifier")?.getChild("Without")) {
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
