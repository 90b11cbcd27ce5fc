Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_rolldown_runtime = require("./action-rolldown-runtime.js");
const require_bundled_action = require("./action-bundled.js");
let node_fs = require("node:fs");
let node_path = require("node:path");
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
const MOST_CHARACTERS$9 = 1e3;
const SAFE_DIGITS = 15;
const [MINUS, POINT, DIGIT_ZERO, DIGIT_NINE] = [
	45,
	46,
	48,
	57
];
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
/**
* Reads decimal text of JSON's number grammar (`-1`, `0.10`, `1.5e-7`).
*
* Returns undefined for anything else (`NaN`, `Infinity`, `""`, `+1`, `.5`, `01`, blanks) and for a number
* of more than 1,000 characters, as given or once its exponent is expanded.
*/
function parseDecimal(text) {
	const short = parseShort(text);
	if (short !== void 0) return short;
	const match = DECIMAL_GRAMMAR.exec(text);
	if (match === null || text.length > MOST_CHARACTERS$9) return void 0;
	const [, sign = "", whole = "", fraction = "", exponent] = match;
	if (exponent === void 0) return new Decimal(text, unitsOf(sign, whole + fraction), fraction.length);
	const plain = expandExponent(sign, whole, fraction, Number(exponent));
	return plain === void 0 ? void 0 : parseDecimal(plain);
}
/** Whether {@link parseDecimal} reads this text; it makes nothing of it. */
function isDecimalText(text) {
	return pointOf(text) >= 0 || parseDecimal(text) !== void 0;
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
/** The value with the other sign; zero has none. */
function negated(value) {
	return decimalFromUnits(typeof value.units === "bigint" ? -value.units : 0 - value.units, value.scale);
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
function parseShort(text) {
	const point = pointOf(text);
	if (point < 0) return void 0;
	const start = Number(text.charCodeAt(0) === MINUS);
	let units = 0;
	for (let at = start; at < text.length; at++) if (at !== point) units = units * 10 + text.charCodeAt(at) - DIGIT_ZERO;
	return new Decimal(text, start === 1 ? 0 - units : units, Math.max(0, text.length - point - 1));
}
function pointOf(text) {
	if (text.length > SAFE_DIGITS) return -1;
	const start = Number(text.charCodeAt(0) === MINUS);
	let point = text.length;
	for (let at = start; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === POINT && point === text.length) point = at;
		else if (code < DIGIT_ZERO || code > DIGIT_NINE) return -1;
	}
	return point !== text.length - 1 && isWholePart(text, start, point) ? point : -1;
}
function isWholePart(text, start, end) {
	return end === start + 1 || end > start && text.charCodeAt(start) !== DIGIT_ZERO;
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
	if (Math.max(point, digits.length) - Math.min(point, 0) > MOST_CHARACTERS$9) return void 0;
	const before = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
	const after = point < 0 ? digits.padStart(digits.length - point, "0") : digits.slice(point);
	return after === "" ? sign + before : `${sign}${before}.${after}`;
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
// src/syncer/field-reader.ts
const ZERO = decimal("0");
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
		return (typeof value === "string" ? parseDecimal(value) : void 0) ?? this.refuse(name, "expected a decimal as text, such as \"0.10\"", ZERO);
	}
	/** A decimal as text or as a JSON number, which is taken by its shortest decimal text. */
	looseDecimal(name) {
		const value = this.raw(name);
		const found = typeof value === "number" ? parseDecimal(String(value)) : void 0;
		if (found !== void 0) return found;
		if (typeof value === "string") return this.decimal(name);
		return this.refuse(name, "expected a decimal", ZERO);
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
	/** Refuses every field but these: one that was misspelt would be taken for one that was left out. */
	only(names) {
		for (const name of Object.keys(this.#fields)) {
			if (names.includes(name)) continue;
			this.#note(this.#at(printable(name)), `no such field; there are ${names.join(", ")}`);
		}
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
function readKnown(known) {
	if (known === null || known === void 0) return NOTHING_TOLD;
	if (isIterable(known)) return {
		...NOTHING_TOLD,
		orderIds: readIds$1(known, "known")
	};
	if (!isRecord(known)) refuse$2("known", "expected ids, or { orderIds, orders, positions }", known);
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
	return typeof value === "string" ? decimal(value) : value;
}
function refuseOthers(known) {
	const name = Object.keys(known).find((key) => !LISTS$1.includes(key));
	if (name === void 0) return;
	throw new DrillError("bad_input", `known.${printable(name)}: no such field; there are ${LISTS$1.join(", ")}`);
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
	for (const row of listOf$2(rows, list)) if (isRecord(row) && isWhole(row)) read.push(row);
	else refuseRow(row, `${list}[${read.length}]`, fields);
	return read;
}
function refuseRow(row, path, fields) {
	if (!isRecord(row)) return refuse$2(path, "expected an object", row);
	for (const [name, [expectation, test]] of Object.entries(fields)) if (!test(row[name])) refuse$2(`${path}.${name}`, expectation, row[name]);
	return refuse$2(path, "expected an object", row);
}
const [BUY$1, SELL$1] = ORDER_SIDES;
const [LONG$2, SHORT$1, BOTH$1] = POSITION_SIDES;
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
	return value === LONG$2 || value === SHORT$1 || value === BOTH$1;
}
function isMarginMode(value) {
	return !isSaid$2(value) || value === CROSS$1 || value === ISOLATED$1;
}
function isNumber$1(value) {
	return value instanceof Decimal || typeof value === "string" && isDecimalText(value);
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
	throw new DrillError("bad_input", `${path}: ${expectation}, got ${nameOf(value)}`);
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
function readOrder$1(row, path, problems) {
	const fields = new FieldReader(row, path, problems);
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
// src/protocol/parse-settle.ts
const MOST_SYNCS$1 = 100;
const MOST_MS = 36e5;
/** What is wrong with a grace that no drill can wait for; null where nothing is. */
function settleProblem({ syncs, ms }) {
	if (Number.isSafeInteger(syncs) && Number.isSafeInteger(ms) && syncs >= 1 && syncs <= MOST_SYNCS$1 && ms >= 0 && ms <= MOST_MS) return null;
	return `expected 1 to ${MOST_SYNCS$1} syncs and 0 to ${MOST_MS} ms, got ${syncs} and ${ms}`;
}
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
		throw new DrillError("usage", `${option}: expected syncs=N,ms=N, got ${quoted(part)}`);
	});
	const settle = {
		syncs: 1,
		ms: 0,
		...Object.fromEntries(parts)
	};
	const problem = settleProblem(settle);
	if (problem === null) return settle;
	throw new DrillError("usage", `${option}: ${problem}`);
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
	const fields = new FieldReader(reply, "", problems);
	const version = fields.integer("protocol");
	const implementation = new FieldReader(fields.raw("implementation"), "implementation", problems);
	const text = (name) => implementation.text(name).slice(0, MOST_IDENTITY_CHARACTERS);
	const identity = {
		name: text("name"),
		version: text("version"),
		language: text("language")
	};
	const more = version === 1 ? VERSION_1 : {
		version,
		takes: readTakes(fields),
		settle: readSettle$1(fields, problems)
	};
	refuseProblems(problems);
	if (version >= PROTOCOL.min && version <= PROTOCOL.max) return {
		identity,
		...more
	};
	throw new DrillError("syncer_broke_off", `it answered hello with protocol ${version}, and this drill speaks ${PROTOCOL.min} to ${PROTOCOL.max}: answer with a version between hello's min and max`);
}
function readTakes(fields) {
	const said = fields.optional("takes", (name) => fields.rows(name, (row) => row));
	return said === null ? VERSION_1.takes : TAKEN.filter((name) => said.includes(name));
}
function readSettle$1(fields, problems) {
	const raw = fields.raw("settle");
	if (raw === void 0 || raw === null) return void 0;
	const settle = new FieldReader(raw, "settle", problems);
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
		name: printable(path),
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
	const fields = isRecord(syncer) ? syncer : {};
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
		return isRecord(namespace) ? unwrapped(namespace.default) : void 0;
	} catch (cause) {
		if (systemCodeOf(cause) !== "ERR_UNKNOWN_FILE_EXTENSION") throw cause;
		throw new Error(`this Node.js loads no TypeScript; use Node.js 22.18 or later, or give a command that runs it`, { cause });
	}
}
function unwrapped(exported) {
	return isRecord(exported) && exported.__esModule === true ? exported.default : exported;
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
function readSync(reply) {
	const problems = [];
	const fields = new FieldReader(reply, "", problems);
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
	const text = readText(new FieldReader(reply, "", problems), "text");
	refuseProblems(problems);
	return text;
}
function readMismatch(row, path, problems) {
	const fields = new FieldReader(row, path, problems);
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
		return printable((Buffer.from(this.#end).toString("utf8").split(/\r?\n/).findLast((line) => !BEHIND_AN_ERROR.test(line)) ?? "").trim().slice(-300));
	}
	/** Safe to log: lines stay lines, every other control character is escaped. Empty where nothing came. */
	get text() {
		if (this.#size === 0) return "";
		const lines = this.#kept.toString("utf8", 0, this.#size).replace(/\r?\n$/, "").split(/\r?\n/);
		const more = this.#leftOut === 0 ? [] : [`(${this.#leftOut} more bytes were left out)`];
		return `${[...lines.map(printable), ...more].join("\n")}\n`;
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
	const what = `${quoted(file)} cannot be started`;
	const code = systemCodeOf(error);
	const runner = RUN_BY[/\.([a-z]+)$/.exec(file)?.[1] ?? ""];
	const named = runner === void 0 ? null : `name what runs it first: ${runner} ${printable(file)}`;
	if (code === "ENOENT") return `${what}: ${named ?? "there is no such program; install it, or give its path, such as ./my_adapter"}`;
	if (code === "EACCES") return `${what}: it is not executable; ${named ?? "chmod +x it, or name what runs it first, such as python3"}`;
	return `${what}: ${printable(messageOf(error))}`;
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
		if (!isRecord(request)) return;
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
		message: printable(message)
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
			return refusal$2(request.type === "hello" ? "loading" : `${request.type}`, messageOf(error));
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
	const { ok, mismatches, error, lastTs } = readSync(await module.sync(argument));
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
				why: messageOf(error)
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
	if (systemCodeOf(error) === "ENOENT") return "git is not installed";
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
			why = printable(messageOf(error));
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
				why: `promtool has no place to run in: ${printable(messageOf(error))}`
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
			resolve(systemCodeOf(error) === "ENOENT" ? null : whatCame(error, stdout + stderr, timeout));
		});
	});
}
function whatCame(error, said, timeout) {
	const code = systemCodeOf(error) ?? "";
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
const AT_ONCE$1 = {
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
	throw new DrillError("bad_input", `${path}: expected a whole number of at least ${least}, got ${nameOf(value)}`);
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
// src/drill/grace.ts
const MARGIN_MS = 1e3;
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
			const before = Math.max(settle.syncs - 1, 1);
			const apart = Math.ceil((settle.ms + MARGIN_MS) / before);
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
/** What the exchange and the system say, as one text; null where the fetch fails. */
function sightOf({ snapshot, fetchError, knownOrderIds, expected = null }) {
	return fetchError === null ? canonicalJson([
		snapshot,
		knownOrderIds,
		expected
	]) : null;
}
// src/drill/metrics-text.ts
const SAMPLE$2 = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
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
		this.#samples = this.#lines.flatMap(readSample$1);
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
function readSample$1(line) {
	const [, name, labels = "", value] = SAMPLE$2.exec(line) ?? [];
	if (name === void 0 || value === void 0) return [];
	const pairs = [...labels.matchAll(LABEL$1)].map(([, key = "", text = ""]) => [key, text]);
	return [{
		line,
		name,
		labels: new Map(pairs),
		value: Number(value)
	}];
}
// src/drill/names.ts
/** What there is to say of names that are not the contract's, one line; null where all are. */
function namesNote(names) {
	const said = [...names.rules, ...names.reasons].filter(([ours, theirs]) => ours !== theirs);
	if (said.length === 0) return null;
	return `named by the syncer: ${said.map(([ours, theirs]) => `${ours} ${quoted(theirs)}`).join(", ")}`;
}
/** How a metrics text calls the value of a label. */
function wordIn(names, [label, value]) {
	return {
		rule: names?.rules,
		reason: names?.reasons
	}[label]?.get(value) ?? value;
}
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
		this.positions = new RowIndex(positions, firstPositions(positions), symbolOf, legOf$2);
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
function legOf$2({ side, marginMode }) {
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
	if (ours === null || ours === void 0 || ours instanceof Decimal) return true;
	return ours === theirs?.text || typeof ours === "string" && isDecimalText(ours);
}
function refuse$1(path, value) {
	throw new DrillError("bad_input", `${path}: ${NUMBER_EXPECTED}, got ${nameOf(value)}`);
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
const MOST_CHARACTERS$6 = 120;
/** An id or a symbol in quotes; one of more than 120 characters is cut, and its length said. */
function named$1(text) {
	if (text.length <= MOST_CHARACTERS$6) return quoted(text);
	return `${quoted(text.slice(0, MOST_CHARACTERS$6))}… (${text.length} characters)`;
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
	const at = isUnsaid(price) || isZero(knownDecimal(price)) ? "" : `at ${knownDecimal(price).text}`;
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
	if (isNegative(filled)) return true;
	return qty !== null && !isNegative(qty) && compareDecimals(filled, qty) > 0;
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
	for (const row of positions) if (isNegative(row.qty)) found.push({ detail: `${positionName(row)} has qty ${row.qty.text}` });
	return found;
}
function negativeOrders({ openOrders }) {
	const found = [];
	for (const row of openOrders) if (row.qty !== null && isNegative(row.qty)) found.push({ detail: `${orderName(row)} has qty ${row.qty.text}` });
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
	return compareDecimals(knownDecimal(ours), theirs) !== 0;
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
const FLAT = decimal("0");
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
		const place = named < 0 ? positions.placeOf(symbol, legOf$2({
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
	const difference = subtractDecimals(totalOf(theirs), totalOf(ours));
	if (isZero(difference)) return;
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
	return more.reduce((total, row) => subtractDecimals(total, negated(sizeOf(row))), sizeOf(first));
}
function sizeOf({ side, qty }) {
	const size = knownDecimal(qty);
	return side === "BOTH" && isNegative(size) ? negated(size) : size;
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
		if (then?.symbol !== row.symbol || legOf$2(then) !== legOf$2(row) || before.surplus.length > 0) {
			const placeThen = before.placeOfOnly(row.symbol, legOf$2(row));
			then = before.rows[placeThen];
			if (then === void 0) continue;
			shift = placeThen - place;
		}
		if (!isTimeBack(then, row, past, now) || account.positions.placeOfOnly(row.symbol, legOf$2(row)) < 0) continue;
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
	if (then === null || row.filledQty === null || compareDecimals(row.filledQty, then) >= 0) return false;
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
function readingOf$1(names, exchanges, shift, prefix) {
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
	const scrape = async (now) => new MetricsText(await syncer.metrics(now + shift), readingOf$1(syncer.names, exchanges, shift, prefix));
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
	const actual = printable(check.actual(seen));
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
const SUFFIX$2 = "_created";
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
		return name.endsWith(SUFFIX$2) && (names.has(`${base}_total`) || names.has(`${base}_count`));
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
// src/drill/drill.ts
/** Stands in a drill's list of checks where its proof is to be checked. */
const PROVEN = "proven";
// src/drill/check-text.ts
const WORDS$1 = {
	passed: "PASS",
	failed: "FAIL",
	skipped: "SKIP"
};
/** `  PASS: <label>`, or `  FAIL: <label>` with expected, actual and what was there instead (contract, section 5). */
function renderCheck(check) {
	return [`  ${WORDS$1[check.status]}: ${check.label}`, ...reasonLines(check)].map(printable);
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
		expected === null ? `  known order ids: ${known}` : `  expected: ${printable(canonicalJson(expected))}`,
		fetchError === null ? `  snapshot: ${canonicalJson(snapshot)}` : `  fetch fails: ${fetchError}`,
		...reply === void 0 ? ["  no reply"] : replyLines(reply),
		""
	];
}
function replyLines(reply) {
	return [
		`  ok: ${reply.ok}`,
		`  error: ${reply.error === null ? "none" : printable(reply.error)}`,
		`  last_ts: ${reply.lastTs}`,
		`  mismatches: ${reply.mismatches.length}`,
		...reply.mismatches.map(({ rule, detail }) => `    ${printable(rule)}: ${printable(detail)}`)
	];
}
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
		if (!known.has(name)) throw new DrillError("bad_input", `line ${at + 1}: no check ${quoted(name)}${alike(name, known)}`);
		if (names.has(name)) throw new DrillError("bad_input", `line ${at + 1}: ${quoted(name)} is listed twice`);
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
	return `; there is ${shown.slice(0, 3).map(quoted).join(", ")}${shown.length > 3 ? `, and ${shown.length - 3} more` : ""}`;
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
	if (isRecord(expected)) return Object.keys(expected);
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
			brokeOff = printable(messageOf(error));
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
		return printable(messageOf(error));
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
	return printable(value) === value && !/[\s"]/u.test(value) ? value : quoted(value);
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
		if (systemCodeOf(error) === "EEXIST") fs.readdirSync(directory);
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
		if (!NO_DIRECTORY_SYNC.has(systemCodeOf(error) ?? "")) throw error;
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
		if (systemCodeOf(error) === "EEXIST") return false;
		throw error;
	}
	if (!fs.existsSync((0, node_path.join)(parent, name))) return true;
	fs.rmSync(staging, { recursive: true });
	return false;
}
function notWritten(place, cause) {
	return new DrillError("evidence_not_written", `evidence could not be written to ${printable(place)}: ${printable(messageOf(cause))}; free the place or choose another with --artifact-dir`, { cause });
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
	throw new DrillError("interrupted", `${`stopped by ${signal} before the evidence was whole`}: none was left; run it again`);
}
// src/life/check-causes.ts
/** What the deviations of one check come from, each once: so that a run tells a cause of several drills once. */
function causesOf$1(off) {
	return [...new Set(off.map(({ kind }) => kind))].map(causeOf);
}
function causeOf(kind) {
	const [, how, rule = ""] = /^(missed|false) (.*)$/s.exec(kind) ?? [];
	if (how === "missed") return {
		kind: "missed",
		rule
	};
	if (how !== void 0) return {
		kind: MISMATCH_RULES.some((one) => one === rule) ? "surplus" : "unnamed",
		rule
	};
	return {
		kind: "other",
		what: `in days of trading: ${kind} is another`
	};
}
// src/life/rows.ts
/** A row with its keys. */
function orderRow(fields) {
	const { instrument, orderId, clientOrderId } = fields;
	const clientKey = clientOrderId === null ? null : orderKey(instrument, clientOrderId);
	return {
		...fields,
		key: orderKey(instrument, orderId),
		clientKey
	};
}
/** The identity of an order (contract, section 2) as a key for maps. */
function orderKey({ symbol }, id) {
	return `${symbol} ${id}`;
}
/** The identity of a position as a key for maps. */
function positionKey(row) {
	return row.instrument.legs[row.side][row.marginMode ?? "UNSAID"];
}
// src/life/model/one-sided.ts
/** What is wrong with an answer by itself. */
function oneSidedFindings({ account, positions, orders }) {
	return [
		...positions.surplus.map(finding("duplicate_key", nameOfPosition)),
		...orders.surplus.map(finding("duplicate_key", nameOfOrder)),
		...account.positions.filter(({ qty }) => qty < 0).map(finding("negative_qty", nameOfPosition)),
		...account.orders.filter(({ qty }) => qty !== null && qty < 0).map(finding("negative_qty", nameOfOrder)),
		...account.orders.filter(hasImpossibleFill).map(finding("impossible_fill", nameOfOrder))
	];
}
/** Filled below zero, or above a quantity that is said and possible itself. */
function hasImpossibleFill({ filled, qty }) {
	return filled !== null && (filled < 0 || qty !== null && qty >= 0 && filled > qty);
}
/** An order in the words of a finding. */
function nameOfOrder({ key }) {
	return `order ${key}`;
}
/** A position in the words of a finding. */
function nameOfPosition(row) {
	return `position ${positionKey(row)}`;
}
function finding(rule, nameOf) {
	return (row) => ({
		rule,
		row: nameOf(row)
	});
}
// src/life/divergences/agreed.ts
/** The orders that stand on both sides, alike, and that stay: no market order. */
function agreedOrders({ account, known }) {
	return account.orders.flatMap((row) => {
		const told = known.orders.find((order) => isToldAs(row, order));
		return told !== void 0 && isAlike(row, told) && row.orderType !== "MARKET" ? [{
			row,
			known: told
		}] : [];
	});
}
/** The positions, larger than zero, whose size both sides give alike. */
function agreedPositions({ account, known }) {
	return account.positions.flatMap((row) => {
		const told = known.positions.find((position) => isToldFor(row, position));
		if (told === void 0 || row.qty === 0) return [];
		return account.positions.filter((other) => isToldFor(other, told)).reduce((total, other) => total + other.qty, 0) === told.qty ? [{
			row,
			known: told
		}] : [];
	});
}
/** Whether the bot means this row, by the exchange's id or by its own. */
function isToldAs(row, { key }) {
	return key === row.key || key === row.clientKey;
}
function isSameOrder(a, b) {
	return a.key === b.key;
}
function isSamePosition(a, b) {
	return positionKey(a) === positionKey(b);
}
function isToldFor(row, { instrument, side, marginMode }) {
	const sameMode = marginMode === null || row.marginMode === null || marginMode === row.marginMode;
	return instrument === row.instrument && side === row.side && sameMode;
}
function isAlike(row, { side, price, qty }) {
	return (side === null || side === row.side) && (price === null || price === row.price) && (qty === null || row.qty === null || qty === row.qty);
}
// src/life/divergences/altering.ts
/** The view with other order rows. */
function withOrders(view, change) {
	return {
		...view,
		account: {
			...view.account,
			orders: change(view.account.orders)
		}
	};
}
/** The view with other position rows. */
function withPositions(view, change) {
	return {
		...view,
		account: {
			...view.account,
			positions: change(view.account.positions)
		}
	};
}
/** The view in which one order row is another, or several, or none. */
function replacingOrder(view, order, change) {
	return withOrders(view, (rows) => rows.flatMap((row) => isSameOrder(row, order) ? change(row) : [row]));
}
/** The view in which one position row is another, or several, or none. */
function replacingPosition(view, position, change) {
	return withPositions(view, (rows) => rows.flatMap((row) => isSamePosition(row, position) ? change(row) : [row]));
}
/** The view in which the bot says something else of one order. */
function retellingOrder(view, order, change) {
	const isMeant = (told) => told.key === order.key;
	const orders = view.known.orders.map((told) => isMeant(told) ? {
		...told,
		...change
	} : told);
	return {
		...view,
		known: {
			...view.known,
			orders
		}
	};
}
/** The view in which the bot says so many lots more of one position. */
function tellingMore(view, position, lots) {
	const others = view.known.positions.filter((told) => !isSamePosition(told, position));
	const told = view.known.positions.find((each) => isSamePosition(each, position));
	const positions = [...others, {
		...position,
		qty: (told?.qty ?? 0) + lots
	}];
	return {
		...view,
		known: {
			...view.known,
			positions
		}
	};
}
// src/life/divergences/of-orders.ts
const MISSING = {
	foundBy: "missing_order",
	needs: ["orders"]
};
const MISMATCH = {
	foundBy: "order_mismatch",
	needs: ["orders"]
};
/** Orders of ours that are not at the exchange as we say. */
const ORDER_DIVERGENCES = [
	{
		...MISSING,
		name: "an order of ours that is gone",
		putIn: "the row is missing",
		healed: "the row is back",
		begin: (scene) => ofHeld$1(scene, agreedOrders(scene.view), ({ row }) => (view) => replacingOrder(view, row, () => []))
	},
	{
		...MISSING,
		name: "an order of ours that is gone, while an answer comes whose ts has gone back",
		brings: "ts_regression",
		putIn: "the row is missing, and the second answer without it has an older ts",
		healed: "the row is back",
		begin: goneInterrupted
	},
	{
		...MISSING,
		name: "a page cut off",
		putIn: "the list of orders, newest first, ends before its oldest",
		healed: "the whole list comes again",
		begin: pageCutOff
	},
	{
		...MISSING,
		name: "no orders at all",
		putIn: "the orders' part of the answer is empty",
		healed: "it is filled again",
		begin: (scene) => ofHeld$1(scene, agreedOrders(scene.view), () => (view) => withOrders(view, () => []))
	},
	{
		...MISSING,
		name: "nothing at all: no orders and no positions",
		brings: "position_mismatch",
		putIn: "both parts of the answer are empty, with a ts or without",
		healed: "both are filled again",
		begin: (scene) => {
			const saysTs = scene.random.chance(50);
			return ofHeld$1(scene, agreedOrders(scene.view), () => (view) => {
				const ts = saysTs ? view.account.ts : 0;
				return {
					...view,
					account: {
						positions: [],
						orders: [],
						ts
					}
				};
			});
		}
	},
	{
		...MISSING,
		name: "an order that has ended and that we still believe open",
		putIn: "the exchange has cancelled or filled it, and the message was lost",
		healed: "the bot hears of it",
		begin: endedUnheard
	},
	{
		...MISMATCH,
		name: "an order on the other side",
		putIn: "the row says BUY for SELL, or SELL for BUY",
		healed: "it says the right side again",
		begin: (scene) => ofHeld$1(scene, told$1(scene, "side"), ({ row }) => (view) => replacingOrder(view, row, (now) => [{
			...now,
			side: now.side === "BUY" ? "SELL" : "BUY"
		}]))
	},
	{
		...MISMATCH,
		name: "an order at another price",
		putIn: "an amendment that one side missed, by a tick or more",
		healed: "it is heard of",
		begin: (scene) => ofHeld$1(scene, told$1(scene, "price"), (order) => otherValue(scene, order, "price"))
	},
	{
		...MISMATCH,
		name: "an order of another quantity",
		putIn: "an amendment that one side missed, by a lot or more",
		healed: "it is heard of",
		begin: (scene) => ofHeld$1(scene, told$1(scene, "qty"), (order) => otherValue(scene, order, "qty"))
	}
];
/** About one of these orders, which is left alone meanwhile. */
function ofHeld$1({ random, market }, candidates, alter) {
	const order = random.pickAny(candidates);
	if (order === void 0) return null;
	market.floor.holds.holdOrder(order.row);
	return {
		row: nameOfOrder(order.row),
		answers: null,
		alter: alter(order)
	};
}
/** The orders of which we say this, and the exchange too. */
function told$1({ view }, field) {
	return agreedOrders(view).filter(({ row, known }) => known[field] !== null && row[field] !== null);
}
function otherValue({ random }, { row, known }, field) {
	const more = random.chance(50) ? 1 : random.between(2, 50);
	if (random.chance(50)) return (view) => retellingOrder(view, known, { [field]: (known[field] ?? 0) + more });
	return (view) => replacingOrder(view, row, (now) => [{
		...now,
		[field]: (now[field] ?? 0) + more
	}]);
}
function goneInterrupted(scene) {
	if (scene.lastTs === 0) return null;
	const ts = scene.lastTs - 1;
	return ofHeld$1(scene, agreedOrders(scene.view), ({ row }) => (view, age) => {
		const gone = replacingOrder(view, row, () => []);
		return age === 1 ? {
			...gone,
			account: {
				...gone.account,
				ts
			}
		} : gone;
	});
}
function pageCutOff(scene) {
	const [oldest, second, ...others] = agreedOrders(scene.view);
	if (oldest === void 0 || second === void 0 || others.length === 0) return null;
	const last = scene.random.chance(60) ? oldest : second;
	scene.market.floor.holds.holdOrder(last.row);
	const alter = (view) => withOrders(view, (rows) => {
		const newestFirst = rows.toReversed();
		const end = newestFirst.findIndex((row) => isSameOrder(row, last.row));
		return newestFirst.slice(0, end < 0 ? rows.length : end);
	});
	return {
		row: nameOfOrder(last.row),
		answers: null,
		alter
	};
}
function endedUnheard(scene) {
	const order = scene.random.pickAny(agreedOrders(scene.view));
	if (order === void 0) return null;
	const { venue, mail } = scene.market.floor;
	const open = venue.orders().find(({ row }) => isSameOrder(row, order.row));
	if (open === void 0) return null;
	const ended = venue.close(open, scene.at);
	const alter = (view) => replacingOrder(view, order.row, () => []);
	return {
		row: nameOfOrder(order.row),
		answers: null,
		alter,
		heal: () => mail.post(ended, scene.at)
	};
}
// src/life/divergences/of-positions.ts
const POSITIONS = {
	foundBy: "position_mismatch",
	needs: ["positions"]
};
/** Positions that exchange and bot do not hold alike. */
const POSITION_DIVERGENCES = [
	{
		...POSITIONS,
		name: "a position of another size",
		putIn: "a trade that only one side has counted, while trading goes on",
		healed: "the trade is counted",
		begin: anotherSize
	},
	{
		...POSITIONS,
		name: "a position that we do not know",
		putIn: "a position on a symbol that the bot never traded",
		healed: "it is closed",
		begin: ({ market, random, at }) => {
			const row = strangePosition(random.pick(market.listing.neverTraded), at, random);
			return lasting(row, (view) => withPositions(view, (rows) => [...rows, row]));
		}
	},
	{
		...POSITIONS,
		name: "a position of ours that is gone",
		putIn: "the row is missing, or there with size zero",
		healed: "the row is back",
		begin: (scene) => {
			const flat = scene.random.chance(30);
			return ofHeld(scene, agreedPositions(scene.view), ({ row }) => replacing(row, (now) => flat ? [{
				...now,
				qty: 0
			}] : []));
		}
	},
	{
		...POSITIONS,
		name: "a position whose side has flipped",
		putIn: "the row says the other side",
		healed: "it says the right side again",
		begin: (scene) => ofHeld(scene, flippable(scene.view), ({ row }) => replacing(row, (now) => [{
			...flipped(now),
			ts: null
		}]))
	},
	{
		...POSITIONS,
		name: "a hedge of which one leg is missing",
		putIn: "of a LONG and a SHORT on one symbol only one is listed",
		healed: "both are listed again",
		begin: (scene) => ofHeld(scene, hedged(scene.view), ({ row }) => replacing(row, () => []))
	},
	{
		...POSITIONS,
		name: "cross and isolated positions that have changed places",
		putIn: "each of the two has the other's size: their sum is right",
		healed: "each has its own size again",
		begin: (scene) => ofHeld(scene, inTwoModes(scene.view), ({ row }) => (view) => withPositions(view, swapModesOf(row)))
	}
];
function anotherSize(scene) {
	const agreed = scene.random.pickAny(agreedPositions(scene.view));
	if (agreed === void 0) return null;
	const { row, known } = agreed;
	const lots = scene.random.between(1, 60);
	const more = scene.random.chance(50) ? (view) => tellingMore(view, known, lots) : (view) => listingMore(view, row, lots);
	return lasting(row, (view, age) => {
		tradeOn(scene, row.instrument, age);
		return more(view);
	});
}
function tradeOn({ market: { floor } }, instrument, age) {
	floor.holds.busiest = age < 4 ? instrument : null;
	if (age > 12) floor.holds.holdInstrument(instrument);
}
function listingMore(view, position, lots) {
	if (view.account.positions.some((each) => isSamePosition(each, position))) return replacingPosition(view, position, (now) => [{
		...now,
		qty: now.qty + lots
	}]);
	return withPositions(view, (rows) => [...rows, {
		...position,
		qty: lots,
		ts: null
	}]);
}
function lasting(row, alter) {
	return {
		row: nameOfPosition(row),
		answers: null,
		alter
	};
}
/** About one of these positions, whose symbol is left alone meanwhile. */
function ofHeld({ random, market }, candidates, alter) {
	const agreed = random.pickAny(candidates);
	if (agreed === void 0) return null;
	market.floor.holds.holdInstrument(agreed.row.instrument);
	return lasting(agreed.row, alter(agreed));
}
function replacing(row, change) {
	return (view) => replacingPosition(view, row, change);
}
function flipped(row) {
	return {
		...row,
		side: row.side === "LONG" ? "SHORT" : "LONG"
	};
}
function flippable(view) {
	return agreedPositions(view).filter(({ row }) => row.side !== "BOTH" && !view.account.positions.some((each) => isSamePosition(each, flipped(row))));
}
function hedged(view) {
	const agreed = agreedPositions(view);
	return agreed.filter(({ row }) => agreed.some((other) => isSamePosition(other.row, flipped(row))));
}
function inTwoModes(view) {
	const agreed = agreedPositions(view).filter(({ known }) => known.marginMode !== null);
	return agreed.filter(({ row }) => agreed.some((other) => isOtherMode(row, other.row) && row.qty !== other.row.qty));
}
function swapModesOf(row) {
	return (rows) => rows.map((each) => {
		if (each.instrument !== row.instrument || each.side !== row.side) return each;
		const other = rows.find((candidate) => isOtherMode(each, candidate));
		return {
			...each,
			qty: other?.qty ?? each.qty
		};
	});
}
function isOtherMode(a, b) {
	return a.instrument === b.instrument && a.side === b.side && a.marginMode !== b.marginMode;
}
function strangePosition(instrument, at, random) {
	const side = instrument.mode === "one_way" ? "BOTH" : random.pick(["LONG", "SHORT"]);
	const [marginMode = null] = instrument.saysMargin ? instrument.margins : [];
	const price = instrument.startPrice;
	return {
		instrument,
		side,
		marginMode,
		qty: random.between(1, 300),
		entry: price * 10,
		mark: price,
		leverage: 5,
		ts: at
	};
}
// src/life/model/went-back.ts
/** Ms by which a time may be ahead of the syncer's clock (contract, section 3). */
const FAR_AHEAD = 3e5;
/** The rows that are older, or less filled, than they were in the last accepted answer. */
function rowsThatWentBack(now, before) {
	const [twiceNow, twiceBefore] = [twice(now), twice(before)];
	const went = (row, was, key) => {
		if (was === void 0 || was === row || twiceNow.has(key) || twiceBefore.has(key)) return false;
		return isLess(tsOf(row, now), tsOf(was, before)) || isLess(filledOf(row), filledOf(was));
	};
	const positions = [...now.rows.positions.first].filter(([key, row]) => went(row, before.rows.positions.first.get(key), key));
	const orders = [...now.rows.orders.first].filter(([key, row]) => went(row, before.rows.orders.first.get(key), key));
	return [...positions.map(([, row]) => nameOfPosition(row)), ...orders.map(([, row]) => nameOfOrder(row))].map((row) => ({
		rule: "ts_regression",
		row
	}));
}
/** The identities that a row shares with another: such rows are not compared with the past. */
function twice({ rows: { positions, orders } }) {
	return /* @__PURE__ */ new Set([...positions.surplus.map(positionKey), ...orders.surplus.map(({ key }) => key)]);
}
function tsOf({ ts }, { at }) {
	return ts !== null && ts > at + 3e5 ? null : ts;
}
function filledOf(row) {
	return "filled" in row && !hasImpossibleFill(row) ? row.filled : null;
}
function isLess(now, before) {
	return now !== null && before !== null && now < before;
}
// src/life/divergences/of-rows.ts
/** Rows that cannot be, whatever the bot knows. */
const ROW_DIVERGENCES = [
	{
		name: "a position that is listed twice",
		foundBy: "duplicate_key",
		needs: [],
		putIn: "its row comes again, with the same size or another",
		healed: "it comes once",
		begin: (scene) => ofPosition(scene, ({ random }) => {
			const more = random.pick([
				0,
				0,
				1,
				25
			]);
			return (row) => [row, {
				...row,
				qty: row.qty + more
			}];
		})
	},
	{
		name: "an order that is listed twice",
		foundBy: "duplicate_key",
		needs: [],
		putIn: "its row comes again, the same or at another price; sometimes once more",
		healed: "it comes once",
		begin: (scene) => ofOrder(scene, ({ random }) => {
			const more = random.pick([
				0,
				0,
				1,
				25
			]);
			const times = random.chance(25) ? 2 : 1;
			return (row) => [row, ...Array.from({ length: times }, () => ({
				...row,
				price: row.price + more
			}))];
		})
	},
	{
		name: "a position of less than nothing",
		foundBy: "negative_qty",
		needs: [],
		brings: "position_mismatch",
		putIn: "its size comes with a minus",
		healed: "it comes without",
		begin: (scene) => ofPosition(scene, () => (row) => [{
			...row,
			qty: -Math.abs(row.qty)
		}])
	},
	{
		name: "an order of less than nothing",
		foundBy: "negative_qty",
		needs: [],
		brings: "order_mismatch",
		putIn: "its quantity comes with a minus",
		healed: "it comes without",
		begin: (scene) => ofOrder(scene, () => (row) => [{
			...row,
			qty: -Math.abs(row.qty ?? 1)
		}])
	},
	{
		name: "an order filled by more than its quantity",
		foundBy: "impossible_fill",
		needs: [],
		putIn: "filled is above qty, by a lot or more",
		healed: "filled is what it was",
		begin: (scene) => ofOrder(scene, ({ random }) => {
			const more = random.pick([
				1,
				1,
				40
			]);
			return (row) => [{
				...row,
				filled: (row.qty ?? 0) + more
			}];
		})
	},
	{
		name: "an order filled by less than nothing",
		foundBy: "impossible_fill",
		needs: [],
		putIn: "filled is below zero",
		healed: "filled is what it was",
		begin: (scene) => ofOrder(scene, ({ random }) => {
			const filled = -random.between(1, 40);
			return (row) => [{
				...row,
				filled
			}];
		})
	},
	{
		name: "an order filled by less than before",
		foundBy: "ts_regression",
		needs: [],
		putIn: "filled goes back",
		healed: "filled is what it was",
		begin: lessFilled
	},
	{
		name: "one row out of a cache",
		foundBy: "ts_regression",
		needs: [],
		putIn: "one order or position is as it was some answers ago, with its ts of then",
		healed: "it is as it is now",
		begin: outOfACache
	}
];
function ofOrder(scene, draw) {
	const orders = agreedOrders(scene.view).filter(({ row }) => row.qty !== null && row.filled !== null);
	const order = scene.random.pickAny(orders)?.row;
	if (order === void 0) return null;
	const change = draw(scene);
	scene.market.floor.holds.holdOrder(order);
	return about(scene, nameOfOrder(order), (view) => replacingOrder(view, order, change));
}
function ofPosition(scene, draw) {
	const positions = agreedPositions(scene.view).filter(({ row }) => row.side !== "BOTH");
	const position = scene.random.pickAny(positions)?.row;
	if (position === void 0) return null;
	const change = draw(scene);
	scene.market.floor.holds.holdInstrument(position.instrument);
	return about(scene, nameOfPosition(position), (view) => replacingPosition(view, position, change));
}
function about({ random }, row, alter) {
	return {
		row,
		answers: random.between(1, 3),
		alter
	};
}
function lessFilled(scene) {
	const { view, accepted, remembers, random, market } = scene;
	const before = new Map(remembers ? accepted.at(-1)?.orders.map((row) => [row.key, row.filled]) : []);
	const filledBefore = (row) => before.get(row.key) ?? 0;
	const order = random.pickAny(agreedOrders(view).filter(({ row }) => filledBefore(row) > 0))?.row;
	if (order === void 0) return null;
	const filled = random.below(filledBefore(order));
	market.floor.holds.holdOrder(order);
	return about(scene, nameOfOrder(order), (now) => replacingOrder(now, order, (row) => [{
		...row,
		filled
	}]));
}
function outOfACache({ at, view, accepted, remembers, random }) {
	const last = remembers ? accepted.at(-1) : void 0;
	if (last === void 0) return null;
	const orders = older(at, accepted, view.account.orders, last.orders, ({ orders: rows }) => rows, ({ key }) => key);
	const positions = older(at, accepted, view.account.positions, last.positions, ({ positions: rows }) => rows, positionKey);
	const plantings = [...orders.map((row) => ({
		row: nameOfOrder(row),
		answers: 1,
		alter: (now) => replacingOrder(now, row, () => [row])
	})), ...positions.map((row) => ({
		row: nameOfPosition(row),
		answers: 1,
		alter: (now) => replacingPosition(now, row, () => [row])
	}))];
	return random.pickAny(plantings) ?? null;
}
/** What rows that are there now were in earlier answers, where they have an older ts than in the last. */
function older(at, accepted, now, last, rowsOf, keyOf) {
	const there = new Set(now.map(keyOf));
	const lastTs = new Map(last.map((row) => [keyOf(row), (row.ts ?? at) < at + 3e5 ? row.ts : null]));
	return accepted.flatMap((account) => rowsOf(account).filter((row) => {
		const ts = lastTs.get(keyOf(row)) ?? null;
		return there.has(keyOf(row)) && row.ts !== null && ts !== null && row.ts < ts;
	}));
}
// src/life/divergences/of-snapshots.ts
const BACK = {
	foundBy: "ts_regression",
	needs: []
};
/** Answers that are wrong as a whole. */
const SNAPSHOT_DIVERGENCES = [
	{
		...BACK,
		name: "an answer whose ts has gone back",
		putIn: "the ts is older than the last, by a ms or by an hour; the rows are as they are now",
		healed: "the ts is that of now",
		begin: ({ lastTs, random }) => {
			if (lastTs === 0) return null;
			const ts = lastTs - random.pick([
				1,
				1,
				random.between(2, 6e4),
				36e5
			]);
			return {
				row: "snapshot",
				answers: random.between(1, 2),
				alter: (view) => ({
					...view,
					account: {
						...view.account,
						ts
					}
				})
			};
		}
	},
	{
		...BACK,
		name: "an empty answer whose ts has gone back",
		putIn: "no orders, no positions, and a ts that is older than the last and not 0",
		healed: "the answer of now",
		begin: ({ lastTs, random }) => {
			if (lastTs === 0) return null;
			const account = {
				orders: [],
				positions: [],
				ts: lastTs - random.between(1, 6e4)
			};
			return {
				row: "snapshot",
				answers: random.between(1, 2),
				alter: (view) => ({
					...view,
					account
				})
			};
		}
	},
	{
		...BACK,
		name: "an old answer given again",
		putIn: "an answer of a while ago, with its rows and its ts",
		healed: "the answer of now",
		begin: (scene) => oldAnswer(scene, scene.random.between(1, 4))
	},
	{
		foundBy: "ts_regression",
		needs: ["last_ts"],
		name: "an old answer given to a syncer that has just been started anew",
		putIn: "the syncer knows the last ts, nothing else, and the first answer is older",
		healed: "the answer of now",
		begin: (scene) => {
			const planting = oldAnswer(scene, scene.random.between(1, 2));
			return planting === null ? null : {
				...planting,
				restarts: true
			};
		}
	},
	{
		foundBy: "parse",
		needs: [],
		name: "an answer from the far future",
		putIn: "the ts is more than five minutes ahead of the clock, by a ms or a thousandfold",
		healed: "the ts is that of now",
		begin: ({ random, view: { account: { ts: now } } }) => {
			const times = now > 0 && random.chance(40);
			const ahead = FAR_AHEAD + random.pick([
				1,
				1,
				6e4,
				864e5
			]);
			return {
				row: "snapshot",
				answers: random.between(1, 2),
				alter: (view, age, at) => {
					const ts = times ? view.account.ts * 1e3 : at + ahead + age;
					return {
						...view,
						account: {
							...view.account,
							ts
						}
					};
				}
			};
		}
	}
];
function oldAnswer({ accepted, lastTs, random }, answers) {
	const older = accepted.filter(({ ts, orders, positions }) => ts < lastTs && orders.length + positions.length > 0);
	const account = random.pickAny(older);
	return account === void 0 ? null : {
		row: "snapshot",
		answers,
		alter: (view) => ({
			...view,
			account
		})
	};
}
// src/life/divergences/of-strange-orders.ts
/** Orders at the exchange that are not ours. */
const STRANGE_ORDER_DIVERGENCES = [
	{
		name: "an order that nobody of us has sent",
		foundBy: "orphan_order",
		needs: ["order_ids"],
		putIn: "an order more, with an id like ours",
		healed: "it is cancelled",
		begin: (scene) => {
			const { market, random, view } = scene;
			const like = random.pickAny(view.account.orders);
			if (like === void 0) return null;
			return strange(scene, {
				...like,
				orderId: market.floor.ids.nextAlone(like.instrument)
			});
		}
	},
	{
		name: "an order whose 64-bit id is ours but for the last digit",
		foundBy: "orphan_order",
		needs: ["order_ids"],
		putIn: "an order more on the same symbol",
		healed: "it is cancelled",
		begin: (scene) => {
			const { random, view } = scene;
			const order = random.pickAny(agreedOrders(view).filter(({ row }) => row.instrument.idStyle === "long"));
			if (order === void 0) return null;
			const taken = idsOn(scene);
			const ids = idsBefore(order.row.orderId);
			const orderId = random.pickAny(ids.filter((id) => !taken.has(id)));
			return orderId === void 0 ? null : strange(scene, {
				...order.row,
				orderId
			});
		}
	},
	{
		name: "an order that shares its id with one of ours on another symbol",
		foundBy: "orphan_order",
		needs: ["orders"],
		putIn: "an order more, on a symbol where that id is not ours",
		healed: "it is cancelled",
		begin: (scene) => {
			const { random, view, market } = scene;
			const loose = new Set(view.known.orderIds);
			const ours = agreedOrders(view).filter(({ row, known }) => known.id === row.orderId && !loose.has(row.orderId));
			const order = random.pickAny(ours);
			if (order === void 0) return null;
			const others = market.listing.traded.filter((instrument) => !idsOn(scene, instrument).has(order.row.orderId));
			const instrument = random.pickAny(others);
			if (instrument === void 0) return null;
			market.floor.holds.holdOrder(order.row);
			market.floor.ids.spendCounted();
			return strange(scene, {
				...order.row,
				instrument
			});
		}
	}
];
function strange({ at, random }, like) {
	const row = orderRow({
		...like,
		clientOrderId: null,
		filled: like.filled === null ? null : 0,
		status: "NEW",
		ts: at
	});
	const first = random.chance(50);
	return {
		row: nameOfOrder(row),
		answers: null,
		alter: (view) => withOrders(view, (rows) => first ? [row, ...rows] : [...rows, row])
	};
}
function idsBefore(id) {
	const last = Number(id.slice(-1));
	return Array.from({ length: last }, (_, digit) => `${id.slice(0, -1)}${digit}`);
}
/** The ids that are in use on one symbol, or anywhere. */
function idsOn({ view: { account, known } }, instrument) {
	const isThere = (row) => instrument === void 0 || row.instrument === instrument;
	const listed = account.orders.filter(isThere).map(({ orderId }) => orderId);
	const told = known.orders.filter(isThere).map(({ id }) => id);
	return /* @__PURE__ */ new Set([
		...listed,
		...told,
		...known.orderIds
	]);
}
// src/life/divergences/catalogue.ts
/** Every kind of divergence that a day may be given: one list, of which all that speaks of them is made. */
const CATALOGUE = [
	...POSITION_DIVERGENCES,
	...ORDER_DIVERGENCES,
	...STRANGE_ORDER_DIVERGENCES,
	...ROW_DIVERGENCES,
	...SNAPSHOT_DIVERGENCES
];
// src/life/plan.ts
const MORNING = 12;
const APART = 4;
/** What is planted in a sync of a day, or undefined where it is healthy. */
function plantedAt({ planted }, sync) {
	return planted.find(({ from, healed }) => sync >= from && sync < healed);
}
/** Which divergence begins when in a day, and when it has been seen for long enough. One at a time. */
var Plan = class {
	planted = [];
	random;
	#waiting;
	#slot;
	#from;
	#active = null;
	constructor(divergences, syncs, random) {
		this.random = random;
		this.#waiting = random.shuffled(divergences);
		this.#slot = Math.trunc((syncs - MORNING) / Math.max(1, divergences.length));
		this.#from = MORNING + random.below(Math.max(1, this.#slot));
	}
	/** Whether all have been put in and healed. */
	get isDone() {
		return this.#waiting.length === 0 && this.#active === null;
	}
	get isActive() {
		return this.#active !== null;
	}
	/** Whether the syncer is started anew in this sync. */
	get restartsNow() {
		return this.#active?.age === 1 && this.#active.planting.restarts === true;
	}
	/** Whether it is time for the next divergence. */
	isDue(sync) {
		return this.#active === null && this.#waiting.length > 0 && sync >= this.#from;
	}
	/** Begins the next divergence that can begin now. */
	begin(scene, sync) {
		for (const [place, kind] of this.#waiting.entries()) {
			const planting = kind.begin(scene);
			if (planting === null) continue;
			this.#waiting.splice(place, 1);
			this.#active = {
				kind,
				planting,
				from: sync,
				longer: this.random.between(1, 4),
				age: 0,
				due: null
			};
			return;
		}
	}
	/** What an answer becomes by the divergence that is there. */
	alter(view, at) {
		if (this.#active === null) return view;
		const altered = this.#active.planting.alter(view, this.#active.age, at);
		this.#active.age += 1;
		return stamped(altered);
	}
	/** Takes note of what an altered answer must come to. True where the divergence is healed from the next sync on. */
	saw(expected, sync) {
		const active = this.#active;
		if (active === null || !this.#isOver(active, expected, sync)) return false;
		const { kind, planting, from, due } = active;
		this.planted.push({
			kind,
			row: planting.row,
			from,
			due: due ?? sync,
			healed: sync + 1
		});
		planting.heal?.();
		this.#active = null;
		const pause = APART + this.random.below(Math.max(1, this.#slot));
		const left = this.#waiting.length;
		this.#from = sync + Math.min(pause, left === 0 ? pause : this.#slot * 2);
		return true;
	}
	#isOver(active, expected, sync) {
		const { kind, planting, longer, age } = active;
		if (kind.foundBy === expected.error || expected.findings.some(({ rule }) => rule === kind.foundBy)) active.due ??= sync;
		if (planting.answers !== null) return age >= planting.answers;
		return active.due !== null && sync >= active.due + longer;
	}
};
/** Only an empty account may leave its ts out. */
function stamped(view) {
	const { account, stamp } = view;
	const isEmpty = account.orders.length + account.positions.length === 0;
	return account.ts === 0 && !isEmpty ? {
		...view,
		account: {
			...account,
			ts: stamp
		}
	} : view;
}
// src/life/life-checks.ts
const AS_IT_MUST_BE = "as it must be";
const HEALTHY = "a healthy day is silent";
const BETWEEN = "silent in between, and once healed";
const REST = "ok, error and last_ts of every sync";
const COUNTERS = "counters exact";
/** The labels of the checks, in order. */
const LIFE_LABELS = [
	HEALTHY,
	...CATALOGUE.map(labelOf),
	BETWEEN,
	REST,
	COUNTERS
];
/** Few checks that speak: healthy syncs silent, each kind found in time, silent once healed, errors and counters exact. */
function lifeChecks(run) {
	const { days } = run;
	const [healthy, diverged] = [days.filter(isHealthy), days.filter((day) => !isHealthy(day))];
	const found = (label, size) => ({
		stage: "found",
		label,
		size
	});
	return [
		checked(run, found(HEALTHY, syncsOf(healthy)), offAt(healthy, "silence")),
		...CATALOGUE.map((kind) => foundInTime(run, kind)),
		checked(run, found(BETWEEN, syncsOf(diverged)), offAt(diverged, "silence")),
		checked(run, found(REST, syncsOf(days)), offAt(days, "rest")),
		checked(run, {
			stage: "counted",
			label: COUNTERS,
			size: syncsOf(days)
		}, days.flatMap((day) => dated(day, day.counters)))
	];
}
function labelOf({ name, foundBy }) {
	return `${name}: found by ${foundBy} in time`;
}
function foundInTime({ days, takes, ...run }, kind) {
	const label = labelOf(kind);
	const lacking = kind.needs.find((part) => !takes.includes(part));
	if (lacking !== void 0) {
		const actual = `the syncer takes no ${lacking}`;
		return {
			label,
			stage: "found",
			status: "skipped",
			expected: AS_IT_MUST_BE,
			actual
		};
	}
	return checked(run, {
		stage: "found",
		label,
		size: `${days.reduce((sum, { day }) => sum + day.planted.filter((one) => one.kind === kind).length, 0)} times`
	}, offAt(days, kind));
}
function checked({ seed }, { stage, label, size }, off) {
	const expected = `${size}, ${AS_IT_MUST_BE}`;
	const [first, ...more] = off;
	if (first === void 0) return {
		label,
		stage,
		status: "passed",
		expected,
		actual: expected
	};
	const { number, sync, text } = first;
	const others = more.length === 0 ? "" : `; and ${more.length} more`;
	return {
		label,
		stage,
		status: "failed",
		expected,
		actual: printable(`seed ${seed}, day ${number}, sync ${sync + 1}: ${text}${others}`),
		deviations: causesOf$1(off)
	};
}
/** The deviations that one check is about: each belongs to one alone. */
function offAt(days, place) {
	return days.flatMap((judged) => dated(judged, judged.deviations).filter((deviation) => placeOf$2(judged, deviation) === place));
}
function placeOf$2({ day }, { sync, kind }) {
	const planted = plantedAt(day, sync);
	if (planted !== void 0) return planted.kind;
	return /^(?:false|missed) /.test(kind) ? "silence" : "rest";
}
function isHealthy({ day }) {
	return day.planted.length === 0;
}
function syncsOf(days) {
	return `${days.reduce((sum, { day }) => sum + day.steps.length, 0)} syncs`;
}
function dated({ number }, deviations) {
	return deviations.map((deviation) => ({
		...deviation,
		number
	}));
}
// src/life/market/hours.ts
const EACH_DAY = [
	["hectic", 5e3],
	["busy", 1e3],
	["calm", 15e3],
	["quiet", 6e4],
	["empty", 5e3]
];
const THEN = [...[
	"hectic",
	"busy",
	"busy",
	"busy",
	"busy"
], ...[
	"calm",
	"calm",
	"calm",
	"quiet",
	"empty"
]];
const CADENCES = {
	hectic: [
		1e3,
		5e3,
		5e3
	],
	busy: [
		1e3,
		5e3,
		5e3,
		5e3,
		5e3,
		15e3
	],
	calm: [
		5e3,
		5e3,
		15e3
	],
	quiet: [
		5e3,
		15e3,
		6e4
	],
	empty: [5e3, 15e3]
};
const EVENTS_IN_A_SYNC = {
	hectic: 9,
	busy: 6,
	calm: 2,
	quiet: .1,
	empty: 1
};
/** The same stretch, without a symbol whose size never stays the same for long enough to be compared. */
function withoutHaste(stretch) {
	return stretch.mood === "hectic" ? {
		...stretch,
		mood: "busy"
	} : stretch;
}
/** The hours of a day, one stretch after the other; each mood comes early, and again at random. */
var Hours = class {
	#random;
	#first;
	#left = 0;
	#now;
	constructor(random) {
		this.#random = random;
		this.#first = [["busy", 5e3], ...random.shuffled(EACH_DAY)];
		this.#now = this.#draw();
	}
	/** The stretch that the next sync belongs to. */
	next() {
		if (this.#left === 0) this.#now = this.#draw();
		this.#left -= 1;
		return this.#now;
	}
	#draw() {
		const [mood, cadence] = this.#first.shift() ?? this.#any();
		const short = mood === "empty" || mood === "hectic";
		this.#left = short ? this.#random.between(6, 16) : this.#random.between(20, 90);
		return {
			mood,
			cadence,
			pace: Math.trunc(cadence / EVENTS_IN_A_SYNC[mood])
		};
	}
	#any() {
		const mood = this.#random.pick(THEN);
		return [mood, this.#random.pick(CADENCES[mood])];
	}
};
// src/life/market/holdings.ts
/** Positions as the sum of trades; the exchange keeps one, the bot another, and they hear of a trade at two moments. */
var Holdings = class {
	#byLeg = /* @__PURE__ */ new Map();
	all() {
		return [...this.#byLeg.values()];
	}
	/** Lots on a leg; 0 where there is none. */
	lotsOf(leg) {
		return this.#byLeg.get(keyOf$1(leg))?.lots ?? 0;
	}
	apply(trade) {
		const { instrument, leg, margin, delta, price, at } = trade;
		const before = this.#byLeg.get(keyOf$1(trade));
		const lots = (before?.lots ?? 0) + delta;
		const entry = averageEntry(before, lots, delta, price);
		this.#byLeg.set(keyOf$1(trade), {
			instrument,
			leg,
			margin,
			lots,
			entry,
			changedAt: at
		});
		if (lots === 0 && !instrument.keepsFlatRows) this.#byLeg.delete(keyOf$1(trade));
	}
	/** Forgets all of it and takes over another's. */
	copyFrom(other) {
		this.#byLeg.clear();
		for (const holding of other.all()) this.#byLeg.set(keyOf$1(holding), holding);
	}
	/** Drops the legs of size zero, as exchanges do after a while. */
	dropFlat() {
		for (const [key, { lots }] of this.#byLeg) if (lots === 0) this.#byLeg.delete(key);
	}
};
/** The side under which an exchange, or a bot, lists a leg. */
function sideOf({ instrument, leg, lots }) {
	if (leg !== "NET") return leg;
	if (instrument.mode === "one_way") return "BOTH";
	return lots < 0 ? "SHORT" : "LONG";
}
function averageEntry(before, lots, delta, price) {
	const at = price * 10;
	if (before === void 0 || before.lots === 0) return at;
	if (before.lots < 0 !== lots < 0) return at;
	const [was, now] = [Math.abs(before.lots), Math.abs(lots)];
	if (now <= was) return before.entry;
	const worth = before.entry * was + at * Math.abs(delta);
	return (worth - worth % now) / now;
}
function keyOf$1({ instrument, leg, margin }) {
	return `${instrument.symbol} ${leg} ${margin ?? "-"}`;
}
// src/life/market/book.ts
const REMEMBERED = 3e4;
/** What the bot believes: all that it has heard, nothing more. */
var Book = class {
	#holdings = new Holdings();
	#orders = /* @__PURE__ */ new Map();
	/** Ids without an open order of their own: in flight, or ended not long ago; with the moment when they are forgotten. */
	#loose = /* @__PURE__ */ new Map();
	#random;
	#told = null;
	constructor(random) {
		this.#random = random;
	}
	/** The bot has sent an order, and knows it by its own id until it hears of it. */
	sent(clientOrderId, at) {
		this.#loose.set(clientOrderId, at + REMEMBERED);
	}
	hear({ row, isOpen, trade, clientOrderId }, at) {
		this.#told = null;
		if (trade !== null) this.#holdings.apply(trade);
		if (clientOrderId !== null) this.#loose.set(clientOrderId, at + REMEMBERED);
		if (row === null) return;
		if (isOpen) this.#orders.set(row.key, this.#said(row, this.#orders.get(row.key)));
		else {
			this.#orders.delete(row.key);
			this.#loose.set(row.orderId, at + REMEMBERED);
		}
	}
	/** The bot was started anew, and takes over what the exchange says. */
	adopt(venue) {
		this.#told = null;
		this.#holdings.copyFrom(venue.holdings);
		this.#orders.clear();
		this.#loose.clear();
		for (const { row } of venue.orders()) this.#orders.set(row.key, this.#said(row));
	}
	/** All that the bot knows at a moment. */
	known(at) {
		for (const [id, until] of this.#loose) if (until < at) this.#loose.delete(id);
		this.#told ??= {
			orders: [...this.#orders.values()],
			positions: toldPositions(this.#holdings.all())
		};
		return {
			orderIds: [...this.#loose.keys()],
			...this.#told
		};
	}
	#said(row, before) {
		const { instrument, orderId, clientOrderId, side, price, qty } = row;
		const id = before?.id ?? (clientOrderId !== null && this.#random.chance(50) ? clientOrderId : orderId);
		const saysSide = before === void 0 ? this.#random.chance(90) : before.side !== null;
		return {
			instrument,
			key: orderKey(instrument, id),
			id,
			side: saysSide ? side : null,
			price: price === 0 ? null : price,
			qty
		};
	}
};
function toldPositions(holdings) {
	const told = /* @__PURE__ */ new Map();
	for (const holding of holdings) {
		const { instrument, lots } = holding;
		const position = {
			instrument,
			side: sideOf(holding),
			marginMode: toldMargin(instrument, holding)
		};
		const key = positionKey(position);
		const qty = (told.get(key)?.qty ?? 0) + Math.abs(lots);
		told.set(key, {
			...position,
			qty
		});
	}
	return [...told.values()];
}
function toldMargin({ tellsMargin }, { margin }) {
	return tellsMargin ? margin : null;
}
// src/life/market/holds.ts
/**
* What a divergence needs of the market while it lasts: that some rows are left alone, so that they stay as they are, or that
* a symbol is traded more than others.
*/
var Holds = class {
	#orders = /* @__PURE__ */ new Set();
	#instruments = /* @__PURE__ */ new Set();
	/** The symbol that is traded most, if there is one. */
	busiest = null;
	holdOrder(row) {
		this.#orders.add(row.key);
	}
	holdInstrument(instrument) {
		this.#instruments.add(instrument);
	}
	release() {
		this.#orders.clear();
		this.#instruments.clear();
		this.busiest = null;
	}
	hasInstrument(instrument) {
		return this.#instruments.has(instrument);
	}
	/** Whether the order, or all of its symbol, is left alone. */
	hasOrder(row) {
		return this.hasInstrument(row.instrument) || this.#orders.has(row.key);
	}
};
// src/life/market/instrument.ts
const OWN = {
	idStyle: "counted",
	showsClientIds: true
};
const COUNTED = {
	idStyle: "counted",
	showsClientIds: false
};
const LONG$1 = {
	idStyle: "long",
	showsClientIds: false
};
const LONG_OWN = {
	idStyle: "long",
	showsClientIds: true
};
const RANDOM = {
	idStyle: "random",
	showsClientIds: true
};
const TRADED = [
	{
		mode: "hedge",
		margins: ["CROSS"],
		saysMargin: true,
		tellsMargin: true,
		...OWN
	},
	{
		mode: "hedge",
		margins: ["CROSS", "ISOLATED"],
		saysMargin: true,
		tellsMargin: true,
		...LONG$1
	},
	{
		mode: "one_way",
		margins: [null],
		saysMargin: false,
		tellsMargin: false,
		...COUNTED
	},
	{
		mode: "net",
		margins: ["ISOLATED"],
		saysMargin: true,
		tellsMargin: false,
		...LONG_OWN
	},
	{
		mode: "hedge",
		margins: ["CROSS", "ISOLATED"],
		saysMargin: true,
		tellsMargin: false,
		...OWN
	},
	{
		mode: "one_way",
		margins: ["CROSS"],
		saysMargin: false,
		tellsMargin: true,
		...RANDOM
	}
];
const NEVER_TRADED = [{
	mode: "net",
	margins: ["CROSS"],
	saysMargin: true,
	tellsMargin: true,
	...LONG$1
}, {
	mode: "one_way",
	margins: [null],
	saysMargin: false,
	tellsMargin: false,
	...COUNTED
}];
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const QUOTES = [
	"USDT",
	"USDC",
	"USD"
];
const FORMS = [
	(base, quote) => `${base}${quote}`,
	(base, quote) => `${base}/${quote}:${quote}`,
	(base, quote) => `${base}-${quote}-SWAP`
];
/** Lists an exchange. */
function drawListing(random) {
	const nameOf = random.pick(FORMS);
	const taken = /* @__PURE__ */ new Set();
	const draw = (ways) => drawInstrument(ways, nameOf, taken, random);
	return {
		traded: random.shuffled(TRADED).map(draw),
		neverTraded: NEVER_TRADED.map(draw)
	};
}
function drawInstrument(ways, nameOf, taken, random) {
	const symbol = drawSymbol(nameOf, taken, random);
	return {
		symbol,
		legs: {
			LONG: legsOf(`${symbol} LONG`),
			SHORT: legsOf(`${symbol} SHORT`),
			BOTH: legsOf(`${symbol} BOTH`)
		},
		...ways,
		priceScale: random.between(1, 4),
		lotScale: random.between(0, 3),
		startPrice: random.between(2e3, 9e5),
		keepsFlatRows: ways.mode !== "net" && random.chance(40),
		stampsPositions: random.chance(85)
	};
}
function legsOf(side) {
	return {
		CROSS: `${side} CROSS`,
		ISOLATED: `${side} ISOLATED`,
		UNSAID: side
	};
}
function drawSymbol(nameOf, taken, random) {
	for (;;) {
		const symbol = nameOf(Array.from({ length: random.between(2, 5) }, () => random.pick(LETTERS)).join(""), random.pick(QUOTES));
		if (!taken.has(symbol)) {
			taken.add(symbol);
			return symbol;
		}
	}
}
// src/life/market/mail.ts
const LATEST = 4e3;
/** The stream by which the bot hears of its orders and trades: late now and then, and in order for each symbol. */
var Mail = class {
	#random;
	#hear;
	#lastDue = /* @__PURE__ */ new Map();
	#letters = [];
	#isSlow = false;
	constructor(random, hear) {
		this.#random = random;
		this.#hear = hear;
	}
	/** Whether everything is late for a while. */
	slow(isSlow) {
		this.#isSlow = isSlow;
	}
	/** Sends an event that happened at `now` (Unix ms). */
	post(event, now) {
		const { symbol } = event.instrument;
		const due = Math.max(now + this.#delay(), this.#lastDue.get(symbol) ?? 0);
		this.#lastDue.set(symbol, due);
		this.#letters.push({
			due,
			event
		});
	}
	/** The bot hears all that is due. */
	deliver(until) {
		const due = this.#letters.filter((letter) => letter.due <= until);
		this.#letters = this.#letters.filter((letter) => letter.due > until);
		for (const { due: at, event } of due) this.#hear(event, at);
	}
	/** The bot hears all that is under way, at once. */
	deliverAll(now) {
		this.deliver(Number.MAX_SAFE_INTEGER);
		for (const [symbol, due] of this.#lastDue) this.#lastDue.set(symbol, Math.min(due, now));
	}
	/** What is under way is never heard. */
	discard() {
		this.#letters = [];
	}
	#delay() {
		const lot = this.#random.below(100);
		if (this.#isSlow) return this.#random.between(1500, LATEST);
		if (lot < 60) return this.#random.between(5, 100);
		if (lot < 88) return this.#random.between(100, 900);
		return this.#random.between(900, LATEST);
	}
};
// src/life/market/order-ids.ts
const ALPHABET = [..."0123456789abcdef"];
/** Hands out the order ids of one exchange: unique on a symbol, and on some symbols the same as on another. */
var OrderIds = class {
	#random;
	#prefix;
	#long;
	#counted;
	#countedOn = /* @__PURE__ */ new Set();
	#isSpent = false;
	#sent = 0;
	#sender;
	constructor(random) {
		this.#random = random;
		this.#prefix = `${random.between(1, 8)}${random.between(1e10, 1e10 + 2 ** 31)}`;
		this.#long = random.between(1e6, 8e6);
		this.#counted = random.between(1e3, 9e8);
		this.#sender = this.#letters(6);
	}
	/** The exchange's id for the next order on a symbol. */
	next({ symbol, idStyle }) {
		if (idStyle === "random") return this.#letters(20);
		if (idStyle === "long") return `${this.#prefix}${this.#nextLong()}`;
		if (!(!this.#isSpent && !this.#countedOn.has(symbol)) || this.#random.chance(40)) {
			this.#counted += 1;
			this.#countedOn = /* @__PURE__ */ new Set();
			this.#isSpent = false;
		}
		this.#countedOn.add(symbol);
		return String(this.#counted);
	}
	/** An id that no other symbol shares, now or later. */
	nextAlone(instrument) {
		this.spendCounted();
		const id = this.next(instrument);
		this.spendCounted();
		return id;
	}
	/** The short number handed out last does not come again on another symbol. */
	spendCounted() {
		this.#isSpent = true;
	}
	/** The bot's own id for the next order that it sends. */
	nextOfOurs() {
		this.#sent += 1;
		return `${this.#sender}-${this.#sent}`;
	}
	#nextLong() {
		this.#long += this.#random.chance(70) ? 1 : this.#random.between(2, 40);
		return this.#long;
	}
	#letters(length) {
		return Array.from({ length }, () => this.#random.pick(ALPHABET)).join("");
	}
};
// src/life/market/timeline.ts
/** What is going to happen, each at its moment, in the order of the moments. */
var Timeline = class {
	#due = [];
	/** Plans something for a moment (Unix ms); what is planned for the same moment happens in the order of planning. */
	plan(at, run) {
		let place = this.#due.length;
		while (place > 0 && (this.#due[place - 1]?.at ?? 0) > at) place -= 1;
		this.#due.splice(place, 0, {
			at,
			run
		});
	}
	/** Lets everything up to a moment happen, what comes of it included. */
	advance(to) {
		for (let next = this.#due[0]; next !== void 0 && next.at <= to; next = this.#due[0]) {
			this.#due.shift();
			next.run(next.at);
		}
	}
};
// src/life/market/desk.ts
/** The bot's desk: what it sends takes its time to the exchange, and what the exchange says takes its time back. */
var Desk = class {
	#floor;
	#random;
	constructor(floor, random) {
		this.#floor = floor;
		this.#random = random;
	}
	send(order, now) {
		const { book, timeline } = this.#floor;
		book.sent(order.clientOrderId, now);
		timeline.plan(now + this.#wayThere(), (at) => this.#land(order, at));
	}
	cancel(order, now) {
		this.#whenItLands(order, now, (open, at) => this.#floor.venue.close(open, at));
	}
	amend(order, change, now) {
		this.#whenItLands(order, now, (open, at) => this.#floor.venue.amend(open, change, at));
	}
	#land(order, at) {
		const { venue, mail, ids, holds, timeline } = this.#floor;
		if (holds.hasInstrument(order.instrument) || this.#random.chance(4)) {
			mail.post(venue.reject(order), at);
			return;
		}
		const accepted = venue.accept(order, ids.next(order.instrument), at);
		mail.post(accepted, at);
		if (order.orderType !== "MARKET" || accepted.row === null) return;
		const open = {
			...order,
			row: accepted.row
		};
		if (this.#random.chance(80)) this.#fill(open, at);
		else timeline.plan(at + this.#random.between(100, 1500), (then) => this.#fill(open, then));
	}
	#fill(order, at) {
		const { venue, mail, holds } = this.#floor;
		const open = venue.find(order);
		if (open === void 0) return;
		mail.post(holds.hasOrder(open.row) ? venue.close(open, at) : venue.fill(open, open.qty ?? 0, at), at);
	}
	#whenItLands(order, now, act) {
		const { venue, mail, holds, timeline } = this.#floor;
		timeline.plan(now + this.#wayThere(), (at) => {
			const open = venue.find(order);
			if (open !== void 0 && !holds.hasOrder(open.row)) mail.post(act(open, at), at);
		});
	}
	#wayThere() {
		return this.#random.between(10, 150);
	}
};
// src/life/market/orders-to-send.ts
const ENOUGH = 400;
/** Draws the orders that a bot would send. */
var OrdersToSend = class {
	#venue;
	#ids;
	#random;
	constructor(venue, ids, random) {
		this.#venue = venue;
		this.#ids = ids;
		this.#random = random;
	}
	/** A quote on one side of the market. */
	limit(instrument) {
		const aim = this.#aim(instrument);
		const away = this.#random.between(1, 400) * (aim.side === "BUY" ? -1 : 1);
		const price = this.#venue.priceOf(instrument) + away;
		const reduceOnly = aim.shrinks && this.#random.chance(40);
		return this.#order(instrument, aim, {
			orderType: "LIMIT",
			price,
			reduceOnly
		});
	}
	/** An order that is to be filled at once: opens, grows, shrinks, closes or flips a position. */
	market(instrument) {
		const aim = this.#aim(instrument);
		const order = this.#order(instrument, aim, {
			orderType: "MARKET",
			price: 0,
			reduceOnly: false
		});
		if (!aim.shrinks || this.#random.chance(40)) return order;
		const flips = aim.leg === "NET" && this.#random.chance(50);
		return {
			...order,
			qty: flips ? aim.held + this.#random.between(1, 60) : aim.held
		};
	}
	/** A stop that closes whatever the position is; undefined where there is none. */
	stop(instrument) {
		const aim = this.#aim(instrument, true);
		if (aim.held === 0) return void 0;
		const orderType = this.#random.pick([
			"STOP_MARKET",
			"STOP",
			"TAKE_PROFIT",
			"TRAILING_STOP"
		]);
		const away = this.#random.between(200, 900) * (aim.side === "BUY" ? 1 : -1);
		const price = orderType === "STOP_MARKET" ? 0 : this.#venue.priceOf(instrument) + away;
		return {
			...this.#order(instrument, aim, {
				orderType,
				price,
				reduceOnly: true
			}),
			qty: this.#random.chance(70) ? null : aim.held,
			filled: null
		};
	}
	/** An order that closes a leg as a whole. */
	closing(instrument, leg, margin) {
		const lots = this.#venue.holdings.lotsOf({
			instrument,
			leg,
			margin
		});
		const aim = {
			leg,
			margin,
			side: leg === "LONG" || leg === "NET" && lots > 0 ? "SELL" : "BUY",
			shrinks: true,
			held: Math.abs(lots)
		};
		return {
			...this.#order(instrument, aim, {
				orderType: "MARKET",
				price: 0,
				reduceOnly: true
			}),
			qty: aim.held
		};
	}
	#aim(instrument, shrinks = false) {
		const leg = instrument.mode === "hedge" ? this.#random.pick(["LONG", "SHORT"]) : "NET";
		const margin = this.#random.pick(instrument.margins);
		const lots = this.#venue.holdings.lotsOf({
			instrument,
			leg,
			margin
		});
		const held = Math.abs(lots);
		const smaller = held > 0 && (shrinks || held > ENOUGH || this.#random.chance(40));
		return {
			leg,
			margin,
			side: (leg === "NET" ? lots === 0 ? this.#random.chance(50) : lots > 0 : leg === "LONG") !== smaller ? "BUY" : "SELL",
			shrinks: smaller,
			held
		};
	}
	#order(instrument, { leg, margin, side }, about) {
		const clientOrderId = this.#ids.nextOfOurs();
		const qty = this.#random.between(2, 90);
		return {
			instrument,
			clientOrderId,
			side,
			...about,
			qty,
			filled: 0,
			leg,
			margin
		};
	}
};
// src/life/market/trader.ts
/** What happens on the market: what the bot does, and what the exchange does to it. */
var Trader = class {
	#floor;
	#random;
	#desk;
	#orders;
	#acts;
	#weights;
	constructor(floor, random) {
		this.#floor = floor;
		this.#random = random;
		this.#desk = new Desk(floor, random.fork("desk"));
		this.#orders = new OrdersToSend(floor.venue, floor.ids, random.fork("orders"));
		this.#acts = [
			[32, (instrument, now) => this.#quote(instrument, now)],
			[12, (instrument, now) => this.#cancel(instrument, now)],
			[10, (instrument, now) => this.#amend(instrument, now)],
			[26, (instrument, now) => this.#fill(instrument, now)],
			[14, (instrument, now) => this.#desk.send(this.#orders.market(instrument), now)],
			[6, (instrument, now) => this.#placeStop(instrument, now)],
			[3, (instrument, now) => this.#expire(instrument, now)],
			[2, (instrument, now) => this.#reachStop(instrument, now)],
			[1, (instrument, now) => this.#liquidate(instrument, now)],
			[1, () => this.#floor.venue.holdings.dropFlat()]
		];
		this.#weights = this.#acts.reduce((sum, [weight]) => sum + weight, 0);
	}
	/** Something happens on a symbol, unless it is held still. */
	act(instrument, now) {
		this.#floor.venue.movePrice(instrument, this.#random.between(-300, 300));
		if (this.#floor.holds.hasInstrument(instrument)) return;
		let lot = this.#random.below(this.#weights);
		for (const [weight, act] of this.#acts) {
			if (lot < weight) {
				act(instrument, now);
				return;
			}
			lot -= weight;
		}
	}
	/** Something happens on a symbol that is traded in and out of all the time. */
	scalp(instrument, now) {
		if (!this.#floor.holds.hasInstrument(instrument) && this.#random.chance(70)) this.#desk.send(this.#orders.market(instrument), now);
		else this.act(instrument, now);
	}
	/** The bot gives everything up: cancels all, closes all. */
	leave(now) {
		const { venue, holds } = this.#floor;
		for (const order of venue.orders()) this.#desk.cancel(order, now + this.#random.below(800));
		for (const { instrument, leg, margin, lots } of venue.holdings.all()) {
			if (lots === 0 || holds.hasInstrument(instrument)) continue;
			this.#desk.send(this.#orders.closing(instrument, leg, margin), now + this.#random.below(800));
		}
		venue.holdings.dropFlat();
	}
	#quote(instrument, now) {
		if (this.#floor.venue.ordersOn(instrument).length >= 5) this.#cancel(instrument, now);
		else this.#desk.send(this.#orders.limit(instrument), now);
	}
	#cancel(instrument, now) {
		const order = this.#free(instrument);
		if (order !== void 0) this.#desk.cancel(order, now);
	}
	#amend(instrument, now) {
		const order = this.#free(instrument, "LIMIT");
		if (order === void 0) return;
		const { price, qty, filled } = order.row;
		const moved = price + this.#random.pick([
			-7,
			-3,
			-1,
			1,
			2,
			5
		]);
		const larger = Math.max(filled ?? 0, qty ?? 0) + this.#random.between(1, 30);
		this.#desk.amend(order, this.#random.chance(60) ? { price: moved } : { qty: larger }, now);
	}
	#fill(instrument, now) {
		const order = this.#free(instrument, "LIMIT");
		if (order === void 0) return;
		const { qty, filled } = order.row;
		const left = (qty ?? 0) - (filled ?? 0);
		const lots = this.#random.chance(70) ? this.#random.between(1, left) : left;
		this.#floor.mail.post(this.#floor.venue.fill(order, lots, now), now);
	}
	#placeStop(instrument, now) {
		const stop = this.#orders.stop(instrument);
		if (stop !== void 0) this.#desk.send(stop, now);
	}
	#expire(instrument, now) {
		const order = this.#free(instrument);
		if (order !== void 0) this.#floor.mail.post(this.#floor.venue.close(order, now, "EXPIRED"), now);
	}
	#reachStop(instrument, now) {
		const { venue, mail } = this.#floor;
		const stop = venue.ordersOn(instrument).find((order) => order.qty === null && this.#isFree(order));
		if (stop === void 0) return;
		mail.post(venue.close(stop, now, "FILLED"), now);
		if (venue.holdings.lotsOf(stop) !== 0) mail.post(venue.closeLeg(stop, now), now);
	}
	#liquidate(instrument, now) {
		const { venue, mail } = this.#floor;
		const held = venue.holdings.all().filter((leg) => leg.instrument === instrument && leg.lots !== 0);
		const leg = this.#random.pickAny(held);
		const orders = venue.ordersOn(instrument);
		if (leg === void 0 || !orders.every((order) => this.#isFree(order))) return;
		for (const order of orders) mail.post(venue.close(order, now), now);
		mail.post(venue.closeLeg(leg, now), now);
	}
	#free(instrument, orderType) {
		const orders = this.#floor.venue.ordersOn(instrument);
		return this.#random.pickAny(orders.filter((order) => this.#isFree(order) && (orderType === void 0 || order.orderType === orderType)));
	}
	#isFree(order) {
		return !this.#floor.holds.hasOrder(order.row);
	}
};
// src/life/market/venue.ts
/** The exchange: what is really open and really held. Each change gives the event that the bot will hear of. */
var Venue = class {
	holdings = new Holdings();
	#orders = /* @__PURE__ */ new Map();
	#prices = /* @__PURE__ */ new Map();
	#clockOffset;
	/** @param clockOffset ms by which the exchange's clock is ahead of the syncer's. */
	constructor(instruments, clockOffset) {
		for (const { symbol, startPrice } of instruments) this.#prices.set(symbol, startPrice);
		this.#clockOffset = clockOffset;
	}
	orders() {
		return [...this.#orders.values()];
	}
	ordersOn(instrument) {
		return this.orders().filter((order) => order.instrument === instrument);
	}
	/** The order as it is now, or undefined where it is no longer open. */
	find({ row }) {
		return this.#orders.get(row.key);
	}
	/** In ticks. */
	priceOf({ symbol }) {
		return this.#prices.get(symbol) ?? 0;
	}
	movePrice({ symbol, startPrice }, ticks) {
		const low = Math.trunc(startPrice / 2);
		this.#prices.set(symbol, Math.max(low, Math.min(startPrice * 2, (this.#prices.get(symbol) ?? 0) + ticks)));
	}
	/** The exchange's own time at a moment of the syncer's clock. */
	timeAt(now) {
		return now + this.#clockOffset;
	}
	accept(order, orderId, now) {
		const { instrument, clientOrderId, side, orderType, price, qty, filled, reduceOnly } = order;
		const row = orderRow({
			instrument,
			orderId,
			clientOrderId: instrument.showsClientIds ? clientOrderId : null,
			side,
			orderType,
			price,
			qty,
			filled,
			reduceOnly,
			status: "NEW",
			ts: this.timeAt(now)
		});
		return this.#keep(order, row);
	}
	reject({ instrument, clientOrderId }) {
		return {
			instrument,
			clientOrderId,
			row: null,
			isOpen: false,
			trade: null
		};
	}
	amend(order, change, now) {
		return this.#keep(order, {
			...order.row,
			...change,
			ts: this.timeAt(now)
		});
	}
	/** Takes an order off the book: cancelled, expired, refused by the risk engine. */
	close(order, now, status = "CANCELED") {
		this.#orders.delete(order.row.key);
		return eventOf(order, {
			...order.row,
			status,
			ts: this.timeAt(now)
		}, false, null);
	}
	/** Fills an order, by at most what is left of it and what its leg can lose; one that can do nothing expires. */
	fill(order, lots, now) {
		const { row } = order;
		const left = (row.qty ?? Number.MAX_SAFE_INTEGER) - (row.filled ?? 0);
		const filling = Math.min(lots, left, this.#roomOf(order));
		if (filling === 0) return this.close(order, now, "EXPIRED");
		const sum = (row.filled ?? 0) + filling;
		const trade = this.#trade(order, order.side === "BUY" ? filling : -filling, now);
		const filledRow = {
			...row,
			filled: sum,
			status: "PARTIALLY_FILLED",
			ts: this.timeAt(now)
		};
		if (filling < left && row.qty !== null) return {
			...this.#keep(order, filledRow),
			trade
		};
		return {
			...this.close(order, now, "FILLED"),
			trade
		};
	}
	/** Closes a leg by force or because a stop was reached. */
	closeLeg(leg, now) {
		const lots = this.holdings.lotsOf(leg);
		const trade = this.#move(leg, -lots, now);
		return {
			instrument: leg.instrument,
			clientOrderId: null,
			row: null,
			isOpen: false,
			trade
		};
	}
	#roomOf(order) {
		const lots = this.holdings.lotsOf(order);
		if (order.reduceOnly && order.leg === "NET") return order.side === "BUY" ? Math.max(0, -lots) : Math.max(0, lots);
		const shrinks = order.side === (order.leg === "LONG" ? "SELL" : "BUY");
		return order.leg !== "NET" && shrinks ? lots : Number.MAX_SAFE_INTEGER;
	}
	#trade(order, bought, now) {
		return this.#move(order, order.leg === "SHORT" ? -bought : bought, now);
	}
	#move(leg, delta, now) {
		const { instrument, margin } = leg;
		const price = this.priceOf(instrument);
		const trade = {
			instrument,
			leg: leg.leg,
			margin,
			delta,
			price,
			at: this.timeAt(now)
		};
		this.holdings.apply(trade);
		return trade;
	}
	#keep(order, row) {
		this.#orders.set(row.key, {
			...order,
			row
		});
		return eventOf(order, row, true, null);
	}
};
function eventOf(order, row, isOpen, trade) {
	return {
		instrument: order.instrument,
		clientOrderId: order.clientOrderId,
		row,
		isOpen,
		trade
	};
}
// src/life/market/market.ts
const WARM_UP = 24e4;
const WARM_UP_PACE = 600;
/** One exchange with one bot on it. What happens there goes on whether or not somebody looks. */
var Market = class {
	listing;
	floor;
	#trader;
	#random;
	#now;
	#focus;
	#stretch = null;
	/** @param opensAt Unix ms; the market has been traded for a while by then. */
	constructor(random, opensAt) {
		this.#random = random.fork("pace");
		this.listing = drawListing(random.fork("listing"));
		this.#focus = this.#random.pick(this.listing.traded);
		const venue = new Venue(this.listing.traded, random.fork("clock").between(-1500, 1500));
		const book = new Book(random.fork("book"));
		const mail = new Mail(random.fork("mail"), (event, at) => book.hear(event, at));
		const timeline = new Timeline();
		const ids = new OrderIds(random.fork("ids"));
		this.floor = {
			venue,
			book,
			mail,
			timeline,
			holds: new Holds(),
			ids
		};
		this.#trader = new Trader(this.floor, random.fork("trader"));
		this.#now = opensAt - WARM_UP;
		this.enter({
			mood: "busy",
			cadence: 5e3,
			pace: WARM_UP_PACE
		});
		this.advance(opensAt);
	}
	/** How the market goes from now on. */
	enter(stretch) {
		if (stretch === this.#stretch) return;
		this.#stretch = stretch;
		this.floor.mail.slow(stretch.mood === "hectic");
		this.#focus = this.#random.pick(this.listing.traded);
		this.#planNext(stretch, this.#now);
	}
	/** Lets time pass, to a moment in Unix ms of the syncer's clock. */
	advance(to) {
		this.#now = Math.max(this.#now, to);
		this.floor.timeline.advance(to);
	}
	/** The bot was started anew, and takes over what the exchange says; what it had not heard yet is in that. */
	adopt() {
		this.floor.mail.discard();
		this.floor.book.adopt(this.floor.venue);
	}
	/** The open orders as the exchange lists them now. */
	orders() {
		return this.floor.venue.orders().map(({ row }) => row);
	}
	/** The positions as the exchange lists them now. */
	positions() {
		return this.floor.venue.holdings.all().map((holding) => this.#row(holding));
	}
	#planNext(stretch, now) {
		this.floor.timeline.plan(now + this.#random.between(1, 2 * stretch.pace), (at) => {
			if (stretch !== this.#stretch) return;
			if (stretch.mood === "empty") this.#trader.leave(at);
			else if (stretch.mood === "hectic") this.#trader.scalp(this.#focus, at);
			else this.#trader.act(this.#pick(), at);
			this.#planNext(stretch, at);
		});
	}
	#pick() {
		const { busiest } = this.floor.holds;
		return busiest !== null && this.#random.chance(50) ? busiest : this.#random.pick(this.listing.traded);
	}
	#row(holding) {
		const { instrument, margin, lots, entry, changedAt } = holding;
		return {
			instrument,
			side: sideOf(holding),
			marginMode: instrument.saysMargin ? margin : null,
			qty: Math.abs(lots),
			entry,
			mark: this.floor.venue.priceOf(instrument),
			leverage: 5,
			ts: instrument.stampsPositions ? changedAt : null
		};
	}
};
// src/life/model/position-differences.ts
/** Where the sizes differ for a symbol and side, and for a margin mode where both sides say it. */
function positionDifferences(theirs, ours) {
	const unsaid = new Set([...theirs, ...ours].filter(({ marginMode }) => marginMode === null).map(sideKey));
	const balance = /* @__PURE__ */ new Map();
	const add = (row, lots) => {
		const key = unsaid.has(sideKey(row)) ? sideKey(row) : positionKey(row);
		balance.set(key, (balance.get(key) ?? 0) + lots);
	};
	for (const row of theirs) add(row, row.qty);
	for (const row of ours) add(row, -row.qty);
	return [...balance].flatMap(([key, lots]) => lots === 0 ? [] : [{
		rule: "position_mismatch",
		row: `position ${key}`,
		amount: String(lots)
	}]);
}
/** Symbol and side: where one of the two does not say a mode, all modes count together. */
function sideKey({ instrument, side }) {
	return positionKey({
		instrument,
		side,
		marginMode: null
	});
}
// src/life/model/differences.ts
/** All differences between what the exchange answers and what the bot tells; what it does not tell is not compared. */
function differencesOf({ orders, positions }, known) {
	if (known === null) return [];
	return [
		...orphans(orders, known),
		...orderDifferences(orders, known.orders ?? []),
		...known.positions === null ? [] : positionDifferences([...positions.first.values()], known.positions)
	];
}
function orphans(rows, { orderIds, orders }) {
	if (orderIds === null && orders === null) return [];
	const onSymbol = new Set(orders?.map(({ key }) => key));
	const isKnown = ({ key, clientKey, orderId, clientOrderId }) => onSymbol.has(key) || clientKey !== null && onSymbol.has(clientKey) || orderIds?.includes(orderId) || clientOrderId !== null && orderIds?.includes(clientOrderId);
	return [...rows.first.values()].filter((row) => !isKnown(row)).map((row) => ({
		rule: "orphan_order",
		row: `order ${row.key}`,
		amount: ""
	}));
}
function orderDifferences(rows, known) {
	const found = [];
	for (const order of known) {
		const row = rows.first.get(order.key) ?? byClientKey(rows, order.key);
		const name = `order ${order.key}`;
		if (row === void 0) found.push({
			rule: "missing_order",
			row: name,
			amount: ""
		});
		else if (differs(order, row)) found.push({
			rule: "order_mismatch",
			row: name,
			amount: amountOf(order, row)
		});
	}
	return found;
}
function byClientKey(rows, key) {
	for (const row of rows.first.values()) if (row.clientKey === key) return row;
}
function differs(ours, theirs) {
	return differ(ours.side, theirs.side) || differ(ours.price, theirs.price) || differ(ours.qty, theirs.qty);
}
function differ(ours, theirs) {
	return ours !== null && theirs !== null && ours !== theirs;
}
function amountOf(ours, theirs) {
	return [
		"side",
		"price",
		"qty"
	].filter((field) => differ(ours[field], theirs[field])).map((field) => `${field} ${theirs[field]} not ${ours[field]}`).join(", ");
}
// src/life/model/indexed.ts
/** Looks through an account once. */
function indexed(account) {
	return {
		account,
		orders: indexRows(account.orders, ({ key }) => key),
		positions: indexRows(account.positions, positionKey)
	};
}
function indexRows(rows, keyOf) {
	const first = /* @__PURE__ */ new Map();
	const surplus = [];
	for (const row of rows) {
		const key = keyOf(row);
		if (first.has(key)) surplus.push(row);
		else first.set(key, row);
	}
	return {
		first,
		surplus
	};
}
// src/life/model/streaks.ts
/** For how long each difference has been there. */
var Streaks = class {
	#streaks = /* @__PURE__ */ new Map();
	/** Ms since the oldest of these differences was first seen, were they seen now; 0 where all are new. */
	oldest(differences, at) {
		return Math.max(0, ...differences.map((difference) => at - this.#continued(difference, at).since));
	}
	/** One more sight, in Unix ms: what is not seen in it is over. Gives those that have settled. */
	see(differences, at, settle) {
		this.#streaks = new Map(differences.map((seen) => [keyOf(seen), this.#continued(seen, at)]));
		return differences.filter((seen) => {
			const streak = this.#streaks.get(keyOf(seen));
			return streak !== void 0 && hasSettled(streak, settle);
		});
	}
	/** Those that have settled before, or need no time at all, in an answer that is no sight. */
	settledBefore(differences, settle) {
		return differences.filter((seen) => {
			const streak = this.#streaks.get(keyOf(seen));
			return streak?.amount === seen.amount && hasSettled(streak, settle) || settle.syncs <= 1 && settle.ms <= 0;
		});
	}
	#continued(seen, at) {
		const before = this.#streaks.get(keyOf(seen));
		if (before?.amount !== seen.amount) return {
			amount: seen.amount,
			since: at,
			until: at,
			syncs: 1
		};
		return {
			...before,
			until: at,
			syncs: before.syncs + 1
		};
	}
};
function hasSettled({ since, until, syncs }, settle) {
	return syncs >= settle.syncs && until - since >= settle.ms;
}
function keyOf({ rule, row }) {
	return `${rule} ${row}`;
}
// src/life/model/contract-model.ts
/**
* What the contract (section 3) says that each sync of a day must come to, worked out in whole lots and ticks and without a
* line of the bundled syncer, so that the one can be held against the other.
*/
var ContractModel = class {
	#settle;
	#keepsLastTs;
	#streaks = new Streaks();
	#baseline = null;
	#lastTs = 0;
	/** @param keepsLastTs whether the syncer is given the last ts where it is started anew. */
	constructor(settle, keepsLastTs) {
		this.#settle = settle;
		this.#keepsLastTs = keepsLastTs;
	}
	/** Unix ms of the last accepted answer. */
	get lastTs() {
		return this.#lastTs;
	}
	/** The next sync of the day. */
	judge({ at, restart, known, answer }) {
		if (restart) {
			this.#streaks = new Streaks();
			this.#baseline = null;
			if (!this.#keepsLastTs) this.#lastTs = 0;
		}
		if (typeof answer === "string") return {
			findings: [],
			error: answer,
			lastTs: this.#lastTs
		};
		if (answer.ts > at + 3e5) return {
			findings: [],
			error: "parse",
			lastTs: this.#lastTs
		};
		const now = {
			rows: indexed(answer),
			at
		};
		const differences = differencesOf(now.rows, known);
		const isEmpty = answer.ts === 0 && answer.positions.length === 0 && answer.orders.length === 0;
		const oneSided = oneSidedFindings(now.rows);
		if (answer.ts < this.#lastTs && !isEmpty) {
			const settled = this.#streaks.settledBefore(differences, this.#settle);
			return this.#expected([
				{
					rule: "ts_regression",
					row: "snapshot"
				},
				...oneSided,
				...settled
			]);
		}
		const back = this.#baseline === null ? [] : rowsThatWentBack(now, this.#baseline);
		this.#baseline = now;
		this.#lastTs = answer.ts;
		return this.#expected([
			...back,
			...oneSided,
			...this.#streaks.see(differences, at, this.#settle)
		]);
	}
	#expected(findings) {
		return {
			findings: MISMATCH_RULES.flatMap((rule) => findings.filter((finding) => finding.rule === rule)).map(({ rule, row }) => ({
				rule,
				row
			})),
			error: null,
			lastTs: this.#lastTs
		};
	}
};
// src/life/random.ts
const WORD$1 = 2 ** 32;
/**
* Numbers that look random and are the same for the same seed on every machine: 32-bit whole numbers only (Chris
* Doty-Humphrey's sfc32), so that no engine's floating point or library has a say. Not for secrets.
*/
var Random = class Random {
	#seed;
	#a = 0;
	#b = 0;
	#c = 0;
	#d = 1;
	/** @param seed any text; each gives a row of numbers of its own. */
	constructor(seed) {
		this.#seed = seed;
		[this.#a, this.#b, this.#c] = [
			hash(seed, 2654435769),
			hash(seed, 2246822507),
			hash(seed, 3266489909)
		];
		for (let round = 0; round < 15; round++) this.#next();
	}
	/** A generator of its own for one purpose, so that what one purpose draws moves nothing for the others. */
	fork(purpose) {
		return new Random(`${this.#seed}/${purpose}`);
	}
	/** A whole number from 0 up to, and without, `limit` (at most 2^32). */
	below(limit) {
		const fair = WORD$1 - WORD$1 % limit;
		let drawn = this.#next();
		while (drawn >= fair) drawn = this.#next();
		return drawn % limit;
	}
	/** A whole number from `low` to `high`, both included. */
	between(low, high) {
		return low + this.below(high - low + 1);
	}
	/** True in so many of a hundred cases. */
	chance(percent) {
		return this.below(100) < percent;
	}
	/** @throws RangeError where there is nothing to pick from. */
	pick(items) {
		const picked = this.pickAny(items);
		if (picked === void 0) throw new RangeError("nothing to pick from");
		return picked;
	}
	/** One of the items, or undefined where there is none. */
	pickAny(items) {
		return items.length === 0 ? void 0 : items[this.below(items.length)];
	}
	/** A copy in another order. */
	shuffled(items) {
		const rest = [...items];
		return items.flatMap(() => rest.splice(this.below(rest.length), 1));
	}
	#next() {
		const drawn = (this.#a + this.#b | 0) + this.#d | 0;
		this.#d = this.#d + 1 | 0;
		this.#a = this.#b ^ this.#b >>> 9;
		this.#b = this.#c + (this.#c << 3) | 0;
		this.#c = (this.#c << 21 | this.#c >>> 11) + drawn | 0;
		return drawn >>> 0;
	}
};
function hash(text, basis) {
	let value = basis | 0;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 16777619);
		value ^= value >>> 15;
	}
	value = Math.imul(value ^ value >>> 16, 569420461);
	value = Math.imul(value ^ value >>> 15, 1935289751);
	return value ^ value >>> 15;
}
// src/life/reading.ts
const LONGEST_RACE = 8e3;
const AT_ONCE = {
	syncs: 1,
	ms: 0
};
/** How an account is looked at: orders and positions at two moments, what the bot knows when the answer is there. */
var Reading = class {
	#market;
	#random;
	#stamp;
	#emptySaysTs;
	#races = new Streaks();
	constructor(market, random) {
		this.#market = market;
		this.#random = random;
		this.#stamp = random.pick([
			"answer",
			"answer_in_seconds",
			"request"
		]);
		this.#emptySaysTs = random.chance(50);
	}
	/** Lets the market go on to `at` (Unix ms), `gap` ms after the last look, and looks at it on the way. */
	look(at, gap) {
		const moments = this.#draw(at, gap);
		const ordersFirst = this.#random.chance(50);
		this.#market.advance(moments.first);
		const early = ordersFirst ? { orders: this.#market.orders() } : { positions: this.#market.positions() };
		this.#market.advance(moments.second);
		const account = {
			orders: this.#market.orders(),
			positions: this.#market.positions(),
			...early
		};
		this.#market.advance(at);
		this.#market.floor.mail.deliver(at);
		return this.#view(account, at, moments);
	}
	/**
	* The same look, or {@link calm} where a difference would have lasted too long for a race: two trades of one size can look
	* like one that was never heard of.
	*/
	asHealthy(view, known, at) {
		const differences = differencesOf(indexed(view.account), known);
		if (this.#races.oldest(differences, at) >= LONGEST_RACE) return this.calm(at);
		this.#races.see(differences, at, AT_ONCE);
		return view;
	}
	/** A look at a moment at which the bot has heard of everything. */
	calm(at) {
		this.#market.floor.mail.deliverAll(at);
		this.#races.see([], at, AT_ONCE);
		const account = {
			orders: this.#market.orders(),
			positions: this.#market.positions()
		};
		return this.#view(account, at, {
			request: at,
			first: at,
			second: at
		});
	}
	#draw(at, gap) {
		const most = Math.trunc(gap * 8 / 10);
		const usual = this.#random.between(60, 900);
		const request = at - Math.min(most, this.#random.chance(5) ? usual * 4 : usual);
		const first = this.#random.between(request, at);
		return {
			request,
			first,
			second: this.#random.between(first, at)
		};
	}
	#view({ orders, positions }, at, moments) {
		const isEmpty = orders.length === 0 && positions.length === 0;
		const stamp = this.#tsOf(moments);
		const ts = isEmpty && !this.#emptySaysTs ? 0 : stamp;
		return {
			account: {
				orders: this.#oddStamp(orders),
				positions,
				ts
			},
			known: this.#market.floor.book.known(at),
			stamp
		};
	}
	#tsOf({ request, second }) {
		if (this.#stamp === "request") return request;
		const answered = this.#market.floor.venue.timeAt(second);
		return this.#stamp === "answer" ? answered : answered - answered % 1e3;
	}
	#oddStamp(orders) {
		const odd = this.#random.chance(1) ? this.#random.pickAny(orders) : void 0;
		return odd === void 0 ? orders : orders.map((row) => row === odd && row.ts !== null ? {
			...row,
			ts: row.ts * 1e3
		} : row);
	}
};
// src/life/taken.ts
/** The part of what the bot knows that reaches the syncer; null where none does. */
function toldPart(known, telling, takes) {
	const [ids, orders, positions] = TELLABLE.map((part) => takes.includes(part) && telling !== "nothing" && (telling === "all" || part === "order_ids"));
	if (!ids && !orders && !positions) return null;
	const open = orders ? [] : known.orders.map(({ id }) => id);
	return {
		orderIds: ids ? [.../* @__PURE__ */ new Set([...known.orderIds, ...open])] : null,
		orders: orders ? known.orders : null,
		positions: positions ? known.positions : null
	};
}
// src/life/day.ts
const FIRST_DAY = 16e11;
const REASONS = [
	"timeout",
	"timeout",
	"network",
	"network",
	"rate_limit",
	"auth",
	"parse",
	"unknown"
];
const MOST_SYNCS = 1e4;
/** Makes a day of trading. Pure: nothing but the options has a say. */
function makeDay(options) {
	return new DayInTheMaking(options).make();
}
var DayInTheMaking = class {
	#options;
	#random;
	#market;
	#reading;
	#hours;
	#model;
	#plan;
	#steps = [];
	#expected = [];
	#at;
	#stretch;
	#accepted = [];
	#remembers = false;
	#forgetful = 0;
	#isFailing = false;
	#mustBeCalm = false;
	constructor(options) {
		this.#options = options;
		const random = new Random(`life ${options.seed} day ${options.day}`);
		this.#random = random.fork("day");
		this.#at = FIRST_DAY + this.#random.below(2 ** 31) * 90;
		this.#market = new Market(random.fork("market"), this.#at);
		this.#reading = new Reading(this.#market, random.fork("reading"));
		this.#hours = new Hours(random.fork("hours"));
		this.#stretch = this.#hours.next();
		this.#model = new ContractModel(options.settle, options.takes.includes("last_ts"));
		this.#plan = new Plan(options.divergences, options.syncs, random.fork("divergences"));
	}
	make() {
		const { syncs } = this.#options;
		while (this.#steps.length < syncs || !this.#plan.isDone && this.#steps.length < MOST_SYNCS + syncs) this.#sync();
		return {
			steps: this.#steps,
			expected: this.#expected,
			planted: this.#plan.planted
		};
	}
	#sync() {
		const gap = this.#passTime();
		const restart = this.#restarts();
		const view = this.#reading.look(this.#at, gap);
		const reason = this.#failure();
		const telling = this.#telling();
		if (this.#forgetful === 1) this.#market.adopt();
		this.#forgetful = Math.max(0, this.#forgetful - 1);
		if (reason === null) this.#answered(view, telling, restart);
		else this.#judge({
			at: this.#at,
			restart,
			known: this.#told(view, telling),
			answer: reason
		});
	}
	#answered(healthy, telling, restart) {
		const begins = telling === "all" && this.#plan.isDue(this.#steps.length);
		const seen = this.#mustBeCalm || begins ? this.#reading.calm(this.#at) : this.#reading.asHealthy(healthy, this.#told(healthy, telling), this.#at);
		this.#mustBeCalm = false;
		if (restart) this.#remembers = false;
		if (begins) this.#plan.begin(this.#scene(seen), this.#steps.length);
		const view = this.#plan.alter(seen, this.#at);
		const restarted = restart || this.#plan.restartsNow;
		const known = this.#told(view, telling);
		const expected = this.#judge({
			at: this.#at,
			restart: restarted,
			known,
			answer: view.account
		});
		this.#remember(view.account, expected);
		if (this.#plan.saw(expected, this.#steps.length - 1)) {
			this.#market.floor.holds.release();
			this.#accepted = [];
			this.#mustBeCalm = true;
		}
	}
	#judge(step) {
		const expected = this.#model.judge(step);
		this.#steps.push(step);
		this.#expected.push(expected);
		return expected;
	}
	#remember(account, { error, lastTs }) {
		if (error !== null || lastTs !== account.ts) return;
		this.#accepted = lastTs === 0 ? [] : [...this.#accepted.slice(-60), account];
		this.#remembers = true;
	}
	#scene(view) {
		return {
			view,
			at: this.#at,
			lastTs: this.#model.lastTs,
			accepted: this.#accepted,
			remembers: this.#remembers,
			market: this.#market,
			random: this.#plan.random
		};
	}
	/** To the next sync; the ms since the last. While something is planted, the hour stays what it is, but for haste. */
	#passTime() {
		this.#stretch = this.#plan.isActive ? withoutHaste(this.#stretch) : this.#hours.next();
		this.#market.enter(this.#stretch);
		const { cadence } = this.#stretch;
		const late = this.#random.chance(30) ? this.#random.below(Math.trunc(cadence / 3)) : 0;
		this.#at += cadence + late;
		return cadence + late;
	}
	#restarts() {
		if (this.#plan.isActive) return this.#random.below(1e3) < 15;
		if (this.#forgetful > 0 || this.#random.below(1e3) >= 8) return false;
		if (this.#random.chance(50)) this.#forgetful = this.#random.between(2, 3);
		return true;
	}
	#failure() {
		this.#isFailing = this.#random.chance(this.#isFailing ? 40 : this.#plan.isActive ? 20 : 3);
		return this.#isFailing ? this.#random.pick(REASONS) : null;
	}
	#telling() {
		if (this.#forgetful > 0) return "nothing";
		const lot = this.#random.below(200);
		return lot === 0 ? "nothing" : lot < 3 ? "ids" : "all";
	}
	#told(view, telling) {
		return toldPart(view.known, telling, this.#options.takes);
	}
};
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
// src/life/deviations.ts
/** What is wrong with the replies to a row of syncs; at most one thing of a kind for each sync. */
function deviationsOf(replies, expected) {
	return expected.flatMap((wanted, sync) => {
		const reply = replies[sync];
		if (reply === void 0) return [{
			sync,
			kind: "no reply",
			text: "no reply"
		}];
		return [...findingsOff(reply, wanted), ...restOff(reply, wanted)].map((off) => ({
			sync,
			...off
		}));
	});
}
function findingsOff({ mismatches }, { findings }) {
	return [.../* @__PURE__ */ new Set([...mismatches.map(({ rule }) => rule), ...findings.map(({ rule }) => rule)])].flatMap((rule) => {
		const said = mismatches.filter((mismatch) => mismatch.rule === rule);
		const wanted = findings.filter((finding) => finding.rule === rule);
		if (said.length === wanted.length) return [];
		const counts = `${rule} ${said.length} times, not ${wanted.length}`;
		return said.length > wanted.length ? [{
			kind: `false ${rule}`,
			text: `${counts}: ${said.map(({ detail }) => detail).join("; ")}`
		}] : [{
			kind: `missed ${rule}`,
			text: `${counts}: ${wanted.map(({ row }) => row).join("; ")}`
		}];
	});
}
function restOff(reply, { findings, error, lastTs }) {
	const ok = findings.length === 0 && error === null;
	const said = {
		error: reply.error,
		ok: reply.ok,
		last_ts: reply.lastTs
	};
	const wanted = {
		error,
		ok,
		last_ts: lastTs
	};
	return [
		"error",
		"ok",
		"last_ts"
	].flatMap((kind) => said[kind] === wanted[kind] ? [] : [{
		kind,
		text: `${kind} ${said[kind]}, not ${wanted[kind]}`
	}]);
}
/** The counters of each process that do not say how often each rule was found, and how often each reason met. */
function countersOff({ processes }, expected, prefix) {
	return processes.flatMap((life) => {
		const syncs = expected.slice(life.from, life.to);
		const rules = MISMATCH_RULES.map((rule) => {
			const found = syncs.reduce((sum, { findings }) => sum + timesOf$1(rule, findings.map((each) => each.rule)), 0);
			return counterOff(life, `${prefix}_mismatches_total`, ["rule", rule], found);
		});
		const reasons = FETCH_ERROR_REASONS.map((reason) => {
			const met = timesOf$1(reason, syncs.map(({ error }) => error));
			return counterOff(life, `${prefix}_errors_total`, ["reason", reason], met);
		});
		return [...rules, ...reasons].flat();
	});
}
function counterOff({ metrics, to }, series, label, wanted) {
	const said = metrics.valueOf(series, label);
	if (said === String(wanted)) return [];
	const text = `${series}{${label[0]}="${label[1]}"} ${said}, not ${wanted}`;
	return [{
		sync: to - 1,
		kind: `counter ${label[1]}`,
		text
	}];
}
function timesOf$1(wanted, all) {
	return all.filter((one) => one === wanted).length;
}
// src/life/wire-form.ts
/**
* Puts the syncs of a day into wire form (contract, sections 2 and 5). One instance for one day: most orders are the same row
* from one sync to the next, and are put into words once.
*/
var WireForm = class {
	#orders = /* @__PURE__ */ new WeakMap();
	/** One line of a history. `restart` stands only where the syncer was started anew before it. */
	line(step, expected) {
		return {
			at: step.at,
			...step.restart ? { restart: true } : {},
			known: knownWire(step.known),
			...typeof step.answer === "string" ? { fetch_error: step.answer } : { snapshot: this.snapshot(step.answer) },
			...expected === void 0 ? {} : { expect: expectWire(expected) }
		};
	}
	/** What the exchange answers, as a canonical snapshot. */
	snapshot({ positions, orders, ts }) {
		return {
			positions: positions.map(positionWire),
			open_orders: orders.map((row) => this.#order(row)),
			ts,
			source: "exchange"
		};
	}
	#order(row) {
		const before = this.#orders.get(row);
		if (before !== void 0) return before;
		const wire = orderWire(row);
		this.#orders.set(row, wire);
		return wire;
	}
};
/** What the bot tells: ids alone as a list, more as an object. */
function knownWire(known) {
	if (known === null) return null;
	const { orderIds, orders, positions } = known;
	if (orders === null && positions === null) return orderIds;
	return {
		...orderIds === null ? {} : { order_ids: orderIds },
		...orders === null ? {} : { orders: orders.map(knownOrderWire) },
		...positions === null ? {} : { positions: positions.map(knownPositionWire) }
	};
}
function expectWire({ findings, error }) {
	return {
		mismatches: findings.map(({ rule }) => rule),
		...error === null ? {} : { error }
	};
}
function orderWire(row) {
	const { instrument, clientOrderId, qty, filled } = row;
	return {
		order_id: row.orderId,
		...clientOrderId === null ? {} : { client_order_id: clientOrderId },
		symbol: instrument.symbol,
		side: row.side,
		order_type: row.orderType,
		price: price(instrument, row.price),
		qty: qty === null ? null : lots(instrument, qty),
		filled_qty: filled === null ? null : lots(instrument, filled),
		reduce_only: row.reduceOnly,
		status: row.status,
		ts: row.ts
	};
}
function positionWire(row) {
	const { instrument, side, qty, entry, mark } = row;
	const { priceScale, lotScale } = instrument;
	const gain = (side === "SHORT" ? entry - mark * 10 : mark * 10 - entry) * qty;
	return {
		symbol: instrument.symbol,
		side,
		...row.marginMode === null ? {} : { margin_mode: row.marginMode },
		qty: lots(instrument, qty),
		entry_price: decimalFromUnits(entry, priceScale + 1).text,
		mark_price: price(instrument, mark),
		unrealized_pnl: side === "BOTH" ? null : decimalFromUnits(gain, priceScale + 1 + lotScale).text,
		leverage: instrument.saysMargin ? row.leverage : null,
		ts: row.ts
	};
}
function knownOrderWire({ instrument, id, side, price: ticks, qty }) {
	return {
		order_id: id,
		symbol: instrument.symbol,
		...side === null ? {} : { side },
		...ticks === null ? {} : { price: withoutZeros(price(instrument, ticks)) },
		...qty === null ? {} : { qty: withoutZeros(lots(instrument, qty)) }
	};
}
function knownPositionWire({ instrument, side, marginMode, qty }) {
	return {
		symbol: instrument.symbol,
		side,
		...marginMode === null ? {} : { margin_mode: marginMode },
		qty: withoutZeros(lots(instrument, qty))
	};
}
function price({ priceScale }, ticks) {
	return decimalFromUnits(ticks, priceScale).text;
}
function lots({ lotScale }, count) {
	return decimalFromUnits(count, lotScale).text;
}
function withoutZeros(text) {
	return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
// src/life/feed.ts
/**
* Feeds a row of syncs to a fresh syncer.
*
* @param takesLastTs whether it can be started anew with a last ts; without that, it is started with none.
* @throws DrillError `syncer_broke_off` that names the sync, from 1, where the syncer rejects.
*/
async function feed(steps, syncer, wire, takesLastTs) {
	const replies = [];
	try {
		return {
			replies,
			processes: await processesOf(steps, syncer, wire, takesLastTs, replies)
		};
	} catch (cause) {
		throw new DrillError("syncer_broke_off", `sync ${replies.length + 1}: ${messageOf(cause)}`, { cause });
	}
}
async function processesOf(steps, syncer, wire, takesLastTs, replies) {
	const processes = [];
	let from = 0;
	const end = async (now) => {
		processes.push({
			from,
			to: replies.length,
			metrics: new MetricsText(await syncer.metrics(now), { wordOf: (label) => wordIn(syncer.names, label) })
		});
		from = replies.length;
	};
	await syncer.reset(steps[0]?.at ?? 0);
	for (const [sync, step] of steps.entries()) {
		if (step.restart && sync > 0) {
			await end(step.at);
			const lastTs = replies.at(-1)?.lastTs ?? 0;
			await (takesLastTs ? syncer.reset(step.at, lastTs) : syncer.reset(step.at));
		}
		replies.push(await syncer.sync(requestOf(step, wire)));
	}
	await end(steps.at(-1)?.at ?? 0);
	return processes;
}
function requestOf({ at, known, answer }, wire) {
	const isIdsAlone = known !== null && known.orders === null && known.positions === null;
	return {
		now: at,
		snapshot: typeof answer === "string" ? null : wire.snapshot(answer),
		fetchError: typeof answer === "string" ? answer : null,
		knownOrderIds: known?.orderIds ?? null,
		expected: isIdsAlone ? { order_ids: known.orderIds } : knownWire(known)
	};
}
// src/life/life-log.ts
/** The text of `drill_life_log.txt`: what each day was given and when it had to be found, then the checks. */
function renderLifeLog(run, checks, provenMarker) {
	return `${[
		`Days of trading, seed ${run.seed}`,
		"",
		...run.days.flatMap(dayLines),
		...checks.flatMap(renderCheck),
		...provenMarker === null ? [] : [provenMarker]
	].join("\n")}\n`;
}
function dayLines({ number, day }) {
	const { steps, planted } = day;
	const failed = steps.filter(({ answer }) => typeof answer === "string").length;
	const restarts = steps.filter(({ restart }) => restart).length;
	const [first, last] = [steps[0]?.at ?? 0, steps.at(-1)?.at ?? 0];
	return [
		`day ${number}: ${steps.length} syncs from ${first} to ${last}, ${failed} failed fetches, ${restarts} restarts`,
		...planted.map(plantedLine).map(printable),
		""
	];
}
function plantedLine({ kind, row, from, due, healed }) {
	return `  sync ${from + 1}: ${kind.name} (${row}); ${kind.foundBy} at sync ${due + 1}; healed at sync ${healed + 1}`;
}
// src/life/shrink.ts
/**
* The shortest part of a failing list that was found to fail still, in its order: first halves are left out, then quarters,
* down to single items, until none can be missed (delta debugging, Zeller 1999). What fails at random may come out longer.
*/
async function shrink(items, stillFails, { mostTries = 2e3, isOver = () => false } = {}) {
	let kept = items;
	let tries = 0;
	const isAllowed = () => tries < mostTries && !isOver();
	const without = async (start, size) => {
		tries += 1;
		const shorter = [...kept.slice(0, start), ...kept.slice(start + size)];
		if (!await stillFails(shorter)) return false;
		kept = shorter;
		return true;
	};
	for (let size = Math.ceil(items.length / 2); size >= 1 && isAllowed();) {
		const before = kept.length;
		for (let start = 0; start < kept.length && isAllowed();) if (!await without(start, size)) start += size;
		if (size > 1) size = Math.ceil(size / 2);
		else if (kept.length === before) break;
	}
	return kept;
}
// src/life/shrink-history.ts
/** Fewer syncs, and in them fewer rows, ids and words, that fail still. */
async function shrinkHistory(steps, stillFails, limits = {}) {
	const shorter = await shrink(steps, stillFails, limits);
	const things = thingsIn(shorter);
	const withThings = (kept) => shorter.map((step) => only(step, new Set(kept)));
	const restricted = withThings(await shrink(things, (kept) => stillFails(withThings(kept)), limits));
	return shrink(await stillFails(restricted) ? restricted : shorter, stillFails, limits);
}
/** All that the syncs are about: orders and positions by their identity, and ids without an order. */
function thingsIn(steps) {
	const things = steps.flatMap(({ answer, known }) => [
		...typeof answer === "string" ? [] : [...answer.orders.map(({ key }) => key), ...answer.positions.map(legOf$1)],
		...(known?.orders ?? []).map(({ key }) => key),
		...(known?.positions ?? []).map(legOf$1),
		...known?.orderIds ?? []
	]);
	return [...new Set(things)];
}
function only(step, things) {
	const { answer, known } = step;
	return {
		...step,
		answer: typeof answer === "string" ? answer : onlyOfAccount(answer, things),
		known: known === null ? null : onlyOfKnown(known, things)
	};
}
function onlyOfAccount({ orders, positions, ts }, things) {
	return {
		orders: orders.filter(({ key }) => things.has(key)),
		positions: positions.filter((row) => things.has(legOf$1(row))),
		ts
	};
}
function onlyOfKnown({ orderIds, orders, positions }, things) {
	return {
		orderIds: orderIds?.filter((id) => things.has(id)) ?? null,
		orders: orders?.filter(({ key }) => things.has(key)) ?? null,
		positions: positions?.filter((row) => things.has(legOf$1(row))) ?? null
	};
}
function legOf$1({ instrument, side }) {
	return positionKey({
		instrument,
		side,
		marginMode: null
	});
}
// src/life/counterexample.ts
/**
* The shortest history that was found on which a syncer makes the same kind of mistake.
*
* @param steps those of the day.
* @throws whatever the syncer rejects with.
*/
async function counterexampleOf(steps, { sync, kind }, suspect, limits = {}) {
	const until = steps.slice(0, sync + 1);
	const isFalseFor = (settle) => (some) => failsAgain(some, kind, suspect, settle);
	const { settle, takesLastTs } = suspect;
	const patient = {
		syncs: Math.max(settle.syncs, 3),
		ms: Math.max(settle.ms, 1e4)
	};
	const judge = await isFalseFor(settle)(until) ? settle : patient;
	const shrunk = await shrinkHistory(until, isFalseFor(judge), limits);
	return {
		steps: shrunk,
		expected: expectedOf(shrunk, judge, takesLastTs)
	};
}
/** The lines of a history (contract, section 5) with what must come of each. */
function historyText({ steps, expected }) {
	const wire = new WireForm();
	return steps.map((step, sync) => `${JSON.stringify(wire.line(step, expected[sync]))}\n`).join("");
}
async function failsAgain(steps, kind, { syncer, takesLastTs, prefix }, settle) {
	const fed = await feed(steps, syncer, new WireForm(), takesLastTs);
	const expected = expectedOf(steps, settle, takesLastTs);
	return [...deviationsOf(fed.replies, expected), ...countersOff(fed, expected, prefix)].some((deviation) => deviation.kind === kind);
}
function expectedOf(steps, settle, takesLastTs) {
	const model = new ContractModel(settle, takesLastTs);
	return steps.map((step) => model.judge(step));
}
// src/life/mistake-files.ts
/** The answers before and after the first mistake of all days, what was told, and the shortest history that was found. */
async function leftOfMistake(days, suspect, { clock, ms }) {
	const judged = days.find(({ deviations, counters }) => deviations.length + counters.length > 0);
	const first = judged?.deviations[0] ?? judged?.counters[0];
	if (judged === void 0 || first === void 0) return {
		files: /* @__PURE__ */ new Map(),
		notes: []
	};
	const files = around(judged.day, first);
	const until = clock() + ms;
	const isOver = () => clock() >= until;
	try {
		const text = historyText(await counterexampleOf(judged.day.steps, first, suspect, { isOver }));
		return {
			files: new Map([...files, ["life_counterexample.jsonl", text]]),
			notes: isOver() ? [`life_counterexample.jsonl: shrinking stopped after ${ms / 1e3} s, a shorter one may fail too`] : []
		};
	} catch (error) {
		const why = printable(messageOf(error));
		return {
			files: new Map(files),
			notes: [`no life_counterexample.jsonl: while it was sought, ${why}`]
		};
	}
}
/** A syncer as it has to be known to be asked again. */
function suspectOf(syncer, { settle, takes, prefix }) {
	return {
		syncer,
		settle,
		prefix,
		takesLastTs: takes.includes("last_ts")
	};
}
function around({ steps }, { sync }) {
	const wire = new WireForm();
	const [before, after] = [steps.slice(0, sync), steps.slice(0, sync + 1)].map((some) => some.findLast(({ answer }) => typeof answer !== "string"));
	return [["life_before.json", before], ["life_after.json", after]].flatMap(([name, step]) => {
		if (step === void 0 || typeof step.answer === "string") return [];
		const told = name === "life_after.json" && step.known !== null ? [["life_expected.json", expectedText(step.known)]] : [];
		return [[name, `${canonicalJson(wire.snapshot(step.answer))}\n`], ...told];
	});
}
function expectedText(known) {
	const wire = knownWire(known);
	return `${canonicalJson(Array.isArray(wire) ? { order_ids: wire } : wire)}\n`;
}
// src/life/tally.ts
/** What a syncer found in all days together, and what its counters came to over all of its processes. */
var Tally = class {
	#prefix;
	#found = /* @__PURE__ */ new Set();
	#counted = /* @__PURE__ */ new Map();
	#last;
	/** @param prefix of the syncer's metric names. */
	constructor(prefix) {
		this.#prefix = prefix;
	}
	add({ replies, processes }) {
		for (const { rule } of replies.flatMap(({ mismatches }) => mismatches)) this.#found.add(rule);
		for (const rule of MISMATCH_RULES) {
			const sum = processes.map(({ metrics }) => Number(metrics.valueOf(this.#series, ["rule", rule]))).reduce((all, one) => all + one, this.#counted.get(rule) ?? 0);
			this.#counted.set(rule, sum);
		}
		this.#last = processes.at(-1);
	}
	/** The rules that fired, each once, in the order of the rules. */
	get caught() {
		return MISMATCH_RULES.filter((rule) => this.#found.has(rule));
	}
	/** For each rule in `caught` how often it was counted; `absent` where a process had no such series. */
	get counted() {
		return this.caught.map((rule) => {
			const sum = this.#counted.get(rule) ?? 0;
			return Number.isNaN(sum) ? "absent" : String(sum);
		});
	}
	/** The counters of the rules as the last process left them. */
	get metricLines() {
		const { metrics } = this.#last ?? {};
		return metrics === void 0 ? [] : this.caught.map((rule) => metrics.lineOf(this.#series, ["rule", rule]));
	}
	/** What the last process's endpoint said at its end. */
	get metricsText() {
		return this.#last?.metrics.text ?? "";
	}
	get #series() {
		return `${this.#prefix}_mismatches_total`;
	}
};
// src/life/run-life.ts
/** What one run makes of it unless asked otherwise (the suite `life`). */
const USUAL_DAYS = {
	days: 5,
	syncsADay: 1e3
};
/** What the suite calls its days, in file names, expected failures and reports. */
const LIFE_ID = "life";
/** What a report calls them. */
const LIFE_TITLE = "Days of trading";
/**
* Puts a syncer through days of trading. Where it fails, the result's files hold the shortest history on which it does, and
* the answers before and after its first mistake.
*
* @throws DrillError `syncer_broke_off` that names day and sync.
*/
async function runLife(plan, syncer) {
	const days = [];
	const tally = new Tally(plan.prefix);
	for (let number = 0; number <= plan.days; number++) {
		const day = makeDay(dayOptions(plan, number));
		const fed = await feedDay(day, number, plan, syncer);
		const expected = truthOf(day);
		const deviations = deviationsOf(fed.replies, expected);
		days.push({
			number,
			day,
			deviations,
			counters: countersOff(fed, expected, plan.prefix)
		});
		tally.add(fed);
	}
	const left = await leftOfMistake(days, suspectOf(syncer, plan), plan.patience);
	return resultOf({
		seed: plan.seed,
		days,
		takes: plan.takes
	}, plan.listed, tally, left);
}
async function feedDay({ steps }, number, { seed, takes }, syncer) {
	try {
		return await feed(steps, syncer, new WireForm(), takes.includes("last_ts"));
	} catch (cause) {
		throw new DrillError("syncer_broke_off", `seed ${seed}, day ${number}, ${messageOf(cause)}`, { cause });
	}
}
function dayOptions({ seed, syncsADay, settle, takes }, number) {
	const asked = CATALOGUE.filter(({ needs }) => needs.every((part) => takes.includes(part)));
	return {
		seed,
		day: number,
		syncs: syncsADay,
		settle,
		takes,
		divergences: number === 0 ? [] : asked
	};
}
function truthOf(day) {
	return day.expected.map((wanted, sync) => plantedAt(day, sync) === void 0 ? {
		...wanted,
		findings: []
	} : wanted);
}
function resultOf(run, listed, tally, left) {
	const raw = lifeChecks(run);
	const checks = listed === void 0 ? raw : raw.map((check) => asListed(check, LIFE_ID, listed));
	const passed = raw.every(({ status }) => status !== "failed");
	const planted = run.days.flatMap(({ day }) => day.planted);
	const proves = `${planted.length} divergences found in time, silent on healthy accounts`;
	const provenMarker = passed ? `drill_life_PROVEN: ${proves}` : null;
	const { text, leftOut } = withoutCreated(tally.metricsText);
	const syncs = run.days.reduce((sum, { day }) => sum + day.steps.length, 0);
	return {
		id: LIFE_ID,
		title: LIFE_TITLE,
		injected: `${planted.length} divergences in ${run.days.length} days, ${syncs} syncs, seed ${run.seed}`,
		caught: tally.caught,
		counted: tally.counted,
		checks,
		provenMarker,
		metricLines: tally.metricLines,
		files: new Map([
			["drill_life_log.txt", renderLifeLog(run, checks, provenMarker)],
			["drill_life_metrics.txt", text],
			...left.files
		]),
		notes: [...left.notes, ...leftOut.length === 0 ? [] : [`left out of the metrics that are kept, as they hold the wall clock: ${leftOut.join(", ")}`]]
	};
}
// src/life/life-drill.ts
const SHRINKING_MS = 2e4;
/**
* The days of trading as a drill of a run.
*
* @param prefix of the syncer's metric names.
* @param clock Unix ms; it decides nothing but how long a history is shrunk.
*/
function lifeDrill(wanted, prefix, clock) {
	return {
		run: async (syncer, listed) => {
			await syncer.reset(0);
			const { settle = AT_ONCE$1, takes = TAKEN_BY_ALL } = syncer;
			const patience = {
				clock,
				ms: SHRINKING_MS
			};
			return runLife({
				...wanted,
				settle,
				takes,
				prefix,
				patience,
				...listed !== void 0 && { listed }
			}, syncer);
		},
		withoutReply: (status, actual, deviations) => unanswered(wanted, status, actual, deviations)
	};
}
function unanswered({ seed, days }, status, actual, deviations) {
	return {
		id: LIFE_ID,
		title: LIFE_TITLE,
		injected: `divergences in ${days + 1} days of trading, seed ${seed}`,
		caught: [],
		counted: [],
		checks: LIFE_LABELS.map((label) => ({
			label,
			stage: "found",
			status,
			expected: "as it must be",
			actual,
			...deviations !== void 0 && { deviations }
		})),
		provenMarker: null,
		metricLines: [],
		files: /* @__PURE__ */ new Map([["drill_life_log.txt", `${actual}\n`]])
	};
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
function verdictOf$2(report) {
	const { passed, failed, skipped } = totalsOf(report);
	const verdict = hasPassed(report) ? "passed" : "failed";
	const without = skipped === 0 ? "" : `, ${skipped} skipped`;
	return `${verdict}, ${passed} of ${passed + failed + skipped}${without}`;
}
/** `bundled AccountSyncer 1.0.0 (TypeScript)` */
function identityOf({ name, version, language }) {
	return `${name} ${version} (${language})`;
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
		cases: drill.checks.map(caseOf$1)
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
function caseOf$1({ label, status, expected, actual }) {
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
		case "broke_off": return plain$1(`the syncer broke off: ${brokeOff}`);
		case "names": return names(deviations, exposed);
		case "late": return late(deviations);
		case "absent": return absent$1(deviations);
		case "lines": return {
			what: `lines about metrics are missing: ${listed(seriesOf(deviations))}`,
			hints: there(deviations)
		};
		default: return first === void 0 ? plain$1(label) : plain$1(sentence(first, reason));
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
	return {
		what: `rules or reasons are called by other names: ${listed([.../* @__PURE__ */ new Set([...found, ...shown])].map(quoted))}`,
		hints: ["--names FILE says how yours are called (docs/drill-your-own.md)"]
	};
}
function late(deviations) {
	const series = seriesOf(deviations);
	return {
		what: `${series.length === 1 ? "1 series is absent until it first counts" : `${series.length} series are absent until they first count`}: ${listed(series)}`,
		hints: [...there(deviations), "create each at 0 at the start: increase() cannot see a series that is born at 1"]
	};
}
function absent$1(deviations) {
	const metrics = [...new Set(deviations.flatMap((one) => one.kind === "absent" ? [one.metric] : []))];
	return {
		what: `${metrics.length === 1 ? "a metric is" : `${metrics.length} metrics are`} absent: ${listed(metrics)}`,
		hints: [...there(deviations), "--metric-prefix says how the names of yours begin"]
	};
}
function there(deviations) {
	return whatWasThere(deviations).slice(0, 1).map((what) => `there is: ${what}`);
}
function seriesOf(deviations) {
	return [...new Set(deviations.flatMap((one) => one.kind === "absent" ? [one.series] : []))];
}
function listed(words) {
	const more = words.length - MOST_NAMED$1;
	return `${words.slice(0, MOST_NAMED$1).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
function plain$1(what) {
	return {
		what,
		hints: []
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
function reasonOf$1(deviation, beside, exposed) {
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
	if (found !== void 0) return reasonOf$1(found, beside, exposed);
	const last = beside.find((one) => metric.endsWith("_last_ts") && one.kind === "other" && one.what === LAST_TS.what);
	return last === void 0 ? `value ${series}` : reasonOf$1(last, beside, exposed);
}
function reasonOfOther({ what }, beside, exposed) {
	const found = what === UNNAMED_ROW.what ? beside.find((one) => isMisfound(one) || one.kind === "unnamed") : void 0;
	return found === void 0 ? `other ${what}` : reasonOf$1(found, beside, exposed);
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
	return `${what}${first === null ? "" : ` (${placeOf$1(first)})`}${follow === "" ? "" : `; ${follow}`}`;
}
/** `3 more checks follow from it`; empty where none does. */
function followingOf({ following }) {
	if (following === 0) return "";
	return `${following} more ${following === 1 ? "check follows" : "checks follow"} from it`;
}
/** `drill B`, or `guard`. */
function placeOf$1({ drill }) {
	const letter = letterOf(drill);
	return letter.length === 1 ? `drill ${letter}` : letter;
}
/** The failed checks of a drill by reason; one without a reason of its own follows from the drill's first. */
function failuresOf(drill, exposed) {
	const failed = drill.checks.filter(({ status }) => status === "failed");
	const all = failed.flatMap(({ deviations = [] }) => deviations);
	const reason = (deviation) => reasonOf$1(deviation, all, exposed);
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
		`Account sync fire drill: ${verdictOf$2(report)}`,
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
	].map(printable).join("\n")}\n`;
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
function placeOf(labels) {
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
			summary: `The account sync has never completed on ${placeOf("$labels")}`,
			description: `${placeOf("$labels")} is scraped, but no sync has ended since it started, with an error neither: mismatches are not looked for.`,
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
			summary: `Some of the account sync's series are missing on ${placeOf("$labels")}`,
			description: `${placeOf("$labels")} is scraped, but one of ${prefix}_mismatches_total by rule, _last_mismatch_timestamp_seconds by rule, _errors_total by reason, _age_seconds and _last_wall_ts does not arrive: an alert of this pack cannot ring for it.`,
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
			summary: `The account sync keeps restarting on ${placeOf("$labels")}`,
			description: `${placeOf("$labels")} came back {{ $value }} times in the last ${crashLoopWindow}: alerts that have to wait do not get to ring, and mismatches in between are not looked for.`,
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
			description: `Mismatches in the last ${rings}:{{ range ${byRule} | sortByLabel "rule" }}${open} {{ .Labels.rule }} on ${placeOf(".Labels")} (about {{ .Value | printf "%.0f" }});${close}{{ end }} the last one at {{ with ${last} }}{{ . | first | value | humanizeTimestamp }}{{ else }}a time that is no longer exposed{{ end }}.`,
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
			summary: `The account and the exchange disagree on ${placeOf("$labels")}`,
			description: `{{ range ${rules} | sortByLabel "rule" }}{{ if and (eq .Labels.instance $labels.instance) (eq .Labels.account $labels.account) }}{{ .Labels.rule }}, {{ end }}{{ end }}last at {{ $value | humanizeTimestamp }} on ${placeOf("$labels")}. ${SPIKE} does not name it: it rang for another account already, or a first scrape after a start, a gap between scrapes or slow scrapes hide an increase.`,
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
			summary: `The account sync has stopped on ${placeOf("$labels")}`,
			description: `The last sync without a fetch error ended {{ \$value | humanizeDuration }} ago on ${placeOf("$labels")}: mismatches are not looked for.`,
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
			summary: `The account's data is old on ${placeOf("$labels")}`,
			description: `The newest row of the last accepted snapshot is {{ \$value | humanizeDuration }} old on ${placeOf("$labels")}, and the account is not empty.`,
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
			description: `Failed fetches in the last ${errorsWindow}:{{ range ${byReason} | sortByLabel "reason" }} {{ .Labels.reason }} on ${placeOf(".Labels")} (about {{ .Value | printf "%.0f" }});{{ end }} an error is not an empty account.`,
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
	return headerOf(settings) + yamlText(rulesOf$1(settings));
}
function headerOf(settings) {
	return packHeader(settings).map((line) => `# ${line}\n`).join("");
}
function rulesOf$1(settings) {
	const rules = alertPack(settings).map((rule) => ({ ...rule }));
	return { groups: [{
		name: GROUP_NAME,
		rules
	}] };
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
	const faulty = faultySeries(drills, names).map(([rule, series]) => caseOf(rule, clean, series));
	return [caseOf(null, clean, clean), ...faulty];
}
/** Each rule by itself, found before anything was scraped: no counter is ever seen to move. */
function missedCases(drills, names) {
	return faultySeries(drills, names).map(([rule, series]) => ({
		...caseOf(rule, series, series),
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
function caseOf(rule, before, after) {
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
			why: `promtool: ${printable(messageOf(error))}`
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
		actual: printable(status.why)
	};
	if (status.kind === "no_repository" || status.lines.length === 0) return {
		...check,
		status: "passed",
		actual: CLEAN
	};
	return {
		...check,
		status: "failed",
		actual: printable(fewLines(status.lines))
	};
}
function fewLines(lines) {
	const more = lines.length - MOST_LINES$1;
	return lines.slice(0, MOST_LINES$1).join(", ") + (more > 0 ? `, and ${more} more` : "");
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
		const { life = null, prefix } = plan;
		const further = life === null ? [] : [lifeDrill(life, prefix, ports.clock)];
		const run = await runDrills(plan.drills, plan.syncer, prefix, plan.listed, further);
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
	if (!isRecord(results) || !Array.isArray(results.drills)) return null;
	return {
		result: results.result,
		evidenceRef: results.evidence_ref,
		hasBrokenOff: typeof results.broke_off === "string",
		totals: isRecord(results.totals) ? results.totals : {},
		drills: results.drills.filter(isRecord).map((drill) => ({
			id: textOf(drill.id),
			proven: typeof drill.proven === "string" ? drill.proven : null,
			files: listOf$1(drill.files).filter((name) => typeof name === "string"),
			checks: listOf$1(drill.checks).filter(isRecord).map(({ label, status }) => ({
				label: textOf(label),
				status: textOf(status)
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
function verdictOf$1(results) {
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
function listOf$1(value) {
	return Array.isArray(value) ? value : [];
}
function textOf(value) {
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
	const verdict = verdictOf$1(results);
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
	const verdict = verdictOf$1(results);
	return [...wrong.map((status) => `its total of ${status} checks is not that of its checks`), ...results.result === verdict ? [] : [`its result is not ${verdict}, as its checks say`]];
}
function missingFiles({ drills }, present) {
	return drills.flatMap(({ files }) => files).filter((name) => !present.has(name)).map((name) => `it names ${printable(name)}, which is not there`);
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
	return [...same(logged, claimed) ? [] : ["its checks are not those of results.json"], ...marker === (proven === null ? null : printable(proven)) ? [] : ["results.json has another PROVEN marker"]];
}
function same(logged, claimed) {
	return logged.length === claimed.length && logged.every(({ label, status }, index) => {
		const claim = claimed[index];
		return claim !== void 0 && label === printable(claim.label) && status === claim.status;
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
	if (!isRecord(results)) return [];
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
	if (!entries.has("sha256sums.txt") && !entries.has("summary.txt")) throw new DrillError("bad_input", `${`${printable(path)}: no evidence here (neither ${CHECKSUMS_FILE} nor summary.txt)`}; give a directory that the drill printed`);
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
		return damaged("unreadable", name, printable(messageOf(error)));
	}
}
function findAdded(entries, checksums) {
	const listed = /* @__PURE__ */ new Set([CHECKSUMS_FILE, ...checksums.map(({ name }) => name)]);
	return [...entries.keys()].filter((name) => !listed.has(name)).sort(compareText).map((name) => damaged("added", name, `${CHECKSUMS_FILE} does not list it`));
}
function damaged(kind, name, what) {
	return {
		kind,
		name: printable(name),
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
	const root = new FieldReader(value, "", problems);
	const tool = new FieldReader(root.raw("tool"), "tool", problems);
	const syncer = new FieldReader(root.raw("syncer"), "syncer", problems);
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
	const drill = new FieldReader(row, path, problems);
	return {
		id: drill.text("id"),
		checks: drill.rows("checks", (check, at) => {
			const reader = new FieldReader(check, at, problems);
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
	const totals = new FieldReader(root.raw("totals"), "totals", problems);
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
	const place = printable(source.path);
	if (!source.entries.has(RESULTS_FILE)) throw new DrillError("bad_input", `${`${place}: no ${RESULTS_FILE} here`}; only the evidence of a fire drill can be attested`);
	try {
		const text = Buffer.from(source.read(RESULTS_FILE)).toString("utf8");
		return parseDrillResults(JSON.parse(text), fingerprint);
	} catch (cause) {
		const details = cause instanceof DrillError ? cause.details : [];
		throw new DrillError("bad_input", `${place}: ${RESULTS_FILE}: ${printable(messageOf(cause))}`, {
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
		const what = NOT_LISTED[systemCodeOf(cause) ?? ""] ?? `it cannot be read: ${printable(messageOf(cause))}`;
		throw new DrillError("bad_input", `${printable(path)}: ${what}; give an evidence directory`, { cause });
	}
}
const NOT_LISTED = {
	ENOENT: "no such directory",
	ENOTDIR: "this is not a directory",
	EACCES: "this directory may not be read"
};
function refuseUnfinished(fs, path) {
	if (!isStagingName((0, node_path.basename)(fs.realpathSync(path)))) return;
	throw new DrillError("bad_input", `${printable(path)}: no evidence, but what a run keeps until it ends; it goes on, or was killed; give a directory that the drill printed`);
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
		warn(`unsigned evidence: there is nothing to sign, ${printable(messageOf(thrown))}`);
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
		if (systemCodeOf(thrown) !== "EEXIST") fs.rmSync(path, { force: true });
		throw thrown;
	}
}
// src/report/markdown-text.ts
const WORD = "(?:[A-Za-z]+(?:_[A-Za-z0-9]+)*|-?[0-9]{1,6}(?:\\.[0-9]{1,6})?|\\+)[,:;]?";
const PLAIN = new RegExp(`^${WORD}(?: ${WORD})*$`);
/**
* Text from outside as a Markdown code span: nothing in it is markup, a mention, an issue reference or HTML
* (GitHub Flavored Markdown, 6.1). The fence is longer than any run of backticks inside.
*/
function codeSpan(text) {
	const safe = printable(text);
	if (safe === "") return "";
	const fence = "`".repeat(longestRun(safe) + 1);
	const padding = /^`|`$|^ .*[^ ].* $/.test(safe) ? " " : "";
	return `${fence}${padding}${safe}${padding}${fence}`;
}
/** {@link codeSpan} for a cell of a table, which `|` would end even in there (GitHub Flavored Markdown, 4.10). */
function codeCell(text) {
	return codeSpan(text).replace(/\|/g, "\\|");
}
/** True for words and numbers in which nothing can be markup, a link, a mention or a reference. */
function isPlain(text) {
	return PLAIN.test(text);
}
/** Whole lines of text as a fenced block; the fence is longer than any run of backticks inside. */
function codeBlock(text) {
	const lines = text.trimEnd().split("\n").map(printable).join("\n");
	const fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
	return `${fence}text\n${lines}\n${fence}`;
}
/** A folded block with a title of our own. */
function folded(title, content) {
	return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
/** {@link printable}, and at most this many characters, with an ellipsis where something was cut. */
function shortened(text, most) {
	const characters = Array.from(printable(text));
	return characters.length <= most ? characters.join("") : `${characters.slice(0, most).join("")}…`;
}
function longestRun(text) {
	return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
// src/report/drill-table.ts
const MOST_CHARACTERS$5 = 100;
const HEAD = ["| | Drill | Injected | Caught | Counted | Proven |", "|---|---|---|---|---|---|"];
/** The drills as a Markdown table: what went in, what came out at each stage, and what that proves. */
function drillTable({ drills }) {
	return [...HEAD, ...drills.map(row)].join("\n");
}
function row(drill) {
	const story = drill.injected === null ? [
		"",
		"",
		""
	] : [
		drill.injected,
		caughtOf(drill),
		countedOf(drill)
	];
	const cells = [
		letterOf(drill),
		...story,
		provenBy(drill)
	].map(cell);
	return `| ${[verdictOn(drill), ...cells].join(" | ")} |`;
}
function verdictOn(drill) {
	if (drillPassed(drill)) return "pass";
	return drill.checks.some(({ status }) => status === "failed") ? "**FAIL**" : "skip";
}
/** What stands behind the PROVEN marker; the guard has none and is proven by its checks. */
function provenBy(drill) {
	const { injected, provenMarker, checks } = drill;
	if (provenMarker !== null) return provenMarker.replace(/^drill_[a-z]+_PROVEN: /, "");
	return injected === null && drillPassed(drill) ? checks.map(({ label }) => label).join(", ") : "no";
}
function cell(text) {
	const short = shortened(text, MOST_CHARACTERS$5);
	return isPlain(short) ? short : codeCell(short);
}
// src/report/failed-checks.ts
const MOST_LINES = 20;
const MOST_CHARACTERS$4 = 160;
/** Why the run failed, as a Markdown list of its causes with expected and actual; empty where nothing did. */
function failedChecks(report) {
	const lines = causesOf(report).map(causeLine);
	const more = lines.length - MOST_LINES;
	return [...lines.slice(0, MOST_LINES), ...more > 0 ? [`- and ${more} more`] : []].join("\n");
}
function causeLine(cause) {
	const { what, first, hints } = cause;
	const follow = followingOf(cause);
	const place = first === null ? "" : ` (${plainOrCode(placeOf$1(first))})`;
	const came = first === null ? "" : `: expected ${code(first.check.expected)}, got ${code(first.check.actual)}`;
	return [
		`- **${plainOrCode(what)}**${place}${came}`,
		...hints.map(code),
		...follow === "" ? [] : [follow]
	].join(" · ");
}
function plainOrCode(text) {
	return isPlain(text) ? text : code(text);
}
function code(text) {
	return text === "" ? "nothing" : codeSpan(shortened(text, MOST_CHARACTERS$4));
}
// src/report/fingerprint-change.ts
const SHORT_DIGITS = 12;
const MOST_PLACES = 6;
const DRILL_FILE = /^drill_([a-z])_(log|metrics)\.txt$/;
/** As many digits of a checksum as a reader compares. */
function shortFingerprint(sha256) {
	return sha256.slice(0, SHORT_DIGITS);
}
/** What is kept of a run so that the next one can say what changed. */
function drillFingerprints(checksums) {
	const drilled = checksums.filter(({ name }) => name.startsWith("drill_"));
	return Object.fromEntries(drilled.map(({ name, sha256 }) => [name, shortFingerprint(sha256)]));
}
/** What follows the fingerprint: whether the pipeline does what it did before, and if not, where it differs. */
function describeChange(previous, current) {
	if (previous === null) return "is the first here";
	const changed = [.../* @__PURE__ */ new Set([...Object.keys(previous), ...Object.keys(current)])].sort().filter((name) => digestOf(previous, name) !== digestOf(current, name));
	if (changed.length === 0) return "unchanged since the last comment";
	const places = groupByDrill(changed, (name) => kindOf(name, previous, current));
	const shown = places.slice(0, MOST_PLACES);
	const more = places.length > shown.length ? ", and more" : "";
	return `changed since the last comment: ${shown.join(", ")}${more}`;
}
/** `drill B (log, metrics)` for each drill that files belong to. */
function groupByDrill(names, describe) {
	const kinds = /* @__PURE__ */ new Map();
	for (const name of names) {
		const [, letter] = DRILL_FILE.exec(name) ?? [];
		const place = letter === void 0 ? "another file" : `drill ${letter.toUpperCase()}`;
		kinds.set(place, [...kinds.get(place) ?? [], describe(name)]);
	}
	return [...kinds].map(([place, all]) => `${place} (${[...new Set(all)].join(", ")})`);
}
function kindOf(name, previous, current) {
	const [, , kind = "text"] = DRILL_FILE.exec(name) ?? [];
	if (digestOf(previous, name) === void 0) return `${kind} new`;
	return digestOf(current, name) === void 0 ? `${kind} gone` : kind;
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
		return isRecord(value) ? Object.entries(value).map(partWords).join(", ") : leg;
	} catch {
		return leg;
	}
}
function partWords([name, part]) {
	return `${name} ${typeof part === "string" ? part : JSON.stringify(part)}`;
}
// src/report/pipeline-picture.ts
const STAGES = [
	["found", "AccountSyncer.sync()<br/>finds the mismatch"],
	["counted", "counter<br/>goes up"],
	["exposed", "metrics text<br/>exposes it"],
	["kept", "evidence<br/>is kept"]
];
/** The stages at which some check failed. */
function brokenStages(report) {
	const checks = report.drills.flatMap((drill) => drill.checks);
	return new Set(checks.filter(({ status }) => status === "failed").map(({ stage }) => stage));
}
/** The pipeline as a Mermaid flowchart, with the stages that broke marked in words and in red. */
function renderPipelinePicture(report) {
	const broken = brokenStages(report);
	return [
		"```mermaid",
		"flowchart LR",
		`  injected(["known fault<br/>injected"]) --> ${STAGES.map(([stage, label]) => {
			const isBroken = broken.has(stage);
			return `${stage}["${isBroken ? "BROKEN: " : ""}${label}"]${isBroken ? ":::broken" : ""}`;
		}).join(" --> ")}`,
		"  classDef broken fill:#ffebe9,stroke:#cf222e,stroke-width:3px,color:#82071e",
		"```"
	].join("\n");
}
/** The most that GitHub takes for the summary of one step: 1 MiB. */
const SUMMARY_BYTES = 1048576;
const MOST_CHARACTERS$3 = 100;
const CUT = "(cut for length: it is in the evidence)";
/**
* The pull-request comment, without its marker: the verdict and the reference in the first two lines, then
* what failed, the drills, where the evidence lies, and the files folded.
*
* @param mostBytes what is left for it once the marker is there.
*/
function renderComment(source, mostBytes) {
	return fitBlocks(blocksOf(source), mostBytes);
}
/** The job summary: what the comment says, with a picture of the pipeline and where it broke. */
function renderJobSummary(source) {
	const [head, ...rest] = blocksOf(source);
	const picture = {
		whole: renderPipelinePicture(source.report),
		shrunk: ""
	};
	return fitBlocks([
		...head === void 0 ? [] : [head],
		picture,
		...rest
	], SUMMARY_BYTES);
}
function blocksOf(source) {
	const { report, evidenceRef, summaryText, checksumsText } = source;
	const failed = failedChecks(report);
	return [
		fixed(`${headline(source)}\n${codeSpan(evidenceRef)}`),
		{
			whole: failed,
			shrunk: failed === "" ? "" : `Failed checks ${CUT}`
		},
		{
			whole: drillTable(report),
			shrunk: `Table of drills ${CUT}`
		},
		fixed(footer(source)),
		fixed(source.unsigned === null ? "" : `Unsigned evidence: ${codeSpan(source.unsigned)}`),
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
	const where = leg === null ? "" : ` on ${codeSpan(shortened(legWords(leg), MOST_CHARACTERS$3))}`;
	return `### Account sync fire drill: ${verdictOf$2(report)}${where}`;
}
function footer({ report, fingerprint, change, runUrl, artifactUrl }) {
	return [
		`Fingerprint ${codeSpan(shortFingerprint(fingerprint))}${change === null ? "" : ` ${change}`}`,
		report.commit === null ? null : `commit ${commitOf(report.commit)}`,
		report.seed === void 0 ? null : `seed ${report.seed}`,
		artifactUrl === null ? null : `[evidence](${linkTarget(artifactUrl)})`,
		runUrl === null ? null : `[run](${linkTarget(runUrl)})`,
		`drilled: ${codeSpan(shortened(identityOf(report.syncer), MOST_CHARACTERS$3))}`
	].filter((part) => part !== null).join(" · ");
}
function commitOf(commit) {
	return /^[0-9a-f]{40}$/.test(commit) ? commit.slice(0, 7) : codeSpan(shortened(commit, MOST_CHARACTERS$3));
}
function linkTarget(url) {
	return url.replace(/[\s<>()[\]\\`]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
const MOST_NAMED = 60;
const MOST_SHOWN = 20;
const MOST_CHARACTERS$2 = 40;
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
		mayBeNamed ? shortened(drilled, MOST_CHARACTERS$2) : ""
	]]));
}
/** Reads what {@link packLegs} gave; what is no leg is left out. */
function unpackLegs(value) {
	if (!isRecord(value)) return {};
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
	const who = drilled === "" ? [] : [codeSpan(shortened(drilled, MOST_CHARACTERS$2))];
	return `- ${[
		`${verdict} ${passed} of ${total}`,
		...who,
		...link
	].join(" · ")}`;
}
// src/report/comment-marker.ts
const MOST_CHARACTERS$1 = 200;
const MOST_RUNS_AHEAD = 1e9;
const MOST_ATTEMPTS = 1e3;
const STATE_PREFIX = "<!-- account-sync-drill-state ";
const SUFFIX$1 = " -->";
/** The first line of the comment: an HTML comment that no text from outside can end early. */
function renderMarker({ workflow, job, leg, key }) {
	return `<!-- account-sync-drill ${[
		workflow,
		job,
		leg ?? "",
		key ?? ""
	].map((part) => bounded(harmless(printable(part)))).join("/")}${SUFFIX$1}`;
}
/** The second line of the comment. */
function renderState(state) {
	const legs = state.legs === void 0 ? {} : { legs: packLegs(state.legs) };
	return `${STATE_PREFIX}${harmless(JSON.stringify({
		...state,
		...legs
	}))}${SUFFIX$1}`;
}
/** True where the body's first line is this marker. */
function hasMarker(body, marker) {
	return firstLines(body)[0] === marker;
}
/** What the comment remembers, or null where its second line cannot be read. */
function readState(body) {
	const line = firstLines(body)[1] ?? "";
	if (!line.startsWith(STATE_PREFIX) || !line.endsWith(SUFFIX$1)) return null;
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
	const fields = new FieldReader(value, "", problems);
	const runId = fields.timestamp("runId");
	const runAttempt = fields.timestamp("runAttempt");
	const drills = fields.raw("drills");
	if (problems.length > 0 || !isRecord(drills)) return null;
	const texts = Object.entries(drills).filter((entry) => typeof entry[1] === "string");
	const [legs, lead] = [fields.raw("legs"), fields.raw("lead")];
	return {
		runId,
		runAttempt,
		drills: Object.fromEntries(texts),
		...isRecord(legs) ? { legs: unpackLegs(legs) } : {},
		...typeof lead === "string" ? { lead } : {}
	};
}
function harmless(text) {
	return encodeURIComponent(text).replace(/-/g, "%2D");
}
function bounded(text) {
	return text.length <= MOST_CHARACTERS$1 ? text : sha256(text);
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
	const runId = wholeNumber(env.GITHUB_RUN_ID);
	const serverUrl = env.GITHUB_SERVER_URL || "https://github.com";
	const event = parseEvent(env.GITHUB_EVENT_PATH, readEvent);
	return {
		owner,
		repository,
		workflow: env.GITHUB_WORKFLOW ?? "",
		job: env.GITHUB_JOB ?? "",
		runId,
		runAttempt: wholeNumber(env.GITHUB_RUN_ATTEMPT) || 1,
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
	return isRecord(valueAt(event, "issue", "pull_request"));
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
function wholeNumber(text) {
	const value = /^[0-9]{1,16}$/.test(text ?? "") ? Number(text) : 0;
	return Number.isSafeInteger(value) ? value : 0;
}
function valueAt(value, ...path) {
	return path.reduce((found, key) => isRecord(found) ? found[key] : void 0, value);
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
const MOST_CHARACTERS = 300;
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
	if (error instanceof DrillError) return `no pull-request comment: ${clipped(error)}`;
	const status = /rate limit/i.test(messageOf(error)) ? 429 : statusOf(error);
	if (status === 403) {
		const said = messageOf(error);
		const [, advice = GRANT] = REFUSALS.find(([pattern]) => pattern.test(said)) ?? [];
		return `no pull-request comment: GitHub refused (${clipped(error)}): ${advice}`;
	}
	if (status !== void 0 && status < 500) return `no pull-request comment: ${adviceFor(status)} (${clipped(error)})`;
	const more = proxyAdvice === null ? "" : `; ${proxyAdvice}`;
	return `no pull-request comment: GitHub could not be reached (${clipped(error)})${more}`;
}
/** Why nothing is uploaded on GitHub Enterprise Server, and which step does it there. */
function describeMissingService(evidenceDir) {
	return `not uploaded: GitHub Enterprise Server has no such artifact service; the evidence stays in ${printable(evidenceDir)}: add a step with actions/upload-artifact v3 and that path, and with include-hidden-files: true, as it leaves out what a dot begins`;
}
/** Why the evidence was not uploaded, as one line that says what to do. */
function describeUploadFailure(error, artifactName, evidenceDir) {
	const message = messageOf(error);
	const place = `the evidence stays in ${printable(evidenceDir)}`;
	if (message.includes("ACTIONS_RUNTIME_TOKEN") || message.includes("ACTIONS_RESULTS_URL")) return `not uploaded: this is not a runner with an artifact service (${printable(message)}); ${place}`;
	return `artifact ${printable(artifactName)} was not uploaded (${clipped(error)}); ${place}`;
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
	if (!isRecord(error)) return void 0;
	if (typeof error.status === "number") return error.status;
	const first = Array.isArray(error.errors) ? error.errors[0] : void 0;
	return isRecord(first) ? GRAPHQL_STATUS[String(first.type)] : void 0;
}
function clipped(error) {
	return printable(messageOf(error).replace(/\s+/g, " ")).slice(0, MOST_CHARACTERS);
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
		drills: drillFingerprints(outcome.checksums)
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
		drilled: identityOf(report.syncer)
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
	return /\b409\b|already exists/i.test(messageOf(error));
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
		throw new Error(`what lies under ${name} is not to be relied on: ${messageOf(cause)}`, { cause });
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
		ports.warn(`no job summary: ${printable(messageOf(error))}`);
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
	return `account sync fire drill ${verdictOf$2(report)}: see the checks above and ${outcome.evidenceDir}`;
}
const MOST_CAUSES = 8;
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
		ports.warn(`evidence is in ${printable(outcome.evidenceDir)} instead: ${printable(messageOf(error))}`);
		return outcome;
	}
}
function isNotWritten(error) {
	return error instanceof DrillError && error.code === "evidence_not_written";
}
function annotateFailures({ report }, ports) {
	if (hasPassed(report)) return;
	const causes = causesOf(report);
	const told = causes.length - MOST_CAUSES > 0 ? `, the first ${MOST_CAUSES} of them here` : "";
	const count = `${causes.length} ${causes.length === 1 ? "cause" : "causes"}${told}`;
	ports.annotate(`Account sync fire drill: ${verdictOf$2(report)}`, count);
	for (const cause of causes.slice(0, MOST_CAUSES)) ports.annotate(causeLine$1(cause), describe(cause));
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
// src/drill/exposition-faults.ts
const COMMENT = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) ?(.*)$/;
const LABELS = String.raw`\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\[\\n"])*"(?:,|(?=\})))*\}`;
const VALUE = String.raw`[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?Inf|NaN`;
const SAMPLE = new RegExp(String.raw`^([a-zA-Z_:][a-zA-Z0-9_:]*)(${LABELS})?[ \t]+(?:${VALUE})(?:[ \t]+-?[0-9]+)?$`);
const TYPES = [
	"counter",
	"gauge",
	"histogram",
	"summary",
	"untyped"
];
const SUFFIX = /_(bucket|count|sum)$/;
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
		const what = faultOf(line.startsWith("#") ? readComment(line) : readSample(line, types), seen);
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
function readSample(line, withSuffixes) {
	const [, name = "", labels = "{}"] = SAMPLE.exec(line) ?? [];
	if (name === "") return {
		metric: line,
		key: line,
		fault: "not a sample"
	};
	const family = name.replace(SUFFIX, "");
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
			const read = readingOf(seen, afterSyncs);
			return rules.map((rule) => `${rule} ${readValue(read, series, ["rule", rule])}`).join(", ");
		},
		deviations: (seen) => rules.flatMap((rule) => seriesDeviations(readingOf(seen, afterSyncs), series, countOf(rule), ["rule", rule]))
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
		actual: (seen) => readValue(readingOf(seen, syncs), `${prefix}_${name}`),
		deviations: (seen) => seriesDeviations(readingOf(seen, syncs), `${prefix}_${name}`, value)
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
		deviations: ({ metrics }) => patterns.filter((pattern) => !metrics.hasLine(pattern)).map((pattern) => absent(metrics, pattern))
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
function readingOf({ metrics, scrapes }, afterSyncs) {
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
function absent(read, pattern) {
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
	const read = (reply) => rulesOf(reply).includes(rule) ? rule : sorted(rulesOf(reply));
	return ofReply(`${rule} present`, rule, step, read, () => [{
		kind: "missed",
		rule
	}]);
}
/** The sync of this step reported exactly these rules, in any order. */
function findingsAre(rules, step = 0) {
	return ofReply("exactly the injected faults are found", sorted(rules), step, (reply) => sorted(rulesOf(reply)), (reply) => findingDeviations(rules, rulesOf(reply), MISMATCH_RULES));
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
function rulesOf(reply) {
	return reply.mismatches.map(({ rule }) => rule);
}
function sorted(names) {
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
// src/drill/sync-row-checks.ts
/** Verdict, findings, error and last ts of every sync, and the mismatch counters of these rules in the end. */
function syncsAre(expected, prefix, rules = RUNBOOK_RULES) {
	const found = expected.flatMap((sync) => sync.found ?? []);
	return [
		ofEachSync("verdict of each sync", expected.map(verdictOf), ({ ok }) => ok ? "ok" : "not ok"),
		ofEachSync("findings of each sync", expected.map((sync) => listOf(sync.found ?? [])), ({ mismatches }) => listOf(mismatches.map(({ rule }) => rule)), (replies) => expected.flatMap(({ found = [] }, at) => {
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
function verdictOf({ found = [], error }) {
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
function listOf(rules) {
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
function drillsOf(suite, prefix) {
	return SUITES[suite].map((make) => make(prefix));
}
/** The name of a suite, or undefined. */
function suiteName(text) {
	return SUITE_NAMES.find((name) => name === text);
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
		problems.push(`input ${name}: expected ${expectation}, got ${quoted(text)}`);
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
		metricPrefix: parse("metric-prefix", readPrefix, "the start of a metric's name", DEFAULT_METRIC_PREFIX),
		names: parse("names", readPath, "a path without control characters", null),
		settle: parse("settle", readSettle, "syncs=N,ms=N, at most 100 and 3600000", null),
		expectedFailures: parse("expected-failures", readPath, "a path without control characters", null),
		alerts: parse("alerts", readAlerts, "true, false or required", "false"),
		attestation: parse("attestation", readBoolean, "true or false", false),
		reportingTimeout: number("reporting-timeout", 1, MOST_REPORTING_SECONDS) ?? DEFAULT_REPORTING_SECONDS,
		matrix: readMatrix(read("matrix"))
	};
	if (problems.length > 0) throw new DrillError("bad_input", problems.join("; "), { details: problems });
	return inputs;
}
function readBoolean(text) {
	if (/^(true|True|TRUE)$/.test(text)) return true;
	return /^(false|False|FALSE)$/.test(text) ? false : void 0;
}
function readMatrix(text) {
	return /^(null|\{\s*\})?$/.test(text) ? null : text;
}
function readSettle(text) {
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
		const subject = typeof given === "function" ? given(inputs) : given;
		const context = readContext(process.env, (path) => node_fs.readFileSync(path, "utf8"));
		const deadline = startDeadline(inputs.reportingTimeout);
		const failure = await run(subject, inputs, context, portsFor(inputs, context, deadline, hide));
		deadline.clear();
		if (failure === null) guard.settle(0);
		else fail(failure);
	} catch (thrown) {
		fail(printable(messageOf(thrown)));
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
				require_bundled_action.warning(hide(`no outputs: ${printable(messageOf(thrown))}`));
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
// src/fire-drill/check-names.ts
/** The names of all checks that any run can make, for a syncer whose metrics begin with this prefix. */
function allCheckNames(prefix) {
	const suites = SUITE_NAMES.map((suite) => drillsOf(suite, prefix));
	const ofDrills = suites.flat().flatMap(({ id, checks, proves }) => checks.map((check) => checkName(id, check === "proven" ? `proven: ${proves}` : check.label)));
	const ofAlerts = suites.flatMap((drills) => alertCheckLabels(rulesProvenBy(drills), {
		...DEFAULT_SETTINGS,
		prefix
	})).map((label) => checkName("f", label));
	const ofLife = LIFE_LABELS.map((label) => checkName(LIFE_ID, label));
	return /* @__PURE__ */ new Set([
		...ofDrills,
		...ofLife,
		...ofAlerts,
		checkName("guard", GUARD_LABEL)
	]);
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
	if (!isRecord(value)) throw refusal$1("", `expected an object, got ${nameOf(value)}`);
	const unknown = Object.keys(value).find((key) => key !== "rules" && key !== "reasons");
	if (unknown !== void 0) throw refusal$1(unknown, "expected rules and reasons, and nothing else");
	return {
		rules: readKind("rules", value.rules),
		reasons: readKind("reasons", value.reasons)
	};
}
function readKind(kind, value) {
	if (value === void 0) return /* @__PURE__ */ new Map();
	if (!isRecord(value)) throw refusal$1(kind, `expected an object, got ${nameOf(value)}`);
	const known = KINDS[kind];
	const pairs = Object.entries(value).map(([ours, theirs]) => {
		const path = `${kind}.${ours}`;
		if (!known.includes(ours)) throw refusal$1(path, `no such name here; there are ${known.join(", ")}`);
		if (typeof theirs === "string" && theirs !== "") return [ours, theirs];
		throw refusal$1(path, `expected your name for it, got ${nameOf(theirs)}`);
	});
	const calls = new Map(pairs);
	const all = known.map((ours) => calls.get(ours) ?? ours);
	const twice = all.find((theirs, at) => all.indexOf(theirs) !== at);
	if (twice === void 0) return calls;
	throw refusal$1(kind, `${quoted(twice)} would be the name of two: the drill could not tell them apart`);
}
function refusal$1(path, what) {
	return new DrillError("bad_input", path === "" ? what : `${path}: ${what}`);
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
	return typeof row.symbol === "string" && (row.side === LONG || row.side === SHORT || row.side === BOTH) && row.qty instanceof Decimal && (row.marginMode === void 0 || row.marginMode === CROSS || row.marginMode === ISOLATED) && isTime(row.ts);
}
function isOrder(row) {
	return typeof row.orderId === "string" && typeof row.symbol === "string" && (row.side === BUY || row.side === SELL) && (row.qty === null || row.qty instanceof Decimal) && row.price instanceof Decimal && (row.filledQty === null || row.filledQty instanceof Decimal) && (row.clientOrderId === void 0 || typeof row.clientOrderId === "string") && isTime(row.ts);
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
		this.#settling = new Settling(options.settle ?? AT_ONCE$1);
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
		if (this.#inFlight) throw new DrillError("sync_in_flight", "sync() was called while another sync() of the same AccountSyncer is running: await it first");
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
		return this.#check(answer.snapshot, answer.now, readKnown(known));
	}
	async #fetch() {
		const snapshot = await this.#port.fetchAccountSnapshot();
		const now = this.#clock();
		const fault = findShapeFault(snapshot);
		if (fault !== void 0) throw new DrillError("bad_input", `${fault}: build snapshots with parseSnapshot()`);
		if (isAhead(snapshot.ts, now)) throw new DrillError("bad_input", `snapshot ts ${snapshot.ts} is more than 5 minutes ahead of the clock, ${now}`);
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
		if (this.#accounts.has(key)) refuse(`labels ${names.map((name) => `${name}=${quoted(labels[name] ?? "")}`).join(", ") || "none"} are on this registry already: each account needs others`);
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
		if (!/^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) || OWN_LABELS.includes(name)) refuse(`labels.${printable(name)}: expected a name of letters, digits and _, other than ${OWN_LABELS.join(" and ")}`);
		if (typeof value !== "string" || value === "") refuse(`labels.${name}: expected text that is not empty`);
	}
}
function refuse(what) {
	throw new DrillError("bad_input", what);
}
// src/syncer/pending-notional.ts
const NOTHING = decimal("0");
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
	const fields = new FieldReader(value, "", problems);
	fields.only(LISTS);
	const known = {
		orderIds: fields.optional("order_ids", (name) => readIds(fields, name, problems)),
		orders: fields.optional("orders", (name) => fields.rows(name, (row, path) => readOrder(row, path, problems))),
		positions: fields.optional("positions", (name) => fields.rows(name, (row, path) => readPosition(row, path, problems)))
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
	const ids = fields.rows(name, (id, path) => new FieldReader({ [path]: id }, "", problems).id(path));
	noteRepeats(ids, name, problems, (id) => [id]);
	return ids;
}
function readOrder(row, path, problems) {
	const fields = new FieldReader(row, path, problems);
	fields.only(ORDER_FIELDS);
	return {
		orderId: fields.id("order_id"),
		symbol: fields.text("symbol"),
		side: fields.optional("side", (name) => fields.oneOf(name, ORDER_SIDES)),
		price: fields.optional("price", fields.decimal),
		qty: fields.optional("qty", fields.decimal)
	};
}
function readPosition(row, path, problems) {
	const fields = new FieldReader(row, path, problems);
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
		if (seen.has(key) && !identity.includes("")) problems.push(`${list}[${index}]: ${identity.map(quoted).join(" ")} is there already`);
		seen.add(key);
	}
}
// src/drill/bundled-syncer.ts
/** The syncer that ships with this package, drilled in process through its public face. */
var BundledSyncer = class {
	identity;
	takes = TAKEN;
	settle;
	#prefix;
	#now = 0;
	#request = null;
	#metrics;
	#syncer;
	/** @param settle how long a difference must last; at once without it. */
	constructor(version, prefix, settle = AT_ONCE$1) {
		this.#prefix = prefix;
		this.settle = settle;
		this.#metrics = this.#freshMetrics();
		this.#syncer = this.#freshSyncer(0);
		this.identity = {
			name: "bundled AccountSyncer",
			version,
			language: "TypeScript"
		};
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
		if (request === null) throw new DrillError("bad_input", "no snapshot was fed");
		if (request.fetchError !== null) throw Object.assign(/* @__PURE__ */ new Error("injected by the drill"), { reason: request.fetchError });
		return parseSnapshot(request.snapshot);
	}
};
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
	if (FOR_A_SHELL.test(character) || isFirst && FOR_A_SHELL_AT_THE_START.test(character)) throw refusal(command, `${printable(character)} means something to a shell, and none is used: put it in single quotes, or put the whole line into a script and name that`);
	return character;
}
function insideDoubleQuotes(command, text) {
	const special = /[$`]|\\[$`\\]|\\$/.exec(text)?.[0];
	if (special === void 0) return text;
	throw refusal(command, `${printable(special)} inside double quotes means something to a shell: use single quotes`);
}
function refusal(command, what) {
	return new DrillError("usage", `syncer ${quoted(command)}: ${what}`);
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
	if (outstanding === null || outstanding.type === "bye") throw breach(`a reply that nobody asked for, with id ${nameOf(reply.id)}`);
	if (reply.id !== outstanding.id) throw breach(whyWrongId(reply.id, outstanding));
	if (reply.type === "error") throw answeredError(reply, outstanding, errorText);
	if (reply.type !== `${outstanding.type}_ok`) throw breach(`expected type ${outstanding.type}_ok or error, got ${nameOf(reply.type)}`);
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
	return new DrillError("syncer_broke_off", `it broke the protocol: ${what}`);
}
function parseLine(line) {
	const reply = parseOrUndefined(line);
	if (isRecord(reply)) return reply;
	throw breach(`a line is not a JSON object: ${quoted(line.slice(0, 80))}; print nothing but replies to standard output; logs go to standard error`);
}
function parseOrUndefined(line) {
	try {
		return JSON.parse(line);
	} catch {
		return;
	}
}
function whyWrongId(id, { type, id: wanted }) {
	return `${typeof id === "string" && /^[0-9]{1,9}$/.test(id) && Number(id) < Number(wanted) ? "a late or repeated reply" : "a reply with an unknown id"}: ${type} has id ${quoted(wanted)}, got ${nameOf(id)}; give each request's id back as it is`;
}
function answeredError({ code, message }, { type }, errorText) {
	return new DrillError("syncer_broke_off", errorText(type, printable([code, message].map((part) => typeof part === "string" ? part : nameOf(part)).join(": ").slice(0, MOST_ERROR_CHARACTERS))));
}
// src/protocol/put-back.ts
/**
* Does to the snapshot that was fed what a module did to its copy, so that the drill sees it changed; does nothing
* where it was left alone.
*/
function putBack(fed, changed) {
	if (!isRecord(fed) || changed === void 0) return;
	const left = isRecord(changed) ? changed : {};
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
	const name = printable(words.join(" "));
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
	const advice = `; a program that speaks the protocol is named with what runs it: node ${printable(path)}`;
	return {
		channel: "beside",
		name: printable(path),
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
		return this.#understand("sync", () => readSync(reply));
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
				reject(this.#broken ?? new DrillError("syncer_broke_off", "it was not reset first"));
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
			this.#breakOff(messageOf(error));
		}
	}
	#understand(type, read) {
		try {
			return read();
		} catch (error) {
			const why = error instanceof DrillError && error.code === "bad_input" ? badFields(type, messageOf(error)).message : messageOf(error);
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
		this.#broken ??= new DrillError("syncer_broke_off", `${this.#counterpart.name}: ${why}${words}`);
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
		drills: drillsOf(suite, prefix),
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
	const settle = suite === "life" ? ADVISED : AT_ONCE$1;
	return {
		...common,
		syncer: new BundledSyncer(TOOL_VERSION, prefix, settle),
		dispose: () => void 0
	};
}
// src/action/runner/subject.ts
const KEPT_BACK = /^(?:INPUT_|ACTIONS_)|^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$/i;
/**
* What the inputs ask to be drilled: the bundled syncer, or one of the user's own, and what is said of it.
*
* @throws DrillError `usage` where the command of `syncer` needs a shell, `bad_input` for a file that cannot be read.
*/
function subjectOf(inputs, ports, readText) {
	const { syncer: command, suite, metricPrefix: prefix, names, settle, expectedFailures } = inputs;
	const said = {
		...settle !== null && { settle },
		...names !== null && { names: fromFile("names", names, readText, (text) => parseNames(parseJson(text))) }
	};
	const listed = expectedFailures === null ? /* @__PURE__ */ new Set() : fromFile("expected-failures", expectedFailures, readText, (text) => parseExpectedFailures(text, allCheckNames(prefix)));
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
		listed
	};
}
function fromFile(input, path, readText, parse) {
	try {
		return parse(readText(path));
	} catch (cause) {
		const why = printable(messageOf(cause));
		throw new DrillError("bad_input", `input ${input}: ${printable(path)}: ${why}`, { cause });
	}
}
/** The environment that a drilled program gets: without what belongs to the runner and to this action. */
function withoutSecrets(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !KEPT_BACK.test(name)));
}
// src/action/main.ts
if (isModuleHost(process)) hostModule(process);
else actOnRunner((inputs) => subjectOf(inputs, () => processPorts(process), (path) => (0, node_fs.readFileSync)(path, "utf8")));
exports.DrillError = DrillError;
exports.FieldReader = FieldReader;
exports.isRecord = isRecord;
exports.quoted = quoted;
