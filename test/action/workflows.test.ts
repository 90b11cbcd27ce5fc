import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { mappingAt } from "../support/action-metadata.js";
import { CHECKOUT } from "../support/documents.js";

const DIRECTORY = `${CHECKOUT}.github/workflows`;
const WORKFLOWS = readdirSync(DIRECTORY).map((name) => ({
  name,
  content: parse(readFileSync(`${DIRECTORY}/${name}`, "utf8")) as unknown,
}));

function jobsOf(content: unknown) {
  return Object.values(mappingAt(content, "jobs")).map((job) => mappingAt(job));
}

function stepsOf(content: unknown) {
  return jobsOf(content).flatMap(({ steps }) =>
    Array.isArray(steps) ? steps.map((step: unknown) => mappingAt(step)) : [],
  );
}

function workflow(name: string): unknown {
  return WORKFLOWS.find((each) => each.name === name)?.content;
}

describe.each(WORKFLOWS)("the workflow $name", ({ content }) => {
  it("grants nothing at the top, and to each job what it needs", () => {
    expect(mappingAt(content).permissions).toEqual({});
    for (const job of jobsOf(content))
      expect(Object.keys(mappingAt(job, "permissions"))).toContain("contents");
  });

  it("ends each job in time", () => {
    for (const job of jobsOf(content)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
  });

  it("puts no expression into a script", () => {
    for (const { run = "" } of stepsOf(content)) expect(run).not.toContain("${".concat("{"));
  });

  it("keeps no credential in a checkout", () => {
    const checkouts = stepsOf(content).filter(({ uses }) => String(uses).startsWith("actions/checkout@"));
    expect(checkouts).not.toEqual([]);
    for (const step of checkouts) expect(mappingAt(step, "with")["persist-credentials"]).toBe(false);
  });
});

describe("the CI workflow", () => {
  it("uses the action from the checkout, on pull requests, with the least that it needs", () => {
    const [job, ...others] = jobsOf(workflow("ci.yml")).filter((each) =>
      stepsOf({ jobs: { each } }).some(({ uses }) => uses === "./"),
    );
    expect(others).toEqual([]);
    expect(job?.if).toBe("github.event_name == 'pull_request'");
    expect(job?.permissions).toEqual({ contents: "read", "pull-requests": "write" });
  });
});

describe("the release workflow", () => {
  const jobs = mappingAt(workflow("release.yml"), "jobs");

  it("tags only after tests and dist, then provenance, have passed", () => {
    expect(mappingAt(jobs, "provenance").needs).toBe("check");
    expect(mappingAt(jobs, "tag").needs).toEqual(["check", "provenance"]);
    const scripts = (job: string) =>
      stepsOf({ jobs: { job: mappingAt(jobs, job) } }).map(({ run, uses }) => String(run ?? uses));
    expect(scripts("check").at(-1)).toBe(".ci/run");
    expect(scripts("provenance").join("\n")).toMatch(/actions\/attest@.*\n\.ci\/publish-package/s);
    expect(scripts("tag").at(-1)).toContain(".ci/tag-release");
  });

  it("lets the tagging job alone write to the repository, and the signing job alone sign", () => {
    const granted = Object.entries(jobs).map(([name, job]) => [name, mappingAt(job, "permissions")]);
    expect(Object.fromEntries(granted)).toEqual({
      check: { contents: "read" },
      provenance: { contents: "read", "id-token": "write", attestations: "write" },
      tag: { contents: "write" },
    });
  });
});
