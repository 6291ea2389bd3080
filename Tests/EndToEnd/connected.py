"""Server processes of the integration behind a line that can be cut, a workplace that is connected, and callers of its tools."""

import http.client
import json
import signal
import time

from graph_line import Line
from processes import Process, answers
from production import META, WORKPLACE, Server, connect, fields, sign_in

NUMBER = "+442079460155"
PERSON = "+447700900417"


class ConnectedServers(Server):
    """Server processes on one database, a line to the sandbox that can be cut, and a person who has written."""

    def __init__(self, folder, database: str = None):
        super().__init__(folder)
        self.host = f"127.0.0.1:{self.port}"
        self.public = f"http://{self.host}"
        self.line = Line(self.sandbox_port)
        self.provider["META_GRAPH_URL"] = self.line.url
        if database:
            self.database = database
        self.processes = []

    def env(self, **changes) -> dict:
        return super().env(**{"PUBLIC_URL": self.public, **changes})

    def start(self, port: int = None) -> Process:
        """One more process. Webhooks come to the one on `self.port`."""
        port = port or self.port
        process = Process([META, "serve"], env=self.env(PORT=port), cwd=self.folder)
        self.processes.append(process)
        deadline = time.monotonic() + 30
        while not answers(f"http://127.0.0.1:{port}/ready"):
            assert time.monotonic() < deadline, process.output
            time.sleep(0.05)
        return process

    def kill(self, process):
        process.stop(signal.SIGKILL)
        self.processes.remove(process)

    def open(self):
        """A workplace that is connected, has a number, and knows a person whose window is open."""
        assert self.command("workplace", "add", WORKPLACE).returncode == 0
        self.cookie = cookie = sign_in(self, WORKPLACE)
        connect(self, WORKPLACE, cookie)
        numbers = f"/app/{WORKPLACE}/whatsapp-numbers"
        page = self.request("GET", numbers, Cookie=cookie)
        form = [(name, value) for name, value in fields(page.text, "submit-add_whatsapp_number")]
        listed = json.loads(self.sandbox_call("GET", "/sandbox/numbers").text)["data"]
        self.number = next(one for one in listed if "79460155" in json.dumps(one).replace(" ", ""))["id"]
        added = self.request("POST", numbers, form + [("phone_number_id", self.number)], Cookie=cookie, Origin=self.public)
        assert added.status == 303, added.text
        made = self.command("token", "create", "--workplace", WORKPLACE)
        assert made.returncode == 0, made.stderr
        self.token = made.stdout.split()[-1]
        registered = self.call(self.port, "fetch_registered_wa_business_numbers", {})[1]
        self.channel = next(item["channel_id"] for item in registered["items"] if item.get("channel_id"))
        self.sandbox_call("POST", "/sandbox/messages", {"person": PERSON[1:], "number": self.number, "text": "hello"})
        self.until(lambda: "hello" in [row["text"] for row in self.messages()])

    def call(self, port, tool, arguments, workplace=WORKPLACE, token=None):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=40)
        try:
            connection.request("POST", f"/api/{workplace}/tools/{tool}", json.dumps(arguments), {
                "Authorization": f"Bearer {token or self.token}", "Content-Type": "application/json", "Host": self.host})
            answer = connection.getresponse()
            body = json.loads(answer.read())
            return answer.status, body.get("output", body)
        except (OSError, http.client.HTTPException):
            return None, None
        finally:
            connection.close()

    def json(self, method, path, body, headers=None) -> dict:
        """A JSON call with the workplace's bearer token."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
        try:
            connection.request(method, path, json.dumps(body), {
                "Authorization": f"Bearer {self.token}", "Content-Type": "application/json",
                "Accept": "application/json, text/event-stream", "Host": self.host, **(headers or {})})
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()

    def send(self, key: str, port: int = None, to: str = PERSON):
        return self.call(port or self.port, "send_whatsapp", {
            "channel": {"id": self.channel, "handle": "whatsapp", "identifierValue": NUMBER},
            "recipient": {"address": to}, "message": {"id": key, "content": key},
        })

    def messages(self) -> list:
        """As a person of the workplace would see them in the sandbox's phone: what has truly arrived there."""
        answer = self.sandbox_call("GET", f"/sandbox/messages?person={PERSON[1:]}&number={getattr(self, 'number', '')}")
        return json.loads(answer.text)["data"]

    def arrived(self, text: str) -> int:
        return sum(row["text"] == text for row in self.messages())

    def until(self, condition, seconds: float = 60):
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, "\n".join(process.output for process in self.processes)
            time.sleep(0.1)

    def sandbox_call(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.sandbox_port, timeout=20)
        try:
            connection.request(method, path, json.dumps(body) if body else None,
                               {"Content-Type": "application/json", "Host": f"127.0.0.1:{self.sandbox_port}"})
            answer = connection.getresponse()
            answer.text = answer.read().decode()
            assert answer.status == 200, answer.text
            return answer
        finally:
            connection.close()

    def close(self):
        self.line.close()
        for process in self.processes + [self.sandbox]:
            process.stop(signal.SIGKILL)
