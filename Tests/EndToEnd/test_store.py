"""The store as a whole: copied between SQLite and PostgreSQL, backed up while serving, restored, looked at by doctor."""

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import time

import pytest

from postgres import PostgreSQL, _program
from processes import Process, answers
from test_postgres import deliver, start
from production import META, WORKPLACE, Server


@pytest.fixture(scope="module")
def postgres():
    with PostgreSQL() as server:
        yield server


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path)
    yield server
    server.sandbox.stop()


def fill(server, database=None, numbers=range(20)):
    """A server runs, a workplace is made and webhooks come. The path that they came to."""
    database = database or f"sqlite:{server.data}/store.sqlite"
    process, port = start(server, database)
    try:
        assert server.command("workplace", "add", WORKPLACE, DATABASE_URL=database).returncode == 0
        path = webhook(server, database)
        for number in numbers:
            assert deliver(port, path, number)[0] == 200
    finally:
        assert process.stop() == 0
    return path


def webhook(server, database):
    printed = server.command("webhooks", DATABASE_URL=database).stdout
    return "/api/webhooks/" + printed.split("/api/webhooks/")[1].split()[0]


def serves(server, database, path, number=5):
    """Whether a server on this store starts, knows the webhook's address and a message that came before."""
    process, port = start(server, database)
    try:
        status = deliver(port, path, number)[0]
        return status == 200 and server.command("workplace", "list", DATABASE_URL=database).stdout.startswith(WORKPLACE)
    finally:
        assert process.stop() == 0


def tables(path):
    """Every row of an SQLite store but for what belongs to each store itself."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        names = [name for name, in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('ik_schema_log', 'ik_probe', 'ik_copy')")]
        return {name: sorted(database.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def copy(server, source, target, status=0):
    result = server.command("store", "copy", "--from", source, "--to", target)
    assert result.returncode == status, result.stdout + result.stderr
    return result.stdout + result.stderr


def test_a_store_moves_to_postgresql_and_back(server, postgres, tmp_path):
    path = fill(server)
    file = server.data / "store.sqlite"
    before = tables(file)
    target = postgres.url(postgres.database("moved"))
    assert "each compared" in copy(server, f"sqlite:{file}", target)
    assert postgres.execute("SELECT count(*) FROM ik_delivery", "moved").strip() == "20"
    copy(server, target, f"sqlite:{tmp_path}/back.sqlite")
    assert tables(tmp_path / "back.sqlite") == before
    # Both serve; the target goes on counting where the source ended.
    assert serves(server, target, path)
    assert serves(server, f"sqlite:{tmp_path}/back.sqlite", path)
    assert postgres.execute("SELECT count(*), max(sequence) FROM ik_delivery", "moved").strip() == "21|21"
    # References are guarded again.
    guards = postgres.execute("SELECT count(*) FROM pg_constraint WHERE contype = 'f'", "moved")
    postgres.execute('CREATE DATABASE "fresh"')
    assert server.command("workplace", "add", "x", DATABASE_URL=postgres.url("fresh")).returncode == 0
    assert postgres.execute("SELECT count(*) FROM pg_constraint WHERE contype = 'f'", "fresh") == guards


def test_a_copy_that_was_killed_goes_on(server, postgres):
    path = fill(server, numbers=range(3))
    file = server.data / "store.sqlite"
    with contextlib.closing(sqlite3.connect(file)) as database, database:
        database.executemany(
            "INSERT INTO ik_delivery (id, registration, webhook, received_at, settled_at, body, state) VALUES (?, '', 'w', 1, 1, ?, 1)",
            ((f"dlv_{number:06d}", os.urandom(300)) for number in range(20_000)))
    target = postgres.url(postgres.database("killed"))
    process = Process([META, "store", "copy", "--from", file, "--to", target], env=server.env(), cwd=server.folder)
    process.wait_for("credential: ")
    process.stop(signal.SIGKILL)
    copied = int(postgres.execute("SELECT count(*) FROM ik_delivery", "killed"))
    assert copied < 20_003
    # Half of a store is none.
    refused = server.command("workplace", "list", DATABASE_URL=target)
    assert refused.returncode == 1 and "not finished" in refused.stderr
    said = copy(server, f"sqlite:{file}", target)
    assert f"delivery: {20_003 - copied} rows" in said
    assert postgres.execute("SELECT count(*) FROM ik_delivery", "killed").strip() == "20003"
    assert serves(server, target, path, number=1)


def test_what_must_not_be_copied(server, postgres, tmp_path):
    source = f"sqlite:{server.data}/store.sqlite"
    fill(server, numbers=range(2))
    used = postgres.url(postgres.database("used"))
    fill(server, used, numbers=range(2))
    assert "is not empty" in copy(server, source, used, status=1)
    assert "no store" in copy(server, f"sqlite:{tmp_path}/nothing.sqlite", used, status=1)
    assert "the same store" in copy(server, source, source, status=2)
    empty = postgres.url(postgres.database("empty"))
    for running in (source, used):
        process, _ = start(server, running)
        try:
            assert "in use" in copy(server, running, empty, status=1)
        finally:
            assert process.stop() == 0
    copy(server, source, empty)
    assert "finished copy" in copy(server, source, empty, status=1)
    assert "copy of another store" in copy(server, used, empty, status=1)


def test_a_backup_is_made_while_serving_and_serves(server, tmp_path):
    database = f"sqlite:{server.data}/store.sqlite"
    path = fill(server, numbers=range(5))
    process, port = start(server, database)
    try:
        assert deliver(port, path, 5)[0] == 200
        made = server.command("store", "backup", tmp_path / "backup.sqlite")
        assert made.returncode == 0, made.stderr
        assert deliver(port, path, 6)[0] == 200
        again = server.command("store", "backup", tmp_path / "backup.sqlite")
        assert again.returncode == 1 and "is there already" in again.stderr
    finally:
        assert process.stop() == 0
    assert (tmp_path / "backup.sqlite").stat().st_mode & 0o777 == 0o600
    with contextlib.closing(sqlite3.connect(tmp_path / "backup.sqlite")) as backup:
        assert backup.execute("SELECT count(*) FROM ik_delivery").fetchone() == (6,)
    for left in server.data.glob("store.sqlite*"):
        left.unlink()
    (tmp_path / "backup.sqlite").rename(server.data / "store.sqlite")
    assert serves(server, database, path)


def test_a_dump_of_postgresql_serves(server, postgres, tmp_path):
    database = postgres.url(postgres.database("dumped"))
    path = fill(server, database, numbers=range(5))
    refused = server.command("store", "backup", tmp_path / "backup.sqlite", DATABASE_URL=database)
    assert refused.returncode == 1 and "pg_dump" in refused.stderr
    dump = tmp_path / "dump"
    restored = postgres.url(postgres.database("restored"))
    for program, arguments in (
        ("pg_dump", ["--format=custom", f"--file={dump}", database]),
        ("pg_restore", ["--no-owner", f"--dbname={restored}", dump]),
    ):
        subprocess.run([_program(program), *arguments], check=True, timeout=120)
    assert serves(server, restored, path)


def test_the_doctor_says_how_to_mend_things(server):
    def findings(status, **changes):
        result = server.command("doctor", "--format", "json", **changes)
        assert result.returncode == status, result.stdout + result.stderr
        report = json.loads(result.stdout)
        assert report["ok"] == (status == 0)
        assert all(check["advice"] for check in report["checks"] if check["status"] == "warning")
        return {(check["subject"], check["status"]): check for check in report["checks"]}

    missing = findings(1, META_APP_ID=None, INTEGRATION_SECRET_KEYS=None)
    assert ("Settings", "problem") in missing
    assert ("Database", "problem") in findings(1)
    path = fill(server, numbers=range(2))
    url = f"http://127.0.0.1:{server.port}"
    assert ("Public address", "problem") in findings(1, PUBLIC_URL=url)
    process = Process([META, "serve"], env=server.env(PUBLIC_URL=url), cwd=server.folder)
    deadline = time.monotonic() + 30
    try:
        while not answers(url + "/ready"):
            assert time.monotonic() < deadline, process.output
            time.sleep(0.05)
        process.wait_for("is set up at the provider")
        healthy = findings(0, PUBLIC_URL=url)
        for subject in ("Settings", "Database", "Schema", "Keys", "Public address", "Clock", "Graph API", "Webhook subscription"):
            assert (subject, "ok") in healthy, healthy
        assert healthy[("Token", "warning")]["workplace"] == WORKPLACE
        assert ("Keys", "ok") in findings(0, PUBLIC_URL=url) and path
        other = findings(1, PUBLIC_URL="http://127.0.0.1:9")
        assert ("Webhook subscription", "problem") in other
        wrong = findings(1, PUBLIC_URL=url, META_APP_SECRET="wrong-secret")
        assert ("Graph API", "problem") in wrong
    finally:
        assert process.stop() == 0
    text = server.command("doctor", PUBLIC_URL=url)
    assert text.returncode == 1 and "→ Start the server" in text.stdout
