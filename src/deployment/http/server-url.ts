import { DrillError } from "../../errors.js";
import { quoted } from "../../syncer/printable.js";

/**
 * The address of a server as the user gave it, its path prefix included, without a slash at its end.
 *
 * @throws DrillError `usage` that names the option. What stands in the URL before `@` is not repeated.
 */
export function serverUrl(option: string, text: string): string {
  const url = parsedUrl(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new DrillError(
      "usage",
      `${option}: expected an address such as http://127.0.0.1:9090, got ${shown(text)}`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new DrillError(
      "usage",
      `${option}: the URL holds credentials, which every process list shows; give them with --http-config`,
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw new DrillError(
      "usage",
      `${option}: expected no ? and no # in the URL; a token is given with --http-config`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** The server of a URL that another server names, such as the Alertmanager that Prometheus sends to. */
export function parsedUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** A server's URL without what may be secret in it: credentials, query, fragment. */
export function withoutSecrets(text: string): string {
  const url = parsedUrl(text);
  return url === null ? "an address that is none" : `${url.protocol}//${url.host}${url.pathname}`;
}

function shown(text: string): string {
  return /[@?#]/.test(text) ? "text that holds @, ? or #" : quoted(text);
}
