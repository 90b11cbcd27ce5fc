import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import {
  BlobSASPermissions,
  BlobServiceClient,
  type ContainerClient,
  StorageSharedKeyCredential,
} from "@azure/storage-blob";

const AZURITE = fileURLToPath(new URL("azurite-process.js", import.meta.url));
const ACCOUNT = "drill";
const OPTIONS = [
  "--blobPort=0",
  "--inMemoryPersistence",
  "--extentMemoryLimit=64",
  "--skipApiVersionCheck",
  "--disableTelemetry",
  "--silent",
];
const SAS_LIFE_MS = 3_600_000;

/** Microsoft's own emulator of Azure blob storage, as far as an artifact needs it. */
export interface BlobStorage {
  /** A signed address to which one blob may be written. */
  readonly uploadUrl: (blob: string) => Promise<string>;
  /** Undefined where nothing was written. */
  readonly download: (blob: string) => Promise<Buffer | undefined>;
}

let running: Promise<BlobStorage> | undefined;

/** The storage of this process, started when it is first asked for. It ends with this process. */
export function blobStorage(): Promise<BlobStorage> {
  running ??= start();
  return running;
}

async function start(): Promise<BlobStorage> {
  const key = randomBytes(32).toString("base64");
  const server = spawn(process.execPath, [AZURITE, ...OPTIONS], {
    env: { PATH: process.env.PATH ?? "", AZURITE_ACCOUNTS: `${ACCOUNT}:${key}` },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const address = await listeningAddress(createInterface(server.stdout));
  for (const handle of [server, server.stdin, server.stdout]) {
    if ("unref" in handle && typeof handle.unref === "function") handle.unref();
  }
  const credential = new StorageSharedKeyCredential(ACCOUNT, key);
  const container = new BlobServiceClient(`${address}/${ACCOUNT}`, credential).getContainerClient(
    "artifacts",
  );
  await container.create();
  return {
    uploadUrl: (blob) =>
      container.getBlockBlobClient(blob).generateSasUrl({
        permissions: BlobSASPermissions.parse("cw"),
        expiresOn: new Date(Date.now() + SAS_LIFE_MS),
      }),
    download: (blob) => download(container, blob),
  };
}

async function listeningAddress(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [, address] = /listens on (http:\S+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error("Azurite ended before it listened");
}

async function download(container: ContainerClient, blob: string): Promise<Buffer | undefined> {
  const client = container.getBlockBlobClient(blob);
  return (await client.exists()) ? client.downloadToBuffer() : undefined;
}
