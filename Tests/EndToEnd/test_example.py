"""The example: an integration in a package of its own, built from this one's products, with a Telegram of our own."""

import json
import os
import re
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from processes import BINARIES, ROOT, Process, environment, free_port, run

BINARY = Path(os.environ.get("INTEGRATIONKIT_EXAMPLE", ROOT / ".build" / "example" / "debug" / "TelegramClinic"))
TOKEN = "4711:end-to-end-bot-token"
README = (ROOT / "Examples" / "TelegramClinic" / "README.md").read_text()
SECRET = "end-to-end-webhook-token"
ANNA = {"id": 81, "is_bot": False, "first_name": "Анна", "last_name": "O'Brien <b>", "language_code": "de"}


class Telegram(ThreadingHTTPServer):
    """As much of the Bot API as the example uses: one bot, which keeps its webhook and what it sent."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.webhook = threading.Event()
        self.parameters = {}
        self.sent = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, method, parameters):
        if method == "getMe":
            return {"id": 1, "is_bot": True, "first_name": "The Clinic", "username": "clinic_bot"}
        if method == "setWebhook":
            self.parameters = parameters
            self.webhook.set()
            return True
        if method == "sendMessage":
            self.sent.append(parameters)
            return {"message_id": 1000 + len(self.sent), "chat": {"id": int(parameters["chat_id"])}}
        return None


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        _, bot, method = self.path.split("/")
        if bot != f"bot{TOKEN}":
            return self.reply(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
        result = self.server.answer(method, body)
        if result is None:
            return self.reply(404, {"ok": False, "error_code": 404, "description": "Not Found"})
        self.reply(200, {"ok": True, "result": result})

    def reply(self, status, answer):
        content = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def telegram():
    server = Telegram()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


class Clinic:
    def __init__(self, folder, telegram):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = environment(
            TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_WEBHOOK_TOKEN=SECRET, TELEGRAM_URL=telegram.url)
        # As its README says, but for the tunnel.
        command = re.search(r"swift run TelegramClinic (.*) --tunnel-url", README).group(1)
        self.process = Process(
            [BINARY, *command.split(), "--port", self.port, "--data", folder], env=self.env)
        self.login = self.process.wait_for(r"http://\S+/login\S+").group(0)
        created = run(BINARY, "token", "create", "--workplace", "my-clinic", "--data", folder, env=self.env)
        assert created.returncode == 0, created.stderr
        self.token = created.stdout.strip().splitlines()[-1]

    def call(self, path, body=None, headers=None):
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            path if path.startswith("http") else self.url + path, data=content,
            headers={"Content-Type": "application/json"} | (headers or {"Authorization": f"Bearer {self.token}"}))
        try:
            with urllib.request.urlopen(request, timeout=20) as response:
                text = response.read().decode()
                return response.status, json.loads(text) if text.startswith(("{", "[")) else text
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def update(self, number, text, person=ANNA, secret=SECRET):
        """What Telegram sends when somebody writes to the bot."""
        return {
            "update_id": number,
            "message": {
                "message_id": number, "date": int(time.time()), "text": text, "from": person,
                "chat": {"id": person["id"], "type": "private", "first_name": person["first_name"]},
            },
        }, {"X-Telegram-Bot-Api-Secret-Token": secret}

    def patients(self, count):
        deadline = time.monotonic() + 30
        while True:
            _, answer = self.call("/api/my-clinic/models/patient")
            if len(answer["items"]) >= count or time.monotonic() > deadline:
                return answer["items"]
            time.sleep(0.05)


@pytest.fixture(scope="module")
def clinic(telegram, tmp_path_factory):
    assert BINARY.exists(), "build first: swift build --package-path Examples/TelegramClinic --scratch-path .build/example"
    clinic = Clinic(tmp_path_factory.mktemp("clinic"), telegram)
    yield clinic
    assert clinic.process.stop() == 0, clinic.process.output


def test_its_manifest_is_as_an_author_should_leave_it():
    manifest = ROOT / "Examples" / "TelegramClinic" / "integration.yaml"
    for command in (["check"], ["fmt", "--check"]):
        result = run(BINARIES / "integration", *command, manifest)
        assert (result.returncode, result.stdout + result.stderr) == (0, ""), result.stderr


def test_patients_write_and_are_reminded(clinic, telegram, chromium):
    assert telegram.webhook.wait(30), clinic.process.output
    address = telegram.parameters["url"]
    assert address.endswith("?bot=clinic_bot")
    assert telegram.parameters["secret_token"] == SECRET

    # Written before anybody has connected the bot: kept, and there once it is.
    assert clinic.call(address, *clinic.update(1, "Is anybody there?"))[0] == 200
    status, answer = clinic.call("/api/my-clinic/tools/connect_bot", {})
    assert (status, answer) == (200, {"output": {"username": "clinic_bot"}})
    patient = clinic.patients(1)[0]
    assert (patient["chat_id"], patient["name"], patient["language"]) == ("81", "Анна O'Brien <b>", "de")

    # The same again, and one that is forged.
    assert clinic.call(address, *clinic.update(1, "Is anybody there?"))[0] == 200
    assert clinic.call(address, *clinic.update(2, "forged", secret="nobody knows"))[0] in (401, 403)
    assert clinic.call(address, *clinic.update(3, "My tooth hurts", ANNA | {"id": 82, "first_name": "Bo"}))[0] == 200
    assert len(clinic.patients(2)) == 2

    page = chromium.new_page()
    page.goto(clinic.login)
    page.get_by_test_id("login-confirm").click()
    page.goto(f"{clinic.url}/app/my-clinic/conversations")
    shown = page.inner_text("main")
    assert "Is anybody there?" in shown and "My tooth hurts" in shown and "Анна O'Brien <b>" in shown
    assert "forged" not in shown
    page.close()

    arguments = {"patient": patient["id"], "at": "tomorrow at 10:00", "note": "Bring your card"}
    status, answer = clinic.call("/api/my-clinic/tools/remind_patient", arguments)
    assert (status, answer) == (200, {"output": {"sent": True}})
    assert telegram.sent == [{"chat_id": "81", "text": "We expect you at tomorrow at 10:00.\nBring your card"}]


def test_who_wants_no_reminders_gets_none(clinic, telegram):
    patient = clinic.patients(1)[0]
    request = urllib.request.Request(
        f"{clinic.url}/api/my-clinic/models/patient/{patient['id']}", method="PATCH",
        data=json.dumps({"reminders": "NONE"}).encode(),
        headers={"Authorization": f"Bearer {clinic.token}", "Content-Type": "application/json"})
    urllib.request.urlopen(request, timeout=20).close()
    sent = len(telegram.sent)
    status, answer = clinic.call("/api/my-clinic/tools/remind_patient", {"patient": patient["id"], "at": "noon"})
    assert (status, answer) == (200, {"output": {"sent": False}})
    assert len(telegram.sent) == sent
