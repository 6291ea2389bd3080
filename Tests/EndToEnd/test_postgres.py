"""Two server processes on one PostgreSQL: both take webhooks, one is killed, the database goes and comes back."""

import json
import signal
import time

import pytest

from postgres import PostgreSQL
from processes import Process, answers, free_port, run
from production import META, WORKPLACE, Server, send
from torture.fleet import NUMBERS
from torture.provider import delivery
from torture.truth import Customer
from webhooks import post


@pytest.fixture
def postgres():
    with PostgreSQL() as server:
        yield server


def start(server, database, **changes) -> tuple:
    """One more process of the server, and its port."""
    port = free_port()
    process = Process([META, "serve"], env=server.env(DATABASE_URL=database, PORT=port, **changes), cwd=server.folder)
    deadline = time.monotonic() + 30
    while not answers(f"http://127.0.0.1:{port}/ready"):
        assert time.monotonic() < deadline, process.output
        time.sleep(0.05)
    return process, port


def deliver(port: int, path: str, number: int) -> tuple:
    """The status and the headers of the answer to one message."""
    return post(port, path, delivery([(Customer("+447700900123", NUMBERS[0]), f"wamid.{number:06d}")]))


def test_two_processes_on_one_database(tmp_path, postgres):
    database = postgres.url(postgres.database("meta"))
    server = Server(tmp_path)
    processes = []
    try:
        one, first = start(server, database)
        processes.append(one)
        two, second = start(server, database)
        processes.append(two)
        added = server.command("workplace", "add", WORKPLACE, DATABASE_URL=database)
        assert added.returncode == 0, added.stderr
        registration = postgres.execute("SELECT id FROM ik_registration ORDER BY created_at, id LIMIT 1", "meta").strip()
        path = f"/api/webhooks/{registration}"

        # The same message to both, and every other one to one of them only.
        for number in range(40):
            for port in (first, second) if number % 2 else (first,):
                assert deliver(port, path, number)[0] == 200
        acknowledged = set(range(40))

        two.stop(signal.SIGKILL)
        processes.remove(two)
        for number in range(40, 60):
            assert deliver(first, path, number)[0] == 200
            acknowledged.add(number)

        # The database goes: the provider is asked to come again, and the process lives.
        postgres.stop("fast")
        status, headers = deliver(first, path, 60)
        assert status == 503
        assert int(headers["Retry-After"]) > 0
        assert send(first, "GET", "/ready").status == 503
        assert send(first, "GET", "/health").status == 200
        # What the answer calls its reference is found in the log, which is JSON line by line.
        failed = send(first, "GET", "/admin/api/audit", headers={
            "Host": server.host, "Accept": "application/json", "Authorization": f"Bearer iko_{'A' * 43}"})
        assert failed.status == 503, failed.text
        reference = json.loads(failed.text)["reference"]
        found = [line for line in map(json.loads, list(one.lines)) if reference in line.values()]
        assert [line["level"] for line in found] == ["error"], one.output
        postgres.start()
        deadline = time.monotonic() + 30
        while deliver(first, path, 60)[0] != 200:
            assert time.monotonic() < deadline, one.output
            time.sleep(0.1)
        acknowledged.add(60)
        assert send(first, "GET", "/ready").status == 200

        # Everything that was acknowledged is there once, in the order in which it came.
        found = []
        deadline = time.monotonic() + 30
        while len(found) < len(acknowledged):
            assert time.monotonic() < deadline, one.output
            found = postgres.execute(
                "SELECT substring(content from 'wamid[.]([0-9]+)') FROM ik_event ORDER BY sequence", "meta").split()
            time.sleep(0.1)
        assert [int(number) for number in found] == sorted(acknowledged)
    finally:
        for process in processes + [server.sandbox]:
            process.stop()


def test_a_database_that_is_not_there_is_a_sentence(tmp_path):
    server = Server(tmp_path)
    try:
        url = "postgres://clinic:hidden-password@127.0.0.1:1/meta"
        result = run(META, "serve", env=server.env(DATABASE_URL=url), cwd=server.folder, seconds=30)
        assert result.returncode != 0
        assert "The database 127.0.0.1:1/meta cannot be opened" in result.stderr
        assert "refused" in result.stderr
        assert "hidden-password" not in result.stdout + result.stderr
    finally:
        server.sandbox.stop()
