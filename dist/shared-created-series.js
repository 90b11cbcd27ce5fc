const require_field_reader = require("./shared-field-reader.js");
// src/drill/taken.ts
const TAKEN = [...require("./shared-mismatch-rules.js").TELLABLE, "last_ts"];
const TAKEN_BY_ALL = ["order_ids"];
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
// src/drill/names.ts
function namesNote(names) {
	const said = [...names.rules, ...names.reasons].filter(([ours, theirs]) => ours !== theirs);
	if (said.length === 0) return null;
	return `named by the syncer: ${said.map(([ours, theirs]) => `${ours} ${require_field_reader.quoted(theirs)}`).join(", ")}`;
}
function wordIn(names, [label, value]) {
	return {
		rule: names?.rules,
		reason: names?.reasons
	}[label]?.get(value) ?? value;
}
// src/drill/deviation.ts
const LAST_TS = {
	kind: "other",
	what: "last_ts is another"
};
const UNNAMED_ROW = {
	kind: "other",
	what: "findings do not name what they are about"
};
function findingDeviations(expected, actual, rules) {
	return [...new Set([...expected, ...actual])].flatMap((rule) => {
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
function whatWasThere(deviations) {
	return [...new Set(deviations.flatMap((one) => one.kind === "absent" ? [one.there] : []))];
}
function isSaid(deviations, before) {
	const said = before.map((one) => JSON.stringify(one));
	const isFinding = before.some(({ kind }) => kind === "missed" || kind === "surplus" || kind === "unnamed");
	return deviations.length > 0 && deviations.every((one) => said.includes(JSON.stringify(one)) || isFinding && one.kind === "other" && one.what === UNNAMED_ROW.what);
}
function timesIn(names, name) {
	return names.filter((one) => one === name).length;
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
// src/drill/check-text.ts
const WORDS = {
	passed: "PASS",
	failed: "FAIL",
	skipped: "SKIP"
};
function renderCheck(check) {
	return [`  ${WORDS[check.status]}: ${check.label}`, ...reasonLines(check)].map(require_field_reader.printable);
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
// src/syncer/settling.ts
const AT_ONCE = {
	syncs: 1,
	ms: 0
};
const ADVISED = {
	syncs: 3,
	ms: 1e4
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
	throw new require_field_reader.DrillError("bad_input", `${path}: expected a whole number of at least ${least}, got ${require_field_reader.nameOf(value)}`);
}
// src/drill/metrics-text.ts
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
const LABEL = /(?<![a-zA-Z0-9_])([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;
const SAMPLE_PATTERN = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?: |\{([a-zA-Z_][a-zA-Z0-9_]*)=)$/;
const MOST_SHOWN = 4;
const MOST_CHARACTERS = 120;
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
	hasLine(pattern) {
		const [, name, label] = SAMPLE_PATTERN.exec(pattern) ?? [];
		if (name === void 0) return this.#lines.some((line) => line.startsWith(pattern));
		return this.#samples.some((sample) => sample.name === name && (label === void 0 || sample.labels.has(label)));
	}
	valueOf(name, label) {
		const sample = this.#find(name, label);
		if (sample === void 0) return "absent";
		return String(this.#reading.numberOf?.(sample.value, name, label) ?? sample.value);
	}
	lineOf(name, label) {
		return this.#find(name, label)?.line ?? `${name} absent`;
	}
	linesAbout(name) {
		const comments = this.#lines.filter((line) => /^# (?:HELP|TYPE) /.test(line) && line.split(" ")[2] === name);
		return [...this.#samples.filter((sample) => sample.name === name).map(({ line }) => line), ...comments];
	}
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
	const shown = lines.slice(0, MOST_SHOWN).map((line) => line.slice(0, MOST_CHARACTERS));
	const more = lines.length - shown.length;
	return `${shown.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
function readSample(line) {
	const [, name, labels = "", value] = SAMPLE.exec(line) ?? [];
	if (name === void 0 || value === void 0) return [];
	const pairs = [...labels.matchAll(LABEL)].map(([, key = "", text = ""]) => [key, text]);
	return [{
		line,
		name,
		labels: new Map(pairs),
		value: Number(value)
	}];
}
// src/drill/created-series.ts
const SUFFIX = "_created";
const NAME = /^(?:# (?:HELP|TYPE) )?([a-zA-Z_:][a-zA-Z0-9_:]*)/;
function withoutCreated(text) {
	const lines = text.split("\n");
	const names = new Set(lines.flatMap((line) => nameIn(line)));
	const isCreated = (name) => {
		const base = name.slice(0, -8);
		return name.endsWith(SUFFIX) && (names.has(`${base}_total`) || names.has(`${base}_count`));
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
Object.defineProperty(exports, "ADVISED", {
	enumerable: true,
	get: function() {
		return ADVISED;
	}
});
Object.defineProperty(exports, "AT_ONCE", {
	enumerable: true,
	get: function() {
		return AT_ONCE;
	}
});
Object.defineProperty(exports, "FETCH_ERROR_REASONS", {
	enumerable: true,
	get: function() {
		return FETCH_ERROR_REASONS;
	}
});
Object.defineProperty(exports, "LAST_TS", {
	enumerable: true,
	get: function() {
		return LAST_TS;
	}
});
Object.defineProperty(exports, "MetricsText", {
	enumerable: true,
	get: function() {
		return MetricsText;
	}
});
Object.defineProperty(exports, "Settling", {
	enumerable: true,
	get: function() {
		return Settling;
	}
});
Object.defineProperty(exports, "TAKEN", {
	enumerable: true,
	get: function() {
		return TAKEN;
	}
});
Object.defineProperty(exports, "TAKEN_BY_ALL", {
	enumerable: true,
	get: function() {
		return TAKEN_BY_ALL;
	}
});
Object.defineProperty(exports, "UNNAMED_ROW", {
	enumerable: true,
	get: function() {
		return UNNAMED_ROW;
	}
});
Object.defineProperty(exports, "canonicalJson", {
	enumerable: true,
	get: function() {
		return canonicalJson;
	}
});
Object.defineProperty(exports, "canonicalString", {
	enumerable: true,
	get: function() {
		return canonicalString;
	}
});
Object.defineProperty(exports, "compareText", {
	enumerable: true,
	get: function() {
		return compareText;
	}
});
Object.defineProperty(exports, "escapeNonAscii", {
	enumerable: true,
	get: function() {
		return escapeNonAscii;
	}
});
Object.defineProperty(exports, "findingDeviations", {
	enumerable: true,
	get: function() {
		return findingDeviations;
	}
});
Object.defineProperty(exports, "hasGrace", {
	enumerable: true,
	get: function() {
		return hasGrace;
	}
});
Object.defineProperty(exports, "isSaid", {
	enumerable: true,
	get: function() {
		return isSaid;
	}
});
Object.defineProperty(exports, "namesNote", {
	enumerable: true,
	get: function() {
		return namesNote;
	}
});
Object.defineProperty(exports, "renderCheck", {
	enumerable: true,
	get: function() {
		return renderCheck;
	}
});
Object.defineProperty(exports, "whatWasThere", {
	enumerable: true,
	get: function() {
		return whatWasThere;
	}
});
Object.defineProperty(exports, "withoutCreated", {
	enumerable: true,
	get: function() {
		return withoutCreated;
	}
});
Object.defineProperty(exports, "wordIn", {
	enumerable: true,
	get: function() {
		return wordIn;
	}
});
