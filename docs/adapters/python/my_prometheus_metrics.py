"""The same metrics by prometheus_client, on a registry of their own."""

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

from my_metrics import PREFIX, pending_notional


class Metrics:
    def __init__(self, rules, reasons):
        self.registry = CollectorRegistry()
        self.errors = self._counter("errors", "Failed syncs", "reason", reasons)
        self.mismatches = self._counter("mismatches", "Mismatches found", "rule", rules)
        self.last_mismatch = self._gauge(
            "last_mismatch_timestamp_seconds", "Unix time of the last mismatch, 0 until the first", ["rule"]
        )
        for rule in rules:
            self.last_mismatch.labels(rule)
        self.last_ts = self._gauge("last_ts", "Data timestamp in Unix ms")
        self.last_wall_ts = self._gauge("last_wall_ts", "Wall clock of the last sync in Unix ms")
        self.age = self._gauge("age_seconds", "Seconds since last_wall_ts")
        self.data_age = self._gauge("data_age_seconds", "Seconds since last_ts")
        self.positions = self._gauge("positions_count", "Positions")
        self.open_orders = self._gauge("open_orders_count", "Open orders")
        self.notional = self._gauge("pending_notional", "Price times what is left")
        self.times = {"data": 0, "wall": 0}

    def _gauge(self, name, text, labels=()):
        return Gauge(f"{PREFIX}_{name}", text, labels, registry=self.registry)

    def _counter(self, name, text, label, values):
        counter = Counter(f"{PREFIX}_{name}", text, [label], registry=self.registry)
        for value in values:
            counter.labels(value)  # at 0 from the start: increase() cannot see a series that is born at 1
        return counter

    def failed(self, reason):
        self.errors.labels(reason).inc()

    def found(self, findings, now):
        self.times["wall"] = now
        self.last_wall_ts.set(now)
        for rule, _ in findings:
            self.mismatches.labels(rule).inc()
            self.last_mismatch.labels(rule).set(now / 1000)

    def accepted(self, snapshot):
        self.times["data"] = snapshot["ts"]
        self.last_ts.set(snapshot["ts"])
        self.positions.set(len(snapshot["positions"]))
        self.open_orders.set(len(snapshot["open_orders"]))
        self.notional.set(pending_notional(snapshot["open_orders"]))

    def text(self, now):
        for gauge, since in ((self.age, self.times["wall"]), (self.data_age, self.times["data"])):
            gauge.set((now - since) / 1000 if since else 0)
        return generate_latest(self.registry).decode()
