const require_rolldown_runtime = require("./shared-rolldown-runtime.js");
const require_field_reader = require("./shared-field-reader.js");
const require_mismatch_rules = require("./shared-mismatch-rules.js");
const require_created_series = require("./shared-created-series.js");
const require_without_reply = require("./shared-without-reply.js");
const require_bundled_cli_action = require("./shared-bundled-cli-action.js");
let node_fs = require("node:fs");
let node_path = require("node:path");
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
var StopSignals = class {
	#host;
	#received = null;
	constructor(host) {
		this.#host = host;
	}
	get received() {
		return this.#received;
	}
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
var VerdictGuard = class {
	#exitCode = null;
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
	settle(exitCode) {
		this.#exitCode = exitCode;
	}
};
// src/protocol/line-reader.ts
const MOST_LINE_BYTES = 1048576;
const FIRST_SIZE = 4096;
const NEWLINE = 10;
var LineReader = class {
	#most;
	#decoder = new TextDecoder("utf-8", { fatal: true });
	#buffer = new Uint8Array(FIRST_SIZE);
	#size = 0;
	constructor(most = MOST_LINE_BYTES) {
		this.#most = most;
	}
	get waiting() {
		return this.#size;
	}
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
function settleProblem({ syncs, ms }) {
	if (Number.isSafeInteger(syncs) && Number.isSafeInteger(ms) && syncs >= 1 && syncs <= MOST_SYNCS && ms >= 0 && ms <= MOST_MS) return null;
	return `expected 1 to ${MOST_SYNCS} syncs and 0 to ${MOST_MS} ms, got ${syncs} and ${ms}`;
}
// src/syncer/parse-snapshot.ts
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
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new require_field_reader.DrillError("bad_input", `not JSON: ${require_field_reader.printable(require_field_reader.messageOf(cause))}`, { cause });
	}
}
function refuseProblems(problems) {
	if (problems.length === 0) return;
	const shown = problems.slice(0, 3).join("; ");
	const more = problems.length > 3 ? `; and ${problems.length - 3} more` : "";
	throw new require_field_reader.DrillError("bad_input", shown + more, { details: problems });
}
function readPosition$2(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	const marginMode = fields.optional("margin_mode", (name) => fields.oneOf(name, require_mismatch_rules.MARGIN_MODES));
	return {
		...marginMode === null ? null : { marginMode },
		symbol: fields.text("symbol"),
		side: fields.oneOf("side", require_mismatch_rules.POSITION_SIDES),
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
		side: fields.oneOf("side", require_mismatch_rules.ORDER_SIDES),
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
const PROTOCOL = {
	min: 1,
	max: 2
};
const MOST_IDENTITY_CHARACTERS = 200;
const VERSION_1 = {
	version: 1,
	takes: require_created_series.TAKEN_BY_ALL,
	settle: void 0
};
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
		settle: readSettle$1(fields, problems)
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
	return said === null ? VERSION_1.takes : require_created_series.TAKEN.filter((name) => said.includes(name));
}
function readSettle$1(fields, problems) {
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
const MOST_CHARACTERS$1 = 200;
function unnamedModule(path) {
	return {
		name: require_field_reader.printable(path),
		version: "unknown",
		language: "JavaScript"
	};
}
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
	return typeof value === "string" && value !== "" ? value.slice(0, MOST_CHARACTERS$1) : otherwise;
}
// src/protocol/messages.ts
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
var CappedText = class {
	#most;
	#kept;
	#size = 0;
	#leftOut = 0;
	#end = new Uint8Array();
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
	get lastLine() {
		const lines = Buffer.from(this.#end).toString("utf8").split(/\r?\n/);
		return require_field_reader.printable((lines.findLast((line) => !BEHIND_AN_ERROR.test(line)) ?? "").trim().slice(-300));
	}
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
	get stderr() {
		return this.#stderr.text;
	}
	get lastWords() {
		return this.#stderr.lastLine;
	}
	get waiting() {
		return this.#reader.waiting;
	}
	send(line) {
		this.#input.write(`${line}\n`);
	}
	closeInput() {
		this.#isLeaving = true;
		this.#input.end();
	}
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
const DRILLED_MODULE = "--drilled-module";
function isModuleHost({ argv }) {
	return argv[2] === DRILLED_MODULE;
}
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
function processPorts(host) {
	const groups = new Set();
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
// src/rules/promtool.ts
const LONGEST_MS = 6e4;
const MOST_OUTPUT = 2 ** 24;
const NOT_STARTED = new Set([
	"EACCES",
	"EPERM",
	"ENOEXEC",
	"EAGAIN",
	"ENOMEM",
	"E2BIG"
]);
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
const TOOL_VERSION = "1.0.0";
// src/evidence/same-name.ts
function sameNameAs(name) {
	return name.normalize("NFD").toUpperCase().toLowerCase().normalize("NFC");
}
// src/evidence/checksums.ts
const CHECKSUMS_FILE = "sha256sums.txt";
function sha256(content) {
	return (0, require("node:crypto").hash)("sha256", content, "hex");
}
function checksumsOf(files) {
	return [...files].map(([name, text]) => ({
		name,
		sha256: sha256(text)
	})).sort((a, b) => require_created_series.compareText(a.name, b.name));
}
function renderChecksums(checksums) {
	return checksums.map(checksumLine).join("");
}
function fingerprintOf(checksums) {
	return sha256(checksums.filter(isFingerprinted).map(checksumLine).sort(require_created_series.compareText).join(""));
}
function isFingerprinted({ name }) {
	return /^(?:drill|check)_/.test(name);
}
const NOT_A_FILE = new Set([
	CHECKSUMS_FILE,
	".",
	".."
]);
const LINE = /^([0-9a-f]{64}) {2}([^/\\\p{Cc}]+)$/u;
function parseChecksums(text) {
	const checksums = [];
	const faults = [];
	const alike = new Set();
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
	if (previous !== void 0 && require_created_series.compareText(previous, name) >= 0) return "is out of order or repeated";
	if (!alike.has(sameNameAs(name))) return null;
	return "names a file like another, but for capitals or how an accent is written";
}
function checksumLine({ name, sha256: digest }) {
	return `${digest}  ${name}\n`;
}
// src/evidence/read/checks-in-log.ts
const WORDS = {
	PASS: "passed",
	FAIL: "failed",
	SKIP: "skipped"
};
function checksInLog(log) {
	return [...log.matchAll(/^ {2}(PASS|FAIL|SKIP): (.*)$/gm)].map(([, word = "", label = ""]) => ({
		label,
		status: WORDS[word] ?? ""
	}));
}
// src/evidence/read/said-results.ts
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
			files: listOf$1(drill.files).filter((name) => typeof name === "string"),
			checks: listOf$1(drill.checks).filter(require_field_reader.isRecord).map(({ label, status }) => ({
				label: textOf$1(label),
				status: textOf$1(status)
			}))
		}))
	};
}
const STATUSES = [
	"passed",
	"failed",
	"skipped"
];
function verdictOf$2(results) {
	return results.hasBrokenOff || countOf("failed", results) > 0 ? "failed" : "passed";
}
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
function textOf$1(value) {
	return typeof value === "string" ? value : "";
}
// src/evidence/read/said-in-summary.ts
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
function summaryAgainstLogs(summary, logs) {
	return [...summary.matchAll(/^Drill ([A-Z]): .*: ([0-9]{1,9}) of ([0-9]{1,9}) checks passed$/gm)].flatMap(([, letter = "", passed, all]) => {
		const checks = checksInLog(logs.get(`drill_${letter.toLowerCase()}_log.txt`) ?? "");
		const count = checks.filter(({ status }) => status === "passed").length;
		return checks.length === 0 || Number(passed) === count && Number(all) === checks.length ? [] : [`drill ${letter}: it says ${passed} of ${all}, the log ${count} of ${checks.length}`];
	});
}
function summaryAgainstResults(summary, results) {
	const totals = Object.fromEntries(STATUSES.map((status) => [status, countOf(status, results)]));
	const other = resultsLines(summary).filter((line) => STATUSES.some((status) => line[status] !== totals[status]));
	const verdict = verdictOf$2(results);
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
function saysWhatCameOut(name) {
	return SPEAKING.test(name);
}
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
	const verdict = verdictOf$2(results);
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
const READERS = new Map([["summary.txt", inSummary], ["results.json", inResults]]);
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
	const listed = new Set([CHECKSUMS_FILE, ...checksums.map(({ name }) => name)]);
	return [...entries.keys()].filter((name) => !listed.has(name)).sort(require_created_series.compareText).map((name) => damaged("added", name, `${CHECKSUMS_FILE} does not list it`));
}
function damaged(kind, name, what) {
	return {
		kind,
		name: require_field_reader.printable(name),
		what
	};
}
// src/attest/drill-results.ts
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
const PREDICATE_TYPE = "https://in-toto.io/attestation/test-result/v0.1";
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
function predicateOfEvidence(given, url) {
	const source = readOnce(given);
	const verification = verifySource(source);
	if (verification.damage.length > 0) return {
		kind: "damaged",
		verification
	};
	const predicate = testResultPredicate(readResults(source, verification.fingerprint), {
		checksumsSha256: sha256(source.read(CHECKSUMS_FILE)),
		url
	});
	return {
		kind: "predicate",
		text: `${require_created_series.canonicalJson(predicate)}\n`
	};
}
function readOnce(source) {
	const contents = new Map();
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
// src/evidence/read/file-name.ts
function fileNameOf(name) {
	const text = name.toString("utf8");
	if (Buffer.from(text).equals(name)) return text;
	return [...name].map((byte) => String.fromCharCode(byte < 128 ? byte : 56320 + byte)).join("");
}
// src/evidence/read/read-bounded.ts
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = node_fs.constants;
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
const MOST_EVIDENCE_BYTES = 67108864;
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
// src/drill/expected-failures.ts
function checkName(drillId, label) {
	return `${drillId.length === 1 ? drillId.toUpperCase() : drillId}: ${label}`;
}
function parseExpectedFailures(text, known) {
	const lines = text.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, "").trim());
	const names = new Set();
	for (const [at, name] of lines.entries()) {
		if (name === "") continue;
		if (!known.has(name)) throw new require_field_reader.DrillError("bad_input", `line ${at + 1}: no check ${require_field_reader.quoted(name)}${alike(name, known)}`);
		if (names.has(name)) throw new require_field_reader.DrillError("bad_input", `line ${at + 1}: ${require_field_reader.quoted(name)} is listed twice`);
		names.add(name);
	}
	return names;
}
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
// src/drill/results.ts
function totalsOf(report) {
	const statuses = report.drills.flatMap(({ checks }) => checks.map(({ status }) => status));
	const count = (wanted) => statuses.filter((s) => s === wanted).length;
	return {
		passed: count("passed"),
		failed: count("failed"),
		skipped: count("skipped")
	};
}
function hasPassed(report) {
	return totalsOf(report).failed === 0 && report.brokeOff === null;
}
function failureOf(report) {
	if (report.brokeOff !== null) return "exit_code_3";
	return hasPassed(report) ? null : "exit_code_1";
}
function resultsLine(report) {
	const { passed, failed, skipped } = totalsOf(report);
	return `=== Results: ${passed} passed, ${failed} failed, ${skipped} skipped ===`;
}
// src/rules/exposed-series.ts
const SAMPLE$1 = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
const TARGET = "instance=\"drill\",job=\"account-sync\"";
function scrapedSeries(text) {
	return new Map(text.split("\n").flatMap((line) => {
		const [, name, labels = "", value] = SAMPLE$1.exec(line) ?? [];
		if (name === void 0 || value === void 0 || Number.isNaN(Number(value))) return [];
		return [[`${name}{${[labels.replace(/,\s*$/, ""), TARGET].filter((part) => part !== "").join(",")}}`, Number(value)]];
	}));
}
const CLEAN_DRILL = "a";
function rulesProvenBy(drills) {
	const ids = new Set(drills.map(({ id }) => id));
	return require_mismatch_rules.RULES.filter(({ provenBy }) => ids.has(provenBy)).map(({ name }) => name);
}
function drillsThatAlert(rules) {
	return [...new Set([CLEAN_DRILL, ...rules.map((rule) => require_mismatch_rules.ruleRow(rule).provenBy)])].sort();
}
function alertCases(drills, names) {
	const cleanText = metricsTextOf(drills, CLEAN_DRILL);
	if (cleanText === void 0) return [];
	const clean = scrapedSeries(cleanText);
	const faulty = faultySeries(drills, names).map(([rule, series]) => caseOf$1(rule, clean, series));
	return [caseOf$1(null, clean, clean), ...faulty];
}
function missedCases(drills, names) {
	return faultySeries(drills, names).map(([rule, series]) => ({
		...caseOf$1(rule, series, series),
		rule,
		name: `${rule} before the first scrape`
	}));
}
function faultySeries(drills, names) {
	const cleanText = metricsTextOf(drills, CLEAN_DRILL);
	if (cleanText === void 0) return [];
	const clean = scrapedSeries(cleanText);
	return rulesProvenBy(drills).flatMap((rule) => {
		const text = metricsTextOf(drills, require_mismatch_rules.ruleRow(rule).provenBy);
		const word = require_created_series.wordIn(names, ["rule", rule]);
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
	const names = [...new Set([...before.keys(), ...after.keys()])].sort();
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
// src/syncer/metric-contract.ts
const DEFAULT_METRIC_PREFIX = "grinder_account_sync";
function isMetricPrefix(text) {
	return text.length <= 100 && /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(text);
}
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
requiredMetricsPatterns(DEFAULT_METRIC_PREFIX);
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
function expositionFaults(text) {
	const types = new Set([...text.matchAll(/^# TYPE (\S+) (?:histogram|summary)$/gm)].map(([, name]) => name));
	const seen = {
		keys: new Set(),
		metrics: new Set(),
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
function counterIs(rule, count, prefix) {
	return labelledCounterIs(`${prefix}_mismatches_total`, ["rule", rule], count);
}
function errorCounterIs(reason, count, prefix) {
	return labelledCounterIs(`${prefix}_errors_total`, ["reason", reason], count);
}
function countersAre(found, prefix, afterSyncs, rules = require_mismatch_rules.RUNBOOK_RULES) {
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
function gaugeIs(name, value, prefix) {
	return {
		label: `gauge ${name} is ${value}`,
		stage: "counted",
		expected: String(value),
		actual: ({ metrics }) => metrics.valueOf(`${prefix}_${name}`),
		deviations: ({ metrics }) => seriesDeviations(metrics, `${prefix}_${name}`, value)
	};
}
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
function gaugeAfter(syncs, name, value, prefix) {
	return {
		label: `gauge ${name} is ${value} after ${syncs} ${syncs === 1 ? "sync" : "syncs"}`,
		stage: "counted",
		expected: String(value),
		actual: (seen) => readValue(readingOf$1(seen, syncs), `${prefix}_${name}`),
		deviations: (seen) => seriesDeviations(readingOf$1(seen, syncs), `${prefix}_${name}`, value)
	};
}
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
// src/drill/reply-checks.ts
function syncIs(verdict, step = 0, label = `sync is ${verdict}`) {
	return ofReply(label, verdict, step, ({ ok }) => ok ? "ok" : "not ok");
}
function mismatchCountIs(count, step = 0) {
	return ofReply(`${count} ${count === 1 ? "mismatch" : "mismatches"}`, String(count), step, ({ mismatches }) => String(mismatches.length));
}
function ruleIsPresent(rule, step = 0) {
	const read = (reply) => rulesOf$1(reply).includes(rule) ? rule : sorted$1(rulesOf$1(reply));
	return ofReply(`${rule} present`, rule, step, read, () => [{
		kind: "missed",
		rule
	}]);
}
function findingsAre(rules, step = 0) {
	return ofReply("exactly the injected faults are found", sorted$1(rules), step, (reply) => sorted$1(rulesOf$1(reply)), (reply) => require_created_series.findingDeviations(rules, rulesOf$1(reply), require_mismatch_rules.MISMATCH_RULES));
}
function findingsName(flagged, notFlagged, step) {
	const label = `${flagged} flagged, ${notFlagged} not flagged`;
	const read = (reply) => [flagged, notFlagged].map((id) => `${id}: ${timesNamed(reply, id) > 0 ? "flagged" : "not flagged"}`).join(", ");
	return ofReply(label, `${flagged}: flagged, ${notFlagged}: not flagged`, step, read, detailDeviations);
}
function namedTimes(name, times, step) {
	return ofReply(`sync ${step + 1} names ${name} ${times} ${times === 1 ? "time" : "times"}`, String(times), step, (reply) => String(timesNamed(reply, name)), detailDeviations);
}
function lastTsIs(ms, step = 0, label = `last_ts is ${ms}`) {
	return ofReply(label, String(ms), step, ({ lastTs }) => String(lastTs), () => [require_created_series.LAST_TS]);
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
	return [require_created_series.UNNAMED_ROW];
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
const DRILL_CLOCK = 1e4;
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
function ourPosition(fields = {}) {
	return {
		symbol: "BTCUSDT",
		side: "LONG",
		qty: "0.5",
		...fields
	};
}
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
function told(request, expected) {
	return {
		...request,
		expected
	};
}
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
			require_without_reply.PROVEN,
			gaugeIs("last_ts", 2e3, prefix),
			gaugeIs("positions_count", 2, prefix),
			gaugeIs("open_orders_count", 1, prefix),
			gaugeIs("pending_notional", 4900, prefix)
		],
		proof: [
			findingsAre([]),
			lastTsIs(2e3),
			gaugeIs("last_wall_ts", DRILL_CLOCK, prefix),
			...require_mismatch_rules.RUNBOOK_RULES.map((rule) => counterIs(rule, 0, prefix))
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
			require_without_reply.PROVEN,
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
			require_without_reply.PROVEN,
			ruleIsPresent("orphan_order"),
			counterIs("orphan_order", 1, prefix)
		],
		proof: [findingsAre(["orphan_order"]), findingsName("orphan_ord_x", "known_ord_1", 0)],
		shows: [["mismatches_total", ["rule", "orphan_order"]]],
		hasLog: true
	};
}
// src/drills/drill-d-timestamp-regression.ts
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
			require_without_reply.PROVEN,
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
function syncsAre(expected, prefix, rules = require_mismatch_rules.RUNBOOK_RULES) {
	const found = expected.flatMap((sync) => sync.found ?? []);
	return [
		ofEachSync("verdict of each sync", expected.map(verdictOf$1), ({ ok }) => ok ? "ok" : "not ok"),
		ofEachSync("findings of each sync", expected.map((sync) => listOf(sync.found ?? [])), ({ mismatches }) => listOf(mismatches.map(({ rule }) => rule)), (replies) => expected.flatMap(({ found = [] }, at) => {
			const came = replies[at]?.mismatches.map(({ rule }) => rule) ?? [];
			return require_created_series.findingDeviations(found, came, require_mismatch_rules.MISMATCH_RULES);
		})),
		ofEachSync("error of each sync", expected.map((sync) => sync.error ?? "none"), ({ error }) => error ?? "none", () => [{
			kind: "other",
			what: "a failed fetch is told as another error"
		}]),
		ofEachSync("last_ts after each sync", expected.map(({ lastTs }) => String(lastTs)), ({ lastTs }) => String(lastTs), () => [require_created_series.LAST_TS]),
		countersAre(found, prefix, void 0, rules)
	];
}
function inputsAreUnchanged(steps) {
	const render = () => steps.map(({ snapshot }) => require_created_series.canonicalJson(snapshot));
	const before = render();
	return {
		label: "the snapshots that were fed are unchanged",
		stage: "found",
		expected: "none changed",
		actual: ({ exchanges = [] }) => {
			const asFed = render();
			const changed = steps.flatMap((step, index) => {
				return exchanges.filter((one) => one.step === index).every(({ request, shift }) => require_created_series.canonicalJson(request.snapshot) === require_created_series.canonicalJson(require_without_reply.later(step, shift).snapshot)) && asFed[index] === before[index] ? [] : [`sync ${index + 1}`];
			});
			return changed.length === 0 ? "none changed" : `changed: ${changed.join(", ")}`;
		}
	};
}
function verdictOf$1({ found = [], error }) {
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
			require_without_reply.PROVEN
		],
		proof: [namedTimes("once_ord_2", 0, 0)],
		shows: [["mismatches_total", ["rule", "duplicate_key"]]],
		hasLog: true
	};
}
// src/drills/drill-h-triples.ts
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
			require_without_reply.PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "duplicate_key"]]],
		hasLog: true
	};
}
// src/drills/drill-i-healthy-hedge.ts
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
			require_without_reply.PROVEN
		],
		proof: [],
		shows: [["positions_count"]],
		hasLog: true
	};
}
// src/drills/drill-j-negative-position.ts
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
			require_without_reply.PROVEN
		],
		proof: [namedTimes("SOLUSDT", 0, 0)],
		shows: [["mismatches_total", ["rule", "negative_qty"]]],
		hasLog: true
	};
}
// src/drills/drill-k-zero.ts
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
			require_without_reply.PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "negative_qty"]]],
		hasLog: true
	};
}
// src/drills/drill-l-long-ids.ts
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
			require_without_reply.PROVEN
		],
		proof: [namedTimes("9223372036854775806", 0, 1)],
		shows: [["mismatches_total", ["rule", "orphan_order"]]],
		hasLog: true
	};
}
// src/drills/drill-m-equal-and-recovered-ts.ts
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
			require_without_reply.PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
		hasLog: true
	};
}
// src/drills/drill-n-empty-and-re-entry.ts
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
			require_without_reply.PROVEN
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
		}, ...require_created_series.FETCH_ERROR_REASONS.map((fetchError) => ({
			...syncOf(EMPTY, []),
			fetchError,
			now: 11e3
		}))],
		checks: [
			...syncsAre([{ lastTs: 2e3 }, ...require_created_series.FETCH_ERROR_REASONS.map((error) => ({
				error,
				lastTs: 2e3
			}))], prefix),
			...require_created_series.FETCH_ERROR_REASONS.map((reason) => errorCounterIs(reason, 1, prefix)),
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
			require_without_reply.PROVEN
		],
		proof: [],
		shows: [["errors_total", ["reason", "timeout"]], ["last_wall_ts"]],
		hasLog: true
	};
}
// src/drills/drill-p-orphans-and-known-sets.ts
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
			require_without_reply.PROVEN
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
			require_without_reply.PROVEN
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
			...require_created_series.FETCH_ERROR_REASONS.map((reason) => errorCounterIs(reason, 0, prefix)),
			gaugesAre(Object.fromEntries(GAUGES.map((name) => [name, 0])), prefix),
			require_without_reply.PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "negative_qty"]]],
		hasLog: true
	};
}
// src/drills/drill-s-input-unmutated.ts
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
			require_without_reply.PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "duplicate_key"]]],
		hasLog: true
	};
}
// src/drills/drill-t-pending-notional.ts
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
			require_without_reply.PROVEN
		],
		proof: [],
		shows: [["pending_notional"]],
		hasLog: true,
		scrapedAfter: [1, 2]
	};
}
// src/drills/drill-u-rejected-snapshot.ts
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
			require_without_reply.PROVEN
		],
		proof: [],
		shows: [["mismatches_total", ["rule", "ts_regression"]], ["last_ts"]],
		hasLog: true
	};
}
// src/drills/drill-v-impossible-fills.ts
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
			], prefix, require_mismatch_rules.MISMATCH_RULES),
			namedTimes("part_ord_1", 1, 1),
			namedTimes("some_ord_3", 1, 1),
			require_without_reply.PROVEN
		],
		proof: [namedTimes("whole_ord_2", 0, 1)],
		shows: [["mismatches_total", ["rule", "impossible_fill"]]],
		hasLog: true
	};
}
// src/drills/drill-w-missing-orders.ts
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
			}], prefix, require_mismatch_rules.MISMATCH_RULES),
			namedTimes("gone_ord_3", 1, 1),
			namedTimes("SOLUSDT", 1, 1),
			require_without_reply.PROVEN
		],
		proof: [namedTimes("known_ord_1", 0, 1), namedTimes("bot_ord_2", 0, 1)],
		shows: [["mismatches_total", ["rule", "missing_order"]]],
		hasLog: true
	};
}
// src/drills/drill-x-order-terms.ts
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
			}], prefix, require_mismatch_rules.MISMATCH_RULES),
			namedTimes("price_ord_1", 1, 1),
			namedTimes("terms_ord_2", 1, 1),
			require_without_reply.PROVEN
		],
		proof: [namedTimes("same_ord_3", 0, 1), namedTimes("whole_ord_4", 0, 1)],
		shows: [["mismatches_total", ["rule", "order_mismatch"]]],
		hasLog: true
	};
}
// src/drills/drill-y-positions.ts
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
			}], prefix, require_mismatch_rules.MISMATCH_RULES),
			namedTimes("BTCUSDT", 1, 1),
			namedTimes("ETHUSDT", 1, 1),
			namedTimes("SOLUSDT", 2, 1),
			namedTimes("DOGEUSDT", 1, 1),
			require_without_reply.PROVEN
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
const SUITES = {
	runbook: RUNBOOK,
	full: [...RUNBOOK, ...FURTHER],
	life: [
		...RUNBOOK,
		...FURTHER,
		...OURS
	]
};
const SUITE_NAMES = Object.keys(SUITES);
const SUITES_IN_WORDS = `${SUITE_NAMES.slice(0, -1).join(", ")} or ${SUITE_NAMES.at(-1)}`;
function drillsOf$1(suite, prefix) {
	return SUITES[suite].map((make) => make(prefix));
}
function fixedDrills(prefix) {
	return [
		...RUNBOOK,
		...FURTHER,
		...OURS
	].map((make) => make(prefix));
}
function smallestSuite(letters) {
	return SUITE_NAMES.find((name) => drillsOf$1(name, DEFAULT_METRIC_PREFIX).some(({ id }) => letters.includes(id)));
}
const GUARD_CHECKS = 1;
function checkCount(suite) {
	return drillsOf$1(suite, DEFAULT_METRIC_PREFIX).map(({ checks }) => checks.length).reduce((all, one) => all + one, GUARD_CHECKS);
}
function furtherLetters(suite) {
	return SUITES[suite].filter((make) => !RUNBOOK.includes(make)).map((make) => make(DEFAULT_METRIC_PREFIX).id.toUpperCase());
}
function suiteName(text) {
	return SUITE_NAMES.find((name) => name === text);
}
// src/life/life-names.ts
const LIFE_ID = "life";
const LIFE_TITLE = "Days of trading";
const USUAL_DAYS = {
	days: 5,
	syncsADay: 1e3
};
// src/rules/pack-settings.ts
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
function durationSeconds(text) {
	const [, count, unit] = DURATION$1.exec(text) ?? [];
	return isUnit(unit) ? Number(count) * UNIT_SECONDS[unit] : NaN;
}
function isUnit(unit) {
	return unit !== void 0 && unit in UNIT_SECONDS;
}
// src/rules/alert-parts.ts
const PAGED_COMPONENT = "account";
function labelsOf(category, settings) {
	return {
		severity: settings.severity,
		category,
		component: PAGED_COMPONENT,
		...addedLabels(settings)
	};
}
function addedLabels({ labels, kubernetesNamespace }) {
	return {
		...kubernetesNamespace === "" ? {} : { namespace: kubernetesNamespace },
		...labels
	};
}
function runbookUrl(alert, { runbookBaseUrl }) {
	return `${runbookBaseUrl}/${alert}.md`;
}
function queryOf(expression) {
	return `query ${JSON.stringify(expression)}`;
}
function placeOf$2(labels) {
	return `{{ with ${labels}.account }}{{ . }} at {{ end }}{{ ${labels}.instance }}`;
}
function sumOf(...durations) {
	return secondsText(durations.reduce((sum, duration) => sum + durationSeconds(duration), 0));
}
function secondsText(seconds) {
	return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
// src/rules/blind-alerts.ts
const ABSENT = "AccountSyncTargetAbsent";
const NEVER_COMPLETED = "AccountSyncNeverCompleted";
const SERIES_ABSENT = "AccountSyncSeriesAbsent";
const CRASH_LOOP = "AccountSyncCrashLoop";
const ERRORS_WINDOW = "5m";
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
			summary: `The account sync has never completed on ${placeOf$2("$labels")}`,
			description: `${placeOf$2("$labels")} is scraped, but no sync has ended since it started, with an error neither: mismatches are not looked for.`,
			runbook_url: runbookUrl(NEVER_COMPLETED, settings)
		}
	};
}
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
			summary: `Some of the account sync's series are missing on ${placeOf$2("$labels")}`,
			description: `${placeOf$2("$labels")} is scraped, but one of ${prefix}_mismatches_total by rule, _last_mismatch_timestamp_seconds by rule, _errors_total by reason, _age_seconds and _last_wall_ts does not arrive: an alert of this pack cannot ring for it.`,
			runbook_url: runbookUrl(SERIES_ABSENT, settings)
		}
	};
}
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
			summary: `The account sync keeps restarting on ${placeOf$2("$labels")}`,
			description: `${placeOf$2("$labels")} came back {{ $value }} times in the last ${crashLoopWindow}: alerts that have to wait do not get to ring, and mismatches in between are not looked for.`,
			runbook_url: runbookUrl(CRASH_LOOP, settings)
		}
	};
}
// src/rules/heartbeat-alerts.ts
const WATCHDOG = "AccountSyncWatchdog";
const DRILL_OVERDUE = "AccountSyncDrillOverdue";
const LAST_DRILL = "account_sync_drill_last_success_timestamp_seconds{command=\"ring\"}";
const OVERDUE_FOR = "1h";
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
const SPIKE = "AccountSyncMismatchSpike";
function spikeLabels({ spikeBy }) {
	return spikeBy === "" ? [] : spikeBy.split(",");
}
function increaseBy(grouping, { prefix, spikeWindow }) {
	return `sum${grouping === "" ? "" : ` ${grouping} `}(increase(${prefix}_mismatches_total{rule!="none"}[${spikeWindow}]))`;
}
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
			description: `Mismatches in the last ${rings}:{{ range ${byRule} | sortByLabel "rule" }}${open} {{ .Labels.rule }} on ${placeOf$2(".Labels")} (about {{ .Value | printf "%.0f" }});${close}{{ end }} the last one at {{ with ${last} }}{{ . | first | value | humanizeTimestamp }}{{ else }}a time that is no longer exposed{{ end }}.`,
			runbook_url: runbookUrl(SPIKE, settings)
		}
	};
}
function groupedBy(labels) {
	return labels.length === 0 ? "" : `by (${labels.join(", ")})`;
}
function byText(by) {
	return by.map((label) => `{{ $labels.${label} }}`).join(" at ");
}
// src/rules/missed-alert.ts
const MISSED = "AccountSyncMismatchMissed";
const CATEGORY = "correctness";
const ADDED_TO_ALERTS = [
	"alertname",
	"alertstate",
	"alertgroup"
];
const STEP = "1s";
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
			summary: `The account and the exchange disagree on ${placeOf$2("$labels")}`,
			description: `{{ range ${rules} | sortByLabel "rule" }}{{ if and (eq .Labels.instance $labels.instance) (eq .Labels.account $labels.account) }}{{ .Labels.rule }}, {{ end }}{{ end }}last at {{ $value | humanizeTimestamp }} on ${placeOf$2("$labels")}. ${SPIKE} does not name it: it rang for another account already, or a first scrape after a start, a gap between scrapes or slow scrapes hide an increase.`,
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
function droppedLabels(settings) {
	return ["rule", ...Object.keys(labelsOf(CATEGORY, settings))].join(", ");
}
// src/rules/sync-alerts.ts
const STALE = "AccountSyncStale";
const DATA_STALE = "AccountSyncDataStale";
const ERRORS = "AccountSyncErrors";
function syncStale(settings) {
	const { prefix, staleAfter, staleFor } = settings;
	return {
		alert: STALE,
		expr: `${prefix}_age_seconds > ${staleAfter} and ${prefix}_last_wall_ts > 0`,
		for: staleFor,
		keep_firing_for: settings.keepFiringFor,
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: `The account sync has stopped on ${placeOf$2("$labels")}`,
			description: `The last sync without a fetch error ended {{ \$value | humanizeDuration }} ago on ${placeOf$2("$labels")}: mismatches are not looked for.`,
			runbook_url: runbookUrl(STALE, settings)
		}
	};
}
function dataStale(settings) {
	const { prefix, dataStaleAfter, dataStaleFor } = settings;
	return {
		alert: DATA_STALE,
		expr: [`${prefix}_data_age_seconds > ${dataStaleAfter} and ${prefix}_last_ts > 0`, `and (${prefix}_open_orders_count > 0 or ${prefix}_positions_count > 0)`].join("\n"),
		for: dataStaleFor,
		keep_firing_for: settings.keepFiringFor,
		labels: labelsOf("correctness", settings),
		annotations: {
			summary: `The account's data is old on ${placeOf$2("$labels")}`,
			description: `The last answer that was accepted is {{ \$value | humanizeDuration }} old on ${placeOf$2("$labels")}, and the account is not empty.`,
			runbook_url: runbookUrl(DATA_STALE, settings)
		}
	};
}
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
			description: `Failed fetches in the last ${errorsWindow}:{{ range ${byReason} | sortByLabel "reason" }} {{ .Labels.reason }} on ${placeOf$2(".Labels")} (about {{ .Value | printf "%.0f" }});{{ end }} an error is not an empty account.`,
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
const GROUP_NAME = "account-sync";
function packHeader(settings) {
	const widest = Math.max(...QUESTIONS.map(({ asks }) => asks.length));
	return QUESTIONS.flatMap(({ asks, answers }) => {
		const names = wanted(answers, settings).map(({ alert }) => alert);
		return names.length === 0 ? [] : [`${asks.padEnd(widest)}  ${names.join(", ")}`];
	});
}
function alertPack(settings) {
	return QUESTIONS.flatMap(({ answers }) => wanted(answers, settings));
}
function pagingAlerts(settings) {
	return alertPack(settings).filter(({ alert }) => alert !== WATCHDOG);
}
function wanted(answers, settings) {
	return answers.filter((make) => make !== watchdog || settings.watchdog === "on").filter((make) => make !== drillOverdue || settings.drillOverdueAfter !== "off").map((make) => make(settings));
}
// src/rules/promtool-test.ts
function silenceTest(rulesFile, evaluationSeconds, alerts, cases) {
	return promtoolTest(rulesFile, evaluationSeconds, cases, ({ probes }) => ({ alert_rule_test: probes.flatMap((seconds) => alerts.map((alertname) => ({
		eval_time: `${seconds}s`,
		alertname,
		exp_alerts: []
	}))) }));
}
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
// src/rules/dashboard-panel.ts
const CHOSEN = "account=~\"$account\",instance=~\"$instance\"";
const CHOSEN_INSTANCE = "instance=~\"$instance\"";
const CHOSEN_ALERTS = `alertname=~"AccountSync.+",component="account",account=~"$account|",instance=~"$instance|"`;
// src/rules/dashboard-headlines.ts
const STAT = {
	type: "stat",
	width: 6,
	height: 4
};
const RINGING = [{
	from: null,
	color: "green"
}, {
	from: 1,
	color: "red"
}];
const NOTHING$1 = { "0": {
	text: "none",
	color: "green"
} };
function headlines({ prefix, staleAfter }) {
	const served = `max by (instance) (max_over_time(${prefix}_last_wall_ts{${CHOSEN}}[1d]))`;
	return [
		{
			...STAT,
			title: "Alerts that ring",
			description: "How many alerts of the pack are firing now, the heartbeat aside.",
			unit: "short",
			queries: [{
				expr: `count(ALERTS{${CHOSEN_ALERTS},alertstate="firing"}) or vector(0)`,
				legend: ""
			}],
			steps: RINGING,
			words: NOTHING$1,
			alerts: []
		},
		{
			...STAT,
			title: "Mismatches, last hour",
			description: "Every rule of the chosen accounts together.",
			unit: "short",
			queries: [{
				expr: `round(sum(increase(${prefix}_mismatches_total{rule!="none",${CHOSEN}}[1h])))`,
				legend: ""
			}],
			steps: RINGING,
			words: NOTHING$1,
			alerts: [SPIKE]
		},
		{
			...STAT,
			title: "Since the last sync",
			description: "Of the account that is furthest behind. AccountSyncStale looks at this.",
			unit: "s",
			queries: [{
				expr: `max(${prefix}_age_seconds{${CHOSEN}})`,
				legend: ""
			}],
			steps: [
				{
					from: null,
					color: "green"
				},
				{
					from: Number(staleAfter) / 2,
					color: "orange"
				},
				{
					from: Number(staleAfter),
					color: "red"
				}
			],
			alerts: ["AccountSyncStale"]
		},
		{
			...STAT,
			title: "Scraped",
			description: "Every target that has served an account's metrics within a day. AccountSyncTargetAbsent looks at this.",
			unit: "short",
			queries: [{
				expr: `up{${CHOSEN_INSTANCE}} and on (instance) ${served}`,
				legend: "{{instance}}"
			}],
			steps: [{
				from: null,
				color: "red"
			}, {
				from: 1,
				color: "green"
			}],
			words: {
				"0": {
					text: "down",
					color: "red"
				},
				"1": {
					text: "up",
					color: "green"
				}
			},
			alerts: ["AccountSyncTargetAbsent", "AccountSyncCrashLoop"]
		}
	];
}
// src/rules/dashboard-panels.ts
const PLACE = "{{account}} {{instance}}";
const GRAPH = {
	type: "timeseries",
	width: 12,
	height: 8
};
function panelsOf(settings) {
	return [
		...headlines(settings),
		...timelines(settings),
		...graphs(settings)
	];
}
function timelines({ prefix }) {
	return [
		{
			type: "state-timeline",
			width: 24,
			height: 6,
			title: "From mismatch to page",
			description: "When each alert of the pack was pending (1) and firing (2).",
			unit: "short",
			queries: [{
				expr: `max by (alertname, account, instance) (ALERTS{${CHOSEN_ALERTS},alertstate="firing"} * 2 or ignoring (alertstate) ALERTS{${CHOSEN_ALERTS},alertstate="pending"})`,
				legend: "{{alertname}} {{account}} {{instance}}"
			}],
			words: {
				"1": {
					text: "pending",
					color: "orange"
				},
				"2": {
					text: "firing",
					color: "red"
				}
			},
			alerts: []
		},
		{
			...GRAPH,
			title: "Mismatches by rule",
			description: "What increase() sees in 5 minutes. AccountSyncMismatchSpike looks at the sum.",
			unit: "short",
			queries: [{
				expr: `sum by (rule) (increase(${prefix}_mismatches_total{rule!="none",${CHOSEN}}[5m]))`,
				legend: "{{rule}}"
			}],
			alerts: [SPIKE]
		},
		{
			...GRAPH,
			title: "Since the last mismatch, by rule",
			description: "Also after a restart or a scrape gap. AccountSyncMismatchMissed looks at this.",
			unit: "s",
			queries: [{
				expr: `time() - max by (rule, account, instance) (${prefix}_last_mismatch_timestamp_seconds{${CHOSEN}} > 0)`,
				legend: `{{rule}} ${PLACE}`
			}],
			alerts: ["AccountSyncMismatchMissed"]
		}
	];
}
function graphs({ prefix, staleAfter }) {
	const gauge = (name, legend = PLACE) => ({
		expr: `${prefix}_${name}{${CHOSEN}}`,
		legend
	});
	return [
		{
			...GRAPH,
			title: "Age of the sync and of its data",
			description: "AccountSyncStale and AccountSyncDataStale look at these.",
			unit: "s",
			queries: [gauge("age_seconds", `sync, ${PLACE}`), gauge("data_age_seconds", `data, ${PLACE}`)],
			steps: [{
				from: null,
				color: "transparent"
			}, {
				from: Number(staleAfter),
				color: "red"
			}],
			alerts: [
				"AccountSyncStale",
				"AccountSyncNeverCompleted",
				"AccountSyncDataStale"
			]
		},
		{
			...GRAPH,
			title: "Failed fetches by reason",
			description: "What increase() sees in 5 minutes. AccountSyncErrors looks at the sum.",
			unit: "short",
			queries: [{
				expr: `sum by (reason) (increase(${prefix}_errors_total{reason!="none",${CHOSEN}}[5m]))`,
				legend: "{{reason}}"
			}],
			alerts: ["AccountSyncErrors"]
		},
		{
			...GRAPH,
			title: "Positions and open orders",
			description: "In the last accepted snapshot.",
			unit: "short",
			queries: [gauge("positions_count", `positions, ${PLACE}`), gauge("open_orders_count", `open orders, ${PLACE}`)],
			alerts: []
		},
		{
			...GRAPH,
			title: "Pending notional",
			description: "Price times rest, over all open orders.",
			unit: "short",
			queries: [gauge("pending_notional")],
			alerts: []
		},
		{
			...GRAPH,
			width: 24,
			height: 5,
			title: "Would it still ring?",
			description: "AccountSyncWatchdog: 1 while an account is synced and the rules are evaluated; a gap is silence that means nothing.",
			unit: "short",
			queries: [{
				expr: "max(ALERTS{alertname=\"AccountSyncWatchdog\",alertstate=\"firing\"}) or vector(0)",
				legend: "heartbeat"
			}],
			words: {
				"0": {
					text: "silent",
					color: "red"
				},
				"1": {
					text: "rings",
					color: "green"
				}
			},
			alerts: ["AccountSyncWatchdog", "AccountSyncSeriesAbsent"]
		}
	];
}
// src/rules/dashboard.ts
const DATASOURCE = {
	type: "prometheus",
	uid: "$datasource"
};
const WIDTH = 24;
const ALL$1 = {
	text: "All",
	value: "$__all"
};
function renderDashboard(settings) {
	const panels = panelsOf(settings);
	const dashboard = {
		uid: "account-sync-drill",
		title: "Account sync",
		tags: ["account-sync"],
		schemaVersion: 39,
		version: 1,
		editable: true,
		refresh: "30s",
		time: {
			from: "now-6h",
			to: "now"
		},
		timezone: "utc",
		templating: { list: [
			{
				name: "datasource",
				label: "Data source",
				type: "datasource",
				query: "prometheus"
			},
			variable("account", "Account", settings),
			variable("instance", "Instance", settings)
		] },
		annotations: { list: [mismatches(settings)] },
		links: [link("The alerts and their runbooks", `${settings.runbookBaseUrl}/AccountSyncMismatchSpike.md`)],
		panels: panels.map((panel, index) => panelDocument(panel, index, placeOf$1(panels, index), settings))
	};
	return `${JSON.stringify(dashboard, null, 2)}\n`;
}
function variable(label, title, { prefix }) {
	return {
		name: label,
		label: title,
		type: "query",
		datasource: DATASOURCE,
		query: `label_values(${prefix}_last_wall_ts, ${label})`,
		refresh: 2,
		includeAll: true,
		multi: true,
		allValue: ".*",
		current: ALL$1
	};
}
function mismatches({ prefix }) {
	const gauge = `${prefix}_last_mismatch_timestamp_seconds{account=~"$account",instance=~"$instance"}`;
	return {
		name: "Mismatches",
		datasource: DATASOURCE,
		enable: true,
		iconColor: "red",
		expr: `changes(${gauge}[1m]) > 0`,
		titleFormat: "{{rule}}",
		textFormat: "{{account}} {{instance}}"
	};
}
function link(title, url) {
	return {
		title,
		type: "link",
		url,
		icon: "doc",
		tooltip: "",
		tags: [],
		asDropdown: false,
		targetBlank: true,
		includeVars: false,
		keepTime: false
	};
}
function panelDocument(panel, index, gridPos, settings) {
	const { title, description, type, unit, queries, alerts } = panel;
	const pack = alertPack(settings).map(({ alert }) => alert);
	return {
		id: index + 1,
		type,
		title,
		description,
		datasource: DATASOURCE,
		gridPos,
		links: alerts.filter((alert) => pack.includes(alert)).map((alert) => link(`Runbook: ${alert}`, runbookUrl(alert, settings))),
		fieldConfig: {
			defaults: {
				unit,
				min: 0,
				...meaningOf(panel)
			},
			overrides: []
		},
		options: optionsOf(panel),
		targets: queries.map(({ expr, legend }, at) => ({
			refId: String.fromCharCode("A".charCodeAt(0) + at),
			datasource: DATASOURCE,
			expr,
			legendFormat: legend,
			instant: type === "stat",
			range: type !== "stat"
		}))
	};
}
function meaningOf({ steps, words = {}, type }) {
	const mapping = Object.entries(words).map(([value, shown], index) => [value, {
		...shown,
		index
	}]);
	const mappings = mapping.length === 0 ? [] : [{
		type: "value",
		options: Object.fromEntries(mapping)
	}];
	if (steps === void 0) return { mappings };
	return {
		mappings,
		thresholds: {
			mode: "absolute",
			steps: steps.map(({ from, color }) => ({
				value: from,
				color
			}))
		},
		...type === "timeseries" ? { custom: { thresholdsStyle: { mode: "line" } } } : {}
	};
}
function optionsOf({ type, queries }) {
	if (type !== "stat") return {};
	return {
		reduceOptions: {
			calcs: ["lastNotNull"],
			fields: "",
			values: false
		},
		colorMode: "background",
		textMode: queries.some(({ legend }) => legend !== "") ? "value_and_name" : "value"
	};
}
function placeOf$1(panels, index) {
	let [x, y, rowHeight] = [
		0,
		0,
		0
	];
	for (const [at, { width, height }] of panels.entries()) {
		if (x + width > WIDTH) [x, y, rowHeight] = [
			0,
			y + rowHeight,
			0
		];
		if (at === index) return {
			x,
			y,
			w: width,
			h: height
		};
		x += width;
		rowHeight = Math.max(rowHeight, height);
	}
	return {
		x,
		y,
		w: 0,
		h: 0
	};
}
// src/rules/yaml-text.ts
const PLAIN = /^[A-Za-z_/(][^\n:#\t'"&*!|>%@`{}[\],]*$/;
const LOOKS_LIKE_ANOTHER_TYPE = /^(true|false|yes|no|on|off|null|y|n|\.inf|\.nan)$/i;
const DURATION = /^[0-9]+[smhd]$/;
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
	if (PLAIN.test(text) && !text.endsWith(" ") && !LOOKS_LIKE_ANOTHER_TYPE.test(text) || DURATION.test(text)) return text;
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
const PACK_FORMATS = {
	prometheus: renderPrometheus,
	kubernetes: renderKubernetes,
	victoriametrics: renderVictoriaMetrics,
	grafana: renderDashboard
};
function renderPrometheus(settings) {
	return headerOf(settings) + yamlText(rulesOf(settings));
}
function renderVictoriaMetrics(settings) {
	return renderPrometheus(settings).replaceAll("increase(", "increase_prometheus(");
}
function renderKubernetes(settings) {
	const { kubernetesName, kubernetesNamespace, kubernetesLabels } = settings;
	const manifest = {
		apiVersion: "monitoring.coreos.com/v1",
		kind: "PrometheusRule",
		metadata: {
			name: kubernetesName,
			...kubernetesNamespace === "" ? {} : { namespace: kubernetesNamespace },
			labels: {
				"app.kubernetes.io/name": "account-sync-drill",
				...kubernetesLabels
			}
		},
		spec: rulesOf(settings)
	};
	return headerOf(settings) + yamlText(manifest);
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
const TEST_FILE = `drill_f_alerts.test.yml`;
function provesOf(drilled) {
	return `silent on a clean account, ringing for each of the ${numberWord(drilled.length)} rules`;
}
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
		...all.flatMap(require_created_series.renderCheck)
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
const MISSED_LABEL = `a mismatch before the first scrape rings ${ALERT$1}`;
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
function missedExpectation(drilled) {
	return `rings for ${drilled.join(", ")}`;
}
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
async function alertDrill(drills, { settings, testRules, required, listed = new Set(), names: called }) {
	const rules = renderPrometheus(settings);
	const wait = durationSeconds(settings.spikeFor);
	const drilled = rulesProvenBy(drills.filter(wasAsked));
	const cases = alertCases(drills, called);
	const missed = missedCases(drills, called);
	const test = promtoolTest(RULES_FILE, 30, [...cases, ...missed], (one) => isMissed(one) ? expectedMissed(one) : expectedAlerts(one, settings));
	const files = new Map([[RULES_FILE, rules], [TEST_FILE, test]]);
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
function wasAsked({ checks }) {
	return checks.some(({ status }) => status !== "skipped");
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
const GUARD_LABEL = "artifact directory does not show up in git status";
const MOST_LINES$1 = 3;
const CLEAN = "nothing shows up";
function guardResult(status, listed = new Set()) {
	return {
		id: "guard",
		title: "Artifact guard",
		injected: null,
		caught: [],
		counted: [],
		checks: [asListed(guardCheck(status), "guard", listed)],
		provenMarker: null,
		metricLines: [],
		files: new Map()
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
async function allCheckNames(prefix) {
	const suites = SUITE_NAMES.map((suite) => drillsOf$1(suite, prefix));
	const ofDrills = suites.flat().flatMap(({ id, checks, proves }) => checks.map((check) => checkName(id, check === "proven" ? `proven: ${proves}` : check.label)));
	const ofAlerts = suites.flatMap((drills) => alertCheckLabels(rulesProvenBy(drills), {
		...DEFAULT_SETTINGS,
		prefix
	})).map((label) => checkName("f", label));
	const { LIFE_LABELS } = await Promise.resolve().then(() => require("./shared-life-checks.js")).then((n) => n.life_checks_exports);
	const ofLife = LIFE_LABELS.map((label) => checkName(LIFE_ID, label));
	return new Set([
		...ofDrills,
		...ofLife,
		...ofAlerts,
		checkName("guard", GUARD_LABEL)
	]);
}
// src/syncer/snapshot-shape.ts
const [LONG, SHORT, BOTH] = require_mismatch_rules.POSITION_SIDES;
const [BUY, SELL] = require_mismatch_rules.ORDER_SIDES;
const [CROSS, ISOLATED] = require_mismatch_rules.MARGIN_MODES;
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
function toSyncError(thrown) {
	const message = require_field_reader.printable(require_field_reader.messageOf(thrown).slice(0, MOST_MESSAGE_CHARACTERS));
	return {
		reason: reasonOf$1(thrown, 0) ?? "unknown",
		message
	};
}
function reasonOf$1(thrown, depth) {
	if (!require_field_reader.isRecord(thrown) || depth > 5) return void 0;
	return require_created_series.FETCH_ERROR_REASONS.find((reason) => reason === thrown.reason) ?? (thrown.code === "bad_input" ? "parse" : void 0) ?? ownEntry(BY_CODE, require_field_reader.systemCodeOf(thrown)) ?? ownEntry(BY_NAME, thrown.name) ?? ownEntry(BY_STATUS, thrown.status) ?? reasonOf$1(thrown.cause, depth + 1);
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
		this.#settling = new require_created_series.Settling(options.settle ?? require_created_series.AT_ONCE);
		this.#lastTs = options.lastTs ?? 0;
	}
	get lastTs() {
		return this.#lastTs;
	}
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
		return this.#check(answer.snapshot, answer.now, require_without_reply.readKnown(known));
	}
	async #fetch() {
		const snapshot = await this.#port.fetchAccountSnapshot();
		const now = this.#clock();
		const fault = findShapeFault(snapshot);
		if (fault !== void 0) throw new require_field_reader.DrillError("bad_input", `${fault}: build snapshots with parseSnapshot()`);
		if (require_mismatch_rules.isAhead(snapshot.ts, now)) {
			const times = `snapshot ts ${snapshot.ts} is more than 5 minutes ahead of the clock, ${now}`;
			throw new require_field_reader.DrillError("bad_input", times);
		}
		return {
			snapshot,
			now
		};
	}
	#check(snapshot, now, told) {
		const account = new require_mismatch_rules.AccountView(snapshot);
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
		const isAccepted = !require_mismatch_rules.isRegression(input);
		const { mismatches, pending } = this.#settling.sift(require_mismatch_rules.findEach(input, account), now, isAccepted);
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
var import_registry = require_rolldown_runtime.__toESM(require_bundled_cli_action.require_registry(), 1);
var import_counter = require_rolldown_runtime.__toESM(require_bundled_cli_action.require_counter(), 1);
var import_gauge = require_rolldown_runtime.__toESM(require_bundled_cli_action.require_gauge(), 1);
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
		if (this.#accounts.has(key)) refuse(`labels ${names.map((name) => `${name}=${require_field_reader.quoted(labels[name] ?? "")}`).join(", ") || "none"} are on this registry already: each account needs others`);
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
		if (!/^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) || OWN_LABELS.includes(name)) refuse(`labels.${require_field_reader.printable(name)}: expected a name of letters, digits and _, other than ${OWN_LABELS.join(" and ")}`);
		if (typeof value !== "string" || value === "") refuse(`labels.${name}: expected text that is not empty`);
	}
}
function refuse(what) {
	throw new require_field_reader.DrillError("bad_input", what);
}
// src/syncer/pending-notional.ts
const NOTHING = require_field_reader.decimal("0");
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
		for (const rule of require_mismatch_rules.MISMATCH_RULES) {
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
		for (const reason of require_created_series.FETCH_ERROR_REASONS) this.#metrics.errors.inc({
			reason,
			...this.#labels
		}, 0);
		for (const rule of require_mismatch_rules.MISMATCH_RULES) {
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
		side: fields.optional("side", (name) => fields.oneOf(name, require_mismatch_rules.ORDER_SIDES)),
		price: fields.optional("price", fields.decimal),
		qty: fields.optional("qty", fields.decimal)
	};
}
function readPosition$1(row, path, problems) {
	const fields = new require_field_reader.FieldReader(row, path, problems);
	fields.only(POSITION_FIELDS);
	return {
		symbol: fields.text("symbol"),
		side: fields.oneOf("side", require_mismatch_rules.POSITION_SIDES),
		qty: fields.decimal("qty"),
		marginMode: fields.optional("margin_mode", (name) => fields.oneOf(name, require_mismatch_rules.MARGIN_MODES))
	};
}
function noteRepeats(rows, list, problems, identityOf) {
	const seen = new Set();
	for (const [index, row] of rows.entries()) {
		const identity = identityOf(row);
		const key = JSON.stringify(identity);
		if (seen.has(key) && !identity.includes("")) problems.push(`${list}[${index}]: ${identity.map(require_field_reader.quoted).join(" ")} is there already`);
		seen.add(key);
	}
}
// src/drill/bundled-syncer.ts
var BundledSyncer = class BundledSyncer {
	identity;
	takes = require_created_series.TAKEN;
	settle;
	#prefix;
	#now = 0;
	#request = null;
	#metrics;
	#syncer;
	constructor(version, prefix, settle = require_created_series.AT_ONCE) {
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
		if (request.fetchError !== null) throw Object.assign(new Error("injected by the drill"), { reason: request.fetchError });
		return parseSnapshot(request.snapshot);
	}
};
// src/drill/settling-checks.ts
const TWO_SIDED = require_mismatch_rules.RULES.filter(({ comparesTwoSides }) => comparesTwoSides).map(({ name }) => name);
function foundWhileSettling(exchanges) {
	const found = new Map();
	for (const { settles, reply } of exchanges) for (const { rule } of settles ? reply.mismatches : []) found.set(rule, (found.get(rule) ?? 0) + 1);
	return found;
}
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
function readingOf(names, exchanges, shift, prefix) {
	const found = foundWhileSettling(exchanges);
	const times = [`${prefix}_last_ts`, `${prefix}_last_wall_ts`];
	return {
		wordOf: (label) => require_created_series.wordIn(names, label),
		numberOf: (value, name, label) => {
			if (times.includes(name)) return value === 0 ? 0 : value - shift;
			if (name !== `${prefix}_mismatches_total` || label === void 0) return value;
			return value - (found.get(label[1]) ?? 0);
		}
	};
}
// src/drill/feed-drill.ts
async function feedDrill(drill, syncer, prefix) {
	const exchanges = [];
	const scrapes = new Map();
	let shift = 0;
	const scrape = async (now) => new require_created_series.MetricsText(await syncer.metrics(now + shift), readingOf(syncer.names, exchanges, shift, prefix));
	for (const fed of require_without_reply.fedSyncs(drill.steps, syncer.settle)) {
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
	const named = syncer.names === void 0 ? null : require_created_series.namesNote(syncer.names);
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
// src/drill/drill-log.ts
function renderDrillLog(drill, syncs, checks, provenMarker, settle) {
	return `${[
		`Drill ${drill.id.toUpperCase()}: ${drill.title}`,
		`injected: ${drill.injected}`,
		...require_created_series.hasGrace(settle) ? [`grace: a difference has ${settle.syncs} syncs and ${settle.ms} ms to settle`] : [],
		"",
		...syncs.flatMap(syncLines),
		...checks.flatMap(require_created_series.renderCheck),
		...provenMarker === null ? [] : [provenMarker]
	].join("\n")}\n`;
}
function syncLines({ step, settles, request, reply }) {
	const { now, snapshot, fetchError, knownOrderIds, expected = null } = request;
	const known = knownOrderIds === null ? "not given" : require_created_series.canonicalJson(knownOrderIds);
	return [
		`step ${step + 1}${settles ? ", settling" : ""}: sync`,
		`  now: ${now}`,
		expected === null ? `  known order ids: ${known}` : `  expected: ${require_field_reader.printable(require_created_series.canonicalJson(expected))}`,
		fetchError === null ? `  snapshot: ${require_created_series.canonicalJson(snapshot)}` : `  fetch fails: ${fetchError}`,
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
function judgeDrill(drill, seen, prefix, listed) {
	const { replies, metrics, exchanges, settle } = seen;
	const proof = [...drill.proof, ...require_created_series.hasGrace(settle) ? [nothingElseWhileSettling(exchanges)] : []];
	const lines = drill.checks.filter(isCheck);
	const missed = (checks) => checks.filter((check) => evaluate(check, seen).status !== "passed");
	const missedLines = missed(lines);
	const said = missedLines.flatMap((check) => evaluate(check, seen).deviations ?? []);
	const missedProof = missed(proof).map((check) => evaluate(check, seen));
	const unsaid = missedProof.filter((one) => !require_created_series.isSaid(one.deviations ?? [], said));
	const provenMarker = missedLines.length + missedProof.length === 0 ? `drill_${drill.id}_PROVEN: ${drill.proves}` : null;
	const areListed = missedLines.every(({ label }) => listed.has(checkName(drill.id, label)));
	const checks = drill.checks.map((check) => isCheck(check) ? evaluate(check, seen) : proofResult(drill, missedLines, unsaid, areListed)).map((result) => asListed(result, drill.id, listed));
	const caught = replies.flatMap(({ mismatches }) => mismatches.map(({ rule }) => rule));
	const count = (rule) => metrics.valueOf(`${prefix}_mismatches_total`, ["rule", rule]);
	const log = renderDrillLog(drill, exchanges, checks, provenMarker, settle);
	const { text, leftOut } = require_created_series.withoutCreated(metrics.text);
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
	return check !== require_without_reply.PROVEN;
}
// src/drill/run-one-drill.ts
const NONE_LISTED = new Set();
async function runOneDrill(given, syncer, prefix, listed = NONE_LISTED) {
	await syncer.reset(given.now);
	const drill = require_created_series.hasGrace(syncer.settle) ? given.withGrace ?? given : given;
	const untaken = require_without_reply.untakenBy(syncer, drill);
	return untaken === null ? judgeDrill(drill, await feedDrill(drill, syncer, prefix), prefix, listed) : require_without_reply.withoutReply(drill, "skipped", untaken);
}
// src/drill/run-drills.ts
const BROKE_OFF = [{ kind: "broke_off" }];
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
		withoutReply: (status, why, deviations) => require_without_reply.withoutReply(drill, status, why, deviations)
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
// src/evidence/evidence-ref.ts
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
	const directory = (0, node_path.join)(artifactDir, kind);
	makeDirectories(fs, directory);
	return directory;
}
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
		this.directory = (0, node_path.join)(parent, name);
		this.#location = (0, node_path.join)(parent, stagingName(name));
	}
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
	get isWhole() {
		return this.#location === this.directory;
	}
	get files() {
		return this.#files;
	}
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
function renderFailedList({ drills, brokeOff }) {
	const names = drills.flatMap(({ id, checks }) => checks.filter(({ status }) => status === "failed").map(({ label }) => checkName(id, label)));
	if (names.length === 0 || brokeOff !== null) return "";
	return `${["# The checks that failed. A copy of this is what --expected-failures takes, until they are mended.", ...names].join("\n")}\n`;
}
// src/report/wording.ts
function headingOf({ id, title }) {
	return id.length === 1 ? `Drill ${id.toUpperCase()}: ${title}` : title;
}
function letterOf({ id }) {
	return id.length === 1 ? id.toUpperCase() : id;
}
function caughtOf({ caught }) {
	return caught.length === 0 ? "nothing" : caught.join(", ");
}
function countedOf({ counted }) {
	return counted.length === 0 ? "0" : counted.join(", ");
}
function drillPassed({ checks }) {
	return checks.every(({ status }) => status === "passed");
}
function notesOf({ drills }) {
	return [...new Set(drills.flatMap(({ notes = [] }) => notes))];
}
function verdictOf(report) {
	const { passed, failed, skipped } = totalsOf(report);
	const verdict = hasPassed(report) ? "passed" : "failed";
	const without = skipped === 0 ? "" : `, ${skipped} skipped`;
	return `${verdict}, ${passed} of ${passed + failed + skipped}${without}`;
}
function identityOf({ name, version, language }) {
	return `${name} ${version} (${language})`;
}
function drilledOf(syncer) {
	return syncer.isBundled === true ? "bundled example syncer" : identityOf(syncer);
}
function isoSeconds(ms) {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
// src/report/junit.ts
function renderJunit({ drills }) {
	return junitText(drills.map((drill) => ({
		name: headingOf(drill),
		cases: drill.checks.map(caseOf)
	})));
}
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
function renderResultsJson(report, place) {
	return `${require_created_series.canonicalJson(resultsDocument(report, place))}\n`;
}
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
const MOST_NAMED = 6;
function causeWords(reason, deviations, label, { brokeOff }, exposed) {
	const [first] = deviations;
	switch (reason) {
		case "broke_off": return words("the syncer broke off", { listed: [`${brokeOff}`] });
		case "names": return names(deviations, exposed);
		case "late": return late(deviations);
		case "absent": return absent(deviations);
		case "lines": return words("lines about metrics are missing", {
			listed: seriesOf(deviations),
			there: deviations
		});
		default: return words(first === void 0 ? label : sentence(first, reason));
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
	return words("rules or reasons are called by other names", {
		listed: [...new Set([...found, ...shown])].map(require_field_reader.quoted),
		cure: "--names FILE says how yours are called (docs/drill-your-own.md)"
	});
}
function late(deviations) {
	const series = seriesOf(deviations);
	return words(series.length === 1 ? "1 series is absent until it first counts" : `${series.length} series are absent until they first count`, {
		listed: series,
		there: deviations,
		cure: "create each at 0 at the start: increase() cannot see a series that is born at 1"
	});
}
function absent(deviations) {
	const metrics = [...new Set(deviations.flatMap((one) => one.kind === "absent" ? [one.metric] : []))];
	return words(`${metrics.length === 1 ? "a metric is" : `${metrics.length} metrics are`} absent`, {
		listed: metrics,
		there: deviations,
		cure: "--metric-prefix says how the names of yours begin"
	});
}
function there(deviations) {
	return require_created_series.whatWasThere(deviations).slice(0, 1).map((what) => `there is: ${what}`);
}
function seriesOf(deviations) {
	return [...new Set(deviations.flatMap((one) => one.kind === "absent" ? [one.series] : []))];
}
function enumerated(list) {
	const more = list.length - MOST_NAMED;
	return `${list.slice(0, MOST_NAMED).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
function words(sentence, { listed = [], there: instead = [], cure = null } = {}) {
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
const KNOWN = [...require_mismatch_rules.MISMATCH_RULES, ...require_created_series.FETCH_ERROR_REASONS];
function exposedIn({ drills }) {
	const metrics = new Set();
	const series = new Set();
	const foreign = new Map();
	const texts = drills.flatMap(({ id, files }) => files.get(`drill_${id}_metrics.txt`) ?? []);
	for (const line of texts.flatMap((text) => text.split("\n"))) {
		const [, metric, labels = ""] = SERIES.exec(line) ?? [];
		if (metric === void 0) continue;
		metrics.add(metric);
		for (const [, label = "", word = ""] of labels.matchAll(LABEL)) {
			series.add(`${metric}{${label}="${word}"}`);
			if (!KNOWN.includes(word)) foreign.set(metric, (foreign.get(metric) ?? new Set()).add(word));
		}
	}
	return {
		metrics,
		series,
		foreign,
		misfound: drills.flatMap(({ checks }) => checks).flatMap(({ deviations = [] }) => deviations).filter(isMisfound)
	};
}
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
	const last = beside.find((one) => metric.endsWith("_last_ts") && one.kind === "other" && one.what === require_created_series.LAST_TS.what);
	return last === void 0 ? `value ${series}` : reasonOf(last, beside, exposed);
}
function reasonOfOther({ what }, beside, exposed) {
	const found = what === require_created_series.UNNAMED_ROW.what ? beside.find((one) => isMisfound(one) || one.kind === "unnamed") : void 0;
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
function causesOf(report) {
	const exposed = exposedIn(report);
	const failures = report.drills.flatMap((drill) => failuresOf(drill, exposed));
	return [...new Set([...report.brokeOff === null ? [] : ["broke_off"], ...failures.map(({ reason }) => reason)])].map((reason) => {
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
function causeLine(cause) {
	const { what, first } = cause;
	const follow = followingOf(cause);
	return `${what}${first === null ? "" : ` (${placeOf(first)})`}${follow === "" ? "" : `; ${follow}`}`;
}
function followingOf({ following }) {
	if (following === 0) return "";
	return `${following} more ${following === 1 ? "check follows" : "checks follow"} from it`;
}
function placeOf({ drill }) {
	const letter = letterOf(drill);
	return letter.length === 1 ? `drill ${letter}` : letter;
}
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
function renderSummary(report, place) {
	return `${[
		`Account sync fire drill: ${verdictOf(report)}`,
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
		...causesOf(report).slice(report.brokeOff === null ? 0 : 1).map((cause) => `failed: ${causeLine(cause)}`),
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
		...checks.filter(({ status }) => status !== "passed").flatMap(require_created_series.renderCheck)
	];
}
// src/fire-drill/fire-drill.ts
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
async function drillsOf(plan, clock) {
	const { drills, histories = [], life = null, syncer, prefix, listed, toolVersion } = plan;
	if (histories.length > 0) {
		const { replayDrill } = await Promise.resolve().then(() => require("./shared-further-drill.js"));
		const bundledWith = (settle) => new BundledSyncer(toolVersion, prefix, settle);
		return runDrills([], syncer, prefix, listed, histories.map((named) => replayDrill(named, prefix, bundledWith)));
	}
	if (life === null) return runDrills(drills, syncer, prefix, listed);
	const { lifeDrill } = await Promise.resolve().then(() => require("./shared-life-drill.js")).then((n) => n.life_drill_exports);
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
function wantedLife(suite, { seed = 1, days = USUAL_DAYS.days }) {
	return suite === "life" ? {
		...USUAL_DAYS,
		seed,
		days
	} : null;
}
function seedOfCommit(sha) {
	return COMMIT.test(sha) ? Number.parseInt(sha.slice(0, SEED_DIGITS), 16) : 1;
}
// src/fire-drill/parse-names.ts
const KINDS = {
	rules: require_mismatch_rules.MISMATCH_RULES,
	reasons: require_created_series.FETCH_ERROR_REASONS
};
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
	if (value === void 0) return new Map();
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
function reversed(names = new Map()) {
	return new Map([...names].map(([ours, theirs]) => [theirs, ours]));
}
// src/protocol/command-words.ts
const BLANK = /[ \t]/;
const CONTROL = /[^\P{Cc}\t]/u;
const FOR_A_SHELL = /[$`|&;<>(){}[\]*?]/;
const FOR_A_SHELL_AT_THE_START = /[#~]/;
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*=/;
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
function readReply(line, outstanding, errorText = answeredWithError) {
	const reply = parseLine(line);
	if (outstanding === null || outstanding.type === "bye") throw breach(`a reply that nobody asked for, with id ${require_field_reader.nameOf(reply.id)}`);
	if (reply.id !== outstanding.id) throw breach(whyWrongId(reply.id, outstanding));
	if (reply.type === "error") throw answeredError(reply, outstanding, errorText);
	if (reply.type !== `${outstanding.type}_ok`) throw breach(`expected type ${outstanding.type}_ok or error, got ${require_field_reader.nameOf(reply.type)}`);
	return reply;
}
function answeredWithError(type, said) {
	return `it answered ${type} with error ${said}`;
}
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
const DEFAULT_TIME_LIMITS = {
	hello: 1e4,
	request: 5e3,
	bye: 5e3,
	run: 3e5
};
function limitOf(type, limits) {
	if (type === "hello") return limits.hello;
	return type === "bye" ? limits.bye : limits.request;
}
function inSeconds(ms) {
	return `${ms / 1e3} s`;
}
const MOST_SECONDS = 3600;
function parseTimeLimits(option, text) {
	const limits = text.split(",").map((part) => {
		const [, name = "", seconds = ""] = /^ *(hello|request|bye|run)=([0-9]{1,4}(?:\.[0-9]{1,3})?) *$/.exec(part) ?? [];
		const ms = Math.round(Number(seconds) * 1e3);
		if (name !== "" && ms > 0 && ms <= MOST_SECONDS * 1e3) return [name, ms];
		throw new require_field_reader.DrillError("usage", `${option}: ${`expected hello, request, bye or run=SECONDS (over 0, at most ${MOST_SECONDS})`}, got ${require_field_reader.quoted(part)}`);
	});
	return {
		...DEFAULT_TIME_LIMITS,
		...Object.fromEntries(limits)
	};
}
// src/protocol/counterpart.ts
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
	const settle = suite === "life" ? require_created_series.ADVISED : require_created_series.AT_ONCE;
	return {
		...common,
		syncer: new BundledSyncer(TOOL_VERSION, prefix, settle),
		dispose: () => void 0
	};
}
// src/protocol/parse-settle.ts
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
// src/replay/history-names.ts
const MOST_CHARACTERS = 40;
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
const BATCH = 500;
function canonicalPositions(positions) {
	return [...positions].sort((a, b) => require_created_series.compareText(a.symbol, b.symbol) || require_created_series.compareText(a.side, b.side));
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
	return require_created_series.compareText(a.symbol, b.symbol) || require_created_series.compareText(a.side, b.side) || require_created_series.compareText(a.orderType, b.orderType);
}
function compareInGroup(a, b) {
	return require_field_reader.compareDecimals(a.price, b.price) || compareSaid(a.qty, b.qty) || require_created_series.compareText(a.orderId, b.orderId);
}
function compareSaid(a, b) {
	if (a === null || b === null) return Number(b === null) - Number(a === null);
	return require_field_reader.compareDecimals(a, b);
}
function renderSnapshot(snapshot) {
	return [
		"{\"open_orders\":",
		...orderPieces(snapshot.openOrders),
		",\"positions\":",
		...positionPieces(snapshot.positions),
		`,"source":${require_created_series.canonicalString(snapshot.source)},"ts":${snapshot.ts}}`
	].join("");
}
function snapshotToWire({ positions, openOrders, ts, source }) {
	return {
		positions: positions.map(positionRow),
		open_orders: openOrders.map(orderRow),
		ts,
		source
	};
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
		const batch = require_created_series.escapeNonAscii(JSON.stringify(rows.slice(start, start + BATCH).map(toRow)));
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
// src/syncer/parse-ccxt.ts
const NOT_SAID = "UNKNOWN";
const ZERO = require_field_reader.decimal("0");
const FORM = "{\"timestamp\": ms, \"positions\": [...], \"open_orders\": [...]}";
const FINAL = [
	"closed",
	"canceled",
	"expired",
	"rejected"
];
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
	const said = fields.raw("marginMode");
	if (typeof said !== "string") return null;
	return require_mismatch_rules.MARGIN_MODES.find((mode) => mode === said.toUpperCase()) ?? null;
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
function knownToWire(known) {
	const { orderIds, orders, positions } = require_without_reply.readKnown(known);
	if (orderIds === null && orders === null && positions === null) return null;
	return {
		...orderIds === null ? null : { order_ids: [...orderIds].sort(require_created_series.compareText) },
		...orders === null ? null : { orders: sorted(orders, orderKey).map(orderToWire) },
		...positions === null ? null : { positions: sorted(positions, positionKey).map(positionToWire) }
	};
}
function sorted(rows, keyOf) {
	return rows.map((row) => [row, keyOf(row)]).sort(([, a], [, b]) => compareKeys(a, b)).map(([row]) => row);
}
function compareKeys(a, b) {
	for (const [index, part] of a.entries()) {
		const order = require_created_series.compareText(part, b[index] ?? "");
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
			fetchError: fields.oneOf("fetch_error", require_created_series.FETCH_ERROR_REASONS)
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
		const known = require_mismatch_rules.MISMATCH_RULES.find((one) => one === rule);
		if (known !== void 0) return [known];
		problems.push(`${path}: expected ${require_mismatch_rules.MISMATCH_RULES.join(", ")}, got ${require_field_reader.nameOf(rule)}`);
		return [];
	};
	return {
		mismatches: expect.rows("mismatches", ruleAt).flat(),
		error: expect.optional("error", (name) => expect.oneOf(name, require_created_series.FETCH_ERROR_REASONS))
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
const MOST_HISTORY_BYTES = 33554432;
const MOST_LINES = 2e4;
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
		settle: read[0]?.settle ?? require_created_series.AT_ONCE,
		lines
	};
}
function refuseSteppingBack(lines) {
	for (const [index, { at, line }] of lines.entries()) {
		const before = lines[index - 1]?.at ?? at;
		if (at < before) throw new require_field_reader.DrillError("bad_input", `line ${line}: at: ${at} is before the ${before} of the line above`);
	}
}
Object.defineProperty(exports, "AccountSyncer", {
	enumerable: true,
	get: function() {
		return AccountSyncer;
	}
});
Object.defineProperty(exports, "BundledSyncer", {
	enumerable: true,
	get: function() {
		return BundledSyncer;
	}
});
Object.defineProperty(exports, "CHECKSUMS_FILE", {
	enumerable: true,
	get: function() {
		return CHECKSUMS_FILE;
	}
});
Object.defineProperty(exports, "DEFAULT_METRIC_PREFIX", {
	enumerable: true,
	get: function() {
		return DEFAULT_METRIC_PREFIX;
	}
});
Object.defineProperty(exports, "DEFAULT_SETTINGS", {
	enumerable: true,
	get: function() {
		return DEFAULT_SETTINGS;
	}
});
Object.defineProperty(exports, "LIFE_ID", {
	enumerable: true,
	get: function() {
		return LIFE_ID;
	}
});
Object.defineProperty(exports, "LIFE_TITLE", {
	enumerable: true,
	get: function() {
		return LIFE_TITLE;
	}
});
Object.defineProperty(exports, "MOST_EVIDENCE_BYTES", {
	enumerable: true,
	get: function() {
		return MOST_EVIDENCE_BYTES;
	}
});
Object.defineProperty(exports, "MOST_HISTORY_BYTES", {
	enumerable: true,
	get: function() {
		return MOST_HISTORY_BYTES;
	}
});
Object.defineProperty(exports, "MetricsBuilder", {
	enumerable: true,
	get: function() {
		return MetricsBuilder;
	}
});
Object.defineProperty(exports, "PACK_FORMATS", {
	enumerable: true,
	get: function() {
		return PACK_FORMATS;
	}
});
Object.defineProperty(exports, "PREDICATE_TYPE", {
	enumerable: true,
	get: function() {
		return PREDICATE_TYPE;
	}
});
Object.defineProperty(exports, "SUITES_IN_WORDS", {
	enumerable: true,
	get: function() {
		return SUITES_IN_WORDS;
	}
});
Object.defineProperty(exports, "StopSignals", {
	enumerable: true,
	get: function() {
		return StopSignals;
	}
});
Object.defineProperty(exports, "TOOL_VERSION", {
	enumerable: true,
	get: function() {
		return TOOL_VERSION;
	}
});
Object.defineProperty(exports, "USUAL_DAYS", {
	enumerable: true,
	get: function() {
		return USUAL_DAYS;
	}
});
Object.defineProperty(exports, "VerdictGuard", {
	enumerable: true,
	get: function() {
		return VerdictGuard;
	}
});
Object.defineProperty(exports, "alertPack", {
	enumerable: true,
	get: function() {
		return alertPack;
	}
});
Object.defineProperty(exports, "allCheckNames", {
	enumerable: true,
	get: function() {
		return allCheckNames;
	}
});
Object.defineProperty(exports, "asListed", {
	enumerable: true,
	get: function() {
		return asListed;
	}
});
Object.defineProperty(exports, "askGitWith", {
	enumerable: true,
	get: function() {
		return askGitWith;
	}
});
Object.defineProperty(exports, "caughtOf", {
	enumerable: true,
	get: function() {
		return caughtOf;
	}
});
Object.defineProperty(exports, "causeLine", {
	enumerable: true,
	get: function() {
		return causeLine;
	}
});
Object.defineProperty(exports, "causesOf", {
	enumerable: true,
	get: function() {
		return causesOf;
	}
});
Object.defineProperty(exports, "checkCount", {
	enumerable: true,
	get: function() {
		return checkCount;
	}
});
Object.defineProperty(exports, "checksumsOf", {
	enumerable: true,
	get: function() {
		return checksumsOf;
	}
});
Object.defineProperty(exports, "countedOf", {
	enumerable: true,
	get: function() {
		return countedOf;
	}
});
Object.defineProperty(exports, "directorySource", {
	enumerable: true,
	get: function() {
		return directorySource;
	}
});
Object.defineProperty(exports, "drillPassed", {
	enumerable: true,
	get: function() {
		return drillPassed;
	}
});
Object.defineProperty(exports, "drilledOf", {
	enumerable: true,
	get: function() {
		return drilledOf;
	}
});
Object.defineProperty(exports, "drillsThatAlert", {
	enumerable: true,
	get: function() {
		return drillsThatAlert;
	}
});
Object.defineProperty(exports, "durationSeconds", {
	enumerable: true,
	get: function() {
		return durationSeconds;
	}
});
Object.defineProperty(exports, "failureOf", {
	enumerable: true,
	get: function() {
		return failureOf;
	}
});
Object.defineProperty(exports, "fingerprintOf", {
	enumerable: true,
	get: function() {
		return fingerprintOf;
	}
});
Object.defineProperty(exports, "fixedDrills", {
	enumerable: true,
	get: function() {
		return fixedDrills;
	}
});
Object.defineProperty(exports, "followingOf", {
	enumerable: true,
	get: function() {
		return followingOf;
	}
});
Object.defineProperty(exports, "furtherLetters", {
	enumerable: true,
	get: function() {
		return furtherLetters;
	}
});
Object.defineProperty(exports, "hasPassed", {
	enumerable: true,
	get: function() {
		return hasPassed;
	}
});
Object.defineProperty(exports, "headingOf", {
	enumerable: true,
	get: function() {
		return headingOf;
	}
});
Object.defineProperty(exports, "historyNames", {
	enumerable: true,
	get: function() {
		return historyNames;
	}
});
Object.defineProperty(exports, "hostModule", {
	enumerable: true,
	get: function() {
		return hostModule;
	}
});
Object.defineProperty(exports, "identityOf", {
	enumerable: true,
	get: function() {
		return identityOf;
	}
});
Object.defineProperty(exports, "isMetricPrefix", {
	enumerable: true,
	get: function() {
		return isMetricPrefix;
	}
});
Object.defineProperty(exports, "isModuleHost", {
	enumerable: true,
	get: function() {
		return isModuleHost;
	}
});
Object.defineProperty(exports, "isStagingName", {
	enumerable: true,
	get: function() {
		return isStagingName;
	}
});
Object.defineProperty(exports, "isoSeconds", {
	enumerable: true,
	get: function() {
		return isoSeconds;
	}
});
Object.defineProperty(exports, "junitText", {
	enumerable: true,
	get: function() {
		return junitText;
	}
});
Object.defineProperty(exports, "knownToWire", {
	enumerable: true,
	get: function() {
		return knownToWire;
	}
});
Object.defineProperty(exports, "letterOf", {
	enumerable: true,
	get: function() {
		return letterOf;
	}
});
Object.defineProperty(exports, "notesOf", {
	enumerable: true,
	get: function() {
		return notesOf;
	}
});
Object.defineProperty(exports, "openSubject", {
	enumerable: true,
	get: function() {
		return openSubject;
	}
});
Object.defineProperty(exports, "parseCcxt", {
	enumerable: true,
	get: function() {
		return parseCcxt;
	}
});
Object.defineProperty(exports, "parseChecksums", {
	enumerable: true,
	get: function() {
		return parseChecksums;
	}
});
Object.defineProperty(exports, "parseExpected", {
	enumerable: true,
	get: function() {
		return parseExpected;
	}
});
Object.defineProperty(exports, "parseExpectedFailures", {
	enumerable: true,
	get: function() {
		return parseExpectedFailures;
	}
});
Object.defineProperty(exports, "parseHistory", {
	enumerable: true,
	get: function() {
		return parseHistory;
	}
});
Object.defineProperty(exports, "parseJson", {
	enumerable: true,
	get: function() {
		return parseJson;
	}
});
Object.defineProperty(exports, "parseNames", {
	enumerable: true,
	get: function() {
		return parseNames;
	}
});
Object.defineProperty(exports, "parseSettle", {
	enumerable: true,
	get: function() {
		return parseSettle;
	}
});
Object.defineProperty(exports, "parseSnapshot", {
	enumerable: true,
	get: function() {
		return parseSnapshot;
	}
});
Object.defineProperty(exports, "parseTimeLimits", {
	enumerable: true,
	get: function() {
		return parseTimeLimits;
	}
});
Object.defineProperty(exports, "placeOf", {
	enumerable: true,
	get: function() {
		return placeOf;
	}
});
Object.defineProperty(exports, "predicateOfEvidence", {
	enumerable: true,
	get: function() {
		return predicateOfEvidence;
	}
});
Object.defineProperty(exports, "processPorts", {
	enumerable: true,
	get: function() {
		return processPorts;
	}
});
Object.defineProperty(exports, "refuseLinkOut", {
	enumerable: true,
	get: function() {
		return refuseLinkOut;
	}
});
Object.defineProperty(exports, "refuseProblems", {
	enumerable: true,
	get: function() {
		return refuseProblems;
	}
});
Object.defineProperty(exports, "renderChecksums", {
	enumerable: true,
	get: function() {
		return renderChecksums;
	}
});
Object.defineProperty(exports, "renderEvidenceRef", {
	enumerable: true,
	get: function() {
		return renderEvidenceRef;
	}
});
Object.defineProperty(exports, "renderOrders", {
	enumerable: true,
	get: function() {
		return renderOrders;
	}
});
Object.defineProperty(exports, "renderPositions", {
	enumerable: true,
	get: function() {
		return renderPositions;
	}
});
Object.defineProperty(exports, "renderResultsJson", {
	enumerable: true,
	get: function() {
		return renderResultsJson;
	}
});
Object.defineProperty(exports, "renderSnapshot", {
	enumerable: true,
	get: function() {
		return renderSnapshot;
	}
});
Object.defineProperty(exports, "resultsLine", {
	enumerable: true,
	get: function() {
		return resultsLine;
	}
});
Object.defineProperty(exports, "rulesProvenBy", {
	enumerable: true,
	get: function() {
		return rulesProvenBy;
	}
});
Object.defineProperty(exports, "runDrills", {
	enumerable: true,
	get: function() {
		return runDrills;
	}
});
Object.defineProperty(exports, "runFireDrill", {
	enumerable: true,
	get: function() {
		return runFireDrill;
	}
});
Object.defineProperty(exports, "sameNameAs", {
	enumerable: true,
	get: function() {
		return sameNameAs;
	}
});
Object.defineProperty(exports, "seedOfCommit", {
	enumerable: true,
	get: function() {
		return seedOfCommit;
	}
});
Object.defineProperty(exports, "sha256", {
	enumerable: true,
	get: function() {
		return sha256;
	}
});
Object.defineProperty(exports, "smallestSuite", {
	enumerable: true,
	get: function() {
		return smallestSuite;
	}
});
Object.defineProperty(exports, "snapshotToWire", {
	enumerable: true,
	get: function() {
		return snapshotToWire;
	}
});
Object.defineProperty(exports, "suiteName", {
	enumerable: true,
	get: function() {
		return suiteName;
	}
});
Object.defineProperty(exports, "testRulesWith", {
	enumerable: true,
	get: function() {
		return testRulesWith;
	}
});
Object.defineProperty(exports, "totalsOf", {
	enumerable: true,
	get: function() {
		return totalsOf;
	}
});
Object.defineProperty(exports, "verdictOf", {
	enumerable: true,
	get: function() {
		return verdictOf;
	}
});
Object.defineProperty(exports, "verifySource", {
	enumerable: true,
	get: function() {
		return verifySource;
	}
});
Object.defineProperty(exports, "wantedLife", {
	enumerable: true,
	get: function() {
		return wantedLife;
	}
});
Object.defineProperty(exports, "writeBundle", {
	enumerable: true,
	get: function() {
		return writeBundle;
	}
});
