import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "../support/documents.js";

const CLIENTS = "/x/node_modules/@azure/storage-blob/dist/esm/Clients.js";
const BLOCK_BLOB = "/x/node_modules/@azure/storage-blob/dist/esm/generated/src/operations/blockBlob.js";
const KEPT = "constructor(){} uploadStream(){} stageBlock(){} commitBlockList(){}";
const BLOB =
  "class BlobClient { constructor(){} get name(){} getBlockBlobClient(){} getBlobAndContainerNamesFromUrl(){} }";

/** What .ci/left-out.js makes of a module's text, or what it refuses. */
function leftOut(path: string, text: string) {
  const script = `
    import { leaveOut } from ${JSON.stringify(pathToFileURL(`${CHECKOUT}.ci/left-out.js`).href)};
    process.stdout.write(leaveOut.transform(${JSON.stringify(text)}, ${JSON.stringify(path)}) ?? "as it is");`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  return { text: stdout, error: /^Error: (.*)$/m.exec(stderr)?.[1] };
}

describe("what an upload does not need", () => {
  it("is left out of a class, and the rest stays as it is", () => {
    const text = `${BLOB} export class BlockBlobClient extends BlobClient { field = 1; ${KEPT} query(){ more() } } class Other { query(){} }`;
    expect(leftOut(CLIENTS, text)).toEqual({ text: text.replace("query(){ more() }", ""), error: undefined });
  });

  it("is looked for in no other module", () => {
    expect(leftOut("/x/node_modules/other/Clients.js", "class BlobClient { query(){} }").text).toBe(
      "as it is",
    );
  });

  it.each([
    { name: "a class is gone", path: CLIENTS, text: BLOB, says: "missing: BlobClient or BlockBlobClient" },
    {
      name: "a method is gone",
      path: CLIENTS,
      text: `${BLOB} class BlockBlobClient { constructor(){} stageBlock(){} commitBlockList(){} }`,
      says: "BlockBlobClient has no uploadStream",
    },
    {
      name: "words are gone",
      path: BLOCK_BLOB,
      text: "class BlockBlobImpl { constructor(){} stageBlock(){} commitBlockList(){} }",
      says: "missing: createSerializer(Mappers,",
    },
  ])("fails the build where $name", ({ path, text, says }) => {
    expect(leftOut(path, text)).toEqual({ text: "", error: says });
  });
});
