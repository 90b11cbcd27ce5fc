"""Lets account-sync-drill drill a syncer written in Python: JSON lines on standard input and output.

Run by: account-sync-drill drill --syncer "python3 my_adapter.py"
Change what stands below "yours" to call your syncer; print nothing else to standard output.
"""

import json
import sys

from my_syncer import MySyncer, is_ahead  # yours

# yours: what it compares, and last_ts where it can be started with that of the one before it
TAKES = ["order_ids", "orders", "positions", "last_ts"]
SETTLE = {"syncs": 3, "ms": 10_000}  # yours: how long a difference lasts before it says so; 1 and 0 for at once


def make_syncer():
    return MySyncer(settle_syncs=SETTLE["syncs"], settle_ms=SETTLE["ms"])  # yours: a fresh one, counters at zero


class Session:
    def __init__(self, make):
        self.make = make
        self.syncer = None

    def hello(self, request):
        versions = request["protocol"]
        if not versions["min"] <= 2 <= versions["max"]:
            raise ValueError("only protocol 2 is spoken here")
        implementation = {"name": "my syncer", "version": "0.1", "language": "Python"}  # yours
        return {"protocol": 2, "implementation": implementation, "takes": TAKES, "settle": SETTLE}

    def reset(self, request):
        self.syncer = self.make()
        self.syncer.last_ts = request.get("last_ts") or 0  # yours
        return {}

    def sync(self, request):
        error = request.get("fetch_error")
        if error is None and is_ahead(request["snapshot"], request["now"]):
            error = "parse"  # accepted, it would make every later snapshot too old
        found = []
        if error is not None:
            self.syncer.fetch_failed(error)  # yours
        else:
            found = self.syncer.check(request["snapshot"], request["expected"], request["now"])  # yours
        return {
            "ok": error is None and not found,
            "mismatches": [{"rule": rule, "detail": detail} for rule, detail in found],
            "error": error,
            "last_ts": self.syncer.last_ts,
        }

    def metrics(self, request):
        return {"text": self.syncer.metrics.text(request["now"])}  # yours


def answer(session, request):
    kind, identity = request["type"], request["id"]
    if kind not in ("hello", "reset", "sync", "metrics"):
        return {"type": "error", "id": identity, "code": "unknown_type", "message": f"no request {kind}"}
    try:
        return {"type": f"{kind}_ok", "id": identity, **getattr(session, kind)(request)}
    except Exception as error:
        return {"type": "error", "id": identity, "code": type(error).__name__, "message": str(error)}


def main(make=make_syncer):
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    session = Session(make)
    for line in sys.stdin:
        request = json.loads(line)
        if request["type"] == "bye":
            return
        print(json.dumps(answer(session, request)), flush=True)


if __name__ == "__main__":
    main()
