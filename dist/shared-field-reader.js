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
// src/syncer/printable.ts
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
function printable(text) {
	return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
function quoted(text) {
	return `"${printable(text.replace(/["\\]/g, "\\$&"))}"`;
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
const MOST_CHARACTERS = 1e3;
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
	if (match === null || text.length > MOST_CHARACTERS) return void 0;
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
	if (Math.max(point, digits.length) - Math.min(point, 0) > MOST_CHARACTERS) return void 0;
	const before = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
	const after = point < 0 ? digits.padStart(digits.length - point, "0") : digits.slice(point);
	return after === "" ? sign + before : `${sign}${before}.${after}`;
}
// src/syncer/field-reader.ts
const ZERO = decimal("0");
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
		return (typeof value === "string" ? parseDecimal(value) : void 0) ?? this.refuse(name, "expected a decimal as text, such as \"0.10\"", ZERO);
	}
	looseDecimal(name) {
		const value = this.raw(name);
		const found = typeof value === "number" ? parseDecimal(String(value)) : void 0;
		if (found !== void 0) return found;
		if (typeof value === "string") return this.decimal(name);
		return this.refuse(name, "expected a decimal", ZERO);
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
Object.defineProperty(exports, "Decimal", {
	enumerable: true,
	get: function() {
		return Decimal;
	}
});
Object.defineProperty(exports, "DrillError", {
	enumerable: true,
	get: function() {
		return DrillError;
	}
});
Object.defineProperty(exports, "FieldReader", {
	enumerable: true,
	get: function() {
		return FieldReader;
	}
});
Object.defineProperty(exports, "compareDecimals", {
	enumerable: true,
	get: function() {
		return compareDecimals;
	}
});
Object.defineProperty(exports, "decimal", {
	enumerable: true,
	get: function() {
		return decimal;
	}
});
Object.defineProperty(exports, "decimalFromUnits", {
	enumerable: true,
	get: function() {
		return decimalFromUnits;
	}
});
Object.defineProperty(exports, "isDecimalText", {
	enumerable: true,
	get: function() {
		return isDecimalText;
	}
});
Object.defineProperty(exports, "isNegative", {
	enumerable: true,
	get: function() {
		return isNegative;
	}
});
Object.defineProperty(exports, "isRecord", {
	enumerable: true,
	get: function() {
		return isRecord;
	}
});
Object.defineProperty(exports, "isZero", {
	enumerable: true,
	get: function() {
		return isZero;
	}
});
Object.defineProperty(exports, "messageOf", {
	enumerable: true,
	get: function() {
		return messageOf;
	}
});
Object.defineProperty(exports, "nameOf", {
	enumerable: true,
	get: function() {
		return nameOf;
	}
});
Object.defineProperty(exports, "negated", {
	enumerable: true,
	get: function() {
		return negated;
	}
});
Object.defineProperty(exports, "parseDecimal", {
	enumerable: true,
	get: function() {
		return parseDecimal;
	}
});
Object.defineProperty(exports, "printable", {
	enumerable: true,
	get: function() {
		return printable;
	}
});
Object.defineProperty(exports, "quoted", {
	enumerable: true,
	get: function() {
		return quoted;
	}
});
Object.defineProperty(exports, "subtractDecimals", {
	enumerable: true,
	get: function() {
		return subtractDecimals;
	}
});
Object.defineProperty(exports, "subtractUnits", {
	enumerable: true,
	get: function() {
		return subtractUnits;
	}
});
Object.defineProperty(exports, "systemCodeOf", {
	enumerable: true,
	get: function() {
		return systemCodeOf;
	}
});
Object.defineProperty(exports, "unitsAtScale", {
	enumerable: true,
	get: function() {
		return unitsAtScale;
	}
});
