import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { writeZip, type ZipPart } from "./zip-writer.js";

const LINK = 0o120777;
const DIRECTORY = 0o040755;

/** A zip of all that a directory holds, as it is: links as links, directories with an entry of their own. */
export function zipOfDirectory(directory: string): Buffer {
  return writeZip(partsOf(directory, ""));
}

function partsOf(directory: string, above: string): ZipPart[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    const name = `${above}${entry.name}`;
    if (entry.isSymbolicLink()) return [{ name, content: readlinkSync(path), mode: LINK }];
    if (!entry.isDirectory()) return [{ name, content: readFileSync(path) }];
    return [{ name: `${name}/`, content: "", mode: DIRECTORY }, ...partsOf(path, `${name}/`)];
  });
}
