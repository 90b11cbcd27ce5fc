import { expect, it } from "vitest";
import { type Circumstances, evidenceFrom, USUAL } from "../support/drilled-elsewhere.js";
import { leftOut } from "../support/left-out.js";
import { installedNodes } from "../support/node-versions.js";

const NODES = installedNodes();
const MISSING = ["v20.", "v22.", "Node 24"].filter(
  (version) => !NODES.some(({ name }) => name.includes(version)),
);

leftOut(
  MISSING.length > 0,
  `the same evidence on ${MISSING.join(", ")}`,
  "not installed; npm run trust brings them",
);

const CIRCUMSTANCES: readonly (Circumstances & { readonly name: string })[] = [
  {
    name: "a day ahead, in Turkish",
    timeZone: "Pacific/Apia",
    locale: "tr_TR.UTF-8",
    umask: "000",
    place: "with blanks",
  },
  {
    name: "in a directory that is gone",
    timeZone: "Asia/Kathmandu",
    locale: "de_DE.UTF-8",
    umask: "077",
    place: null,
  },
  {
    name: "in another script",
    timeZone: "America/St_Johns",
    locale: "C",
    umask: "027",
    place: "証拠/Beweis-ä",
  },
];

const RUNS = [
  ...NODES.map((node) => ({ ...node, circumstances: USUAL })),
  ...CIRCUMSTANCES.map(({ name, ...circumstances }, index) => ({
    name,
    path: NODES[index % NODES.length]?.path ?? process.execPath,
    circumstances,
  })),
];

it("the evidence of a drill is the same to the byte, twice over, under each Node.js, wherever it runs", () => {
  const reference = evidenceFrom(process.execPath, USUAL);
  for (const { name, path, circumstances } of RUNS) {
    expect(evidenceFrom(path, circumstances), name).toEqual(reference);
  }
});
