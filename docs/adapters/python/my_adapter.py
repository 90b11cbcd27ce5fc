"""Lets account-sync-drill drill a syncer written in Python: JSON lines on standard input and output.

Run by: account-sync-drill drill --syncer "python3 my_adapter.py"
Change what stands below "yours" to call your syncer; print nothing else to standard output.
"""

import json
import sys

from my_syncer import MySyncer  # yours


class Session:
    def __init__(self):
        self.syncer = MySyncer()  # yours

    def hello(self, request):
        versions = request["protocol"]
        if not versions["min"] <= 1 <= versions["max"]:
            raise ValueError("only protocol 1 is spoken here")
        return {"protocol": 1, "implementation": {"name": "my syncer", "version": "0.1", "language": "Python"}}

    def reset(self, request):
        self.syncer = MySyncer()  # yours: a fresh one, counters at zero
        return {}

    def sync(self, request):
        error = request.get("fetch_error")
        found = []
        if error is not None:
            self.syncer.fetch_failed(error)  # yours
        else:
            found = self.syncer.check(request["snapshot"], request["known_order_ids"], request["now"])  # yours
        return {
            "ok": error is None and not found,
            "mismatches": [{"rule": rule, "detail": detail} for rule, detail in found],
            "error": error,
            "last_ts": self.syncer.last_ts,
        }

    def metrics(self, request):
        return {"text": self.syncer.metrics(request["now"])}  # yours


def answer(session, request):
    kind, identity = request["type"], request["id"]
    if kind not in ("hello", "reset", "sync", "metrics"):
        return {"type": "error", "id": identity, "code": "unknown_type", "message": f"no request {kind}"}
    try:
        return {"type": f"{kind}_ok", "id": identity, **getattr(session, kind)(request)}
    except Exception as error:
        return {"type": "error", "id": identity, "code": type(error).__name__, "message": str(error)}


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    session = Session()
    for line in sys.stdin:
        request = json.loads(line)
        if request["type"] == "bye":
            return
        print(json.dumps(answer(session, request)), flush=True)


main()
