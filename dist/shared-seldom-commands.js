const require_field_reader = require("./shared-field-reader.js");
const require_parse_history = require("./shared-parse-history.js");
const require_cli = require("./cli.js");
const require_bundled_yaml = require("./shared-bundled-yaml.js");
const require_created_series = require("./shared-created-series.js");
const require_life_drill = require("./shared-life-drill.js");
const require_mismatch_rules = require("./shared-mismatch-rules.js");
const require_without_reply = require("./shared-without-reply.js");
let node_path = require("node:path");
// src/deployment/check/check.ts
function checksIn(section) {
	const make = (status) => (name, says, why = [], cure = null) => ({
		id: `${section}.${name}`,
		section,
		status,
		says,
		why,
		cure,
		isEssential: false
	});
	return {
		passed: make("passed"),
		failed: make("failed"),
		warned: make("warned"),
		skipped: make("skipped"),
		unseen: (name, says, why = []) => ({
			...make("skipped")(name, says, why),
			isEssential: true
		})
	};
}
function countsOf(checks) {
	const count = (wanted) => checks.filter(({ status }) => status === wanted).length;
	return {
		passed: count("passed"),
		failed: count("failed"),
		warned: count("warned"),
		skipped: count("skipped")
	};
}
function counted(count, one, many = `${one}s`) {
	return `${count} ${count === 1 ? one : many}`;
}
function few(items, most = 3) {
	const more = items.length - most;
	return items.slice(0, most).join(", ") + (more > 0 ? `, and ${more} more` : "");
}
// src/deployment/kept/metrics-file.ts
const RUN = "account_sync_drill_last_run_timestamp_seconds";
const SUCCESS = "account_sync_drill_last_success_timestamp_seconds";
const CHECKS = "account_sync_drill_checks";
const PAGE = "account_sync_drill_seconds_to_page";
const HELP = {
	[RUN]: "When the command last ran to its end.",
	[SUCCESS]: "When the command last ran with nothing failed.",
	[CHECKS]: "Checks of the last run, by result.",
	[PAGE]: "Seconds from a mismatch to its page at most, as the last run found them."
};
function writeMetricsFile(fs, path, run) {
	const written = (0, node_path.join)((0, node_path.dirname)(path), `.${(0, node_path.basename)(path)}.partial`);
	try {
		const before = fs.existsSync(path) ? fs.readFileSync(path, "utf8") : "";
		fs.writeFileSync(written, metricsText(before, run));
		fs.renameSync(written, path);
	} catch (cause) {
		throw new require_field_reader.DrillError("evidence_not_written", `--metrics-file ${require_field_reader.printable(path)}: ${require_field_reader.printable(require_field_reader.messageOf(cause))}`, { cause });
	}
}
function metricsText(before, { command, now, isSuccess, checks, estimate }) {
	const seconds = String(Math.floor(now / 1e3));
	const samples = samplesOf(before);
	for (const key of [...samples.keys()]) if (key.startsWith(`${CHECKS}{command="${command}"`)) samples.delete(key);
	samples.set(`${RUN}{command="${command}"}`, seconds);
	if (isSuccess) samples.set(`${SUCCESS}{command="${command}"}`, seconds);
	for (const [result, count] of Object.entries(countsOf(checks))) samples.set(`${CHECKS}{command="${command}",result="${result}"}`, String(count));
	samples.delete(PAGE);
	if (estimate !== null) samples.set(PAGE, String(Math.round(estimate.most)));
	return `${Object.keys(HELP).flatMap((name) => {
		const own = [...samples].filter(([key]) => key.replace(/\{.*/, "") === name).sort();
		if (own.length === 0) return [];
		return [
			`# HELP ${name} ${HELP[name]}`,
			`# TYPE ${name} gauge`,
			...own.map(([key, value]) => `${key} ${value}`)
		];
	}).join("\n")}\n`;
}
const SAMPLE$1 = /^(account_sync_drill_[a-z_]+(?:\{[a-z]+="[a-z]+"(?:,[a-z]+="[a-z]+")?\})?) ([0-9]{1,12})$/gm;
function samplesOf(text) {
	return new Map([...text.matchAll(SAMPLE$1)].map(([, key = "", value = ""]) => [key, value]));
}
// src/deployment/http/answer.ts
var BrokenAnswer = class extends Error {
	refusal;
	constructor(refusal) {
		super(refusal.why);
		this.refusal = refusal;
	}
};
function wasRead(read) {
	return "value" in read;
}
function valueOr(read, otherwise) {
	return wasRead(read) ? read.value : otherwise;
}
function readText(answer, parse) {
	if (!("status" in answer)) return { refusal: answer };
	const refusal = refusalOf(answer);
	if (refusal !== null) return { refusal };
	try {
		return { value: parse(answer.body) };
	} catch (error) {
		if (error instanceof BrokenAnswer) return { refusal: error.refusal };
		return { refusal: {
			kind: "odd",
			why: `answered what cannot be read: ${require_field_reader.printable(require_field_reader.messageOf(error))}`
		} };
	}
}
function readJson(answer, parse) {
	return readText(answer, (text) => {
		const problems = [];
		const value = parse(parsed$1(text), problems);
		const [first] = problems;
		if (first === void 0) return value;
		const more = problems.length > 1 ? `, and ${problems.length - 1} more` : "";
		throw new BrokenAnswer({
			kind: "odd",
			why: `answered JSON of another shape: ${require_field_reader.printable(first)}${more}`
		});
	});
}
function dataOf(document, problems) {
	const reader = new require_field_reader.FieldReader(document, "", problems);
	reader.oneOf("status", ["success"]);
	return reader.raw("data");
}
function parsed$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		throw new BrokenAnswer({
			kind: "odd",
			why: "answered text that is not JSON"
		});
	}
}
function refusalOf({ status, headers, body }) {
	const isHtml = /^text\/html/i.test(headers["content-type"] ?? "") || /^\s*</.test(body);
	if (status >= 300 && status < 400) return {
		kind: "odd",
		why: `answered ${status}, a redirect to ${withoutQuery(require_field_reader.printable(headers.location ?? "nowhere").slice(0, 200))}, which is not followed`
	};
	if (status === 401 || status === 403) return {
		kind: "denied",
		why: `answered ${status}: it wants other credentials (--http-config)`
	};
	if (status === 404 || status === 405 || status === 501) return {
		kind: "missing",
		why: `answered ${status}: no such page (is a path prefix missing in the URL, or one too many?)`
	};
	if (status !== 200) return failureOf(status, body);
	return isHtml ? {
		kind: "odd",
		why: "answered HTML (a login page?)"
	} : null;
}
function failureOf(status, body) {
	try {
		const error = JSON.parse(body);
		if (require_field_reader.isRecord(error) && error.status === "error" && typeof error.error === "string") return {
			kind: "failed",
			why: `answered ${status}: ${require_field_reader.printable(error.error).slice(0, 200)}`
		};
	} catch {}
	return {
		kind: "odd",
		why: `answered ${status}`
	};
}
function withoutQuery(location) {
	return location.replace(/[?#].*$/s, "").replace(/\/\/[^/@]*@/, "//");
}
// src/deployment/counter-text.ts
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+)?\s*$/;
const LABEL = /(?<![a-zA-Z0-9_])([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;
const NEEDED = /^(?:prometheus_notifications_|prometheus_rule_group_iterations_missed_|alertmanager_)/;
function counterText(text) {
	if (!/^# (?:HELP|TYPE) /m.test(text)) throw new BrokenAnswer({
		kind: "odd",
		why: "answered text that is no metrics"
	});
	const lines = text.split("\n").filter((line) => NEEDED.test(line)).flatMap(readLine);
	const matching = (name, labels) => lines.filter((line) => line.name === name && Object.entries(labels).every(([label, value]) => line.labels[label] === value));
	return {
		sum(name, labels = {}) {
			const found = matching(name, labels);
			return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0);
		},
		values: (name, label) => [...new Set(matching(name, {}).flatMap(({ labels }) => labels[label] ?? []))]
	};
}
function readLine(line) {
	const [, name, labels = "", value] = SAMPLE.exec(line) ?? [];
	if (name === void 0 || value === void 0 || Number.isNaN(Number(value))) return [];
	const pairs = [...labels.matchAll(LABEL)].map(([, key = "", text = ""]) => [key, unescaped$1(text)]);
	return [{
		name,
		labels: Object.fromEntries(pairs),
		value: Number(value)
	}];
}
function unescaped$1(text) {
	return text.replace(/\\(.)/g, (_, character) => character === "n" ? "\n" : character);
}
// src/deployment/server-fields.ts
function looseText(reader, name) {
	const value = reader.raw(name);
	if (value === void 0 || value === null) return "";
	return typeof value === "string" ? value : reader.refuse(name, "expected text", "");
}
function looseNumber(reader, name) {
	const value = reader.raw(name);
	if (value === void 0 || value === null) return 0;
	return typeof value === "number" && Number.isFinite(value) ? value : reader.refuse(name, "expected a number", 0);
}
function looseRows(reader, name, read) {
	const value = reader.raw(name);
	return value === void 0 || value === null ? [] : reader.rows(name, read);
}
function labelsIn(reader, name) {
	const value = reader.raw(name);
	if (value === void 0 || value === null) return {};
	if (!require_field_reader.isRecord(value)) return reader.refuse(name, "expected labels", {});
	const labels = {};
	for (const [label, text] of Object.entries(value)) if (typeof text === "string") labels[label] = text;
	else reader.refuse(name, `expected text for the label ${label}`, {});
	return labels;
}
function goTime(text) {
	const ms = Date.parse(text);
	return Number.isNaN(ms) || ms < 0 ? null : ms;
}
// src/deployment/prometheus/prometheus-duration.ts
const UNITS$1 = {
	y: 31536e3,
	w: 604800,
	d: 86400,
	h: 3600,
	m: 60,
	s: 1,
	ms: .001
};
const WHOLE = /^(?:\d+(?:ms|[ywdhms]))+$/;
function printedSeconds(text) {
	if (text === "0") return 0;
	if (!WHOLE.test(text)) return null;
	return [...text.matchAll(/(\d+)(ms|[ywdhms])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * (isUnit(unit) ? UNITS$1[unit] : NaN), 0);
}
function durationText(seconds) {
	const whole = Math.round(seconds * 1e3) / 1e3;
	if (whole < 60) return `${whole}s`;
	return [
		[Math.floor(whole / 86400), "d"],
		[Math.floor(whole % 86400 / 3600), "h"],
		[Math.floor(whole % 3600 / 60), "m"],
		[Math.round(whole % 60), "s"]
	].flatMap(([count, unit]) => count === 0 ? [] : [`${count}${unit}`]).join("");
}
function isUnit(unit) {
	return unit !== void 0 && unit in UNITS$1;
}
// src/deployment/prometheus/prometheus-answers.ts
function version$1(document, problems) {
	return new require_field_reader.FieldReader(dataOf(document, problems), "data", problems).text("version");
}
function targets(document, problems) {
	return new require_field_reader.FieldReader(dataOf(document, problems), "data", problems).rows("activeTargets", (row, path) => {
		const target = new require_field_reader.FieldReader(row, path, problems);
		return {
			labels: labelsIn(target, "labels"),
			health: target.text("health"),
			lastError: looseText(target, "lastError"),
			interval: printedSeconds(looseText(target, "scrapeInterval")),
			url: looseText(target, "scrapeUrl")
		};
	});
}
function vector(document, problems) {
	const data = new require_field_reader.FieldReader(dataOf(document, problems), "data", problems);
	data.oneOf("resultType", ["vector"]);
	return data.rows("result", (row, path) => {
		const sample = new require_field_reader.FieldReader(row, path, problems);
		const pair = sample.raw("value");
		const text = Array.isArray(pair) ? pair[1] : void 0;
		const value = typeof text === "string" ? Number(text.replace("Inf", "Infinity")) : NaN;
		if (typeof text !== "string") sample.refuse("value", "expected a time and a value", 0);
		return {
			labels: labelsIn(sample, "metric"),
			value
		};
	});
}
function ruleGroups(document, problems) {
	return new require_field_reader.FieldReader(dataOf(document, problems), "data", problems).rows("groups", (row, path) => {
		const group = new require_field_reader.FieldReader(row, path, problems);
		return {
			name: group.text("name"),
			interval: looseNumber(group, "interval"),
			evaluationTime: looseNumber(group, "evaluationTime"),
			lastEvaluation: goTime(looseText(group, "lastEvaluation")),
			rules: looseRows(group, "rules", (rule, at) => loadedRule(new require_field_reader.FieldReader(rule, at, problems)))
		};
	});
}
function loadedRule(rule) {
	return {
		name: rule.text("name"),
		query: rule.text("query"),
		for: looseNumber(rule, "duration"),
		keepFiringFor: rule.raw("keepFiringFor") === void 0 ? null : looseNumber(rule, "keepFiringFor"),
		labels: labelsIn(rule, "labels"),
		health: looseText(rule, "health"),
		lastError: looseText(rule, "lastError"),
		state: looseText(rule, "state")
	};
}
function alertmanagerUrls(document, problems) {
	return looseRows(new require_field_reader.FieldReader(dataOf(document, problems), "data", problems), "activeAlertmanagers", (row, path) => new require_field_reader.FieldReader(row, path, problems).text("url"));
}
function configYaml(document, problems) {
	return looseText(new require_field_reader.FieldReader(dataOf(document, problems), "data", problems), "yaml");
}
function runtime(document, problems) {
	const data = new require_field_reader.FieldReader(dataOf(document, problems), "data", problems);
	return {
		isConfigLoaded: data.boolean("reloadConfigSuccess"),
		configTime: looseText(data, "lastConfigTime"),
		startedAt: goTime(looseText(data, "startTime"))
	};
}
// src/deployment/prometheus/read-prometheus.ts
async function readPrometheus(ask, questions) {
	const { url, prefix, metrics, clock } = questions;
	const get = (path) => ask({
		url: `${url}${path}`,
		trusted: true
	});
	const query = (expression) => get(`/api/v1/query?query=${encodeURIComponent(expression)}`);
	const wall = `${prefix}_last_wall_ts`;
	const askedAt = clock();
	const [build, targets$1, series, clocks, rules, alertmanagers, config, runtime$1, counters] = await Promise.all([
		get("/api/v1/status/buildinfo"),
		get("/api/v1/targets?state=active"),
		query(`{__name__=~"${metrics.join("|")}"}`),
		query(`(${wall} > 0) / 1000 + ${prefix}_age_seconds - timestamp(${wall})`),
		get("/api/v1/rules?type=alert"),
		get("/api/v1/alertmanagers"),
		get("/api/v1/status/config"),
		get("/api/v1/status/runtimeinfo"),
		get("/metrics")
	]);
	const clockAheadMs = clockAhead(rules, askedAt, clock());
	const samples = readJson(series, vector);
	const strangers = "value" in samples && samples.value.length === 0 ? readJson(await query("count by (__name__, job, instance) ({__name__=~\".*account_sync_last_wall_ts\"})"), vector) : { value: [] };
	return {
		url,
		version: readJson(build, version$1),
		targets: readJson(targets$1, targets),
		series: samples,
		clocks: readJson(clocks, vector),
		strangers,
		groups: readJson(rules, ruleGroups),
		alertmanagers: readJson(alertmanagers, alertmanagerUrls),
		config: readJson(config, configYaml),
		runtime: readJson(runtime$1, runtime),
		counters: readText(counters, counterText),
		clockAheadMs,
		now: clockAheadMs === null ? null : clock() + clockAheadMs
	};
}
function clockAhead(answer, askedAt, answeredAt) {
	if (!("status" in answer)) return null;
	const date = Date.parse(answer.headers.date ?? "");
	if (Number.isNaN(date)) return null;
	if (date > answeredAt) return date - answeredAt;
	return date + 1e3 < askedAt ? date + 1e3 - askedAt : 0;
}
// src/deployment/routing/go-regexp/syntax.ts
var PatternProblem = class extends Error {};
const LAST_CODE_POINT = 1114111;
function rangeSet(from, to, fold = false) {
	return {
		items: [{
			kind: "range",
			from,
			to
		}],
		negated: false,
		fold
	};
}
const NO_CHARACTERS = {
	kind: "sequence",
	items: []
};
// src/deployment/routing/go-regexp/named-sets.ts
const POSIX = {
	alnum: "09AZaz",
	alpha: "AZaz",
	ascii: "\0",
	blank: "		  ",
	cntrl: "\0",
	digit: "09",
	graph: "!~",
	lower: "az",
	print: " ~",
	punct: "!/:@[`{~",
	space: "	\r  ",
	upper: "AZ",
	word: "09AZaz__",
	xdigit: "09AFaf"
};
const PERL = {
	d: "09",
	s: "	\n\f\r  ",
	w: "09AZaz__"
};
function takePerlClass(cursor, fold) {
	if (cursor.peek() !== "\\") return void 0;
	const letter = cursor.peek(1);
	const pairs = PERL[letter.toLowerCase()];
	if (pairs === void 0) return void 0;
	cursor.take(`\\${letter}`);
	return {
		items: ranges(pairs),
		negated: letter !== letter.toLowerCase(),
		fold
	};
}
function takePosixClass(cursor, fold) {
	const from = cursor.position;
	if (!cursor.take("[:")) return void 0;
	const name = cursor.takeUntil(":]");
	if (name === void 0) {
		cursor.reset(from);
		return;
	}
	const pairs = POSIX[name.replace(/^\^/, "")];
	if (pairs === void 0) throw new PatternProblem(`[:${name}:] is no class`);
	return {
		items: ranges(pairs),
		negated: name.startsWith("^"),
		fold
	};
}
function takeUnicodeClass(cursor, fold) {
	const isLower = cursor.take("\\p");
	if (!isLower && !cursor.take("\\P")) return void 0;
	const name = cursor.take("{") ? cursor.takeUntil("}") : cursor.next();
	if (name === void 0) throw new PatternProblem("\\p{ has no end");
	const negated = name.startsWith("^") === isLower;
	return {
		items: [{
			kind: "property",
			name: name.replace(/^\^/, "")
		}],
		negated,
		fold
	};
}
function ranges(pairs) {
	return Array.from({ length: pairs.length / 2 }, (_, index) => ({
		kind: "range",
		from: pairs.charCodeAt(2 * index),
		to: pairs.charCodeAt(2 * index + 1)
	}));
}
// src/deployment/routing/go-regexp/parse-escape.ts
const CONTROL = {
	a: 7,
	f: 12,
	n: 10,
	r: 13,
	t: 9,
	v: 11
};
const OCTAL = /^[0-7]$/;
const HEX = /^[0-9A-Fa-f]$/;
function parseEscapedCharacter(cursor) {
	const character = cursor.next();
	const control = CONTROL[character];
	if (control !== void 0) return control;
	if (character === "x") return hexadecimal(cursor);
	if (OCTAL.test(character)) return octal(character, cursor);
	if (/^[\0-\x7f]$/.test(character) && !/^[0-9A-Za-z]$/.test(character)) return codePointOf(character);
	throw new PatternProblem(`\\${character} is no escape`);
}
function octal(first, cursor) {
	if (first !== "0" && !OCTAL.test(cursor.peek())) throw new PatternProblem(`\\${first} is no escape`);
	return Number.parseInt(first + cursor.takeWhile((next) => OCTAL.test(next), 2), 8);
}
function hexadecimal(cursor) {
	const inBraces = cursor.take("{");
	const digits = cursor.takeWhile((next) => HEX.test(next), inBraces ? void 0 : 2);
	const isWhole = inBraces ? digits !== "" && cursor.take("}") : digits.length === 2;
	const value = Number.parseInt(digits, 16);
	if (!isWhole || value > 1114111) throw new PatternProblem("\\x has no number");
	return value;
}
function codePointOf(character) {
	return character.codePointAt(0) ?? 0;
}
// src/deployment/routing/go-regexp/parse-brackets.ts
function parseBrackets(cursor, fold) {
	const negated = cursor.take("^");
	const items = [];
	do
		items.push(parseItem(cursor, fold));
	while (!cursor.take("]"));
	return {
		items,
		negated,
		fold
	};
}
function parseItem(cursor, fold) {
	const set = takePosixClass(cursor, fold) ?? takeUnicodeClass(cursor, fold) ?? takePerlClass(cursor, fold);
	if (set !== void 0) return {
		kind: "set",
		set
	};
	const from = parseCharacter(cursor);
	if (cursor.peek() !== "-" || cursor.peek(1) === "]" || cursor.peek(1) === "") return {
		kind: "range",
		from,
		to: from
	};
	cursor.take("-");
	const to = parseCharacter(cursor);
	if (to < from) throw new PatternProblem("a range in brackets ends before it begins");
	return {
		kind: "range",
		from,
		to
	};
}
function parseCharacter(cursor) {
	return cursor.take("\\") ? parseEscapedCharacter(cursor) : codePointOf(cursor.next());
}
// src/deployment/routing/go-regexp/parse-group-head.ts
const FLAG_NAMES = {
	i: "fold",
	m: "multiLine",
	s: "dotAll",
	U: "ungreedy"
};
function parseGroupHead(cursor, flags, names) {
	if (!cursor.take("?")) return numbered(void 0, flags, names);
	if (cursor.take("P<") || cursor.take("<")) {
		const name = cursor.takeUntil(">") ?? "";
		if (!/^[0-9A-Za-z_]+$/.test(name) || names.includes(name)) throw new PatternProblem("a group has a name that it cannot have");
		return numbered(name, flags, names);
	}
	return parseFlags(cursor, flags);
}
function numbered(name, flags, names) {
	return {
		kind: "group",
		flags,
		index: names.push(name) - 1
	};
}
function parseFlags(cursor, outer) {
	const letters = cursor.takeWhile((character) => /^[imsU-]$/.test(character));
	const [, on, off] = /^([imsU]*)(?:-([imsU]+))?$/.exec(letters) ?? [];
	if (on === void 0) throw new PatternProblem("a group begins with flags that are not known");
	const flags = { ...outer };
	for (const letter of on) Object.assign(flags, flag(letter, true));
	for (const letter of off ?? "") Object.assign(flags, flag(letter, false));
	if (cursor.take(":")) return {
		kind: "group",
		flags,
		index: void 0
	};
	if (cursor.take(")")) return {
		kind: "flags",
		flags
	};
	throw new PatternProblem("a group begins with flags that are not known");
}
function flag(letter, value) {
	const name = FLAG_NAMES[letter];
	return name === void 0 ? {} : { [name]: value };
}
// src/deployment/routing/go-regexp/parse-repetition.ts
const MOST_TIMES = 1e3;
function takeRepetition(cursor, ungreedy) {
	const times = takeTimes(cursor);
	if (times === void 0) return void 0;
	const greedy = cursor.take("?") === ungreedy;
	const before = cursor.position;
	if (takeTimes(cursor) !== void 0) throw new PatternProblem("a repetition is repeated");
	cursor.reset(before);
	return {
		...times,
		greedy
	};
}
function takeTimes(cursor) {
	if (cursor.take("*")) return {
		least: 0,
		most: Number.POSITIVE_INFINITY
	};
	if (cursor.take("+")) return {
		least: 1,
		most: Number.POSITIVE_INFINITY
	};
	if (cursor.take("?")) return {
		least: 0,
		most: 1
	};
	return takeCounts(cursor);
}
function takeCounts(cursor) {
	const from = cursor.position;
	const inBraces = cursor.take("{") ? cursor.takeWhile((next) => /^[0-9,]$/.test(next)) : "";
	const [, low, comma, high] = /^(0|[1-9][0-9]*)(?:(,)(0|[1-9][0-9]*)?)?$/.exec(inBraces) ?? [];
	if (low === void 0 || !cursor.take("}")) {
		cursor.reset(from);
		return;
	}
	const least = Number(low);
	const most = comma !== void 0 && high === void 0 ? Number.POSITIVE_INFINITY : Number(high ?? low);
	if ((most === Number.POSITIVE_INFINITY ? least : most) > MOST_TIMES || least > most) throw new PatternProblem(`{${inBraces}} is no repetition`);
	return {
		least,
		most
	};
}
// src/deployment/routing/go-regexp/pattern-cursor.ts
var PatternCursor = class {
	#characters;
	#at = 0;
	constructor(text) {
		this.#characters = [...text];
	}
	get atEnd() {
		return this.#at >= this.#characters.length;
	}
	get position() {
		return this.#at;
	}
	reset(position) {
		this.#at = position;
	}
	peek(ahead = 0) {
		return this.#characters[this.#at + ahead] ?? "";
	}
	next() {
		const character = this.peek();
		if (character === "") throw new PatternProblem("it ends too early");
		this.#at++;
		return character;
	}
	take(text) {
		const characters = [...text];
		if (!characters.every((character, ahead) => this.peek(ahead) === character)) return false;
		this.#at += characters.length;
		return true;
	}
	takeWhile(fits, most = Number.POSITIVE_INFINITY) {
		let taken = "";
		for (let count = 0; count < most && !this.atEnd && fits(this.peek()); count++) taken += this.next();
		return taken;
	}
	takeUntil(text) {
		const from = this.#at;
		let taken = "";
		while (!this.atEnd) {
			if (this.take(text)) return taken;
			taken += this.next();
		}
		this.#at = from;
	}
	rest() {
		return this.takeWhile(() => true);
	}
};
// src/deployment/routing/go-regexp/parse-pattern.ts
const DEEPEST$1 = 1e3;
const NOTHING_TO_REPEAT = "a repetition has nothing to repeat";
const NO_FLAGS = {
	fold: false,
	multiLine: false,
	dotAll: false,
	ungreedy: false
};
const NEWLINE = codePointOf("\n");
const ANY = rangeSet(0, LAST_CODE_POINT);
const ANY_BUT_NEWLINE = {
	...rangeSet(NEWLINE, NEWLINE),
	negated: true
};
const PLACES = {
	A: "start of text",
	z: "end of text",
	b: "word boundary",
	B: "no word boundary"
};
function parsePattern(source) {
	return new PatternParser(source).parse();
}
var PatternParser = class {
	#cursor;
	#groupNames = [void 0];
	constructor(source) {
		this.#cursor = new PatternCursor(source);
	}
	parse() {
		const root = this.#either(NO_FLAGS, 0);
		if (!this.#cursor.atEnd) throw new PatternProblem("it has a ) too many");
		return {
			root,
			groupNames: this.#groupNames
		};
	}
	#either(outer, depth) {
		if (depth > DEEPEST$1) throw new PatternProblem("it nests too deep");
		let flags = outer;
		const branches = [[]];
		while (!this.#cursor.atEnd && this.#cursor.peek() !== ")") {
			if (this.#cursor.take("|")) {
				branches.push([]);
				continue;
			}
			const head = this.#cursor.take("(") ? parseGroupHead(this.#cursor, flags, this.#groupNames) : void 0;
			if (head?.kind === "flags") flags = head.flags;
			else branches.at(-1)?.push(...this.#repeated(head, flags, depth));
		}
		const [first, ...others] = branches.map(sequence);
		return first === void 0 || others.length > 0 ? {
			kind: "either",
			branches: branches.map(sequence)
		} : first;
	}
	#repeated(head, flags, depth) {
		const items = head === void 0 ? this.#items(flags) : [this.#group(head, depth)];
		const repetition = takeRepetition(this.#cursor, flags.ungreedy);
		if (repetition === void 0) return items;
		const item = items.pop();
		if (item === void 0) throw new PatternProblem(NOTHING_TO_REPEAT);
		return [...items, {
			kind: "repeat",
			item,
			...repetition
		}];
	}
	#group(head, depth) {
		const item = this.#either(head.flags, depth + 1);
		if (!this.#cursor.take(")")) throw new PatternProblem("a ) is missing");
		return head.index === void 0 ? item : {
			kind: "group",
			index: head.index,
			item
		};
	}
	#items(flags) {
		const cursor = this.#cursor;
		if (takeRepetition(cursor, false) !== void 0) throw new PatternProblem(NOTHING_TO_REPEAT);
		if (cursor.take("\\Q")) return [...cursor.takeUntil("\\E") ?? cursor.rest()].map((character) => literal(codePointOf(character), flags));
		const set = takeUnicodeClass(cursor, flags.fold) ?? takePerlClass(cursor, flags.fold);
		if (set !== void 0) return [{
			kind: "char",
			set
		}];
		return [this.#single(cursor.next(), flags)];
	}
	#single(character, flags) {
		switch (character) {
			case "^": return {
				kind: "place",
				place: flags.multiLine ? "start of line" : "start of text"
			};
			case "$": return {
				kind: "place",
				place: flags.multiLine ? "end of line" : "end of text"
			};
			case ".": return {
				kind: "char",
				set: flags.dotAll ? ANY : ANY_BUT_NEWLINE
			};
			case "[": return {
				kind: "char",
				set: parseBrackets(this.#cursor, flags.fold)
			};
			case "\\": return this.#escape(flags);
			default: return literal(codePointOf(character), flags);
		}
	}
	#escape(flags) {
		const place = PLACES[this.#cursor.peek()];
		if (place === void 0) return literal(parseEscapedCharacter(this.#cursor), flags);
		this.#cursor.next();
		return {
			kind: "place",
			place
		};
	}
};
function literal(codePoint, flags) {
	return {
		kind: "char",
		set: rangeSet(codePoint, codePoint, flags.fold)
	};
}
function sequence(items) {
	const [first, second] = items;
	if (first === void 0) return NO_CHARACTERS;
	return second === void 0 ? first : {
		kind: "sequence",
		items
	};
}
// src/deployment/routing/go-regexp/program.ts
const MOST_STEPS = 5e4;
function compileProgram({ root, groupNames }) {
	const compiler = new Compiler();
	const start = compiler.compile({
		kind: "group",
		index: 0,
		item: root
	}, compiler.add({ kind: "match" }));
	return {
		steps: compiler.steps,
		start,
		groupNames
	};
}
var Compiler = class {
	steps = [];
	add(step) {
		if (this.steps.length >= MOST_STEPS) throw new PatternProblem("it is too large");
		return this.steps.push(step) - 1;
	}
	compile(node, next) {
		switch (node.kind) {
			case "char": return this.add({
				kind: "char",
				set: node.set,
				next
			});
			case "place": return this.add({
				kind: "place",
				place: node.place,
				next
			});
			case "sequence": return node.items.reduceRight((after, item) => this.compile(item, after), next);
			case "either": return this.#either(node.branches, next);
			case "group": {
				const end = this.add({
					kind: "save",
					slot: 2 * node.index + 1,
					next
				});
				return this.add({
					kind: "save",
					slot: 2 * node.index,
					next: this.compile(node.item, end)
				});
			}
			case "repeat": return this.#repeat(node, next);
		}
	}
	#either(branches, next) {
		return branches.map((branch) => this.compile(branch, next)).reduceRight((second, first) => this.add({
			kind: "split",
			first,
			second
		}));
	}
	#repeat({ item, least, most, greedy }, next) {
		const isEndless = most === Number.POSITIVE_INFINITY;
		let start = isEndless ? this.#endless(item, least, greedy, next) : next;
		for (let count = least; count < most && !isEndless; count++) start = this.#choice(this.compile(item, start), next, greedy);
		const copies = isEndless ? Math.max(least - 1, 0) : least;
		for (let count = 0; count < copies; count++) start = this.compile(item, start);
		return start;
	}
	#endless(item, least, greedy, next) {
		const loop = this.add({ kind: "match" });
		const start = this.compile(item, loop);
		this.steps[loop] = split(start, next, greedy);
		if (least > 0) return start;
		return canBeEmpty(item) ? this.#choice(start, next, greedy) : loop;
	}
	#choice(taken, skipped, greedy) {
		return this.add(split(taken, skipped, greedy));
	}
};
function split(taken, skipped, greedy) {
	return greedy ? {
		kind: "split",
		first: taken,
		second: skipped
	} : {
		kind: "split",
		first: skipped,
		second: taken
	};
}
function canBeEmpty(node) {
	switch (node.kind) {
		case "char": return false;
		case "place": return true;
		case "sequence": return node.items.every(canBeEmpty);
		case "either": return node.branches.some(canBeEmpty);
		case "group": return canBeEmpty(node.item);
		case "repeat": return node.least === 0 || canBeEmpty(node.item);
	}
}
// src/deployment/routing/go-regexp/unicode-property.ts
const CATEGORY = /^(?:C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;
const SCRIPT = /^[A-Z][A-Za-z]*(?:_[A-Z][A-Za-z]*)*$/;
function characterHasProperty(name, character) {
	if (name === "Any") return true;
	const property = CATEGORY.test(name) ? `General_Category=${name}` : `Script=${name}`;
	if (!CATEGORY.test(name) && !SCRIPT.test(name)) return void 0;
	try {
		return new RegExp(`^\\p{${property}}$`, "u").test(character);
	} catch {
		return;
	}
}
// src/deployment/routing/go-regexp/char-set.ts
const LAST_ASCII$1 = 127;
const LAST_SETTLED = 1327;
const UNSETTLED = 661;
const KELVIN = 8490;
const LONG_S = 383;
function setHas(set, codePoint) {
	let has = false;
	for (const item of set.items) {
		const found = itemHas(item, codePoint, set.fold);
		if (found) return !set.negated;
		if (found === void 0) has = void 0;
	}
	return has === void 0 ? void 0 : set.negated;
}
function itemHas(item, codePoint, fold) {
	switch (item.kind) {
		case "set": return setHas(item.set, codePoint);
		case "property": return propertyHas(item.name, codePoint, fold);
		case "range":
			if (codePoint >= item.from && codePoint <= item.to) return true;
			return fold ? foldedRangeHas(item.from, item.to, codePoint) : false;
	}
}
function propertyHas(name, codePoint, fold) {
	if (name === "Any") return true;
	if (codePoint > (fold ? LAST_ASCII$1 : LAST_SETTLED) || codePoint === UNSETTLED) return void 0;
	const character = String.fromCodePoint(codePoint);
	const found = characterHasProperty(name, character);
	return found || !fold ? found : characterHasProperty(name, otherCase(character));
}
function foldedRangeHas(from, to, codePoint) {
	const isInRange = (other) => other >= from && other <= to;
	if (codePoint <= LAST_ASCII$1 || codePoint === KELVIN || codePoint === LONG_S) return othersOfAscii(codePoint).some(isInRange);
	if (to <= LAST_ASCII$1) return false;
	if (codePoint > LAST_SETTLED || to > LAST_SETTLED) return void 0;
	return new RegExp(`^[\\u{${from.toString(16)}}-\\u{${to.toString(16)}}]$`, "iu").test(String.fromCodePoint(codePoint));
}
function othersOfAscii(codePoint) {
	if (codePoint === KELVIN) return othersOfAscii(107).concat(107);
	if (codePoint === LONG_S) return othersOfAscii(115).concat(115);
	const character = String.fromCodePoint(codePoint);
	const others = [otherCase(character).charCodeAt(0)];
	if (/k/i.test(character)) others.push(KELVIN);
	if (/s/i.test(character)) others.push(LONG_S);
	return others;
}
function otherCase(character) {
	const upper = character.toUpperCase();
	return upper === character ? character.toLowerCase() : upper;
}
// src/deployment/routing/go-regexp/standing.ts
function standsAt(place, { characters, at }) {
	const [before, after] = [characters[at - 1], characters[at]];
	switch (place) {
		case "start of text": return before === void 0;
		case "end of text": return after === void 0;
		case "start of line": return before === void 0 || before === "\n";
		case "end of line": return after === void 0 || after === "\n";
		case "word boundary": return isOfWord(before) !== isOfWord(after);
		case "no word boundary": return isOfWord(before) === isOfWord(after);
	}
}
function isOfWord(character) {
	return character !== void 0 && /^[0-9A-Za-z_]$/.test(character);
}
// src/deployment/routing/go-regexp/run-program.ts
const MOST_WORK = 5e6;
function matchText(program, text) {
	const findings = find(program, [...text], false);
	if (findings?.least !== void 0) return "yes";
	return findings !== void 0 && findings.most === void 0 ? "no" : "cannot tell";
}
function captureText(program, text) {
	const characters = [...text];
	const findings = find(program, characters, true);
	if (findings === void 0) return "cannot tell";
	const { least, most } = findings;
	if (most === void 0) return "no";
	return program.groupNames.every((_, index) => least?.[2 * index] === most[2 * index] && least?.[2 * index + 1] === most[2 * index + 1]) ? capturesOf(most, characters, program) : "cannot tell";
}
function find(program, characters, catches) {
	if (program.steps.length * (characters.length + 1) * (catches ? program.groupNames.length : 1) > MOST_WORK) return void 0;
	const run = new Run(program, characters, catches);
	const least = run.search(false);
	return {
		least,
		most: run.doubted ? run.search(true) : least
	};
}
var Run = class {
	#program;
	#characters;
	#catches;
	doubted = false;
	#seen = new Set();
	constructor(program, characters, catches) {
		this.#program = program;
		this.#characters = characters;
		this.#catches = catches;
	}
	search(whenInDoubt) {
		let threads = [];
		let found;
		for (let at = 0; at <= this.#characters.length; at++) {
			const starts = threads.map(({ step, slots }) => ({
				number: step.next,
				slots
			}));
			if (found === void 0) starts.push({
				number: this.#program.start,
				slots: []
			});
			const { match, waiting } = this.#advance(starts, at);
			found = match ?? found;
			threads = this.#survivors(waiting, at, whenInDoubt);
			if (found !== void 0 && threads.length === 0) break;
		}
		return found;
	}
	#advance(starts, at) {
		this.#seen = new Set();
		const waiting = [];
		for (const start of starts) {
			const match = this.#follow(start, {
				characters: this.#characters,
				at
			}, waiting);
			if (match !== void 0) return {
				match,
				waiting
			};
		}
		return {
			match: void 0,
			waiting
		};
	}
	#survivors(waiting, at, whenInDoubt) {
		const codePoint = this.#characters[at]?.codePointAt(0);
		if (codePoint === void 0) return [];
		return waiting.filter(({ step }) => {
			const has = setHas(step.set, codePoint);
			if (has === void 0) this.doubted = true;
			return has ?? whenInDoubt;
		});
	}
	#follow(start, standing, waiting) {
		const open = [start];
		for (let top = open.pop(); top !== void 0; top = open.pop()) {
			const step = this.#program.steps[top.number];
			if (step === void 0 || this.#seen.has(top.number)) continue;
			this.#seen.add(top.number);
			if (step.kind === "match") return top.slots;
			if (step.kind === "char") waiting.push({
				step,
				slots: top.slots
			});
			else if (step.kind === "save" && !this.#catches) open.push({
				number: step.next,
				slots: top.slots
			});
			else open.push(...successors(step, top.slots, standing));
		}
	}
};
function successors(step, slots, standing) {
	switch (step.kind) {
		case "split": return [{
			number: step.second,
			slots
		}, {
			number: step.first,
			slots
		}];
		case "save": {
			const saved = [...slots];
			saved[step.slot] = standing.at;
			return [{
				number: step.next,
				slots: saved
			}];
		}
		case "place": return standsAt(step.place, standing) ? [{
			number: step.next,
			slots
		}] : [];
	}
}
function capturesOf(slots, characters, { groupNames }) {
	const byNumber = groupNames.map((_, index) => {
		const [from, to] = [slots[2 * index], slots[2 * index + 1]];
		return from === void 0 || to === void 0 ? void 0 : characters.slice(from, to).join("");
	});
	const byName = new Map();
	for (const [index, name] of groupNames.entries()) if (name !== void 0) byName.set(name, byNumber[index]);
	return {
		byNumber,
		byName
	};
}
// src/deployment/routing/go-regexp/go-regexp.ts
const LONGEST_PATTERN$1 = 1e4;
function compileGoRegexp(source, { dotAll = false } = {}) {
	const program = tryToCompile(source, dotAll);
	if (typeof program === "string") return {
		source,
		problem: program,
		matches: () => "cannot tell",
		captures: () => "cannot tell"
	};
	return {
		source,
		problem: void 0,
		matches: (text) => matchText(program, text),
		captures: (text) => captureText(program, text)
	};
}
function tryToCompile(source, dotAll) {
	if (source.length > LONGEST_PATTERN$1) return `it is longer than ${LONGEST_PATTERN$1} characters`;
	try {
		return compileProgram(parsePattern(`^(?${dotAll ? "s" : ""}:${source})$`));
	} catch (thrown) {
		if (thrown instanceof PatternProblem) return require_field_reader.messageOf(thrown);
		throw thrown;
	}
}
// src/deployment/routing/labels.ts
function labelOf(labels, name) {
	return Object.hasOwn(labels, name) ? labels[name] ?? "" : "";
}
function labelsText(labels) {
	return `{${Object.keys(labels).filter((name) => labels[name] !== "").sort().map((name) => `${name}=${JSON.stringify(labels[name])}`).join(", ")}}`;
}
// src/deployment/routing/match.ts
function allOf(matches) {
	if (matches.includes("no")) return "no";
	return matches.includes("cannot tell") ? "cannot tell" : "yes";
}
function opposite(match) {
	if (match === "cannot tell") return match;
	return match === "yes" ? "no" : "yes";
}
// src/deployment/routing/matchers/go-quoted.ts
const SIMPLE = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	"\\": "\\",
	"\"": "\""
};
const ESCAPE = /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-7]{3})|([abfnrtv\\"]))|[^\\"\n]/uy;
const LAST_ASCII = 127;
function unquoteGo(literal) {
	if (!/^".*"$/s.test(literal) || literal.length < 2) return void 0;
	const inside = literal.slice(1, -1);
	let text = "";
	ESCAPE.lastIndex = 0;
	while (ESCAPE.lastIndex < inside.length) {
		const found = ESCAPE.exec(inside);
		const piece = found === null ? void 0 : pieceOf(found);
		if (piece === void 0) return void 0;
		text += piece;
	}
	return text;
}
function pieceOf([whole, byte, short, long, octal, simple]) {
	if (simple !== void 0) return SIMPLE[simple];
	const single = byte === void 0 ? Number.parseInt(octal ?? "", 8) : Number.parseInt(byte, 16);
	if (!Number.isNaN(single)) return single <= LAST_ASCII ? String.fromCodePoint(single) : void 0;
	const number = short ?? long;
	return number === void 0 ? whole : characterOf(Number.parseInt(number, 16));
}
function characterOf(codePoint) {
	return codePoint > 1114111 || codePoint >= 55296 && codePoint <= 57343 ? void 0 : String.fromCodePoint(codePoint);
}
function quoteGo(text) {
	return `"${text.replace(/["\\\n\r\t]/g, (character) => NAMED.get(character) ?? character)}"`;
}
const NAMED = new Map(Object.entries(SIMPLE).map(([letter, character]) => [character, `\\${letter}`]));
// src/deployment/routing/matchers/utf8-tokens.ts
const SIGN = /(?:[{},]|=~|=|!=|!~)/y;
const QUOTED = /"(?:\\[\s\S]|[^"\\])*"/y;
const UNQUOTED = /[^\p{White_Space}{}!=~,\\"'`]+/uy;
const SPACE = /\p{White_Space}+/uy;
function isReserved(character) {
	return /^[\p{White_Space}{}!=~,\\"'`]$/u.test(character);
}
function matcherTokens(text) {
	const tokens = [];
	let at = 0;
	const take = (pattern) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0];
		at += found?.length ?? 0;
		return found;
	};
	while (at < text.length) {
		if (take(SPACE) !== void 0) continue;
		const token = signOf(take(SIGN)) ?? wordOf(take(UNQUOTED)) ?? wordOf(unquotedGo(take(QUOTED)));
		if (token === void 0) return void 0;
		tokens.push(token);
	}
	return tokens;
}
function signOf(text) {
	const sign = [
		"{",
		"}",
		",",
		"=",
		"!=",
		"=~",
		"!~"
	].find((candidate) => candidate === text);
	return sign === void 0 ? void 0 : {
		kind: "sign",
		text: sign
	};
}
function wordOf(text) {
	return text === void 0 ? void 0 : {
		kind: "word",
		text
	};
}
function unquotedGo(literal) {
	return literal === void 0 ? void 0 : unquoteGo(literal);
}
// src/deployment/routing/matchers/matcher.ts
const MATCH_OPERATORS = [
	"=",
	"!=",
	"=~",
	"!~"
];
function makeMatcher(name, operator, value) {
	return {
		name,
		operator,
		value,
		...operator === "=~" || operator === "!~" ? { pattern: compileGoRegexp(value) } : {}
	};
}
function fulfils(labels, { name, operator, value, pattern }) {
	const found = labelOf(labels, name);
	if (pattern === void 0) return found === value === (operator === "=") ? "yes" : "no";
	const match = pattern.matches(found);
	return operator === "=~" ? match : opposite(match);
}
function fulfilsAll(labels, matchers) {
	return allOf(matchers.map((matcher) => fulfils(labels, matcher)));
}
function doubts(labels, matchers, at) {
	return matchers.filter((matcher) => fulfils(labels, matcher) === "cannot tell").map((matcher) => {
		const why = matcher.pattern?.problem ?? "what it says of this value depends on the server";
		return `${at}: cannot tell whether ${matcherText(matcher)} matches: ${why}`;
	});
}
function matcherText({ name, operator, value }) {
	if ([...name].some(isReserved)) return require_field_reader.printable(`${quoteGo(name)}${operator}${quoteGo(value)}`);
	const escaped = value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\"", "\\\"");
	return require_field_reader.printable(`${name}${operator}"${escaped}"`);
}
function matchersText(matchers) {
	return `{${matchers.map(matcherText).join(",")}}`;
}
function sortedMatchers(matchers) {
	const compare = (a, b) => Number(a > b) - Number(a < b);
	return matchers.toSorted((a, b) => compare(a.name, b.name) || compare(a.value, b.value) || MATCH_OPERATORS.indexOf(a.operator) - MATCH_OPERATORS.indexOf(b.operator));
}
// src/deployment/routing/configuration/bad-paths.ts
function refuseBadPaths(problems, what) {
	const [first, ...others] = problems.map(require_field_reader.printable);
	if (first === void 0) return;
	const more = others.length > 0 ? ` (and ${others.length} more)` : "";
	throw new require_field_reader.DrillError("bad_input", `${what}: ${first}${more}`, { details: [first, ...others] });
}
// src/deployment/routing/suppression/server-answer.ts
const INSTANT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})$/;
const NO_TIME = "0001-01-01T00:00:00";
function readAnswer(answer, name, read) {
	const problems = [];
	const rows = new require_field_reader.FieldReader({ [name]: answer }, "", problems).rows(name, (row, path) => read(new AnswerFields(row, path, problems)));
	refuseBadPaths(problems, `Alertmanager's answer`);
	return rows;
}
var AnswerFields = class AnswerFields extends require_field_reader.FieldReader {
	#path;
	#problems;
	constructor(value, path, problems) {
		super(value, path, problems);
		this.#path = path;
		this.#problems = problems;
	}
	instant(name) {
		const value = this.raw(name);
		if (typeof value !== "string" || !INSTANT.test(value)) return this.refuse(name, "expected a time", 0);
		if (value.startsWith(NO_TIME)) return Number.POSITIVE_INFINITY;
		const moment = Date.parse(value);
		return Number.isNaN(moment) ? this.refuse(name, "expected a time", 0) : moment;
	}
	anyText(name) {
		const value = this.raw(name) ?? "";
		return typeof value === "string" ? value : this.refuse(name, "expected text", "");
	}
	labels(name) {
		const value = this.raw(name);
		if (!require_field_reader.isRecord(value)) return this.refuse(name, "expected labels", {});
		return Object.fromEntries(Object.entries(value).map(([label, text]) => {
			if (typeof text === "string") return [label, text];
			this.#problems.push(`${this.#path}.${name}.${label}: expected text, got ${require_field_reader.nameOf(text)}`);
			return [label, ""];
		}));
	}
	each(name, read) {
		return this.rows(name, (row, path) => read(new AnswerFields(row, path, this.#problems)));
	}
};
// src/deployment/routing/suppression/read-silences.ts
function readSilences(answer) {
	return readAnswer(answer, "silences", readSilence).filter((silence) => silence !== void 0);
}
function readSilence(fields) {
	const silence = {
		id: fields.text("id"),
		createdBy: fields.anyText("createdBy"),
		comment: fields.anyText("comment"),
		startsAt: fields.instant("startsAt"),
		endsAt: fields.instant("endsAt"),
		matchers: fields.each("matchers", readMatcher)
	};
	const status = fields.raw("status");
	return typeof status === "object" && status !== null && "state" in status && status.state === "expired" ? void 0 : silence;
}
function readMatcher(fields) {
	const isEqual = fields.raw("isEqual") === void 0 || fields.boolean("isEqual");
	const operator = fields.boolean("isRegex") ? isEqual ? "=~" : "!~" : isEqual ? "=" : "!=";
	return makeMatcher(fields.text("name"), operator, fields.anyText("value"));
}
// src/deployment/alertmanager/alertmanager-answers.ts
function alertmanagerStatus(document, problems) {
	const status = new require_field_reader.FieldReader(document, "", problems);
	const cluster = new require_field_reader.FieldReader(status.raw("cluster"), "cluster", problems);
	const config = new require_field_reader.FieldReader(status.raw("config"), "config", problems);
	return {
		version: new require_field_reader.FieldReader(status.raw("versionInfo"), "versionInfo", problems).text("version"),
		uptime: looseText(status, "uptime"),
		peers: looseRows(cluster, "peers", (row, path) => new require_field_reader.FieldReader(row, path, problems).text("name")),
		cluster: looseText(cluster, "status"),
		config: config.text("original")
	};
}
function heldAlerts(document, problems) {
	return rowsOf(document, problems, (alert) => {
		const status = new require_field_reader.FieldReader(alert.raw("status"), "status", problems);
		const names = (name) => looseRows(status, name, String);
		return {
			labels: labelsIn(alert, "labels"),
			receivers: looseRows(alert, "receivers", (row, path) => new require_field_reader.FieldReader(row, path, problems).text("name")),
			state: status.text("state"),
			silencedBy: names("silencedBy"),
			inhibitedBy: names("inhibitedBy"),
			mutedBy: names("mutedBy"),
			fingerprint: looseText(alert, "fingerprint"),
			endsAt: goTime(looseText(alert, "endsAt"))
		};
	});
}
function rowsOf(document, problems, read) {
	return new require_field_reader.FieldReader({ answer: document }, "", problems).rows("answer", (row, path) => read(new require_field_reader.FieldReader(row, path, problems)));
}
// src/deployment/alertmanager/read-alertmanager.ts
async function readAlertmanager(ask, url, clock) {
	const get = (path) => ask({
		url: `${url}${path}`,
		trusted: true
	});
	const askedAt = clock();
	const [status, silences, alerts, counters] = await Promise.all([
		get("/api/v2/status"),
		get("/api/v2/silences"),
		get("/api/v2/alerts"),
		get("/metrics")
	]);
	return {
		url,
		status: readJson(status, alertmanagerStatus),
		silences: readJson(silences, readSilences),
		alerts: readJson(alerts, heldAlerts),
		counters: readText(counters, counterText),
		clockAheadMs: clockAhead(status, askedAt, clock())
	};
}
// src/deployment/check/destinations.ts
const MOST$1 = 6;
async function askDestinations(ask, { alertmanagers }, given) {
	if (!wasRead(alertmanagers)) return [];
	const asked = alertmanagers.value.slice(0, MOST$1).map((apiUrl) => askOne(ask, apiUrl, given));
	return Promise.all(asked);
}
async function askOne(ask, apiUrl, given) {
	const url = apiUrl.replace(/\/api\/v[12]\/alerts\/?$/, "");
	if (given.some((one) => one.url === url)) return {
		url,
		apiUrl,
		refusal: null,
		isGiven: true
	};
	const status = readJson(await ask({
		url: `${url}/api/v2/status`,
		trusted: false
	}), alertmanagerStatus);
	if (!wasRead(status)) return {
		url,
		apiUrl,
		refusal: status.refusal,
		isGiven: null
	};
	return {
		url,
		apiUrl,
		refusal: null,
		isGiven: given.some((one) => wasRead(one.status) && one.status.value.uptime === status.value.uptime)
	};
}
// src/deployment/pack.ts
const SPIKE = "AccountSyncMismatchSpike";
const HEARTBEAT = "AccountSyncWatchdog";
function expectedPack(settings) {
	const alerts = require_parse_history.alertPack(settings).map(expectedAlert);
	const names = alerts.flatMap(({ expr }) => expr.match(new RegExp(`\\b${settings.prefix}_[a-z_]+`, "g")) ?? []);
	return {
		settings,
		alerts,
		metrics: [...new Set(names)].sort(),
		spikeRoom: require_parse_history.durationSeconds(settings.spikeWindow) - require_parse_history.durationSeconds(settings.spikeFor)
	};
}
function expectedAlert({ alert, expr, labels, for: wait, keep_firing_for: keep }) {
	return {
		name: alert,
		expr,
		labels,
		for: secondsOf(wait),
		keepFiringFor: secondsOf(keep)
	};
}
function secondsOf(duration) {
	return printedSeconds(duration ?? "0") ?? 0;
}
// src/deployment/check/routed-alert.ts
function tellingPaths({ paths }, receiver) {
	return paths.filter((path) => (path.integrations ?? []).length > 0 && (receiver === null || path.receiver === receiver));
}
function openPaths(judgement, receiver) {
	return tellingPaths(judgement, receiver).filter(({ mutedBy }) => mutedBy.length === 0);
}
function namesOf(some, all) {
	if (some.length === all.length && some.length > 1) return "all alerts of the pack";
	return some.map(({ alert }) => alert.name).join(", ");
}
function groupedBy(alerts, keysOf) {
	const groups = new Map();
	for (const alert of alerts) for (const key of keysOf(alert)) groups.set(key, [...groups.get(key) ?? [], alert]);
	return groups;
}
// src/deployment/check/judge-route-times.ts
const { passed: passed$13, failed: failed$13, warned: warned$8 } = checksIn("routed");
const LONGEST_REPEAT_SECONDS = 86400;
function judgeRouteTimes(alerts, { receiver, firesFor }) {
	const spike = alerts.find(({ alert }) => alert.name === SPIKE);
	const paths = spike === void 0 ? [] : openPaths(spike.judgement, receiver);
	if (paths.length === 0) return [];
	return [
		judgeWait(paths, firesFor),
		...judgeGroup(paths, firesFor),
		...judgeRepeat(paths)
	];
}
function judgeWait(paths, firesFor) {
	const [quickest] = [...paths].sort((a, b) => a.groupWait - b.groupWait);
	if (quickest === void 0 || quickest.groupWait < firesFor) return passed$13("wait", `waits ${durationText(quickest?.groupWait ?? 0)}`);
	const says = `${quickest.route} waits ${durationText(quickest.groupWait)} before it tells (group_wait)`;
	return failed$13("wait", says, [`for one mismatch ${SPIKE} fires some ${durationText(Math.max(0, firesFor))}, and is over by then`], "group_wait: 10s");
}
function sharesGroup({ groupBy }) {
	return groupBy !== "all" && !groupBy.includes("alertname");
}
function judgeGroup(paths, firesFor) {
	const shared = paths.filter(sharesGroup);
	if (shared.length < paths.length) return [];
	return shared.slice(0, 1).map(({ route, groupInterval }) => {
		const late = groupInterval >= firesFor;
		const says = `${route} groups without alertname: another alert of the group delays the page by up to ${durationText(groupInterval)}`;
		const why = late ? [`by then the alert is over (it fires some ${durationText(firesFor)}), and only "resolved" is told`] : [];
		return (late ? failed$13 : warned$8)("group", says, why, "group_by: [alertname, severity]");
	});
}
function judgeRepeat(paths) {
	return paths.filter(({ repeatInterval }) => repeatInterval > LONGEST_REPEAT_SECONDS).slice(0, 1).map(({ route, repeatInterval }) => {
		return warned$8("repeat", `${route} repeats every ${durationText(repeatInterval)}`, ["a page that was overlooked does not come again before"], "repeat_interval: 4h");
	});
}
// src/deployment/check/rule-differences.ts
const AROUND = 28;
function differences(alert, rule) {
	return [
		...expressions(alert.expr, rule.query),
		...durations(alert, rule),
		...labels(alert, rule)
	];
}
const SELECTOR = /\{((?:\w+(?:=~|!~|!=|=)"(?:[^"\\]|\\.)*",?)*)\}/g;
const MATCHER = /\w+(?:=~|!~|!=|=)"(?:[^"\\]|\\.)*"/g;
function comparable(expression) {
	return expression.replace(/\s+/g, "").replace(/(?<=[[(:]|offset)(?:\d+(?:ms|[ywdhms]))+/g, (text) => `${printedSeconds(text) ?? text}s`).replace(SELECTOR, (_, matchers) => `{${(matchers.match(MATCHER) ?? []).sort().join(",")}}`);
}
function expressions(expected, loaded) {
	const [ours, theirs] = [comparable(expected), comparable(loaded)];
	if (ours === theirs) return [];
	const at = [...ours].findIndex((character, index) => character !== theirs[index]);
	const from = Math.max(0, (at < 0 ? ours.length : at) - AROUND);
	return [`expected ${excerpt(ours, from)}`, `loaded   ${excerpt(theirs, from)}`];
}
function excerpt(text, from) {
	const end = from + 56;
	return `${from > 0 ? "…" : ""}${text.slice(from, end)}${end < text.length ? "…" : ""}`;
}
function durations(alert, rule) {
	const wait = alert.for === rule.for ? [] : [`expected for: ${durationText(alert.for)}, loaded ${durationText(rule.for)}`];
	const { keepFiringFor } = rule;
	if (keepFiringFor === null || keepFiringFor === alert.keepFiringFor) return wait;
	return [...wait, `expected keep_firing_for: ${durationText(alert.keepFiringFor)}, loaded ${durationText(keepFiringFor)}`];
}
function labels(alert, rule) {
	return [...new Set([...Object.keys(alert.labels), ...Object.keys(rule.labels)])].sort().flatMap((name) => {
		const [ours, theirs] = [alert.labels[name], rule.labels[name]];
		return ours === theirs ? [] : [`expected label ${shown$2(name, ours)}, loaded ${shown$2(name, theirs)}`];
	});
}
function shown$2(name, value) {
	return value === void 0 ? `no ${name}` : `${name}="${value}"`;
}
// src/deployment/check/placed-alerts.ts
function evaluationSeconds(seen, pack) {
	if (!wasRead(seen.groups)) return null;
	const intervals = placeAlerts(seen.groups.value, pack).map(({ group }) => group.interval);
	return intervals.length === 0 ? null : Math.max(...intervals);
}
function placeAlerts(groups, { alerts }) {
	return alerts.flatMap((alert) => {
		return groups.flatMap((group) => group.rules.filter(({ name }) => name === alert.name).map((rule) => ({
			alert,
			rule,
			group,
			differences: differences(alert, rule)
		}))).sort((a, b) => a.differences.length - b.differences.length).slice(0, 1);
	});
}
function firingNow(seen, { alerts }) {
	if (!wasRead(seen.groups)) return [];
	const names = new Set(alerts.map(({ name }) => name).filter((name) => name !== HEARTBEAT));
	const firing = seen.groups.value.flatMap(({ rules }) => rules.filter(({ name, state }) => names.has(name) && state === "firing"));
	return [...new Set(firing.map(({ name }) => name))];
}
// src/deployment/routing/configuration/parse-yaml.ts
const LONGEST$1 = 4e6;
const DEEPEST = 200;
const MOST_ALIASES = 100;
function parseYaml(text, what) {
	if (text.length > LONGEST$1) throw bad(what, `is longer than ${LONGEST$1} characters`);
	const tokens = [...new require_bundled_yaml.Parser().parse(text)];
	if (tokens.some((token) => depthOf(token) > DEEPEST)) throw bad(what, `nests deeper than ${DEEPEST} levels`);
	const [document, second] = [...new require_bundled_yaml.Composer({
		schema: "failsafe",
		customTags: ["null", "merge"],
		uniqueKeys: false,
		prettyErrors: false,
		logLevel: "silent"
	}).compose(tokens)];
	if (document === void 0) return null;
	if (second !== void 0) throw bad(what, "is more than one document");
	const [error] = document.errors;
	if (error !== void 0) throw bad(what, `is no YAML: line ${lineOf(text, error.pos[0])}, ${error.code}`);
	require_bundled_yaml.visit(document, { Map: (_, map) => refuseDoubleKeys(map, text, what) });
	try {
		return document.toJS({ maxAliasCount: MOST_ALIASES });
	} catch (cause) {
		throw new require_field_reader.DrillError("bad_input", `${what} has aliases that stand for nothing, or for too much`, { cause });
	}
}
function depthOf(root) {
	let deepest = 0;
	const open = [{
		value: root,
		depth: 0
	}];
	for (let top = open.pop(); top !== void 0; top = open.pop()) {
		const { value, depth } = top;
		if (typeof value !== "object" || value === null) continue;
		const nests = "items" in value;
		deepest = Math.max(deepest, depth);
		for (const child of Object.values(value)) open.push({
			value: child,
			depth: depth + (nests ? 1 : 0)
		});
	}
	return deepest;
}
function refuseDoubleKeys(map, text, what) {
	const seen = new Set();
	for (const { key } of map.items) {
		const name = require_bundled_yaml.isScalar(key) ? key.value : key;
		if (!seen.has(name)) {
			seen.add(name);
			continue;
		}
		throw bad(what, `has a key twice in one place: line ${lineOf(text, require_bundled_yaml.isScalar(key) || require_bundled_yaml.isSeq(key) ? key.range?.[0] ?? 0 : 0)}`);
	}
}
function lineOf(text, position) {
	return text.slice(0, position).split("\n").length;
}
function bad(what, problem) {
	return new require_field_reader.DrillError("bad_input", `${what} ${problem}`);
}
// src/deployment/routing/configuration/go-duration.ts
const UNITS = [
	["y", 31536e6],
	["w", 6048e5],
	["d", 864e5],
	["h", 36e5],
	["m", 6e4],
	["s", 1e3],
	["ms", 1]
];
const DURATION = new RegExp(`^${UNITS.map(([unit]) => `(?:([0-9]+)${unit})?`).join("")}$`);
function parseGoDuration(text) {
	if (text === "0") return 0;
	const [whole, ...counts] = DURATION.exec(text) ?? [];
	if (whole === void 0 || whole === "") return void 0;
	return UNITS.map(([, unit], index) => Number(counts[index] ?? 0) * unit).reduce((sum, part) => sum + part, 0) / 1e3;
}
// src/deployment/routing/configuration/yaml-fields.ts
const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
var YamlFields = class YamlFields {
	#fields;
	#value;
	#path;
	#problems;
	constructor(value, path, problems) {
		this.#fields = new require_field_reader.FieldReader(value, path, problems);
		this.#value = value;
		this.#path = path;
		this.#problems = problems;
	}
	get path() {
		return this.#path;
	}
	at(name) {
		return this.#path === "" ? name : `${this.#path}.${name}`;
	}
	has(name) {
		return (this.#fields.raw(name) ?? null) !== null;
	}
	text(name) {
		const value = this.#fields.raw(name) ?? "";
		return typeof value === "string" ? value : this.#fields.refuse(name, "expected text", "");
	}
	requiredText(name) {
		return this.#fields.text(name);
	}
	flag(name) {
		if (!this.has(name)) return void 0;
		const value = this.text(name);
		if (TRUE.test(value)) return true;
		return FALSE.test(value) ? false : this.#fields.refuse(name, "expected true or false", void 0);
	}
	duration(name) {
		if (!this.has(name)) return void 0;
		return parseGoDuration(this.text(name)) ?? this.#fields.refuse(name, "expected a duration, such as 5m", 0);
	}
	rows(name) {
		if (!this.has(name)) return [];
		return this.#fields.rows(name, (value, path) => ({
			value,
			path
		}));
	}
	children(name) {
		return this.rows(name).map(({ value, path }) => new YamlFields(value ?? {}, path, this.#problems));
	}
	child(name) {
		if (!this.has(name)) return void 0;
		return new YamlFields(this.#fields.raw(name), this.at(name), this.#problems);
	}
	texts(name) {
		if (!this.has(name)) return void 0;
		return this.rows(name).map(({ value, path }) => {
			if (typeof value === "string") return value;
			if (value !== null) this.note(path, `expected text, got ${require_field_reader.nameOf(value)}`);
			return "";
		});
	}
	textByName(name) {
		if (!this.has(name)) return [];
		const value = this.#fields.raw(name);
		if (!require_field_reader.isRecord(value)) return this.#fields.refuse(name, "expected a mapping", []);
		const fields = new YamlFields(value, this.at(name), this.#problems);
		return Object.keys(value).map((key) => [key, fields.text(key)]);
	}
	names() {
		return require_field_reader.isRecord(this.#value) ? Object.keys(this.#value) : [];
	}
	unknown(known) {
		return this.names().filter((name) => !known.includes(name)).map((name) => this.at(name));
	}
	note(path, problem) {
		this.#problems.push(`${path}: ${problem}`);
	}
};
// src/deployment/routing/arrival/relabeling.ts
const RELABEL_ACTIONS = [
	"replace",
	"keep",
	"drop",
	"keepequal",
	"dropequal",
	"hashmod",
	"labelmap",
	"labeldrop",
	"labelkeep",
	"lowercase",
	"uppercase"
];
// src/deployment/routing/arrival/read-alerting.ts
const ANYTHING = "(.*)";
function readAlerting(text, version) {
	const what = "Prometheus' configuration";
	const problems = [];
	const [, major = 3, minor = 0] = (/^v?([0-9]+)\.([0-9]+)/.exec(version) ?? []).map(Number);
	const root = new YamlFields(parseYaml(text, what) ?? {}, "", problems);
	const alerting = root.child("alerting");
	const read = (fields) => (fields?.children("alert_relabel_configs") ?? []).map((row) => readRelabeling(row, major >= 3));
	const result = {
		externalLabels: Object.fromEntries(root.child("global")?.textByName("external_labels") ?? []),
		relabelings: read(alerting),
		ofEachEntry: (alerting?.children("alertmanagers") ?? []).map(read),
		dialect: dialectOf(major, minor)
	};
	refuseBadPaths(problems, what);
	return result;
}
function dialectOf(major, minor) {
	if (major >= 3) return {
		utf8Names: true,
		emptyRemovesMadeTarget: true
	};
	return {
		utf8Names: false,
		emptyRemovesMadeTarget: minor <= 42 ? false : void 0
	};
}
function readRelabeling(fields, dotAll) {
	const action = fields.text("action").toLowerCase();
	const known = RELABEL_ACTIONS.find((candidate) => candidate === action);
	if (known === void 0) fields.note(fields.at("action"), "expected an action that is known");
	const modulus = fields.text("modulus");
	if (!/^[0-9]{0,20}$/.test(modulus)) fields.note(fields.at("modulus"), "expected a whole number");
	return {
		path: fields.path,
		action: known ?? "replace",
		sourceLabels: fields.texts("source_labels") ?? [],
		separator: fields.text("separator"),
		regex: compileGoRegexp(fields.names().includes("regex") ? fields.text("regex") : ANYTHING, { dotAll }),
		targetLabel: fields.text("target_label"),
		replacement: fields.text("replacement"),
		modulus: /^[0-9]{1,20}$/.test(modulus) ? BigInt(modulus) : 0n
	};
}
// src/deployment/outgoing/prometheus-configuration.ts
function configurationOf({ config, version }) {
	if (!wasRead(config)) return null;
	try {
		const root = new YamlFields(parseYaml(config.value, "it") ?? {}, "", []);
		return {
			alerting: readAlerting(config.value, versionOf(version)),
			ruleFiles: root.texts("rule_files") ?? []
		};
	} catch {
		return null;
	}
}
function versionOf(version) {
	return wasRead(version) ? version.value : "";
}
// src/deployment/routing/arrival/expand-template.ts
const REFERENCE = /\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu;
function expandTemplate(template, { byNumber, byName }) {
	return template.replace(REFERENCE, (_, bare, braced) => {
		const name = bare ?? braced;
		if (name === void 0) return "$";
		return (/^(?:0|[1-9][0-9]{0,8})$/.test(name) ? byNumber[Number(name)] : byName.get(name)) ?? "";
	});
}
// src/deployment/routing/arrival/relabel-names.ts
function relabelNames(step, labels) {
	const names = Object.keys(labels).sort();
	const matches = new Map(names.map((name) => [name, step.regex.captures(name)]));
	if ([...matches.values()].includes("cannot tell")) return {
		kind: "cannot tell",
		why: "its regex"
	};
	if (step.action === "labelmap") return mapNames(step, labels);
	const stays = (name) => matches.get(name) === "no" === (step.action === "labeldrop");
	return {
		kind: "kept",
		labels: Object.fromEntries(Object.entries(labels).filter(([name]) => stays(name)))
	};
}
function mapNames({ regex, replacement }, labels) {
	const mapped = new Map();
	for (const [name, value] of Object.entries(labels)) {
		const captures = regex.captures(name);
		if (typeof captures === "string") continue;
		if (captures.byNumber[0] !== name) return {
			kind: "cannot tell",
			why: "its regex has no ends"
		};
		const target = expandTemplate(replacement, captures);
		if ((mapped.get(target) ?? value) !== value) return {
			kind: "cannot tell",
			why: `two labels become ${target}`
		};
		mapped.set(target, value);
	}
	return {
		kind: "kept",
		labels: {
			...labels,
			...Object.fromEntries(mapped)
		}
	};
}
// src/deployment/routing/arrival/relabel.ts
const CLASSIC_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const ASCII = /^[\0-\x7f]*$/;
const DROPPED = { kind: "dropped" };
function relabel(step, labels, dialect) {
	const value = step.sourceLabels.map((name) => labelOf(labels, name)).join(step.separator);
	const kept = {
		kind: "kept",
		labels
	};
	switch (step.action) {
		case "keep": return decide(step.regex.matches(value), kept, DROPPED);
		case "drop": return decide(step.regex.matches(value), DROPPED, kept);
		case "keepequal": return labelOf(labels, step.targetLabel) === value ? kept : DROPPED;
		case "dropequal": return labelOf(labels, step.targetLabel) === value ? DROPPED : kept;
		case "lowercase":
		case "uppercase": return changeCase(step, value, labels);
		case "hashmod": return withLabel(labels, step.targetLabel, hashModulo(value, step.modulus));
		case "replace": return replace(step, value, labels, dialect);
		case "labelmap":
		case "labeldrop":
		case "labelkeep": return relabelNames(step, labels);
	}
}
function decide(match, whenYes, whenNo) {
	if (match === "cannot tell") return {
		kind: "cannot tell",
		why: "its regex"
	};
	return match === "yes" ? whenYes : whenNo;
}
function changeCase(step, value, labels) {
	if (!ASCII.test(value)) return {
		kind: "cannot tell",
		why: "a case beyond ASCII"
	};
	const changed = step.action === "lowercase" ? value.toLowerCase() : value.toUpperCase();
	return withLabel(labels, step.targetLabel, changed);
}
function hashModulo(value, modulus) {
	const bytes = (0, require("node:crypto").createHash)("md5").update(value, "utf8").digest();
	return String(modulus === 0n ? 0n : bytes.readBigUInt64BE(8) % modulus);
}
function replace(step, value, labels, dialect) {
	const captures = step.regex.captures(value);
	if (captures === "cannot tell") return {
		kind: "cannot tell",
		why: "its regex"
	};
	if (captures === "no") return {
		kind: "kept",
		labels
	};
	const target = expandTemplate(step.targetLabel, captures);
	if (!(dialect.utf8Names ? target !== "" : CLASSIC_NAME.test(target))) return {
		kind: "kept",
		labels
	};
	const replacement = expandTemplate(step.replacement, captures);
	const isMade = step.targetLabel.includes("$");
	if (replacement !== "" || !isMade || labelOf(labels, target) === "") return withLabel(labels, target, replacement);
	if (dialect.emptyRemovesMadeTarget === void 0) return {
		kind: "cannot tell",
		why: "this version"
	};
	return dialect.emptyRemovesMadeTarget ? withLabel(labels, target, "") : {
		kind: "kept",
		labels
	};
}
function withLabel(labels, name, value) {
	const { [name]: _, ...others } = labels;
	return {
		kind: "kept",
		labels: value === "" ? others : {
			...others,
			[name]: value
		}
	};
}
// src/deployment/routing/arrival/arriving-labels.ts
function arrivingLabels(alerting, labels, entry = 0) {
	const own = Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ""));
	const external = Object.entries(alerting.externalLabels).filter(([name, value]) => value !== "" && labelOf(own, name) === "");
	let current = {
		...own,
		...Object.fromEntries(external)
	};
	for (const step of [...alerting.relabelings, ...alerting.ofEachEntry[entry] ?? []]) {
		const result = relabel(step, current, alerting.dialect);
		if (result.kind === "dropped") return {
			kind: "dropped",
			by: step.path
		};
		if (result.kind === "cannot tell") return {
			kind: "cannot tell",
			why: require_field_reader.printable(`${step.path}: cannot tell what it does: ${result.why}`)
		};
		current = result.labels;
	}
	return {
		kind: "arrives",
		labels: current
	};
}
// src/deployment/outgoing/alert-labels.ts
const AGGREGATED = /^\(*(?:sum|max|min|avg|count|group)\s*(?:(by|without)\s*\(([^)]*)\)\s*)?\(/;
const WITHIN_ONE_ACCOUNT = new Set(["__name__", "reason"]);
function labelsWhenFiring({ name, expr, labels }, series) {
	return {
		...resultLabels(expr, series[0]?.labels ?? {}),
		...labels,
		alertname: name
	};
}
function resultLabels(expression, series) {
	const kept = Object.entries(series).filter(([name]) => !WITHIN_ONE_ACCOUNT.has(name));
	const text = expression.trim();
	if (/^\(*(?:absent|vector|time|scalar)\b/.test(text)) return {};
	const [all, how, list = ""] = AGGREGATED.exec(text) ?? [];
	const named = new Set(list.split(",").map((name) => name.trim()));
	if (how === "by") return Object.fromEntries(kept.filter(([name]) => named.has(name)));
	if (how === "without") return Object.fromEntries(kept.filter(([name]) => !named.has(name)));
	return all === void 0 ? Object.fromEntries(kept) : {};
}
// src/deployment/outgoing/sent-alerts.ts
function sentAlerts(seen, pack, configuration) {
	const series = wasRead(seen.series) ? seen.series.value : [];
	const counted = series.filter(({ labels }) => labels.rule !== void 0);
	return pack.alerts.flatMap((alert) => {
		const labels = labelsWhenFiring(alert, counted.length > 0 ? counted : series);
		if (configuration === null) return [{
			alert,
			arrival: {
				kind: "arrives",
				labels
			}
		}];
		const { alerting } = configuration;
		const entries = Math.max(alerting.ofEachEntry.length, 1);
		return Array.from({ length: entries }, (_, entry) => ({
			alert,
			arrival: arrivingLabels(alerting, labels, entry)
		}));
	});
}
// src/deployment/routing/matchers/classic-matchers.ts
const BLANK = /^[\t\n\f\r ]$/;
const HEAD = /^[\t\n\f\r ]*([a-zA-Z_:][a-zA-Z0-9_:]*)[\t\n\f\r ]*(=~|=|!=|!~)/;
const VALUE = /^(?:"((?:[^"\\]|\\[\s\S])*)"|((?:[^"\\]|\\[\s\S])*\\?))$/;
function parseClassicMatchers(text) {
	const pieces = splitAtCommas(text.replace(/^\{/, "").replace(/\}$/, ""));
	const matchers = [];
	for (const piece of pieces) {
		const matcher = parseOne(piece);
		if (matcher === void 0) return void 0;
		matchers.push(matcher);
	}
	return matchers;
}
function splitAtCommas(text) {
	const pieces = [];
	let piece = "";
	let inQuotes = false;
	let escaped = false;
	for (const character of text) {
		if (character === "," && !inQuotes) {
			pieces.push(piece);
			piece = "";
			continue;
		}
		if (character === "\"" && !escaped) inQuotes = !inQuotes;
		if (character !== ",") escaped = character === "\\" && !escaped;
		piece += character;
	}
	const last = trimSpaces(piece);
	return last === "" ? pieces : [...pieces, last];
}
function parseOne(text) {
	const [head, name, sign] = HEAD.exec(text) ?? [];
	const operator = MATCH_OPERATORS.find((candidate) => candidate === sign);
	if (head === void 0 || name === void 0 || operator === void 0) return void 0;
	const value = unescaped(trim(text.slice(head.length), (character) => BLANK.test(character)));
	return value === void 0 ? void 0 : makeMatcher(name, operator, value);
}
function unescaped(raw) {
	const [, quoted, bare] = VALUE.exec(raw) ?? [];
	return (quoted ?? bare)?.replace(/\\(["\\n])/g, (_, character) => character === "n" ? "\n" : character);
}
function trimSpaces(text) {
	return trim(text, isSpace);
}
function trim(text, isBlank) {
	let [from, to] = [0, text.length];
	while (from < to && isBlank(text.charAt(from))) from++;
	while (to > from && isBlank(text.charAt(to - 1))) to--;
	return text.slice(from, to);
}
function isSpace(character) {
	return /^[\p{White_Space}]$/u.test(character);
}
// src/deployment/routing/matchers/utf8-matchers.ts
function parseUtf8Matchers(text) {
	const tokens = matcherTokens(text);
	if (tokens === void 0) return void 0;
	const isOpened = isSign(tokens[0], "{");
	if (isOpened !== isSign(tokens.at(-1), "}") || isOpened && tokens.length < 2) return void 0;
	const inside = isOpened ? tokens.slice(1, -1) : tokens;
	const matchers = [];
	for (let at = 0; at < inside.length; at += 4) {
		const matcher = matcherOf(inside.slice(at, at + 3));
		const comma = inside[at + 3];
		if (matcher === void 0 || comma !== void 0 && !isSign(comma, ",")) return void 0;
		matchers.push(matcher);
	}
	return matchers;
}
function matcherOf([name, sign, value]) {
	const operator = MATCH_OPERATORS.find((candidate) => isSign(sign, candidate));
	if (name?.kind !== "word" || operator === void 0 || value?.kind !== "word") return void 0;
	return makeMatcher(name.text, operator, value.text);
}
function isSign(token, text) {
	return token?.kind === "sign" && token.text === text;
}
// src/deployment/routing/matchers/parse-matchers.ts
const LONGEST = 1e5;
function matcherSyntaxOf(version) {
	const [, major, minor] = /^v?([0-9]+)\.([0-9]+)/.exec(version) ?? [];
	return Number(major) === 0 && Number(minor) < 27 ? "classic" : "utf8 with fallback";
}
function parseMatchers(text, syntax) {
	if (text.length > LONGEST) return void 0;
	const classic = parseClassicMatchers(text);
	if (syntax === "classic" || classic !== void 0 && !classic.some(isBroken)) return classic;
	return parseUtf8Matchers(text) ?? classic;
}
function isBroken({ pattern }) {
	return pattern?.problem !== void 0;
}
// src/deployment/routing/configuration/read-matchers.ts
function readMatchers(fields, names, reading) {
	const equal = fields.textByName(names.equal).map(([name, value]) => makeMatcher(name, "=", value));
	const pattern = fields.textByName(names.pattern).map(([name, value]) => makeMatcher(name, "=~", value));
	const matchers = (fields.texts(names.matchers) ?? []).flatMap((text, index) => {
		const parsed = parseMatchers(text, reading.syntax);
		if (parsed === void 0) fields.note(`${fields.at(names.matchers)}[${index}]`, "expected matchers");
		return parsed ?? [];
	});
	return sortedMatchers([
		...equal,
		...pattern,
		...matchers
	]);
}
// src/deployment/routing/configuration/read-inhibit-rules.ts
const SOURCE = {
	equal: "source_match",
	pattern: "source_match_re",
	matchers: "source_matchers"
};
const TARGET = {
	equal: "target_match",
	pattern: "target_match_re",
	matchers: "target_matchers"
};
const KNOWN$2 = [
	...Object.values(SOURCE),
	...Object.values(TARGET),
	"equal",
	"name"
];
function readInhibitRules(configuration, reading) {
	return configuration.children("inhibit_rules").map((fields) => {
		reading.unknownKeys.push(...fields.unknown(KNOWN$2));
		return {
			path: fields.path,
			source: readMatchers(fields, SOURCE, reading),
			target: readMatchers(fields, TARGET, reading),
			equal: fields.texts("equal") ?? []
		};
	});
}
// src/deployment/routing/configuration/read-receivers.ts
const SUFFIX = "_configs";
const SENDS_RESOLVED = {
	discord: true,
	email: false,
	jira: true,
	msteams: true,
	msteamsv2: true,
	opsgenie: true,
	pagerduty: true,
	pushover: true,
	rocketchat: false,
	slack: false,
	sns: true,
	telegram: true,
	victorops: true,
	webex: true,
	webhook: true,
	wechat: false
};
function readReceivers(configuration) {
	return configuration.children("receivers").map((fields) => ({
		name: fields.requiredText("name"),
		integrations: fields.names().filter((name) => name.endsWith(SUFFIX)).flatMap((name) => readIntegrations(fields, name))
	}));
}
function readIntegrations(fields, name) {
	const kind = name.slice(0, -8);
	const usual = Object.hasOwn(SENDS_RESOLVED, kind) ? SENDS_RESOLVED[kind] : void 0;
	return fields.children(name).map((integration) => ({
		kind,
		sendResolved: integration.flag("send_resolved") ?? usual
	}));
}
// src/deployment/routing/configuration/read-route.ts
const KNOWN$1 = [
	"receiver",
	"group_by",
	"match",
	"match_re",
	"matchers",
	"mute_time_intervals",
	"active_time_intervals",
	"continue",
	"routes",
	"group_wait",
	"group_interval",
	"repeat_interval"
];
const DEFAULTS = {
	receiver: "",
	groupBy: [],
	groupWait: 30,
	groupInterval: 300,
	repeatInterval: 14400
};
function readRootRoute(configuration, reading) {
	const root = configuration.child("route");
	if (root === void 0) {
		reading.problems.push("route: expected the root route, got nothing");
		return {
			...DEFAULTS,
			...nowhere
		};
	}
	const route = readRoute(root, [], DEFAULTS, reading);
	if (route.receiver === "") root.note(root.at("receiver"), "expected the name of a receiver, got nothing");
	return route;
}
const nowhere = {
	described: "",
	path: "route",
	matchers: [],
	continue: false,
	muteTimeIntervals: [],
	activeTimeIntervals: [],
	routes: []
};
function readRoute(fields, above, inherited, reading) {
	reading.unknownKeys.push(...fields.unknown(KNOWN$1));
	const matchers = readMatchers(fields, {
		equal: "match",
		pattern: "match_re",
		matchers: "matchers"
	}, reading);
	const own = {
		receiver: fields.text("receiver") || inherited.receiver,
		groupBy: readGroupBy(fields) ?? inherited.groupBy,
		groupWait: fields.duration("group_wait") ?? inherited.groupWait,
		groupInterval: fields.duration("group_interval") ?? inherited.groupInterval,
		repeatInterval: fields.duration("repeat_interval") ?? inherited.repeatInterval
	};
	const isRoot = fields.path === "route";
	const chain = isRoot ? [] : [...above, matchersText(matchers)];
	return {
		...own,
		described: isRoot ? "the root route" : `route ${chain.join("/")}`,
		path: fields.path,
		matchers,
		continue: fields.flag("continue") ?? false,
		muteTimeIntervals: fields.texts("mute_time_intervals") ?? [],
		activeTimeIntervals: fields.texts("active_time_intervals") ?? [],
		routes: fields.children("routes").map((child) => readRoute(child, chain, own, reading))
	};
}
function readGroupBy(fields) {
	const labels = fields.texts("group_by") ?? [];
	if (labels.length === 0) return void 0;
	if (!labels.includes("...")) return labels;
	if (labels.some((label) => label !== "...")) fields.note(fields.at("group_by"), "expected no label beside ...");
	return "all";
}
// src/deployment/routing/time/parse-range.ts
const WEEKDAYS = [
	"sunday",
	"monday",
	"tuesday",
	"wednesday",
	"thursday",
	"friday",
	"saturday"
];
const MONTHS = [
	"january",
	"february",
	"march",
	"april",
	"may",
	"june",
	"july",
	"august",
	"september",
	"october",
	"november",
	"december"
];
const CLOCK = /^(?:([01][0-9]|2[0-3]):([0-5][0-9])|(24):(00))$/;
const SHORTEST_MONTH = 28;
const KINDS$1 = {
	weekdays: {
		member: (text) => indexIn(WEEKDAYS, text, 0),
		allows: () => true
	},
	months: {
		member: (text) => indexIn(MONTHS, text, 1) ?? wholeNumber(text),
		allows: () => true
	},
	years: {
		member: wholeNumber,
		allows: () => true
	},
	days_of_month: {
		member: wholeNumber,
		allows: isDayRange
	}
};
function parseRange(text, kind) {
	const { member, allows } = KINDS$1[kind];
	const members = text.toLowerCase().split(":").map(member);
	const [from, to = from] = members;
	if (from === void 0 || to === void 0 || members.includes(void 0) || members.length > 2) return;
	const range = {
		from,
		to
	};
	return (kind === "days_of_month" || from <= to) && allows(range) ? range : void 0;
}
function parseClockRange(start, end) {
	const [from, to] = [minuteOf(start), minuteOf(end)];
	return from === void 0 || to === void 0 || from >= to ? void 0 : {
		from,
		to
	};
}
function minuteOf(text) {
	const [, hour, minute, last] = CLOCK.exec(text) ?? [];
	if (last !== void 0) return 1440;
	return hour === void 0 || minute === void 0 ? void 0 : Number(hour) * 60 + Number(minute);
}
function isDayRange({ from, to }) {
	const isDay = (day) => day !== 0 && Math.abs(day) <= 31;
	const early = (day) => day < 0 ? SHORTEST_MONTH + day : day;
	return isDay(from) && isDay(to) && !(from < 0 && to > 0) && early(from) <= early(to);
}
function indexIn(names, text, first) {
	const index = names.indexOf(text);
	return index < 0 ? void 0 : index + first;
}
function wholeNumber(text) {
	return /^[+-]?[0-9]{1,9}$/.test(text) ? Number(text) : void 0;
}
// src/deployment/routing/configuration/read-time-intervals.ts
const KNOWN = [
	"times",
	"weekdays",
	"days_of_month",
	"months",
	"years",
	"location"
];
function readTimeIntervals(configuration, reading) {
	const named = ["mute_time_intervals", "time_intervals"].flatMap((section) => configuration.children(section));
	const intervals = new Map();
	for (const fields of named) {
		const name = fields.requiredText("name");
		if (intervals.has(name)) fields.note(fields.at("name"), "expected a name that no other time interval has");
		intervals.set(name, fields.children("time_intervals").map((interval) => readInterval(interval, reading)));
	}
	return intervals;
}
function readInterval(fields, reading) {
	reading.unknownKeys.push(...fields.unknown(KNOWN));
	return {
		times: fields.has("times") ? fields.children("times").map(readTimes) : void 0,
		weekdays: readRanges(fields, "weekdays"),
		daysOfMonth: readRanges(fields, "days_of_month"),
		months: readRanges(fields, "months"),
		years: readRanges(fields, "years"),
		location: fields.text("location") || "UTC"
	};
}
function readTimes(fields) {
	const range = parseClockRange(fields.requiredText("start_time"), fields.requiredText("end_time"));
	if (range === void 0) fields.note(fields.path, "expected times of the day, such as 09:00, the end last");
	return range ?? {
		from: 0,
		to: 0
	};
}
function readRanges(fields, name) {
	return fields.texts(name)?.map((text, index) => {
		const range = parseRange(text, name);
		if (range === void 0) fields.note(`${fields.at(name)}[${index}]`, "expected a range, such as 1:5");
		return range ?? {
			from: 0,
			to: 0
		};
	});
}
// src/deployment/routing/configuration/read-alertmanager-configuration.ts
function readAlertmanagerConfiguration(text, version) {
	const what = "Alertmanager's configuration";
	const reading = {
		syntax: matcherSyntaxOf(version),
		problems: [],
		unknownKeys: []
	};
	const fields = new YamlFields(parseYaml(text, what), "", reading.problems);
	const configuration = {
		route: readRootRoute(fields, reading),
		receivers: readReceivers(fields),
		inhibitRules: readInhibitRules(fields, reading),
		timeIntervals: readTimeIntervals(fields, reading),
		unknownKeys: reading.unknownKeys
	};
	refuseBadPaths(reading.problems, what);
	return configuration;
}
// src/deployment/routing/time/wall-clock.ts
const MS_OF_HOUR = 36e5;
function wallClockAt(location, now) {
	const offset = offsetAt(location, now);
	if (offset === void 0) return void 0;
	const local = new Date(now + offset);
	return {
		year: local.getUTCFullYear(),
		month: local.getUTCMonth() + 1,
		day: local.getUTCDate(),
		weekday: local.getUTCDay(),
		minute: local.getUTCHours() * 60 + local.getUTCMinutes()
	};
}
function daysInMonthOf(location, { year, month }) {
	const [start, end] = [month - 1, month].map((of) => momentOf$1(location, Date.UTC(year, of, 1)));
	return Math.trunc(((end ?? 0) - (start ?? 0)) / MS_OF_HOUR / 24);
}
function momentOf$1(location, shown) {
	const offset = offsetAt(location, shown) ?? 0;
	if (offset === 0) return shown;
	return shown - (offsetAt(location, shown - offset) ?? 0);
}
function offsetAt(location, moment) {
	if (location === "UTC") return 0;
	if (location === "Local") return void 0;
	const format = formatOf(location);
	if (format === void 0) return void 0;
	const shown = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
	const part = (name) => shown.get(name) ?? 0;
	return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - Math.floor(moment / 1e3) * 1e3;
}
function formatOf(location) {
	try {
		return new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
			timeZone: location,
			hourCycle: "h23",
			year: "numeric",
			month: "numeric",
			day: "numeric",
			hour: "numeric",
			minute: "numeric",
			second: "numeric"
		});
	} catch {
		return;
	}
}
// src/deployment/routing/time/time-interval.ts
function contains(interval, now) {
	const clock = wallClockAt(interval.location, now);
	if (clock === void 0) return void 0;
	return isIn(interval.times, (range) => clock.minute >= range.from && clock.minute < range.to) && isIn(interval.daysOfMonth, (range) => isDayIn(range, clock, interval.location)) && isIn(interval.months, (range) => within(range, clock.month)) && isIn(interval.weekdays, (range) => within(range, clock.weekday)) && isIn(interval.years, (range) => within(range, clock.year));
}
function isIn(ranges, holds) {
	return ranges === void 0 || ranges.some(holds);
}
function within({ from, to }, value) {
	return value >= from && value <= to;
}
function isDayIn({ from, to }, clock, location) {
	const days = daysInMonthOf(location, clock);
	const fromEnd = (day) => day < 0 ? days + day + 1 : day;
	const first = fromEnd(from);
	return first <= days && clock.day >= Math.max(first, -days) && clock.day <= Math.min(fromEnd(to), days);
}
// src/deployment/routing/routes/muting.ts
function mutingOf(route, intervals, now) {
	const cannotTell = [];
	const isIn = (name) => {
		const found = stateOf(name, intervals, now);
		if (typeof found === "string") cannotTell.push(`${route.path}: ${found}`);
		return found;
	};
	const mute = route.muteTimeIntervals.filter((name) => isIn(name) === true);
	const active = route.activeTimeIntervals.map(isIn);
	const inactive = active.length > 0 && active.every((state) => state === false) ? route.activeTimeIntervals : [];
	return {
		mutedBy: [...mute.map((interval) => ({
			kind: "mute",
			interval
		})), ...inactive.map((interval) => ({
			kind: "active",
			interval
		}))],
		cannotTell
	};
}
function stateOf(name, intervals, now) {
	const named = intervals.get(name);
	if (named === void 0) return `there is no time interval "${name}"`;
	const states = named.map((interval) => contains(interval, now));
	if (states.includes(true)) return true;
	const unknown = named[states.indexOf(void 0)];
	return unknown === void 0 ? false : `time interval "${name}" is in a time zone that is not known: ${unknown.location}`;
}
// src/deployment/routing/routes/likeness.ts
const MOST_EDITS = 2;
const LONGEST_PATTERN = 200;
function likeness(matcher, labels) {
	const value = labelOf(labels, matcher.name);
	if (matcher.operator === "=~") return patternLikeness(matcher.value, value);
	if (matcher.operator !== "=") return void 0;
	if (value !== "") return textLikeness(matcher.value, value);
	return Object.entries(labels).some(([name, other]) => other === matcher.value && other !== "" && textLikeness(name, matcher.name) !== void 0) ? 2 : void 0;
}
function patternLikeness(pattern, value) {
	if (value === "" || pattern.length > LONGEST_PATTERN) return void 0;
	if ([`(?is:.*(?:${pattern}).*)`, `(?is:\\s*(?:${pattern})\\s*)`].some((source) => compileGoRegexp(source).matches(value) === "yes")) return 1;
	return pattern.split("|").map((branch) => textLikeness(branch, value)).find((distance) => distance !== void 0);
}
function textLikeness(wanted, found) {
	const plain = (text) => text.toLowerCase().replaceAll(/[\s_-]/g, "");
	if (plain(wanted) === plain(found)) return 1;
	const edits = editsBetween(wanted, found);
	return edits <= MOST_EDITS && edits < Math.min(wanted.length, found.length) / 2 ? 1 + edits : void 0;
}
function editsBetween(a, b) {
	return [
		0,
		1,
		MOST_EDITS
	].find((edits) => isWithin(a, b, edits)) ?? Number.POSITIVE_INFINITY;
}
function isWithin(a, b, edits) {
	let same = 0;
	while (same < a.length && a[same] === b[same]) same++;
	const [restA, restB] = [a.slice(same), b.slice(same)];
	if (restA === restB) return true;
	if (edits === 0) return false;
	const isSwapped = restA[0] === restB[1] && restA[1] === restB[0];
	return isWithin(restA.slice(1), restB, edits - 1) || isWithin(restA, restB.slice(1), edits - 1) || isWithin(restA.slice(1), restB.slice(1), edits - 1) || isSwapped && isWithin(restA.slice(2), restB.slice(2), edits - 1);
}
// src/deployment/routing/routes/near-misses.ts
const MOST = 5;
function nearMissesOf(root, labels, taken) {
	return placesBelow(root, []).filter(({ route }) => !isOnTheWay(route, taken)).flatMap((place) => nearnessOf(place, labels)).toSorted((a, b) => a.distance - b.distance).slice(0, MOST).map(({ miss }) => miss);
}
function placesBelow({ routes }, above, first = []) {
	return routes.flatMap((route, index) => {
		const matchers = [...above, ...route.matchers];
		const before = [...first, ...routes.slice(0, index)];
		return [{
			route,
			matchers,
			before
		}, ...placesBelow(route, matchers, before)];
	});
}
function isOnTheWay(route, taken) {
	return taken.some(({ path }) => path === route.path || path.startsWith(`${route.path}.`));
}
function nearnessOf(place, labels) {
	const { route, matchers } = place;
	const failing = matchers.filter((matcher) => fulfils(labels, matcher) !== "yes");
	const [missed] = failing;
	if (missed === void 0) return takenBefore(place, labels);
	if (failing.length > 1) return [];
	const distance = likeness(missed, labels);
	const fulfilled = matchers.filter((matcher) => matcher !== missed && labelOf(labels, matcher.name) !== "");
	if (distance === void 0 && fulfilled.length === 0) return [];
	const why = `${route.described} does not match${alertText(missed, labels)}`;
	return [{
		distance: distance ?? 4,
		miss: {
			route: route.described,
			receiver: route.receiver,
			why
		}
	}];
}
function takenBefore({ route, matchers, before }, labels) {
	const taker = before.find((other) => !other.continue && fulfilsAll(labels, other.matchers) === "yes");
	if (taker === void 0 || matchers.length === 0) return [];
	const why = `${route.described} matches, but ${taker.described} comes first and has no continue`;
	return [{
		distance: 0,
		miss: {
			route: route.described,
			receiver: route.receiver,
			why
		}
	}];
}
function alertText({ name }, labels) {
	const value = labelOf(labels, name);
	return value === "" ? `: the alert has no ${require_field_reader.printable(name)}` : ` ${matcherText({
		name,
		operator: "=",
		value
	})}`;
}
// src/deployment/routing/routes/walk-routes.ts
function walkRoutes(root, labels) {
	const cannotTell = [];
	const taken = walk(root, labels, cannotTell);
	return cannotTell.length === 0 ? {
		taken,
		cannotTell
	} : {
		taken: [],
		cannotTell
	};
}
function walk(route, labels, cannotTell) {
	const match = fulfilsAll(labels, route.matchers);
	if (match === "cannot tell") cannotTell.push(...doubts(labels, route.matchers, route.path));
	if (match !== "yes") return [];
	const taken = [];
	for (const child of route.routes) {
		const below = walk(child, labels, cannotTell);
		taken.push(...below);
		if (below.length > 0 && !child.continue) break;
	}
	return taken.length > 0 ? taken : [route];
}
// src/deployment/routing/suppression/inhibition.ts
function inhibitionsOf(labels, rules, { activeAlerts, now }) {
	const firing = activeAlerts.filter(({ endsAt }) => endsAt > now);
	const inhibitedBy = [];
	const cannotTell = [];
	for (const rule of rules) {
		const found = firing.map((by) => ({
			by,
			match: inhibits(rule, by.labels, labels)
		}));
		const certain = found.find(({ match }) => match === "yes");
		if (certain !== void 0) inhibitedBy.push({
			rule: rule.path,
			by: certain.by
		});
		else cannotTell.push(...found.flatMap(({ by, match }) => match === "no" ? [] : doubtsOf(rule, by, labels)));
	}
	return {
		inhibitedBy,
		cannotTell: [...new Set(cannotTell)]
	};
}
function inhibits({ source, target, equal }, by, labels) {
	if (equal.some((name) => labelOf(by, name) !== labelOf(labels, name))) return "no";
	const hasTwoSides = allOf([fulfilsAll(labels, source), fulfilsAll(by, target)]);
	return allOf([
		fulfilsAll(labels, target),
		fulfilsAll(by, source),
		opposite(hasTwoSides)
	]);
}
function doubtsOf({ source, target, path }, { labels: by }, labels) {
	return [by, labels].flatMap((side) => doubts(side, [...source, ...target], path));
}
// src/deployment/routing/suppression/silences.ts
function silencesOf(labels, { silences, now }) {
	const found = silences.filter(({ startsAt, endsAt }) => startsAt <= now && now <= endsAt).map((silence) => ({
		silence,
		match: fulfilsAll(labels, silence.matchers)
	}));
	return {
		silencedBy: found.filter(({ match }) => match === "yes").map(({ silence }) => silence),
		cannotTell: found.filter(({ match }) => match === "cannot tell").flatMap(({ silence }) => doubts(labels, silence.matchers, `silence ${silence.id}`))
	};
}
// src/deployment/routing/judge.ts
function judge(configuration, labels, moment) {
	const { taken, cannotTell } = walkRoutes(configuration.route, labels);
	const unknown = configuration.unknownKeys.map((path) => `${path}: cannot tell what this key does`);
	const inhibition = inhibitionsOf(labels, configuration.inhibitRules, moment);
	const silence = silencesOf(labels, moment);
	const cannotTellRoute = [...unknown, ...cannotTell].map(require_field_reader.printable);
	const paths = taken.map((route) => pathOf(route, configuration, moment.now));
	return {
		paths: cannotTellRoute.length === 0 ? paths : [],
		cannotTellRoute,
		inhibitedBy: inhibition.inhibitedBy,
		silencedBy: silence.silencedBy,
		cannotTellSuppressed: [...inhibition.cannotTell, ...silence.cannotTell].map(require_field_reader.printable),
		nearMisses: nearMissesOf(configuration.route, labels, taken)
	};
}
function pathOf(route, configuration, now) {
	const { mutedBy, cannotTell } = mutingOf(route, configuration.timeIntervals, now);
	const receiver = configuration.receivers.find(({ name }) => name === route.receiver);
	const { groupBy, groupWait, groupInterval, repeatInterval } = route;
	return {
		route: route.described,
		at: route.path,
		receiver: route.receiver,
		integrations: receiver?.integrations,
		groupBy,
		groupWait,
		groupInterval,
		repeatInterval,
		mutedBy,
		cannotTellMuted: cannotTell.map(require_field_reader.printable)
	};
}
// src/deployment/check/moment.ts
function momentOf({ silences, alerts, clockAheadMs }, now) {
	return {
		now: now + (clockAheadMs ?? 0),
		silences: valueOr(silences, []),
		activeAlerts: activeAlertsOf(valueOr(alerts, []))
	};
}
function activeAlertsOf(held) {
	return held.map(({ labels, fingerprint, endsAt }) => ({
		labels,
		fingerprint,
		endsAt: endsAt ?? Number.POSITIVE_INFINITY
	}));
}
// src/deployment/check/route-alerts.ts
function alertmanagerConfiguration({ status }) {
	if (!wasRead(status)) return null;
	try {
		return readAlertmanagerConfiguration(status.value.config, status.value.version);
	} catch {
		return null;
	}
}
function routeAlerts(one, configuration, { seen, pack }, clock) {
	const moment = momentOf(one, clock());
	const routed = seen.flatMap((prometheus) => sentAlerts(prometheus, pack, configurationOf(prometheus)).flatMap(({ alert, arrival }) => arrival.kind === "arrives" ? [{
		alert,
		labels: arrival.labels,
		judgement: judge(configuration, arrival.labels, moment)
	}] : []));
	return [...new Map(routed.map((alert) => [JSON.stringify(Object.entries(alert.labels).sort()), alert])).values()];
}
// src/deployment/check/scraped-targets.ts
const SETTLING_MS = 1e4;
function cannotSee(what, { why }) {
	return `cannot see ${what}: the server ${why}`;
}
function isNew({ runtime }, now) {
	if (!wasRead(runtime) || runtime.value.startedAt === null) return false;
	return now - runtime.value.startedAt < SETTLING_MS;
}
function scrapeSeconds(seen) {
	if (!wasRead(seen.series)) return null;
	const intervals = ourTargets(seen.targets, seen.series.value).flatMap(({ interval }) => interval ?? []);
	return intervals.length === 0 ? null : Math.max(...intervals);
}
function ourTargets(targets, series) {
	if (!wasRead(targets)) return [];
	const jobs = new Set(series.map(({ labels }) => labels.job));
	const found = targets.value.filter(({ labels }) => jobs.has(labels.job));
	if (found.length > 0) return found;
	return targets.value.length === 1 ? targets.value : targets.value.filter(({ health }) => health !== "up");
}
function soundScrapeSeconds(seen, { spikeRoom }) {
	const seconds = scrapeSeconds(seen) ?? 0;
	return seconds >= spikeRoom ? 0 : seconds;
}
function nameOfTarget({ job = "?", instance = "?" }) {
	return `${job}/${instance}`;
}
// src/deployment/check/estimate.ts
function firesFor(seen, pack) {
	const keep = pack.alerts.find(({ name }) => name === "AccountSyncMismatchSpike")?.keepFiringFor ?? 0;
	return pack.spikeRoom - longest(seen.map((one) => soundScrapeSeconds(one, pack))) + keep;
}
function estimate(seen, alertmanagers, { pack, receiver }, clock) {
	const wait = pack.alerts.find(({ name }) => name === "AccountSyncMismatchSpike")?.for ?? 0;
	const paths = alertmanagers.flatMap((one) => {
		const configuration = alertmanagerConfiguration(one);
		if (configuration === null) return [];
		return routeAlerts(one, configuration, {
			seen,
			pack
		}, clock).filter(({ alert, judgement }) => alert.name === "AccountSyncMismatchSpike" && judgement.inhibitedBy.length + judgement.silencedBy.length === 0).flatMap(({ judgement }) => openPaths(judgement, receiver));
	});
	if (paths.length === 0) return null;
	const [scrape, evaluation] = [longest(seen.map(scrapeSeconds)), longest(seen.map((one) => evaluationSeconds(one, pack)))];
	const groupWaits = paths.map(({ groupWait }) => groupWait);
	const latest = paths.map((path) => sharesGroup(path) ? Math.max(path.groupWait, path.groupInterval) : path.groupWait);
	return {
		receivers: [...new Set(paths.map(({ receiver: name }) => name))],
		least: wait + Math.min(...groupWaits),
		most: wait + scrape + evaluation + Math.max(...latest)
	};
}
function longest(values) {
	return Math.max(0, ...values.map((value) => value ?? 0));
}
// src/deployment/check/judge-delivered.ts
const { passed: passed$12, failed: failed$12, warned: warned$7, skipped: skipped$8 } = checksIn("delivered");
function deliveries(counters, kinds) {
	return kinds.map((kind) => {
		const of = (name) => counters.sum(`alertmanager_${name}`, { integration: kind }) ?? 0;
		return {
			kind,
			sent: of("notifications_total"),
			failed: of("notifications_failed_total"),
			attempts: of("notification_requests_total"),
			failedAttempts: of("notification_requests_failed_total")
		};
	});
}
function judgeDelivered({ counters }, kinds) {
	if (!wasRead(counters)) return [skipped$8("errors", cannotSee("what was delivered", counters.refusal))];
	if (kinds.length === 0) return [];
	return [...judgeReload$1(counters.value), ...deliveries(counters.value, kinds).map(judgeKind)];
}
function judgeKind({ kind, sent, failed: lost, attempts, failedAttempts }) {
	if (sent === 0 && attempts === 0) return skipped$8("errors", "delivery: nothing was sent since its start; ring proves it");
	const says = `${kind}: ${lost} of ${sent} notifications failed, ${failedAttempts} of ${attempts} attempts`;
	const cure = `see Alertmanager's log for what the ${kind} receiver answers`;
	if (attempts > 0 ? failedAttempts >= attempts : lost >= sent) return failed$12("errors", says, ["not one attempt succeeded since its start"], cure);
	if (lost > 0 || failedAttempts > 0) return warned$7("errors", says, ["counted since its start, over all receivers of this kind"], cure);
	return passed$12("errors", `${kind}: ${sent} sent, 0 failed`);
}
function judgeReload$1(counters) {
	const loaded = counters.sum("alertmanager_config_last_reload_successful");
	if (loaded === null) return [];
	if (loaded === 1) return [passed$12("reload", "configuration loaded")];
	return [failed$12("reload", "Alertmanager could not load its configuration", ["what runs is an older configuration than the file's"], "amtool check-config, mend the file, reload")];
}
// src/deployment/check/judge-suppressed.ts
const { passed: passed$11, failed: failed$11, skipped: skipped$7, warned: warned$6 } = checksIn("routed");
function judgeSuppressed(alerts, receiver) {
	if (alerts.length === 0) return [];
	const unclear = alerts.flatMap(({ judgement }) => judgement.cannotTellSuppressed);
	const checks = [
		...judgeSilences(alerts),
		...judgeInhibition(alerts),
		...judgeMuting(alerts, receiver),
		...[...new Set(unclear)].slice(0, 3).map((why) => skipped$7("suppressed", "cannot tell whether an alert is suppressed", [why]))
	];
	return checks.some(({ status }) => status !== "warned") ? checks : [passed$11("suppressed", "no silence, inhibition or mute"), ...checks];
}
function judgeSilences(alerts) {
	return [...groupedBy(alerts, ({ judgement }) => judgement.silencedBy.map(({ id }) => id))].flatMap(([id, some]) => {
		const silence = some[0]?.judgement.silencedBy.find((one) => one.id === id);
		if (silence === void 0) return [];
		const { createdBy, comment, endsAt, matchers } = silence;
		const until = require_parse_history.isoSeconds(endsAt).replace(/:\d\dZ$/, "Z");
		const says = `silence ${id.slice(0, 8)} by ${createdBy || "nobody"} until ${until} ("${comment}") swallows ${namesOf(some, alerts)}`;
		return [failed$11("silence", says, [`it matches ${matchersText(matchers)}`], `amtool silence expire ${id}`)];
	});
}
function judgeInhibition(alerts) {
	return [...groupedBy(alerts, ({ judgement }) => judgement.inhibitedBy.slice(0, 1).map(({ rule, by }) => `${rule} ${by.fingerprint}`))].flatMap(([, some]) => {
		const inhibition = some[0]?.judgement.inhibitedBy[0];
		if (inhibition === void 0) return [];
		const { rule, by } = inhibition;
		const says = `${by.labels.alertname ?? "an alert"}, firing now, inhibits ${namesOf(some, alerts)}`;
		return [failed$11("inhibited", says, [`${rule} holds while ${labelsText(by.labels).slice(0, 200)} fires`], `take the pack's alerts out of the targets of ${rule} (component!="account")`)];
	});
}
function judgeMuting(alerts, receiver) {
	const byInterval = groupedBy(alerts.filter(({ judgement }) => tellingPaths(judgement, receiver).length > 0 && openPaths(judgement, receiver).length === 0), ({ judgement }) => tellingPaths(judgement, receiver).flatMap(({ mutedBy, route }) => mutedBy.slice(0, 1).map(({ kind, interval }) => JSON.stringify([
		kind,
		interval,
		route
	]))));
	const unclear = alerts.flatMap(({ judgement }) => tellingPaths(judgement, receiver).flatMap(({ cannotTellMuted }) => cannotTellMuted));
	return [...[...byInterval].map(([key, some]) => {
		const [kind, interval, route] = JSON.parse(key);
		const name = kind === "mute" ? `mute_time_intervals "${interval}"` : `active_time_intervals "${interval}", which it lies outside of,`;
		return failed$11("muted", `${name} keeps ${namesOf(some, alerts)} quiet now`, [`of ${route}`], `take "${interval}" out of the route, or its times right`);
	}), ...[...new Set(unclear)].slice(0, 3).map((why) => skipped$7("muted", "cannot tell whether a time interval mutes", [why]))];
}
function judgeOtherTimes(alerts, receiver, intervalsOf) {
	const limited = alerts.flatMap(({ judgement }) => openPaths(judgement, receiver).flatMap(({ at }) => intervalsOf(at)));
	if (limited.length === 0) return [];
	const names = few([...new Set(limited)].map((name) => `"${name}"`));
	return [warned$6("other-times", `${names} decides at other times whether anybody is paged`, [], "see that somebody else is paged then")];
}
// src/deployment/check/judge-routed.ts
const { passed: passed$10, failed: failed$10, warned: warned$5, skipped: skipped$6 } = checksIn("routed");
function judgeRouted(alerts, wishes) {
	const unclear = alerts.filter(({ judgement }) => judgement.cannotTellRoute.length > 0);
	const clear = alerts.filter((alert) => !unclear.includes(alert));
	return [
		...unclear.slice(0, 1).map(({ alert, judgement }) => skipped$6("receiver", `cannot tell where ${alert.name} goes`, judgement.cannotTellRoute.slice(0, 3))),
		...clear.length === 0 ? [] : judgeReceivers(clear, wishes.receiver),
		...judgeSuppressed(clear, wishes.receiver),
		...judgeRouteTimes(clear, wishes),
		...judgeResolved$1(clear, wishes.receiver),
		...judgeHeartbeat(wishes.heartbeat)
	];
}
function judgeReceivers(alerts, receiver) {
	const lost = alerts.filter(({ judgement }) => tellingPaths(judgement, receiver).length === 0);
	if (lost.length === 0) return [passed$10("receiver", `all alerts go to ${destinationsOf(alerts, receiver)}`)];
	return [...groupedBy(lost, ({ judgement }) => [JSON.stringify([whereTo(judgement, receiver), missOf(judgement)])]).values()].flatMap((some) => some.slice(0, 1).map((first) => lostCheck(first, some, namesOf(some, alerts), receiver)));
}
function lostCheck({ judgement, labels }, { length }, names, receiver) {
	const says = `${names} ${length === 1 ? "goes" : "go"} to ${whereTo(judgement, receiver)}`;
	const miss = missOf(judgement);
	if (miss !== "") return failed$10("receiver", says, [miss], "fix the matcher, reload Alertmanager");
	const taken = judgement.paths.map(({ route, at }) => `it takes ${route} (${at})`);
	const arrives = `it arrives with ${labelsText({
		...labels,
		alertname: ""
	})}`;
	const cure = "give the alerts a route to a receiver that notifies somebody, before the one they take";
	return failed$10("receiver", says, [...taken, arrives], cure);
}
function destinationsOf(alerts, receiver) {
	const paths = alerts.flatMap(({ judgement }) => tellingPaths(judgement, receiver));
	return [...new Map(paths.map((path) => [path.receiver, path]))].map(([name, { integrations = [] }]) => `"${name}" (${[...new Set(integrations.map(({ kind }) => kind))].join(", ")})`).join(" and ");
}
function whereTo({ paths }, receiver) {
	if (paths.length === 0) return "no receiver at all";
	const named = paths.map((path) => {
		if (path.integrations === void 0) return `receiver "${path.receiver}", which does not exist`;
		return path.integrations.length === 0 ? `receiver "${path.receiver}", which notifies nobody` : `receiver "${path.receiver}"`;
	});
	return few([...new Set(named)]) + (receiver === null || paths.some((path) => path.receiver === receiver) ? "" : `, not to "${receiver}"`);
}
function missOf({ nearMisses }) {
	return nearMisses[0]?.why ?? "";
}
function judgeResolved$1(alerts, receiver) {
	const paths = alerts.flatMap(({ judgement }) => openPaths(judgement, receiver));
	if (paths.length === 0) return [];
	const silent = paths.flatMap((path) => (path.integrations ?? []).filter(({ sendResolved }) => sendResolved === false).map(({ kind }) => `"${path.receiver}" (${kind})`));
	if (silent.length === 0) return [passed$10("resolved", "resolved is sent")];
	return [warned$5("resolved", `${few([...new Set(silent)])} is not told when an alert is over`, ["send_resolved: false"], "send_resolved: true, unless it is meant so")];
}
function judgeHeartbeat(heartbeat) {
	if (heartbeat === null) return [];
	const { alert, judgement } = heartbeat;
	const paths = tellingPaths(judgement, null);
	const isSuppressed = judgement.inhibitedBy.length + judgement.silencedBy.length > 0;
	if (paths.length > 0 && !isSuppressed) return [passed$10("heartbeat", `the heartbeat goes to ${few([...new Set(paths.map(({ receiver }) => `"${receiver}"`))])}`)];
	const says = `the heartbeat ${alert.name} ${paths.length === 0 ? "reaches nobody" : "is suppressed"}`;
	return [warned$5("heartbeat", says, ["when Prometheus or Alertmanager dies, nothing outside notices"], "route it to a service outside that pages when it stops")];
}
// src/deployment/check/judge-alertmanager.ts
const { warned: warned$4, unseen: unseen$5 } = checksIn("routed");
function judgeAlertmanager(one, wishes, clock) {
	const where = wishes.alertmanagers.length > 1 ? ` ${one.url}` : "";
	return [{
		title: `Routed (Alertmanager ${wasRead(one.status) ? one.status.value.version : "of unknown version"}${where})`,
		checks: checksOf(one, wishes, clock)
	}];
}
function checksOf(one, wishes, clock) {
	const configuration = alertmanagerConfiguration(one);
	if (configuration === null) return [unseen$5("receiver", "cannot read Alertmanager's configuration")];
	const { receiver, pack, seen } = wishes;
	const routed = routeAlerts(one, configuration, wishes, clock);
	const paging = routed.filter(({ alert }) => alert.name !== HEARTBEAT);
	return [
		...judgeRouted(paging, {
			receiver,
			heartbeat: routed.find(({ alert }) => alert.name === "AccountSyncWatchdog") ?? null,
			firesFor: firesFor(seen, pack)
		}),
		...judgeOtherTimes(paging, receiver, intervalsIn(configuration)),
		...judgeCluster(one, wishes.alertmanagers),
		...judgeDelivered(one, kindsOf(paging, receiver))
	];
}
function kindsOf(routed, receiver) {
	const paths = routed.flatMap(({ judgement }) => tellingPaths(judgement, receiver));
	return [...new Set(paths.flatMap(({ integrations = [] }) => integrations.map(({ kind }) => kind)))].sort();
}
function intervalsIn({ route }) {
	const routes = new Map(allRoutes(route).map((one) => [one.path, one]));
	return (at) => {
		const one = routes.get(at);
		return one === void 0 ? [] : [...one.muteTimeIntervals, ...one.activeTimeIntervals];
	};
}
function allRoutes(route) {
	return [route, ...route.routes.flatMap(allRoutes)];
}
function judgeCluster({ status, url }, all) {
	if (all.length < 2 || !wasRead(status) || status.value.peers.length >= all.length) return [];
	const says = `${url} knows ${status.value.peers.length} of ${all.length} Alertmanagers: each pages by itself`;
	return [warned$4("cluster", says, [`its cluster is ${status.value.cluster}`], "--cluster.peer for each Alertmanager")];
}
// src/deployment/check/judge-relabelling.ts
const { passed: passed$9, failed: failed$9, skipped: skipped$5 } = checksIn("sent");
function judgeRelabelling(seen, pack, configuration) {
	if (configuration === null) return [skipped$5("relabelled", "cannot see external_labels and alert_relabel_configs: routes are judged without")];
	const sent = sentAlerts(seen, pack, configuration);
	const dropped = new Map();
	for (const { alert, arrival } of sent) if (arrival.kind === "dropped") dropped.set(arrival.by, [...dropped.get(arrival.by) ?? [], alert.name]);
	const unclear = sent.flatMap(({ arrival }) => arrival.kind === "cannot tell" ? [arrival.why] : []);
	if (dropped.size > 0) return [...dropped].map(([step, names]) => {
		const who = names.length === sent.length ? "all alerts of the pack" : few(names, 12);
		return failed$9("relabelled", `Prometheus drops ${who} on the way to Alertmanager`, [`${step} drops it`], "correct alerting.alert_relabel_configs");
	});
	if (unclear.length > 0) return [skipped$5("relabelled", "cannot tell with which labels alerts are sent", [...new Set(unclear)].slice(0, 3))];
	return [passed$9("relabelled", "no alert dropped on the way")];
}
// src/deployment/check/judge-pace.ts
const { passed: passed$8, failed: failed$8, skipped: skipped$4 } = checksIn("rules");
const LATE_INTERVALS = 3;
function judgePace(placed, seen, pack) {
	const groups = [...new Set(placed.map(({ group }) => group))];
	const slow = groups.filter((group) => isTooSlow(group.interval, pack, soundScrapeSeconds(seen, pack)));
	const { spikeWindow, spikeFor } = pack.settings;
	const checks = slow.map(({ name, interval }) => failed$8("interval", `group ${name} is evaluated every ${durationText(interval)}`, [`an increase is to be seen for ${spikeWindow} only, and must last ${spikeFor}`], "evaluation_interval: 30s, or interval: 30s in the group"));
	const heavy = groups.filter((group) => group.interval > 0 && group.evaluationTime > group.interval);
	checks.push(...heavy.map(({ name, interval, evaluationTime }) => {
		const why = [`it is due every ${durationText(interval)}, so that evaluations are left out`];
		return failed$8("pace", `an evaluation of group ${name} takes ${durationText(evaluationTime)}`, why, "evaluate it less often, or on a faster Prometheus");
	}));
	const late = seen.now === null ? [] : groups.filter((group) => isLate(group, seen.now ?? 0));
	checks.push(...late.map(({ name, interval, lastEvaluation }) => {
		const age = durationText(Math.round(((seen.now ?? 0) - (lastEvaluation ?? 0)) / 1e3));
		return failed$8("pace", `group ${name} was last evaluated ${age} ago`, [`it is due every ${durationText(interval)}`], "see Prometheus' log");
	}));
	if (checks.length > 0) return checks;
	const longest = Math.max(...groups.map(({ interval }) => interval));
	if (longest === 0) return [skipped$4("interval", "cannot see how often is evaluated: the server does not say")];
	return [passed$8("interval", `evaluated every ${durationText(longest)}`)];
}
function isTooSlow(interval, { spikeRoom, settings, alerts }, scrape) {
	if (interval === 0) return false;
	const wait = alerts.find(({ name }) => name === "AccountSyncMismatchSpike")?.for ?? 0;
	const lasts = spikeRoom + wait - scrape;
	return Math.ceil(wait / interval) * interval + interval > lasts && settings.spikeFor !== "0s";
}
function isLate({ interval, lastEvaluation }, now) {
	return lastEvaluation !== null && interval > 0 && now - lastEvaluation > (LATE_INTERVALS * interval + 10) * 1e3;
}
// src/deployment/check/judge-rules.ts
const { passed: passed$7, failed: failed$7, warned: warned$3, skipped: skipped$3, unseen: unseen$4 } = checksIn("rules");
function judgeRules(seen, pack, ruleFiles) {
	if (!wasRead(seen.groups)) return [unseen$4("loaded", cannotSee("the rules", seen.groups.refusal)), ...judgeReload(seen)];
	const placed = placeAlerts(seen.groups.value, pack);
	return [
		judgeLoaded(pack.alerts.filter(({ name }) => placed.every(({ alert }) => alert.name !== name)), pack, ruleFiles),
		...placed.length === 0 ? [] : [
			...judgeUnchanged(placed),
			...judgeHealthy(placed),
			...judgePace(placed, seen, pack)
		],
		...judgeReload(seen)
	];
}
function judgeLoaded(missing, { alerts }, ruleFiles) {
	if (missing.length === 0) return passed$7("loaded", `all ${alerts.length} alerts of the pack loaded`);
	const says = missing.length === alerts.length ? "no alert of the pack is loaded" : `not loaded: ${few(missing.map(({ name }) => name), 12)}`;
	const files = ruleFiles === null ? "which rule_files Prometheus has could not be seen" : `rule_files: ${few(ruleFiles, 5) || "none"}`;
	return failed$7("loaded", says, [files], "name the pack's file in rule_files (its ending too), reload Prometheus");
}
function judgeUnchanged(placed) {
	const changed = placed.filter((one) => one.differences.length > 0);
	if (changed.length === 0) return [passed$7("unchanged", "unchanged")];
	return changed.map(({ alert, differences: found }) => failed$7("unchanged", `${alert.name} is not as the pack has it`, found, "load the pack again, or give here the --set that it was printed with"));
}
function judgeHealthy(placed) {
	const failing = placed.filter(({ rule }) => rule.health === "err");
	const waiting = placed.filter(({ rule }) => rule.health === "unknown");
	const broken = failing.map(({ alert, rule }) => failed$7("healthy", `${alert.name} cannot be evaluated`, [`Prometheus says: ${rule.lastError}`], "mend what it says (limits such as --query.max-samples, duplicate series)"));
	if (broken.length > 0) return broken;
	if (waiting.length > 0) return [unseen$4("healthy", `not evaluated yet: ${few(waiting.map(({ alert }) => alert.name))}; ask again after an interval`)];
	return [passed$7("healthy", "healthy")];
}
function judgeReload({ runtime }) {
	if (!wasRead(runtime)) return [skipped$3("reload", cannotSee("whether the last reload succeeded", runtime.refusal))];
	if (runtime.value.isConfigLoaded) return [passed$7("reload", "configuration loaded")];
	const why = [`what runs is the configuration of ${runtime.value.configTime}; later changes are not in force`];
	return [failed$7("reload", "Prometheus could not load its configuration", why, "promtool check config, mend the file, reload")];
}
function judgeFiring(firing) {
	if (firing.length === 0) return [];
	return [warned$3("firing", `${counted(firing.length, "alert")} of the pack is firing now: ${few(firing)}`, [], "see the alert's runbook page")];
}
// src/deployment/check/judge-series.ts
const { passed: passed$6, failed: failed$6 } = checksIn("scraped");
const RUNBOOK_RULES = [
	"ts_regression",
	"duplicate_key",
	"negative_qty",
	"orphan_order"
];
const WITHIN = new Set([
	"__name__",
	"rule",
	"reason"
]);
function judgeSeries(series, { metrics, settings }) {
	const counter = `${settings.prefix}_mismatches_total`;
	const checks = [...accountsOf(series)].flatMap(([account, names]) => judgeAccount(account, names, metrics, counter));
	return checks.length > 0 ? checks : [passed$6("series", "all rules have their series")];
}
function accountsOf(series) {
	const accounts = new Map();
	for (const sample of series) {
		const account = accountOf(sample);
		const names = accounts.get(account) ?? new Map();
		accounts.set(account, names);
		const name = sample.labels.__name__ ?? "";
		names.set(name, [...names.get(name) ?? [], sample]);
	}
	return accounts;
}
function accountOf({ labels }) {
	const others = Object.entries(labels).filter(([name]) => !WITHIN.has(name)).sort().filter(([name]) => name !== "job" && name !== "instance").map(([name, value]) => `${name}=${value}`);
	return [`${labels.job ?? "?"}/${labels.instance ?? "?"}`, ...others].join(" ");
}
function judgeAccount(account, names, metrics, counter) {
	const missing = metrics.filter((metric) => !names.has(metric));
	const drops = "see metric_relabel_configs, and whether the exporter has it";
	const gone = missing.map((metric) => failed$6("series", `${account} has no ${metric}`, ["an alert of the pack reads it, and cannot ring without"], drops));
	const counts = names.get(counter) ?? [];
	const rules = new Set(counts.flatMap(({ labels }) => labels.rule ?? []));
	if (counts.length === 0) return gone;
	if (rules.size === 0) {
		const why = ["the pack reads rule!=\"none\"; without the label no mismatch is counted apart"];
		return [...gone, failed$6("born-at-0", `the series of ${counter} have no label rule`, why, "take the labeldrop out of metric_relabel_configs")];
	}
	const unborn = RUNBOOK_RULES.filter((rule) => !rules.has(rule));
	if (unborn.length === 0) return gone;
	const why = ["increase() cannot see a series that is born at 1: its first mismatch does not ring"];
	return [...gone, failed$6("born-at-0", `${account} has no series of ${counter} for ${few(unborn, 4)}`, why, "have the exporter expose each rule at 0 from its start")];
}
// src/deployment/check/judge-scraped.ts
const { passed: passed$5, failed: failed$5, warned: warned$2, skipped: skipped$2, unseen: unseen$3 } = checksIn("scraped");
const MOST_SKEW_SECONDS = 10;
function judgeScraped(seen, pack, wantedTargets, now) {
	if (!wasRead(seen.series)) return [unseen$3("series", cannotSee("the series", seen.series.refusal))];
	const series = seen.series.value;
	const ours = ourTargets(seen.targets, series);
	return [
		...judgeTargets(seen, series, ours, wantedTargets, now),
		...judgeInterval(seen.targets, ours, pack),
		...series.length === 0 ? [] : [
			...judgeSeries(series, pack),
			...judgeLabels(seen.targets, series),
			...judgeClocks(seen, pack)
		]
	];
}
function judgeTargets(seen, series, ours, wanted, now) {
	if (series.length === 0) return [judgeNoSeries(seen, ours, now)];
	if (!wasRead(seen.targets)) return [skipped$2("up", cannotSee("the targets", seen.targets.refusal))];
	const down = ours.filter(({ health }) => health === "down");
	const up = ours.filter(({ health }) => health === "up");
	const downChecks = down.map((target) => failed$5("up", `${nameOfTarget(target.labels)} is down`, [`Prometheus says: ${target.lastError}`, `it scrapes ${target.url}`], "mend the target's address, port or metrics_path"));
	if (wanted !== null && up.length !== wanted) {
		const says = `${counted(up.length, "target")} up, not ${wanted} as --targets says`;
		const names = up.map(({ labels }) => nameOfTarget(labels));
		downChecks.push(failed$5("targets", says, [`up: ${few(names, 10) || "none"}`], "scrape every account's exporter, or correct --targets"));
	}
	return downChecks.length > 0 ? downChecks : [passed$5("up", `${counted(up.length || 1, "target")} up`)];
}
function judgeNoSeries(seen, ours, now) {
	const waiting = ours.filter(({ health }) => health === "unknown");
	if (isNew(seen, now) || waiting.length > 0 && waiting.length === ours.length) {
		const names = waiting.map(({ labels }) => nameOfTarget(labels));
		return unseen$3("series", `not scraped yet: ${few(names) || "Prometheus has just started"}; ask again after an interval`);
	}
	const [stranger] = (wasRead(seen.strangers) ? seen.strangers.value : []).flatMap(({ labels }) => labels.__name__ ?? []);
	if (stranger !== void 0) {
		const prefix = stranger.replace(/_last_wall_ts$/, "");
		return failed$5("series", "no series has the rules' prefix", [`exposed: ${stranger}`], `account-sync-drill rules --set prefix=${prefix}, and the same --set here`);
	}
	const down = ours.filter(({ health }) => health === "down");
	const why = down.slice(0, 3).flatMap(({ labels, lastError, url }) => [`${nameOfTarget(labels)} is down: ${lastError}`, `it scrapes ${url}`]);
	const cure = down.length > 0 ? "mend the target's address, port or metrics_path" : "add the exporter to scrape_configs";
	return failed$5("series", "no target exposes the pack's metrics", why.length > 0 ? why : ["no target of Prometheus is down either"], cure);
}
function judgeInterval(targets, ours, pack) {
	if (!wasRead(targets) || ours.length === 0) return [];
	const { spikeWindow, spikeFor } = pack.settings;
	const known = ours.flatMap(({ labels, interval }) => interval === null ? [] : [{
		labels,
		interval
	}]);
	if (known.length === 0) return [skipped$2("interval", "cannot see how often is scraped: the server does not say")];
	const slow = known.filter(({ interval }) => interval >= pack.spikeRoom);
	if (slow.length === 0) {
		const longest = Math.max(...known.map(({ interval }) => interval));
		return [passed$5("interval", `scraped every ${durationText(longest)}`)];
	}
	return slow.map(({ labels, interval }) => failed$5("interval", `${nameOfTarget(labels)} is scraped every ${durationText(interval)}`, [`expected less than ${durationText(pack.spikeRoom)} (spike-window ${spikeWindow} - spike-for ${spikeFor})`], "scrape_interval: 30s"));
}
function judgeLabels(targets, series) {
	if (!wasRead(targets)) return [];
	const known = new Set(targets.value.map(({ labels }) => nameOfTarget(labels)));
	const foreign = [...new Set(series.map(({ labels }) => nameOfTarget(labels)))].filter((name) => !known.has(name));
	if (foreign.length === 0) return [passed$5("labels", "series carry their target's names")];
	const why = [`the series say ${few(foreign)}; Prometheus' targets are ${few([...known])}`];
	return [warned$2("labels", "the exporter overrides job or instance (honor_labels)", why, "honor_labels: false, or no job and instance in the exporter")];
}
function judgeClocks({ clocks }, pack) {
	if (!wasRead(clocks)) return [skipped$2("clock", cannotSee("the exporter's clock", clocks.refusal))];
	if (clocks.value.length === 0) return [warned$2("synced", "no sync has completed since the exporter started", [`${pack.settings.prefix}_last_wall_ts is 0`], "see what the syncer logs")];
	const wrong = clocks.value.filter(({ value }) => Math.abs(value) > MOST_SKEW_SECONDS);
	if (wrong.length === 0) {
		const most = Math.max(...clocks.value.map(({ value }) => Math.ceil(Math.abs(value))), 1);
		return [passed$5("clock", `clock within ${most} s`)];
	}
	return wrong.map(({ labels, value }) => {
		const says = `the clock of ${nameOfTarget(labels)} is ${Math.round(Math.abs(value))} s ${value < 0 ? "slow" : "fast"}`;
		return warned$2("clock", says, ["ages and the time of the last mismatch are judged against Prometheus' clock"], "synchronise the exporter's clock (NTP)");
	});
}
// src/deployment/http/server-url.ts
function serverUrl(option, text) {
	const url = parsedUrl(text);
	if (url === null || !/^https?:$/.test(url.protocol)) throw new require_field_reader.DrillError("usage", `${option}: expected an address such as http://127.0.0.1:9090, got ${shown$1(text)}`);
	if (url.username !== "" || url.password !== "") throw new require_field_reader.DrillError("usage", `${option}: the URL holds credentials, which every process list shows; give them with --http-config`);
	if (url.search !== "" || url.hash !== "") throw new require_field_reader.DrillError("usage", `${option}: expected no ? and no # in the URL; a token is given with --http-config`);
	return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
function parsedUrl(text) {
	try {
		return new URL(text);
	} catch {
		return null;
	}
}
function withoutSecrets(text) {
	const url = parsedUrl(text);
	return url === null ? "an address that is none" : `${url.protocol}//${url.host}${url.pathname}`;
}
function shown$1(text) {
	return /[@?#]/.test(text) ? "text that holds @, ? or #" : require_field_reader.quoted(text);
}
// src/deployment/check/judge-sent.ts
const { passed: passed$4, failed: failed$4, warned: warned$1, skipped: skipped$1, unseen: unseen$2 } = checksIn("sent");
const RESOLVED_AFTER_MS = 24e4;
const MOST_SKEW_MS = 3e4;
function judgeSent(seen, destinations, given, now) {
	const { alertmanagers } = seen;
	if (!wasRead(alertmanagers)) return [unseen$2("configured", cannotSee("to whom alerts are sent", alertmanagers.refusal))];
	if (alertmanagers.value.length === 0) return [isNew(seen, now) ? unseen$2("configured", "Prometheus has just started: ask again") : NONE];
	const answers = judgeAnswers(seen, destinations, given);
	const isTold = answers.some(({ status }) => status === "failed");
	return [
		passed$4("configured", counted(alertmanagers.value.length, "Alertmanager")),
		...answers,
		...isTold ? [] : [judgeLost(seen, destinations)],
		...given.flatMap((one) => judgeClock(seen, one))
	];
}
const NONE = failed$4("configured", "Prometheus sends its alerts to nobody", ["it has no Alertmanager: no alerting section, or none of it is discovered"], "add alerting.alertmanagers to Prometheus' configuration");
function judgeAnswers(seen, destinations, given) {
	const known = new Set([seen.url, ...given.map(({ url }) => url)].map((url) => parsedUrl(url)?.hostname));
	const checks = destinations.flatMap((destination) => judgeDestination(seen, destination, known));
	if (checks.length > 0) return checks;
	const strangers = destinations.filter(({ isGiven }) => isGiven === false);
	if (strangers.length > 0) {
		const says = "Prometheus sends to an Alertmanager that was not asked";
		const names = strangers.map(({ url }) => withoutSecrets(url));
		return [warned$1("answers", says, [`it sends to ${few(names)}; given: ${few(given.map(({ url }) => url))}`], `--alertmanager ${names[0]}`)];
	}
	return [passed$4("answers", destinations.length === 1 ? "it answers" : "they answer")];
}
function judgeDestination(seen, { url, refusal, apiUrl }, known) {
	if (refusal === null || refusal.kind === "denied") return [];
	const address = withoutSecrets(url);
	const { lost, sent } = sendingTo(seen, apiUrl);
	const why = [`asked itself, it ${refusal.why}`, ...lost > 0 ? [`Prometheus failed to send ${counted(lost, "time")}`] : []];
	const says = `Prometheus sends to ${address}, and no Alertmanager is there`;
	const cure = refusal.kind === "missing" ? "correct path_prefix under alerting.alertmanagers" : "correct the address under alerting.alertmanagers, or start that Alertmanager";
	if (lost > 0 && lost >= sent) return [failed$4("answers", says, why, cure)];
	if (lost === 0 && sent > 0) return [];
	return known.has(parsedUrl(url)?.hostname) ? [failed$4("answers", says, why, cure)] : [skipped$1("answers", `cannot see ${address} from here: it ${refusal.why}; Prometheus has sent it nothing yet`)];
}
function sendingTo({ counters }, apiUrl) {
	if (!wasRead(counters)) return {
		sent: 0,
		lost: 0
	};
	const of = (name) => counters.value.sum(name, { alertmanager: apiUrl }) ?? 0;
	return {
		sent: of("prometheus_notifications_sent_total"),
		lost: of("prometheus_notifications_errors_total")
	};
}
function judgeLost(seen, destinations) {
	const { counters } = seen;
	if (!wasRead(counters)) return skipped$1("lost", cannotSee("whether notifications were lost", counters.refusal));
	const dropped = counters.value.sum("prometheus_notifications_dropped_total");
	if (dropped === null) return skipped$1("lost", "cannot see whether notifications were lost: the server does not count them");
	const failing = destinations.map(({ apiUrl, url }) => ({
		url,
		...sendingTo(seen, apiUrl)
	})).filter(({ lost }) => lost > 0);
	if (dropped === 0 && failing.length === 0) return passed$4("lost", "0 notifications lost");
	const why = failing.map(({ url, lost, sent }) => `to ${withoutSecrets(url)}: ${lost} failed, ${sent} sent`);
	const says = `Prometheus lost ${counted(dropped, "notification")} since its start`;
	const isDead = failing.some(({ lost, sent }) => lost >= sent);
	const cure = "see Prometheus' log for what Alertmanager answered";
	return isDead ? failed$4("lost", says, why, cure) : warned$1("lost", says, why, cure);
}
function judgeClock(seen, { clockAheadMs, url }) {
	if (clockAheadMs === null || seen.clockAheadMs === null) return [];
	const ahead = clockAheadMs - seen.clockAheadMs;
	if (Math.abs(ahead) < MOST_SKEW_MS) return [passed$4("clock", "clocks agree")];
	const says = `the clock of ${url} is ${Math.round(Math.abs(ahead) / 1e3)} s ${ahead > 0 ? "ahead of" : "behind"} Prometheus'`;
	const cure = "synchronise the clocks (NTP)";
	if (ahead < RESOLVED_AFTER_MS) return [warned$1("clock", says, ["silences and mute times hold at other times than they say"], cure)];
	return [failed$4("clock", says, ["alerts have ended when they arrive: they are taken for resolved"], cure)];
}
// src/deployment/check/judge-prometheus.ts
function judgePrometheus(seen, { pack, targets, prometheus, alertmanagers, destinations }, clock) {
	const now = seen.now ?? clock();
	const where = prometheus.length > 1 ? ` ${seen.url}` : "";
	const configuration = configurationOf(seen);
	const files = configuration?.ruleFiles ?? null;
	return [
		{
			title: `Scraped (Prometheus ${versionText(seen.version)}${where})`,
			checks: judgeScraped(seen, pack, targets, now)
		},
		{
			title: `Rules${where}`,
			checks: [...judgeRules(seen, pack, files), ...judgeFiring(firingNow(seen, pack))]
		},
		{
			title: `Sent${where}`,
			checks: [...judgeSent(seen, destinations, alertmanagers, now), ...judgeRelabelling(seen, pack, configuration)]
		}
	];
}
function versionText(version) {
	return wasRead(version) ? version.value.replace(/\+.*$/, "") : "of unknown version";
}
// src/deployment/refuse-unread.ts
function refuseUnread(prometheus, alertmanagers) {
	for (const seen of prometheus) {
		if (!(!wasRead(seen.series) && seen.series.refusal.kind === "failed")) need("--prometheus", seen.url, "/api/v1/query", seen.series);
		const [targets, rules] = [seen.targets, seen.groups];
		if (wasRead(targets) || wasRead(rules)) continue;
		if (!(targets.refusal.kind === "missing" && rules.refusal.kind === "missing")) need("--prometheus", seen.url, "/api/v1/rules", rules);
		throw new require_field_reader.DrillError("not_completed", `--prometheus ${seen.url} answers queries, but knows neither targets nor rules: a query frontend? Give the Prometheus that scrapes and evaluates`);
	}
	for (const seen of alertmanagers) {
		need("--alertmanager", seen.url, "/api/v2/status", seen.status);
		need("--alertmanager", seen.url, "/api/v2/silences", seen.silences);
		need("--alertmanager", seen.url, "/api/v2/alerts", seen.alerts);
	}
}
function need(option, url, path, read) {
	if (wasRead(read)) return;
	throw new require_field_reader.DrillError("not_completed", `${option} ${url}${path} ${read.refusal.why}`);
}
// src/deployment/audit.ts
async function audit(plan, ports) {
	const { pack } = plan;
	const questions = {
		prefix: pack.settings.prefix,
		metrics: pack.metrics,
		clock: ports.clock
	};
	const [seen, alertmanagers] = await Promise.all([Promise.all(plan.prometheus.map((url) => readPrometheus(ports.ask, {
		...questions,
		url
	}))), Promise.all(plan.alertmanagers.map((url) => readAlertmanager(ports.ask, url, ports.clock)))]);
	refuseUnread(seen, alertmanagers);
	const destinations = await Promise.all(seen.map((one) => askDestinations(ports.ask, one, alertmanagers)));
	return {
		parts: [...seen.flatMap((one, index) => judgePrometheus(one, {
			...plan,
			alertmanagers,
			destinations: destinations[index] ?? []
		}, ports.clock)), ...alertmanagers.flatMap((one) => judgeAlertmanager(one, {
			...plan,
			seen,
			alertmanagers
		}, ports.clock))],
		estimate: estimate(seen, alertmanagers, plan, ports.clock),
		seen,
		alertmanagers
	};
}
// src/deployment/exit-of-checks.ts
function exitOfChecks(checks) {
	if (checks.some(({ status }) => status === "failed")) return 1;
	return checks.some(({ isEssential }) => isEssential) ? 3 : 0;
}
// src/deployment/kept/audited-configuration.ts
function auditedConfiguration(seen, alertmanagers, pack) {
	return {
		prometheus: seen.map((one) => ofPrometheus(one, pack)),
		alertmanagers: alertmanagers.map((one) => {
			const configuration = alertmanagerConfiguration(one);
			return configuration === null ? null : ofAlertmanager(configuration);
		})
	};
}
function ofPrometheus(seen, { alerts, settings }) {
	const names = new Set(alerts.map(({ name }) => name));
	const configuration = configurationOf(seen);
	const groups = valueOr(seen.groups, []).flatMap(({ name, interval, rules }) => {
		const ours = rules.filter((rule) => names.has(rule.name));
		return ours.length === 0 ? [] : [{
			name,
			interval: durationText(interval),
			rules: ours.map(ofRule)
		}];
	});
	const jobs = new Set(valueOr(seen.series, []).map(({ labels }) => labels.job));
	const scraped = valueOr(seen.targets, []).filter(({ labels }) => jobs.has(labels.job));
	return {
		metric_prefix: settings.prefix,
		scrape_intervals: Object.fromEntries(scraped.map(({ labels, interval }) => [labels.job ?? "", interval === null ? null : durationText(interval)])),
		groups,
		external_labels: configuration?.alerting.externalLabels ?? null,
		alert_relabel_configs: configuration?.alerting.relabelings.map(ofStep) ?? null,
		alert_relabel_configs_of_each: configuration?.alerting.ofEachEntry.map((steps) => steps.map(ofStep)) ?? null,
		alertmanagers: valueOr(seen.alertmanagers, []).length
	};
}
function ofRule(rule) {
	const { name, query, labels, keepFiringFor } = rule;
	const keep = keepFiringFor === null ? {} : { keep_firing_for: durationText(keepFiringFor) };
	return {
		alert: name,
		expr: query,
		for: durationText(rule.for),
		...keep,
		labels
	};
}
function ofStep({ action, sourceLabels, regex, targetLabel, replacement }) {
	return {
		action,
		source_labels: sourceLabels,
		regex: regex.source,
		target_label: targetLabel,
		replacement
	};
}
function ofAlertmanager({ route, receivers, inhibitRules, timeIntervals }) {
	return {
		route: ofRoute(route),
		receivers: receivers.map(({ name, integrations }) => ({
			name,
			integrations: integrations.map(({ kind, sendResolved }) => ({
				kind,
				send_resolved: sendResolved ?? null
			}))
		})),
		inhibit_rules: inhibitRules.map(({ source, target, equal }) => ({
			source: source.map(matcherText),
			target: target.map(matcherText),
			equal
		})),
		time_intervals: Object.fromEntries([...timeIntervals].map(([name, intervals]) => [name, intervals.map((one) => JSON.stringify(one))]))
	};
}
function ofRoute(route) {
	return {
		receiver: route.receiver,
		matchers: route.matchers.map(matcherText),
		continue: route.continue,
		group_by: route.groupBy,
		group_wait: durationText(route.groupWait),
		group_interval: durationText(route.groupInterval),
		repeat_interval: durationText(route.repeatInterval),
		mute_time_intervals: route.muteTimeIntervals,
		active_time_intervals: route.activeTimeIntervals,
		routes: route.routes.map(ofRoute)
	};
}
// src/deployment/kept/deployment-evidence.ts
const CONFIGURATION_FILE = "check_configuration.json";
function configurationFile(configuration) {
	return new Map([[CONFIGURATION_FILE, `${require_created_series.canonicalJson(configuration)}\n`]]);
}
function keepDeployment(record, artifactDir, ports) {
	const { command, startedAt, exitCode } = record;
	const place = {
		artifactDir,
		kind: `account_sync_${command}`
	};
	return require_parse_history.writeBundle(ports, place, startedAt, async (bundle) => {
		for (const [name, text] of configurationFile(record.configuration)) bundle.add(name, text);
		const fingerprint = require_parse_history.fingerprintOf(require_parse_history.checksumsOf(bundle.files));
		const evidenceDir = bundle.directory;
		const failure = exitCode === 0 ? null : `exit_code_${exitCode}`;
		const evidenceRef = require_parse_history.renderEvidenceRef({
			mode: `account-sync-${command}`,
			evidenceDir,
			fingerprint,
			failure
		});
		const results = `${require_created_series.canonicalJson(document(record, {
			evidenceDir,
			fingerprint,
			evidenceRef
		}))}\n`;
		bundle.add("summary.txt", summary(record, {
			evidenceDir,
			fingerprint,
			evidenceRef
		}));
		bundle.add("results.json", results);
		bundle.add("junit.xml", junit(record));
		await bundle.commit();
		return {
			evidenceDir,
			fingerprint,
			evidenceRef,
			results
		};
	});
}
const VERDICTS = {
	0: "passed",
	1: "failed",
	3: "incomplete"
};
function document({ command, startedAt, toolVersion, parts, exitCode, more }, place) {
	return {
		result: VERDICTS[exitCode],
		command,
		totals: { ...countsOf(parts.flatMap(({ checks }) => checks)) },
		tool: {
			name: "account-sync-drill",
			version: toolVersion
		},
		started_at: require_parse_history.isoSeconds(startedAt),
		evidence_dir: place.evidenceDir,
		fingerprint: place.fingerprint,
		evidence_ref: place.evidenceRef,
		parts: parts.map(({ title, checks }) => ({
			title,
			checks: checks.map(checkDocument)
		})),
		...more
	};
}
function checkDocument({ id, status, says, why, cure }) {
	return {
		id,
		status,
		says,
		why,
		cure
	};
}
function summary({ command, startedAt, toolVersion, lines, exitCode }, place) {
	return `${[
		`Account sync ${command}: ${VERDICTS[exitCode]}`,
		place.evidenceRef,
		"",
		`evidence_dir: ${place.evidenceDir}`,
		`fingerprint: ${place.fingerprint}`,
		`started: ${require_parse_history.isoSeconds(startedAt)}`,
		`tool: account-sync-drill ${toolVersion}`,
		"",
		...lines
	].map(require_field_reader.printable).join("\n")}\n`;
}
function junit({ parts }) {
	return require_parse_history.junitText(parts.map(({ title, checks }) => ({
		name: title,
		cases: checks.map(({ id, status, says, why }) => ({
			label: `${id}: ${says}`,
			status: status === "warned" ? "skipped" : status,
			message: [
				...status === "warned" ? ["warning"] : [],
				says,
				...why
			].join("; ")
		}))
	})));
}
// src/deployment/kept/expected-fingerprint.ts
const { passed: passed$3, failed: failed$3 } = checksIn("rules");
const MOST_CHANGES = 10;
const MOST_CHARACTERS = 80;
const KINDS = ["check", "ring"];
function isFingerprint(text) {
	return /^[0-9a-f]{12,64}$/.test(text);
}
function judgeExpected(fs, artifactDir, expected, now) {
	if (now.fingerprint.startsWith(expected)) return passed$3("expected", "configuration as expected");
	const earlier = findConfiguration(fs, artifactDir, expected);
	const why = earlier === null ? [`what changed cannot be said: the evidence of ${expected.slice(0, 12)} is not below ${artifactDir}`] : changes(earlier, now.configuration, "");
	const shown = why.slice(0, MOST_CHANGES);
	const more = why.length > shown.length ? [`and ${why.length - shown.length} more`] : [];
	return failed$3("expected", `the configuration is not the one of ${expected.slice(0, 12)} any more`, [...shown, ...more], `if it is meant so: --expect ${now.fingerprint}`);
}
function findConfiguration(fs, artifactDir, expected) {
	for (const kind of KINDS) {
		const parent = (0, node_path.join)(artifactDir, `account_sync_${kind}`);
		for (const name of namesIn(fs, parent)) {
			const directory = (0, node_path.join)(parent, name);
			const sums = require_parse_history.parseChecksums(textOf$2(fs, (0, node_path.join)(directory, require_parse_history.CHECKSUMS_FILE))).checksums;
			if (!require_parse_history.fingerprintOf(sums).startsWith(expected)) continue;
			return parsed(textOf$2(fs, (0, node_path.join)(directory, CONFIGURATION_FILE)));
		}
	}
	return null;
}
function namesIn(fs, directory) {
	try {
		return fs.readdirSync(directory).filter((name) => !name.startsWith(".")).sort().reverse();
	} catch {
		return [];
	}
}
function textOf$2(fs, path) {
	try {
		return fs.readFileSync(path, "utf8");
	} catch {
		return "";
	}
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
function changes(before, after, path) {
	if (JSON.stringify(before) === JSON.stringify(after)) return [];
	if (Array.isArray(before) && Array.isArray(after)) {
		const length = Math.max(before.length, after.length);
		return Array.from({ length }, (_, index) => changes(before[index], after[index], `${path}[${index}]`)).flat();
	}
	if (require_field_reader.isRecord(before) && require_field_reader.isRecord(after)) return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((name) => changes(before[name], after[name], path === "" ? name : `${path}.${name}`));
	return [`${path}: was ${shown(before)}, is ${shown(after)}`];
}
function shown(value) {
	const text = value === void 0 ? "not there" : JSON.stringify(value);
	return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
// src/deployment/tell/audit-text.ts
const WORDS = {
	passed: "PASS",
	failed: "FAIL",
	warned: "WARN",
	skipped: "SKIP"
};
const CONTINUING = new Set([
	"scraped.interval",
	"rules.unchanged",
	"rules.healthy",
	"rules.interval",
	"sent.answers"
]);
function auditLines({ parts, estimate }, palette) {
	const checks = allChecks(parts);
	return [
		...parts.flatMap((part) => partLines(part, palette)),
		...doLines(checks),
		require_field_reader.printable(estimateLine(estimate, checks)),
		countsLine(checks, palette)
	];
}
function allChecks(parts) {
	return parts.flatMap(({ checks }) => checks);
}
function partLines({ title, checks }, palette) {
	const passed = checks.filter(({ status }) => status === "passed");
	const others = checks.filter(({ status }) => status !== "passed");
	return [
		require_field_reader.printable(`=== ${title} ===`),
		...passed.length === 0 ? [] : [`  ${palette.good("PASS")}: ${require_field_reader.printable(sentence(passed))}`],
		...others.flatMap((check) => checkLines(check, palette))
	];
}
function sentence(passed) {
	return passed.map(({ id, says }, index) => (index === 0 ? "" : CONTINUING.has(id) ? ", " : "; ") + says).join("");
}
function checkLines({ status, says, why }, palette) {
	const paint = {
		passed: palette.good,
		failed: palette.bad,
		warned: palette.bad,
		skipped: palette.faint
	}[status];
	return [`  ${paint(WORDS[status])}: ${require_field_reader.printable(says)}`, ...why.map((line) => require_field_reader.printable(`        ${line}`))];
}
function doLines(checks) {
	const cures = checks.filter(({ status }) => status === "failed" || status === "warned").flatMap(({ cure }) => cure ?? []);
	const steps = [...new Set(cures)].map((cure, index) => `${index + 1}. ${cure}`);
	return steps.length === 0 ? [] : [require_field_reader.printable(`Do: ${steps.join("  ")}`)];
}
function estimateLine(estimate, checks) {
	if (checks.some(({ isEssential }) => isEssential)) return "Whether a mismatch pages anybody cannot be said: see SKIP.";
	if (estimate === null) return "A mismatch pages nobody.";
	const { receivers, least, most } = estimate;
	const when = `${receivers.map((name) => `"${name}"`).join(" and ")} after ${Math.round(least)} to ${Math.round(most)} s`;
	return checks.some(({ status }) => status === "failed") ? `A mismatch is not sure to page anybody; with the above mended it pages ${when}.` : `A mismatch pages ${when}.`;
}
function countsLine(checks, palette) {
	const { passed, failed, warned, skipped } = countsOf(checks);
	const more = warned === 0 ? "" : `, ${warned} warned`;
	return (failed > 0 ? palette.bad : palette.good)(`=== Results: ${passed} passed, ${failed} failed, ${skipped} skipped${more} ===`);
}
// src/deployment/run-check.ts
async function runCheck(plan, ports) {
	const startedAt = ports.clock();
	const found = await audit(plan, ports);
	const configuration = auditedConfiguration(found.seen, found.alertmanagers, plan.pack);
	const whole = {
		...found,
		parts: [...found.parts, ...expectedPart(ports.fs, plan, configuration)]
	};
	const exitCode = exitOfChecks(allChecks(whole.parts));
	return {
		audit: whole,
		exitCode,
		kept: await keepDeployment({
			command: "check",
			startedAt,
			toolVersion: plan.toolVersion,
			parts: whole.parts,
			lines: auditLines(whole, require_cli.PLAIN),
			configuration,
			exitCode,
			more: { page: pageDocument(found.estimate) }
		}, plan.artifactDir, ports)
	};
}
function expectedPart(fs, { expected, artifactDir }, configuration) {
	if (expected === null) return [];
	return [{
		title: "Configuration",
		checks: [judgeExpected(fs, artifactDir, expected, {
			fingerprint: require_parse_history.fingerprintOf(require_parse_history.checksumsOf(configurationFile(configuration))),
			configuration
		})]
	}];
}
function pageDocument(estimate) {
	if (estimate === null) return null;
	return {
		receivers: estimate.receivers,
		least_seconds: Math.round(estimate.least),
		most_seconds: Math.round(estimate.most)
	};
}
// src/deployment/http/ask.ts
const ASK_LIMITS = {
	ms: 1e4,
	bytes: 32 * 2 ** 20
};
function askWith(clients, config, limits = ASK_LIMITS) {
	return async (question) => {
		try {
			return await exchange(clients, config, limits, question);
		} catch (error) {
			return error instanceof BrokenAnswer ? error.refusal : unreachable(error, limits);
		}
	};
}
function exchange(clients, config, limits, { url, json, trusted }) {
	const isSecure = url.startsWith("https:");
	const { request } = isSecure ? clients.https : clients.http;
	const options = {
		method: json === void 0 ? "GET" : "POST",
		headers: {
			accept: "application/json",
			"accept-encoding": "identity",
			...json === void 0 ? {} : {
				"content-type": "application/json",
				"content-length": String(Buffer.byteLength(json))
			},
			...trusted && config.authorization !== null ? { authorization: config.authorization } : {}
		},
		agent: false,
		signal: AbortSignal.timeout(limits.ms),
		...isSecure ? trusted ? config.tls : withoutKey(config.tls) : {}
	};
	return new Promise((resolve, reject) => {
		const asked = request(url, options, (response) => {
			bodyOf(response, limits.bytes).then((body) => resolve({
				status: response.statusCode ?? 0,
				headers: response.headers,
				body
			}), reject);
		});
		asked.on("error", reject);
		asked.end(json);
	});
}
function withoutKey({ cert: _cert, key: _key, ...tls }) {
	return tls;
}
async function bodyOf(response, most) {
	const chunks = [];
	let size = 0;
	for await (const chunk of response) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		if (size > most) {
			response.destroy();
			throw new BrokenAnswer({
				kind: "odd",
				why: `answered more than ${most / 2 ** 20} MiB`
			});
		}
		chunks.push(bytes);
	}
	return Buffer.concat(chunks).toString("utf8");
}
const BY_CODE = {
	ECONNREFUSED: "does not answer: connection refused",
	ECONNRESET: "broke the connection",
	EPIPE: "broke the connection",
	ENOTFOUND: "has a name that is not known here",
	EAI_AGAIN: "has a name that could not be looked up",
	EHOSTUNREACH: "does not answer: no route to it",
	ENETUNREACH: "does not answer: no network to it",
	ETIMEDOUT: "does not answer: connecting took too long",
	EPROTO: "does not speak TLS here (https:// where it serves http?)",
	ERR_SSL_WRONG_VERSION_NUMBER: "does not speak TLS here (https:// where it serves http?)",
	ERR_SSL_PACKET_LENGTH_TOO_LONG: "does not speak TLS here (https:// where it serves http?)"
};
function unreachable(error, { ms }) {
	if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError")) return {
		kind: "unreachable",
		why: `did not answer within ${ms / 1e3} s`
	};
	const code = require_field_reader.systemCodeOf(error) ?? "";
	const known = BY_CODE[code];
	if (known !== void 0) return {
		kind: "unreachable",
		why: known
	};
	const why = code.startsWith("HPE_") ? "does not speak HTTP here" : `could not be asked: ${require_field_reader.printable(require_field_reader.messageOf(error))}`;
	return {
		kind: "unreachable",
		why: /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO|SSL/.test(code) ? `${why} (--http-config: tls_config takes a ca_file)` : why
	};
}
// src/deployment/http/http-config.ts
const PLAIN_HTTP = {
	authorization: null,
	tls: {}
};
const VERSIONS = {
	TLS10: "TLSv1",
	TLS11: "TLSv1.1",
	TLS12: "TLSv1.2",
	TLS13: "TLSv1.3"
};
const KNOWN_ELSEWHERE = {
	bearer_token: "use authorization: {credentials: …}",
	bearer_token_file: "use authorization: {credentials_file: …}",
	oauth2: "fetch the token beforehand, and use authorization: {credentials_file: …}",
	proxy_url: "proxies are not supported"
};
function readHttpConfig(file, fs) {
	const place = `--http-config ${require_field_reader.printable(file)}`;
	const document = parsedYaml(readFile(fs, file, place), place);
	if (document === null || document === void 0) return PLAIN_HTTP;
	const section = new Section(document, "", place, (name) => readFile(fs, (0, node_path.resolve)((0, node_path.dirname)(file), name), place));
	section.allow([
		"basic_auth",
		"authorization",
		"tls_config",
		"follow_redirects",
		"enable_http2"
	]);
	if (section.flag("follow_redirects") === true) section.refuse("follow_redirects", "redirects are never followed");
	section.flag("enable_http2");
	const basic = section.below("basic_auth");
	const bearer = section.below("authorization");
	if (basic !== null && bearer !== null) section.refuse("authorization", "basic_auth is given too; only one can hold");
	const tls = section.below("tls_config");
	return {
		authorization: basic !== null ? basicAuth(basic) : bearer !== null ? authorization(bearer) : null,
		tls: tls === null ? {} : tlsOptions(tls)
	};
}
function basicAuth(section) {
	section.allow([
		"username",
		"username_file",
		"password",
		"password_file"
	]);
	const user = section.textOrFile("username") ?? section.refuse("username", "it is missing");
	if (user.includes(":")) section.refuse("username", "it must hold no colon");
	const password = section.textOrFile("password") ?? "";
	return `Basic ${Buffer.from(`${user}:${password}`, "utf8").toString("base64")}`;
}
function authorization(section) {
	section.allow([
		"type",
		"credentials",
		"credentials_file"
	]);
	const type = section.text("type") ?? "Bearer";
	if (type.toLowerCase() === "basic") section.refuse("type", "use basic_auth");
	const value = `${type} ${section.textOrFile("credentials") ?? section.refuse("credentials", "they are missing")}`;
	return /^[\x20-\x7e]+$/.test(value) ? value : section.refuse("credentials", "expected ASCII text on one line");
}
function tlsOptions(section) {
	section.allow([...[
		"ca",
		"ca_file",
		"cert",
		"cert_file",
		"key",
		"key_file"
	], ...[
		"server_name",
		"insecure_skip_verify",
		"min_version",
		"max_version"
	]]);
	const [ca, cert, key] = [
		section.textOrFile("ca"),
		section.textOrFile("cert"),
		section.textOrFile("key")
	];
	if (cert === null !== (key === null)) section.refuse("cert", "cert and key belong together");
	const [servername, least, most] = [
		section.text("server_name"),
		version(section, "min_version"),
		version(section, "max_version")
	];
	return {
		...ca === null ? {} : { ca },
		...cert === null ? {} : { cert },
		...key === null ? {} : { key },
		...servername === null ? {} : { servername },
		...section.flag("insecure_skip_verify") === true ? { rejectUnauthorized: false } : {},
		...least === null ? {} : { minVersion: least },
		...most === null ? {} : { maxVersion: most }
	};
}
function version(section, name) {
	const text = section.text(name);
	if (text === null) return null;
	return VERSIONS[text] ?? section.refuse(name, `expected ${Object.keys(VERSIONS).join(", ")}`);
}
var Section = class Section {
	#fields;
	#path;
	#place;
	#read;
	constructor(value, path, place, read) {
		this.#path = path;
		this.#place = place;
		this.#read = read;
		this.#fields = require_field_reader.isRecord(value) ? value : this.refuse("", "expected a mapping of keys to values");
	}
	allow(known) {
		const unknown = Object.keys(this.#fields).find((key) => !known.includes(key));
		if (unknown === void 0) return;
		this.refuse(unknown, KNOWN_ELSEWHERE[unknown] ?? `no such key; there are ${known.join(", ")}`);
	}
	below(name) {
		const value = this.#value(name);
		return value === null ? null : new Section(value, `${this.#at(name)}.`, this.#place, this.#read);
	}
	text(name) {
		const value = this.#value(name);
		if (value === null || typeof value === "string") return value;
		return this.refuse(name, `expected text, got ${require_field_reader.nameOf(value)}`);
	}
	textOrFile(name) {
		const [text, file] = [this.text(name), this.text(`${name}_file`)];
		if (text !== null && file !== null) this.refuse(name, `${name}_file is given too; only one can hold`);
		return file === null ? text : this.#read(file).trim();
	}
	flag(name) {
		const value = this.#value(name);
		if (value === null) return null;
		return value === "true" || value === "false" ? value === "true" : this.refuse(name, "expected true or false");
	}
	refuse(name, what) {
		throw new require_field_reader.DrillError("bad_input", `${this.#place}: ${require_field_reader.printable(this.#at(name)) || "top level"}: ${what}`);
	}
	#value(name) {
		return Object.hasOwn(this.#fields, name) ? this.#fields[name] ?? null : null;
	}
	#at(name) {
		return `${this.#path}${name}`.replace(/\.$/, "");
	}
};
function readFile(fs, file, place) {
	try {
		return fs.readFileSync(file, "utf8");
	} catch (cause) {
		const why = require_field_reader.systemCodeOf(cause) === "ENOENT" ? "no such file" : require_field_reader.printable(require_field_reader.messageOf(cause));
		throw new require_field_reader.DrillError("bad_input", `${place}: ${require_field_reader.printable(file)}: ${why}`, { cause });
	}
}
function parsedYaml(text, place) {
	try {
		return parseYaml(text, "it");
	} catch (cause) {
		throw new require_field_reader.DrillError("bad_input", `${place}: ${require_field_reader.messageOf(cause)}`, { cause });
	}
}
// src/cli/deployment-plan.ts
const MOST_TARGETS = 1e5;
function deploymentPlan(command, args, outside) {
	const targets = args.text("targets");
	const count = targets === void 0 ? null : require_cli.wholeNumber("--targets", targets);
	if (count !== null && (count === 0 || count > MOST_TARGETS)) throw new require_field_reader.DrillError("usage", `--targets: expected from 1 to ${MOST_TARGETS}, got ${count}`);
	return {
		prometheus: serversOf(command, "prometheus", args),
		alertmanagers: serversOf(command, "alertmanager", args),
		receiver: textOf$1("receiver", args),
		targets: count,
		pack: expectedPack(require_cli.parseSettings(args.list("set"))),
		artifactDir: require_cli.artifactDirOf(args, outside),
		expected: fingerprintOf(args),
		toolVersion: require_parse_history.TOOL_VERSION
	};
}
function textOf$1(option, args) {
	const text = args.text(option);
	if (text === "") throw new require_field_reader.DrillError("usage", `--${option}: expected text, got nothing`);
	return text ?? null;
}
function askOf(args, { fs }, clients) {
	const file = textOf$1("http-config", args);
	return askWith(clients, file === null ? PLAIN_HTTP : readHttpConfig(file, fs));
}
function serversOf(command, option, args) {
	const urls = args.list(option).map((text) => serverUrl(`--${option}`, text));
	if (urls.length === 0) throw new require_field_reader.DrillError("usage", `${command}: --${option} URL is needed`);
	const twice = urls.find((url, index) => urls.indexOf(url) !== index);
	if (twice !== void 0) throw new require_field_reader.DrillError("usage", `--${option}: ${require_field_reader.quoted(twice)} was given twice`);
	return urls;
}
function fingerprintOf(args) {
	const text = textOf$1("expect", args);
	if (text === null || isFingerprint(text)) return text;
	throw new require_field_reader.DrillError("usage", `--expect: expected a fingerprint of 12 to 64 hex digits, got ${require_field_reader.quoted(text)}`);
}
// src/cli/check-command.ts
async function checkCommand(args, outside) {
	const plan = deploymentPlan("check", args, outside);
	const metricsFile = textOf$1("metrics-file", args);
	const [http, https] = await Promise.all([import("node:http"), import("node:https")]);
	const ask = askOf(args, outside, {
		http,
		https
	});
	const { fs, clock } = outside;
	const outcome = await outside.untilStopped((stopped) => runCheck(plan, {
		ask,
		clock,
		fs,
		stopped
	}));
	tell$1(outcome, args.has("json"), outside);
	const { exitCode } = outcome;
	if (metricsFile !== null) {
		const { parts, estimate } = outcome.audit;
		writeMetricsFile(fs, metricsFile, {
			command: "check",
			now: clock(),
			isSuccess: exitCode === 0,
			checks: allChecks(parts),
			estimate
		});
	}
	return exitCode;
}
function tell$1({ audit, kept }, json, { stdout, stderr, env }) {
	const stream = json ? stderr : stdout;
	const lines = [...auditLines(audit, require_cli.paletteFor(stream.isTerminal, env)), kept.evidenceRef];
	stream.write(`${lines.join("\n")}\n`);
	if (json) stdout.write(kept.results);
}
// src/deployment/ring/own-webhook.ts
const MOST_BYTES = 2 ** 20;
function listenForDrill({ createServer }, { host, port }, id, clock) {
	const seen = {
		firing: null,
		resolved: null
	};
	const server = createServer((request, response) => {
		notificationIn(request).then((alerts) => {
			const ours = alerts.filter(({ drillId }) => drillId === id);
			for (const { status } of ours) seen[status] ??= clock();
			const isOursAlone = ours.length > 0 && ours.length === alerts.length;
			response.writeHead(isOursAlone ? 200 : 503).end();
		}, () => response.writeHead(400).end());
	});
	server.requestTimeout = 1e4;
	return new Promise((resolve, reject) => {
		server.once("error", (error) => {
			const why = require_field_reader.systemCodeOf(error) === "EADDRINUSE" ? "something listens there already" : require_field_reader.printable(require_field_reader.messageOf(error));
			reject(new require_field_reader.DrillError("usage", `--listen ${host}:${port}: ${why}`, { cause: error }));
		});
		server.listen(port, host, () => {
			const close = () => {
				server.close();
				server.closeAllConnections();
			};
			resolve({
				seen,
				close
			});
		});
	});
}
async function notificationIn(request) {
	const chunks = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > MOST_BYTES) throw new Error("too much");
		chunks.push(Buffer.from(chunk));
	}
	const document = JSON.parse(Buffer.concat(chunks).toString("utf8"));
	const alerts = require_field_reader.isRecord(document) ? document.alerts : void 0;
	return (Array.isArray(alerts) ? alerts : []).map((alert) => {
		const fields = require_field_reader.isRecord(alert) ? alert : {};
		const labels = require_field_reader.isRecord(fields.labels) ? fields.labels : {};
		return {
			status: fields.status === "resolved" ? "resolved" : "firing",
			drillId: String(labels.drill_id ?? "")
		};
	});
}
// src/deployment/ring/drill-alert.ts
const DRILL_ALERT = "AccountSyncDrill";
const LIFETIME_MS = 3e4;
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const ID_LENGTH = 4;
function drillId(randomBytes) {
	return Array.from(randomBytes(ID_LENGTH), (byte) => LETTERS[byte % 32]).join("");
}
function drillLabels(spike, id) {
	return {
		...spike,
		alertname: DRILL_ALERT,
		drill: "true",
		drill_id: id
	};
}
function alertsBody({ id, labels, startsAt }, endsAt) {
	return JSON.stringify([{
		labels,
		annotations: {
			summary: `DRILL ${id} - not a real mismatch`,
			description: `DRILL ${id}: this is a drill of the alarm. Nothing has happened to the account, and it ends by itself. If you were asked to acknowledge it, the code is ${id}.`
		},
		startsAt: new Date(startsAt).toISOString(),
		endsAt: new Date(endsAt).toISOString()
	}]);
}
// src/deployment/ring/drill-post.ts
var DrillPost = class {
	#ask;
	#urls;
	#alert;
	constructor(ask, urls, alert) {
		this.#ask = ask;
		this.#urls = urls;
		this.#alert = alert;
	}
	keep(now) {
		return this.#post(now + LIFETIME_MS);
	}
	end(now) {
		return this.#post(now);
	}
	held() {
		const filter = encodeURIComponent(`drill_id="${this.#alert.id}"`);
		return this.#each(async (url) => readJson(await this.#ask({
			url: `${url}/api/v2/alerts?filter=${filter}`,
			trusted: true
		}), heldAlerts));
	}
	everything() {
		return this.#each(async (url) => valueOr(readJson(await this.#ask({
			url: `${url}/api/v2/alerts`,
			trusted: true
		}), heldAlerts), []));
	}
	async delivered(kinds) {
		const texts = await this.#each(async (url) => readText(await this.#ask({
			url: `${url}/metrics`,
			trusted: true
		}), counterText));
		if (!texts.every(wasRead)) return null;
		const all = texts.flatMap(({ value }) => deliveries(value, kinds));
		const sum = (field) => all.reduce((total, one) => total + one[field], 0);
		return {
			kind: kinds.join(", "),
			sent: sum("sent"),
			failed: sum("failed"),
			attempts: sum("attempts"),
			failedAttempts: sum("failedAttempts")
		};
	}
	async #post(endsAt) {
		const json = alertsBody(this.#alert, endsAt);
		return (await this.#each(async (url) => {
			const read = readText(await this.#ask({
				url: `${url}/api/v2/alerts`,
				json,
				trusted: true
			}), () => null);
			return wasRead(read) ? null : `${url}/api/v2/alerts ${read.refusal.why}`;
		})).filter((why) => why !== null);
	}
	#each(work) {
		return Promise.all(this.#urls.map(work));
	}
};
// src/deployment/ring/drill-way.ts
function mismatchLabels(seen, pack) {
	const found = seen.flatMap((one) => sentAlerts(one, pack, configurationOf(one))).find(({ alert, arrival }) => alert.name === "AccountSyncMismatchSpike" && arrival.kind === "arrives");
	const own = pack.alerts.find(({ name }) => name === "AccountSyncMismatchSpike")?.labels ?? {};
	return found?.arrival.kind === "arrives" ? found.arrival.labels : {
		...own,
		alertname: SPIKE
	};
}
function drillWay(alertmanagers, receiver, labels, now) {
	const ways = alertmanagers.flatMap((one) => {
		const configuration = alertmanagerConfiguration(one);
		if (configuration === null) return [];
		const routes = (of) => pathsOf(one, configuration, of, now);
		return [{
			drill: routes(labels.drill),
			real: routes(labels.real)
		}];
	});
	return {
		paths: ways.flatMap(({ drill }) => drill.filter((path) => path.receiver === receiver)).sort((a, b) => a.groupWait - b.groupWait),
		isTheRealOne: ways.every(({ drill, real }) => placesOf(drill) === placesOf(real))
	};
}
function pathsOf(one, configuration, labels, now) {
	return [...openPaths(judge(configuration, labels, momentOf(one, now)), null)];
}
function placesOf(paths) {
	return paths.map(({ at, receiver }) => `${at} ${receiver}`).sort().join("\n");
}
// src/deployment/ring/counted-between.ts
function since(before, now) {
	return {
		sent: now.sent - before.sent,
		lost: now.failed - before.failed,
		attempts: now.attempts - before.attempts,
		failedAttempts: now.failedAttempts - before.failedAttempts
	};
}
function isDelivered({ sent, lost, attempts, failedAttempts }) {
	const succeeded = attempts - failedAttempts;
	return sent > 0 && lost === 0 && succeeded >= sent;
}
// src/deployment/ring/judge-drill.ts
const { passed: passed$2, failed: failed$2, warned, skipped, unseen: unseen$1 } = checksIn("delivered");
const routed = checksIn("routed");
function judgeHeld(held, { receiver, isTheRealWay, id }) {
	const alerts = held.flatMap((read) => wasRead(read) ? read.value : []);
	if (alerts.length < held.length || alerts.some(({ state }) => state === "unprocessed")) return null;
	const suppressed = alerts.find(({ state }) => state === "suppressed");
	if (suppressed !== void 0) {
		const by = [
			...suppressed.silencedBy.map((silence) => `by silence ${silence}`),
			...suppressed.inhibitedBy.map((other) => `inhibited by alert ${other}`),
			...suppressed.mutedBy.map((interval) => `muted by "${interval}"`)
		];
		return routed.failed("drill", "the drill is suppressed", [few(by)], "check says which silence, inhibition or interval it is");
	}
	const receivers = [...new Set(alerts.flatMap((alert) => alert.receivers))];
	if (!receivers.includes(receiver)) {
		const why = [`drill ${id} went to ${few(receivers.map((name) => `"${name}"`))}`];
		return routed.failed("drill", `the drill is not routed to "${receiver}"`, why, "check says which matcher does not match");
	}
	if (isTheRealWay) return routed.passed("drill", `routed to "${receiver}", not suppressed`);
	return routed.warned("drill", `routed to "${receiver}", not suppressed: drill path only`, ["a route takes the drill another way than a mismatch's alert: what follows proves the drill's path only"], "let the drill take the mismatch's route");
}
function judgePage(counters, drill) {
	const { delivery } = counters;
	if (drill.webhook !== null) return drill.webhook.seen.firing === null ? null : passed$2("page", "delivered: seen by our own webhook");
	if (delivery === null || drill.before === null) {
		const says = "cannot see what was delivered: Alertmanager's /metrics cannot be read";
		return drill.isAsked ? skipped("page", says) : unseen$1("page", `${says}; --listen or --ack proves`);
	}
	const counts = since(drill.before, delivery);
	return isDelivered(counts) ? judgeCounted(counts, counters, drill) : null;
}
function judgeCounted({ sent, lost }, { others, at, spread }, drill) {
	const counted = `${drill.kinds.join(", ")} +${sent}, failed +${lost}`;
	if (others.length === 0) return passed$2("page", `delivered: ${counted}`);
	const beats = others.every((name) => name === "AccountSyncWatchdog") ? drill.heartbeats : null;
	if (beats !== null && sent > Math.floor(spread / beats.gap) + 1) return passed$2("page", `delivered: ${counted}, heartbeats among them`);
	if (at < drill.toldBy + (beats?.longest ?? 0) * 1e3) return null;
	const proof = drill.isAsked ? "--listen proves" : "--listen or --ack proves";
	const why = [`${few(others)} may have been told meanwhile, and is counted together with it; ${proof}`];
	const says = `delivered: saw ${counted}, which proves nothing`;
	return (drill.isAsked ? skipped : unseen$1)("page", says, why);
}
function missingPage({ delivery: now, others }, drill, seconds) {
	const says = `not delivered within ${seconds} s`;
	if (drill.webhook !== null) return failed$2("page", says, ["our own webhook was not called"], "see Alertmanager's log, and the URL of the receiver");
	if (now === null || drill.before === null) return failed$2("page", says);
	const { sent, attempts, failedAttempts } = since(drill.before, now);
	const kinds = drill.kinds.join(", ");
	const why = [failedAttempts > 0 ? `${kinds}: ${failedAttempts} of ${attempts} attempts failed` : `${kinds} +${sent}`];
	if (others.some((name) => name !== "AccountSyncWatchdog") && attempts > failedAttempts) return unseen$1("page", says, [...why, `${few(others)} is counted together with it`]);
	return failed$2("page", says, why, "see Alertmanager's log for what the receiver answers");
}
function judgeResolved({ delivery, others }, paged, drill) {
	if (!drill.sendsResolved) return warned("resolved", "resolved is not sent to this receiver (send_resolved: false)");
	if (drill.webhook !== null) return drill.webhook.seen.resolved === null ? null : passed$2("resolved", "resolved was delivered");
	if (delivery === null || paged === null) return skipped("resolved", "cannot see whether resolved was delivered");
	if (others.length > 0) return skipped("resolved", "cannot tell whether resolved was delivered: other alerts are told too");
	return isDelivered(since(paged, delivery)) ? passed$2("resolved", "resolved was delivered") : null;
}
function missingResolved(seconds) {
	return failed$2("resolved", `resolved was not delivered within ${seconds} s`, [], "see Alertmanager's log for what the receiver answers");
}
async function judgeLeft(post) {
	const left = await post.held();
	if (!left.every(wasRead)) return skipped("left", "cannot see whether Alertmanager still holds the drill; it ends by itself");
	return left.flatMap((read) => wasRead(read) ? read.value : []).length === 0 ? passed$2("left", "nothing left in Alertmanager") : failed$2("left", "Alertmanager still holds the drill", [], "it ends by itself within 30 s");
}
// src/deployment/ring/wait-for-code.ts
const { passed: passed$1, failed: failed$1 } = checksIn("delivered");
async function waitForCode(id, watch, { readLine, prompt }, seconds) {
	prompt("type the four characters of the page: ");
	let answer = null;
	let isOver = false;
	(async () => {
		while (answer === null && !isOver) {
			const line = await readLine();
			if (line === null) return;
			if (line.trim().toUpperCase() === id) answer = passed$1("acknowledged", `acknowledged with ${id}`);
			else if (line.trim() !== "") prompt("that is not it; type the four characters of the page: ");
		}
	})();
	const found = await watch.until(async () => answer);
	isOver = true;
	return found ?? failed$1("acknowledged", `nobody acknowledged within ${seconds} s`, [], "see who is on call, and whether the page reached them");
}
// src/deployment/ring/watch.ts
const TICK_MS = 500;
function refuseFailedPosts(failures) {
	const [first] = failures;
	if (first !== void 0) throw new require_field_reader.DrillError("not_completed", `ring: the drill could not be posted: ${first}`);
}
var Watch = class {
	#post;
	#ports;
	#deadline;
	#keptAt;
	constructor(post, ports, deadline) {
		this.#post = post;
		this.#ports = ports;
		this.#deadline = deadline;
		this.#keptAt = ports.clock();
	}
	async until(look) {
		const { clock, sleep, stopped } = this.#ports;
		for (;;) {
			const found = await look();
			if (found !== null) return found;
			if (clock() >= this.#deadline) return null;
			if (this.#post !== null && clock() - this.#keptAt >= 1e4) {
				this.#keptAt = clock();
				refuseFailedPosts(await this.#post.keep(clock()));
			}
			const signal = await Promise.race([sleep(TICK_MS), stopped]);
			if (typeof signal === "string") throw new require_field_reader.DrillError("interrupted", `stopped by ${signal}: the drill was taken back, and no evidence was left`);
		}
	}
};
const { unseen } = checksIn("routed");
const { passed } = checksIn("delivered");
async function followDrill(prepared, waits, ports) {
	const { post, drill } = prepared;
	const startedAt = ports.clock();
	const checks = [];
	const note = (check) => {
		checks.push(check);
		ports.say(check, Math.round((ports.clock() - startedAt) / 1e3));
	};
	const watch = new Watch(post, ports, startedAt + waits.within * 1e3);
	try {
		refuseFailedPosts(await post.keep(startedAt));
		ports.posted(drill.id);
		const held = await watch.until(async () => judgeHeld(await post.held(), drill));
		note(held ?? unseen("drill", "Alertmanager does not say where the drill goes"));
		if (held?.status === "failed") return checks;
		if (await paged(prepared, waits.within, watch, ports, note)) await takeBack(prepared, waits.groupInterval + 30, ports, note);
		return checks;
	} finally {
		await post.end(ports.clock());
		if (checks.length > 0) note(await judgeLeft(post));
	}
}
async function paged({ drill, counters }, seconds, watch, ports, note) {
	let isAcknowledged = false;
	const page = watch.until(async () => isAcknowledged ? passed("page", "delivered: somebody read it") : judgePage(await counters(), drill));
	const noted = page.then(async (found) => note(found ?? missingPage(await counters(), drill, seconds)));
	const acknowledged = !drill.isAsked ? null : waitForCode(drill.id, watch, ports, seconds).then((check) => {
		isAcknowledged = check.status === "passed";
		note(check);
	});
	await Promise.all([noted, acknowledged]);
	return await page !== null;
}
async function takeBack({ post, drill, counters }, seconds, ports, note) {
	const { delivery } = await counters();
	refuseFailedPosts(await post.end(ports.clock()));
	note(await new Watch(null, ports, ports.clock() + seconds * 1e3).until(async () => judgeResolved(await counters(), delivery, drill)) ?? missingResolved(seconds));
}
// src/deployment/ring/others-that-use.ts
function othersThatUse(alertmanagers, held, drill) {
	return held.flatMap((alerts, index) => {
		const one = alertmanagers[index];
		const shared = (one === void 0 ? [] : alertmanagerConfiguration(one)?.receivers ?? []).filter(({ integrations }) => integrations.some(({ kind }) => drill.kinds.includes(kind)));
		const names = new Set(shared.map(({ name }) => name));
		return alerts.filter(({ state, receivers: to }) => state !== "suppressed" && to.some((name) => names.has(name))).filter(({ labels }) => labels.drill_id !== drill.id).map(({ labels }) => labels.alertname ?? "an alert");
	});
}
function heartbeatsTo(alertmanagers, kinds, of, clock) {
	const sharing = alertmanagers.flatMap((one) => {
		const configuration = alertmanagerConfiguration(one);
		return (configuration === null ? [] : routeAlerts(one, configuration, of, clock)).filter(({ alert }) => alert.name === HEARTBEAT).flatMap(({ judgement }) => tellingPaths(judgement, null));
	}).filter(({ integrations = [] }) => integrations.some(({ kind }) => kinds.includes(kind)));
	if (sharing.length === 0) return null;
	return {
		gap: Math.min(...sharing.map(({ repeatInterval }) => repeatInterval)) / sharing.length,
		longest: Math.max(...sharing.map((path) => path.repeatInterval + path.groupInterval))
	};
}
// src/deployment/ring/refuse-while-active.ts
function refuseWhileActive(seen, alertmanagers, pack) {
	const names = new Set([...pack.alerts.map(({ name }) => name).filter((name) => name !== HEARTBEAT), DRILL_ALERT]);
	const held = alertmanagers.flatMap(({ alerts }) => valueOr(alerts, []).flatMap(({ labels }) => labels.alertname ?? []));
	const active = [...new Set([...held.filter((name) => names.has(name)), ...seen.flatMap((one) => firingNow(one, pack))])];
	if (active.length === 0) return;
	const what = active.length === 1 && active[0] === "AccountSyncDrill" ? "another drill is under way" : "a real alert is active";
	throw new require_field_reader.DrillError("not_completed", `ring: ${what} (${few(active)}): nothing was posted; ring again when it is over`);
}
// src/deployment/ring/ring.ts
const ACK_SECONDS = 300;
const TELLING_SECONDS = 5;
const { failed } = checksIn("routed");
async function ring(plan, ports) {
	const found = await audit(plan, ports);
	refuseWhileActive(found.seen, found.alertmanagers, plan.pack);
	const id = drillId(ports.randomBytes);
	const real = mismatchLabels(found.seen, plan.pack);
	const labels = drillLabels(real, id);
	const way = drillWay(found.alertmanagers, plan.receiver, {
		drill: labels,
		real
	}, ports.clock());
	const [path] = way.paths;
	if (path === void 0) return {
		audit: found,
		id,
		checks: [noWay(plan.receiver)]
	};
	const webhook = await plan.listen?.(id) ?? null;
	try {
		const prepared = await prepare(plan, found, {
			id,
			labels,
			webhook,
			...way
		}, ports);
		const usual = path.groupWait + 30 + (prepared.drill.heartbeats?.longest ?? 0);
		return {
			audit: found,
			id,
			checks: await followDrill(prepared, {
				within: plan.within ?? (plan.ack ? ACK_SECONDS : usual),
				groupInterval: path.groupInterval
			}, ports)
		};
	} finally {
		webhook?.close();
	}
}
async function prepare(plan, { seen, alertmanagers }, { id, labels, webhook, paths, isTheRealOne }, ports) {
	const post = new DrillPost(ports.ask, plan.alertmanagers, {
		id,
		labels,
		startsAt: ports.clock()
	});
	const integrations = paths.flatMap((path) => path.integrations ?? []);
	const kinds = [...new Set(integrations.map(({ kind }) => kind))].sort();
	const slowest = Math.max(...paths.map(({ groupWait }) => groupWait));
	const drill = {
		id,
		receiver: plan.receiver,
		kinds,
		sendsResolved: integrations.some(({ sendResolved }) => sendResolved !== false),
		isAsked: plan.ack,
		toldBy: ports.clock() + (slowest + TELLING_SECONDS) * 1e3,
		heartbeats: heartbeatsTo(alertmanagers, kinds, {
			seen,
			pack: plan.pack
		}, ports.clock),
		isTheRealWay: isTheRealOne,
		before: await post.delivered(kinds),
		webhook
	};
	const told = [];
	const counters = async () => {
		const delivery = await post.delivered(kinds);
		const at = ports.clock();
		const before = told.at(-1)?.sent ?? drill.before?.sent ?? 0;
		if (delivery !== null && delivery.sent > before) told.push({
			sent: delivery.sent,
			at
		});
		const spread = ((told.at(-1)?.at ?? 0) - (told[0]?.at ?? 0)) / 1e3;
		return {
			delivery,
			others: othersThatUse(alertmanagers, await post.everything(), {
				id,
				kinds
			}),
			at,
			spread
		};
	};
	return {
		post,
		drill,
		counters
	};
}
function noWay(receiver) {
	return failed("drill", `no way leads the drill to "${receiver}": nothing was posted`, ["see what check says of the way"], "fix the route, reload Alertmanager");
}
// src/deployment/run-ring.ts
async function runRing(plan, ports) {
	const startedAt = ports.clock();
	const rung = await ring(plan, ports);
	const { audit } = rung;
	const configuration = auditedConfiguration(audit.seen, audit.alertmanagers, plan.pack);
	const parts = [
		...withoutProven(audit.parts, rung),
		...expectedPart(ports.fs, plan, configuration),
		{
			title: `Ring (drill ${rung.id})`,
			checks: rung.checks
		}
	];
	const exitCode = exitOfChecks(allChecks(parts));
	return {
		rung,
		parts,
		exitCode,
		kept: await keepDeployment({
			command: "ring",
			startedAt,
			toolVersion: plan.toolVersion,
			parts,
			lines: auditLines({
				...audit,
				parts
			}, require_cli.PLAIN),
			configuration,
			exitCode,
			more: {
				page: pageDocument(audit.estimate),
				drill_id: rung.id
			}
		}, plan.artifactDir, ports)
	};
}
function withoutProven(parts, { checks }) {
	if (!checks.some(({ id, status }) => id === "delivered.page" && status === "passed")) return [...parts];
	return parts.map((part) => ({
		...part,
		checks: part.checks.filter(({ id, status }) => id !== "delivered.errors" || status !== "skipped")
	}));
}
// src/cli/ring-command.ts
const LONGEST_SECONDS = 86400;
const HIGHEST_PORT = 65535;
async function ringCommand(args, outside) {
	const common = deploymentPlan("ring", args, outside);
	const { receiver } = common;
	if (receiver === null) throw new require_field_reader.DrillError("usage", "ring: --receiver NAME is needed: whom must the page reach?");
	const [within, place] = [withinOf(args), listenOf(args)];
	const metricsFile = textOf$1("metrics-file", args);
	const [http, https, crypto] = await Promise.all([
		import("node:http"),
		import("node:https"),
		import("node:crypto")
	]);
	const ask = askOf(args, outside, {
		http,
		https
	});
	const json = args.has("json");
	const stream = json ? outside.stderr : outside.stdout;
	const palette = require_cli.paletteFor(stream.isTerminal, outside.env);
	const { fs, clock } = outside;
	const listen = place === null ? null : (id) => listenForDrill(http, place, id, clock);
	const plan = {
		...common,
		receiver,
		within,
		listen,
		ack: args.has("ack")
	};
	const lines = outside.readLines();
	const outcome = await outside.untilStopped((stopped) => {
		const ports = {
			ask,
			clock,
			fs,
			stopped,
			sleep,
			randomBytes: crypto.randomBytes,
			...tellingOf(stream, palette)
		};
		return runRing(plan, {
			...ports,
			readLine: lines.next
		}).finally(lines.close);
	});
	tell(outcome, stream, palette, json ? outside.stdout : null);
	const { exitCode, rung, parts } = outcome;
	if (metricsFile !== null) writeMetricsFile(fs, metricsFile, {
		command: "ring",
		now: clock(),
		isSuccess: exitCode === 0,
		checks: allChecks(parts),
		estimate: rung.audit.estimate
	});
	return exitCode;
}
function sleep(ms) {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
function tellingOf(stream, palette) {
	return {
		posted: (id) => stream.write(`  0 s  posted AccountSyncDrill{drill="true",drill_id="${id}"} "DRILL ${id} - not a real mismatch"\n`),
		say: (check, seconds) => {
			const [first = "", ...more] = checkLines(check, palette);
			stream.write(`${[`${String(seconds).padStart(3)} s${first}`, ...more].join("\n")}\n`);
		},
		prompt: (text) => stream.write(stream.isTerminal ? text : `${text.trim()}\n`)
	};
}
function tell({ rung, parts, kept }, stream, palette, document) {
	const own = new Set(rung.checks);
	const shown = parts.map((part) => ({
		...part,
		checks: part.checks.filter((check) => !own.has(check) && check.status !== "passed")
	})).filter(({ checks }) => checks.length > 0);
	const lines = auditLines({
		...rung.audit,
		parts: shown
	}, palette).slice(0, -1);
	stream.write(`${[
		...lines,
		countsLine(allChecks(parts), palette),
		kept.evidenceRef
	].join("\n")}\n`);
	document?.write(kept.results);
}
function withinOf(args) {
	const text = textOf$1("within", args);
	if (text === null) return null;
	const seconds = require_cli.wholeNumber("--within", text);
	if (seconds > 0 && seconds <= LONGEST_SECONDS) return seconds;
	throw new require_field_reader.DrillError("usage", `--within: expected from 1 to ${LONGEST_SECONDS} seconds, got ${seconds}`);
}
function listenOf(args) {
	const text = textOf$1("listen", args);
	if (text === null) return null;
	const [, host = "", port = ""] = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]]+)):([0-9]{1,5})$/.exec(text)?.filter((part) => part !== void 0) ?? [];
	const number = Number(port);
	if (host !== "" && number >= 1 && number <= HIGHEST_PORT) return {
		host,
		port: number
	};
	throw new require_field_reader.DrillError("usage", `--listen: expected HOST:PORT such as 127.0.0.1:9095, got ${require_field_reader.quoted(text)}`);
}
// src/self-test/few-days.ts
function daysOf(seed) {
	return [require_life_drill.lifeDrill({
		seed,
		days: 1,
		syncsADay: 300
	}, require_parse_history.DEFAULT_METRIC_PREFIX, untilNow)];
}
function untilNow() {
	return Number.POSITIVE_INFINITY;
}
// src/self-test/sketch-syncer.ts
var SketchSyncer = class {
	identity = {
		name: "sketch",
		version: "0",
		language: "TypeScript"
	};
	takes = require_created_series.TAKEN;
	settle;
	#habits;
	#now = 0;
	#lastTs = 0;
	#past = null;
	#settling;
	#found = [];
	#seen = {
		syncs: 0,
		scrapes: 0,
		shown: null
	};
	#metrics = this.#freshMetrics();
	constructor(habits) {
		this.#habits = habits;
		this.settle = habits.grace?.says ?? require_created_series.AT_ONCE;
		this.#settling = this.#freshSettling();
	}
	async reset(now, lastTs = 0) {
		const { keeps, overlooks } = this.#habits;
		this.#now = now;
		if (keeps === "everything") return;
		if (keeps !== "last ts") this.#lastTs = overlooks === "the last ts given" ? 0 : lastTs;
		this.#past = null;
		this.#settling = this.#freshSettling();
		if (keeps === "counters and gauges") return;
		this.#metrics = this.#freshMetrics();
		this.#seen = {
			syncs: 0,
			scrapes: 0,
			shown: null
		};
	}
	async sync(given) {
		const { hear = same, answer = same } = this.#habits;
		const request = hear(given);
		this.#now = request.now;
		this.#seen = {
			...this.#seen,
			syncs: this.#seen.syncs + 1
		};
		return answer(request.fetchError === null ? this.#check(request) : this.#fail(request.fetchError), request);
	}
	async metrics(now) {
		this.#now = now;
		this.#seen = {
			...this.#seen,
			scrapes: this.#seen.scrapes + 1
		};
		const text = await this.#metrics.build();
		return this.#habits.expose?.(text, now, this.#seen) ?? text;
	}
	#check({ snapshot: wire, knownOrderIds: ids, expected = null }) {
		const { find = (seen) => this.#lasting(seen), rejects = require_mismatch_rules.isRegression, overlooks } = this.#habits;
		const snapshot = require_parse_history.parseSnapshot(wire);
		const now = this.#now;
		if (overlooks !== "the future" && require_mismatch_rules.isAhead(snapshot.ts, now)) return this.#fail("parse");
		const { orderIds: knownOrderIds, orders: knownOrders, positions: knownPositions } = require_without_reply.readKnown(expected === null ? ids : require_parse_history.parseExpected(expected));
		const [lastTs, past] = [this.#lastTs, overlooks === "past rows" ? null : this.#past];
		const input = {
			snapshot,
			lastTs,
			knownOrderIds,
			knownOrders,
			knownPositions,
			past,
			now
		};
		const { shown } = this.#seen;
		const checked = {
			input,
			snapshot,
			found: find(input),
			isRejected: rejects(input),
			shown
		};
		this.#record(checked);
		if (!checked.isRejected) this.#past = {
			account: new require_mismatch_rules.AccountView(snapshot),
			now
		};
		const mismatches = checked.found;
		return {
			ok: mismatches.length === 0,
			mismatches,
			error: null,
			lastTs: this.#lastTs
		};
	}
	#lasting(input) {
		const { each = require_mismatch_rules.findEach, rejects = require_mismatch_rules.isRegression } = this.#habits;
		this.#found = each(input);
		return this.#settling.sift(this.#found, this.#now, !rejects(input)).mismatches;
	}
	#record(checked) {
		const { lastTs = lastTsOf, gauge = gaugedOf, count = countedOf } = this.#habits;
		const shown = gauge(checked);
		this.#lastTs = lastTs(checked);
		if (shown !== null) {
			this.#metrics.recordAccepted(shown);
			this.#seen = {
				...this.#seen,
				shown
			};
		}
		this.#metrics.recordCompleted(count(checked));
	}
	#fail(reason) {
		const { blame = same, onError, lastTsAfterError = same, failureMakesThem } = this.#habits;
		if (failureMakesThem === "last") this.#settling.sift(this.#found, this.#now, true);
		if (failureMakesThem === "begin anew") this.#settling = this.#freshSettling();
		this.#metrics.recordError(blame(reason));
		onError?.(this.#metrics);
		this.#lastTs = lastTsAfterError(this.#lastTs);
		return {
			ok: false,
			mismatches: [],
			error: reason,
			lastTs: this.#lastTs
		};
	}
	#freshSettling() {
		return new require_created_series.Settling(this.#habits.grace?.waits ?? require_created_series.AT_ONCE);
	}
	#freshMetrics() {
		return new require_parse_history.MetricsBuilder({ clock: () => this.#now });
	}
};
function lastTsOf({ isRejected, input, snapshot }) {
	return isRejected ? input.lastTs : snapshot.ts;
}
function gaugedOf({ isRejected, snapshot }) {
	return isRejected ? null : snapshot;
}
function countedOf({ found }) {
	return found;
}
function same(value) {
	return value;
}
// src/self-test/watched-syncer.ts
var WatchedSyncer = class {
	#watched;
	#limit;
	constructor(watched, limit) {
		this.#watched = watched;
		this.#limit = limit;
	}
	get identity() {
		return this.#watched.identity;
	}
	get takes() {
		return this.#watched.takes ?? [];
	}
	get settle() {
		return this.#watched.settle;
	}
	reset(now, lastTs) {
		return this.#within(this.#watched.reset(now, lastTs));
	}
	sync(request) {
		return this.#within(this.#watched.sync(request));
	}
	metrics(now) {
		return this.#within(this.#watched.metrics(now));
	}
	async #within(work) {
		let timer;
		const late = new Promise((_, reject) => {
			const why = `it did not come back within ${this.#limit} ms`;
			timer = setTimeout(() => reject(new require_field_reader.DrillError("syncer_broke_off", why)), this.#limit);
		});
		try {
			return await Promise.race([work, late]);
		} finally {
			clearTimeout(timer);
		}
	}
};
// src/self-test/drill-broken.ts
const CALL_LIMIT_MS = 250;
const USUAL_SEED = 1;
async function drillSoundSketch() {
	const sound = {
		wrong: "is sound",
		caughtBy: require_parse_history.LIFE_ID,
		habits: { grace: {
			says: require_created_series.ADVISED,
			waits: require_created_series.ADVISED
		} }
	};
	return [...await drill({
		...sound,
		caughtBy: "a",
		habits: {}
	}), ...await drill(sound)].flatMap(({ id, checks }) => failedIn(checks).map((label) => `${id}: ${label}`));
}
async function drillBroken(broken) {
	const { wrong, caughtBy } = broken;
	const failed = (await drill(broken)).filter(({ checks }) => failedIn(checks).length > 0);
	const named = failed.find(({ id }) => id === caughtBy);
	return {
		wrong,
		named: caughtBy,
		check: named === void 0 ? null : failedIn(named.checks)[0] ?? null,
		drills: failed.map(({ id }) => id),
		by: require_parse_history.smallestSuite(failed.map(({ id }) => id)) ?? (failed.length > 0 ? "life" : null)
	};
}
async function drill({ caughtBy, habits, made = async (sketch) => sketch }) {
	const syncer = new WatchedSyncer(await made(new SketchSyncer(habits)), CALL_LIMIT_MS);
	const days = caughtBy === "life" ? daysOf(USUAL_SEED) : [];
	const fixed = require_parse_history.fixedDrills(require_parse_history.DEFAULT_METRIC_PREFIX);
	const { drills } = await require_parse_history.runDrills(fixed, syncer, require_parse_history.DEFAULT_METRIC_PREFIX, void 0, days);
	return drills;
}
function failedIn(checks) {
	return checks.filter(({ status }) => status === "failed").map(({ label }) => label);
}
// src/self-test/self-test-text.ts
const WRONG_WIDTH = 66;
function renderHead(size) {
	return [
		`Self-test: ${size} syncers, each broken in one way, put to every drill. The drill that must catch each was`,
		`named before it ran. By: the smallest suite that notices it; ${require_parse_history.checkCount("runbook")} stands for the runbook's checks alone.`,
		"",
		`  drill  by    ${"a syncer that".padEnd(WRONG_WIDTH)}  check that caught it`,
		""
	].join("\n");
}
function renderCatch({ wrong, named, check, drills, by: suite }) {
	const by = suite === "runbook" ? String(require_parse_history.checkCount("runbook")) : suite ?? "-";
	const instead = drills.length === 0 ? "no drill failed" : `failed instead: ${drills.join(", ")}`;
	const outcome = check ?? `MISSED by the drill named; ${instead}`;
	const row = `  ${nameOf(named).padEnd(5)}  ${check === null ? "-   " : by.padEnd(4)}  ${wrong.padEnd(WRONG_WIDTH)}  ${outcome}`;
	return `${require_field_reader.printable(row)}\n`;
}
function nameOf(drill) {
	return drill.length === 1 ? drill.toUpperCase() : drill;
}
function renderVerdict(catches) {
	const caught = catches.filter(({ check }) => check !== null).length;
	const count = (suite) => catches.filter(({ by }) => by === suite).length;
	return [
		"",
		`=== Self-test: ${caught} of ${catches.length} caught by the drill named for it beforehand ===`,
		`The runbook's ${require_parse_history.checkCount("runbook")} checks alone notice ${count("runbook")} of ${catches.length}; ${count("full")} more need --suite full, ${count("life")} --suite life.`,
		""
	].join("\n");
}
// src/self-test/spoil-findings.ts
function refind(change) {
	return (input) => change(require_mismatch_rules.findMismatches(input), input);
}
function blindTo(rule, test = () => true) {
	return refind((found) => found.filter((one) => one.rule !== rule || !test(one.detail)));
}
function seeing(rule, names) {
	return refind((found, { snapshot }) => [...found, ...names(snapshot).map((detail) => ({
		rule,
		detail
	}))]);
}
function through(change) {
	return (input) => require_mismatch_rules.findMismatches(change(input));
}
function readingIdsAs(change) {
	return through((input) => ({
		...input,
		snapshot: {
			...input.snapshot,
			openOrders: input.snapshot.openOrders.map((order) => ({
				...order,
				orderId: change(order.orderId)
			}))
		},
		knownOrderIds: input.knownOrderIds === null ? null : new Set([...input.knownOrderIds].map(change))
	}));
}
function firstOf(rule, most) {
	return refind((found) => {
		const kept = found.filter((one) => one.rule === rule).slice(0, most);
		return found.filter((one) => one.rule !== rule || kept.includes(one));
	});
}
function repeated(keys) {
	return keys.filter((key, index) => keys.indexOf(key) !== index);
}
// src/self-test/broken-comparisons.ts
const BROKEN_COMPARISONS = [
	{
		wrong: "takes a fill below zero for none",
		caughtBy: "v",
		habits: { find: blindTo("impossible_fill", (detail) => detail.includes("filled -")) }
	},
	{
		wrong: "flags an order that is filled whole",
		caughtBy: "v",
		habits: { find: seeing("impossible_fill", ({ openOrders }) => openOrders.filter(({ qty, filledQty }) => qty?.text === filledQty?.text).map(({ orderId }) => orderId)) }
	},
	{
		wrong: "takes orders for known by the exchange's id alone",
		caughtBy: "w",
		habits: { find: through((input) => ({
			...input,
			snapshot: {
				...input.snapshot,
				openOrders: input.snapshot.openOrders.map(({ clientOrderId: _, ...order }) => order)
			}
		})) }
	},
	{
		wrong: "takes an order on another symbol for the one that is missing",
		caughtBy: "w",
		habits: { find: through(movingToItsId) }
	},
	{
		wrong: "compares prices of orders alone",
		caughtBy: "x",
		habits: { find: blindTo("order_mismatch", (detail) => !/said price/.test(detail)) }
	},
	{
		wrong: "compares numbers of orders as text",
		caughtBy: "x",
		habits: { find: refind((found, { knownOrders, snapshot }) => [...found, ...(knownOrders ?? []).filter(({ orderId, price }) => snapshot.openOrders.some((row) => row.orderId === orderId && textOf(price) !== row.price.text && row.side === "BUY")).map(({ orderId }) => ({
			rule: "order_mismatch",
			detail: orderId
		}))]) }
	},
	{
		wrong: "compares only the positions that it knows",
		caughtBy: "y",
		habits: { find: blindTo("position_mismatch", (detail) => detail.includes("we said flat")) }
	},
	{
		wrong: "takes a row of size zero for a position",
		caughtBy: "y",
		habits: { find: seeing("position_mismatch", ({ positions }) => positions.filter(({ qty }) => require_field_reader.isZero(qty)).map(({ symbol }) => symbol)) }
	},
	{
		wrong: "compares the directions of positions, not their sizes",
		caughtBy: "y",
		habits: { find: through(withOurSizes) }
	},
	{
		wrong: "keeps the two margin modes of a position apart",
		caughtBy: "y",
		habits: { find: seeing("position_mismatch", ({ positions }) => positions.filter(({ marginMode }) => marginMode === "ISOLATED").map(({ symbol }) => symbol)) }
	}
];
function textOf(number) {
	return typeof number === "string" ? require_field_reader.decimal(number).text : number?.text ?? "";
}
function movingToItsId(input) {
	const symbolOf = new Map(input.snapshot.openOrders.map(({ orderId, symbol }) => [orderId, symbol]));
	const orders = (input.knownOrders ?? []).map((order) => ({
		...order,
		symbol: symbolOf.get(order.orderId) ?? order.symbol
	}));
	return {
		...input,
		knownOrders: input.knownOrders === null ? null : orders
	};
}
function withOurSizes(input) {
	const { knownPositions = null, snapshot } = input;
	const sized = knownPositions?.map((ours) => {
		const theirs = snapshot.positions.find(({ symbol, side, qty }) => symbol === ours.symbol && side === ours.side && !require_field_reader.isZero(qty));
		return theirs === void 0 ? ours : {
			...ours,
			qty: theirs.qty
		};
	});
	return {
		...input,
		knownPositions: sized ?? null
	};
}
// src/self-test/spoil-metrics.ts
function revalued(name, change, label = "") {
	const sample = new RegExp(`^(${require_parse_history.DEFAULT_METRIC_PREFIX}_${name}(?:\\{.*${label}.*\\})?) (\\S+)$`, "gm");
	return (text) => text.replace(sample, (_, series, value) => `${series} ${change(Number(value))}`);
}
function lacking(pattern) {
	return (text) => text.split("\n").filter((line) => !pattern.test(line)).join("\n");
}
function renamed(from, to) {
	return (text) => text.replaceAll(from, to);
}
// src/self-test/broken-counters.ts
const BROKEN_COUNTERS = [
	{
		wrong: "counts no mismatch, though it reports it",
		caughtBy: "b",
		alsoFails: "cde",
		habits: { count: () => [] }
	},
	{
		wrong: "counts every mismatch twice",
		caughtBy: "b",
		alsoFails: "cde",
		habits: { count: ({ found }) => found.flatMap((one) => [one, one]) }
	},
	{
		wrong: "counts a rule once for each sync, not for each finding",
		caughtBy: "h",
		habits: { count: ({ found }) => found.filter(({ rule }, at) => found.findIndex((one) => one.rule === rule) === at) }
	},
	{
		wrong: "counts on a clean sync",
		caughtBy: "a",
		habits: { count: ({ found }) => found.length === 0 ? [{
			rule: "duplicate_key",
			detail: "none"
		}] : found }
	},
	{
		wrong: "counts orphans under the name of another rule",
		caughtBy: "c",
		alsoFails: "bde",
		habits: { count: ({ found }) => found.map(({ detail }) => ({
			rule: "duplicate_key",
			detail
		})) }
	},
	{
		wrong: "has no series of orphans, and shows them as another rule's",
		caughtBy: "c",
		alsoFails: "abe",
		habits: { expose: renamed("orphan_order", "duplicate_key") }
	},
	{
		wrong: "counts no failed fetch",
		caughtBy: "e",
		habits: { expose: revalued("errors_total", () => 0) }
	},
	{
		wrong: "counts a timeout under a reason of its own",
		caughtBy: "e",
		habits: { expose: renamed("reason=\"timeout\"", "reason=\"slow\"") }
	},
	{
		wrong: "starts its counters at 1",
		caughtBy: "a",
		alsoFails: "bcde",
		habits: { expose: revalued("mismatches_total", (n) => n + 1) }
	},
	{
		wrong: "counts no further than 3",
		caughtBy: "h",
		habits: { expose: revalued("mismatches_total", (n) => Math.min(n, 3)) }
	},
	{
		wrong: "counts no further than 4",
		caughtBy: "q",
		habits: { expose: revalued("mismatches_total", (n) => Math.min(n, 4)) }
	},
	{
		wrong: "puts its counters back to 0 after twenty syncs",
		caughtBy: "q",
		habits: { expose: (text, _, { syncs }) => syncs > 20 ? revalued("mismatches_total", () => 0)(text) : text }
	},
	{
		wrong: "counts what is scraped",
		caughtBy: "q",
		habits: { expose: (text, _, { scrapes }) => revalued("mismatches_total", (n) => n === 0 ? 0 : n + scrapes - 1)(text) }
	},
	{
		wrong: "has no series before the first mismatch",
		caughtBy: "a",
		alsoFails: "b",
		habits: { expose: lacking(/_mismatches_total\{.* 0$/) }
	},
	{
		wrong: "has no series before the first failed fetch of a reason",
		caughtBy: "r",
		habits: { expose: lacking(/_errors_total\{.* 0$/) }
	},
	{
		wrong: "has no metrics at all before the first sync",
		caughtBy: "r",
		habits: { expose: (text, _, { syncs }) => syncs === 0 ? "" : text }
	}
];
// src/self-test/broken-exposition.ts
const BROKEN_EXPOSITION = [
	{
		wrong: "shows NaN",
		caughtBy: "a",
		alsoFails: "bcde",
		habits: { expose: revalued("mismatches_total", () => NaN) }
	},
	{
		wrong: "lacks a HELP line",
		caughtBy: "e",
		habits: { expose: lacking(/^# HELP .*_mismatches_total /) }
	},
	{
		wrong: "lacks a TYPE line",
		caughtBy: "e",
		habits: { expose: lacking(/^# TYPE .*_age_seconds /) }
	},
	{
		wrong: "declares a counter a gauge",
		caughtBy: "e",
		habits: { expose: renamed("mismatches_total counter", "mismatches_total gauge") }
	},
	{
		wrong: "lacks a whole metric",
		caughtBy: "e",
		habits: { expose: lacking(/_data_age_seconds/) }
	},
	{
		wrong: "names a metric otherwise",
		caughtBy: "a",
		alsoFails: "bcde",
		habits: { expose: renamed("mismatches_total", "mismatch_total") }
	},
	{
		wrong: "puts another prefix before its metrics",
		caughtBy: "a",
		alsoFails: "bcde",
		habits: { expose: renamed("grinder_account_sync", "account_sync") }
	},
	{
		wrong: "serves an empty page",
		caughtBy: "a",
		alsoFails: "bcde",
		habits: { expose: () => "" }
	},
	{
		wrong: "serves a text that ends without a newline",
		caughtBy: "r",
		habits: { expose: (text) => text.trimEnd() }
	},
	{
		wrong: "serves a series twice",
		caughtBy: "r",
		habits: { expose: (text) => text.replace(/^(.*_positions_count [0-9]+)$/m, "$1\n$1") }
	},
	{
		wrong: "serves a comment that a scraper refuses",
		caughtBy: "r",
		habits: { expose: (text) => `# TYPE grinder_account_sync_extra number\n${text}` }
	}
];
// src/self-test/broken-gauges.ts
const BROKEN_GAUGES = [
	{
		wrong: "computes the notional from qty instead of the rest",
		caughtBy: "t",
		habits: gauging((snapshot) => ({
			...snapshot,
			openOrders: snapshot.openOrders.map((order) => ({
				...order,
				filledQty: require_field_reader.decimal("0")
			}))
		}))
	},
	{
		wrong: "adds the notional up in floating point",
		caughtBy: "t",
		habits: notionalAs((price, rest) => rest > 0 ? price * rest : 0)
	},
	{
		wrong: "takes an order of negative qty off the notional",
		caughtBy: "t",
		habits: notionalAs((price, rest) => Math.round(price * rest * 1e6) / 1e6)
	},
	{
		wrong: "rounds the notional to whole units",
		caughtBy: "t",
		habits: { expose: revalued("pending_notional", Math.round) }
	},
	{
		wrong: "loses a cent of the pending notional",
		caughtBy: "a",
		habits: { expose: revalued("pending_notional", (n) => n - .01) }
	},
	{
		wrong: "shows last_ts in seconds",
		caughtBy: "a",
		alsoFails: "d",
		habits: { expose: revalued("last_ts", (ms) => ms / 1e3) }
	},
	{
		wrong: "never sets the wall clock",
		caughtBy: "a",
		habits: { expose: revalued("last_wall_ts", () => 0) }
	},
	{
		wrong: "shows an age that stands still",
		caughtBy: "o",
		habits: { expose: revalued("age_seconds", () => 0) }
	},
	{
		wrong: "takes the age of the data from the wall clock",
		caughtBy: "m",
		habits: { expose: revalued("data_age_seconds", () => 0) }
	},
	{
		wrong: "counts symbols in place of positions",
		caughtBy: "h",
		habits: gauging((snapshot) => ({
			...snapshot,
			positions: snapshot.positions.filter(({ symbol }, at, all) => all.findIndex((one) => one.symbol === symbol) === at)
		}))
	},
	{
		wrong: "shows no positions",
		caughtBy: "a",
		alsoFails: "e",
		habits: { expose: revalued("positions_count", () => 0) }
	},
	{
		wrong: "counts one order too many",
		caughtBy: "a",
		alsoFails: "d",
		habits: { expose: revalued("open_orders_count", (n) => n + 1) }
	}
];
function gauging(change) {
	return { gauge: ({ isRejected, snapshot }) => isRejected ? null : change(snapshot) };
}
function notionalAs(part) {
	const sum = ({ shown }) => (shown?.openOrders ?? []).map(({ price, qty, filledQty }) => part(Number(price.text), Number(qty?.text) - Number(filledQty?.text))).reduce((total, one) => total + one, 0);
	return { expose: (text, _, seen) => revalued("pending_notional", () => sum(seen))(text) };
}
// src/self-test/broken-orphans.ts
const BROKEN_ORPHANS = [
	{
		wrong: "rounds order ids to a double",
		caughtBy: "l",
		habits: { find: readingIdsAs(asDouble) }
	},
	{
		wrong: "compares the first 18 characters of an order id",
		caughtBy: "l",
		habits: { find: readingIdsAs((id) => id.slice(0, 18)) }
	},
	{
		wrong: "takes no known ids given for none known",
		caughtBy: "a",
		alsoFails: "bde",
		habits: { find: through((input) => ({
			...input,
			knownOrderIds: input.knownOrderIds ?? new Set()
		})) }
	},
	{
		wrong: "takes an empty set of known ids for none given",
		caughtBy: "e",
		habits: { find: through((input) => ({
			...input,
			knownOrderIds: input.knownOrderIds?.size === 0 ? null : input.knownOrderIds
		})) }
	},
	{
		wrong: "looks at the first thousand known ids",
		caughtBy: "p",
		habits: { find: through((input) => ({
			...input,
			knownOrderIds: input.knownOrderIds === null ? null : new Set([...input.knownOrderIds].slice(0, 1e3))
		})) }
	},
	{
		wrong: "reports only the first orphan",
		caughtBy: "p",
		habits: { find: firstOf("orphan_order", 1) }
	},
	{
		wrong: "flags known orders as orphans",
		caughtBy: "c",
		habits: { find: through((input) => ({
			...input,
			knownOrderIds: input.knownOrderIds === null ? null : new Set()
		})) }
	},
	{
		wrong: "names the known order in place of the orphan",
		caughtBy: "c",
		habits: { find: refind((found) => found.map(({ rule, detail }) => ({
			rule,
			detail: detail.replace("orphan_ord_x", "known_ord_1")
		}))) }
	},
	{
		wrong: "does not say which order is the orphan",
		caughtBy: "c",
		habits: { find: refind((found) => found.map(({ rule }) => ({
			rule,
			detail: "an order is not known"
		}))) }
	},
	{
		wrong: "stops at the first rule that fires",
		caughtBy: "b",
		habits: { find: refind((found) => found.filter(({ rule }) => rule === found[0]?.rule)) }
	},
	{
		wrong: "reports every finding twice",
		caughtBy: "b",
		alsoFails: "cde",
		habits: { find: refind((found) => found.flatMap((one) => [one, one])) }
	},
	{
		wrong: "reports its findings in another order",
		caughtBy: "u",
		habits: { find: refind((found) => [...found].reverse()) }
	},
	{
		wrong: "always finds something",
		caughtBy: "a",
		alsoFails: "bcde",
		habits: { find: refind((found) => [...found, {
			rule: "orphan_order",
			detail: ""
		}]) }
	}
];
function asDouble(id) {
	return /^[0-9]+$/.test(id) ? String(Number(id)) : id;
}
// src/self-test/broken-replies.ts
const BROKEN_REPLIES = [
	{
		wrong: "says ok whatever it finds",
		caughtBy: "b",
		alsoFails: "cd",
		habits: { answer: (reply) => ({
			...reply,
			ok: true
		}) }
	},
	{
		wrong: "never says ok",
		caughtBy: "a",
		alsoFails: "d",
		habits: { answer: (reply) => ({
			...reply,
			ok: false
		}) }
	},
	{
		wrong: "finds and counts, and reports nothing",
		caughtBy: "b",
		alsoFails: "cd",
		habits: { answer: telling(() => []) }
	},
	{
		wrong: "reports rules under names of its own",
		caughtBy: "b",
		alsoFails: "cd",
		habits: { answer: telling((found) => found.map(({ rule, detail }) => ({
			rule: `my_${rule}`,
			detail
		}))) }
	},
	{
		wrong: "never tells its last ts",
		caughtBy: "a",
		alsoFails: "d",
		habits: { answer: (reply) => ({
			...reply,
			lastTs: 0
		}) }
	},
	{
		wrong: "reports nothing and says ok, though it counts",
		caughtBy: "b",
		alsoFails: "cd",
		habits: { answer: (reply) => ({
			...reply,
			mismatches: [],
			ok: reply.error === null
		}) }
	},
	{
		wrong: "reports every finding twice, though it counts it once",
		caughtBy: "b",
		alsoFails: "cd",
		habits: { answer: telling((found) => found.flatMap((one) => [one, one])) }
	},
	{
		wrong: "reports only the first finding, though it counts all",
		caughtBy: "b",
		habits: { answer: telling((found) => found.slice(0, 1)) }
	},
	{
		wrong: "always reports something, though it counts only what there is",
		caughtBy: "a",
		alsoFails: "bcd",
		habits: { answer: (reply) => ({
			...reply,
			ok: false,
			mismatches: [...reply.mismatches, {
				rule: "orphan_order",
				detail: ""
			}]
		}) }
	}
];
function telling(change) {
	return (reply) => ({
		...reply,
		mismatches: change(reply.mismatches)
	});
}
// src/self-test/broken-rules.ts
const BROKEN_RULES = [
	{
		wrong: "looks for duplicates among positions only",
		caughtBy: "g",
		habits: { find: blindTo("duplicate_key", isOrder) }
	},
	{
		wrong: "looks for duplicates among orders only",
		caughtBy: "b",
		habits: { find: blindTo("duplicate_key", isPosition) }
	},
	{
		wrong: "reports only the first duplicate",
		caughtBy: "h",
		habits: { find: firstOf("duplicate_key", 1) }
	},
	{
		wrong: "reports a row that comes three times once",
		caughtBy: "h",
		habits: { find: refind((found) => found.filter(isFirstOfItsText)) }
	},
	{
		wrong: "flags both legs of a healthy hedge",
		caughtBy: "i",
		habits: { find: seeing("duplicate_key", ({ positions }) => hedged(positions)) }
	},
	{
		wrong: "takes two symbols that differ in case for one",
		caughtBy: "i",
		habits: { find: seeing("duplicate_key", ({ positions }) => differingInCase(positions.map(({ symbol }) => symbol))) }
	},
	{
		wrong: "takes two order ids that differ in case for one",
		caughtBy: "i",
		habits: { find: readingIdsAs((id) => id.toLowerCase()) }
	},
	{
		wrong: "flags twin orders that have ids of their own",
		caughtBy: "i",
		habits: { find: seeing("duplicate_key", ({ openOrders }) => repeated(openOrders.map(termsOf))) }
	},
	{
		wrong: "looks for negative quantities among positions only",
		caughtBy: "b",
		habits: { find: blindTo("negative_qty", isOrder) }
	},
	{
		wrong: "looks for negative quantities among orders only",
		caughtBy: "j",
		habits: { find: blindTo("negative_qty", isPosition) }
	},
	{
		wrong: "takes a very small negative quantity for zero",
		caughtBy: "j",
		habits: { find: blindTo("negative_qty", (detail) => detail.includes("-0.00000001")) }
	},
	{
		wrong: "flags a quantity of zero",
		caughtBy: "k",
		habits: { find: seeing("negative_qty", ({ positions }) => positions.flatMap(({ qty }) => zeroes(qty.text))) }
	},
	{
		wrong: "flags negative zero",
		caughtBy: "k",
		habits: { find: seeing("negative_qty", ({ openOrders }) => openOrders.flatMap(({ qty }) => qty?.text.startsWith("-") ? zeroes(qty.text) : [])) }
	},
	{
		wrong: "flags a position that loses money",
		caughtBy: "k",
		habits: { find: seeing("negative_qty", ({ positions }) => positions.flatMap(({ symbol, unrealizedPnl: pnl }) => pnl !== null && require_field_reader.isNegative(pnl) ? [symbol] : [])) }
	}
];
function isOrder(detail) {
	return detail.startsWith("order ");
}
function isPosition(detail) {
	return detail.startsWith("position ");
}
function isFirstOfItsText(one, at, all) {
	return all.findIndex(({ detail }) => detail === one.detail) === at;
}
function hedged(positions) {
	const keys = new Set(positions.map(({ symbol, side }) => `${symbol} ${side}`));
	return positions.filter(({ symbol, side }) => side === "SHORT" && keys.has(`${symbol} LONG`)).map(({ symbol }) => symbol);
}
function differingInCase(symbols) {
	return repeated([...new Set(symbols)].map((symbol) => symbol.toLowerCase()));
}
function termsOf({ symbol, side, price, qty, orderId }) {
	return `${symbol} ${side} ${price.text} ${qty?.text} ${/^known/.test(orderId)}`;
}
function zeroes(qty) {
	return /[1-9]/.test(qty) ? [] : [qty];
}
// src/self-test/broken-state.ts
const EMPTY_ACCOUNT = {
	positions: [],
	open_orders: [],
	ts: 0,
	source: "fire_drill"
};
const NEVER = new Promise(() => {});
const BROKEN_STATE = [
	{
		wrong: "reads a failed fetch as an empty account",
		caughtBy: "e",
		habits: { hear: (request) => request.fetchError === null ? request : {
			...request,
			fetchError: null,
			snapshot: EMPTY_ACCOUNT
		} }
	},
	{
		wrong: "empties the gauges when a fetch fails",
		caughtBy: "e",
		habits: { onError: (metrics) => metrics.recordAccepted({
			positions: [],
			openOrders: [],
			ts: 0,
			source: "none"
		}) }
	},
	{
		wrong: "forgets last ts when a fetch fails",
		caughtBy: "o",
		habits: { lastTsAfterError: () => 0 }
	},
	{
		wrong: "says that it lives when a fetch fails",
		caughtBy: "o",
		habits: { onError: (metrics) => metrics.recordCompleted([]) }
	},
	{
		wrong: "counts every failed fetch as unknown",
		caughtBy: "e",
		habits: { blame: () => "unknown" }
	},
	{
		wrong: "counts a rate limit as a network error",
		caughtBy: "o",
		habits: { blame: (reason) => reason === "rate_limit" ? "network" : reason }
	},
	{
		wrong: "reports orphans when a fetch fails",
		caughtBy: "o",
		habits: { answer: (reply) => reply.error === null ? reply : {
			...reply,
			mismatches: [{
				rule: "orphan_order",
				detail: "everything is gone"
			}]
		} }
	},
	{
		wrong: "says ok when a fetch fails",
		caughtBy: "o",
		habits: { answer: (reply) => reply.error === null ? reply : {
			...reply,
			ok: true
		} }
	},
	{
		wrong: "does not say why a fetch failed",
		caughtBy: "o",
		habits: { answer: (reply) => ({
			...reply,
			error: reply.error === null ? null : "failed"
		}) }
	},
	{
		wrong: "carries everything over a reset",
		caughtBy: "e",
		habits: { keeps: "everything" }
	},
	{
		wrong: "carries last ts over a reset",
		caughtBy: "e",
		habits: { keeps: "last ts" }
	},
	{
		wrong: "carries its counters over a reset",
		caughtBy: "r",
		alsoFails: "e",
		habits: { keeps: "counters and gauges" }
	},
	{
		wrong: "sorts the input in place",
		caughtBy: "s",
		habits: { hear: (request) => mutating(request, (rows) => rows.sort(byText)) }
	},
	{
		wrong: "takes rows out of its input",
		caughtBy: "s",
		habits: { answer: (reply, request) => mutating(request, (rows) => rows.pop()) && reply }
	},
	{
		wrong: "hangs",
		caughtBy: "a",
		habits: { answer: () => NEVER }
	},
	{
		wrong: "hangs when a fetch fails",
		caughtBy: "e",
		habits: { answer: (reply) => reply.error === null ? reply : NEVER }
	},
	{
		wrong: "crashes",
		caughtBy: "a",
		habits: { find: crash }
	},
	{
		wrong: "crashes on an empty account",
		caughtBy: "n",
		habits: { gauge: ({ isRejected, snapshot }) => snapshot.ts === 0 ? crash() : isRejected ? null : snapshot }
	}
];
function byText(one, other) {
	return require_created_series.canonicalJson(one) < require_created_series.canonicalJson(other) ? -1 : 1;
}
function crash() {
	throw new Error("crashed");
}
function mutating(request, change) {
	const rows = require_field_reader.isRecord(request.snapshot) ? request.snapshot.open_orders : void 0;
	if (Array.isArray(rows) && rows.length > 1) change(rows);
	return request;
}
// src/self-test/broken-time.ts
const BROKEN_TIME = [
	{
		wrong: "takes an equal ts for a regression",
		caughtBy: "m",
		habits: regressing(({ snapshot, lastTs }) => snapshot.ts <= lastTs && lastTs > 0 && snapshot.ts > 0)
	},
	{
		wrong: "lets a ts that is a little older pass",
		caughtBy: "m",
		habits: regressing((input) => require_mismatch_rules.isRegression(input) && input.lastTs - input.snapshot.ts > 10)
	},
	{
		wrong: "takes an empty account for a regression",
		caughtBy: "n",
		habits: regressing(({ snapshot, lastTs }) => snapshot.ts < lastTs)
	},
	{
		wrong: "takes any account without positions for an empty one",
		caughtBy: "u",
		habits: regressing((input) => require_mismatch_rules.isRegression(input) && input.snapshot.positions.length > 0)
	},
	{
		wrong: "keeps last ts over an empty account, so that re-entry regresses",
		caughtBy: "n",
		habits: { lastTs: ({ input, snapshot }) => Math.max(input.lastTs, snapshot.ts) }
	},
	{
		wrong: "leaves the gauges as they were when the account empties",
		caughtBy: "n",
		habits: { gauge: ({ isRejected, snapshot }) => isRejected || require_mismatch_rules.isEmptyAccount(snapshot) ? null : snapshot }
	},
	{
		wrong: "moves last ts back on a regression",
		caughtBy: "d",
		habits: { lastTs: ({ snapshot }) => snapshot.ts }
	},
	{
		wrong: "moves the gauges on a regression",
		caughtBy: "d",
		habits: { gauge: ({ snapshot }) => snapshot }
	},
	{
		wrong: "moves the last_ts gauge alone on a regression",
		caughtBy: "d",
		habits: { gauge: ({ isRejected, snapshot, shown }) => isRejected && shown !== null ? {
			...shown,
			ts: snapshot.ts
		} : snapshot }
	},
	{
		wrong: "shows the orders of a rejected snapshot",
		caughtBy: "d",
		habits: { gauge: ({ isRejected, snapshot, shown }) => isRejected && shown !== null ? {
			...shown,
			openOrders: snapshot.openOrders
		} : snapshot }
	},
	{
		wrong: "shows the number of positions of a rejected snapshot",
		caughtBy: "u",
		habits: { gauge: ({ isRejected, snapshot, input }) => isRejected ? {
			...snapshot,
			ts: input.lastTs,
			openOrders: []
		} : snapshot }
	},
	{
		wrong: "checks a regressed snapshot for nothing else",
		caughtBy: "u",
		habits: { find: refind((found) => found.some(({ rule }) => rule === "ts_regression") ? found.slice(0, 1) : found) }
	},
	{
		wrong: "does not count what else a regressed snapshot has",
		caughtBy: "u",
		habits: { count: ({ isRejected, found }) => isRejected ? found.slice(0, 1) : found }
	},
	{
		wrong: "sets last ts to the future after a regression",
		caughtBy: "m",
		alsoFails: "d",
		habits: { lastTs: ({ isRejected, input, snapshot }) => isRejected ? input.lastTs + 1 : snapshot.ts }
	}
];
function regressing(test) {
	return {
		rejects: test,
		find: refind((found, input) => [...test(input) ? [{
			rule: "ts_regression",
			detail: "older"
		}] : [], ...found.filter(({ rule }) => rule !== "ts_regression")])
	};
}
// src/self-test/missed-rules.ts
const ALSO_FAILS = { orphan_order: "e" };
const MISSED_RULES = require_mismatch_rules.RULES.map(({ name, provenBy }) => {
	const alsoFails = ALSO_FAILS[name];
	return {
		wrong: `misses ${name}`,
		caughtBy: provenBy,
		...alsoFails === void 0 ? {} : { alsoFails },
		habits: { find: blindTo(name) }
	};
});
// src/self-test/table-syncer.ts
async function tableSyncer(honest, seed, drills = require_parse_history.fixedDrills(require_parse_history.DEFAULT_METRIC_PREFIX)) {
	const table = {
		replies: [],
		texts: []
	};
	await require_parse_history.runDrills(drills, recording(honest, table), require_parse_history.DEFAULT_METRIC_PREFIX, void 0, daysOf(seed));
	return playing(honest, table);
}
function recording(honest, { replies, texts }) {
	return {
		...aboutOf(honest),
		reset: (now, lastTs) => honest.reset(now, lastTs),
		sync: async (request) => {
			const reply = await honest.sync(request);
			replies.push(reply);
			return reply;
		},
		metrics: async (now) => {
			const text = await honest.metrics(now);
			texts.push(text);
			return text;
		}
	};
}
function playing(honest, { replies, texts }) {
	let [synced, scraped] = [0, 0];
	const atItsEnd = {
		ok: true,
		mismatches: [],
		error: null,
		lastTs: 0
	};
	return {
		...aboutOf(honest),
		reset: async () => void 0,
		sync: async () => replies[synced++] ?? atItsEnd,
		metrics: async () => texts[scraped++] ?? ""
	};
}
function aboutOf({ identity, settle, takes }) {
	return {
		identity,
		settle,
		takes
	};
}
// src/self-test/only-life-notices.ts
const DRILLED_SYMBOLS = new Set(JSON.stringify(require_parse_history.fixedDrills(require_parse_history.DEFAULT_METRIC_PREFIX).map(({ steps }) => steps)).match(/(?<="symbol":)"[^"]*"/g));
const ANOTHER_SEED = 2;
const GRACE = {
	says: require_created_series.ADVISED,
	waits: require_created_series.ADVISED
};
const ONLY_LIFE_NOTICES = [
	{
		...onlyLife("never looks at a snapshot, and answers what was recorded with another seed", {}),
		made: (sketch) => tableSyncer(sketch, ANOTHER_SEED)
	},
	onlyLife("knows the symbols of the drills, and looks at no other", { each: (input) => require_mismatch_rules.findEach({
		...input,
		...onlyDrilled(input)
	}) }),
	onlyLife("forgets the grace that it says it has", { grace: {
		says: require_created_series.ADVISED,
		waits: require_created_series.AT_ONCE
	} }),
	onlyLife("waits almost a second longer than it says", { grace: {
		says: require_created_series.ADVISED,
		waits: {
			...require_created_series.ADVISED,
			ms: require_created_series.ADVISED.ms + 900
		}
	} }),
	onlyLife("waits for the syncs that it says, not for the time", { grace: {
		says: require_created_series.ADVISED,
		waits: {
			...require_created_series.ADVISED,
			ms: 0
		}
	} }),
	onlyLife("waits for the time that it says, not for the syncs", { grace: {
		says: require_created_series.ADVISED,
		waits: {
			...require_created_series.ADVISED,
			syncs: 1
		}
	} }),
	onlyLife("takes a position that is off by another amount for the same difference", { each: renaming("position_mismatch", (detail) => detail.split(": we said")[0] ?? "") }),
	onlyLife("lets a difference settle while the fetch fails", { failureMakesThem: "last" }),
	onlyLife("waits anew after each fetch that fails", { failureMakesThem: "begin anew" }),
	onlyLife("forgets the last ts where it is started anew", { overlooks: "the last ts given" }),
	onlyLife("remembers no row of the snapshot before", { overlooks: "past rows" }),
	onlyLife("takes a ts from the far future for the present", { overlooks: "the future" }),
	onlyLife("takes cross and isolated positions of one side together", { each: withoutModes }),
	onlyLife("knows an order on any symbol by an id of ours on another", { each: knowingIdsAnywhere })
];
function onlyLife(wrong, habits) {
	return {
		wrong,
		caughtBy: "life",
		habits: {
			grace: GRACE,
			...habits
		}
	};
}
function renaming(rule, keyOf) {
	return (input) => require_mismatch_rules.findEach(input).map((findings) => findings.rule.name === rule ? {
		...findings,
		found: findings.found.map((one) => ({
			...one,
			sameAs: keyOf(one.detail)
		}))
	} : findings);
}
function asIf(rule, change) {
	return (input) => {
		const [honest, changed] = [require_mismatch_rules.findEach(input), require_mismatch_rules.findEach(change(input))];
		return honest.map((findings, at) => findings.rule.name === rule ? changed[at] ?? findings : findings);
	};
}
function withoutModes(input) {
	return asIf("position_mismatch", (given) => ({
		...given,
		knownPositions: given.knownPositions?.map(({ marginMode: _, ...ours }) => ours) ?? null
	}))(input);
}
function knowingIdsAnywhere(input) {
	const { knownOrders = null, knownOrderIds } = input;
	if (knownOrders === null) return require_mismatch_rules.findEach(input);
	const ids = knownOrders.map(({ orderId }) => orderId);
	return asIf("orphan_order", (given) => ({
		...given,
		knownOrderIds: new Set([...knownOrderIds ?? [], ...ids])
	}))(input);
}
function onlyDrilled({ snapshot, knownOrders = null, knownPositions = null }) {
	const isDrilled = ({ symbol }) => DRILLED_SYMBOLS.has(JSON.stringify(symbol));
	return {
		snapshot: {
			...snapshot,
			positions: snapshot.positions.filter(isDrilled),
			openOrders: snapshot.openOrders.filter(isDrilled)
		},
		knownOrders: knownOrders?.filter(isDrilled) ?? null,
		knownPositions: knownPositions?.filter(isDrilled) ?? null
	};
}
// src/self-test/zoo.ts
const ZOO = [
	...MISSED_RULES,
	...BROKEN_RULES,
	...BROKEN_ORPHANS,
	...BROKEN_COMPARISONS,
	...BROKEN_TIME,
	...BROKEN_STATE,
	...BROKEN_REPLIES,
	...BROKEN_COUNTERS,
	...BROKEN_GAUGES,
	...BROKEN_EXPOSITION,
	...ONLY_LIFE_NOTICES
];
// src/self-test/self-test.ts
async function selfTest(write, zoo = ZOO) {
	write(renderHead(zoo.length));
	const unsound = await drillSoundSketch();
	for (const label of unsound) write(`  UNSOUND: the sketch that all are made of fails ${label}\n`);
	const catches = [];
	let telling = Promise.resolve();
	for (const broken of zoo) {
		const drilled = drillBroken(broken);
		telling = telling.then(async () => {
			const one = await drilled;
			write(renderCatch(one));
			catches.push(one);
		});
		await Promise.race([drilled, allElseDone()]);
	}
	await telling;
	write(renderVerdict(catches));
	return unsound.length === 0 && catches.every(({ check }) => check !== null);
}
function allElseDone() {
	return new Promise((resolve) => setImmediate(resolve));
}
// src/cli/self-test-command.ts
async function selfTestCommand(_, { stdout }) {
	return await selfTest((text) => stdout.write(text)) ? require_cli.EXIT.ok : require_cli.EXIT.found;
}
exports.checkCommand = checkCommand;
exports.ringCommand = ringCommand;
exports.selfTestCommand = selfTestCommand;
