const require_rolldown_runtime = require("./shared-rolldown-runtime.js");
const require_field_reader = require("./shared-field-reader.js");
const require_mismatch_rules = require("./shared-mismatch-rules.js");
// src/life/check-causes.ts
function causesOf(off) {
	return [...new Set(off.map(({ kind }) => kind))].map(causeOf);
}
function causeOf(kind) {
	const [, how, rule = ""] = /^(missed|false) (.*)$/s.exec(kind) ?? [];
	if (how === "missed") return {
		kind: "missed",
		rule
	};
	if (how !== void 0) return {
		kind: require_mismatch_rules.MISMATCH_RULES.some((one) => one === rule) ? "surplus" : "unnamed",
		rule
	};
	return {
		kind: "other",
		what: `in days of trading: ${kind} is another`
	};
}
// src/life/rows.ts
function orderRow(fields) {
	const { instrument, orderId, clientOrderId } = fields;
	const clientKey = clientOrderId === null ? null : orderKey(instrument, clientOrderId);
	return {
		...fields,
		key: orderKey(instrument, orderId),
		clientKey
	};
}
function orderKey({ symbol }, id) {
	return `${symbol} ${id}`;
}
function positionKey(row) {
	return row.instrument.legs[row.side][row.marginMode ?? "UNSAID"];
}
// src/life/model/one-sided.ts
function oneSidedFindings({ account, positions, orders }) {
	return [
		...positions.surplus.map(finding("duplicate_key", nameOfPosition)),
		...orders.surplus.map(finding("duplicate_key", nameOfOrder)),
		...account.positions.filter(({ qty }) => qty < 0).map(finding("negative_qty", nameOfPosition)),
		...account.orders.filter(({ qty }) => qty !== null && qty < 0).map(finding("negative_qty", nameOfOrder)),
		...account.orders.filter(hasImpossibleFill).map(finding("impossible_fill", nameOfOrder))
	];
}
function hasImpossibleFill({ filled, qty }) {
	return filled !== null && (filled < 0 || qty !== null && qty >= 0 && filled > qty);
}
function nameOfOrder({ key }) {
	return `order ${key}`;
}
function nameOfPosition(row) {
	return `position ${positionKey(row)}`;
}
function finding(rule, nameOf) {
	return (row) => ({
		rule,
		row: nameOf(row)
	});
}
// src/life/divergences/agreed.ts
function agreedOrders({ account, known }) {
	return account.orders.flatMap((row) => {
		const told = known.orders.find((order) => isToldAs(row, order));
		return told !== void 0 && isAlike(row, told) && row.orderType !== "MARKET" ? [{
			row,
			known: told
		}] : [];
	});
}
function agreedPositions({ account, known }) {
	return account.positions.flatMap((row) => {
		const told = known.positions.find((position) => isToldFor(row, position));
		if (told === void 0 || row.qty === 0) return [];
		return account.positions.filter((other) => isToldFor(other, told)).reduce((total, other) => total + other.qty, 0) === told.qty ? [{
			row,
			known: told
		}] : [];
	});
}
function isToldAs(row, { key }) {
	return key === row.key || key === row.clientKey;
}
function isSameOrder(a, b) {
	return a.key === b.key;
}
function isSamePosition(a, b) {
	return positionKey(a) === positionKey(b);
}
function isToldFor(row, { instrument, side, marginMode }) {
	const sameMode = marginMode === null || row.marginMode === null || marginMode === row.marginMode;
	return instrument === row.instrument && side === row.side && sameMode;
}
function isAlike(row, { side, price, qty }) {
	return (side === null || side === row.side) && (price === null || price === row.price) && (qty === null || row.qty === null || qty === row.qty);
}
// src/life/divergences/altering.ts
function withOrders(view, change) {
	return {
		...view,
		account: {
			...view.account,
			orders: change(view.account.orders)
		}
	};
}
function withPositions(view, change) {
	return {
		...view,
		account: {
			...view.account,
			positions: change(view.account.positions)
		}
	};
}
function replacingOrder(view, order, change) {
	return withOrders(view, (rows) => rows.flatMap((row) => isSameOrder(row, order) ? change(row) : [row]));
}
function replacingPosition(view, position, change) {
	return withPositions(view, (rows) => rows.flatMap((row) => isSamePosition(row, position) ? change(row) : [row]));
}
function retellingOrder(view, order, change) {
	const isMeant = (told) => told.key === order.key;
	const orders = view.known.orders.map((told) => isMeant(told) ? {
		...told,
		...change
	} : told);
	return {
		...view,
		known: {
			...view.known,
			orders
		}
	};
}
function tellingMore(view, position, lots) {
	const others = view.known.positions.filter((told) => !isSamePosition(told, position));
	const told = view.known.positions.find((each) => isSamePosition(each, position));
	const positions = [...others, {
		...position,
		qty: (told?.qty ?? 0) + lots
	}];
	return {
		...view,
		known: {
			...view.known,
			positions
		}
	};
}
// src/life/divergences/of-orders.ts
const MISSING = {
	foundBy: "missing_order",
	needs: ["orders"]
};
const MISMATCH = {
	foundBy: "order_mismatch",
	needs: ["orders"]
};
const ORDER_DIVERGENCES = [
	{
		...MISSING,
		name: "an order of ours that is gone",
		putIn: "the row is missing",
		healed: "the row is back",
		begin: (scene) => ofHeld$1(scene, agreedOrders(scene.view), ({ row }) => (view) => replacingOrder(view, row, () => []))
	},
	{
		...MISSING,
		name: "an order of ours that is gone, while an answer comes whose ts has gone back",
		brings: "ts_regression",
		putIn: "the row is missing, and the second answer without it has an older ts",
		healed: "the row is back",
		begin: goneInterrupted
	},
	{
		...MISSING,
		name: "a page cut off",
		putIn: "the list of orders, newest first, ends before its oldest",
		healed: "the whole list comes again",
		begin: pageCutOff
	},
	{
		...MISSING,
		name: "no orders at all",
		putIn: "the orders' part of the answer is empty",
		healed: "it is filled again",
		begin: (scene) => ofHeld$1(scene, agreedOrders(scene.view), () => (view) => withOrders(view, () => []))
	},
	{
		...MISSING,
		name: "nothing at all: no orders and no positions",
		brings: "position_mismatch",
		putIn: "both parts of the answer are empty, with a ts or without",
		healed: "both are filled again",
		begin: (scene) => {
			const saysTs = scene.random.chance(50);
			return ofHeld$1(scene, agreedOrders(scene.view), () => (view) => {
				const ts = saysTs ? view.account.ts : 0;
				return {
					...view,
					account: {
						positions: [],
						orders: [],
						ts
					}
				};
			});
		}
	},
	{
		...MISSING,
		name: "an order that has ended and that we still believe open",
		putIn: "the exchange has cancelled or filled it, and the message was lost",
		healed: "the bot hears of it",
		begin: endedUnheard
	},
	{
		...MISMATCH,
		name: "an order on the other side",
		putIn: "the row says BUY for SELL, or SELL for BUY",
		healed: "it says the right side again",
		begin: (scene) => ofHeld$1(scene, told(scene, "side"), ({ row }) => (view) => replacingOrder(view, row, (now) => [{
			...now,
			side: now.side === "BUY" ? "SELL" : "BUY"
		}]))
	},
	{
		...MISMATCH,
		name: "an order at another price",
		putIn: "an amendment that one side missed, by a tick or more",
		healed: "it is heard of",
		begin: (scene) => ofHeld$1(scene, told(scene, "price"), (order) => otherValue(scene, order, "price"))
	},
	{
		...MISMATCH,
		name: "an order of another quantity",
		putIn: "an amendment that one side missed, by a lot or more",
		healed: "it is heard of",
		begin: (scene) => ofHeld$1(scene, told(scene, "qty"), (order) => otherValue(scene, order, "qty"))
	}
];
function ofHeld$1({ random, market }, candidates, alter) {
	const order = random.pickAny(candidates);
	if (order === void 0) return null;
	market.floor.holds.holdOrder(order.row);
	return {
		row: nameOfOrder(order.row),
		answers: null,
		alter: alter(order)
	};
}
function told({ view }, field) {
	return agreedOrders(view).filter(({ row, known }) => known[field] !== null && row[field] !== null);
}
function otherValue({ random }, { row, known }, field) {
	const more = random.chance(50) ? 1 : random.between(2, 50);
	if (random.chance(50)) return (view) => retellingOrder(view, known, { [field]: (known[field] ?? 0) + more });
	return (view) => replacingOrder(view, row, (now) => [{
		...now,
		[field]: (now[field] ?? 0) + more
	}]);
}
function goneInterrupted(scene) {
	if (scene.lastTs === 0) return null;
	const ts = scene.lastTs - 1;
	return ofHeld$1(scene, agreedOrders(scene.view), ({ row }) => (view, age) => {
		const gone = replacingOrder(view, row, () => []);
		return age === 1 ? {
			...gone,
			account: {
				...gone.account,
				ts
			}
		} : gone;
	});
}
function pageCutOff(scene) {
	const [oldest, second, ...others] = agreedOrders(scene.view);
	if (oldest === void 0 || second === void 0 || others.length === 0) return null;
	const last = scene.random.chance(60) ? oldest : second;
	scene.market.floor.holds.holdOrder(last.row);
	const alter = (view) => withOrders(view, (rows) => {
		const newestFirst = rows.toReversed();
		const end = newestFirst.findIndex((row) => isSameOrder(row, last.row));
		return newestFirst.slice(0, end < 0 ? rows.length : end);
	});
	return {
		row: nameOfOrder(last.row),
		answers: null,
		alter
	};
}
function endedUnheard(scene) {
	const order = scene.random.pickAny(agreedOrders(scene.view));
	if (order === void 0) return null;
	const { venue, mail } = scene.market.floor;
	const open = venue.orders().find(({ row }) => isSameOrder(row, order.row));
	if (open === void 0) return null;
	const ended = venue.close(open, scene.at);
	const alter = (view) => replacingOrder(view, order.row, () => []);
	return {
		row: nameOfOrder(order.row),
		answers: null,
		alter,
		heal: () => mail.post(ended, scene.at)
	};
}
// src/life/divergences/of-positions.ts
const POSITIONS = {
	foundBy: "position_mismatch",
	needs: ["positions"]
};
const POSITION_DIVERGENCES = [
	{
		...POSITIONS,
		name: "a position of another size",
		putIn: "a trade that only one side has counted, while trading goes on",
		healed: "the trade is counted",
		begin: anotherSize
	},
	{
		...POSITIONS,
		name: "a position that we do not know",
		putIn: "a position on a symbol that the bot never traded",
		healed: "it is closed",
		begin: ({ market, random, at }) => {
			const row = strangePosition(random.pick(market.listing.neverTraded), at, random);
			return lasting(row, (view) => withPositions(view, (rows) => [...rows, row]));
		}
	},
	{
		...POSITIONS,
		name: "a position of ours that is gone",
		putIn: "the row is missing, or there with size zero",
		healed: "the row is back",
		begin: (scene) => {
			const flat = scene.random.chance(30);
			return ofHeld(scene, agreedPositions(scene.view), ({ row }) => replacing(row, (now) => flat ? [{
				...now,
				qty: 0
			}] : []));
		}
	},
	{
		...POSITIONS,
		name: "a position whose side has flipped",
		putIn: "the row says the other side",
		healed: "it says the right side again",
		begin: (scene) => ofHeld(scene, flippable(scene.view), ({ row }) => replacing(row, (now) => [{
			...flipped(now),
			ts: null
		}]))
	},
	{
		...POSITIONS,
		name: "a hedge of which one leg is missing",
		putIn: "of a LONG and a SHORT on one symbol only one is listed",
		healed: "both are listed again",
		begin: (scene) => ofHeld(scene, hedged(scene.view), ({ row }) => replacing(row, () => []))
	},
	{
		...POSITIONS,
		name: "cross and isolated positions that have changed places",
		putIn: "each of the two has the other's size: their sum is right",
		healed: "each has its own size again",
		begin: (scene) => ofHeld(scene, inTwoModes(scene.view), ({ row }) => (view) => withPositions(view, swapModesOf(row)))
	}
];
function anotherSize(scene) {
	const agreed = scene.random.pickAny(agreedPositions(scene.view));
	if (agreed === void 0) return null;
	const { row, known } = agreed;
	const lots = scene.random.between(1, 60);
	const more = scene.random.chance(50) ? (view) => tellingMore(view, known, lots) : (view) => listingMore(view, row, lots);
	return lasting(row, (view, age) => {
		tradeOn(scene, row.instrument, age);
		return more(view);
	});
}
function tradeOn({ market: { floor } }, instrument, age) {
	floor.holds.busiest = age < 4 ? instrument : null;
	if (age > 12) floor.holds.holdInstrument(instrument);
}
function listingMore(view, position, lots) {
	if (view.account.positions.some((each) => isSamePosition(each, position))) return replacingPosition(view, position, (now) => [{
		...now,
		qty: now.qty + lots
	}]);
	return withPositions(view, (rows) => [...rows, {
		...position,
		qty: lots,
		ts: null
	}]);
}
function lasting(row, alter) {
	return {
		row: nameOfPosition(row),
		answers: null,
		alter
	};
}
function ofHeld({ random, market }, candidates, alter) {
	const agreed = random.pickAny(candidates);
	if (agreed === void 0) return null;
	market.floor.holds.holdInstrument(agreed.row.instrument);
	return lasting(agreed.row, alter(agreed));
}
function replacing(row, change) {
	return (view) => replacingPosition(view, row, change);
}
function flipped(row) {
	return {
		...row,
		side: row.side === "LONG" ? "SHORT" : "LONG"
	};
}
function flippable(view) {
	return agreedPositions(view).filter(({ row }) => row.side !== "BOTH" && !view.account.positions.some((each) => isSamePosition(each, flipped(row))));
}
function hedged(view) {
	const agreed = agreedPositions(view);
	return agreed.filter(({ row }) => agreed.some((other) => isSamePosition(other.row, flipped(row))));
}
function inTwoModes(view) {
	const agreed = agreedPositions(view).filter(({ known }) => known.marginMode !== null);
	return agreed.filter(({ row }) => agreed.some((other) => isOtherMode(row, other.row) && row.qty !== other.row.qty));
}
function swapModesOf(row) {
	return (rows) => rows.map((each) => {
		if (each.instrument !== row.instrument || each.side !== row.side) return each;
		const other = rows.find((candidate) => isOtherMode(each, candidate));
		return {
			...each,
			qty: other?.qty ?? each.qty
		};
	});
}
function isOtherMode(a, b) {
	return a.instrument === b.instrument && a.side === b.side && a.marginMode !== b.marginMode;
}
function strangePosition(instrument, at, random) {
	const side = instrument.mode === "one_way" ? "BOTH" : random.pick(["LONG", "SHORT"]);
	const [marginMode = null] = instrument.saysMargin ? instrument.margins : [];
	const price = instrument.startPrice;
	return {
		instrument,
		side,
		marginMode,
		qty: random.between(1, 300),
		entry: price * 10,
		mark: price,
		leverage: 5,
		ts: at
	};
}
// src/life/model/went-back.ts
const FAR_AHEAD = 3e5;
function rowsThatWentBack(now, before) {
	const [twiceNow, twiceBefore] = [twice(now), twice(before)];
	const went = (row, was, key) => {
		if (was === void 0 || was === row || twiceNow.has(key) || twiceBefore.has(key)) return false;
		return isLess(tsOf(row, now), tsOf(was, before)) || isLess(filledOf(row), filledOf(was));
	};
	const positions = [...now.rows.positions.first].filter(([key, row]) => went(row, before.rows.positions.first.get(key), key));
	const orders = [...now.rows.orders.first].filter(([key, row]) => went(row, before.rows.orders.first.get(key), key));
	return [...positions.map(([, row]) => nameOfPosition(row)), ...orders.map(([, row]) => nameOfOrder(row))].map((row) => ({
		rule: "ts_regression",
		row
	}));
}
function twice({ rows: { positions, orders } }) {
	return new Set([...positions.surplus.map(positionKey), ...orders.surplus.map(({ key }) => key)]);
}
function tsOf({ ts }, { at }) {
	return ts !== null && ts > at + 3e5 ? null : ts;
}
function filledOf(row) {
	return "filled" in row && !hasImpossibleFill(row) ? row.filled : null;
}
function isLess(now, before) {
	return now !== null && before !== null && now < before;
}
// src/life/divergences/of-rows.ts
const ROW_DIVERGENCES = [
	{
		name: "a position that is listed twice",
		foundBy: "duplicate_key",
		needs: [],
		putIn: "its row comes again, with the same size or another",
		healed: "it comes once",
		begin: (scene) => ofPosition(scene, ({ random }) => {
			const more = random.pick([
				0,
				0,
				1,
				25
			]);
			return (row) => [row, {
				...row,
				qty: row.qty + more
			}];
		})
	},
	{
		name: "an order that is listed twice",
		foundBy: "duplicate_key",
		needs: [],
		putIn: "its row comes again, the same or at another price; sometimes once more",
		healed: "it comes once",
		begin: (scene) => ofOrder(scene, ({ random }) => {
			const more = random.pick([
				0,
				0,
				1,
				25
			]);
			const times = random.chance(25) ? 2 : 1;
			return (row) => [row, ...Array.from({ length: times }, () => ({
				...row,
				price: row.price + more
			}))];
		})
	},
	{
		name: "a position of less than nothing",
		foundBy: "negative_qty",
		needs: [],
		brings: "position_mismatch",
		putIn: "its size comes with a minus",
		healed: "it comes without",
		begin: (scene) => ofPosition(scene, () => (row) => [{
			...row,
			qty: -Math.abs(row.qty)
		}])
	},
	{
		name: "an order of less than nothing",
		foundBy: "negative_qty",
		needs: [],
		brings: "order_mismatch",
		putIn: "its quantity comes with a minus",
		healed: "it comes without",
		begin: (scene) => ofOrder(scene, () => (row) => [{
			...row,
			qty: -Math.abs(row.qty ?? 1)
		}])
	},
	{
		name: "an order filled by more than its quantity",
		foundBy: "impossible_fill",
		needs: [],
		putIn: "filled is above qty, by a lot or more",
		healed: "filled is what it was",
		begin: (scene) => ofOrder(scene, ({ random }) => {
			const more = random.pick([
				1,
				1,
				40
			]);
			return (row) => [{
				...row,
				filled: (row.qty ?? 0) + more
			}];
		})
	},
	{
		name: "an order filled by less than nothing",
		foundBy: "impossible_fill",
		needs: [],
		putIn: "filled is below zero",
		healed: "filled is what it was",
		begin: (scene) => ofOrder(scene, ({ random }) => {
			const filled = -random.between(1, 40);
			return (row) => [{
				...row,
				filled
			}];
		})
	},
	{
		name: "an order filled by less than before",
		foundBy: "ts_regression",
		needs: [],
		putIn: "filled goes back",
		healed: "filled is what it was",
		begin: lessFilled
	},
	{
		name: "one row out of a cache",
		foundBy: "ts_regression",
		needs: [],
		putIn: "one order or position is as it was some answers ago, with its ts of then",
		healed: "it is as it is now",
		begin: outOfACache
	}
];
function ofOrder(scene, draw) {
	const orders = agreedOrders(scene.view).filter(({ row }) => row.qty !== null && row.filled !== null);
	const order = scene.random.pickAny(orders)?.row;
	if (order === void 0) return null;
	const change = draw(scene);
	scene.market.floor.holds.holdOrder(order);
	return about(scene, nameOfOrder(order), (view) => replacingOrder(view, order, change));
}
function ofPosition(scene, draw) {
	const positions = agreedPositions(scene.view).filter(({ row }) => row.side !== "BOTH");
	const position = scene.random.pickAny(positions)?.row;
	if (position === void 0) return null;
	const change = draw(scene);
	scene.market.floor.holds.holdInstrument(position.instrument);
	return about(scene, nameOfPosition(position), (view) => replacingPosition(view, position, change));
}
function about({ random }, row, alter) {
	return {
		row,
		answers: random.between(1, 3),
		alter
	};
}
function lessFilled(scene) {
	const { view, accepted, remembers, random, market } = scene;
	const before = new Map(remembers ? accepted.at(-1)?.orders.map((row) => [row.key, row.filled]) : []);
	const filledBefore = (row) => before.get(row.key) ?? 0;
	const order = random.pickAny(agreedOrders(view).filter(({ row }) => filledBefore(row) > 0))?.row;
	if (order === void 0) return null;
	const filled = random.below(filledBefore(order));
	market.floor.holds.holdOrder(order);
	return about(scene, nameOfOrder(order), (now) => replacingOrder(now, order, (row) => [{
		...row,
		filled
	}]));
}
function outOfACache({ at, view, accepted, remembers, random }) {
	const last = remembers ? accepted.at(-1) : void 0;
	if (last === void 0) return null;
	const orders = older(at, accepted, view.account.orders, last.orders, ({ orders: rows }) => rows, ({ key }) => key);
	const positions = older(at, accepted, view.account.positions, last.positions, ({ positions: rows }) => rows, positionKey);
	const plantings = [...orders.map((row) => ({
		row: nameOfOrder(row),
		answers: 1,
		alter: (now) => replacingOrder(now, row, () => [row])
	})), ...positions.map((row) => ({
		row: nameOfPosition(row),
		answers: 1,
		alter: (now) => replacingPosition(now, row, () => [row])
	}))];
	return random.pickAny(plantings) ?? null;
}
function older(at, accepted, now, last, rowsOf, keyOf) {
	const there = new Set(now.map(keyOf));
	const lastTs = new Map(last.map((row) => [keyOf(row), (row.ts ?? at) < at + 3e5 ? row.ts : null]));
	return accepted.flatMap((account) => rowsOf(account).filter((row) => {
		const ts = lastTs.get(keyOf(row)) ?? null;
		return there.has(keyOf(row)) && row.ts !== null && ts !== null && row.ts < ts;
	}));
}
// src/life/divergences/of-snapshots.ts
const BACK = {
	foundBy: "ts_regression",
	needs: []
};
const SNAPSHOT_DIVERGENCES = [
	{
		...BACK,
		name: "an answer whose ts has gone back",
		putIn: "the ts is older than the last, by a ms or by an hour; the rows are as they are now",
		healed: "the ts is that of now",
		begin: ({ lastTs, random }) => {
			if (lastTs === 0) return null;
			const ts = lastTs - random.pick([
				1,
				1,
				random.between(2, 6e4),
				36e5
			]);
			return {
				row: "snapshot",
				answers: random.between(1, 2),
				alter: (view) => ({
					...view,
					account: {
						...view.account,
						ts
					}
				})
			};
		}
	},
	{
		...BACK,
		name: "an empty answer whose ts has gone back",
		putIn: "no orders, no positions, and a ts that is older than the last and not 0",
		healed: "the answer of now",
		begin: ({ lastTs, random }) => {
			if (lastTs === 0) return null;
			const account = {
				orders: [],
				positions: [],
				ts: lastTs - random.between(1, 6e4)
			};
			return {
				row: "snapshot",
				answers: random.between(1, 2),
				alter: (view) => ({
					...view,
					account
				})
			};
		}
	},
	{
		...BACK,
		name: "an old answer given again",
		putIn: "an answer of a while ago, with its rows and its ts",
		healed: "the answer of now",
		begin: (scene) => oldAnswer(scene, scene.random.between(1, 4))
	},
	{
		foundBy: "ts_regression",
		needs: ["last_ts"],
		name: "an old answer given to a syncer that has just been started anew",
		putIn: "the syncer knows the last ts, nothing else, and the first answer is older",
		healed: "the answer of now",
		begin: (scene) => {
			const planting = oldAnswer(scene, scene.random.between(1, 2));
			return planting === null ? null : {
				...planting,
				restarts: true
			};
		}
	},
	{
		foundBy: "parse",
		needs: [],
		name: "an answer from the far future",
		putIn: "the ts is more than five minutes ahead of the clock, by a ms or a thousandfold",
		healed: "the ts is that of now",
		begin: ({ random, view: { account: { ts: now } } }) => {
			const times = now > 0 && random.chance(40);
			const ahead = FAR_AHEAD + random.pick([
				1,
				1,
				6e4,
				864e5
			]);
			return {
				row: "snapshot",
				answers: random.between(1, 2),
				alter: (view, age, at) => {
					const ts = times ? view.account.ts * 1e3 : at + ahead + age;
					return {
						...view,
						account: {
							...view.account,
							ts
						}
					};
				}
			};
		}
	}
];
function oldAnswer({ accepted, lastTs, random }, answers) {
	const older = accepted.filter(({ ts, orders, positions }) => ts < lastTs && orders.length + positions.length > 0);
	const account = random.pickAny(older);
	return account === void 0 ? null : {
		row: "snapshot",
		answers,
		alter: (view) => ({
			...view,
			account
		})
	};
}
// src/life/divergences/of-strange-orders.ts
const STRANGE_ORDER_DIVERGENCES = [
	{
		name: "an order that nobody of us has sent",
		foundBy: "orphan_order",
		needs: ["order_ids"],
		putIn: "an order more, with an id like ours",
		healed: "it is cancelled",
		begin: (scene) => {
			const { market, random, view } = scene;
			const like = random.pickAny(view.account.orders);
			if (like === void 0) return null;
			return strange(scene, {
				...like,
				orderId: market.floor.ids.nextAlone(like.instrument)
			});
		}
	},
	{
		name: "an order whose 64-bit id is ours but for the last digit",
		foundBy: "orphan_order",
		needs: ["order_ids"],
		putIn: "an order more on the same symbol",
		healed: "it is cancelled",
		begin: (scene) => {
			const { random, view } = scene;
			const order = random.pickAny(agreedOrders(view).filter(({ row }) => row.instrument.idStyle === "long"));
			if (order === void 0) return null;
			const taken = idsOn(scene);
			const ids = idsBefore(order.row.orderId);
			const orderId = random.pickAny(ids.filter((id) => !taken.has(id)));
			return orderId === void 0 ? null : strange(scene, {
				...order.row,
				orderId
			});
		}
	},
	{
		name: "an order that shares its id with one of ours on another symbol",
		foundBy: "orphan_order",
		needs: ["orders"],
		putIn: "an order more, on a symbol where that id is not ours",
		healed: "it is cancelled",
		begin: (scene) => {
			const { random, view, market } = scene;
			const loose = new Set(view.known.orderIds);
			const ours = agreedOrders(view).filter(({ row, known }) => known.id === row.orderId && !loose.has(row.orderId));
			const order = random.pickAny(ours);
			if (order === void 0) return null;
			const others = market.listing.traded.filter((instrument) => !idsOn(scene, instrument).has(order.row.orderId));
			const instrument = random.pickAny(others);
			if (instrument === void 0) return null;
			market.floor.holds.holdOrder(order.row);
			market.floor.ids.spendCounted();
			return strange(scene, {
				...order.row,
				instrument
			});
		}
	}
];
function strange({ at, random }, like) {
	const row = orderRow({
		...like,
		clientOrderId: null,
		filled: like.filled === null ? null : 0,
		status: "NEW",
		ts: at
	});
	const first = random.chance(50);
	return {
		row: nameOfOrder(row),
		answers: null,
		alter: (view) => withOrders(view, (rows) => first ? [row, ...rows] : [...rows, row])
	};
}
function idsBefore(id) {
	const last = Number(id.slice(-1));
	return Array.from({ length: last }, (_, digit) => `${id.slice(0, -1)}${digit}`);
}
function idsOn({ view: { account, known } }, instrument) {
	const isThere = (row) => instrument === void 0 || row.instrument === instrument;
	const listed = account.orders.filter(isThere).map(({ orderId }) => orderId);
	const told = known.orders.filter(isThere).map(({ id }) => id);
	return new Set([
		...listed,
		...told,
		...known.orderIds
	]);
}
// src/life/divergences/catalogue.ts
const CATALOGUE = [
	...POSITION_DIVERGENCES,
	...ORDER_DIVERGENCES,
	...STRANGE_ORDER_DIVERGENCES,
	...ROW_DIVERGENCES,
	...SNAPSHOT_DIVERGENCES
];
// src/life/plan.ts
const MORNING = 12;
const APART = 4;
function plantedAt({ planted }, sync) {
	return planted.find(({ from, healed }) => sync >= from && sync < healed);
}
var Plan = class {
	planted = [];
	random;
	#waiting;
	#slot;
	#from;
	#active = null;
	constructor(divergences, syncs, random) {
		this.random = random;
		this.#waiting = random.shuffled(divergences);
		this.#slot = Math.trunc((syncs - MORNING) / Math.max(1, divergences.length));
		this.#from = MORNING + random.below(Math.max(1, this.#slot));
	}
	get isDone() {
		return this.#waiting.length === 0 && this.#active === null;
	}
	get isActive() {
		return this.#active !== null;
	}
	get restartsNow() {
		return this.#active?.age === 1 && this.#active.planting.restarts === true;
	}
	isDue(sync) {
		return this.#active === null && this.#waiting.length > 0 && sync >= this.#from;
	}
	begin(scene, sync) {
		for (const [place, kind] of this.#waiting.entries()) {
			const planting = kind.begin(scene);
			if (planting === null) continue;
			this.#waiting.splice(place, 1);
			this.#active = {
				kind,
				planting,
				from: sync,
				longer: this.random.between(1, 4),
				age: 0,
				due: null
			};
			return;
		}
	}
	alter(view, at) {
		if (this.#active === null) return view;
		const altered = this.#active.planting.alter(view, this.#active.age, at);
		this.#active.age += 1;
		return stamped(altered);
	}
	saw(expected, sync) {
		const active = this.#active;
		if (active === null || !this.#isOver(active, expected, sync)) return false;
		const { kind, planting, from, due } = active;
		this.planted.push({
			kind,
			row: planting.row,
			from,
			due: due ?? sync,
			healed: sync + 1
		});
		planting.heal?.();
		this.#active = null;
		const pause = APART + this.random.below(Math.max(1, this.#slot));
		const left = this.#waiting.length;
		this.#from = sync + Math.min(pause, left === 0 ? pause : this.#slot * 2);
		return true;
	}
	#isOver(active, expected, sync) {
		const { kind, planting, longer, age } = active;
		if (kind.foundBy === expected.error || expected.findings.some(({ rule }) => rule === kind.foundBy)) active.due ??= sync;
		if (planting.answers !== null) return age >= planting.answers;
		return active.due !== null && sync >= active.due + longer;
	}
};
function stamped(view) {
	const { account, stamp } = view;
	const isEmpty = account.orders.length + account.positions.length === 0;
	return account.ts === 0 && !isEmpty ? {
		...view,
		account: {
			...account,
			ts: stamp
		}
	} : view;
}
// src/life/life-checks.ts
var life_checks_exports = require_rolldown_runtime.__exportAll({ LIFE_LABELS: () => LIFE_LABELS });
const AS_IT_MUST_BE = "as it must be";
const HEALTHY = "a healthy day is silent";
const BETWEEN = "silent in between, and once healed";
const REST = "ok, error and last_ts of every sync";
const COUNTERS = "counters exact";
const LIFE_LABELS = [
	HEALTHY,
	...CATALOGUE.map(labelOf),
	BETWEEN,
	REST,
	COUNTERS
];
function lifeChecks(run) {
	const { days } = run;
	const [healthy, diverged] = [days.filter(isHealthy), days.filter((day) => !isHealthy(day))];
	const found = (label, size) => ({
		stage: "found",
		label,
		size
	});
	return [
		checked(run, found(HEALTHY, syncsOf(healthy)), offAt(healthy, "silence")),
		...CATALOGUE.map((kind) => foundInTime(run, kind)),
		checked(run, found(BETWEEN, syncsOf(diverged)), offAt(diverged, "silence")),
		checked(run, found(REST, syncsOf(days)), offAt(days, "rest")),
		checked(run, {
			stage: "counted",
			label: COUNTERS,
			size: syncsOf(days)
		}, days.flatMap((day) => dated(day, day.counters)))
	];
}
function labelOf({ name, foundBy }) {
	return `${name}: found by ${foundBy} in time`;
}
function foundInTime({ days, takes, ...run }, kind) {
	const label = labelOf(kind);
	const lacking = kind.needs.find((part) => !takes.includes(part));
	if (lacking !== void 0) {
		const actual = `the syncer takes no ${lacking}`;
		return {
			label,
			stage: "found",
			status: "skipped",
			expected: AS_IT_MUST_BE,
			actual
		};
	}
	return checked(run, {
		stage: "found",
		label,
		size: `${days.reduce((sum, { day }) => sum + day.planted.filter((one) => one.kind === kind).length, 0)} times`
	}, offAt(days, kind));
}
function checked({ seed }, { stage, label, size }, off) {
	const expected = `${size}, ${AS_IT_MUST_BE}`;
	const [first, ...more] = off;
	if (first === void 0) return {
		label,
		stage,
		status: "passed",
		expected,
		actual: expected
	};
	const { number, sync, text } = first;
	const others = more.length === 0 ? "" : `; and ${more.length} more`;
	return {
		label,
		stage,
		status: "failed",
		expected,
		actual: require_field_reader.printable(`seed ${seed}, day ${number}, sync ${sync + 1}: ${text}${others}`),
		deviations: causesOf(off)
	};
}
function offAt(days, place) {
	return days.flatMap((judged) => dated(judged, judged.deviations).filter((deviation) => placeOf(judged, deviation) === place));
}
function placeOf({ day }, { sync, kind }) {
	const planted = plantedAt(day, sync);
	if (planted !== void 0) return planted.kind;
	return /^(?:false|missed) /.test(kind) ? "silence" : "rest";
}
function isHealthy({ day }) {
	return day.planted.length === 0;
}
function syncsOf(days) {
	return `${days.reduce((sum, { day }) => sum + day.steps.length, 0)} syncs`;
}
function dated({ number }, deviations) {
	return deviations.map((deviation) => ({
		...deviation,
		number
	}));
}
Object.defineProperty(exports, "CATALOGUE", {
	enumerable: true,
	get: function() {
		return CATALOGUE;
	}
});
Object.defineProperty(exports, "FAR_AHEAD", {
	enumerable: true,
	get: function() {
		return FAR_AHEAD;
	}
});
Object.defineProperty(exports, "LIFE_LABELS", {
	enumerable: true,
	get: function() {
		return LIFE_LABELS;
	}
});
Object.defineProperty(exports, "Plan", {
	enumerable: true,
	get: function() {
		return Plan;
	}
});
Object.defineProperty(exports, "lifeChecks", {
	enumerable: true,
	get: function() {
		return lifeChecks;
	}
});
Object.defineProperty(exports, "life_checks_exports", {
	enumerable: true,
	get: function() {
		return life_checks_exports;
	}
});
Object.defineProperty(exports, "oneSidedFindings", {
	enumerable: true,
	get: function() {
		return oneSidedFindings;
	}
});
Object.defineProperty(exports, "orderKey", {
	enumerable: true,
	get: function() {
		return orderKey;
	}
});
Object.defineProperty(exports, "orderRow", {
	enumerable: true,
	get: function() {
		return orderRow;
	}
});
Object.defineProperty(exports, "plantedAt", {
	enumerable: true,
	get: function() {
		return plantedAt;
	}
});
Object.defineProperty(exports, "positionKey", {
	enumerable: true,
	get: function() {
		return positionKey;
	}
});
Object.defineProperty(exports, "rowsThatWentBack", {
	enumerable: true,
	get: function() {
		return rowsThatWentBack;
	}
});
