"""The platform itself: who is there, and what it keeps."""

import itertools
import json
import threading
import urllib.error
import urllib.request
import uuid
from http.server import ThreadingHTTPServer

from skedyul.core import Core
from skedyul.faults import Faults
from skedyul.instances import Instances
from skedyul.queues import Queues
from skedyul.server import Handler
from skedyul.tokens import Tokens


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


class Skedyul:
    """See the package's own words."""

    def __init__(self, config: dict, port: int = 0):
        self.handle = config.get("handle", "app")
        self.app = {"id": "app_1", "versionId": "ver_1", "handle": self.handle, "versionHandle": "v1"}
        parts = [config.get("provision") or {}, config.get("install") or {}]
        self.channel_handles = {it["handle"] for part in parts for it in part.get("channels", [])}
        self.webhook_names = {it["name"] for it in config.get("webhooks", [])}
        self.lock = threading.RLock()
        self.tokens, self.faults, self.queues, self.instances = Tokens(), Faults(), Queues(), Instances(config)
        self.app_token, self.provision_token = self.tokens.app(), self.tokens.provision()
        self.installations, self.files = {}, {}
        self.channels, self.messages, self.events, self.webhooks, self.schedules = [], [], [], [], []
        self.batches, self.calls, self.complaints = [], [], []
        self.subscribed_events, self.setup_steps, self.capabilities, self.ai_answer = set(), {}, {}, {}
        self._numbers = itertools.count(1)
        self.core = Core(self)
        self._server = Server(("127.0.0.1", port), Handler)
        self._server.platform = self
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def start(self) -> "Skedyul":
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def stop(self):
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def fault(self, method: str, kind: str, times: int = 1, seconds: float = 1):
        self.faults.add(method, kind, times, seconds)

    def complain(self, about: str):
        self.complaints.append(about)

    def install(self, subdomain: str, env: dict | None = None) -> "Installation":
        with self.lock:
            number = next(self._numbers)
            installation = Installation(self, f"ain_{number}", {
                "id": f"wkp_{number}", "name": subdomain.replace("-", " ").title(), "subdomain": subdomain,
                "createdAt": "2026-01-01T00:00:00.000Z",
            }, dict(env or {}))
            self.installations[installation.id] = installation
            return installation

    def keep_file(self, installation: str, content: bytes, name: str, mime_type: str) -> str:
        with self.lock:
            id = f"fl_{next(self._numbers):06}"
            self.files[id] = {"installation": installation, "content": content, "name": name, "mimeType": mime_type}
            return id

    @staticmethod
    def post(url: str, body, headers: dict | None = None, timeout: float = 30) -> tuple[int, dict]:
        """A call of the platform's: status and answer."""
        request = urllib.request.Request(
            url, data=json.dumps(body).encode(), headers={"Content-Type": "application/json"} | (headers or {}))
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read()
        return status, json.loads(text) if text else {}


class Installation:
    """The integration in one workplace."""

    def __init__(self, platform: Skedyul, id: str, workplace: dict, env: dict):
        self.platform, self.id, self.workplace, self.variables = platform, id, workplace, env

    def token(self, lives: float = 3600) -> str:
        return self.platform.tokens.installation(self.id, lives)

    def env(self, **more) -> dict:
        """What a call gets as `env`."""
        return {"SKEDYUL_API_URL": self.platform.url, "SKEDYUL_API_TOKEN": self.token()} | self.variables | more

    def context(self, trigger: str = "agent", **more) -> dict:
        """What a tool call gets as `context`."""
        return {
            "trigger": trigger, "app": {name: self.platform.app[name] for name in ("id", "versionId")},
            "appInstallationId": self.id,
            "workplace": {name: self.workplace[name] for name in ("id", "subdomain")},
            "request": {"url": "https://app.example.com/x", "params": {}, "query": {}},
        } | more

    def call_tool(self, server: str, name: str, inputs: dict, trigger: str = "agent", headers=None, **more):
        """A `tools/call` in the platform's form: status and answer."""
        return self.platform.post(f"{server}/mcp", {
            "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": name, "arguments": {
                "inputs": inputs, "env": self.env(), "context": self.context(trigger), "invocation": {
                    "invocationId": str(uuid.uuid4()), "invocationType": "tool_call", "toolHandle": name,
                    "appInstallationId": self.id,
                },
            } | more},
        }, headers)

    def deliver(self, server: str, webhook: str, body: str, request_headers: dict, registration=None, headers=None,
                method: str = "POST", query: dict | None = None, env: dict | None = None):
        """A provider's request, as the platform forwards it to the webhook: status and answer."""
        url = f"{self.platform.url}/api/webhooks/whkr_{webhook}"
        return self.platform.post(f"{server}/webhooks/{webhook}", {
            "env": env if env is not None else self.env(),
            "request": {
                "method": method, "url": url, "path": f"/api/webhooks/whkr_{webhook}", "headers": request_headers,
                "query": query or {}, "body": body,
            },
            "context": {
                "app": {name: self.platform.app[name] for name in ("id", "versionId")}, "appInstallationId": self.id,
                "workplace": {name: self.workplace[name] for name in ("id", "subdomain")}, "registration": registration,
            },
        }, headers)
