Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_rolldown_runtime = require("./action-rolldown-runtime.js");
const require_bundled_action = require("./action-bundled.js");
let node_net = require("node:net");
let node_path = require("node:path");
let node_url = require("node:url");
let node_child_process = require("node:child_process");
let node_stream = require("node:stream");
let node_crypto = require("node:crypto");
let node_fs = require("node:fs");
node_fs = require_rolldown_runtime.__toESM(node_fs, 1);
let node_http = require("node:http");
node_http = require_rolldown_runtime.__toESM(node_http, 1);
let node_os = require("node:os");
let node_timers_promises = require("node:timers/promises");
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
const MOST_CHARACTERS$7 = 1e3;
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
	if (match === null || text.length > MOST_CHARACTERS$7) return void 0;
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
	if (Math.max(point, digits.length) - Math.min(point, 0) > MOST_CHARACTERS$7) return void 0;
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
		if (!this.#isObject) this.#note(path, `expected an object, got ${nameOf$1(value)}`);
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
	raw(name) {
		return Object.hasOwn(this.#fields, name) ? this.#fields[name] : void 0;
	}
	/** Notes a problem with a field, with what is there now, and hands the placeholder back. */
	refuse(name, expectation, placeholder) {
		if (this.#isObject) this.#note(this.#at(name), `${expectation}, got ${nameOf$1(this.raw(name))}`);
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
function nameOf$1(value) {
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
// src/protocol/load-module.ts
const METHODS = [
	"reset",
	"sync",
	"metrics"
];
const MOST_CHARACTERS$6 = 200;
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
		reset: bound("reset"),
		sync: bound("sync"),
		metrics: bound("metrics")
	};
}
async function importDefault(path) {
	const url = (0, node_url.pathToFileURL)((0, node_path.resolve)(path)).href;
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
	return typeof value === "string" && value !== "" ? value.slice(0, MOST_CHARACTERS$6) : otherwise;
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
		positions: fields.rows("positions", (row, path) => readPosition(row, path, problems)),
		openOrders: fields.rows("open_orders", (row, path) => readOrder(row, path, problems)),
		ts: fields.timestamp("ts"),
		source: fields.text("source")
	};
	refuseProblems(problems);
	return snapshot;
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
function readPosition(row, path, problems) {
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
function readOrder(row, path, problems) {
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
// src/protocol/messages.ts
/** The protocol versions that the drill speaks (docs/protocol.md). */
const PROTOCOL = {
	min: 1,
	max: 1
};
const MOST_IDENTITY_CHARACTERS = 200;
/** The fields of a `sync` request beside type and id. */
function syncFields({ now, snapshot, fetchError, knownOrderIds }) {
	const known = { known_order_ids: knownOrderIds };
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
/**
* The identity in a `hello_ok`.
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
	refuseProblems(problems);
	if (version >= PROTOCOL.min && version <= PROTOCOL.max) return identity;
	throw new DrillError("syncer_broke_off", `it answered hello with protocol ${version}, and this drill speaks ${PROTOCOL.min} to ${PROTOCOL.max}: answer with a version between hello's min and max`);
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
/** Keeps the first bytes of a stream that may never end, and counts the rest. */
var CappedText = class {
	#most;
	#kept;
	#size = 0;
	#leftOut = 0;
	constructor(most) {
		this.#most = most;
		this.#kept = Buffer.alloc(most);
	}
	push(chunk) {
		const kept = chunk.subarray(0, this.#most - this.#size);
		this.#kept.set(kept, this.#size);
		this.#size += kept.length;
		this.#leftOut += chunk.length - kept.length;
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
		this.#child = (0, node_child_process.spawn)(file, args, {
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
function streamsOf({ stdin, stdout, stderr, stdio }, channel) {
	const beside = stdio[3];
	if (channel === "standard" && stdin !== null && stdout !== null && stderr !== null) return {
		input: stdin,
		output: stdout,
		aside: [stderr]
	};
	if (beside instanceof node_stream.Duplex && stdout !== null && stderr !== null) return {
		input: beside,
		output: beside,
		aside: [stdout, stderr]
	};
	throw new Error("a process was started without its pipes");
}
function whyNotStarted(file, error) {
	const what = `${quoted(file)} cannot be started`;
	const code = systemCodeOf(error);
	if (code === "ENOENT") return `${what}: there is no such program; install it, or give its path, such as ./my_adapter`;
	if (code === "EACCES") return `${what}: it is not executable; chmod +x it, or name what runs it first, such as python3`;
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
	const channel = new node_net.Socket({
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
		...refusal$1(`${type}`, `its answer is longer than ${MOST_LINE_BYTES} bytes`)
	});
}
function refusal$1(code, message) {
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
			return refusal$1(request.type === "hello" ? "loading" : `${request.type}`, messageOf(error));
		}
	}
	async #hello() {
		this.#module = await loadModule(this.#path);
		return {
			protocol: PROTOCOL.max,
			implementation: this.#module.identity
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
		(0, node_child_process.spawnSync)("taskkill", [
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
		(0, node_child_process.execFile)("git", args, options, (error, stdout, stderr) => {
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
			directory = files.mkdtempSync((0, node_path.join)((0, node_os.tmpdir)(), "account-sync-drill-"));
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
		(0, node_child_process.execFile)("promtool", args, options, (error, stdout, stderr) => {
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
// src/drill/drill.ts
/** Stands in a drill's list of checks where its proof is to be checked. */
const PROVEN$1 = "proven";
// src/drill/check.ts
/** Holds one check against what was seen. It passes when the two texts are equal. */
function evaluate({ label, stage, expected, actual }, seen) {
	const came = printable(actual(seen));
	return {
		label,
		stage,
		status: came === expected ? "passed" : "failed",
		expected,
		actual: came
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
// src/drill/check-text.ts
const WORDS$1 = {
	passed: "PASS",
	failed: "FAIL",
	skipped: "SKIP"
};
/** `  PASS: <label>`, or `  FAIL: <label>` with expected and actual under it (contract, section 5). */
function renderCheck(check) {
	return [`  ${WORDS$1[check.status]}: ${check.label}`, ...reasonLines(check)].map(printable);
}
function reasonLines({ status, expected, actual }) {
	if (status === "passed") return [];
	if (status === "skipped") return [`    because: ${actual}`];
	return [`    expected: ${expected}`, `    actual:   ${actual}`];
}
// src/drill/drill-log.ts
/** The text of `drill_<id>_log.txt`: each step with what was fed and answered, then the checks. No clock, no path. */
function renderDrillLog(drill, replies, checks, provenMarker) {
	const steps = drill.steps.flatMap((step, index) => stepLines(index + 1, step, replies[index]));
	return `${[
		`Drill ${drill.id.toUpperCase()}: ${drill.title}`,
		`injected: ${drill.injected}`,
		"",
		...steps,
		...checks.flatMap(renderCheck),
		...provenMarker === null ? [] : [provenMarker]
	].join("\n")}\n`;
}
function stepLines(number, step, reply) {
	const known = step.knownOrderIds === null ? "not given" : canonicalJson(step.knownOrderIds);
	return [
		`step ${number}: sync`,
		`  now: ${step.now}`,
		`  known order ids: ${known}`,
		step.fetchError === null ? `  snapshot: ${canonicalJson(step.snapshot)}` : `  fetch fails: ${step.fetchError}`,
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
// src/drill/metrics-text.ts
const SAMPLE$2 = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
const LABEL$1 = /(?<![a-zA-Z0-9_])([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;
/**
* Prometheus text, read just as far as a check needs. Values are compared as numbers and further labels are
* let pass, since client libraries differ: one writes `1`, another `1.0`, a third adds its own labels.
*/
var MetricsText = class {
	text;
	#lines;
	#samples;
	constructor(text) {
		this.text = text;
		this.#lines = text.split("\n");
		this.#samples = this.#lines.flatMap(readSample$1);
	}
	/** True where some line starts with the pattern. */
	hasLine(pattern) {
		return this.#lines.some((line) => line.startsWith(pattern));
	}
	/** The value of a series as the shortest text of its number, or `absent`. */
	valueOf(name, label) {
		const sample = this.#find(name, label);
		return sample === void 0 ? "absent" : String(sample.value);
	}
	/** The whole sample line of a series, or `<name> absent`. */
	lineOf(name, label) {
		return this.#find(name, label)?.line ?? `${name} absent`;
	}
	#find(name, label) {
		return this.#samples.find((sample) => sample.name === name && (label === void 0 || sample.labels.get(label[0]) === label[1]));
	}
};
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
// src/drill/run-one-drill.ts
/**
* Resets the syncer, feeds it the drill's steps and holds what came against the checks.
*
* @throws whatever the syncer rejects with.
*/
async function runOneDrill(drill, syncer, prefix) {
	await syncer.reset(drill.now);
	const replies = [];
	const scrapes = /* @__PURE__ */ new Map();
	for (const step of drill.steps) {
		replies.push(await syncer.sync(step));
		if (drill.scrapedAfter?.includes(replies.length) === true) scrapes.set(replies.length, new MetricsText(await syncer.metrics(step.now)));
	}
	return judge(drill, {
		replies,
		metrics: new MetricsText(await syncer.metrics(drill.now)),
		scrapes
	}, prefix);
}
function judge(drill, seen, prefix) {
	const missed = [...drill.checks.filter(isCheck), ...drill.proof].filter((check) => evaluate(check, seen).status !== "passed");
	const provenMarker = missed.length === 0 ? `drill_${drill.id}_PROVEN: ${drill.proves}` : null;
	const checks = drill.checks.map((check) => isCheck(check) ? evaluate(check, seen) : proofResult(drill, missed));
	const { replies, metrics } = seen;
	const caught = replies.flatMap(({ mismatches }) => mismatches.map(({ rule }) => rule));
	const count = (rule) => metrics.valueOf(`${prefix}_mismatches_total`, ["rule", rule]);
	const log = renderDrillLog(drill, replies, checks, provenMarker);
	const metricsFile = [`drill_${drill.id}_metrics.txt`, metrics.text];
	return {
		id: drill.id,
		title: drill.title,
		injected: drill.injected,
		caught,
		counted: [...new Set(caught)].map(count),
		checks,
		provenMarker,
		metricLines: drill.shows.map(([name, label]) => metrics.lineOf(`${prefix}_${name}`, label)),
		files: new Map(drill.hasLog ? [[`drill_${drill.id}_log.txt`, log], metricsFile] : [metricsFile])
	};
}
function proofResult(drill, missed) {
	const expected = "every condition of the drill holds";
	const actual = `missed: ${missed.map(({ label }) => label).join("; ")}`;
	const label = `proven: ${drill.proves}`;
	const stage = missed[0]?.stage ?? "found";
	return missed.length === 0 ? {
		label,
		stage,
		status: "passed",
		expected,
		actual: expected
	} : {
		label,
		stage,
		status: "failed",
		expected,
		actual
	};
}
function isCheck(check) {
	return check !== PROVEN$1;
}
// src/drill/run-drills.ts
/**
* Runs the drills one after the other. A drill that fails never stops the others; a syncer that breaks off is
* not called again, so the drills after it are skipped and say why.
*/
async function runDrills(drills, syncer, prefix) {
	const results = [];
	let brokeOff = null;
	for (const drill of drills) {
		if (brokeOff !== null) {
			results.push(withoutReply(drill, "skipped", `the syncer broke off before: ${brokeOff}`));
			continue;
		}
		try {
			results.push(await runOneDrill(drill, syncer, prefix));
		} catch (error) {
			brokeOff = printable(messageOf(error));
			results.push(withoutReply(drill, "failed", `the syncer broke off: ${brokeOff}`));
		}
	}
	return {
		drills: results,
		brokeOff: brokeOff ?? await endOf(syncer)
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
function withoutReply(drill, status, actual) {
	return {
		id: drill.id,
		title: drill.title,
		injected: drill.injected,
		caught: [],
		counted: [],
		checks: drill.checks.map((check) => check === "proven" ? {
			label: `proven: ${drill.proves}`,
			stage: "found",
			status,
			expected: "every condition holds",
			actual
		} : {
			label: check.label,
			stage: check.stage,
			status,
			expected: check.expected,
			actual
		}),
		provenMarker: null,
		metricLines: [],
		files: /* @__PURE__ */ new Map([[`drill_${drill.id}_log.txt`, `${actual}\n`]])
	};
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
	return (0, node_crypto.createHash)("sha256").update(content).digest("hex");
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
* (contract, section 6). The same pipeline gives the same fingerprint on any machine. In a shell:
* `grep ' drill_' sha256sums.txt | LC_ALL=C sort | sha256sum`.
*/
function fingerprintOf(checksums) {
	return sha256(checksums.filter(isDrillFile).map(checksumLine).sort(compareText).join(""));
}
/** Whether a file is a log or metrics of a drill, which the fingerprint is made of. */
function isDrillFile({ name }) {
	return name.startsWith("drill_");
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
	const { evidenceDir, fingerprint, failure, more } = reference;
	const pairs = {
		mode: "account-sync-drill",
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
	"account_sync_fire_drill"
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
function renderJunit(report) {
	const { passed, failed, skipped } = totalsOf(report);
	return `${[
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
		`<testsuites name="account-sync-drill" ${`tests="${passed + failed + skipped}" failures="${failed}" skipped="${skipped}"`}>`,
		...report.drills.flatMap(suiteLines),
		"</testsuites>"
	].join("\n")}\n`;
}
function suiteLines(drill) {
	const count = (wanted) => drill.checks.filter(({ status }) => status === wanted).length;
	const counts = `tests="${drill.checks.length}" failures="${count("failed")}" skipped="${count("skipped")}"`;
	const name = escapeXml(headingOf(drill));
	return [
		`  <testsuite name="${name}" ${counts}>`,
		...drill.checks.map((check) => caseLine(name, check)),
		"  </testsuite>"
	];
}
function caseLine(suite, { label, status, expected, actual }) {
	const opening = `    <testcase classname="${suite}" name="${escapeXml(label)}"`;
	if (status === "passed") return `${opening}/>`;
	if (status === "skipped") return `${opening}><skipped message="${escapeXml(actual)}"/></testcase>`;
	return `${opening}><failure message="${escapeXml(`expected ${expected}, got ${actual}`)}"/></testcase>`;
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
		`started: ${isoSeconds(report.startedAt)}`,
		`tool: account-sync-drill ${report.toolVersion}`,
		...report.brokeOff === null ? [] : [`broke off: ${report.brokeOff}`],
		...report.drills.flatMap(drillLines$1),
		"",
		resultsLine(report)
	].map(printable).join("\n")}\n`;
}
function drillLines$1(drill) {
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
	missedWindow: "15m",
	missedFor: "4m",
	staleAfter: "120",
	staleFor: "2m",
	dataStaleAfter: "300",
	dataStaleFor: "5m",
	errorsAbove: "0",
	errorsWindow: "5m",
	errorsFor: "5m",
	absentFor: "5m",
	labels: {},
	kubernetesName: "account-sync",
	kubernetesNamespace: "",
	kubernetesLabels: {}
};
// src/rules/alert-parts.ts
/** The labels of an alert of the pack; the user's own come last. */
function labelsOf(category, { severity, labels }) {
	return {
		severity,
		category,
		component: "account",
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
// src/rules/mismatch-alerts.ts
const SPIKE = "AccountSyncMismatchSpike";
const MISSED = "AccountSyncMismatchMissed";
/** The seed's alert (contract, section 9). Its sum() drops the rule, so the text asks for it again. */
function mismatchSpike(settings) {
	const { prefix, spikeAbove, spikeWindow, spikeFor } = settings;
	const increase = `increase(${prefix}_mismatches_total{rule!="none"}[${spikeWindow}])`;
	const byRule = queryOf(`sum by (instance, rule) (${increase}) > 0`);
	const last = queryOf(`max(${prefix}_last_mismatch_timestamp_seconds) > 0`);
	return {
		alert: SPIKE,
		expr: `sum(${increase}) > ${spikeAbove}`,
		for: spikeFor,
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: "The account and the exchange disagree",
			description: `Mismatches in the last ${spikeWindow}:{{ range ${byRule} | sortByLabel "rule" }} {{ .Labels.rule }} on {{ .Labels.instance }} (about {{ .Value | printf "%.0f" }});{{ end }} the last one at {{ with ${last} }}{{ . | first | value | humanizeTimestamp }}{{ else }}a time that is no longer exposed{{ end }}.`,
			runbook_url: runbookUrl(SPIKE, settings)
		}
	};
}
/**
* Rings for a mismatch that Spike did not ring for: the last mismatch is younger than the window, and Spike has not
* fired since. It does not need two samples around the mismatch, as increase() does.
*/
function mismatchMissed(settings) {
	const { prefix, missedWindow, missedFor, labels } = settings;
	const own = Object.entries(labels).map(([name, value]) => `,${name}=${JSON.stringify(value)}`);
	const spikeFires = `ALERTS{alertname="${SPIKE}",alertstate="firing"${own.join("")}}`;
	return {
		alert: MISSED,
		expr: [
			`max by (instance, rule) (max_over_time(${prefix}_last_mismatch_timestamp_seconds[${missedWindow}]) > 0)`,
			"> on () group_left ()",
			`max(max_over_time(timestamp(${spikeFires})[${missedWindow}:15s]) or vector(time() - ${durationSeconds(missedWindow)}))`
		].join("\n"),
		for: missedFor,
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: `The account and the exchange disagree: {{ $labels.rule }} on {{ $labels.instance }}`,
			description: `{{ \$labels.rule }} on {{ \$labels.instance }}, last at {{ \$value | humanizeTimestamp }}. ${SPIKE} did not ring for it: a first scrape after a start, a gap between scrapes or slow scrapes hide an increase.`,
			runbook_url: runbookUrl(MISSED, settings)
		}
	};
}
// src/rules/sync-alerts.ts
const STALE = "AccountSyncStale";
const DATA_STALE = "AccountSyncDataStale";
const ERRORS = "AccountSyncErrors";
const ABSENT = "AccountSyncTargetAbsent";
/** The loop synced once, and no longer does. */
function syncStale(settings) {
	const { prefix, staleAfter, staleFor } = settings;
	return {
		alert: STALE,
		expr: `${prefix}_age_seconds > ${staleAfter} and ${prefix}_last_wall_ts > 0`,
		for: staleFor,
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: "The account sync has stopped on {{ $labels.instance }}",
			description: "The last sync without a fetch error ended {{ $value | humanizeDuration }} ago on {{ $labels.instance }}: mismatches are not looked for.",
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
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: "The account's data is old on {{ $labels.instance }}",
			description: "The newest row of the last accepted snapshot is {{ $value | humanizeDuration }} old on {{ $labels.instance }}, and the account is not empty.",
			runbook_url: runbookUrl(DATA_STALE, settings)
		}
	};
}
/** Fetches keep failing. One failed fetch is no page: the increase has to outlive `for`, which one alone cannot. */
function accountSyncErrors(settings) {
	const { prefix, errorsAbove, errorsWindow, errorsFor } = settings;
	const increase = `increase(${prefix}_errors_total{reason!="none"}[${errorsWindow}])`;
	const byReason = queryOf(`sum by (instance, reason) (${increase}) > 0`);
	return {
		alert: ERRORS,
		expr: `sum(${increase}) > ${errorsAbove}`,
		for: errorsFor,
		labels: labelsOf("availability", settings),
		annotations: {
			summary: "The account cannot be fetched",
			description: `Failed fetches in the last ${errorsWindow}:{{ range ${byReason} | sortByLabel "reason" }} {{ .Labels.reason }} on {{ .Labels.instance }} (about {{ .Value | printf "%.0f" }});{{ end }} an error is not an empty account.`,
			runbook_url: runbookUrl(ERRORS, settings)
		}
	};
}
/** Nothing that syncs an account is scraped: every other alert of the pack is blind. */
function targetAbsent(settings) {
	const { prefix, absentFor } = settings;
	return {
		alert: ABSENT,
		expr: `absent(${prefix}_last_wall_ts)`,
		for: absentFor,
		labels: labelsOf("availability", settings),
		annotations: {
			summary: "No account sync is scraped",
			description: `${prefix}_last_wall_ts comes from no target: no other alert of this pack can ring.`,
			runbook_url: runbookUrl(ABSENT, settings)
		}
	};
}
// src/rules/alert-pack.ts
/** What stands at the top of the pack: which alert answers which question. */
const PACK_HEADER = [
	"Has the account diverged?  AccountSyncMismatchSpike; AccountSyncMismatchMissed where a restart, a scrape gap or a slow scrape blinds it.",
	"Does the sync still run?   AccountSyncStale; AccountSyncTargetAbsent where nothing is scraped at all.",
	"Is its data fresh?         AccountSyncDataStale.",
	"Does the exchange answer?  AccountSyncErrors."
];
/** The name of the one group that holds the pack. The order of the alerts matters: Missed looks at what Spike did. */
const GROUP_NAME = "account-sync";
/** The alerts of the pack, with these settings. */
function alertPack(settings) {
	return [
		mismatchSpike,
		mismatchMissed,
		syncStale,
		dataStale,
		accountSyncErrors,
		targetAbsent
	].map((make) => make(settings));
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
function promtoolTest(rulesFile, evaluationSeconds, cases, expected) {
	const document = {
		rule_files: [rulesFile],
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
const HEADER = PACK_HEADER.map((line) => `# ${line}\n`).join("");
/** A rule file, for Prometheus' `rule_files`, Mimir and Thanos. */
function renderPrometheus(settings) {
	return HEADER + yamlText(rulesOf$1(settings));
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
/** The row of a rule. */
function ruleRow(rule) {
	const row = RULES.find(({ name }) => name === rule);
	if (row === void 0) throw new RangeError(`no rule ${rule}`);
	return row;
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
function alertCases(drills) {
	const cleanText = metricsTextOf(drills, CLEAN_DRILL);
	if (cleanText === void 0) return [];
	const clean = scrapedSeries(cleanText);
	const faulty = rulesProvenBy(drills).flatMap((rule) => {
		const text = metricsTextOf(drills, ruleRow(rule).provenBy);
		return text === void 0 ? [] : [caseOf(rule, clean, onlyRule(rule, scrapedSeries(text), clean))];
	});
	return [caseOf(null, clean, clean), ...faulty];
}
function metricsTextOf(drills, id) {
	return drills.find((drill) => drill.id === id)?.files.get(`drill_${id}_metrics.txt`);
}
function onlyRule(rule, faulty, clean) {
	const own = [...faulty].filter(([series]) => series.includes(`rule="${rule}"`));
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
// src/fire-drill/alert-drill.ts
const ID$1 = "f";
const RULES_FILE = `drill_${ID$1}_rules.yml`;
const TEST_FILE = `drill_${ID$1}_alerts.test.yml`;
const ALERT = "AccountSyncMismatchSpike";
const PROVEN = "proven: ";
const SILENT = "no alert rings";
const WITHOUT = "promtool is not on the PATH; the Debian package prometheus brings it";
/**
* Drill F: feeds the metrics texts of the drills before it to promtool, and looks at when the pack's alerts ring.
*
* @param drills the results of the drills before it: the rules that they prove are asked for.
*/
async function alertDrill(drills, { settings, testRules, required }) {
	const rules = renderPrometheus(settings);
	const wait = durationSeconds(settings.spikeFor);
	const drilled = rulesProvenBy(drills);
	const cases = alertCases(drills);
	const test = promtoolTest(RULES_FILE, 30, cases, (one) => expectedAlerts(one, wait));
	const files = /* @__PURE__ */ new Map([[RULES_FILE, rules], [TEST_FILE, test]]);
	const names = alertPack(settings).map(({ alert }) => alert);
	const probe = silenceTest(RULES_FILE, 30, names, cases);
	const probed = await asked(testRules(new Map([...files, ["probe.yml", probe]]), "probe.yml"));
	const kept = typeof probed === "string" ? await asked(testRules(files, TEST_FILE)) : probed;
	const checks = typeof probed === "string" ? checksOf(drilled, firingsOf(probed), cases, wait) : checkList(drilled, wait).map(({ rule: _, ...check }) => unjudged(check, probed, required));
	return resultOf(checks, proofOf(drilled, checks, kept, required), drilled, files);
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
function unjudged(check, { hasRun, why }, required) {
	return {
		...check,
		stage: "exposed",
		status: hasRun || required ? "failed" : "skipped",
		actual: why
	};
}
function ringsAfter(seconds) {
	return `rings ${clock(seconds)} after the scrape that shows it`;
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
function clock(seconds) {
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
function expectedAlerts({ rule }, wait) {
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
		at(rung + 2 * wait, false)
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
function proofOf(drilled, checks, kept, required) {
	const proves = `silent on a clean account, ringing for each of the ${numberWord(drilled.length)} rules`;
	const check = {
		label: `${PROVEN}${proves}`,
		expected: "every check, and the promtool test that is kept"
	};
	if (typeof kept !== "string") return unjudged(check, kept, required);
	const passed = checks.every(({ status }) => status === "passed");
	const holds = kept.includes("SUCCESS");
	return {
		...check,
		stage: "exposed",
		status: passed && holds ? "passed" : "failed",
		actual: passed ? holds ? check.expected : `${TEST_FILE} fails` : "some check did not hold"
	};
}
function resultOf(checks, proof, drilled, files) {
	const rung = drilled.filter((_, at) => checks[at + 1]?.status === "passed");
	const all = [...checks, proof];
	const provenMarker = proof.status === "passed" ? `drill_${ID$1}_PROVEN: ${proof.label.slice(8)}` : null;
	const title = "Alert";
	const injected = "each rule's mismatch into what Prometheus scrapes every 30s";
	const logText = `${[...[
		`Drill ${ID$1.toUpperCase()}: ${title}`,
		`injected: ${injected}`,
		"",
		...all.flatMap(renderCheck)
	], ...provenMarker === null ? [] : [provenMarker]].join("\n")}\n`;
	return {
		id: ID$1,
		title,
		injected,
		caught: rung,
		counted: rung.map(() => "1"),
		checks: all,
		provenMarker,
		metricLines: [],
		files: new Map([[`drill_${ID$1}_log.txt`, logText], ...files])
	};
}
// src/fire-drill/artifact-guard.ts
const LABEL = "artifact directory does not show up in git status";
const MOST_LINES$1 = 3;
const CLEAN = "nothing shows up";
/** The guard check (contract, section 5): evidence must never be committed by accident. */
function guardResult(status) {
	return {
		id: "guard",
		title: "Artifact guard",
		injected: null,
		caught: [],
		counted: [],
		checks: [guardCheck(status)],
		provenMarker: null,
		metricLines: [],
		files: /* @__PURE__ */ new Map()
	};
}
function guardCheck(status) {
	const check = {
		label: LABEL,
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
		const run = await runDrills(plan.drills, plan.syncer, plan.prefix);
		addFiles(bundle, run.drills);
		const more = await alertDrills(run.drills, plan, ports);
		addFiles(bundle, more);
		const drills = [...run.drills, ...more];
		const stderr = plan.syncer.stderr ?? "";
		if (stderr !== "") bundle.add("syncer_stderr.txt", stderr);
		const guard = guardResult(await ports.askGit(artifactDir));
		return commit(bundle, {
			toolVersion: plan.toolVersion,
			syncer: plan.syncer.identity,
			commit: plan.commit,
			startedAt,
			drills: [...drills, guard],
			brokeOff: run.brokeOff
		});
	});
}
async function alertDrills(drills, { alerts = "none", prefix }, { testRules }) {
	if (alerts === "none") return [];
	return [await alertDrill(drills, {
		settings: {
			...DEFAULT_SETTINGS,
			prefix
		},
		testRules,
		required: alerts === "required"
	})];
}
async function commit(bundle, report) {
	const evidenceDir = bundle.directory;
	const fingerprint = fingerprintOf(checksumsOf(bundle.files));
	const reference = {
		evidenceDir,
		fingerprint,
		evidenceRef: renderEvidenceRef({
			evidenceDir,
			fingerprint,
			failure: failureOf(report),
			more: report.commit === null ? {} : { commit: report.commit }
		})
	};
	bundle.add("summary.txt", renderSummary(report, reference));
	bundle.add("results.json", renderResultsJson(report, reference));
	bundle.add("junit.xml", renderJunit(report));
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
		fingerprint: checksums.some(isDrillFile) ? fingerprint : null
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
	const { toolVersion, syncer, commit, fingerprint, drills } = results;
	return [
		{
			name: "account-sync-drill",
			uri: `pkg:npm/account-sync-drill@${encodeURIComponent(wellFormed(toolVersion))}`,
			annotations: {
				version: wellFormed(toolVersion),
				drills: drills.map(({ id }) => id)
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
	if (provenMarker !== null) return provenMarker.replace(/^drill_[a-z]_PROVEN: /, "");
	return injected === null && drillPassed(drill) ? checks.map(({ label }) => label).join(", ") : "no";
}
function cell(text) {
	const short = shortened(text, MOST_CHARACTERS$5);
	return isPlain(short) ? short : codeCell(short);
}
// src/report/failed-checks.ts
const MOST_LINES = 20;
const MOST_CHARACTERS$4 = 160;
/** What failed, as a Markdown list with expected and actual; empty where nothing did. */
function failedChecks({ drills, brokeOff }) {
	const lines = drills.flatMap((drill) => drillLines(drill, brokeOff));
	const shown = lines.slice(0, MOST_LINES);
	const more = lines.length - shown.length;
	return [
		...brokeOff === null ? [] : [`- the syncer broke off: ${code(brokeOff)}`],
		...shown,
		...more > 0 ? [`- and ${more} more`] : []
	].join("\n");
}
function drillLines(drill, brokeOff) {
	const failed = drill.checks.filter(({ status }) => status === "failed");
	const name = `- **${nameOf(drill)}**`;
	if (!(failed.length === drill.checks.length && failed.length > 1 && sayTheSame(failed))) return failed.map((check) => `${name}, ${checkWords(check)}`);
	const [{ actual } = { actual: "" }] = failed;
	const isSaid = brokeOff !== null && actual.endsWith(brokeOff);
	return [`${name}, all ${failed.length} checks${isSaid ? "" : `: got ${code(actual)}`}`];
}
function nameOf(drill) {
	const letter = letterOf(drill);
	return plainOrCode(letter.length === 1 ? `Drill ${letter}` : letter);
}
function checkWords({ label, expected, actual }) {
	return `${plainOrCode(label)}: expected ${code(expected)}, got ${code(actual)}`;
}
function sayTheSame(checks) {
	return new Set(checks.map(({ actual }) => actual)).size === 1;
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
		untilOthersWrote: () => (0, node_timers_promises.setTimeout)(OTHERS_WRITE_MS)
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
		...inputs.matrix === null ? [] : [(0, node_crypto.createHash)("sha256").update(inputs.matrix).digest("hex").slice(0, 8)],
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
const ALERTS = {
	false: "none",
	true: "asked",
	required: "required"
};
async function drill(subject, { artifactDir, alerts }, { headSha, tempDir, workspace }, ports, stopped) {
	const commit = headSha === "" ? null : headSha;
	const plan = {
		...subject,
		workspace,
		commit,
		alerts: ALERTS[alerts]
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
	for (const drill of report.drills) for (const check of drill.checks.filter(({ status }) => status === "failed")) ports.annotate(`${headingOf(drill)}: ${check.label}`, describe(check));
}
function describe({ expected, actual }) {
	return `expected: ${expected}\nactual: ${actual}`;
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
/** The mismatch counters of all rules, given what was found in all; read in the end or after so many syncs. */
function countersAre(found, prefix, afterSyncs) {
	const countOf = (rule) => found.filter((one) => one === rule).length;
	const when = afterSyncs === void 0 ? "" : ` after ${afterSyncs} syncs`;
	const series = `${prefix}_mismatches_total`;
	return {
		label: `mismatch counters of all rules${when}`,
		stage: "counted",
		expected: MISMATCH_RULES.map((rule) => `${rule} ${countOf(rule)}`).join(", "),
		actual: ({ metrics, scrapes }) => {
			const read = afterSyncs === void 0 ? metrics : scrapes?.get(afterSyncs);
			return MISMATCH_RULES.map((rule) => `${rule} ${readValue(read, series, ["rule", rule])}`).join(", ");
		}
	};
}
/** A gauge without labels. */
function gaugeIs(name, value, prefix) {
	return {
		label: `gauge ${name} is ${value}`,
		stage: "counted",
		expected: String(value),
		actual: ({ metrics }) => metrics.valueOf(`${prefix}_${name}`)
	};
}
/** The gauges without labels that are named, together. */
function gaugesAre(gauges, prefix) {
	const names = Object.keys(gauges);
	return {
		label: `gauges ${names.join(", ")}`,
		stage: "counted",
		expected: names.map((name) => `${name} ${gauges[name]}`).join(", "),
		actual: ({ metrics }) => names.map((name) => `${name} ${metrics.valueOf(`${prefix}_${name}`)}`).join(", ")
	};
}
/** A gauge without labels, read after so many syncs. */
function gaugeAfter(syncs, name, value, prefix) {
	return {
		label: `gauge ${name} is ${value} after ${syncs} ${syncs === 1 ? "sync" : "syncs"}`,
		stage: "counted",
		expected: String(value),
		actual: ({ scrapes }) => readValue(scrapes?.get(syncs), `${prefix}_${name}`)
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
		}
	};
}
/** The metrics text is one that a scraper takes whole. */
function expositionIsValid() {
	return {
		label: "the metrics text is valid",
		stage: "exposed",
		expected: "no fault",
		actual: ({ metrics }) => expositionFaults(metrics.text).slice(0, 3).join("; ") || "no fault"
	};
}
function labelledCounterIs(series, label, count) {
	return {
		label: `counter ${label[1]} is ${count}`,
		stage: "counted",
		expected: String(count),
		actual: ({ metrics }) => metrics.valueOf(series, label)
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
	return ofReply(`${rule} present`, rule, step, (reply) => rulesOf(reply).includes(rule) ? rule : sorted(rulesOf(reply)));
}
/** The sync of this step reported exactly these rules, in any order. */
function findingsAre(rules, step = 0) {
	return ofReply("exactly the injected faults are found", sorted(rules), step, (reply) => sorted(rulesOf(reply)));
}
/** The findings of this step name what was injected, and nothing that is healthy. */
function findingsName(flagged, notFlagged, step) {
	return ofReply(`${flagged} flagged, ${notFlagged} not flagged`, `${flagged}: flagged, ${notFlagged}: not flagged`, step, (reply) => [flagged, notFlagged].map((id) => `${id}: ${timesNamed(reply, id) > 0 ? "flagged" : "not flagged"}`).join(", "));
}
/** The findings of this step that name this id or symbol are this many. */
function namedTimes(name, times, step) {
	return ofReply(`sync ${step + 1} names ${name} ${times} ${times === 1 ? "time" : "times"}`, String(times), step, (reply) => String(timesNamed(reply, name)));
}
/** The syncer's last ts after this step, in Unix ms. */
function lastTsIs(ms, step = 0, label = `last_ts is ${ms}`) {
	return ofReply(label, String(ms), step, ({ lastTs }) => String(lastTs));
}
function ofReply(label, expected, step, read) {
	const actual = ({ replies }) => {
		const reply = replies[step];
		return reply === void 0 ? "no reply" : read(reply);
	};
	return {
		label,
		stage: "found",
		expected,
		actual
	};
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
			PROVEN$1,
			gaugeIs("last_ts", 2e3, prefix),
			gaugeIs("positions_count", 2, prefix),
			gaugeIs("open_orders_count", 1, prefix),
			gaugeIs("pending_notional", 4900, prefix)
		],
		proof: [
			findingsAre([]),
			lastTsIs(2e3),
			gaugeIs("last_wall_ts", DRILL_CLOCK, prefix),
			...MISMATCH_RULES.map((rule) => counterIs(rule, 0, prefix))
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
			PROVEN$1,
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
			PROVEN$1,
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
			PROVEN$1,
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
/** Verdict, findings, error and last ts of every sync, and the mismatch counters in the end. */
function syncsAre(expected, prefix) {
	const found = expected.flatMap((sync) => sync.found ?? []);
	return [
		ofEachSync("verdict of each sync", expected.map(verdictOf), ({ ok }) => ok ? "ok" : "not ok"),
		ofEachSync("findings of each sync", expected.map((sync) => listOf(sync.found ?? [])), ({ mismatches }) => listOf(mismatches.map(({ rule }) => rule))),
		ofEachSync("error of each sync", expected.map((sync) => sync.error ?? "none"), ({ error }) => error ?? "none"),
		ofEachSync("last_ts after each sync", expected.map(({ lastTs }) => String(lastTs)), ({ lastTs }) => String(lastTs)),
		countersAre(found, prefix)
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
		actual: () => {
			const changed = render().flatMap((text, index) => text === before[index] ? [] : [`sync ${index + 1}`]);
			return changed.length === 0 ? "none changed" : `changed: ${changed.join(", ")}`;
		}
	};
}
function verdictOf({ found = [], error }) {
	return found.length === 0 && error === void 0 ? "ok" : "not ok";
}
function ofEachSync(label, expected, read) {
	return {
		label,
		stage: "found",
		expected: expected.join(" | "),
		actual: ({ replies }) => replies.map(read).join(" | ")
	};
}
function listOf(rules) {
	return rules.length === 0 ? "none" : rules.join(", ");
}
// src/drills/drill-g-duplicate-order-ids.ts
/** The same order id twice is one finding, whatever else differs between the two. */
function drillG(prefix) {
	return {
		id: "g",
		title: "Duplicate order ids",
		injected: "the same order id on two symbols",
		proves: "duplicate order ids detected",
		now: DRILL_CLOCK,
		steps: [syncOf({
			positions: [position()],
			openOrders: [
				openOrder({ order_id: "twice_ord_1" }),
				openOrder({
					order_id: "twice_ord_1",
					symbol: "ETHUSDT"
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
			PROVEN$1
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
				openOrder(),
				openOrder(),
				openOrder({ price: "48000.00" })
			],
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
			PROVEN$1
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
			PROVEN$1
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
			PROVEN$1
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
			PROVEN$1
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
			PROVEN$1
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
			PROVEN$1
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
			PROVEN$1
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
			PROVEN$1
		],
		proof: [],
		shows: [["errors_total", ["reason", "timeout"]], ["last_wall_ts"]],
		hasLog: true
	};
}
// src/drills/drill-p-orphans-and-known-sets.ts
const MANY = Array.from({ length: 2e3 }, (_, index) => idOf(index + 1));
/** Without known ids no order is an orphan, with none known every one is, and a large set is searched whole. */
function drillP(prefix) {
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
			syncOf(account, MANY),
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
			PROVEN$1
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
			PROVEN$1
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
			PROVEN$1
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
			PROVEN$1
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
		injected: "orders filled in part, whole and over; a market order",
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
					order_id: "over",
					price: "9000.00",
					qty: "1",
					filled_qty: "1.1"
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
			...syncsAre([{ lastTs: 2e3 }, { lastTs: 2e3 }], prefix),
			gaugeAfter(1, "pending_notional", 50, prefix),
			gaugeAfter(2, "pending_notional", .3, prefix),
			PROVEN$1
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
				}, ["known_ord_1"]),
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
						"orphan_order"
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
			PROVEN$1
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
		hasLog: true
	};
}
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
/** The suites and their drills, in order (contract, section 5). The first is what runs unless another is asked for. */
const SUITES = {
	runbook: RUNBOOK,
	full: [...RUNBOOK, ...FURTHER]
};
/** The names of all suites; the first is the default. */
const SUITE_NAMES = Object.keys(SUITES);
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
		suite: parse("suite", suiteName, "runbook or full", "runbook"),
		metricPrefix: parse("metric-prefix", readPrefix, "the start of a metric's name", DEFAULT_METRIC_PREFIX),
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
		legId: (0, node_crypto.randomUUID)().slice(0, 8),
		proxyAdvice: useProxy(Reflect.get(node_http, "setGlobalProxyFromEnv"), process.env),
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
	const token = (0, node_crypto.randomUUID)();
	require_bundled_action.info(`::stop-commands::${token}`);
	require_bundled_action.info(text);
	require_bundled_action.info(`::${token}::`);
}
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
// src/syncer/pending-notional.ts
var import_registry = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_bundled_action.require_registry(), 1);
var import_counter = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_bundled_action.require_counter(), 1);
var import_gauge = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_bundled_action.require_gauge(), 1);
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
// src/drill/bundled-syncer.ts
/** The syncer that ships with this package, drilled in process through its public face. */
var BundledSyncer = class {
	identity;
	#prefix;
	#now = 0;
	#request = null;
	#metrics;
	#syncer;
	constructor(version, prefix) {
		this.#prefix = prefix;
		this.#metrics = this.#freshMetrics();
		this.#syncer = this.#freshSyncer();
		this.identity = {
			name: "bundled AccountSyncer",
			version,
			language: "TypeScript"
		};
	}
	async reset(now) {
		this.#now = now;
		this.#metrics = this.#freshMetrics();
		this.#syncer = this.#freshSyncer();
	}
	async sync(request) {
		this.#now = request.now;
		this.#request = request;
		const { ok, mismatches, error } = await this.#syncer.sync(request.knownOrderIds);
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
	#freshSyncer() {
		return new AccountSyncer({
			port: { fetchAccountSnapshot: () => this.#fetch() },
			metrics: this.#metrics
		});
	}
	#fetch() {
		const request = this.#request;
		if (request === null) throw new DrillError("bad_input", "no snapshot was fed");
		if (request.fetchError !== null) throw Object.assign(/* @__PURE__ */ new Error("injected by the drill"), { reason: request.fetchError });
		return parseSnapshot(request.snapshot);
	}
};
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
	if (outstanding === null || outstanding.type === "bye") throw breach(`a reply that nobody asked for, with id ${nameOf$1(reply.id)}`);
	if (reply.id !== outstanding.id) throw breach(whyWrongId(reply.id, outstanding));
	if (reply.type === "error") throw answeredError(reply, outstanding, errorText);
	if (reply.type !== `${outstanding.type}_ok`) throw breach(`expected type ${outstanding.type}_ok or error, got ${nameOf$1(reply.type)}`);
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
	return `${typeof id === "string" && /^[0-9]{1,9}$/.test(id) && Number(id) < Number(wanted) ? "a late or repeated reply" : "a reply with an unknown id"}: ${type} has id ${quoted(wanted)}, got ${nameOf$1(id)}; give each request's id back as it is`;
}
function answeredError({ code, message }, { type }, errorText) {
	return new DrillError("syncer_broke_off", errorText(type, printable([code, message].map((part) => typeof part === "string" ? part : nameOf$1(part)).join(": ").slice(0, MOST_ERROR_CHARACTERS))));
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
	#identity;
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
		this.#identity = counterpart.unnamed;
	}
	/** As it introduced itself; before that, as the user named it. */
	get identity() {
		return this.#identity;
	}
	get stderr() {
		return this.#program?.stderr ?? "";
	}
	async reset(now) {
		if (this.#broken === null && (this.#program === null || this.#hasEnded)) await this.#start();
		await this.#ask("reset", { now });
	}
	async sync(request) {
		const reply = await this.#ask("sync", syncFields(request));
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
		this.#identity = this.#understand("hello", () => readHello(reply));
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
		this.#broken ??= new DrillError("syncer_broke_off", `${this.#counterpart.name}: ${why}`);
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
function openSubject({ command, suite, prefix, limits }, ports) {
	const common = {
		drills: drillsOf(suite, prefix),
		prefix,
		toolVersion: TOOL_VERSION
	};
	if (command !== null) return {
		...common,
		...openSyncer(command, ports(), limits)
	};
	return {
		...common,
		syncer: new BundledSyncer(TOOL_VERSION, prefix),
		dispose: () => void 0
	};
}
// src/action/runner/subject.ts
const KEPT_BACK = /^(?:INPUT_|ACTIONS_)|^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$/i;
/**
* What the inputs ask to be drilled: the bundled syncer, or one of the user's own.
*
* @throws DrillError `usage` where the command of `syncer` needs a shell.
*/
function subjectOf({ syncer: command, suite, metricPrefix }, ports) {
	return openSubject({
		command,
		suite,
		prefix: metricPrefix
	}, () => {
		const { env, ...others } = ports();
		return {
			...others,
			env: withoutSecrets(env)
		};
	});
}
/** The environment that a drilled program gets: without what belongs to the runner and to this action. */
function withoutSecrets(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !KEPT_BACK.test(name)));
}
// src/action/main.ts
if (isModuleHost(process)) hostModule(process);
else actOnRunner((inputs) => subjectOf(inputs, () => processPorts(process)));
exports.DrillError = DrillError;
exports.FieldReader = FieldReader;
exports.isRecord = isRecord;
exports.quoted = quoted;
