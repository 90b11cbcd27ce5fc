import { createRequire } from "node:module";
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __require = /* #__PURE__ */ (() => createRequire(import.meta.url))();
// src/errors.ts
/**
* The one error class of this package.
*
* `message` is one line that says what, where and what to do. `details` holds every single finding
* where there are several (for instance each bad path of a snapshot); `cause` is the original error.
*/
var DrillError = class extends Error {
	name = "DrillError";
	code;
	details;
	constructor(code, message, options = {}) {
		super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
		this.code = code;
		this.details = options.details ?? [];
	}
};
/** The message of anything that was thrown, for building a larger message around it. */
function messageOf(thrown) {
	const message = thrown instanceof Error ? thrown.message : thrown;
	try {
		return String(message);
	} catch {
		return "what was thrown has no text";
	}
}
/** The system's code (`EACCES`, `ENOENT`, ...) of a thrown error, or undefined where it has none. */
function systemCodeOf(thrown) {
	if (!(thrown instanceof Error) || !("code" in thrown)) return void 0;
	return typeof thrown.code === "string" ? thrown.code : void 0;
}
// src/syncer/printable.ts
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/**
* Text from outside made safe for one line of a log or a terminal: every control or format character
* and every unpaired surrogate becomes `\u{hex}`; everything that can be read stays as it is.
*/
function printable(text) {
	return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
/** {@link printable} in double quotes, with quotes and backslashes inside escaped. */
function quoted(text) {
	return `"${printable(text.replace(/["\\]/g, "\\$&"))}"`;
}
// src/syncer/rules/rule-row.ts
/** A copy of the rows in which the chosen one is changed. */
function withChosen(rows, pick, change) {
	const chosen = pick % Math.max(rows.length, 1);
	return rows.flatMap((row, index) => index === chosen ? change(row) : [row]);
}
// src/syncer/rules/duplicate-key.ts
/** Two rows have the same key. */
const DUPLICATE_KEY = {
	name: "duplicate_key",
	comparesTwoSides: false,
	find: ({ snapshot }) => [...duplicatePositions(snapshot), ...duplicateOrders(snapshot)],
	fault: (account, pick) => {
		const twice = (row) => [{ ...row }, {
			...row,
			qty: "0.7"
		}];
		const which = Math.floor(pick / 2);
		return pick % 2 === 0 ? {
			...account,
			positions: withChosen(account.positions, which, twice)
		} : {
			...account,
			open_orders: withChosen(account.open_orders, which, twice)
		};
	},
	provenBy: "b",
	words: {
		fires: "two positions share symbol and side, or two orders share an id; once for each surplus row",
		risk: "a row arrived twice: exposure is counted twice, or one of the two is not the truth",
		triage: "is the row like this in the exchange's own answer, or only after parsing?",
		resolution: "an invariant is broken: keep the evidence, report it as a bug of fetching or parsing, and trade by hand"
	}
};
function duplicatePositions({ positions }) {
	const found = [];
	const seenOfSide = /* @__PURE__ */ new Map();
	for (const { symbol, side } of positions) {
		const seen = seenOfSide.get(side) ?? /* @__PURE__ */ new Set();
		seenOfSide.set(side, seen);
		const before = seen.size;
		seen.add(symbol);
		if (seen.size === before) found.push(`position ${quoted(symbol)} ${side} appears again`);
	}
	return found;
}
function duplicateOrders({ openOrders }) {
	const found = [];
	const seen = /* @__PURE__ */ new Set();
	for (const { orderId } of openOrders) {
		const before = seen.size;
		seen.add(orderId);
		if (seen.size === before) found.push(`order ${quoted(orderId)} appears again`);
	}
	return found;
}
// src/syncer/decimal.ts
/**
* An exact decimal: `units / 10^scale`, with the text it came from.
*
* No binary fraction is ever involved: `units` is a whole number, kept as a `number` while it is a safe
* integer (which is exact) and as a `bigint` beyond. Why not a library: docs/decisions/0003.
*/
var Decimal = class {
	/** Plain notation, as given: `"0.10"` stays `"0.10"`; exponent notation arrives here expanded. */
	text;
	/** The digits without the point, with the sign. Negative zero is 0. */
	units;
	/** How many of the digits stand after the point. */
	scale;
	constructor(text, units, scale) {
		this.text = text;
		this.units = units;
		this.scale = scale;
	}
};
const DECIMAL_GRAMMAR = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,9}))?$/;
const MOST_CHARACTERS = 1e3;
const SAFE_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
/**
* Reads decimal text of JSON's number grammar (`-1`, `0.10`, `1.5e-7`).
*
* Returns undefined for anything else (`NaN`, `Infinity`, `""`, `+1`, `.5`, `01`, blanks) and for a number
* of more than 1,000 characters, as given or once its exponent is expanded.
*/
function parseDecimal(text) {
	const match = DECIMAL_GRAMMAR.exec(text);
	if (match === null || text.length > MOST_CHARACTERS) return void 0;
	const [, sign = "", whole = "", fraction = "", exponent] = match;
	if (exponent === void 0) return new Decimal(text, unitsOf(sign, whole + fraction), fraction.length);
	const plain = expandExponent(sign, whole, fraction, Number(exponent));
	return plain === void 0 ? void 0 : parseDecimal(plain);
}
/**
* Like {@link parseDecimal}, for decimals written in code.
*
* @throws RangeError where the text is not a decimal.
*/
function decimal(text) {
	const value = parseDecimal(text);
	if (value === void 0) throw new RangeError(`not a decimal: ${JSON.stringify(text)}`);
	return value;
}
/** True for a value below zero; negative zero is not. */
function isNegative(value) {
	return value.units < 0;
}
/** True for 0, -0, 0.00 and so on. */
function isZero(value) {
	return value.units === 0;
}
/** Numeric order: below 0, 0 or above 0. Scales do not matter: 1.0 equals 1.00. */
function compareDecimals(a, b) {
	if (a.scale === b.scale) return compareUnits(a.units, b.units);
	const scale = Math.max(a.scale, b.scale);
	return compareUnits(unitsAtScale(a, scale), unitsAtScale(b, scale));
}
function compareUnits(a, b) {
	if (a < b) return -1;
	return a > b ? 1 : 0;
}
/** The exact difference, at the larger of the two scales. */
function subtractDecimals(a, b) {
	const scale = Math.max(a.scale, b.scale);
	return decimalFromUnits(subtractUnits(unitsAtScale(a, scale), unitsAtScale(b, scale)), scale);
}
/** The decimal that is `units / 10^scale`, with its plain text. */
function decimalFromUnits(units, scale) {
	const sign = units < 0 ? "-" : "";
	const digits = String(units < 0 ? -units : units).padStart(scale + 1, "0");
	const point = digits.length - scale;
	return new Decimal(sign + (scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`), narrowest(units), scale);
}
/** The value's whole-number units at a scale at least its own; exact, a bigint where a number is not. */
function unitsAtScale(value, scale) {
	const shift = scale - value.scale;
	if (shift === 0 || value.units === 0) return value.units;
	const factor = POWERS_OF_TEN[shift];
	if (typeof value.units === "number" && factor !== void 0) {
		const scaled = value.units * factor;
		if (Number.isSafeInteger(scaled)) return scaled;
	}
	return BigInt(value.units) * 10n ** BigInt(shift);
}
/** Exact difference of two whole numbers. */
function subtractUnits(a, b) {
	if (typeof a === "number" && typeof b === "number") {
		const difference = a - b;
		if (Number.isSafeInteger(difference)) return difference;
	}
	return BigInt(a) - BigInt(b);
}
function unitsOf(sign, digits) {
	if (digits.length <= SAFE_DIGITS) {
		const magnitude = Number(digits);
		return sign === "-" && magnitude !== 0 ? -magnitude : magnitude;
	}
	return narrowest(BigInt(sign + digits));
}
function narrowest(units) {
	const asNumber = Number(units);
	return Number.isSafeInteger(asNumber) ? asNumber : units;
}
function expandExponent(sign, whole, fraction, exponent) {
	const digits = (whole + fraction).replace(/^0+(?=[0-9])/, "");
	const shifted = digits.length - fraction.length + exponent;
	const point = digits === "0" ? Math.min(shifted, 1) : shifted;
	if (Math.max(point, digits.length) - Math.min(point, 0) > MOST_CHARACTERS) return void 0;
	const before = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
	const after = point < 0 ? digits.padStart(digits.length - point, "0") : digits.slice(point);
	return after === "" ? sign + before : `${sign}${before}.${after}`;
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
	return positions.filter((position) => isNegative(position.qty)).map(({ symbol, side, qty }) => `position ${quoted(symbol)} ${side} has qty ${qty.text}`);
}
function negativeOrders({ openOrders }) {
	const found = [];
	for (const { orderId, qty } of openOrders) if (isNegative(qty)) found.push(`order ${quoted(orderId)} has qty ${qty.text}`);
	return found;
}
// src/syncer/rules/orphan-order.ts
const NOBODY_KNOWS = "orphan_ord_x";
/** An order is open that the system does not know. */
const ORPHAN_ORDER = {
	name: "orphan_order",
	comparesTwoSides: true,
	find: findOrphans,
	fault: (account) => {
		const [order = {}] = account.open_orders;
		const orphan = {
			...order,
			order_id: NOBODY_KNOWS,
			qty: "0.2"
		};
		return {
			...account,
			open_orders: [...account.open_orders, orphan]
		};
	},
	provenBy: "c",
	words: {
		fires: "an order's id is not among the known ones; not checked when none are given",
		risk: "an order that nobody tracks can fill, past every risk check",
		triage: "was it placed by hand, by another program, or by this system before a restart?",
		resolution: "cancel it on the exchange, or add it to what is tracked"
	}
};
function findOrphans({ snapshot, knownOrderIds }) {
	const found = [];
	if (knownOrderIds === null) return found;
	for (const { orderId, symbol } of snapshot.openOrders) if (!knownOrderIds.has(orderId)) found.push(`order ${quoted(orderId)} on ${quoted(symbol)} is not known`);
	return found;
}
// src/syncer/rules/ts-regression.ts
const HOUR_MS = 36e5;
/** The snapshot is older than the last accepted one. */
const TS_REGRESSION = {
	name: "ts_regression",
	comparesTwoSides: false,
	find: (input) => isRegression(input) ? [`snapshot ts ${input.snapshot.ts} is before the last accepted ts ${input.lastTs}`] : [],
	fault: (account) => ({
		...account,
		ts: account.ts - HOUR_MS
	}),
	provenBy: "d",
	words: {
		fires: "the snapshot is older than the last accepted one; equal is fine",
		risk: "decisions on an account of the past: a stale cache, or a clock that went back",
		triage: "how far back does it go? Seconds point to a cache, hours to a clock",
		resolution: "mostly passes by itself. If it stays: NTP on both machines, the exchange's cache and status page, or a `ts` that goes back when the newest row leaves the account"
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
/** All mismatch rules, in the order in which findings are reported (contract, section 3). A new rule is one row more. */
const RULES = [
	TS_REGRESSION,
	DUPLICATE_KEY,
	NEGATIVE_QTY,
	ORPHAN_ORDER
];
/** The names of all mismatch rules, in the order in which findings are reported. */
const MISMATCH_RULES = RULES.map(({ name }) => name);
/** All findings of all rules, in the order of the contract (section 3). Reads only. */
function findMismatches(input) {
	return RULES.flatMap(({ name, find }) => find(input).map((detail) => ({
		rule: name,
		detail
	})));
}
// src/syncer/field-reader.ts
const ZERO$1 = decimal("0");
/** True for a JSON object (not null, not an array). */
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/**
* Reads the fields of one untrusted object and notes every bad path in `problems`, instead of stopping at
* the first. What it returns for a bad field is a placeholder: use the results only where no problem was noted.
*/
var FieldReader = class {
	#fields;
	#path;
	#problems;
	#isObject;
	constructor(value, path, problems) {
		this.#path = path;
		this.#problems = problems;
		this.#isObject = isRecord(value);
		this.#fields = isRecord(value) ? value : {};
		if (!this.#isObject) this.#note(path, `expected an object, got ${nameOf(value)}`);
	}
	/** Text that is not empty. */
	text(name) {
		const value = this.raw(name);
		if (typeof value === "string" && value !== "") return value;
		return this.refuse(name, "expected text that is not empty", "");
	}
	/** An id: text, never a JSON number. */
	id(name) {
		if (typeof this.raw(name) !== "number") return this.text(name);
		return this.refuse(name, "expected an id in quotes (64-bit ids do not survive a JSON number)", "");
	}
	oneOf(name, allowed) {
		const value = this.raw(name);
		return allowed.find((candidate) => candidate === value) ?? this.refuse(name, `expected ${allowed.join(", ")}`, allowed[0]);
	}
	boolean(name) {
		const value = this.raw(name);
		return typeof value === "boolean" ? value : this.refuse(name, "expected true or false", false);
	}
	/** Unix ms: a whole number from 0 to 2^53 - 1. (Adding 0 turns JSON's -0 into 0.) */
	timestamp(name) {
		const value = this.raw(name);
		if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value + 0;
		return this.refuse(name, "expected Unix ms, a whole number of at least 0", 0);
	}
	/** A whole number that is exact in JSON. */
	integer(name) {
		const value = this.raw(name);
		return Number.isSafeInteger(value) ? Number(value) + 0 : this.refuse(name, "expected an integer", 0);
	}
	/** A decimal as text; a JSON number is refused, since it may have lost digits already. */
	decimal(name) {
		const value = this.raw(name);
		return (typeof value === "string" ? parseDecimal(value) : void 0) ?? this.refuse(name, "expected a decimal as text, such as \"0.10\"", ZERO$1);
	}
	/** A decimal as text or as a JSON number, which is taken by its shortest decimal text. */
	looseDecimal(name) {
		const value = this.raw(name);
		const found = typeof value === "number" ? parseDecimal(String(value)) : void 0;
		if (found !== void 0) return found;
		if (typeof value === "string") return this.decimal(name);
		return this.refuse(name, "expected a decimal", ZERO$1);
	}
	/** Reads with `read` unless the field is null, which means that the exchange did not say. */
	nullable(name, read) {
		return this.raw(name) === null ? null : read.call(this, name);
	}
	/** Like {@link nullable}, and a missing field counts as null too. */
	optional(name, read) {
		return this.raw(name) === void 0 ? null : this.nullable(name, read);
	}
	/** One result for each row of an array; rows are given with their path, `positions[0]`. */
	rows(name, read) {
		const value = this.raw(name);
		if (!Array.isArray(value)) return this.refuse(name, "expected an array", []);
		return value.map((row, index) => read(row, `${this.#at(name)}[${index}]`));
	}
	raw(name) {
		return Object.hasOwn(this.#fields, name) ? this.#fields[name] : void 0;
	}
	/** Notes a problem with a field, with what is there now, and hands the placeholder back. */
	refuse(name, expectation, placeholder) {
		if (this.#isObject) this.#note(this.#at(name), `${expectation}, got ${nameOf(this.raw(name))}`);
		return placeholder;
	}
	#at(name) {
		return this.#path === "" ? name : `${this.#path}.${name}`;
	}
	#note(path, what) {
		this.#problems.push(`${path === "" ? "top level" : path}: ${what}`);
	}
};
/** A short name for an untrusted value: `null`, `nothing`, `the number 5`, `the text "abc"`. */
function nameOf(value) {
	if (value === void 0) return "nothing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "an array";
	if (typeof value === "number") return `the number ${value}`;
	if (typeof value === "boolean") return String(value);
	if (typeof value !== "string") return "an object";
	return value.length > 40 ? `the text ${quoted(value.slice(0, 40))}…` : `the text ${quoted(value)}`;
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
// src/syncer/snapshot-shape.ts
const [LONG, SHORT, BOTH] = POSITION_SIDES;
const [BUY, SELL] = ORDER_SIDES;
/**
* What is wrong with a value that a port gave as an AccountSnapshot, or undefined where the rules can trust
* it. A port written without types could hand over `qty: "-1"`, which no rule would ever flag.
*/
function findShapeFault(value) {
	if (!isRecord(value)) return "the snapshot is not an object";
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
	return typeof row.symbol === "string" && (row.side === LONG || row.side === SHORT || row.side === BOTH) && row.qty instanceof Decimal;
}
function isOrder(row) {
	return typeof row.orderId === "string" && typeof row.symbol === "string" && (row.side === BUY || row.side === SELL) && row.qty instanceof Decimal && row.price instanceof Decimal && row.filledQty instanceof Decimal;
}
function isObject(value) {
	return typeof value === "object" && value !== null;
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
	const message = printable(messageOf(thrown).slice(0, MOST_MESSAGE_CHARACTERS));
	return {
		reason: reasonOf(thrown, 0) ?? "unknown",
		message
	};
}
function reasonOf(thrown, depth) {
	if (!isRecord(thrown) || depth > 5) return void 0;
	return FETCH_ERROR_REASONS.find((reason) => reason === thrown.reason) ?? (thrown.code === "bad_input" ? "parse" : void 0) ?? ownEntry(BY_CODE, systemCodeOf(thrown)) ?? ownEntry(BY_NAME, thrown.name) ?? ownEntry(BY_STATUS, thrown.status) ?? reasonOf(thrown.cause, depth + 1);
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
	#lastTs;
	#inFlight = false;
	constructor(options) {
		this.#port = options.port;
		this.#metrics = options.metrics;
		this.#lastTs = options.lastTs ?? 0;
	}
	/** Unix ms of the last accepted snapshot; 0 before the first and after an empty account. */
	get lastTs() {
		return this.#lastTs;
	}
	/**
	* Fetches a snapshot, checks it against the four rules and records the metrics. A failed fetch does not
	* throw: it comes back as `error`, and neither last ts nor a gauge moves.
	*
	* @param knownOrderIds the orders the system tracks; without it, orphans are not looked for.
	* @throws DrillError `sync_in_flight` where the previous call has not ended yet.
	*/
	async sync(knownOrderIds) {
		if (this.#inFlight) throw new DrillError("sync_in_flight", "sync() was called while another sync() of the same AccountSyncer is running: await it first");
		this.#inFlight = true;
		try {
			return await this.#syncOnce(knownOrderIds ?? null);
		} finally {
			this.#inFlight = false;
		}
	}
	async #syncOnce(knownOrderIds) {
		let snapshot;
		try {
			snapshot = await this.#fetch();
		} catch (thrown) {
			const error = toSyncError(thrown);
			this.#metrics.recordError(error.reason);
			return {
				ok: false,
				snapshot: null,
				mismatches: [],
				error
			};
		}
		return this.#check(snapshot, knownOrderIds === null ? null : asSet(knownOrderIds));
	}
	async #fetch() {
		const snapshot = await this.#port.fetchAccountSnapshot();
		const fault = findShapeFault(snapshot);
		if (fault === void 0) return snapshot;
		throw new DrillError("bad_input", `${fault}: build snapshots with parseSnapshot()`);
	}
	#check(snapshot, knownOrderIds) {
		const input = {
			snapshot,
			lastTs: this.#lastTs,
			knownOrderIds
		};
		const mismatches = findMismatches(input);
		if (!isRegression(input)) {
			this.#lastTs = snapshot.ts;
			this.#metrics.recordAccepted(snapshot);
		}
		this.#metrics.recordCompleted(mismatches);
		return {
			ok: mismatches.length === 0,
			snapshot,
			mismatches,
			error: null
		};
	}
};
function asSet(ids) {
	return ids instanceof Set ? ids : new Set(ids);
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
// src/syncer/canonical-snapshot.ts
const BATCH = 500;
/** A copy in canonical order: by (symbol, side). Rows of equal keys keep the order they came in. */
function canonicalPositions(positions) {
	return [...positions].sort((a, b) => compareText(a.symbol, b.symbol) || compareText(a.side, b.side));
}
/**
* A copy in canonical order: by (symbol, side, order_type, price, qty, order_id); price and qty as numbers.
* Orders that share the first three are gathered before they are sorted, so that most comparisons are of
* numbers that lie close together.
*/
function canonicalOrders(orders) {
	const sorted = [];
	for (const group of gather(orders).sort(([a], [b]) => compareGroups(a, b))) for (const order of group.sort(compareInGroup)) sorted.push(order);
	return sorted;
}
function gather(orders) {
	const groups = [];
	const bySymbol = /* @__PURE__ */ new Map();
	for (const order of orders) {
		const byType = childOf(childOf(bySymbol, order.symbol), order.side);
		const group = byType.get(order.orderType);
		if (group !== void 0) group.push(order);
		else {
			const started = [order];
			byType.set(order.orderType, started);
			groups.push(started);
		}
	}
	return groups;
}
function childOf(parent, key) {
	const child = parent.get(key);
	if (child !== void 0) return child;
	const made = /* @__PURE__ */ new Map();
	parent.set(key, made);
	return made;
}
function compareGroups(a, b) {
	return compareText(a.symbol, b.symbol) || compareText(a.side, b.side) || compareText(a.orderType, b.orderType);
}
function compareInGroup(a, b) {
	return compareDecimals(a.price, b.price) || compareDecimals(a.qty, b.qty) || compareText(a.orderId, b.orderId);
}
/**
* The snapshot as canonical JSON, without the newline that a file ends with. The rows are made with their keys
* already sorted and go through JSON.stringify: several times faster than the general renderer. Every
* value is text, an exact integer, a boolean or null, so nothing is dropped or rounded; a property test holds
* the two renderers equal.
*/
function renderSnapshot(snapshot) {
	return [
		"{\"open_orders\":",
		...orderPieces(snapshot.openOrders),
		",\"positions\":",
		...positionPieces(snapshot.positions),
		`,"source":${canonicalString(snapshot.source)},"ts":${snapshot.ts}}`
	].join("");
}
/** Open orders alone, as a canonical JSON array. */
function renderOrders(orders) {
	return orderPieces(orders).join("");
}
/** Positions alone, as a canonical JSON array. */
function renderPositions(positions) {
	return positionPieces(positions).join("");
}
function orderPieces(orders) {
	return rowPieces(canonicalOrders(orders), orderRow);
}
function positionPieces(positions) {
	return rowPieces(canonicalPositions(positions), positionRow);
}
function rowPieces(rows, toRow) {
	const pieces = ["["];
	for (let start = 0; start < rows.length; start += BATCH) {
		const batch = escapeNonAscii(JSON.stringify(rows.slice(start, start + BATCH).map(toRow)));
		pieces.push(start === 0 ? "" : ",", batch.slice(1, -1));
	}
	return [...pieces, "]"];
}
function orderRow(order) {
	return {
		filled_qty: order.filledQty.text,
		order_id: order.orderId,
		order_type: order.orderType,
		price: order.price.text,
		qty: order.qty.text,
		reduce_only: order.reduceOnly,
		side: order.side,
		status: order.status,
		symbol: order.symbol,
		ts: order.ts
	};
}
function positionRow(position) {
	return {
		entry_price: position.entryPrice?.text ?? null,
		leverage: position.leverage,
		mark_price: position.markPrice?.text ?? null,
		qty: position.qty.text,
		side: position.side,
		symbol: position.symbol,
		ts: position.ts,
		unrealized_pnl: position.unrealizedPnl?.text ?? null
	};
}
// src/syncer/metric-contract.ts
/** The prefix that all metric names share unless a team chose another (contract, section 4). */
const DEFAULT_METRIC_PREFIX = "grinder_account_sync";
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
/** The 27 patterns of the default prefix (contract, section 4). */
const REQUIRED_METRICS_PATTERNS = requiredMetricsPatterns(DEFAULT_METRIC_PREFIX);
// node_modules/prom-client/lib/util.js
var require_util = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.getValueAsString = function getValueString(value) {
		if (Number.isNaN(value)) return "Nan";
		else if (!Number.isFinite(value)) {
			if (value < 0) return "-Inf";
			else return "+Inf";
		} else return `${value}`;
	};
	exports.removeLabels = function removeLabels(hashMap, labels, sortedLabelNames) {
		const hash = hashObject(labels, sortedLabelNames);
		delete hashMap[hash];
	};
	exports.setValue = function setValue(hashMap, value, labels) {
		const hash = hashObject(labels);
		hashMap[hash] = {
			value: typeof value === "number" ? value : 0,
			labels: labels || {}
		};
		return hashMap;
	};
	exports.setValueDelta = function setValueDelta(hashMap, deltaValue, labels, hash = "") {
		const value = typeof deltaValue === "number" ? deltaValue : 0;
		if (hashMap[hash]) hashMap[hash].value += value;
		else hashMap[hash] = {
			value,
			labels
		};
		return hashMap;
	};
	exports.getLabels = function(labelNames, args) {
		if (typeof args[0] === "object") return args[0];
		if (labelNames.length !== args.length) throw new Error(`Invalid number of arguments (${args.length}): "${args.join(", ")}" for label names (${labelNames.length}): "${labelNames.join(", ")}".`);
		const acc = {};
		for (let i = 0; i < labelNames.length; i++) acc[labelNames[i]] = args[i];
		return acc;
	};
	function fastHashObject(keys, labels) {
		if (keys.length === 0) return "";
		let hash = "";
		for (let i = 0; i < keys.length; i++) {
			const key = keys[i];
			const value = labels[key];
			if (value === void 0) continue;
			hash += `${key}:${value},`;
		}
		return hash;
	}
	function hashObject(labels, labelNames) {
		if (labelNames) return fastHashObject(labelNames, labels);
		const keys = Object.keys(labels);
		if (keys.length > 1) keys.sort();
		return fastHashObject(keys, labels);
	}
	exports.hashObject = hashObject;
	exports.isObject = function isObject(obj) {
		return obj !== null && typeof obj === "object";
	};
	exports.nowTimestamp = function nowTimestamp() {
		return Date.now() / 1e3;
	};
	var Grouper = class extends Map {
		/**
		* Adds the `value` to the `key`'s array of values.
		* @param {*} key Key to set.
		* @param {*} value Value to add to `key`'s array.
		* @returns {undefined} undefined.
		*/
		add(key, value) {
			if (this.has(key)) this.get(key).push(value);
			else this.set(key, [value]);
		}
	};
	exports.Grouper = Grouper;
}));
// node_modules/prom-client/lib/validation.js
var require_validation = /* @__PURE__ */ __commonJSMin(((exports) => {
	const util = __require("util");
	const metricRegexp = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
	const labelRegexp = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
	exports.validateMetricName = function(name) {
		return metricRegexp.test(name);
	};
	exports.validateLabelName = function(names = []) {
		return names.every((name) => labelRegexp.test(name));
	};
	exports.validateLabel = function validateLabel(savedLabels, labels) {
		for (const label in labels) if (!savedLabels.includes(label)) throw new Error(`Added label "${label}" is not included in initial labelset: ${util.inspect(savedLabels)}`);
	};
}));
// node_modules/prom-client/lib/registry.js
var require_registry = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { getValueAsString } = require_util();
	var Registry = class Registry {
		static get PROMETHEUS_CONTENT_TYPE() {
			return "text/plain; version=0.0.4; charset=utf-8";
		}
		static get OPENMETRICS_CONTENT_TYPE() {
			return "application/openmetrics-text; version=1.0.0; charset=utf-8";
		}
		constructor(regContentType = Registry.PROMETHEUS_CONTENT_TYPE) {
			this._metrics = {};
			this._collectors = [];
			this._defaultLabels = {};
			if (regContentType !== Registry.PROMETHEUS_CONTENT_TYPE && regContentType !== Registry.OPENMETRICS_CONTENT_TYPE) throw new TypeError(`Content type ${regContentType} is unsupported`);
			this._contentType = regContentType;
		}
		getMetricsAsArray() {
			return Object.values(this._metrics);
		}
		async getMetricsAsString(metrics) {
			const metric = typeof metrics.getForPromString === "function" ? await metrics.getForPromString() : await metrics.get();
			const name = escapeString(metric.name);
			const values = [`# HELP ${name} ${escapeString(metric.help)}`, `# TYPE ${name} ${metric.type}`];
			const defaultLabels = Object.keys(this._defaultLabels).length > 0 ? this._defaultLabels : null;
			const isOpenMetrics = this.contentType === Registry.OPENMETRICS_CONTENT_TYPE;
			for (const val of metric.values || []) {
				let { metricName = name, labels = {} } = val;
				const { sharedLabels = {} } = val;
				if (isOpenMetrics && metric.type === "counter") metricName = `${metricName}_total`;
				if (defaultLabels) labels = {
					...labels,
					...defaultLabels,
					...labels
				};
				const formattedLabels = formatLabels(labels, sharedLabels);
				const flattenedShared = flattenSharedLabels(sharedLabels);
				const labelParts = [...formattedLabels, flattenedShared].filter(Boolean);
				const labelsString = labelParts.length ? `{${labelParts.join(",")}}` : "";
				let fullMetricLine = `${metricName}${labelsString} ${getValueAsString(val.value)}`;
				const { exemplar } = val;
				if (exemplar && isOpenMetrics) {
					const formattedExemplars = formatLabels(exemplar.labelSet);
					fullMetricLine += ` # {${formattedExemplars.join(",")}} ${getValueAsString(exemplar.value)} ${exemplar.timestamp}`;
				}
				values.push(fullMetricLine);
			}
			return values.join("\n");
		}
		async metrics() {
			const isOpenMetrics = this.contentType === Registry.OPENMETRICS_CONTENT_TYPE;
			const promises = this.getMetricsAsArray().map((metric) => {
				if (isOpenMetrics && metric.type === "counter") metric.name = standardizeCounterName(metric.name);
				return this.getMetricsAsString(metric);
			});
			const resolves = await Promise.all(promises);
			return isOpenMetrics ? `${resolves.join("\n")}\n# EOF\n` : `${resolves.join("\n\n")}\n`;
		}
		registerMetric(metric) {
			if (this._metrics[metric.name] && this._metrics[metric.name] !== metric) throw new Error(`A metric with the name ${metric.name} has already been registered.`);
			this._metrics[metric.name] = metric;
		}
		clear() {
			this._metrics = {};
			this._defaultLabels = {};
		}
		async getMetricsAsJSON() {
			const metrics = [];
			const defaultLabelNames = Object.keys(this._defaultLabels);
			const promises = [];
			for (const metric of this.getMetricsAsArray()) promises.push(metric.get());
			const resolves = await Promise.all(promises);
			for (const item of resolves) {
				if (item.values && defaultLabelNames.length > 0) for (const val of item.values) {
					val.labels = Object.assign({}, val.labels);
					for (const labelName of defaultLabelNames) val.labels[labelName] = val.labels[labelName] || this._defaultLabels[labelName];
				}
				metrics.push(item);
			}
			return metrics;
		}
		removeSingleMetric(name) {
			delete this._metrics[name];
		}
		getSingleMetricAsString(name) {
			return this.getMetricsAsString(this._metrics[name]);
		}
		getSingleMetric(name) {
			return this._metrics[name];
		}
		setDefaultLabels(labels) {
			this._defaultLabels = labels;
		}
		resetMetrics() {
			for (const metric in this._metrics) this._metrics[metric].reset();
		}
		get contentType() {
			return this._contentType;
		}
		setContentType(metricsContentType) {
			if (metricsContentType === Registry.OPENMETRICS_CONTENT_TYPE || metricsContentType === Registry.PROMETHEUS_CONTENT_TYPE) this._contentType = metricsContentType;
			else throw new Error(`Content type ${metricsContentType} is unsupported`);
		}
		static merge(registers) {
			const regType = registers[0].contentType;
			for (const reg of registers) if (reg.contentType !== regType) throw new Error("Registers can only be merged if they have the same content type");
			const mergedRegistry = new Registry(regType);
			registers.reduce((acc, reg) => acc.concat(reg.getMetricsAsArray()), []).forEach(mergedRegistry.registerMetric, mergedRegistry);
			return mergedRegistry;
		}
	};
	function formatLabels(labels, exclude) {
		const { hasOwnProperty } = Object.prototype;
		const formatted = [];
		for (const [name, value] of Object.entries(labels)) if (!exclude || !hasOwnProperty.call(exclude, name)) formatted.push(`${name}="${escapeLabelValue(value)}"`);
		return formatted;
	}
	const sharedLabelCache = /* @__PURE__ */ new WeakMap();
	function flattenSharedLabels(labels) {
		const cached = sharedLabelCache.get(labels);
		if (cached) return cached;
		const flattened = formatLabels(labels).join(",");
		sharedLabelCache.set(labels, flattened);
		return flattened;
	}
	function escapeLabelValue(str) {
		if (typeof str !== "string") return str;
		return escapeString(str).replace(/"/g, "\\\"");
	}
	function escapeString(str) {
		return str.replace(/\\/g, "\\\\").replace(/\n/g, "\\n");
	}
	function standardizeCounterName(name) {
		return name.replace(/_total$/, "");
	}
	module.exports = Registry;
	module.exports.globalRegistry = new Registry();
}));
// node_modules/prom-client/lib/metric.js
var require_metric = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Registry = require_registry();
	const { isObject } = require_util();
	const { validateMetricName, validateLabelName } = require_validation();
	/**
	* @abstract
	*/
	var Metric = class {
		constructor(config, defaults = {}) {
			if (!isObject(config)) throw new TypeError("constructor expected a config object");
			Object.assign(this, {
				labelNames: [],
				registers: [Registry.globalRegistry],
				aggregator: "sum",
				enableExemplars: false
			}, defaults, config);
			if (!this.registers) this.registers = [Registry.globalRegistry];
			if (!this.help) throw new Error("Missing mandatory help parameter");
			if (!this.name) throw new Error("Missing mandatory name parameter");
			if (!validateMetricName(this.name)) throw new Error("Invalid metric name");
			if (!validateLabelName(this.labelNames)) throw new Error("Invalid label name");
			if (this.collect && typeof this.collect !== "function") throw new Error("Optional \"collect\" parameter must be a function");
			if (this.labelNames) this.sortedLabelNames = [...this.labelNames].sort();
			else this.sortedLabelNames = [];
			this.reset();
			for (const register of this.registers) {
				if (this.enableExemplars && register.contentType === Registry.PROMETHEUS_CONTENT_TYPE) throw new TypeError("Exemplars are supported only on OpenMetrics registries");
				register.registerMetric(this);
			}
		}
		reset() {}
	};
	module.exports = { Metric };
}));
// node_modules/prom-client/lib/exemplar.js
var require_exemplar = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Class representing an OpenMetrics exemplar.
	*
	* @property {object} labelSet
	* @property {number} value
	* @property {number} [timestamp]
	* */
	var Exemplar = class {
		constructor(labelSet = {}, value = null) {
			this.labelSet = labelSet;
			this.value = value;
		}
		/**
		* Validation for the label set format.
		* https://github.com/OpenObservability/OpenMetrics/blob/d99b705f611b75fec8f450b05e344e02eea6921d/specification/OpenMetrics.md#exemplars
		*
		* @param {object} labelSet - Exemplar labels.
		* @throws {RangeError}
		* @return {void}
		*/
		validateExemplarLabelSet(labelSet) {
			let res = "";
			for (const [labelName, labelValue] of Object.entries(labelSet)) res += `${labelName}${labelValue}`;
			if (res.length > 128) throw new RangeError("Label set size must be smaller than 128 UTF-8 chars");
		}
	};
	module.exports = Exemplar;
}));
// node_modules/prom-client/lib/counter.js
/**
* Counter metric
*/
var require_counter = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const util = __require("util");
	const { hashObject, isObject, getLabels, removeLabels, nowTimestamp } = require_util();
	const { validateLabel } = require_validation();
	const { Metric } = require_metric();
	const Exemplar = require_exemplar();
	var Counter = class extends Metric {
		constructor(config) {
			super(config);
			this.type = "counter";
			this.defaultLabels = {};
			this.defaultValue = 1;
			this.defaultExemplarLabelSet = {};
			if (config.enableExemplars) {
				this.enableExemplars = true;
				this.inc = this.incWithExemplar;
			} else this.inc = this.incWithoutExemplar;
		}
		/**
		* Increment counter
		* @param {object} labels - What label you want to be incremented
		* @param {Number} value - Value to increment, if omitted increment with 1
		* @returns {object} results - object with information about the inc operation
		* @returns {string} results.labelHash - hash representation of the labels
		*/
		incWithoutExemplar(labels, value) {
			let hash = "";
			if (isObject(labels)) {
				hash = hashObject(labels, this.sortedLabelNames);
				validateLabel(this.labelNames, labels);
			} else {
				value = labels;
				labels = {};
			}
			if (value && !Number.isFinite(value)) throw new TypeError(`Value is not a valid number: ${util.format(value)}`);
			if (value < 0) throw new Error("It is not possible to decrease a counter");
			if (value === null || value === void 0) value = 1;
			setValue(this.hashMap, value, labels, hash);
			return { labelHash: hash };
		}
		/**
		* Increment counter with exemplar, same as inc but accepts labels for an
		* exemplar.
		* If no label is provided the current exemplar labels are kept unchanged
		* (defaults to empty set).
		*
		* @param {object} incOpts - Object with options about what metric to increase
		* @param {object} incOpts.labels - What label you want to be incremented,
		*                                  defaults to null (metric with no labels)
		* @param {Number} incOpts.value - Value to increment, defaults to 1
		* @param {object} incOpts.exemplarLabels - Key-value  labels for the
		*                                          exemplar, defaults to empty set {}
		* @returns {void}
		*/
		incWithExemplar({ labels = this.defaultLabels, value = this.defaultValue, exemplarLabels = this.defaultExemplarLabelSet } = {}) {
			const res = this.incWithoutExemplar(labels, value);
			this.updateExemplar(exemplarLabels, value, res.labelHash);
		}
		updateExemplar(exemplarLabels, value, hash) {
			if (exemplarLabels === this.defaultExemplarLabelSet) return;
			if (!isObject(this.hashMap[hash].exemplar)) this.hashMap[hash].exemplar = new Exemplar();
			this.hashMap[hash].exemplar.validateExemplarLabelSet(exemplarLabels);
			this.hashMap[hash].exemplar.labelSet = exemplarLabels;
			this.hashMap[hash].exemplar.value = value ? value : 1;
			this.hashMap[hash].exemplar.timestamp = nowTimestamp();
		}
		/**
		* Reset counter
		* @returns {void}
		*/
		reset() {
			this.hashMap = {};
			if (this.labelNames.length === 0) setValue(this.hashMap, 0);
		}
		async get() {
			if (this.collect) {
				const v = this.collect();
				if (v instanceof Promise) await v;
			}
			return {
				help: this.help,
				name: this.name,
				type: this.type,
				values: Object.values(this.hashMap),
				aggregator: this.aggregator
			};
		}
		labels(...args) {
			const labels = getLabels(this.labelNames, args) || {};
			return { inc: this.inc.bind(this, labels) };
		}
		remove(...args) {
			const labels = getLabels(this.labelNames, args) || {};
			validateLabel(this.labelNames, labels);
			return removeLabels.call(this, this.hashMap, labels, this.sortedLabelNames);
		}
	};
	function setValue(hashMap, value, labels = {}, hash = "") {
		if (hashMap[hash]) hashMap[hash].value += value;
		else hashMap[hash] = {
			value,
			labels
		};
		return hashMap;
	}
	module.exports = Counter;
}));
// node_modules/prom-client/lib/gauge.js
/**
* Gauge metric
*/
var require_gauge = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const util = __require("util");
	const { setValue, setValueDelta, getLabels, hashObject, isObject, removeLabels } = require_util();
	const { validateLabel } = require_validation();
	const { Metric } = require_metric();
	var Gauge = class extends Metric {
		constructor(config) {
			super(config);
			this.type = "gauge";
		}
		/**
		* Set a gauge to a value
		* @param {object} labels - Object with labels and their values
		* @param {Number} value - Value to set the gauge to, must be positive
		* @returns {void}
		*/
		set(labels, value) {
			value = getValueArg(labels, value);
			labels = getLabelArg(labels);
			set(this, labels, value);
		}
		/**
		* Reset gauge
		* @returns {void}
		*/
		reset() {
			this.hashMap = {};
			if (this.labelNames.length === 0) setValue(this.hashMap, 0, {});
		}
		/**
		* Increment a gauge value
		* @param {object} labels - Object with labels where key is the label key and value is label value. Can only be one level deep
		* @param {Number} value - Value to increment - if omitted, increment with 1
		* @returns {void}
		*/
		inc(labels, value) {
			value = getValueArg(labels, value);
			labels = getLabelArg(labels);
			if (value === void 0) value = 1;
			setDelta(this, labels, value);
		}
		/**
		* Decrement a gauge value
		* @param {object} labels - Object with labels where key is the label key and value is label value. Can only be one level deep
		* @param {Number} value - Value to decrement - if omitted, decrement with 1
		* @returns {void}
		*/
		dec(labels, value) {
			value = getValueArg(labels, value);
			labels = getLabelArg(labels);
			if (value === void 0) value = 1;
			setDelta(this, labels, -value);
		}
		/**
		* Set the gauge to current unix epoch
		* @param {object} labels - Object with labels where key is the label key and value is label value. Can only be one level deep
		* @returns {void}
		*/
		setToCurrentTime(labels) {
			const now = Date.now() / 1e3;
			if (labels === void 0) this.set(now);
			else this.set(labels, now);
		}
		/**
		* Start a timer
		* @param {object} labels - Object with labels where key is the label key and value is label value. Can only be one level deep
		* @returns {function} - Invoke this function to set the duration in seconds since you started the timer.
		* @example
		* var done = gauge.startTimer();
		* makeXHRRequest(function(err, response) {
		*	done(); //Duration of the request will be saved
		* });
		*/
		startTimer(labels) {
			const start = process.hrtime();
			return (endLabels) => {
				const delta = process.hrtime(start);
				const value = delta[0] + delta[1] / 1e9;
				this.set(Object.assign({}, labels, endLabels), value);
				return value;
			};
		}
		async get() {
			if (this.collect) {
				const v = this.collect();
				if (v instanceof Promise) await v;
			}
			return {
				help: this.help,
				name: this.name,
				type: this.type,
				values: Object.values(this.hashMap),
				aggregator: this.aggregator
			};
		}
		_getValue(labels) {
			const hash = hashObject(labels || {}, this.sortedLabelNames);
			return this.hashMap[hash] ? this.hashMap[hash].value : 0;
		}
		labels(...args) {
			const labels = getLabels(this.labelNames, args);
			validateLabel(this.labelNames, labels);
			return {
				inc: this.inc.bind(this, labels),
				dec: this.dec.bind(this, labels),
				set: this.set.bind(this, labels),
				setToCurrentTime: this.setToCurrentTime.bind(this, labels),
				startTimer: this.startTimer.bind(this, labels)
			};
		}
		remove(...args) {
			const labels = getLabels(this.labelNames, args);
			validateLabel(this.labelNames, labels);
			removeLabels.call(this, this.hashMap, labels, this.sortedLabelNames);
		}
	};
	function set(gauge, labels, value) {
		if (typeof value !== "number") throw new TypeError(`Value is not a valid number: ${util.format(value)}`);
		validateLabel(gauge.labelNames, labels);
		setValue(gauge.hashMap, value, labels);
	}
	function setDelta(gauge, labels, delta) {
		if (typeof delta !== "number") throw new TypeError(`Delta is not a valid number: ${util.format(delta)}`);
		validateLabel(gauge.labelNames, labels);
		const hash = hashObject(labels, gauge.sortedLabelNames);
		setValueDelta(gauge.hashMap, delta, labels, hash);
	}
	function getLabelArg(labels) {
		return isObject(labels) ? labels : {};
	}
	function getValueArg(labels, value) {
		return isObject(labels) ? value : labels;
	}
	module.exports = Gauge;
}));
// src/syncer/pending-notional.ts
var import_registry = /* @__PURE__ */ __toESM(require_registry(), 1);
var import_counter = /* @__PURE__ */ __toESM(require_counter(), 1);
var import_gauge = /* @__PURE__ */ __toESM(require_gauge(), 1);
/**
* The exact sum of price * (qty - filled_qty) over the orders whose rest is above zero
* (contract, section 4). Plain text, with as many decimals as the finest product has.
*/
function pendingNotional(orders) {
	const sum = new ExactSum();
	for (const { price, qty, filledQty } of orders) {
		const scale = Math.max(qty.scale, filledQty.scale);
		const rest = subtractUnits(unitsAtScale(qty, scale), unitsAtScale(filledQty, scale));
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
		return decimalFromUnits(units, Math.max(0, this.#numbers.length - 1));
	}
};
// src/syncer/metrics.ts
const { lastTs, lastWallTs, age, dataAge, errors, mismatches, positions, openOrders } = CONTRACT_METRICS;
/**
* The syncer's metrics on a prom-client registry of their own (contract, section 4).
*
* Every rule and every reason has its series at 0 from the first scrape on: `increase()` cannot see a
* series that is born at 1. Ages are computed at scrape, from the clock that is passed in.
*/
var MetricsBuilder = class {
	/** For serving these metrics beside others, or from a scrape handler of one's own. */
	registry = new import_registry.default();
	#clock;
	#prefix;
	#lastTs;
	#lastWallTs;
	#errors;
	#mismatches;
	#positions;
	#openOrders;
	#pendingNotional;
	#lastMismatch;
	#lastTsMs = 0;
	#lastWallMs = 0;
	constructor(options) {
		this.#clock = options.clock;
		this.#prefix = options.prefix ?? "grinder_account_sync";
		this.#lastTs = this.#gauge(lastTs);
		this.#lastWallTs = this.#gauge(lastWallTs);
		this.#gauge(age, () => this.#secondsSince(this.#lastWallMs));
		this.#gauge(dataAge, () => this.#secondsSince(this.#lastTsMs));
		this.#errors = this.#counter(errors);
		this.#mismatches = this.#counter(mismatches);
		this.#positions = this.#gauge(positions);
		this.#openOrders = this.#gauge(openOrders);
		this.#pendingNotional = this.#gauge(CONTRACT_METRICS.pendingNotional);
		this.#lastMismatch = this.#gauge(LAST_MISMATCH_METRIC);
		for (const reason of FETCH_ERROR_REASONS) this.#errors.inc({ reason }, 0);
		for (const rule of MISMATCH_RULES) {
			this.#mismatches.inc({ rule }, 0);
			this.#lastMismatch.set({ rule }, 0);
		}
	}
	/** The Prometheus text, as the /metrics endpoint serves it. */
	build() {
		return this.registry.metrics();
	}
	/** The gauges of an accepted snapshot. */
	recordAccepted(snapshot) {
		this.#lastTsMs = snapshot.ts;
		this.#lastTs.set(snapshot.ts);
		this.#positions.set(snapshot.positions.length);
		this.#openOrders.set(snapshot.openOrders.length);
		this.#pendingNotional.set(Number(pendingNotional(snapshot.openOrders).text));
	}
	/** A sync that completed without a fetch error, with what it found. */
	recordCompleted(found) {
		this.#lastWallMs = this.#clock();
		this.#lastWallTs.set(this.#lastWallMs);
		for (const { rule } of found) {
			this.#mismatches.inc({ rule });
			this.#lastMismatch.set({ rule }, this.#lastWallMs / 1e3);
		}
	}
	/** A sync whose fetch failed. */
	recordError(reason) {
		this.#errors.inc({ reason });
	}
	#secondsSince(ms) {
		return ms === 0 ? 0 : (this.#clock() - ms) / 1e3;
	}
	#gauge(spec, atScrape) {
		const config = this.#config(spec);
		if (atScrape === void 0) return new import_gauge.default(config);
		return new import_gauge.default({
			...config,
			collect() {
				this.set(atScrape());
			}
		});
	}
	#counter(spec) {
		return new import_counter.default(this.#config(spec));
	}
	#config(spec) {
		return {
			name: `${this.#prefix}_${spec.name}`,
			help: spec.help,
			labelNames: spec.label === void 0 ? [] : [spec.label],
			registers: [this.registry]
		};
	}
};
// src/syncer/parse-snapshot.ts
/**
* Reads an account snapshot in its wire form: snake_case, decimals as text (contract, section 2).
*
* @throws DrillError `bad_input`: `details` names every bad path, such as `open_orders[3].qty`.
*/
function parseSnapshot(value) {
	const problems = [];
	const fields = new FieldReader(value, "", problems);
	const snapshot = {
		positions: fields.rows("positions", (row, path) => readPosition$1(row, path, problems)),
		openOrders: fields.rows("open_orders", (row, path) => readOrder$1(row, path, problems)),
		ts: fields.timestamp("ts"),
		source: fields.text("source")
	};
	refuseProblems(problems);
	return snapshot;
}
/**
* {@link parseSnapshot} of JSON text; the counterpart of `renderSnapshot`: `loadSnapshot(renderSnapshot(s))`
* equals `s`.
*
* @throws DrillError `bad_input`, also where the text is not JSON.
*/
function loadSnapshot(text) {
	return parseSnapshot(parseJson(text));
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
		throw new DrillError("bad_input", `not JSON: ${printable(messageOf(cause))}`, { cause });
	}
}
/**
* Ends a reading: throws where a problem was noted.
*
* @throws DrillError `bad_input` with the first problems in its message and all of them in `details`.
*/
function refuseProblems(problems) {
	if (problems.length === 0) return;
	throw new DrillError("bad_input", problems.slice(0, 3).join("; ") + (problems.length > 3 ? `; and ${problems.length - 3} more` : ""), { details: problems });
}
function readPosition$1(row, path, problems) {
	const fields = new FieldReader(row, path, problems);
	return {
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
function readOrder$1(row, path, problems) {
	const fields = new FieldReader(row, path, problems);
	return {
		orderId: fields.id("order_id"),
		symbol: fields.text("symbol"),
		side: fields.oneOf("side", ORDER_SIDES),
		orderType: fields.text("order_type"),
		price: fields.decimal("price"),
		qty: fields.decimal("qty"),
		filledQty: fields.decimal("filled_qty"),
		reduceOnly: fields.boolean("reduce_only"),
		status: fields.text("status"),
		ts: fields.nullable("ts", fields.timestamp)
	};
}
// src/syncer/parse-ccxt.ts
const NOT_SAID = "UNKNOWN";
const ZERO = decimal("0");
/**
* Reads `{"timestamp"?: ms, "positions": [...], "open_orders": [...]}` with rows in ccxt's unified structures
* (ccxt manual, "Position Structure" and "Order Structure"; mapping: contract, section 7).
*
* What decides a verdict must be there; what no rule needs may be null: a type or status that the
* exchange did not say becomes UNKNOWN, a fractional leverage becomes null.
*
* @throws DrillError `bad_input`: `details` names every bad path, such as `positions[0].contracts`.
*/
function parseCcxt(value) {
	const problems = [];
	const fields = new FieldReader(value, "", problems);
	const fileTs = fields.optional("timestamp", fields.timestamp);
	const positions = fields.rows("positions", (row, path) => readPosition(row, path, fileTs, problems)).filter((position) => !isZero(position.qty));
	const openOrders = fields.rows("open_orders", (row, path) => readOrder(row, path, fileTs, problems));
	const ts = greatestTs([...positions, ...openOrders]);
	if (ts === null) fields.refuse("timestamp", "no row carries a timestamp, so expected the snapshot's own", null);
	refuseProblems(problems);
	return {
		positions,
		openOrders,
		ts: ts ?? 0,
		source: "exchange"
	};
}
function readPosition(row, path, fileTs, problems) {
	const fields = new FieldReader(row, path, problems);
	const contracts = fields.looseDecimal("contracts");
	const leverage = fields.optional("leverage", fields.looseDecimal);
	return {
		symbol: fields.text("symbol"),
		...readSide(fields, contracts),
		entryPrice: fields.optional("entryPrice", fields.looseDecimal),
		markPrice: fields.optional("markPrice", fields.looseDecimal),
		unrealizedPnl: fields.optional("unrealizedPnl", fields.looseDecimal),
		leverage: leverage === null ? null : wholeNumber(leverage),
		ts: fields.optional("timestamp", fields.timestamp) ?? fileTs
	};
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
	if (isZero(contracts)) return {
		side: "BOTH",
		qty: contracts
	};
	if (said !== null && said !== void 0 || fields.raw("hedged") === true) fields.refuse("side", "expected long or short", null);
	if (!isNegative(contracts)) return {
		side: "LONG",
		qty: contracts
	};
	return {
		side: "SHORT",
		qty: subtractDecimals(ZERO, contracts)
	};
}
function readOrder(row, path, fileTs, problems) {
	const fields = new FieldReader(row, path, problems);
	const qty = fields.looseDecimal("amount");
	const type = fields.optional("type", fields.text);
	return {
		orderId: fields.id("id"),
		symbol: fields.text("symbol"),
		side: fields.oneOf("side", ["buy", "sell"]) === "buy" ? "BUY" : "SELL",
		orderType: type === null ? NOT_SAID : type.toUpperCase(),
		price: readPrice(fields, type),
		qty,
		filledQty: readFilled(fields, qty),
		reduceOnly: fields.optional("reduceOnly", fields.boolean) ?? false,
		status: fields.optional("status", fields.text)?.toUpperCase() ?? NOT_SAID,
		ts: fields.optional("timestamp", fields.timestamp) ?? fileTs
	};
}
function readPrice(fields, type) {
	if (type === "limit") return fields.looseDecimal("price");
	return fields.optional("price", fields.looseDecimal) ?? ZERO;
}
function readFilled(fields, amount) {
	const filled = fields.optional("filled", fields.looseDecimal);
	if (filled !== null) return filled;
	const remaining = fields.optional("remaining", fields.looseDecimal);
	if (remaining !== null) return subtractDecimals(amount, remaining);
	return fields.refuse("filled", "expected filled, or remaining in its place", ZERO);
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
// src/syncer/sync-evidence.ts
/**
* The files of the syncer's own evidence for one sync (contract, section 6): name and whole text, checksums
* excepted. Where the fetch failed the account is unknown, so its three files say `null`, not an empty account.
*/
function renderSyncEvidence(result) {
	const { snapshot } = result;
	const mismatches = result.mismatches.map(({ rule, detail }) => ({
		rule,
		detail
	}));
	return /* @__PURE__ */ new Map([
		["account_snapshot.json", `${snapshot === null ? "null" : renderSnapshot(snapshot)}\n`],
		["positions.json", `${snapshot === null ? "null" : renderPositions(snapshot.positions)}\n`],
		["open_orders.json", `${snapshot === null ? "null" : renderOrders(snapshot.openOrders)}\n`],
		["mismatches.json", `${canonicalJson(mismatches)}\n`],
		["summary.txt", renderSyncSummary(result)]
	]);
}
/** What one sync found, as lines of text: for a terminal, a log and `summary.txt`. */
function renderSyncSummary(result) {
	return `${[...accountLines(result), ...findingLines(result)].join("\n")}\n`;
}
function accountLines({ snapshot }) {
	if (snapshot === null) return ["account: unknown, the fetch failed"];
	return [`account: ${countOf(snapshot.positions, "position")}, ${countOf(snapshot.openOrders, "open order")}, ts ${snapshot.ts}`];
}
function countOf({ length }, noun) {
	return `${length} ${noun}${length === 1 ? "" : "s"}`;
}
function findingLines({ error, mismatches }) {
	if (error !== null) return [`error: ${error.reason}: ${error.message}`];
	return [...mismatches.map(({ rule, detail }) => `  MISMATCH ${rule}: ${detail}`), `mismatches: ${mismatches.length}`];
}
export { AccountSyncer, Decimal, DrillError, FETCH_ERROR_REASONS, MISMATCH_RULES, MetricsBuilder, REQUIRED_METRICS_PATTERNS, canonicalJson, canonicalOrders, canonicalPositions, compareDecimals, decimal, loadSnapshot, parseCcxt, parseDecimal, parseSnapshot, renderSnapshot, renderSyncEvidence, renderSyncSummary, requiredMetricsPatterns };
