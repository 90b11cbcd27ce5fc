import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitBlocks } from "../../src/report/fit-blocks.js";

const HEAD = { whole: "head", shrunk: "head" };
const BODY = { whole: "a long body", shrunk: "body" };
const TAIL = { whole: "a long tail", shrunk: "" };

describe("fitBlocks", () => {
  it.each([
    { name: "everything where there is room", most: 100, text: "head\n\na long body\n\na long tail\n" },
    { name: "everything where it just fits", most: 31, text: "head\n\na long body\n\na long tail\n" },
    { name: "the last block shrunk first", most: 30, text: "head\n\na long body\n" },
    { name: "then the one before", most: 17, text: "head\n\nbody\n" },
    { name: "all shrunk where even that does not fit", most: 1, text: "head\n\nbody\n" },
  ])("shows $name", ({ most, text }) => {
    expect(fitBlocks([HEAD, BODY, TAIL], most)).toBe(text);
  });

  it("counts bytes, not characters", () => {
    const block = { whole: "ééé", shrunk: "e" };
    expect([fitBlocks([block], 7), fitBlocks([block], 6)]).toEqual(["ééé\n", "e\n"]);
  });

  it("leaves no gap for a block that has nothing to say", () => {
    expect(fitBlocks([HEAD, { whole: "", shrunk: "" }, BODY], 100)).toBe("head\n\na long body\n");
  });

  it("stays within the limit wherever the shrunk blocks do, each block whole or shrunk", () => {
    const block = fc.record({ whole: fc.string({ maxLength: 40 }), shrunk: fc.string({ maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.nat({ max: 200 }), (blocks, most) => {
        const text = fitBlocks(blocks, most);
        const least = fitBlocks(blocks, 0);
        expect(text === least || Buffer.byteLength(text) <= most).toBe(true);
        const cuts = Array.from({ length: blocks.length + 1 }, (_, whole) =>
          fitBlocks(
            blocks.map((each, index) =>
              index < whole ? { ...each, shrunk: each.whole } : { ...each, whole: each.shrunk },
            ),
            0,
          ),
        );
        expect(cuts).toContain(text);
      }),
    );
  });
});
