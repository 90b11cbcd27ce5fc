import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readHttpConfig } from "../../../src/deployment/http/http-config.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";

/** Reads a configuration that stands in a directory with these other files. */
function read(text: string, files: Readonly<Record<string, string>> = {}) {
  const directory = temporaryDirectory();
  for (const [name, content] of Object.entries({ ...files, "http.yml": text }))
    fs.writeFileSync(join(directory, name), content);
  return readHttpConfig(join(directory, "http.yml"), fs);
}

describe("an http config", () => {
  it.each([
    ["nothing", "", { authorization: null, tls: {} }],
    [
      "basic_auth",
      "basic_auth: {username: max, password: pass}",
      { authorization: "Basic bWF4OnBhc3M=", tls: {} },
    ],
    [
      "a password of digits",
      "basic_auth: {username: max, password: 1234}",
      { authorization: "Basic bWF4OjEyMzQ=", tls: {} },
    ],
    ["authorization", "authorization: {credentials: abc}", { authorization: "Bearer abc", tls: {} }],
    [
      "a type of authorization",
      "authorization: {type: Token, credentials: abc}",
      { authorization: "Token abc", tls: {} },
    ],
    ["no redirects, which is how it is", "follow_redirects: false", { authorization: null, tls: {} }],
    [
      "TLS",
      "tls_config: {server_name: prom, insecure_skip_verify: true, min_version: TLS12}",
      { authorization: null, tls: { servername: "prom", rejectUnauthorized: false, minVersion: "TLSv1.2" } },
    ],
  ])("may say %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("may name files that lie beside it", () => {
    const files = { password: "pass\n", "ca.pem": "CERTIFICATE\n" };
    const text = "basic_auth: {username: max, password_file: password}\ntls_config: {ca_file: ca.pem}";
    expect(read(text, files)).toEqual({ authorization: "Basic bWF4OnBhc3M=", tls: { ca: "CERTIFICATE" } });
  });

  it.each([
    ["an unknown key", "basic_auht: {username: SECRET}", /basic_auht: no such key; there are basic_auth/],
    ["an unknown key below", "tls_config: {ca_flie: SECRET}", /tls_config\.ca_flie: no such key/],
    ["an old form", "bearer_token: SECRET", /bearer_token: use authorization/],
    ["a proxy", "proxy_url: http://max:SECRET@proxy", /proxy_url: proxies are not supported/],
    ["redirects", "follow_redirects: true", /follow_redirects: redirects are never followed/],
    ["two ways", "basic_auth: {username: SECRET}\nauthorization: {credentials: SECRET}", /only one can hold/],
    [
      "a text and a file",
      "authorization: {credentials: SECRET, credentials_file: x}",
      /credentials_file is given too/,
    ],
    ["a missing file", "authorization: {credentials_file: nowhere}", /nowhere: no such file/],
    ["a list", "[SECRET]", /expected a mapping/],
    [
      "a mapping for a text",
      "authorization: {credentials: {a: SECRET}}",
      /authorization\.credentials: expected text/,
    ],
    ["no YAML", 'basic_auth: {username: "SECRET', /no YAML/],
    [
      "a line break in a token",
      'authorization: {credentials: "SECRET\\nHost: x"}',
      /expected ASCII text on one line/,
    ],
    ["a key without its certificate", "tls_config: {key: SECRET}", /cert and key belong together/],
  ])("refuses %s by the key's name, and repeats no value", async (_, text, expected) => {
    const error = await thrownBy(() => read(text));
    expect(error).toMatchObject({ code: "bad_input" });
    expect(String(error)).toMatch(expected);
    expect(String(error)).not.toContain("SECRET");
  });
});
