"""The servers under torture, and the workplaces that they serve."""

import json
import os
import signal
import time

from processes import Process, answers, free_port
from production import META, Server, connect, sign_in

from torture.truth import Customer, Number

NUMBERS = [
    Number("+442079460155", "615520938471206", "730119284455021", ("north", "south")),
    Number("+442079460188", "615520938471333", "730119284455021", ("north",)),
]


class Replica:
    """One process of the server, always on the same port."""

    def __init__(self, name: str, server: Server):
        self.name, self.port = name, free_port()
        self._server = server
        self._process = None
        self._earlier = []

    def start(self):
        self._process = Process([META, "serve"], env=self._server.env(PORT=self.port), cwd=self._server.folder)

    def end(self, number: int) -> int:
        status = self._process.stop(number, seconds=60)
        self._earlier += self._process.lines[-200:]
        return status

    def stop_for_good(self):
        if self._process:
            self._process.stop(signal.SIGKILL)

    def signal(self, number: int):
        os.kill(self._process.pid, number)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def output(self) -> str:
        return "\n".join([*self._earlier[-400:], *self._process.lines[-400:]])

    def wait_until_ready(self, seconds: float = 90):
        deadline = time.monotonic() + seconds
        while not answers(f"http://127.0.0.1:{self.port}/ready"):
            assert time.monotonic() < deadline, f"{self.name} is not ready:\n{self.output}"
            time.sleep(0.05)


def open_workplaces(server: Server):
    """Workplaces north and south, connected to Meta, with their numbers, through what listens at the server's port."""
    for workplace in ("north", "south"):
        added = server.command("workplace", "add", workplace)
        assert added.returncode == 0, added.stderr
        connect(server, workplace, sign_in(server, workplace))
        for number in NUMBERS:
            if workplace in number.workplaces:
                added = server.command(
                    "invoke", "add_whatsapp_number", "--workplace", workplace,
                    "--args", json.dumps({"phone_number_id": number.id}))
                assert added.returncode == 0, added.stdout + added.stderr


def webhook_path(server: Server) -> str:
    return address(server, "receive_instagram")


def address(server: Server, webhook: str) -> str:
    """The path at which a webhook is reached."""
    listed = server.command("webhooks")
    assert listed.returncode == 0, listed.stderr
    lines = dict(line.split("\t") for line in listed.stdout.splitlines())
    return "/api/webhooks/" + lines[webhook].rsplit("/", 1)[-1]


def customers(count: int) -> list:
    return [Customer(f"+4477009{index:05d}", NUMBERS[index % len(NUMBERS)]) for index in range(count)]
