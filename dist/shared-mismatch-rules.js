const require_field_reader = require("./shared-field-reader.js");
// src/syncer/known.ts
const TELLABLE = [
	"order_ids",
	"orders",
	"positions"
];
const NUMBER_EXPECTED = "expected a decimal as text, such as \"0.10\", or a Decimal";
const NOTHING_TOLD = {
	orderIds: null,
	orders: null,
	positions: null
};
function knownDecimal(value) {
	return typeof value === "string" ? require_field_reader.decimal(value) : value;
}
function isNumber(value) {
	return value instanceof require_field_reader.Decimal || typeof value === "string" && require_field_reader.isDecimalText(value);
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
	if (isSaid(price) && !isNumber(price)) refuse(`orders[${at}].price`, price);
	if (isSaid(qty) && !isNumber(qty)) refuse(`orders[${at}].qty`, qty);
}
function refuse(path, value) {
	throw new require_field_reader.DrillError("bad_input", `${path}: ${NUMBER_EXPECTED}, got ${require_field_reader.nameOf(value)}`);
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
	if (text.length <= MOST_CHARACTERS) return require_field_reader.quoted(text);
	return `${require_field_reader.quoted(text.slice(0, MOST_CHARACTERS))}… (${text.length} characters)`;
}
function orderName({ orderId, symbol }) {
	return `order ${named(orderId)} on ${named(symbol)}`;
}
function positionName(row) {
	const mode = isSaid(row.marginMode) ? ` ${row.marginMode}` : "";
	return `position ${named(row.symbol)} ${row.side}${mode}`;
}
function termsOf({ side, qty, price }) {
	const at = !isSaid(price) || require_field_reader.isZero(knownDecimal(price)) ? "" : `at ${knownDecimal(price).text}`;
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
	if (require_field_reader.isNegative(filled)) return true;
	return qty !== null && !require_field_reader.isNegative(qty) && require_field_reader.compareDecimals(filled, qty) > 0;
}
function findImpossibleFills({ snapshot }) {
	const found = [];
	for (const row of snapshot.openOrders) {
		const { filledQty, qty } = row;
		if (filledQty === null || require_field_reader.isZero(filledQty) || !isImpossibleFill(filledQty, qty)) continue;
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
	for (const row of positions) if (require_field_reader.isNegative(row.qty)) found.push({ detail: `${positionName(row)} has qty ${row.qty.text}` });
	return found;
}
function negativeOrders({ openOrders }) {
	const found = [];
	for (const row of openOrders) if (row.qty !== null && require_field_reader.isNegative(row.qty)) found.push({ detail: `${orderName(row)} has qty ${row.qty.text}` });
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
	return require_field_reader.compareDecimals(knownDecimal(ours), theirs) !== 0;
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
const FLAT = require_field_reader.decimal("0");
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
	const difference = require_field_reader.subtractDecimals(totalOf(theirs), totalOf(ours));
	if (require_field_reader.isZero(difference)) return;
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
	return more.reduce((total, row) => require_field_reader.subtractDecimals(total, require_field_reader.negated(sizeOf(row))), sizeOf(first));
}
function sizeOf({ side, qty }) {
	const size = knownDecimal(qty);
	return side === "BOTH" && require_field_reader.isNegative(size) ? require_field_reader.negated(size) : size;
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
	if (then === null || row.filledQty === null || require_field_reader.compareDecimals(row.filledQty, then) >= 0) return false;
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
const RUNBOOK_RULES = RULES.filter(({ askedBy }) => askedBy === "runbook").map(({ name }) => name);
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
function findMismatches(input) {
	return findEach(input).flatMap(({ rule, found }) => found.map(({ detail }) => ({
		rule: rule.name,
		detail
	})));
}
function ruleRow(rule) {
	const row = RULES.find(({ name }) => name === rule);
	if (row === void 0) throw new require_field_reader.DrillError("bad_input", `no rule ${rule}`);
	return row;
}
Object.defineProperty(exports, "AccountView", {
	enumerable: true,
	get: function() {
		return AccountView;
	}
});
Object.defineProperty(exports, "MARGIN_MODES", {
	enumerable: true,
	get: function() {
		return MARGIN_MODES;
	}
});
Object.defineProperty(exports, "MISMATCH_RULES", {
	enumerable: true,
	get: function() {
		return MISMATCH_RULES;
	}
});
Object.defineProperty(exports, "NOTHING_TOLD", {
	enumerable: true,
	get: function() {
		return NOTHING_TOLD;
	}
});
Object.defineProperty(exports, "NUMBER_EXPECTED", {
	enumerable: true,
	get: function() {
		return NUMBER_EXPECTED;
	}
});
Object.defineProperty(exports, "ORDER_SIDES", {
	enumerable: true,
	get: function() {
		return ORDER_SIDES;
	}
});
Object.defineProperty(exports, "POSITION_SIDES", {
	enumerable: true,
	get: function() {
		return POSITION_SIDES;
	}
});
Object.defineProperty(exports, "RULES", {
	enumerable: true,
	get: function() {
		return RULES;
	}
});
Object.defineProperty(exports, "RUNBOOK_RULES", {
	enumerable: true,
	get: function() {
		return RUNBOOK_RULES;
	}
});
Object.defineProperty(exports, "TELLABLE", {
	enumerable: true,
	get: function() {
		return TELLABLE;
	}
});
Object.defineProperty(exports, "findEach", {
	enumerable: true,
	get: function() {
		return findEach;
	}
});
Object.defineProperty(exports, "findMismatches", {
	enumerable: true,
	get: function() {
		return findMismatches;
	}
});
Object.defineProperty(exports, "isAhead", {
	enumerable: true,
	get: function() {
		return isAhead;
	}
});
Object.defineProperty(exports, "isEmptyAccount", {
	enumerable: true,
	get: function() {
		return isEmptyAccount;
	}
});
Object.defineProperty(exports, "isNumber", {
	enumerable: true,
	get: function() {
		return isNumber;
	}
});
Object.defineProperty(exports, "isRegression", {
	enumerable: true,
	get: function() {
		return isRegression;
	}
});
Object.defineProperty(exports, "isSaid", {
	enumerable: true,
	get: function() {
		return isSaid;
	}
});
Object.defineProperty(exports, "ruleRow", {
	enumerable: true,
	get: function() {
		return ruleRow;
	}
});
