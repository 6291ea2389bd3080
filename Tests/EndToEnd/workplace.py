"""A connected workplace as its people, its scripts and its agents use it, and the phones that it writes to."""

import json
import re

from connected import ConnectedServers
from graph import IMOGEN
from production import WORKPLACE, fields


class Workplace(ConnectedServers):
    """A workplace as its people, its scripts and its agents use it, on SQLite."""

    def ask(self, tool, **arguments):
        """What a tool gives."""
        status, answer = self.call(self.port, tool, arguments)
        assert status == 200, (tool, status, answer)
        return answer

    def refused(self, tool, failure, /, field=None, says="", **arguments):
        """How a tool refuses: by its code, the field that it is about, and something that people can read."""
        status, answer = self.call(self.port, tool, arguments)
        assert status >= 400 and answer["code"] == failure, (tool, status, answer)
        assert field is None or answer.get("field") == field, answer
        assert says.lower() in f"{answer['message']} {answer.get('advice', '')}".lower(), answer
        return answer

    def rows(self, model) -> list:
        return json.loads(self.request("GET", f"/api/{WORKPLACE}/models/{model}", Authorization=f"Bearer {self.token}").text)["items"]

    def row(self, model, **wanted) -> dict:
        return next((row for row in self.rows(model) if all(row.get(key) == value for key, value in wanted.items())), None)

    def control(self, path, **body):
        return json.loads(self.sandbox_call("POST", f"/sandbox/{path}", body).text)

    def phone(self, number, person=IMOGEN) -> list:
        """What stands on somebody's phone."""
        return json.loads(self.sandbox_call("GET", f"/sandbox/messages?person={person}&number={number}").text)["data"]

    def received(self, id, number, person=IMOGEN) -> dict:
        return next(message for message in self.phone(number, person) if message["id"] == id)

    def page(self, path):
        return self.request("GET", f"/app/{WORKPLACE}{path}", Cookie=self.cookie)

    def submit(self, path, form, **values):
        """Fills a form of a page in and sends it as a browser would."""
        sent = [pair for pair in fields(self.page(path).text, f"submit-{form}") if pair[0] not in values]
        return self.request("POST", f"/app/{WORKPLACE}{path}", sent + list(values.items()), Cookie=self.cookie, Origin=self.public)

    def press(self, path, action):
        """Presses a button of a page; one that asks first is confirmed."""
        sent = fields(self.page(path).text, f"action-{action}")
        return self.request("POST", f"/app/{WORKPLACE}{path}", sent + [("_confirmed", "1")], Cookie=self.cookie, Origin=self.public)

    def conversations(self) -> str:
        return self.page("/conversations").text

    def conversation(self, name) -> str:
        """The newest conversation with somebody, as the workplace's people see it."""
        address = re.search(
            r'href="(/app/[^"]+/conversations/[^"]+)"[^>]*>(?:(?!</a>).)*?' + name, self.conversations(), re.S)
        return self.request("GET", address[1], Cookie=self.cookie).text
