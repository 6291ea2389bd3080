"""SIGTERM in the middle of a stream of webhooks: what was acknowledged is there, and the process ends well."""

import contextlib
import signal
import sqlite3
import threading
import time

from production import WORKPLACE, Server
from test_postgres import deliver
from test_store import webhook


def test_a_server_that_is_told_to_stop_under_load_loses_nothing(tmp_path):
    server = Server(tmp_path).start()
    try:
        assert server.command("workplace", "add", WORKPLACE).returncode == 0
        path = webhook(server, server.database)
        numbers, acknowledged, is_over = iter(range(1_000_000)), set(), threading.Event()
        lock = threading.Lock()

        def load():
            while not is_over.is_set():
                with lock:
                    number = next(numbers)
                answer = deliver(server.port, path, number)
                if answer and answer[0] == 200:
                    acknowledged.add(number)

        threads = [threading.Thread(target=load) for _ in range(8)]
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + 30
        while len(acknowledged) < 100:
            assert time.monotonic() < deadline, server.meta.output
            time.sleep(0.02)
        status = server.meta.stop(signal.SIGTERM)
        is_over.set()
        for thread in threads:
            thread.join()
        assert status == 0, server.meta.output
        with contextlib.closing(sqlite3.connect(server.data / "store.sqlite")) as store:
            # In a delivery that waits, or in the events that it was taken apart into.
            stored = store.execute(
                "SELECT CAST(body AS TEXT) FROM ik_delivery UNION ALL SELECT content FROM ik_event").fetchall()
            # No lease is left behind.
            assert store.execute("SELECT count(*) FROM ik_event WHERE state = 2").fetchone() == (0,)
        bodies = "".join(body for body, in stored)
        assert not [number for number in acknowledged if f"wamid.{number:06d}" not in bodies]
        assert not [line for line in server.meta.lines if "the inbox cannot be read" in line]
    finally:
        for process in (server.meta, server.sandbox):
            process.stop()
