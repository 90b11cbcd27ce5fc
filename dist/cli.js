#!/usr/bin/env node
Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_rolldown_runtime = require("./shared-rolldown-runtime.js");
const require_field_reader = require("./shared-field-reader.js");
const require_parse_history = require("./shared-parse-history.js");
const require_created_series = require("./shared-created-series.js");
const require_mismatch_rules = require("./shared-mismatch-rules.js");
const require_sync_evidence = require("./shared-sync-evidence.js");
let node_fs = require("node:fs");
let node_path = require("node:path");
// src/cli/exit-codes.ts
const EXIT = {
	ok: 0,
	found: 1,
	badInput: 2,
	incomplete: 3
};
const BY_ERROR = {
	usage: EXIT.badInput,
	bad_input: EXIT.badInput,
	sync_in_flight: EXIT.incomplete,
	evidence_not_written: EXIT.incomplete,
	syncer_broke_off: EXIT.incomplete,
	not_completed: EXIT.incomplete,
	interrupted: EXIT.incomplete
};
function exitCodeOf(thrown) {
	return thrown instanceof require_field_reader.DrillError ? BY_ERROR[thrown.code] : EXIT.incomplete;
}
// src/cli/arguments.ts
const LONGEST_ROW = 1e3;
const SHARED$1 = { help: {
	type: "boolean",
	short: "h"
} };
function parseArguments(args, options, mostPositionals) {
	refuseLongRow(args);
	const words = new Map();
	const { values, positionals, tokens } = parseStrictly(args.map((arg) => withoutWord(arg, options, words)), {
		...SHARED$1,
		...options
	});
	refuseRepeats(tokens.flatMap((token) => token.kind === "option" ? [token.name] : []).filter((name) => options[name]?.multiple !== true));
	const surplus = positionals[mostPositionals];
	if (surplus !== void 0) throw new require_field_reader.DrillError("usage", `unexpected argument "${require_field_reader.printable(surplus)}"`);
	return {
		positionals,
		text(option) {
			const value = values[option];
			return typeof value === "string" ? value : words.get(option);
		},
		list(option) {
			const value = values[option];
			return Array.isArray(value) ? value.map(String) : [];
		},
		has: (option) => values[option] === true
	};
}
function wholeNumber(option, text) {
	const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : NaN;
	if (Number.isSafeInteger(value)) return value;
	throw new require_field_reader.DrillError("usage", `${option}: expected a whole number of at least 0, got "${require_field_reader.printable(text)}"`);
}
function refuseLongRow(args) {
	const end = args.indexOf("--");
	const row = args.slice(0, end < 0 ? args.length : end).find((arg) => /^-[^-]/.test(arg) && arg.length > LONGEST_ROW);
	if (row === void 0) return;
	throw new require_field_reader.DrillError("usage", `unknown option ${require_field_reader.printable(row.slice(0, 20))}...; try --help`);
}
function withoutWord(arg, options, words) {
	const [, name = "", word = ""] = /^--([a-z-]+)=(.*)$/s.exec(arg) ?? [];
	const known = options[name]?.words;
	if (known === void 0) return arg;
	if (!known.includes(word)) throw new require_field_reader.DrillError("usage", `--${name}: expected --${name} or --${name}=${known.join("|")}`);
	words.set(name, word);
	return `--${name}`;
}
function parseStrictly(args, options) {
	try {
		return (0, require("node:util").parseArgs)({
			args: [...args],
			options,
			allowPositionals: true,
			strict: true,
			tokens: true
		});
	} catch (cause) {
		throw new require_field_reader.DrillError("usage", `${require_field_reader.printable(explain(require_field_reader.messageOf(cause)))}; try --help`, { cause });
	}
}
function explain(message) {
	const option = /'(-[^']*?)(?: <value>)?'/su.exec(message)?.[1] ?? "";
	if (message.startsWith("Unknown option")) return `unknown option ${option}`;
	if (message.includes("ambiguous") || message.includes("argument missing")) return `${option}: a value is missing (one that begins with - is given as ${option}=VALUE)`;
	if (message.includes("does not take an argument")) return `${option} takes no value`;
	return message.split("\n")[0] ?? message;
}
function refuseRepeats(names) {
	const repeated = names.find((name, index) => names.indexOf(name) !== index);
	if (repeated !== void 0) throw new require_field_reader.DrillError("usage", `--${repeated} was given twice`);
}
// src/evidence/read/open-evidence.ts
async function openEvidence(fs, path) {
	if (!isFile(fs, path)) return require_parse_history.directorySource(fs, path);
	const { zipSource } = await Promise.resolve().then(() => require("./shared-zip-source.js"));
	return zipSource(path, readZip(fs, path));
}
function isFile(fs, path) {
	try {
		return fs.statSync(path).isFile();
	} catch {
		return false;
	}
}
function readZip(fs, path) {
	try {
		const { size } = fs.statSync(path);
		if (size > 67108864) throw new Error(`${size} bytes are more than evidence can have`);
		return fs.readFileSync(path);
	} catch (cause) {
		const what = `${require_field_reader.printable(path)}: it cannot be read: ${require_field_reader.printable(require_field_reader.messageOf(cause))}`;
		throw new require_field_reader.DrillError("bad_input", `${what}; give an evidence directory or an artifact's zip`, { cause });
	}
}
// src/cli/verify-command.ts
const VERIFY_OPTIONS = { json: { type: "boolean" } };
async function verifyCommand(args, { fs, stdout, stderr }) {
	const path = args.positionals[0];
	if (path === void 0 || path === "") throw new require_field_reader.DrillError("usage", "verify: which evidence directory, or which zip of an artifact?");
	const verification = require_parse_history.verifySource(await openEvidence(fs, path));
	const json = args.has("json");
	(json ? stderr : stdout).write(renderVerification(path, verification));
	if (json) stdout.write(`${verificationJson(path, verification)}\n`);
	return verification.damage.length === 0 ? EXIT.ok : EXIT.found;
}
function renderVerification(path, verification) {
	const { damage, intact, fingerprint } = verification;
	return `${[
		...damage.map(({ kind, name, what }) => `  ${kind.toUpperCase()}: ${name}: ${what}`),
		damage.length === 0 ? `verified: ${require_field_reader.printable(path)}: ${intact} files, each as its checksum says` : `damaged: ${require_field_reader.printable(path)}: ${damage.length} found, do not rely on this evidence`,
		...fingerprint === null ? [] : [`fingerprint: ${fingerprint}`]
	].join("\n")}\n`;
}
function verificationJson(path, verification) {
	const { damage, intact, fingerprint } = verification;
	return require_created_series.canonicalJson({
		result: damage.length === 0 ? "verified" : "damaged",
		evidence_dir: path,
		intact,
		fingerprint,
		damage: damage.map(({ kind, name, what }) => ({
			kind,
			name,
			what
		}))
	});
}
// src/cli/attest-predicate-command.ts
const ATTEST_PREDICATE_OPTIONS = { url: { type: "string" } };
async function attestPredicateCommand(args, { fs, stdout, stderr }) {
	const path = args.positionals[0];
	if (path === void 0 || path === "") throw new require_field_reader.DrillError("usage", "attest-predicate: which evidence directory, or which zip of an artifact?");
	const url = readUrl(args.text("url"));
	const made = require_parse_history.predicateOfEvidence(await openEvidence(fs, path), url);
	if (made.kind === "damaged") {
		stderr.write(renderVerification(path, made.verification));
		return EXIT.found;
	}
	stdout.write(made.text);
	return EXIT.ok;
}
function readUrl(text) {
	if (text === void 0) return null;
	if (/^https?:\/\/[!-~]+$/.test(text) && URL.canParse(text)) return text;
	throw new require_field_reader.DrillError("usage", `--url: expected the https address of the run, got ${require_field_reader.quoted(text)}`);
}
// src/report/console-text.ts
const PLAIN$1 = {
	good: same,
	bad: same,
	faint: same
};
function same(text) {
	return text;
}
function renderConsole(report, place, palette) {
	const verdict = require_parse_history.hasPassed(report) ? palette.good : palette.bad;
	return `${[
		require_field_reader.printable(`account-sync-drill ${report.toolVersion}, drilling the ${require_parse_history.identityOf(report.syncer)}`),
		"",
		...report.drills.flatMap((drill) => drillLines(drill, palette)),
		"=== Evidence ===",
		require_field_reader.printable(`  ${place.evidenceDir}`),
		...require_parse_history.renderChecksums(place.checksums).trimEnd().split("\n").map((line) => palette.faint(`  ${line}`)),
		"",
		...noteLines(report),
		...failedLines(report, place, palette),
		verdict(require_parse_history.resultsLine(report)),
		place.evidenceRef,
		require_field_reader.printable(nextStep(report, place))
	].join("\n")}\n`;
}
function drillLines(drill, palette) {
	const { injected, provenMarker } = drill;
	return [
		require_field_reader.printable(`=== ${require_parse_history.headingOf(drill)} ===`),
		...injected === null ? [] : [require_field_reader.printable(`  injected: ${injected} -> found: ${require_parse_history.caughtOf(drill)} -> counted: ${require_parse_history.countedOf(drill)} -> see: ${fileOf(drill)}`)],
		...drill.checks.flatMap((check) => paintCheck(require_created_series.renderCheck(check), check.status, palette)),
		...provenMarker === null ? [] : [`  ${palette.good(require_field_reader.printable(provenMarker))}`],
		""
	];
}
function paintCheck(lines, status, palette) {
	const paint = {
		passed: palette.good,
		failed: palette.bad,
		skipped: palette.faint
	}[status];
	return lines.map((line) => line.replace(/(?<=^ {2})(?:PASS|FAIL|SKIP)/, paint));
}
function failedLines(report, place, palette) {
	const causes = require_parse_history.causesOf(report);
	return [
		...causes.length === 0 ? [] : [palette.bad("=== Failed ===")],
		...causes.flatMap((cause) => causeLines(cause, place, palette)),
		...causes.length === 0 ? [] : [""],
		...skippedLines(report, place, palette)
	];
}
function causeLines(cause, { evidenceDir }, palette) {
	const { what, first, hints } = cause;
	const follow = require_parse_history.followingOf(cause);
	const checked = first === null || first.check.label === what ? [] : [`    check:    ${first.check.label}`];
	return [`  ${palette.bad("FAIL")}: ${require_field_reader.printable(what)}${first === null ? "" : ` (${require_parse_history.placeOf(first)})`}`, ...[
		...checked,
		...first === null ? [] : [`    expected: ${first.check.expected}`, `    actual:   ${first.check.actual}`],
		...hints.map((hint) => `    ${hint}`),
		...follow === "" ? [] : [`    ${follow}`],
		...first === null ? [] : [`    see:      ${evidenceDir}/${fileOf(first.drill)}`]
	].map(require_field_reader.printable)];
}
function skippedLines(report, { evidenceDir }, palette) {
	const lines = report.drills.flatMap((drill) => drill.checks.filter(({ status }) => status === "skipped").flatMap((check) => [...paintCheck(require_created_series.renderCheck(check), check.status, palette), require_field_reader.printable(`    see:      ${evidenceDir}/${fileOf(drill)}`)]));
	return lines.length === 0 ? [] : [
		"=== Skipped ===",
		...lines,
		""
	];
}
function fileOf({ files }) {
	return [...files.keys()][0] ?? "summary.txt";
}
function noteLines(report) {
	const notes = require_parse_history.notesOf(report);
	return notes.length === 0 ? [] : [...notes.map((note) => require_field_reader.printable(`note: ${note}`)), ""];
}
function nextStep(report, { evidenceDir, verify }) {
	return require_parse_history.hasPassed(report) ? `Next: paste the EVIDENCE_REF line into your pull request; whoever doubts it runs: ${verify}` : `Next: read the first FAIL above and the log that it names, in ${evidenceDir}`;
}
// src/cli/artifact-dir.ts
const DEFAULT_ARTIFACT_DIR = ".artifacts";
function artifactDirOf(args, { env }) {
	const given = args.text("artifact-dir");
	if (given === "") throw new require_field_reader.DrillError("usage", "--artifact-dir: expected a directory, got nothing");
	return given ?? (env.GRINDER_ARTIFACT_DIR || DEFAULT_ARTIFACT_DIR);
}
// src/cli/chosen-drills.ts
function lifeOf(args, suite) {
	const alone = ["seed", "days"].find((name) => args.text(name) !== void 0);
	if (suite !== "life" && alone !== void 0) throw new require_field_reader.DrillError("usage", `--${alone}: give --suite life too`);
	const numberOf = (name) => {
		const text = args.text(name);
		return text === void 0 ? void 0 : wholeNumber(`--${name}`, text);
	};
	const days = numberOf("days");
	if (days !== void 0 && (days < 1 || days > 365)) throw new require_field_reader.DrillError("usage", `--days: expected 1 to 365, got ${days}`);
	return require_parse_history.wantedLife(suite, {
		seed: numberOf("seed"),
		days
	});
}
function chooseDrills(drills, only, life) {
	if (only === void 0) return {
		drills,
		life
	};
	const known = [...drills.map(({ id }) => id), ...life === null ? [] : [require_parse_history.LIFE_ID]];
	const wanted = only.split(",").map((name) => name.trim().toLowerCase());
	const unknown = wanted.find((name) => !known.includes(name));
	if (unknown !== void 0) throw new require_field_reader.DrillError("usage", `--only: no drill ${require_field_reader.quoted(unknown)}; choose from ${known.join(", ")}`);
	return {
		drills: drills.filter(({ id }) => wanted.includes(id)),
		life: wanted.includes("life") ? life : null
	};
}
// src/cli/read-input.ts
const MOST_BYTES = 2 ** 29 - 24;
const TOO_LARGE = "this is too large for one text, which may have 512 MiB";
const BY_CODE = {
	ENOENT: "no such file",
	EISDIR: "this is a directory, a file is needed",
	EACCES: "this file may not be read",
	ERR_FS_FILE_TOO_LARGE: TOO_LARGE
};
function placeOf(option, file) {
	return `${option} ${file === "-" ? "- (standard input)" : require_field_reader.printable(file)}`;
}
async function readJsonInput(outside, option, file, parse) {
	return readTextInput(outside, option, file, (text) => parse(require_parse_history.parseJson(text)));
}
async function readTextInput(outside, option, file, parse, mostBytes = MOST_BYTES) {
	const place = placeOf(option, file);
	try {
		refuseLarger(file === "-" ? 0 : outside.fs.statSync(file).size, mostBytes);
		const bytes = file === "-" ? await outside.readStdin() : outside.fs.readFileSync(file);
		refuseLarger(bytes.length, mostBytes);
		return parse(decodeUtf8(bytes));
	} catch (cause) {
		const what = BY_CODE[require_field_reader.systemCodeOf(cause) ?? ""] ?? require_field_reader.printable(require_field_reader.messageOf(cause));
		const details = cause instanceof require_field_reader.DrillError ? cause.details : [];
		throw new require_field_reader.DrillError("bad_input", `${place}: ${what}`, {
			cause,
			details
		});
	}
}
function parseKnownOrders(value) {
	if (!Array.isArray(value)) {
		const hint = require_field_reader.isRecord(value) ? "an object" : "something else";
		throw new require_field_reader.DrillError("bad_input", `expected an array of order ids, got ${hint}`);
	}
	return value.map((id, index) => {
		if (typeof id === "string" && id !== "") return id;
		throw new require_field_reader.DrillError("bad_input", `[${index}]: expected an order id in quotes (64-bit ids do not survive a JSON number)`);
	});
}
function refuseLarger(bytes, mostBytes) {
	if (bytes <= mostBytes || mostBytes === MOST_BYTES) return;
	throw new require_field_reader.DrillError("bad_input", `this is too large: it may have ${mostBytes / 2 ** 20} MiB`);
}
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (cause) {
		const what = bytes.length > MOST_BYTES ? TOO_LARGE : "this is not UTF-8 text";
		throw new require_field_reader.DrillError("bad_input", what, { cause });
	}
}
// src/cli/drill-subject.ts
async function drillSubject(args, outside) {
	const prefix = args.text("metric-prefix") ?? "grinder_account_sync";
	if (!require_parse_history.isMetricPrefix(prefix)) throw new require_field_reader.DrillError("usage", `--metric-prefix: expected the start of a metric's name, got ${require_field_reader.quoted(prefix)}`);
	const command = args.text("syncer") ?? null;
	const alone = [
		"syncer-timeouts",
		"names",
		"settle"
	].find((name) => args.text(name) !== void 0);
	if (command === null && alone !== void 0) throw new require_field_reader.DrillError("usage", `--${alone}: give --syncer too`);
	const [timeouts, names, settle] = [
		args.text("syncer-timeouts"),
		args.text("names"),
		args.text("settle")
	];
	const said = {
		...timeouts !== void 0 && { limits: require_parse_history.parseTimeLimits("--syncer-timeouts", timeouts) },
		...settle !== void 0 && { settle: require_parse_history.parseSettle("--settle", settle) },
		...names !== void 0 && { names: await readJsonInput(outside, "--names", names, require_parse_history.parseNames) }
	};
	const suite = suiteOf(args.text("suite"));
	return require_parse_history.openSubject({
		command,
		suite,
		prefix,
		...said
	}, outside.programPorts);
}
function suiteOf(text = "runbook") {
	const name = require_parse_history.suiteName(text);
	if (name !== void 0) return name;
	throw new require_field_reader.DrillError("usage", `--suite: expected ${require_parse_history.SUITES_IN_WORDS}, got ${require_field_reader.quoted(text)}`);
}
// src/cli/palette.ts
const COLOURED = {
	good: (text) => (0, require("node:util").styleText)("green", text, { validateStream: false }),
	bad: (text) => (0, require("node:util").styleText)("red", text, { validateStream: false }),
	faint: (text) => (0, require("node:util").styleText)("dim", text, { validateStream: false })
};
function paletteFor(isTerminal, env) {
	if ((env.NO_COLOR ?? "") !== "") return PLAIN$1;
	const forced = env.FORCE_COLOR ?? "";
	if (forced !== "") return /^(?:0|false)$/i.test(forced) ? PLAIN$1 : COLOURED;
	return isTerminal && env.TERM !== "dumb" ? COLOURED : PLAIN$1;
}
// src/cli/replayed-histories.ts
const OPTION = "--replay";
const OF_SUITES = [
	"suite",
	"only",
	"seed",
	"days",
	"expected-failures"
];
async function replayedHistories(args, outside) {
	const files = args.list("replay");
	if (files.length === 0) return [];
	refuseBesides(args, files);
	const names = require_parse_history.historyNames(files);
	const histories = [];
	for (const [index, file] of files.entries()) {
		const history = await readTextInput(outside, OPTION, file, require_parse_history.parseHistory, require_parse_history.MOST_HISTORY_BYTES);
		histories.push({
			name: names[index] ?? "",
			history
		});
	}
	return histories;
}
function refuseBesides(args, files) {
	const beside = OF_SUITES.find((name) => args.text(name) !== void 0) ?? (args.has("alerts") ? "alerts" : void 0);
	if (beside !== void 0) throw new require_field_reader.DrillError("usage", `${OPTION} runs alone: leave --${beside} out`);
	if (files.includes("")) throw new require_field_reader.DrillError("usage", `${OPTION}: expected a file, got nothing`);
	if (files.filter((file) => file === "-").length > 1) throw new require_field_reader.DrillError("usage", `${OPTION}: - can be given once`);
}
// src/cli/shell-words.ts
const PLAIN = /^[A-Za-z0-9_./:@%+=,-]+$/;
const UNPRINTABLE$1 = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
function shellWord(text) {
	if (PLAIN.test(text)) return text;
	return UNPRINTABLE$1.test(text) ? `$'${dollarQuoted(text)}'` : `'${text.replace(/'/g, `'\\''`)}'`;
}
function dollarQuoted(text) {
	return Array.from(text, (character) => {
		if (UNPRINTABLE$1.test(character)) return Array.from(Buffer.from(character), octal).join("");
		return character.replace(/['\\]/, "\\$&");
	}).join("");
}
function octal(byte) {
	return `\\${byte.toString(8).padStart(3, "0")}`;
}
// src/cli/drill-command.ts
const EXIT_BY_FAILURE = {
	exit_code_1: EXIT.found,
	exit_code_3: EXIT.incomplete
};
const DRILL_OPTIONS = {
	"artifact-dir": { type: "string" },
	only: { type: "string" },
	suite: { type: "string" },
	seed: { type: "string" },
	days: { type: "string" },
	replay: {
		type: "string",
		multiple: true
	},
	syncer: { type: "string" },
	"syncer-timeouts": { type: "string" },
	"metric-prefix": { type: "string" },
	names: { type: "string" },
	settle: { type: "string" },
	"expected-failures": { type: "string" },
	alerts: {
		type: "boolean",
		words: ["required"]
	},
	json: { type: "boolean" },
	"no-status": { type: "boolean" }
};
async function drillCommand(args, outside) {
	const artifactDir = artifactDirOf(args, outside);
	const histories = await replayedHistories(args, outside);
	const subject = await drillSubject(args, outside);
	const listed = await expectedFailures(args, outside, subject.prefix);
	const wanted = lifeOf(args, subject.suite);
	const { drills, life } = chooseDrills(subject.drills, args.text("only"), wanted);
	const plan = {
		...subject,
		drills,
		life,
		histories,
		artifactDir,
		commit: null,
		alerts: alertsOf(args, subject.drills, drills),
		listed
	};
	const outcome = await outside.untilStopped((stopped) => require_parse_history.runFireDrill(plan, {
		...outside,
		stopped
	}).finally(subject.dispose));
	tell$2(outcome, outside, args.has("json"));
	if (!args.has("no-status")) warnAboutStatus(outcome, outside);
	const { brokeOff } = outcome.report;
	if (brokeOff !== null) outside.stderr.write(`account-sync-drill: ${require_field_reader.printable(brokeOff)}\n`);
	const failure = require_parse_history.failureOf(outcome.report);
	return failure === null ? EXIT.ok : EXIT_BY_FAILURE[failure];
}
async function expectedFailures(args, outside, prefix) {
	const file = args.text("expected-failures");
	if (file === void 0) return new Set();
	const known = await require_parse_history.allCheckNames(prefix);
	return readTextInput(outside, "--expected-failures", file, (text) => require_parse_history.parseExpectedFailures(text, known));
}
function alertsOf(args, suite, chosen) {
	if (!args.has("alerts")) return "none";
	const needed = require_parse_history.drillsThatAlert(require_parse_history.rulesProvenBy(suite));
	if (!needed.every((id) => chosen.some((drill) => drill.id === id))) {
		const names = `${needed.slice(0, -1).join(", ")} and ${needed.at(-1)}`;
		throw new require_field_reader.DrillError("usage", `--alerts needs the metrics of drills ${names}: leave --only out`);
	}
	return args.text("alerts") === "required" ? "required" : "asked";
}
function tell$2(outcome, outside, json) {
	const { stdout, stderr, env, program } = outside;
	const textStream = json ? stderr : stdout;
	const palette = paletteFor(textStream.isTerminal, env);
	const { evidenceDir } = outcome;
	const verify = `${program} verify ${shellWord(evidenceDir.startsWith("-") ? `./${evidenceDir}` : evidenceDir)}`;
	textStream.write(renderConsole(outcome.report, {
		...outcome,
		verify
	}, palette));
	if (json) stdout.write(require_parse_history.renderResultsJson(outcome.report, outcome));
}
function warnAboutStatus({ report }, { stderr }) {
	const check = report.drills.find(({ id }) => id === "guard")?.checks[0];
	if (check === void 0 || check.status === "passed") return;
	stderr.write(`warning: git status and evidence: ${check.actual}; keep the artifact directory out of commits\n`);
}
// src/cli/help/help-text.ts
const WIDTH = 80;
const OPTION_COLUMN = 26;
const COMMAND_COLUMN = 21;
function usage(command, parts) {
	return wrapped(`${`account-sync-drill ${command}`} `, "".padEnd(`account-sync-drill ${command.split(" ")[0]} `.length), parts);
}
function prose(text) {
	return wrapped("", "", text.split(/\s+/));
}
function option(name, meaning) {
	return besides(`  ${name}`, OPTION_COLUMN, meaning);
}
function command(name, meaning) {
	return besides(`  ${name}`, COMMAND_COLUMN, meaning);
}
function besides(name, column, meaning) {
	const blank = "".padEnd(column);
	if (name.length < column - 1) return wrapped(name.padEnd(column), blank, meaning.split(" "));
	return `${name}\n${wrapped(blank, blank, meaning.split(" "))}`;
}
function wrapped(first, next, parts) {
	const lines = [];
	let line = first;
	let isEmpty = true;
	for (const part of parts) {
		if (!isEmpty && line.length + part.length > WIDTH) {
			lines.push(line.trimEnd());
			line = next;
		}
		line += `${part} `;
		isEmpty = false;
	}
	return [...lines, line.trimEnd()].join("\n");
}
const JSON_OPTION = option("--json", "one JSON document on stdout, the text on stderr");
function page(...blocks) {
	return `${blocks.join("\n\n")}\n`;
}
function block(...lines) {
	return lines.join("\n");
}
// src/cli/help/alarm-help.ts
const alarmHelp = () => ({
	rules: page(usage("rules", ["[--format FORMAT]", "[--set NAME=VALUE]..."]), prose("Prints the rule pack. Without options it is rules/account-sync.rules.yml to the byte."), block(option("--format FORMAT", "prometheus (default) for a rule file, kubernetes for a PrometheusRule, victoriametrics for a file for vmalert, grafana for the dashboard"), option("--set NAME=VALUE", "changes a setting, such as --set stale-after=60 or --set label.team=desk; docs/rules.md explains them all, and a wrong name lists them"))),
	check: page(usage("check", [
		"--prometheus URL...",
		"--alertmanager URL...",
		"[--receiver NAME]",
		...SHARED_USAGE
	]), prose("Asks your own Prometheus and Alertmanager whether a mismatch would page somebody, whom, and after how many seconds. It only reads: some 13 GETs. Each fault is named with its cause and its cure."), block(...servers(), option("--receiver NAME", "whom a page must reach (default: anybody)"), ...shared()), prose("Exit codes: 0 it would ring; 1 something on the way is broken; 2 usage error or bad --http-config; 3 a server did not answer as it should, or has not scraped yet.")),
	ring: page(usage("ring", [
		"--prometheus URL...",
		"--alertmanager URL...",
		"--receiver NAME",
		"[--within SECONDS]",
		"[--listen HOST:PORT]",
		"[--ack]",
		...SHARED_USAGE
	]), prose("A fire drill of the alarm itself. Checks as check does; then posts AccountSyncDrill to Alertmanager, follows it to the receiver and takes it back. Every text of it says DRILL, and it ends by itself."), block(...servers(), option("--receiver NAME", "whom a page must reach"), option("--within SECONDS", "until the page is there, and acknowledged (default: group_wait and 30; with --ack 300)"), option("--listen HOST:PORT", "be the receiver's webhook here: proves that it is called"), option("--ack", "wait until somebody types the four characters of the page"), ...shared()), prose("Exit codes: as for check; 3 also while a real alert of the pack is active."))
});
const SHARED_USAGE = [
	"[--set NAME=VALUE]...",
	"[--targets N]",
	"[--http-config FILE]",
	"[--expect FINGERPRINT]",
	"[--artifact-dir DIR]",
	"[--metrics-file FILE]",
	"[--json]"
];
function servers() {
	return [option("--prometheus URL", "each Prometheus that evaluates the rules, with its path prefix"), option("--alertmanager URL", "each Alertmanager that it sends to")];
}
function shared() {
	return [
		option("--set NAME=VALUE", "as the pack was printed with: see rules"),
		option("--targets N", "how many exporters must be up"),
		option("--http-config FILE", "credentials and TLS, as for promtool: basic_auth, authorization, tls_config"),
		option("--expect FINGERPRINT", "the configuration must still be the one of that check"),
		option("--artifact-dir DIR", "where evidence is written (default: $GRINDER_ARTIFACT_DIR, then .artifacts)"),
		option("--metrics-file FILE", "also write metrics for the node exporter's textfile collector"),
		JSON_OPTION
	];
}
// src/cli/help/evidence-help.ts
const evidenceHelp = () => ({
	verify: page(usage("verify", ["DIR|ZIP", "[--json]"]), prose("Holds evidence against its sha256sums.txt and reports every damage: a file that was changed, removed, added or replaced, a checksum file that was touched, a fingerprint that is another than the files give. DIR is an evidence directory, ZIP the artifact as GitHub serves it."), JSON_OPTION),
	"attest-predicate": page(usage("attest-predicate", ["DIR", "[--url URL]"]), prose("Verifies an evidence directory and prints an in-toto test-result predicate (v0.1) of it, for actions/attest to sign. Damaged evidence gets none."), option("--url URL", "the page of the run, for the predicate to name"))
});
// src/cli/help/program-help.ts
function programHelp() {
	return page("account-sync-drill: a fire drill for the alarm of a diverged exchange account", block("Prove that your syncer notices:", command("[drill]", "inject known faults, check every stage, leave evidence"), command("self-test", "show that the drill can fail: broken syncers, each caught"), command("history", "make a drill of an incident, out of evidence of syncs"), command("init", "write an adapter to start from")), block("Evidence:", command("verify", "check that evidence, or an artifact's zip, is whole and unchanged"), command("attest-predicate", "print what to sign of it, as an in-toto test result")), block("Run the bundled syncer:", command("sync", "once, on a snapshot"), command("serve", "in a loop on a made-up account, and serve its metrics")), block("The alarm:", command("rules", "print the Prometheus rule pack, with settings of your own"), command("check", "ask your Prometheus and Alertmanager: would a mismatch page you?"), command("ring", "send a drill's alert to the receiver through your Alertmanager")), block("account-sync-drill COMMAND --help", "account-sync-drill --version"), prose("Exit codes: 0 passed, nothing found; 1 the drill failed, damage or mismatches were found; 2 usage error or bad input; 3 could not be completed."));
}
// src/cli/help/prove-help.ts
const proveHelp = () => ({
	get drill() {
		const further = require_parse_history.furtherLetters("full");
		return page(usage("[drill]", [
			"[--artifact-dir DIR]",
			"[--only a,b]",
			"[--suite runbook|full|life]",
			"[--seed N]",
			"[--days N]",
			"[--replay FILE]...",
			"[--syncer COMMAND]",
			"[--syncer-timeouts hello=10,...]",
			"[--metric-prefix PREFIX]",
			"[--names FILE]",
			"[--settle syncs=N,ms=N]",
			"[--expected-failures FILE]",
			"[--alerts[=required]]",
			"[--json]",
			"[--no-status]"
		]), prose(`Runs the fire drill: five drills and a guard, ${require_parse_history.checkCount("runbook")} checks. No network, no keys.`), block(option("--artifact-dir DIR", "where evidence is written (default: $GRINDER_ARTIFACT_DIR, then .artifacts)"), option("--only a,b", "run only these drills and the guard; the days of trading are called life"), option("--suite SUITE", `runbook (default); full: drills ${further[0]} to ${further.at(-1)} too; life: all drills, then days of trading`), option("--seed N", `what the days of trading are made from (default 1)`), option("--days N", `how many of them have divergences, 1 to 365 (default ${require_parse_history.USUAL_DAYS.days})`), option("--replay FILE", "instead of a suite: feed this history, JSON lines, and hold each answer against what its line expects; may be given again, - reads standard input"), option("--syncer COMMAND", "drill your own: \"python3 my_adapter.py\", or a module, ./my-syncer.mjs"), option("--syncer-timeouts T", "seconds that it may take: hello=10,request=5,bye=5,run=300 (default)"), option("--metric-prefix P", "how the names of its metrics begin (default grinder_account_sync)"), option("--names FILE", "how it calls rules and reasons: {\"rules\": {\"duplicate_key\": \"DuplicateRow\"}, \"reasons\": ...}"), option("--settle S", "how long a difference lasts before it says so, where it does not say: syncs=3,ms=10000"), option("--expected-failures F", "names of checks that may fail, a line each; one that passes fails the run"), option("--alerts", "afterwards drill F: does the shipped alert ring for what the drills produced? Skipped without promtool; =required fails instead"), JSON_OPTION, option("--no-status", "no warning about git status after the run (the guard check stays)")));
	},
	get "self-test"() {
		return page(usage("self-test", []), prose(`Runs the suites against a zoo of broken syncers, each wrong in one way, and prints which drill and check caught each, and the smallest suite that notices it: ${require_parse_history.checkCount("runbook")} stands for the runbook's checks. Exits 0 only if every one is caught by the drill that was named for it beforehand.`));
	},
	history: page(usage("history", ["DIR...", "[--settle syncs=N,ms=N]"]), prose("Makes one history for drill --replay of the evidence that syncs left, sorted by time, and prints it. DIR is the evidence of a sync, or holds such evidence. What was found is expected again where the bundled syncer finds the same in these syncs alone; the others are named on stderr. Damaged evidence is refused."), option("--settle S", "how long a difference had to last for the syncer that left it: syncs=3,ms=10000")),
	init: page(usage("init", ["python|typescript|go", "DIR"]), prose("Writes an adapter into a new directory, with a small syncer that stands in for yours, and prints the command that drills it. What to change is marked \"yours\"."))
});
// src/cli/help/run-help.ts
const runHelp = () => ({
	sync: page(usage("sync", [
		"--snapshot FILE",
		"[--format canonical|ccxt]",
		"[--known-orders FILE]",
		"[--expected FILE]",
		"[--last-ts MS]",
		"[--artifact-dir DIR]",
		"[--json]"
	]), prose("Runs the bundled AccountSyncer once on a snapshot and prints what it found."), block(option("--snapshot FILE", "the snapshot as JSON; - reads standard input"), option("--format FORMAT", "canonical (default), or ccxt: {\"timestamp\"?, \"positions\", \"open_orders\"}"), option("--known-orders FILE", "a JSON array of order ids that the system tracks; without it, no orphans"), option("--expected FILE", "what you believe: {\"order_ids\"?, \"orders\"?, \"positions\"?}, compared both ways"), option("--last-ts MS", "Unix ms of the last accepted snapshot (default 0)"), option("--artifact-dir DIR", "where evidence goes when GRINDER_ACCOUNT_SYNC_EVIDENCE is 1, true, yes or on"), JSON_OPTION)),
	get serve() {
		return page(usage("serve", [
			"[--host HOST]",
			"[--port PORT]",
			"[--inject RULE]",
			"[--after SECONDS]"
		]), prose("Syncs a made-up account every second and serves GET /metrics and GET /healthz, for rehearsals."), block(option("--host HOST", "where to listen (default 127.0.0.1)"), option("--port PORT", "on which port (default 9464; 0 takes a free one and says which)"), option("--inject RULE", `${oneOf(require_mismatch_rules.MISMATCH_RULES)}, in one sync`), option("--after SECONDS", "when to inject it (default 0: at the second sync)")), prose("With GRINDER_ACCOUNT_SYNC_EVIDENCE=1 a sync that finds something leaves evidence."));
	}
});
function oneOf(words) {
	return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
// src/cli/help.ts
function helps() {
	return {
		program: programHelp(),
		...proveHelp(),
		...evidenceHelp(),
		...runHelp(),
		...alarmHelp()
	};
}
// src/evidence/read/sync-evidence-in.ts
function syncEvidenceIn(fs, directories) {
	const found = new Map();
	for (const directory of directories) {
		const inside = isEvidence(fs, directory) ? [directory] : evidenceBelow(fs, directory);
		if (inside.length === 0) throw new require_field_reader.DrillError("bad_input", `${require_field_reader.printable(directory)}: no evidence in it`);
		for (const one of inside) found.set(fs.realpathSync(one), one);
	}
	return [...found.values()];
}
function isEvidence(fs, directory) {
	const { entries } = require_parse_history.directorySource(fs, directory);
	return entries.has("sha256sums.txt") || entries.has("summary.txt");
}
function evidenceBelow(fs, directory) {
	return fs.readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !require_parse_history.isStagingName(entry.name)).map((entry) => (0, node_path.join)(directory, entry.name)).filter((path) => isEvidence(fs, path)).sort(require_created_series.compareText);
}
// src/replay/evidence-name.ts
const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-(\d{1,4}))?$/;
function timeOfName(name) {
	const [found, ...parts] = NAME.exec(name) ?? [];
	if (found === void 0) return null;
	const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
	return Date.UTC(year, month - 1, day, hour, minute, second);
}
function compareNames(a, b) {
	const [first, second] = [a, b].map((name) => Number(NAME.exec(name)?.[7] ?? 1));
	return (first ?? 1) - (second ?? 1) || require_created_series.compareText(a, b);
}
// src/replay/history-of-evidence.ts
async function historyOfEvidence(evidence, settle, bundledWith) {
	const syncs = evidence.toSorted((a, b) => a.at - b.at || compareNames(a.name, b.name));
	const bare = render(syncs.map((sync, index) => lineOf(sync, index === 0 && require_created_series.hasGrace(settle) ? settle : null)));
	if (Buffer.byteLength(bare) > 33554432) throw new require_field_reader.DrillError("bad_input", `history: more than ${require_parse_history.MOST_HISTORY_BYTES / 2 ** 20} MiB of evidence: give less of it`);
	const history = require_parse_history.parseHistory(bare);
	const syncer = bundledWith(settle);
	await syncer.reset(history.lines[0]?.at ?? 0);
	const { lines } = await require_sync_evidence.feedHistory(history, syncer);
	const told = syncs.map((sync, index) => ({
		sync,
		note: differenceOf(sync, lines[index])
	}));
	const text = render(told.map(({ sync, note }, index) => ({
		...lineOf(sync, index === 0 && require_created_series.hasGrace(settle) ? settle : null),
		...note === null ? { expect: expectOf(sync) } : {}
	})));
	const notes = [...told.flatMap(({ note }) => note ?? []), ...untoldNote(syncs)];
	return {
		text,
		syncs: syncs.length,
		expecting: told.filter(({ note }) => note === null).length,
		notes
	};
}
function lineOf({ at, known, snapshot, fetchError }, settle) {
	return {
		at,
		...settle === null ? {} : { settle: {
			syncs: settle.syncs,
			ms: settle.ms
		} },
		known,
		...fetchError === null ? { snapshot } : { fetch_error: fetchError }
	};
}
function expectOf({ found, fetchError }) {
	return {
		mismatches: found,
		...fetchError === null ? {} : { error: fetchError }
	};
}
function render(lines) {
	return lines.map((line) => `${require_created_series.canonicalJson(line)}\n`).join("");
}
function differenceOf({ name, found, fetchError }, replayed) {
	const then = require_sync_evidence.inWords(found, fetchError);
	const rules = replayed?.reply.mismatches.map(({ rule }) => rule) ?? [];
	const now = require_sync_evidence.inWords(rules, replayed?.reply.error ?? null);
	if (then === now) return null;
	return require_field_reader.printable(`${name}: ${then} was found then, ${now} in these syncs alone: nothing is expected of it`);
}
function untoldNote(syncs) {
	const count = syncs.filter(({ saysKnown }) => !saysKnown).length;
	return count === 0 ? [] : [`${count} of ${syncs.length} do not say what was known (no known.json): nothing is told there`];
}
// src/replay/sync-evidence-reading.ts
const SNAPSHOT = "account_snapshot.json";
const KNOWN = "known.json";
function readSyncEvidence(source, name) {
	const place = require_field_reader.printable(source.path);
	if (!source.entries.has(SNAPSHOT)) throw new require_field_reader.DrillError("bad_input", `${place}: no evidence of a sync (${SNAPSHOT} is not there)`);
	const read = (file, parse) => {
		try {
			return parse(Buffer.from(source.read(file)).toString("utf8"));
		} catch (cause) {
			throw new require_field_reader.DrillError("bad_input", `${place}: ${file}: ${require_field_reader.printable(require_field_reader.messageOf(cause))}`, { cause });
		}
	};
	const summary = read("summary.txt", (text) => text);
	const at = timeIn(summary) ?? timeOfName(name);
	if (at === null) throw new require_field_reader.DrillError("bad_input", `${place}: neither its summary.txt nor its name says when it was`);
	const saysKnown = source.entries.has(KNOWN);
	const snapshot = read(SNAPSHOT, readSnapshot);
	return {
		name,
		at,
		saysKnown,
		snapshot,
		known: saysKnown ? read(KNOWN, readKnown) : null,
		fetchError: snapshot === null ? reasonIn(summary) : null,
		found: read("mismatches.json", readRules)
	};
}
function readSnapshot(text) {
	const value = require_parse_history.parseJson(text);
	return value === null ? null : require_parse_history.snapshotToWire(require_parse_history.parseSnapshot(value));
}
function readKnown(text) {
	const value = require_parse_history.parseJson(text);
	return value === null ? null : require_parse_history.knownToWire(require_parse_history.parseExpected(value));
}
function readRules(text) {
	const problems = [];
	const list = new require_field_reader.FieldReader({ mismatches: require_parse_history.parseJson(text) }, "", problems);
	const rules = list.rows("mismatches", (row, path) => {
		if (require_field_reader.isRecord(row)) return new require_field_reader.FieldReader(row, path, problems).text("rule");
		return list.refuse("mismatches", "expected a rule and a detail in each", "");
	});
	require_parse_history.refuseProblems(problems);
	return rules;
}
function timeIn(summary) {
	const [, digits] = /^at: ([0-9]{1,16})\n/.exec(summary) ?? [];
	const at = Number(digits);
	return digits !== void 0 && Number.isSafeInteger(at) ? at : null;
}
function reasonIn(summary) {
	const [, said] = /^error: ([a-z_]+): /m.exec(summary) ?? [];
	return require_created_series.FETCH_ERROR_REASONS.find((reason) => reason === said) ?? "unknown";
}
// src/cli/history-command.ts
const HISTORY_OPTIONS = { settle: { type: "string" } };
async function historyCommand(args, outside) {
	const { positionals } = args;
	if (positionals.length === 0 || positionals.includes("")) throw new require_field_reader.DrillError("usage", "history: which evidence of syncs, such as .artifacts/account_sync?");
	const settle = args.text("settle");
	const grace = settle === void 0 ? require_created_series.AT_ONCE : require_parse_history.parseSettle("--settle", settle);
	const syncs = [];
	for (const directory of syncEvidenceIn(outside.fs, positionals)) {
		const source = require_parse_history.directorySource(outside.fs, directory);
		const verification = require_parse_history.verifySource(source);
		if (verification.damage.length > 0) {
			outside.stderr.write(renderVerification(directory, verification));
			return EXIT.found;
		}
		syncs.push(readSyncEvidence(source, (0, node_path.basename)(outside.fs.realpathSync(directory))));
	}
	const made = await historyOfEvidence(syncs, grace, (own) => new require_parse_history.BundledSyncer(require_parse_history.TOOL_VERSION, void 0, own));
	outside.stdout.write(made.text);
	outside.stderr.write(renderNext$1(made, outside.program));
	return EXIT.ok;
}
function renderNext$1({ syncs, expecting, notes }, program) {
	const count = `${syncs} ${syncs === 1 ? "sync" : "syncs"}`;
	return `${[
		...notes.map((note) => `note: ${note}`),
		`history: ${count}, ${expecting} with what to expect`,
		`Next: read what each line expects, correct it, keep the file, and run: ${program} drill --replay FILE`
	].join("\n")}\n`;
}
// src/cli/init-command.ts
const INIT_OPTIONS = {};
const ADAPTERS = {
	python: {
		file: "my_adapter.py",
		syncer: (at) => `python3 ${syncerWord(at("my_adapter.py"))}`,
		before: null,
		needs: "Python 3; with prometheus_client, my_prometheus_adapter.py shows how"
	},
	typescript: {
		file: "my-adapter.ts",
		syncer: (at) => syncerWord(at("my-adapter.ts")),
		before: null,
		needs: "Node.js 22.18 or later, or a compiler: then give the .js"
	},
	go: {
		file: "main.go",
		syncer: (at) => syncerWord(at("my-adapter")),
		before: (directory) => `(cd ${shellWord(directory)} && go build -o my-adapter .)`,
		needs: "Go 1.21 or later"
	}
};
const LANGUAGES = Object.keys(ADAPTERS);
async function initCommand(args, outside) {
	const [language = "", directory = ""] = args.positionals;
	const adapter = Object.hasOwn(ADAPTERS, language) ? ADAPTERS[language] : void 0;
	if (adapter === void 0) throw new require_field_reader.DrillError("usage", `init: expected ${LANGUAGES.join(", ")}, got ${require_field_reader.quoted(language)}`);
	if (directory === "") throw new require_field_reader.DrillError("usage", `init ${language}: into which directory?`);
	if (/\p{Cc}/u.test(directory) || directory.includes("'") && /["$`\\]/.test(directory)) throw new require_field_reader.DrillError("usage", `init ${language}: a path that --syncer can name is needed: without control characters, and with one kind of quotes`);
	const names = copyAdapter(language, directory, outside);
	outside.stdout.write(renderNext(adapter, directory, names, outside.program));
	return EXIT.ok;
}
function copyAdapter(language, directory, { fs, packageDir }) {
	const source = (0, node_path.join)(packageDir(), "docs", "adapters", language);
	try {
		const files = fs.readdirSync(source, { withFileTypes: true }).flatMap((entry) => entry.isFile() ? [[entry.name, fs.readFileSync((0, node_path.join)(source, entry.name))]] : []);
		if (fs.existsSync(directory) && fs.readdirSync(directory).length > 0) throw new require_field_reader.DrillError("bad_input", `${require_field_reader.quoted(directory)} is there already, and not empty`);
		fs.mkdirSync(directory, { recursive: true });
		for (const [name, bytes] of files) fs.writeFileSync((0, node_path.join)(directory, name), bytes, { flag: "wx" });
		return files.map(([name]) => name);
	} catch (cause) {
		if (cause instanceof require_field_reader.DrillError) throw cause;
		const what = require_field_reader.systemCodeOf(cause) === "ENOTDIR" ? "this is no directory" : require_field_reader.messageOf(cause);
		throw new require_field_reader.DrillError("bad_input", `init ${language} ${require_field_reader.quoted(directory)}: ${what}`, { cause });
	}
}
function renderNext({ file, syncer, before, needs }, directory, names, program) {
	const place = directory.startsWith("-") ? `./${directory}` : directory;
	const at = (name) => place.includes("/") ? (0, node_path.join)(place, name) : `./${place}/${name}`;
	const command = [...before === null ? [] : [before(place)], `${program} drill --syncer ${shellWord(syncer(at))}`].join(" && ");
	return [
		`wrote ${place}: ${names.join(", ")}`,
		`It needs ${needs}. It drills a small syncer that stands in for yours:`,
		"",
		command,
		"",
		`Then change the lines marked "yours" in ${at(file)}; docs/drill-your-own.md goes on from there.`,
		""
	].join("\n");
}
function syncerWord(text) {
	return text.includes("'") ? `"${text}"` : shellWord(text);
}
// src/rules/setting-kinds.ts
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{NChar}\p{Zl}\p{Zp}]/u;
const METRIC_PREFIX = {
	expected: "a metric name such as acme_account_sync",
	accepts: (value) => /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(value)
};
const SEVERITY = {
	expected: "critical, warning or info",
	accepts: (value) => [
		"critical",
		"warning",
		"info"
	].includes(value)
};
const DURATION = {
	expected: "a duration of one unit such as 90s, 5m or 2h",
	accepts: (value) => !Number.isNaN(require_parse_history.durationSeconds(value))
};
const DURATION_OR_OFF = {
	expected: `off, or ${DURATION.expected}`,
	accepts: (value) => value === "off" || DURATION.accepts(value)
};
const SWITCH = {
	expected: "on or off",
	accepts: (value) => value === "on" || value === "off"
};
const SPIKE_BY = {
	expected: "account, instance or account,instance",
	accepts: (value) => [
		"account",
		"instance",
		"account,instance"
	].includes(value)
};
const RESTARTS = {
	expected: "a whole number from 2 to 99",
	accepts: (value) => /^([2-9]|[1-9][0-9])$/.test(value)
};
const NUMBER = {
	expected: "a number of at least 0 such as 120 or 0.5",
	accepts: (value) => /^(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?$/.test(value)
};
const WEB_ADDRESS = {
	expected: "an address that begins with https:// or http:// and does not end with /",
	accepts: (value) => /^https?:\/\/[^\s"'{}\\<>]*[^\s"'{}\\<>/]$/.test(value) && !UNPRINTABLE.test(value)
};
const LABEL_VALUE = {
	expected: "text on one line, without {{, quotes and backslashes",
	accepts: (value) => /^[^"'\\]+$/.test(value) && !UNPRINTABLE.test(value) && !value.includes("{{")
};
const KUBERNETES_NAME = {
	expected: "a Kubernetes name such as account-sync",
	accepts: (value) => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(value)
};
const KUBERNETES_LABEL_VALUE = {
	expected: "the value of a Kubernetes label such as kube-prometheus-stack",
	accepts: (value) => /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(value)
};
// src/rules/parse-settings.ts
const SETTINGS = new Map([
	["prefix", {
		key: "prefix",
		kind: METRIC_PREFIX
	}],
	["severity", {
		key: "severity",
		kind: SEVERITY
	}],
	["runbook-base-url", {
		key: "runbookBaseUrl",
		kind: WEB_ADDRESS
	}],
	["spike-above", {
		key: "spikeAbove",
		kind: NUMBER
	}],
	["spike-window", {
		key: "spikeWindow",
		kind: DURATION
	}],
	["spike-for", {
		key: "spikeFor",
		kind: DURATION
	}],
	["spike-keep-firing-for", {
		key: "spikeKeepFiringFor",
		kind: DURATION
	}],
	["spike-by", {
		key: "spikeBy",
		kind: SPIKE_BY
	}],
	["missed-window", {
		key: "missedWindow",
		kind: DURATION
	}],
	["missed-for", {
		key: "missedFor",
		kind: DURATION
	}],
	["missed-keep-firing-for", {
		key: "missedKeepFiringFor",
		kind: DURATION
	}],
	["stale-after", {
		key: "staleAfter",
		kind: NUMBER
	}],
	["stale-for", {
		key: "staleFor",
		kind: DURATION
	}],
	["data-stale-after", {
		key: "dataStaleAfter",
		kind: NUMBER
	}],
	["data-stale-for", {
		key: "dataStaleFor",
		kind: DURATION
	}],
	["errors-above", {
		key: "errorsAbove",
		kind: NUMBER
	}],
	["errors-window", {
		key: "errorsWindow",
		kind: DURATION
	}],
	["errors-for", {
		key: "errorsFor",
		kind: DURATION
	}],
	["absent-for", {
		key: "absentFor",
		kind: DURATION
	}],
	["absent-memory", {
		key: "absentMemory",
		kind: DURATION
	}],
	["never-completed-for", {
		key: "neverCompletedFor",
		kind: DURATION
	}],
	["series-absent-for", {
		key: "seriesAbsentFor",
		kind: DURATION
	}],
	["crash-loop-restarts", {
		key: "crashLoopRestarts",
		kind: RESTARTS
	}],
	["crash-loop-window", {
		key: "crashLoopWindow",
		kind: DURATION
	}],
	["crash-loop-keep-firing-for", {
		key: "crashLoopKeepFiringFor",
		kind: DURATION
	}],
	["keep-firing-for", {
		key: "keepFiringFor",
		kind: DURATION
	}],
	["watchdog", {
		key: "watchdog",
		kind: SWITCH
	}],
	["drill-overdue-after", {
		key: "drillOverdueAfter",
		kind: DURATION_OR_OFF
	}],
	["kubernetes-name", {
		key: "kubernetesName",
		kind: KUBERNETES_NAME
	}],
	["kubernetes-namespace", {
		key: "kubernetesNamespace",
		kind: KUBERNETES_NAME
	}]
]);
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const KUBERNETES_LABEL_NAME = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const TAKEN_LABELS = [
	"alertname",
	"alertstate",
	"severity",
	"category",
	"component",
	"rule",
	"instance",
	"account"
];
const SHORTEST_ROOM_SECONDS = 60;
function parseSettings(assignments) {
	const seen = new Set();
	let settings = require_parse_history.DEFAULT_SETTINGS;
	for (const assignment of assignments) {
		const { name, value } = splitAssignment(assignment);
		if (seen.has(name)) throw refusal(`${name} was set twice`);
		seen.add(name);
		settings = {
			...settings,
			...change(name, value, settings)
		};
	}
	refuseWhatCannotRing(settings);
	return settings;
}
function splitAssignment(assignment) {
	const at = assignment.indexOf("=");
	if (at < 1) throw refusal(`expected NAME=VALUE, got ${require_field_reader.quoted(assignment)}`);
	return {
		name: assignment.slice(0, at),
		value: assignment.slice(at + 1)
	};
}
function change(name, value, settings) {
	const setting = SETTINGS.get(name);
	if (setting !== void 0) return { [setting.key]: checked(name, value, setting.kind) };
	const dot = name.indexOf(".");
	const label = name.slice(dot + 1);
	if (name.startsWith("label.")) {
		if (!LABEL_NAME.test(label)) throw refusal(`${require_field_reader.quoted(label)} is no name of a label`);
		if (label.startsWith("__")) throw refusal(`${require_field_reader.quoted(label)}: Prometheus keeps names with __ in front for itself`);
		if (TAKEN_LABELS.includes(label)) throw refusal(`the label ${label} is the pack's own`);
		return { labels: {
			...settings.labels,
			[label]: checked(name, value, LABEL_VALUE)
		} };
	}
	if (name.startsWith("kubernetes-label.")) {
		if (!KUBERNETES_LABEL_NAME.test(label)) throw refusal(`${require_field_reader.quoted(label)} is no name of a Kubernetes label`);
		const text = checked(name, value, KUBERNETES_LABEL_VALUE);
		return { kubernetesLabels: {
			...settings.kubernetesLabels,
			[label]: text
		} };
	}
	const known = [
		...SETTINGS.keys(),
		"label.NAME",
		"kubernetes-label.NAME"
	].join(", ");
	throw refusal(`no setting ${require_field_reader.quoted(name)}; there are ${known}`);
}
function checked(name, value, { accepts, expected }) {
	if (accepts(value)) return value;
	throw refusal(`${name}: expected ${expected}, got ${require_field_reader.quoted(value)}`);
}
function refuseWhatCannotRing({ spikeWindow, spikeFor, missedWindow, missedFor }) {
	const [spike, missed] = [require_parse_history.durationSeconds(spikeFor), require_parse_history.durationSeconds(missedFor)];
	if (require_parse_history.durationSeconds(spikeWindow) - spike < SHORTEST_ROOM_SECONDS) throw refusal(`spike-window (${spikeWindow}) must be longer than spike-for (${spikeFor}) by 1m or more`);
	if (missed <= spike) throw refusal(`missed-for (${missedFor}) must be longer than spike-for (${spikeFor}), or both ring`);
	if (require_parse_history.durationSeconds(missedWindow) < 2 * missed) throw refusal(`missed-window (${missedWindow}) must be at least twice missed-for (${missedFor})`);
}
function refusal(why) {
	return new require_field_reader.DrillError("usage", `--set: ${why}`);
}
// src/cli/rules-command.ts
const RULES_OPTIONS = {
	format: { type: "string" },
	set: {
		type: "string",
		multiple: true
	}
};
async function rulesCommand(args, { stdout }) {
	const format = args.text("format") ?? "prometheus";
	if (!isFormat(format)) {
		const known = Object.keys(require_parse_history.PACK_FORMATS).join(", ");
		throw new require_field_reader.DrillError("usage", `--format: expected one of ${known}, got ${require_field_reader.quoted(format)}`);
	}
	stdout.write(require_parse_history.PACK_FORMATS[format](parseSettings(args.list("set"))));
	return EXIT.ok;
}
function isFormat(format) {
	return Object.hasOwn(require_parse_history.PACK_FORMATS, format);
}
// src/cli/seldom-options.ts
const SERVERS = {
	prometheus: {
		type: "string",
		multiple: true
	},
	alertmanager: {
		type: "string",
		multiple: true
	},
	receiver: { type: "string" }
};
const SHARED = {
	set: {
		type: "string",
		multiple: true
	},
	targets: { type: "string" },
	"http-config": { type: "string" },
	expect: { type: "string" },
	"artifact-dir": { type: "string" },
	"metrics-file": { type: "string" },
	json: { type: "boolean" }
};
const CHECK_OPTIONS = {
	...SERVERS,
	...SHARED
};
const RING_OPTIONS = {
	...SERVERS,
	within: { type: "string" },
	listen: { type: "string" },
	ack: { type: "boolean" },
	...SHARED
};
const SELF_TEST_OPTIONS = {};
// src/evidence/write/write-sync-evidence.ts
const TRUE_WORDS = new Set([
	"1",
	"true",
	"yes",
	"on"
]);
function isSyncEvidenceOn(setting) {
	return setting !== void 0 && TRUE_WORDS.has(setting.trim().toLowerCase());
}
async function writeSyncEvidence(ports, result, options) {
	const place = {
		artifactDir: options.artifactDir,
		kind: "account_sync"
	};
	const files = require_sync_evidence.renderSyncEvidence(result, {
		known: options.known,
		at: options.now
	});
	return require_parse_history.writeBundle(ports, place, options.now, async (bundle) => {
		for (const [name, text] of files) bundle.add(name, text);
		await bundle.commit();
		return bundle.directory;
	});
}
// src/serve/made-up-account.ts
const BELIEFS = {
	order_ids: ["made_up_ord_1"],
	orders: [{
		order_id: "made_up_ord_1",
		symbol: "BTCUSDT",
		side: "BUY",
		price: "47500.00",
		qty: "0.1"
	}],
	positions: [{
		symbol: "BTCUSDT",
		side: "LONG",
		qty: "0.5"
	}]
};
function knownOfMadeUp(rule) {
	if (rule === null) return require_parse_history.parseExpected(BELIEFS);
	const { needs } = require_mismatch_rules.ruleRow(rule);
	return require_parse_history.parseExpected(needs === null ? { order_ids: BELIEFS.order_ids } : { [needs]: BELIEFS[needs] });
}
var MadeUpAccount = class {
	#clock;
	#madeAt;
	#fault;
	#isFirst = true;
	constructor(clock, fault) {
		this.#clock = clock;
		this.#madeAt = clock();
		this.#fault = fault;
	}
	fetchAccountSnapshot() {
		const ts = this.#clock();
		const healthy = {
			ts,
			positions: [position(this.#madeAt)],
			open_orders: [order(this.#madeAt)]
		};
		const fault = this.#dueFault(ts);
		this.#isFirst = false;
		const account = fault === null ? healthy : require_mismatch_rules.ruleRow(fault.rule).fault(healthy, 0);
		return require_parse_history.parseSnapshot({
			...account,
			source: "made_up"
		});
	}
	#dueFault(now) {
		if (this.#fault === null || now < this.#fault.at || this.#isFirst) return null;
		const fault = this.#fault;
		this.#fault = null;
		return fault;
	}
};
function position(ts) {
	return {
		...BELIEFS.positions[0],
		entry_price: "48000.00",
		mark_price: "49000.00",
		unrealized_pnl: "500.00",
		leverage: 10,
		ts
	};
}
function order(ts) {
	return {
		...BELIEFS.orders[0],
		order_type: "LIMIT",
		filled_qty: "0",
		reduce_only: false,
		status: "NEW",
		ts
	};
}
// src/serve/metrics-server.ts
async function startMetricsServer(options) {
	const { createServer, host, port } = options;
	const server = createServer((request, response) => {
		answer(options, request, response).catch((error) => {
			response.writeHead(500).end(`${require_field_reader.messageOf(error)}\n`);
		});
	});
	await new Promise((resolve, reject) => {
		server.once("error", (cause) => reject(cannotListen(host, port, cause)));
		server.listen(port, host, resolve);
	});
	return {
		address: addressOf(server.address()),
		close: () => new Promise((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		})
	};
}
async function answer({ metrics, isReady }, { url = "", method }, response) {
	const path = url.split("?")[0];
	if (!(path === "/metrics" || path === "/healthz")) say$1(response, 404, "there are /metrics and /healthz\n");
	else if (method !== "GET" && method !== "HEAD") say$1(response, 405, "GET only\n");
	else if (path === "/healthz") say$1(response, isReady() ? 200 : 503, isReady() ? "ok\n" : "no sync yet\n");
	else say$1(response, 200, await metrics.build(), metrics.registry.contentType);
}
function say$1(response, status, text, type = "text/plain; charset=utf-8") {
	response.writeHead(status, { "content-type": type }).end(text);
}
function addressOf(address) {
	if (address === null || typeof address === "string") return String(address);
	return `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`;
}
const WHY = {
	EADDRINUSE: "is taken; choose another with --port",
	EACCES: "may not be used; choose one above 1023 with --port",
	EADDRNOTAVAIL: "is not on this machine; choose another with --host",
	ENOTFOUND: "is no address; choose another with --host"
};
function cannotListen(host, port, cause) {
	const why = WHY[require_field_reader.systemCodeOf(cause) ?? ""] ?? `cannot be listened on: ${require_field_reader.messageOf(cause)}`;
	return new require_field_reader.DrillError("bad_input", `serve: ${host}:${port} ${why}`, { cause });
}
// src/serve/sync-loop.ts
async function runSyncLoop(loop, stop) {
	while (!stop.aborted) {
		await loop.onResult(await loop.syncer.sync(loop.known));
		await (0, require("node:timers/promises").setTimeout)(loop.intervalMs, void 0, { signal: stop }).catch(() => void 0);
	}
}
// src/serve/serve.ts
const INTERVAL_MS = 1e3;
async function serve(options, stop) {
	const { clock, fault } = options;
	const metrics = new require_parse_history.MetricsBuilder({ clock });
	const syncer = new require_parse_history.AccountSyncer({
		port: new MadeUpAccount(clock, fault),
		metrics
	});
	let isReady = false;
	const server = await startMetricsServer({
		...options,
		metrics,
		isReady: () => isReady
	});
	try {
		options.onListening(server.address);
		const known = knownOfMadeUp(fault?.rule ?? null);
		const onResult = async (result) => {
			isReady = true;
			if (!result.ok) await options.onFinding(result, known);
		};
		await runSyncLoop({
			syncer,
			known,
			intervalMs: INTERVAL_MS,
			onResult
		}, stop);
	} finally {
		await server.close();
	}
}
// src/cli/serve-command.ts
const SERVE_OPTIONS = {
	host: { type: "string" },
	port: { type: "string" },
	inject: { type: "string" },
	after: { type: "string" }
};
const HIGHEST_PORT = 65535;
const LATEST_SECONDS = 86400;
async function serveCommand(args, outside) {
	const { stdout, clock } = outside;
	const place = {
		host: args.text("host") || "127.0.0.1",
		port: numberOf("--port", args.text("port") ?? "9464", HIGHEST_PORT)
	};
	const fault = faultOf(args, clock());
	const { createServer } = await import("node:http");
	const onListening = (address) => {
		stdout.write(`serving ${address}/metrics and ${address}/healthz; SIGTERM or Ctrl-C stops\n`);
	};
	const onFinding = (result, known) => tell$1(result, known, args, outside);
	const plan = {
		...place,
		fault,
		clock,
		createServer,
		onListening,
		onFinding
	};
	await outside.untilStopped((stopped) => {
		const stop = new AbortController();
		stopped.then(() => stop.abort());
		return serve(plan, stop.signal);
	});
	stdout.write("stopped\n");
	return EXIT.ok;
}
function faultOf(args, now) {
	const inject = args.text("inject");
	const after = args.text("after");
	if (inject === void 0 && after !== void 0) throw new require_field_reader.DrillError("usage", "--after says when --inject RULE is to happen; --inject is missing");
	if (inject === void 0) return null;
	const rule = require_mismatch_rules.MISMATCH_RULES.find((name) => name === inject);
	if (rule === void 0) throw new require_field_reader.DrillError("usage", `--inject: expected ${require_mismatch_rules.MISMATCH_RULES.join(", ")}, got ${require_field_reader.quoted(inject)}`);
	return {
		rule,
		at: now + numberOf("--after", after ?? "0", LATEST_SECONDS) * 1e3
	};
}
function numberOf(option, text, greatest) {
	const value = wholeNumber(option, text);
	if (value <= greatest) return value;
	throw new require_field_reader.DrillError("usage", `${option}: expected at most ${greatest}, got ${value}`);
}
async function tell$1(result, known, args, outside) {
	const { stdout, stderr, env, fs, clock } = outside;
	stdout.write(require_sync_evidence.renderSyncSummary(result));
	if (!isSyncEvidenceOn(env.GRINDER_ACCOUNT_SYNC_EVIDENCE)) return;
	try {
		const options = {
			artifactDir: artifactDirOf(args, outside),
			now: clock(),
			known
		};
		stdout.write(`evidence: ${await writeSyncEvidence({ fs }, result, options)}\n`);
	} catch (error) {
		stderr.write(`account-sync-drill: ${require_field_reader.printable(require_field_reader.messageOf(error))}\n`);
	}
}
// src/cli/sync-command.ts
const SYNC_OPTIONS = {
	snapshot: { type: "string" },
	format: { type: "string" },
	"known-orders": { type: "string" },
	expected: { type: "string" },
	"last-ts": { type: "string" },
	"artifact-dir": { type: "string" },
	json: { type: "boolean" }
};
async function syncCommand(args, outside) {
	const { snapshotFile, parse, lastTs, ...files } = readOptions(args);
	const snapshot = await readJsonInput(outside, "--snapshot", snapshotFile, parse);
	const known = await readKnownFiles(files, outside);
	const syncer = new require_parse_history.AccountSyncer({
		port: { fetchAccountSnapshot: () => snapshot },
		metrics: new require_parse_history.MetricsBuilder({ clock: outside.clock }),
		lastTs
	});
	const result = await syncer.sync(known);
	if (result.error !== null) throw new require_field_reader.DrillError("bad_input", `${placeOf("--snapshot", snapshotFile)}: ${result.error.message}`);
	const evidenceDir = await keepEvidence(result, known, args, outside);
	tell(result, syncer.lastTs, evidenceDir, args.has("json"), outside);
	return result.ok ? EXIT.ok : EXIT.found;
}
function readOptions(args) {
	const snapshotFile = args.text("snapshot");
	const knownFile = args.text("known-orders");
	const expectedFile = args.text("expected");
	if (snapshotFile === void 0 || snapshotFile === "") throw new require_field_reader.DrillError("usage", "sync: --snapshot FILE is needed (- reads standard input)");
	if (knownFile === "") throw new require_field_reader.DrillError("usage", "--known-orders: expected a file, got nothing");
	if (expectedFile === "") throw new require_field_reader.DrillError("usage", "--expected: expected a file, got nothing");
	if ([
		snapshotFile,
		knownFile,
		expectedFile
	].filter((file) => file === "-").length > 1) throw new require_field_reader.DrillError("usage", "sync: only one of --snapshot, --known-orders and --expected can be -");
	const format = args.text("format") ?? "canonical";
	if (format !== "canonical" && format !== "ccxt") throw new require_field_reader.DrillError("usage", `--format: expected canonical or ccxt, got ${require_field_reader.quoted(format)}`);
	const lastTs = wholeNumber("--last-ts", args.text("last-ts") ?? "0");
	const needsTimestamp = lastTs > 0;
	const parse = (value) => format === "ccxt" ? require_parse_history.parseCcxt(value, { needsTimestamp }) : require_parse_history.parseSnapshot(value);
	return {
		snapshotFile,
		knownFile,
		expectedFile,
		parse,
		lastTs
	};
}
async function readKnownFiles(files, outside) {
	const { knownFile, expectedFile } = files;
	const ids = knownFile === void 0 ? null : await readJsonInput(outside, "--known-orders", knownFile, parseKnownOrders);
	if (expectedFile === void 0) return ids === null ? null : { orderIds: ids };
	const expected = await readJsonInput(outside, "--expected", expectedFile, require_parse_history.parseExpected);
	return ids === null ? expected : {
		...expected,
		orderIds: [...ids, ...expected.orderIds ?? []]
	};
}
async function keepEvidence(result, known, args, outside) {
	if (!isSyncEvidenceOn(outside.env.GRINDER_ACCOUNT_SYNC_EVIDENCE)) return null;
	const options = {
		artifactDir: artifactDirOf(args, outside),
		now: outside.clock(),
		known
	};
	const { fs, untilStopped } = outside;
	return untilStopped((stopped) => writeSyncEvidence({
		fs,
		stopped
	}, result, options));
}
function tell(result, lastTs, evidenceDir, json, { stdout, stderr }) {
	const evidence = evidenceDir === null ? "" : `evidence: ${evidenceDir}\n`;
	(json ? stderr : stdout).write(require_sync_evidence.renderSyncSummary(result) + evidence);
	if (!json) return;
	const document = {
		ok: result.ok,
		mismatches: require_sync_evidence.shownOf(result.mismatches).map(({ rule, detail }) => ({
			rule,
			detail
		})),
		counts: Object.fromEntries(require_sync_evidence.countByRule(result.mismatches)),
		error: result.error === null ? null : { ...result.error },
		last_ts: lastTs,
		positions_count: result.snapshot?.positions.length ?? null,
		open_orders_count: result.snapshot?.openOrders.length ?? null,
		evidence_dir: evidenceDir
	};
	stdout.write(`${require_created_series.canonicalJson(document)}\n`);
}
// src/cli/run-cli.ts
function seldom(name) {
	return async (args, outside) => (await Promise.resolve().then(() => require("./shared-seldom-commands.js")))[name](args, outside);
}
const COMMANDS = new Map([
	["drill", {
		options: DRILL_OPTIONS,
		mostPositionals: 0,
		help: () => helps().drill,
		run: drillCommand
	}],
	["self-test", {
		options: SELF_TEST_OPTIONS,
		mostPositionals: 0,
		help: () => helps()["self-test"],
		run: seldom("selfTestCommand")
	}],
	["init", {
		options: INIT_OPTIONS,
		mostPositionals: 2,
		help: () => helps().init,
		run: initCommand
	}],
	["history", {
		options: HISTORY_OPTIONS,
		mostPositionals: Number.POSITIVE_INFINITY,
		help: () => helps().history,
		run: historyCommand
	}],
	["verify", {
		options: VERIFY_OPTIONS,
		mostPositionals: 1,
		help: () => helps().verify,
		run: verifyCommand
	}],
	["attest-predicate", {
		options: ATTEST_PREDICATE_OPTIONS,
		mostPositionals: 1,
		help: () => helps()["attest-predicate"],
		run: attestPredicateCommand
	}],
	["sync", {
		options: SYNC_OPTIONS,
		mostPositionals: 0,
		help: () => helps().sync,
		run: syncCommand
	}],
	["serve", {
		options: SERVE_OPTIONS,
		mostPositionals: 0,
		help: () => helps().serve,
		run: serveCommand
	}],
	["rules", {
		options: RULES_OPTIONS,
		mostPositionals: 0,
		help: () => helps().rules,
		run: rulesCommand
	}],
	["check", {
		options: CHECK_OPTIONS,
		mostPositionals: 0,
		help: () => helps().check,
		run: seldom("checkCommand")
	}],
	["ring", {
		options: RING_OPTIONS,
		mostPositionals: 0,
		help: () => helps().ring,
		run: seldom("ringCommand")
	}]
]);
async function runCli(outside) {
	try {
		return await dispatch(outside);
	} catch (error) {
		outside.stderr.write(`account-sync-drill: ${errorLine(error)}\n`);
		return exitCodeOf(error);
	}
}
async function dispatch(outside) {
	const [first = "drill", ...rest] = outside.args;
	if (first === "help") return say(outside, COMMANDS.get(rest[0] ?? "")?.help() ?? helps().program);
	if (first === "--help" || first === "-h") return say(outside, helps().program);
	if (first === "--version") return say(outside, `${require_parse_history.TOOL_VERSION}\n`);
	const isOption = first.startsWith("-");
	const command = COMMANDS.get(isOption ? "drill" : first);
	if (command === void 0) {
		const known = [...COMMANDS.keys()].join(", ");
		throw new require_field_reader.DrillError("usage", `no command ${require_field_reader.quoted(first)}; there are ${known}; try --help`);
	}
	const args = parseArguments(isOption ? outside.args : rest, command.options, command.mostPositionals);
	return args.has("help") ? say(outside, command.help()) : command.run(args, outside);
}
function say({ stdout }, text) {
	stdout.write(text);
	return EXIT.ok;
}
function errorLine(error) {
	const message = require_field_reader.printable(require_field_reader.messageOf(error));
	return error instanceof require_field_reader.DrillError ? message : `could not be completed: ${message}`;
}
// src/cli/main.ts
if (require_parse_history.isModuleHost(process)) require_parse_history.hostModule(process);
else runHere();
function runHere() {
	const guard = new require_parse_history.VerdictGuard(process, EXIT.incomplete, (why) => {
		process.stderr.write(`account-sync-drill: ${why}\n`);
	});
	const signals = new require_parse_history.StopSignals(process);
	runCli(outsideOf(process, signals)).then((exitCode) => {
		guard.settle(exitCode);
		if (exitCode !== EXIT.ok && signals.received !== null) process.kill(process.pid, signals.received);
	});
}
function outsideOf(host, signals) {
	const { argv, env } = host;
	return {
		args: argv.slice(2),
		env,
		program: programName(argv[1] ?? "", env),
		packageDir: () => (0, node_path.join)((0, node_path.dirname)(node_fs.realpathSync(argv[1] ?? "")), ".."),
		stdout: streamOf(() => host.stdout),
		stderr: streamOf(() => host.stderr),
		readStdin: async () => Buffer.concat(await host.stdin.toArray()),
		readLines: () => typedLines(() => host.stdin),
		fs: node_fs,
		clock: Date.now,
		askGit: require_parse_history.askGitWith(node_fs, env),
		programPorts: () => require_parse_history.processPorts(host),
		testRules: require_parse_history.testRulesWith(node_fs, env),
		untilStopped: signals.during
	};
}
function typedLines(open) {
	let rest = "";
	let input = null;
	let chunks = null;
	const next = async () => {
		const [, line] = /^([^\n]*)\n/.exec(rest) ?? [];
		if (line !== void 0) {
			rest = rest.slice(line.length + 1);
			return line;
		}
		input ??= open();
		chunks ??= input[Symbol.asyncIterator]();
		const { done, value } = await chunks.next();
		if (done === true) return null;
		rest = `${rest}${value}`.slice(-1e4);
		return next();
	};
	return {
		next,
		close: () => void input?.destroy()
	};
}
function streamOf(open) {
	let opened = null;
	const stream = () => {
		opened ??= heeded(open());
		return opened;
	};
	return {
		get isTerminal() {
			return stream().isTTY === true;
		},
		write: (text) => stream().write(text)
	};
}
function heeded(stream) {
	return stream.on("error", (error) => {
		if (require_field_reader.systemCodeOf(error) === "EPIPE") return;
		process.on("exit", () => {
			process.exitCode = EXIT.incomplete;
		});
	});
}
function programName(script, env) {
	const real = realPath(script);
	if (/[\\/]_npx[\\/]/.test(real)) return `node ${shellWord(real)}`;
	if (env.npm_command === "exec") return "npx account-sync-drill";
	return script.endsWith(".js") ? `node ${shellWord(fromHere(script))}` : (0, node_path.basename)(script);
}
function realPath(path) {
	try {
		return node_fs.realpathSync(path);
	} catch {
		return path;
	}
}
function fromHere(script) {
	try {
		const path = (0, node_path.relative)("", script);
		return path.startsWith("..") ? script : path;
	} catch {
		return script;
	}
}
exports.EXIT = EXIT;
exports.PLAIN = PLAIN$1;
exports.artifactDirOf = artifactDirOf;
exports.paletteFor = paletteFor;
exports.parseSettings = parseSettings;
exports.wholeNumber = wholeNumber;
