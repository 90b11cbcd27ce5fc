import { describe, expect, it } from "vitest";
import { withoutCreated } from "../../src/drill/created-series.js";

const COUNTER = '# HELP m_total H\n# TYPE m_total counter\nm_total{a="b"} 1\n';
const CREATED = '# HELP m_created H\n# TYPE m_created gauge\nm_created{a="b"} 1.7e9\n';

describe("withoutCreated", () => {
  it("leaves out what a client library adds beside a counter, and names it", () => {
    expect(withoutCreated(`${COUNTER}${CREATED}n 2\n`)).toEqual({
      text: `${COUNTER}n 2\n`,
      leftOut: ["m_created"],
    });
  });

  it("leaves it out beside a histogram or a summary", () => {
    const { text, leftOut } = withoutCreated("h_count 1\nh_sum 2\nh_created 3\n");
    expect([text, leftOut]).toEqual(["h_count 1\nh_sum 2\n", ["h_created"]]);
  });

  it.each([
    { name: "a metric of the user's own that ends so", text: "orders_created 3\n" },
    { name: "a text without any", text: COUNTER },
    { name: "a label's value that ends so", text: 'm_total{a="m_created"} 1\n' },
    { name: "no text", text: "" },
  ])("keeps $name", ({ text }) => {
    expect(withoutCreated(text)).toEqual({ text, leftOut: [] });
  });
});
