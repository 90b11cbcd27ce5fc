import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answersOf } from "../../support/deployment/recorded.js";
import { serve } from "../../support/deployment/recorded-server.js";
import { runHere } from "../../support/run-cli.js";
import { temporaryDirectory } from "../../support/temp-directory.js";

const SECRET = "hunter2-TOKEN";
/** Configurations as 0.25 and 2.42 show them: an address with a token in clear, a password in a URL. */
const ALERTMANAGER = `
global: {slack_api_url: "https://hooks.slack.example/${SECRET}"}
route: {receiver: desk}
receivers:
- name: desk
  webhook_configs: [{url: "https://max:${SECRET}@hook.example/?token=${SECRET}"}]
`;
const PROMETHEUS = `
global: {external_labels: {cluster: a}}
scrape_configs: [{job_name: account-sync, basic_auth: {username: max, password: ${SECRET}}}]
remote_write: [{url: "https://write.example/?key=${SECRET}"}]
`;

describe("what check leaves", () => {
  it("holds no address and no secret of the servers' configurations", async () => {
    const answers = answersOf("prometheus 2", "alertmanager 0.25");
    answers["/api/v1/status/config"] = { status: "success", data: { yaml: PROMETHEUS } };
    answers["/api/v2/status"] = { ...Object(answers["/api/v2/status"]), config: { original: ALERTMANAGER } };
    const url = await serve(answers);
    const artifacts = temporaryDirectory();
    const run = await runHere([
      "check",
      "--prometheus",
      url,
      "--alertmanager",
      url,
      "--artifact-dir",
      artifacts,
      "--json",
    ]);
    const parent = join(artifacts, "account_sync_check");
    const directory = join(parent, readdirSync(parent).join());
    const kept = readdirSync(directory).map((name) => readFileSync(join(directory, name), "utf8"));
    expect(kept.length).toBe(5);
    expect(kept.join("")).toContain('"receivers":[{"integrations":[{"kind":"webhook"');
    for (const text of [...kept, run.stdout, run.stderr]) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain("hook.example");
      expect(text).not.toContain("write.example");
    }
  });
});
