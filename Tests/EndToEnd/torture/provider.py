"""The provider's side: customers who write, and deliveries that are repeated until they are acknowledged."""

import json
import random
import threading
import time
from collections import deque

from webhooks import post, sign

from torture.truth import Customer


class Provider:
    """Sends for all customers, each by one thread, so that a customer's next message waits for the last one's 200."""

    def __init__(self, path: str, ports: list, host: str, customers: list, seed: int, rate: float, threads: int = 6):
        """`rate`: Messages a second that are aimed at, of all threads together."""
        self.path, self.ports, self.host, self.customers = path, ports, host, customers
        self.answers = {}
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._pause = threads * 2.5 / rate
        self._failures = []
        self._threads = [
            threading.Thread(
                target=self._run, args=(customers[index::threads], random.Random(seed * 1000 + index), index), daemon=True)
            for index in range(threads)
        ]

    def start(self):
        for thread in self._threads:
            thread.start()

    def stop(self, seconds: float = 120):
        """Lets every delivery that has begun be acknowledged. The servers must be up."""
        self._stop.set()
        for thread in self._threads:
            thread.join(seconds)
            assert not thread.is_alive(), "a delivery is not acknowledged though the servers are up"
        assert not self._failures, self._failures[0]

    def _run(self, customers: list, chance: random.Random, name: int):
        recent = deque(maxlen=200)
        count = 0
        try:
            while not self._stop.is_set():
                chosen = chance.sample(customers, k=min(len(customers), chance.randint(1, 3)))
                batch = []
                for customer in chosen:
                    for _ in range(chance.choice([1, 1, 1, 2, 3])):
                        count += 1
                        batch.append((customer, f"wamid.{name}.{count:07d}"))
                body = delivery(batch)
                self._until_acknowledged(body, chance)
                for customer, message in batch:
                    customer.acknowledged.append(message)
                recent.append(body)
                self._mischief(recent, chance, f"{name}.{count}")
                time.sleep(chance.uniform(0, 2 * self._pause))
        except Exception as error:  # noqa: BLE001 - told by stop(), in the thread of the test
            self._failures.append(error)

    def _until_acknowledged(self, body: bytes, chance: random.Random):
        while self._post(body, sign(body), chance) != 200:
            time.sleep(chance.uniform(0.02, 0.25))

    def _mischief(self, recent: deque, chance: random.Random, name: str):
        """What a provider, or somebody who would like to be it, sends besides."""
        if chance.random() < 0.15:
            body = chance.choice(recent)
            self._post(body, sign(body), chance)
        if chance.random() < 0.05:
            body = delivery([(chance.choice(self.customers), f"wamid.forged.{name}")])
            status = self._post(body, sign(body[:-1]), chance)
            assert status in (401, 403, 429, 503, None), f"a forged delivery was answered with {status}"
        if chance.random() < 0.03:
            body = json.dumps({
                "object": "whatsapp_business_account",
                "entry": [{"id": chance.choice(self.customers).number.account, "time": int(time.time()), "changes": [
                    {"field": "something_of_next_year", "value": {"name": name}}]}]}).encode()
            self._post(body, sign(body), chance)

    def _post(self, body: bytes, signature: str, chance: random.Random):
        """The status; None when nobody answers."""
        status, _ = post(chance.choice(self.ports), self.path, body, signature, self.host, timeout=10)
        with self._lock:
            self.answers[status] = self.answers.get(status, 0) + 1
        return status


def delivery(batch: list) -> bytes:
    """One request with messages of several customers: an entry for each account, a change for each number."""
    by_number = {}
    for customer, message in batch:
        by_number.setdefault(customer.number, []).append((customer, message))
    entries = []
    for number, messages in by_number.items():
        people = {customer.address for customer, _ in messages}
        entries.append({"id": number.account, "changes": [{"field": "messages", "value": {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": number.phone.lstrip("+"), "phone_number_id": number.id},
            "contacts": [{"profile": {"name": f"Zoë {address}"}, "wa_id": address.lstrip("+")} for address in sorted(people)],
            "messages": [message_of(customer, message) for customer, message in messages],
        }}]})
    return json.dumps({"object": "whatsapp_business_account", "entry": entries}).encode()


def message_of(customer: Customer, message: str) -> dict:
    return {
        "from": customer.address.lstrip("+"), "id": message, "timestamp": str(int(time.time())), "type": "text",
        "text": {"body": f"{message} of {customer.address}"},
    }
