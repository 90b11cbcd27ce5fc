import { describe, expect, it } from "vitest";
import { useProxy } from "../../../src/action/runner/proxy.js";

const PROXY = { https_proxy: "http://proxy.example:3128" };

describe("a proxy that the environment names", () => {
  it.each([PROXY, { HTTPS_PROXY: PROXY.https_proxy }, { http_proxy: PROXY.https_proxy }])(
    "is used where this Node.js can: %j",
    (env) => {
      const used: unknown[] = [];
      expect(useProxy((given: unknown) => used.push(given), env)).toBeNull();
      expect(used).toEqual([env]);
    },
  );

  it("is told with the switch where this Node.js cannot", () => {
    expect(useProxy(undefined, PROXY)).toContain("NODE_USE_ENV_PROXY is 1");
  });

  it.each([{}, { https_proxy: "" }, { ...PROXY, NODE_USE_ENV_PROXY: "1" }])(
    "is nothing to speak of with %j",
    (env) => {
      const never = () => {
        throw new Error("used");
      };
      expect(useProxy(never, env)).toBeNull();
      expect(useProxy(undefined, env)).toBeNull();
    },
  );

  it("is told where it is none", () => {
    const refuse = () => {
      throw new TypeError("Invalid URL");
    };
    expect(useProxy(refuse, PROXY)).toContain("none that Node.js can use");
  });
});
