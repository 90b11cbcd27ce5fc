import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as http from "node:http";
import * as https from "node:https";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { askWith } from "../../../src/deployment/http/ask.js";
import { readHttpConfig } from "../../../src/deployment/http/http-config.js";
import { leftOut } from "../../support/left-out.js";
import { listen, stop } from "../../support/local-server.js";
import { temporaryDirectory } from "../../support/temp-directory.js";

const MISSING = spawnSync("openssl", ["version"]).status !== 0;

/** A directory with `ca.pem`, and `key.pem` and `cert.pem` that it signed for 127.0.0.1. */
function certificates(): string {
  const directory = temporaryDirectory();
  const openssl = (...args: string[]) => {
    const { status, stderr } = spawnSync("openssl", args, { cwd: directory, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
  };
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  openssl("req", "-x509", ...newKey, "-subj", "/CN=a CA of one's own", "-keyout", "ca.key", "-out", "ca.pem");
  openssl(
    ...["req", "-x509", ...newKey, "-subj", "/CN=server", "-addext", "subjectAltName=IP:127.0.0.1"],
    ...["-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", "key.pem", "-out", "cert.pem"],
  );
  return directory;
}

async function serverOf(directory: string): Promise<string> {
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => fs.readFileSync(join(directory, name)));
  if (key === undefined || cert === undefined) throw new Error("no certificate");
  const server = https.createServer({ key, cert }, (_, response) => void response.end("over TLS"));
  onTestFinished(() => stop(server));
  return (await listen(server)).replace("http:", "https:");
}

function askWithConfig(directory: string, config: string) {
  fs.writeFileSync(join(directory, "http.yml"), config);
  return askWith({ http, https }, readHttpConfig(join(directory, "http.yml"), fs));
}

describe.skipIf(leftOut(MISSING, "TLS with a CA of one's own", "there is no openssl"))(
  "a server with TLS",
  () => {
    it("is asked with a CA of one's own", async () => {
      const directory = certificates();
      const ask = askWithConfig(directory, "tls_config: {ca_file: ca.pem}");
      expect(await ask({ url: await serverOf(directory), trusted: true })).toMatchObject({
        status: 200,
        body: "over TLS",
      });
    });

    it("is refused without it, with a word on where a CA is given", async () => {
      const directory = certificates();
      const ask = askWithConfig(directory, "");
      expect(await ask({ url: await serverOf(directory), trusted: true })).toMatchObject({
        kind: "unreachable",
        why: expect.stringMatching(/certificate.*\(--http-config: tls_config takes a ca_file\)$/),
      });
    });

    it("may be taken unseen where that is asked for", async () => {
      const directory = certificates();
      const ask = askWithConfig(directory, "tls_config: {insecure_skip_verify: true}");
      expect(await ask({ url: await serverOf(directory), trusted: true })).toMatchObject({ status: 200 });
    });

    it("is told from one without: https:// where it serves http", async () => {
      const server = http.createServer((_, response) => void response.end());
      onTestFinished(() => stop(server));
      const url = (await listen(server)).replace("http:", "https:");
      expect(await askWithConfig(temporaryDirectory(), "")({ url, trusted: true })).toMatchObject({
        kind: "unreachable",
        why: "does not speak TLS here (https:// where it serves http?)",
      });
    });
  },
);
