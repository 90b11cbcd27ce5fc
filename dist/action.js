Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_rolldown_runtime = require("./action-rolldown-runtime.js");
const require_field_reader = require("./action-field-reader.js");
const require_bundled_action = require("./action-bundled.js");
let node_fs = require("node:fs");
let node_path = require("node:path");
// src/drill/drill.ts
/** Stands in a drill's list of checks where its proof is to be checked. */
const PROVEN = "proven";
// src/drill/expected-failures.ts
/** The name of a check among all of a run: `B: negative_qty present`. */
function checkName(drillId, label) {
	return `${drillId.length === 1 ? drillId.toUpperCase() : drillId}: ${label}`;
}
/**
* Reads a list of checks that may fail: a name on each line, and `#` before what is said of it.
*
* @param known every name that there is.
* @throws DrillError `bad_input` for a name that there is not, with the line it stands on.
*/
function parseExpectedFailures(text, known) {
	const lines = text.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, "").trim());
	const names = /* @__PURE__ */ new Set();
	for (const [at, name] of lines.entries()) {
		if (name === "") continue;
		if (!known.has(name)) throw new require_field_reader.DrillError("bad_input", `line ${at + 1}: no check ${require_field_reader.quoted(name)}${alike(name, known)}`);
		if (names.has(name)) throw new require_field_reader.DrillError("bad_input", `line ${at + 1}: ${require_field_reader.quoted(name)} is listed twice`);
		names.add(name);
	}
	return names;
}
/** A result as it counts where failures are expected: one that is listed is skipped, and fails where it passes. */
function asListed(result, drillId, listed) {
	if (!listed.has(checkName(drillId, result.label)) || result.status === "skipped") return result;
	const { label, stage, expected, actual } = result;
	if (result.status === "failed") return {
		label,
		stage,
		status: "skipped",
		expected,
		actual: `an expected failure: expected ${expected}, got ${actual}`
	};
	return {
		label,
		stage,
		status: "failed",
		expected: "to fail, as it is listed",
		actual: "passed: take it off the list",
		deviations: [{
			kind: "other",
			what: "a check passes that is listed as an expected failure"
		}]
	};
}
function alike(name, known) {
	const [drill = ""] = name.split(":");
	const ofDrill = [...known].filter((one) => one.startsWith(`${drill}:`));
	const shown = ofDrill.length > 0 ? ofDrill : [...known];
	return `; there is ${shown.slice(0, 3).map(require_field_reader.quoted).join(", ")}${shown.length > 3 ? `, and ${shown.length - 3} more` : ""}`;
}
// src/syncer/metric-contract.ts
/** The prefix that all metric names share unless a team chose another (contract, section 4). */
const DEFAULT_METRIC_PREFIX = "grinder_account_sync";
/** Whether names of metrics may begin with this. */
function isMetricPrefix(text) {
	return text.length <= 100 && /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(text);
}
/** The nine metrics of the contract (section 4), in the order in which they are exposed. */
const CONTRACT_METRICS = {
	lastTs: {
		name: "last_ts",
		type: "gauge",
		help: "Data timestamp of the last accepted snapshot in Unix ms; 0 for an empty account"
	},
	lastWallTs: {
		name: "last_wall_ts",
		type: "gauge",
		help: "Wall clock in Unix ms when a sync last completed without a fetch error"
	},
	age: {
		name: "age_seconds",
		type: "gauge",
		help: "Seconds since last_wall_ts, computed at scrape; 0 before the first sync"
	},
	dataAge: {
		name: "data_age_seconds",
		type: "gauge",
		help: "Seconds since last_ts, computed at scrape; 0 while last_ts is 0"
	},
	errors: {
		name: "errors_total",
		type: "counter",
		help: "Syncs that failed, by reason",
		label: "reason"
	},
	mismatches: {
		name: "mismatches_total",
		type: "counter",
		help: "Mismatches found, by rule",
		label: "rule"
	},
	positions: {
		name: "positions_count",
		type: "gauge",
		help: "Positions in the last accepted snapshot"
	},
	openOrders: {
		name: "open_orders_count",
		type: "gauge",
		help: "Open orders in the last accepted snapshot"
	},
	pendingNotional: {
		name: "pending_notional",
		type: "gauge",
		help: "Sum of price * (qty - filled_qty) over open orders whose rest is above zero"
	}
};
/**
* Survives what `increase()` cannot see: a first mismatch in a new process, a restart, a scrape gap
* (contract, section 4). Not one of the nine.
*/
const LAST_MISMATCH_METRIC = {
	name: "last_mismatch_timestamp_seconds",
	type: "gauge",
	help: "Unix time in seconds of the last mismatch, by rule; 0 until the first",
	label: "rule"
};
/**
* What some line of the Prometheus text must start with, for each of the nine metrics: HELP, TYPE and sample,
* labelled samples up to the label's name.
*/
function requiredMetricsPatterns(prefix) {
	return Object.values(CONTRACT_METRICS).flatMap(({ name, type, label }) => [
		`# HELP ${prefix}_${name} `,
		`# TYPE ${prefix}_${name} ${type}`,
		label === void 0 ? `${prefix}_${name} ` : `${prefix}_${name}{${label}=`
	]);
}
requiredMetricsPatterns(DEFAULT_METRIC_PREFIX);
// src/syncer/row-index.ts
const NOWHERE$1 = -1;
/**
* Where rows stand, found by their identity: a name, and what tells rows of one name apart. Few names are shared, so
* rows are kept by name alone, one look-up each, until one is.
*/
var RowIndex = class {
	rows;
	/** The rows whose identity stood in a row before, by their place, in order. */
	surplus;
	#byName;
	#byRest;
	#restOf;
	#repeated;
	/** @param byName the place of the first row of each name; not made here, where a call for each row would cost more. */
	constructor(rows, byName, nameOf, restOf) {
		this.rows = rows;
		this.#byName = byName;
		this.#restOf = restOf;
		const isShared = byName.size < rows.length;
		this.#byRest = isShared ? placesByRest(rows, nameOf, restOf) : null;
		const placeOf = (row) => this.placeOf(nameOf(row), restOf(row));
		this.surplus = isShared ? rows.flatMap((row, place) => placeOf(row) === place ? [] : [place]) : [];
		this.#repeated = new Set(this.surplus.flatMap((place) => rows.slice(place, place + 1).map(placeOf)));
	}
	/** Where the first row of an identity stands; -1 where there is none. */
	placeOf(name, rest) {
		if (this.#byRest !== null) return this.#byRest.get(rest)?.get(name) ?? NOWHERE$1;
		const place = this.#byName.get(name);
		if (place === void 0) return NOWHERE$1;
		const row = this.rows[place];
		return row !== void 0 && this.#restOf(row) === rest ? place : NOWHERE$1;
	}
	/** Where the row of a name stands; -1 where there is none, or where rows of this index share names. */
	placeOfName(name) {
		return this.#byRest === null ? this.#byName.get(name) ?? NOWHERE$1 : NOWHERE$1;
	}
	/** Where the only row of an identity stands; -1 where there is none, or more than one. */
	placeOfOnly(name, rest) {
		const place = this.placeOf(name, rest);
		return this.#repeated.has(place) ? NOWHERE$1 : place;
	}
};
function placesByRest(rows, nameOf, restOf) {
	const index = /* @__PURE__ */ new Map();
	for (const [place, row] of [...rows.entries()].reverse()) {
		const ofRest = index.get(restOf(row)) ?? /* @__PURE__ */ new Map();
		if (ofRest.size === 0) index.set(restOf(row), ofRest);
		ofRest.set(nameOf(row), place);
	}
	return index;
}
// src/syncer/account-view.ts
/** A snapshot whose rows are found by their identity (contract, section 2). */
var AccountView = class {
	snapshot;
	/** Named by the exchange's id, told apart by symbol. */
	orders;
	/** Named by symbol, told apart by {@link legOf}. */
	positions;
	constructor(snapshot) {
		const { openOrders, positions } = snapshot;
		this.snapshot = snapshot;
		this.orders = new RowIndex(openOrders, firstOrders(openOrders), idOf$1, symbolOf);
		this.positions = new RowIndex(positions, firstPositions(positions), symbolOf, legOf$1);
	}
	/** The first row of each position's identity, in their order. */
	firstPositions() {
		const { rows, surplus } = this.positions;
		if (surplus.length === 0) return rows;
		const places = new Set(surplus);
		return rows.filter((_, place) => !places.has(place));
	}
};
/** Side and margin mode, as one text: what tells the positions of one symbol apart. */
function legOf$1({ side, marginMode }) {
	return marginMode === void 0 || marginMode === null ? side : `${side} ${marginMode}`;
}
function firstOrders(orders) {
	const places = /* @__PURE__ */ new Map();
	for (let place = orders.length - 1; place >= 0; place--) {
		const order = orders[place];
		if (order !== void 0) places.set(order.orderId, place);
	}
	return places;
}
function firstPositions(positions) {
	const places = /* @__PURE__ */ new Map();
	for (let place = positions.length - 1; place >= 0; place--) {
		const position = positions[place];
		if (position !== void 0) places.set(position.symbol, place);
	}
	return places;
}
function idOf$1({ orderId }) {
	return orderId;
}
function symbolOf({ symbol }) {
	return symbol;
}
// src/syncer/snapshot.ts
/** Sides of a position. BOTH is one-way mode, where an exchange keeps one row for a symbol. */
const POSITION_SIDES = [
	"LONG",
	"SHORT",
	"BOTH"
];
/** Sides of an order (contract, section 2). */
const ORDER_SIDES = ["BUY", "SELL"];
/** How a position is margined: an exchange may hold one of each for a symbol and side. */
const MARGIN_MODES = ["CROSS", "ISOLATED"];
// src/syncer/known.ts
/** What a syncer can be told, by the names of the wire form. */
const TELLABLE = [
	"order_ids",
	"orders",
	"positions"
];
/** What is said of a number that is none. */
const NUMBER_EXPECTED = "expected a decimal as text, such as \"0.10\", or a Decimal";
/** What was told where nothing was. */
const NOTHING_TOLD = {
	orderIds: null,
	orders: null,
	positions: null
};
/**
* Reads what the system believes, each list once, as it is now. A Set of ids is used as it is, and so is each row: a
* copy of a million would cost as much as comparing them.
*
* @throws DrillError `bad_input` that names the path, such as `orders[3].price`.
*/
function readKnown$1(known) {
	if (known === null || known === void 0) return NOTHING_TOLD;
	if (isIterable(known)) return {
		...NOTHING_TOLD,
		orderIds: readIds$1(known, "known")
	};
	if (!require_field_reader.isRecord(known)) refuse$2("known", "expected ids, or { orderIds, orders, positions }", known);
	const { orderIds, orders, positions } = known;
	if (orderIds === void 0 && orders === void 0 && positions === void 0) refuseOthers(known);
	return {
		orderIds: isSaid$2(orderIds) ? readIds$1(orderIds, "orderIds") : null,
		orders: isSaid$2(orders) ? readRows(orders, "orders", isOrder$1, ORDER_FIELDS$1) : null,
		positions: isSaid$2(positions) ? readRows(positions, "positions", isPosition$1, POSITION_FIELDS$1) : null
	};
}
/** A number of what we know, which was read as one. */
function knownDecimal(value) {
	return typeof value === "string" ? require_field_reader.decimal(value) : value;
}
function refuseOthers(known) {
	const name = Object.keys(known).find((key) => !LISTS$1.includes(key));
	if (name === void 0) return;
	throw new require_field_reader.DrillError("bad_input", `known.${require_field_reader.printable(name)}: no such field; there are ${LISTS$1.join(", ")}`);
}
function readIds$1(ids, path) {
	if (isSet(ids)) return ids;
	const read = /* @__PURE__ */ new Set();
	let index = 0;
	for (const id of listOf$2(ids, path)) {
		if (!isText(id)) return refuse$2(`${path}[${index}]`, TEXT, id);
		read.add(id);
		index++;
	}
	return read;
}
function isSet(ids) {
	return ids instanceof Set;
}
const LISTS$1 = [
	"orderIds",
	"orders",
	"positions"
];
function readRows(rows, list, isWhole, fields) {
	const read = [];
	for (const row of listOf$2(rows, list)) if (require_field_reader.isRecord(row) && isWhole(row)) read.push(row);
	else refuseRow(row, `${list}[${read.length}]`, fields);
	return read;
}
function refuseRow(row, path, fields) {
	if (!require_field_reader.isRecord(row)) return refuse$2(path, "expected an object", row);
	for (const [name, [expectation, test]] of Object.entries(fields)) if (!test(row[name])) refuse$2(`${path}.${name}`, expectation, row[name]);
	return refuse$2(path, "expected an object", row);
}
const [BUY$1, SELL$1] = ORDER_SIDES;
const [LONG$1, SHORT$1, BOTH$1] = POSITION_SIDES;
const [CROSS$1, ISOLATED$1] = MARGIN_MODES;
const TEXT = "expected text that is not empty";
const ORDER_FIELDS$1 = {
	orderId: [TEXT, isText],
	symbol: [TEXT, isText],
	side: [`expected ${ORDER_SIDES.join(", ")}`, isOrderSide]
};
const POSITION_FIELDS$1 = {
	symbol: [TEXT, isText],
	side: [`expected ${POSITION_SIDES.join(", ")}`, isPositionSide],
	qty: [NUMBER_EXPECTED, isNumber$1],
	marginMode: [`expected ${MARGIN_MODES.join(", ")}`, isMarginMode]
};
function isOrder$1(row) {
	return isText(row.orderId) && isText(row.symbol) && isOrderSide(row.side);
}
function isPosition$1(row) {
	return isText(row.symbol) && isPositionSide(row.side) && isNumber$1(row.qty) && isMarginMode(row.marginMode);
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
function isOrderSide(value) {
	return !isSaid$2(value) || value === BUY$1 || value === SELL$1;
}
function isPositionSide(value) {
	return value === LONG$1 || value === SHORT$1 || value === BOTH$1;
}
function isMarginMode(value) {
	return !isSaid$2(value) || value === CROSS$1 || value === ISOLATED$1;
}
function isNumber$1(value) {
	return value instanceof require_field_reader.Decimal || typeof value === "string" && require_field_reader.isDecimalText(value);
}
function isSaid$2(value) {
	return value !== null && value !== void 0;
}
function isIterable(value) {
	return Symbol.iterator in Object(value);
}
function listOf$2(value, path) {
	if (typeof value !== "string" && isIterable(value)) return value;
	return refuse$2(path, "expected a list, a Set or another iterable", value);
}
function refuse$2(path, expectation, value) {
	throw new require_field_reader.DrillError("bad_input", `${path}: ${expectation}, got ${require_field_reader.nameOf(value)}`);
}
// src/syncer/match-orders.ts
const NOWHERE = -1;
/**
* Finds the row of each order told, by the exchange's id, else by our own. Here its numbers are looked at too: most are
* written as the exchange writes them, and need not be read.
*
* @throws DrillError `bad_input` where one is none, with its path, such as `orders[3].price`.
*/
function matchOrders(orders, { orders: index }) {
	const rows = [];
	const isTold = index.rows.map(() => false);
	let byOwnId = null;
	let at = 0;
	for (const order of orders) {
		let place = index.placeOf(order.orderId, order.symbol);
		if (place === NOWHERE) {
			byOwnId ??= findingByOwnId(index.rows);
			place = byOwnId(order.symbol, order.orderId);
		}
		if (place !== NOWHERE) isTold[place] = true;
		refuseNoNumber(order, index.rows[place], at);
		rows.push(place);
		at++;
	}
	return {
		rows,
		isTold
	};
}
function refuseNoNumber({ price, qty }, row, at) {
	if (!isNumber(price, row?.price)) refuse$1(`orders[${at}].price`, price);
	if (!isNumber(qty, row?.qty)) refuse$1(`orders[${at}].qty`, qty);
}
function isNumber(ours, theirs) {
	if (ours === null || ours === void 0 || ours instanceof require_field_reader.Decimal) return true;
	return ours === theirs?.text || typeof ours === "string" && require_field_reader.isDecimalText(ours);
}
function refuse$1(path, value) {
	throw new require_field_reader.DrillError("bad_input", `${path}: ${NUMBER_EXPECTED}, got ${require_field_reader.nameOf(value)}`);
}
function findingByOwnId(orders) {
	const index = /* @__PURE__ */ new Map();
	for (const [place, { symbol, clientOrderId, orderId }] of orders.entries()) {
		if (clientOrderId === void 0) continue;
		const ofSymbol = index.get(symbol) ?? /* @__PURE__ */ new Map();
		if (ofSymbol.size === 0) index.set(symbol, ofSymbol);
		const before = orders[ofSymbol.get(clientOrderId) ?? NOWHERE];
		if (before === void 0 || orderId < before.orderId) ofSymbol.set(clientOrderId, place);
	}
	return (symbol, id) => index.get(symbol)?.get(id) ?? NOWHERE;
}
// src/syncer/row-text.ts
const MOST_CHARACTERS$9 = 120;
/** An id or a symbol in quotes; one of more than 120 characters is cut, and its length said. */
function named$1(text) {
	if (text.length <= MOST_CHARACTERS$9) return require_field_reader.quoted(text);
	return `${require_field_reader.quoted(text.slice(0, MOST_CHARACTERS$9))}… (${text.length} characters)`;
}
/** `order "17" on "BTCUSDT"`. */
function orderName({ orderId, symbol }) {
	return `order ${named$1(orderId)} on ${named$1(symbol)}`;
}
/** `position "BTCUSDT" LONG`, with its margin mode where that was said. */
function positionName(row) {
	const mode = isUnsaid(row.marginMode) ? "" : ` ${row.marginMode}`;
	return `position ${named$1(row.symbol)} ${row.side}${mode}`;
}
/** `BUY 0.1 at 49000.00`, as far as it was said; empty where nothing was. */
function termsOf({ side, qty, price }) {
	const at = isUnsaid(price) || require_field_reader.isZero(knownDecimal(price)) ? "" : `at ${knownDecimal(price).text}`;
	const size = isUnsaid(qty) ? "" : knownDecimal(qty).text;
	return [
		side ?? "",
		size,
		at
	].filter((part) => part !== "").join(" ");
}
function isUnsaid(value) {
	return value === null || value === void 0;
}
/** What has to stay the same for a difference to be the same one: texts of which none can run into the next. */
function sameAs(...parts) {
	return JSON.stringify(parts);
}
/** A number as text that all its notations share: 1.50 and 1.5, 0 and -0.0. */
function numberOf({ units, scale }) {
	let [digits, places] = [BigInt(units), scale];
	while (places > 0 && digits % 10n === 0n) {
		digits /= 10n;
		places--;
	}
	return `${digits}e-${places}`;
}
// src/syncer/rules/rule-row.ts
/** A copy of the rows in which the chosen one is changed. */
function withChosen(rows, pick, change) {
	const chosen = pick % Math.max(rows.length, 1);
	return rows.flatMap((row, index) => index === chosen ? change(row) : [row]);
}
/** A number of the wire that is larger than this one, and of more digits: "0.5" becomes "10.5". */
function enlarged(text) {
	return `1${String(text ?? "").replace("-", "")}`;
}
// src/syncer/rules/duplicate-key.ts
/** Two rows have the same identity. */
const DUPLICATE_KEY = {
	name: "duplicate_key",
	comparesTwoSides: false,
	needs: null,
	askedBy: "runbook",
	find: (_, { account }) => [...duplicatePositions(account), ...duplicateOrders(account)],
	fault: (account, pick) => {
		const twice = (different) => (row) => [{ ...row }, {
			...row,
			...different
		}];
		const which = Math.floor(pick / 2);
		return pick % 2 === 0 ? {
			...account,
			positions: withChosen(account.positions, which, twice({ qty: "0.7" }))
		} : {
			...account,
			open_orders: withChosen(account.open_orders, which, twice({ price: "0.7" }))
		};
	},
	provenBy: "b",
	words: {
		fires: "two positions share symbol, side and margin mode, or two orders share symbol and id; once for each surplus row",
		risk: "a row arrived twice: exposure is counted twice, or one of the two is not the truth",
		triage: "is the row like this in the exchange's own answer, or only after parsing?",
		resolution: "an invariant is broken: keep the evidence, report it as a bug of fetching or parsing, and trade by hand"
	}
};
function duplicatePositions({ positions, snapshot }) {
	return rowsAt(snapshot.positions, positions.surplus).map((row) => ({ detail: `${positionName(row)} appears again: qty ${row.qty.text}` }));
}
function duplicateOrders({ orders, snapshot }) {
	return rowsAt(snapshot.openOrders, orders.surplus).map((row) => ({ detail: `${orderName(row)} appears again: ${row.side} ${row.qty?.text ?? "of no qty"}` }));
}
function rowsAt(rows, places) {
	return places.flatMap((place) => rows.slice(place, place + 1));
}
// src/syncer/rules/impossible-fill.ts
/** More of an order is filled than there is of it, or less than nothing. */
const IMPOSSIBLE_FILL = {
	name: "impossible_fill",
	comparesTwoSides: false,
	needs: null,
	askedBy: "life",
	find: findImpossibleFills,
	fault: (account, pick) => {
		const isBelowZero = pick % 2 === 1;
		const filled = (row) => isBelowZero || row.qty === null ? "-0.1" : enlarged(row.qty);
		const impossible = (row) => [{
			...row,
			filled_qty: filled({ ...row })
		}];
		return {
			...account,
			open_orders: withChosen(account.open_orders, Math.floor(pick / 2), impossible)
		};
	},
	provenBy: "v",
	words: {
		fires: "an order is filled below zero, or above its qty",
		risk: "a fill that cannot be: what is left of the order, and the position that it made, are not what is believed",
		triage: "is the row like this in the exchange's own answer, or was amount taken for what remains?",
		resolution: "add up the order's trades at the exchange: they are the truth. If its answer is wrong, keep the evidence and tell the exchange; if not, report a bug of parsing"
	}
};
/** True of a fill that cannot be: below zero, or above a qty that is said and is itself no fault. */
function isImpossibleFill(filled, qty) {
	if (require_field_reader.isNegative(filled)) return true;
	return qty !== null && !require_field_reader.isNegative(qty) && require_field_reader.compareDecimals(filled, qty) > 0;
}
function findImpossibleFills({ snapshot }) {
	const found = [];
	for (const row of snapshot.openOrders) {
		const { filledQty, qty } = row;
		if (filledQty === null || !isImpossibleFill(filledQty, qty)) continue;
		found.push({ detail: `${orderName(row)} is filled ${filledQty.text} of ${qty?.text ?? "no qty"}` });
	}
	return found;
}
// src/syncer/rules/missing-order.ts
/** An order of ours is not open at the exchange. */
const MISSING_ORDER = {
	name: "missing_order",
	comparesTwoSides: true,
	needs: "orders",
	askedBy: "life",
	find: findMissing,
	fault: (account, pick) => ({
		...account,
		open_orders: withChosen(account.open_orders, pick, () => [])
	}),
	provenBy: "w",
	words: {
		fires: "an order that must be open now is not in the snapshot; not checked when `orders` are not given",
		risk: "a hedge, a stop or a quote that everybody believes in is not there",
		triage: "was it filled, cancelled or refused, and the event lost? Are many gone at once: a page of the answer, or all of it?",
		resolution: "ask the exchange for this order by its id and book what it says; send it again only once it is known to be dead. If many are gone, look at the fetch first"
	}
};
function findMissing({ knownOrders = null }, { matches }) {
	const found = [];
	if (knownOrders === null) return found;
	let at = 0;
	for (const order of knownOrders) {
		if ((matches?.rows[at] ?? -1) < 0) found.push(missing(order));
		at++;
	}
	return found;
}
function missing(order) {
	const terms = termsOf(order);
	return {
		detail: `${orderName(order)} is not open at the exchange${terms === "" ? "" : `; we said ${terms}`}`,
		sameAs: sameAs("missing_order", order.symbol, order.orderId)
	};
}
// src/syncer/rules/negative-qty.ts
const BELOW_ZERO = [
	"-0.1",
	"-1",
	"-0.00000000000000000001",
	"-9007199254740993"
];
/** A quantity is below zero. */
const NEGATIVE_QTY = {
	name: "negative_qty",
	comparesTwoSides: false,
	needs: null,
	askedBy: "runbook",
	find: ({ snapshot }) => [...negativePositions(snapshot), ...negativeOrders(snapshot)],
	fault: (account, pick) => {
		const qty = BELOW_ZERO[Math.floor(pick / 2) % BELOW_ZERO.length];
		const below = (row) => [{
			...row,
			qty
		}];
		const which = Math.floor(pick / (2 * BELOW_ZERO.length));
		return pick % 2 === 0 ? {
			...account,
			open_orders: withChosen(account.open_orders, which, below)
		} : {
			...account,
			positions: withChosen(account.positions, which, below)
		};
	},
	provenBy: "b",
	words: {
		fires: "a position's or an order's qty is below zero; zero is fine",
		risk: "an amount that cannot exist: everything computed from it is wrong",
		triage: "is the row like this in the exchange's own answer, or only after parsing?",
		resolution: "an invariant is broken: keep the evidence, report it as a bug of fetching or parsing, and trade by hand"
	}
};
function negativePositions({ positions }) {
	const found = [];
	for (const row of positions) if (require_field_reader.isNegative(row.qty)) found.push({ detail: `${positionName(row)} has qty ${row.qty.text}` });
	return found;
}
function negativeOrders({ openOrders }) {
	const found = [];
	for (const row of openOrders) if (row.qty !== null && require_field_reader.isNegative(row.qty)) found.push({ detail: `${orderName(row)} has qty ${row.qty.text}` });
	return found;
}
// src/syncer/rules/order-mismatch.ts
/** An order of ours is open on other terms. */
const ORDER_MISMATCH = {
	name: "order_mismatch",
	comparesTwoSides: true,
	needs: "orders",
	askedBy: "life",
	find: findDifferent$1,
	fault: (account, pick) => {
		const which = Math.floor(pick / WAYS.length);
		const change = (row) => [{
			...row,
			...WAYS[pick % WAYS.length]?.(row)
		}];
		return {
			...account,
			open_orders: withChosen(account.open_orders, which, change)
		};
	},
	provenBy: "x",
	words: {
		fires: "an order that must be open now is there with another side, price or qty than we said; one finding an order. What either does not say is not compared",
		risk: "what fills is not what was decided: another price, another size, the wrong way",
		triage: "was it amended, here or at the exchange, and did the other side hear of it?",
		resolution: "the exchange's terms are those that fill. Take them over, or cancel the order and send it again as it was meant"
	}
};
const WAYS = [
	({ price }) => ({ price: enlarged(price) }),
	({ qty, price }) => qty === null ? { price: enlarged(price) } : { qty: enlarged(qty) },
	({ side }) => ({ side: side === "BUY" ? "SELL" : "BUY" })
];
function findDifferent$1({ snapshot, knownOrders = null }, { matches }) {
	const found = [];
	if (knownOrders === null) return found;
	let at = 0;
	for (const order of knownOrders) {
		const row = snapshot.openOrders[matches?.rows[at] ?? -1];
		if (row !== void 0 && isDifferent(order, row)) found.push(different(order, row));
		at++;
	}
	return found;
}
function isDifferent(order, row) {
	return isOtherSide(order.side, row.side) || isOtherNumber(order.price, row.price) || isOtherNumber(order.qty, row.qty);
}
function isOtherSide(ours, theirs) {
	return ours !== null && ours !== void 0 && ours !== theirs;
}
function isOtherNumber(ours, theirs) {
	if (ours === null || ours === void 0 || theirs === null || ours === theirs.text) return false;
	return require_field_reader.compareDecimals(knownDecimal(ours), theirs) !== 0;
}
function different(order, row) {
	const differences = [
		...isOtherSide(order.side, row.side) ? [texts("side", String(order.side), row.side)] : [],
		...numbers("price", order.price, row.price),
		...numbers("qty", order.qty, row.qty)
	];
	const saidBy = (side) => differences.map((one) => `${one.field} ${one[side]}`).join(", ");
	return {
		detail: `${orderName(order)}: we said ${saidBy("ours")}; the exchange says ${saidBy("theirs")}`,
		sameAs: sameAs("order_mismatch", row.symbol, row.orderId, ...differences.map((one) => one.sameAs))
	};
}
function numbers(field, said, theirs) {
	if (said === null || said === void 0 || theirs === null || !isOtherNumber(said, theirs)) return [];
	const ours = knownDecimal(said);
	return [{
		...texts(field, ours.text, theirs.text),
		sameAs: `${field} ${numberOf(ours)} ${numberOf(theirs)}`
	}];
}
function texts(field, ours, theirs) {
	return {
		field,
		ours,
		theirs,
		sameAs: `${field} ${ours} ${theirs}`
	};
}
// src/syncer/rules/orphan-order.ts
const NOBODY_KNOWS = "orphan_ord_x";
const NO_IDS = /* @__PURE__ */ new Set();
/** An order is open that the system does not know. */
const ORPHAN_ORDER = {
	name: "orphan_order",
	comparesTwoSides: true,
	needs: "order_ids",
	askedBy: "runbook",
	find: findOrphans,
	fault: (account) => {
		const [order = {}] = account.open_orders;
		const { client_order_id: _, ...row } = order;
		const orphan = {
			...row,
			order_id: NOBODY_KNOWS,
			qty: "0.2",
			filled_qty: "0"
		};
		return {
			...account,
			open_orders: [...account.open_orders, orphan]
		};
	},
	provenBy: "c",
	words: {
		fires: "neither an order's id nor the id that we gave it is known; not checked when neither ids nor orders are given",
		risk: "an order that nobody tracks can fill, past every risk check",
		triage: "was it placed by hand, by another program, or by this system before a restart?",
		resolution: "cancel it on the exchange, or add it to what is tracked"
	}
};
function findOrphans({ snapshot, knownOrderIds, knownOrders = null }, { matches }) {
	if (knownOrderIds === null && knownOrders === null) return [];
	const ids = knownOrderIds ?? NO_IDS;
	const found = [];
	let isNamed = null;
	let place = -1;
	for (const order of snapshot.openOrders) {
		place++;
		if (matches?.isTold[place] === true || isKnownId(order, ids)) continue;
		isNamed ??= namedIn(knownOrders ?? []);
		if (!isNamed(order)) found.push(orphan(order));
	}
	return found;
}
function isKnownId({ orderId, clientOrderId }, ids) {
	return ids.has(orderId) || clientOrderId !== void 0 && ids.has(clientOrderId);
}
function namedIn(orders) {
	const ids = /* @__PURE__ */ new Map();
	for (const { symbol, orderId } of orders) {
		const ofSymbol = ids.get(symbol) ?? /* @__PURE__ */ new Set();
		ids.set(symbol, ofSymbol.add(orderId));
	}
	return ({ symbol, orderId, clientOrderId }) => {
		const ofSymbol = ids.get(symbol);
		if (ofSymbol === void 0) return false;
		return ofSymbol.has(orderId) || clientOrderId !== void 0 && ofSymbol.has(clientOrderId);
	};
}
function orphan(order) {
	return {
		detail: `${orderName(order)} is not known; the exchange says ${termsOf(order)}`,
		sameAs: sameAs("orphan_order", order.symbol, order.orderId)
	};
}
// src/syncer/rules/position-mismatch.ts
const FLAT = require_field_reader.decimal("0");
const NOT_OURS = "NOT/OURS";
/** We do not hold what we believe to hold. */
const POSITION_MISMATCH = {
	name: "position_mismatch",
	comparesTwoSides: true,
	needs: "positions",
	askedBy: "life",
	find: findDifferent,
	fault: (account, pick) => {
		const larger = (row) => [{
			...row,
			qty: enlarged(row.qty)
		}];
		const which = Math.floor(pick / 2);
		if (pick % 2 === 0) return {
			...account,
			positions: withChosen(account.positions, which, larger)
		};
		const [position = {}] = account.positions;
		return {
			...account,
			positions: [...account.positions, {
				...position,
				symbol: NOT_OURS,
				qty: "1"
			}]
		};
	},
	provenBy: "y",
	words: {
		fires: "for a symbol and side (and margin mode, where both say one) the exchange's qty is not ours; a position that one of the two does not have is flat there. Not checked when `positions` are not given",
		risk: "the exposure is not the one that risk, hedges and stops are computed from",
		triage: "does the difference equal a fill that was not heard, a liquidation, funding or a trade by hand? Both legs empty: look at the fetch",
		resolution: "the exchange's quantity is what is held. Book what is missing from its trades; if it cannot be explained, flatten by hand and stop trading that symbol"
	}
};
function findDifferent({ knownPositions = null }, { account }) {
	if (knownPositions === null || areWrittenAlike(knownPositions, account)) return [];
	const holdings = /* @__PURE__ */ new Map();
	for (const row of knownPositions) holdingOf(row, holdings).ours.push(row);
	for (const row of account.firstPositions()) holdingOf(row, holdings).theirs.push(row);
	const found = [];
	for (const [side, ofSide] of holdings) for (const [symbol, holding] of ofSide) compareHolding({
		symbol,
		side
	}, holding, found);
	return found;
}
function areWrittenAlike(told, { positions }) {
	if (positions.rows.length !== told.length) return false;
	const isTaken = positions.rows.map(() => false);
	for (const position of told) {
		const { symbol, side, qty, marginMode } = position;
		const named = positions.placeOfName(symbol);
		const place = named < 0 ? positions.placeOf(symbol, legOf$1({
			side,
			marginMode
		})) : named;
		const row = positions.rows[place];
		if (row === void 0 || isTaken[place] !== false || row.side !== side || row.qty.text !== qty) return false;
		if (isSaid$1(marginMode) && isSaid$1(row.marginMode) && marginMode !== row.marginMode) return false;
		isTaken[place] = true;
	}
	return true;
}
function holdingOf({ symbol, side }, holdings) {
	const ofSide = holdings.get(side) ?? /* @__PURE__ */ new Map();
	if (ofSide.size === 0) holdings.set(side, ofSide);
	const holding = ofSide.get(symbol) ?? {
		ours: [],
		theirs: []
	};
	if (holding.ours.length + holding.theirs.length === 0) ofSide.set(symbol, holding);
	return holding;
}
function compareHolding(leg, { ours, theirs }, found) {
	if (ours.every(saysMode) && theirs.every(saysMode)) for (const mode of MARGIN_MODES) {
		const ofMode = ({ marginMode }) => marginMode === mode;
		compareRows({
			...leg,
			marginMode: mode
		}, ours.filter(ofMode), theirs.filter(ofMode), found);
	}
	else compareRows(leg, ours, theirs, found);
}
function saysMode({ marginMode }) {
	return isSaid$1(marginMode);
}
function isSaid$1(value) {
	return value !== null && value !== void 0;
}
function compareRows(leg, ours, theirs, found) {
	const difference = require_field_reader.subtractDecimals(totalOf(theirs), totalOf(ours));
	if (require_field_reader.isZero(difference)) return;
	const { symbol, side, marginMode = null } = leg;
	const said = (rows) => rows.length === 0 ? "flat" : totalOf(rows).text;
	found.push({
		detail: `${positionName(leg)}: we said ${said(ours)}; the exchange says ${said(theirs)}`,
		sameAs: sameAs("position_mismatch", symbol, side, marginMode, numberOf(difference))
	});
}
function totalOf(rows) {
	const [first, ...more] = rows;
	if (first === void 0) return FLAT;
	return more.reduce((total, row) => require_field_reader.subtractDecimals(total, require_field_reader.negated(sizeOf(row))), sizeOf(first));
}
function sizeOf({ side, qty }) {
	const size = knownDecimal(qty);
	return side === "BOTH" && require_field_reader.isNegative(size) ? require_field_reader.negated(size) : size;
}
/** Whether a ts, in Unix ms, is too far ahead of the clock to be believed. */
function isAhead(ts, now) {
	return now !== void 0 && ts > now + 3e5;
}
// src/syncer/rules/ts-regression.ts
const HOUR_MS = 36e5;
/** The snapshot, or a row of it, is older than what was accepted last. */
const TS_REGRESSION = {
	name: "ts_regression",
	comparesTwoSides: false,
	needs: null,
	askedBy: "runbook",
	find: findRegressions,
	fault: (account, pick) => {
		return (pick % 2 === 1 ? withRowBack(account, Math.floor(pick / 2)) : null) ?? {
			...account,
			ts: account.ts - HOUR_MS
		};
	},
	provenBy: "d",
	words: {
		fires: "the snapshot is older than the last accepted one (equal is fine), or a row of it is: an older `ts`, or less filled, than in the last accepted snapshot; once for each row",
		risk: "decisions on an account of the past: a stale cache, or a clock that went back",
		triage: "the whole snapshot, or one row? Seconds back point to a cache, hours to a clock",
		resolution: "mostly passes by itself. If it stays: the exchange's cache and status page, NTP on the machine that stamps the snapshot, and whether `ts` is the time of the answer, not that of a row"
	}
};
/** True where the snapshot is older than the last accepted one; equal is fine. */
function isRegression({ snapshot, lastTs }) {
	return snapshot.ts < lastTs && !isEmptyAccount(snapshot);
}
/** An account without positions and orders, at ts 0: a normal transition, never a regression. */
function isEmptyAccount({ ts, positions, openOrders }) {
	return ts === 0 && positions.length === 0 && openOrders.length === 0;
}
function findRegressions(input, { account }) {
	const { snapshot, lastTs, past, now } = input;
	if (isRegression(input)) return [{ detail: `snapshot ts ${snapshot.ts} is before the last accepted ts ${lastTs}` }];
	if (past === null || past === void 0) return [];
	return [...positionsBack(account, past, now), ...ordersBack(account, past, now)];
}
function positionsBack(account, past, now) {
	const found = [];
	const { positions: before } = past.account;
	let [place, shift] = [-1, 0];
	for (const row of account.positions.rows) {
		place++;
		let then = before.rows[place + shift];
		if (then?.symbol !== row.symbol || legOf$1(then) !== legOf$1(row) || before.surplus.length > 0) {
			const placeThen = before.placeOfOnly(row.symbol, legOf$1(row));
			then = before.rows[placeThen];
			if (then === void 0) continue;
			shift = placeThen - place;
		}
		if (!isTimeBack(then, row, past, now) || account.positions.placeOfOnly(row.symbol, legOf$1(row)) < 0) continue;
		found.push({ detail: `${positionName(row)} went back: ts ${row.ts} after ${then.ts}` });
	}
	return found;
}
function ordersBack(account, past, now) {
	const found = [];
	const { orders: before } = past.account;
	let [place, shift] = [-1, 0];
	for (const row of account.orders.rows) {
		place++;
		let then = before.rows[place + shift];
		if (then?.orderId !== row.orderId || then.symbol !== row.symbol || before.surplus.length > 0) {
			const placeThen = before.placeOfOnly(row.orderId, row.symbol);
			then = before.rows[placeThen];
			if (then === void 0) continue;
			shift = placeThen - place;
		}
		const isOlder = isTimeBack(then, row, past, now);
		if (!isOlder && !isFillBack(then, row)) continue;
		if (account.orders.placeOfOnly(row.orderId, row.symbol) >= 0) found.push(orderBack(then, row, isOlder));
	}
	return found;
}
function orderBack(then, row, isOlder) {
	const time = isOlder ? [`ts ${row.ts} after ${then.ts}`] : [];
	const fill = isFillBack(then, row) ? [`filled ${row.filledQty?.text} after ${then.filledQty?.text}`] : [];
	return { detail: `${orderName(row)} went back: ${[...time, ...fill].join(", ")}` };
}
function isTimeBack(then, row, past, now) {
	if (typeof row.ts !== "number" || typeof then.ts !== "number" || row.ts >= then.ts) return false;
	return !isAhead(row.ts, now) && !isAhead(then.ts, past.now);
}
function isFillBack({ qty, filledQty: then }, row) {
	if (then === null || row.filledQty === null || require_field_reader.compareDecimals(row.filledQty, then) >= 0) return false;
	return !isImpossibleFill(then, qty) && !isImpossibleFill(row.filledQty, row.qty);
}
function withRowBack(account, pick) {
	const isDated = ({ ts }) => typeof ts === "number" && ts > 0 && ts <= account.ts;
	const dated = [...account.positions, ...account.open_orders].filter(isDated);
	const chosen = dated[pick % Math.max(dated.length, 1)];
	if (chosen === void 0) return null;
	const back = (row) => row === chosen ? {
		...row,
		ts: Number(row.ts) - 1
	} : row;
	return {
		...account,
		positions: account.positions.map(back),
		open_orders: account.open_orders.map(back)
	};
}
/** All mismatch rules, in the order in which findings are reported (contract, section 3). A new rule is one row more. */
const RULES = [
	TS_REGRESSION,
	DUPLICATE_KEY,
	NEGATIVE_QTY,
	IMPOSSIBLE_FILL,
	ORPHAN_ORDER,
	MISSING_ORDER,
	ORDER_MISMATCH,
	POSITION_MISMATCH
];
/** The names of all mismatch rules, in the order in which findings are reported. */
const MISMATCH_RULES = RULES.map(({ name }) => name);
/** The rules that the suites `runbook` and `full` ask for. */
const RUNBOOK_RULES = RULES.filter(({ askedBy }) => askedBy === "runbook").map(({ name }) => name);
/** What each rule finds at once, rules in the order of the contract (section 3). Reads only. */
function findEach(input, account = new AccountView(input.snapshot)) {
	const { knownOrders = null } = input;
	const sight = {
		account,
		matches: knownOrders === null ? null : matchOrders(knownOrders, account)
	};
	return RULES.map((rule) => ({
		rule,
		found: rule.find(input, sight)
	}));
}
/** The row of a rule. */
function ruleRow(rule) {
	const row = RULES.find(({ name }) => name === rule);
	if (row === void 0) throw new RangeError(`no rule ${rule}`);
	return row;
}
// src/drill/exposition-faults.ts
const COMMENT = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) ?(.*)$/;
const LABELS = String.raw`\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\[\\n"])*"(?:,|(?=\})))*\}`;
const VALUE = String.raw`[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?Inf|NaN`;
const SAMPLE$2 = new RegExp(String.raw`^([a-zA-Z_:][a-zA-Z0-9_:]*)(${LABELS})?[ \t]+(?:${VALUE})(?:[ \t]+-?[0-9]+)?$`);
const TYPES = [
	"counter",
	"gauge",
	"histogram",
	"summary",
	"untyped"
];
const SUFFIX$2 = /_(bucket|count|sum)$/;
/** What is wrong with a Prometheus text, one short line each: what a scraper would refuse or misread. */
function expositionFaults(text) {
	const types = new Set([...text.matchAll(/^# TYPE (\S+) (?:histogram|summary)$/gm)].map(([, name]) => name));
	const seen = {
		keys: /* @__PURE__ */ new Set(),
		metrics: /* @__PURE__ */ new Set(),
		current: ""
	};
	const faults = text.split("\n").flatMap((line, index) => {
		if (!isRead(line)) return [];
		const what = faultOf(line.startsWith("#") ? readComment(line) : readSample$1(line, types), seen);
		return what === null ? [] : [`line ${index + 1}: ${what}`];
	});
	return text === "" || text.endsWith("\n") ? faults : [...faults, "the last line has no newline"];
}
function faultOf({ metric, key, fault }, seen) {
	const isElsewhere = metric !== seen.current && seen.metrics.has(metric);
	const isAgain = seen.keys.has(key);
	seen.keys.add(key);
	seen.metrics.add(metric);
	seen.current = metric;
	if (fault !== null) return fault;
	if (isAgain) return `a second ${key}`;
	return isElsewhere ? `${metric} is in two places` : null;
}
function isRead(line) {
	return line !== "" && (!line.startsWith("#") || /^# (HELP|TYPE)\b/.test(line));
}
function readComment(line) {
	const [, kind = "", metric = "", rest = ""] = COMMENT.exec(line) ?? [];
	if (metric === "") return {
		metric: line,
		key: line,
		fault: "not a HELP or TYPE line"
	};
	const isBad = kind === "TYPE" && !TYPES.includes(rest);
	return {
		metric,
		key: `${kind} ${metric}`,
		fault: isBad ? `${metric} has no type that there is` : null
	};
}
function readSample$1(line, withSuffixes) {
	const [, name = "", labels = "{}"] = SAMPLE$2.exec(line) ?? [];
	if (name === "") return {
		metric: line,
		key: line,
		fault: "not a sample"
	};
	const family = name.replace(SUFFIX$2, "");
	const sorted = labels.slice(1, -1).split(/,(?=[a-zA-Z_][a-zA-Z0-9_]*=")/).sort();
	return {
		metric: withSuffixes.has(family) ? family : name,
		key: `sample of ${name}{${sorted.join(",")}}`,
		fault: null
	};
}
// src/drill/metrics-checks.ts
/** The mismatch counter of one rule. */
function counterIs(rule, count, prefix) {
	return labelledCounterIs(`${prefix}_mismatches_total`, ["rule", rule], count);
}
/** The error counter of one reason. */
function errorCounterIs(reason, count, prefix) {
	return labelledCounterIs(`${prefix}_errors_total`, ["reason", reason], count);
}
/**
* The mismatch counters of all rules, given what was found in all; read in the end or after so many syncs.
*
* @param rules those that are asked for; the runbook's where left out, so that a syncer of these alone passes.
*/
function countersAre(found, prefix, afterSyncs, rules = RUNBOOK_RULES) {
	const countOf = (rule) => found.filter((one) => one === rule).length;
	const when = afterSyncs === void 0 ? "" : ` after ${afterSyncs} syncs`;
	const series = `${prefix}_mismatches_total`;
	return {
		label: `mismatch counters of all rules${when}`,
		stage: "counted",
		expected: rules.map((rule) => `${rule} ${countOf(rule)}`).join(", "),
		actual: (seen) => {
			const read = readingOf$1(seen, afterSyncs);
			return rules.map((rule) => `${rule} ${readValue(read, series, ["rule", rule])}`).join(", ");
		},
		deviations: (seen) => rules.flatMap((rule) => seriesDeviations(readingOf$1(seen, afterSyncs), series, countOf(rule), ["rule", rule]))
	};
}
/** A gauge without labels. */
function gaugeIs(name, value, prefix) {
	return {
		label: `gauge ${name} is ${value}`,
		stage: "counted",
		expected: String(value),
		actual: ({ metrics }) => metrics.valueOf(`${prefix}_${name}`),
		deviations: ({ metrics }) => seriesDeviations(metrics, `${prefix}_${name}`, value)
	};
}
/** The gauges without labels that are named, together. */
function gaugesAre(gauges, prefix) {
	const names = Object.keys(gauges);
	return {
		label: `gauges ${names.join(", ")}`,
		stage: "counted",
		expected: names.map((name) => `${name} ${gauges[name]}`).join(", "),
		actual: ({ metrics }) => names.map((name) => `${name} ${metrics.valueOf(`${prefix}_${name}`)}`).join(", "),
		deviations: ({ metrics }) => Object.entries(gauges).flatMap(([name, value]) => seriesDeviations(metrics, `${prefix}_${name}`, value))
	};
}
/** A gauge without labels, read after so many syncs. */
function gaugeAfter(syncs, name, value, prefix) {
	return {
		label: `gauge ${name} is ${value} after ${syncs} ${syncs === 1 ? "sync" : "syncs"}`,
		stage: "counted",
		expected: String(value),
		actual: (seen) => readValue(readingOf$1(seen, syncs), `${prefix}_${name}`),
		deviations: (seen) => seriesDeviations(readingOf$1(seen, syncs), `${prefix}_${name}`, value)
	};
}
/** Some line of the metrics text starts with each of these; what is missing is named. */
function linesArePresent(label, patterns) {
	return {
		label,
		stage: "exposed",
		expected: "none missing",
		actual: ({ metrics }) => {
			const missing = patterns.filter((pattern) => !metrics.hasLine(pattern));
			return missing.length === 0 ? "none missing" : `missing: ${missing.join(", ")}`;
		},
		deviations: ({ metrics }) => patterns.filter((pattern) => !metrics.hasLine(pattern)).map((pattern) => absent$1(metrics, pattern))
	};
}
/** The metrics text is one that a scraper takes whole. */
function expositionIsValid() {
	return {
		label: "the metrics text is valid",
		stage: "exposed",
		expected: "no fault",
		actual: ({ metrics }) => expositionFaults(metrics.text).slice(0, 3).join("; ") || "no fault",
		deviations: () => [{
			kind: "other",
			what: "the metrics text is not valid"
		}]
	};
}
function labelledCounterIs(series, label, count) {
	return {
		label: `counter ${label[1]} is ${count}`,
		stage: "counted",
		expected: String(count),
		actual: ({ metrics }) => metrics.valueOf(series, label),
		deviations: ({ metrics }) => seriesDeviations(metrics, series, count, label)
	};
}
function readingOf$1({ metrics, scrapes }, afterSyncs) {
	return afterSyncs === void 0 ? metrics : scrapes?.get(afterSyncs);
}
function seriesDeviations(read, metric, expected, label) {
	const came = readValue(read, metric, label);
	if (read === void 0 || came === String(expected)) return [];
	const series = label === void 0 ? metric : `${metric}{${label[0]}="${label[1]}"}`;
	if (came === "absent") return [{
		kind: "absent",
		metric,
		series,
		there: read.inPlaceOf(metric)
	}];
	return [{
		kind: "value",
		metric,
		series,
		rule: label?.[0] === "rule" ? label[1] : null
	}];
}
function absent$1(read, pattern) {
	const metric = /^(?:# (?:HELP|TYPE) )?([^ {]*)/.exec(pattern)?.[1] ?? "";
	return {
		kind: "absent",
		metric,
		series: pattern.trim(),
		there: read.inPlaceOf(metric)
	};
}
function readValue(read, series, label) {
	return read?.valueOf(series, label) ?? "no reading";
}
// src/drill/deviation.ts
/** A last ts that is not what it has to be. */
const LAST_TS = {
	kind: "other",
	what: "last_ts is another"
};
/** A finding that does not name the row that it is about. */
const UNNAMED_ROW = {
	kind: "other",
	what: "findings do not name what they are about"
};
/**
* How findings differ from what was to be found.
*
* @param rules all names that a finding may have.
*/
function findingDeviations(expected, actual, rules) {
	return [.../* @__PURE__ */ new Set([...expected, ...actual])].flatMap((rule) => {
		const [wanted, came] = [timesIn(expected, rule), timesIn(actual, rule)];
		if (came === wanted) return [];
		if (came < wanted) return [{
			kind: "missed",
			rule
		}];
		return [{
			kind: rules.includes(rule) ? "surplus" : "unnamed",
			rule
		}];
	});
}
/** What there was in place of what is absent, each once. */
function whatWasThere(deviations) {
	return [...new Set(deviations.flatMap((one) => one.kind === "absent" ? [one.there] : []))];
}
/** Whether each of these, and there are some, was said before: what was not found cannot be named either. */
function isSaid(deviations, before) {
	const said = before.map((one) => JSON.stringify(one));
	const isFinding = before.some(({ kind }) => kind === "missed" || kind === "surplus" || kind === "unnamed");
	return deviations.length > 0 && deviations.every((one) => said.includes(JSON.stringify(one)) || isFinding && one.kind === "other" && one.what === UNNAMED_ROW.what);
}
function timesIn(names, name) {
	return names.filter((one) => one === name).length;
}
// src/drill/reply-checks.ts
/** The sync of this step (from 0) says ok, or not ok. */
function syncIs(verdict, step = 0, label = `sync is ${verdict}`) {
	return ofReply(label, verdict, step, ({ ok }) => ok ? "ok" : "not ok");
}
/** The sync of this step reported this many mismatches. */
function mismatchCountIs(count, step = 0) {
	return ofReply(`${count} ${count === 1 ? "mismatch" : "mismatches"}`, String(count), step, ({ mismatches }) => String(mismatches.length));
}
/** The sync of this step reported this rule at least once. */
function ruleIsPresent(rule, step = 0) {
	const read = (reply) => rulesOf$1(reply).includes(rule) ? rule : sorted$1(rulesOf$1(reply));
	return ofReply(`${rule} present`, rule, step, read, () => [{
		kind: "missed",
		rule
	}]);
}
/** The sync of this step reported exactly these rules, in any order. */
function findingsAre(rules, step = 0) {
	return ofReply("exactly the injected faults are found", sorted$1(rules), step, (reply) => sorted$1(rulesOf$1(reply)), (reply) => findingDeviations(rules, rulesOf$1(reply), MISMATCH_RULES));
}
/** The findings of this step name what was injected, and nothing that is healthy. */
function findingsName(flagged, notFlagged, step) {
	const label = `${flagged} flagged, ${notFlagged} not flagged`;
	const read = (reply) => [flagged, notFlagged].map((id) => `${id}: ${timesNamed(reply, id) > 0 ? "flagged" : "not flagged"}`).join(", ");
	return ofReply(label, `${flagged}: flagged, ${notFlagged}: not flagged`, step, read, detailDeviations);
}
/** The findings of this step that name this id or symbol are this many. */
function namedTimes(name, times, step) {
	return ofReply(`sync ${step + 1} names ${name} ${times} ${times === 1 ? "time" : "times"}`, String(times), step, (reply) => String(timesNamed(reply, name)), detailDeviations);
}
/** The syncer's last ts after this step, in Unix ms. */
function lastTsIs(ms, step = 0, label = `last_ts is ${ms}`) {
	return ofReply(label, String(ms), step, ({ lastTs }) => String(lastTs), () => [LAST_TS]);
}
function ofReply(label, expected, step, read, differs = () => []) {
	const of = ({ replies }, ask, otherwise) => {
		const reply = replies[step];
		return reply === void 0 ? otherwise : ask(reply);
	};
	return {
		label,
		stage: "found",
		expected,
		actual: (seen) => of(seen, read, "no reply"),
		deviations: (seen) => of(seen, differs, [])
	};
}
function detailDeviations() {
	return [UNNAMED_ROW];
}
function rulesOf$1(reply) {
	return reply.mismatches.map(({ rule }) => rule);
}
function sorted$1(names) {
	return names.length === 0 ? "none" : [...names].sort().join(", ");
}
function timesNamed(reply, id) {
	return reply.mismatches.filter(({ detail }) => detail.includes(id)).length;
}
// src/drills/accounts.ts
/** Unix ms that every drill's clock shows. */
const DRILL_CLOCK = 1e4;
/** A healthy position in wire form; `fields` says what is different. */
function position(fields = {}) {
	return {
		symbol: "BTCUSDT",
		side: "LONG",
		qty: "0.5",
		entry_price: "48000.00",
		mark_price: "49000.00",
		unrealized_pnl: "500.00",
		leverage: 10,
		ts: 2e3,
		...fields
	};
}
/** A healthy open order in wire form; `fields` says what is different. */
function openOrder(fields = {}) {
	return {
		order_id: "known_ord_1",
		symbol: "BTCUSDT",
		side: "BUY",
		order_type: "LIMIT",
		price: "49000.00",
		qty: "0.1",
		filled_qty: "0",
		reduce_only: false,
		status: "NEW",
		ts: 2e3,
		...fields
	};
}
/** The healthy position as we know it, in wire form; `fields` says what is different. */
function ourPosition(fields = {}) {
	return {
		symbol: "BTCUSDT",
		side: "LONG",
		qty: "0.5",
		...fields
	};
}
/** The healthy order as we know it, in wire form; `fields` says what is different. */
function ourOrder(fields = {}) {
	return {
		order_id: "known_ord_1",
		symbol: "BTCUSDT",
		side: "BUY",
		price: "49000.00",
		qty: "0.1",
		...fields
	};
}
/** The same sync by a syncer that is told more than ids, in wire form. */
function told(request, expected) {
	return {
		...request,
		expected
	};
}
/** One sync of an account that is fetched without an error, at the drill's clock. */
function syncOf(account, knownOrderIds = null) {
	const { positions, openOrders, ts } = account;
	return {
		now: DRILL_CLOCK,
		snapshot: {
			positions,
			open_orders: openOrders,
			ts,
			source: "fire_drill"
		},
		fetchError: null,
		knownOrderIds
	};
}
// src/drills/drill-a-clean-sync.ts
/** A healthy account passes, and the gauges show it: no false alarm, and a live pipeline. */
function drillA(prefix) {
	return {
		id: "a",
		title: "Clean sync",
		injected: "nothing: two healthy positions, one order",
		proves: "clean sync",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [position(), position({
				symbol: "ETHUSDT",
				side: "SHORT",
				qty: "4"
			})],
			openOrders: [openOrder()],
			ts: 2e3
		})],
		checks: [
			syncIs("ok"),
			mismatchCountIs(0),
			PROVEN,
			gaugeIs("last_ts", 2e3, prefix),
			gaugeIs("positions_count", 2, prefix),
			gaugeIs("open_orders_count", 1, prefix),
			gaugeIs("pending_notional", 4900, prefix)
		],
		proof: [
			findingsAre([]),
			lastTsIs(2e3),
			gaugeIs("last_wall_ts", DRILL_CLOCK, prefix),
			...RUNBOOK_RULES.map((rule) => counterIs(rule, 0, prefix))
		],
		shows: [
			["last_ts"],
			["positions_count"],
			["open_orders_count"],
			["pending_notional"]
		],
		hasLog: true
	};
}
// src/drills/drill-b-duplicate-and-negative.ts
/** Two faults in one snapshot are both found and both counted. */
function drillB(prefix) {
	return {
		id: "b",
		title: "Duplicate key + negative qty",
		injected: "the same position twice, an order of -0.5",
		proves: "duplicate_key + negative_qty detected",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [position(), position({ qty: "0.7" })],
			openOrders: [openOrder({
				order_id: "negative_ord_1",
				qty: "-0.5"
			})],
			ts: 2e3
		})],
		checks: [
			syncIs("not ok"),
			mismatchCountIs(2),
			PROVEN,
			ruleIsPresent("duplicate_key"),
			ruleIsPresent("negative_qty"),
			counterIs("duplicate_key", 1, prefix),
			counterIs("negative_qty", 1, prefix)
		],
		proof: [
			findingsAre(["duplicate_key", "negative_qty"]),
			counterIs("ts_regression", 0, prefix),
			counterIs("orphan_order", 0, prefix)
		],
		shows: [["mismatches_total", ["rule", "duplicate_key"]], ["mismatches_total", ["rule", "negative_qty"]]],
		hasLog: true
	};
}
// src/drills/drill-c-orphan-order.ts
/** An order that nobody tracks is flagged, and the tracked one beside it is not. */
function drillC(prefix) {
	return {
		id: "c",
		title: "Orphan order",
		injected: "an order that is not among the known ones",
		proves: "orphan_ord_x flagged, known_ord_1 not flagged",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [position()],
			openOrders: [openOrder(), openOrder({
				order_id: "orphan_ord_x",
				price: "48500.00"
			})],
			ts: 2e3
		}, ["known_ord_1", "internal_ord_2"])],
		checks: [
			syncIs("not ok"),
			mismatchCountIs(1),
			PROVEN,
			ruleIsPresent("orphan_order"),
			counterIs("orphan_order", 1, prefix)
		],
		proof: [findingsAre(["orphan_order"]), findingsName("orphan_ord_x", "known_ord_1", 0)],
		shows: [["mismatches_total", ["rule", "orphan_order"]]],
		hasLog: true
	};
}
// src/drills/drill-d-timestamp-regression.ts
/**
* A snapshot older than the last accepted one is reported and rejected. Both accounts hold a position: an
* empty account is never a regression, which is how the original's drill D broke unseen.
*/
function drillD(prefix) {
	return {
		id: "d",
		title: "Timestamp regression",
		injected: "ts 5000, then ts 3000",
		proves: "ts_regression detected",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [position({ ts: 5e3 })],
			openOrders: [],
			ts: 5e3
		}), syncOf({
			positions: [position({ ts: 3e3 })],
			openOrders: [openOrder({ ts: 3e3 })],
			ts: 3e3
		})],
		checks: [
			syncIs("ok", 0, "first sync is ok"),
			syncIs("not ok", 1, "second sync is not ok"),
			lastTsIs(5e3, 1, "last_ts is still 5000"),
			PROVEN,
			ruleIsPresent("ts_regression", 1),
			counterIs("ts_regression", 1, prefix)
		],
		proof: [
			findingsAre(["ts_regression"], 1),
			gaugeIs("last_ts", 5e3, prefix),
			gaugeIs("open_orders_count", 0, prefix)
		],
		shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
		hasLog: true
	};
}
// src/drills/drill-e-metrics-contract.ts
/** The alert can only ring on names that are exposed: every metric has its HELP, TYPE and sample line. */
function drillE(prefix) {
	const patterns = requiredMetricsPatterns(prefix);
	const healthy = {
		positions: [position()],
		openOrders: [openOrder()],
		ts: 2e3
	};
	return {
		id: "e",
		title: "Metrics contract",
		injected: "a clean sync, an orphan, a fetch that times out",
		proves: `all ${patterns.length} account sync patterns present`,
		now: DRILL_CLOCK,
		steps: [
			syncOf(healthy),
			syncOf(healthy, []),
			{
				...syncOf(healthy),
				fetchError: "timeout"
			}
		],
		checks: [
			linesArePresent(`all ${patterns.length} required patterns present`, patterns),
			linesArePresent("HELP line of last_ts", [`# HELP ${prefix}_last_ts `]),
			linesArePresent("TYPE of last_ts is gauge", [`# TYPE ${prefix}_last_ts gauge`]),
			linesArePresent("HELP line of mismatches_total", [`# HELP ${prefix}_mismatches_total `]),
			linesArePresent("TYPE of mismatches_total is counter", [`# TYPE ${prefix}_mismatches_total counter`]),
			gaugeIs("positions_count", 1, prefix),
			counterIs("orphan_order", 1, prefix),
			errorCounterIs("timeout", 1, prefix)
		],
		proof: [],
		shows: [["positions_count"], ["errors_total", ["reason", "timeout"]]],
		hasLog: false
	};
}
// src/syncer/canonical-json.ts
/**
* Canonical JSON (contract, section 2): keys sorted by code point, no spaces, everything outside
* printable ASCII as lowercase \uXXXX. The same bytes as Python's
* `json.dumps(value, sort_keys=True, separators=(",", ":"))`.
*
* @throws RangeError on a number that is not a safe integer: it would not be exact.
*/
function canonicalJson(value) {
	if (typeof value === "string") return canonicalString(value);
	if (typeof value === "number") return canonicalInteger(value);
	if (value === null || typeof value === "boolean") return String(value);
	if (isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	return `{${Object.entries(value).sort(([a], [b]) => compareText(a, b)).map(([key, field]) => `${canonicalString(key)}:${canonicalJson(field)}`).join(",")}}`;
}
/** A JSON string of printable ASCII only. */
function canonicalString(text) {
	return escapeNonAscii(JSON.stringify(text));
}
const NOT_PRINTABLE_ASCII = /[^ -~]/;
const EACH_NOT_PRINTABLE_ASCII = /[^ -~]/g;
/** JSON text with everything outside printable ASCII as \\uXXXX; JSON.stringify escapes the rest as we want it. */
function escapeNonAscii(json) {
	if (!NOT_PRINTABLE_ASCII.test(json)) return json;
	return json.replace(EACH_NOT_PRINTABLE_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/**
* Order by code point, as most languages sort text. JavaScript's own `<` compares UTF-16 units, which puts
* U+10000 and above before U+E000.
*/
function compareText(a, b) {
	if (a === b) return 0;
	const shared = Math.min(a.length, b.length);
	for (let index = 0; index < shared; index++) {
		const left = a.charCodeAt(index);
		const right = b.charCodeAt(index);
		if (left !== right) {
			if (left < 55296 && right < 55296) return left - right;
			return compareCodePoints(a, b, index - 1) || compareCodePoints(a, b, index);
		}
	}
	return a.length - b.length;
}
function compareCodePoints(a, b, index) {
	return (a.codePointAt(index) ?? 0) - (b.codePointAt(index) ?? 0);
}
function canonicalInteger(value) {
	if (Number.isSafeInteger(value)) return Object.is(value, -0) ? "0" : String(value);
	throw new RangeError(`not an exact integer: ${value}`);
}
function isArray(value) {
	return Array.isArray(value);
}
// src/drill/later.ts
/** The same request so many ms later: the clock, and every ts that the exchange gave. 0 stays: nobody knows when. */
function later(request, ms) {
	return ms === 0 ? request : {
		...request,
		now: request.now + ms,
		snapshot: laterTs(request.snapshot, ms)
	};
}
function laterTs(value, ms) {
	if (isList$1(value)) return value.map((one) => laterTs(one, ms));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === "ts" && typeof one === "number" && one > 0 ? one + ms : laterTs(one, ms)]));
}
function isList$1(value) {
	return Array.isArray(value);
}
// src/drill/sync-row-checks.ts
/** Verdict, findings, error and last ts of every sync, and the mismatch counters of these rules in the end. */
function syncsAre(expected, prefix, rules = RUNBOOK_RULES) {
	const found = expected.flatMap((sync) => sync.found ?? []);
	return [
		ofEachSync("verdict of each sync", expected.map(verdictOf$2), ({ ok }) => ok ? "ok" : "not ok"),
		ofEachSync("findings of each sync", expected.map((sync) => listOf$1(sync.found ?? [])), ({ mismatches }) => listOf$1(mismatches.map(({ rule }) => rule)), (replies) => expected.flatMap(({ found = [] }, at) => {
			return findingDeviations(found, replies[at]?.mismatches.map(({ rule }) => rule) ?? [], MISMATCH_RULES);
		})),
		ofEachSync("error of each sync", expected.map((sync) => sync.error ?? "none"), ({ error }) => error ?? "none", () => [{
			kind: "other",
			what: "a failed fetch is told as another error"
		}]),
		ofEachSync("last_ts after each sync", expected.map(({ lastTs }) => String(lastTs)), ({ lastTs }) => String(lastTs), () => [LAST_TS]),
		countersAre(found, prefix, void 0, rules)
	];
}
/** The snapshots that were fed are what they were. Where a syncer only gets a copy, it cannot change them. */
function inputsAreUnchanged(steps) {
	const render = () => steps.map(({ snapshot }) => canonicalJson(snapshot));
	const before = render();
	return {
		label: "the snapshots that were fed are unchanged",
		stage: "found",
		expected: "none changed",
		actual: ({ exchanges = [] }) => {
			const asFed = render();
			const changed = steps.flatMap((step, index) => {
				return exchanges.filter((one) => one.step === index).every(({ request, shift }) => canonicalJson(request.snapshot) === canonicalJson(later(step, shift).snapshot)) && asFed[index] === before[index] ? [] : [`sync ${index + 1}`];
			});
			return changed.length === 0 ? "none changed" : `changed: ${changed.join(", ")}`;
		}
	};
}
function verdictOf$2({ found = [], error }) {
	return found.length === 0 && error === void 0 ? "ok" : "not ok";
}
function ofEachSync(label, expected, read, differs = () => []) {
	return {
		label,
		stage: "found",
		expected: expected.join(" | "),
		actual: ({ replies }) => replies.map(read).join(" | "),
		deviations: ({ replies }) => differs(replies)
	};
}
function listOf$1(rules) {
	return rules.length === 0 ? "none" : rules.join(", ");
}
// src/drills/drill-g-duplicate-order-ids.ts
/** The same order id twice on one symbol is one finding, whatever else differs between the two. */
function drillG(prefix) {
	return {
		id: "g",
		title: "Duplicate order ids",
		injected: "the same order id twice on one symbol",
		proves: "duplicate order ids detected",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [position()],
			openOrders: [
				openOrder({ order_id: "twice_ord_1" }),
				openOrder({
					order_id: "twice_ord_1",
					side: "SELL",
					price: "51000.00"
				}),
				openOrder({ order_id: "once_ord_2" })
			],
			ts: 2e3
		})],
		checks: [
			...syncsAre([{
				found: ["duplicate_key"],
				lastTs: 2e3
			}], prefix),
			namedTimes("twice_ord_1", 1, 0),
			PROVEN
		],
		proof: [namedTimes("once_ord_2", 0, 0)],
		shows: [["mismatches_total", ["rule", "duplicate_key"]]],
		hasLog: true
	};
}
// src/drills/drill-h-triples.ts
/** A row that comes three times is surplus twice. */
function drillH(prefix) {
	return {
		id: "h",
		title: "Triples",
		injected: "a position and an order three times each",
		proves: "every surplus row counted",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [
				position(),
				position({ qty: "0.7" }),
				position({ qty: "0.5" })
			],
			openOrders: [
				{},
				{},
				{ price: "48000.00" }
			].map((row) => openOrder({
				symbol: "ETHUSDT",
				...row
			})),
			ts: 2e3
		})],
		checks: [
			...syncsAre([{
				found: [
					"duplicate_key",
					"duplicate_key",
					"duplicate_key",
					"duplicate_key"
				],
				lastTs: 2e3
			}], prefix),
			namedTimes("BTCUSDT", 2, 0),
			namedTimes("known_ord_1", 2, 0),
			gaugesAre({
				positions_count: 3,
				open_orders_count: 3
			}, prefix),
			PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "duplicate_key"]]],
		hasLog: true
	};
}
// src/drills/drill-i-healthy-hedge.ts
/** Both legs of a hedge, one side on two symbols, twin orders with ids of their own: nothing of it is a fault. */
function drillI(prefix) {
	return {
		id: "i",
		title: "Healthy hedge",
		injected: "nothing: both legs of a hedge, twin orders",
		proves: "hedge legs and twin orders left alone",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [
				position(),
				position({ side: "SHORT" }),
				position({ symbol: "ETHUSDT" }),
				position({
					symbol: "ETHUSDT",
					side: "SHORT"
				}),
				position({
					symbol: "SOLUSDT",
					side: "BOTH"
				}),
				position({ symbol: "btcusdt" })
			],
			openOrders: [
				openOrder(),
				openOrder({ order_id: "known_ord_2" }),
				openOrder({
					order_id: "KNOWN_ORD_1",
					side: "SELL"
				})
			],
			ts: 2e3
		})],
		checks: [
			...syncsAre([{ lastTs: 2e3 }], prefix),
			gaugesAre({
				positions_count: 6,
				open_orders_count: 3
			}, prefix),
			PROVEN
		],
		proof: [],
		shows: [["positions_count"]],
		hasLog: true
	};
}
// src/drills/drill-j-negative-position.ts
/** A position below zero is found as an order is, and by the smallest amount too. */
function drillJ(prefix) {
	return {
		id: "j",
		title: "Negative position",
		injected: "positions of -0.5 and -0.00000001",
		proves: "negative positions detected",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [
				position({ qty: "-0.5" }),
				position({
					symbol: "ETHUSDT",
					qty: "-0.00000001"
				}),
				position({ symbol: "SOLUSDT" })
			],
			openOrders: [openOrder()],
			ts: 2e3
		})],
		checks: [
			...syncsAre([{
				found: ["negative_qty", "negative_qty"],
				lastTs: 2e3
			}], prefix),
			namedTimes("BTCUSDT", 1, 0),
			namedTimes("ETHUSDT", 1, 0),
			PROVEN
		],
		proof: [namedTimes("SOLUSDT", 0, 0)],
		shows: [["mismatches_total", ["rule", "negative_qty"]]],
		hasLog: true
	};
}
// src/drills/drill-k-zero.ts
/** Zero and negative zero are fine, however they are written; so is a negative profit. */
function drillK(prefix) {
	return {
		id: "k",
		title: "Zero",
		injected: "nothing: quantities of 0, -0 and -0.00",
		proves: "zero left alone",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [position({ qty: "0" }), position({
				symbol: "ETHUSDT",
				qty: "-0.00",
				unrealized_pnl: "-12.50"
			})],
			openOrders: [openOrder({ qty: "-0" }), openOrder({
				order_id: "known_ord_2",
				qty: "0.000"
			})],
			ts: 2e3
		})],
		checks: [
			...syncsAre([{ lastTs: 2e3 }], prefix),
			gaugesAre({
				positions_count: 2,
				open_orders_count: 2,
				pending_notional: 0
			}, prefix),
			PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "negative_qty"]]],
		hasLog: true
	};
}
// src/drills/drill-l-long-ids.ts
/** Ids of 64 bits that differ in their last digit are different ids. As binary doubles they would be one. */
function drillL(prefix) {
	const account = {
		positions: [position()],
		openOrders: [openOrder({ order_id: "9223372036854775806" }), openOrder({ order_id: "9223372036854775807" })],
		ts: 2e3
	};
	return {
		id: "l",
		title: "Ids of 64 bits",
		injected: "order ids that differ in the last of 19 digits",
		proves: "ids told apart to the last digit",
		now: DRILL_CLOCK,
		steps: [syncOf(account, ["9223372036854775806", "9223372036854775807"]), syncOf(account, ["9223372036854775806"])],
		checks: [
			...syncsAre([{ lastTs: 2e3 }, {
				found: ["orphan_order"],
				lastTs: 2e3
			}], prefix),
			namedTimes("9223372036854775807", 1, 1),
			PROVEN
		],
		proof: [namedTimes("9223372036854775806", 0, 1)],
		shows: [["mismatches_total", ["rule", "orphan_order"]]],
		hasLog: true
	};
}
// src/drills/drill-m-equal-and-recovered-ts.ts
/** Only a smaller ts is a regression; an equal one is fine, and after a rejected snapshot the account goes on. */
function drillM(prefix) {
	return {
		id: "m",
		title: "Equal and recovered ts",
		injected: "ts 5000, 5000, 4999, 5000, 6000",
		proves: "only the smaller ts rejected",
		now: DRILL_CLOCK,
		steps: [
			5e3,
			5e3,
			4999,
			5e3,
			6e3
		].map((ts) => syncOf({
			positions: [position({ ts })],
			openOrders: [],
			ts
		})),
		checks: [
			...syncsAre([
				{ lastTs: 5e3 },
				{ lastTs: 5e3 },
				{
					found: ["ts_regression"],
					lastTs: 5e3
				},
				{ lastTs: 5e3 },
				{ lastTs: 6e3 }
			], prefix),
			gaugesAre({
				last_ts: 6e3,
				data_age_seconds: 4
			}, prefix),
			PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
		hasLog: true
	};
}
// src/drills/drill-n-empty-and-re-entry.ts
/** An account may become empty, which is no regression, and fill again at any ts; from there on ts counts again. */
function drillN(prefix) {
	const filledAt = (ts) => ({
		positions: [position({ ts })],
		openOrders: [openOrder({ ts })],
		ts
	});
	const emptied = (name) => gaugeAfter(2, name, 0, prefix);
	return {
		id: "n",
		title: "Empty account and re-entry",
		injected: "ts 5000, an empty account, ts 3000, ts 2000",
		proves: "emptied and refilled without a false alarm",
		now: DRILL_CLOCK,
		steps: [
			syncOf(filledAt(5e3)),
			syncOf({
				positions: [],
				openOrders: [],
				ts: 0
			}),
			syncOf(filledAt(3e3)),
			syncOf(filledAt(2e3))
		],
		checks: [
			...syncsAre([
				{ lastTs: 5e3 },
				{ lastTs: 0 },
				{ lastTs: 3e3 },
				{
					found: ["ts_regression"],
					lastTs: 3e3
				}
			], prefix),
			emptied("last_ts"),
			emptied("positions_count"),
			emptied("open_orders_count"),
			emptied("pending_notional"),
			emptied("data_age_seconds"),
			gaugesAre({
				last_ts: 3e3,
				positions_count: 1,
				open_orders_count: 1,
				pending_notional: 4900
			}, prefix),
			PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
		hasLog: true,
		scrapedAfter: [2]
	};
}
// src/syncer/sync-result.ts
/** Why a fetch failed: a closed set, one series each of `errors_total` (contract, section 3). */
const FETCH_ERROR_REASONS = [
	"timeout",
	"auth",
	"rate_limit",
	"network",
	"parse",
	"unknown"
];
// src/drills/drill-o-fetch-errors.ts
const EMPTY = {
	positions: [],
	openOrders: [],
	ts: 0
};
/** A failed fetch is counted by its reason and says nothing about the account: no finding, nothing moves. */
function drillO(prefix) {
	return {
		id: "o",
		title: "Fetch errors",
		injected: "a fetch that fails, once for each reason",
		proves: "every reason counted, nothing else moved",
		now: 15e3,
		steps: [{
			...syncOf({
				positions: [position()],
				openOrders: [openOrder()],
				ts: 2e3
			}, ["known_ord_1"]),
			now: DRILL_CLOCK
		}, ...FETCH_ERROR_REASONS.map((fetchError) => ({
			...syncOf(EMPTY, []),
			fetchError,
			now: 11e3
		}))],
		checks: [
			...syncsAre([{ lastTs: 2e3 }, ...FETCH_ERROR_REASONS.map((error) => ({
				error,
				lastTs: 2e3
			}))], prefix),
			...FETCH_ERROR_REASONS.map((reason) => errorCounterIs(reason, 1, prefix)),
			gaugesAre({
				last_ts: 2e3,
				positions_count: 1,
				open_orders_count: 1,
				pending_notional: 4900
			}, prefix),
			gaugesAre({
				last_wall_ts: DRILL_CLOCK,
				age_seconds: 5,
				data_age_seconds: 13
			}, prefix),
			PROVEN
		],
		proof: [],
		shows: [["errors_total", ["reason", "timeout"]], ["last_wall_ts"]],
		hasLog: true
	};
}
// src/drills/drill-p-orphans-and-known-sets.ts
/** Without known ids no order is an orphan, with none known every one is, and a large set is searched whole. */
function drillP(prefix) {
	const many = Array.from({ length: 2e3 }, (_, index) => idOf(index + 1));
	const account = {
		positions: [position()],
		openOrders: [
			1,
			2e3,
			2001
		].map((number) => openOrder({ order_id: idOf(number) })),
		ts: 2e3
	};
	return {
		id: "p",
		title: "Orphans and known ids",
		injected: "known ids: none given, none known, two thousand",
		proves: "known ids taken as they are given",
		now: DRILL_CLOCK,
		steps: [
			syncOf(account),
			syncOf(account, []),
			syncOf(account, many),
			syncOf({
				...account,
				openOrders: []
			}, [])
		],
		checks: [
			...syncsAre([
				{ lastTs: 2e3 },
				{
					found: [
						"orphan_order",
						"orphan_order",
						"orphan_order"
					],
					lastTs: 2e3
				},
				{
					found: ["orphan_order"],
					lastTs: 2e3
				},
				{ lastTs: 2e3 }
			], prefix),
			namedTimes("known_ord_00", 0, 2),
			namedTimes("known_ord_2001", 1, 2),
			PROVEN
		],
		proof: [...[
			"known_ord_0001",
			"known_ord_2000",
			"known_ord_2001"
		].map((id) => namedTimes(id, 1, 1))],
		shows: [["mismatches_total", ["rule", "orphan_order"]]],
		hasLog: true
	};
}
function idOf(number) {
	return `known_ord_${String(number).padStart(4, "0")}`;
}
// src/drills/drill-q-exact-counters.ts
const FAULTS = [
	"duplicate_key",
	"negative_qty",
	"orphan_order"
];
/** Counters stand still while nothing is wrong, move by what was found, and stand still again. */
function drillQ(prefix) {
	const clean = syncOf({
		positions: [position()],
		openOrders: [openOrder()],
		ts: 2e3
	}, ["known_ord_1"]);
	const faulty = syncOf({
		positions: [position(), position({ qty: "-0.5" })],
		openOrders: [openOrder({ order_id: "orphan_ord_x" })],
		ts: 2e3
	}, ["known_ord_1"]);
	const [fine, found] = [{ lastTs: 2e3 }, {
		found: FAULTS,
		lastTs: 2e3
	}];
	return {
		id: "q",
		title: "Exact counters",
		injected: "ten clean syncs, five with faults, ten clean ones",
		proves: "counters exact over 25 syncs",
		now: DRILL_CLOCK,
		steps: [
			...repeat(10, clean),
			...repeat(5, faulty),
			...repeat(10, clean)
		],
		checks: [
			...syncsAre([
				...repeat(10, fine),
				...repeat(5, found),
				...repeat(10, fine)
			], prefix),
			countersAre([], prefix, 10),
			countersAre(FAULTS, prefix, 11),
			countersAre(repeat(5, FAULTS).flat(), prefix, 15),
			countersAre(repeat(5, FAULTS).flat(), prefix, 24),
			PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "negative_qty"]], ["mismatches_total", ["rule", "orphan_order"]]],
		hasLog: true,
		scrapedAfter: [
			10,
			11,
			15,
			24
		]
	};
}
function repeat(times, value) {
	return Array.from({ length: times }, () => value);
}
// src/drills/drill-r-first-scrape.ts
const GAUGES = Object.values(CONTRACT_METRICS).flatMap(({ name, type }) => type === "gauge" ? [name] : []);
/** The first scrape of a new process, before any sync: whole, valid, every series at 0. What is born at 1 never alerts. */
function drillR(prefix) {
	const patterns = requiredMetricsPatterns(prefix);
	return {
		id: "r",
		title: "First scrape",
		injected: "nothing: the metrics before the first sync",
		proves: "every series there from the first scrape on",
		now: DRILL_CLOCK,
		steps: [],
		checks: [
			countersAre([], prefix),
			linesArePresent(`all ${patterns.length} required patterns present`, patterns),
			expositionIsValid(),
			...FETCH_ERROR_REASONS.map((reason) => errorCounterIs(reason, 0, prefix)),
			gaugesAre(Object.fromEntries(GAUGES.map((name) => [name, 0])), prefix),
			PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "negative_qty"]]],
		hasLog: true
	};
}
// src/drills/drill-s-input-unmutated.ts
/** A syncer reads its input and leaves it as it was: fed the same snapshot again, it finds the same again. */
function drillS(prefix) {
	const step = syncOf({
		positions: [
			position({ symbol: "ETHUSDT" }),
			position(),
			position({ qty: "-0.7" })
		],
		openOrders: [
			openOrder({ order_id: "z_ord" }),
			openOrder({ order_id: "z_ord" }),
			openOrder({ order_id: "a_ord" })
		],
		ts: 2e3
	}, ["a_ord"]);
	const steps = [
		step,
		step,
		step
	];
	const expected = {
		found: [
			"duplicate_key",
			"duplicate_key",
			"negative_qty",
			"orphan_order",
			"orphan_order"
		],
		lastTs: 2e3
	};
	return {
		id: "s",
		title: "Input left alone",
		injected: "the same faulty account three times, in no order",
		proves: "the same input finds the same",
		now: DRILL_CLOCK,
		steps,
		checks: [
			...syncsAre([
				expected,
				expected,
				expected
			], prefix),
			inputsAreUnchanged(steps),
			expositionIsValid(),
			gaugesAre({
				positions_count: 3,
				open_orders_count: 3
			}, prefix),
			PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "duplicate_key"]]],
		hasLog: true
	};
}
// src/drills/drill-t-pending-notional.ts
/** The notional is price times what is left of each order, and exact: 0.1 * 3 is 0.3. */
function drillT(prefix) {
	return {
		id: "t",
		title: "Pending notional",
		injected: "orders filled in part and whole, one of -1, a market order",
		proves: "the rest of each order, exactly",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [],
			openOrders: [
				openOrder({
					order_id: "part",
					price: "100.00",
					qty: "2",
					filled_qty: "1.5"
				}),
				openOrder({
					order_id: "whole",
					price: "7000.00",
					qty: "1",
					filled_qty: "1.0"
				}),
				openOrder({
					order_id: "below",
					price: "9000.00",
					qty: "-1",
					filled_qty: "0"
				}),
				openOrder({
					order_id: "market",
					order_type: "MARKET",
					price: "0",
					qty: "5"
				})
			],
			ts: 2e3
		}), syncOf({
			positions: [],
			openOrders: [openOrder({
				price: "0.1",
				qty: "3",
				filled_qty: "0"
			})],
			ts: 2e3
		})],
		checks: [
			...syncsAre([{
				found: ["negative_qty"],
				lastTs: 2e3
			}, { lastTs: 2e3 }], prefix),
			gaugeAfter(1, "pending_notional", 50, prefix),
			gaugeAfter(2, "pending_notional", .3, prefix),
			PROVEN
		],
		proof: [],
		shows: [["pending_notional"]],
		hasLog: true,
		scrapedAfter: [1, 2]
	};
}
// src/drills/drill-u-rejected-snapshot.ts
/** A rejected snapshot moves nothing but the mismatch counters, and its other faults are reported all the same. */
function drillU(prefix) {
	return {
		...rejected(prefix, ["known_ord_1"]),
		withGrace: rejected(prefix, null)
	};
}
function rejected(prefix, known) {
	const old = position({ ts: 3e3 });
	const orphan = openOrder({
		order_id: "orphan_ord_x",
		qty: "-0.5",
		ts: 3e3
	});
	return {
		id: "u",
		title: "Rejected snapshot",
		injected: "an old snapshot that has other faults too",
		proves: "a rejected snapshot moves the counters alone",
		now: DRILL_CLOCK,
		steps: [
			syncOf({
				positions: [position({ ts: 5e3 })],
				openOrders: [openOrder({ ts: 5e3 })],
				ts: 5e3
			}),
			{
				...syncOf({
					positions: [
						old,
						old,
						position({
							symbol: "ETHUSDT",
							ts: 3e3
						})
					],
					openOrders: [orphan, openOrder({ ts: 3e3 })],
					ts: 3e3
				}, known),
				now: 11e3
			},
			syncOf({
				positions: [],
				openOrders: [],
				ts: 100
			})
		],
		checks: [
			...syncsAre([
				{ lastTs: 5e3 },
				{
					found: [
						"ts_regression",
						"duplicate_key",
						"negative_qty",
						...known === null ? [] : ["orphan_order"]
					],
					lastTs: 5e3
				},
				{
					found: ["ts_regression"],
					lastTs: 5e3
				}
			], prefix),
			gaugesAre({
				last_ts: 5e3,
				positions_count: 1,
				open_orders_count: 1,
				pending_notional: 4900
			}, prefix),
			PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
		hasLog: true
	};
}
// src/drills/drill-v-impossible-fills.ts
/**
* More of an order is filled than there is of it, or less than nothing. Such a fill is no finding of another rule, and
* nothing for the next one to go back from.
*/
function drillV(prefix) {
	const accountOf = (...fills) => syncOf({
		positions: [position()],
		openOrders: [
			"part_ord_1",
			"whole_ord_2",
			"some_ord_3"
		].map((order_id, at) => openOrder({
			order_id,
			qty: at === 2 ? null : "1",
			filled_qty: fills[at] ?? null
		})),
		ts: 2e3
	});
	const healthy = { lastTs: 2e3 };
	return {
		id: "v",
		title: "Impossible fills",
		injected: "an order filled above its qty, one filled below zero",
		proves: "fills that cannot be are found",
		now: DRILL_CLOCK,
		steps: [
			accountOf("0.5", "1", null),
			accountOf("1.0000000000000000001", "1", "-0.1"),
			accountOf("0.5", "1", "0")
		],
		checks: [
			...syncsAre([
				healthy,
				{
					found: ["impossible_fill", "impossible_fill"],
					lastTs: 2e3
				},
				healthy
			], prefix, MISMATCH_RULES),
			namedTimes("part_ord_1", 1, 1),
			namedTimes("some_ord_3", 1, 1),
			PROVEN
		],
		proof: [namedTimes("whole_ord_2", 0, 1)],
		shows: [["mismatches_total", ["rule", "impossible_fill"]]],
		hasLog: true
	};
}
// src/drills/drill-w-missing-orders.ts
/** An order of ours that is not open is missed, on its own symbol; one that goes by the id that we gave it is not. */
function drillW(prefix) {
	const open = openOrder({ order_id: "known_ord_1" });
	const ours = openOrder({
		order_id: "70001",
		client_order_id: "bot_ord_2",
		symbol: "ETHUSDT"
	});
	const orders = [
		ourOrder(),
		ourOrder({
			order_id: "bot_ord_2",
			symbol: "ETHUSDT"
		}),
		ourOrder({ order_id: "gone_ord_3" }),
		ourOrder({
			order_id: "70001",
			symbol: "SOLUSDT"
		})
	];
	const account = syncOf({
		positions: [position()],
		openOrders: [open, ours],
		ts: 2e3
	});
	return {
		id: "w",
		title: "Missing orders",
		injected: "of four orders of ours two are open, one by our own id; the third is gone, the fourth is on another symbol",
		proves: "gone_ord_3 missed, known_ord_1 not missed",
		now: DRILL_CLOCK,
		steps: [told(account, { orders: orders.slice(0, 2) }), told(account, { orders })],
		checks: [
			...syncsAre([{ lastTs: 2e3 }, {
				found: ["missing_order", "missing_order"],
				lastTs: 2e3
			}], prefix, MISMATCH_RULES),
			namedTimes("gone_ord_3", 1, 1),
			namedTimes("SOLUSDT", 1, 1),
			PROVEN
		],
		proof: [namedTimes("known_ord_1", 0, 1), namedTimes("bot_ord_2", 0, 1)],
		shows: [["mismatches_total", ["rule", "missing_order"]]],
		hasLog: true
	};
}
// src/drills/drill-x-order-terms.ts
/** An order that is open on other terms than ours is one finding, however many differ; another notation is none. */
function drillX(prefix) {
	const ids = [
		"price_ord_1",
		"terms_ord_2",
		"same_ord_3",
		"whole_ord_4"
	];
	const [price, terms, same, whole] = ids.map((order_id) => ourOrder({ order_id }));
	const ours = [
		price ?? {},
		terms ?? {},
		{
			...same,
			price: "49000",
			qty: "0.100"
		},
		{
			...whole,
			qty: "5"
		}
	];
	const rows = ids.map((order_id) => openOrder({ order_id }));
	const accountOf = (...different) => syncOf({
		positions: [position()],
		openOrders: rows.map((row, at) => ({
			...row,
			...at === 3 ? { qty: null } : different[at]
		})),
		ts: 2e3
	});
	const changed = accountOf({ price: "49000.01" }, {
		side: "SELL",
		price: "48000.00",
		qty: "0.2"
	});
	return {
		id: "x",
		title: "Order terms",
		injected: "an order at another price; one with another side, price and qty",
		proves: "orders on other terms are found, once each",
		now: DRILL_CLOCK,
		steps: [told(accountOf(), { orders: ours }), told(changed, { orders: ours })],
		checks: [
			...syncsAre([{ lastTs: 2e3 }, {
				found: ["order_mismatch", "order_mismatch"],
				lastTs: 2e3
			}], prefix, MISMATCH_RULES),
			namedTimes("price_ord_1", 1, 1),
			namedTimes("terms_ord_2", 1, 1),
			PROVEN
		],
		proof: [namedTimes("same_ord_3", 0, 1), namedTimes("whole_ord_4", 0, 1)],
		shows: [["mismatches_total", ["rule", "order_mismatch"]]],
		hasLog: true
	};
}
// src/drills/drill-y-positions.ts
/**
* A position of another size, one that is not ours and one of ours that is gone are a finding each, a flip is two. A row
* of size zero is no position, and quantities of two margin modes are one where we name none.
*/
function drillY(prefix) {
	const healthy = [
		position(),
		position({
			symbol: "ETHUSDT",
			qty: "2",
			margin_mode: "CROSS"
		}),
		position({
			symbol: "ETHUSDT",
			qty: "3",
			margin_mode: "ISOLATED"
		}),
		position({
			symbol: "SOLUSDT",
			side: "SHORT",
			qty: "7"
		}),
		position({
			symbol: "XRPUSDT",
			qty: "0"
		})
	];
	const positions = [
		ourPosition({ qty: "0.50" }),
		ourPosition({
			symbol: "ETHUSDT",
			qty: "5"
		}),
		ourPosition({
			symbol: "SOLUSDT",
			side: "SHORT",
			qty: "7"
		})
	];
	const diverged = [
		position({ qty: "0.6" }),
		position({
			symbol: "SOLUSDT",
			side: "LONG",
			qty: "7"
		}),
		position({
			symbol: "DOGEUSDT",
			qty: "1"
		})
	];
	const accountOf = (rows) => syncOf({
		positions: rows,
		openOrders: [openOrder()],
		ts: 2e3
	});
	return {
		id: "y",
		title: "Positions",
		injected: "a position of another size, one gone, one unknown, one flipped",
		proves: "positions that differ are found, a flip twice",
		now: DRILL_CLOCK,
		steps: [told(accountOf(healthy), { positions }), told(accountOf(diverged), { positions })],
		checks: [
			...syncsAre([{ lastTs: 2e3 }, {
				found: FIVE,
				lastTs: 2e3
			}], prefix, MISMATCH_RULES),
			namedTimes("BTCUSDT", 1, 1),
			namedTimes("ETHUSDT", 1, 1),
			namedTimes("SOLUSDT", 2, 1),
			namedTimes("DOGEUSDT", 1, 1),
			PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "position_mismatch"]]],
		hasLog: true
	};
}
const FIVE = Array.from({ length: 5 }, () => "position_mismatch");
// src/drills/suites.ts
const RUNBOOK = [
	drillA,
	drillB,
	drillC,
	drillD,
	drillE
];
const FURTHER = [...[
	drillG,
	drillH,
	drillI,
	drillJ,
	drillK,
	drillL,
	drillM,
	drillN
], ...[
	drillO,
	drillP,
	drillQ,
	drillR,
	drillS,
	drillT,
	drillU
]];
const OURS = [
	drillV,
	drillW,
	drillX,
	drillY
];
/** The suites and their drills, in order (contract, section 5). The first is what runs unless another is asked for. */
const SUITES = {
	runbook: RUNBOOK,
	full: [...RUNBOOK, ...FURTHER],
	life: [
		...RUNBOOK,
		...FURTHER,
		...OURS
	]
};
/** The names of all suites; the first is the default. */
const SUITE_NAMES = Object.keys(SUITES);
/** The names of all suites as a sentence has them: `runbook, full or life`. */
const SUITES_IN_WORDS = `${SUITE_NAMES.slice(0, -1).join(", ")} or ${SUITE_NAMES.at(-1)}`;
/** The drills of a suite, in order, for a syncer whose metrics begin with this prefix. */
function drillsOf$1(suite, prefix) {
	return SUITES[suite].map((make) => make(prefix));
}
/** The name of a suite, or undefined. */
function suiteName(text) {
	return SUITE_NAMES.find((name) => name === text);
}
// src/life/life-names.ts
/** What the suite calls its days, in file names, expected failures and reports. */
const LIFE_ID = "life";
/** What a report calls them. */
const LIFE_TITLE = "Days of trading";
/** What one run makes of it unless asked otherwise (the suite `life`). */
const USUAL_DAYS = {
	days: 5,
	syncsADay: 1e3
};
// src/rules/pack-settings.ts
/** The committed pack's. */
const DEFAULT_SETTINGS = {
	prefix: DEFAULT_METRIC_PREFIX,
	severity: "warning",
	runbookBaseUrl: "https://github.com/grinder/account-sync-drill/blob/main/docs/runbooks",
	spikeAbove: "0",
	spikeWindow: "5m",
	spikeFor: "3m",
	spikeKeepFiringFor: "15m",
	spikeBy: "",
	missedWindow: "15m",
	missedFor: "4m",
	missedKeepFiringFor: "5m",
	staleAfter: "120",
	staleFor: "2m",
	dataStaleAfter: "300",
	dataStaleFor: "5m",
	errorsAbove: "0",
	errorsWindow: "5m",
	errorsFor: "5m",
	absentFor: "5m",
	absentMemory: "1d",
	neverCompletedFor: "5m",
	seriesAbsentFor: "5m",
	crashLoopRestarts: "4",
	crashLoopWindow: "30m",
	crashLoopKeepFiringFor: "15m",
	keepFiringFor: "6m",
	watchdog: "on",
	drillOverdueAfter: "off",
	labels: {},
	kubernetesName: "account-sync",
	kubernetesNamespace: "",
	kubernetesLabels: {}
};
// src/drill/names.ts
/** What there is to say of names that are not the contract's, one line; null where all are. */
function namesNote(names) {
	const said = [...names.rules, ...names.reasons].filter(([ours, theirs]) => ours !== theirs);
	if (said.length === 0) return null;
	return `named by the syncer: ${said.map(([ours, theirs]) => `${ours} ${require_field_reader.quoted(theirs)}`).join(", ")}`;
}
/** How a metrics text calls the value of a label. */
function wordIn(names, [label, value]) {
	return {
		rule: names?.rules,
		reason: names?.reasons
	}[label]?.get(value) ?? value;
}
// src/rules/exposed-series.ts
const SAMPLE$1 = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
const TARGET = "instance=\"drill\",job=\"account-sync\"";
/** The series of a metrics text as Prometheus stores them: with the labels of the target it scraped. */
function scrapedSeries(text) {
	return new Map(text.split("\n").flatMap((line) => {
		const [, name, labels = "", value] = SAMPLE$1.exec(line) ?? [];
		if (name === void 0 || value === void 0 || Number.isNaN(Number(value))) return [];
		return [[`${name}{${[labels.replace(/,\s*$/, ""), TARGET].filter((part) => part !== "").join(",")}}`, Number(value)]];
	}));
}
/** The drill whose account is clean. */
const CLEAN_DRILL = "a";
/** The rules that one of these drills proves, in the rules' order: those whose alert can be asked for. */
function rulesProvenBy(drills) {
	const ids = new Set(drills.map(({ id }) => id));
	return RULES.filter(({ provenBy }) => ids.has(provenBy)).map(({ name }) => name);
}
/**
* The clean account, and each rule by itself, of the metrics texts that the drills of this run really produced. A case
* whose text is missing is left out.
*/
function alertCases(drills, names) {
	const cleanText = metricsTextOf(drills, CLEAN_DRILL);
	if (cleanText === void 0) return [];
	const clean = scrapedSeries(cleanText);
	const faulty = faultySeries(drills, names).map(([rule, series]) => caseOf$1(rule, clean, series));
	return [caseOf$1(null, clean, clean), ...faulty];
}
/** Each rule by itself, found before anything was scraped: no counter is ever seen to move. */
function missedCases(drills, names) {
	return faultySeries(drills, names).map(([rule, series]) => ({
		...caseOf$1(rule, series, series),
		rule,
		name: `${rule} before the first scrape`
	}));
}
/** For each rule that these drills prove, the clean account's series with this rule's own as its drill left them. */
function faultySeries(drills, names) {
	const cleanText = metricsTextOf(drills, CLEAN_DRILL);
	if (cleanText === void 0) return [];
	const clean = scrapedSeries(cleanText);
	return rulesProvenBy(drills).flatMap((rule) => {
		const text = metricsTextOf(drills, ruleRow(rule).provenBy);
		const word = wordIn(names, ["rule", rule]);
		return text === void 0 ? [] : [[rule, onlyRule(word, scrapedSeries(text), clean)]];
	});
}
function metricsTextOf(drills, id) {
	return drills.find((drill) => drill.id === id)?.files.get(`drill_${id}_metrics.txt`);
}
function onlyRule(word, faulty, clean) {
	const own = [...faulty].filter(([series]) => series.includes(`rule="${word}"`));
	return new Map([...clean, ...own]);
}
function caseOf$1(rule, before, after) {
	const times = Array.from({ length: 61 }, (_, at) => at * 30);
	const names = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort();
	return {
		rule,
		name: rule ?? "clean account",
		scrapeSeconds: 30,
		series: names.map((series) => ({
			series,
			values: times.map((seconds) => (seconds < 900 ? before : after).get(series) ?? null)
		})),
		probes: times
	};
}
// src/rules/duration.ts
const UNIT_SECONDS = {
	s: 1,
	m: 60,
	h: 3600,
	d: 86400
};
const DURATION$1 = /^([1-9][0-9]{0,5})([smhd])$/;
/** The seconds of a Prometheus duration of one unit (`90s`, `5m`), or NaN where it is none. */
function durationSeconds(text) {
	const [, count, unit] = DURATION$1.exec(text) ?? [];
	return isUnit(unit) ? Number(count) * UNIT_SECONDS[unit] : NaN;
}
function isUnit(unit) {
	return unit !== void 0 && unit in UNIT_SECONDS;
}
// src/rules/alert-parts.ts
/** The pages' component: what a route sends to somebody. The heartbeat has another, so that no such route takes it. */
const PAGED_COMPONENT = "account";
/** The labels of an alert of the pack; the user's own come last. */
function labelsOf(category, settings) {
	return {
		severity: settings.severity,
		category,
		component: PAGED_COMPONENT,
		...addedLabels(settings)
	};
}
/** The labels that the settings put on every alert; the Prometheus operator routes by the namespace. */
function addedLabels({ labels, kubernetesNamespace }) {
	return {
		...kubernetesNamespace === "" ? {} : { namespace: kubernetesNamespace },
		...labels
	};
}
/** The page of an alert, below the address of the runbooks. */
function runbookUrl(alert, { runbookBaseUrl }) {
	return `${runbookBaseUrl}/${alert}.md`;
}
/** A query in an annotation's template: Prometheus runs it when it writes the text. */
function queryOf(expression) {
	return `query ${JSON.stringify(expression)}`;
}
/**
* Where something is, in an annotation's template: the account, if there is such a label, and the instance.
*
* @param labels `$labels` for the alert's own, `.Labels` for those of a query's answer.
*/
function placeOf$1(labels) {
	return `{{ with ${labels}.account }}{{ . }} at {{ end }}{{ ${labels}.instance }}`;
}
/** Durations of one unit added up, in Prometheus' form. */
function sumOf(...durations) {
	return secondsText(durations.reduce((sum, duration) => sum + durationSeconds(duration), 0));
}
/** Seconds as a Prometheus duration, in minutes where they are whole. */
function secondsText(seconds) {
	return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
// src/rules/blind-alerts.ts
const ABSENT = "AccountSyncTargetAbsent";
const NEVER_COMPLETED = "AccountSyncNeverCompleted";
const SERIES_ABSENT = "AccountSyncSeriesAbsent";
const CRASH_LOOP = "AccountSyncCrashLoop";
/** Fetches that fail are AccountSyncErrors' to tell. */
const ERRORS_WINDOW = "5m";
/** Nothing that syncs an account is scraped, or one target that did is there no longer: the other alerts are blind. */
function targetAbsent(settings) {
	const { prefix, absentFor, absentMemory } = settings;
	const liveness = `${prefix}_last_wall_ts`;
	const noneLeft = `absent(${liveness})`;
	const remembered = `max by (instance, job) (max_over_time(${liveness}[${absentMemory}]))`;
	return {
		alert: ABSENT,
		expr: [noneLeft, `or (up and on (instance, job) ${remembered} unless on (instance, job) ${liveness} unless on () ${noneLeft})`].join("\n"),
		for: absentFor,
		keep_firing_for: settings.keepFiringFor,
		labels: labelsOf("availability", settings),
		annotations: {
			summary: "{{ if $labels.instance }}An account sync is no longer scraped on {{ $labels.instance }}{{ else }}No account sync is scraped{{ end }}",
			description: `${liveness} comes from {{ if $labels.instance }}{{ $labels.instance }} no longer, though it is still a target: no other alert of this pack can ring for it{{ else }}no target: no other alert of this pack can ring{{ end }}.`,
			runbook_url: runbookUrl(ABSENT, settings)
		}
	};
}
/** The process is scraped, and its first sync neither ends nor fails. */
function neverCompleted(settings) {
	const { prefix, neverCompletedFor } = settings;
	const errors = `increase(${prefix}_errors_total{reason!="none"}[${ERRORS_WINDOW}])`;
	return {
		alert: NEVER_COMPLETED,
		expr: `${prefix}_last_wall_ts == 0\nunless ignoring (reason) ${errors} > 0`,
		for: neverCompletedFor,
		keep_firing_for: settings.keepFiringFor,
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: `The account sync has never completed on ${placeOf$1("$labels")}`,
			description: `${placeOf$1("$labels")} is scraped, but no sync has ended since it started, with an error neither: mismatches are not looked for.`,
			runbook_url: runbookUrl(NEVER_COMPLETED, settings)
		}
	};
}
/** The process is scraped, and a series is missing that another alert needs. */
function seriesAbsent(settings) {
	const { prefix, seriesAbsentFor } = settings;
	const liveness = `${prefix}_last_wall_ts`;
	const without = (label, series) => `(${liveness} unless ignoring (${label}) ${series})`;
	return {
		alert: SERIES_ABSENT,
		expr: [
			without("rule", `${prefix}_mismatches_total{rule!=""}`),
			without("rule", `${prefix}_last_mismatch_timestamp_seconds{rule!=""}`),
			without("reason", `${prefix}_errors_total{reason!=""}`),
			`(${liveness} unless ${prefix}_age_seconds)`,
			`(group without (rule) (${prefix}_mismatches_total) unless ${liveness})`
		].join("\nor "),
		for: seriesAbsentFor,
		keep_firing_for: settings.keepFiringFor,
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: `Some of the account sync's series are missing on ${placeOf$1("$labels")}`,
			description: `${placeOf$1("$labels")} is scraped, but one of ${prefix}_mismatches_total by rule, _last_mismatch_timestamp_seconds by rule, _errors_total by reason, _age_seconds and _last_wall_ts does not arrive: an alert of this pack cannot ring for it.`,
			runbook_url: runbookUrl(SERIES_ABSENT, settings)
		}
	};
}
/** The process starts again and again, so that no alert that has to wait gets to ring. */
function crashLoop(settings) {
	const { prefix, crashLoopRestarts, crashLoopWindow, crashLoopKeepFiringFor } = settings;
	const liveness = `${prefix}_last_wall_ts`;
	const cameBack = `${liveness} unless (${liveness} offset 30s or ${liveness} offset 1m)`;
	return {
		alert: CRASH_LOOP,
		expr: [`count_over_time((${cameBack})[${crashLoopWindow}:30s]) >= ${crashLoopRestarts}`, `or resets(${liveness}[${crashLoopWindow}]) >= ${crashLoopRestarts}`].join("\n"),
		for: "0s",
		keep_firing_for: crashLoopKeepFiringFor,
		labels: labelsOf("availability", settings),
		annotations: {
			summary: `The account sync keeps restarting on ${placeOf$1("$labels")}`,
			description: `${placeOf$1("$labels")} came back {{ $value }} times in the last ${crashLoopWindow}: alerts that have to wait do not get to ring, and mismatches in between are not looked for.`,
			runbook_url: runbookUrl(CRASH_LOOP, settings)
		}
	};
}
// src/rules/heartbeat-alerts.ts
/** The name of the alert that always rings. */
const WATCHDOG = "AccountSyncWatchdog";
const DRILL_OVERDUE = "AccountSyncDrillOverdue";
/** What `ring` leaves for the node exporter. */
const LAST_DRILL = "account_sync_drill_last_success_timestamp_seconds{command=\"ring\"}";
/** A machine with the node exporter may be away for a while. */
const OVERDUE_FOR = "1h";
/**
* Rings as long as some account is synced, for something outside that rings when this stops: all of it, from the scrape
* to the receiver, may break without a word. Its component is not the pages', and its severity is nobody's.
*/
function watchdog(settings) {
	const { prefix, staleAfter } = settings;
	return {
		alert: WATCHDOG,
		expr: `count(${prefix}_age_seconds <= ${staleAfter} and ${prefix}_last_wall_ts > 0) > 0`,
		for: "0s",
		labels: {
			severity: "none",
			category: "availability",
			component: "account-heartbeat",
			...addedLabels(settings)
		},
		annotations: {
			summary: "Accounts are synced and their alerts are evaluated: this must always ring",
			description: "{{ $value }} account(s) synced within their time. Send this to something outside that tells you when it stops; never to a pager.",
			runbook_url: runbookUrl(WATCHDOG, settings)
		}
	};
}
/** Nobody has proven for too long that the alarm still rings. */
function drillOverdue(settings) {
	const { drillOverdueAfter } = settings;
	return {
		alert: DRILL_OVERDUE,
		expr: `time() - max(${LAST_DRILL}) > ${durationSeconds(drillOverdueAfter)}\nor absent(${LAST_DRILL})`,
		for: OVERDUE_FOR,
		keep_firing_for: settings.keepFiringFor,
		labels: labelsOf("availability", settings),
		annotations: {
			summary: "The alarm's fire drill is overdue",
			description: `No fire drill of the alarm has succeeded in ${drillOverdueAfter}: nobody knows whether it still rings.`,
			runbook_url: runbookUrl(DRILL_OVERDUE, settings)
		}
	};
}
// src/rules/spike-alert.ts
/** The name of the seed's alert. */
const SPIKE = "AccountSyncMismatchSpike";
/** The labels that Spike rings by; none where all accounts ring together. */
function spikeLabels({ spikeBy }) {
	return spikeBy === "" ? [] : spikeBy.split(",");
}
/** How many mismatches Spike counts, `by` some labels or `without` some, in PromQL's words. */
function increaseBy(grouping, { prefix, spikeWindow }) {
	return `sum${grouping === "" ? "" : ` ${grouping} `}(increase(${prefix}_mismatches_total{rule!="none"}[${spikeWindow}]))`;
}
/**
* The seed's alert (contract, section 9). Its sum() drops the rule, so the text asks for it again, as far back as the
* alert rings: an account that joined later must not push the first one out of the text.
*/
function mismatchSpike(settings) {
	const { prefix, spikeAbove, spikeWindow, spikeFor, spikeKeepFiringFor } = settings;
	const by = spikeLabels(settings);
	const counter = `${prefix}_mismatches_total{rule!="none"}`;
	const rings = sumOf(spikeWindow, spikeKeepFiringFor);
	const byRule = queryOf(`sum by (account, instance, rule) (increase(${counter}[${rings}])) > 0`);
	const last = queryOf(`max(${prefix}_last_mismatch_timestamp_seconds) > 0`);
	const isOwn = by.map((label) => ` (eq .Labels.${label} $labels.${label})`);
	const [open, close] = by.length === 0 ? ["", ""] : [`{{ if and true${isOwn.join("")} }}`, "{{ end }}"];
	return {
		alert: SPIKE,
		expr: `${increaseBy(groupedBy(by), settings)} > ${spikeAbove}`,
		for: spikeFor,
		keep_firing_for: spikeKeepFiringFor,
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: `The account and the exchange disagree${by.length === 0 ? "" : `: ${byText(by)}`}`,
			description: `Mismatches in the last ${rings}:{{ range ${byRule} | sortByLabel "rule" }}${open} {{ .Labels.rule }} on ${placeOf$1(".Labels")} (about {{ .Value | printf "%.0f" }});${close}{{ end }} the last one at {{ with ${last} }}{{ . | first | value | humanizeTimestamp }}{{ else }}a time that is no longer exposed{{ end }}.`,
			runbook_url: runbookUrl(SPIKE, settings)
		}
	};
}
/** PromQL's grouping by labels; empty for none. */
function groupedBy(labels) {
	return labels.length === 0 ? "" : `by (${labels.join(", ")})`;
}
function byText(by) {
	return by.map((label) => `{{ $labels.${label} }}`).join(" at ");
}
// src/rules/missed-alert.ts
const MISSED = "AccountSyncMismatchMissed";
const CATEGORY = "correctness";
/** What Prometheus adds to an alert's series, and vmalert besides. */
const ADDED_TO_ALERTS = [
	"alertname",
	"alertstate",
	"alertgroup"
];
/** How finely the moment is looked for at which Spike began to ring; coarser steps lose some. */
const STEP = "1s";
/**
* Rings for a mismatch that Spike does not ring for, by the time of the last mismatch: that does not need two samples
* around the mismatch, as increase() does. It also rings for an instance that begins to diverge while Spike rings for
* another one, because nothing is sent for what joins an alert that rings.
*/
function mismatchMissed(settings) {
	const { prefix, missedKeepFiringFor } = settings;
	const rules = queryOf(`max by (account, instance, rule) (${prefix}_last_mismatch_timestamp_seconds) > time() - ${timesOf(settings).seen}`);
	return {
		alert: MISSED,
		expr: expressionOf(settings),
		for: "0s",
		keep_firing_for: missedKeepFiringFor,
		labels: labelsOf(CATEGORY, settings),
		annotations: {
			summary: `The account and the exchange disagree on ${placeOf$1("$labels")}`,
			description: `{{ range ${rules} | sortByLabel "rule" }}{{ if and (eq .Labels.instance $labels.instance) (eq .Labels.account $labels.account) }}{{ .Labels.rule }}, {{ end }}{{ end }}last at {{ $value | humanizeTimestamp }} on ${placeOf$1("$labels")}. ${SPIKE} does not name it: it rang for another account already, or a first scrape after a start, a gap between scrapes or slow scrapes hide an increase.`,
			runbook_url: runbookUrl(MISSED, settings)
		}
	};
}
function timesOf({ missedFor, missedWindow, spikeFor }) {
	const [wait, window] = [durationSeconds(missedFor), durationSeconds(missedWindow)];
	return {
		wait,
		window,
		named: wait + 2 * durationSeconds(spikeFor),
		seen: window + wait
	};
}
function expressionOf(settings) {
	const { spikeWindow } = settings;
	const { wait, window, named, seen } = timesOf(settings);
	const diverges = increaseBy(`without (${droppedLabels(settings)})`, settings);
	const begins = spikeBegins(settings);
	return [
		`${lastMismatch(`[${spikeWindow}] offset ${wait}s`, settings)} > 0 > time() - ${seen}`,
		`unless ${lastMismatch(`[${window}s] offset ${named}s`, settings)} > 0 > time() - ${window + named}`,
		`unless max_over_time((${diverges} > 0 and ${begins.did})[${named}s:${STEP}])`,
		`unless (${diverges} > 0 and ${begins.will})`,
		`or ${lastMismatch(`[${window}s]`, settings)} > 0 > time() - ${window}`,
		`and ${ofOwnAlerts(MISSED, ",alertstate=\"firing\"", "", settings)}`
	].join("\n");
}
function lastMismatch(range, settings) {
	const gauge = `${settings.prefix}_last_mismatch_timestamp_seconds`;
	return `max without (${droppedLabels(settings)}) (max_over_time(${gauge}${range}))`;
}
/**
* Whether Spike has just begun to ring, or is about to. Another pack's alerts have a label more or another value, which
* is left over then and fits nothing.
*/
function spikeBegins(settings) {
	const by = spikeLabels(settings);
	const own = by.length === 0 ? "vector(1)" : increaseBy(groupedBy(by), settings);
	const [firing, any] = [",alertstate=\"firing\"", ""];
	const rang = ofOwnAlerts(SPIKE, firing, ` offset ${STEP}`, settings);
	const begun = (state) => `on (${by.join(", ")}) ((${ofOwnAlerts(SPIKE, state, "", settings)} unless ${rang}) and ${own})`;
	return {
		did: begun(firing),
		will: begun(any)
	};
}
function ofOwnAlerts(alert, state, offset, settings) {
	const labels = labelsOf(CATEGORY, settings);
	const own = Object.entries(labels).map(([name, value]) => `,${name}=${JSON.stringify(value)}`);
	return `sum without (${[...ADDED_TO_ALERTS, ...Object.keys(labels)].join(", ")}) (ALERTS{alertname="${alert}"${state}${own.join("")}}${offset})`;
}
/** What a series loses before it is compared with an alert: the rule, and what the alert puts its own value in. */
function droppedLabels(settings) {
	return ["rule", ...Object.keys(labelsOf(CATEGORY, settings))].join(", ");
}
// src/rules/sync-alerts.ts
const STALE = "AccountSyncStale";
const DATA_STALE = "AccountSyncDataStale";
const ERRORS = "AccountSyncErrors";
/** The loop synced once, and no longer does. */
function syncStale(settings) {
	const { prefix, staleAfter, staleFor } = settings;
	return {
		alert: STALE,
		expr: `${prefix}_age_seconds > ${staleAfter} and ${prefix}_last_wall_ts > 0`,
		for: staleFor,
		keep_firing_for: settings.keepFiringFor,
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: `The account sync has stopped on ${placeOf$1("$labels")}`,
			description: `The last sync without a fetch error ended {{ \$value | humanizeDuration }} ago on ${placeOf$1("$labels")}: mismatches are not looked for.`,
			runbook_url: runbookUrl(STALE, settings)
		}
	};
}
/** Syncs complete, but what they bring is old; an empty account has no data that could be. */
function dataStale(settings) {
	const { prefix, dataStaleAfter, dataStaleFor } = settings;
	return {
		alert: DATA_STALE,
		expr: [`${prefix}_data_age_seconds > ${dataStaleAfter} and ${prefix}_last_ts > 0`, `and (${prefix}_open_orders_count > 0 or ${prefix}_positions_count > 0)`].join("\n"),
		for: dataStaleFor,
		keep_firing_for: settings.keepFiringFor,
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: `The account's data is old on ${placeOf$1("$labels")}`,
			description: `The last answer that was accepted is {{ \$value | humanizeDuration }} old on ${placeOf$1("$labels")}, and the account is not empty.`,
			runbook_url: runbookUrl(DATA_STALE, settings)
		}
	};
}
/** Fetches keep failing. One failed fetch is no page: the increase has to outlive `for`, which one alone cannot. */
function accountSyncErrors(settings) {
	const { prefix, errorsAbove, errorsWindow, errorsFor } = settings;
	const increase = `increase(${prefix}_errors_total{reason!="none"}[${errorsWindow}])`;
	const byReason = queryOf(`sum by (account, instance, reason) (${increase}) > 0`);
	return {
		alert: ERRORS,
		expr: `sum(${increase}) > ${errorsAbove}`,
		for: errorsFor,
		keep_firing_for: settings.keepFiringFor,
		labels: labelsOf("availability", settings),
		annotations: {
			summary: "The account cannot be fetched",
			description: `Failed fetches in the last ${errorsWindow}:{{ range ${byReason} | sortByLabel "reason" }} {{ .Labels.reason }} on ${placeOf$1(".Labels")} (about {{ .Value | printf "%.0f" }});{{ end }} an error is not an empty account.`,
			runbook_url: runbookUrl(ERRORS, settings)
		}
	};
}
// src/rules/alert-pack.ts
const QUESTIONS = [
	{
		asks: "Has the account diverged?",
		answers: [mismatchSpike, mismatchMissed]
	},
	{
		asks: "Does the sync still run?",
		answers: [
			syncStale,
			neverCompleted,
			crashLoop,
			targetAbsent
		]
	},
	{
		asks: "Can it still be seen?",
		answers: [seriesAbsent]
	},
	{
		asks: "Is its data fresh?",
		answers: [dataStale]
	},
	{
		asks: "Does the exchange answer?",
		answers: [accountSyncErrors]
	},
	{
		asks: "Would it still ring?",
		answers: [watchdog, drillOverdue]
	}
];
/** The name of the one group that holds the pack. */
const GROUP_NAME = "account-sync";
/** What stands at the top of the pack: which alert answers which question. */
function packHeader(settings) {
	const widest = Math.max(...QUESTIONS.map(({ asks }) => asks.length));
	return QUESTIONS.flatMap(({ asks, answers }) => {
		const names = wanted(answers, settings).map(({ alert }) => alert);
		return names.length === 0 ? [] : [`${asks.padEnd(widest)}  ${names.join(", ")}`];
	});
}
/** The alerts of the pack, with these settings. The order matters: Missed looks at what Spike did. */
function alertPack(settings) {
	return QUESTIONS.flatMap(({ answers }) => wanted(answers, settings));
}
/** The alerts that somebody is paged for: all but the heartbeat, which rings while nothing is wrong. */
function pagingAlerts(settings) {
	return alertPack(settings).filter(({ alert }) => alert !== WATCHDOG);
}
function wanted(answers, settings) {
	return answers.filter((make) => make !== watchdog || settings.watchdog === "on").filter((make) => make !== drillOverdue || settings.drillOverdueAfter !== "off").map((make) => make(settings));
}
// src/rules/promtool-test.ts
/** A promtool test that expects silence, as JSON, which is YAML too. Its failures say when what fires. */
function silenceTest(rulesFile, evaluationSeconds, alerts, cases) {
	return promtoolTest(rulesFile, evaluationSeconds, cases, ({ probes }) => ({ alert_rule_test: probes.flatMap((seconds) => alerts.map((alertname) => ({
		eval_time: `${seconds}s`,
		alertname,
		exp_alerts: []
	}))) }));
}
/** A promtool test of cases, each with what `expected` says of it. */
function promtoolTest(rulesFiles, evaluationSeconds, cases, expected) {
	const document = {
		rule_files: [rulesFiles].flat(),
		evaluation_interval: `${evaluationSeconds}s`,
		tests: cases.map((one) => ({
			name: one.name,
			interval: `${one.scrapeSeconds}s`,
			input_series: one.series.map(({ series, values }) => ({
				series,
				values: valuesText(values)
			})),
			...expected(one)
		}))
	};
	return `${JSON.stringify(document, null, 2)}\n`;
}
/** When which alert fired, of promtool's report on a {@link silenceTest}. */
function firingsOf(output) {
	return [...output.matchAll(/name: ([^\n]*),\n\s*alertname: (\w+), time: (\S+),/g)].map(([, name = "", alert = "", time = ""]) => ({
		name,
		alert,
		seconds: secondsOf(time)
	}));
}
function valuesText(values) {
	const runs = [];
	for (const value of values) {
		const text = value === null ? "_" : String(value);
		const last = runs.at(-1);
		if (last?.text === text) last.length++;
		else runs.push({
			text,
			length: 1
		});
	}
	return runs.map(({ text, length }) => runText(text, length)).join(" ");
}
function runText(text, length) {
	if (length === 1) return text;
	return text === "_" ? `_x${length}` : `${text}x${length - 1}`;
}
const UNITS = {
	d: 86400,
	h: 3600,
	m: 60,
	s: 1
};
/** The seconds of a duration in promtool's reports, of several units. */
function secondsOf(duration) {
	return [...duration.matchAll(/([0-9]+)([dhms])/g)].reduce((sum, [, count, unit = ""]) => sum + Number(count) * (UNITS[unit] ?? NaN), 0);
}
// src/rules/yaml-text.ts
const PLAIN$1 = /^[A-Za-z_/(][^\n:#\t'"&*!|>%@`{}[\],]*$/;
const LOOKS_LIKE_ANOTHER_TYPE = /^(true|false|yes|no|on|off|null|y|n|\.inf|\.nan)$/i;
const DURATION = /^[0-9]+[smhd]$/;
/** YAML in block style: text over several lines as `|-`, anything that could be misread in quotes. */
function yamlText(value) {
	return `${blockLines(value).join("\n")}\n`;
}
function blockLines(value) {
	if (typeof value === "string") return [scalar(value)];
	if (isList(value)) return value.flatMap(itemLines);
	return Object.entries(value).flatMap(([key, entry]) => entryLines(scalar(key), entry));
}
function itemLines(item) {
	const [first = "", ...rest] = typeof item === "string" ? textLines(item) : blockLines(item);
	return [`- ${first}`, ...rest.map(indented)];
}
function entryLines(key, value) {
	if (typeof value === "string") {
		const [first = "", ...rest] = textLines(value);
		return [`${key}: ${first}`, ...rest];
	}
	if (isEmpty(value)) return [`${key}: ${isList(value) ? "[]" : "{}"}`];
	return [`${key}:`, ...blockLines(value).map(indented)];
}
function textLines(text) {
	return /^[^\s][^\r]*\n[^\s]/.test(text) && !text.endsWith("\n") && !/[^\n\x20-\x7e]/.test(text) ? ["|-", ...text.split("\n").map(indented)] : [scalar(text)];
}
function scalar(text) {
	if (PLAIN$1.test(text) && !text.endsWith(" ") && !LOOKS_LIKE_ANOTHER_TYPE.test(text) || DURATION.test(text)) return text;
	return /^[\x20-\x7e]*$/.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}
function indented(line) {
	return line === "" ? "" : `  ${line}`;
}
function isEmpty(value) {
	return Object.keys(value).length === 0;
}
function isList(value) {
	return Array.isArray(value);
}
// src/rules/render-pack.ts
/** A rule file, for Prometheus' `rule_files`, Mimir and Thanos. */
function renderPrometheus(settings) {
	return headerOf(settings) + yamlText(rulesOf(settings));
}
function headerOf(settings) {
	return packHeader(settings).map((line) => `# ${line}\n`).join("");
}
function rulesOf(settings) {
	const rules = alertPack(settings).map((rule) => ({ ...rule }));
	return { groups: [{
		name: GROUP_NAME,
		rules
	}] };
}
// src/drill/check-text.ts
const WORDS$1 = {
	passed: "PASS",
	failed: "FAIL",
	skipped: "SKIP"
};
/** `  PASS: <label>`, or `  FAIL: <label>` with expected, actual and what was there instead (contract, section 5). */
function renderCheck(check) {
	return [`  ${WORDS$1[check.status]}: ${check.label}`, ...reasonLines(check)].map(require_field_reader.printable);
}
function reasonLines({ status, expected, actual, deviations = [] }) {
	if (status === "passed") return [];
	if (status === "skipped") return [`    because: ${actual}`];
	const there = whatWasThere(deviations).map((what) => `    there is: ${what}`);
	return [
		`    expected: ${expected}`,
		`    actual:   ${actual}`,
		...there
	];
}
/** The promtool test that its evidence keeps. */
const TEST_FILE = `drill_f_alerts.test.yml`;
/** What is proven by it. */
function provesOf(drilled) {
	return `silent on a clean account, ringing for each of the ${numberWord(drilled.length)} rules`;
}
/**
* The result of drill F: its checks, the proof of them, and its log.
*
* @param promtool what it said of the test that is kept, and whether it is required.
*/
function alertResult(drilled, checks, promtool, files) {
	const proof = proofOf(drilled, checks, promtool);
	const rung = drilled.filter((_, at) => checks[at + 1]?.status === "passed");
	const all = [...checks, proof];
	const provenMarker = proof.status === "passed" ? `drill_f_PROVEN: ${provesOf(drilled)}` : null;
	const title = "Alert";
	const injected = "each rule's mismatch into what Prometheus scrapes every 30s";
	const logText = `${[...[
		`Drill ${"f".toUpperCase()}: ${title}`,
		`injected: ${injected}`,
		"",
		...all.flatMap(renderCheck)
	], ...provenMarker === null ? [] : [provenMarker]].join("\n")}\n`;
	return {
		id: "f",
		title,
		injected,
		caught: rung,
		counted: rung.map(() => "1"),
		checks: all,
		provenMarker,
		metricLines: [],
		files: new Map([[`drill_f_log.txt`, logText], ...files])
	};
}
function proofOf(drilled, checks, { kept, required }) {
	const expected = "every check, and the promtool test that is kept";
	const common = {
		label: `proven: ${provesOf(drilled)}`,
		stage: "exposed",
		expected
	};
	if (typeof kept !== "string") return unjudged(common, kept, required);
	if (checks.some(({ status }) => status === "failed")) return {
		...common,
		status: "failed",
		actual: "some check did not hold"
	};
	const skipped = checks.find(({ status }) => status === "skipped");
	if (skipped !== void 0) return {
		...common,
		status: "skipped",
		actual: skipped.actual
	};
	return kept.includes("SUCCESS") ? {
		...common,
		status: "passed",
		actual: expected
	} : {
		...common,
		status: "failed",
		actual: `${TEST_FILE} fails`
	};
}
/** A check that promtool did not answer. One that ran may have been kept from it by what the syncer exposes. */
function unjudged({ label, expected }, { hasRun, why }, required) {
	return {
		label,
		expected,
		stage: "exposed",
		status: hasRun || required ? "failed" : "skipped",
		actual: why
	};
}
function numberWord(count) {
	return [
		"no",
		"one",
		"two",
		"three",
		"four",
		"five",
		"six",
		"seven",
		"eight"
	][count] ?? String(count);
}
// src/fire-drill/missed-check.ts
const ALERT$1 = "AccountSyncMismatchMissed";
const WINDOW = "30m";
/** What drill F asks of the alert that rings where no counter was seen to move. */
const MISSED_LABEL = `a mismatch before the first scrape rings ${ALERT$1}`;
/** The check of it: each rule that was fed rang it, in any of the readings. */
function missedCheck(drilled, cases, fired, drills, prefix) {
	const rang = ({ name }) => fired.some((one) => one.alert === ALERT$1 && one.name === name);
	const silent = drilled.filter((rule) => !cases.some((one) => one.rule === rule && rang(one)));
	const expected = missedExpectation(drilled);
	const common = {
		label: MISSED_LABEL,
		stage: "exposed",
		expected
	};
	if (silent.length === 0) return {
		...common,
		status: "passed",
		actual: expected
	};
	const metric = `${prefix}_${LAST_MISMATCH_METRIC.name}`;
	const isExposed = drills.some(({ files }) => [...files].some(([name, text]) => name.endsWith("_metrics.txt") && text.includes(`\n${metric}{`)));
	const actual = `silent for ${silent.join(", ")}`;
	if (isExposed) return {
		...common,
		status: "failed",
		actual
	};
	const there = "no series at all of the gauge that it rings by";
	return {
		...common,
		status: "failed",
		actual: `${actual}: ${metric} is absent`,
		deviations: [{
			kind: "absent",
			metric,
			series: `${metric}{rule=`,
			there
		}]
	};
}
/** What the check expects. */
function missedExpectation(drilled) {
	return `rings for ${drilled.join(", ")}`;
}
/** The same, for the promtool test that is kept: that it rang at some time by the last reading. */
function expectedMissed({ probes }) {
	const series = `ALERTS{alertname="${ALERT$1}",alertstate="firing"}`;
	return { promql_expr_test: [{
		eval_time: `${(probes.at(-1) ?? 0) - 30}s`,
		expr: `max by (alertname) (max_over_time(${series}[${WINDOW}]))`,
		exp_samples: [{
			labels: `{alertname="${ALERT$1}"}`,
			value: 1
		}]
	}] };
}
// src/fire-drill/alert-drill.ts
const RULES_FILE = `drill_f_rules.yml`;
const ALERT = "AccountSyncMismatchSpike";
const SILENT = "no alert rings";
const WITHOUT = "promtool is not on the PATH; the Debian package prometheus brings it";
/**
* Drill F: feeds the metrics texts of the drills before it to promtool, and looks at when the pack's alerts ring.
*
* @param drills the results of the drills before it: the rules that they prove are asked for.
*/
async function alertDrill(drills, { settings, testRules, required, listed = /* @__PURE__ */ new Set(), names: called }) {
	const rules = renderPrometheus(settings);
	const wait = durationSeconds(settings.spikeFor);
	const drilled = rulesProvenBy(drills);
	const cases = alertCases(drills, called);
	const missed = missedCases(drills, called);
	const test = promtoolTest(RULES_FILE, 30, [...cases, ...missed], (one) => isMissed(one) ? expectedMissed(one) : expectedAlerts(one, settings));
	const files = /* @__PURE__ */ new Map([[RULES_FILE, rules], [TEST_FILE, test]]);
	const names = pagingAlerts(settings).map(({ alert }) => alert);
	const probe = silenceTest(RULES_FILE, 30, names, [...cases, ...missed]);
	const probed = await asked(testRules(new Map([...files, ["probe.yml", probe]]), "probe.yml"));
	const kept = typeof probed === "string" ? await asked(testRules(files, TEST_FILE)) : probed;
	const fired = typeof probed === "string" ? firingsOf(probed) : [];
	return alertResult(drilled, (typeof probed === "string" ? [...checksOf(drilled, fired, cases, wait), missedCheck(drilled, missed, fired, drills, settings.prefix)] : allChecks(drilled, wait).map((check) => unjudged(check, probed, required))).map((check) => asListed(check, "f", listed)), {
		kept,
		required
	}, files);
}
async function asked(testing) {
	try {
		return await testing ?? {
			hasRun: false,
			why: WITHOUT
		};
	} catch (error) {
		return {
			hasRun: true,
			why: `promtool: ${require_field_reader.printable(require_field_reader.messageOf(error))}`
		};
	}
}
/** The labels of all its checks, where a run proves these rules. */
function alertCheckLabels(drilled, { spikeFor }) {
	return [...allChecks(drilled, durationSeconds(spikeFor)).map(({ label }) => label), `proven: ${provesOf(drilled)}`];
}
function allChecks(drilled, wait) {
	const missed = {
		label: MISSED_LABEL,
		expected: missedExpectation(drilled)
	};
	return [...checkList(drilled, wait).map(({ label, expected }) => ({
		label,
		expected
	})), missed];
}
function isMissed(one) {
	return one.name !== (one.rule ?? "clean account");
}
function ringsAfter(seconds) {
	return `rings ${clock(seconds)} after the scrape that shows it`;
}
function clock(seconds) {
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
function expectedAlerts({ rule }, settings) {
	const wait = durationSeconds(settings.spikeFor);
	const over = 900 + durationSeconds(settings.spikeWindow) + durationSeconds(settings.spikeKeepFiringFor) + 30;
	const labels = `ALERTS{alertname="${ALERT}"}`;
	const at = (seconds, rings) => ({
		eval_time: `${seconds}s`,
		expr: `max by (alertname) (${labels.replace("}", ",alertstate=\"firing\"}")})`,
		exp_samples: rings ? [{
			labels: `{alertname="${ALERT}"}`,
			value: 1
		}] : []
	});
	const rung = 900 + wait;
	return { promql_expr_test: [
		at(rung - 30, false),
		at(rung, rule !== null),
		at(over, false)
	] };
}
function checksOf(drilled, fired, cases, wait) {
	return checkList(drilled, wait).map(({ rule, ...check }) => {
		const name = rule ?? "clean account";
		const actual = cases.some((one) => one.name === name) ? whatRang(fired.filter((one) => one.name === name), rule) : "its drill gave no metrics text";
		return {
			...check,
			stage: "exposed",
			status: actual === check.expected ? "passed" : "failed",
			actual
		};
	});
}
function whatRang(fired, rule) {
	const names = [...new Set(fired.map(({ alert }) => alert))];
	const others = names.filter((alert) => alert !== ALERT);
	if (rule === null || others.length > 0) return names.length === 0 ? SILENT : `rang: ${names.join(", ")}`;
	if (fired.length === 0) return SILENT;
	return ringsAfter(Math.min(...fired.map(({ seconds }) => seconds)) - 900);
}
function checkList(drilled, wait) {
	return [{
		rule: null,
		label: "a clean account rings nothing",
		expected: SILENT
	}, ...drilled.map((rule) => ({
		rule,
		label: `${rule} rings ${ALERT} after ${clock(wait)}`,
		expected: ringsAfter(wait)
	}))];
}
// src/fire-drill/artifact-guard.ts
/** What the guard's one check is called. */
const GUARD_LABEL = "artifact directory does not show up in git status";
const MOST_LINES$1 = 3;
const CLEAN = "nothing shows up";
/** The guard check (contract, section 5): evidence must never be committed by accident. */
function guardResult(status, listed = /* @__PURE__ */ new Set()) {
	return {
		id: "guard",
		title: "Artifact guard",
		injected: null,
		caught: [],
		counted: [],
		checks: [asListed(guardCheck(status), "guard", listed)],
		provenMarker: null,
		metricLines: [],
		files: /* @__PURE__ */ new Map()
	};
}
function guardCheck(status) {
	const check = {
		label: GUARD_LABEL,
		stage: "kept",
		expected: CLEAN
	};
	if (status.kind === "unknown") return {
		...check,
		status: "skipped",
		actual: require_field_reader.printable(status.why)
	};
	if (status.kind === "no_repository" || status.lines.length === 0) return {
		...check,
		status: "passed",
		actual: CLEAN
	};
	return {
		...check,
		status: "failed",
		actual: require_field_reader.printable(fewLines(status.lines))
	};
}
function fewLines(lines) {
	const more = lines.length - MOST_LINES$1;
	return lines.slice(0, MOST_LINES$1).join(", ") + (more > 0 ? `, and ${more} more` : "");
}
// src/fire-drill/check-names.ts
/** The names of all checks that any run can make, for a syncer whose metrics begin with this prefix. */
async function allCheckNames(prefix) {
	const suites = SUITE_NAMES.map((suite) => drillsOf$1(suite, prefix));
	const ofDrills = suites.flat().flatMap(({ id, checks, proves }) => checks.map((check) => checkName(id, check === "proven" ? `proven: ${proves}` : check.label)));
	const ofAlerts = suites.flatMap((drills) => alertCheckLabels(rulesProvenBy(drills), {
		...DEFAULT_SETTINGS,
		prefix
	})).map((label) => checkName("f", label));
	const { LIFE_LABELS } = await Promise.resolve().then(() => require("./action-life-checks.js"));
	const ofLife = LIFE_LABELS.map((label) => checkName(LIFE_ID, label));
	return /* @__PURE__ */ new Set([
		...ofDrills,
		...ofLife,
		...ofAlerts,
		checkName("guard", GUARD_LABEL)
	]);
}
// src/protocol/line-reader.ts
/** The longest line that either side may send, in bytes without the newline. */
const MOST_LINE_BYTES = 1048576;
const FIRST_SIZE = 4096;
const NEWLINE = 10;
/** Cuts bytes into lines, and holds no more than one line of the greatest length, however the bytes arrive. */
var LineReader = class {
	#most;
	#decoder = new TextDecoder("utf-8", { fatal: true });
	#buffer = new Uint8Array(FIRST_SIZE);
	#size = 0;
	constructor(most = MOST_LINE_BYTES) {
		this.#most = most;
	}
	/** How many bytes wait for their newline. */
	get waiting() {
		return this.#size;
	}
	/**
	* The lines that these bytes complete, without their newlines.
	*
	* @throws RangeError on a line that is too long, as soon as it is; TypeError on one that is not UTF-8.
	*/
	*push(chunk) {
		let start = 0;
		for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
			this.#append(chunk.subarray(start, end));
			start = end + 1;
			yield this.#take();
		}
		this.#append(chunk.subarray(start));
	}
	#append(bytes) {
		const size = this.#size + bytes.length;
		if (size > this.#most) throw new RangeError(`a line is longer than ${this.#most} bytes`);
		if (size > this.#buffer.length) {
			const larger = new Uint8Array(Math.min(this.#most, Math.max(size, 2 * this.#buffer.length)));
			larger.set(this.#buffer.subarray(0, this.#size));
			this.#buffer = larger;
		}
		this.#buffer.set(bytes, this.#size);
		this.#size = size;
	}
	#take() {
		const line = this.#buffer.subarray(0, this.#size);
		this.#size = 0;
		return this.#decoder.decode(line);
	}
};
// src/drill/settle-problem.ts
const MOST_SYNCS = 100;
const MOST_MS = 36e5;
/** What is wrong with a grace that no drill can wait for; null where nothing is. */
function settleProblem({ syncs, ms }) {
	if (Number.isSafeInteger(syncs) && Number.isSafeInteger(ms) && syncs >= 1 && syncs <= MOST_SYNCS && ms >= 0 && ms <= MOST_MS) return null;
	return `expected 1 to ${MOST_SYNCS} syncs and 0 to ${MOST_MS} ms, got ${syncs} and ${ms}`;
}
// src/drill/taken.ts
/** What a syncer may take (stdio protocol, version 2): what it compares, and the last ts with which it can be started anew. */
const TAKEN = [...TELLABLE, "last_ts"];
/** What one takes that says nothing of it. */
const TAKEN_BY_ALL = ["order_ids"];
// src/syncer/parse-snapshot.ts
/**
* Reads an account snapshot in its wire form: snake_case, decimals as text (contract, section 2).
*
* @throws DrillError `bad_input`: `details` names every bad path, such as `open_orders[3].qty`.
*/
function parseSnapshot(value) {
	const problems = [];
	const fields = new require_field_reader.FieldReader(value, "", problems);
	const snapshot = {
		positions: fields.rows("positions", (row, path) => readPosition$2(row, path, problems)),
		openOrders: fields.rows("open_orders", (row, path) => readOrder$2(row, path, problems)),
		ts: fields.timestamp("ts"),
		source: fields.text("source")
	};
	refuseProblems(problems);
	return snapshot;
}
/**
* JSON.parse with a one-line coded error.
*
* @throws DrillError `bad_input`.
*/
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new require_field_reader.DrillError("bad_input", `not JSON: ${require_field_reader.printable(require_field_reader.messageOf(cause))}`, { cause });
	}
}
/**
* Ends a reading: throws where a problem was noted.
*
* @throws DrillError `bad_input` with the first problems in its message and all of them in `details`.
*/
function refuseProblems(problems) {
	if (problems.length === 0) return;
	const shown = problems.slice(0, 3).join("; ");
	const more = problems.length > 3 ? `; and ${problems.length - 3} more` : "";
	throw new require_field_reader.DrillError("bad_input", shown + more, { details: problems });
}
function readPosition$2(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	const marginMode = fields.optional("margin_mode", (name) => fields.oneOf(name, MARGIN_MODES));
	return {
		...marginMode === null ? null : { marginMode },
		symbol: fields.text("symbol"),
		side: fields.oneOf("side", POSITION_SIDES),
		qty: fields.decimal("qty"),
		entryPrice: fields.nullable("entry_price", fields.decimal),
		markPrice: fields.nullable("mark_price", fields.decimal),
		unrealizedPnl: fields.nullable("unrealized_pnl", fields.decimal),
		leverage: fields.nullable("leverage", fields.integer),
		ts: fields.nullable("ts", fields.timestamp)
	};
}
function readOrder$2(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	const clientOrderId = fields.optional("client_order_id", fields.id);
	return {
		...clientOrderId === null ? null : { clientOrderId },
		orderId: fields.id("order_id"),
		symbol: fields.text("symbol"),
		side: fields.oneOf("side", ORDER_SIDES),
		orderType: fields.text("order_type"),
		price: fields.decimal("price"),
		qty: fields.nullable("qty", fields.decimal),
		filledQty: fields.nullable("filled_qty", fields.decimal),
		reduceOnly: fields.boolean("reduce_only"),
		status: fields.text("status"),
		ts: fields.nullable("ts", fields.timestamp)
	};
}
// src/protocol/hello.ts
/** The protocol versions that the drill speaks (docs/protocol.md). */
const PROTOCOL = {
	min: 1,
	max: 2
};
const MOST_IDENTITY_CHARACTERS = 200;
/** How a program of version 1 is spoken to. */
const VERSION_1 = {
	version: 1,
	takes: TAKEN_BY_ALL,
	settle: void 0
};
/**
* What a `hello_ok` says. What a program takes that is not known here is not asked of it.
*
* @throws DrillError `bad_input` where a field is missing or wrong; `syncer_broke_off` where the version does not fit.
*/
function readHello(reply) {
	const problems = [];
	const fields = new require_field_reader.FieldReader(reply, "", problems);
	const version = fields.integer("protocol");
	const implementation = new require_field_reader.FieldReader(fields.raw("implementation"), "implementation", problems);
	const text = (name) => implementation.text(name).slice(0, MOST_IDENTITY_CHARACTERS);
	const identity = {
		name: text("name"),
		version: text("version"),
		language: text("language")
	};
	const more = version === 1 ? VERSION_1 : {
		version,
		takes: readTakes(fields),
		settle: readSettle$2(fields, problems)
	};
	refuseProblems(problems);
	if (version >= PROTOCOL.min && version <= PROTOCOL.max) return {
		identity,
		...more
	};
	throw new require_field_reader.DrillError("syncer_broke_off", `it answered hello with protocol ${version}, and this drill speaks ${PROTOCOL.min} to ${PROTOCOL.max}: answer with a version between hello's min and max`);
}
function readTakes(fields) {
	const said = fields.optional("takes", (name) => fields.rows(name, (row) => row));
	return said === null ? VERSION_1.takes : TAKEN.filter((name) => said.includes(name));
}
function readSettle$2(fields, problems) {
	const raw = fields.raw("settle");
	if (raw === void 0 || raw === null) return void 0;
	const settle = new require_field_reader.FieldReader(raw, "settle", problems);
	const read = {
		syncs: settle.integer("syncs"),
		ms: settle.integer("ms")
	};
	const problem = settleProblem(read);
	if (problem !== null) problems.push(`settle: ${problem}`);
	return read;
}
// src/protocol/load-module.ts
const METHODS = [
	"reset",
	"sync",
	"metrics"
];
const MOST_CHARACTERS$8 = 200;
/** Who a module is before it has said so, and where it never does. */
function unnamedModule(path) {
	return {
		name: require_field_reader.printable(path),
		version: "unknown",
		language: "JavaScript"
	};
}
/**
* Loads a module into this process: its default export is the syncer, or a function that makes one.
*
* @throws whatever the module throws, and an Error where what it exports is no syncer.
*/
async function loadModule(path) {
	const exported = await importDefault(path);
	const syncer = typeof exported === "function" ? await exported() : exported;
	const fields = require_field_reader.isRecord(syncer) ? syncer : {};
	const missing = METHODS.filter((name) => typeof fields[name] !== "function");
	if (missing.length > 0) throw new Error(`its default export lacks ${missing.join(", ")}; see docs/protocol.md`);
	const bound = (name) => {
		const method = fields[name];
		return (argument) => typeof method === "function" ? method.call(syncer, argument) : void 0;
	};
	const { name, version, language } = unnamedModule(path);
	return {
		identity: {
			name: textOr(fields.name, name),
			version: textOr(fields.version, version),
			language: textOr(fields.language, language)
		},
		said: {
			protocol: fields.protocol ?? VERSION_1.version,
			takes: fields.takes,
			settle: fields.settle
		},
		reset: bound("reset"),
		sync: bound("sync"),
		metrics: bound("metrics")
	};
}
async function importDefault(path) {
	const url = (0, require("node:url").pathToFileURL)((0, node_path.resolve)(path)).href;
	try {
		const namespace = await import(url);
		return require_field_reader.isRecord(namespace) ? unwrapped(namespace.default) : void 0;
	} catch (cause) {
		if (require_field_reader.systemCodeOf(cause) !== "ERR_UNKNOWN_FILE_EXTENSION") throw cause;
		throw new Error(`this Node.js loads no TypeScript; use Node.js 22.18 or later, or give a command that runs it`, { cause });
	}
}
function unwrapped(exported) {
	return require_field_reader.isRecord(exported) && exported.__esModule === true ? exported.default : exported;
}
function textOr(value, otherwise) {
	return typeof value === "string" && value !== "" ? value.slice(0, MOST_CHARACTERS$8) : otherwise;
}
// src/protocol/messages.ts
/**
* The fields of a `sync` request beside type and id: to version 1 the ids alone, to version 2 all that it takes.
*/
function syncFields(request, { version, takes } = VERSION_1) {
	const { now, snapshot, fetchError, knownOrderIds } = request;
	const known = version === 1 ? { known_order_ids: knownOrderIds } : { expected: expectedIn(request, takes) };
	return fetchError === null ? {
		now,
		snapshot,
		...known
	} : {
		now,
		fetch_error: fetchError,
		...known
	};
}
function expectedIn({ knownOrderIds, expected = null }, takes) {
	const taken = Object.entries(expected ?? (knownOrderIds === null ? null : { order_ids: knownOrderIds }) ?? {}).filter(([name]) => takes.some((one) => one === name));
	return taken.length === 0 ? null : Object.fromEntries(taken);
}
/**
* What a `sync_ok` says.
*
* @throws DrillError `bad_input` with the path of each field that is missing or wrong.
*/
function readSync$1(reply) {
	const problems = [];
	const fields = new require_field_reader.FieldReader(reply, "", problems);
	const read = {
		ok: fields.boolean("ok"),
		mismatches: fields.rows("mismatches", (row, path) => readMismatch(row, path, problems)),
		error: fields.nullable("error", fields.text),
		lastTs: fields.timestamp("last_ts")
	};
	refuseProblems(problems);
	return read;
}
/**
* The text in a `metrics_ok`.
*
* @throws DrillError `bad_input`.
*/
function readMetrics(reply) {
	const problems = [];
	const text = readText(new require_field_reader.FieldReader(reply, "", problems), "text");
	refuseProblems(problems);
	return text;
}
function readMismatch(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	return {
		rule: fields.text("rule"),
		detail: readText(fields, "detail")
	};
}
function readText(fields, name) {
	const value = fields.raw(name);
	return typeof value === "string" ? value : fields.refuse(name, "expected text", "");
}
// src/protocol/capped-text.ts
const BEHIND_AN_ERROR = /^\s*(?:at .*|\}|Node\.js v[0-9.]+)?\s*$/;
/** Keeps the first bytes of a stream that may never end, and counts the rest. */
var CappedText = class {
	#most;
	#kept;
	#size = 0;
	#leftOut = 0;
	#end = /* @__PURE__ */ new Uint8Array();
	constructor(most) {
		this.#most = most;
		this.#kept = Buffer.alloc(most);
	}
	push(chunk) {
		const kept = chunk.subarray(0, this.#most - this.#size);
		this.#kept.set(kept, this.#size);
		this.#size += kept.length;
		this.#leftOut += chunk.length - kept.length;
		this.#end = Buffer.concat([this.#end, chunk.subarray(-4096)]).subarray(-4096);
	}
	/** The last line that says something, however much came before, safe to log and not long; empty where there is none. */
	get lastLine() {
		const lines = Buffer.from(this.#end).toString("utf8").split(/\r?\n/);
		return require_field_reader.printable((lines.findLast((line) => !BEHIND_AN_ERROR.test(line)) ?? "").trim().slice(-300));
	}
	/** Safe to log: lines stay lines, every other control character is escaped. Empty where nothing came. */
	get text() {
		if (this.#size === 0) return "";
		const lines = this.#kept.toString("utf8", 0, this.#size).replace(/\r?\n$/, "").split(/\r?\n/);
		const more = this.#leftOut === 0 ? [] : [`(${this.#leftOut} more bytes were left out)`];
		return `${[...lines.map(require_field_reader.printable), ...more].join("\n")}\n`;
	}
};
const MOST_STDERR_BYTES = 65536;
const GRACE_MS = 300;
const BESIDE = [
	"ignore",
	"pipe",
	"pipe",
	"pipe"
];
const WAY = "way to the drill";
/** A program in a process group of its own, read line by line. It is killed with its whole group. */
var Program = class {
	#listener;
	#killGroup;
	#child;
	#input;
	#streams;
	#stderr = new CappedText(MOST_STDERR_BYTES);
	#reader = new LineReader();
	#isOver = false;
	#isLeaving = false;
	#exit = null;
	#grace;
	constructor(words, ports, listener, channel) {
		const [file = "", ...args] = words;
		this.#listener = listener;
		this.#killGroup = ports.killGroup;
		const stdio = channel === "standard" ? [
			"pipe",
			"pipe",
			"pipe"
		] : BESIDE;
		this.#child = (0, require("node:child_process").spawn)(file, args, {
			detached: true,
			env: { ...ports.env },
			windowsHide: true,
			stdio
		});
		const { input, output, aside } = streamsOf(this.#child, channel);
		this.#input = input;
		this.#streams = [
			input,
			output,
			...aside
		];
		if (this.#child.pid !== void 0) ports.onStart(this.#child.pid);
		this.#child.on("error", (error) => this.#fault(whyNotStarted(file, error)));
		this.#child.on("exit", (code, signal) => this.#exited(code, signal));
		this.#child.on("close", () => this.#told());
		const [toIt, fromIt] = channel === "standard" ? ["standard input", "standard output"] : [WAY, WAY];
		input.on("error", () => this.#lost(`it closed its ${toIt}`));
		output.on("data", (chunk) => this.#read(chunk));
		output.on("end", () => this.#lost(`it closed its ${fromIt}`));
		for (const stream of aside) stream.on("data", (chunk) => this.#stderr.push(chunk));
		for (const stream of [output, ...aside]) stream.on("error", () => this.#lost("its output broke"));
	}
	/** What it wrote beside the protocol so far, safe to log. */
	get stderr() {
		return this.#stderr.text;
	}
	/** The last line that it wrote to standard error, safe to log; empty where it wrote none. */
	get lastWords() {
		return this.#stderr.lastLine;
	}
	/** How many bytes of a line came without a newline. */
	get waiting() {
		return this.#reader.waiting;
	}
	send(line) {
		this.#input.write(`${line}\n`);
	}
	/** Lets it end by itself: from here on, its closing of a pipe is no fault. */
	closeInput() {
		this.#isLeaving = true;
		this.#input.end();
	}
	/** Ends it and everything it started; nothing of it is read or told any more. */
	kill() {
		this.#isOver = true;
		clearTimeout(this.#grace);
		if (this.#child.pid !== void 0) this.#killGroup(this.#child.pid);
		for (const stream of this.#streams) stream.destroy();
		this.#child.unref();
	}
	#read(chunk) {
		try {
			for (const line of this.#reader.push(chunk)) {
				if (this.#isOver) return;
				this.#listener.onLine(line);
			}
		} catch (error) {
			const what = error instanceof RangeError ? error.message : "a line is not UTF-8";
			this.#fault(`it broke the protocol: ${what}`);
		}
	}
	#fault(why) {
		if (this.#isOver) return;
		this.kill();
		this.#listener.onFault(why);
	}
	#lost(why) {
		if (this.#isOver || this.#isLeaving || this.#exit !== null) return;
		this.#grace ??= setTimeout(() => this.#fault(why), GRACE_MS);
	}
	#exited(code, signal) {
		if (this.#isOver) return;
		const how = code === null ? `was ended by ${signal}` : `ended with exit code ${code}`;
		this.#exit = {
			how,
			isWell: code === 0
		};
		if (this.#child.pid !== void 0) this.#killGroup(this.#child.pid);
		clearTimeout(this.#grace);
		this.#grace = setTimeout(() => this.#told(), GRACE_MS);
	}
	#told() {
		if (this.#isOver || this.#exit === null) return;
		this.kill();
		this.#listener.onExit(this.#exit.how, this.#exit.isWell);
	}
};
const RUN_BY = {
	py: "python3",
	rb: "ruby",
	sh: "sh",
	pl: "perl",
	php: "php"
};
function streamsOf({ stdin, stdout, stderr, stdio }, channel) {
	const beside = stdio[3];
	if (channel === "standard" && stdin !== null && stdout !== null && stderr !== null) return {
		input: stdin,
		output: stdout,
		aside: [stderr]
	};
	if (beside instanceof require("node:stream").Duplex && stdout !== null && stderr !== null) return {
		input: beside,
		output: beside,
		aside: [stdout, stderr]
	};
	throw new Error("a process was started without its pipes");
}
function whyNotStarted(file, error) {
	const what = `${require_field_reader.quoted(file)} cannot be started`;
	const code = require_field_reader.systemCodeOf(error);
	const runner = RUN_BY[/\.([a-z]+)$/.exec(file)?.[1] ?? ""];
	const named = runner === void 0 ? null : `name what runs it first: ${runner} ${require_field_reader.printable(file)}`;
	if (code === "ENOENT") return `${what}: ${named ?? "there is no such program; install it, or give its path, such as ./my_adapter"}`;
	if (code === "EACCES") return `${what}: it is not executable; ${named ?? "chmod +x it, or name what runs it first, such as python3"}`;
	return `${what}: ${require_field_reader.printable(require_field_reader.messageOf(error))}`;
}
// src/protocol/module-host.ts
/** The first argument of a process that is to be the host of a module; the module's path follows. */
const DRILLED_MODULE = "--drilled-module";
/** Whether this process was started to be the host of a module. */
function isModuleHost({ argv }) {
	return argv[2] === DRILLED_MODULE;
}
/**
* The other side of a drilled module: a process of its own that loads it, and speaks the protocol for it. What the
* module does to its process (ends it, blocks it, patches what it reaches) it does to this one, and the drill sees no
* more of it than of any program that answers, or does not.
*
* A `sync_ok` also holds the `snapshot` where the module changed the one that it was given, so that the drill sees it.
*/
function hostModule(host) {
	const channel = new require("node:net").Socket({
		fd: 3,
		readable: true,
		writable: true
	});
	const hosted = new HostedModule(host.argv[3] ?? "");
	const reader = new LineReader();
	channel.on("data", (chunk) => {
		for (const line of reader.push(chunk)) answer(line);
	});
	channel.on("close", leave);
	function leave() {
		host.removeAllListeners("exit");
		host.exit(0);
	}
	async function answer(line) {
		const request = JSON.parse(line);
		if (!require_field_reader.isRecord(request)) return;
		if (request.type === "bye") leave();
		else channel.write(`${replyLine(request, await hosted.reply(request))}\n`);
	}
}
function replyLine({ id, type }, reply) {
	const line = JSON.stringify({
		id,
		type: `${type}_ok`,
		...reply
	});
	if (Buffer.byteLength(line) <= 1048576) return line;
	return JSON.stringify({
		id,
		...refusal$2(`${type}`, `its answer is longer than ${MOST_LINE_BYTES} bytes`)
	});
}
function refusal$2(code, message) {
	return {
		type: "error",
		code,
		message: require_field_reader.printable(message)
	};
}
var HostedModule = class {
	#path;
	#module = null;
	constructor(path) {
		this.#path = path;
	}
	/** The fields of the reply, or of an `error`. Never rejects. */
	async reply(request) {
		try {
			if (request.type === "hello") return await this.#hello();
			return await this.#call(request);
		} catch (error) {
			return refusal$2(request.type === "hello" ? "loading" : `${request.type}`, require_field_reader.messageOf(error));
		}
	}
	async #hello() {
		this.#module = await loadModule(this.#path);
		const { identity, said } = this.#module;
		return {
			...said,
			implementation: identity
		};
	}
	async #call({ type, id: _, ...argument }) {
		const module = this.#module;
		if (module === null) throw new Error("it is not loaded");
		const call = {
			reset: async () => {
				await module.reset(argument);
				return {};
			},
			sync: () => syncWith(module, argument),
			metrics: async () => ({ text: readMetrics({ text: await module.metrics(argument) }) })
		}[String(type)];
		if (call === void 0) throw new Error(`no request ${type}`);
		return call();
	}
};
async function syncWith(module, argument) {
	const given = JSON.stringify(argument.snapshot);
	const { ok, mismatches, error, lastTs } = readSync$1(await module.sync(argument));
	return {
		ok,
		mismatches,
		error,
		last_ts: lastTs,
		...JSON.stringify(argument.snapshot) === given ? {} : { snapshot: argument.snapshot }
	};
}
// src/protocol/process-ports.ts
const OF_A_DEBUGGER = /^--inspect/;
/** What a drilled program needs of this process. */
function processPorts(host) {
	const groups = /* @__PURE__ */ new Set();
	const killGroup = (leader) => {
		groups.delete(leader);
		killGroupOf(host, leader);
	};
	host.on("exit", () => {
		for (const leader of groups) killGroup(leader);
	});
	return {
		env: host.env,
		onStart: (leader) => groups.add(leader),
		killGroup,
		moduleHost: moduleHostOf(host)
	};
}
function moduleHostOf({ execPath, execArgv, argv }) {
	return [
		execPath,
		...execArgv.filter((option) => !OF_A_DEBUGGER.test(option)),
		argv[1] ?? "",
		DRILLED_MODULE
	];
}
function killGroupOf(host, leader) {
	if (host.platform === "win32") {
		(0, require("node:child_process").spawnSync)("taskkill", [
			"/PID",
			String(leader),
			"/T",
			"/F"
		], {
			stdio: "ignore",
			windowsHide: true
		});
		return;
	}
	try {
		host.kill(-leader, "SIGKILL");
	} catch {}
}
// src/fire-drill/git-status.ts
const TIMEOUT_MS = 1e4;
const REPOSITORY_VARIABLES = [
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_INDEX_FILE",
	"GIT_COMMON_DIR",
	"GIT_OBJECT_DIRECTORY"
];
const NOT_A_WORK_TREE = /not a git repository|must be run in a work tree/i;
/**
* Runs `git status` on a directory. Where no `.git` stands above it, git is not even started, so the
* drill needs no git outside a repository.
*/
function askGitWith(fs, env) {
	return async (directory) => {
		try {
			const start = fs.realpathSync(directory);
			return isBelowRepository(fs, start) ? await runGitStatus(start, env) : { kind: "no_repository" };
		} catch (error) {
			return {
				kind: "unknown",
				why: require_field_reader.messageOf(error)
			};
		}
	};
}
function isBelowRepository(fs, start) {
	for (let here = start;; here = (0, node_path.dirname)(here)) {
		if (fs.existsSync((0, node_path.join)(here, ".git"))) return true;
		if ((0, node_path.dirname)(here) === here) return false;
	}
}
function runGitStatus(directory, env) {
	const args = [
		"-C",
		directory,
		"status",
		"--porcelain",
		"--untracked-files=normal",
		"--",
		"."
	];
	const options = {
		timeout: TIMEOUT_MS,
		env: gitEnvironment(env)
	};
	return new Promise((resolve) => {
		(0, require("node:child_process").execFile)("git", args, options, (error, stdout, stderr) => {
			if (error === null) resolve({
				kind: "status",
				lines: stdout.split("\n").filter(Boolean)
			});
			else if (NOT_A_WORK_TREE.test(stderr)) resolve({ kind: "no_repository" });
			else resolve({
				kind: "unknown",
				why: whyUnknown(error, stderr)
			});
		});
	});
}
function gitEnvironment(env) {
	const kept = Object.entries(env).filter(([name]) => !REPOSITORY_VARIABLES.includes(name));
	return {
		...Object.fromEntries(kept),
		LC_ALL: "C"
	};
}
function whyUnknown(error, stderr) {
	if (require_field_reader.systemCodeOf(error) === "ENOENT") return "git is not installed";
	return `git status failed: ${stderr.split("\n")[0] || error.message}`;
}
// src/fire-drill/stop-signals.ts
const SIGNALS = ["SIGINT", "SIGTERM"];
/** SIGINT and SIGTERM, listened for only while there is something to put in order before the process ends. */
var StopSignals = class {
	#host;
	#received = null;
	constructor(host) {
		this.#host = host;
	}
	/** The signal that came while work was being done; null where none did. */
	get received() {
		return this.#received;
	}
	/** As {@link UntilStopped} says. A second signal ends the process. */
	during = async (work) => {
		let release = () => {};
		const stopped = new Promise((resolve) => {
			const receive = (signal) => {
				release();
				this.#received = signal;
				resolve(signal);
			};
			release = () => {
				for (const signal of SIGNALS) this.#host.off(signal, receive);
			};
			for (const signal of SIGNALS) this.#host.on(signal, receive);
		});
		try {
			return await work(stopped);
		} finally {
			release();
		}
	};
};
// src/fire-drill/verdict-guard.ts
/**
* Sees to it that this process ends with the exit code of a verdict, or with the one that says there is none: also
* where the event loop runs dry, or something throws that nobody catches. Nothing that is drilled runs in this
* process, so nothing else sets its exit code.
*
* It also takes SIGUSR1, by which a Node.js process opens its debugger to everybody on the machine, the drilled
* program among them.
*/
var VerdictGuard = class {
	#exitCode = null;
	/** @param tell is given one line that says why there is no verdict. */
	constructor(host, withoutVerdict, tell) {
		let why = "nothing was left to do";
		host.on("SIGUSR1", () => void 0);
		host.on("uncaughtException", (error) => {
			why = require_field_reader.printable(require_field_reader.messageOf(error));
			this.#exitCode = null;
			host.exit();
		});
		host.on("exit", () => {
			host.exitCode = this.#exitCode ?? withoutVerdict;
			if (this.#exitCode === null) tell(`ended without a verdict: ${why}`);
		});
	}
	/** Says what the process ends with, now that there is a verdict. */
	settle(exitCode) {
		this.#exitCode = exitCode;
	}
};
// src/rules/promtool.ts
const LONGEST_MS = 6e4;
const MOST_OUTPUT = 2 ** 24;
const NOT_STARTED = /* @__PURE__ */ new Set([
	"EACCES",
	"EPERM",
	"ENOEXEC",
	"EAGAIN",
	"ENOMEM",
	"E2BIG"
]);
/**
* Runs promtool's tests in a directory of their own: `test` is one of `files`, and may refer to the others.
*
* @param longestMs after which it is killed.
*/
function testRulesWith(files, env, longestMs = LONGEST_MS) {
	return async (texts, test) => {
		let directory = null;
		try {
			directory = files.mkdtempSync((0, node_path.join)((0, require("node:os").tmpdir)(), "account-sync-drill-"));
			for (const [name, text] of texts) files.writeFileSync((0, node_path.join)(directory, name), text);
			return await promtool([
				"test",
				"rules",
				test
			], directory, env, longestMs);
		} catch (error) {
			return {
				hasRun: false,
				why: `promtool has no place to run in: ${require_field_reader.printable(require_field_reader.messageOf(error))}`
			};
		} finally {
			if (directory !== null) removeQuietly(files, directory);
		}
	};
}
function removeQuietly(files, directory) {
	try {
		files.rmSync(directory, {
			recursive: true,
			force: true
		});
	} catch {
		return;
	}
}
function promtool(args, cwd, env, timeout) {
	const options = {
		cwd,
		env: { ...env },
		timeout,
		maxBuffer: MOST_OUTPUT,
		killSignal: "SIGKILL"
	};
	return new Promise((resolve) => {
		(0, require("node:child_process").execFile)("promtool", args, options, (error, stdout, stderr) => {
			resolve(require_field_reader.systemCodeOf(error) === "ENOENT" ? null : whatCame(error, stdout + stderr, timeout));
		});
	});
}
function whatCame(error, said, timeout) {
	const code = require_field_reader.systemCodeOf(error) ?? "";
	if (NOT_STARTED.has(code)) return {
		hasRun: false,
		why: `promtool cannot be started: ${code}`
	};
	if (code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return {
		hasRun: true,
		why: `promtool printed more than ${MOST_OUTPUT} bytes`
	};
	if (error?.killed === true) return {
		hasRun: true,
		why: `promtool did not end within ${timeout / 1e3} s`
	};
	return said === "" ? {
		hasRun: true,
		why: silentEnd(error)
	} : said;
}
function silentEnd(error) {
	return `promtool ${typeof error?.signal === "string" ? `was ended by ${error.signal}` : `ended with exit code ${error?.code ?? 0}`} and said nothing`;
}
// src/tool-version.ts
/** The version of this package, as package.json says it. */
const TOOL_VERSION = "1.0.0";
// src/drill/results.ts
/** The checks of all drills and of the guard, counted by status. */
function totalsOf(report) {
	const statuses = report.drills.flatMap(({ checks }) => checks.map(({ status }) => status));
	const count = (wanted) => statuses.filter((s) => s === wanted).length;
	return {
		passed: count("passed"),
		failed: count("failed"),
		skipped: count("skipped")
	};
}
/** True where no check failed and the syncer answered to the end. A skipped check does not fail a run. */
function hasPassed(report) {
	return totalsOf(report).failed === 0 && report.brokeOff === null;
}
/**
* `exit_code_1` for a failed check, `exit_code_3` for a syncer that broke off, null for a run that passed:
* the `reason` of a failed EVIDENCE_REF.
*/
function failureOf(report) {
	if (report.brokeOff !== null) return "exit_code_3";
	return hasPassed(report) ? null : "exit_code_1";
}
/** `=== Results: N passed, N failed, N skipped ===`: the line that ends a run (contract, section 5). */
function resultsLine(report) {
	const { passed, failed, skipped } = totalsOf(report);
	return `=== Results: ${passed} passed, ${failed} failed, ${skipped} skipped ===`;
}
// src/syncer/settling.ts
/** At once: what is seen is found. */
const AT_ONCE = {
	syncs: 1,
	ms: 0
};
/** What the documents advise: in three sights, ten seconds apart, no order in flight looks the same. */
const ADVISED = {
	syncs: 3,
	ms: 1e4
};
/** Whether anything has to last at all. */
function hasGrace(settle) {
	return settle !== void 0 && (settle.syncs > 1 || settle.ms > 0);
}
/** Remembers the differences of the last sight, and tells those that have lasted from those that have not. */
var Settling = class {
	#settle;
	#isAtOnce;
	#seen = /* @__PURE__ */ new Map();
	/** @throws DrillError `bad_input` where a number is none or too small. */
	constructor(settle) {
		refuseLess("settle.syncs", settle.syncs, 1);
		refuseLess("settle.ms", settle.ms, 0);
		this.#settle = {
			syncs: settle.syncs,
			ms: settle.ms
		};
		this.#isAtOnce = !hasGrace(settle);
	}
	/**
	* Sifts what the rules found.
	*
	* @param now Unix ms.
	* @param isSight false for a snapshot that was rejected: by it nothing settles and nothing is forgotten.
	*/
	sift(findings, now, isSight) {
		const sifted = {
			mismatches: [],
			pending: []
		};
		const seen = /* @__PURE__ */ new Map();
		for (const { rule, found } of findings) for (const { detail, sameAs } of found) (this.#isAtOnce || sameAs === void 0 || this.#look(sameAs, now, isSight, seen) ? sifted.mismatches : sifted.pending).push({
			rule: rule.name,
			detail
		});
		if (isSight) this.#seen = seen;
		return sifted;
	}
	#look(difference, now, isSight, seen) {
		const before = this.#seen.get(difference);
		if (!isSight) return before?.isSettled ?? false;
		const again = seen.get(difference) ?? this.#again(before, now);
		seen.set(difference, again);
		return again.isSettled;
	}
	#again(before, now) {
		const since = before?.since ?? now;
		const syncs = (before?.syncs ?? 0) + 1;
		const hasLasted = syncs >= this.#settle.syncs && now - since >= this.#settle.ms;
		return {
			since,
			syncs,
			isSettled: before?.isSettled === true || hasLasted
		};
	}
};
function refuseLess(path, value, least) {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return;
	throw new require_field_reader.DrillError("bad_input", `${path}: expected a whole number of at least ${least}, got ${require_field_reader.nameOf(value)}`);
}
// src/syncer/snapshot-shape.ts
const [LONG, SHORT, BOTH] = POSITION_SIDES;
const [BUY, SELL] = ORDER_SIDES;
const [CROSS, ISOLATED] = MARGIN_MODES;
/**
* What is wrong with a value that a port gave as an AccountSnapshot, or undefined where the rules can trust
* it. A port written without types could hand over `qty: "-1"`, which no rule would ever flag.
*/
function findShapeFault(value) {
	if (!require_field_reader.isRecord(value)) return "the snapshot is not an object";
	if (!Number.isSafeInteger(value.ts)) return "ts is not a whole number of Unix ms";
	if (!Array.isArray(value.positions)) return "positions is not an array";
	if (!Array.isArray(value.openOrders)) return "openOrders is not an array";
	const position = findBadPosition(value.positions);
	if (position >= 0) return `positions[${position}] is not of type PositionSnap`;
	const order = findBadOrder(value.openOrders);
	return order < 0 ? void 0 : `openOrders[${order}] is not of type OpenOrderSnap`;
}
function findBadPosition(rows) {
	let index = 0;
	for (const row of rows) {
		if (!isObject(row) || !isPosition(row)) return index;
		index++;
	}
	return -1;
}
function findBadOrder(rows) {
	let index = 0;
	for (const row of rows) {
		if (!isObject(row) || !isOrder(row)) return index;
		index++;
	}
	return -1;
}
function isPosition(row) {
	return typeof row.symbol === "string" && (row.side === LONG || row.side === SHORT || row.side === BOTH) && row.qty instanceof require_field_reader.Decimal && (row.marginMode === void 0 || row.marginMode === CROSS || row.marginMode === ISOLATED) && isTime(row.ts);
}
function isOrder(row) {
	return typeof row.orderId === "string" && typeof row.symbol === "string" && (row.side === BUY || row.side === SELL) && (row.qty === null || row.qty instanceof require_field_reader.Decimal) && row.price instanceof require_field_reader.Decimal && (row.filledQty === null || row.filledQty instanceof require_field_reader.Decimal) && (row.clientOrderId === void 0 || typeof row.clientOrderId === "string") && isTime(row.ts);
}
function isTime(value) {
	return value === null || value === void 0 || typeof value === "number";
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
// src/syncer/sync-error.ts
const MOST_MESSAGE_CHARACTERS = 500;
const BY_CODE = {
	ETIMEDOUT: "timeout",
	UND_ERR_CONNECT_TIMEOUT: "timeout",
	UND_ERR_HEADERS_TIMEOUT: "timeout",
	UND_ERR_BODY_TIMEOUT: "timeout",
	ECONNREFUSED: "network",
	ECONNRESET: "network",
	ECONNABORTED: "network",
	EPIPE: "network",
	ENOTFOUND: "network",
	EAI_AGAIN: "network",
	EHOSTUNREACH: "network",
	ENETUNREACH: "network",
	UND_ERR_SOCKET: "network"
};
const BY_NAME = {
	TimeoutError: "timeout",
	AbortError: "timeout",
	RequestTimeout: "timeout",
	AuthenticationError: "auth",
	PermissionDenied: "auth",
	AccountNotEnabled: "auth",
	AccountSuspended: "auth",
	InvalidNonce: "auth",
	RateLimitExceeded: "rate_limit",
	DDoSProtection: "rate_limit",
	NetworkError: "network",
	ExchangeNotAvailable: "network",
	OnMaintenance: "network",
	SyntaxError: "parse",
	BadResponse: "parse",
	NullResponse: "parse"
};
const BY_STATUS = {
	401: "auth",
	403: "auth",
	408: "timeout",
	418: "rate_limit",
	429: "rate_limit",
	504: "timeout"
};
/**
* What a failed fetch counts as (contract, section 3: a closed set).
*
* A port may say it itself, with a `reason` property on what it throws; otherwise the system's code, the
* error's class name, its HTTP `status` and then its `cause` decide, and `unknown` is left.
*/
function toSyncError(thrown) {
	const message = require_field_reader.printable(require_field_reader.messageOf(thrown).slice(0, MOST_MESSAGE_CHARACTERS));
	return {
		reason: reasonOf$1(thrown, 0) ?? "unknown",
		message
	};
}
function reasonOf$1(thrown, depth) {
	if (!require_field_reader.isRecord(thrown) || depth > 5) return void 0;
	return FETCH_ERROR_REASONS.find((reason) => reason === thrown.reason) ?? (thrown.code === "bad_input" ? "parse" : void 0) ?? ownEntry(BY_CODE, require_field_reader.systemCodeOf(thrown)) ?? ownEntry(BY_NAME, thrown.name) ?? ownEntry(BY_STATUS, thrown.status) ?? reasonOf$1(thrown.cause, depth + 1);
}
function ownEntry(table, key) {
	if (typeof key !== "string" && typeof key !== "number") return void 0;
	return Object.hasOwn(table, key) ? table[key] : void 0;
}
// src/syncer/account-syncer.ts
/**
* Compares the exchange's account with what is known of it, and counts what does not fit (contract,
* section 3). Read-only. One instance serves one loop.
*/
var AccountSyncer = class {
	#port;
	#metrics;
	#clock;
	#settling;
	#lastTs;
	#past = null;
	#inFlight = false;
	/** @throws DrillError `bad_input` where `settle` is no pair of whole numbers. */
	constructor(options) {
		this.#port = options.port;
		this.#metrics = options.metrics;
		this.#clock = options.clock ?? options.metrics.clock;
		this.#settling = new Settling(options.settle ?? AT_ONCE);
		this.#lastTs = options.lastTs ?? 0;
	}
	/** Unix ms of the last accepted snapshot; 0 before the first and after an empty account. */
	get lastTs() {
		return this.#lastTs;
	}
	/**
	* Fetches a snapshot, checks it against the rules and records the metrics. A failed fetch does not
	* throw: it comes back as `error`, and neither last ts nor a gauge moves.
	*
	* @param known what the system believes: ids of orders, or an object with ids, orders and positions. It is read
	*   when the answer is there, each list once; what is not told is not compared.
	* @throws DrillError `sync_in_flight` where the previous call has not ended yet; `bad_input` where `known` holds what
	*   is none, with its path. Then nothing was counted and nothing is remembered of this sync.
	*/
	async sync(known) {
		if (this.#inFlight) throw new require_field_reader.DrillError("sync_in_flight", "sync() was called while another sync() of the same AccountSyncer is running: await it first");
		this.#inFlight = true;
		try {
			return await this.#syncOnce(known);
		} finally {
			this.#inFlight = false;
		}
	}
	async #syncOnce(known) {
		let answer;
		try {
			answer = await this.#fetch();
		} catch (thrown) {
			const error = toSyncError(thrown);
			this.#metrics.recordError(error.reason);
			return {
				ok: false,
				snapshot: null,
				mismatches: [],
				pending: [],
				error
			};
		}
		return this.#check(answer.snapshot, answer.now, readKnown$1(known));
	}
	async #fetch() {
		const snapshot = await this.#port.fetchAccountSnapshot();
		const now = this.#clock();
		const fault = findShapeFault(snapshot);
		if (fault !== void 0) throw new require_field_reader.DrillError("bad_input", `${fault}: build snapshots with parseSnapshot()`);
		if (isAhead(snapshot.ts, now)) {
			const times = `snapshot ts ${snapshot.ts} is more than 5 minutes ahead of the clock, ${now}`;
			throw new require_field_reader.DrillError("bad_input", times);
		}
		return {
			snapshot,
			now
		};
	}
	#check(snapshot, now, told) {
		const account = new AccountView(snapshot);
		const { orderIds: knownOrderIds, orders: knownOrders, positions: knownPositions } = told;
		const [lastTs, past] = [this.#lastTs, this.#past];
		const input = {
			snapshot,
			lastTs,
			knownOrderIds,
			knownOrders,
			knownPositions,
			past,
			now
		};
		const isAccepted = !isRegression(input);
		const { mismatches, pending } = this.#settling.sift(findEach(input, account), now, isAccepted);
		if (isAccepted) {
			this.#lastTs = snapshot.ts;
			this.#past = {
				account,
				now
			};
			this.#metrics.recordAccepted(snapshot);
		}
		this.#metrics.recordCompleted(mismatches, now);
		return {
			ok: mismatches.length === 0,
			snapshot,
			mismatches,
			pending,
			error: null
		};
	}
};
// src/syncer/metric-family.ts
var import_registry = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_bundled_action.require_registry(), 1);
var import_counter = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_bundled_action.require_counter(), 1);
var import_gauge = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_bundled_action.require_gauge(), 1);
const ALL = [...Object.values(CONTRACT_METRICS), LAST_MISMATCH_METRIC];
const OWN_LABELS = ["rule", "reason"];
/** The metrics of one prefix on one registry; accounts that share them differ in the values of their labels. */
var MetricFamily = class MetricFamily {
	lastTs;
	lastWallTs;
	errors;
	mismatches;
	positions;
	openOrders;
	pendingNotional;
	lastMismatch;
	#labelNames;
	#accounts = /* @__PURE__ */ new Map();
	/**
	* The family of a prefix on a registry, which is made where there is none yet, with one more account in it.
	*
	* @throws DrillError `bad_input` where labels cannot be ones, or contradict what is on the registry; then nothing
	*   was put on it.
	*/
	static join(registry, prefix, labels, ages) {
		refuseNoLabels(labels);
		const names = Object.keys(labels).sort();
		const there = ALL.map((spec) => registry.getSingleMetric(`${prefix}_${spec.name}`));
		const [first] = there;
		const family = first instanceof FamilyGauge ? first.family : null;
		if (family === null && there.some((metric) => metric !== void 0)) refuse(`names that begin with ${prefix} are on this registry already: choose another prefix`);
		const joined = family ?? new MetricFamily(registry, prefix, names);
		joined.#add(labels, names, ages);
		return joined;
	}
	constructor(registry, prefix, labelNames) {
		this.#labelNames = labelNames;
		const config = (spec) => ({
			name: `${prefix}_${spec.name}`,
			help: spec.help,
			labelNames: [...spec.label === void 0 ? [] : [spec.label], ...labelNames],
			registers: [registry]
		});
		const { lastTs, lastWallTs, age, dataAge, errors, mismatches } = CONTRACT_METRICS;
		this.lastTs = new FamilyGauge(config(lastTs), this);
		this.lastWallTs = new import_gauge.default(config(lastWallTs));
		new import_gauge.default({
			...config(age),
			collect: this.#collecting("age")
		});
		new import_gauge.default({
			...config(dataAge),
			collect: this.#collecting("dataAge")
		});
		this.errors = new import_counter.default(config(errors));
		this.mismatches = new import_counter.default(config(mismatches));
		this.positions = new import_gauge.default(config(CONTRACT_METRICS.positions));
		this.openOrders = new import_gauge.default(config(CONTRACT_METRICS.openOrders));
		this.pendingNotional = new import_gauge.default(config(CONTRACT_METRICS.pendingNotional));
		this.lastMismatch = new import_gauge.default(config(LAST_MISMATCH_METRIC));
	}
	#collecting(which) {
		const accounts = this.#accounts;
		return function collect() {
			for (const { labels, ages } of accounts.values()) this.set({ ...labels }, ages[which]());
		};
	}
	#add(labels, names, ages) {
		if (names.join() !== this.#labelNames.join()) refuse(`labels are ${this.#labelNames.join(", ") || "none"} on this registry, got ${names.join(", ") || "none"}: give each account the same`);
		const key = JSON.stringify(names.map((name) => labels[name]));
		if (this.#accounts.has(key)) refuse(`labels ${names.map((name) => `${name}=${require_field_reader.quoted(labels[name] ?? "")}`).join(", ") || "none"} are on this registry already: each account needs others`);
		this.#accounts.set(key, {
			labels,
			ages
		});
	}
};
/** The one gauge by which the next builder finds the family on the registry. */
var FamilyGauge = class extends import_gauge.default {
	family;
	constructor(config, family) {
		super(config);
		this.family = family;
	}
};
function refuseNoLabels(labels) {
	for (const [name, value] of Object.entries(labels)) {
		if (!/^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) || OWN_LABELS.includes(name)) refuse(`labels.${require_field_reader.printable(name)}: expected a name of letters, digits and _, other than ${OWN_LABELS.join(" and ")}`);
		if (typeof value !== "string" || value === "") refuse(`labels.${name}: expected text that is not empty`);
	}
}
function refuse(what) {
	throw new require_field_reader.DrillError("bad_input", what);
}
// src/syncer/pending-notional.ts
const NOTHING = require_field_reader.decimal("0");
/**
* The exact sum of price * (qty - filled_qty) over the orders whose rest is above zero
* (contract, section 4). A fill that was not said counts as none; an order without qty is left out. Plain text, with as many decimals as the finest product has.
*/
function pendingNotional(orders) {
	const sum = new ExactSum();
	for (const { price, qty, filledQty: filled } of orders) {
		if (qty === null) continue;
		const filledQty = filled ?? NOTHING;
		const scale = Math.max(qty.scale, filledQty.scale);
		const rest = require_field_reader.subtractUnits(require_field_reader.unitsAtScale(qty, scale), require_field_reader.unitsAtScale(filledQty, scale));
		if (rest > 0) sum.addProduct(price.units, rest, price.scale + scale);
	}
	return sum.total();
}
/**
* Adds products of whole numbers, each at its scale. Plain numbers carry the sum while it is a safe integer,
* which is exact; what does not fit goes to a bigint.
*/
var ExactSum = class {
	#numbers = [];
	#bigints = [];
	addProduct(a, b, scale) {
		while (this.#numbers.length <= scale) this.#numbers.push(0);
		if (typeof a === "number" && typeof b === "number") {
			const product = a * b;
			const sum = (this.#numbers[scale] ?? 0) + product;
			if (Number.isSafeInteger(product) && Number.isSafeInteger(sum)) {
				this.#numbers[scale] = sum;
				return;
			}
		}
		this.#bigints[scale] = (this.#bigints[scale] ?? 0n) + BigInt(a) * BigInt(b);
	}
	total() {
		let units = 0n;
		for (const [scale, partial] of this.#numbers.entries()) units = units * 10n + BigInt(partial) + (this.#bigints[scale] ?? 0n);
		return require_field_reader.decimalFromUnits(units, Math.max(0, this.#numbers.length - 1));
	}
};
// src/syncer/metrics.ts
/**
* The syncer's metrics on a prom-client registry, never the global one (contract, section 4).
*
* Every rule and every reason has its series at 0 from the first scrape on: `increase()` cannot see a
* series that is born at 1. Ages are computed at scrape, from the clock that is passed in.
*/
var MetricsBuilder = class {
	/** For serving these metrics beside others, from a scrape handler of one's own, or for the builder of the next account. */
	registry;
	/** Unix ms. */
	clock;
	#labels;
	#metrics;
	#lastTsMs = 0;
	#lastWallMs = 0;
	/**
	* @throws DrillError `bad_input` where the labels cannot be ones, have other names than those on the registry, or
	*   values that are on it already; or where something else has taken the names.
	*/
	constructor({ clock, prefix = DEFAULT_METRIC_PREFIX, registry = new import_registry.default(), labels = {} }) {
		this.clock = clock;
		this.registry = registry;
		this.#labels = { ...labels };
		const ages = {
			age: () => this.#secondsSince(this.#lastWallMs),
			dataAge: () => this.#secondsSince(this.#lastTsMs)
		};
		this.#metrics = MetricFamily.join(registry, prefix, this.#labels, ages);
		this.#startAtZero();
	}
	/** The Prometheus text of the whole registry, as the /metrics endpoint serves it. */
	build() {
		return this.registry.metrics();
	}
	/** The gauges of an accepted snapshot. */
	recordAccepted(snapshot) {
		const { lastTs, positions, openOrders, pendingNotional: notional } = this.#metrics;
		this.#lastTsMs = snapshot.ts;
		lastTs.set(this.#labels, snapshot.ts);
		positions.set(this.#labels, snapshot.positions.length);
		openOrders.set(this.#labels, snapshot.openOrders.length);
		notional.set(this.#labels, Number(pendingNotional(snapshot.openOrders).text));
	}
	/**
	* A sync that completed without a fetch error, with what it found.
	*
	* @param now Unix ms.
	*/
	recordCompleted(found, now = this.clock()) {
		const { lastWallTs, mismatches, lastMismatch } = this.#metrics;
		this.#lastWallMs = now;
		lastWallTs.set(this.#labels, now);
		for (const rule of MISMATCH_RULES) {
			const count = found.reduce((sum, mismatch) => sum + Number(mismatch.rule === rule), 0);
			if (count === 0) continue;
			mismatches.inc({
				rule,
				...this.#labels
			}, count);
			lastMismatch.set({
				rule,
				...this.#labels
			}, now / 1e3);
		}
	}
	/** A sync whose fetch failed. */
	recordError(reason) {
		this.#metrics.errors.inc({
			reason,
			...this.#labels
		});
	}
	#startAtZero() {
		const { lastTs, lastWallTs, positions, openOrders, pendingNotional: notional } = this.#metrics;
		for (const gauge of [
			lastTs,
			lastWallTs,
			positions,
			openOrders,
			notional
		]) gauge.set(this.#labels, 0);
		for (const reason of FETCH_ERROR_REASONS) this.#metrics.errors.inc({
			reason,
			...this.#labels
		}, 0);
		for (const rule of MISMATCH_RULES) {
			this.#metrics.mismatches.inc({
				rule,
				...this.#labels
			}, 0);
			this.#metrics.lastMismatch.set({
				rule,
				...this.#labels
			}, 0);
		}
	}
	#secondsSince(ms) {
		return ms === 0 ? 0 : (this.clock() - ms) / 1e3;
	}
};
// src/syncer/parse-expected.ts
const LISTS = [
	"order_ids",
	"orders",
	"positions"
];
const ORDER_FIELDS = [
	"order_id",
	"symbol",
	"side",
	"price",
	"qty"
];
const POSITION_FIELDS = [
	"symbol",
	"side",
	"qty",
	"margin_mode"
];
/**
* Reads what the system believes in its wire form: `{"order_ids"?, "orders"?, "positions"?}` (contract, section 7). A
* list that is null is not told. Strictly: a misspelt field would compare nothing, unseen.
*
* @throws DrillError `bad_input`: `details` names every bad path, such as `orders[3].price`.
*/
function parseExpected(value) {
	const problems = [];
	const fields = new require_field_reader.FieldReader(value, "", problems);
	fields.only(LISTS);
	const known = {
		orderIds: fields.optional("order_ids", (name) => readIds(fields, name, problems)),
		orders: fields.optional("orders", (name) => fields.rows(name, (row, path) => readOrder$1(row, path, problems))),
		positions: fields.optional("positions", (name) => fields.rows(name, (row, path) => readPosition$1(row, path, problems)))
	};
	noteRepeats(known.orders ?? [], "orders", problems, ({ symbol, orderId }) => [symbol, orderId]);
	noteRepeats(known.positions ?? [], "positions", problems, ({ symbol, side, marginMode }) => [
		symbol,
		side,
		...marginMode === null || marginMode === void 0 ? [] : [marginMode]
	]);
	refuseProblems(problems);
	return known;
}
function readIds(fields, name, problems) {
	const ids = fields.rows(name, (id, path) => new require_field_reader.FieldReader({ [path]: id }, "", problems).id(path));
	noteRepeats(ids, name, problems, (id) => [id]);
	return ids;
}
function readOrder$1(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	fields.only(ORDER_FIELDS);
	return {
		orderId: fields.id("order_id"),
		symbol: fields.text("symbol"),
		side: fields.optional("side", (name) => fields.oneOf(name, ORDER_SIDES)),
		price: fields.optional("price", fields.decimal),
		qty: fields.optional("qty", fields.decimal)
	};
}
function readPosition$1(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	fields.only(POSITION_FIELDS);
	return {
		symbol: fields.text("symbol"),
		side: fields.oneOf("side", POSITION_SIDES),
		qty: fields.decimal("qty"),
		marginMode: fields.optional("margin_mode", (name) => fields.oneOf(name, MARGIN_MODES))
	};
}
function noteRepeats(rows, list, problems, identityOf) {
	const seen = /* @__PURE__ */ new Set();
	for (const [index, row] of rows.entries()) {
		const identity = identityOf(row);
		const key = JSON.stringify(identity);
		if (seen.has(key) && !identity.includes("")) problems.push(`${list}[${index}]: ${identity.map(require_field_reader.quoted).join(" ")} is there already`);
		seen.add(key);
	}
}
// src/drill/bundled-syncer.ts
/** The syncer that ships with this package, drilled in process through its public face. */
var BundledSyncer = class BundledSyncer {
	identity;
	takes = TAKEN;
	settle;
	#prefix;
	#now = 0;
	#request = null;
	#metrics;
	#syncer;
	/** @param settle how long a difference must last; at once without it. */
	constructor(version, prefix, settle = AT_ONCE) {
		this.#prefix = prefix;
		this.settle = settle;
		this.#metrics = this.#freshMetrics();
		this.#syncer = this.#freshSyncer(0);
		this.identity = {
			name: "bundled AccountSyncer",
			version,
			language: "TypeScript",
			isBundled: true
		};
	}
	withSettle(settle) {
		return new BundledSyncer(this.identity.version, this.#prefix, settle);
	}
	async reset(now, lastTs = 0) {
		this.#now = now;
		this.#metrics = this.#freshMetrics();
		this.#syncer = this.#freshSyncer(lastTs);
	}
	async sync(request) {
		this.#now = request.now;
		this.#request = request;
		const { expected = null, knownOrderIds } = request;
		const known = expected === null ? knownOrderIds : parseExpected(expected);
		const { ok, mismatches, error } = await this.#syncer.sync(known);
		return {
			ok,
			mismatches,
			error: error?.reason ?? null,
			lastTs: this.#syncer.lastTs
		};
	}
	async metrics(now) {
		this.#now = now;
		return this.#metrics.build();
	}
	#freshMetrics() {
		return new MetricsBuilder({
			clock: () => this.#now,
			...this.#prefix === void 0 ? {} : { prefix: this.#prefix }
		});
	}
	#freshSyncer(lastTs) {
		return new AccountSyncer({
			port: { fetchAccountSnapshot: () => this.#fetch() },
			metrics: this.#metrics,
			settle: this.settle,
			lastTs
		});
	}
	#fetch() {
		const request = this.#request;
		if (request === null) throw new require_field_reader.DrillError("bad_input", "no snapshot was fed");
		if (request.fetchError !== null) throw Object.assign(/* @__PURE__ */ new Error("injected by the drill"), { reason: request.fetchError });
		return parseSnapshot(request.snapshot);
	}
};
// src/drill/grace.ts
const MARGIN_MS = 1e3;
/** How often the same is to be fed beforehand so that it has settled then, and how many ms apart. */
function waitFor({ syncs, ms }) {
	const before = Math.max(syncs - 1, 1);
	return {
		before,
		apart: Math.ceil((ms + MARGIN_MS) / before)
	};
}
/**
* What is fed to a syncer that lets a difference settle first. Where a step compares two sides, and is another than the
* sight before it, the same is fed before it as often and as long as it takes, now and ts moving on; all that follows
* happens that much later. Without a grace, each step is fed as it is.
*/
function fedSyncs(steps, settle) {
	const fed = [];
	let shift = 0;
	let sight = "";
	steps.forEach((request, step) => {
		const seen = sightOf(request);
		if (hasGrace(settle) && seen !== null && seen !== sight && comparesTwoSides(request)) {
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
/** Whether the syncer is told something that it can hold against the account. */
function comparesTwoSides({ knownOrderIds, expected = null }) {
	return knownOrderIds !== null || expected !== null;
}
/** What the exchange and the system say, as one text; null where the fetch fails. */
function sightOf({ snapshot, fetchError, knownOrderIds, expected = null }) {
	return fetchError === null ? canonicalJson([
		snapshot,
		knownOrderIds,
		expected
	]) : null;
}
// src/drill/metrics-text.ts
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
const LABEL$1 = /(?<![a-zA-Z0-9_])([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;
const SAMPLE_PATTERN = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?: |\{([a-zA-Z_][a-zA-Z0-9_]*)=)$/;
const MOST_SHOWN$1 = 4;
const MOST_CHARACTERS$7 = 120;
/**
* Prometheus text, read just as far as a check needs. Values are compared as numbers and further labels are
* let pass, since client libraries differ: one writes `1`, another `1.0`, a third adds its own labels.
*/
var MetricsText = class {
	text;
	#lines;
	#samples;
	#reading;
	constructor(text, reading = {}) {
		this.text = text;
		this.#lines = text.split("\n");
		this.#samples = this.#lines.flatMap(readSample);
		this.#reading = reading;
	}
	/** True where some line starts with the pattern; a sample may have further labels, before and behind. */
	hasLine(pattern) {
		const [, name, label] = SAMPLE_PATTERN.exec(pattern) ?? [];
		if (name === void 0) return this.#lines.some((line) => line.startsWith(pattern));
		return this.#samples.some((sample) => sample.name === name && (label === void 0 || sample.labels.has(label)));
	}
	/** The value of a series as the shortest text of its number, or `absent`. */
	valueOf(name, label) {
		const sample = this.#find(name, label);
		if (sample === void 0) return "absent";
		return String(this.#reading.numberOf?.(sample.value, name, label) ?? sample.value);
	}
	/** The whole sample line of a series, or `<name> absent`. */
	lineOf(name, label) {
		return this.#find(name, label)?.line ?? `${name} absent`;
	}
	/** The lines about a metric that are there: its series first; none where it is not exposed at all. */
	linesAbout(name) {
		const comments = this.#lines.filter((line) => /^# (?:HELP|TYPE) /.test(line) && line.split(" ")[2] === name);
		return [...this.#samples.filter((sample) => sample.name === name).map(({ line }) => line), ...comments];
	}
	/** What stands there where a metric was looked for in vain, in few words. */
	inPlaceOf(name) {
		const about = this.linesAbout(name);
		if (about.length > 0) return few(about);
		const names = [...new Set(this.#samples.map((sample) => sample.name))];
		if (names.length === 0) return "no series at all";
		const ending = name.slice(name.lastIndexOf("_", name.lastIndexOf("_") - 1));
		const alike = names.filter((one) => one.endsWith(ending));
		return few(alike.length > 0 ? alike : names);
	}
	#find(name, label) {
		const word = label && (this.#reading.wordOf?.(label) ?? label[1]);
		return this.#samples.find((sample) => sample.name === name && (label === void 0 || sample.labels.get(label[0]) === word));
	}
};
function few(lines) {
	const shown = lines.slice(0, MOST_SHOWN$1).map((line) => line.slice(0, MOST_CHARACTERS$7));
	const more = lines.length - shown.length;
	return `${shown.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
function readSample(line) {
	const [, name, labels = "", value] = SAMPLE.exec(line) ?? [];
	if (name === void 0 || value === void 0) return [];
	const pairs = [...labels.matchAll(LABEL$1)].map(([, key = "", text = ""]) => [key, text]);
	return [{
		line,
		name,
		labels: new Map(pairs),
		value: Number(value)
	}];
}
// src/drill/settling-checks.ts
const TWO_SIDED = RULES.filter(({ comparesTwoSides }) => comparesTwoSides).map(({ name }) => name);
/** Of what a settling sync found, how much of each rule: the counters have it too, and no drill expects it. */
function foundWhileSettling(exchanges) {
	const found = /* @__PURE__ */ new Map();
	for (const { settles, reply } of exchanges) for (const { rule } of settles ? reply.mismatches : []) found.set(rule, (found.get(rule) ?? 0) + 1);
	return found;
}
/** While a difference settles, a sync says what the step says; only what compares two sides may not be said yet. */
function nothingElseWhileSettling(exchanges) {
	const said = "as when it has settled";
	return {
		label: "while a difference settles, the rest is found as ever",
		stage: "found",
		expected: said,
		actual: ({ replies }) => {
			const other = exchanges.find(({ settles, step, reply }) => settles && !fits(reply, replies[step]));
			return other === void 0 ? said : `sync ${other.step + 1}, settling: ${inWords(other.reply)}`;
		},
		deviations: () => [{
			kind: "other",
			what: "what needs no grace is found otherwise while a difference settles"
		}]
	};
}
function fits(settling, settled) {
	if (settled === void 0 || settling.error !== null) return false;
	const rulesOf = ({ mismatches }) => mismatches.map(({ rule }) => rule);
	const [early, late] = [rulesOf(settling), rulesOf(settled)];
	const oneSided = (rules) => rules.filter((rule) => !TWO_SIDED.includes(rule)).join();
	const count = (rules, rule) => rules.filter((one) => one === rule).length;
	return settling.ok === (early.length === 0) && oneSided(early) === oneSided(late) && TWO_SIDED.every((rule) => count(early, rule) <= count(late, rule));
}
function inWords({ ok, error, mismatches }) {
	const rules = mismatches.map(({ rule }) => rule).join(", ") || "nothing";
	return `${ok ? "ok" : "not ok"}, found ${rules}${error === null ? "" : `, error ${error}`}`;
}
// src/drill/reading.ts
/**
* How the metrics text of a drilled syncer is to be read: by its own names, and without what only a grace adds. What
* it found while differences settled is taken off its counters, and the time that this took off its times, so that
* a drill asks every syncer for the same numbers.
*
* @param shift how many ms later than the drill has it the last sync was.
*/
function readingOf(names, exchanges, shift, prefix) {
	const found = foundWhileSettling(exchanges);
	const times = [`${prefix}_last_ts`, `${prefix}_last_wall_ts`];
	return {
		wordOf: (label) => wordIn(names, label),
		numberOf: (value, name, label) => {
			if (times.includes(name)) return value === 0 ? 0 : value - shift;
			if (name !== `${prefix}_mismatches_total` || label === void 0) return value;
			return value - (found.get(label[1]) ?? 0);
		}
	};
}
// src/drill/feed-drill.ts
/**
* Feeds a syncer that was reset the steps of a drill, each until it must have settled, and reads its metrics.
*
* @throws whatever the syncer rejects with.
*/
async function feedDrill(drill, syncer, prefix) {
	const exchanges = [];
	const scrapes = /* @__PURE__ */ new Map();
	let shift = 0;
	const scrape = async (now) => new MetricsText(await syncer.metrics(now + shift), readingOf(syncer.names, exchanges, shift, prefix));
	for (const fed of fedSyncs(drill.steps, syncer.settle)) {
		exchanges.push({
			...fed,
			reply: await syncer.sync(fed.request)
		});
		shift = fed.shift;
		const done = fed.step + 1;
		if (!fed.settles && drill.scrapedAfter?.includes(done) === true) scrapes.set(done, await scrape(drill.steps[fed.step]?.now ?? drill.now));
	}
	const metrics = await scrape(drill.now);
	const replies = exchanges.flatMap(({ settles, reply, shift: late }) => settles ? [] : [{
		...reply,
		lastTs: reply.lastTs === 0 ? 0 : reply.lastTs - late
	}]);
	const named = syncer.names === void 0 ? null : namesNote(syncer.names);
	return {
		replies,
		metrics,
		scrapes,
		exchanges,
		settle: syncer.settle,
		notes: named === null ? [] : [named]
	};
}
// src/drill/check.ts
/** Holds one check against what was seen. It passes when the two texts are equal. */
function evaluate(check, seen) {
	const { label, stage, expected } = check;
	const actual = require_field_reader.printable(check.actual(seen));
	if (actual === expected) return {
		label,
		stage,
		status: "passed",
		expected,
		actual
	};
	const deviations = check.deviations?.(seen) ?? [];
	return {
		label,
		stage,
		status: "failed",
		expected,
		actual,
		...deviations.length > 0 && { deviations }
	};
}
// src/drill/created-series.ts
const SUFFIX$1 = "_created";
const NAME = /^(?:# (?:HELP|TYPE) )?([a-zA-Z_:][a-zA-Z0-9_:]*)/;
/**
* Leaves out the `_created` series that client libraries add beside a counter, a histogram or a summary: they hold the
* wall clock, and would make every run another. A metric of the user's own that only ends so is kept.
*/
function withoutCreated(text) {
	const lines = text.split("\n");
	const names = new Set(lines.flatMap((line) => nameIn(line)));
	const isCreated = (name) => {
		const base = name.slice(0, -8);
		return name.endsWith(SUFFIX$1) && (names.has(`${base}_total`) || names.has(`${base}_count`));
	};
	const leftOut = [...names].filter(isCreated);
	if (leftOut.length === 0) return {
		text,
		leftOut
	};
	return {
		text: lines.filter((line) => !nameIn(line).some(isCreated)).join("\n"),
		leftOut
	};
}
function nameIn(line) {
	const [, name] = NAME.exec(line) ?? [];
	return name === void 0 ? [] : [name];
}
// src/drill/drill-log.ts
/** The text of `drill_<id>_log.txt`: each step with what was fed and answered, then the checks. No clock, no path. */
function renderDrillLog(drill, syncs, checks, provenMarker, settle) {
	return `${[
		`Drill ${drill.id.toUpperCase()}: ${drill.title}`,
		`injected: ${drill.injected}`,
		...hasGrace(settle) ? [`grace: a difference has ${settle.syncs} syncs and ${settle.ms} ms to settle`] : [],
		"",
		...syncs.flatMap(syncLines),
		...checks.flatMap(renderCheck),
		...provenMarker === null ? [] : [provenMarker]
	].join("\n")}\n`;
}
function syncLines({ step, settles, request, reply }) {
	const { now, snapshot, fetchError, knownOrderIds, expected = null } = request;
	const known = knownOrderIds === null ? "not given" : canonicalJson(knownOrderIds);
	return [
		`step ${step + 1}${settles ? ", settling" : ""}: sync`,
		`  now: ${now}`,
		expected === null ? `  known order ids: ${known}` : `  expected: ${require_field_reader.printable(canonicalJson(expected))}`,
		fetchError === null ? `  snapshot: ${canonicalJson(snapshot)}` : `  fetch fails: ${fetchError}`,
		...reply === void 0 ? ["  no reply"] : replyLines(reply),
		""
	];
}
function replyLines(reply) {
	return [
		`  ok: ${reply.ok}`,
		`  error: ${reply.error === null ? "none" : require_field_reader.printable(reply.error)}`,
		`  last_ts: ${reply.lastTs}`,
		`  mismatches: ${reply.mismatches.length}`,
		...reply.mismatches.map(({ rule, detail }) => `    ${require_field_reader.printable(rule)}: ${require_field_reader.printable(detail)}`)
	];
}
// src/drill/judge-drill.ts
/**
* Holds what came against the checks of a drill.
*
* @param listed checks that may fail.
*/
function judgeDrill(drill, seen, prefix, listed) {
	const { replies, metrics, exchanges, settle } = seen;
	const proof = [...drill.proof, ...hasGrace(settle) ? [nothingElseWhileSettling(exchanges)] : []];
	const lines = drill.checks.filter(isCheck);
	const missed = (checks) => checks.filter((check) => evaluate(check, seen).status !== "passed");
	const missedLines = missed(lines);
	const said = missedLines.flatMap((check) => evaluate(check, seen).deviations ?? []);
	const missedProof = missed(proof).map((check) => evaluate(check, seen));
	const unsaid = missedProof.filter((one) => !isSaid(one.deviations ?? [], said));
	const provenMarker = missedLines.length + missedProof.length === 0 ? `drill_${drill.id}_PROVEN: ${drill.proves}` : null;
	const areListed = missedLines.every(({ label }) => listed.has(checkName(drill.id, label)));
	const checks = drill.checks.map((check) => isCheck(check) ? evaluate(check, seen) : proofResult(drill, missedLines, unsaid, areListed)).map((result) => asListed(result, drill.id, listed));
	const caught = replies.flatMap(({ mismatches }) => mismatches.map(({ rule }) => rule));
	const count = (rule) => metrics.valueOf(`${prefix}_mismatches_total`, ["rule", rule]);
	const log = renderDrillLog(drill, exchanges, checks, provenMarker, settle);
	const { text, leftOut } = withoutCreated(metrics.text);
	const metricsFile = [`drill_${drill.id}_metrics.txt`, text];
	return {
		id: drill.id,
		title: drill.title,
		injected: drill.injected,
		caught,
		counted: [...new Set(caught)].map(count),
		checks,
		provenMarker,
		metricLines: drill.shows.map(([name, label]) => metrics.lineOf(`${prefix}_${name}`, label)),
		files: new Map(drill.hasLog ? [[`drill_${drill.id}_log.txt`, log], metricsFile] : [metricsFile]),
		notes: [...seen.notes, ...createdNote(leftOut)]
	};
}
/** What has a line of its own is said there; here only what no line says. */
function proofResult(drill, missedLines, missedProof, areListed) {
	const expected = "every condition of the drill holds";
	const common = {
		label: `proven: ${drill.proves}`,
		stage: missedLines[0]?.stage ?? missedProof[0]?.stage ?? "found",
		expected
	};
	const count = missedLines.length;
	if (count + missedProof.length === 0) return {
		...common,
		status: "passed",
		actual: expected
	};
	const others = count === 0 ? [] : [`${count} ${count === 1 ? "check" : "checks"} of this drill`];
	const hidden = missedProof.map((one) => `${one.label} (expected ${one.expected}, got ${one.actual})`);
	const actual = `missed: ${[...hidden, ...others].join("; ")}`;
	if (areListed && hidden.length === 0) return {
		...common,
		status: "skipped",
		actual: `${actual}, each an expected failure`
	};
	const deviations = missedProof.flatMap((one) => one.deviations ?? [{
		kind: "other",
		what: one.label
	}]);
	return {
		...common,
		status: "failed",
		actual,
		...deviations.length > 0 && { deviations }
	};
}
function createdNote(names) {
	if (names.length === 0) return [];
	return [`left out of the metrics that are kept, as they hold the wall clock: ${names.join(", ")}`];
}
function isCheck(check) {
	return check !== PROVEN;
}
// src/drill/without-reply.ts
/** The result of a drill whose checks could not be held against anything, and why. */
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
		files: /* @__PURE__ */ new Map([[`drill_${drill.id}_log.txt`, `${actual}\n`]])
	};
}
/** Why a drill is not asked of a syncer that does not take what the drill tells it; null where it takes all of it. */
function untakenBy({ takes = TAKEN_BY_ALL }, { steps }) {
	const told = new Set(steps.flatMap(toldIn));
	const untaken = TELLABLE.filter((one) => told.has(one) && !takes.includes(one));
	return untaken.length === 0 ? null : `the syncer takes no ${untaken.join(", ")}`;
}
function toldIn({ knownOrderIds, expected = null }) {
	if (require_field_reader.isRecord(expected)) return Object.keys(expected);
	return knownOrderIds === null ? [] : ["order_ids"];
}
// src/drill/run-one-drill.ts
const NONE_LISTED = /* @__PURE__ */ new Set();
/**
* Resets the syncer, feeds it the drill's steps and holds what came against the checks. A syncer that lets differences
* settle is fed each until it must have settled; one that does not take what the drill tells it is not asked.
*
* @param listed checks that may fail.
* @throws whatever the syncer rejects with.
*/
async function runOneDrill(given, syncer, prefix, listed = NONE_LISTED) {
	await syncer.reset(given.now);
	const drill = hasGrace(syncer.settle) ? given.withGrace ?? given : given;
	const untaken = untakenBy(syncer, drill);
	return untaken === null ? judgeDrill(drill, await feedDrill(drill, syncer, prefix), prefix, listed) : withoutReply(drill, "skipped", untaken);
}
// src/drill/run-drills.ts
const BROKE_OFF = [{ kind: "broke_off" }];
/**
* Runs the drills one after the other. A drill that fails never stops the others; a syncer that breaks off is
* not called again, so the drills after it are skipped and say why.
*
* @param listed checks that may fail.
* @param further what is asked after the drills.
*/
async function runDrills(drills, syncer, prefix, listed, further = []) {
	const results = [];
	let brokeOff = null;
	for (const drill of [...drills.map((one) => rowOf(one, prefix)), ...further]) {
		if (brokeOff !== null) {
			results.push(drill.withoutReply("skipped", `the syncer broke off before: ${brokeOff}`, BROKE_OFF));
			continue;
		}
		try {
			results.push(await drill.run(syncer, listed));
		} catch (error) {
			brokeOff = require_field_reader.printable(require_field_reader.messageOf(error));
			results.push(drill.withoutReply("failed", `the syncer broke off: ${brokeOff}`, BROKE_OFF));
		}
	}
	return {
		drills: results,
		brokeOff: brokeOff ?? await endOf(syncer)
	};
}
function rowOf(drill, prefix) {
	return {
		run: (syncer, listed) => runOneDrill(drill, syncer, prefix, listed),
		withoutReply: (status, why, deviations) => withoutReply(drill, status, why, deviations)
	};
}
async function endOf(syncer) {
	try {
		await syncer.end?.();
		return null;
	} catch (error) {
		return require_field_reader.printable(require_field_reader.messageOf(error));
	}
}
// src/evidence/same-name.ts
/**
* A form that two names of files have in common where some disk takes them for one: it ignores capitals (Windows,
* macOS), or how an accent is encoded (macOS).
*/
function sameNameAs(name) {
	return name.normalize("NFD").toUpperCase().toLowerCase().normalize("NFC");
}
// src/evidence/checksums.ts
/** The file that lists the checksum of every other file of an evidence directory. */
const CHECKSUMS_FILE = "sha256sums.txt";
/** The sha256 of text (as UTF-8) or bytes, as 64 lowercase hex digits. */
function sha256(content) {
	return (0, require("node:crypto").hash)("sha256", content, "hex");
}
/** The checksums of named texts, sorted by name. */
function checksumsOf(files) {
	return [...files].map(([name, text]) => ({
		name,
		sha256: sha256(text)
	})).sort((a, b) => compareText(a.name, b.name));
}
/** The checksum file's text, in the format of coreutils: `sha256sum -c sha256sums.txt` takes it. */
function renderChecksums(checksums) {
	return checksums.map(checksumLine).join("");
}
/**
* One hash for what the pipeline did: the sha256 over the sorted checksum lines of the `drill_*` files
* (contract, section 6), of an audit or a ring over its `check_*` file. The same pipeline gives the same fingerprint on any machine. In a shell:
* `grep ' drill_' sha256sums.txt | LC_ALL=C sort | sha256sum`.
*/
function fingerprintOf(checksums) {
	return sha256(checksums.filter(isFingerprinted).map(checksumLine).sort(compareText).join(""));
}
/** Whether the fingerprint is made of a file: a drill's log or metrics, or the configuration that was audited. */
function isFingerprinted({ name }) {
	return /^(?:drill|check)_/.test(name);
}
const NOT_A_FILE = /* @__PURE__ */ new Set([
	CHECKSUMS_FILE,
	".",
	".."
]);
const LINE = /^([0-9a-f]{64}) {2}([^/\\\p{Cc}]+)$/u;
/**
* Reads a checksum file strictly: exactly what {@link renderChecksums} writes, sorted, each name once,
* so that no change of the file itself goes unseen. `faults` says what is wrong, with the line number.
*/
function parseChecksums(text) {
	const checksums = [];
	const faults = [];
	const alike = /* @__PURE__ */ new Set();
	const lines = text.split("\n");
	if (lines.pop() !== "") faults.push("the last line does not end with a newline");
	for (const [index, line] of lines.entries()) {
		const [, digest, name] = LINE.exec(line) ?? [];
		if (digest === void 0 || name === void 0 || NOT_A_FILE.has(name)) {
			faults.push(`line ${index + 1} is not a checksum line`);
			continue;
		}
		const what = whyNotNext(name, checksums.at(-1)?.name, alike);
		if (what !== null) faults.push(`line ${index + 1} ${what}`);
		alike.add(sameNameAs(name));
		checksums.push({
			name,
			sha256: digest
		});
	}
	if (checksums.length === 0) faults.push("it lists no file");
	return {
		checksums,
		faults
	};
}
function whyNotNext(name, previous, alike) {
	if (previous !== void 0 && compareText(previous, name) >= 0) return "is out of order or repeated";
	if (!alike.has(sameNameAs(name))) return null;
	return "names a file like another, but for capitals or how an accent is written";
}
function checksumLine({ name, sha256: digest }) {
	return `${digest}  ${name}\n`;
}
// src/evidence/evidence-ref.ts
/**
* The one line that is copied into a pull request (contract, section 6): `EVIDENCE_REF` and `key=value` pairs
* in fixed order. A value that holds blanks, quotes or unprintable characters is put in double quotes.
*/
function renderEvidenceRef(reference) {
	const { mode = "account-sync-drill", evidenceDir, fingerprint, failure, more } = reference;
	const pairs = {
		mode,
		...failure === null ? {} : {
			status: "failed",
			reason: failure
		},
		evidence_dir: evidenceDir,
		summary: `${evidenceDir}/summary.txt`,
		sha256sums: `${evidenceDir}/sha256sums.txt`,
		fingerprint,
		...more
	};
	return `EVIDENCE_REF ${Object.entries(pairs).map(([key, value]) => `${key}=${renderValue(value)}`).join(" ")}`;
}
function renderValue(value) {
	return require_field_reader.printable(value) === value && !/[\s"]/u.test(value) ? value : require_field_reader.quoted(value);
}
// src/evidence/timestamp-name.ts
/** `YYYYMMDDTHHMMSSZ` of Unix ms, in UTC; names in the order of their times. */
function timestampName(ms) {
	return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
// src/evidence/staging.ts
const STAGING = /^\.(\d{8}T\d{6}Z)(?:-\d+)?\.partial$/;
const SWEPT = ".swept";
const DEAD_AFTER_MS = 864e5;
/** The hidden directory, beside the evidence that it becomes, where a run keeps its files until all are there. */
function stagingName(name) {
	return `.${name}.partial`;
}
/** Whether a directory of this name is what a run keeps until its evidence is whole, or what a killed run left. */
function isStagingName(name) {
	return STAGING.test(name.endsWith(SWEPT) ? name.slice(0, -6) : name);
}
/**
* Removes what runs left that were killed a day ago or earlier, by the time in the name. Age is the one sign that
* holds everywhere: a process id says nothing in another container or on another machine. Each is renamed before it
* is removed, so that even a run which is alive after all (a clock that jumped, a machine that slept) cannot name
* half a directory its evidence: its own rename fails.
*
* @param now Unix ms.
*/
function sweepDeadRuns(fs, parent, now) {
	const names = fs.readdirSync(parent).filter(isStagingName);
	const oldest = timestampName(now - DEAD_AFTER_MS);
	for (const name of names.filter((one) => one.endsWith(SWEPT))) remove(fs, (0, node_path.join)(parent, name));
	for (const name of names) {
		const started = STAGING.exec(name)?.[1];
		if (started !== void 0 && started < oldest) sweep(fs, (0, node_path.join)(parent, name));
	}
}
function sweep(fs, staging) {
	try {
		fs.renameSync(staging, staging + SWEPT);
	} catch {
		return;
	}
	remove(fs, staging + SWEPT);
}
function remove(fs, path) {
	try {
		fs.rmSync(path, {
			recursive: true,
			force: true
		});
	} catch {}
}
// src/evidence/write/artifact-root.ts
const OWN_ENTRIES = /* @__PURE__ */ new Set([
	".gitignore",
	"account_sync",
	"account_sync_check",
	"account_sync_fire_drill",
	"account_sync_ring"
]);
const IGNORE_FILE = ".gitignore";
/**
* Makes `<artifactDir>/<kind>` and all above it.
*
* @returns its path.
*/
function prepareArtifactRoot(fs, artifactDir, kind) {
	const directory = (0, node_path.join)(artifactDir, kind);
	makeDirectories(fs, directory);
	return directory;
}
/**
* Makes the `.gitignore` of `*` that keeps evidence out of `git status`.
*
* It goes to the top of the artifact directory (contract, section 6) unless that directory also holds things that
* are not evidence: there it would hide the user's own new files, so it goes one level down. A `.gitignore` that is
* already there, be it a link to nowhere, is left as it is; the drill's guard check looks at what git really says.
*
* @param staging the run's hidden directory. The file is written there first: a torn one in its place would be
* taken for the user's own from then on.
*/
function hideFromGit(fs, artifactDir, kind, staging) {
	const names = fs.readdirSync(artifactDir);
	const isOursAlone = names.every((name) => OWN_ENTRIES.has(name));
	const directory = isOursAlone ? artifactDir : (0, node_path.join)(artifactDir, kind);
	if ((isOursAlone ? names : fs.readdirSync(directory)).includes(IGNORE_FILE)) return;
	const written = (0, node_path.join)(staging, IGNORE_FILE);
	fs.writeFileSync(written, "*\n", { flag: "wx" });
	fs.renameSync(written, (0, node_path.join)(directory, IGNORE_FILE));
}
function makeDirectories(fs, directory) {
	const above = (0, node_path.dirname)(directory);
	if (isDirectory(fs, directory)) return;
	if (above !== directory) makeDirectories(fs, above);
	try {
		fs.mkdirSync(directory);
	} catch (error) {
		if (isDirectory(fs, directory)) return;
		if (require_field_reader.systemCodeOf(error) === "EEXIST") fs.readdirSync(directory);
		throw error;
	}
}
function isDirectory(fs, path) {
	return fs.existsSync(`${path}/.`);
}
// src/evidence/write/link-out.ts
/**
* The first link between the workspace and a place in it that leads out of the workspace; null where there is none.
* Whoever proposes a change can commit such a link, and evidence would then be written where it points. A place
* that lies outside by its own words is its user's choice, and no link is looked for. Real paths are compared, so
* that a workspace which itself lies behind a link is no hindrance.
*
* @param place absolute, or below the working directory; it need not exist.
*/
function findLinkOut(fs, workspace, place) {
	const root = resolvedPath(workspace);
	const end = resolvedPath(place);
	if (root === null || end === null || !isWithin(root, end)) return null;
	const realRoot = fs.realpathSync(root);
	let here = root;
	for (const part of (0, node_path.relative)(root, end).split(node_path.sep)) {
		here = (0, node_path.join)(here, part);
		const target = realPathOf(fs, here);
		if (target === null) return null;
		if (!isWithin(realRoot, target)) return {
			link: (0, node_path.relative)(root, here),
			target
		};
	}
	return null;
}
/** @throws Error that names the link, where {@link findLinkOut} finds one. */
function refuseLinkOut(fs, workspace, place) {
	const found = findLinkOut(fs, workspace, place);
	if (found === null) return;
	throw new Error(`${found.link} is a link that leads out of the workspace, to ${found.target}`);
}
function resolvedPath(path) {
	try {
		return (0, node_path.resolve)(path);
	} catch {
		return null;
	}
}
function isWithin(root, path) {
	const way = (0, node_path.relative)(root, path);
	return way !== ".." && !way.startsWith(`..${node_path.sep}`) && !(0, node_path.isAbsolute)(way);
}
function realPathOf(fs, path) {
	try {
		return fs.realpathSync(path);
	} catch {
		return null;
	}
}
// src/evidence/write/sync-to-disk.ts
const NO_DIRECTORY_SYNC = /* @__PURE__ */ new Set([
	"EISDIR",
	"EPERM",
	"EINVAL"
]);
/**
* Waits until the files' contents are on the disk. All at once: a journalling file system then commits them
* together, which on a busy disk takes a twentieth of the time of one after the other.
*/
async function syncFiles(fs, paths) {
	const failed = (await Promise.allSettled(paths.map((path) => syncFile(fs, path)))).find((outcome) => outcome.status === "rejected");
	if (failed !== void 0) throw failed.reason;
}
/**
* Waits until a directory's entries are on the disk. Windows and some network file systems cannot do this;
* there the rename alone has to do.
*/
function syncDirectory(fs, path) {
	try {
		const descriptor = fs.openSync(path, "r");
		try {
			fs.fsyncSync(descriptor);
		} finally {
			fs.closeSync(descriptor);
		}
	} catch (error) {
		if (!NO_DIRECTORY_SYNC.has(require_field_reader.systemCodeOf(error) ?? "")) throw error;
	}
}
async function syncFile(fs, path) {
	const descriptor = fs.openSync(path, "r+");
	try {
		await new Promise((resolve, reject) => {
			fs.fsync(descriptor, (error) => error === null ? resolve() : reject(error));
		});
	} finally {
		fs.closeSync(descriptor);
	}
}
// src/evidence/write/bundle.ts
const MOST_RUNS_IN_ONE_SECOND = 1e3;
/**
* An evidence directory in the making. It appears under its name whole or not at all: files are written to a
* hidden directory beside it, synced, and the directory is renamed when everything is there (contract, section 6).
*/
var EvidenceBundle = class EvidenceBundle {
	/** The path the evidence will have, below the artifact directory as it was given. */
	directory;
	#fs;
	#parent;
	/** Where the files are now: the hidden directory, and after the rename the evidence's own. */
	#location;
	#files = /* @__PURE__ */ new Map();
	#isOver = false;
	constructor(fs, parent, name) {
		this.#fs = fs;
		this.#parent = parent;
		this.directory = (0, node_path.join)(parent, name);
		this.#location = (0, node_path.join)(parent, stagingName(name));
	}
	/**
	* Claims a name made of the start time. Two runs in one second get two names: `...Z` and `...Z-2`.
	*
	* @param startedAt Unix ms.
	* @throws DrillError `evidence_not_written`; nothing is left behind.
	*/
	static open(fs, place, startedAt) {
		const { artifactDir, kind, workspace = "." } = place;
		try {
			refuseLinkOut(fs, workspace, (0, node_path.join)(artifactDir, kind));
			const parent = prepareArtifactRoot(fs, artifactDir, kind);
			sweepDeadRuns(fs, parent, startedAt);
			const bundle = new EvidenceBundle(fs, parent, claimName(fs, parent, timestampName(startedAt)));
			bundle.#hideFromGit(artifactDir, kind);
			return bundle;
		} catch (cause) {
			throw notWritten(artifactDir, cause);
		}
	}
	#hideFromGit(artifactDir, kind) {
		try {
			hideFromGit(this.#fs, artifactDir, kind, this.#location);
		} catch (error) {
			this.abort();
			throw error;
		}
	}
	/**
	* Adds a file. It is on its way to the disk, but not synced before {@link commit}.
	*
	* @throws DrillError `evidence_not_written`; nothing is left behind.
	*/
	add(name, text) {
		try {
			if (this.#isOver) throw new Error("the run has ended");
			this.#fs.writeFileSync((0, node_path.join)(this.#location, name), text, { flag: "wx" });
			this.#files.set(name, text);
		} catch (cause) {
			this.abort();
			throw notWritten(this.directory, cause);
		}
	}
	/** Whether the evidence is in its place. */
	get isWhole() {
		return this.#location === this.directory;
	}
	/** The files added so far, by name. */
	get files() {
		return this.#files;
	}
	/**
	* Writes the checksums, syncs everything and gives the directory its name.
	*
	* @throws DrillError `evidence_not_written`; nothing is left behind.
	*/
	async commit() {
		this.add(CHECKSUMS_FILE, renderChecksums(checksumsOf(this.#files)));
		const paths = [...this.#files.keys()].map((name) => (0, node_path.join)(this.#location, name));
		try {
			await syncFiles(this.#fs, paths);
			syncDirectory(this.#fs, this.#location);
			this.#fs.renameSync(this.#location, this.directory);
			this.#location = this.directory;
			syncDirectory(this.#fs, this.#parent);
			this.#isOver = true;
		} catch (cause) {
			this.abort();
			throw notWritten(this.directory, cause);
		}
	}
	/** Removes what was written, for a run that ends early; evidence that was committed stays. */
	abort() {
		if (this.#isOver) return;
		this.#isOver = true;
		try {
			this.#hide();
			this.#fs.rmSync(this.#location, {
				recursive: true,
				force: true
			});
		} catch {}
	}
	#hide() {
		if (!this.isWhole) return;
		const hidden = (0, node_path.join)(this.#parent, stagingName((0, node_path.basename)(this.directory)));
		this.#fs.renameSync(this.directory, hidden);
		this.#location = hidden;
	}
};
function claimName(fs, parent, base) {
	for (let run = 1; run <= MOST_RUNS_IN_ONE_SECOND; run++) {
		const name = run === 1 ? base : `${base}-${run}`;
		if (claim(fs, parent, name)) return name;
	}
	throw new Error(`${MOST_RUNS_IN_ONE_SECOND} runs in one second`);
}
function claim(fs, parent, name) {
	const staging = (0, node_path.join)(parent, stagingName(name));
	try {
		fs.mkdirSync(staging);
	} catch (error) {
		if (require_field_reader.systemCodeOf(error) === "EEXIST") return false;
		throw error;
	}
	if (!fs.existsSync((0, node_path.join)(parent, name))) return true;
	fs.rmSync(staging, { recursive: true });
	return false;
}
function notWritten(place, cause) {
	return new require_field_reader.DrillError("evidence_not_written", `evidence could not be written to ${require_field_reader.printable(place)}: ${require_field_reader.printable(require_field_reader.messageOf(cause))}; free the place or choose another with --artifact-dir`, { cause });
}
// src/evidence/write/write-bundle.ts
/**
* Opens a bundle for the work that fills and commits it. Where the work fails, or the run is told to stop before
* the bundle is committed, nothing of it is left.
*
* @param startedAt Unix ms, for the bundle's name.
* @throws DrillError `evidence_not_written` or `interrupted`, and whatever the work throws.
*/
async function writeBundle({ fs, stopped }, place, startedAt, work) {
	const bundle = EvidenceBundle.open(fs, place, startedAt);
	try {
		const done = work(bundle);
		if (stopped === void 0) return await done;
		return await Promise.race([done, stopped.then((signal) => bundle.isWhole ? done : refuseToGoOn(signal))]);
	} catch (error) {
		bundle.abort();
		throw error;
	}
}
function refuseToGoOn(signal) {
	const what = `stopped by ${signal} before the evidence was whole`;
	throw new require_field_reader.DrillError("interrupted", `${what}: none was left; run it again`);
}
// src/report/failed-list.ts
/** The names of the checks that failed, as `--expected-failures` takes them; empty where none did. */
function renderFailedList({ drills, brokeOff }) {
	const names = drills.flatMap(({ id, checks }) => checks.filter(({ status }) => status === "failed").map(({ label }) => checkName(id, label)));
	if (names.length === 0 || brokeOff !== null) return "";
	return `${["# The checks that failed. A copy of this is what --expected-failures takes, until they are mended.", ...names].join("\n")}\n`;
}
// src/report/wording.ts
/** `Drill A: Clean sync`, or the guard's title. */
function headingOf({ id, title }) {
	return id.length === 1 ? `Drill ${id.toUpperCase()}: ${title}` : title;
}
/** `A`, or `guard`. */
function letterOf({ id }) {
	return id.length === 1 ? id.toUpperCase() : id;
}
/** `nothing`, or the rules that fired, in words for one cell. */
function caughtOf({ caught }) {
	return caught.length === 0 ? "nothing" : caught.join(", ");
}
/** The mismatch counters of what was caught, or `0`. */
function countedOf({ counted }) {
	return counted.length === 0 ? "0" : counted.join(", ");
}
/** True where no check of the drill failed or was skipped. */
function drillPassed({ checks }) {
	return checks.every(({ status }) => status === "passed");
}
/** What a reader of the evidence has to know of how it came about, each once. */
function notesOf({ drills }) {
	return [...new Set(drills.flatMap(({ notes = [] }) => notes))];
}
/** `passed, N of N`: the verdict in three words. */
function verdictOf$1(report) {
	const { passed, failed, skipped } = totalsOf(report);
	const verdict = hasPassed(report) ? "passed" : "failed";
	const without = skipped === 0 ? "" : `, ${skipped} skipped`;
	return `${verdict}, ${passed} of ${passed + failed + skipped}${without}`;
}
/** `bundled AccountSyncer 1.0.0 (TypeScript)` */
function identityOf({ name, version, language }) {
	return `${name} ${version} (${language})`;
}
/** What was drilled, in a few words: `bundled example syncer`, or {@link identityOf} somebody's own. */
function drilledOf(syncer) {
	return syncer.isBundled === true ? "bundled example syncer" : identityOf(syncer);
}
/** Unix ms as `2026-11-22T14:00:00Z`. */
function isoSeconds(ms) {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
// src/report/junit.ts
/** `junit.xml`, for the test-report tab of a CI system: a suite for each drill, a case for each check. */
function renderJunit({ drills }) {
	return junitText(drills.map((drill) => ({
		name: headingOf(drill),
		cases: drill.checks.map(caseOf)
	})));
}
/** The same for any suites. */
function junitText(suites) {
	return `${[
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
		`<testsuites name="account-sync-drill" ${countsIn(suites.flatMap(({ cases }) => cases))}>`,
		...suites.flatMap(suiteLines),
		"</testsuites>"
	].join("\n")}\n`;
}
function caseOf({ label, status, expected, actual }) {
	return {
		label,
		status,
		message: status === "failed" ? `expected ${expected}, got ${actual}` : actual
	};
}
function countsIn(cases) {
	const count = (wanted) => cases.filter(({ status }) => status === wanted).length;
	return `tests="${cases.length}" failures="${count("failed")}" skipped="${count("skipped")}"`;
}
function suiteLines({ name, cases }) {
	const escaped = escapeXml(name);
	return [
		`  <testsuite name="${escaped}" ${countsIn(cases)}>`,
		...cases.map((one) => caseLine(escaped, one)),
		"  </testsuite>"
	];
}
function caseLine(suite, { label, status, message }) {
	const opening = `    <testcase classname="${suite}" name="${escapeXml(label)}"`;
	if (status === "passed") return `${opening}/>`;
	return `${opening}><${status === "skipped" ? "skipped" : "failure"} message="${escapeXml(message)}"/></testcase>`;
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
const NOT_XML = /[^ -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
function escapeXml(text) {
	return text.replace(NOT_XML, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
// src/report/results-json.ts
/** `results.json`: the whole run for machines, as canonical JSON (docs/evidence-format.md). */
function renderResultsJson(report, place) {
	return `${canonicalJson(resultsDocument(report, place))}\n`;
}
/** What `results.json` and `--json` hold. */
function resultsDocument(report, place) {
	const { name, version, language } = report.syncer;
	return {
		result: hasPassed(report) ? "passed" : "failed",
		totals: { ...totalsOf(report) },
		tool: {
			name: "account-sync-drill",
			version: report.toolVersion
		},
		syncer: {
			name,
			version,
			language
		},
		commit: report.commit,
		...report.seed === void 0 ? {} : { seed: report.seed },
		started_at: isoSeconds(report.startedAt),
		evidence_dir: place.evidenceDir,
		fingerprint: place.fingerprint,
		evidence_ref: place.evidenceRef,
		broke_off: report.brokeOff,
		drills: report.drills.map(drillDocument)
	};
}
function drillDocument(drill) {
	return {
		id: drill.id,
		title: drill.title,
		injected: drill.injected,
		caught: drill.caught,
		counted: drill.counted,
		proven: drill.provenMarker,
		metrics: drill.metricLines,
		files: [...drill.files.keys()],
		checks: drill.checks.map(({ label, stage, status, expected, actual }) => ({
			label,
			stage,
			status,
			expected,
			actual
		}))
	};
}
// src/report/cause-words.ts
const MOST_NAMED$1 = 6;
/**
* The words for what comes from one reason.
*
* @param label of the check that says it first, which speaks where there is nothing better.
*/
function causeWords(reason, deviations, label, { brokeOff }, exposed) {
	const [first] = deviations;
	switch (reason) {
		case "broke_off": return words$1("the syncer broke off", { listed: [`${brokeOff}`] });
		case "names": return names(deviations, exposed);
		case "late": return late(deviations);
		case "absent": return absent(deviations);
		case "lines": return words$1("lines about metrics are missing", {
			listed: seriesOf(deviations),
			there: deviations
		});
		default: return words$1(first === void 0 ? label : sentence(first, reason));
	}
}
function sentence(deviation, reason) {
	const [kind, rule] = reason.split(" ");
	if (kind === "missed") return `${rule} is not found`;
	if (kind === "surplus") return `${rule} is reported too often, or where nothing is wrong`;
	if (deviation.kind === "value") return `${deviation.series} shows another value`;
	return deviation.kind === "other" ? deviation.what : reason;
}
function names(deviations, { foreign }) {
	const found = deviations.flatMap((one) => one.kind === "unnamed" ? [one.rule] : []);
	const shown = deviations.flatMap((one) => one.kind === "absent" ? [...foreign.get(one.metric) ?? []] : []);
	return words$1("rules or reasons are called by other names", {
		listed: [.../* @__PURE__ */ new Set([...found, ...shown])].map(require_field_reader.quoted),
		cure: "--names FILE says how yours are called (docs/drill-your-own.md)"
	});
}
function late(deviations) {
	const series = seriesOf(deviations);
	return words$1(series.length === 1 ? "1 series is absent until it first counts" : `${series.length} series are absent until they first count`, {
		listed: series,
		there: deviations,
		cure: "create each at 0 at the start: increase() cannot see a series that is born at 1"
	});
}
function absent(deviations) {
	const metrics = [...new Set(deviations.flatMap((one) => one.kind === "absent" ? [one.metric] : []))];
	return words$1(`${metrics.length === 1 ? "a metric is" : `${metrics.length} metrics are`} absent`, {
		listed: metrics,
		there: deviations,
		cure: "--metric-prefix says how the names of yours begin"
	});
}
function there(deviations) {
	return whatWasThere(deviations).slice(0, 1).map((what) => `there is: ${what}`);
}
function seriesOf(deviations) {
	return [...new Set(deviations.flatMap((one) => one.kind === "absent" ? [one.series] : []))];
}
/** The first of a list and how many more, as text. */
function enumerated(list) {
	const more = list.length - MOST_NAMED$1;
	return `${list.slice(0, MOST_NAMED$1).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
function words$1(sentence, { listed = [], there: instead = [], cure = null } = {}) {
	return {
		what: listed.length === 0 ? sentence : `${sentence}: ${enumerated(listed)}`,
		hints: [...there(instead), ...cure === null ? [] : [cure]],
		sentence,
		listed,
		cure
	};
}
// src/report/reasons.ts
const SERIES = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? /;
const LABEL = /(?<![a-zA-Z0-9_])(rule|reason)="((?:[^"\\]|\\.)*)"/g;
const KNOWN = [...MISMATCH_RULES, ...FETCH_ERROR_REASONS];
/** Reads all metrics texts that a run kept, and what of it failed. */
function exposedIn({ drills }) {
	const metrics = /* @__PURE__ */ new Set();
	const series = /* @__PURE__ */ new Set();
	const foreign = /* @__PURE__ */ new Map();
	const texts = drills.flatMap(({ id, files }) => files.get(`drill_${id}_metrics.txt`) ?? []);
	for (const line of texts.flatMap((text) => text.split("\n"))) {
		const [, metric, labels = ""] = SERIES.exec(line) ?? [];
		if (metric === void 0) continue;
		metrics.add(metric);
		for (const [, label = "", word = ""] of labels.matchAll(LABEL)) {
			series.add(`${metric}{${label}="${word}"}`);
			if (!KNOWN.includes(word)) foreign.set(metric, (foreign.get(metric) ?? /* @__PURE__ */ new Set()).add(word));
		}
	}
	return {
		metrics,
		series,
		foreign,
		misfound: drills.flatMap(({ checks }) => checks).flatMap(({ deviations = [] }) => deviations).filter(isMisfound)
	};
}
/**
* What a deviation comes from: the same text for all that comes from the same.
*
* @param beside all deviations of the same drill.
*/
function reasonOf(deviation, beside, exposed) {
	switch (deviation.kind) {
		case "broke_off":
		case "unnamed": return deviation.kind === "unnamed" ? "names" : deviation.kind;
		case "missed": return beside.some(({ kind }) => kind === "unnamed") ? "names" : `missed ${deviation.rule}`;
		case "surplus": return `surplus ${deviation.rule}`;
		case "absent": return reasonOfAbsence(deviation, exposed);
		case "value": return reasonOfValue(deviation, beside, exposed);
		default: return reasonOfOther(deviation, beside, exposed);
	}
}
function reasonOfAbsence({ metric, series, there }, { metrics, series: all, foreign }) {
	if (!metrics.has(metric)) return "absent";
	const isComment = series.startsWith("#");
	if (isComment && there.startsWith(metric)) return "lines";
	return !isComment && foreign.has(metric) && !all.has(series) ? "names" : "late";
}
function reasonOfValue({ metric, series, rule }, beside, exposed) {
	const ofRule = (one) => isMisfound(one) && one.rule === rule;
	const found = beside.find(ofRule) ?? exposed.misfound.find(ofRule);
	if (found !== void 0) return reasonOf(found, beside, exposed);
	const last = beside.find((one) => metric.endsWith("_last_ts") && one.kind === "other" && one.what === LAST_TS.what);
	return last === void 0 ? `value ${series}` : reasonOf(last, beside, exposed);
}
function reasonOfOther({ what }, beside, exposed) {
	const found = what === UNNAMED_ROW.what ? beside.find((one) => isMisfound(one) || one.kind === "unnamed") : void 0;
	return found === void 0 ? `other ${what}` : reasonOf(found, beside, exposed);
}
function isMisfound(deviation) {
	return deviation.kind === "missed" || deviation.kind === "surplus";
}
// src/report/causes.ts
const KINDS$1 = [
	"broke_off",
	"unnamed",
	"missed",
	"surplus",
	"absent",
	"value",
	"other"
];
/**
* Why a run failed: one cause for all that trips over the same thing, in the order in which the drills say it. A syncer
* that broke off comes first. None for a run that passed.
*/
function causesOf(report) {
	const exposed = exposedIn(report);
	const failures = report.drills.flatMap((drill) => failuresOf(drill, exposed));
	return [.../* @__PURE__ */ new Set([...report.brokeOff === null ? [] : ["broke_off"], ...failures.map(({ reason }) => reason)])].map((reason) => {
		const ofReason = failures.filter((one) => one.reason === reason);
		const counting = ofReason.filter(({ counts }) => counts);
		const first = (counting.find((one) => one.deviations.length > 0) ?? counting[0] ?? ofReason[0])?.at ?? null;
		return {
			...causeWords(reason, ofReason.flatMap((one) => one.deviations), first?.check.label ?? "", report, exposed),
			first,
			following: Math.max(counting.length - 1, 0)
		};
	});
}
/** `negative_qty is not found (drill B); 3 more checks follow from it`: a cause in one line. */
function causeLine$1(cause) {
	const { what, first } = cause;
	const follow = followingOf(cause);
	return `${what}${first === null ? "" : ` (${placeOf(first)})`}${follow === "" ? "" : `; ${follow}`}`;
}
/** `3 more checks follow from it`; empty where none does. */
function followingOf({ following }) {
	if (following === 0) return "";
	return `${following} more ${following === 1 ? "check follows" : "checks follow"} from it`;
}
/** `drill B`, or `guard`. */
function placeOf({ drill }) {
	const letter = letterOf(drill);
	return letter.length === 1 ? `drill ${letter}` : letter;
}
/** The failed checks of a drill by reason; one without a reason of its own follows from the drill's first. */
function failuresOf(drill, exposed) {
	const failed = drill.checks.filter(({ status }) => status === "failed");
	const all = failed.flatMap(({ deviations = [] }) => deviations);
	const reason = (deviation) => reasonOf(deviation, all, exposed);
	const [strongest] = all.toSorted((a, b) => KINDS$1.indexOf(a.kind) - KINDS$1.indexOf(b.kind));
	const main = strongest === void 0 ? `${drill.id}: ${failed[0]?.label}` : reason(strongest);
	return failed.flatMap((check) => {
		const at = {
			drill,
			check
		};
		const { deviations = [] } = check;
		const reasons = [...new Set(deviations.map(reason))];
		if (reasons.length === 0) return [{
			reason: main,
			at,
			counts: true,
			deviations
		}];
		return reasons.map((one, index) => ({
			reason: one,
			at,
			counts: index === 0,
			deviations: deviations.filter((deviation) => reason(deviation) === one)
		}));
	});
}
// src/report/summary-text.ts
/** `summary.txt`: the block to copy into a pull request (contract, section 6). */
function renderSummary(report, place) {
	return `${[
		`Account sync fire drill: ${verdictOf$1(report)}`,
		place.evidenceRef,
		"",
		`evidence_dir: ${place.evidenceDir}`,
		`fingerprint: ${place.fingerprint}`,
		`syncer: ${identityOf(report.syncer)}`,
		...report.commit === null ? [] : [`commit: ${report.commit}`],
		...report.seed === void 0 ? [] : [`seed: ${report.seed}`],
		`started: ${isoSeconds(report.startedAt)}`,
		`tool: account-sync-drill ${report.toolVersion}`,
		...report.brokeOff === null ? [] : [`broke off: ${report.brokeOff}`],
		...notesOf(report).map((note) => `note: ${note}`),
		...causesOf(report).slice(report.brokeOff === null ? 0 : 1).map((cause) => `failed: ${causeLine$1(cause)}`),
		...report.drills.flatMap(drillLines),
		"",
		resultsLine(report)
	].map(require_field_reader.printable).join("\n")}\n`;
}
function drillLines(drill) {
	const { checks, injected, provenMarker, metricLines } = drill;
	const passed = checks.filter(({ status }) => status === "passed").length;
	return [
		"",
		`${headingOf(drill)}: ${passed} of ${checks.length} checks passed`,
		...injected === null ? [] : [
			`  injected: ${injected}`,
			`  caught: ${caughtOf(drill)}`,
			`  counted: ${countedOf(drill)}`
		],
		...metricLines.map((line) => `  metric: ${line}`),
		...provenMarker === null ? [] : [`  ${provenMarker}`],
		...checks.filter(({ status }) => status !== "passed").flatMap(renderCheck)
	];
}
// src/fire-drill/fire-drill.ts
/**
* The fire drill: runs the drills, asks the guard, and leaves the evidence whole, also where checks failed.
*
* @throws DrillError `evidence_not_written` or `interrupted`; then there is no evidence directory at all.
*/
async function runFireDrill(plan, ports) {
	const startedAt = ports.clock();
	const { artifactDir, workspace = "." } = plan;
	return writeBundle(ports, {
		artifactDir,
		kind: "account_sync_fire_drill",
		workspace
	}, startedAt, async (bundle) => {
		const { life = null } = plan;
		const run = await drillsOf(plan, ports.clock);
		addFiles(bundle, run.drills);
		const more = await alertDrills(run.drills, plan, ports);
		addFiles(bundle, more);
		const drills = [...run.drills, ...more];
		const stderr = plan.syncer.stderr ?? "";
		if (stderr !== "") bundle.add("syncer_stderr.txt", stderr);
		const asked = ports.askGit(artifactDir);
		const fingerprint = fingerprintOf(checksumsOf(bundle.files));
		const guard = guardResult(await asked, plan.listed);
		return commit(bundle, fingerprint, {
			toolVersion: plan.toolVersion,
			syncer: plan.syncer.identity,
			commit: plan.commit,
			startedAt,
			drills: [...drills, guard],
			brokeOff: run.brokeOff,
			...life === null ? {} : { seed: life.seed }
		});
	});
}
/** The drills and the days of trading after them, or the replays of histories alone; loaded where they are asked for. */
async function drillsOf(plan, clock) {
	const { drills, histories = [], life = null, syncer, prefix, listed, toolVersion } = plan;
	if (histories.length > 0) {
		const { replayDrill } = await Promise.resolve().then(() => require("./action-further-drill.js"));
		const bundledWith = (settle) => new BundledSyncer(toolVersion, prefix, settle);
		return runDrills([], syncer, prefix, listed, histories.map((named) => replayDrill(named, prefix, bundledWith)));
	}
	if (life === null) return runDrills(drills, syncer, prefix, listed);
	const { lifeDrill } = await Promise.resolve().then(() => require("./action-life-drill.js"));
	return runDrills(drills, syncer, prefix, listed, [lifeDrill(life, prefix, clock)]);
}
async function alertDrills(drills, { alerts = "none", prefix, listed, syncer: { names } }, { testRules }) {
	if (alerts === "none") return [];
	return [await alertDrill(drills, {
		settings: {
			...DEFAULT_SETTINGS,
			prefix
		},
		testRules,
		required: alerts === "required",
		listed,
		names
	})];
}
async function commit(bundle, fingerprint, report) {
	const evidenceDir = bundle.directory;
	const reference = {
		evidenceDir,
		fingerprint,
		evidenceRef: renderEvidenceRef({
			evidenceDir,
			fingerprint,
			failure: failureOf(report),
			more: {
				...report.seed === void 0 ? {} : { seed: String(report.seed) },
				...report.commit === null ? {} : { commit: report.commit }
			}
		})
	};
	bundle.add("summary.txt", renderSummary(report, reference));
	bundle.add("results.json", renderResultsJson(report, reference));
	bundle.add("junit.xml", renderJunit(report));
	const failed = renderFailedList(report);
	if (failed !== "") bundle.add("failed_checks.txt", failed);
	const files = new Map(bundle.files);
	await bundle.commit();
	return {
		report,
		...reference,
		checksums: checksumsOf(files),
		files
	};
}
function addFiles(bundle, drills) {
	for (const { files } of drills) for (const [name, text] of files) bundle.add(name, text);
}
const COMMIT = /^[0-9a-f]{40}/;
const SEED_DIGITS = 8;
/** The days of trading that a suite asks for: none, but for the suite `life`. */
function wantedLife(suite, { seed = 1, days = USUAL_DAYS.days }) {
	return suite === "life" ? {
		...USUAL_DAYS,
		seed,
		days
	} : null;
}
/** The seed of a commit: the number that its first eight digits are. The usual one where it is not known. */
function seedOfCommit(sha) {
	return COMMIT.test(sha) ? Number.parseInt(sha.slice(0, SEED_DIGITS), 16) : 1;
}
// src/evidence/read/checks-in-log.ts
const WORDS = {
	PASS: "passed",
	FAIL: "failed",
	SKIP: "skipped"
};
/** The checks that the log of a drill holds, in its order; none where the syncer broke off in it. */
function checksInLog(log) {
	return [...log.matchAll(/^ {2}(PASS|FAIL|SKIP): (.*)$/gm)].map(([, word = "", label = ""]) => ({
		label,
		status: WORDS[word] ?? ""
	}));
}
// src/evidence/read/said-results.ts
/** Reads `results.json`; null where it is none of a drill, which says nothing that could be contradicted. */
function saidResults(text) {
	const results = parsed$1(text);
	if (!require_field_reader.isRecord(results) || !Array.isArray(results.drills)) return null;
	return {
		result: results.result,
		evidenceRef: results.evidence_ref,
		hasBrokenOff: typeof results.broke_off === "string",
		totals: require_field_reader.isRecord(results.totals) ? results.totals : {},
		drills: results.drills.filter(require_field_reader.isRecord).map((drill) => ({
			id: textOf$1(drill.id),
			proven: typeof drill.proven === "string" ? drill.proven : null,
			files: listOf(drill.files).filter((name) => typeof name === "string"),
			checks: listOf(drill.checks).filter(require_field_reader.isRecord).map(({ label, status }) => ({
				label: textOf$1(label),
				status: textOf$1(status)
			}))
		}))
	};
}
/** What a check can come to. */
const STATUSES = [
	"passed",
	"failed",
	"skipped"
];
/** The verdict that the checks of a run give. */
function verdictOf(results) {
	return results.hasBrokenOff || countOf("failed", results) > 0 ? "failed" : "passed";
}
/** How many checks of a run have this status. */
function countOf(status, { drills }) {
	return drills.reduce((sum, { checks }) => sum + checks.filter((one) => one.status === status).length, 0);
}
function parsed$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
function listOf(value) {
	return Array.isArray(value) ? value : [];
}
function textOf$1(value) {
	return typeof value === "string" ? value : "";
}
// src/evidence/read/said-in-summary.ts
/** What its first line and its results line say, each in its own words. */
function summaryAgainstItself(summary) {
	const lines = resultsLines(summary);
	return headLines(summary).some((head) => lines.some((line) => head !== headOf(line))) ? ["its first line and its results line do not say the same"] : [];
}
function resultsLines(summary) {
	return [...summary.matchAll(/^=== Results: ([0-9]{1,9}) passed, ([0-9]{1,9}) failed, ([0-9]{1,9}) skipped ===$/gm)].map(([, passed, failed, skipped]) => ({
		passed: Number(passed),
		failed: Number(failed),
		skipped: Number(skipped)
	}));
}
function headLines(summary) {
	return [...summary.matchAll(/^Account sync fire drill: (?:passed|failed), ([0-9]{1,9} of [0-9]{1,9}(?:, [0-9]{1,9} skipped)?)$/gm)].map(([, counts = ""]) => counts);
}
function headOf({ passed, failed, skipped }) {
	return `${passed} of ${passed + failed + skipped}${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}
/** How many checks of a drill passed, by the summary and by the drill's log. */
function summaryAgainstLogs(summary, logs) {
	return [...summary.matchAll(/^Drill ([A-Z]): .*: ([0-9]{1,9}) of ([0-9]{1,9}) checks passed$/gm)].flatMap(([, letter = "", passed, all]) => {
		const checks = checksInLog(logs.get(`drill_${letter.toLowerCase()}_log.txt`) ?? "");
		const count = checks.filter(({ status }) => status === "passed").length;
		return checks.length === 0 || Number(passed) === count && Number(all) === checks.length ? [] : [`drill ${letter}: it says ${passed} of ${all}, the log ${count} of ${checks.length}`];
	});
}
/** The verdict, the counts and the reference, by the summary and by `results.json`. */
function summaryAgainstResults(summary, results) {
	const totals = Object.fromEntries(STATUSES.map((status) => [status, countOf(status, results)]));
	const other = resultsLines(summary).filter((line) => STATUSES.some((status) => line[status] !== totals[status]));
	const verdict = verdictOf(results);
	const heads = [...summary.matchAll(/^Account sync fire drill: (passed|failed)\b/gm)];
	const references = [...summary.matchAll(/^EVIDENCE_REF .*$/gm)].map(([line]) => line);
	return [
		...other.map(({ passed, failed, skipped }) => {
			return `it says ${passed} passed, ${failed} failed, ${skipped} skipped, and results.json another count`;
		}),
		...heads.filter(([, said]) => said !== verdict).map(([, said]) => `it says ${said}, and results.json ${verdict}`),
		...references.every((line) => line === results.evidenceRef) ? [] : ["its EVIDENCE_REF is not that of results.json"]
	];
}
// src/evidence/read/contradictions.ts
const SPEAKING = /^(?:summary\.txt|results\.json|junit\.xml|drill_[^/]*_log\.txt)$/;
/** Whether a file says in words what came out, so that it can contradict another. */
function saysWhatCameOut(name) {
	return SPEAKING.test(name);
}
/**
* Where files of evidence contradict each other: `results.json` itself, the summary, the report for CI systems and the
* logs of the drills. Each is read for what it says alone, in time that grows with its size.
*
* @param texts of the files that {@link saysWhatCameOut}.
* @param present the names of all files.
*/
function contradictions(texts, present) {
	const summary = texts.get("summary.txt") ?? "";
	const results = saidResults(texts.get("results.json") ?? "");
	const logs = new Map([...texts].filter(([name]) => name.endsWith("_log.txt")));
	return [...named("summary.txt", [...summaryAgainstItself(summary), ...summaryAgainstLogs(summary, logs)]), ...results === null ? [] : againstResults(results, texts, present)];
}
function againstResults(results, texts, present) {
	return [
		...named("results.json", [...resultsAgainstThemselves(results), ...missingFiles(results, present)]),
		...named("summary.txt", summaryAgainstResults(texts.get("summary.txt") ?? "", results)),
		...named("junit.xml", junitAgainstResults(texts.get("junit.xml"), results)),
		...results.drills.flatMap((drill) => {
			const name = `drill_${drill.id}_log.txt`;
			return named(name, logAgainstResults(texts.get(name), drill));
		})
	];
}
function named(name, whats) {
	return whats.map((what) => ({
		name,
		what
	}));
}
function resultsAgainstThemselves(results) {
	const wrong = STATUSES.filter((status) => results.totals[status] !== countOf(status, results));
	const verdict = verdictOf(results);
	return [...wrong.map((status) => `its total of ${status} checks is not that of its checks`), ...results.result === verdict ? [] : [`its result is not ${verdict}, as its checks say`]];
}
function missingFiles({ drills }, present) {
	return drills.flatMap(({ files }) => files).filter((name) => !present.has(name)).map((name) => `it names ${require_field_reader.printable(name)}, which is not there`);
}
function junitAgainstResults(junit, results) {
	const [found, tests, failures, skipped] = /<testsuites name="account-sync-drill" tests="([0-9]{1,9})" failures="([0-9]{1,9})" skipped="([0-9]{1,9})">/.exec(junit ?? "") ?? [];
	if (found === void 0) return [];
	const all = results.drills.reduce((sum, { checks }) => sum + checks.length, 0);
	return Number(tests) === all && Number(failures) === countOf("failed", results) && Number(skipped) === countOf("skipped", results) ? [] : ["its counts are not those of results.json"];
}
function logAgainstResults(log, { proven, checks }) {
	if (log === void 0) return [];
	const logged = checksInLog(log);
	const claimed = logged.length > 0 ? checks : checks.filter(({ status }) => status === "passed");
	const marker = /^drill_[^\s:]+_PROVEN: .*$/m.exec(log)?.[0] ?? null;
	return [...same(logged, claimed) ? [] : ["its checks are not those of results.json"], ...marker === (proven === null ? null : require_field_reader.printable(proven)) ? [] : ["results.json has another PROVEN marker"]];
}
function same(logged, claimed) {
	return logged.length === claimed.length && logged.every(({ label, status }, index) => {
		const claim = claimed[index];
		return claim !== void 0 && label === require_field_reader.printable(claim.label) && status === claim.status;
	});
}
// src/evidence/read/said-fingerprints.ts
/** Where evidence says its own fingerprint, and how it stands there. */
const READERS = /* @__PURE__ */ new Map([["summary.txt", inSummary], ["results.json", inResults]]);
/** Every fingerprint that a file of evidence says the evidence has; most files say none. */
function saidFingerprints(name, content) {
	return READERS.get(name)?.(Buffer.from(content).toString("utf8")) ?? [];
}
function inSummary(text) {
	return [...matches(/^fingerprint: ([0-9a-f]{64})$/gm, text), ...inReferences(text)];
}
function inReferences(text) {
	return matches(/^EVIDENCE_REF .*$/gm, text).flatMap((line) => matches(/ fingerprint=([0-9a-f]{64})(?= |$)/g, withoutQuoted(line)));
}
function withoutQuoted(line) {
	const kept = [];
	let at = 0;
	while (at < line.length) {
		const quote = line.indexOf("\"", at);
		const end = quote === -1 ? -1 : endOfQuoted(line, quote + 1);
		if (end === -1) break;
		kept.push(line.slice(at, quote), "\"\"");
		at = end;
	}
	return kept.join("") + line.slice(at);
}
/** Behind the quote that closes, or -1 where none does. */
function endOfQuoted(line, start) {
	for (let at = start; at < line.length; at++) {
		const character = line.charAt(at);
		if (character === "\"") return at + 1;
		if (character === "\\") at += 1;
	}
	return -1;
}
function inResults(text) {
	const results = parsed(text);
	if (!require_field_reader.isRecord(results)) return [];
	const { fingerprint, evidence_ref: reference } = results;
	return [...typeof fingerprint === "string" ? [fingerprint] : [], ...typeof reference === "string" ? inReferences(reference) : []];
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
function matches(pattern, text) {
	return [...text.matchAll(pattern)].map(([whole, group]) => group ?? whole);
}
// src/evidence/read/verify.ts
/**
* Holds evidence against its checksum file and reports every damage, not the first: a file that was changed, removed,
* added or replaced by a link or a directory, and a checksum file that was touched. Where all of this is whole, also
* that the fingerprint is the one that the evidence says of itself, and that no file contradicts another.
*
* @throws DrillError `bad_input` where there is no evidence.
*/
function verifySource(source) {
	const { path, entries } = source;
	if (!entries.has("sha256sums.txt") && !entries.has("summary.txt")) {
		const what = `${require_field_reader.printable(path)}: no evidence here (neither ${CHECKSUMS_FILE} nor summary.txt)`;
		throw new require_field_reader.DrillError("bad_input", `${what}; give a directory that the drill printed`);
	}
	const { checksums, damage: listDamage } = readChecksums(source);
	const fingerprint = fingerprintOf(checksums);
	const found = checksums.map((checksum) => checkFile(source, checksum, fingerprint));
	const fileDamage = found.flatMap(({ damage }) => damage);
	const damage = [
		...listDamage,
		...fileDamage,
		...findAdded(entries, checksums)
	];
	return {
		damage: damage.length === 0 ? disagreements(found, new Set(entries.keys())) : damage,
		intact: checksums.length - fileDamage.length,
		fingerprint: checksums.some(isFingerprinted) ? fingerprint : null
	};
}
function disagreements(found, present) {
	const texts = new Map(found.flatMap(({ said }) => said));
	return [...found.flatMap(({ disagreement }) => disagreement), ...contradictions(texts, present).map(({ name, what }) => damaged("disagrees", name, what))];
}
function readChecksums(source) {
	if (!source.entries.has("sha256sums.txt")) return {
		checksums: [],
		damage: [damaged("missing", CHECKSUMS_FILE, "it is not there")]
	};
	const content = readContent(source, CHECKSUMS_FILE);
	if (!(content instanceof Uint8Array)) return {
		checksums: [],
		damage: [content]
	};
	const text = Buffer.from(content).toString("utf8");
	const isUtf8 = Buffer.from(text).equals(content);
	const { checksums, faults } = parseChecksums(text);
	return {
		checksums,
		damage: [...isUtf8 ? [] : ["it is not UTF-8"], ...faults].map((what) => damaged("malformed", CHECKSUMS_FILE, what))
	};
}
function checkFile(source, checksum, fingerprint) {
	const { name } = checksum;
	if (!source.entries.has(name)) return onlyDamage(damaged("missing", name, `${CHECKSUMS_FILE} lists it, but it is not there`));
	const content = readContent(source, name);
	if (!(content instanceof Uint8Array)) return onlyDamage(content);
	if (sha256(content) !== checksum.sha256) return onlyDamage(damaged("changed", name, `its content is not what ${CHECKSUMS_FILE} says`));
	const other = saidFingerprints(name, content).find((said) => said !== fingerprint);
	const what = `it says fingerprint ${other}, but the files give ${fingerprint}`;
	return {
		damage: [],
		disagreement: other === void 0 ? [] : [damaged("disagrees", name, what)],
		said: saysWhatCameOut(name) ? [[name, Buffer.from(content).toString("utf8")]] : []
	};
}
function onlyDamage(damage) {
	return {
		damage: [damage],
		disagreement: [],
		said: []
	};
}
function readContent({ entries, read }, name) {
	if (entries.get(name)?.isFile !== true) return damaged("not_a_file", name, "it is a link, a directory or a device, not a file");
	try {
		return read(name);
	} catch (error) {
		return damaged("unreadable", name, require_field_reader.printable(require_field_reader.messageOf(error)));
	}
}
function findAdded(entries, checksums) {
	const listed = /* @__PURE__ */ new Set([CHECKSUMS_FILE, ...checksums.map(({ name }) => name)]);
	return [...entries.keys()].filter((name) => !listed.has(name)).sort(compareText).map((name) => damaged("added", name, `${CHECKSUMS_FILE} does not list it`));
}
function damaged(kind, name, what) {
	return {
		kind,
		name: require_field_reader.printable(name),
		what
	};
}
// src/attest/drill-results.ts
/**
* Reads `results.json`. Its verdict and its totals have to be those of its own checks, and its fingerprint the
* one that its files have, so that nothing is attested which the evidence itself contradicts.
*
* @param fingerprint that of the files beside it; null where they hold no drill.
* @throws DrillError `bad_input` that names every bad path.
*/
function parseDrillResults(value, fingerprint) {
	const problems = [];
	const root = new require_field_reader.FieldReader(value, "", problems);
	const tool = new require_field_reader.FieldReader(root.raw("tool"), "tool", problems);
	const syncer = new require_field_reader.FieldReader(root.raw("syncer"), "syncer", problems);
	const results = {
		toolVersion: tool.text("version"),
		syncer: {
			name: syncer.text("name"),
			version: syncer.text("version"),
			language: syncer.text("language")
		},
		commit: root.nullable("commit", root.text),
		seed: root.optional("seed", root.timestamp),
		fingerprint: root.text("fingerprint"),
		hasBrokenOff: root.nullable("broke_off", root.text) !== null,
		drills: root.rows("drills", (row, path) => readDrill(row, path, problems))
	};
	if (problems.length === 0) holdAgainstItself(root, results, fingerprint, problems);
	refuseProblems(problems);
	return results;
}
/** The checks of every drill that have this status, each by a name of its own: `drill_b: 2 mismatches`. */
function checksThat(status, { drills }) {
	return drills.flatMap(({ id, checks }) => checks.filter((check) => check.status === status).map(({ label }) => `${drillName(id)}: ${label}`));
}
function drillName(id) {
	return id.length === 1 ? `drill_${id}` : id;
}
function readDrill(row, path, problems) {
	const drill = new require_field_reader.FieldReader(row, path, problems);
	return {
		id: drill.text("id"),
		checks: drill.rows("checks", (check, at) => {
			const reader = new require_field_reader.FieldReader(check, at, problems);
			const status = reader.oneOf("status", [
				"passed",
				"failed",
				"skipped"
			]);
			return {
				label: reader.text("label"),
				status
			};
		})
	};
}
function holdAgainstItself(root, results, fingerprint, problems) {
	const totals = new require_field_reader.FieldReader(root.raw("totals"), "totals", problems);
	for (const status of [
		"passed",
		"failed",
		"skipped"
	]) {
		const count = checksThat(status, results).length;
		if (totals.raw(status) !== count) totals.refuse(status, `expected ${count}, as its checks say`, 0);
	}
	const verdict = results.hasBrokenOff || checksThat("failed", results).length > 0 ? "failed" : "passed";
	if (root.raw("result") !== verdict) root.refuse("result", `expected ${verdict}, as its checks say`, verdict);
	if (results.drills.every(({ checks }) => checks.length === 0)) root.refuse("drills", "expected a check at least", []);
	if (results.fingerprint !== fingerprint) root.refuse("fingerprint", `expected ${fingerprint ?? "none"}, as the files beside it have`, "");
}
// src/attest/test-result-predicate.ts
/** The type of the predicate (https://github.com/in-toto/attestation, spec/predicates/test-result.md). */
const PREDICATE_TYPE = "https://in-toto.io/attestation/test-result/v0.1";
/**
* An in-toto test-result predicate, v0.1. A skipped check is a warned test: left out of all lists it would not be
* missed, and a run that skipped something has not done all it was meant to, so it is `WARNED`, not `PASSED`.
*/
function testResultPredicate(results, evidence) {
	const [passedTests, warnedTests, failedTests] = [
		checksThat("passed", results),
		checksThat("skipped", results),
		checksThat("failed", results)
	];
	return {
		result: results.hasBrokenOff || failedTests.length > 0 ? "FAILED" : warnedTests.length > 0 ? "WARNED" : "PASSED",
		configuration: configurationOf(results, evidence),
		...evidence.url === null ? {} : { url: evidence.url },
		passedTests,
		warnedTests,
		failedTests
	};
}
function configurationOf(results, { checksumsSha256 }) {
	const { toolVersion, syncer, commit, seed, fingerprint, drills } = results;
	return [
		{
			name: "account-sync-drill",
			uri: `pkg:npm/account-sync-drill@${encodeURIComponent(wellFormed(toolVersion))}`,
			annotations: {
				version: wellFormed(toolVersion),
				drills: drills.map(({ id }) => id),
				...seed === null ? {} : { seed }
			}
		},
		syncerDescriptor(syncer),
		...commit !== null && isGitCommit(commit) ? [{
			name: "commit",
			digest: { gitCommit: commit }
		}] : [],
		{
			name: "sha256sums.txt",
			digest: { sha256: checksumsSha256 },
			annotations: { fingerprint }
		}
	];
}
function syncerDescriptor(syncer) {
	const [name, version, language] = [
		wellFormed(syncer.name),
		wellFormed(syncer.version),
		wellFormed(syncer.language)
	];
	return {
		name: "syncer",
		uri: `pkg:generic/${encodeURIComponent(name)}@${encodeURIComponent(version)}`,
		annotations: {
			name,
			version,
			language
		}
	};
}
function wellFormed(text) {
	return text.replace(/\p{Cs}/gu, "�");
}
function isGitCommit(text) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
// src/attest/predicate-of-evidence.ts
const RESULTS_FILE = "results.json";
/**
* Verifies evidence and makes the predicate of what it says.
*
* @param url the page of the run; null where there is none.
* @throws DrillError `bad_input` where there is no evidence of a fire drill, or its `results.json` contradicts it.
*/
function predicateOfEvidence(given, url) {
	const source = readOnce(given);
	const verification = verifySource(source);
	if (verification.damage.length > 0) return {
		kind: "damaged",
		verification
	};
	return {
		kind: "predicate",
		text: `${canonicalJson(testResultPredicate(readResults(source, verification.fingerprint), {
			checksumsSha256: sha256(source.read(CHECKSUMS_FILE)),
			url
		}))}\n`
	};
}
function readOnce(source) {
	const contents = /* @__PURE__ */ new Map();
	const read = (name) => {
		const content = contents.get(name) ?? source.read(name);
		if (name === RESULTS_FILE || name === "sha256sums.txt") contents.set(name, content);
		return content;
	};
	return {
		...source,
		read
	};
}
function readResults(source, fingerprint) {
	const place = require_field_reader.printable(source.path);
	if (!source.entries.has(RESULTS_FILE)) {
		const what = `${place}: no ${RESULTS_FILE} here`;
		throw new require_field_reader.DrillError("bad_input", `${what}; only the evidence of a fire drill can be attested`);
	}
	try {
		const text = Buffer.from(source.read(RESULTS_FILE)).toString("utf8");
		return parseDrillResults(JSON.parse(text), fingerprint);
	} catch (cause) {
		const details = cause instanceof require_field_reader.DrillError ? cause.details : [];
		const what = `${place}: ${RESULTS_FILE}: ${require_field_reader.printable(require_field_reader.messageOf(cause))}`;
		throw new require_field_reader.DrillError("bad_input", what, {
			cause,
			details
		});
	}
}
// src/evidence/read/file-name.ts
/**
* The name of a file as text, so that two names are never one text: bytes that are no UTF-8 become unpaired surrogates
* (as in Python's `surrogateescape`), which no text that was UTF-8 holds, the checksum file's neither.
*/
function fileNameOf(name) {
	const text = name.toString("utf8");
	if (Buffer.from(text).equals(name)) return text;
	return [...name].map((byte) => String.fromCharCode(byte < 128 ? byte : 56320 + byte)).join("");
}
// src/evidence/read/read-bounded.ts
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = node_fs.constants;
/**
* Reads a file whole, if it is one and not larger than this.
*
* @throws Error that says why not.
*/
function readBounded(fs, path, mostBytes) {
	const descriptor = fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	try {
		const stat = fs.fstatSync(descriptor);
		if (!stat.isFile()) throw new Error("it is not a file any more");
		if (stat.size > mostBytes) throw new Error(`${stat.size} bytes are more than evidence can have`);
		return fs.readFileSync(descriptor);
	} finally {
		fs.closeSync(descriptor);
	}
}
// src/evidence/read/evidence-source.ts
/** The most bytes that a file of evidence may have, and that a zip of it may have and unpack to: 64 MiB. */
const MOST_EVIDENCE_BYTES = 67108864;
/**
* The evidence in a directory. Links in it are not followed.
*
* @throws DrillError `bad_input` where it cannot be listed, or is what a run keeps until it ends.
*/
function directorySource(fs, path) {
	const entries = listDirectory(fs, path);
	refuseUnfinished(fs, path);
	return {
		path,
		entries,
		read: (name) => readBounded(fs, (0, node_path.join)(path, name), MOST_EVIDENCE_BYTES)
	};
}
function listDirectory(fs, path) {
	try {
		const entries = fs.readdirSync(path, {
			withFileTypes: true,
			encoding: "buffer"
		});
		return new Map(entries.map((entry) => [fileNameOf(entry.name), { isFile: entry.isFile() }]));
	} catch (cause) {
		const what = NOT_LISTED[require_field_reader.systemCodeOf(cause) ?? ""] ?? `it cannot be read: ${require_field_reader.printable(require_field_reader.messageOf(cause))}`;
		throw new require_field_reader.DrillError("bad_input", `${require_field_reader.printable(path)}: ${what}; give an evidence directory`, { cause });
	}
}
const NOT_LISTED = {
	ENOENT: "no such directory",
	ENOTDIR: "this is not a directory",
	EACCES: "this directory may not be read"
};
function refuseUnfinished(fs, path) {
	if (!isStagingName((0, node_path.basename)(fs.realpathSync(path)))) return;
	throw new require_field_reader.DrillError("bad_input", `${require_field_reader.printable(path)}: no evidence, but what a run keeps until it ends; it goes on, or was killed; give a directory that the drill printed`);
}
// src/evidence/read/as-written.ts
/** What a run holds of its own evidence, to be read like evidence that lies somewhere. */
function heldSource({ evidenceDir, files, checksums }) {
	const texts = new Map([...files, [CHECKSUMS_FILE, renderChecksums(checksums)]]);
	return {
		path: evidenceDir,
		entries: new Map([...texts.keys()].map((name) => [name, { isFile: true }])),
		read: (name) => Buffer.from(texts.get(name) ?? "")
	};
}
/**
* What is no longer as the run wrote it, in words, or null where all is. Checksums that were made anew to fit a change
* are no help to it: those that the run holds are compared. What the evidence says is not looked at.
*
* @throws DrillError `bad_input` where the evidence is gone.
*/
function whyNotAsWritten(fs, { evidenceDir, checksums }) {
	const source = directorySource(fs, evidenceDir);
	const damage = verifySource(source).damage.find(({ kind }) => kind !== "disagrees");
	if (damage !== void 0) return `${damage.name}: ${damage.what}`;
	return Buffer.from(source.read("sha256sums.txt")).toString("utf8") === renderChecksums(checksums) ? null : `${CHECKSUMS_FILE}: it is not what this run wrote`;
}
// src/action/reporting/attestation.ts
/**
* Writes the predicate beside the evidence, of what this run found and never of what the disk says by now, and says
* where what a next step needs to sign lies. Never throws: what cannot be written becomes one warning, and so does a
* run that cannot sign.
*/
function prepareAttestation(outcome, context, fs, { setOutputs, warn }) {
	const unsigned = whyUnsigned(context);
	if (unsigned !== null) warn(`unsigned evidence: ${unsigned}`);
	try {
		setOutputs({
			"predicate-path": writePredicate(fs, outcome, context),
			"predicate-type": PREDICATE_TYPE,
			"subject-checksums": (0, node_path.join)(outcome.evidenceDir, CHECKSUMS_FILE),
			"can-sign": String(unsigned === null)
		});
	} catch (thrown) {
		setOutputs({ "can-sign": "false" });
		warn(`unsigned evidence: there is nothing to sign, ${require_field_reader.printable(require_field_reader.messageOf(thrown))}`);
	}
}
/** Why the next step cannot sign, in a line; null where it can. */
function whyUnsigned({ hasOidcToken }) {
	if (hasOidcToken) return null;
	return "this run gets no OIDC token (no pull request from a fork does; other runs need id-token: write)";
}
function writePredicate(fs, outcome, { runId, runUrl, workspace }) {
	const changed = whyNotAsWritten(fs, outcome);
	if (changed !== null) throw new Error(`the evidence is damaged already: ${changed}`);
	const made = predicateOfEvidence(heldSource(outcome), runId === 0 ? null : runUrl);
	if (made.kind === "damaged") throw new Error("the evidence contradicts itself");
	const path = `${outcome.evidenceDir}.predicate.json`;
	refuseLinkOut(fs, workspace, path);
	writeAnew(fs, path, made.text);
	return path;
}
function writeAnew(fs, path, text) {
	try {
		fs.writeFileSync(path, text, { flag: "wx" });
	} catch (thrown) {
		if (require_field_reader.systemCodeOf(thrown) !== "EEXIST") fs.rmSync(path, { force: true });
		throw thrown;
	}
}
// src/report/markdown-text.ts
const LETTERS = "[A-Za-z]+(?:_[A-Za-z0-9]+|-[A-Za-z]+)*";
const NUMBER = "-?[0-9]{1,6}(?:\\.[0-9]{1,6}){0,3}";
const WORD = `(?:${LETTERS}|${NUMBER}|\\+|\\((?:${LETTERS}|${NUMBER})\\))[,:;]?`;
const PLAIN = new RegExp(`^${WORD}(?: ${WORD})*$`);
/**
* Text from outside as a Markdown code span: nothing in it is markup, a mention, an issue reference or HTML
* (GitHub Flavored Markdown, 6.1). The fence is longer than any run of backticks inside.
*/
function codeSpan(text) {
	const safe = require_field_reader.printable(text);
	if (safe === "") return "";
	const fence = "`".repeat(longestRun(safe) + 1);
	const padding = /^`|`$|^ .*[^ ].* $/.test(safe) ? " " : "";
	return `${fence}${padding}${safe}${padding}${fence}`;
}
/**
* {@link codeSpan} for a cell of a table, which `|` would end even in there (GitHub Flavored Markdown, 4.10). One behind
* a backslash is shown by its number: no escape of both is taken apart again in a code span.
*/
function codeCell(text) {
	return codeSpan(text).replace(/(\\?)\|/g, (_, slash) => slash === "" ? "\\|" : "\\\\u{7c}");
}
/** True for words and numbers in which nothing can be markup, a link, a mention or a reference. */
function isPlain(text) {
	return PLAIN.test(text);
}
/** Text cut to so many characters: as it is where it can be no markup, as a code span otherwise. */
function plainOrCode(text, most) {
	const short = shortened(text, most);
	return isPlain(short) ? short : codeSpan(short);
}
/** Whole lines of text as a fenced block; the fence is longer than any run of backticks inside. */
function codeBlock(text) {
	const lines = text.trimEnd().split("\n").map(require_field_reader.printable).join("\n");
	const fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
	return `${fence}text\n${lines}\n${fence}`;
}
/** A folded block with a title of our own. */
function folded(title, content) {
	return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
/** {@link printable}, and at most this many characters, with an ellipsis where something was cut. */
function shortened(text, most) {
	const characters = Array.from(require_field_reader.printable(text));
	return characters.length <= most ? characters.join("") : `${characters.slice(0, most).join("")}…`;
}
function longestRun(text) {
	return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
// src/report/cause-list.ts
const MOST_CHARACTERS$6 = 100;
const MOST_LISTED = 2;
/**
* Why the run failed, in Markdown: one line for each cause, with the check that says it first and how many follow; empty
* where nothing failed.
*/
function causeList(report) {
	const causes = causesOf(report);
	const more = causes.length - 8;
	return [...causes.slice(0, 8).map(causeLine), ...more > 0 ? [`and ${more} more: see summary.txt`] : []].join("\n\n");
}
function causeLine(cause) {
	const follow = followingOf(cause);
	return [
		`**${words(cause.sentence)}**${placeIn(cause)}${said$1(cause)}`,
		...follow === "" ? [] : [follow],
		...cause.cure === null ? [] : [cause.cure]
	].join(" · ");
}
function placeIn({ first, sentence, listed }) {
	if (first === null) return "";
	const { label } = first.check;
	const isSaid = listed.length > 0 || label === sentence;
	return ` (${words(placeOf(first))}${isSaid ? "" : `: ${words(label)}`})`;
}
/** What it is about, or else what was expected and came. */
function said$1({ first, listed }) {
	if (listed.length > 0) {
		const more = listed.length - MOST_LISTED;
		return `: ${listed.slice(0, MOST_LISTED).map(code).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
	}
	if (first === null) return "";
	return `: expected ${code(first.check.expected)}, came ${code(first.check.actual)}`;
}
function words(text) {
	return plainOrCode(text, MOST_CHARACTERS$6);
}
function code(text) {
	return text === "" ? "nothing" : codeSpan(shortened(text, MOST_CHARACTERS$6));
}
// src/report/drill-table.ts
const MOST_CHARACTERS$5 = 60;
const MOST_IN_A_WORD = 18;
const MOST_IN_CODE = 14;
const MOST_RULES = 4;
const MOST_ROWS = 20;
const HEAD = ["| | Drill | Caught |", "|---|---|---|"];
/**
* The drills as a Markdown table for a narrow page: a row for each that says a cause of the failure first, with what it
* caught, and one row for all others that came to the same.
*/
function drillTable(report) {
	const { drills } = report;
	const saying = new Set(causesOf(report).map(({ first }) => first?.drill));
	const failed = drills.filter((drill) => saying.has(drill));
	const more = failed.length - MOST_ROWS;
	const isFollowing = (drill) => hasFailed(drill) && !saying.has(drill);
	const rows = [
		...failed.slice(0, MOST_ROWS).map(failedRow),
		...more > 0 ? [{
			verdict: "**FAIL**",
			drills: `and ${more} more`,
			caught: ""
		}] : [],
		...together("**FAIL**", "for the same cause", drills, isFollowing),
		...together("skip", "checked in part", drills, (drill) => isSkipped(drill) && !isWhollySkipped(drill)),
		...together("skip", "not checked", drills, isWhollySkipped),
		...together("pass", "as injected", drills, drillPassed)
	];
	return [...HEAD, ...rows.map((row) => `| ${row.verdict} | ${cell(row.drills)} | ${row.caught} |`)].join("\n");
}
function failedRow(drill) {
	const caught = drill.injected === null ? "" : caughtIn(drill);
	return {
		verdict: "**FAIL**",
		drills: titleOf(drill),
		caught
	};
}
function together(verdict, caught, drills, belongs) {
	const letters = drills.filter(belongs).map(letterOf);
	return letters.length === 0 ? [] : [{
		verdict,
		drills: letters.join(", "),
		caught
	}];
}
function hasFailed({ checks }) {
	return checks.some(({ status }) => status === "failed");
}
function isSkipped(drill) {
	return !hasFailed(drill) && !drillPassed(drill);
}
function isWhollySkipped({ checks }) {
	return checks.length > 0 && checks.every(({ status }) => status === "skipped");
}
/** `B duplicate key + negative qty`, or the guard's title. */
function titleOf(drill) {
	const { id, title } = drill;
	if (id.length > 1) return title;
	return `${letterOf(drill)} ${title.replace(/^[A-Z](?=[a-z])/, (capital) => capital.toLowerCase())}`;
}
/** Each rule once, with how often it fired. */
function caughtIn({ caught }) {
	const rules = [...new Set(caught)];
	const more = rules.length - MOST_RULES;
	return [...rules.slice(0, MOST_RULES).map((rule) => {
		const times = caught.filter((one) => one === rule).length;
		return `${times === 1 ? "" : `${times} × `}${cell(rule)}`;
	}), ...more > 0 ? [`and ${more} more`] : []].join(", ") || "nothing";
}
function cell(text) {
	const plain = cut(text, MOST_IN_A_WORD);
	return isPlain(plain) ? plain : codeCell(cut(text, MOST_IN_CODE));
}
function cut(text, mostInAWord) {
	return shortened(text.split(" ").map((word) => shortened(word, mostInAWord)).join(" "), MOST_CHARACTERS$5);
}
// src/report/fingerprint-change.ts
const SHORT_DIGITS = 12;
const MOST_DRILLS = 6;
const DRILL_FILE = /^drill_([a-z]|life)_(?:log|metrics)\.txt(?: of seed [0-9]+)?$/;
const OF_SEED = / of seed [0-9]+$/;
/** As many digits of a checksum as a reader compares. */
function shortFingerprint(sha256) {
	return sha256.slice(0, SHORT_DIGITS);
}
/**
* What is kept of a run so that the next one can say what changed.
*
* @param seed of the days of trading, whose files are named with it.
*/
function drillFingerprints(checksums, seed) {
	const drilled = checksums.filter(({ name }) => name.startsWith("drill_"));
	return Object.fromEntries(drilled.map(({ name, sha256 }) => [nameWithSeed(name, seed), shortFingerprint(sha256)]));
}
/** What follows the fingerprint: whether the pipeline does what it did before, and if not, where it differs. */
function describeChange(previous, current) {
	if (previous === null) return "is the first here";
	const names = [.../* @__PURE__ */ new Set([...Object.keys(previous), ...Object.keys(current)])].sort();
	const isComparable = (name) => !OF_SEED.test(name) || [previous, current].every((one) => digestOf(one, name) !== void 0);
	const seed = names.every(isComparable) ? "" : ", but for the days of another seed";
	const changed = names.filter((name) => isComparable(name) && digestOf(previous, name) !== digestOf(current, name));
	if (changed.length === 0) return `unchanged since the last comment${seed}`;
	return `changed in ${placesOf(changed)} since the last comment`;
}
function nameWithSeed(name, seed) {
	return seed !== void 0 && name.startsWith("drill_life_") ? `${name} of seed ${seed}` : name;
}
/** `drill B`, `drills A, B`, `the days of trading`, `another file`: what these files belong to. */
function placesOf(names) {
	const ids = [...new Set(names.map((name) => DRILL_FILE.exec(name)?.[1]))];
	const letters = ids.filter((id) => id?.length === 1).map((id) => id?.toUpperCase());
	const more = letters.length > MOST_DRILLS ? " and more" : "";
	return [
		...letters.length === 0 ? [] : [`${letters.length === 1 ? "drill" : "drills"} ${letters.slice(0, MOST_DRILLS).join(", ")}${more}`],
		...ids.includes("life") ? ["the days of trading"] : [],
		...ids.includes(void 0) ? ["another file"] : []
	].join(" and ");
}
function digestOf(fingerprints, name) {
	return Object.hasOwn(fingerprints, name) ? fingerprints[name] : void 0;
}
// src/report/fit-blocks.ts
/**
* Joins blocks with an empty line between, shrinking from the last to the first until the whole fits. A
* block is shown whole or shrunk, so a fence is never left open.
*
* @param mostBytes counted as UTF-8, which is never less than GitHub's count of characters.
*/
function fitBlocks(blocks, mostBytes) {
	for (let whole = blocks.length; whole > 0; whole--) {
		const text = join$1(blocks, whole);
		if (Buffer.byteLength(text) <= mostBytes) return text;
	}
	return join$1(blocks, 0);
}
function join$1(blocks, whole) {
	return `${blocks.map((block, index) => index < whole ? block.whole : block.shrunk).filter((text) => text !== "").join("\n\n")}\n`;
}
// src/report/matrix-leg.ts
/**
* A leg of a matrix in words: `{"node": "20"}` is `node 20`. What is no JSON object stays as it is, and so does one
* that is nested deeper than JSON.stringify can go.
*/
function legWords(leg) {
	try {
		const value = JSON.parse(leg);
		return require_field_reader.isRecord(value) ? Object.entries(value).map(partWords).join(", ") : leg;
	} catch {
		return leg;
	}
}
function partWords([name, part]) {
	return `${name} ${typeof part === "string" ? part : JSON.stringify(part)}`;
}
// src/report/pipeline-picture.ts
const STAGES = [
	["found", "the sync finds the mismatch"],
	["counted", "its counter goes up"],
	["exposed", "the metrics text exposes it"],
	["kept", "the evidence is kept"]
];
const BROKEN = "classDef broken fill:#ffebe9,stroke:#cf222e,stroke-width:3px,color:#82071e";
const FOLLOWING = "classDef following fill:#fff8c5,stroke:#9a6700,stroke-dasharray:4,color:#4d2d00";
/** The stages at which the causes of a failure lie. */
function brokenStages(report) {
	return new Set(causesOf(report).map(({ first }) => first?.check.stage ?? "found"));
}
/**
* The pipeline as a Mermaid flowchart from top to bottom. A stage at which a cause lies is marked in words and in red,
* and one at which checks fail that only follow, in words and in yellow.
*/
function renderPipelinePicture(report) {
	const broken = brokenStages(report);
	const failing = failingStages(report);
	return [
		"```mermaid",
		"flowchart TB",
		...["injected([\"a known fault is injected\"])", ...STAGES.map(([stage, label]) => {
			if (broken.has(stage)) return `${stage}["BROKEN: ${label}"]:::broken`;
			return failing.has(stage) ? `${stage}["fails too: ${label}"]:::following` : `${stage}["${label}"]`;
		})].map((box) => `  ${box}`),
		`  ${["injected", ...STAGES.map(([stage]) => stage)].join(" --> ")}`,
		`  ${BROKEN}`,
		`  ${FOLLOWING}`,
		"```"
	].join("\n");
}
function failingStages(report) {
	const checks = report.drills.flatMap((drill) => drill.checks);
	return new Set(checks.filter(({ status }) => status === "failed").map(({ stage }) => stage));
}
/** The most that GitHub takes for the summary of one step: 1 MiB. */
const SUMMARY_BYTES = 1048576;
const MOST_CHARACTERS$4 = 100;
const CUT = "(cut for length: it is in the evidence)";
const BUNDLED = `This drilled the example that ships with the action and says nothing about this repository's code: [drill your own](https://github.com/grinder/account-sync-drill/blob/main/docs/drill-your-own.md).`;
/**
* The pull-request comment, without its marker, for a narrow page: the verdict and what was drilled, the causes, the drills,
* where the evidence lies, the reference to copy, and the files folded.
*
* @param mostBytes what is left for it once the marker is there.
*/
function renderComment(source, mostBytes) {
	return fitBlocks([...verdictBlocks(source), ...evidenceBlocks(source)], mostBytes);
}
/** The job summary: what the comment says, with a picture of the pipeline and where it broke. */
function renderJobSummary(source) {
	const picture = {
		whole: renderPipelinePicture(source.report),
		shrunk: ""
	};
	return fitBlocks([
		...verdictBlocks(source),
		picture,
		...evidenceBlocks(source)
	], SUMMARY_BYTES);
}
/** What a reader has to see first. */
function verdictBlocks(source) {
	const causes = causeList(source.report);
	return [
		fixed(headline(source)),
		fixed(source.report.syncer.isBundled === true ? BUNDLED : ""),
		{
			whole: causes,
			shrunk: causes === "" ? "" : `Causes ${CUT}`
		}
	];
}
function evidenceBlocks(source) {
	const { report, evidenceRef, unsigned, summaryText, checksumsText } = source;
	return [
		{
			whole: drillTable(report),
			shrunk: `Table of drills ${CUT}`
		},
		fixed(links(source)),
		fixed(codeBlock(require_field_reader.printable(evidenceRef))),
		fixed(unsigned === null ? "" : `Unsigned evidence: ${codeSpan(unsigned)}`),
		{
			whole: folded("summary.txt", codeBlock(summaryText)),
			shrunk: `summary.txt ${CUT}`
		},
		{
			whole: folded("sha256sums.txt", codeBlock(checksumsText)),
			shrunk: `sha256sums.txt ${CUT}`
		}
	];
}
function fixed(text) {
	return {
		whole: text,
		shrunk: text
	};
}
function headline({ report, leg }) {
	return [
		`### Account sync fire drill: ${verdictOf$1(report)}`,
		plainOrCode(drilledOf(report.syncer), MOST_CHARACTERS$4),
		...leg === null ? [] : [plainOrCode(legWords(leg), MOST_CHARACTERS$4)]
	].join(" · ");
}
function links({ report, fingerprint, change, runUrl, artifactUrl }) {
	return [
		artifactUrl === null ? null : `[evidence](${linkTarget(artifactUrl)})`,
		runUrl === null ? null : `[run](${linkTarget(runUrl)})`,
		report.commit === null ? null : `commit ${commitOf(report.commit)}`,
		report.seed === void 0 ? null : `seed ${report.seed}`,
		`fingerprint ${codeSpan(shortFingerprint(fingerprint))}${change === null ? "" : ` ${change}`}`
	].filter((part) => part !== null).join(" · ");
}
function commitOf(commit) {
	return /^[0-9a-f]{40}$/.test(commit) ? commit.slice(0, 7) : codeSpan(shortened(commit, MOST_CHARACTERS$4));
}
function linkTarget(url) {
	return url.replace(/[\s<>()[\]\\`]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
const MOST_NAMED = 60;
const MOST_SHOWN = 20;
const MOST_CHARACTERS$3 = 40;
const ID = /^[0-9a-z]{1,16}$/;
/** As text in JSON; of very many legs without who was drilled, so that they have room in a comment. */
function packLegs(legs) {
	const entries = Object.entries(legs);
	const mayBeNamed = entries.length <= MOST_NAMED;
	return Object.fromEntries(entries.map(([id, { result, passed, total, artifactId, drilled }]) => [id, [
		result,
		passed,
		total,
		artifactId,
		mayBeNamed ? shortened(drilled, MOST_CHARACTERS$3) : ""
	]]));
}
/** Reads what {@link packLegs} gave; what is no leg is left out. */
function unpackLegs(value) {
	if (!require_field_reader.isRecord(value)) return {};
	const legs = Object.entries(value).flatMap(([id, leg]) => {
		const read = Array.isArray(leg) && ID.test(id) ? readLeg(leg) : null;
		return read === null ? [] : [[id, read]];
	});
	return Object.fromEntries(legs.slice(0, 300));
}
function readLeg([result, passed, total, artifactId, drilled]) {
	if (result !== "passed" && result !== "failed") return null;
	if (!isCount(passed) || !isCount(total)) return null;
	if (typeof artifactId !== "string" || !/^[0-9]{0,20}$/.test(artifactId)) return null;
	return {
		result,
		passed,
		total,
		artifactId,
		drilled: typeof drilled === "string" ? drilled : ""
	};
}
function isCount(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
/**
* All legs of a run as a Markdown list, the failed ones first; empty where there is but one.
*
* @param runUrl the page of the run, below which the artifacts are; null where there is none.
*/
function renderLegs(legs, runUrl) {
	const failed = Object.values(legs).filter(({ result }) => result === "failed");
	const passed = Object.values(legs).filter(({ result }) => result === "passed");
	const all = [...failed, ...passed];
	if (all.length < 2) return "";
	const more = all.length - MOST_SHOWN;
	return [
		`**${all.length} drills of this run: ${failed.length} failed, ${passed.length} passed**`,
		"",
		...all.slice(0, MOST_SHOWN).map((leg) => legLine(leg, runUrl)),
		...more > 0 ? [`- and ${more} more`] : []
	].join("\n");
}
function legLine({ result, passed, total, artifactId, drilled }, runUrl) {
	const verdict = result === "failed" ? "**FAIL**" : "pass";
	const link = artifactId === "" || runUrl === null ? [] : [`[evidence](${runUrl}/artifacts/${artifactId})`];
	const who = drilled === "" ? [] : [codeSpan(shortened(drilled, MOST_CHARACTERS$3))];
	return `- ${[
		`${verdict} ${passed} of ${total}`,
		...who,
		...link
	].join(" · ")}`;
}
// src/report/comment-marker.ts
const MOST_CHARACTERS$2 = 200;
const MOST_RUNS_AHEAD = 1e9;
const MOST_ATTEMPTS = 1e3;
const STATE_PREFIX = "<!-- account-sync-drill-state ";
const SUFFIX = " -->";
/** The first line of the comment: an HTML comment that no text from outside can end early. */
function renderMarker({ workflow, job, leg, key }) {
	return `<!-- account-sync-drill ${[
		workflow,
		job,
		leg ?? "",
		key ?? ""
	].map((part) => bounded(harmless(require_field_reader.printable(part)))).join("/")}${SUFFIX}`;
}
/** The second line of the comment. */
function renderState(state) {
	const legs = state.legs === void 0 ? {} : { legs: packLegs(state.legs) };
	return `${STATE_PREFIX}${harmless(JSON.stringify({
		...state,
		...legs
	}))}${SUFFIX}`;
}
/** True where the body's first line is this marker. */
function hasMarker(body, marker) {
	return firstLines(body)[0] === marker;
}
/** What the comment remembers, or null where its second line cannot be read. */
function readState(body) {
	const line = firstLines(body)[1] ?? "";
	if (!line.startsWith(STATE_PREFIX) || !line.endsWith(SUFFIX)) return null;
	try {
		return parseState(JSON.parse(decodeURIComponent(line.slice(30, -4))));
	} catch {
		return null;
	}
}
/**
* Whether `a` is of a newer run than `b`, or of a later attempt of the same run. A run that cannot be is not newer:
* otherwise whoever writes one great number into a comment of ours would keep it as it is for good.
*/
function isNewer(a, b) {
	if (a.runId === b.runId) return a.runAttempt > b.runAttempt && a.runAttempt <= MOST_ATTEMPTS;
	return a.runId > b.runId && a.runId <= b.runId + MOST_RUNS_AHEAD;
}
/** Whether both are of one attempt of one run. */
function isSameRun(a, b) {
	return a.runId === b.runId && a.runAttempt === b.runAttempt;
}
function parseState(value) {
	const problems = [];
	const fields = new require_field_reader.FieldReader(value, "", problems);
	const runId = fields.timestamp("runId");
	const runAttempt = fields.timestamp("runAttempt");
	const drills = fields.raw("drills");
	if (problems.length > 0 || !require_field_reader.isRecord(drills)) return null;
	const texts = Object.entries(drills).filter((entry) => typeof entry[1] === "string");
	const [legs, lead] = [fields.raw("legs"), fields.raw("lead")];
	return {
		runId,
		runAttempt,
		drills: Object.fromEntries(texts),
		...require_field_reader.isRecord(legs) ? { legs: unpackLegs(legs) } : {},
		...typeof lead === "string" ? { lead } : {}
	};
}
function harmless(text) {
	return encodeURIComponent(text).replace(/-/g, "%2D");
}
function bounded(text) {
	return text.length <= MOST_CHARACTERS$2 ? text : sha256(text);
}
function firstLines(body) {
	return body.split(/\r?\n/, 2);
}
const START = "<!-- account-sync-drill-legs -->";
const END = "<!-- account-sync-drill-legs-end -->";
/**
* The whole comment: every leg that was found or is one's own, and the report of one of them, of a failed one where
* there is one. So a red report is never replaced by a green one.
*
* @param bodies the comments of this run and attempt that stand there, the one that is to stay first.
*/
function shareComment(own, bodies) {
	const found = bodies.map(readPart);
	const legs = allLegs(own, found);
	const lead = found.find((part) => part.lead?.result === "failed") ?? leadAmongGreen(own, found);
	const { drills, lead: leadId = own.id } = lead?.state ?? own.state;
	const state = {
		...own.state,
		drills,
		lead: leadId,
		legs
	};
	const list = renderLegs(legs, own.runUrl);
	return `${own.marker}\n${renderState(state)}\n${withList(lead?.main ?? own.main, list)}`;
}
/** Whether a comment says all that {@link shareComment} would have it say. */
function isShared(own, body, bodies) {
	const { legs, lead } = readPart(body);
	const wanted = allLegs(own, bodies.map(readPart));
	const isRed = Object.values(wanted).some(({ result }) => result === "failed");
	return Object.keys(wanted).every((id) => Object.hasOwn(legs, id)) && (!isRed || lead?.result === "failed");
}
/** Whether this very leg stands in a comment. */
function isToldIn({ id }, body) {
	return Object.hasOwn(readPart(body).legs, id);
}
/** Whether no other leg stands in a comment. */
function isAlone(body) {
	return Object.keys(readPart(body).legs).length < 2;
}
function leadAmongGreen({ leg }, found) {
	return leg.result === "failed" ? void 0 : found.find((part) => part.lead !== void 0);
}
function allLegs({ id, leg }, found) {
	const others = Object.assign({}, ...found.map(({ legs }) => legs));
	const isFull = Object.keys(others).length >= 300;
	const all = Object.entries(isFull ? others : {
		...others,
		[id]: leg
	});
	return Object.fromEntries(all.sort(([a], [b]) => a < b ? -1 : 1));
}
function readPart(body) {
	const state = readState(body);
	const legs = state?.legs ?? {};
	const [, , ...lines] = body.split(/\r?\n/);
	const [start, end] = [lines.indexOf(START), lines.indexOf(END)];
	if (start !== -1 && end > start) lines.splice(start, end - start + 2);
	return {
		legs,
		lead: legs[state?.lead ?? ""],
		state,
		main: lines.join("\n")
	};
}
function withList(main, list) {
	if (list === "") return main;
	const at = main.indexOf("\n\n");
	const [head, rest] = at === -1 ? [main, ""] : [main.slice(0, at), main.slice(at + 2)];
	return `${head}\n\n${START}\n${list}\n${END}\n\n${rest}`;
}
// src/action/runner/context.ts
/**
* Reads the context from the runner's variables.
*
* A variable that is missing becomes empty or 0: outside a runner the drill still runs, and reporting says what
* it lacks.
*/
function readContext(env, readEvent) {
	const [owner = "", repository = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");
	const runId = wholeNumber$1(env.GITHUB_RUN_ID);
	const serverUrl = env.GITHUB_SERVER_URL || "https://github.com";
	const event = parseEvent(env.GITHUB_EVENT_PATH, readEvent);
	return {
		owner,
		repository,
		workflow: env.GITHUB_WORKFLOW ?? "",
		job: env.GITHUB_JOB ?? "",
		runId,
		runAttempt: wholeNumber$1(env.GITHUB_RUN_ATTEMPT) || 1,
		eventName: env.GITHUB_EVENT_NAME ?? "",
		headSha: headShaOf(event, env.GITHUB_SHA),
		eventPullRequest: pullRequestOf(event),
		apiUrl: env.GITHUB_API_URL || "https://api.github.com",
		runUrl: `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`,
		isEnterpriseServer: isEnterpriseServer(serverUrl),
		hasOidcToken: Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
		workspace: env.GITHUB_WORKSPACE || ".",
		tempDir: env.RUNNER_TEMP || null
	};
}
function isEnterpriseServer(serverUrl) {
	const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname : "";
	return !/^github\.com$|\.ghe\.com$|\.localhost$/i.test(host);
}
function headShaOf(event, checkedOut = "") {
	return textAt(event, "pull_request", "head", "sha") ?? textAt(event, "workflow_run", "head_sha") ?? textAt(event, "merge_group", "head_sha") ?? textAt(event, "check_run", "head_sha") ?? textAt(event, "check_suite", "head_sha") ?? textAt(event, "deployment", "sha") ?? (textAt(event, "state") === void 0 ? void 0 : textAt(event, "sha")) ?? (isAboutPullRequest(event) ? "unknown" : checkedOut);
}
function isAboutPullRequest(event) {
	return require_field_reader.isRecord(valueAt(event, "issue", "pull_request"));
}
function pullRequestOf(event) {
	const number = valueAt(event, "pull_request", "number") ?? (isAboutPullRequest(event) ? valueAt(event, "issue", "number") : void 0);
	return Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : null;
}
function parseEvent(path, readEvent) {
	if (path === void 0 || path === "") return void 0;
	try {
		return JSON.parse(readEvent(path));
	} catch {
		return;
	}
}
function wholeNumber$1(text) {
	const value = /^[0-9]{1,16}$/.test(text ?? "") ? Number(text) : 0;
	return Number.isSafeInteger(value) ? value : 0;
}
function valueAt(value, ...path) {
	return path.reduce((found, key) => require_field_reader.isRecord(found) ? found[key] : void 0, value);
}
function textAt(value, ...path) {
	const found = valueAt(value, ...path);
	return typeof found === "string" && found !== "" ? found : void 0;
}
// src/action/reporting/pull-request.ts
/**
* Which pull request to tell: the input's, then the event's, then the open one of the commit whose head it is
* and whose base is this repository. Null where there is none, which is no error: a push, a schedule.
*/
async function findPullRequest(asked, context, github) {
	const known = asked ?? context.eventPullRequest;
	if (known !== null) return known;
	if (context.headSha === "" || context.headSha === "unknown") return null;
	const here = `${context.owner}/${context.repository}`.toLowerCase();
	const found = (await github.pullRequestsOfCommit(context.headSha)).filter(({ isOpen, headSha, baseRepository }) => isOpen && headSha === context.headSha && baseRepository.toLowerCase() === here);
	return found.length === 0 ? null : Math.min(...found.map(({ number }) => number));
}
// src/action/reporting/reporting-failure.ts
const MOST_CHARACTERS$1 = 300;
const COMMENT_ADVICE = {
	401: "the token was refused; check the github-token input",
	404: "the pull request was not found, or the token may not see it",
	410: "the pull request takes no comments any more",
	422: "GitHub did not accept the comment",
	429: "GitHub's rate limit is exceeded and did not end in time"
};
/** What to do about a refusal, by what GitHub said with it. */
const REFUSALS = [
	[/locked/i, "a locked conversation takes no comments: unlock it, or read the job summary"],
	[/archived/i, "an archived repository takes no comments"],
	[/\bSAML\b|single sign-on|\bSSO\b/i, "authorise the token for the organisation's single sign-on"],
	[/IP allow list|IP address/i, "let the runner through the organisation's IP allow list"],
	[/blocked|suspended/i, "the token's owner is kept from commenting: ask an owner of the repository"],
	[/polic(?:y|ies)|forbids/i, "a policy forbids it: ask an owner of the organisation"]
];
const GRANT = "grant the job pull-requests: write; forks and Dependabot get a read-only token";
/**
* Why no comment was posted, as one line that says what to do.
*
* @param proxyAdvice what may help where GitHub was not reached; null where nothing is known to.
*/
function describeCommentFailure(error, proxyAdvice = null) {
	if (error instanceof require_field_reader.DrillError) return `no pull-request comment: ${clipped(error)}`;
	const status = /rate limit/i.test(require_field_reader.messageOf(error)) ? 429 : statusOf(error);
	if (status === 403) {
		const said = require_field_reader.messageOf(error);
		const [, advice = GRANT] = REFUSALS.find(([pattern]) => pattern.test(said)) ?? [];
		return `no pull-request comment: GitHub refused (${clipped(error)}): ${advice}`;
	}
	if (status !== void 0 && status < 500) return `no pull-request comment: ${adviceFor(status)} (${clipped(error)})`;
	const more = proxyAdvice === null ? "" : `; ${proxyAdvice}`;
	return `no pull-request comment: GitHub could not be reached (${clipped(error)})${more}`;
}
/** Why nothing is uploaded on GitHub Enterprise Server, and which step does it there. */
function describeMissingService(evidenceDir) {
	return `not uploaded: GitHub Enterprise Server has no such artifact service; the evidence stays in ${require_field_reader.printable(evidenceDir)}: add a step with actions/upload-artifact v3 and that path, and with include-hidden-files: true, as it leaves out what a dot begins`;
}
/** Why the evidence was not uploaded, as one line that says what to do. */
function describeUploadFailure(error, artifactName, evidenceDir) {
	const message = require_field_reader.messageOf(error);
	const place = `the evidence stays in ${require_field_reader.printable(evidenceDir)}`;
	if (message.includes("ACTIONS_RUNTIME_TOKEN") || message.includes("ACTIONS_RESULTS_URL")) return `not uploaded: this is not a runner with an artifact service (${require_field_reader.printable(message)}); ${place}`;
	return `artifact ${require_field_reader.printable(artifactName)} was not uploaded (${clipped(error)}); ${place}`;
}
function adviceFor(status) {
	return COMMENT_ADVICE[status] ?? `GitHub refused with status ${status}`;
}
const GRAPHQL_STATUS = {
	NOT_FOUND: 404,
	FORBIDDEN: 403,
	RATE_LIMITED: 429
};
function statusOf(error) {
	if (!require_field_reader.isRecord(error)) return void 0;
	if (typeof error.status === "number") return error.status;
	const first = Array.isArray(error.errors) ? error.errors[0] : void 0;
	return require_field_reader.isRecord(first) ? GRAPHQL_STATUS[String(first.type)] : void 0;
}
function clipped(error) {
	return require_field_reader.printable(require_field_reader.messageOf(error).replace(/\s+/g, " ")).slice(0, MOST_CHARACTERS$1);
}
// src/action/reporting/sticky-comment.ts
const MOST_ROUNDS = 12;
/**
* Leaves exactly one comment of this marker, also where runs race: look, write, and look again until a look finds
* it as it should be. The lowest id wins, the winner is updated, and the surplus is deleted. A comment of a newer
* run is never overwritten; a minimised one is left alone; one that vanishes meanwhile is made again.
*
* GitHub cannot update a comment only where it is unchanged. So an older run may overwrite a newer one between its
* look and its write; these two are kept close together, and the newer run's last look, some time after its own write
* (look-pace.ts), sees that and puts it right.
*
* Drills of one run that share a comment each add what they have to say to what they find. One whose part another has
* overwritten says it in a comment of its own, which nobody can overwrite unseen, and takes it back once all of it
* stands in the one, and still does a while later.
*
* @throws whatever a call rejects with, and an Error where the comment changes or vanishes again and again.
*/
async function upsertStickyComment(github, pullRequest, sticky) {
	let written = null;
	let hasWaited = false;
	for (let round = 1; round <= MOST_ROUNDS; round++) {
		const marked = await findMarked(github, pullRequest, sticky.marker);
		const [winner, ...surplus] = marked;
		const ofThisRun = marked.filter((one) => isOfThisRun(one, sticky.state)).map(({ body }) => body);
		if (winner === void 0 || isOverwritten(winner, sticky, ofThisRun, written)) {
			await github.createComment(pullRequest, sticky.render(null, ofThisRun));
			written ??= "created";
			continue;
		}
		const settled = settledAs(marked, winner, sticky, ofThisRun, written);
		if (settled !== null && !hasWaited && mayBeOverwritten(winner, sticky, settled)) {
			await sticky.shared?.untilOthersWrote();
			hasWaited = true;
			continue;
		}
		if (settled !== null) {
			await deleteSurplus(github, surplus, sticky.state);
			return {
				kind: settled,
				url: winner.url
			};
		}
		hasWaited = false;
		const body = sticky.render(rememberedBefore(winner, sticky), ofThisRun);
		if (await github.updateComment(winner.id, body) !== null) written ??= "updated";
	}
	throw new Error("the comment changed or vanished each time that it was written");
}
/** What this run has come to, or null where the winner has yet to be written. */
function settledAs(marked, winner, sticky, ofThisRun, written) {
	if (marked.some((comment) => isOfNewerRun(comment, sticky.state))) return "superseded";
	if (!isOfThisRun(winner, sticky.state)) return null;
	return sticky.shared?.isWhole(winner.body, ofThisRun) ?? (written !== null || winner.body === sticky.render(null, [])) ? written ?? "updated" : null;
}
function mayBeOverwritten({ body }, { shared }, settled) {
	return shared !== void 0 && settled !== "superseded" && !shared.isAlone(body);
}
function isOverwritten(winner, { shared, state }, ofThisRun, written) {
	if (shared === void 0 || written === null || !isOfThisRun(winner, state)) return false;
	return !ofThisRun.some(shared.isToldIn);
}
async function deleteSurplus(github, surplus, state) {
	for (const comment of surplus) if (!isOfNewerRun(comment, state)) await github.deleteComment(comment.id).catch(() => void 0);
}
async function findMarked(github, pullRequest, marker) {
	return (await github.ownComments(pullRequest)).filter(({ body, isMinimized }) => !isMinimized && hasMarker(body, marker)).sort((a, b) => a.id - b.id);
}
/** What the run before this one left in the comment. */
function rememberedBefore(winner, { state }) {
	return isOfThisRun(winner, state) ? null : readState(winner.body);
}
function isOfThisRun({ body }, state) {
	const remembered = readState(body);
	return remembered !== null && isSameRun(remembered, state);
}
function isOfNewerRun({ body }, state) {
	const remembered = readState(body);
	return remembered !== null && isNewer(remembered, state);
}
// src/action/reporting/post-comment.ts
const OTHERS_WRITE_MS = 2e3;
/** Looks for the pull request. Null where none is wanted or there is none, and after one warning where it failed. */
async function findCommentTarget(inputs, context, { deadline, ...ports }) {
	if (!inputs.comment) return null;
	if (inputs.githubToken === "") {
		ports.warn("no pull-request comment: the github-token input is empty");
		return null;
	}
	try {
		const github = await deadline.within("GitHub", ports.openGitHub());
		const pullRequest = await deadline.within("GitHub", findPullRequest(inputs.prNumber, context, github));
		if (pullRequest === null) ports.note("no pull request belongs to this commit: the job summary has the report");
		return pullRequest === null ? null : {
			github,
			pullRequest
		};
	} catch (error) {
		ports.warn(describeCommentFailure(error, ports.proxyAdvice));
		return null;
	}
}
/** Posts the comment and says how the fingerprint changed; null where nothing was posted. */
async function postComment(source, outcome, inputs, context, { github, pullRequest }, ports) {
	const { workflow, job, runId, runAttempt } = context;
	const marker = renderMarker({
		workflow,
		job,
		leg: inputs.matrix,
		key: inputs.commentKey
	});
	const state = {
		runId,
		runAttempt,
		drills: drillFingerprints(outcome.checksums, outcome.report.seed)
	};
	const head = `${marker}\n${renderState(state)}\n`;
	let change = describeChange(null, state.drills);
	const ownPart = () => ({
		marker,
		state,
		id: ports.legId,
		leg: legOf(source),
		main: renderComment({
			...source,
			change
		}, 40960 - Buffer.byteLength(head)),
		runUrl: source.runUrl
	});
	const render = (previous, ofThisRun) => {
		if (ofThisRun.length === 0) change = describeChange(previous?.drills ?? null, state.drills);
		return shareComment(ownPart(), ofThisRun);
	};
	const shared = {
		isToldIn: (body) => isToldIn(ownPart(), body),
		isWhole: (body, ofThisRun) => isShared(ownPart(), body, ofThisRun),
		isAlone,
		untilOthersWrote: () => (0, require("node:timers/promises").setTimeout)(OTHERS_WRITE_MS)
	};
	try {
		const posting = upsertStickyComment(github, pullRequest, {
			marker,
			state,
			render,
			shared
		});
		const posted = await ports.deadline.within("GitHub", posting);
		tellPosted(posted, pullRequest, ports);
		return posted.kind === "superseded" ? null : change;
	} catch (error) {
		ports.warn(describeCommentFailure(error, ports.proxyAdvice));
		return null;
	}
}
function legOf({ report, artifactUrl }) {
	const { passed, failed, skipped } = totalsOf(report);
	return {
		result: hasPassed(report) ? "passed" : "failed",
		passed,
		total: passed + failed + skipped,
		artifactId: artifactUrl?.split("/").at(-1) ?? "",
		drilled: drilledOf(report.syncer)
	};
}
function tellPosted({ kind, url }, pullRequest, ports) {
	ports.setOutputs({ "comment-url": url });
	if (kind === "superseded") ports.note(`a newer run has told pull request ${pullRequest} already: ${url}`);
	else ports.note(`comment ${kind} on pull request ${pullRequest}: ${url}`);
}
// src/action/reporting/artifact-name.ts
/**
* The artifact's name: the user's, or one that no other job, matrix leg or attempt of the run has. Names are
* unique within a run, so two legs of one name would collide.
*/
function artifactNameFor(inputs, context) {
	if (inputs.artifactName !== null) return inputs.artifactName;
	return [
		"account-sync-drill",
		context.job.replace(/[^A-Za-z0-9._-]/g, "_") || "job",
		...inputs.matrix === null ? [] : [(0, require("node:crypto").createHash)("sha256").update(inputs.matrix).digest("hex").slice(0, 8)],
		String(context.runAttempt)
	].join("-");
}
/** The name to try after a conflict: `name`, `name-2`, `name-3`. */
function nthArtifactName(name, attempt) {
	return attempt === 1 ? name : `${name}-${attempt}`;
}
// src/action/reporting/upload-under-free-name.ts
const MOST_NAMES = 5;
/**
* Uploads under the first of `name`, `name-2`, ... that is free: the service refuses a name that the run has
* already, and has no way to overwrite.
*
* @param own what no other process has: it makes the last name, which is free however many drill at once.
*/
async function uploadUnderFreeName(name, upload, own) {
	const numbered = Array.from({ length: MOST_NAMES }, (_, index) => nthArtifactName(name, index + 1));
	const names = own === void 0 ? numbered : [...numbered.slice(0, -1), `${name}-${own}`];
	for (const [index, free] of names.entries()) try {
		return await upload(free);
	} catch (error) {
		if (index === names.length - 1 || !isConflict(error)) throw error;
	}
	throw new Error("no name to upload under");
}
function isConflict(error) {
	return /\b409\b|already exists/i.test(require_field_reader.messageOf(error));
}
// src/action/reporting/upload-evidence.ts
/**
* Uploads the evidence, if it still is what this run wrote: somebody who can write it may have made other checksums
* too. Null where it is not wanted, and after one warning where it failed or is not known to be ours.
*/
async function uploadEvidence(outcome, inputs, context, { deadline, ...ports }) {
	const { evidenceDir } = outcome;
	if (!inputs.upload) return null;
	if (context.isEnterpriseServer) {
		ports.warn(describeMissingService(evidenceDir));
		return null;
	}
	const refuseChanged = () => {
		const changed = whyNotAsWritten(ports.drill.fs, outcome);
		if (changed !== null) throw new Error(`it is not what this run wrote: ${changed}`);
	};
	const name = artifactNameFor(inputs, context);
	try {
		const upload = async (free) => {
			refuseChanged();
			return ports.upload(free, evidenceDir, inputs.retentionDays);
		};
		const uploading = uploadUnderFreeName(name, upload, ports.legId);
		const uploaded = await deadline.withinHalf("upload", uploading);
		refuseUploaded(uploaded, refuseChanged);
		return uploaded;
	} catch (error) {
		ports.warn(describeUploadFailure(error, name, evidenceDir));
		return null;
	}
}
function refuseUploaded({ name }, refuseChanged) {
	try {
		refuseChanged();
	} catch (cause) {
		throw new Error(`what lies under ${name} is not to be relied on: ${require_field_reader.messageOf(cause)}`, { cause });
	}
}
// src/action/reporting/report-run.ts
/**
* Summary, upload and comment. Nothing in here rejects: what cannot be reported becomes one warning that says
* what to do, and the rest goes on. Upload and the search for the pull request run side by side.
*/
async function reportRun(outcome, inputs, context, ports) {
	const source = sourceOf(outcome, inputs, context);
	const hasSummary = await writeSummary(source, ports);
	const [artifact, target] = await Promise.all([uploadEvidence(outcome, inputs, context, ports), findCommentTarget(inputs, context, ports)]);
	const uploaded = artifact === null ? source : withArtifact(source, artifact, context);
	if (artifact !== null) ports.setOutputs(artifactOutputs(uploaded, artifact));
	const change = target === null ? null : await postComment(uploaded, outcome, inputs, context, target, ports);
	if (hasSummary && (artifact !== null || change !== null)) await writeSummary({
		...uploaded,
		change
	}, ports);
}
async function writeSummary(source, ports) {
	try {
		await ports.writeSummary(renderJobSummary(source));
		return true;
	} catch (error) {
		ports.warn(`no job summary: ${require_field_reader.printable(require_field_reader.messageOf(error))}`);
		return false;
	}
}
function sourceOf({ report, evidenceRef, fingerprint, files, checksums }, inputs, context) {
	return {
		report,
		evidenceRef,
		fingerprint,
		leg: inputs.matrix,
		change: null,
		runUrl: context.runId === 0 ? null : context.runUrl,
		artifactUrl: null,
		unsigned: inputs.attestation ? whyUnsigned(context) : null,
		summaryText: files.get("summary.txt") ?? "",
		checksumsText: renderChecksums(checksums)
	};
}
function withArtifact(source, { id }, { runUrl }) {
	return {
		...source,
		evidenceRef: `${source.evidenceRef} artifact_id=${id}`,
		artifactUrl: `${runUrl}/artifacts/${id}`
	};
}
function artifactOutputs({ evidenceRef, artifactUrl }, { id, digest }) {
	return {
		"evidence-ref": evidenceRef,
		"artifact-id": id,
		"artifact-url": artifactUrl ?? "",
		"artifact-digest": digest
	};
}
// src/action/runner/outputs.ts
/** What is known as soon as the evidence is on disk; what attestation and reporting add is empty until then. */
function verdictOutputs({ report, evidenceRef, evidenceDir, fingerprint }) {
	const { passed, failed, skipped } = totalsOf(report);
	return {
		result: hasPassed(report) ? "passed" : "failed",
		passed: String(passed),
		failed: String(failed),
		skipped: String(skipped),
		"evidence-ref": evidenceRef,
		"evidence-dir": evidenceDir,
		fingerprint,
		"artifact-id": "",
		"artifact-url": "",
		"artifact-digest": "",
		"comment-url": "",
		"predicate-path": "",
		"predicate-type": "",
		"subject-checksums": "",
		"can-sign": ""
	};
}
// src/action/run.ts
/**
* The action: the drill, the evidence on disk, the outputs, what to sign, then the reporting, each later step unable to take
* away an earlier one. Reporting never changes the verdict.
*
* @returns why the step fails, or null where it does not.
* @throws DrillError where the drill could not be completed.
*/
async function run(subject, inputs, context, ports) {
	const outcome = await ports.untilStopped((stopped) => drill(subject, inputs, context, ports, stopped).finally(subject.dispose));
	ports.setOutputs(verdictOutputs(outcome));
	ports.log(outcome.files.get("summary.txt") ?? "");
	annotateFailures(outcome, ports);
	if (inputs.attestation) prepareAttestation(outcome, context, ports.drill.fs, ports);
	await reportRun(outcome, inputs, context, ports);
	const { report } = outcome;
	if (hasPassed(report) || !inputs.failOnDrillFailure) return null;
	return `account sync fire drill ${verdictOf$1(report)}: see the causes above and ${outcome.evidenceDir}`;
}
const ALERTS = {
	false: "none",
	true: "asked",
	required: "required"
};
async function drill(subject, { artifactDir, alerts, seed, days }, { headSha, tempDir, workspace }, ports, stopped) {
	const commit = headSha === "" ? null : headSha;
	const life = wantedLife(subject.suite, {
		seed: seed ?? seedOfCommit(headSha),
		days: days ?? void 0
	});
	const plan = {
		...subject,
		workspace,
		commit,
		alerts: ALERTS[alerts],
		life
	};
	const drillInto = (directory) => runFireDrill({
		...plan,
		artifactDir: directory
	}, {
		...ports.drill,
		stopped
	});
	try {
		return await drillInto(artifactDir);
	} catch (error) {
		if (!isNotWritten(error) || tempDir === null) throw error;
		const outcome = await drillInto((0, node_path.join)(tempDir, "account-sync-drill"));
		ports.warn(`evidence is in ${require_field_reader.printable(outcome.evidenceDir)} instead: ${require_field_reader.printable(require_field_reader.messageOf(error))}`);
		return outcome;
	}
}
function isNotWritten(error) {
	return error instanceof require_field_reader.DrillError && error.code === "evidence_not_written";
}
function annotateFailures({ report }, ports) {
	if (hasPassed(report)) return;
	const causes = causesOf(report);
	const told = causes.length - 8 > 0 ? `, the first 8 of them here` : "";
	const count = `${causes.length} ${causes.length === 1 ? "cause" : "causes"}${told}`;
	ports.annotate(`Account sync fire drill: ${verdictOf$1(report)}`, count);
	for (const cause of causes.slice(0, 8)) ports.annotate(causeLine$1(cause), describe(cause));
}
function describe({ first, hints }) {
	return [...first === null ? [] : [
		first.check.label,
		`expected: ${first.check.expected}`,
		`actual: ${first.check.actual}`
	], ...hints].join("\n");
}
// src/action/runner/deadline.ts
/** A deadline of so many seconds, which begin where the first work is done within it: not while something is drilled. */
function startDeadline(seconds) {
	const timers = [new Timer(seconds), new Timer(seconds / 2)];
	const [whole, half] = timers;
	const begin = () => {
		for (const timer of timers) timer.begin();
	};
	return {
		signal: whole.signal,
		within: (what, work) => {
			begin();
			return whole.within(what, work);
		},
		withinHalf: (what, work) => {
			begin();
			return half.within(what, work);
		},
		clear: () => {
			for (const timer of timers) timer.clear();
		}
	};
}
var Timer = class {
	#seconds;
	#controller = new AbortController();
	#timeout = null;
	#isCleared = false;
	constructor(seconds) {
		this.#seconds = seconds;
	}
	get signal() {
		return this.#controller.signal;
	}
	/** Begins, if it has not yet. */
	begin() {
		if (this.#isCleared) return;
		this.#timeout ??= setTimeout(() => this.#controller.abort(), this.#seconds * 1e3);
	}
	within(what, work) {
		return Promise.race([work, rejectWhenAborted(this.signal, `${what}: no answer within ${this.#seconds} s`)]);
	}
	clear() {
		this.#isCleared = true;
		clearTimeout(this.#timeout ?? void 0);
	}
};
function rejectWhenAborted(signal, message) {
	return new Promise((_, reject) => {
		const fail = () => reject(new Error(message));
		if (signal.aborted) fail();
		else signal.addEventListener("abort", fail, { once: true });
	});
}
// src/action/runner/hidden-token.ts
const LEAST_CHARACTERS = 6;
/** Text in which the token does not stand: whatever a service or a syncer says of it, no message of ours repeats it. */
function withoutToken(text, token) {
	return token.length < LEAST_CHARACTERS ? text : text.replaceAll(token, () => "***");
}
// src/protocol/parse-settle.ts
/**
* Reads `syncs=3,ms=10000`; what is not named is 1 and 0.
*
* @param option named in the message.
* @throws DrillError `usage`.
*/
function parseSettle(option, text) {
	const parts = text.split(",").map((part) => {
		const [, name = "", number = ""] = /^ *(syncs|ms)=([0-9]{1,9}) *$/.exec(part) ?? [];
		if (name !== "") return [name, Number(number)];
		throw new require_field_reader.DrillError("usage", `${option}: expected syncs=N,ms=N, got ${require_field_reader.quoted(part)}`);
	});
	const settle = {
		syncs: 1,
		ms: 0,
		...Object.fromEntries(parts)
	};
	const problem = settleProblem(settle);
	if (problem === null) return settle;
	throw new require_field_reader.DrillError("usage", `${option}: ${problem}`);
}
// src/action/runner/inputs.ts
const MOST_RETENTION_DAYS = 400;
const MOST_REPORTING_SECONDS = 3600;
const DEFAULT_REPORTING_SECONDS = 120;
const MOST_KEY_CHARACTERS = 100;
const MOST_NAME_CHARACTERS = 200;
const ARTIFACT_NAMES = `at most ${MOST_NAME_CHARACTERS} characters without " : < > | * ? \\ / or line breaks`;
const IS_DOTS = /^\.{1,2}$/;
/**
* Reads every input strictly.
*
* @param read gives an input's text, blanks trimmed; empty where it was not set.
* @throws DrillError `bad_input` that names every bad input and what it takes.
*/
function parseInputs(read) {
	const problems = [];
	const parse = (name, parser, expectation, empty) => {
		const text = read(name);
		if (text === "") return empty;
		const value = parser(text);
		if (value !== void 0) return value;
		problems.push(`input ${name}: expected ${expectation}, got ${require_field_reader.quoted(text)}`);
		return empty;
	};
	const token = read("github-token");
	if (!/^[!-~]*$/.test(token)) problems.push("input github-token: expected a token without blanks and control characters; it is not shown");
	const switched = (name) => parse(name, readBoolean, "true or false", true);
	const number = (name, least, most) => parse(name, (text) => readWholeNumber(text, least, most), `a whole number from ${least} to ${most}`, null);
	const inputs = {
		githubToken: token,
		artifactDir: parse("artifact-dir", readPath, "a path without control characters", ".artifacts"),
		artifactName: parse("artifact-name", readArtifactName, IS_DOTS.test(read("artifact-name")) ? "a name, not a place" : ARTIFACT_NAMES, null),
		retentionDays: number("retention-days", 1, MOST_RETENTION_DAYS),
		upload: switched("upload"),
		comment: switched("comment"),
		commentKey: parse("comment-key", readKey, `at most ${MOST_KEY_CHARACTERS} characters without --, < or >`, null),
		prNumber: number("pr-number", 1, Number.MAX_SAFE_INTEGER),
		failOnDrillFailure: switched("fail-on-drill-failure"),
		syncer: read("syncer") || null,
		suite: parse("suite", suiteName, SUITES_IN_WORDS, "runbook"),
		seed: number("seed", 0, Number.MAX_SAFE_INTEGER),
		days: number("days", 1, 365),
		replay: read("replay").split(/\s+/).filter((path) => path !== ""),
		metricPrefix: parse("metric-prefix", readPrefix, "the start of a metric's name", DEFAULT_METRIC_PREFIX),
		names: parse("names", readPath, "a path without control characters", null),
		settle: parse("settle", readSettle$1, "syncs=N,ms=N, at most 100 and 3600000", null),
		expectedFailures: parse("expected-failures", readPath, "a path without control characters", null),
		alerts: parse("alerts", readAlerts, "true, false or required", "false"),
		attestation: parse("attestation", readBoolean, "true or false", false),
		reportingTimeout: number("reporting-timeout", 1, MOST_REPORTING_SECONDS) ?? DEFAULT_REPORTING_SECONDS,
		matrix: readMatrix(read("matrix"))
	};
	problems.push(...besideReplay(inputs));
	if (problems.length > 0) throw new require_field_reader.DrillError("bad_input", problems.join("; "), { details: problems });
	return inputs;
}
function besideReplay({ replay, suite, seed, days, expectedFailures, alerts }) {
	const others = {
		suite: suite !== "runbook",
		seed: seed !== null,
		days: days !== null,
		"expected-failures": expectedFailures !== null,
		alerts: alerts !== "false"
	};
	if (replay.length === 0) return [];
	return Object.entries(others).flatMap(([name, isSet]) => isSet ? [name] : []).map((name) => `input replay: it runs alone, so leave ${name} out`);
}
function readBoolean(text) {
	if (/^(true|True|TRUE)$/.test(text)) return true;
	return /^(false|False|FALSE)$/.test(text) ? false : void 0;
}
function readMatrix(text) {
	return /^(null|\{\s*\})?$/.test(text) ? null : text;
}
function readSettle$1(text) {
	try {
		return parseSettle("settle", text);
	} catch {
		return;
	}
}
function readAlerts(text) {
	if (text === "required") return text;
	const value = readBoolean(text);
	return value === void 0 ? void 0 : value ? "true" : "false";
}
function readWholeNumber(text, least, most) {
	const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : NaN;
	return value >= least && value <= most ? value : void 0;
}
function readPath(text) {
	return /\p{Cc}/u.test(text) ? void 0 : text;
}
function readPrefix(text) {
	return isMetricPrefix(text) ? text : void 0;
}
function readArtifactName(text) {
	if (IS_DOTS.test(text)) return void 0;
	return text.length <= MOST_NAME_CHARACTERS && !/["<>|*?\\/:\p{Cc}]/u.test(text) ? text : void 0;
}
function readKey(text) {
	return text.length <= MOST_KEY_CHARACTERS && !/--|[<>]|\p{Cc}/u.test(text) ? text : void 0;
}
// src/action/runner/proxy.ts
const SWITCH = "NODE_USE_ENV_PROXY";
/** Whether the environment names a proxy that GitHub may have to be reached through. */
function namesProxy(env) {
	return [
		"https_proxy",
		"HTTPS_PROXY",
		"http_proxy",
		"HTTP_PROXY"
	].some((name) => Boolean(env[name]));
}
/**
* Lets requests of this process go through the proxy that the environment names, as the runner's own do. Node.js leaves
* it aside by itself.
*
* @param setGlobalProxyFromEnv of node:http, which only newer versions of Node.js have.
* @returns what to do where this version cannot, in words that end a warning; null where it can, or there is no proxy.
*/
function useProxy(setGlobalProxyFromEnv, env) {
	if (!namesProxy(env) || env[SWITCH] === "1") return null;
	if (typeof setGlobalProxyFromEnv !== "function") return `a proxy is set: Node.js uses it where ${SWITCH} is 1, so add that to the step's env`;
	try {
		setGlobalProxyFromEnv(env);
		return null;
	} catch {
		return "the proxy that is set is none that Node.js can use: see HTTPS_PROXY";
	}
}
// src/action/on-runner.ts
const FAILED = 1;
const WITHOUT_A_VERDICT = 3;
/** Runs the action in this process: reads what the runner set, tells the runner what came of it, and ends. */
async function actOnRunner(given) {
	const hide = (text) => withoutToken(text, require_bundled_action.getInput("github-token"));
	const guard = new VerdictGuard(process, WITHOUT_A_VERDICT, (why) => require_bundled_action.error(hide(why)));
	const fail = (why) => {
		require_bundled_action.setFailed(hide(why));
		guard.settle(FAILED);
	};
	try {
		const inputs = parseInputs((name) => require_bundled_action.getInput(name));
		const subject = typeof given === "function" ? await given(inputs) : given;
		const context = readContext(process.env, (path) => node_fs.readFileSync(path, "utf8"));
		const deadline = startDeadline(inputs.reportingTimeout);
		const failure = await run(subject, inputs, context, portsFor(inputs, context, deadline, hide));
		deadline.clear();
		if (failure !== null) logAsItIs(hide(failure));
		guard.settle(failure === null ? 0 : FAILED);
	} catch (thrown) {
		fail(require_field_reader.printable(require_field_reader.messageOf(thrown)));
	}
	process.stdout.write("", () => process.exit());
}
function portsFor(inputs, context, deadline, hide) {
	return {
		legId: (0, require("node:crypto").randomUUID)().slice(0, 8),
		proxyAdvice: useProxy(Reflect.get(require("node:http"), "setGlobalProxyFromEnv"), process.env),
		drill: {
			fs: node_fs,
			clock: Date.now,
			askGit: askGitWith(node_fs, process.env),
			testRules: testRulesWith(node_fs, process.env)
		},
		untilStopped: new StopSignals(process).during,
		deadline,
		setOutputs: (outputs) => {
			try {
				for (const [name, value] of Object.entries(outputs)) require_bundled_action.setOutput(name, value);
			} catch (thrown) {
				require_bundled_action.warning(hide(`no outputs: ${require_field_reader.printable(require_field_reader.messageOf(thrown))}`));
			}
		},
		log: (text) => logAsItIs(hide(text)),
		annotate: (title, message) => require_bundled_action.error(hide(message), { title: hide(title) }),
		warn: (message) => require_bundled_action.warning(hide(message)),
		note: (message) => require_bundled_action.notice(hide(message)),
		writeSummary: async (markdown) => {
			await require_bundled_action.summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
		},
		openGitHub: async () => {
			const { connectGitHub } = await Promise.resolve().then(() => require("./action-octokit-api.js"));
			return connectGitHub(inputs.githubToken, context, deadline.signal, `account-sync-drill/${TOOL_VERSION}`);
		},
		upload: async (name, directory, retentionDays) => {
			const { uploadDirectory } = await Promise.resolve().then(() => require("./action-artifact-client.js"));
			return uploadDirectory(name, directory, retentionDays);
		}
	};
}
function logAsItIs(text) {
	const token = (0, require("node:crypto").randomUUID)();
	require_bundled_action.info(`::stop-commands::${token}`);
	require_bundled_action.info(text);
	require_bundled_action.info(`::${token}::`);
}
// src/fire-drill/parse-names.ts
const KINDS = {
	rules: MISMATCH_RULES,
	reasons: FETCH_ERROR_REASONS
};
/**
* Reads `{"rules": {"duplicate_key": "DuplicateRow"}, "reasons": {"timeout": "RequestTimeout"}}`.
*
* @throws DrillError `bad_input` that names the path.
*/
function parseNames(value) {
	if (!require_field_reader.isRecord(value)) throw refusal$1("", `expected an object, got ${require_field_reader.nameOf(value)}`);
	const unknown = Object.keys(value).find((key) => key !== "rules" && key !== "reasons");
	if (unknown !== void 0) throw refusal$1(unknown, "expected rules and reasons, and nothing else");
	return {
		rules: readKind("rules", value.rules),
		reasons: readKind("reasons", value.reasons)
	};
}
function readKind(kind, value) {
	if (value === void 0) return /* @__PURE__ */ new Map();
	if (!require_field_reader.isRecord(value)) throw refusal$1(kind, `expected an object, got ${require_field_reader.nameOf(value)}`);
	const known = KINDS[kind];
	const pairs = Object.entries(value).map(([ours, theirs]) => {
		const path = `${kind}.${ours}`;
		if (!known.includes(ours)) throw refusal$1(path, `no such name here; there are ${known.join(", ")}`);
		if (typeof theirs === "string" && theirs !== "") return [ours, theirs];
		throw refusal$1(path, `expected your name for it, got ${require_field_reader.nameOf(theirs)}`);
	});
	const calls = new Map(pairs);
	const all = known.map((ours) => calls.get(ours) ?? ours);
	const twice = all.find((theirs, at) => all.indexOf(theirs) !== at);
	if (twice === void 0) return calls;
	throw refusal$1(kind, `${require_field_reader.quoted(twice)} would be the name of two: the drill could not tell them apart`);
}
function refusal$1(path, what) {
	return new require_field_reader.DrillError("bad_input", path === "" ? what : `${path}: ${what}`);
}
// src/drill/declared-syncer.ts
/** A syncer as it was declared. */
var DeclaredSyncer = class {
	names;
	#syncer;
	#settle;
	#rules;
	#reasons;
	constructor(syncer, { names, settle }) {
		this.#syncer = syncer;
		this.names = names;
		this.#settle = settle;
		this.#rules = reversed(names?.rules);
		this.#reasons = reversed(names?.reasons);
	}
	get identity() {
		return this.#syncer.identity;
	}
	get stderr() {
		return this.#syncer.stderr ?? "";
	}
	get settle() {
		return this.#syncer.settle ?? this.#settle;
	}
	get takes() {
		return this.#syncer.takes;
	}
	reset(now, lastTs) {
		return this.#syncer.reset(now, lastTs);
	}
	async sync(request) {
		const reply = await this.#syncer.sync(request);
		const { mismatches, error } = reply;
		return {
			...reply,
			mismatches: mismatches.map(({ rule, detail }) => ({
				rule: this.#rules.get(rule) ?? rule,
				detail
			})),
			error: error === null ? null : this.#reasons.get(error) ?? error
		};
	}
	metrics(now) {
		return this.#syncer.metrics(now);
	}
	async end() {
		await this.#syncer.end?.();
	}
};
function reversed(names = /* @__PURE__ */ new Map()) {
	return new Map([...names].map(([ours, theirs]) => [theirs, ours]));
}
// src/protocol/command-words.ts
const BLANK = /[ \t]/;
const CONTROL = /[^\P{Cc}\t]/u;
const FOR_A_SHELL = /[$`|&;<>(){}[\]*?]/;
const FOR_A_SHELL_AT_THE_START = /[#~]/;
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*=/;
/**
* Splits a command into words as a POSIX shell does for plain words and quotes. No shell is used, so whatever
* one would act on is refused, never passed on as it is: `$`, `|`, `;`, backticks, patterns, and a backslash
* outside single quotes where a shell would drop it.
*
* @throws DrillError `usage`.
*/
function splitCommand(command) {
	if (CONTROL.test(command)) throw refusal(command, "a control character is refused");
	const words = [];
	let at = 0;
	while (at < command.length) {
		if (BLANK.test(command.charAt(at))) {
			at += 1;
			continue;
		}
		const { word, next } = readWord(command, at);
		words.push(word);
		at = next;
	}
	if ((words[0] ?? "") === "") throw refusal(command, "a program is needed, such as python3 my_adapter.py");
	if (ASSIGNMENT.test(words[0] ?? "")) throw refusal(command, "a variable cannot be set here; set it for the drill, which passes it on");
	return words;
}
function readWord(command, start) {
	let word = "";
	let at = start;
	while (at < command.length && !BLANK.test(command.charAt(at))) {
		const character = command.charAt(at);
		if (character === "'" || character === "\"") {
			const end = command.indexOf(character, at + 1);
			if (end === -1) throw refusal(command, `the quote ${character} is not closed`);
			const inside = command.slice(at + 1, end);
			word += character === "'" ? inside : insideDoubleQuotes(command, inside);
			at = end + 1;
		} else {
			word += plain(command, character, at === start);
			at += 1;
		}
	}
	return {
		word,
		next: at
	};
}
function plain(command, character, isFirst) {
	if (character === "\\") throw refusal(command, "a \\ outside quotes is refused; put a Windows path in single quotes");
	if (FOR_A_SHELL.test(character) || isFirst && FOR_A_SHELL_AT_THE_START.test(character)) throw refusal(command, `${require_field_reader.printable(character)} means something to a shell, and none is used: put it in single quotes, or put the whole line into a script and name that`);
	return character;
}
function insideDoubleQuotes(command, text) {
	const special = /[$`]|\\[$`\\]|\\$/.exec(text)?.[0];
	if (special === void 0) return text;
	throw refusal(command, `${require_field_reader.printable(special)} inside double quotes means something to a shell: use single quotes`);
}
function refusal(command, what) {
	return new require_field_reader.DrillError("usage", `syncer ${require_field_reader.quoted(command)}: ${what}`);
}
// src/protocol/envelope.ts
const MOST_ERROR_CHARACTERS = 500;
/**
* Reads one line as the reply to the outstanding request.
*
* @param outstanding null where nothing was asked, or all was answered.
* @throws DrillError `syncer_broke_off` where it is anything else: the session cannot be trusted any more.
*/
function readReply(line, outstanding, errorText = answeredWithError) {
	const reply = parseLine(line);
	if (outstanding === null || outstanding.type === "bye") throw breach(`a reply that nobody asked for, with id ${require_field_reader.nameOf(reply.id)}`);
	if (reply.id !== outstanding.id) throw breach(whyWrongId(reply.id, outstanding));
	if (reply.type === "error") throw answeredError(reply, outstanding, errorText);
	if (reply.type !== `${outstanding.type}_ok`) throw breach(`expected type ${outstanding.type}_ok or error, got ${require_field_reader.nameOf(reply.type)}`);
	return reply;
}
/** What a program's answer `error` is reported as. */
function answeredWithError(type, said) {
	return `it answered ${type} with error ${said}`;
}
/** A reply whose fields are wrong. */
function badFields(type, what) {
	return breach(`${type}_ok: ${what}`);
}
function breach(what) {
	return new require_field_reader.DrillError("syncer_broke_off", `it broke the protocol: ${what}`);
}
function parseLine(line) {
	const reply = parseOrUndefined(line);
	if (require_field_reader.isRecord(reply)) return reply;
	throw breach(`a line is not a JSON object: ${require_field_reader.quoted(line.slice(0, 80))}; print nothing but replies to standard output; logs go to standard error`);
}
function parseOrUndefined(line) {
	try {
		return JSON.parse(line);
	} catch {
		return;
	}
}
function whyWrongId(id, { type, id: wanted }) {
	return `${typeof id === "string" && /^[0-9]{1,9}$/.test(id) && Number(id) < Number(wanted) ? "a late or repeated reply" : "a reply with an unknown id"}: ${type} has id ${require_field_reader.quoted(wanted)}, got ${require_field_reader.nameOf(id)}; give each request's id back as it is`;
}
function answeredError({ code, message }, { type }, errorText) {
	const said = [code, message].map((part) => typeof part === "string" ? part : require_field_reader.nameOf(part)).join(": ");
	const shown = require_field_reader.printable(said.slice(0, MOST_ERROR_CHARACTERS));
	return new require_field_reader.DrillError("syncer_broke_off", errorText(type, shown));
}
// src/protocol/put-back.ts
/**
* Does to the snapshot that was fed what a module did to its copy, so that the drill sees it changed; does nothing
* where it was left alone.
*/
function putBack(fed, changed) {
	if (!require_field_reader.isRecord(fed) || changed === void 0) return;
	const left = require_field_reader.isRecord(changed) ? changed : {};
	for (const name of Object.keys(fed)) if (!Object.hasOwn(left, name)) Reflect.deleteProperty(fed, name);
	for (const [name, value] of Object.entries(left)) Reflect.defineProperty(fed, name, {
		value,
		configurable: true,
		enumerable: true,
		writable: true
	});
}
// src/protocol/time-limits.ts
/** What holds where `--syncer-timeouts` says nothing, in ms. */
const DEFAULT_TIME_LIMITS = {
	hello: 1e4,
	request: 5e3,
	bye: 5e3,
	run: 3e5
};
/** How long the answer to a request of this type may take, in ms. */
function limitOf(type, limits) {
	if (type === "hello") return limits.hello;
	return type === "bye" ? limits.bye : limits.request;
}
/** `0.3 s` */
function inSeconds(ms) {
	return `${ms / 1e3} s`;
}
// src/protocol/counterpart.ts
/** A program of the user's. */
function programOf(words) {
	const name = require_field_reader.printable(words.join(" "));
	return {
		channel: "standard",
		name,
		unnamed: {
			name,
			version: "unknown",
			language: "unknown"
		},
		whyLate: (type, limit, waiting) => {
			const advice = waiting === 0 ? "is standard output flushed after each line?" : `${waiting} bytes came without a newline at their end`;
			return `it did not answer ${type} within ${inSeconds(limit)}; ${advice}`;
		},
		errorText: answeredWithError,
		endedAdvice: () => "",
		onSynced: () => void 0
	};
}
/** A module of the user's, in a process that hosts it. */
function moduleOf(path) {
	const called = (type) => type === "hello" ? "loading" : type;
	const advice = `; a program that speaks the protocol is named with what runs it: node ${require_field_reader.printable(path)}`;
	return {
		channel: "beside",
		name: require_field_reader.printable(path),
		unnamed: unnamedModule(path),
		whyLate: (type, limit) => `${called(type)}: it did not come back within ${inSeconds(limit)}`,
		errorText: (_, said) => said,
		endedAdvice: (type) => type === "hello" ? advice : "",
		onSynced: (request, reply) => putBack(request.snapshot, reply.snapshot)
	};
}
// src/protocol/program-syncer.ts
/**
* A syncer in a process of its own, a program or the host of a module, spoken to in JSON lines (docs/protocol.md).
* The process starts at the first call. At the first breach of the protocol it is killed with its whole process
* group, and every call from then on says why.
*/
var ProgramSyncer = class {
	#words;
	#counterpart;
	#ports;
	#limits;
	#unnamed;
	#hello;
	#program = null;
	#outstanding = null;
	#asked = 0;
	#hasEnded = false;
	#broken = null;
	#wholeRun;
	constructor(words, ports, limits, counterpart = programOf(words)) {
		this.#words = words;
		this.#counterpart = counterpart;
		this.#ports = ports;
		this.#limits = limits;
		this.#unnamed = counterpart.unnamed;
	}
	/** As it introduced itself; before that, as the user named it. */
	get identity() {
		return this.#hello?.identity ?? this.#unnamed;
	}
	get settle() {
		return this.#hello?.settle;
	}
	get takes() {
		return this.#hello?.takes;
	}
	get stderr() {
		return this.#program?.stderr ?? "";
	}
	async reset(now, lastTs) {
		if (this.#broken === null && (this.#program === null || this.#hasEnded)) await this.#start();
		await this.#ask("reset", lastTs === void 0 ? { now } : {
			now,
			last_ts: lastTs
		});
	}
	async sync(request) {
		const reply = await this.#ask("sync", syncFields(request, this.#hello));
		this.#counterpart.onSynced(request, reply);
		return this.#understand("sync", () => readSync$1(reply));
	}
	async metrics(now) {
		const reply = await this.#ask("metrics", { now });
		return this.#understand("metrics", () => readMetrics(reply));
	}
	async end() {
		if (this.#program === null || this.#hasEnded) return;
		const answer = this.#ask("bye", {});
		this.#program.closeInput();
		await answer;
		this.#leave();
		this.#hasEnded = true;
	}
	/** Kills what is left of the program, at any time. */
	dispose() {
		this.#breakOff("the drill has ended");
	}
	async #start() {
		const { run } = this.#limits;
		this.#hasEnded = false;
		this.#wholeRun = setTimeout(() => this.#breakOff(`the whole run took over ${inSeconds(run)}`), run);
		const listener = {
			onLine: (line) => this.#take(line),
			onFault: (why) => this.#breakOff(why),
			onExit: (how, isWell) => this.#exited(how, isWell)
		};
		this.#program = new Program(this.#words, this.#ports, listener, this.#counterpart.channel);
		const reply = await this.#ask("hello", { protocol: PROTOCOL });
		this.#hello = this.#understand("hello", () => readHello(reply));
	}
	#ask(type, fields) {
		return new Promise((resolve, reject) => {
			if (this.#broken !== null || this.#program === null) {
				reject(this.#broken ?? new require_field_reader.DrillError("syncer_broke_off", "it was not reset first"));
				return;
			}
			this.#asked += 1;
			const id = String(this.#asked);
			const limit = limitOf(type, this.#limits);
			const timer = setTimeout(() => this.#breakOff(this.#whyLate(type, limit)), limit);
			this.#outstanding = {
				id,
				type,
				resolve,
				reject,
				timer
			};
			this.#program.send(JSON.stringify({
				type,
				id,
				...fields
			}));
		});
	}
	#take(line) {
		try {
			const reply = readReply(line, this.#outstanding, this.#counterpart.errorText);
			this.#settle()?.resolve(reply);
		} catch (error) {
			this.#breakOff(require_field_reader.messageOf(error));
		}
	}
	#understand(type, read) {
		try {
			return read();
		} catch (error) {
			const why = error instanceof require_field_reader.DrillError && error.code === "bad_input" ? badFields(type, require_field_reader.messageOf(error)).message : require_field_reader.messageOf(error);
			throw this.#breakOff(why);
		}
	}
	#exited(how, isWell) {
		const type = this.#outstanding?.type;
		if (type === "bye" && isWell) this.#settle()?.resolve({});
		else if (type === "bye") this.#breakOff(`it ${how} after bye, and 0 is expected`);
		else {
			const when = type === void 0 ? "between requests" : `before it answered ${type}`;
			this.#breakOff(`it ${how} ${when}${this.#counterpart.endedAdvice(type)}`);
		}
	}
	#whyLate(type, limit) {
		if (type === "bye") return `it did not end within ${inSeconds(limit)} after bye and the end of its input`;
		return this.#counterpart.whyLate(type, limit, this.#program?.waiting ?? 0);
	}
	#settle() {
		const outstanding = this.#outstanding;
		this.#outstanding = null;
		clearTimeout(outstanding?.timer);
		return outstanding;
	}
	#breakOff(why) {
		const last = this.#program?.lastWords ?? "";
		const words = last === "" ? "" : `; the last line of its standard error: ${last}`;
		this.#broken ??= new require_field_reader.DrillError("syncer_broke_off", `${this.#counterpart.name}: ${why}${words}`);
		this.#leave();
		this.#settle()?.reject(this.#broken);
		return this.#broken;
	}
	#leave() {
		clearTimeout(this.#wholeRun);
		this.#program?.kill();
	}
};
// src/protocol/open-syncer.ts
const MODULE = /\.[cm]?[jt]s$/;
/**
* The syncer that a `--syncer` names: a command to speak the protocol with, or the path of a module, which a
* process of its own hosts. Nothing is started or loaded before the first drill.
*
* @throws DrillError `usage` where the command needs a shell.
*/
function openSyncer(command, ports, limits = DEFAULT_TIME_LIMITS) {
	const words = splitCommand(command);
	const [path = ""] = words;
	const syncer = words.length === 1 && MODULE.test(path) ? new ProgramSyncer([...ports.moduleHost, path], ports, limits, moduleOf(path)) : new ProgramSyncer(words, ports, limits);
	return {
		syncer,
		dispose: () => syncer.dispose()
	};
}
// src/fire-drill/subject.ts
/**
* Opens the syncer that is to be drilled.
*
* @param ports asked for only where a program is to be started.
* @throws DrillError `usage` where the command needs a shell.
*/
function openSubject({ command, suite, prefix, limits, ...declared }, ports) {
	const common = {
		suite,
		drills: drillsOf$1(suite, prefix),
		prefix,
		toolVersion: TOOL_VERSION
	};
	if (command !== null) {
		const opened = openSyncer(command, ports(), limits);
		return {
			...common,
			...opened,
			syncer: new DeclaredSyncer(opened.syncer, declared)
		};
	}
	const settle = suite === "life" ? ADVISED : AT_ONCE;
	return {
		...common,
		syncer: new BundledSyncer(TOOL_VERSION, prefix, settle),
		dispose: () => void 0
	};
}
// src/replay/history-names.ts
const MOST_CHARACTERS = 40;
/**
* The names that the evidence of histories goes by, made of their files': lowercase letters, digits, `_` and `-`, no two
* alike.
*/
function historyNames(files) {
	const names = [];
	for (const file of files) {
		const base = file === "-" ? "stdin" : plainName(file);
		let name = base;
		for (let number = 2; names.includes(name); number++) name = `${base}_${number}`;
		names.push(name);
	}
	return names;
}
function plainName(file) {
	return (0, node_path.basename)(file).replace(/\.[a-z0-9]{1,8}$/i, "").toLowerCase().replace(/[^a-z0-9_-]+/g, "_").replace(/^_+|_+$/g, "").slice(0, MOST_CHARACTERS) || "history";
}
// src/syncer/canonical-snapshot.ts
/** The snapshot in wire form (contract, section 2), its rows in the order in which they came. */
function snapshotToWire({ positions, openOrders, ts, source }) {
	return {
		positions: positions.map(positionRow),
		open_orders: openOrders.map(orderRow),
		ts,
		source
	};
}
function orderRow(order) {
	const row = {
		filled_qty: order.filledQty?.text ?? null,
		order_id: order.orderId,
		order_type: order.orderType,
		price: order.price.text,
		qty: order.qty?.text ?? null,
		reduce_only: order.reduceOnly,
		side: order.side,
		status: order.status,
		symbol: order.symbol,
		ts: order.ts
	};
	return order.clientOrderId === void 0 ? row : {
		client_order_id: order.clientOrderId,
		...row
	};
}
function positionRow(position) {
	const row = {
		entry_price: position.entryPrice?.text ?? null,
		leverage: position.leverage,
		mark_price: position.markPrice?.text ?? null,
		qty: position.qty.text,
		side: position.side,
		symbol: position.symbol,
		ts: position.ts,
		unrealized_pnl: position.unrealizedPnl?.text ?? null
	};
	if (position.marginMode === void 0) return row;
	const { entry_price, leverage, ...rest } = row;
	return {
		entry_price,
		leverage,
		margin_mode: position.marginMode,
		...rest
	};
}
// src/syncer/parse-ccxt.ts
const NOT_SAID = "UNKNOWN";
const ZERO = require_field_reader.decimal("0");
const FORM = "{\"timestamp\": ms, \"positions\": [...], \"open_orders\": [...]}";
/** Statuses of orders that cannot fill any more, in ccxt's words. */
const FINAL = [
	"closed",
	"canceled",
	"expired",
	"rejected"
];
/**
* Reads `{"timestamp"?: ms, "positions"?: [...], "open_orders": [...]}` with rows in ccxt's unified structures
* (ccxt manual, "Position Structure" and "Order Structure"; mapping: contract, section 7).
*
* `timestamp` is as of when the answer holds. Without it, ts is that of the newest row, which is good for one look: the
* newest row may leave, and the next snapshot would be older than this one.
*
* What decides a verdict must be there; what no rule needs may be null: a type or status that the
* exchange did not say becomes UNKNOWN, a fractional leverage becomes null.
*
* @throws DrillError `bad_input`: `details` names every bad path, such as `positions[0].contracts`.
*/
function parseCcxt(value, { needsTimestamp = false } = {}) {
	if (!require_field_reader.isRecord(value)) {
		const problem = `top level: expected ${FORM}, got ${require_field_reader.nameOf(value)}`;
		throw new require_field_reader.DrillError("bad_input", problem, { details: [problem] });
	}
	const problems = [];
	const fields = new require_field_reader.FieldReader(value, "", problems);
	const timestamp = needsTimestamp ? fields.timestamp("timestamp") : fields.optional("timestamp", fields.timestamp);
	const positions = (value.positions === void 0 ? [] : fields.rows("positions", pathed$1)).map(([row, path]) => readPosition(row, path, problems)).filter((position) => !require_field_reader.isZero(position.qty));
	const openOrders = fields.rows("open_orders", pathed$1).filter(([row]) => !isFinal(row)).map(([row, path]) => readOrder(row, path, problems));
	const ts = timestamp ?? greatestTs([...positions, ...openOrders]);
	if (ts === null) fields.refuse("timestamp", "no row carries a timestamp, so expected the snapshot's own", null);
	refuseProblems(problems);
	return {
		positions,
		openOrders,
		ts: ts ?? 0,
		source: "exchange"
	};
}
function pathed$1(row, path) {
	return [row, path];
}
function isFinal(row) {
	return require_field_reader.isRecord(row) && typeof row.status === "string" && FINAL.includes(row.status.toLowerCase());
}
function readPosition(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	const contracts = fields.looseDecimal("contracts");
	const leverage = fields.optional("leverage", fields.looseDecimal);
	const marginMode = readMarginMode(fields);
	return {
		...marginMode === null ? null : { marginMode },
		symbol: fields.text("symbol"),
		...readSide(fields, contracts),
		entryPrice: fields.optional("entryPrice", fields.looseDecimal),
		markPrice: fields.optional("markPrice", fields.looseDecimal),
		unrealizedPnl: fields.optional("unrealizedPnl", fields.looseDecimal),
		leverage: leverage === null ? null : wholeNumber(leverage),
		ts: readTime(fields)
	};
}
function readMarginMode(fields) {
	const said = String(fields.raw("marginMode") ?? "").toLowerCase();
	if (said === "cross") return "CROSS";
	return said === "isolated" ? "ISOLATED" : null;
}
function readSide(fields, contracts) {
	const said = fields.raw("side");
	if (said === "long") return {
		side: "LONG",
		qty: contracts
	};
	if (said === "short") return {
		side: "SHORT",
		qty: contracts
	};
	if (require_field_reader.isZero(contracts)) return {
		side: "BOTH",
		qty: contracts
	};
	if (said !== null && said !== void 0 || fields.raw("hedged") === true) fields.refuse("side", "expected long or short", null);
	if (!require_field_reader.isNegative(contracts)) return {
		side: "LONG",
		qty: contracts
	};
	return {
		side: "SHORT",
		qty: require_field_reader.negated(contracts)
	};
}
function readOrder(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	const qty = fields.optional("amount", fields.looseDecimal);
	const type = fields.optional("type", fields.text);
	const clientOrderId = readOwnId(fields);
	return {
		...clientOrderId === null ? null : { clientOrderId },
		orderId: fields.id("id"),
		symbol: fields.text("symbol"),
		side: fields.oneOf("side", ["buy", "sell"]) === "buy" ? "BUY" : "SELL",
		orderType: type === null ? NOT_SAID : type.toUpperCase(),
		price: readPrice(fields, type),
		qty,
		filledQty: readFilled(fields, qty),
		reduceOnly: fields.optional("reduceOnly", fields.boolean) ?? false,
		status: fields.optional("status", fields.text)?.toUpperCase() ?? NOT_SAID,
		ts: readTime(fields)
	};
}
function readOwnId(fields) {
	return fields.raw("clientOrderId") === "" ? null : fields.optional("clientOrderId", fields.id);
}
function readPrice(fields, type) {
	if (type === "limit") return fields.looseDecimal("price");
	return fields.optional("price", fields.looseDecimal) ?? ZERO;
}
function readFilled(fields, amount) {
	const filled = fields.optional("filled", fields.looseDecimal);
	if (filled !== null || amount === null) return filled;
	const remaining = fields.optional("remaining", fields.looseDecimal);
	return remaining === null ? null : require_field_reader.subtractDecimals(amount, remaining);
}
function readTime(fields) {
	return fields.optional("lastUpdateTimestamp", fields.timestamp) ?? fields.optional("timestamp", fields.timestamp);
}
function wholeNumber({ text }) {
	const whole = /^(-?[0-9]+)(?:\.0+)?$/.exec(text)?.[1];
	const value = whole === void 0 ? NaN : Number(whole) + 0;
	return Number.isSafeInteger(value) ? value : null;
}
function greatestTs(rows) {
	let greatest = rows.length === 0 ? 0 : null;
	for (const { ts } of rows) if (ts !== null && (greatest === null || ts > greatest)) greatest = ts;
	return greatest;
}
// src/replay/in-field.ts
/**
* Reads what stands in a field by a reader of its own, and notes what that refuses by its path from here.
*
* @returns null where it was refused.
*/
function inField(name, problems, read) {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof require_field_reader.DrillError)) throw error;
		const details = error.details.length > 0 ? error.details : [`top level: ${error.message}`];
		problems.push(...details.map((detail) => pathed(name, detail)));
		return null;
	}
}
function pathed(name, detail) {
	return detail.startsWith("top level: ") ? `${name}: ${detail.slice(11)}` : `${name}.${detail}`;
}
// src/syncer/known-wire.ts
/**
* What the system believes, in wire form (contract, section 7): the lists that were told, sorted, since their order
* means nothing; null where nothing was told.
*
* @throws DrillError `bad_input` where it is no such thing.
*/
function knownToWire(known) {
	const { orderIds, orders, positions } = readKnown$1(known);
	if (orderIds === null && orders === null && positions === null) return null;
	return {
		...orderIds === null ? null : { order_ids: [...orderIds].sort(compareText) },
		...orders === null ? null : { orders: sorted(orders, orderKey).map(orderToWire) },
		...positions === null ? null : { positions: sorted(positions, positionKey).map(positionToWire) }
	};
}
function sorted(rows, keyOf) {
	return rows.map((row) => [row, keyOf(row)]).sort(([, a], [, b]) => compareKeys(a, b)).map(([row]) => row);
}
function compareKeys(a, b) {
	for (const [index, part] of a.entries()) {
		const order = compareText(part, b[index] ?? "");
		if (order !== 0) return order;
	}
	return 0;
}
function orderKey({ symbol, orderId }) {
	return [symbol, orderId];
}
function positionKey({ symbol, side, marginMode }) {
	return [
		symbol,
		side,
		marginMode ?? ""
	];
}
function orderToWire({ orderId, symbol, side, price, qty }) {
	return {
		order_id: orderId,
		symbol,
		...said("side", side),
		...said("price", textOf(price)),
		...said("qty", textOf(qty))
	};
}
function positionToWire({ symbol, side, qty, marginMode }) {
	return {
		symbol,
		side,
		...said("qty", textOf(qty)),
		...said("margin_mode", marginMode)
	};
}
function said(name, value) {
	return value === null || value === void 0 ? {} : { [name]: value };
}
function textOf(number) {
	if (number === null || number === void 0) return null;
	return typeof number === "string" ? require_field_reader.parseDecimal(number)?.text ?? number : number.text;
}
// src/replay/read-known.ts
/** Reads what the system believed: null, ids alone as a list, or `{"order_ids"?, "orders"?, "positions"?}`. */
function readKnown(fields, problems) {
	const value = fields.raw("known");
	if (value === null) return null;
	if (!Array.isArray(value) && !require_field_reader.isRecord(value)) return fields.refuse("known", "expected null, a list of order ids, or an object", null);
	const read = () => knownToWire(parseExpected(Array.isArray(value) ? { order_ids: value } : value));
	const own = [];
	const known = inField("known", own, read);
	problems.push(...own.map((one) => Array.isArray(value) ? one.replace("known.order_ids", "known") : one));
	return require_field_reader.isRecord(known) ? known : null;
}
// src/replay/read-line.ts
const FIELDS = [
	"at",
	"settle",
	"restart",
	"known",
	"format",
	"snapshot",
	"fetch_error",
	"expect"
];
const EXPECT_FIELDS = ["mismatches", "error"];
const NO_WIRE = null;
/**
* Reads one line of a history.
*
* @param line its number, from 1.
* @throws DrillError `bad_input`, its message led by the line's number.
*/
function readLine(text, line) {
	try {
		if (text.trim() === "") throw new require_field_reader.DrillError("bad_input", "it is empty");
		const problems = [];
		const fields = new require_field_reader.FieldReader(parseJson(text), "", problems);
		const read = {
			line: {
				line,
				text,
				...readSync(fields, problems)
			},
			settle: readSettle(fields, line, problems)
		};
		refuseProblems(problems);
		return read;
	} catch (cause) {
		if (!(cause instanceof require_field_reader.DrillError)) throw cause;
		const { details } = cause;
		throw new require_field_reader.DrillError("bad_input", `line ${line}: ${cause.message}`, {
			cause,
			details
		});
	}
}
function readSync(fields, problems) {
	fields.only(FIELDS);
	const format = fields.raw("format") === void 0 ? "canonical" : fields.oneOf("format", ["canonical", "ccxt"]);
	return {
		at: fields.timestamp("at"),
		restart: fields.raw("restart") === void 0 ? false : fields.boolean("restart"),
		known: readKnown(fields, problems),
		...readAnswer(fields, format, problems),
		expect: readExpect(fields, problems)
	};
}
function readAnswer(fields, format, problems) {
	const [snapshot, fetchError] = [fields.raw("snapshot"), fields.raw("fetch_error")];
	if (fetchError !== void 0) {
		if (snapshot !== void 0) fields.refuse("snapshot", "expected none beside a fetch_error", null);
		return {
			snapshot: NO_WIRE,
			fetchError: fields.oneOf("fetch_error", FETCH_ERROR_REASONS)
		};
	}
	if (snapshot === void 0) fields.refuse("snapshot", "expected a snapshot, or a fetch_error", null);
	const parsed = snapshot === void 0 ? null : inField("snapshot", problems, () => format === "ccxt" ? parseCcxt(snapshot, { needsTimestamp: true }) : parseSnapshot(snapshot));
	return {
		snapshot: parsed === null ? NO_WIRE : snapshotToWire(parsed),
		fetchError: null
	};
}
function readExpect(fields, problems) {
	const value = fields.raw("expect");
	if (value === void 0) return null;
	const expect = new require_field_reader.FieldReader(value, "expect", problems);
	expect.only(EXPECT_FIELDS);
	const ruleAt = (rule, path) => {
		const known = MISMATCH_RULES.find((one) => one === rule);
		if (known !== void 0) return [known];
		problems.push(`${path}: expected ${MISMATCH_RULES.join(", ")}, got ${require_field_reader.nameOf(rule)}`);
		return [];
	};
	return {
		mismatches: expect.rows("mismatches", ruleAt).flat(),
		error: expect.optional("error", (name) => expect.oneOf(name, FETCH_ERROR_REASONS))
	};
}
function readSettle(fields, line, problems) {
	const value = fields.raw("settle");
	if (value === void 0) return null;
	if (line > 1) return fields.refuse("settle", "expected on the first line alone", null);
	const settle = new require_field_reader.FieldReader(value, "settle", problems);
	settle.only(["syncs", "ms"]);
	const read = {
		syncs: settle.integer("syncs"),
		ms: settle.integer("ms")
	};
	const problem = settleProblem(read);
	if (problem !== null) problems.push(`settle: ${problem}`);
	return read;
}
// src/replay/parse-history.ts
/** The most bytes that a history may have: 32 MiB, so that its evidence is never more than `verify` takes. */
const MOST_HISTORY_BYTES = 33554432;
const MOST_LINES = 2e4;
/**
* Reads a history: JSON lines, one a sync (contract, section 5), and on the first the grace that its expectations
* hold for. Strictly: a field that is misspelt would ask for nothing, unseen.
*
* @throws DrillError `bad_input` that names the first bad line and what is wrong in it, by its path.
*/
function parseHistory(text) {
	if (text.length > 33554432) throw new require_field_reader.DrillError("bad_input", `this is too large: it may have ${MOST_HISTORY_BYTES / 2 ** 20} MiB`);
	const texts = text.split("\n");
	if (texts.at(-1) === "") texts.pop();
	if (texts.length === 0) throw new require_field_reader.DrillError("bad_input", "no line in it: one a sync is needed");
	if (texts.length > MOST_LINES) throw new require_field_reader.DrillError("bad_input", `${texts.length} lines are more than the ${MOST_LINES} that it may have`);
	const read = texts.map((one, index) => readLine(one.replace(/\r$/, ""), index + 1));
	const lines = read.map(({ line }) => line);
	refuseSteppingBack(lines);
	return {
		settle: read[0]?.settle ?? AT_ONCE,
		lines
	};
}
function refuseSteppingBack(lines) {
	for (const [index, { at, line }] of lines.entries()) {
		const before = lines[index - 1]?.at ?? at;
		if (at < before) throw new require_field_reader.DrillError("bad_input", `line ${line}: at: ${at} is before the ${before} of the line above`);
	}
}
// src/action/runner/subject.ts
const KEPT_BACK = /^(?:INPUT_|ACTIONS_)|^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$/i;
/**
* What the inputs ask to be drilled: the bundled syncer, or one of the user's own, and what is said of it.
*
* @param known the names of all checks that there are.
* @throws DrillError `usage` where the command of `syncer` needs a shell, `bad_input` for a file that cannot be read.
*/
function subjectOf(inputs, ports, readText, known) {
	const { syncer: command, suite, metricPrefix: prefix, names, settle, expectedFailures, replay } = inputs;
	const said = {
		...settle !== null && { settle },
		...names !== null && { names: fromFile("names", names, readText, (text) => parseNames(parseJson(text))) }
	};
	const listed = expectedFailures === null ? /* @__PURE__ */ new Set() : fromFile("expected-failures", expectedFailures, readText, (text) => parseExpectedFailures(text, known));
	const named = historyNames(replay);
	const histories = replay.map((path, index) => ({
		name: named[index] ?? "",
		history: fromFile("replay", path, readText, parseHistory)
	}));
	return {
		...openSubject({
			command,
			suite,
			prefix,
			...said
		}, () => {
			const { env, ...others } = ports();
			return {
				...others,
				env: withoutSecrets(env)
			};
		}),
		listed,
		histories
	};
}
function fromFile(input, path, readText, parse) {
	try {
		return parse(readText(path));
	} catch (cause) {
		const why = require_field_reader.printable(require_field_reader.messageOf(cause));
		throw new require_field_reader.DrillError("bad_input", `input ${input}: ${require_field_reader.printable(path)}: ${why}`, { cause });
	}
}
/** The environment that a drilled program gets: without what belongs to the runner and to this action. */
function withoutSecrets(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !KEPT_BACK.test(name)));
}
// src/action/main.ts
if (isModuleHost(process)) hostModule(process);
else actOnRunner(async (inputs) => subjectOf(inputs, () => processPorts(process), (path) => (0, node_fs.readFileSync)(path, "utf8"), inputs.expectedFailures === null ? /* @__PURE__ */ new Set() : await allCheckNames(inputs.metricPrefix)));
exports.AT_ONCE = AT_ONCE;
exports.FETCH_ERROR_REASONS = FETCH_ERROR_REASONS;
exports.LIFE_ID = LIFE_ID;
exports.LIFE_TITLE = LIFE_TITLE;
exports.MISMATCH_RULES = MISMATCH_RULES;
exports.MetricsText = MetricsText;
exports.RULES = RULES;
exports.TAKEN_BY_ALL = TAKEN_BY_ALL;
exports.TELLABLE = TELLABLE;
exports.asListed = asListed;
exports.canonicalJson = canonicalJson;
exports.comparesTwoSides = comparesTwoSides;
exports.findingDeviations = findingDeviations;
exports.hasGrace = hasGrace;
exports.later = later;
exports.renderCheck = renderCheck;
exports.sightOf = sightOf;
exports.untakenBy = untakenBy;
exports.waitFor = waitFor;
exports.withoutCreated = withoutCreated;
exports.wordIn = wordIn;
