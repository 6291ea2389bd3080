#!/usr/bin/env python3
"""Measures the running server, each figure beside something named in the same run.

usage: bench.py BINARIES [--seconds N]

Everything runs on loopback, is bounded in time and ends by itself.
"""
import argparse
import os
import pathlib
import re
import statistics
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Tests" / "EndToEnd"))
os.environ.setdefault("INTEGRATIONKIT_BINARIES", sys.argv[1] if len(sys.argv) > 1 else "")
from load import wrk, write_deliveries  # noqa: E402
from postgres import PostgreSQL  # noqa: E402
from processes import Process, Stack, answers, resident_mebibytes  # noqa: E402

CONNECTIONS = 32


def start_to_first_200(stack: Stack) -> float:
    """Milliseconds from exec to the first answer, over an existing database."""
    started = time.monotonic()
    stack.meta = Process(stack.meta.arguments, env=stack.env)
    while not answers(stack.url + "/health"):
        pass
    elapsed = (time.monotonic() - started) * 1000
    stack.meta.wait_for(r"/login\S+")
    return elapsed


class PostgresStack(Stack):
    """The same stack on a PostgreSQL, which waits for the disk as SQLite does."""

    def __init__(self, folder: pathlib.Path, database: str):
        super().__init__(folder)
        self.database = database

    @property
    def env(self) -> dict:
        return super().env | {"DATABASE_URL": self.database}


def measure_start(stack: Stack):
    times = []
    for _ in range(5):
        times.append(start_to_first_200(stack))
        time.sleep(1)
        memory = resident_mebibytes(stack.meta.pid)
        stack.meta.stop()
    print(f"start to first 200            {statistics.median(times):8.1f} ms")
    print(f"idle resident memory          {memory:8.1f} MiB")


def measure_webhooks(stack: Stack, store: str, seconds: int):
    stack.meta = Process(["taskset", "--cpu-list", "0", *stack.meta.arguments], env=stack.env)
    stack.meta.wait_for(r"/login\S+")
    empty = wrk(stack.url + "/health", seconds, CONNECTIONS, core=1)
    print(f"GET /health, {CONNECTIONS} connections   {empty[0]:8.0f} /s   p50 {empty[1]:.2f} ms  p99 {empty[2]:.2f} ms")
    listed = stack.command("webhooks", "--data", stack.folder)
    assert listed.returncode == 0, listed.stderr
    url = stack.url + "/api/webhooks/" + listed.stdout.split("/api/webhooks/")[1].split()[0]
    prepared = stack.folder / "deliveries.tsv"
    write_deliveries(prepared, 8_000 * seconds)
    stored = wrk(url, seconds, CONNECTIONS, prepared, core=1)
    assert stored[3] == 0, f"{stored[3]} requests were refused or failed"
    print(f"signed webhook to durable 200 {stored[0]:8.0f} /s   p50 {stored[1]:.2f} ms  p99 {stored[2]:.2f} ms"
          f"   {stored[0] / empty[0]:.0%} of /health, {store} (target on SQLite: 40 %)")
    forged = stack.folder / "forged.tsv"
    forged.write_text(re.sub(r"^sha256=....", "sha256=0000", prepared.read_text(), flags=re.M))
    refused = wrk(url, seconds, CONNECTIONS, forged, core=1)
    print(f"forged webhook refused        {refused[0]:8.0f} /s   p50 {refused[1]:.2f} ms  p99 {refused[2]:.2f} ms"
          f"   {refused[0] / empty[0]:.0%} of /health (target: 70 %)")
    print(f"resident memory after the load {resident_mebibytes(stack.meta.pid):7.1f} MiB")


def measure(stack: Stack, store: str, seconds: int):
    print(f"-- {store}")
    stack.start()
    try:
        stack.stop()
        stack.start_sandbox()
        measure_start(stack)
        measure_webhooks(stack, store, seconds)
    finally:
        for process in (stack.meta, stack.sandbox):
            if process:
                process.stop()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binaries")
    parser.add_argument("--seconds", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        measure(Stack(pathlib.Path(name)), "SQLite", options.seconds)
    with tempfile.TemporaryDirectory() as name, PostgreSQL(durable=True) as server:
        database = server.url(server.database("bench"))
        measure(PostgresStack(pathlib.Path(name), database), "PostgreSQL", options.seconds)


if __name__ == "__main__":
    main()
