const require_created_series = require("./shared-created-series.js");
const require_without_reply = require("./shared-without-reply.js");
const require_mismatch_rules = require("./shared-mismatch-rules.js");
const require_field_reader = require("./shared-field-reader.js");
const require_sync_evidence = require("./shared-sync-evidence.js");
// src/replay/counters-check.ts
const COUNTERS_CHECK = {
	label: "the counters say what the answers said",
	stage: "counted",
	expected: "each as often"
};
function countersCheck(processes, prefix) {
	const [first, ...more] = processes.flatMap((process) => offIn(process, prefix));
	if (first === void 0) return {
		...COUNTERS_CHECK,
		status: "passed",
		actual: COUNTERS_CHECK.expected
	};
	const actual = require_field_reader.printable(`${first}${more.length === 0 ? "" : `; and ${more.length} more`}`);
	return {
		...COUNTERS_CHECK,
		status: "failed",
		actual
	};
}
function offIn({ lastLine, replies, metrics }, prefix) {
	const rules = replies.flatMap(({ mismatches }) => mismatches.map(({ rule }) => rule));
	const reasons = replies.flatMap(({ error }) => error === null ? [] : [error]);
	return [...require_mismatch_rules.MISMATCH_RULES.map((rule) => [
		"mismatches_total",
		"rule",
		rule,
		timesIn(rules, rule)
	]), ...require_created_series.FETCH_ERROR_REASONS.map((reason) => [
		"errors_total",
		"reason",
		reason,
		timesIn(reasons, reason)
	])].flatMap(([name, label, word, times]) => {
		const said = metrics.valueOf(`${prefix}_${name}`, [label, word]);
		if (said === String(times) || times === 0 && said === "absent") return [];
		return [`after line ${lastLine}: ${prefix}_${name}{${label}="${word}"} ${said}, not ${times}`];
	});
}
function timesIn(words, word) {
	return words.filter((one) => one === word).length;
}
// src/replay/judge-lines.ts
const TWO_SIDED = require_mismatch_rules.RULES.filter(({ comparesTwoSides }) => comparesTwoSides).map(({ name }) => name);
function passagesOf(lines) {
	const groups = [];
	for (const line of lines) {
		if (line.expect === null) continue;
		const last = groups.at(-1);
		const before = last?.at(-1);
		if (last !== void 0 && before?.line === line.line - 1 && expectedOf(before) === expectedOf(line)) last.push(line);
		else groups.push([line]);
	}
	return groups.map((group) => {
		const [first] = group;
		const end = group.at(-1) ?? first;
		const place = end === first ? `line ${first.line}` : `lines ${first.line} to ${end.line}`;
		const expected = expectedOf(first);
		return {
			lines: group,
			label: `${place}: ${expected}`,
			expected
		};
	});
}
function missedIn({ lines }, { lines: replayed, isFedAgain }) {
	return lines.flatMap((line) => {
		const one = replayed[line.line - 1];
		return one === void 0 ? [] : missed(one, isFedAgain);
	});
}
function passageCheck({ label, expected, lines }, missedLines, keptIn) {
	const [first, ...more] = missedLines;
	const check = {
		label,
		stage: "found",
		expected
	};
	if (first === void 0) return {
		...check,
		status: "passed",
		actual: expected
	};
	const { line, came, deviations } = first;
	const others = more.length === 0 ? "" : `; ${more.length} more of these ${lines.length} lines are off`;
	const kept = keptIn === null ? "" : `; its snapshot: ${keptIn}`;
	const actual = require_field_reader.printable(`line ${line.line} (at ${line.at}): ${came}${others}${kept}`);
	return {
		...check,
		status: "failed",
		actual,
		...deviations.length > 0 && { deviations }
	};
}
function expectedOf({ expect }) {
	return require_sync_evidence.inWords(expect?.mismatches ?? [], expect?.error ?? null);
}
function missed({ line, reply }, isFedAgain) {
	const isPartly = isFedAgain && require_sync_evidence.isHeldAgainstThePast(line);
	const judged = (rules) => rules.filter((rule) => !isPartly || !TWO_SIDED.includes(rule));
	const said = reply.mismatches.map(({ rule }) => rule);
	const [wanted, came] = [judged(line.expect?.mismatches ?? []), judged(said)];
	const error = line.expect?.error ?? null;
	const isOk = said.length === 0 && reply.error === null;
	if (require_sync_evidence.inWords(came, reply.error) === require_sync_evidence.inWords(wanted, error) && reply.ok === isOk) return [];
	const verdict = reply.ok === isOk ? "" : `, and says ${reply.ok ? "ok" : "not ok"}`;
	const details = reply.mismatches.slice(0, 3).map(({ detail }) => detail);
	const words = details.length === 0 ? "" : ` (${details.join("; ")})`;
	return [{
		line,
		came: `${require_sync_evidence.inWords(said, reply.error)}${words}${verdict}`,
		deviations: require_created_series.findingDeviations(wanted, came, require_mismatch_rules.MISMATCH_RULES)
	}];
}
// src/replay/record-history.ts
function recordedFile({ name }) {
	return `${name}_recorded.jsonl`;
}
async function recordHistory(history, syncer) {
	await syncer.reset(history.lines[0]?.at ?? 0);
	const { lines } = await require_sync_evidence.feedHistory(history, syncer);
	return lines.map(({ line, reply: { mismatches, error } }) => {
		const rules = mismatches.map(({ rule }) => rule);
		const expect = require_created_series.canonicalJson({
			mismatches: rules,
			...error === null ? {} : { error }
		});
		return `${line.text.replace("{", `{"expect":${expect},`)}\n`;
	}).join("");
}
// src/replay/replay-log.ts
const MOST_CHARACTERS = 200;
function renderReplayLog({ name, history }, { lines }, checks, provenMarker) {
	const { settle } = history;
	return `${[
		`Replay of ${name}: ${history.lines.length} syncs`,
		...require_created_series.hasGrace(settle) ? [`what it expects holds for a grace of ${settle.syncs} syncs and ${settle.ms} ms`] : [],
		"",
		...lines.flatMap(replayedLines),
		...checks.flatMap(require_created_series.renderCheck),
		...provenMarker === null ? [] : [provenMarker]
	].join("\n")}\n`;
}
function replayedLines({ line, reply, fedBefore }) {
	const rules = reply.mismatches.map(({ rule }) => rule);
	return [
		`line ${line.line}: at ${line.at}${line.restart ? ", started anew" : ""}`,
		`  ${fedWords(line)}`,
		...fedBefore === 0 ? [] : [`  fed ${fedBefore} times before, to let it settle`],
		`  expected: ${line.expect === null ? "not said" : require_sync_evidence.inWords(line.expect.mismatches, line.expect.error)}`,
		require_field_reader.printable(`  came: ${reply.ok ? "ok" : "not ok"}, ${require_sync_evidence.inWords(rules, reply.error)}; last_ts ${reply.lastTs}`),
		...reply.mismatches.slice(0, 20).map(({ rule, detail }) => require_field_reader.printable(`    ${rule}: ${detail.slice(0, MOST_CHARACTERS)}`)),
		...rules.length > 20 ? [`    and ${rules.length - 20} more`] : [],
		""
	];
}
function fedWords({ snapshot, fetchError, known }) {
	const told = known === null ? "nothing is told" : `told: ${toldWords(known)}`;
	return require_field_reader.printable(`${fetchError === null ? require_sync_evidence.rowsIn(snapshot) : `the fetch fails: ${fetchError}`}; ${told}`);
}
function toldWords(known) {
	const text = require_created_series.canonicalJson(known);
	return text.length <= MOST_CHARACTERS ? text : Object.keys(known).join(", ");
}
// src/replay/replay-drill.ts
const SNAPSHOT = "_snapshot.json";
async function runReplay(named, given, prefix, bundledWith) {
	const { history } = named;
	const syncer = given.withSettle?.(history.settle) ?? given;
	await syncer.reset(history.lines[0]?.at ?? 0);
	const untaken = whyNotAsked(named, syncer);
	if (untaken !== null) return replayWithout(named, "skipped", untaken);
	const replayed = await require_sync_evidence.feedHistory(history, syncer);
	if (history.lines.some(({ expect }) => expect !== null)) return resultOf(named, replayed, prefix, judge(named, replayed));
	const file = recordedFile(named);
	const text = await recordHistory(history, bundledWith(history.settle));
	return resultOf(named, replayed, prefix, {
		checks: [recordedCheck(file)],
		files: new Map([[file, text]])
	});
}
function replayWithout(named, status, why, deviations) {
	const more = deviations === void 0 ? {} : { deviations };
	const checks = [...passagesOf(named.history.lines).map(({ label, expected }) => ({
		label,
		expected,
		stage: "found"
	})), COUNTERS_CHECK].map((check) => ({
		...check,
		status,
		actual: why,
		...more
	}));
	return {
		...frameOf(named),
		caught: [],
		counted: [],
		checks,
		provenMarker: null,
		files: new Map([[`drill_${idOf(named)}_log.txt`, `${why}\n`]])
	};
}
function judge(named, replayed) {
	const passages = passagesOf(named.history.lines).map((passage) => [passage, missedIn(passage, replayed)]);
	const first = passages.flatMap(([, missed]) => missed)[0]?.line;
	const files = first === void 0 ? new Map() : keptOf(named, first);
	const keptIn = [...files.keys()].find((file) => file.endsWith(SNAPSHOT)) ?? null;
	return {
		checks: passages.map(([passage, missed]) => passageCheck(passage, missed, missed[0]?.line === first ? keptIn : null)),
		files
	};
}
function keptOf({ name }, line) {
	const place = `${name}_line_${line.line}`;
	return new Map([...line.fetchError === null ? [[`${place}${SNAPSHOT}`, `${require_created_series.canonicalJson(line.snapshot)}\n`]] : [], ...line.known === null ? [] : [[`${place}_expected.json`, `${require_created_series.canonicalJson(line.known)}\n`]]]);
}
function recordedCheck(file) {
	return {
		label: "each line comes to what it expects",
		stage: "found",
		status: "skipped",
		expected: "a line that says what to expect",
		actual: `no line does, so what the bundled syncer finds was recorded: read ${file}, correct it, and replay that`
	};
}
function resultOf(named, replayed, prefix, judged) {
	const { processes } = replayed;
	const metrics = processes.at(-1)?.metrics;
	const checks = [...judged.checks, countersCheck(processes, prefix)];
	const id = idOf(named);
	const count = named.history.lines.filter(({ expect }) => expect !== null).length;
	const provenMarker = checks.every(({ status }) => status === "passed") ? `drill_${id}_PROVEN: ${count} of ${named.history.lines.length} syncs judged, each as expected` : null;
	const caught = replayed.lines.flatMap(({ reply }) => reply.mismatches.map(({ rule }) => rule));
	const rules = [...new Set(caught)];
	const { text } = require_created_series.withoutCreated(metrics?.text ?? "");
	return {
		...frameOf(named),
		caught: rules,
		counted: rules.map((rule) => countedIn(processes, prefix, rule)),
		checks,
		provenMarker,
		files: new Map([
			[`drill_${id}_log.txt`, renderReplayLog(named, replayed, checks, provenMarker)],
			[`drill_${id}_metrics.txt`, text],
			[`drill_${id}_history.jsonl`, named.history.lines.map((line) => `${line.text}\n`).join("")],
			...judged.files
		]),
		notes: count === 0 || count === named.history.lines.length ? [] : [unjudgedNote(named, count)]
	};
}
function countedIn(processes, prefix, rule) {
	const counts = processes.map(({ metrics }) => metrics.valueOf(`${prefix}_mismatches_total`, ["rule", rule]));
	return counts.find((count) => !Number.isFinite(Number(count))) ?? String(counts.reduce((sum, count) => sum + Number(count), 0));
}
function unjudgedNote({ name, history }, count) {
	return `${name}: ${history.lines.length - count} of ${history.lines.length} lines say nothing of what to expect: fed, not judged`;
}
function frameOf({ name, history }) {
	const { length } = history.lines;
	return {
		id: idOf({ name }),
		title: `Replay of ${name}`,
		injected: `a history of ${length} ${length === 1 ? "sync" : "syncs"}`,
		metricLines: []
	};
}
function idOf({ name }) {
	return `replay_${name}`;
}
function whatARestartLoses({ lines }, { takes = require_created_series.TAKEN_BY_ALL }) {
	const restart = lines.findIndex((line, index) => index > 0 && line.restart);
	const needs = restart < 0 ? void 0 : lines.slice(restart).find(require_sync_evidence.isHeldAgainstThePast);
	if (needs === void 0 || takes.includes("last_ts")) return null;
	return `the syncer takes no last_ts, which line ${needs.line} needs after the restart of line ${restart + 1}`;
}
function whyNotAsked({ history }, syncer) {
	const untaken = require_without_reply.untakenBy(syncer, { steps: history.lines.map(require_sync_evidence.requestOf) });
	if (untaken !== null) return `${untaken}, which this history tells`;
	const past = whatARestartLoses(history, syncer);
	if (past !== null) return past;
	const { settle: own } = syncer;
	const { settle } = history;
	if (!require_created_series.hasGrace(settle) || own === void 0 || own.syncs <= settle.syncs && own.ms <= settle.ms) return null;
	const graces = [own, settle].map(({ syncs, ms }) => `syncs=${syncs},ms=${ms}`);
	return `the syncer waits ${graces[0]}, and what is expected holds for ${graces[1]}: record it anew with that grace`;
}
// src/replay/further-drill.ts
function replayDrill(named, prefix, bundledWith) {
	return {
		run: (syncer) => runReplay(named, syncer, prefix, bundledWith),
		withoutReply: (status, why, deviations) => replayWithout(named, status, why, deviations)
	};
}
exports.replayDrill = replayDrill;
