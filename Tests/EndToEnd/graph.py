"""The Graph sandbox alone, with a login, a receiver of its webhooks, and a person who writes: for tests of other people's clients."""

import hashlib
import hmac
import json
import threading
import time
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from processes import APP_ID, APP_SECRET, BINARIES, VERIFY_TOKEN, Process, answers, environment, exchange_log, free_port

ACCOUNT, NUMBER = "730119284455021", "615520938471206"
PAGE, INSTAGRAM = "104420097715330", "17841460099187253"
IMOGEN, IMOGEN_PSID = "447700900417", "8830019922745561"
APP_TOKEN = f"{APP_ID}|{APP_SECRET}"
WHATSAPP_SCOPES = ["business_management", "whatsapp_business_management", "whatsapp_business_messaging"]
PAGE_SCOPES = ["pages_show_list", "pages_messaging", "pages_manage_metadata", "instagram_basic", "instagram_manage_messages"]


class StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


class Sandbox:
    """One `graph-sandbox serve`, ten times as fast as life."""

    def __init__(self):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = Process([
            BINARIES / "graph-sandbox", "serve", "--port", self.port, "--app-id", APP_ID, "--app-secret", APP_SECRET,
            "--speed", "10", "--no-rate-limits", *exchange_log(),
        ], env=environment())
        self.process.wait_for(rf"http://127\.0\.0\.1:{self.port}")
        deadline = time.monotonic() + 20
        while not answers(self.url):
            assert time.monotonic() < deadline, self.process.output
            time.sleep(0.05)

    def stop(self):
        assert self.process.stop() == 0, self.process.output

    def call(self, method: str, path: str, token: str | None = None, body: dict | None = None) -> dict:
        """A JSON call; errors are answers, too."""
        request = urllib.request.Request(self.url + path, method=method)
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            return json.load(error)

    def control(self, what: str, /, **body) -> dict:
        return self.call("POST", f"/sandbox/{what}", body=body)

    def login(self, scopes) -> str:
        """A user token, as a person gets it who leaves everything ticked."""
        form = [
            ("client_id", APP_ID), ("redirect_uri", "http://127.0.0.1:9/back"), ("scope", ",".join(scopes)),
            ("decision", "continue"), *[("grant", scope) for scope in scopes],
            *[("account", id) for id in (ACCOUNT, "730119284455033", "730119284455047")],
            *[("page", id) for id in (PAGE, "104420097715412")],
        ]
        request = urllib.request.Request(
            f"{self.url}/v25.0/dialog/oauth", data=urllib.parse.urlencode(form).encode(), method="POST")
        try:
            urllib.request.build_opener(StayHere).open(request, timeout=20)
        except urllib.error.HTTPError as redirect:
            location = redirect.headers["Location"]
        code = urllib.parse.parse_qs(urllib.parse.urlsplit(location).query)["code"][0]
        query = urllib.parse.urlencode({
            "client_id": APP_ID, "client_secret": APP_SECRET, "redirect_uri": "http://127.0.0.1:9/back", "code": code,
        })
        return self.call("GET", f"/v25.0/oauth/access_token?{query}")["access_token"]

    def page_token(self) -> str:
        rows = self.call("GET", "/v25.0/me/accounts", self.login(PAGE_SCOPES))["data"]
        return next(row["access_token"] for row in rows if row["id"] == PAGE)

    def subscribe(self, receiver: "Receiver", token: str, object: str, fields: str):
        subscribed = self.call("POST", f"/v25.0/{APP_ID}/subscriptions", APP_TOKEN, {
            "object": object, "callback_url": receiver.url, "verify_token": VERIFY_TOKEN, "fields": fields,
        })
        assert subscribed == {"success": True}, subscribed
        path, body = (f"{PAGE}/subscribed_apps", {"subscribed_fields": fields}) if object == "page" else (
            f"{ACCOUNT}/subscribed_apps", {})
        assert self.call("POST", f"/v25.0/{path}", token, body) == {"success": True}

    def messages(self) -> list:
        return self.call("GET", "/sandbox/messages")["data"]

    def wait_for_status(self, id: str, status: str) -> dict:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            found = next((message for message in self.messages() if message["id"] == id), None)
            if found and found["status"] == status:
                return found
            time.sleep(0.02)
        raise AssertionError(f"{id} is not {status}: {self.messages()}")


class Receiver:
    """The app's end of webhooks: proves that it knows the verify token, checks signatures, hands bodies on."""

    def __init__(self, handle=lambda body, signature: None):
        receiver = self
        self.events, self._changed = [], threading.Condition()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
                right = query.get("hub.verify_token") == [VERIFY_TOKEN]
                self._answer(200 if right else 403, query["hub.challenge"][0].encode() if right else b"")

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                signature = self.headers["X-Hub-Signature-256"]
                expected = "sha256=" + hmac.new(APP_SECRET.encode(), body, hashlib.sha256).hexdigest()
                handle(body, signature)
                with receiver._changed:
                    receiver.events.append(json.loads(body) if signature == expected else {"wrong": signature})
                    receiver._changed.notify_all()
                self._answer(200, b"")

            def _answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/hook"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def wait_for(self, found, seconds: float = 20):
        """The first event for which `found` gives something."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while True:
                for event in self.events:
                    if result := found(event):
                        return result
                rest = deadline - time.monotonic()
                assert rest > 0, f"not among {self.events}"
                self._changed.wait(rest)

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
