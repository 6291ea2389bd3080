"""`Meta serve` in linked mode between two stand-ins: the Skedyul platform on one side, the Graph sandbox on the other.

The platform's public side is here too: what providers and browsers reach, and it hands on to the integration.
"""

import json
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

from graph import ACCOUNT, Sandbox, StayHere
from processes import APP_ID, APP_SECRET, BINARIES, ROOT, VERIFY_TOKEN, Process, answers, environment, free_port
from production import key
from skedyul.platform import Installation, Skedyul
from skedyul.server import Handler

SECRET = "linked-tests-" + "s" * 32
PROVISION = {
    "META_APP_ID": APP_ID, "META_APP_SECRET": APP_SECRET, "META_WEBHOOK_VERIFY_TOKEN": VERIFY_TOKEN,
    "GRAPH_API_VERSION": "v25.0",
}


class PublicSide(Handler):
    """What the world calls: webhooks of providers, browsers that come back from a dialog."""

    def do_GET(self):
        if self.path.startswith(("/api/webhooks/", "/api/callbacks/oauth/")):
            return self._hand_on("GET", b"")
        super().do_GET()

    def do_POST(self):
        if not self.path.startswith("/api/webhooks/"):
            return super().do_POST()
        self._hand_on("POST", self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def _hand_on(self, method, body):
        path, _, query = self.path.partition("?")
        request = {
            "method": method, "url": self.platform.url + self.path, "path": path, "body": body.decode(),
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "query": dict(urllib.parse.parse_qsl(query, keep_blank_values=True)),
        }
        if path.startswith("/api/webhooks/"):
            id = path.removeprefix("/api/webhooks/")
            name = next((it["name"] for it in self.platform.webhooks if it["id"] == id), None)
            if not name:
                return self._send(404, b"", "text/plain")
            self.platform.forwarded.append((name, request))
            return self._send(*self.platform.forward(name, request))
        self._send(*self.platform.come_back(request))


class Platform(Skedyul):
    """The platform with the integration that it calls."""

    def __init__(self, server: "Linked"):
        super().__init__(json.loads((ROOT / "Generated" / "platform-config.json").read_text()))
        self._server.RequestHandlerClass = PublicSide
        self.server = server
        self.forwarded = []

    @property
    def headers(self) -> dict:
        return {"Authorization": f"Bearer {SECRET}"}

    def call(self, path: str, body, **headers) -> tuple[int, dict]:
        return self.post(self.server.url + path, body, self.headers | headers)

    def app_env(self, token: str) -> dict:
        return {"SKEDYUL_API_URL": self.url, "SKEDYUL_API_TOKEN": token} | PROVISION

    def provision(self) -> tuple[int, dict]:
        return self.call("/provision", {
            "env": self.app_env(self.provision_token),
            "context": {"app": {name: self.app[name] for name in ("id", "versionId")}},
        })

    def forward(self, name: str, request: dict) -> tuple:
        """A provider's request to a webhook of the whole app: status, body and type of the answer."""
        envelope = {
            "env": self.app_env(self.app_token), "request": request,
            "context": {"app": {name: self.app[name] for name in ("id", "versionId")}, "appInstallationId": None,
                        "workplace": None},
        }
        call = urllib.request.Request(
            f"{self.server.url}/webhooks/{name}", data=json.dumps(envelope).encode(),
            headers=self.headers | {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(call, timeout=20) as answer:
                return answer.status, answer.read(), answer.headers.get("Content-Type", "text/plain")
        except urllib.error.HTTPError as error:
            return error.code, error.read(), "application/json"
        except OSError:
            # The integration is away: the provider comes again.
            return 503, b"", "text/plain"

    def come_back(self, request: dict) -> tuple:
        """A browser comes back from the provider: what the integration is granted becomes the installation's."""
        status, answer = self.call("/oauth_callback", {"env": self.app_env(self.app_token), "request": request})
        self.last_callback = (status, answer)
        if status == 200:
            self.installations[answer["appInstallationId"]].variables.update(answer["env"])
        return status, json.dumps(answer).encode(), "application/json"

    def install(self, subdomain: str, env: dict | None = None) -> "Workplace":
        installation = super().install(subdomain, PROVISION | (env or {}))
        installation.__class__ = Workplace
        return installation


class Workplace(Installation):
    """The integration in one workplace, with what its people do."""

    @property
    def hook_context(self) -> dict:
        return {
            "app": self.platform.app, "appInstallationId": self.id,
            "workplace": {name: self.workplace[name] for name in ("id", "subdomain")},
        }

    def begin(self) -> dict:
        status, answer = self.platform.call("/install", {"env": self.env(), "context": self.hook_context})
        assert status == 200 and answer["env"] == {}, answer
        return answer

    def consent(self, dialog: str, sandbox: Sandbox) -> int:
        """Leaves everything ticked in the dialog, and comes back. - Returns: what the platform was answered."""
        asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(dialog).query))
        form = [(name, asked[name]) for name in ("client_id", "redirect_uri", "scope", "state")] + [
            ("decision", "continue"), *[("grant", scope) for scope in asked["scope"].split("," if "," in asked["scope"] else None)],
            ("account", ACCOUNT), ("page", "104420097715330"),
        ]
        request = urllib.request.Request(
            f"{sandbox.url}/v25.0/dialog/oauth", data=urllib.parse.urlencode(form).encode(), method="POST")
        try:
            urllib.request.build_opener(StayHere).open(request, timeout=20)
            raise AssertionError("the dialog did not send the browser back")
        except urllib.error.HTTPError as redirect:
            self.returned_to = redirect.headers["Location"]
        try:
            with urllib.request.urlopen(self.returned_to, timeout=30) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    def connect(self, sandbox: Sandbox):
        assert self.consent(self.begin()["redirect"], sandbox) == 200, self.platform.last_callback

    def tool(self, name: str, inputs: dict | None = None, trigger: str = "agent", **more) -> dict:
        """What a tool gives, or its failure."""
        status, answer = self.call_tool(
            self.platform.server.url, name, inputs or {}, trigger, self.platform.headers, **more)
        assert status == 200, answer
        return answer["result"]

    def add_number(self, name: str = "Front desk") -> dict:
        numbers = self.tool("fetch_registered_wa_business_numbers")["structuredContent"]["items"]
        chosen = next(it for it in numbers if it["display_phone_number"].replace(" ", "").endswith("2079460155"))
        added = self.tool(
            "add_whatsapp_number", {"phone_number_id": chosen["id"], "name": name}, trigger="form_submit")
        assert not added.get("isError"), added
        return added["structuredContent"]

    @property
    def channel(self) -> dict:
        found = next(it for it in self.platform.channels
                     if it["appInstallationId"] == self.id and it["handle"] == "whatsapp")
        return {name: found[name] for name in ("id", "handle", "identifierValue")}

    def message(self, id: str, text: str, to: str) -> dict:
        return {"channel": self.channel, "recipient": {"address": to}, "message": {"id": id, "content": text}}

    def batch(self, calls: list, **more) -> dict:
        status, answer = self.platform.call("/mcp/batch", {
            "calls": calls, "env": self.env(), "context": self.context("workflow")} | more)
        assert status == 200, answer
        return answer

    def instances(self, model: str) -> list:
        return self.platform.instances.list(model, self.id, None, 1, 100)[0]


class Linked:
    """`Meta serve` with PLATFORM=linked, the platform and the sandbox."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.keys = key("2026-11")
        self.sandbox = Sandbox()
        self.platform = Platform(self).start()
        self.meta = None

    def env(self, **changes) -> dict:
        settings = {
            "PLATFORM": "linked", "SKEDYUL_API_URL": self.platform.url, "SKEDYUL_API_TOKEN": self.platform.app_token,
            "PLATFORM_SECRET": SECRET, "INTEGRATION_SECRET_KEYS": self.keys, "HOST": "127.0.0.1", "PORT": self.port,
            "DATABASE_URL": f"sqlite:{self.folder}/store.sqlite", "META_GRAPH_URL": self.sandbox.url,
            "META_DIALOG_URL": self.sandbox.url, **changes,
        }
        return environment(**{name: value for name, value in settings.items() if value is not None})

    def start(self) -> "Linked":
        self.meta = Process([BINARIES / "Meta", "serve"], env=self.env(), cwd=self.folder)
        deadline = time.monotonic() + 20
        while not answers(f"{self.url}/health"):
            assert time.monotonic() < deadline, self.meta.output
            time.sleep(0.05)
        return self

    def stop(self):
        statuses = [self.meta.stop()] if self.meta else []
        self.platform.stop()
        self.sandbox.stop()
        assert statuses in ([], [0]), self.meta.output


def eventually(what: str, found, seconds: float = 30):
    """The first thing that `found` gives."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if result := found():
            return result
        time.sleep(0.03)
    raise AssertionError(f"{what} did not happen within {seconds} s")


def together(*works) -> list:
    """Does all at the same time. - Returns: their results, in order."""
    results = [None] * len(works)

    def run(index, work):
        results[index] = work()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results
