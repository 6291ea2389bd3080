"""Programs that send, and repeat a call with its key until they know what became of it."""

import http.client
import json
import random
import threading
import time
from dataclasses import dataclass, field

from torture.databases import CHANNELS
from torture.fleet import NUMBERS

#: Who the sandbox knows; none of them is among the customers.
PEOPLE = ["+447700900417", "+46700000917", "+97145550142", "+81355550188", "+551155550123"]


@dataclass
class Sends:
    """The messages of one program to one person from one number, one after the other."""

    workplace: str
    number: object
    person: str
    channel: str
    token: str
    #: Each key, which is the message's text too, with every answer to it: a status, or the code of a failure.
    answers: dict = field(default_factory=dict)


def open_chats(server, database) -> list:
    """Each person writes to each number, so that it may answer; and what is needed to send from there."""
    found = []
    channels = {(workplace, phone): channel for workplace, phone, channel in database.query(CHANNELS)}
    for workplace in ("north", "south"):
        made = server.command("token", "create", "--workplace", workplace)
        assert made.returncode == 0, made.stderr
        for number in NUMBERS:
            if workplace in number.workplaces:
                found += [Sends(workplace, number, person, channels[workplace, number.phone], made.stdout.split()[-1])
                          for person in PEOPLE]
    for number in NUMBERS:
        for person in PEOPLE:
            sandbox(server, "POST", "/sandbox/messages", {"person": person[1:], "number": number.id, "text": "hello"})
    return found


def sandbox(server, method: str, path: str, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", server.sandbox_port, timeout=30)
    try:
        connection.request(method, path, json.dumps(body) if body is not None else None,
                           {"Content-Type": "application/json", "Host": f"127.0.0.1:{server.sandbox_port}"})
        answer = connection.getresponse()
        text = answer.read().decode()
        assert answer.status == 200, text
        return json.loads(text)
    finally:
        connection.close()


def arrivals(server) -> dict:
    """What has truly arrived from each number at each person, in order."""
    return {
        (number.phone, person): [
            row["text"]
            for row in sandbox(server, "GET", f"/sandbox/messages?person={person[1:]}&number={number.id}")["data"]
            if row["direction"] == "from_business"]
        for number in NUMBERS for person in PEOPLE}


class Senders:
    """One thread for each that sends. Any of them may be asked of any server, and of two at once."""

    def __init__(self, all_sends: list, ports: list, host: str, seed: int, rate: float):
        """`rate`: Messages a second that are aimed at, of all together."""
        self.sends, self.ports, self.host = all_sends, ports, host
        self._pause = len(all_sends) / rate
        self._stop = threading.Event()
        self._failures = []
        self._threads = [
            threading.Thread(target=self._run, args=(sends, random.Random(seed * 77 + index)), daemon=True)
            for index, sends in enumerate(all_sends)]

    @property
    def count(self) -> int:
        return sum(len(sends.answers) for sends in self.sends)

    def start(self):
        for thread in self._threads:
            thread.start()

    def stop(self, seconds: float = 240):
        """Lets every call that has begun be answered. The servers must be up."""
        self._stop.set()
        for thread in self._threads:
            thread.join(seconds)
            assert not thread.is_alive(), "a send is not answered though the servers are up"
        assert not self._failures, self._failures[0]

    def _run(self, sends: Sends, chance: random.Random):
        try:
            while not self._stop.wait(chance.uniform(0, 2 * self._pause)):
                key = f"{sends.workplace} {sends.number.phone} {sends.person} {len(sends.answers):05d}"
                sends.answers[key] = []
                self._until_known(sends, key, chance)
        except Exception as error:  # noqa: BLE001 - told by stop(), in the thread of the test
            self._failures.append(error)

    def _until_known(self, sends: Sends, key: str, chance: random.Random):
        said = sends.answers[key]
        twin = None
        if chance.random() < 0.15:
            # Another one of the same program, at the same time.
            twin = threading.Thread(target=lambda port: said.append(self._call(sends, key, port)), args=(chance.choice(self.ports),))
            twin.start()
        while True:
            answer = self._call(sends, key, chance.choice(self.ports))
            said.append(answer)
            if answer not in (None, "IN_PROGRESS", "UNAVAILABLE", "RATE_LIMITED"):
                break
            time.sleep(chance.uniform(0.1, 1))
        if chance.random() < 0.1:
            said.append(self._call(sends, key, chance.choice(self.ports)))
        if twin:
            twin.join()

    def _call(self, sends: Sends, key: str, port: int):
        """`sent`, `queued`, or the code of a failure; None when nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        arguments = {
            "channel": {"id": sends.channel, "handle": "whatsapp", "identifierValue": sends.number.phone},
            "recipient": {"address": sends.person}, "message": {"id": key, "content": key}}
        try:
            connection.request("POST", f"/api/{sends.workplace}/tools/send_whatsapp", json.dumps(arguments), {
                "Authorization": f"Bearer {sends.token}", "Content-Type": "application/json", "Host": self.host})
            answer = connection.getresponse()
            body = json.loads(answer.read())
            if answer.status == 200:
                return body["output"]["status"]
            # A store that is down is an answer without a code.
            return body.get("code") or ("UNAVAILABLE" if answer.status >= 500 else f"HTTP {answer.status}")
        except (OSError, http.client.HTTPException, ValueError):
            return None
        finally:
            connection.close()
