import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import config from "../vitest.config.js";
import { CHECKOUT } from "./documents.js";
import { OUTSIDE_TESTS } from "./outside-tests.js";

const FILES = readdirSync(`${CHECKOUT}test`, { recursive: true, encoding: "utf8" })
  .map((path) => `test/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".test.ts"));

/** Whether a pattern, in which `*` stands for part of a name, is of this file. */
function isOf(pattern: string, file: string): boolean {
  const [start = "", ...rest] = pattern.split("*");
  const [end] = rest;
  if (end === undefined) return file === pattern;
  return file.startsWith(start) && file.endsWith(end) && !file.slice(start.length).includes("/");
}

function testsOf(project: string) {
  const { projects } = config.test ?? {};
  const found = projects?.flatMap((one) =>
    typeof one === "object" && "test" in one ? (one.test ?? []) : [],
  );
  return found?.find(({ name }) => name === project);
}

describe("npm test", () => {
  it("runs each test file in one of two projects, inside and outside", () => {
    expect(config.test?.projects).toHaveLength(2);
    expect(testsOf("inside")).toMatchObject({ include: ["test/**/*.test.ts"], exclude: OUTSIDE_TESTS });
    expect(testsOf("outside")).toMatchObject({ include: OUTSIDE_TESTS });
    expect(testsOf("outside")).not.toHaveProperty("exclude");
  });

  it.each(OUTSIDE_TESTS)("has tests outside: %s", (pattern) => {
    expect(FILES.filter((file) => isOf(pattern, file))).not.toEqual([]);
  });

  it("runs nothing of dist inside", () => {
    const inside = FILES.filter((file) => !OUTSIDE_TESTS.some((pattern) => isOf(pattern, file)));
    const naming = inside.filter((file) => /["'`/]dist[/]/.test(readFileSync(CHECKOUT + file, "utf8")));
    expect(naming).toEqual([]);
  });
});

describe("a test inside", () => {
  it.each([
    { name: "starts a process", goOutside: () => spawn("true") },
    { name: "waits for a process", goOutside: () => spawnSync("true") },
    { name: "serves on a port", goOutside: () => createServer().listen(0, "127.0.0.1") },
  ])("fails where it $name, and is told what to do", ({ goOutside }) => {
    expect(goOutside).toThrow(
      /outside-tests\.test\.ts calls \w+: name it in test\/support\/outside-tests\.ts/,
    );
  });
});
