const require_action = require("./action.js");
const require_field_reader = require("./action-field-reader.js");
// src/replay/counters-check.ts
/** What the check of the counters is called, and what it expects. */
const COUNTERS_CHECK = {
	label: "the counters say what the answers said",
	stage: "counted",
	expected: "each as often"
};
/** Whether the counters of each process say how often each rule was found and each reason met. */
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
	return [...require_action.MISMATCH_RULES.map((rule) => [
		"mismatches_total",
		"rule",
		rule,
		timesIn(rules, rule)
	]), ...require_action.FETCH_ERROR_REASONS.map((reason) => [
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
// src/replay/history.ts
/** The sync that a line of a history asks for. */
function requestOf({ at, known, snapshot, fetchError }) {
	const ids = known?.order_ids;
	return {
		now: at,
		snapshot,
		fetchError,
		knownOrderIds: Array.isArray(ids) ? ids.map(String) : null,
		expected: known
	};
}
/** Rules in the order of the contract, those that are not its own last: findings are compared in any order. */
function inOrder(rules) {
	return [...require_action.MISMATCH_RULES.flatMap((rule) => rules.filter((one) => one === rule)), ...rules.filter((rule) => require_action.MISMATCH_RULES.every((one) => one !== rule)).sort()];
}
/** What a sync came to, or has to, in one phrase: `duplicate_key, orphan_order`, `nothing` or `error timeout`. */
function inWords(rules, error) {
	const said = [...error === null ? [] : [`error ${error}`], ...inOrder(rules)];
	return said.length === 0 ? "nothing" : said.join(", ");
}
/** How many rows a snapshot in wire form has, as `2 positions, 1 open order`. */
function rowsIn(snapshot) {
	const counted = (field, noun) => {
		const rows = require_field_reader.isRecord(snapshot) ? snapshot[field] : [];
		const count = Array.isArray(rows) ? rows.length : 0;
		return `${count} ${noun}${count === 1 ? "" : "s"}`;
	};
	return `${counted("positions", "position")}, ${counted("open_orders", "open order")}`;
}
// src/replay/feed-history.ts
/**
* Whether a history has to be fed again until it settles: its expectations hold at once, and the syncer has a grace. Only
* then: where the history has a grace itself, its own times decide.
*/
function isFedAgain(history, syncer) {
	return !require_action.hasGrace(history.settle) && require_action.hasGrace(syncer.settle);
}
/**
* Feeds a history to a syncer that was reset at its first time, started anew where the history says so.
*
* @throws whatever the syncer rejects with, led by the number of the line.
*/
async function feedHistory(history, syncer) {
	const fedAgain = isFedAgain(history, syncer);
	const feeder = new Feeder(syncer, fedAgain ? syncer.settle ?? require_action.AT_ONCE : require_action.AT_ONCE);
	for (const line of history.lines) try {
		await feeder.feed(line);
	} catch (cause) {
		throw new require_field_reader.DrillError("syncer_broke_off", `line ${line.line}: ${require_field_reader.messageOf(cause)}`, { cause });
	}
	await feeder.endProcess();
	return {
		lines: feeder.lines,
		processes: feeder.processes,
		isFedAgain: fedAgain
	};
}
var Feeder = class {
	lines = [];
	processes = [];
	#syncer;
	#settle;
	#replies = [];
	#shift = 0;
	#settled = "";
	constructor(syncer, settle) {
		this.#syncer = syncer;
		this.#settle = settle;
	}
	async feed(line) {
		if (line.restart && this.lines.length > 0) await this.#startAnew(line.at);
		const fedBefore = await this.#letSettle(line);
		const reply = await this.#sync(line, this.#shift);
		this.lines.push({
			line,
			reply,
			fedBefore
		});
	}
	async endProcess() {
		const last = this.lines.at(-1)?.line;
		const { names } = this.#syncer;
		const text = await this.#syncer.metrics((last?.at ?? 0) + this.#shift);
		const metrics = new require_action.MetricsText(text, { wordOf: (label) => require_action.wordIn(names, label) });
		this.processes.push({
			lastLine: last?.line ?? 0,
			replies: this.#replies,
			metrics
		});
		this.#replies = [];
	}
	async #startAnew(at) {
		const lastTs = this.#replies.at(-1)?.lastTs ?? 0;
		await this.endProcess();
		const { takes = require_action.TAKEN_BY_ALL } = this.#syncer;
		const now = at + this.#shift;
		await (takes.includes("last_ts") ? this.#syncer.reset(now, lastTs) : this.#syncer.reset(now));
		this.#settled = "";
	}
	async #letSettle(line) {
		const request = requestOf(line);
		const sight = require_action.sightOf(request) ?? this.#settled;
		const isNew = sight !== this.#settled;
		const isOnce = line.expect === null || isHeldAgainstThePast(line);
		if (isNew) this.#settled = isOnce ? "" : sight;
		if (!isNew || isOnce || !require_action.hasGrace(this.#settle) || !require_action.comparesTwoSides(request)) return 0;
		const { before, apart } = require_action.waitFor(this.#settle);
		for (let times = 0; times < before; times++) {
			await this.#sync(line, this.#shift);
			this.#shift += apart;
		}
		return before;
	}
	async #sync(line, shift) {
		const reply = await this.#syncer.sync(require_action.later(requestOf(line), shift));
		this.#replies.push(reply);
		return reply;
	}
};
/** Whether a line expects what is found by the sync before it alone. */
function isHeldAgainstThePast({ expect }) {
	return expect?.mismatches.includes("ts_regression") === true;
}
// src/replay/judge-lines.ts
const TWO_SIDED = require_action.RULES.filter(({ comparesTwoSides }) => comparesTwoSides).map(({ name }) => name);
/** The judged lines of a history, those that follow each other and expect the same as one. */
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
/** The line of a passage that is off, in the order of the history. */
function missedIn({ lines }, { lines: replayed, isFedAgain }) {
	return lines.flatMap((line) => {
		const one = replayed[line.line - 1];
		return one === void 0 ? [] : missed(one, isFedAgain);
	});
}
/** The check of a passage. `keptIn` is where the snapshot of its first line that is off can be read, where it is kept. */
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
	return inWords(expect?.mismatches ?? [], expect?.error ?? null);
}
function missed({ line, reply }, isFedAgain) {
	const isPartly = isFedAgain && isHeldAgainstThePast(line);
	const judged = (rules) => rules.filter((rule) => !isPartly || !TWO_SIDED.includes(rule));
	const said = reply.mismatches.map(({ rule }) => rule);
	const [wanted, came] = [judged(line.expect?.mismatches ?? []), judged(said)];
	const error = line.expect?.error ?? null;
	const isOk = said.length === 0 && reply.error === null;
	if (inWords(came, reply.error) === inWords(wanted, error) && reply.ok === isOk) return [];
	const verdict = reply.ok === isOk ? "" : `, and says ${reply.ok ? "ok" : "not ok"}`;
	const details = reply.mismatches.slice(0, 3).map(({ detail }) => detail);
	const words = details.length === 0 ? "" : ` (${details.join("; ")})`;
	return [{
		line,
		came: `${inWords(said, reply.error)}${words}${verdict}`,
		deviations: require_action.findingDeviations(wanted, came, require_action.MISMATCH_RULES)
	}];
}
// src/replay/record-history.ts
/** The file that a recorded history is left in. */
function recordedFile({ name }) {
	return `${name}_recorded.jsonl`;
}
/**
* A history with what a syncer finds in each line as what is expected of it; the rest of each line as it was given.
*
* @param syncer with the history's grace.
*/
async function recordHistory(history, syncer) {
	await syncer.reset(history.lines[0]?.at ?? 0);
	const { lines } = await feedHistory(history, syncer);
	return lines.map(({ line, reply: { mismatches, error } }) => {
		const rules = mismatches.map(({ rule }) => rule);
		const expect = require_action.canonicalJson({
			mismatches: rules,
			...error === null ? {} : { error }
		});
		return `${line.text.replace("{", `{"expect":${expect},`)}\n`;
	}).join("");
}
// src/replay/replay-log.ts
const MOST_CHARACTERS = 200;
/** The text of the log: each line with what was fed, expected and answered, then the checks. No clock, no path. */
function renderReplayLog({ name, history }, { lines }, checks, provenMarker) {
	const { settle } = history;
	return `${[
		`Replay of ${name}: ${history.lines.length} syncs`,
		...require_action.hasGrace(settle) ? [`what it expects holds for a grace of ${settle.syncs} syncs and ${settle.ms} ms`] : [],
		"",
		...lines.flatMap(replayedLines),
		...checks.flatMap(require_action.renderCheck),
		...provenMarker === null ? [] : [provenMarker]
	].join("\n")}\n`;
}
function replayedLines({ line, reply, fedBefore }) {
	const rules = reply.mismatches.map(({ rule }) => rule);
	return [
		`line ${line.line}: at ${line.at}${line.restart ? ", started anew" : ""}`,
		`  ${fedWords(line)}`,
		...fedBefore === 0 ? [] : [`  fed ${fedBefore} times before, to let it settle`],
		`  expected: ${line.expect === null ? "not said" : inWords(line.expect.mismatches, line.expect.error)}`,
		require_field_reader.printable(`  came: ${reply.ok ? "ok" : "not ok"}, ${inWords(rules, reply.error)}; last_ts ${reply.lastTs}`),
		...reply.mismatches.slice(0, 20).map(({ rule, detail }) => require_field_reader.printable(`    ${rule}: ${detail.slice(0, MOST_CHARACTERS)}`)),
		...rules.length > 20 ? [`    and ${rules.length - 20} more`] : [],
		""
	];
}
function fedWords({ snapshot, fetchError, known }) {
	const told = known === null ? "nothing is told" : `told: ${toldWords(known)}`;
	return require_field_reader.printable(`${fetchError === null ? rowsIn(snapshot) : `the fetch fails: ${fetchError}`}; ${told}`);
}
function toldWords(known) {
	const text = require_action.canonicalJson(known);
	return text.length <= MOST_CHARACTERS ? text : Object.keys(known).join(", ");
}
// src/replay/replay-drill.ts
const SNAPSHOT = "_snapshot.json";
/**
* Feeds a history to a syncer and holds its answers against what the history expects. One that can be told its grace
* has the history's; one with a longer grace than the history was written for is not asked.
*
* @throws whatever the syncer rejects with.
*/
async function runReplay(named, given, prefix, bundledWith) {
	const { history } = named;
	const syncer = given.withSettle?.(history.settle) ?? given;
	await syncer.reset(history.lines[0]?.at ?? 0);
	const untaken = whyNotAsked(named, syncer);
	if (untaken !== null) return replayWithout(named, "skipped", untaken);
	const replayed = await feedHistory(history, syncer);
	if (history.lines.some(({ expect }) => expect !== null)) return resultOf(named, replayed, prefix, judge(named, replayed));
	const file = recordedFile(named);
	const text = await recordHistory(history, bundledWith(history.settle));
	return resultOf(named, replayed, prefix, {
		checks: [recordedCheck(file)],
		files: /* @__PURE__ */ new Map([[file, text]])
	});
}
/** The result of a replay that could not be held against anything, and why. */
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
		files: /* @__PURE__ */ new Map([[`drill_${idOf(named)}_log.txt`, `${why}\n`]])
	};
}
function judge(named, replayed) {
	const passages = passagesOf(named.history.lines).map((passage) => [passage, missedIn(passage, replayed)]);
	const first = passages.flatMap(([, missed]) => missed)[0]?.line;
	const files = first === void 0 ? /* @__PURE__ */ new Map() : keptOf(named, first);
	const keptIn = [...files.keys()].find((file) => file.endsWith(SNAPSHOT)) ?? null;
	return {
		checks: passages.map(([passage, missed]) => passageCheck(passage, missed, missed[0]?.line === first ? keptIn : null)),
		files
	};
}
/** What `sync` takes of the first line that is off: the snapshot, and what was told. */
function keptOf({ name }, line) {
	const place = `${name}_line_${line.line}`;
	return new Map([...line.fetchError === null ? [[`${place}${SNAPSHOT}`, `${require_action.canonicalJson(line.snapshot)}\n`]] : [], ...line.known === null ? [] : [[`${place}_expected.json`, `${require_action.canonicalJson(line.known)}\n`]]]);
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
	const { text } = require_action.withoutCreated(metrics?.text ?? "");
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
function whatARestartLoses({ lines }, { takes = require_action.TAKEN_BY_ALL }) {
	const restart = lines.findIndex((line, index) => index > 0 && line.restart);
	const needs = restart < 0 ? void 0 : lines.slice(restart).find(isHeldAgainstThePast);
	if (needs === void 0 || takes.includes("last_ts")) return null;
	return `the syncer takes no last_ts, which line ${needs.line} needs after the restart of line ${restart + 1}`;
}
function whyNotAsked({ history }, syncer) {
	const untaken = require_action.untakenBy(syncer, { steps: history.lines.map(requestOf) });
	if (untaken !== null) return `${untaken}, which this history tells`;
	const past = whatARestartLoses(history, syncer);
	if (past !== null) return past;
	const { settle: own } = syncer;
	const { settle } = history;
	if (!require_action.hasGrace(settle) || own === void 0 || own.syncs <= settle.syncs && own.ms <= settle.ms) return null;
	const graces = [own, settle].map(({ syncs, ms }) => `syncs=${syncs},ms=${ms}`);
	return `the syncer waits ${graces[0]}, and what is expected holds for ${graces[1]}: record it anew with that grace`;
}
// src/replay/further-drill.ts
/**
* The replay of a history as a drill of a run.
*
* @param prefix of the syncer's metric names.
*/
function replayDrill(named, prefix, bundledWith) {
	return {
		run: (syncer) => runReplay(named, syncer, prefix, bundledWith),
		withoutReply: (status, why, deviations) => replayWithout(named, status, why, deviations)
	};
}
exports.replayDrill = replayDrill;
