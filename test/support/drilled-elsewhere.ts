import { join } from "node:path";
import { CHECKSUMS_FILE } from "../../src/evidence/checksums.js";
import { namesIn, textsIn } from "./file-tree.js";
import { BuiltCli } from "./run-cli.js";

/** What a drill runs in, and must not depend on. */
export interface Circumstances {
  readonly timeZone: string;
  readonly locale: string;
  readonly umask: string;
  /** The working directory: a name, or null for one that is removed before the drill starts. */
  readonly place: string | null;
}

export const TIME_ZONES = ["UTC", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns"];
export const LOCALES = ["C", "tr_TR.UTF-8", "de_DE.UTF-8"];
export const UMASKS = ["022", "000", "027", "077"];
export const PLACES = ["here", "with blanks, ' and $HOME", "証拠/Beweis-ä", null];

export const USUAL: Circumstances = { timeZone: "UTC", locale: "C", umask: "022", place: "here" };

const SCRIPT = `umask "$MASK" && mkdir -p "$PLACE" && cd "$PLACE" && if [ -n "$GONE" ]; then rmdir "$PLACE"; fi &&
exec "$NODE" "$SCRIPT" --suite life --artifact-dir "$OUT"`;

const MOMENT = /\b[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z/g;

/**
 * The evidence of the built command's suite `life`, run by this Node.js in these circumstances: each file as it is,
 * but for the directory and the start time, and so without the checksum file.
 */
export function evidenceFrom(
  node: string,
  { timeZone, locale, umask, place }: Circumstances,
): Readonly<Record<string, string>> {
  const cli = new BuiltCli(node);
  const out = cli.at("out");
  const env = {
    SCRIPT: cli.script,
    OUT: out,
    MASK: umask,
    PLACE: cli.at(place ?? "gone"),
    GONE: place === null ? "yes" : "",
    TZ: timeZone,
    LANG: locale,
    LC_ALL: locale,
  };
  const run = cli.shell(SCRIPT, { env });
  if (run.exitCode !== 0) throw new Error(`exit code ${run.exitCode}: ${run.stderr}${run.stdout}`);
  const kind = join(out, "account_sync_fire_drill");
  const directory = join(kind, namesIn(kind)[0] ?? "");
  const { [CHECKSUMS_FILE]: _, ...texts } = textsIn(directory);
  const same = (text: string) => text.replaceAll(directory, "<DIRECTORY>").replace(MOMENT, "<TIME>");
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, same(text)]));
}
