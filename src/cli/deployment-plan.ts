import type { HttpClients } from "../deployment/http/ask.js";
import { askWith } from "../deployment/http/ask.js";
import { PLAIN_HTTP, readHttpConfig } from "../deployment/http/http-config.js";
import { serverUrl } from "../deployment/http/server-url.js";
import { isFingerprint } from "../deployment/kept/expected-fingerprint.js";
import { expectedPack } from "../deployment/pack.js";
import type { CheckPlan } from "../deployment/run-check.js";
import { DrillError } from "../errors.js";
import { parseSettings } from "../rules/parse-settings.js";
import { quoted } from "../syncer/printable.js";
import { TOOL_VERSION } from "../tool-version.js";
import { type ParsedArguments, wholeNumber } from "./arguments.js";
import { artifactDirOf } from "./artifact-dir.js";
import type { Outside } from "./outside.js";

const MOST_TARGETS = 100_000;

/**
 * What `check` and `ring` have in common of their options.
 *
 * @throws DrillError `usage` or `bad_input`.
 */
export function deploymentPlan(command: string, args: ParsedArguments, outside: Outside): CheckPlan {
  const targets = args.text("targets");
  const count = targets === undefined ? null : wholeNumber("--targets", targets);
  if (count !== null && (count === 0 || count > MOST_TARGETS)) {
    throw new DrillError("usage", `--targets: expected from 1 to ${MOST_TARGETS}, got ${count}`);
  }
  return {
    prometheus: serversOf(command, "prometheus", args),
    alertmanagers: serversOf(command, "alertmanager", args),
    receiver: textOf("receiver", args),
    targets: count,
    pack: expectedPack(parseSettings(args.list("set"))),
    artifactDir: artifactDirOf(args, outside),
    expected: fingerprintOf(args),
    toolVersion: TOOL_VERSION,
  };
}

/** The text of an option; null where it was not given. */
export function textOf(option: string, args: ParsedArguments): string | null {
  const text = args.text(option);
  if (text === "") throw new DrillError("usage", `--${option}: expected text, got nothing`);
  return text ?? null;
}

/** How servers are asked, with what `--http-config` says. */
export function askOf(args: ParsedArguments, { fs }: Outside, clients: HttpClients) {
  const file = textOf("http-config", args);
  return askWith(clients, file === null ? PLAIN_HTTP : readHttpConfig(file, fs));
}

function serversOf(command: string, option: "prometheus" | "alertmanager", args: ParsedArguments): string[] {
  const urls = args.list(option).map((text) => serverUrl(`--${option}`, text));
  if (urls.length === 0) throw new DrillError("usage", `${command}: --${option} URL is needed`);
  const twice = urls.find((url, index) => urls.indexOf(url) !== index);
  if (twice !== undefined) throw new DrillError("usage", `--${option}: ${quoted(twice)} was given twice`);
  return urls;
}

function fingerprintOf(args: ParsedArguments): string | null {
  const text = textOf("expect", args);
  if (text === null || isFingerprint(text)) return text;
  throw new DrillError(
    "usage",
    `--expect: expected a fingerprint of 12 to 64 hex digits, got ${quoted(text)}`,
  );
}
