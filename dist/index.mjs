import { createRequire } from "node:module";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { hash } from "node:crypto";
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
var __require = (() => createRequire(import.meta.url))();
// src/errors.ts
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
function messageOf(thrown) {
	const message = thrown instanceof Error ? thrown.message : thrown;
	try {
		return String(message);
	} catch {
		return "what was thrown has no text";
	}
}
function systemCodeOf(thrown) {
	if (!(thrown instanceof Error) || !("code" in thrown)) return void 0;
	return typeof thrown.code === "string" ? thrown.code : void 0;
}
// src/syncer/canonical-json.ts
function canonicalJson(value) {
	if (typeof value === "string") return canonicalString(value);
	if (typeof value === "number") return canonicalInteger(value);
	if (value === null || typeof value === "boolean") return String(value);
	if (isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	return `{${Object.entries(value).sort(([a], [b]) => compareText(a, b)).map(([key, field]) => `${canonicalString(key)}:${canonicalJson(field)}`).join(",")}}`;
}
function canonicalString(text) {
	return escapeNonAscii(JSON.stringify(text));
}
const NOT_PRINTABLE_ASCII = /[^ -~]/;
const EACH_NOT_PRINTABLE_ASCII = /[^ -~]/g;
function escapeNonAscii(json) {
	if (!NOT_PRINTABLE_ASCII.test(json)) return json;
	return json.replace(EACH_NOT_PRINTABLE_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
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
// src/syncer/decimal.ts
var Decimal = class {
	text;
	units;
	scale;
	constructor(text, units, scale) {
		this.text = text;
		this.units = units;
		this.scale = scale;
	}
};
const DECIMAL_GRAMMAR = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,9}))?$/;
const MOST_CHARACTERS$1 = 1e3;
const SAFE_DIGITS = 15;
const [MINUS, POINT, DIGIT_ZERO, DIGIT_NINE] = [
	45,
	46,
	48,
	57
];
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
function parseDecimal(text) {
	const short = parseShort(text);
	if (short !== void 0) return short;
	const match = DECIMAL_GRAMMAR.exec(text);
	if (match === null || text.length > MOST_CHARACTERS$1) return void 0;
	const [, sign = "", whole = "", fraction = "", exponent] = match;
	if (exponent === void 0) return new Decimal(text, unitsOf(sign, whole + fraction), fraction.length);
	const plain = expandExponent(sign, whole, fraction, Number(exponent));
	return plain === void 0 ? void 0 : parseDecimal(plain);
}
function isDecimalText(text) {
	return pointOf(text) >= 0 || parseDecimal(text) !== void 0;
}
function decimal(text) {
	const value = parseDecimal(text);
	if (value === void 0) throw new RangeError(`not a decimal: ${JSON.stringify(text)}`);
	return value;
}
function isNegative(value) {
	return value.units < 0;
}
function isZero(value) {
	return value.units === 0;
}
function compareDecimals(a, b) {
	if (a.scale === b.scale) return compareUnits(a.units, b.units);
	const scale = Math.max(a.scale, b.scale);
	return compareUnits(unitsAtScale(a, scale), unitsAtScale(b, scale));
}
function compareUnits(a, b) {
	if (a < b) return -1;
	return a > b ? 1 : 0;
}
function subtractDecimals(a, b) {
	const scale = Math.max(a.scale, b.scale);
	return decimalFromUnits(subtractUnits(unitsAtScale(a, scale), unitsAtScale(b, scale)), scale);
}
function negated(value) {
	return decimalFromUnits(typeof value.units === "bigint" ? -value.units : 0 - value.units, value.scale);
}
function decimalFromUnits(units, scale) {
	const sign = units < 0 ? "-" : "";
	const digits = String(units < 0 ? -units : units).padStart(scale + 1, "0");
	const point = digits.length - scale;
	return new Decimal(sign + (scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`), narrowest(units), scale);
}
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
	if (Math.max(point, digits.length) - Math.min(point, 0) > MOST_CHARACTERS$1) return void 0;
	const before = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
	const after = point < 0 ? digits.padStart(digits.length - point, "0") : digits.slice(point);
	return after === "" ? sign + before : `${sign}${before}.${after}`;
}
// src/syncer/canonical-snapshot.ts
const BATCH = 500;
function canonicalPositions(positions) {
	return [...positions].sort((a, b) => compareText(a.symbol, b.symbol) || compareText(a.side, b.side));
}
function canonicalOrders(orders) {
	const sorted = [];
	for (const group of gather(orders).sort(([a], [b]) => compareGroups(a, b))) for (const order of group.sort(compareInGroup)) sorted.push(order);
	return sorted;
}
function gather(orders) {
	const groups = [];
	const bySymbol = new Map();
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
	const made = new Map();
	parent.set(key, made);
	return made;
}
function compareGroups(a, b) {
	return compareText(a.symbol, b.symbol) || compareText(a.side, b.side) || compareText(a.orderType, b.orderType);
}
function compareInGroup(a, b) {
	return compareDecimals(a.price, b.price) || compareSaid(a.qty, b.qty) || compareText(a.orderId, b.orderId);
}
function compareSaid(a, b) {
	if (a === null || b === null) return Number(b === null) - Number(a === null);
	return compareDecimals(a, b);
}
function renderSnapshot(snapshot) {
	return [
		"{\"open_orders\":",
		...orderPieces(snapshot.openOrders),
		",\"positions\":",
		...positionPieces(snapshot.positions),
		`,"source":${canonicalString(snapshot.source)},"ts":${snapshot.ts}}`
	].join("");
}
function renderOrders(orders) {
	return orderPieces(orders).join("");
}
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
// src/syncer/printable.ts
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
function printable(text) {
	return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
function quoted(text) {
	return `"${printable(text.replace(/["\\]/g, "\\$&"))}"`;
}
// src/syncer/field-reader.ts
const ZERO$1 = decimal("0");
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
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
	text(name) {
		const value = this.raw(name);
		if (typeof value === "string" && value !== "") return value;
		return this.refuse(name, "expected text that is not empty", "");
	}
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
	timestamp(name) {
		const value = this.raw(name);
		if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value + 0;
		return this.refuse(name, "expected Unix ms, a whole number of at least 0", 0);
	}
	integer(name) {
		const value = this.raw(name);
		return Number.isSafeInteger(value) ? Number(value) + 0 : this.refuse(name, "expected an integer", 0);
	}
	decimal(name) {
		const value = this.raw(name);
		return (typeof value === "string" ? parseDecimal(value) : void 0) ?? this.refuse(name, "expected a decimal as text, such as \"0.10\"", ZERO$1);
	}
	looseDecimal(name) {
		const value = this.raw(name);
		const found = typeof value === "number" ? parseDecimal(String(value)) : void 0;
		if (found !== void 0) return found;
		if (typeof value === "string") return this.decimal(name);
		return this.refuse(name, "expected a decimal", ZERO$1);
	}
	nullable(name, read) {
		return this.raw(name) === null ? null : read.call(this, name);
	}
	optional(name, read) {
		return this.raw(name) === void 0 ? null : this.nullable(name, read);
	}
	rows(name, read) {
		const value = this.raw(name);
		if (!Array.isArray(value)) return this.refuse(name, "expected an array", []);
		return value.map((row, index) => read(row, `${this.#at(name)}[${index}]`));
	}
	only(names) {
		for (const name of Object.keys(this.#fields)) {
			if (names.includes(name)) continue;
			this.#note(this.#at(printable(name)), `no such field; there are ${names.join(", ")}`);
		}
	}
	raw(name) {
		return Object.hasOwn(this.#fields, name) ? this.#fields[name] : void 0;
	}
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
function nameOf(value) {
	if (value === void 0) return "nothing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "an array";
	if (typeof value === "number") return `the number ${value}`;
	if (typeof value === "boolean") return String(value);
	if (typeof value !== "string") return "an object";
	return value.length > 40 ? `the text ${quoted(value.slice(0, 40))}…` : `the text ${quoted(value)}`;
}
// src/syncer/known.ts
const NUMBER_EXPECTED = "expected a decimal as text, such as \"0.10\", or a Decimal";
const NOTHING_TOLD = {
	orderIds: null,
	orders: null,
	positions: null
};
function knownDecimal(value) {
	return typeof value === "string" ? decimal(value) : value;
}
function isNumber(value) {
	return value instanceof Decimal || typeof value === "string" && isDecimalText(value);
}
function isSaid(value) {
	return value !== null && value !== void 0;
}
// src/syncer/snapshot.ts
const POSITION_SIDES = [
	"LONG",
	"SHORT",
	"BOTH"
];
const ORDER_SIDES = ["BUY", "SELL"];
const MARGIN_MODES = ["CROSS", "ISOLATED"];
// src/syncer/read-known.ts
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
		orderIds: isSaid(orderIds) ? readIds$1(orderIds, "orderIds") : null,
		orders: isSaid(orders) ? readRows(orders, "orders", isOrder$1, ORDER_FIELDS$1) : null,
		positions: isSaid(positions) ? readRows(positions, "positions", isPosition$1, POSITION_FIELDS$1) : null
	};
}
function refuseOthers(known) {
	const name = Object.keys(known).find((key) => !LISTS$1.includes(key));
	if (name === void 0) return;
	throw new DrillError("bad_input", `known.${printable(name)}: no such field; there are ${LISTS$1.join(", ")}`);
}
function readIds$1(ids, path) {
	if (isSet(ids)) return ids;
	const read = new Set();
	let index = 0;
	for (const id of listOf(ids, path)) {
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
	const given = listOf(rows, list);
	const read = Array.isArray(given) ? given : [...given];
	if (areAll(read, isWhole)) return read;
	const bad = read.findIndex((row) => !isRecord(row) || !isWhole(row));
	return refuseRow(read[bad], `${list}[${bad}]`, fields);
}
function areAll(rows, isWhole) {
	for (const row of rows) if (!isRecord(row) || !isWhole(row)) return false;
	return true;
}
function refuseRow(row, path, fields) {
	if (!isRecord(row)) return refuse$2(path, "expected an object", row);
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
	qty: [NUMBER_EXPECTED, isNumber],
	marginMode: [`expected ${MARGIN_MODES.join(", ")}`, isMarginMode]
};
function isOrder$1(row) {
	return isText(row.orderId) && isText(row.symbol) && isOrderSide(row.side);
}
function isPosition$1(row) {
	return isText(row.symbol) && isPositionSide(row.side) && isNumber(row.qty) && isMarginMode(row.marginMode);
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
function isOrderSide(value) {
	return !isSaid(value) || value === BUY$1 || value === SELL$1;
}
function isPositionSide(value) {
	return value === LONG$1 || value === SHORT$1 || value === BOTH$1;
}
function isMarginMode(value) {
	return !isSaid(value) || value === CROSS$1 || value === ISOLATED$1;
}
function isIterable(value) {
	return Symbol.iterator in Object(value);
}
function listOf(value, path) {
	if (typeof value !== "string" && isIterable(value)) return value;
	return refuse$2(path, "expected a list, a Set or another iterable", value);
}
function refuse$2(path, expectation, value) {
	throw new DrillError("bad_input", `${path}: ${expectation}, got ${nameOf(value)}`);
}
// src/syncer/known-wire.ts
function knownToWire(known) {
	const { orderIds, orders, positions } = readKnown(known);
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
		...said("price", textOf$1(price)),
		...said("qty", textOf$1(qty))
	};
}
function positionToWire({ symbol, side, qty, marginMode }) {
	return {
		symbol,
		side,
		...said("qty", textOf$1(qty)),
		...said("margin_mode", marginMode)
	};
}
function said(name, value) {
	return value === null || value === void 0 ? {} : { [name]: value };
}
function textOf$1(number) {
	if (number === null || number === void 0) return null;
	return typeof number === "string" ? parseDecimal(number)?.text ?? number : number.text;
}
// src/syncer/row-index.ts
const NOWHERE$1 = -1;
var RowIndex = class {
	rows;
	surplus;
	#byName;
	#byRest;
	#restOf;
	#repeated;
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
	placeOf(name, rest) {
		if (this.#byRest !== null) return this.#byRest.get(rest)?.get(name) ?? NOWHERE$1;
		const place = this.#byName.get(name);
		if (place === void 0) return NOWHERE$1;
		const row = this.rows[place];
		return row !== void 0 && this.#restOf(row) === rest ? place : NOWHERE$1;
	}
	placeOfName(name) {
		return this.#byRest === null ? this.#byName.get(name) ?? NOWHERE$1 : NOWHERE$1;
	}
	placeOfOnly(name, rest) {
		const place = this.placeOf(name, rest);
		return this.#repeated.has(place) ? NOWHERE$1 : place;
	}
};
function placesByRest(rows, nameOf, restOf) {
	const index = new Map();
	for (const [place, row] of [...rows.entries()].reverse()) {
		const ofRest = index.get(restOf(row)) ?? new Map();
		if (ofRest.size === 0) index.set(restOf(row), ofRest);
		ofRest.set(nameOf(row), place);
	}
	return index;
}
// src/syncer/account-view.ts
var AccountView = class {
	snapshot;
	orders;
	positions;
	constructor(snapshot) {
		const { openOrders, positions } = snapshot;
		this.snapshot = snapshot;
		this.orders = new RowIndex(openOrders, placesOfOrders(openOrders), idOf, symbolOf);
		this.positions = new RowIndex(positions, placesOfPositions(positions), symbolOf, legOf);
	}
	firstPositions() {
		const { rows, surplus } = this.positions;
		if (surplus.length === 0) return rows;
		const places = new Set(surplus);
		return rows.filter((_, place) => !places.has(place));
	}
};
function legOf({ side, marginMode }) {
	return marginMode === void 0 || marginMode === null ? side : `${side} ${marginMode}`;
}
function placesOfOrders(orders) {
	const places = new Map();
	let place = 0;
	for (const { orderId } of orders) places.set(orderId, place++);
	return places;
}
function placesOfPositions(positions) {
	const places = new Map();
	let place = 0;
	for (const { symbol } of positions) places.set(symbol, place++);
	return places;
}
function idOf({ orderId }) {
	return orderId;
}
function symbolOf({ symbol }) {
	return symbol;
}
// src/syncer/match-orders.ts
const NOWHERE = -1;
function matchOrders(orders, { orders: index }) {
	const rows = [];
	const unlike = [];
	const isTold = new Array(index.rows.length).fill(false);
	const byOwnId = lazily(() => placesByOwnId(index.rows));
	let [told, missing, shift] = [
		0,
		0,
		0
	];
	for (const order of orders) {
		const at = rows.length;
		let place = placeOf(order, index, at + shift);
		if (place === NOWHERE) place = byOwnId().get(order.symbol)?.get(order.orderId) ?? NOWHERE;
		const row = index.rows[place];
		rows.push(place);
		if (row === void 0) {
			refuseNoNumber(order, at);
			missing++;
			continue;
		}
		told += Number(isTold[place] === false);
		isTold[place] = true;
		shift = place - at;
		if (isWrittenAlike(order, row)) continue;
		refuseNoNumber(order, at);
		unlike.push(at);
	}
	return {
		rows,
		isTold,
		unlike,
		isEachThere: missing === 0,
		isEachTold: told === isTold.length
	};
}
function lazily(make) {
	let made = null;
	return () => {
		made ??= make();
		return made;
	};
}
function placeOf({ orderId, symbol }, index, guess) {
	const there = index.rows[guess];
	if (there?.orderId === orderId && there.symbol === symbol && index.surplus.length === 0) return guess;
	return index.placeOf(orderId, symbol);
}
function isWrittenAlike({ side, price, qty }, row) {
	return (side === row.side || !isSaid(side)) && (!isSaid(price) || textOf(price) === row.price.text) && (!isSaid(qty) || row.qty !== null && textOf(qty) === row.qty.text);
}
function textOf(number) {
	return typeof number === "string" ? number : number.text;
}
function refuseNoNumber({ price, qty }, at) {
	if (isSaid(price) && !isNumber(price)) refuse$1(`orders[${at}].price`, price);
	if (isSaid(qty) && !isNumber(qty)) refuse$1(`orders[${at}].qty`, qty);
}
function refuse$1(path, value) {
	throw new DrillError("bad_input", `${path}: ${NUMBER_EXPECTED}, got ${nameOf(value)}`);
}
function placesByOwnId(orders) {
	const index = new Map();
	for (const [place, { symbol, clientOrderId, orderId }] of orders.entries()) {
		if (clientOrderId === void 0) continue;
		const ofSymbol = index.get(symbol) ?? new Map();
		if (ofSymbol.size === 0) index.set(symbol, ofSymbol);
		const before = orders[ofSymbol.get(clientOrderId) ?? NOWHERE];
		if (before === void 0 || orderId < before.orderId) ofSymbol.set(clientOrderId, place);
	}
	return index;
}
// src/syncer/row-text.ts
const MOST_CHARACTERS = 120;
function named(text) {
	if (text.length <= MOST_CHARACTERS) return quoted(text);
	return `${quoted(text.slice(0, MOST_CHARACTERS))}… (${text.length} characters)`;
}
function orderName({ orderId, symbol }) {
	return `order ${named(orderId)} on ${named(symbol)}`;
}
function positionName(row) {
	const mode = isSaid(row.marginMode) ? ` ${row.marginMode}` : "";
	return `position ${named(row.symbol)} ${row.side}${mode}`;
}
function termsOf({ side, qty, price }) {
	const at = !isSaid(price) || isZero(knownDecimal(price)) ? "" : `at ${knownDecimal(price).text}`;
	const size = isSaid(qty) ? knownDecimal(qty).text : "";
	return [
		side ?? "",
		size,
		at
	].filter((part) => part !== "").join(" ");
}
function sameAs(...parts) {
	return JSON.stringify(parts);
}
function numberOf({ units, scale }) {
	let [digits, places] = [BigInt(units), scale];
	while (places > 0 && digits % 10n === 0n) {
		digits /= 10n;
		places--;
	}
	return `${digits}e-${places}`;
}
// src/syncer/rules/rule-row.ts
function withChosen(rows, pick, change) {
	const chosen = pick % Math.max(rows.length, 1);
	return rows.flatMap((row, index) => index === chosen ? change(row) : [row]);
}
function enlarged(text) {
	return `1${String(text ?? "").replace("-", "")}`;
}
// src/syncer/rules/duplicate-key.ts
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
function isImpossibleFill(filled, qty) {
	if (isNegative(filled)) return true;
	return qty !== null && !isNegative(qty) && compareDecimals(filled, qty) > 0;
}
function findImpossibleFills({ snapshot }) {
	const found = [];
	for (const row of snapshot.openOrders) {
		const { filledQty, qty } = row;
		if (filledQty === null || isZero(filledQty) || !isImpossibleFill(filledQty, qty)) continue;
		found.push({ detail: `${orderName(row)} is filled ${filledQty.text} of ${qty?.text ?? "no qty"}` });
	}
	return found;
}
// src/syncer/rules/missing-order.ts
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
	if (knownOrders === null || matches?.isEachThere === true) return found;
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
	for (const at of matches?.unlike ?? []) {
		const order = knownOrders?.[at];
		const row = snapshot.openOrders[matches?.rows[at] ?? -1];
		if (order !== void 0 && row !== void 0 && isDifferent(order, row)) found.push(different(order, row));
	}
	return found;
}
function isDifferent(order, row) {
	return isOtherSide(order.side, row.side) || isOtherNumber(order.price, row.price) || isOtherNumber(order.qty, row.qty);
}
function isOtherSide(ours, theirs) {
	return isSaid(ours) && ours !== theirs;
}
function isOtherNumber(ours, theirs) {
	if (!isSaid(ours) || theirs === null) return false;
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
	if (!isSaid(said) || theirs === null || !isOtherNumber(said, theirs)) return [];
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
const NO_IDS = new Set();
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
	if (matches?.isEachTold === true || knownOrderIds === null && knownOrders === null) return [];
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
	const ids = new Map();
	for (const { symbol, orderId } of orders) {
		const ofSymbol = ids.get(symbol) ?? new Set();
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
	const holdings = new Map();
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
		const place = named < 0 ? positions.placeOf(symbol, legOf({
			side,
			marginMode
		})) : named;
		const row = positions.rows[place];
		if (row === void 0 || isTaken[place] !== false || row.side !== side || row.qty.text !== qty) return false;
		if (isSaid(marginMode) && isSaid(row.marginMode) && marginMode !== row.marginMode) return false;
		isTaken[place] = true;
	}
	return true;
}
function holdingOf({ symbol, side }, holdings) {
	const ofSide = holdings.get(side) ?? new Map();
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
	return isSaid(marginMode);
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
function isAhead(ts, now) {
	return now !== void 0 && ts > now + 3e5;
}
// src/syncer/rules/ts-regression.ts
const HOUR_MS = 36e5;
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
function isRegression({ snapshot, lastTs }) {
	return snapshot.ts < lastTs && !isEmptyAccount(snapshot);
}
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
		if (then?.symbol !== row.symbol || legOf(then) !== legOf(row) || before.surplus.length > 0) {
			const placeThen = before.placeOfOnly(row.symbol, legOf(row));
			then = before.rows[placeThen];
			if (then === void 0) continue;
			shift = placeThen - place;
		}
		if (!isTimeBack(then, row, past, now) || account.positions.placeOfOnly(row.symbol, legOf(row)) < 0) continue;
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
const MISMATCH_RULES = RULES.map(({ name }) => name);
RULES.filter(({ askedBy }) => askedBy === "runbook").map(({ name }) => name);
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
function renderSyncEvidence(result, { known, at } = {}) {
	const { snapshot } = result;
	const mismatches = result.mismatches.map(({ rule, detail }) => ({
		rule,
		detail
	}));
	return new Map([
		["account_snapshot.json", `${snapshot === null ? "null" : renderSnapshot(snapshot)}\n`],
		["positions.json", `${snapshot === null ? "null" : renderPositions(snapshot.positions)}\n`],
		["open_orders.json", `${snapshot === null ? "null" : renderOrders(snapshot.openOrders)}\n`],
		["known.json", `${canonicalJson(knownToWire(known))}\n`],
		["mismatches.json", `${canonicalJson(mismatches)}\n`],
		["summary.txt", `${at === void 0 ? "" : `at: ${at}\n`}${renderSyncSummary(result)}`]
	]);
}
function renderSyncSummary(result) {
	return `${[...accountLines(result), ...findingLines(result)].join("\n")}\n`;
}
function countByRule(found) {
	const counts = MISMATCH_RULES.map((rule) => [rule, found.reduce((count, one) => count + Number(one.rule === rule), 0)]);
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
// src/evidence/checksums.ts
const CHECKSUMS_FILE = "sha256sums.txt";
function sha256(content) {
	return hash("sha256", content, "hex");
}
function checksumsOf(files) {
	return [...files].map(([name, text]) => ({
		name,
		sha256: sha256(text)
	})).sort((a, b) => compareText(a.name, b.name));
}
function renderChecksums(checksums) {
	return checksums.map(checksumLine).join("");
}
function checksumLine({ name, sha256: digest }) {
	return `${digest}  ${name}\n`;
}
// src/evidence/timestamp-name.ts
function timestampName(ms) {
	return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
// src/evidence/staging.ts
const STAGING = /^\.(\d{8}T\d{6}Z)(?:-\d+)?\.partial$/;
const SWEPT = ".swept";
const DEAD_AFTER_MS = 864e5;
function stagingName(name) {
	return `.${name}.partial`;
}
function isStagingName(name) {
	return STAGING.test(name.endsWith(SWEPT) ? name.slice(0, -6) : name);
}
function sweepDeadRuns(fs, parent, now) {
	const names = fs.readdirSync(parent).filter(isStagingName);
	const oldest = timestampName(now - DEAD_AFTER_MS);
	for (const name of names.filter((one) => one.endsWith(SWEPT))) remove(fs, join(parent, name));
	for (const name of names) {
		const started = STAGING.exec(name)?.[1];
		if (started !== void 0 && started < oldest) sweep(fs, join(parent, name));
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
const OWN_ENTRIES = new Set([
	".gitignore",
	"account_sync",
	"account_sync_check",
	"account_sync_fire_drill",
	"account_sync_ring"
]);
const IGNORE_FILE = ".gitignore";
function prepareArtifactRoot(fs, artifactDir, kind) {
	const directory = join(artifactDir, kind);
	makeDirectories(fs, directory);
	return directory;
}
function hideFromGit(fs, artifactDir, kind, staging) {
	const names = fs.readdirSync(artifactDir);
	const isOursAlone = names.every((name) => OWN_ENTRIES.has(name));
	const directory = isOursAlone ? artifactDir : join(artifactDir, kind);
	if ((isOursAlone ? names : fs.readdirSync(directory)).includes(IGNORE_FILE)) return;
	const written = join(staging, IGNORE_FILE);
	fs.writeFileSync(written, "*\n", { flag: "wx" });
	fs.renameSync(written, join(directory, IGNORE_FILE));
}
function makeDirectories(fs, directory) {
	const above = dirname(directory);
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
function findLinkOut(fs, workspace, place) {
	const root = resolvedPath(workspace);
	const end = resolvedPath(place);
	if (root === null || end === null || !isWithin(root, end)) return null;
	const realRoot = fs.realpathSync(root);
	let here = root;
	for (const part of relative(root, end).split(sep)) {
		here = join(here, part);
		const target = realPathOf(fs, here);
		if (target === null) return null;
		if (!isWithin(realRoot, target)) return {
			link: relative(root, here),
			target
		};
	}
	return null;
}
function refuseLinkOut(fs, workspace, place) {
	const found = findLinkOut(fs, workspace, place);
	if (found === null) return;
	throw new Error(`${found.link} is a link that leads out of the workspace, to ${found.target}`);
}
function resolvedPath(path) {
	try {
		return resolve(path);
	} catch {
		return null;
	}
}
function isWithin(root, path) {
	const way = relative(root, path);
	return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
function realPathOf(fs, path) {
	try {
		return fs.realpathSync(path);
	} catch {
		return null;
	}
}
// src/evidence/write/sync-to-disk.ts
const NO_DIRECTORY_SYNC = new Set([
	"EISDIR",
	"EPERM",
	"EINVAL"
]);
async function syncFiles(fs, paths) {
	const failed = (await Promise.allSettled(paths.map((path) => syncFile(fs, path)))).find((outcome) => outcome.status === "rejected");
	if (failed !== void 0) throw failed.reason;
}
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
var EvidenceBundle = class EvidenceBundle {
	directory;
	#fs;
	#parent;
	#location;
	#files = new Map();
	#isOver = false;
	constructor(fs, parent, name) {
		this.#fs = fs;
		this.#parent = parent;
		this.directory = join(parent, name);
		this.#location = join(parent, stagingName(name));
	}
	static open(fs, place, startedAt) {
		const { artifactDir, kind, workspace = "." } = place;
		try {
			refuseLinkOut(fs, workspace, join(artifactDir, kind));
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
	add(name, text) {
		try {
			if (this.#isOver) throw new Error("the run has ended");
			this.#fs.writeFileSync(join(this.#location, name), text, { flag: "wx" });
			this.#files.set(name, text);
		} catch (cause) {
			this.abort();
			throw notWritten(this.directory, cause);
		}
	}
	get isWhole() {
		return this.#location === this.directory;
	}
	get files() {
		return this.#files;
	}
	async commit() {
		this.add(CHECKSUMS_FILE, renderChecksums(checksumsOf(this.#files)));
		const paths = [...this.#files.keys()].map((name) => join(this.#location, name));
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
		const hidden = join(this.#parent, stagingName(basename(this.directory)));
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
	const staging = join(parent, stagingName(name));
	try {
		fs.mkdirSync(staging);
	} catch (error) {
		if (systemCodeOf(error) === "EEXIST") return false;
		throw error;
	}
	if (!fs.existsSync(join(parent, name))) return true;
	fs.rmSync(staging, { recursive: true });
	return false;
}
function notWritten(place, cause) {
	return new DrillError("evidence_not_written", `evidence could not be written to ${printable(place)}: ${printable(messageOf(cause))}; free the place or choose another with --artifact-dir`, { cause });
}
// src/evidence/write/write-bundle.ts
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
// src/evidence/write/write-sync-evidence.ts
async function writeSyncEvidence(ports, result, options) {
	const place = {
		artifactDir: options.artifactDir,
		kind: "account_sync"
	};
	const files = renderSyncEvidence(result, {
		known: options.known,
		at: options.now
	});
	return writeBundle(ports, place, options.now, async (bundle) => {
		for (const [name, text] of files) bundle.add(name, text);
		await bundle.commit();
		return bundle.directory;
	});
}
// src/syncer/settling.ts
const AT_ONCE = {
	syncs: 1,
	ms: 0
};
function hasGrace(settle) {
	return settle !== void 0 && (settle.syncs > 1 || settle.ms > 0);
}
var Settling = class {
	#settle;
	#isAtOnce;
	#seen = new Map();
	constructor(settle) {
		refuseLess("settle.syncs", settle.syncs, 1);
		refuseLess("settle.ms", settle.ms, 0);
		this.#settle = {
			syncs: settle.syncs,
			ms: settle.ms
		};
		this.#isAtOnce = !hasGrace(settle);
	}
	sift(findings, now, isSight) {
		const sifted = {
			mismatches: [],
			pending: []
		};
		const seen = new Map();
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
// src/syncer/snapshot-shape.ts
const [LONG, SHORT, BOTH] = POSITION_SIDES;
const [BUY, SELL] = ORDER_SIDES;
const [CROSS, ISOLATED] = MARGIN_MODES;
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
// src/syncer/sync-result.ts
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
var AccountSyncer = class {
	#port;
	#metrics;
	#clock;
	#settling;
	#lastTs;
	#past = null;
	#inFlight = false;
	constructor(options) {
		this.#port = options.port;
		this.#metrics = options.metrics;
		this.#clock = options.clock ?? options.metrics.clock;
		this.#settling = new Settling(options.settle ?? AT_ONCE);
		this.#lastTs = options.lastTs ?? 0;
	}
	get lastTs() {
		return this.#lastTs;
	}
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
// src/syncer/parse-snapshot.ts
function parseSnapshot(value) {
	const problems = [];
	const fields = new FieldReader(value, "", problems);
	const snapshot = {
		positions: fields.rows("positions", (row, path) => readPosition$2(row, path, problems)),
		openOrders: fields.rows("open_orders", (row, path) => readOrder$2(row, path, problems)),
		ts: fields.timestamp("ts"),
		source: fields.text("source")
	};
	refuseProblems(problems);
	return snapshot;
}
function loadSnapshot(text) {
	return parseSnapshot(parseJson(text));
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new DrillError("bad_input", `not JSON: ${printable(messageOf(cause))}`, { cause });
	}
}
function refuseProblems(problems) {
	if (problems.length === 0) return;
	throw new DrillError("bad_input", problems.slice(0, 3).join("; ") + (problems.length > 3 ? `; and ${problems.length - 3} more` : ""), { details: problems });
}
function readPosition$2(row, path, problems) {
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
function readOrder$2(row, path, problems) {
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
// src/syncer/parse-ccxt.ts
const NOT_SAID = "UNKNOWN";
const ZERO = decimal("0");
const FORM = "{\"timestamp\": ms, \"positions\": [...], \"open_orders\": [...]}";
const FINAL = [
	"closed",
	"canceled",
	"expired",
	"rejected"
];
function parseCcxt(value, { needsTimestamp = false } = {}) {
	if (!isRecord(value)) {
		const problem = `top level: expected ${FORM}, got ${nameOf(value)}`;
		throw new DrillError("bad_input", problem, { details: [problem] });
	}
	const problems = [];
	const fields = new FieldReader(value, "", problems);
	const timestamp = needsTimestamp ? fields.timestamp("timestamp") : fields.optional("timestamp", fields.timestamp);
	const positions = (value.positions === void 0 ? [] : fields.rows("positions", pathed)).map(([row, path]) => readPosition$1(row, path, problems)).filter((position) => !isZero(position.qty));
	const openOrders = fields.rows("open_orders", pathed).filter(([row]) => !isFinal(row)).map(([row, path]) => readOrder$1(row, path, problems));
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
function pathed(row, path) {
	return [row, path];
}
function isFinal(row) {
	return isRecord(row) && typeof row.status === "string" && FINAL.includes(row.status.toLowerCase());
}
function readPosition$1(row, path, problems) {
	const fields = new FieldReader(row, path, problems);
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
	const said = fields.raw("marginMode");
	if (typeof said !== "string") return null;
	return MARGIN_MODES.find((mode) => mode === said.toUpperCase()) ?? null;
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
		qty: negated(contracts)
	};
}
function readOrder$1(row, path, problems) {
	const fields = new FieldReader(row, path, problems);
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
	return remaining === null ? null : subtractDecimals(amount, remaining);
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
// src/syncer/ccxt-port.ts
function ccxtPort(exchange) {
	return { async fetchAccountSnapshot() {
		return parseCcxt({
			timestamp: exchange.milliseconds(),
			positions: exchange.has !== void 0 && !exchange.has.fetchPositions ? [] : await exchange.fetchPositions(),
			open_orders: await exchange.fetchOpenOrders()
		});
	} };
}
// src/syncer/metric-contract.ts
const DEFAULT_METRIC_PREFIX = "grinder_account_sync";
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
const LAST_MISMATCH_METRIC = {
	name: "last_mismatch_timestamp_seconds",
	type: "gauge",
	help: "Unix time in seconds of the last mismatch, by rule; 0 until the first",
	label: "rule"
};
function requiredMetricsPatterns(prefix) {
	return Object.values(CONTRACT_METRICS).flatMap(({ name, type, label }) => [
		`# HELP ${prefix}_${name} `,
		`# TYPE ${prefix}_${name} ${type}`,
		label === void 0 ? `${prefix}_${name} ` : `${prefix}_${name}{${label}=`
	]);
}
const REQUIRED_METRICS_PATTERNS = requiredMetricsPatterns(DEFAULT_METRIC_PREFIX);
// node_modules/prom-client/lib/util.js
var require_util = __commonJSMin(((exports) => {
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
		add(key, value) {
			if (this.has(key)) this.get(key).push(value);
			else this.set(key, [value]);
		}
	};
	exports.Grouper = Grouper;
}));
// node_modules/prom-client/lib/registry.js
var require_registry = __commonJSMin(((exports, module) => {
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
	const sharedLabelCache = new WeakMap();
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
// node_modules/prom-client/lib/validation.js
var require_validation = __commonJSMin(((exports) => {
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
// node_modules/prom-client/lib/metric.js
var require_metric = __commonJSMin(((exports, module) => {
	const Registry = require_registry();
	const { isObject } = require_util();
	const { validateMetricName, validateLabelName } = require_validation();
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
var require_exemplar = __commonJSMin(((exports, module) => {
	var Exemplar = class {
		constructor(labelSet = {}, value = null) {
			this.labelSet = labelSet;
			this.value = value;
		}
		validateExemplarLabelSet(labelSet) {
			let res = "";
			for (const [labelName, labelValue] of Object.entries(labelSet)) res += `${labelName}${labelValue}`;
			if (res.length > 128) throw new RangeError("Label set size must be smaller than 128 UTF-8 chars");
		}
	};
	module.exports = Exemplar;
}));
// node_modules/prom-client/lib/counter.js
var require_counter = __commonJSMin(((exports, module) => {
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
var require_gauge = __commonJSMin(((exports, module) => {
	const util = __require("util");
	const { setValue, setValueDelta, getLabels, hashObject, isObject, removeLabels } = require_util();
	const { validateLabel } = require_validation();
	const { Metric } = require_metric();
	var Gauge = class extends Metric {
		constructor(config) {
			super(config);
			this.type = "gauge";
		}
		set(labels, value) {
			value = getValueArg(labels, value);
			labels = getLabelArg(labels);
			set(this, labels, value);
		}
		reset() {
			this.hashMap = {};
			if (this.labelNames.length === 0) setValue(this.hashMap, 0, {});
		}
		inc(labels, value) {
			value = getValueArg(labels, value);
			labels = getLabelArg(labels);
			if (value === void 0) value = 1;
			setDelta(this, labels, value);
		}
		dec(labels, value) {
			value = getValueArg(labels, value);
			labels = getLabelArg(labels);
			if (value === void 0) value = 1;
			setDelta(this, labels, -value);
		}
		setToCurrentTime(labels) {
			const now = Date.now() / 1e3;
			if (labels === void 0) this.set(now);
			else this.set(labels, now);
		}
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
// src/syncer/metric-family.ts
var import_registry = __toESM(require_registry(), 1);
var import_counter = __toESM(require_counter(), 1);
var import_gauge = __toESM(require_gauge(), 1);
const ALL = [...Object.values(CONTRACT_METRICS), LAST_MISMATCH_METRIC];
const OWN_LABELS = ["rule", "reason"];
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
	#accounts = new Map();
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
var MetricsBuilder = class {
	registry;
	clock;
	#labels;
	#metrics;
	#lastTsMs = 0;
	#lastWallMs = 0;
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
	build() {
		return this.registry.metrics();
	}
	recordAccepted(snapshot) {
		const { lastTs, positions, openOrders, pendingNotional: notional } = this.#metrics;
		this.#lastTsMs = snapshot.ts;
		lastTs.set(this.#labels, snapshot.ts);
		positions.set(this.#labels, snapshot.positions.length);
		openOrders.set(this.#labels, snapshot.openOrders.length);
		notional.set(this.#labels, Number(pendingNotional(snapshot.openOrders).text));
	}
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
	const seen = new Set();
	for (const [index, row] of rows.entries()) {
		const identity = identityOf(row);
		const key = JSON.stringify(identity);
		if (seen.has(key) && !identity.includes("")) problems.push(`${list}[${index}]: ${identity.map(quoted).join(" ")} is there already`);
		seen.add(key);
	}
}
export { AccountSyncer, Decimal, DrillError, FETCH_ERROR_REASONS, MISMATCH_RULES, MetricsBuilder, REQUIRED_METRICS_PATTERNS, canonicalJson, canonicalOrders, canonicalPositions, ccxtPort, compareDecimals, decimal, loadSnapshot, parseCcxt, parseDecimal, parseExpected, parseSnapshot, renderSnapshot, renderSyncEvidence, renderSyncSummary, requiredMetricsPatterns, writeSyncEvidence };
