import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { expositionFaults } from "../../src/drill/exposition-faults.js";

describe("a metrics text has no fault where it", () => {
  it.each([
    { name: "is empty", text: "" },
    { name: "has a sample without type or help", text: "a 1\n" },
    { name: "has labels, with escapes and without", text: 'a{x="1",y="\\"q\\" \\\\ \\n, b=\\"2\\""} 1\n' },
    { name: "ends its labels with a comma", text: 'a{x="1",} 1\n' },
    { name: "has empty labels", text: "a{} 1\n" },
    {
      name: "has every kind of number",
      text: "a 1\nb -1.5\nc +1e-9\nd .5\ne 5.\nf NaN\ng +Inf\nh -Inf\ni Inf\n",
    },
    { name: "has timestamps", text: "a 1 1700000000000\nb 1 -5\n" },
    { name: "separates by tabs and many blanks", text: "a \t 1\t 5\n" },
    { name: "has comments and blank lines anywhere", text: "# a comment\n\na 1\n#\n# TYPEWRITER\nb 2\n" },
    { name: "has a HELP line without text", text: "# HELP a\na 1\n" },
    { name: "has one metric with many labels", text: 'a{x="1"} 1\na{x="2"} 1\na 3\n' },
    {
      name: "has a histogram and a summary",
      text: '# TYPE h histogram\nh_bucket{le="1"} 1\nh_sum 1\nh_count 1\n# TYPE s summary\ns{quantile="1"} 1\ns_sum 2\ns_count 1\n',
    },
    { name: "has a metric whose name ends as a histogram's part does", text: "a 1\na_count 1\nb_count 2\n" },
    { name: "has every type", text: "# TYPE a counter\n# TYPE b gauge\n# TYPE c untyped\n" },
    { name: "uses colons and digits in names", text: "a:b_1 1\n_c 2\n" },
  ])("$name", ({ text }) => {
    expect(expositionFaults(text)).toEqual([]);
  });

  it("is that of the bundled syncer", async () => {
    expect(expositionFaults(await new BundledSyncer("1").metrics(5))).toEqual([]);
  });
});

describe("a metrics text has a fault where it", () => {
  it.each([
    { name: "ends without a newline", text: "a 1", faults: ["the last line has no newline"] },
    { name: "has a name that begins with a digit", text: "1a 1\n", faults: ["line 1: not a sample"] },
    { name: "has no value", text: "a\n", faults: ["line 1: not a sample"] },
    { name: "has a value that is no number", text: "x 1\na one\n", faults: ["line 2: not a sample"] },
    { name: "has a value of a lone dot", text: "a .\n", faults: ["line 1: not a sample"] },
    { name: "has something behind the value", text: "a 1 2 3\n", faults: ["line 1: not a sample"] },
    { name: "has something before the name", text: " a 1\n", faults: ["line 1: not a sample"] },
    // A pattern with two ways to cut a number would try them all, for hours.
    {
      name: "has a mebibyte of digits",
      text: `a ${"1".repeat(2 ** 20)}x\n`,
      faults: ["line 1: not a sample"],
    },
    { name: "has a label without quotes", text: "a{x=1} 1\n", faults: ["line 1: not a sample"] },
    { name: "has a label that is not closed", text: 'a{x="1" 1\n', faults: ["line 1: not a sample"] },
    { name: "has a label that begins with a digit", text: 'a{1x="1"} 1\n', faults: ["line 1: not a sample"] },
    { name: "has labels with no comma between", text: 'a{x="1"y="2"} 1\n', faults: ["line 1: not a sample"] },
    { name: "escapes what is not to be escaped", text: 'a{x="\\t"} 1\n', faults: ["line 1: not a sample"] },
    { name: "uses carriage returns", text: "a 1\r\n", faults: ["line 1: not a sample"] },
    {
      name: "has a type that there is not",
      text: "# TYPE a number\n",
      faults: ["line 1: a has no type that there is"],
    },
    {
      name: "has a type with more behind",
      text: "# TYPE a gauge 5\n",
      faults: ["line 1: a has no type that there is"],
    },
    { name: "has a HELP line without a name", text: "# HELP\n", faults: ["line 1: not a HELP or TYPE line"] },
    {
      name: "types a metric twice",
      text: "# TYPE a gauge\n# TYPE a gauge\n",
      faults: ["line 2: a second TYPE a"],
    },
    { name: "helps a metric twice", text: "# HELP a x\n# HELP a y\n", faults: ["line 2: a second HELP a"] },
    { name: "has a series twice", text: "a 1\na 2\n", faults: ["line 2: a second sample of a{}"] },
    {
      name: "has a series twice, its labels in another order",
      text: 'a{x="1",y="2"} 1\na{y="2",x="1"} 2\n',
      faults: ['line 2: a second sample of a{x="1",y="2"}'],
    },
    {
      name: "has a metric in two places",
      text: 'a 1\nb 1\na{x="1"} 1\n',
      faults: ["line 3: a is in two places"],
    },
    {
      name: "has the parts of a histogram in two places",
      text: "# TYPE h histogram\nh_sum 1\nb 1\nh_count 1\n",
      faults: ["line 4: h is in two places"],
    },
    {
      name: "has several",
      text: "a\n\nb b\nc 1",
      faults: ["line 1: not a sample", "line 3: not a sample", "the last line has no newline"],
    },
  ])("$name", ({ text, faults }) => {
    expect(expositionFaults(text)).toEqual(faults);
  });
});
