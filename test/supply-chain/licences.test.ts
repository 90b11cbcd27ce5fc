import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { isRecord } from "../../src/syncer/field-reader.js";
import { CHECKOUT } from "../support/documents.js";
import { sourceFiles } from "../support/source-files.js";
import { temporaryDirectory } from "../support/temp-directory.js";

/** Licences that ask for no more than their notice. */
const NOTICE_ONLY = ["MIT", "ISC", "Apache-2.0", "BlueOak-1.0.0", "(Apache-2.0 AND BSD-3-Clause)"];
const LINE = "-".repeat(78);

const TEXT = readFileSync(`${CHECKOUT}dist/LICENCES.txt`, "utf8");
const [, ...SECTIONS] = `${LINE}${TEXT.slice(TEXT.indexOf("\n"))}`.split(`${LINE}\n`);
const BUNDLED = SECTIONS.flatMap(packagesOf);
const LICENCE_BY_PACKAGE = licencesInLockFile();

/** The packages above a licence's text: lines of names, each with its notices indented below. */
function packagesOf(section: string): string[] {
  const [head = ""] = section.trim().split("\n\n");
  return head
    .split("\n")
    .filter((line) => !line.startsWith(" "))
    .flatMap((line) => line.split(", "));
}

/** `name version` of each installed package, and its licence. */
function licencesInLockFile(): ReadonlyMap<string, unknown> {
  const lock: unknown = JSON.parse(readFileSync(`${CHECKOUT}package-lock.json`, "utf8"));
  const packages = isRecord(lock) && isRecord(lock.packages) ? lock.packages : {};
  return new Map(
    Object.entries(packages).flatMap(([path, entry]) => {
      const name = path.split("node_modules/").at(-1);
      return isRecord(entry) ? [[`${name} ${entry.version}`, entry.license]] : [];
    }),
  );
}

/** What .ci/licences.js makes of packages in a directory of their own: file texts by path, and modules to list. */
function rendered(files: Readonly<Record<string, string>>, modules: readonly string[]) {
  const directory = temporaryDirectory();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, path, ".."), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  const script = `
    import { renderLicences } from ${JSON.stringify(pathToFileURL(`${CHECKOUT}.ci/licences.js`).href)};
    process.stdout.write(renderLicences(${JSON.stringify(modules.map((path) => join(directory, path)))}));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  return { stdout, stderr };
}

function manifest(name: string, version: string, more: object = { license: "MIT" }): string {
  return JSON.stringify({ name, version, ...more });
}

describe("dist/LICENCES.txt", () => {
  it.each(BUNDLED)("names a package that is installed, whose licence asks for a notice alone: %s", (name) => {
    expect(NOTICE_ONLY).toContain(LICENCE_BY_PACKAGE.get(name));
  });

  it("names each package that the source imports", () => {
    const imported = sourceFiles().flatMap(({ imports }) =>
      imports
        .filter((name) => !/^(?:\.|node:)/.test(name))
        .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name),
    );
    const named = BUNDLED.map((entry) => entry.slice(0, entry.lastIndexOf(" ")));
    expect(imported).toContain("prom-client");
    expect(named).toEqual(expect.arrayContaining(imported));
  });
});

describe("the list of licences", () => {
  it("has each package once, nested and scoped ones too, and each text once", () => {
    const { stdout } = rendered(
      {
        "node_modules/a/package.json": manifest("a", "1.0.0"),
        "node_modules/a/LICENSE": "same\r\ntext\n",
        "node_modules/@s/b/package.json": manifest("@s/b", "2.0.0"),
        "node_modules/@s/b/license.md": "same\ntext",
        "node_modules/a/node_modules/b/package.json": manifest("b", "3.0.0"),
        "node_modules/a/node_modules/b/COPYING": "another",
      },
      [
        "node_modules/a/lib/x.js",
        "node_modules/a/lib/y.js",
        "node_modules/@s/b/index.js",
        "node_modules/a/node_modules/b/index.js",
        "src/main.ts",
      ],
    );
    expect(stdout.split(`${LINE}\n`).map((section) => section.trim())).toEqual([
      expect.stringMatching(/\n\n@s\/b 2\.0\.0, a 1\.0\.0\n\nsame\ntext$/),
      "b 3.0.0\n\nanother",
    ]);
  });

  it("gives a text once where only the copyright differs, and keeps every notice", () => {
    const { stdout } = rendered(
      {
        "node_modules/a/package.json": manifest("a", "1.0.0"),
        "node_modules/a/LICENSE":
          "MIT License\n\nCopyright (c) 2020 A\nCopyright 2021 B\n\nPermission is\nhereby granted\n",
        "node_modules/b/package.json": manifest("b", "2.0.0"),
        "node_modules/b/LICENSE":
          "(The MIT License)\n\nCopyright (c) C. All rights reserved.\n\nPermission is hereby granted\n",
        "node_modules/c/package.json": manifest("c", "3.0.0"),
        "node_modules/c/LICENSE": "Copyright (c) 2020 A\n\nPermission is not granted\n",
      },
      ["node_modules/a/x.js", "node_modules/b/x.js", "node_modules/c/x.js"],
    );
    expect(stdout.split(`${LINE}\n`).map((section) => section.trim())).toEqual([
      expect.stringMatching(
        /\n\na 1\.0\.0\n {2}Copyright \(c\) 2020 A\n {2}Copyright 2021 B\nb 2\.0\.0\n {2}Copyright \(c\) C\. All rights reserved\.\n\nMIT License\n\nPermission is\nhereby granted$/,
      ),
      "c 3.0.0\n  Copyright (c) 2020 A\n\nPermission is not granted",
    ]);
  });

  it("says which licence a package has that brings no text", () => {
    const { stdout } = rendered({ "node_modules/a/package.json": manifest("a", "1.0.0") }, [
      "node_modules/a/x.js",
    ]);
    expect(stdout).toContain("a 1.0.0\n\nMIT (the package carries no licence text of its own)\n");
  });

  it("refuses a package without a licence", () => {
    const { stdout, stderr } = rendered({ "node_modules/a/package.json": manifest("a", "1.0.0", {}) }, [
      "node_modules/a/x.js",
    ]);
    expect(stdout).toBe("");
    expect(stderr).toContain("Error: a: no licence");
  });
});
