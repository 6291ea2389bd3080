#!/usr/bin/env python3
"""Measures the running server, each figure beside something named in the same run.

usage: bench.py BINARIES [--seconds N]

Everything runs on loopback, is bounded in time and ends by itself.
"""
import argparse
import hashlib
import hmac
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Tests" / "EndToEnd"))
os.environ.setdefault("INTEGRATIONKIT_BINARIES", sys.argv[1] if len(sys.argv) > 1 else "")
from postgres import PostgreSQL  # noqa: E402
from processes import APP_SECRET, Process, Stack, answers  # noqa: E402

CONNECTIONS = 32


def deliveries(path: pathlib.Path, count: int, conversations: int):
    """Writes `count` different signed text messages of `conversations` people."""
    with path.open("w") as file:
        for index in range(count):
            sender = f"4477009{index % conversations:05d}"
            body = json.dumps({
                "object": "whatsapp_business_account",
                "entry": [{"id": "730119284455021", "changes": [{"field": "messages", "value": {
                    "messaging_product": "whatsapp",
                    "metadata": {"display_phone_number": "442079460155", "phone_number_id": "615520938471206"},
                    "contacts": [{"profile": {"name": f"Customer {sender}"}, "wa_id": sender}],
                    "messages": [{
                        "from": sender, "id": f"wamid.bench{index:012d}", "timestamp": str(int(time.time())),
                        "type": "text", "text": {"body": "Hi, do you still have the blue kettle in stock?"}}],
                }}]}],
            }, separators=(",", ":")).replace("/", "\\/")
            digest = hmac.new(APP_SECRET.encode(), body.encode(), hashlib.sha256).hexdigest()
            file.write(f"sha256={digest}\t{body}\n")


def wrk(url: str, seconds: int, env=None) -> tuple[float, float, float, int]:
    """Requests per second, p50 and p99 in milliseconds, errors."""
    script = ["--script", str(HERE / ("webhooks.lua" if env else "get.lua"))]
    output = subprocess.run(
        ["taskset", "--cpu-list", "1", "wrk", "--threads", "1", "--connections", str(CONNECTIONS),
         "--duration", f"{seconds}s", "--latency", *script, url],
        env=os.environ | (env or {}), capture_output=True, text=True, timeout=seconds + 60).stdout
    match = re.search(r"RESULT (\S+) (\S+) (\S+) (\S+)", output)
    assert match, output
    return float(match[1]), float(match[2]), float(match[3]), int(match[4])


def resident_mebibytes(pid: int) -> float:
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


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
    empty = wrk(stack.url + "/health", seconds)
    print(f"GET /health, {CONNECTIONS} connections   {empty[0]:8.0f} /s   p50 {empty[1]:.2f} ms  p99 {empty[2]:.2f} ms")
    listed = stack.command("webhooks", "--data", stack.folder)
    assert listed.returncode == 0, listed.stderr
    url = stack.url + "/api/webhooks/" + listed.stdout.split()[-1].rsplit("/", 1)[-1]
    prepared = stack.folder / "deliveries.tsv"
    deliveries(prepared, count=50_000, conversations=500)
    stored = wrk(url, seconds, {"DELIVERIES": str(prepared)})
    assert stored[3] == 0, f"{stored[3]} requests were refused or failed"
    print(f"signed webhook to durable 200 {stored[0]:8.0f} /s   p50 {stored[1]:.2f} ms  p99 {stored[2]:.2f} ms"
          f"   {stored[0] / empty[0]:.0%} of /health, {store} (target on SQLite: 40 %)")
    forged = stack.folder / "forged.tsv"
    forged.write_text(re.sub(r"^sha256=....", "sha256=0000", prepared.read_text(), flags=re.M))
    refused = wrk(url, seconds, {"DELIVERIES": str(forged)})
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
