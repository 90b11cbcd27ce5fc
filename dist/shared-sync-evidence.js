const require_field_reader = require("./shared-field-reader.js");
const require_parse_history = require("./shared-parse-history.js");
const require_mismatch_rules = require("./shared-mismatch-rules.js");
const require_created_series = require("./shared-created-series.js");
const require_without_reply = require("./shared-without-reply.js");
// src/replay/history.ts
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
function inOrder(rules) {
	return [...require_mismatch_rules.MISMATCH_RULES.flatMap((rule) => rules.filter((one) => one === rule)), ...rules.filter((rule) => require_mismatch_rules.MISMATCH_RULES.every((one) => one !== rule)).sort()];
}
function inWords(rules, error) {
	const said = [...error === null ? [] : [`error ${error}`], ...inOrder(rules)];
	return said.length === 0 ? "nothing" : said.join(", ");
}
function rowsIn(snapshot) {
	const counted = (field, noun) => {
		const rows = require_field_reader.isRecord(snapshot) ? snapshot[field] : [];
		const count = Array.isArray(rows) ? rows.length : 0;
		return `${count} ${noun}${count === 1 ? "" : "s"}`;
	};
	return `${counted("positions", "position")}, ${counted("open_orders", "open order")}`;
}
// src/replay/feed-history.ts
function isFedAgain(history, syncer) {
	return !require_created_series.hasGrace(history.settle) && require_created_series.hasGrace(syncer.settle);
}
async function feedHistory(history, syncer) {
	const fedAgain = isFedAgain(history, syncer);
	const feeder = new Feeder(syncer, fedAgain ? syncer.settle ?? require_created_series.AT_ONCE : require_created_series.AT_ONCE);
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
		const metrics = new require_created_series.MetricsText(text, { wordOf: (label) => require_created_series.wordIn(names, label) });
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
		const { takes = require_created_series.TAKEN_BY_ALL } = this.#syncer;
		const now = at + this.#shift;
		await (takes.includes("last_ts") ? this.#syncer.reset(now, lastTs) : this.#syncer.reset(now));
		this.#settled = "";
	}
	async #letSettle(line) {
		const request = requestOf(line);
		const sight = require_without_reply.sightOf(request) ?? this.#settled;
		const isNew = sight !== this.#settled;
		const isOnce = line.expect === null || isHeldAgainstThePast(line);
		if (isNew) this.#settled = isOnce ? "" : sight;
		if (!isNew || isOnce || !require_created_series.hasGrace(this.#settle) || !require_without_reply.comparesTwoSides(request)) return 0;
		const { before, apart } = require_without_reply.waitFor(this.#settle);
		for (let times = 0; times < before; times++) {
			await this.#sync(line, this.#shift);
			this.#shift += apart;
		}
		return before;
	}
	async #sync(line, shift) {
		const reply = await this.#syncer.sync(require_without_reply.later(requestOf(line), shift));
		this.#replies.push(reply);
		return reply;
	}
};
function isHeldAgainstThePast({ expect }) {
	return expect?.mismatches.includes("ts_regression") === true;
}
function renderSyncEvidence(result, { known, at } = {}) {
	const { snapshot } = result;
	const mismatches = result.mismatches.map(({ rule, detail }) => ({
		rule,
		detail
	}));
	return new Map([
		["account_snapshot.json", `${snapshot === null ? "null" : require_parse_history.renderSnapshot(snapshot)}\n`],
		["positions.json", `${snapshot === null ? "null" : require_parse_history.renderPositions(snapshot.positions)}\n`],
		["open_orders.json", `${snapshot === null ? "null" : require_parse_history.renderOrders(snapshot.openOrders)}\n`],
		["known.json", `${require_created_series.canonicalJson(require_parse_history.knownToWire(known))}\n`],
		["mismatches.json", `${require_created_series.canonicalJson(mismatches)}\n`],
		["summary.txt", `${at === void 0 ? "" : `at: ${at}\n`}${renderSyncSummary(result)}`]
	]);
}
function renderSyncSummary(result) {
	return `${[...accountLines(result), ...findingLines(result)].join("\n")}\n`;
}
function countByRule(found) {
	const counts = require_mismatch_rules.MISMATCH_RULES.map((rule) => [rule, found.reduce((count, one) => count + Number(one.rule === rule), 0)]);
	return new Map(counts.filter(([, count]) => count > 0));
}
function shownOf(found) {
	const shown = new Map();
	return found.filter(({ rule }) => {
		const before = shown.get(rule) ?? 0;
		shown.set(rule, before + 1);
		return before < 20;
	});
}
function accountLines({ snapshot }) {
	if (snapshot === null) return ["account: unknown, the fetch failed"];
	return [`account: ${countOf(snapshot.positions, "position")}, ${countOf(snapshot.openOrders, "open order")}, ts ${snapshot.ts}`];
}
function countOf({ length }, noun) {
	return `${length} ${noun}${length === 1 ? "" : "s"}`;
}
function findingLines({ error, mismatches, pending }) {
	if (error !== null) return [`error: ${error.reason}: ${error.message}`];
	const waiting = pending.length === 0 ? [] : [...linesOf("PENDING", pending), `pending: ${pending.length}`];
	return [
		...linesOf("MISMATCH", mismatches),
		`mismatches: ${mismatches.length}`,
		...waiting
	];
}
function linesOf(word, found) {
	const shown = shownOf(found);
	return [...countByRule(found)].flatMap(([rule, count]) => [...shown.filter((one) => one.rule === rule).map(({ detail }) => `  ${word} ${rule}: ${detail}`), ...count > 20 ? [`  ${word} ${rule}: and ${count - 20} more`] : []]);
}
Object.defineProperty(exports, "countByRule", {
	enumerable: true,
	get: function() {
		return countByRule;
	}
});
Object.defineProperty(exports, "feedHistory", {
	enumerable: true,
	get: function() {
		return feedHistory;
	}
});
Object.defineProperty(exports, "inWords", {
	enumerable: true,
	get: function() {
		return inWords;
	}
});
Object.defineProperty(exports, "isHeldAgainstThePast", {
	enumerable: true,
	get: function() {
		return isHeldAgainstThePast;
	}
});
Object.defineProperty(exports, "renderSyncEvidence", {
	enumerable: true,
	get: function() {
		return renderSyncEvidence;
	}
});
Object.defineProperty(exports, "renderSyncSummary", {
	enumerable: true,
	get: function() {
		return renderSyncSummary;
	}
});
Object.defineProperty(exports, "requestOf", {
	enumerable: true,
	get: function() {
		return requestOf;
	}
});
Object.defineProperty(exports, "rowsIn", {
	enumerable: true,
	get: function() {
		return rowsIn;
	}
});
Object.defineProperty(exports, "shownOf", {
	enumerable: true,
	get: function() {
		return shownOf;
	}
});
