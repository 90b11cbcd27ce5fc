const require_cli = require("./cli.js");
// src/self-test/sketch-syncer.ts
/** A small syncer made of habits: sound with none, broken in one way with one. */
var SketchSyncer = class {
	identity = {
		name: "sketch",
		version: "0",
		language: "TypeScript"
	};
	#habits;
	#now = 0;
	#lastTs = 0;
	#seen = {
		syncs: 0,
		scrapes: 0,
		shown: null
	};
	#metrics = this.#freshMetrics();
	constructor(habits) {
		this.#habits = habits;
	}
	async reset(now) {
		const { keeps } = this.#habits;
		this.#now = now;
		if (keeps === "everything") return;
		if (keeps !== "last ts") this.#lastTs = 0;
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
	#check({ snapshot: wire, knownOrderIds }) {
		const { find = require_cli.findMismatches, rejects = require_cli.isRegression } = this.#habits;
		const snapshot = require_cli.parseSnapshot(wire);
		const known = knownOrderIds === null ? null : new Set(knownOrderIds);
		const input = {
			snapshot,
			lastTs: this.#lastTs,
			knownOrderIds: known
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
		const mismatches = checked.found;
		return {
			ok: mismatches.length === 0,
			mismatches,
			error: null,
			lastTs: this.#lastTs
		};
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
		const { blame = same, onError, lastTsAfterError = same } = this.#habits;
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
	#freshMetrics() {
		return new require_cli.MetricsBuilder({ clock: () => this.#now });
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
/** A syncer in this process that is given up where it does not come back in time. */
var WatchedSyncer = class {
	#watched;
	#limit;
	/** @param limit ms for each call. */
	constructor(watched, limit) {
		this.#watched = watched;
		this.#limit = limit;
	}
	get identity() {
		return this.#watched.identity;
	}
	reset(now) {
		return this.#within(this.#watched.reset(now));
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
			timer = setTimeout(() => reject(new require_cli.DrillError("syncer_broke_off", why)), this.#limit);
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
/** Drills the sound sketch: what fails here makes every catch worthless. Empty where all holds. */
async function drillSoundSketch() {
	return (await drill({})).flatMap(({ id, checks }) => failedIn(checks).map((label) => `${id}: ${label}`));
}
/** Drills one broken syncer by the full suite. */
async function drillBroken({ wrong, caughtBy, habits }) {
	const failed = (await drill(habits)).filter(({ checks }) => failedIn(checks).length > 0);
	const runbook = require_cli.drillsOf("runbook", require_cli.DEFAULT_METRIC_PREFIX).map(({ id }) => id);
	const named = failed.find(({ id }) => id === caughtBy);
	return {
		wrong,
		named: caughtBy,
		check: named === void 0 ? null : failedIn(named.checks)[0] ?? null,
		drills: failed.map(({ id }) => id),
		byRunbook: failed.some(({ id }) => runbook.includes(id))
	};
}
async function drill(habits) {
	const syncer = new WatchedSyncer(new SketchSyncer(habits), CALL_LIMIT_MS);
	const { drills } = await require_cli.runDrills(require_cli.drillsOf("full", require_cli.DEFAULT_METRIC_PREFIX), syncer, require_cli.DEFAULT_METRIC_PREFIX);
	return drills;
}
function failedIn(checks) {
	return checks.filter(({ status }) => status === "failed").map(({ label }) => label);
}
// src/self-test/self-test-text.ts
const WRONG_WIDTH = 66;
/** What stands above the rows. */
function renderHead(size) {
	return [
		`Self-test: ${size} syncers, each broken in one way, drilled by the full suite. The drill that must catch`,
		`each was named before it ran. ${require_cli.checkCount("runbook")} means that the runbook's checks alone notice it, full that they cannot.`,
		"",
		`  drill  by    ${"a syncer that".padEnd(WRONG_WIDTH)}  check that caught it`,
		""
	].join("\n");
}
/** One row: caught or missed, by which drill and check. */
function renderCatch({ wrong, named, check, drills, byRunbook }) {
	const by = byRunbook ? String(require_cli.checkCount("runbook")) : "full";
	const instead = drills.length === 0 ? "no drill failed" : `failed instead: ${drills.join(", ")}`;
	const outcome = check ?? `MISSED by the drill named; ${instead}`;
	const row = `  ${named.toUpperCase().padEnd(5)}  ${check === null ? "-   " : by.padEnd(4)}  ${wrong.padEnd(WRONG_WIDTH)}  ${outcome}`;
	return `${require_cli.printable(row)}\n`;
}
/** The verdict, and what the runbook's checks are worth alone. */
function renderVerdict(catches) {
	const caught = catches.filter(({ check }) => check !== null).length;
	const byRunbook = catches.filter((one) => one.byRunbook).length;
	return [
		"",
		`=== Self-test: ${caught} of ${catches.length} caught by the drill named for it beforehand ===`,
		`The runbook's ${require_cli.checkCount("runbook")} checks alone notice ${byRunbook} of ${catches.length}; the other ${catches.length - byRunbook} need --suite full.`,
		""
	].join("\n");
}
// src/self-test/spoil-metrics.ts
/** Every value of one metric is another. */
function revalued(name, change, label = "") {
	const sample = new RegExp(`^(${require_cli.DEFAULT_METRIC_PREFIX}_${name}(?:\\{.*${label}.*\\})?) (\\S+)$`, "gm");
	return (text) => text.replace(sample, (_, series, value) => `${series} ${change(Number(value))}`);
}
/** The lines that match are missing. */
function lacking(pattern) {
	return (text) => text.split("\n").filter((line) => !pattern.test(line)).join("\n");
}
/** One word stands for another. */
function renamed(from, to) {
	return (text) => text.replaceAll(from, to);
}
// src/self-test/broken-counters.ts
/** Counters that count too little, too much, or something else. */
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
/** Metrics texts that lack something, name it otherwise, or are not to be read. */
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
/** Gauges that show something other than the account, or another time. */
const BROKEN_GAUGES = [
	{
		wrong: "computes the notional from qty instead of the rest",
		caughtBy: "t",
		habits: gauging((snapshot) => ({
			...snapshot,
			openOrders: snapshot.openOrders.map((order) => ({
				...order,
				filledQty: require_cli.decimal("0")
			}))
		}))
	},
	{
		wrong: "adds the notional up in floating point",
		caughtBy: "t",
		habits: notionalAs((price, rest) => rest > 0 ? price * rest : 0)
	},
	{
		wrong: "takes an overfilled order off the notional",
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
	const sum = ({ shown }) => (shown?.openOrders ?? []).map(({ price, qty, filledQty }) => part(Number(price.text), Number(qty.text) - Number(filledQty.text))).reduce((total, one) => total + one, 0);
	return { expose: (text, _, seen) => revalued("pending_notional", () => sum(seen))(text) };
}
// src/self-test/spoil-findings.ts
/** What is found, changed. */
function refind(change) {
	return (input) => change(require_cli.findMismatches(input), input);
}
/** Finds nothing of one rule that the test is true of. */
function blindTo(rule, test = () => true) {
	return refind((found) => found.filter((one) => one.rule !== rule || !test(one.detail)));
}
/** Finds something more of one rule: one finding for each name. */
function seeing(rule, names) {
	return refind((found, { snapshot }) => [...found, ...names(snapshot).map((detail) => ({
		rule,
		detail
	}))]);
}
/** Looks at the snapshot and the known ids through something. */
function through(change) {
	return (input) => require_cli.findMismatches(change(input));
}
/** Takes every order id, known ones too, for another. */
function readingIdsAs(change) {
	return through(({ snapshot, knownOrderIds, lastTs }) => ({
		lastTs,
		snapshot: {
			...snapshot,
			openOrders: snapshot.openOrders.map((order) => ({
				...order,
				orderId: change(order.orderId)
			}))
		},
		knownOrderIds: knownOrderIds === null ? null : new Set([...knownOrderIds].map(change))
	}));
}
/** Of the findings of one rule, the first so many. */
function firstOf(rule, most) {
	return refind((found) => {
		const kept = found.filter((one) => one.rule === rule).slice(0, most);
		return found.filter((one) => one.rule !== rule || kept.includes(one));
	});
}
/** What comes again, once for each time. */
function repeated(keys) {
	return keys.filter((key, index) => keys.indexOf(key) !== index);
}
// src/self-test/broken-orphans.ts
/** Ids and orphans taken wrongly, and findings that are reported wrongly. */
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
			knownOrderIds: input.knownOrderIds ?? /* @__PURE__ */ new Set()
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
			knownOrderIds: input.knownOrderIds === null ? null : /* @__PURE__ */ new Set()
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
/** Verdicts and findings that are told otherwise than they were made and counted. */
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
/** Duplicates and negative quantities: missed, or seen where there are none. */
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
		habits: { find: seeing("negative_qty", ({ openOrders }) => openOrders.flatMap(({ qty }) => qty.text.startsWith("-") ? zeroes(qty.text) : [])) }
	},
	{
		wrong: "flags a position that loses money",
		caughtBy: "k",
		habits: { find: seeing("negative_qty", ({ positions }) => positions.flatMap(({ symbol, unrealizedPnl: pnl }) => pnl !== null && require_cli.isNegative(pnl) ? [symbol] : [])) }
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
	return `${symbol} ${side} ${price.text} ${qty.text} ${/^known/.test(orderId)}`;
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
/** Failed fetches, state over a reset, the input: handled wrongly, or not at all. */
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
	return require_cli.canonicalJson(one) < require_cli.canonicalJson(other) ? -1 : 1;
}
function crash() {
	throw new Error("crashed");
}
function mutating(request, change) {
	const rows = require_cli.isRecord(request.snapshot) ? request.snapshot.open_orders : void 0;
	if (Array.isArray(rows) && rows.length > 1) change(rows);
	return request;
}
// src/self-test/broken-time.ts
/** Timestamps, empty accounts and rejected snapshots, misunderstood. */
const BROKEN_TIME = [
	{
		wrong: "takes an equal ts for a regression",
		caughtBy: "m",
		habits: regressing(({ snapshot, lastTs }) => snapshot.ts <= lastTs && lastTs > 0 && snapshot.ts > 0)
	},
	{
		wrong: "lets a ts that is a little older pass",
		caughtBy: "m",
		habits: regressing((input) => require_cli.isRegression(input) && input.lastTs - input.snapshot.ts > 10)
	},
	{
		wrong: "takes an empty account for a regression",
		caughtBy: "n",
		habits: regressing(({ snapshot, lastTs }) => snapshot.ts < lastTs)
	},
	{
		wrong: "takes any account without positions for an empty one",
		caughtBy: "u",
		habits: regressing((input) => require_cli.isRegression(input) && input.snapshot.positions.length > 0)
	},
	{
		wrong: "keeps last ts over an empty account, so that re-entry regresses",
		caughtBy: "n",
		habits: { lastTs: ({ input, snapshot }) => Math.max(input.lastTs, snapshot.ts) }
	},
	{
		wrong: "leaves the gauges as they were when the account empties",
		caughtBy: "n",
		habits: { gauge: ({ isRejected, snapshot }) => isRejected || require_cli.isEmptyAccount(snapshot) ? null : snapshot }
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
/** Where another drill of the runbook than the one that proves it injects a rule's fault too. */
const ALSO_FAILS = { orphan_order: "e" };
// src/self-test/zoo.ts
/** Every broken syncer. */
const ZOO = [
	...require_cli.RULES.map(({ name, provenBy }) => {
		const alsoFails = ALSO_FAILS[name];
		return {
			wrong: `misses ${name}`,
			caughtBy: provenBy,
			...alsoFails === void 0 ? {} : { alsoFails },
			habits: { find: blindTo(name) }
		};
	}),
	...BROKEN_RULES,
	...BROKEN_ORPHANS,
	...BROKEN_TIME,
	...BROKEN_STATE,
	...BROKEN_REPLIES,
	...BROKEN_COUNTERS,
	...BROKEN_GAUGES,
	...BROKEN_EXPOSITION
];
// src/self-test/self-test.ts
/**
* Drills every broken syncer and tells of each as soon as it is done.
*
* @returns whether each was caught by the drill named for it, and the sound sketch by none.
*/
async function selfTest(write, zoo = ZOO) {
	write(renderHead(zoo.length));
	const unsound = await drillSoundSketch();
	for (const label of unsound) write(`  UNSOUND: the sketch that all are made of fails ${label}\n`);
	const catches = [];
	for (const broken of zoo) {
		const one = await drillBroken(broken);
		write(renderCatch(one));
		catches.push(one);
	}
	write(renderVerdict(catches));
	return unsound.length === 0 && catches.every(({ check }) => check !== null);
}
exports.selfTest = selfTest;
