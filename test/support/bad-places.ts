import * as fs from "node:fs";
import { namesIn } from "./file-tree.js";
import { amongOwnMounts, CAN_MOUNT } from "./mounts.js";
import type { BuiltCli, CliRun } from "./run-cli.js";
import { temporaryDirectory } from "./temp-directory.js";
import { canStart, UNPRIVILEGED } from "./unprivileged.js";

/** A place that cannot take evidence. */
export interface BadPlace {
  readonly name: string;
  /** Why it cannot be made on this machine; null where it can. */
  readonly leftOut: string | null;
  /** Makes it, and runs the drill there. */
  readonly run: (cli: BuiltCli) => Refusal;
}

/** What a run came to that had no place for its evidence. */
export interface Refusal {
  readonly ended: CliRun;
  /** What the one line has to say. */
  readonly says: RegExp;
  /** What was written, though nothing should have been. */
  readonly left: readonly string[];
}

const PLACE = "place";
const KIND = "account_sync_fire_drill";
const NO_PROC = fs.existsSync("/proc/self") ? null : "there is no procfs";
const NO_MOUNT = CAN_MOUNT ? null : "nothing can be mounted here";
const NO_NOBODY = canStart(process.execPath) ? null : "nobody but root can start this Node.js";

/** Places of every kind that is refused. */
export const BAD_PLACES: readonly BadPlace[] = [
  simple("a file in its place", (cli) => fs.writeFileSync(cli.at(PLACE), "theirs"), /ENOTDIR/),
  simple("a file above it", (cli) => fs.writeFileSync(cli.at(PLACE), "theirs"), /ENOTDIR/, "place/deep"),
  simple("a link to nowhere", (cli) => fs.symlinkSync("nowhere", cli.at(PLACE)), /ENOENT/),
  simple("a link to itself", (cli) => fs.symlinkSync(PLACE, cli.at(PLACE)), /ELOOP/),
  simple("a device", () => {}, /ENOTDIR/, "/dev/null"),
  simple("a name that is too long", () => {}, /ENAMETOOLONG/, "x".repeat(300)),
  { ...simple("a directory that cannot be made", () => {}, /ENOENT/, "/proc/x"), leftOut: NO_PROC },
  linked("a link that leads out", PLACE, PLACE),
  linked("a link that leads out, above it", "up", "up/place"),
  linked("a link that leads out, below it", `${PLACE}/${KIND}`, PLACE),
  simple(
    "a file where the kind of evidence goes",
    (cli) => {
      fs.mkdirSync(cli.at(PLACE));
      fs.writeFileSync(cli.at(PLACE, KIND), "theirs");
    },
    /ENOTDIR/,
  ),
  forbidden("a directory that may not be written", PLACE, 0o555),
  forbidden("a directory that may not be entered", PLACE, 0o000),
  forbidden("a directory of evidence that may not be written", `${PLACE}/${KIND}`, 0o555),
  mounted("a read-only file system", "ro", /EROFS/),
  ...["size=4k", "size=24k", "nr_inodes=2", "nr_inodes=9"].map((size) => fullDisk(size)),
  ...[1, 4].map((blocks) => limitedFiles(blocks)),
];

/** A new file system with these limits, one of which is passed. */
export function fullDisk(limits: string): BadPlace {
  return mounted(`a disk of ${limits}`, limits, /ENOSPC/);
}

/** What is wrong with a refusal: a line for each promise that does not hold. */
export function faultsOf({ ended, says, left }: Refusal): string[] {
  const { exitCode, stdout, stderr } = ended;
  return [
    ...(exitCode === 3 ? [] : [`exit code ${exitCode}`]),
    ...(stdout === "" ? [] : [`it printed ${JSON.stringify(stdout.slice(0, 80))}`]),
    ...(/^account-sync-drill: evidence could not be written to \P{Cc}+\n$/u.test(stderr) && says.test(stderr)
      ? []
      : [`it said ${JSON.stringify(stderr)}`]),
    ...left.map((name) => `${name} is left`),
  ];
}

function simple(name: string, make: (cli: BuiltCli) => void, says: RegExp, at = PLACE): BadPlace {
  const run = (cli: BuiltCli) => {
    make(cli);
    const before = namesIn(cli.directory);
    const ended = cli.run(["--artifact-dir", at]);
    return { ended, says, left: namesIn(cli.directory).filter((one) => !before.includes(one)) };
  };
  return { name, leftOut: null, run };
}

function linked(name: string, link: string, at: string): BadPlace {
  const run = (cli: BuiltCli) => {
    const target = temporaryDirectory();
    if (link.includes("/")) fs.mkdirSync(cli.at(PLACE));
    fs.symlinkSync(target, cli.at(link));
    const ended = cli.run(["--artifact-dir", at]);
    const says = new RegExp(`: ${link} is a link that leads out of the workspace, to ${target};`);
    return { ended, says, left: namesIn(target) };
  };
  return { name, leftOut: null, run };
}

function forbidden(name: string, directory: string, mode: number): BadPlace {
  const run = (cli: BuiltCli) => {
    fs.chmodSync(cli.directory, 0o755);
    fs.mkdirSync(cli.at(directory), { recursive: true });
    fs.chmodSync(cli.at(directory), mode);
    const ended = cli.run(["--artifact-dir", PLACE], { as: UNPRIVILEGED });
    fs.chmodSync(cli.at(directory), 0o755);
    return { ended, says: /EACCES/, left: namesIn(cli.at(PLACE, KIND)) };
  };
  return { name, leftOut: NO_NOBODY, run };
}

function limitedFiles(blocks: number): BadPlace {
  const run = (cli: BuiltCli) => {
    const ended = cli.shell(`ulimit -f ${blocks}; exec "$NODE" dist/cli.js --artifact-dir ${PLACE}`);
    return { ended, says: /EFBIG/, left: namesIn(cli.at(PLACE, KIND)) };
  };
  return { name: `files of at most ${blocks * 512} bytes`, leftOut: null, run };
}

function mounted(name: string, options: string, says: RegExp): BadPlace {
  const run = (cli: BuiltCli) => {
    fs.mkdirSync(cli.at(PLACE));
    const mount = `mount -t tmpfs -o ${options} tmpfs ${PLACE}`;
    const drill = `"$NODE" dist/cli.js --artifact-dir ${PLACE}; code=$?`;
    const list = `find ${PLACE} -path "${PLACE}/${KIND}/*" >left`;
    const ended = cli.shell(amongOwnMounts(`${mount} && ${drill}; ${list}; exit $code`));
    return { ended, says, left: fs.readFileSync(cli.at("left"), "utf8").split("\n").filter(Boolean) };
  };
  return { name, leftOut: NO_MOUNT, run };
}
