import { parseAst } from "rolldown/parseAst";

// What packages bring along and no upload needs stays out of dist/shared-bundled-artifact-client.js: the action only
// uploads, and only a zip of files that it names (docs/decisions/0007). Everything is named by a module's path in
// node_modules, and the build fails where something of it is no longer there.

const thrower = (name) => `function ${name}() { throw new Error("${name} is left out of this bundle"); }`;

const ARTIFACT = "@actions/artifact/lib/internal";
const BLOB = "@azure/storage-blob/dist/esm";
const BLOCK_BLOB = `${BLOB}/generated/src/operations/blockBlob.js`;
const NO_FORMAT = "module.exports = class { append() {} finalize() {} };";

/** What stands in for a whole module. */
const STAND_INS = {
  [`${ARTIFACT}/download/download-artifact.js`]: throwers("downloadArtifact"),
  [`${ARTIFACT}/find/get-artifact.js`]: throwers("getArtifact"),
  [`${ARTIFACT}/find/list-artifacts.js`]: throwers("listArtifacts"),
  [`${ARTIFACT}/delete/delete-artifact.js`]: throwers("deleteArtifact"),
  // What these would ask GitHub with.
  "undici/index.js": "exports.ProxyAgent = class {}; exports.fetch = globalThis.fetch;",
  // Node.js has these itself.
  "readable-stream/lib/ours/index.js": 'module.exports = require("node:stream");',
  "readable-stream/passthrough.js": 'module.exports = require("node:stream").PassThrough;',
  // Archives that are no zip, and files that are found by a pattern.
  "archiver/lib/plugins/json.js": NO_FORMAT,
  "archiver/lib/plugins/tar.js": NO_FORMAT,
  "archiver-utils/file.js": "module.exports = {};",
  "readdir-glob/index.js": `module.exports = ${thrower("glob")};`,
  // The one part of async that archiver uses.
  "async/dist/async.js": 'exports.queue = require("../queue.js");',
  // A log for who sets DEBUG.
  "debug/src/index.js": "module.exports = () => () => {};",
  // Of all that can be asked of a storage, an upload asks for the blocks of a blob.
  [`${BLOB}/generated/src/operations/index.js`]: [
    'export * from "./blockBlob.js";',
    ...["Service", "Container", "Blob", "PageBlob", "AppendBlob"].map(
      (name) => `export class ${name}Impl {}`,
    ),
  ].join("\n"),
  // A checksum that no upload of ours asks for.
  "@azure/storage-common/dist/esm/crc64.js": `export default async ${thrower("crc64")}`,
};

/** The methods that stay of a class, where the others would keep alive most of the package. */
const METHODS = {
  [`${BLOB}/Clients.js`]: {
    BlobClient: ["constructor", "getBlockBlobClient", "getBlobAndContainerNamesFromUrl"],
    BlockBlobClient: ["constructor", "uploadStream", "stageBlock", "commitBlockList"],
  },
  [BLOCK_BLOB]: { BlockBlobImpl: ["constructor", "stageBlock", "commitBlockList"] },
};

/** The shapes of what is sent and answered refer to no others, so they need not all be there by name. */
const WORDS = { [BLOCK_BLOB]: ["createSerializer(Mappers,", "createSerializer({},"] };

function throwers(name) {
  return ["Public", "Internal"].map((kind) => `export ${thrower(name + kind)}`).join("\n");
}

const inPackages = (id) => id.replaceAll("\\", "/").split("/node_modules/").at(-1);

/** Whether nothing of its package is left of a module. */
export const isStandIn = (id) => Object.hasOwn(STAND_INS, inPackages(id));

const seen = new Set();

export const leaveOut = {
  name: "leave-out",
  load(id) {
    if (!isStandIn(id)) return undefined;
    seen.add(inPackages(id));
    return STAND_INS[inPackages(id)];
  },
  transform(code, id) {
    const path = inPackages(id);
    const kept = METHODS[path];
    const words = WORDS[path];
    if (kept === undefined && words === undefined) return undefined;
    seen.add(path);
    const shorter = kept === undefined ? code : withMethods(code, kept);
    return words === undefined ? shorter : replaced(shorter, ...words);
  },
  generateBundle() {
    const missing = [STAND_INS, METHODS, WORDS].flatMap(Object.keys).filter((path) => !seen.has(path));
    if (missing.length > 0) throw new Error(`nothing imports what is left out: ${missing.join(", ")}`);
  },
};

function withMethods(code, kept) {
  const classes = parseAst(code)
    .body.map((statement) => statement.declaration ?? statement)
    .filter(({ type, id }) => type === "ClassDeclaration" && Object.hasOwn(kept, id.name));
  const dropped = classes.flatMap(({ id, body }) => {
    const methods = body.body.filter(({ type, kind }) => type === "MethodDefinition" && kind !== "get");
    const missing = kept[id.name].filter((name) => !methods.some(({ key }) => key.name === name));
    if (missing.length > 0) throw new Error(`${id.name} has no ${missing.join(", ")}`);
    return methods.filter(({ key }) => !kept[id.name].includes(key.name));
  });
  if (classes.length < Object.keys(kept).length)
    throw new Error(`missing: ${Object.keys(kept).join(" or ")}`);
  return dropped.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
}

function replaced(code, before, after) {
  if (!code.includes(before)) throw new Error(`missing: ${before}`);
  return code.replace(before, after);
}
