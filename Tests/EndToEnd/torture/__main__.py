"""usage: python -m torture [--minutes N] [--store sqlite|postgres|both] [--seed N]

Everything runs on loopback, is bounded in time and ends by itself. The last line says what came of it.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from torture.databases import Postgres, SQLite
from torture.run import Plan, torture


def main() -> int:
    parser = argparse.ArgumentParser(prog="torture")
    parser.add_argument("--minutes", type=float, default=10, help="for each store")
    parser.add_argument("--store", choices=["sqlite", "postgres", "both"], default="both")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--rate", type=float, default=60, help="messages a second that come in, as is aimed at")
    parser.add_argument("--sends", type=float, default=2, help="messages a second that go out, as is aimed at")
    options = parser.parse_args()
    stores = {"sqlite": [SQLite], "postgres": [Postgres], "both": [SQLite, Postgres]}[options.store]
    outcomes = []
    for store in stores:
        plan = Plan(seconds=options.minutes * 60, seed=options.seed, rate=options.rate, sends=options.sends, customers=120)
        print(f"{store.name}, {store.replicas} process(es), seed {plan.seed}", flush=True)
        with tempfile.TemporaryDirectory(prefix="ik-torture-") as folder:
            outcome = torture(store, Path(folder), plan, tell=lambda line: print(line, flush=True))
        outcomes.append(outcome)
        print(f"{store.name}: {outcome.summary}", flush=True)
    total = outcomes[0]
    for outcome in outcomes[1:]:
        total = total + outcome
    print(total.summary)
    return 0 if total.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
