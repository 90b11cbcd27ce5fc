const require_rolldown_runtime = require("./shared-rolldown-runtime.js");
const require_created_series = require("./shared-created-series.js");
const require_life_checks = require("./shared-life-checks.js");
const require_parse_history = require("./shared-parse-history.js");
const require_field_reader = require("./shared-field-reader.js");
const require_mismatch_rules = require("./shared-mismatch-rules.js");
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
function withoutHaste(stretch) {
	return stretch.mood === "hectic" ? {
		...stretch,
		mood: "busy"
	} : stretch;
}
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
var Holdings = class {
	#byLeg = new Map();
	all() {
		return [...this.#byLeg.values()];
	}
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
	copyFrom(other) {
		this.#byLeg.clear();
		for (const holding of other.all()) this.#byLeg.set(keyOf$1(holding), holding);
	}
	dropFlat() {
		for (const [key, { lots }] of this.#byLeg) if (lots === 0) this.#byLeg.delete(key);
	}
};
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
var Book = class {
	#holdings = new Holdings();
	#orders = new Map();
	#loose = new Map();
	#random;
	#told = null;
	constructor(random) {
		this.#random = random;
	}
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
	adopt(venue) {
		this.#told = null;
		this.#holdings.copyFrom(venue.holdings);
		this.#orders.clear();
		this.#loose.clear();
		for (const { row } of venue.orders()) this.#orders.set(row.key, this.#said(row));
	}
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
			key: require_life_checks.orderKey(instrument, id),
			id,
			side: saysSide ? side : null,
			price: price === 0 ? null : price,
			qty
		};
	}
};
function toldPositions(holdings) {
	const told = new Map();
	for (const holding of holdings) {
		const { instrument, lots } = holding;
		const position = {
			instrument,
			side: sideOf(holding),
			marginMode: toldMargin(instrument, holding)
		};
		const key = require_life_checks.positionKey(position);
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
var Holds = class {
	#orders = new Set();
	#instruments = new Set();
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
const LONG = {
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
		...LONG
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
	...LONG
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
function drawListing(random) {
	const nameOf = random.pick(FORMS);
	const taken = new Set();
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
var Mail = class {
	#random;
	#hear;
	#lastDue = new Map();
	#letters = [];
	#isSlow = false;
	constructor(random, hear) {
		this.#random = random;
		this.#hear = hear;
	}
	slow(isSlow) {
		this.#isSlow = isSlow;
	}
	post(event, now) {
		const { symbol } = event.instrument;
		const due = Math.max(now + this.#delay(), this.#lastDue.get(symbol) ?? 0);
		this.#lastDue.set(symbol, due);
		this.#letters.push({
			due,
			event
		});
	}
	deliver(until) {
		const due = this.#letters.filter((letter) => letter.due <= until);
		this.#letters = this.#letters.filter((letter) => letter.due > until);
		for (const { due: at, event } of due) this.#hear(event, at);
	}
	deliverAll(now) {
		this.deliver(Number.MAX_SAFE_INTEGER);
		for (const [symbol, due] of this.#lastDue) this.#lastDue.set(symbol, Math.min(due, now));
	}
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
var OrderIds = class {
	#random;
	#prefix;
	#long;
	#counted;
	#countedOn = new Set();
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
	next({ symbol, idStyle }) {
		if (idStyle === "random") return this.#letters(20);
		if (idStyle === "long") return `${this.#prefix}${this.#nextLong()}`;
		if (!(!this.#isSpent && !this.#countedOn.has(symbol)) || this.#random.chance(40)) {
			this.#counted += 1;
			this.#countedOn = new Set();
			this.#isSpent = false;
		}
		this.#countedOn.add(symbol);
		return String(this.#counted);
	}
	nextAlone(instrument) {
		this.spendCounted();
		const id = this.next(instrument);
		this.spendCounted();
		return id;
	}
	spendCounted() {
		this.#isSpent = true;
	}
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
var Timeline = class {
	#due = [];
	plan(at, run) {
		let place = this.#due.length;
		while (place > 0 && (this.#due[place - 1]?.at ?? 0) > at) place -= 1;
		this.#due.splice(place, 0, {
			at,
			run
		});
	}
	advance(to) {
		for (let next = this.#due[0]; next !== void 0 && next.at <= to; next = this.#due[0]) {
			this.#due.shift();
			next.run(next.at);
		}
	}
};
// src/life/market/desk.ts
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
var OrdersToSend = class {
	#venue;
	#ids;
	#random;
	constructor(venue, ids, random) {
		this.#venue = venue;
		this.#ids = ids;
		this.#random = random;
	}
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
	scalp(instrument, now) {
		if (!this.#floor.holds.hasInstrument(instrument) && this.#random.chance(70)) this.#desk.send(this.#orders.market(instrument), now);
		else this.act(instrument, now);
	}
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
var Venue = class {
	holdings = new Holdings();
	#orders = new Map();
	#prices = new Map();
	#clockOffset;
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
	find({ row }) {
		return this.#orders.get(row.key);
	}
	priceOf({ symbol }) {
		return this.#prices.get(symbol) ?? 0;
	}
	movePrice({ symbol, startPrice }, ticks) {
		const low = Math.trunc(startPrice / 2);
		this.#prices.set(symbol, Math.max(low, Math.min(startPrice * 2, (this.#prices.get(symbol) ?? 0) + ticks)));
	}
	timeAt(now) {
		return now + this.#clockOffset;
	}
	accept(order, orderId, now) {
		const { instrument, clientOrderId, side, orderType, price, qty, filled, reduceOnly } = order;
		const shown = instrument.showsClientIds ? clientOrderId : null;
		const row = require_life_checks.orderRow({
			instrument,
			orderId,
			clientOrderId: shown,
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
	close(order, now, status = "CANCELED") {
		this.#orders.delete(order.row.key);
		return eventOf(order, {
			...order.row,
			status,
			ts: this.timeAt(now)
		}, false, null);
	}
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
var Market = class {
	listing;
	floor;
	#trader;
	#random;
	#now;
	#focus;
	#stretch = null;
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
	enter(stretch) {
		if (stretch === this.#stretch) return;
		this.#stretch = stretch;
		this.floor.mail.slow(stretch.mood === "hectic");
		this.#focus = this.#random.pick(this.listing.traded);
		this.#planNext(stretch, this.#now);
	}
	advance(to) {
		this.#now = Math.max(this.#now, to);
		this.floor.timeline.advance(to);
	}
	adopt() {
		this.floor.mail.discard();
		this.floor.book.adopt(this.floor.venue);
	}
	orders() {
		return this.floor.venue.orders().map(({ row }) => row);
	}
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
function positionDifferences(theirs, ours) {
	const unsaid = new Set([...theirs, ...ours].filter(({ marginMode }) => marginMode === null).map(sideKey));
	const balance = new Map();
	const add = (row, lots) => {
		const key = unsaid.has(sideKey(row)) ? sideKey(row) : require_life_checks.positionKey(row);
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
function sideKey({ instrument, side }) {
	return require_life_checks.positionKey({
		instrument,
		side,
		marginMode: null
	});
}
// src/life/model/differences.ts
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
function indexed(account) {
	return {
		account,
		orders: indexRows(account.orders, ({ key }) => key),
		positions: indexRows(account.positions, require_life_checks.positionKey)
	};
}
function indexRows(rows, keyOf) {
	const first = new Map();
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
var Streaks = class {
	#streaks = new Map();
	oldest(differences, at) {
		return Math.max(0, ...differences.map((difference) => at - this.#continued(difference, at).since));
	}
	see(differences, at, settle) {
		this.#streaks = new Map(differences.map((seen) => [keyOf(seen), this.#continued(seen, at)]));
		return differences.filter((seen) => {
			const streak = this.#streaks.get(keyOf(seen));
			return streak !== void 0 && hasSettled(streak, settle);
		});
	}
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
var ContractModel = class {
	#settle;
	#keepsLastTs;
	#streaks = new Streaks();
	#baseline = null;
	#lastTs = 0;
	constructor(settle, keepsLastTs) {
		this.#settle = settle;
		this.#keepsLastTs = keepsLastTs;
	}
	get lastTs() {
		return this.#lastTs;
	}
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
		const oneSided = require_life_checks.oneSidedFindings(now.rows);
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
		const back = this.#baseline === null ? [] : require_life_checks.rowsThatWentBack(now, this.#baseline);
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
			findings: require_mismatch_rules.MISMATCH_RULES.flatMap((rule) => findings.filter((finding) => finding.rule === rule)).map(({ rule, row }) => ({
				rule,
				row
			})),
			error: null,
			lastTs: this.#lastTs
		};
	}
};
// src/life/random.ts
const WORD = 2 ** 32;
var Random = class Random {
	#seed;
	#a = 0;
	#b = 0;
	#c = 0;
	#d = 1;
	constructor(seed) {
		this.#seed = seed;
		[this.#a, this.#b, this.#c] = [
			hash(seed, 2654435769),
			hash(seed, 2246822507),
			hash(seed, 3266489909)
		];
		for (let round = 0; round < 15; round++) this.#next();
	}
	fork(purpose) {
		return new Random(`${this.#seed}/${purpose}`);
	}
	below(limit) {
		const fair = WORD - WORD % limit;
		let drawn = this.#next();
		while (drawn >= fair) drawn = this.#next();
		return drawn % limit;
	}
	between(low, high) {
		return low + this.below(high - low + 1);
	}
	chance(percent) {
		return this.below(100) < percent;
	}
	pick(items) {
		const picked = this.pickAny(items);
		if (picked === void 0) throw new RangeError("nothing to pick from");
		return picked;
	}
	pickAny(items) {
		return items.length === 0 ? void 0 : items[this.below(items.length)];
	}
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
	asHealthy(view, known, at) {
		const differences = differencesOf(indexed(view.account), known);
		if (this.#races.oldest(differences, at) >= LONGEST_RACE) return this.calm(at);
		this.#races.see(differences, at, AT_ONCE);
		return view;
	}
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
function toldPart(known, telling, takes) {
	const [ids, orders, positions] = require_mismatch_rules.TELLABLE.map((part) => takes.includes(part) && telling !== "nothing" && (telling === "all" || part === "order_ids"));
	if (!ids && !orders && !positions) return null;
	const open = orders ? [] : known.orders.map(({ id }) => id);
	return {
		orderIds: ids ? [...new Set([...known.orderIds, ...open])] : null,
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
		this.#plan = new require_life_checks.Plan(options.divergences, options.syncs, random.fork("divergences"));
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
// src/life/deviations.ts
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
	return [...new Set([...mismatches.map(({ rule }) => rule), ...findings.map(({ rule }) => rule)])].flatMap((rule) => {
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
function countersOff({ processes }, expected, prefix) {
	return processes.flatMap((life) => {
		const syncs = expected.slice(life.from, life.to);
		const rules = require_mismatch_rules.MISMATCH_RULES.map((rule) => {
			const found = syncs.reduce((sum, { findings }) => sum + timesOf(rule, findings.map((each) => each.rule)), 0);
			return counterOff(life, `${prefix}_mismatches_total`, ["rule", rule], found);
		});
		const reasons = require_created_series.FETCH_ERROR_REASONS.map((reason) => {
			const met = timesOf(reason, syncs.map(({ error }) => error));
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
function timesOf(wanted, all) {
	return all.filter((one) => one === wanted).length;
}
// src/life/wire-form.ts
var WireForm = class {
	#orders = new WeakMap();
	line(step, expected) {
		return {
			at: step.at,
			...step.restart ? { restart: true } : {},
			known: knownWire(step.known),
			...typeof step.answer === "string" ? { fetch_error: step.answer } : { snapshot: this.snapshot(step.answer) },
			...expected === void 0 ? {} : { expect: expectWire(expected) }
		};
	}
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
		entry_price: require_field_reader.decimalFromUnits(entry, priceScale + 1).text,
		mark_price: price(instrument, mark),
		unrealized_pnl: side === "BOTH" ? null : require_field_reader.decimalFromUnits(gain, priceScale + 1 + lotScale).text,
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
	return require_field_reader.decimalFromUnits(ticks, priceScale).text;
}
function lots({ lotScale }, count) {
	return require_field_reader.decimalFromUnits(count, lotScale).text;
}
function withoutZeros(text) {
	return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
// src/life/feed.ts
async function feed(steps, syncer, wire, takesLastTs) {
	const replies = [];
	try {
		return {
			replies,
			processes: await processesOf(steps, syncer, wire, takesLastTs, replies)
		};
	} catch (cause) {
		throw new require_field_reader.DrillError("syncer_broke_off", `sync ${replies.length + 1}: ${require_field_reader.messageOf(cause)}`, { cause });
	}
}
async function processesOf(steps, syncer, wire, takesLastTs, replies) {
	const processes = [];
	let from = 0;
	const end = async (now) => {
		processes.push({
			from,
			to: replies.length,
			metrics: new require_created_series.MetricsText(await syncer.metrics(now), { wordOf: (label) => require_created_series.wordIn(syncer.names, label) })
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
function renderLifeLog(run, checks, provenMarker) {
	return `${[
		`Days of trading, seed ${run.seed}`,
		"",
		...run.days.flatMap(dayLines),
		...checks.flatMap(require_created_series.renderCheck),
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
		...planted.map(plantedLine).map(require_field_reader.printable),
		""
	];
}
function plantedLine({ kind, row, from, due, healed }) {
	return `  sync ${from + 1}: ${kind.name} (${row}); ${kind.foundBy} at sync ${due + 1}; healed at sync ${healed + 1}`;
}
// src/life/shrink.ts
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
async function shrinkHistory(steps, stillFails, limits = {}) {
	const shorter = await shrink(steps, stillFails, limits);
	const things = thingsIn(shorter);
	const withThings = (kept) => shorter.map((step) => only(step, new Set(kept)));
	const restricted = withThings(await shrink(things, (kept) => stillFails(withThings(kept)), limits));
	return shrink(await stillFails(restricted) ? restricted : shorter, stillFails, limits);
}
function thingsIn(steps) {
	const things = steps.flatMap(({ answer, known }) => [
		...typeof answer === "string" ? [] : [...answer.orders.map(({ key }) => key), ...answer.positions.map(legOf)],
		...(known?.orders ?? []).map(({ key }) => key),
		...(known?.positions ?? []).map(legOf),
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
		positions: positions.filter((row) => things.has(legOf(row))),
		ts
	};
}
function onlyOfKnown({ orderIds, orders, positions }, things) {
	return {
		orderIds: orderIds?.filter((id) => things.has(id)) ?? null,
		orders: orders?.filter(({ key }) => things.has(key)) ?? null,
		positions: positions?.filter((row) => things.has(legOf(row))) ?? null
	};
}
function legOf({ instrument, side }) {
	return require_life_checks.positionKey({
		instrument,
		side,
		marginMode: null
	});
}
// src/life/counterexample.ts
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
		expected: expectedOf(shrunk, judge, takesLastTs),
		settle: judge
	};
}
function historyText({ steps, expected, settle }) {
	const wire = new WireForm();
	const line = (step, sync) => ({
		...sync === 0 && require_created_series.hasGrace(settle) ? { settle: { ...settle } } : {},
		...wire.line(step, expected[sync])
	});
	return steps.map((step, sync) => `${JSON.stringify(line(step, sync))}\n`).join("");
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
async function leftOfMistake(days, suspect, { clock, ms }) {
	const judged = days.find(({ deviations, counters }) => deviations.length + counters.length > 0);
	const first = judged?.deviations[0] ?? judged?.counters[0];
	if (judged === void 0 || first === void 0) return {
		files: new Map(),
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
		const why = require_field_reader.printable(require_field_reader.messageOf(error));
		return {
			files: new Map(files),
			notes: [`no life_counterexample.jsonl: while it was sought, ${why}`]
		};
	}
}
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
		return [[name, `${require_created_series.canonicalJson(wire.snapshot(step.answer))}\n`], ...told];
	});
}
function expectedText(known) {
	const wire = knownWire(known);
	return `${require_created_series.canonicalJson(Array.isArray(wire) ? { order_ids: wire } : wire)}\n`;
}
// src/life/tally.ts
var Tally = class {
	#prefix;
	#found = new Set();
	#counted = new Map();
	#last;
	constructor(prefix) {
		this.#prefix = prefix;
	}
	add({ replies, processes }) {
		for (const { rule } of replies.flatMap(({ mismatches }) => mismatches)) this.#found.add(rule);
		for (const rule of require_mismatch_rules.MISMATCH_RULES) {
			const sum = processes.map(({ metrics }) => Number(metrics.valueOf(this.#series, ["rule", rule]))).reduce((all, one) => all + one, this.#counted.get(rule) ?? 0);
			this.#counted.set(rule, sum);
		}
		this.#last = processes.at(-1);
	}
	get caught() {
		return require_mismatch_rules.MISMATCH_RULES.filter((rule) => this.#found.has(rule));
	}
	get counted() {
		return this.caught.map((rule) => {
			const sum = this.#counted.get(rule) ?? 0;
			return Number.isNaN(sum) ? "absent" : String(sum);
		});
	}
	get metricLines() {
		const { metrics } = this.#last ?? {};
		return metrics === void 0 ? [] : this.caught.map((rule) => metrics.lineOf(this.#series, ["rule", rule]));
	}
	get metricsText() {
		return this.#last?.metrics.text ?? "";
	}
	get #series() {
		return `${this.#prefix}_mismatches_total`;
	}
};
// src/life/run-life.ts
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
		throw new require_field_reader.DrillError("syncer_broke_off", `seed ${seed}, day ${number}, ${require_field_reader.messageOf(cause)}`, { cause });
	}
}
function dayOptions({ seed, syncsADay, settle, takes }, number) {
	const asked = require_life_checks.CATALOGUE.filter(({ needs }) => needs.every((part) => takes.includes(part)));
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
	return day.expected.map((wanted, sync) => require_life_checks.plantedAt(day, sync) === void 0 ? {
		...wanted,
		findings: []
	} : wanted);
}
function resultOf(run, listed, tally, left) {
	const raw = require_life_checks.lifeChecks(run);
	const checks = listed === void 0 ? raw : raw.map((check) => require_parse_history.asListed(check, require_parse_history.LIFE_ID, listed));
	const passed = raw.every(({ status }) => status !== "failed");
	const planted = run.days.flatMap(({ day }) => day.planted);
	const proves = `${planted.length} divergences found in time, silent on healthy accounts`;
	const provenMarker = passed ? `drill_life_PROVEN: ${proves}` : null;
	const { text, leftOut } = require_created_series.withoutCreated(tally.metricsText);
	const syncs = run.days.reduce((sum, { day }) => sum + day.steps.length, 0);
	return {
		id: require_parse_history.LIFE_ID,
		title: require_parse_history.LIFE_TITLE,
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
var life_drill_exports = require_rolldown_runtime.__exportAll({ lifeDrill: () => lifeDrill });
const SHRINKING_MS = 2e4;
function lifeDrill(wanted, prefix, clock) {
	return {
		run: async (syncer, listed) => {
			await syncer.reset(0);
			const { settle = require_created_series.AT_ONCE, takes = require_created_series.TAKEN_BY_ALL } = syncer;
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
		id: require_parse_history.LIFE_ID,
		title: require_parse_history.LIFE_TITLE,
		injected: `divergences in ${days + 1} days of trading, seed ${seed}`,
		caught: [],
		counted: [],
		checks: require_life_checks.LIFE_LABELS.map((label) => ({
			label,
			stage: "found",
			status,
			expected: "as it must be",
			actual,
			...deviations !== void 0 && { deviations }
		})),
		provenMarker: null,
		metricLines: [],
		files: new Map([["drill_life_log.txt", `${actual}\n`]])
	};
}
Object.defineProperty(exports, "lifeDrill", {
	enumerable: true,
	get: function() {
		return lifeDrill;
	}
});
Object.defineProperty(exports, "life_drill_exports", {
	enumerable: true,
	get: function() {
		return life_drill_exports;
	}
});
