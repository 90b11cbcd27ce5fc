import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;
const LICENCE_FILE = /^(licen[cs]e|copying)(\.|-|$)/i;

/**
 * The licences of every package that some module comes from, sorted by name, each text once.
 *
 * @param {Iterable<string>} modules paths of the modules in a bundle.
 */
export function renderLicences(modules) {
  const directories = new Set([...modules].flatMap((id) => PACKAGE.exec(id)?.[0] ?? []));
  const byText = new Map();
  for (const { name, text } of [...directories].map(readLicence)) {
    byText.set(text, [...(byText.get(text) ?? []), name].sort());
  }
  const sections = [...byText]
    .map(([text, names]) => `${[...new Set(names)].join(", ")}\n\n${text}\n`)
    .sort();
  return `Packages bundled into this directory, and their licences.\n\n${sections.join(`\n${"-".repeat(78)}\n\n`)}`;
}

function readLicence(directory) {
  const { name, version, license } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  const file = readdirSync(directory).find((entry) => LICENCE_FILE.test(entry));
  const text =
    file !== undefined && existsSync(join(directory, file))
      ? readFileSync(join(directory, file), "utf8").replace(/\r\n/g, "\n").trim()
      : `${license} (the package carries no licence text of its own)`;
  if (license === undefined && file === undefined) throw new Error(`${name}: no licence`);
  return { name: `${name} ${version}`, text };
}
