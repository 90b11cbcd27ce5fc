import { spawn } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, it } from "vitest";
import { sha256 } from "../../src/evidence/checksums.js";
import { startFront } from "../support/artifacts/storage-front.js";
import { readZip } from "../support/artifacts/zip-archive.js";
import { CHECKOUT } from "../support/documents.js";
import { randomOf } from "../support/random.js";
import { NODE, NODE_24_IS_MISSING, PASSED, verdictOf, warningsOf } from "../support/runner/run-action.js";
import { wholeStage } from "../support/runner/stage.js";
import { type Fault, LOST_ANSWER, RESET } from "../support/server-fault.js";

const NAME = "account-sync-drill-drill-1";
const CHUNK_BYTES = 8 * 1024 * 1024;

/** What Azure answers where something is wrong. */
function storageError(status: number, code: string): Fault {
  const headers = { "content-type": "application/xml", "x-ms-error-code": code };
  return {
    kind: "status",
    status,
    headers,
    body: null,
    text: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`,
  };
}

function page(status: number, text: string): Fault {
  return { kind: "status", status, headers: { "content-type": "text/html" }, body: null, text };
}

const BUSY = storageError(503, "ServerBusy");
const PASSING: readonly { readonly name: string; readonly faults: readonly Fault[] }[] = [
  { name: "was busy at first", faults: [BUSY] },
  { name: "reset the first connection", faults: [RESET] },
  { name: "took a block, and its answer was lost", faults: [LOST_ANSWER] },
];

describe.skipIf(NODE_24_IS_MISSING)("the artifact arrives though the storage", () => {
  it.concurrent.for(PASSING)("$name", async ({ faults }, { onTestFinished, expect }) => {
    const front = await startFront(onTestFinished, faults);
    const { results, run } = await wholeStage(onTestFinished, {}, {}, front);
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    expect(ended.outputs["artifact-digest"]).toBe(sha256(await results.download(NAME)));
    // A block that failed, the same again, and the list of blocks.
    expect(front.requests).toHaveLength(3);
  });
});

const LASTING = [
  { name: "an error", fault: storageError(403, "AuthenticationFailed"), says: "AuthenticationFailed" },
  { name: "a page", fault: page(403, "<html>Not from here</html>"), says: "Not from here" },
];

describe.skipIf(NODE_24_IS_MISSING)("the verdict survives where the storage refuses with", () => {
  it.concurrent.for(LASTING)("$name", async ({ fault, says }, { onTestFinished, expect }) => {
    const front = await startFront(onTestFinished, [fault]);
    const { run } = await wholeStage(onTestFinished, {}, {}, front);
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([expect.stringContaining(`artifact ${NAME} was not uploaded`)]);
    expect(warningsOf(ended)[0]).toContain(says);
    expect(front.requests).toHaveLength(1);
  });
});

describe.skipIf(NODE_24_IS_MISSING)("behind a proxy", () => {
  it.concurrent("the upload goes through it", async ({ onTestFinished, expect }) => {
    const proxy = await startFront(onTestFinished);
    const { results, run } = await wholeStage(onTestFinished);
    const ended = await run({ env: { http_proxy: proxy.url }, inputs: { comment: "false" } });

    expect(warningsOf(ended)).toEqual([]);
    expect(ended.outputs["artifact-digest"]).toBe(sha256(await results.download(NAME)));
    const blob = new RegExp(`^PUT /drill/artifacts/run-[0-9]+/${NAME}\\.zip$`);
    // The service itself is at an address of this machine, which GitHub's client never asks a proxy for.
    expect(proxy.requests).toEqual([expect.stringMatching(blob), expect.stringMatching(blob)]);
  });

  it.concurrent("a storage of TLS is asked for by its host", async ({ onTestFinished, expect }) => {
    const proxy = await startFront(onTestFinished);
    const uploadUrl = "https://storage.example/artifacts/drill.zip?sig=c2lnbmF0dXJl";
    const { run } = await wholeStage(onTestFinished, {}, { uploadUrl });
    const ended = await run({ env: { https_proxy: proxy.url }, inputs: { comment: "false" } });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([expect.stringContaining(`artifact ${NAME} was not uploaded`)]);
    expect(new Set(proxy.requests)).toEqual(new Set(["CONNECT storage.example:443"]));
  });
});

describe.skipIf(NODE_24_IS_MISSING)("the bundled client", () => {
  it.concurrent("uploads what takes many blocks, byte by byte", async ({ onTestFinished, expect }) => {
    const directory = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), "drill-blocks-"));
    onTestFinished(async () => fs.rmSync(directory, { recursive: true, force: true }));
    const next = randomOf(17);
    const noise = Buffer.from(Uint8Array.from({ length: 2.5 * CHUNK_BYTES }, () => next() * 256));
    const files = new Map([
      ["empty.txt", Buffer.alloc(0)],
      ["noise.bin", noise],
      ["text.txt", Buffer.from("drill\n")],
    ]);
    for (const [name, content] of files) fs.writeFileSync(join(directory, name), content);
    const front = await startFront(onTestFinished);
    const { results } = await wholeStage(onTestFinished, {}, {}, front);
    const script = `require(${JSON.stringify(join(CHECKOUT, "dist/shared-artifact-client.js"))})
      .uploadDirectory("blocks", ${JSON.stringify(directory)}, null)
      .then(({ digest }) => console.log("digest", digest));`;
    const child = spawn(NODE, ["-e", script], {
      env: { ...results.env, GITHUB_SERVER_URL: "https://github.com" },
    });
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);

    expect(stderr).toBe("");
    const zip = await results.download("blocks");
    expect(stdout).toContain(`digest ${sha256(zip)}\n`);
    const sums = (contents: ReadonlyMap<string, Buffer>) =>
      [...contents].map(([name, content]) => [name, sha256(content)]);
    expect(sums(readZip(zip))).toEqual(sums(files));
    expect(front.requests).toHaveLength(Math.ceil(zip.length / CHUNK_BYTES) + 1);
  });
});
