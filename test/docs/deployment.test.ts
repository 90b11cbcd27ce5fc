import { describe, expect, it } from "vitest";
import { ask } from "../support/deployment/asked.js";
import { MAJORS } from "../support/deployment/majors.js";
import { until } from "../support/deployment/programs.js";
import { quickRoute } from "../support/deployment/quick-route.js";
import { withStack } from "../support/deployment/with-stack.js";
import { readDocument } from "../support/documents.js";
import { fencesOf, firstColumnOf, sectionOf } from "../support/markdown.js";

const DOCUMENT = readDocument("docs/deployment.md");
const FENCES = fencesOf(DOCUMENT);
/** The commands of the page; the addresses are those of servers that the test starts. */
const CHECK =
  "account-sync-drill check --prometheus http://localhost:9090 --alertmanager http://localhost:9093 --receiver account-sync";
const RING =
  "account-sync-drill ring --prometheus http://localhost:9090 --alertmanager http://localhost:9093 --receiver account-sync --ack";

function wordsOf(command: string): string[] {
  const [, ...words] = command.replace(/ --(?:prometheus|alertmanager) \S+/g, "").split(" ");
  return words;
}

/** What is said, without what differs from run to run and from version to version. */
function plain(text: string): string[] {
  return (
    text
      .split("\n")
      // Whether a heartbeat was sent before is a matter of seconds.
      .filter(
        (line) =>
          line !== "" && !/^(?:===? Results|EVIDENCE_REF|type the four| {2}SKIP: delivery)/.test(line),
      )
      .map((line) =>
        line
          .replace(/\((Prometheus|Alertmanager) [0-9.]+\)/, "($1)")
          .replace(/^ *\d+ s/, "N s")
          .replace(/all \d+ alerts/, "all alerts")
          .replace(/; webhook: \d+ sent, 0 failed$/, "")
          .replace(/(drill_id="|DRILL |with )[2-9A-Z]{4}/g, "$1ID"),
      )
  );
}

describe.each(MAJORS)("docs/deployment.md, on $prometheus and $alertmanager", (majors) => {
  it("shows what check and ring say of a healthy stack", async () => {
    const [check, ring] = [CHECK, RING].map(
      (line) => FENCES.find(({ text }) => text === `${line}\n`)?.output ?? "",
    );
    await withStack({ ...majors, seconds: 15 }, async (stack) => {
      const checked = await ask(stack, wordsOf(CHECK));
      expect(plain(checked.text)).toEqual(plain(check ?? ""));
    });
    await withStack({ ...majors, heartbeat: false, alertmanagerConfig: quickRoute }, async (stack) => {
      const next = () =>
        until("the page", async () => stack.hook.received[0]?.alerts[0]?.labels.drill_id ?? null);
      const rung = await ask(stack, wordsOf(RING), { readLines: () => ({ next, close: () => {} }) });
      const said = plain(rung.text).filter((line) => line.startsWith("N s"));
      expect(said.map((line) => line.replace("somebody read it", "webhook +1, failed +0"))).toEqual(
        plain(ring ?? ""),
      );
    });
  });
});

describe("docs/deployment.md", () => {
  it("explains each metric of --metrics-file, and no other", async () => {
    const { metricsText } = await import("../../src/deployment/kept/metrics-file.js");
    const estimate = { receivers: ["desk"], least: 190, most: 220 };
    const text = metricsText("", { command: "ring", now: 0, isSuccess: true, checks: [], estimate });
    const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    expect(firstColumnOf(sectionOf(DOCUMENT, "On a schedule"))).toEqual(names);
  });
});
