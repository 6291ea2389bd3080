"""The life of a connection: chosen among several accounts, shared by workplaces, renewed by people, warned of, found dead."""

import contextlib
import json
import signal
import sqlite3
import time
import urllib.parse
import urllib.request

from production import Server, connect, fields, local, sign_in
from test_security import Tenant
from torture.fleet import NUMBERS, open_workplaces

KETTLES, COFFEE, COPPER = "730119284455021", "730119284455033", "730119284455047"


def control(server, path: str, body):
    request = urllib.request.Request(
        f"http://127.0.0.1:{server.sandbox_port}/sandbox/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def invoke(server, workplace: str, tool: str, **arguments):
    called = server.command("invoke", tool, "--workplace", workplace, "--args", json.dumps(arguments))
    assert called.returncode == 0, called.stdout + called.stderr
    return json.loads(called.stdout)


def eventually(what: str, holds, server):
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline, f"{what}\n{server.meta.output}"
        time.sleep(0.2)


def look_now(server):
    """Has the server ask Meta now, not within a day."""
    with contextlib.closing(sqlite3.connect(server.database.removeprefix("sqlite:"), timeout=30)) as store:
        store.execute("UPDATE ik_connection SET due_at = 0")
        store.commit()


def test_two_workplaces_choose_among_three_accounts_and_reconnecting_keeps_what_is_theirs(server):
    open_workplaces(server)
    north, south = Tenant(server, "north"), Tenant(server, "south")
    offered = invoke(server, "south", "fetch_whatsapp_accounts")
    offered = offered if isinstance(offered, list) else next(iter(offered.values()))
    assert {account["waba_id"] for account in offered} == {KETTLES, COFFEE, COPPER}
    assert [account["waba_id"] for account in offered if account["is_chosen"]] == [KETTLES]
    invoke(server, "south", "choose_whatsapp_account", waba_id=COFFEE)
    coffee = invoke(server, "south", "add_whatsapp_number", phone_number_id="615520938471592")["id"]

    def numbers(tenant):
        status, _, text = tenant.api("GET", f"/api/{tenant.workplace}/models/whatsapp_phone_number")
        assert status == 200, text
        return {item["phone_number_id"]: item for item in json.loads(text)["items"]}

    desk = numbers(north)[NUMBERS[0].id]["id"]
    for tenant, number, name in ((north, desk, "Front desk"), (south, coffee, "Butiken ☕")):
        status, _, text = tenant.api("PATCH", f"/api/{tenant.workplace}/models/whatsapp_phone_number/{number}", {"name": name})
        assert status == 200, text
    # Meta tells nobody of it: one reads it from the number.
    control(server, "numbers", {"number": NUMBERS[0].id, "quality": "RED"})

    for tenant in (north, south):
        connect(server, tenant.workplace, tenant.cookie)
    after = numbers(north)[NUMBERS[0].id]
    assert (after["name"], after["quality_rating"], after["id"]) == ("Front desk", "RED", desk)
    assert len(numbers(north)) == 2
    assert numbers(south)["615520938471592"]["name"] == "Butiken ☕"
    for tenant, account in ((north, KETTLES), (south, COFFEE)):
        assert account in tenant.page(f"/app/{tenant.workplace}/account").text
        assert invoke(server, tenant.workplace, "fetch_connection")["waba_id"] == account


def test_what_was_declined_is_asked_for_again(server):
    open_workplaces(server)
    north = Tenant(server, "north")
    page = north.page("/app/north/account")
    leave = north.post("/app/north/account", fields(page.text, "connect-meta"))
    assert "auth_type=rerequest" in (leave.headers["Location"] or leave.text)


def test_an_end_is_said_beforehand_and_a_dead_token_is_found_before_a_send(server):
    # A token of sixty days that was given fifty-four days ago.
    control(server, "clock", {"offset": -54 * 24 * 3600})
    open_workplaces(server)
    north = Tenant(server, "north")
    for path in ("account", "whatsapp-numbers", "conversations"):
        text = north.page(f"/app/north/{path}").text
        assert "The connection to Meta ends in 5 days" in text or "The connection to Meta ends in 6 days" in text, path
    examined = server.command("doctor")
    assert "2 end within 14 days" in examined.stdout, examined.stdout
    operator = server.command("operator", "create", "prometheus", "--metrics-only").stdout.split()[-1]
    eventually("the metric", lambda: 'integration_connections{state="ending"} 2' in server.request(
        "GET", "/metrics", Authorization=f"Bearer {operator}").text, server)

    look_now(server)
    eventually("Meta was asked", lambda: due(server) > time.time() * 1e6, server)
    assert ">Connected<" in north.page("/app/north/account").text
    control(server, "tokens/revoke", {})
    look_now(server)
    eventually("the page says it", lambda: "no longer accepts the connection" in north.page("/app/north/account").text, server)
    assert ">Connected<" not in north.page("/app/north/account").text
    # Nobody has sent anything; whoever connects again is told nothing any more.
    control(server, "clock", {"offset": 0})
    connect(server, "north", sign_in(server, "north"))
    text = north.page("/app/north/account").text
    assert "Connected" in text and "connection to Meta ends" not in text


def due(server) -> int:
    with contextlib.closing(sqlite3.connect(f"file:{server.database.removeprefix('sqlite:')}?mode=ro", uri=True)) as store:
        return store.execute("SELECT min(due_at) FROM ik_connection").fetchone()[0]


def test_embedded_signup_gives_a_token_of_the_business(tmp_path):
    server = Server(tmp_path)

    def signup(workplace: str, cookie: str, account: str, decision: str = "continue") -> str:
        # Its configuration asks for WhatsApp alone, and it makes one account.
        return connect(
            server, workplace, cookie, button="connect-meta_signup", decision=decision, allows=lambda name, value:
            value.startswith("whatsapp_") if name == "grant" else value == account if name == "account" else name != "page")

    def noted() -> list:
        with contextlib.closing(sqlite3.connect(server.database.removeprefix("sqlite:"), timeout=30)) as store:
            return [handle for handle, in store.execute("SELECT handle FROM ik_connection")]

    try:
        server.start()
        server.command("workplace", "add", "north")
        assert "connect-meta_signup" not in Tenant(server, "north").page("/app/north/account").text, "it is not configured"
        server.meta.stop()
        server.provider["META_SIGNUP_CONFIG_ID"] = "880011223344"
        server.start()
        north = Tenant(server, "north")
        page = north.page("/app/north/account")
        dialog = north.post("/app/north/account", fields(page.text, "connect-meta_signup")).headers["Location"]
        asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(dialog).query))
        assert asked["config_id"] == "880011223344" and asked["override_default_response_type"] == "true", asked
        assert asked["response_type"] == "code" and asked["state"] and "scope" not in asked, asked

        back = signup("north", north.cookie, COPPER, decision="cancel")
        assert "error=access_denied" in back and ">Connected<" not in north.page("/app/north/account").text
        back = signup("north", north.cookie, COPPER)
        assert server.request("GET", local(back), Cookie=north.cookie).status == 403, "a state is good for once"
        text = north.page("/app/north/account").text
        assert ">Connected<" in text and COPPER in text and "Some permissions were not granted" not in text
        with urllib.request.urlopen(f"http://127.0.0.1:{server.sandbox_port}/sandbox/tokens", timeout=30) as answer:
            tokens = [token for token in json.load(answer)["data"] if token["type"] != "PAGE"]
        assert [token["type"] for token in tokens] == ["SYSTEM_USER"], "it is kept without an exchange"
        connection = invoke(server, "north", "fetch_connection")
        assert connection["subscribed"] is True and connection["waba_id"] == COPPER
        offered = invoke(server, "north", "fetch_whatsapp_accounts")
        offered = offered if isinstance(offered, list) else next(iter(offered.values()))
        assert [account["waba_id"] for account in offered] == [COPPER]
        # The classic dialog takes its place, and the other way round: one connection is noted.
        assert noted() == ["meta_signup"]
        connect(server, "north", north.cookie)
        assert noted() == ["meta"]
        signup("north", north.cookie, COPPER)
        assert noted() == ["meta_signup"]
        look_now(server)
        eventually("Meta was asked", lambda: due(server) > time.time() * 1e6, server)
        assert ">Connected<" in north.page("/app/north/account").text
    finally:
        for process in (server.meta, server.sandbox):
            if process:
                process.stop(signal.SIGKILL)
