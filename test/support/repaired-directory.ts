import * as fs from "node:fs";
import { join } from "node:path";

/**
 * A copy of a directory of files, to be changed again and again: {@link repair} makes it equal to what was copied. It
 * writes only what was changed, for writing all of it takes many times as long.
 */
export class RepairedDirectory {
  readonly directory: string;
  readonly #files: ReadonlyMap<string, Buffer>;

  constructor(source: string, directory: string) {
    this.directory = directory;
    this.#files = new Map(fs.readdirSync(source).map((name) => [name, fs.readFileSync(join(source, name))]));
    fs.mkdirSync(directory, { recursive: true });
    this.repair();
  }

  /** The names of its files. */
  get names(): readonly string[] {
    return [...this.#files.keys()];
  }

  repair(): void {
    const entries = fs.readdirSync(this.directory, { withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !this.#files.has(entry.name))
        fs.rmSync(join(this.directory, entry.name), { recursive: true });
    }
    for (const [name, content] of this.#files) {
      const path = join(this.directory, name);
      if (!fs.existsSync(path) || !fs.readFileSync(path).equals(content)) fs.writeFileSync(path, content);
    }
  }
}
