import type * as fs from "node:fs";
import { dirname, resolve } from "node:path";
import { DrillError, messageOf, systemCodeOf } from "../../errors.js";
import { isRecord, nameOf } from "../../syncer/field-reader.js";
import { printable } from "../../syncer/printable.js";
import { parseYaml } from "../routing/configuration/parse-yaml.js";

/** How a server is to be asked: what promtool's and amtool's `--http.config.file` says, as far as it is needed. */
export interface HttpConfig {
  /** The header's value; null without credentials. */
  readonly authorization: string | null;
  /** In the names of `node:tls`. */
  readonly tls: {
    readonly ca?: string;
    readonly cert?: string;
    readonly key?: string;
    readonly servername?: string;
    readonly rejectUnauthorized?: boolean;
    readonly minVersion?: TlsVersion;
    readonly maxVersion?: TlsVersion;
  };
}

type TlsVersion = "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";

/** No credentials, and the machine's own certificate authorities. */
export const PLAIN_HTTP: HttpConfig = { authorization: null, tls: {} };

type ReadingFileSystem = Pick<typeof fs, "readFileSync">;

const VERSIONS: Readonly<Record<string, TlsVersion>> = {
  TLS10: "TLSv1",
  TLS11: "TLSv1.1",
  TLS12: "TLSv1.2",
  TLS13: "TLSv1.3",
};
const KNOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  bearer_token: "use authorization: {credentials: …}",
  bearer_token_file: "use authorization: {credentials_file: …}",
  oauth2: "fetch the token beforehand, and use authorization: {credentials_file: …}",
  proxy_url: "proxies are not supported",
};

/**
 * Reads a file in the format of Prometheus' `http_config` (Prometheus documentation, "promtool", "HTTP configuration
 * file"): basic_auth, authorization, tls_config, follow_redirects: false. `*_file` lies beside the file.
 *
 * @throws DrillError `bad_input` that names the key, never a value.
 */
export function readHttpConfig(file: string, fs: ReadingFileSystem): HttpConfig {
  const place = `--http-config ${printable(file)}`;
  const text = readFile(fs, file, place);
  const document = parsedYaml(text, place);
  if (document === null || document === undefined) return PLAIN_HTTP;
  const section = new Section(document, "", place, (name) =>
    readFile(fs, resolve(dirname(file), name), place),
  );
  section.allow(["basic_auth", "authorization", "tls_config", "follow_redirects", "enable_http2"]);
  if (section.flag("follow_redirects") === true)
    section.refuse("follow_redirects", "redirects are never followed");
  section.flag("enable_http2");
  const basic = section.below("basic_auth");
  const bearer = section.below("authorization");
  if (basic !== null && bearer !== null)
    section.refuse("authorization", "basic_auth is given too; only one can hold");
  const tls = section.below("tls_config");
  return {
    authorization: basic !== null ? basicAuth(basic) : bearer !== null ? authorization(bearer) : null,
    tls: tls === null ? {} : tlsOptions(tls),
  };
}

function basicAuth(section: Section): string {
  section.allow(["username", "username_file", "password", "password_file"]);
  const user = section.textOrFile("username") ?? section.refuse("username", "it is missing");
  if (user.includes(":")) section.refuse("username", "it must hold no colon");
  const password = section.textOrFile("password") ?? "";
  return `Basic ${Buffer.from(`${user}:${password}`, "utf8").toString("base64")}`;
}

function authorization(section: Section): string {
  section.allow(["type", "credentials", "credentials_file"]);
  const type = section.text("type") ?? "Bearer";
  if (type.toLowerCase() === "basic") section.refuse("type", "use basic_auth");
  const credentials = section.textOrFile("credentials") ?? section.refuse("credentials", "they are missing");
  const value = `${type} ${credentials}`;
  return /^[\x20-\x7e]+$/.test(value)
    ? value
    : section.refuse("credentials", "expected ASCII text on one line");
}

function tlsOptions(section: Section): HttpConfig["tls"] {
  section.allow([
    ...["ca", "ca_file", "cert", "cert_file", "key", "key_file"],
    ...["server_name", "insecure_skip_verify", "min_version", "max_version"],
  ]);
  const [ca, cert, key] = [section.textOrFile("ca"), section.textOrFile("cert"), section.textOrFile("key")];
  if ((cert === null) !== (key === null)) section.refuse("cert", "cert and key belong together");
  const [servername, least, most] = [
    section.text("server_name"),
    version(section, "min_version"),
    version(section, "max_version"),
  ];
  return {
    ...(ca === null ? {} : { ca }),
    ...(cert === null ? {} : { cert }),
    ...(key === null ? {} : { key }),
    ...(servername === null ? {} : { servername }),
    ...(section.flag("insecure_skip_verify") === true ? { rejectUnauthorized: false } : {}),
    ...(least === null ? {} : { minVersion: least }),
    ...(most === null ? {} : { maxVersion: most }),
  };
}

function version(section: Section, name: string): TlsVersion | null {
  const text = section.text(name);
  if (text === null) return null;
  return VERSIONS[text] ?? section.refuse(name, `expected ${Object.keys(VERSIONS).join(", ")}`);
}

/** One mapping of the file; whatever is wrong with it is refused by the key's name, and no value is repeated. */
class Section {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #place: string;
  readonly #read: (name: string) => string;

  constructor(value: unknown, path: string, place: string, read: (name: string) => string) {
    this.#path = path;
    this.#place = place;
    this.#read = read;
    this.#fields = isRecord(value) ? value : this.refuse("", "expected a mapping of keys to values");
  }

  allow(known: readonly string[]): void {
    const unknown = Object.keys(this.#fields).find((key) => !known.includes(key));
    if (unknown === undefined) return;
    this.refuse(unknown, KNOWN_ELSEWHERE[unknown] ?? `no such key; there are ${known.join(", ")}`);
  }

  below(name: string): Section | null {
    const value = this.#value(name);
    return value === null ? null : new Section(value, `${this.#at(name)}.`, this.#place, this.#read);
  }

  text(name: string): string | null {
    const value = this.#value(name);
    if (value === null || typeof value === "string") return value;
    return this.refuse(name, `expected text, got ${nameOf(value)}`);
  }

  /** Text that stands here, or in the file that `name_file` names, without blanks around it. */
  textOrFile(name: string): string | null {
    const [text, file] = [this.text(name), this.text(`${name}_file`)];
    if (text !== null && file !== null) this.refuse(name, `${name}_file is given too; only one can hold`);
    return file === null ? text : this.#read(file).trim();
  }

  flag(name: string): boolean | null {
    const value = this.#value(name);
    if (value === null) return null;
    return value === "true" || value === "false"
      ? value === "true"
      : this.refuse(name, "expected true or false");
  }

  refuse(name: string, what: string): never {
    throw new DrillError("bad_input", `${this.#place}: ${printable(this.#at(name)) || "top level"}: ${what}`);
  }

  #value(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? (this.#fields[name] ?? null) : null;
  }

  #at(name: string): string {
    return `${this.#path}${name}`.replace(/\.$/, "");
  }
}

function readFile(fs: ReadingFileSystem, file: string, place: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (cause) {
    const why = systemCodeOf(cause) === "ENOENT" ? "no such file" : printable(messageOf(cause));
    throw new DrillError("bad_input", `${place}: ${printable(file)}: ${why}`, { cause });
  }
}

function parsedYaml(text: string, place: string): unknown {
  try {
    return parseYaml(text, "it");
  } catch (cause) {
    throw new DrillError("bad_input", `${place}: ${messageOf(cause)}`, { cause });
  }
}
