import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drillsOf } from "../../src/drills/suites.js";
import { openSyncer } from "../../src/protocol/open-syncer.js";
import type { ProgramPorts } from "../../src/protocol/program.js";
import { fireDrill } from "../support/fire-drill-run.js";
import { portsWithModuleHost } from "../support/module-host.js";
import { patient } from "../support/patience.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const LIMITS = { hello: patient(5000), request: patient(500), bye: patient(2000), run: patient(20_000) };
const HONEST = `{
  reset() {},
  sync: () => ({ ok: true, mismatches: [], error: null, last_ts: 2000 }),
  metrics: () => "",
}`;

let built: string;
let ports: ProgramPorts;

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), "module-host-"));
  ports = await portsWithModuleHost(built);
});
afterAll(() => rmSync(built, { recursive: true }));

async function drilled(name: string, source: string) {
  const directory = join(temporaryDirectory(), "a b");
  mkdirSync(directory);
  const path = join(directory, name);
  writeFileSync(path, source);
  const { syncer } = openSyncer(`'${path}'`, ports, LIMITS);
  return (await fireDrill(temporaryDirectory(), { syncer })).report;
}

describe("a module that", () => {
  it.each([
    { name: "exports an object", file: "s.mjs", source: `export default ${HONEST}` },
    { name: "exports a factory", file: "s.mjs", source: `export default () => (${HONEST})` },
    {
      name: "exports a factory that takes its time",
      file: "s.mjs",
      source: `export default async () => (${HONEST})`,
    },
    { name: "is CommonJS", file: "s.cjs", source: `module.exports = ${HONEST}` },
    {
      name: "was compiled to CommonJS",
      file: "s.cjs",
      source: `exports.__esModule = true; exports.default = ${HONEST}`,
    },
    {
      name: "exports an instance",
      file: "s.mjs",
      source: `class S { #ok = true; reset() {} sync() { return { ok: this.#ok, mismatches: [], error: null, last_ts: 1 }; } metrics() { return ""; } } export default new S();`,
    },
  ])("$name is drilled to the end", async ({ file, source }) => {
    const report = await drilled(file, source);
    expect(report.brokeOff).toBeNull();
    expect(report.drills.flatMap(({ checks }) => checks).some(({ status }) => status === "passed")).toBe(
      true,
    );
  });

  it("says who it is", async () => {
    const report = await drilled(
      "s.mjs",
      `export default { name: "mine", version: "2", language: "TS", ...${HONEST} }`,
    );
    expect(report.syncer).toEqual({ name: "mine", version: "2", language: "TS" });
  });

  it.each([
    { name: "cannot be read", source: "export default {", says: /loading: / },
    {
      name: "has no default export",
      source: "export const a = 1;",
      says: /its default export lacks reset, sync, metrics; see docs/,
    },
    { name: "lacks a method", source: "export default { reset() {}, sync() {} }", says: /lacks metrics/ },
    { name: "throws while it loads", source: 'throw new Error("no\\nway")', says: /loading: no\\u\{a\}way/ },
    {
      name: "throws in sync",
      source: `export default { ...${HONEST}, sync() { throw new Error("boom") } }`,
      says: /sync: boom/,
    },
    {
      name: "never comes back",
      source: `export default { ...${HONEST}, sync: () => new Promise(() => {}) }`,
      says: /sync: it did not come back within [0-9.]+ s/,
    },
    {
      name: "answers nonsense",
      source: `export default { ...${HONEST}, sync: () => 5 }`,
      says: /sync: top level: expected an object, got the number 5/,
    },
    {
      name: "serves no text",
      source: `export default { ...${HONEST}, metrics: () => Buffer.from("x") }`,
      says: /metrics: text: expected text, got an object/,
    },
  ])("$name breaks off, and says so in one line", async ({ source, says }) => {
    const { brokeOff } = await drilled("s.mjs", source);
    expect(brokeOff).toMatch(says);
    expect(brokeOff).not.toContain("\n");
  });

  it("does not exist breaks off", async () => {
    const { syncer } = openSyncer("./no-such-module.mjs", ports, LIMITS);
    const { report } = await fireDrill(temporaryDirectory(), { syncer });
    expect(report.brokeOff).toMatch(/^\.\/no-such-module\.mjs: loading: Cannot find module/);
  });

  it("changes the snapshot that it was given is found out", async () => {
    const source = `export default { ...${HONEST}, sync({ snapshot }) { snapshot?.positions.pop(); return { ok: true, mismatches: [], error: null, last_ts: 1 } } }`;
    const path = join(temporaryDirectory(), "s.mjs");
    writeFileSync(path, source);
    const drills = drillsOf("full", "x").filter(({ id }) => id === "s");
    const { syncer } = openSyncer(path, ports, LIMITS);
    const { report } = await fireDrill(temporaryDirectory(), { syncer, drills, prefix: "x" });
    const check = report.drills[0]?.checks.find(({ label }) => label.includes("unchanged"));
    expect(check).toMatchObject({ status: "failed", actual: "changed: sync 1, sync 2, sync 3" });
  });
});
