import { describe, expect, it } from "vitest";
import { parseXml } from "./xml-document.js";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe("parseXml", () => {
  it("reads elements, attributes and references", () => {
    expect(parseXml(`${HEAD}<a x="1" y="&lt;&amp;&quot;&apos;&gt;">\n  <b/>\n  <c></c>\n</a>\n`)).toEqual({
      name: "a",
      attributes: { x: "1", y: `<&"'>` },
      children: [
        { name: "b", attributes: {}, children: [] },
        { name: "c", attributes: {}, children: [] },
      ],
    });
  });

  it("turns a line break in an attribute into a blank, as every parser does", () => {
    expect(parseXml(`${HEAD}<a x="1\n2"/>`).attributes).toEqual({ x: "1 2" });
  });

  it.each([
    { name: "no declaration", text: "<a/>" },
    { name: "two roots", text: `${HEAD}<a/><b/>` },
    { name: "an element that is not closed", text: `${HEAD}<a><b></a>` },
    { name: "an element closed by another name", text: `${HEAD}<a></b>` },
    { name: "a bare ampersand", text: `${HEAD}<a x="1 & 2"/>` },
    { name: "an unknown reference", text: `${HEAD}<a x="&nbsp;"/>` },
    { name: "a bare less-than", text: `${HEAD}<a x="<"/>` },
    { name: "a quote inside a value", text: `${HEAD}<a x="1"2"/>` },
    { name: "an attribute given twice", text: `${HEAD}<a x="1" x="2"/>` },
    { name: "stray text", text: `${HEAD}<a>text</a>` },
    { name: "a control character", text: `${HEAD}<a x="\u001b"/>` },
    { name: "U+FFFE", text: `${HEAD}<a x="\ufffe"/>` },
    { name: "an unpaired surrogate", text: `${HEAD}<a x="\ud800"/>` },
  ])("refuses $name", ({ text }) => {
    expect(() => parseXml(text)).toThrow();
  });
});
