// npm run rehearse [-- --side-by-side] [-- rule...]: does a mismatch really page somebody, by a real Prometheus and
// Alertmanager? The rules are injected in turn, each with programs of its own, and a clean account beside them all.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MISMATCH_RULES } from "../../dist/index.mjs";
import { rehearse } from "./rehearsal.js";
import { timeline } from "./timeline.js";

const ALERT = "AccountSyncMismatchSpike";

const SIDE_BY_SIDE = "--side-by-side";
const MINUTES_A_RULE = 7;

const given = process.argv.slice(2);
const sideBySide = given.includes(SIDE_BY_SIDE);
const wanted = given.filter((word) => word !== SIDE_BY_SIDE);
const unknown = wanted.find((rule) => !MISMATCH_RULES.includes(rule));
if (unknown !== undefined) {
  console.error(
    `rehearse: no rule "${unknown}"; there are ${MISMATCH_RULES.join(", ")}, and ${SIDE_BY_SIDE}`,
  );
  process.exit(2);
}
const rules = wanted.length === 0 ? MISMATCH_RULES : wanted;
const began = Date.now();
const directory = mkdtempSync(join(tmpdir(), "account-sync-rehearse-"));
const minutes = sideBySide ? MINUTES_A_RULE : MINUTES_A_RULE * rules.length;
const order = sideBySide ? "side by side" : "in turn";
console.log(`rehearsing ${rules.join(", ")} ${order}, and a clean account; about ${minutes} minutes`);

const say = (name) => (text) => console.log(`${clock(Date.now() - began)}  ${name}: ${text}`);
try {
  const faulty = sideBySide ? Promise.all(rules.map(rehearseRule)) : inTurn(rules, rehearseRule);
  const until = faulty.catch(() => {});
  const clean = rehearse(null, join(directory, "clean"), { say: say("clean account"), until });
  const outcomes = (await Promise.all([faulty, clean])).flat();
  const failures = outcomes.map((outcome) => ({ outcome, fault: faultOf(outcome) }));
  for (const { outcome, fault } of failures) console.log(lineOf(outcome, fault));
  if (failures.some(({ fault }) => fault !== null)) process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
console.log(`rehearsed in ${clock(Date.now() - began)}`);

function rehearseRule(rule) {
  return rehearse(rule, join(directory, rule), { say: say(rule) });
}

async function inTurn(items, work) {
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function faultOf({ rule, received }) {
  const got = received.map(({ status, names }) => `${status} ${names}`).join(", ") || "nothing";
  const expected = rule === null ? "nothing" : `firing ${ALERT}, resolved ${ALERT}`;
  return got === expected ? null : `expected ${expected}; got ${got}`;
}

function lineOf(outcome, fault) {
  const name = outcome.rule ?? "clean account";
  if (fault !== null) return `FAIL  ${name}: ${fault}`;
  if (outcome.rule === null) return `PASS  ${name}: no notification`;
  return `PASS  ${name}: ${timeline(outcome)}; one notification of each`;
}

function clock(ms) {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
