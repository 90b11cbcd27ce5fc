import { describe, expect, it } from "vitest";
import { parseInputs } from "../../../src/action/runner/inputs.js";
import { subjectOf, withoutSecrets } from "../../../src/action/runner/subject.js";
import { historyLine, historyText } from "../../support/histories.js";
import { testPorts } from "../../support/program-ports.js";
import { RUNBOOK } from "../../support/suite-counts.js";

const FILES: Readonly<Record<string, string>> = {
  "names.json": '{"rules": {"duplicate_key": "DuplicateRow"}}',
  "bad.json": '{"rules": {"duplicate": "x"}}',
  "a/night.jsonl": historyText(historyLine(0)),
  "b/Night.jsonl": historyText(historyLine(0), historyLine(5)),
  "c.jsonl": historyText(historyLine(0)),
  "list.txt": "B: negative_qty present  # not yet\n",
};

function missing(path: string): never {
  throw new Error(`no ${path}`);
}

function subjectFor(set: Readonly<Record<string, string>>) {
  return subjectOf(
    parseInputs((name) => set[name] ?? ""),
    () => testPorts(),
    (path) => FILES[path] ?? missing(path),
    new Set(["B: negative_qty present"]),
  );
}

describe("what the action drills", () => {
  it("is the bundled syncer by the runbook's drills, where no input says otherwise", () => {
    const { syncer, drills, prefix } = subjectFor({});
    expect(syncer.identity.name).toBe("bundled AccountSyncer");
    expect(drills.map(({ id }) => id)).toEqual(RUNBOOK);
    expect(prefix).toBe("grinder_account_sync");
  });

  it("is what the inputs name", () => {
    const set = { syncer: "python3 my_adapter.py", suite: "full", "metric-prefix": "acme" };
    const { syncer, drills, prefix } = subjectFor(set);
    expect(syncer.identity.name).toBe("python3 my_adapter.py");
    expect(drills).toHaveLength(20);
    expect(prefix).toBe("acme");
  });

  it("is declared as the inputs say, and its listed checks may fail", () => {
    const set = { syncer: "x", names: "names.json", settle: "syncs=3,ms=5", "expected-failures": "list.txt" };
    const { syncer, listed } = subjectFor(set);
    expect(syncer.names?.rules.get("duplicate_key")).toBe("DuplicateRow");
    expect(syncer.settle).toEqual({ syncs: 3, ms: 5 });
    expect([...(listed ?? [])]).toEqual(["B: negative_qty present"]);
  });

  it("is the histories that the input replay names, apart by blanks or line breaks", () => {
    expect(subjectFor({}).histories).toEqual([]);
    const { histories = [] } = subjectFor({ replay: "a/night.jsonl\n  b/Night.jsonl c.jsonl" });
    expect(histories.map(({ name, history }) => [name, history.lines.length])).toEqual([
      ["night", 1],
      ["night_2", 2],
      ["c", 1],
    ]);
  });

  it.each([
    { set: { replay: "gone.jsonl" }, says: /input replay: gone\.jsonl: no gone\.jsonl/ },
    { set: { replay: "list.txt" }, says: /input replay: list\.txt: line 1: not JSON/ },
    { set: { replay: "c.jsonl", suite: "full" }, says: /input replay: it runs alone, so leave suite out/ },
    { set: { replay: "c.jsonl", alerts: "true" }, says: /input replay: it runs alone, so leave alerts out/ },
    {
      set: { names: "bad.json" },
      says: /input names: bad\.json: rules\.duplicate: no such name here; there are/,
    },
    { set: { "expected-failures": "gone.txt" }, says: /input expected-failures: gone\.txt: no gone\.txt/ },
    { set: { settle: "3" }, says: /input settle: expected syncs=N,ms=N/ },
    { set: { syncer: "run | tee" }, says: /syncer "run \| tee": \| means something to a shell/ },
    { set: { suite: "half" }, says: /input suite: expected runbook, full or life, got "half"/ },
    { set: { "metric-prefix": "a b" }, says: /input metric-prefix: expected the start of a metric's name/ },
  ])("is refused for $set", ({ set, says }) => {
    expect(() => subjectFor(set)).toThrow(says);
  });

  it("gets an environment without the token, the runner's own and the files of later steps", () => {
    const kept = { PATH: "/bin", GITHUB_WORKSPACE: "/w", HOME: "/h" };
    const keptBack = {
      "INPUT_GITHUB-TOKEN": "ghs_x",
      ACTIONS_RUNTIME_TOKEN: "x",
      ACTIONS_ID_TOKEN_REQUEST_URL: "x",
      GITHUB_TOKEN: "x",
      GITHUB_ENV: "/e",
      GITHUB_PATH: "/p",
      GITHUB_OUTPUT: "/o",
      GITHUB_STATE: "/s",
      GITHUB_STEP_SUMMARY: "/m",
    };
    expect(withoutSecrets({ ...kept, ...keptBack })).toEqual(kept);
  });
});
