"""The metrics of an account syncer as Prometheus text, without any package."""

from decimal import Decimal

PREFIX = "grinder_account_sync"


class Metrics:
    def __init__(self, rules, reasons):
        # Every series at 0 from the start: increase() cannot see one that is born at 1.
        self.errors = dict.fromkeys(reasons, 0)
        self.mismatches = dict.fromkeys(rules, 0)
        self.last_mismatch = dict.fromkeys(rules, 0)
        self.last_ts = self.last_wall_ts = self.positions = self.open_orders = 0
        self.pending_notional = Decimal(0)

    def failed(self, reason):
        self.errors[reason] += 1

    def found(self, findings, now):
        """A fetch that came through, with what it found."""
        self.last_wall_ts = now
        for rule, _ in findings:
            self.mismatches[rule] += 1
            self.last_mismatch[rule] = now / 1000

    def accepted(self, snapshot):
        self.last_ts = snapshot["ts"]
        self.positions = len(snapshot["positions"])
        self.open_orders = len(snapshot["open_orders"])
        self.pending_notional = pending_notional(snapshot["open_orders"])

    def text(self, now):
        """As the /metrics endpoint serves it."""
        age = (now - self.last_wall_ts) / 1000 if self.last_wall_ts else 0
        data_age = (now - self.last_ts) / 1000 if self.last_ts else 0
        return "".join(
            [
                metric("last_ts", "gauge", "Data timestamp in Unix ms", self.last_ts),
                metric("last_wall_ts", "gauge", "Wall clock of the last sync in Unix ms", self.last_wall_ts),
                metric("age_seconds", "gauge", "Seconds since last_wall_ts", age),
                metric("data_age_seconds", "gauge", "Seconds since last_ts", data_age),
                metric("errors_total", "counter", "Failed syncs", self.errors, "reason"),
                metric("mismatches_total", "counter", "Mismatches found", self.mismatches, "rule"),
                metric(
                    "last_mismatch_timestamp_seconds",
                    "gauge",
                    "Unix time of the last mismatch, 0 until the first",
                    self.last_mismatch,
                    "rule",
                ),
                metric("positions_count", "gauge", "Positions", self.positions),
                metric("open_orders_count", "gauge", "Open orders", self.open_orders),
                metric("pending_notional", "gauge", "Price times what is left", self.pending_notional),
            ]
        )


def metric(name, kind, text, value, label=None):
    full = f"{PREFIX}_{name}"
    if label is None:
        samples = f"{full} {value}\n"
    else:
        samples = "".join(f'{full}{{{label}="{key}"}} {count}\n' for key, count in value.items())
    return f"# HELP {full} {text}\n# TYPE {full} {kind}\n{samples}"


def pending_notional(orders):
    """The sum of price times what is left; what has no quantity is left out, and no fill is nothing filled."""
    said = [row for row in orders if row["qty"] is not None]
    rests = ((Decimal(row["price"]), Decimal(row["qty"]) - Decimal(row["filled_qty"] or 0)) for row in said)
    return sum((price * rest for price, rest in rests if rest > 0), Decimal(0))
