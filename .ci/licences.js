import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;
const LICENCE_FILE = /^(licen[cs]e|copying)(\.|-|$)/i;
const NOTICE = /^\W*(?:copyright (?:\(c\)|\d{4})|all rights reserved)/i;
const TITLE = /^\W*(?:the )?mit license(?: \(mit\))?\W*$/i;

/**
 * The licences of every package that some module comes from, sorted by name. Texts that differ only in whose copyright
 * they name are one text, and above it stands each package with its notices.
 *
 * @param {Iterable<string>} modules paths of the modules in a bundle.
 */
export function renderLicences(modules) {
  const directories = new Set([...modules].flatMap((id) => PACKAGE.exec(id)?.[0] ?? []));
  const sections = [...grouped([...directories].map(readLicence), ({ words }) => words)]
    .map(([, same]) => `${renderHead(same)}\n\n${same[0].text}\n`)
    .sort();
  return `Packages bundled into this directory, and their licences.\n\n${sections.join(`\n${"-".repeat(78)}\n\n`)}`;
}

function renderHead(licences) {
  return [...grouped(licences, ({ notices }) => notices.join("\n"))]
    .map(([, same]) =>
      [[...new Set(same.map(({ name }) => name))].sort().join(", "), ...same[0].notices].join("\n  "),
    )
    .sort()
    .join("\n");
}

function grouped(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

function readLicence(directory) {
  const { name, version, license } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  const file = readdirSync(directory).find((entry) => LICENCE_FILE.test(entry));
  if (license === undefined && file === undefined) throw new Error(`${name}: no licence`);
  const lines =
    file !== undefined && existsSync(join(directory, file))
      ? readFileSync(join(directory, file), "utf8").split(/\r?\n/)
      : [`${license} (the package carries no licence text of its own)`];
  const rest = lines.filter((line) => !NOTICE.test(line));
  return {
    name: `${name} ${version}`,
    notices: lines.filter((line) => NOTICE.test(line)).map((line) => line.trim()),
    text: rest
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    words: rest
      .filter((line) => !TITLE.test(line))
      .join(" ")
      .replace(/\W+/g, " ")
      .trim()
      .toLowerCase(),
  };
}
