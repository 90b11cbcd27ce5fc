const require_field_reader = require("./shared-field-reader.js");
const require_mismatch_rules = require("./shared-mismatch-rules.js");
const require_created_series = require("./shared-created-series.js");
// src/drill/drill.ts
const PROVEN = "proven";
// src/drill/later.ts
function later(request, ms) {
	return ms === 0 ? request : {
		...request,
		now: request.now + ms,
		snapshot: laterTs(request.snapshot, ms)
	};
}
function laterTs(value, ms) {
	if (isList(value)) return value.map((one) => laterTs(one, ms));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === "ts" && typeof one === "number" && one > 0 ? one + ms : laterTs(one, ms)]));
}
function isList(value) {
	return Array.isArray(value);
}
// src/syncer/read-known.ts
function readKnown(known) {
	if (known === null || known === void 0) return require_mismatch_rules.NOTHING_TOLD;
	if (isIterable(known)) return {
		...require_mismatch_rules.NOTHING_TOLD,
		orderIds: readIds(known, "known")
	};
	if (!require_field_reader.isRecord(known)) refuse("known", "expected ids, or { orderIds, orders, positions }", known);
	const { orderIds, orders, positions } = known;
	if (orderIds === void 0 && orders === void 0 && positions === void 0) refuseOthers(known);
	return {
		orderIds: require_mismatch_rules.isSaid(orderIds) ? readIds(orderIds, "orderIds") : null,
		orders: require_mismatch_rules.isSaid(orders) ? readRows(orders, "orders", isOrder, ORDER_FIELDS) : null,
		positions: require_mismatch_rules.isSaid(positions) ? readRows(positions, "positions", isPosition, POSITION_FIELDS) : null
	};
}
function refuseOthers(known) {
	const name = Object.keys(known).find((key) => !LISTS.includes(key));
	if (name === void 0) return;
	throw new require_field_reader.DrillError("bad_input", `known.${require_field_reader.printable(name)}: no such field; there are ${LISTS.join(", ")}`);
}
function readIds(ids, path) {
	if (isSet(ids)) return ids;
	const read = new Set();
	let index = 0;
	for (const id of listOf(ids, path)) {
		if (!isText(id)) return refuse(`${path}[${index}]`, TEXT, id);
		read.add(id);
		index++;
	}
	return read;
}
function isSet(ids) {
	return ids instanceof Set;
}
const LISTS = [
	"orderIds",
	"orders",
	"positions"
];
function readRows(rows, list, isWhole, fields) {
	const given = listOf(rows, list);
	const read = Array.isArray(given) ? given : [...given];
	if (areAll(read, isWhole)) return read;
	const bad = read.findIndex((row) => !require_field_reader.isRecord(row) || !isWhole(row));
	return refuseRow(read[bad], `${list}[${bad}]`, fields);
}
function areAll(rows, isWhole) {
	for (const row of rows) if (!require_field_reader.isRecord(row) || !isWhole(row)) return false;
	return true;
}
function refuseRow(row, path, fields) {
	if (!require_field_reader.isRecord(row)) return refuse(path, "expected an object", row);
	for (const [name, [expectation, test]] of Object.entries(fields)) if (!test(row[name])) refuse(`${path}.${name}`, expectation, row[name]);
	return refuse(path, "expected an object", row);
}
const [BUY, SELL] = require_mismatch_rules.ORDER_SIDES;
const [LONG, SHORT, BOTH] = require_mismatch_rules.POSITION_SIDES;
const [CROSS, ISOLATED] = require_mismatch_rules.MARGIN_MODES;
const TEXT = "expected text that is not empty";
const ORDER_FIELDS = {
	orderId: [TEXT, isText],
	symbol: [TEXT, isText],
	side: [`expected ${require_mismatch_rules.ORDER_SIDES.join(", ")}`, isOrderSide]
};
const POSITION_FIELDS = {
	symbol: [TEXT, isText],
	side: [`expected ${require_mismatch_rules.POSITION_SIDES.join(", ")}`, isPositionSide],
	qty: [require_mismatch_rules.NUMBER_EXPECTED, require_mismatch_rules.isNumber],
	marginMode: [`expected ${require_mismatch_rules.MARGIN_MODES.join(", ")}`, isMarginMode]
};
function isOrder(row) {
	return isText(row.orderId) && isText(row.symbol) && isOrderSide(row.side);
}
function isPosition(row) {
	return isText(row.symbol) && isPositionSide(row.side) && require_mismatch_rules.isNumber(row.qty) && isMarginMode(row.marginMode);
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
function isOrderSide(value) {
	return !require_mismatch_rules.isSaid(value) || value === BUY || value === SELL;
}
function isPositionSide(value) {
	return value === LONG || value === SHORT || value === BOTH;
}
function isMarginMode(value) {
	return !require_mismatch_rules.isSaid(value) || value === CROSS || value === ISOLATED;
}
function isIterable(value) {
	return Symbol.iterator in Object(value);
}
function listOf(value, path) {
	if (typeof value !== "string" && isIterable(value)) return value;
	return refuse(path, "expected a list, a Set or another iterable", value);
}
function refuse(path, expectation, value) {
	throw new require_field_reader.DrillError("bad_input", `${path}: ${expectation}, got ${require_field_reader.nameOf(value)}`);
}
// src/drill/grace.ts
const MARGIN_MS = 1e3;
function waitFor({ syncs, ms }) {
	const before = Math.max(syncs - 1, 1);
	return {
		before,
		apart: Math.ceil((ms + MARGIN_MS) / before)
	};
}
function fedSyncs(steps, settle) {
	const fed = [];
	let shift = 0;
	let sight = "";
	steps.forEach((request, step) => {
		const seen = sightOf(request);
		if (require_created_series.hasGrace(settle) && seen !== null && seen !== sight && comparesTwoSides(request)) {
			const { before, apart } = waitFor(settle);
			for (let at = 0; at < before; at++) fed.push({
				request: later(request, shift + at * apart),
				step,
				settles: true,
				shift: shift + at * apart
			});
			shift += before * apart;
		}
		sight = seen ?? sight;
		fed.push({
			request: later(request, shift),
			step,
			settles: false,
			shift
		});
	});
	return fed;
}
function comparesTwoSides({ knownOrderIds, expected = null }) {
	return knownOrderIds !== null || expected !== null;
}
function sightOf({ snapshot, fetchError, knownOrderIds, expected = null }) {
	return fetchError === null ? require_created_series.canonicalJson([
		snapshot,
		knownOrderIds,
		expected
	]) : null;
}
// src/drill/without-reply.ts
function withoutReply(drill, status, actual, deviations) {
	const resultOf = (label, stage, expected) => ({
		label,
		stage,
		status,
		expected,
		actual,
		...deviations !== void 0 && { deviations }
	});
	return {
		id: drill.id,
		title: drill.title,
		injected: drill.injected,
		caught: [],
		counted: [],
		checks: drill.checks.map((check) => check === "proven" ? resultOf(`proven: ${drill.proves}`, "found", "every condition holds") : resultOf(check.label, check.stage, check.expected)),
		provenMarker: null,
		metricLines: [],
		files: new Map([[`drill_${drill.id}_log.txt`, `${actual}\n`]])
	};
}
function untakenBy({ takes = require_created_series.TAKEN_BY_ALL }, { steps }) {
	const told = new Set(steps.flatMap(toldIn));
	const untaken = require_mismatch_rules.TELLABLE.filter((one) => told.has(one) && !takes.includes(one));
	return untaken.length === 0 ? null : `the syncer takes no ${untaken.join(", ")}`;
}
function toldIn({ knownOrderIds, expected = null }) {
	if (require_field_reader.isRecord(expected)) return Object.keys(expected);
	return knownOrderIds === null ? [] : ["order_ids"];
}
Object.defineProperty(exports, "PROVEN", {
	enumerable: true,
	get: function() {
		return PROVEN;
	}
});
Object.defineProperty(exports, "comparesTwoSides", {
	enumerable: true,
	get: function() {
		return comparesTwoSides;
	}
});
Object.defineProperty(exports, "fedSyncs", {
	enumerable: true,
	get: function() {
		return fedSyncs;
	}
});
Object.defineProperty(exports, "later", {
	enumerable: true,
	get: function() {
		return later;
	}
});
Object.defineProperty(exports, "readKnown", {
	enumerable: true,
	get: function() {
		return readKnown;
	}
});
Object.defineProperty(exports, "sightOf", {
	enumerable: true,
	get: function() {
		return sightOf;
	}
});
Object.defineProperty(exports, "untakenBy", {
	enumerable: true,
	get: function() {
		return untakenBy;
	}
});
Object.defineProperty(exports, "waitFor", {
	enumerable: true,
	get: function() {
		return waitFor;
	}
});
Object.defineProperty(exports, "withoutReply", {
	enumerable: true,
	get: function() {
		return withoutReply;
	}
});
