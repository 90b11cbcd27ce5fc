/** A mistake that somebody makes in an alert's expression, and the expression with it. */
export interface PlantedMistake {
  readonly mistake: string;
  readonly expression: string;
}

/** What each checker of PromQL is asked to find; the table in docs/decisions/0008 says which of them does. */
export const PLANTED_MISTAKES: readonly PlantedMistake[] = [
  { mistake: "a parenthesis is missing at the end", expression: "sum(increase(foo[5m]) > 0" },
  { mistake: "a parenthesis is missing inside", expression: "increase(foo > 0" },
  { mistake: "a parenthesis too many", expression: "sum(increase(foo[5m]))) > 0" },
  { mistake: "a brace is missing", expression: 'foo{rule="a" > 0' },
  { mistake: "a bracket is missing", expression: "rate(foo[5m) > 0" },
  { mistake: "a quote is missing", expression: 'foo{rule="a} > 0' },
  { mistake: "nothing to compare with", expression: "sum(foo) >" },
  { mistake: "nothing to compare", expression: "> 0" },
  { mistake: "two comparisons in a row", expression: "sum(foo) > > 0" },
  { mistake: "one = for ==", expression: "foo = 0" },
  { mistake: "== between label and value", expression: 'foo{rule=="a"} > 0' },
  { mistake: "a label without value", expression: "foo{rule} > 0" },
  { mistake: "a value without quotes", expression: "foo{rule=a} > 0" },
  { mistake: "&& for and", expression: "foo > 0 && bar > 0" },
  { mistake: "not for unless", expression: "foo > 0 and not bar" },
  { mistake: "a duration of an unknown unit", expression: "rate(foo[5q]) > 0" },
  { mistake: "a range before its offset's place", expression: "rate(foo offset 5m [5m]) > 0" },
  { mistake: "labels to group by without parentheses", expression: "sum by instance (foo) > 0" },
  { mistake: "a function that is none", expression: "incraese(foo[5m]) > 0" },
  { mistake: "an aggregation that is none", expression: "summ(foo) > 0" },
  { mistake: "an argument too many", expression: "rate(foo[5m], 3) > 0" },
  { mistake: "an argument too few", expression: "increase() > 0" },
  { mistake: "an aggregation without its parameter", expression: "topk(foo) > 0" },
  { mistake: "no range where one is needed", expression: "increase(foo) > 0" },
  { mistake: "a range where none may be", expression: "abs(foo[5m]) > 0" },
  { mistake: "a range of a sum", expression: "rate(sum(foo)[5m]) > 0" },
  { mistake: "text for a number", expression: 'foo > "0"' },
  { mistake: "two numbers compared without bool", expression: "1 > 0" },
  { mistake: "and between numbers", expression: "1 and foo" },
  { mistake: "bool where nothing is compared", expression: "foo and bool bar" },
  { mistake: "group_left with a set", expression: "foo and on (a) group_left () bar" },
  { mistake: "a regular expression that is none", expression: 'foo{rule=~"("} > 0' },
  { mistake: "a selector of everything", expression: '{rule=~".*"} > 0' },
  { mistake: "an escape that is none", expression: 'foo{rule="\\d"} > 0' },
  { mistake: "a range as the alert", expression: "foo[5m]" },
  { mistake: "a text as the alert", expression: '"foo"' },
  { mistake: "a number as the alert", expression: "time()" },
  { mistake: "bool makes it always true", expression: "sum(foo) > bool 0" },
  { mistake: "no condition", expression: "sum(foo)" },
  { mistake: "a metric that nothing exposes", expression: "sum(increase(foo_totals[5m])) > 0" },
];
