"""A small account syncer, standing in for yours: positions, orders and ids compared, with a grace for what is in flight."""

from decimal import Decimal

from my_metrics import Metrics

RULES = (
    "ts_regression",
    "duplicate_key",
    "negative_qty",
    "impossible_fill",
    "orphan_order",
    "missing_order",
    "order_mismatch",
    "position_mismatch",
)
REASONS = ("timeout", "auth", "rate_limit", "network", "parse", "unknown")


class MySyncer:
    """`settle_syncs` and `settle_ms`: how often in a row, and how long, a difference of two sides must last."""

    def __init__(self, metrics=None, settle_syncs=1, settle_ms=0):
        self.metrics = metrics or Metrics(RULES, REASONS)
        self.settle_syncs = settle_syncs
        self.settle_ms = settle_ms
        self.last_ts = 0
        self.rows = {}
        self.lasting = {}

    def fetch_failed(self, reason):
        self.metrics.failed(reason)

    def check(self, snapshot, known, now):
        """Findings as (rule, detail). A snapshot that is too old moves nothing but the counters."""
        regressed = self._is_regression(snapshot)
        found = self._one_sided(snapshot, regressed, now)
        found += self._settled(differences(snapshot, known), now, regressed)
        found.sort(key=lambda finding: RULES.index(finding[0]))
        self.metrics.found(found, now)
        if not regressed:
            self.last_ts = snapshot["ts"]
            self.rows = rows_of(snapshot)
            self.metrics.accepted(snapshot)
        return found

    def _is_regression(self, snapshot):
        is_empty = snapshot["ts"] == 0 and not snapshot["positions"] and not snapshot["open_orders"]
        return snapshot["ts"] < self.last_ts and not is_empty

    def _one_sided(self, snapshot, regressed, now):
        positions, orders = snapshot["positions"], snapshot["open_orders"]
        found = []
        if regressed:
            found.append(("ts_regression", f"ts {snapshot['ts']} is before {self.last_ts}"))
        else:
            for key, row in rows_of(snapshot).items():
                if key in self.rows and went_back(self.rows[key], row, now):
                    found.append(("ts_regression", f"{' '.join(key)} went back"))
        for name in surplus(position_key(row) for row in positions):
            found.append(("duplicate_key", f"position {' '.join(name)} appears again"))
        for name in surplus(order_key(row) for row in orders):
            found.append(("duplicate_key", f"order {' '.join(name)} appears again"))
        for row in positions:
            if Decimal(row["qty"]) < 0:
                found.append(("negative_qty", f"position {row['symbol']} has qty {row['qty']}"))
        for row in orders:
            if row["qty"] is not None and Decimal(row["qty"]) < 0:
                found.append(("negative_qty", f"order {row['order_id']} has qty {row['qty']}"))
        for row in orders:
            if is_impossible(row):
                found.append(("impossible_fill", f"order {row['order_id']} has filled {row['filled_qty']} of {row['qty']}"))
        return found

    def _settled(self, differs, now, regressed):
        """Of the differences, those that have lasted. A snapshot that is too old lets nothing settle."""
        if self.settle_syncs == 1 and self.settle_ms == 0:
            return [finding for _, finding in differs]
        lasting = {}
        for key, _ in differs:
            since, syncs = self.lasting.get(key, (now, 0))
            lasting[key] = (since, syncs if regressed else syncs + 1)
        if not regressed:
            self.lasting = lasting
        return [
            finding
            for key, finding in differs
            if lasting[key][1] >= self.settle_syncs and now - lasting[key][0] >= self.settle_ms
        ]


def differences(snapshot, known):
    """What the exchange and the system do not agree on: what makes it the same difference, and (rule, detail)."""
    known = known or {}
    found = []
    orders = first_of_each(snapshot["open_orders"])
    told = known.get("orders")
    ids = known.get("order_ids")
    if told is not None or ids is not None:
        ours = set(ids or [])
        own = {(row["symbol"], row["order_id"]) for row in told or []}
        for row in snapshot["open_orders"]:
            names = [name for name in (row["order_id"], row.get("client_order_id")) if name]
            if not any(name in ours or (row["symbol"], name) in own for name in names):
                key = ("orphan_order", row["symbol"], row["order_id"])
                found.append((key, ("orphan_order", f"order {row['order_id']} on {row['symbol']} is not known")))
    for our in told or []:
        row = orders.get((our["symbol"], our["order_id"]))
        if row is None:
            key = ("missing_order", our["symbol"], our["order_id"])
            found.append((key, ("missing_order", f"order {our['order_id']} on {our['symbol']} is gone")))
            continue
        other = [name for name in ("side", "price", "qty") if is_other(name, our.get(name), row[name])]
        if other:
            said = tuple((name, our[name], row[name]) for name in other)
            text = ", ".join(f"{name} {row[name]}, ours {our[name]}" for name in other)
            key = ("order_mismatch", our["symbol"], our["order_id"], said)
            found.append((key, ("order_mismatch", f"order {our['order_id']} on {our['symbol']}: {text}")))
    if known.get("positions") is not None:
        found += position_differences(snapshot["positions"], known["positions"])
    return found


def position_differences(rows, ours):
    """By symbol and side, and by margin mode where both say one; what is not named is flat."""
    theirs = {}
    for row in rows:
        theirs.setdefault(position_key(row), magnitude(row))
    by_mode = {(our["symbol"], our["side"]) for our in ours if our.get("margin_mode")}
    sums = {}
    for (symbol, side, mode), qty in theirs.items():
        key = (symbol, side, mode if (symbol, side) in by_mode and mode else "")
        sums[key] = sums.get(key, Decimal(0)) + qty
    expected = {}
    for our in ours:
        key = (our["symbol"], our["side"], our.get("margin_mode") or "")
        if key not in sums and (key[0], key[1], "") in sums:
            key = (key[0], key[1], "")
        expected[key] = expected.get(key, Decimal(0)) + magnitude(our)
    found = []
    for key in sorted({**sums, **expected}):
        is_now, shall_be = sums.get(key, Decimal(0)), expected.get(key, Decimal(0))
        if is_now != shall_be:
            detail = f"position {' '.join(key).strip()} is {is_now}, ours {shall_be}"
            found.append((("position_mismatch", *key, str(is_now - shall_be)), ("position_mismatch", detail)))
    return found


def magnitude(row):
    qty = Decimal(row["qty"])
    return abs(qty) if row["side"] == "BOTH" else qty


def is_other(name, ours, theirs):
    if ours is None or theirs is None:
        return False
    return ours != theirs if name == "side" else Decimal(ours) != Decimal(theirs)


def position_key(row):
    return (row["symbol"], row["side"], row.get("margin_mode") or "")


def order_key(row):
    return (row["symbol"], row["order_id"])


def first_of_each(orders):
    """The orders by symbol and id, the exchange's and our own; of rows that are there twice, the first."""
    found = {}
    for row in orders:
        for name in (row["order_id"], row.get("client_order_id")):
            if name:
                found.setdefault((row["symbol"], name), row)
    return found


def rows_of(snapshot):
    """The rows by their key, to be compared with the next; not those that are there twice."""
    keyed = [(("position", *position_key(row)), row) for row in snapshot["positions"]]
    keyed += [(("order", *order_key(row)), row) for row in snapshot["open_orders"]]
    twice = set(surplus(key for key, _ in keyed))
    return {key: row for key, row in keyed if key not in twice}


FUTURE_MS = 300_000


def is_ahead(snapshot, now):
    return snapshot["ts"] > now + FUTURE_MS


def went_back(before, after, now):
    def is_less(name, read):
        old, new = before.get(name), after.get(name)
        return old is not None and new is not None and read(new) < read(old)

    times_are_sound = all(row["ts"] is None or row["ts"] <= now + FUTURE_MS for row in (before, after))
    fills_are_sound = not is_impossible(before) and not is_impossible(after)
    return (times_are_sound and is_less("ts", int)) or (fills_are_sound and is_less("filled_qty", Decimal))


def is_impossible(row):
    """A fill below zero, or above a quantity that is said and sound."""
    if row.get("filled_qty") is None:
        return False
    filled, qty = Decimal(row["filled_qty"]), row["qty"]
    return filled < 0 or (qty is not None and 0 <= Decimal(qty) < filled)


def surplus(keys):
    """Every key that came before, once for each time that it comes again."""
    seen = set()
    again = []
    for key in keys:
        if key in seen:
            again.append(key)
        seen.add(key)
    return again
