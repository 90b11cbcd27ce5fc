"""The same adapter where the syncer keeps its metrics with prometheus_client.

Run by: account-sync-drill drill --syncer "python3 my_prometheus_adapter.py"
"""

from my_adapter import SETTLE, main
from my_prometheus_metrics import Metrics
from my_syncer import REASONS, RULES, MySyncer


def make_syncer():
    # A registry of its own for each: the global one would remember the drill before.
    return MySyncer(Metrics(RULES, REASONS), SETTLE["syncs"], SETTLE["ms"])


main(make_syncer)
