#!/usr/bin/env python3
"""Measures webhooks from arrival to applied, on both stores, with one process and with three, and a flood.

usage: pipeline.py BINARIES [--seconds N] [--flood N]

Everything runs on loopback, is bounded in time and ends by itself.
"""
import argparse
import concurrent.futures
import contextlib
import os
import pathlib
import signal
import statistics
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Tests" / "EndToEnd"))
os.environ.setdefault("INTEGRATIONKIT_BINARIES", sys.argv[1] if len(sys.argv) > 1 else "")
from load import wrk, write_deliveries  # noqa: E402
from processes import resident_mebibytes  # noqa: E402
from production import Server  # noqa: E402
from torture.databases import Postgres, SQLite  # noqa: E402
from torture.fleet import Replica, open_workplaces, webhook_path  # noqa: E402

DONE = "SELECT count(*) FROM ik_event WHERE state = 3"
UNFINISHED = "SELECT (SELECT count(*) FROM ik_delivery WHERE state = 0) + (SELECT count(*) FROM ik_event WHERE state IN (0, 1, 2))"
WAITS = """
    SELECT (e.settled_at - d.received_at) / 1000 FROM ik_event e JOIN ik_delivery d ON d.id = e.delivery WHERE e.state = 3"""


def all_at_once(replicas: list, path: str, seconds: int, connections: int, files: list) -> tuple:
    """The same on every process: the sum of the rates, the worst of the latencies."""
    with concurrent.futures.ThreadPoolExecutor(len(replicas)) as pool:
        runs = list(pool.map(
            lambda pair: wrk(f"http://127.0.0.1:{pair[0].port}{path}", seconds, connections // len(replicas), pair[1]),
            zip(replicas, files)))
    return sum(run[0] for run in runs), max(run[1] for run in runs), max(run[2] for run in runs), sum(run[3] for run in runs)


def until_idle(database, seconds: float = 600) -> float:
    began = time.monotonic()
    while int(database.query(UNFINISHED)[0][0]):
        assert time.monotonic() < began + seconds, "the backlog does not shrink"
        time.sleep(0.1)
    return time.monotonic() - began


@contextlib.contextmanager
def fleet(store, count: int):
    with tempfile.TemporaryDirectory(prefix="ik-bench-") as name, contextlib.ExitStack() as stack:
        folder = pathlib.Path(name)
        server = Server(folder)
        stack.callback(server.sandbox.stop, signal.SIGKILL)
        database = stack.enter_context(store(folder))
        server.database = database.url
        replicas = [Replica(f"server {index + 1}", server) for index in range(count)]
        for replica in replicas:
            stack.callback(replica.stop_for_good)
            replica.start()
            replica.wait_until_ready()
        server.port = replicas[0].port
        open_workplaces(server)
        yield folder, server, database, replicas


def measure(store, count: int, seconds: int):
    with fleet(store, count) as (folder, server, database, replicas):
        print(f"-- {store.name}, {count} process(es), 32 connections, {seconds} s")
        empty = all_at_once(replicas, "/health", 5, 32, [None] * count)
        path = webhook_path(server)
        files = [folder / f"deliveries{index}" for index in range(count)]
        for index, file in enumerate(files):
            write_deliveries(file, 8_000 * seconds // count, first=index * 10_000_000)
        before = int(database.query(DONE)[0][0])
        stored = all_at_once(replicas, path, seconds, 32, files)
        assert stored[3] == 0, f"{stored[3]} requests were refused or failed"
        handled = (int(database.query(DONE)[0][0]) - before) / seconds
        backlog = int(database.query(UNFINISHED)[0][0])
        drained = until_idle(database)
        waits = sorted(int(wait) for wait, in database.query(WAITS))
        print(f"empty 200                     {empty[0]:8.0f} /s")
        print(f"signed webhook to durable 200 {stored[0]:8.0f} /s   p50 {stored[1]:.2f} ms  p99 {stored[2]:.2f} ms"
              f"   {stored[0] / empty[0]:.0%} of the empty 200")
        print(f"applied meanwhile             {handled:8.0f} /s   backlog {backlog}, gone after {drained:.1f} s more")
        print(f"from arrival to applied       p50 {statistics.median(waits):.0f} ms  p99 {waits[len(waits) * 99 // 100]} ms")


def flood(store, seconds: int):
    """Many more connections than it can serve, for a while: the memory every five seconds, and how it recovers."""
    with fleet(store, 1) as (folder, server, database, replicas):
        path, file = webhook_path(server), folder / "flood"
        write_deliveries(file, 5_000 * seconds)
        curve = [resident_mebibytes(replicas[0].pid)]
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            running = pool.submit(wrk, f"http://127.0.0.1:{replicas[0].port}{path}", seconds, 2_000, file)
            while not running.done():
                time.sleep(5)
                curve.append(resident_mebibytes(replicas[0].pid))
            rate, _, p99, refused = running.result()
        began = time.monotonic()
        replicas[0].wait_until_ready()
        recovered = time.monotonic() - began
        drained = recovered + until_idle(database)
        print(f"-- flood of {store.name}: 2,000 connections for {seconds} s")
        print(f"answered {rate:.0f} /s, of them 503 or cut off {refused}   p99 {p99:.0f} ms")
        print(f"resident memory every 5 s (MiB): {' '.join(f'{value:.0f}' for value in curve)}")
        print(f"ready again after {recovered:.1f} s, idle after {drained:.1f} s, {resident_mebibytes(replicas[0].pid):.0f} MiB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binaries")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--flood", type=int, default=60, help="seconds")
    options = parser.parse_args()
    measure(SQLite, 1, options.seconds)
    measure(Postgres, 1, options.seconds)
    measure(Postgres, 3, options.seconds)
    flood(SQLite, options.flood)


if __name__ == "__main__":
    main()
