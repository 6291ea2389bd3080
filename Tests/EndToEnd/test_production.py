"""`serve` behind a proxy that ends TLS, from first start to last."""

import html
import http.server
import json
import os
import queue
import signal
import threading
import time
import urllib.parse

import pytest

from processes import VERIFY_TOKEN, Process, environment, run
from production import HOST, META, PUBLIC, WORKPLACE, Server, connect, fields, key, local

DRAIN_LIMIT = 15


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("production"))
    # A workplace may be there before the first start.
    added = server.command("workplace", "add", WORKPLACE, "--name", "My Clinic", "--time-zone", "Europe/London")
    assert added.returncode == 0, added.stderr
    assert f"{PUBLIC}/app/{WORKPLACE}/" in added.stdout
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def cookie(server):
    """A browser that a login link has let in."""
    made = server.command("login-link", "--workplace", WORKPLACE)
    assert made.returncode == 0, made.stderr
    link = made.stdout.strip()
    assert link.startswith(f"{PUBLIC}/login?token=")
    page = server.request("GET", local(link))
    assert page.status == 200 and "My Clinic" in page.text
    signed_in = server.request("POST", "/login", fields(page.text, "login-confirm"), Origin=PUBLIC)
    assert signed_in.status == 303, signed_in.text
    cookie = signed_in.headers["Set-Cookie"]
    assert cookie.startswith("__Host-")
    attributes = {part.strip() for part in cookie.split(";")[1:]}
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= attributes
    assert not any(attribute.startswith("Domain") for attribute in attributes)
    again = server.request("POST", "/login", fields(page.text, "login-confirm"), Origin=PUBLIC)
    assert again.status == 410 and "Set-Cookie" not in again.headers
    return cookie.split(";")[0]


def test_missing_settings_are_named_at_once_and_nothing_is_made(tmp_path):
    result = run(META, "serve", env=environment(), cwd=tmp_path)
    assert result.returncode == 1
    for name in ("PUBLIC_URL", "INTEGRATION_SECRET_KEYS", "META_APP_ID", "META_APP_SECRET", "GRAPH_API_VERSION"):
        assert name in result.stderr
    for command in (["workplace", "add", "a"], ["workplace", "list"], ["login-link", "--workplace", "a"]):
        result = run(META, *command, env=environment(), cwd=tmp_path)
        assert result.returncode == 1
        assert "PUBLIC_URL" in result.stderr and "INTEGRATION_SECRET_KEYS" in result.stderr
    for command in (["token", "create"], ["token", "list"], ["workplace", "list"], ["login-link"]):
        settings = environment(PUBLIC_URL=PUBLIC, INTEGRATION_SECRET_KEYS=key("a"), DATABASE_URL="store.sqlite")
        result = run(META, *command, env=settings, cwd=tmp_path)
        assert result.returncode == 1 and "store.sqlite" in result.stderr
        assert run(META, *command, env=environment(), cwd=tmp_path).returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_a_provider_elsewhere_cannot_be_put_in_metas_place(tmp_path):
    settings = environment(META_GRAPH_URL="https://graph.example.test")
    result = run(META, "dev", "serve", "--workplace", "a", "--data", tmp_path, env=settings)
    assert result.returncode == 1
    assert len([line for line in result.stderr.splitlines() if "META_GRAPH_URL" in line]) == 1


def test_the_account_page_opens_for_who_was_let_in(server, cookie):
    page = server.request("GET", f"/app/{WORKPLACE}/account", Cookie=cookie)
    assert page.status == 200 and "connect-meta" in page.text
    assert page.headers["Strict-Transport-Security"]
    assert "My Clinic" not in server.request("GET", f"/app/{WORKPLACE}/account").text


@pytest.mark.parametrize("host", ["evil.example.test", f"{HOST}.evil.test", "meta.example"])
def test_other_hosts_are_turned_away(server, cookie, host):
    assert server.request("GET", f"/app/{WORKPLACE}/account", host=host, Cookie=cookie).status == 421
    assert server.request("GET", "/health", host=host).status == 200


def test_connecting_goes_by_the_public_address(server, cookie):
    assert connect(server, WORKPLACE, cookie).startswith(f"{PUBLIC}/api/callbacks/oauth/meta/")
    page = server.request("GET", f"/app/{WORKPLACE}/account", Cookie=cookie)
    assert "Northwind Kettles" in page.text


def test_adding_a_workplace_again_changes_nothing(server, cookie):
    before = server.command("workplace", "list").stdout
    assert before == f"{WORKPLACE}\tEurope/London\tMy Clinic\n"
    again = server.command("workplace", "add", WORKPLACE)
    assert again.returncode == 0 and "My Clinic" in again.stdout
    assert server.command("workplace", "list").stdout == before
    assert "Northwind Kettles" in server.request("GET", f"/app/{WORKPLACE}/account", Cookie=cookie).text


def test_tokens_are_made_listed_and_taken_back(server):
    def tools(token):
        return server.request("GET", f"/api/{WORKPLACE}/tools", Authorization=f"Bearer {token}").status

    made = [server.command("token", "create", "--workplace", WORKPLACE).stdout.strip() for _ in range(2)]
    assert [tools(token) for token in made] == [200, 200]
    listed = server.command("token", "list", "--workplace", WORKPLACE).stdout
    identifiers = [line.split("\t")[0] for line in listed.splitlines()]
    assert len(set(identifiers)) == 2
    assert not any(token in listed or token[3:15] in listed for token in made)
    revoked = server.command("token", "revoke", identifiers[0], "--workplace", WORKPLACE)
    assert revoked.returncode == 0, revoked.stderr
    assert sorted(tools(token) for token in made) == [200, 401]
    unknown = server.command("token", "revoke", identifiers[0], "--workplace", WORKPLACE)
    assert unknown.returncode == 1 and "token list" in unknown.stderr
    secret = server.command("token", "revoke", made[0])
    assert secret.returncode == 2 and made[0] not in secret.stderr


def test_tools_are_called_from_the_command_line(server):
    arguments = ("invoke", "fetch_registered_wa_business_numbers", "--workplace", WORKPLACE, "--args", "{}")
    result = server.command(*arguments)
    assert result.returncode == 0, result.stderr
    assert "+442079460155" in json.dumps(json.loads(result.stdout)).replace(" ", "")


def test_without_its_keys_a_production_store_is_left_alone(server):
    result = server.command("token", "create", INTEGRATION_SECRET_KEYS=None, PUBLIC_URL=None)
    assert result.returncode == 1 and "INTEGRATION_SECRET_KEYS" in result.stderr
    assert sorted(path.name for path in server.folder.iterdir()) == ["data"]
    assert {path.name.split(".")[0] for path in server.data.iterdir()} == {"store"}


def test_it_ends_in_order_and_starts_again_with_its_own_keys_only(server, cookie):
    began = time.monotonic()
    assert server.meta.stop(signal.SIGTERM, seconds=DRAIN_LIMIT) == 0
    assert time.monotonic() - began < DRAIN_LIMIT
    for keys in (key("2026-11"), key("2027-01")):
        wrong = server.command("serve", INTEGRATION_SECRET_KEYS=keys)
        assert wrong.returncode == 1, wrong.stderr
        assert "INTEGRATION_SECRET_KEYS does not open what the store holds" in wrong.stderr
        assert "Fatal error" not in wrong.stderr and keys not in wrong.stderr
    server.start()
    assert "Northwind Kettles" in server.request("GET", f"/app/{WORKPLACE}/account", Cookie=cookie).text


def test_a_signal_said_twice_at_once_is_one_wish(server):
    os.kill(server.meta.pid, signal.SIGINT)
    assert server.meta.stop(signal.SIGTERM, seconds=DRAIN_LIMIT) == 0, server.meta.output
    server.start()


@pytest.fixture
def graph():
    """A Graph API that takes every subscription, and remembers it."""

    class Graph(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.answer({"data": []})

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.server.subscriptions.put(dict(urllib.parse.parse_qsl(body)))
            self.answer({"success": True})

        def answer(self, value):
            body = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    graph = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Graph)
    graph.subscriptions = queue.Queue()
    threading.Thread(target=graph.serve_forever, daemon=True).start()
    yield graph
    graph.shutdown()
    graph.server_close()


def test_development_behind_a_tunnel_goes_by_the_tunnels_address(tmp_path, graph):
    host = "x.example.test"
    server = Server(tmp_path, host)
    server.provider["META_GRAPH_URL"] = f"http://127.0.0.1:{graph.server_address[1]}"
    env = environment(**server.provider, HOST="some-laptop")
    server.meta = Process(
        [META, "dev", "serve", "--workplace", "clinic", "--port", server.port, "--data", server.data,
         "--tunnel-url", f"https://{host}"], env=env, cwd=tmp_path)
    try:
        link = server.meta.wait_for(r"https?://\S+/login\S+").group(0)
        assert link.startswith(f"https://{host}/login?token=")
        server.wait_until_ready()
        page = server.request("GET", local(link))
        assert page.status == 200
        signed_in = server.request("POST", "/login", fields(page.text, "login-confirm"), Origin=f"https://{host}")
        cookie = signed_in.headers["Set-Cookie"]
        assert cookie.startswith("__Host-")
        account = server.request("GET", "/app/clinic/account", Cookie=cookie.split(";")[0])
        leave = server.request(
            "POST", "/app/clinic/account", fields(account.text, "connect-meta"), Cookie=cookie.split(";")[0],
            Origin=f"https://{host}")
        dialog = leave.headers["Location"] or html.unescape(leave.text)
        assert urllib.parse.quote(f"https://{host}/api/callbacks/", safe="") in dialog
        webhook = graph.subscriptions.get(timeout=20)["callback_url"]
        assert webhook.startswith(f"https://{host}/api/webhooks/")
        challenge = urllib.parse.urlencode(
            {"hub.mode": "subscribe", "hub.verify_token": VERIFY_TOKEN, "hub.challenge": "1158201444"})
        assert server.request("GET", f"{local(webhook)}?{challenge}").text == "1158201444"
    finally:
        server.stop()
