"""What a server withstands: clients that keep it waiting, more than it can take, a full disk, many tenants, clocks that jump."""

import contextlib
import os
import re
import selectors
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

import pytest

from processes import Process, resident_mebibytes
from production import META, Server, send
from torture.fleet import NUMBERS, open_workplaces, webhook_path
from torture.provider import delivery
from torture.truth import Customer, Number
from webhooks import post

IDLE_LIMIT = 60


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path)
    yield server
    for process in (server.meta, server.sandbox):
        if process:
            process.stop(signal.SIGKILL)


def text(number: int, customer: str = "+447700900001") -> bytes:
    return delivery([(Customer(customer, NUMBERS[0]), f"wamid.pressure.{number:07d}")])


def query(server: Server, sql: str) -> list:
    with contextlib.closing(sqlite3.connect(f"file:{server.database.removeprefix('sqlite:')}?mode=ro", uri=True)) as store:
        return store.execute(sql).fetchall()


def test_clients_that_keep_it_waiting_stand_in_nobodys_way(server):
    """1,000 that say nothing, 50 that send a head byte by byte, 50 that stop in the middle of a body."""
    server.start()
    path = webhook_path(server)
    address = ("127.0.0.1", server.port)
    head = f"POST {path} HTTP/1.1\r\nHost: {server.host}\r\nContent-Length: 100000\r\n\r\n".encode()
    began = time.monotonic()
    silent = [socket.create_connection(address) for _ in range(1000)]
    dribbling = [socket.create_connection(address) for _ in range(50)]
    halfway = [socket.create_connection(address) for _ in range(50)]
    for client in halfway:
        client.sendall(head + b"{")
    endless = (b"GET /health HTTP/1.1\r\nX-Endless: " + b"a" * 10_000)
    open_ones = selectors.DefaultSelector()
    for client in silent + dribbling + halfway:
        client.setblocking(False)
        open_ones.register(client, selectors.EVENT_READ)
    left, step = len(open_ones.get_map()), 0
    numbers = iter(range(1_000_000))
    try:
        # Each is closed when it has kept the server waiting for as long as it may; meanwhile others are served.
        while left and time.monotonic() < began + IDLE_LIMIT + 30:
            for client in dribbling:
                with contextlib.suppress(OSError):
                    client.send(endless[step:step + 1])
            step += 1
            for ready, _ in open_ones.select(timeout=0):
                try:
                    if ready.fileobj.recv(4096):
                        continue
                except OSError:
                    pass
                open_ones.unregister(ready.fileobj)
                ready.fileobj.close()
                left -= 1
            assert post(server.port, path, text(next(numbers)))[0] == 200
            assert send(server.port, "GET", "/health").status == 200
            time.sleep(0.25)
        assert left == 0, f"{left} connections are still open after {time.monotonic() - began:.0f} s"
    finally:
        for client in silent + dribbling + halfway:
            client.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk is for root")
def test_a_full_disk_loses_nothing_and_passes(server, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "none", str(disk)], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"mounts are refused here: {mounted.stderr.strip()}")
    ballast = disk / "ballast"
    try:
        ballast.write_bytes(bytes(2_000_000))
        server.database = f"sqlite:{disk}/store.sqlite"
        server.start()
        path = webhook_path(server)
        acknowledged, number = [], 0
        status = 200
        while status == 200:
            status, headers = post(server.port, path, text(number))
            if status == 200:
                acknowledged.append(number)
            number += 1
            assert number < 20_000, "the disk does not fill"
        assert status == 503 and int(headers["Retry-After"]) > 0
        assert send(server.port, "GET", "/health").status == 200
        ballast.unlink()
        deadline = time.monotonic() + 30
        while post(server.port, path, text(number))[0] != 200:
            assert time.monotonic() < deadline, server.meta.output
            time.sleep(0.1)
        acknowledged.append(number)
        wanted = {f"wamid.pressure.{number:07d}" for number in acknowledged}
        stored = set()
        while not wanted <= stored:
            assert time.monotonic() < deadline, f"{len(wanted - stored)} are not there\n{server.meta.output[-3000:]}"
            rows = query(server, "SELECT content FROM ik_event")
            stored = {re.search(r"wamid\.pressure\.\d+", content)[0] for content, in rows}
            time.sleep(0.1)
        assert send(server.port, "GET", "/ready").status == 200
        assert "No space" not in server.meta.output and "Fatal" not in server.meta.output
    finally:
        if server.meta:
            server.meta.stop(signal.SIGKILL)
            server.meta = None
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_more_than_it_can_take_is_put_off_and_it_recovers(server):
    """Some seconds of far more clients than it can serve: what it answers is true, and its memory stays flat."""
    server.start()
    path = webhook_path(server)
    for number in range(200):
        assert post(server.port, path, text(number))[0] == 200
    before = resident_mebibytes(server.meta.pid)
    end = time.monotonic() + 10
    answers, acknowledged, lock = {}, [], threading.Lock()

    def client(name: int):
        number = 1_000_000 + name * 10_000
        while time.monotonic() < end:
            number += 1
            status, headers = post(server.port, path, text(number, f"+4477009{name:05d}"))
            with lock:
                answers[status] = answers.get(status, 0) + 1
                if status == 200:
                    acknowledged.append(number)
            if status == 503:
                assert int(headers["Retry-After"]) > 0

    clients = [threading.Thread(target=client, args=(name,), daemon=True) for name in range(200)]
    for thread in clients:
        thread.start()
    highest = before
    while time.monotonic() < end:
        highest = max(highest, resident_mebibytes(server.meta.pid))
        time.sleep(0.2)
    for thread in clients:
        thread.join(60)
    assert set(answers) <= {200, 503, None}, answers
    assert highest < before + 150, f"{before:.0f} MiB grew to {highest:.0f} MiB"
    assert post(server.port, path, text(999_999))[0] == 200
    wanted = {f"wamid.pressure.{number:07d}" for number in acknowledged}
    deadline = time.monotonic() + 120
    while True:
        stored = {re.search(r"wamid\.pressure\.\d+", content)[0] for content, in query(server, "SELECT content FROM ik_event")}
        if wanted <= stored:
            break
        assert time.monotonic() < deadline, f"{len(wanted - stored)} of {len(wanted)} are not there yet"
        time.sleep(0.5)


def test_each_of_ten_thousand_installations_gets_what_is_its_own(server):
    server.start()
    path = webhook_path(server)
    server.meta.stop()
    with contextlib.closing(sqlite3.connect(server.database.removeprefix("sqlite:"))) as store, store:
        many = range(10_000)
        store.executemany("INSERT INTO ik_workplace VALUES (?, ?, 'UTC')", ((f"w{n}", f"Workplace {n}") for n in many))
        store.executemany("INSERT INTO ik_installation VALUES (?, ?, 0)", ((f"ins_{n}", f"w{n}") for n in many))
        store.executemany(
            "INSERT INTO ik_channel (installation_id, id, handle, identifier, name) VALUES (?, ?, 'whatsapp', ?, 'Desk')",
            ((f"ins_{n}", f"chn_{n}", f"+49301{n:06d}") for n in many))
    server.start()
    chosen = range(0, 10_000, 97)
    for n in chosen:
        number = Number(f"+49301{n:06d}", f"7{n:06d}", "730119284455021", (f"w{n}",))
        body = delivery([(Customer("+447700900001", number), f"wamid.many.{n}")])
        assert post(server.port, path, body)[0] == 200
    deadline = time.monotonic() + 60
    while len(rows := query(server, "SELECT installation_id, remote_id FROM ik_message")) < len(chosen):
        assert time.monotonic() < deadline, f"{len(rows)} of {len(chosen)}"
        time.sleep(0.1)
    assert sorted(rows) == sorted((f"ins_{n}", f"wamid.many.{n}") for n in chosen)


@pytest.mark.parametrize("jump", ["3600", "-3600"])
def test_a_clock_that_jumps_delays_nothing_for_long(server, tmp_path, jump):
    """The machine's clock is set by an hour while events come in."""
    library, clock = tmp_path / "shifted_clock.so", tmp_path / "clock"
    source = Path(__file__).with_name("shifted_clock.c")
    subprocess.run(["clang", "-shared", "-fPIC", "-O1", "-o", library, source], check=True)
    clock.write_text("0")
    server.meta = Process(
        [META, "serve"], env=server.env(LD_PRELOAD=library, SHIFTED_CLOCK=clock), cwd=server.folder)
    server.wait_until_ready()
    open_workplaces(server)
    path = webhook_path(server)
    expected = []
    for number in range(60):
        if number == 30:
            clock.write_text(jump)
        assert post(server.port, path, text(number))[0] == 200
        expected.append(f"wamid.pressure.{number:07d}")
    deadline = time.monotonic() + 60
    sql = "SELECT remote_id FROM ik_message WHERE installation_id = (SELECT id FROM ik_installation WHERE workplace = 'south')"
    while len(rows := query(server, f"{sql} ORDER BY sequence")) < len(expected):
        assert time.monotonic() < deadline, f"{len(rows)} of {len(expected)}\n{server.meta.output[-3000:]}"
        time.sleep(0.1)
    assert [remote for remote, in rows] == expected
