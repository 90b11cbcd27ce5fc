import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CHECKOUT } from "../support/documents.js";
import { leftOut } from "../support/left-out.js";
import { installedPackage } from "../support/packed-package.js";
import { patient } from "../support/patience.js";
import { ALL_PASSED } from "../support/suite-counts.js";

const HOME = installedPackage();
afterAll(() => rmSync(HOME, { recursive: true, force: true }));

const NO_PYTHON = leftOut(
  spawnSync("python3", ["--version"]).status !== 0,
  "init python out of the packed package",
  "python3 is not installed",
);
const NPX = "npx --no-install account-sync-drill";

function shell(lines: string, place: string) {
  const { status, stdout, stderr } = spawnSync("sh", ["-e", "-c", lines], {
    cwd: place,
    env: { ...process.env, npm_command: "", npm_config_offline: "true" },
    encoding: "utf8",
    timeout: patient(60_000),
  });
  return { exitCode: status, stdout, stderr };
}

describe("the packed package", () => {
  it.skipIf(NO_PYTHON)(
    "writes an adapter under npx, and the command that it prints works when pasted",
    () => {
      const place = join(HOME, "with blanks");
      mkdirSync(place);
      const init = shell(`${NPX} init python "my 'first' drill"`, place);
      expect(init).toMatchObject({ exitCode: 0, stderr: "" });
      const printed = /^npx account-sync-drill drill .*$/m.exec(init.stdout)?.[0] ?? "none";
      const { exitCode, stdout, stderr } = shell(printed.replace("npx ", "npx --no-install "), place);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      expect(stdout).toContain("drilling the my syncer 0.1 (Python)");
      expect(stdout).toContain(ALL_PASSED);
    },
  );

  it.each(["typescript", "go"])("has the adapter in %s", (language) => {
    const { exitCode, stdout } = shell(`${NPX} init ${language} my-${language}`, HOME);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`wrote my-${language}: `);
  });

  it.each(["a.cts", "b.mts"])("gives types to %s, by Node.js' own resolution", (name) => {
    const source = `import { AccountSyncer, MetricsBuilder, type AccountSnapshot } from "account-sync-drill";
const metrics = new MetricsBuilder({ clock: Date.now });
const snapshot: AccountSnapshot = { positions: [], openOrders: [], ts: 0, source: "x" };
export const syncer = new AccountSyncer({ port: { fetchAccountSnapshot: () => snapshot }, metrics });
`;
    writeFileSync(join(HOME, name), source);
    const tsc = join(CHECKOUT, "node_modules/typescript/bin/tsc");
    const strict = "--ignoreConfig --noEmit --strict --module node16 --target es2023 --types node";
    const types = `--typeRoots "${CHECKOUT}/node_modules/@types"`;
    const { stdout } = shell(`"${process.execPath}" "${tsc}" ${strict} ${types} ${name} || true`, HOME);
    expect(stdout).toBe("");
  });

  it("is required by CommonJS", () => {
    const { exitCode, stdout } = shell(
      `"${process.execPath}" -e 'console.log(typeof require("account-sync-drill").AccountSyncer)'`,
      HOME,
    );
    expect([exitCode, stdout]).toEqual([0, "function\n"]);
  });
});
