"""`Meta serve` behind a proxy that ends TLS: what is started, and what a browser does there without a browser.

The tests speak plain HTTP, as the proxy would.
"""

import base64
import html
import http.client
import os
import re
import time
import urllib.parse

from processes import APP_ID, APP_SECRET, BINARIES, VERIFY_TOKEN, Process, answers, environment, free_port, run

META = BINARIES / "Meta"
HOST = "meta.example.test"
PUBLIC = f"https://{HOST}"
WORKPLACE = "my-clinic"


def key(name: str) -> str:
    return f"{name}:{base64.b64encode(os.urandom(32)).decode()}"


class Answer:
    def __init__(self, response):
        self.status, self.headers = response.status, response.headers
        self.text = response.read().decode(errors="replace")


class Server:
    """`Meta serve` (or `dev serve`) and the sandbox, with the settings of one machine."""

    def __init__(self, folder, host: str = HOST):
        self.folder, self.host, self.public = folder, host, f"https://{host}"
        self.port, self.sandbox_port = free_port(), free_port()
        self.data = folder / "data"
        self.data.mkdir()
        self.database = f"sqlite:{self.data}/store.sqlite"
        sandbox = f"http://127.0.0.1:{self.sandbox_port}"
        self.provider = {
            "META_APP_ID": APP_ID, "META_APP_SECRET": APP_SECRET, "META_WEBHOOK_VERIFY_TOKEN": VERIFY_TOKEN,
            "GRAPH_API_VERSION": "v25.0", "META_GRAPH_URL": sandbox, "META_DIALOG_URL": sandbox,
        }
        self.keys = key("2026-11")
        self.sandbox = Process(
            [BINARIES / "graph-sandbox", "serve", "--port", self.sandbox_port, "--no-rate-limits", "--app-id", APP_ID,
             "--redirect-prefix", f"https://{host}/"],
            env=environment(META_APP_SECRET=APP_SECRET), cwd=folder)
        self.sandbox.wait_for(rf"http://127\.0\.0\.1:{self.sandbox_port}")
        self.meta = None

    def env(self, **changes) -> dict:
        settings = {
            **self.provider, "PUBLIC_URL": self.public, "INTEGRATION_SECRET_KEYS": self.keys,
            "DATABASE_URL": self.database, "PORT": self.port, "HOST": "127.0.0.1", **changes,
        }
        return environment(**{name: value for name, value in settings.items() if value is not None})

    def command(self, *arguments, **changes):
        # In a folder of its own, where anything that is left behind is seen.
        return run(META, *arguments, env=self.env(**changes), cwd=self.folder)

    def start(self) -> "Server":
        self.meta = Process([META, "serve"], env=self.env(), cwd=self.folder)
        self.wait_until_ready()
        return self

    def wait_until_ready(self):
        deadline = time.monotonic() + 20
        while not answers(f"http://127.0.0.1:{self.port}/ready"):
            assert time.monotonic() < deadline, self.meta.output
            time.sleep(0.05)

    def request(self, method, path, form=None, host=None, **headers) -> Answer:
        """As the proxy passes it on: to loopback, with the Host that the browser asked for."""
        return send(self.port, method, path, form, {"Host": host or self.host, "Accept": "text/html", **headers})

    def stop(self):
        statuses = [process.stop() for process in (self.meta, self.sandbox) if process]
        assert statuses == [0] * len(statuses), self.meta.output


def send(port, method, path, form=None, headers=None) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    headers = dict(headers or {})
    body = None
    if form is not None:
        body = urllib.parse.urlencode(form)
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request(method, path, body=body, headers=headers)
        return Answer(connection.getresponse())
    finally:
        connection.close()


def fields(page: str, test_id: str) -> list:
    """The inputs of the form whose button has this test id, as a browser would send them."""
    form = next(form for form in re.findall(r"<form.*?</form>", page, re.S) if f'data-testid="{test_id}"' in form)
    found = []
    for tag in re.findall(r"<input[^>]*>", form):
        attributes = {name: html.unescape(value) for name, value in re.findall(r'([a-z-]+)="([^"]*)"', tag)}
        if attributes.get("type") == "checkbox" and not re.search(r"\bchecked\b", tag):
            continue
        if "name" in attributes and not re.search(r"\bdisabled\b", tag):
            found.append((attributes["name"], attributes.get("value", "")))
    return found


def local(url: str) -> str:
    parts = urllib.parse.urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def sign_in(server: Server, workplace: str) -> str:
    """The cookie of a browser that a login link has let in."""
    made = server.command("login-link", "--workplace", workplace)
    assert made.returncode == 0, made.stderr
    page = server.request("GET", local(made.stdout.strip()))
    assert page.status == 200, page.text
    signed_in = server.request("POST", "/login", fields(page.text, "login-confirm"), Origin=server.public)
    assert signed_in.status == 303, signed_in.text
    return signed_in.headers["Set-Cookie"].split(";")[0]


def everything(name: str, value: str) -> bool:
    return True


def connect(
    server: Server, workplace: str, cookie: str, button: str = "connect-meta", decision: str = "continue", allows=everything
) -> str:
    """Connects the workplace to Meta as a person would who agrees to what `allows` says, or cancels.

    Returns the address with code and state to which the dialog has sent the browser back.
    """
    account = f"/app/{workplace}/account"
    page = server.request("GET", account, Cookie=cookie)
    leave = server.request("POST", account, fields(page.text, button), Cookie=cookie, Origin=server.public)
    dialog = leave.headers["Location"] or html.unescape(re.search(r'content="0;url=([^"]+)"', leave.text).group(1))
    redirect = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(dialog).query))["redirect_uri"]
    origin = f"127.0.0.1:{server.sandbox_port}"
    consent = send(server.sandbox_port, "GET", local(dialog), headers={"Host": origin})
    action = html.unescape(re.search(r'<form method="post" action="([^"]+)"', consent.text).group(1))
    ticked = [field for field in fields(consent.text, "consent-continue") if allows(*field)]
    answer = ticked + [("decision", decision)]
    granted = send(server.sandbox_port, "POST", action, answer, {"Host": origin, "Origin": f"http://{origin}"})
    assert granted.headers["Location"].startswith(redirect), granted.text
    back = server.request("GET", local(granted.headers["Location"]), Cookie=cookie)
    assert back.status == 303, back.text
    return granted.headers["Location"]
