"""A small account syncer, standing in for yours: the four rules and the nine metrics, nothing else."""

from decimal import Decimal

RULES = ("ts_regression", "duplicate_key", "negative_qty", "orphan_order")
REASONS = ("timeout", "auth", "rate_limit", "network", "parse", "unknown")


class MySyncer:
    def __init__(self, prefix="grinder_account_sync"):
        self.prefix = prefix
        self.last_ts = 0
        self.last_wall_ts = 0
        self.errors = dict.fromkeys(REASONS, 0)
        self.mismatches = dict.fromkeys(RULES, 0)
        self.positions = 0
        self.open_orders = 0
        self.pending_notional = Decimal(0)

    def fetch_failed(self, reason):
        self.errors[reason] += 1

    def check(self, snapshot, known_order_ids, now):
        """Findings as (rule, detail); a snapshot that is too old moves nothing but the counters."""
        found = self._find(snapshot, known_order_ids)
        self.last_wall_ts = now
        for rule, _ in found:
            self.mismatches[rule] += 1
        if not self._is_regression(snapshot):
            self.last_ts = snapshot["ts"]
            self.positions = len(snapshot["positions"])
            self.open_orders = len(snapshot["open_orders"])
            self.pending_notional = pending_notional(snapshot["open_orders"])
        return found

    def _is_regression(self, snapshot):
        is_empty = snapshot["ts"] == 0 and not snapshot["positions"] and not snapshot["open_orders"]
        return snapshot["ts"] < self.last_ts and not is_empty

    def _find(self, snapshot, known_order_ids):
        positions, orders = snapshot["positions"], snapshot["open_orders"]
        found = []
        if self._is_regression(snapshot):
            found.append(("ts_regression", f"ts {snapshot['ts']} is before {self.last_ts}"))
        for name in surplus(f"{row['symbol']} {row['side']}" for row in positions):
            found.append(("duplicate_key", f"position {name} appears again"))
        for name in surplus(row["order_id"] for row in orders):
            found.append(("duplicate_key", f"order {name} appears again"))
        for row in positions:
            if Decimal(row["qty"]) < 0:
                found.append(("negative_qty", f"position {row['symbol']} has qty {row['qty']}"))
        for row in orders:
            if Decimal(row["qty"]) < 0:
                found.append(("negative_qty", f"order {row['order_id']} has qty {row['qty']}"))
        if known_order_ids is not None:
            known = set(known_order_ids)
            for row in orders:
                if row["order_id"] not in known:
                    found.append(("orphan_order", f"order {row['order_id']} is not known"))
        return found

    def metrics(self, now):
        """The Prometheus text, as the /metrics endpoint serves it."""
        age = (now - self.last_wall_ts) / 1000 if self.last_wall_ts else 0
        data_age = (now - self.last_ts) / 1000 if self.last_ts else 0
        return "".join(
            [
                self._metric("last_ts", "gauge", "Data timestamp in Unix ms", self.last_ts),
                self._metric("last_wall_ts", "gauge", "Wall clock of the last sync in Unix ms", self.last_wall_ts),
                self._metric("age_seconds", "gauge", "Seconds since last_wall_ts", age),
                self._metric("data_age_seconds", "gauge", "Seconds since last_ts", data_age),
                self._metric("errors_total", "counter", "Failed syncs", self.errors, "reason"),
                self._metric("mismatches_total", "counter", "Mismatches found", self.mismatches, "rule"),
                self._metric("positions_count", "gauge", "Positions", self.positions),
                self._metric("open_orders_count", "gauge", "Open orders", self.open_orders),
                self._metric("pending_notional", "gauge", "Price times what is left", self.pending_notional),
            ]
        )

    def _metric(self, name, kind, text, value, label=None):
        full = f"{self.prefix}_{name}"
        if label is None:
            samples = f"{full} {value}\n"
        else:
            samples = "".join(f'{full}{{{label}="{key}"}} {count}\n' for key, count in value.items())
        return f"# HELP {full} {text}\n# TYPE {full} {kind}\n{samples}"


def surplus(keys):
    """Every key that came before, once for each time that it comes again."""
    seen = set()
    again = []
    for key in keys:
        if key in seen:
            again.append(key)
        seen.add(key)
    return again


def pending_notional(orders):
    rests = ((Decimal(row["price"]), Decimal(row["qty"]) - Decimal(row["filled_qty"])) for row in orders)
    return sum((price * rest for price, rest in rests if rest > 0), Decimal(0))
