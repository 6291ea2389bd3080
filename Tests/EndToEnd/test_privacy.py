"""A person removes the app at Meta, and asks for deletion: in the sandbox's "Apps and websites", as people do."""

import contextlib
import json
import signal
import sqlite3
import time
import urllib.request

import pytest
from playwright.sync_api import expect

from journey import add_number, connect, log_in
from processes import Stack
from production import Server, fields, sign_in
from production import connect as connect_workplace
from test_security import Tenant, receive
from torture.databases import Postgres, SQLite
from torture.fleet import NUMBERS, address, open_workplaces, webhook_path
from torture.provider import Customer, delivery

WORDS = "the kettle stands behind the blue door"


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1100, "height": 800})
    page = context.new_page()
    yield page
    context.close()


def control(port: int, path: str, body=None):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/sandbox/{path}", None if body is None else json.dumps(body).encode(),
        {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def test_a_person_removes_the_app_and_sees_their_data_go(tmp_path, page, screenshots):
    """All of it in the browser: the addresses are entered, the app removed, the answered link followed."""
    stack = Stack(tmp_path).start()
    try:
        log_in(page, stack)
        connect(page, stack)
        add_number(page, stack, "Sales line")
        listed = stack.command("webhooks", "--data", stack.folder)
        # The command does not know on which port the server of a test listens.
        addresses = {
            handle: stack.url + url[url.index("/api/"):]
            for handle, url in (line.split("\t") for line in listed.stdout.splitlines())}
        assert "Deauthorize callback URL" in listed.stderr and "Data deletion request URL" in listed.stderr

        page.goto(f"{stack.phone}/phone/apps")
        page.locator("[name=deauthorize]").fill(addresses["deauthorize"])
        page.locator("[name=deletion]").fill(addresses["delete_data"])
        page.get_by_test_id("save-addresses").click()
        page.screenshot(path=screenshots / "sandbox-apps.png")
        page.get_by_test_id("remove-app").click()
        expect(page.get_by_test_id("privacy-notices")).to_contain_text("done")

        page.goto(f"{stack.url}/app/{stack.workplace}/account")
        expect(page.get_by_test_id("field-status")).to_contain_text("Error")
        expect(page.locator("body")).to_contain_text("has removed the app at Meta")
        page.screenshot(path=screenshots / "account-removed.png", full_page=True)
        page.goto(f"{stack.url}/app/{stack.workplace}/whatsapp-numbers")
        expect(page.locator("body")).to_contain_text("Sales line")

        # Later they want their data deleted, too.
        page.goto(f"{stack.phone}/phone/apps")
        page.get_by_test_id("request-deletion").click()
        link = page.get_by_test_id("deletion-status").first
        expect(link).to_be_visible()
        link.click()
        for _ in range(100):
            if "Your data is deleted" in page.content():
                break
            page.reload()
        expect(page.locator("h1")).to_have_text("Your data is deleted")
        page.screenshot(path=screenshots / "deletion.png")
        assert page.url.startswith(f"{stack.url}/deletion?code=")

        page.goto(f"{stack.url}/app/{stack.workplace}/account")
        expect(page.locator("body")).to_contain_text("asked Meta to have their data deleted")
        page.goto(f"{stack.url}/app/{stack.workplace}/whatsapp-numbers")
        expect(page.locator("body")).not_to_contain_text("Sales line")
        # And the workplace begins anew.
        connect(page, stack)
    finally:
        for process in (stack.meta, stack.sandbox):
            process.stop(signal.SIGKILL)


def enter_addresses(server):
    local = f"http://127.0.0.1:{server.port}"
    control(server.sandbox_port, "privacy", {
        "deauthorize_url": local + address(server, "deauthorize"), "deletion_url": local + address(server, "delete_data")})


def rows(server, table: str) -> int:
    with contextlib.closing(sqlite3.connect(f"file:{server.database.removeprefix('sqlite:')}?mode=ro", uri=True)) as store:
        return store.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def eventually(what: str, holds, server):
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline, f"{what}\n{server.meta.output}"
        time.sleep(0.1)


def test_deletion_reaches_all_workplaces_of_the_person_and_survives_kill_9(server):
    open_workplaces(server)
    north, south = Tenant(server, "north"), Tenant(server, "south")
    for index in range(30):
        receive(server, f"+4477009{index:05d}", NUMBERS[0], f"{WORDS} {index}", f"privacy{index}")
    eventually("the messages", lambda: rows(server, "ik_message") == 60, server)
    enter_addresses(server)
    control(server.sandbox_port, "privacy/remove", {"delete": True})
    server.meta.stop(signal.SIGKILL)
    notices = control(server.sandbox_port, "privacy")["notices"]
    assert [notice["kind"] for notice in notices] == ["deauthorize", "deletion"] and "problem" not in notices[1], notices
    code = notices[1]["confirmation_code"]

    server.start()
    eventually("the deletion", lambda: "Your data is deleted" in server.request("GET", f"/deletion?code={code}").text, server)
    for table in ("ik_message", "ik_conversation", "ik_event", "ik_environment", "ik_channel", "ik_connection",
                  "ik_outgoing", "ik_call", "model_whatsapp_phone_number"):
        assert rows(server, table) == 0, table
    server.meta.stop()
    with contextlib.closing(sqlite3.connect(server.database.removeprefix("sqlite:"))) as store:
        dump = "\n".join(store.iterdump())
    user = "10220000000000777"
    for secret in (WORDS, "+447700900001", "447700900001", user):
        assert secret not in dump, secret
        assert secret not in server.meta.output, secret
    server.start()
    for workplace in (north, south):
        assert "asked Meta to have their data deleted" in workplace.page(f"/app/{workplace.workplace}/account").text
    # They begin anew, and what comes now is kept.
    connect_workplace(server, "north", sign_in(server, "north"))
    added = server.command("invoke", "add_whatsapp_number", "--workplace", "north",
                           "--args", json.dumps({"phone_number_id": NUMBERS[0].id}))
    assert added.returncode == 0, added.stderr
    receive(server, "+447700900001", NUMBERS[0], "hello again", "privacy-again")
    eventually("the message", lambda: "hello again" in north.page("/app/north/conversations").text, server)


def execute(store, sql: str):
    """One statement that writes, while no server runs."""
    if isinstance(store, Postgres):
        store.server.execute(sql, "torture")
    else:
        with contextlib.closing(sqlite3.connect(store.file)) as file, file:
            file.execute(sql)


@pytest.mark.parametrize("kind", [SQLite, Postgres], ids=lambda kind: kind.name)
def test_what_came_before_a_deletion_and_is_not_taken_apart_goes_with_it(tmp_path, kind):
    """One delivery could not be stored as events when it came, and is tried again later; another one is a dead letter."""
    server = Server(tmp_path)
    with kind(tmp_path) as store:
        server.database = store.url
        try:
            server.start()
            open_workplaces(server)
            enter_addresses(server)
            server.meta.stop(signal.SIGKILL)
            late = delivery([(Customer("+447700900001", NUMBERS[0]), f"wamid.late {WORDS}")])
            literal = "'\\x{}'" if kind is Postgres else "x'{}'"
            for name, state, body in [("dlv_late", 0, late), ("dlv_dead", 2, f"no JSON: {WORDS}".encode())]:
                execute(store, f"""
                    INSERT INTO ik_delivery (id, registration, webhook, received_at, settled_at, body, state, due_at)
                    VALUES ('{name}', '{webhook_path(server).rsplit("/", 1)[1]}', 'receive_whatsapp', {time.time_ns() // 1000},
                        1, {literal.format(body.hex())}, {state}, {2 ** 60})""")
            server.start()
            control(server.sandbox_port, "privacy/remove", {"delete": True})
            code = control(server.sandbox_port, "privacy")["notices"][1]["confirmation_code"]

            def says(words: str) -> bool:
                return any(words in line for line in server.meta.lines)

            def is_done() -> bool:
                return "Your data is deleted" in server.request("GET", f"/deletion?code={code}").text

            eventually("it waits", lambda: says("are not taken apart yet"), server)
            assert not is_done()
            server.meta.stop(signal.SIGKILL)
            execute(store, "UPDATE ik_delivery SET due_at = 0 WHERE state = 0")
            execute(store, "UPDATE ik_duty_part SET due_at = 0")
            server.start()
            eventually("it waits for the dead letter", lambda: says("replay or discard them"), server)
            assert not is_done() and store.query("SELECT count(*) FROM ik_delivery WHERE state = 0") == [(0,)]
            assert server.command("dead-letters", "discard", "dlv_dead").returncode == 0
            server.meta.stop(signal.SIGKILL)
            execute(store, "UPDATE ik_duty_part SET due_at = 0")
            server.start()
            eventually("the deletion", is_done, server)
            assert [row[0] for row in store.query("SELECT length(body) FROM ik_delivery")] == [0, 0]
            for table in ("ik_event", "ik_message", "ik_conversation", "ik_channel"):
                assert store.query(f"SELECT count(*) FROM {table}") == [(0,)], table
        finally:
            for process in (server.meta, server.sandbox):
                process.stop(signal.SIGKILL)


def test_removing_a_workplace_takes_back_what_no_other_uses(server):
    open_workplaces(server)
    north, south = Tenant(server, "north"), Tenant(server, "south")
    receive(server, "+447700900001", NUMBERS[0], WORDS, "removal")
    eventually("the messages", lambda: rows(server, "ik_message") == 2, server)

    def live_tokens() -> int:
        return len([token for token in control(server.sandbox_port, "tokens")["data"] if token["valid"]])

    assert live_tokens() > 0
    # In the browser: the page asks, the button removes.
    ask = south.page("/app/south/removal")
    assert "Remove Meta from south?" in ask.text
    gone = south.post("/app/south/removal", fields(ask.text, "confirm"))
    assert gone.status == 200 and "Meta is removed from south" in gone.text
    assert south.page("/app/south/account").status == 401 or "Please sign in" in south.page("/app/south/account").text
    assert rows(server, "ik_message") == 1 and rows(server, "ik_installation") == 1
    # The same person has connected the other workplace: their permissions stay, and it goes on.
    assert live_tokens() > 0
    listed = server.command("invoke", "fetch_registered_wa_business_numbers", "--workplace", "north", "--args", "{}")
    assert listed.returncode == 0, listed.stderr

    refused = server.command("workplace", "remove", "north", "--confirm", "nord")
    assert refused.returncode != 0 and rows(server, "ik_installation") == 1
    removed = server.command("workplace", "remove", "north", "--confirm", "north")
    assert removed.returncode == 0 and "north is removed" in removed.stdout, removed.stderr
    assert live_tokens() == 0, "the permissions are taken back"
    for table in ("ik_installation", "ik_workplace", "ik_message", "ik_environment", "ik_credential", "model_meta_connection"):
        assert rows(server, table) == 0, table
    assert north.api("GET", "/api/north/tools")[0] == 401
    assert WORDS not in server.meta.output
