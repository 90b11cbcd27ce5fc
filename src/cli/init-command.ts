import { join } from "node:path";
import { DrillError, messageOf, systemCodeOf } from "../errors.js";
import { quoted } from "../syncer/printable.js";
import type { ParsedArguments } from "./arguments.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";
import { shellWord } from "./shell-words.js";

/** The options of `init`: none but those of every command. */
export const INIT_OPTIONS = {} as const;

/** An adapter that ships with the package. */
interface Adapter {
  /** Which file has the lines to change. */
  readonly file: string;
  /** The `--syncer` that drills it. */
  readonly syncer: (at: (name: string) => string) => string;
  /** What has to run before, as a line of shell; null where nothing has to. */
  readonly before: ((directory: string) => string) | null;
  /** What it needs, in words. */
  readonly needs: string;
}

const ADAPTERS: Readonly<Record<string, Adapter>> = {
  python: {
    file: "my_adapter.py",
    syncer: (at) => `python3 ${syncerWord(at("my_adapter.py"))}`,
    before: null,
    needs: "Python 3; with prometheus_client, my_prometheus_adapter.py shows how",
  },
  typescript: {
    file: "my-adapter.ts",
    syncer: (at) => syncerWord(at("my-adapter.ts")),
    before: null,
    needs: "Node.js 22.18 or later, or a compiler: then give the .js",
  },
  go: {
    file: "main.go",
    syncer: (at) => syncerWord(at("my-adapter")),
    before: (directory) => `(cd ${shellWord(directory)} && go build -o my-adapter .)`,
    needs: "Go 1.21 or later",
  },
};

const LANGUAGES = Object.keys(ADAPTERS);

/**
 * `init LANGUAGE DIR`: writes an adapter to start from into a new directory, and says what to run.
 *
 * @throws DrillError `usage` or `bad_input`.
 */
export async function initCommand(args: ParsedArguments, outside: Outside): Promise<ExitCode> {
  const [language = "", directory = ""] = args.positionals;
  const adapter = Object.hasOwn(ADAPTERS, language) ? ADAPTERS[language] : undefined;
  if (adapter === undefined) {
    throw new DrillError("usage", `init: expected ${LANGUAGES.join(", ")}, got ${quoted(language)}`);
  }
  if (directory === "") throw new DrillError("usage", `init ${language}: into which directory?`);
  if (/\p{Cc}/u.test(directory) || (directory.includes("'") && /["$`\\]/.test(directory))) {
    const needed =
      "a path that --syncer can name is needed: without control characters, and with one kind of quotes";
    throw new DrillError("usage", `init ${language}: ${needed}`);
  }
  const names = copyAdapter(language, directory, outside);
  outside.stdout.write(renderNext(adapter, directory, names, outside.program));
  return EXIT.ok;
}

function copyAdapter(language: string, directory: string, { fs, packageDir }: Outside): string[] {
  const source = join(packageDir(), "docs", "adapters", language);
  try {
    const files = fs
      .readdirSync(source, { withFileTypes: true })
      .flatMap((entry) =>
        entry.isFile() ? [[entry.name, fs.readFileSync(join(source, entry.name))] as const] : [],
      );
    if (fs.existsSync(directory) && fs.readdirSync(directory).length > 0) {
      throw new DrillError("bad_input", `${quoted(directory)} is there already, and not empty`);
    }
    fs.mkdirSync(directory, { recursive: true });
    // Never over what is there.
    for (const [name, bytes] of files) fs.writeFileSync(join(directory, name), bytes, { flag: "wx" });
    return files.map(([name]) => name);
  } catch (cause) {
    if (cause instanceof DrillError) throw cause;
    const what = systemCodeOf(cause) === "ENOTDIR" ? "this is no directory" : messageOf(cause);
    throw new DrillError("bad_input", `init ${language} ${quoted(directory)}: ${what}`, { cause });
  }
}

function renderNext(
  { file, syncer, before, needs }: Adapter,
  directory: string,
  names: readonly string[],
  program: string,
): string {
  const place = directory.startsWith("-") ? `./${directory}` : directory;
  const at = (name: string) => (place.includes("/") ? join(place, name) : `./${place}/${name}`);
  const steps = before === null ? [] : [before(place)];
  const command = [...steps, `${program} drill --syncer ${shellWord(syncer(at))}`].join(" && ");
  return [
    `wrote ${place}: ${names.join(", ")}`,
    `It needs ${needs}. It drills a small syncer that stands in for yours:`,
    "",
    command,
    "",
    `Then change the lines marked "yours" in ${at(file)}; docs/drill-your-own.md goes on from there.`,
    "",
  ].join("\n");
}

/** A word as `--syncer` takes it back, which knows no backslash outside of single quotes. */
function syncerWord(text: string): string {
  return text.includes("'") ? `"${text}"` : shellWord(text);
}
