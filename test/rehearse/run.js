// npm run rehearse [-- rule...]: does a mismatch really page somebody, by a real Prometheus and Alertmanager? The
// rules are rehearsed side by side, each with programs of its own, and a clean account beside them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rehearse } from "./rehearsal.js";

const RULES = ["ts_regression", "duplicate_key", "negative_qty", "orphan_order"];
const ALERT = "AccountSyncMismatchSpike";

const wanted = process.argv.slice(2);
const unknown = wanted.find((rule) => !RULES.includes(rule));
if (unknown !== undefined) {
  console.error(`rehearse: no rule "${unknown}"; there are ${RULES.join(", ")}`);
  process.exit(2);
}
const rules = wanted.length === 0 ? RULES : wanted;
const began = Date.now();
const directory = mkdtempSync(join(tmpdir(), "account-sync-rehearse-"));
console.log(`rehearsing ${rules.join(", ")} and a clean account; about seven minutes`);

const say = (name) => (text) => console.log(`${clock(Date.now() - began)}  ${name}: ${text}`);
try {
  const faulty = rules.map((rule) => rehearse(rule, join(directory, rule), { say: say(rule) }));
  const until = Promise.allSettled(faulty);
  const clean = rehearse(null, join(directory, "clean"), { say: say("clean account"), until });
  const outcomes = await Promise.all([...faulty, clean]);
  const failures = outcomes.map((outcome) => ({ outcome, fault: faultOf(outcome) }));
  for (const { outcome, fault } of failures) console.log(lineOf(outcome, fault));
  if (failures.some(({ fault }) => fault !== null)) process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
console.log(`rehearsed in ${clock(Date.now() - began)}`);

function faultOf({ rule, received }) {
  const got = received.map(({ status, names }) => `${status} ${names}`).join(", ") || "nothing";
  const expected = rule === null ? "nothing" : `firing ${ALERT}, resolved ${ALERT}`;
  return got === expected ? null : `expected ${expected}; got ${got}`;
}

function lineOf({ rule, secondsToPage, secondsToResolved }, fault) {
  const name = rule ?? "clean account";
  if (fault !== null) return `FAIL  ${name}: ${fault}`;
  if (rule === null) return `PASS  ${name}: no notification`;
  return `PASS  ${name}: ${secondsToPage} s from mismatch to page, ${secondsToResolved} s to resolved, one of each`;
}

function clock(ms) {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
