"""Attacks on a server in production with two tenants, north and south. docs/Security.md says what each of them is for."""

import base64
import contextlib
import hashlib
import hmac
import http.client
import json
import re
import signal
import socket
import sqlite3
import time
import urllib.parse

import pytest

from processes import APP_SECRET, ROOT, VERIFY_TOKEN
from production import PUBLIC, Server, connect, fields, key, local, send, sign_in
from torture.fleet import NUMBERS, address, open_workplaces, webhook_path
from torture.provider import delivery
from torture.truth import Customer
from webhooks import post, sign

HOSTILE = """"><img src=x onerror="window.__hurt=1"><script>window.__hurt=1</script>'{{7*7}}${7*7}\u202e\r\nX-Hurt: 1"""
SECRET_WORDS = "the kettle password is cinnamon-47"


class Tenant:
    def __init__(self, server: Server, workplace: str):
        self.server, self.workplace = server, workplace
        self.cookie = sign_in(server, workplace)
        created = server.command("token", "create", "--workplace", workplace)
        assert created.returncode == 0, created.stderr
        self.token = created.stdout.strip()

    def page(self, path: str, **headers):
        return self.server.request("GET", path, Cookie=self.cookie, **headers)

    def post(self, path: str, form, **headers):
        return self.server.request("POST", path, form, Cookie=self.cookie, **{"Origin": PUBLIC, **headers})

    def api(self, method: str, path: str, body=None, **headers):
        return call(self.server, method, path, body, {"Authorization": f"Bearer {self.token}", **headers})


def call(server: Server, method: str, path: str, body=None, headers=None):
    """A request with a JSON body, or with these bytes."""
    data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.request(method, path, data, {
            "Host": server.host, "Content-Type": "application/json", "Accept": "application/json", **(headers or {})})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode(errors="replace")
    finally:
        connection.close()


def receive(server: Server, customer: str, number, text: str, name: str):
    """A message of a customer, through the webhook, as the provider delivers it."""
    body = json.loads(delivery([(Customer(customer, number), f"wamid.security.{name}")]))
    value = body["entry"][0]["changes"][0]["value"]
    value["messages"][0]["text"]["body"] = text
    value["contacts"][0]["profile"]["name"] = text
    data = json.dumps(body).encode()
    assert post(server.port, webhook_path(server), data)[0] == 200


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("security")).start()
    try:
        open_workplaces(server)
        north, south = Tenant(server, "north"), Tenant(server, "south")
        receive(server, "+447700900001", NUMBERS[1], "hello north", "north")
        deadline = time.monotonic() + 30
        while "hello north" not in north.page("/app/north/conversations").text:
            assert time.monotonic() < deadline, server.meta.output
            time.sleep(0.1)
        yield server, north, south
    finally:
        for process in (server.meta, server.sandbox):
            process.stop(signal.SIGKILL)


def identifiers(server: Server, workplace: str) -> dict:
    """What an attacker may have guessed: ids of the workplace's rows."""
    with contextlib.closing(sqlite3.connect(f"file:{server.database.removeprefix('sqlite:')}?mode=ro", uri=True)) as store:
        installation, = store.execute("SELECT id FROM ik_installation WHERE workplace = ?", [workplace]).fetchone()

        def of(table):
            return [row[0] for row in store.execute(f"SELECT id FROM {table} WHERE installation_id = ?", [installation])]

        return {
            "installation": installation, "conversations": of("ik_conversation"), "messages": of("ik_message"),
            "channels": of("ik_channel"), "numbers": of("model_whatsapp_phone_number"),
            "connections": of("model_meta_connection")}


def test_guessed_ids_of_another_tenant_lead_nowhere_at_any_door(site):
    server, north, south = site
    theirs = identifiers(server, "north")
    assert theirs["conversations"] and theirs["messages"] and theirs["channels"] and theirs["numbers"]
    # The API: their ids under our name, and their name with our token.
    for model, ids in (("whatsapp_phone_number", theirs["numbers"]), ("meta_connection", theirs["connections"])):
        for one in ids:
            for method, body in (("GET", None), ("PATCH", {"name": "mine"}), ("DELETE", None)):
                for workplace in ("south", "north"):
                    status, _, text = south.api(method, f"/api/{workplace}/models/{model}/{one}", body)
                    assert status in (403, 404, 405), (method, workplace, model, status)
                    assert "north" not in text and "Northwind" not in text
    status, _, _ = south.api("GET", "/api/north/models/whatsapp_phone_number")
    assert status == 404
    # Pages: theirs with our cookie, and their ids under ours.
    for path in ("/app/north/account", "/app/north/conversations", f"/app/north/conversations/{theirs['conversations'][0]}",
                 f"/app/south/conversations/{theirs['conversations'][0]}",
                 f"/app/south/whatsapp-numbers/{theirs['numbers'][0]}/overview"):
        page = south.page(path)
        assert page.status == 404, (path, page.status)
        assert "hello north" not in page.text and "+447700900001" not in page.text
    # Agents: a channel of theirs.
    message = {
        "channel": {"id": theirs["channels"][0], "handle": "whatsapp", "identifierValue": NUMBERS[1].phone},
        "recipient": {"address": "+447700900001"}, "message": {"id": "m1", "content": "from south"}}
    for answer in (
        south.api("POST", "/api/south/tools/send_whatsapp", message),
        south.api("POST", "/mcp", {
            "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "send_whatsapp", "arguments": message}},
            Accept="application/json, text/event-stream"),
    ):
        assert "is no channel of this workplace" in answer[2], answer
    # A live stream tells of our own changes only.
    status, _, text = south.api("GET", "/api/north/tools")
    assert status == 404 and "send_whatsapp" not in text


def test_a_form_of_another_page_or_session_changes_nothing(site):
    server, north, south = site
    number = identifiers(server, "north")["numbers"][0]
    path = f"/app/north/whatsapp-numbers/{number}/overview"
    page = north.page(path)
    form = re.search(r'data-testid="(submit-[^"]+|edit-[^"]+|save-[^"]+)"', page.text)
    ours = next(form for form in re.findall(r"<form.*?</form>", page.text, re.S) if 'method="post"' in form)
    token = re.search(r'name="([^"]*csrf[^"]*)" value="([^"]+)"', ours, re.I)
    assert form and token, page.text
    other = south.page("/app/south/account").text
    foreign = re.search(rf'name="{token[1]}" value="([^"]+)"', other)[1]
    for value in (None, "", "guess", foreign):
        values = [(token[1], value)] if value is not None else []
        answer = north.post(path, [*values, ("name", "Stolen")])
        assert answer.status in (400, 403, 404), answer.status
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        answer = north.post(path, [(token[1], token[2]), ("name", "Stolen")], **headers)
        assert answer.status == 403, (headers, answer.status)
    assert "Stolen" not in north.page(path).text


def test_a_session_is_never_one_that_was_there_before(site):
    server, north, _ = site
    name = north.cookie.split("=")[0]
    planted = f"{name}={'a' * 43}"
    link = server.command("login-link", "--workplace", "north").stdout.strip()
    page = server.request("GET", local(link), Cookie=planted)
    answer = server.request("POST", "/login", fields(page.text, "login-confirm"), Cookie=planted, Origin=PUBLIC)
    assert answer.status == 303
    given = answer.headers["Set-Cookie"].split(";")[0]
    assert given != planted and given != north.cookie
    assert server.request("GET", "/app/north/account", Cookie=planted).status in (401, 404)


def test_an_oauth_state_is_neither_forged_nor_used_twice_nor_in_another_browser(site):
    server, north, south = site
    used = local(connect(server, "south", south.cookie))
    path, good = used.split("?")[0], dict(urllib.parse.parse_qsl(used.split("?")[1]))
    forged = [good["state"][:-2] + ("AA" if good["state"][-2:] != "AA" else "BB"), good["state"][1:], "x", "", "a" * 5000]
    for state in [good["state"], *forged]:
        for tenant in (south, north):
            answer = tenant.page(f"{path}?{urllib.parse.urlencode({**good, 'state': state})}")
            assert answer.status in (400, 403, 409, 410, 414, 429, 431), (state[:10], answer.status)
    for tenant in (south, north):
        assert "Northwind Kettles" in tenant.page(f"/app/{tenant.workplace}/account").text


@pytest.fixture
def hostile(site):
    """Names and texts that would be code, in every place where a stranger or a person can put them."""
    server, north, _ = site
    receive(server, "+447700900666", NUMBERS[1], HOSTILE, f"hostile-{time.monotonic_ns()}")
    number = identifiers(server, "north")["numbers"][0]
    status, _, text = north.api("PATCH", f"/api/north/models/whatsapp_phone_number/{number}", {"name": HOSTILE[:79]})
    assert status == 200, text
    deadline = time.monotonic() + 30
    while "onerror" not in north.page("/app/north/conversations").text:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return server, north, number


def test_hostile_names_and_messages_are_text_in_a_real_browser(hostile, chromium):
    server, north, number = hostile
    context = chromium.new_context()
    hurt = []
    try:
        page = context.new_page()
        page.on("dialog", lambda dialog: (hurt.append(dialog.message), dialog.dismiss()))
        # The proxy would have ended TLS; the cookie, which is for TLS alone, is passed on here.
        here = f"http://localhost:{server.port}"
        context.set_extra_http_headers({"Cookie": north.cookie})
        conversations = identifiers(server, "north")["conversations"]
        paths = ["/app/north/conversations", "/app/north/whatsapp-numbers", f"/app/north/whatsapp-numbers/{number}/overview"]
        paths += [f"/app/north/conversations/{one}" for one in conversations]
        seen = ""
        for path in paths:
            answer = page.goto(here + path)
            assert answer.status == 200, path
            assert page.evaluate("window.__hurt") is None, path
            assert page.locator("img[src=x]").count() == 0
            assert "X-Hurt" not in answer.headers
            seen += page.content()
        assert "onerror" in seen and "7*7" in seen
    finally:
        context.close()
    assert not hurt


def test_what_comes_in_cannot_write_lines_or_headers(site):
    server, north, _ = site
    evil = "x\r\nSet-Cookie: hurt=1\r\n\r\n{\"level\":\"error\",\"message\":\"forged\"}"
    quoted = urllib.parse.quote(evil)
    for path in (f"/app/north/{quoted}", f"/login?token={quoted}", f"/api/webhooks/{quoted}", f"/app/{quoted}/account",
                 f"/api/callbacks/oauth/meta/{quoted}?state={quoted}", f"/api/north/models/{quoted}"):
        status, headers, _ = call(server, "GET", path, headers={"Cookie": north.cookie, "User-Agent": quoted})
        assert status < 500, path
        assert "hurt" not in str(headers.get_all("Set-Cookie")), path
    receive(server, "+447700900667", NUMBERS[1], evil, "lines")
    for line in server.meta.lines:
        entry = json.loads(line)
        assert entry["message"] != "forged"


def test_too_much_of_anything_is_refused_and_nothing_falls(site):
    server, north, _ = site
    bearer = {"Authorization": f"Bearer {north.token}"}
    deep = b"[" * 100_000 + b"]" * 100_000
    nested = b'{"a":' * 50_000 + b"1" + b"}" * 50_000
    long = b'{"name":"' + b"a" * 5_000_000 + b'"}'
    many = json.dumps({f"field{index}": index for index in range(50_000)}).encode()
    number = "/api/north/models/whatsapp_phone_number/" + identifiers(server, "north")["numbers"][0]
    for body in (deep, nested, long, many, b"\xff\xfe\x00", b"", b"nul", b'{"name":"\\ud800"}'):
        for method, path in (("PATCH", number), ("POST", "/api/north/tools/send_whatsapp"), ("POST", "/mcp")):
            status, _, text = call(server, method, path, body, bearer | {
                "Accept": "application/json, text/event-stream"})
            assert status < 500, (path, body[:20], status, text[:300])
            assert status != 200 or path == "/mcp", (path, body[:20], text[:300])
        path = webhook_path(server)
        status, _, _ = call(server, "POST", path, body, {"X-Hub-Signature-256": sign(body)})
        assert status in (200, 413), (body[:20], status)
        assert call(server, "POST", path, body, {"X-Hub-Signature-256": "sha256=" + "0" * 64})[0] in (401, 403, 413, 429)
    for raw in (
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: meta.example.test\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: 1\r\n" % index for index in range(5000)) + b"\r\n",
        b"POST /mcp HTTP/1.1\r\nHost: meta.example.test\r\nContent-Length: 99999999999999\r\n\r\n",
        b"POST /mcp HTTP/1.1\r\nHost: meta.example.test\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST /mcp HTTP/1.1\r\nHost: meta.example.test\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\x00" * 1000, b"GET / HTTP/9.9\r\n\r\n",
    ):
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as client:
            client.settimeout(30)
            answer = b""
            with contextlib.suppress(OSError):
                client.sendall(raw)
                client.shutdown(socket.SHUT_WR)
                while part := client.recv(65536):
                    answer += part
            statuses = re.findall(rb"HTTP/1\.1 (\d)", answer)
            assert set(statuses) <= {b"4"}, (raw[:40], answer[:300])
    assert send(server.port, "GET", "/ready").status == 200
    assert server.meta._process.poll() is None


def test_secrets_are_found_nowhere(site):
    """In no log line, page, answer or file: what is grepped for was really used a moment before."""
    server, north, south = site
    receive(server, "+447700900668", NUMBERS[1], SECRET_WORDS, "secret-words")
    called = south.api("POST", "/api/south/tools/fetch_registered_wa_business_numbers", {})
    assert called[0] == 200, called[2]
    secrets = {
        "app secret": APP_SECRET, "verify token": VERIFY_TOKEN, "sealing key": server.keys.split(":")[1],
        "bearer token": north.token, "session": north.cookie.split("=", 1)[1]}
    granted = send(server.sandbox_port, "GET", "/sandbox/tokens", headers={"Host": f"127.0.0.1:{server.sandbox_port}"})
    tokens = [token["token"] for token in json.loads(granted.text)["data"]]
    assert len(tokens) >= 2
    secrets |= {f"access token {index}": token for index, token in enumerate(tokens)}
    pages = "".join(
        tenant.page(f"/app/{tenant.workplace}/{path}").text
        for tenant in (north, south) for path in ("account", "whatsapp-numbers", "conversations"))
    answers = "".join(
        tenant.api("GET", f"/api/{tenant.workplace}/models/{model}")[2]
        for tenant in (north, south) for model in ("meta_connection", "whatsapp_phone_number"))
    for path in ("/api/north/tools/nothing", "/api/north/models/nothing", "/mcp"):
        answers += north.api("POST", path, {"x": 1})[2]
    files = b"".join(path.read_bytes() for path in server.data.rglob("*") if path.is_file())
    for what, secret in secrets.items():
        assert secret not in server.meta.output, f"the {what} is in the log"
        assert secret not in pages.replace(north.cookie, ""), f"the {what} is on a page"
        assert secret not in answers, f"the {what} is in an answer"
        assert secret.encode() not in files, f"the {what} is in the database"
    # What people write is theirs: it is in the database and on their page, and not in the log.
    assert SECRET_WORDS not in server.meta.output
    assert "+447700900668" not in server.meta.output and "447700900668" not in server.meta.output


def signed_request(payload, secret: str = APP_SECRET) -> str:
    """Meta's `signed_request` of this payload."""
    encoded = base64.urlsafe_b64encode(json.dumps(payload).encode()).rstrip(b"=")
    signature = base64.urlsafe_b64encode(hmac.new(secret.encode(), encoded, hashlib.sha256).digest()).rstrip(b"=")
    return f"{signature.decode()}.{encoded.decode()}"


def test_nobody_but_the_provider_ends_connections_or_deletes_data(site):
    server, north, _ = site
    with contextlib.closing(sqlite3.connect(f"file:{server.database.removeprefix('sqlite:')}?mode=ro", uri=True)) as store:
        user, = store.execute("SELECT account FROM ik_connection LIMIT 1").fetchone()
    path = {duty: address(server, duty) for duty in ("deauthorize", "delete_data")}

    def ask(duty: str, text: str):
        answer = server.request("POST", path[duty], [("signed_request", text)])
        return answer.status, answer.text

    now = int(time.time())
    payload = {"algorithm": "HMAC-SHA256", "issued_at": now, "user_id": user}
    good = signed_request(payload)
    signature, encoded = good.split(".")
    other = signed_request({**payload, "user_id": "1"}).split(".")[1]
    for duty in path:
        for what, text in {
            "forged": f"{signature}.{other}", "unsigned": encoded, "empty": "", "no signature": f".{encoded}",
            "of another app": signed_request(payload, "secret of another app"),
            "of another algorithm": signed_request({**payload, "algorithm": "none"}),
            "of no algorithm": signed_request({"issued_at": now, "user_id": user}),
        }.items():
            assert ask(duty, text)[0] == 403, f"{duty} {what}"
        # Rightly signed, and about nobody.
        for payload_of_nobody in ({**payload, "user_id": ""}, {**payload, "issued_at": "soon"}, {**payload, "user_id": {"$ne": 1}}):
            assert ask(duty, signed_request(payload_of_nobody))[0] == 400, payload_of_nobody
        assert ask(duty, good + "A" * 20_000)[0] == 413
        assert server.request("GET", path[duty]).status == 405
        # One from before they connected means the connection no more: it was replayed.
        status, text = ask(duty, signed_request({**payload, "issued_at": now - 7 * 24 * 3600}))
        assert status == 200
    code = json.loads(text)["confirmation_code"]
    assert ask("delete_data", signed_request({**payload, "issued_at": now - 7 * 24 * 3600}))[1] == text
    assert "nothing to delete" in server.request("GET", f"/deletion?code={code}").text
    for guess in ("", code[:-1], code.lower(), "'--", f"{code}%00"):
        assert server.request("GET", f"/deletion?code={guess}").status == 404
    assert "Connected" in north.page("/app/north/account").text
    assert "hello north" in north.page("/app/north/conversations").text


def test_guessing_is_slowed_down(site):
    server, north, _ = site
    statuses = [call(server, "GET", "/api/north/tools", headers={"Authorization": f"Bearer guess{index}"})[0]
                for index in range(60)]
    assert statuses[0] == 401 and statuses[-1] == 429
    # Whoever has a token is not kept out by those who guess.
    assert north.api("GET", "/api/north/tools")[0] == 200


def test_keys_are_rotated_while_people_work(tmp_path):
    """A new key in front, the old one behind it: what was sealed before is read, sessions and states go on."""
    server = Server(tmp_path)
    try:
        server.start()
        open_workplaces(server)
        cookie = sign_in(server, "north")
        old, new = server.keys, key("2026-12")
        server.keys = f"{new},{old}"
        assert server.meta.stop() == 0
        server.start()
        invoked = server.command("invoke", "fetch_registered_wa_business_numbers", "--workplace", "north", "--args", "{}")
        assert invoked.returncode == 0 and NUMBERS[0].phone in invoked.stdout, invoked.stderr
        assert server.request("GET", "/app/north/account", Cookie=cookie).status == 200
        connect(server, "north", sign_in(server, "north"))
        with contextlib.closing(sqlite3.connect(server.database.removeprefix("sqlite:"))) as store:
            installation, = store.execute("SELECT id FROM ik_installation WHERE workplace = 'north'").fetchone()
            sealed = [value for value, in store.execute(
                "SELECT value FROM ik_environment WHERE installation_id = ?", [installation])]
        assert sealed and all(b"2026-12" in value for value in sealed), "written anew with the new key"
    finally:
        for process in (server.meta, server.sandbox):
            if process:
                process.stop(signal.SIGKILL)


def test_the_document_names_tests_that_there_are():
    text = (ROOT / "docs" / "Security.md").read_text()
    named = re.findall(r"`(?:(test_\w+\.py)::)?(test_\w+)`", text)
    assert len(named) >= 14
    for file, test in named:
        source = (ROOT / "Tests" / "EndToEnd" / (file or "test_security.py")).read_text()
        assert f"def {test}(" in source, f"{file or 'test_security.py'} has no {test}"
    # … and every attack is in the document.
    mine = set(re.findall(r"^def (test_\w+)\(", (ROOT / "Tests" / "EndToEnd" / "test_security.py").read_text(), re.M))
    assert mine - {test for _, test in named} == {"test_the_document_names_tests_that_there_are"}
