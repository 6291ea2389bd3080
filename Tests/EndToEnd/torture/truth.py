"""What must be in the store at the end, and how what is there differs from it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Number:
    """A telephone number of the business."""

    phone: str
    id: str
    account: str
    #: The workplaces that have it: each of them gets every message to it.
    workplaces: tuple


@dataclass
class Customer:
    """A person who writes to one number, one message after the other."""

    address: str
    number: Number
    #: Ids of the messages that were answered with 200, in the order in which they were sent.
    acknowledged: list = field(default_factory=list)


@dataclass
class Verdict:
    events: int = 0
    sends: int = 0
    lost: list = field(default_factory=list)
    doubled: list = field(default_factory=list)
    misplaced: list = field(default_factory=list)
    invented: list = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.misplaced or self.invented)

    @property
    def counts(self) -> str:
        return f"lost {len(self.lost)} · doubled {len(self.doubled)} · out of order {len(self.misplaced)}"

    def describe(self) -> str:
        named = {"lost": self.lost, "doubled": self.doubled, "out of order": self.misplaced, "invented": self.invented}
        return "\n".join(f"{name}: {values[:10]}" for name, values in named.items() if values)


def judge(customers: list, messages: list, unread: dict) -> Verdict:
    """Compares what was acknowledged with what the store holds.

    `messages`: (workplace, phone, address, message id) of inbound messages, in the order in which they were applied.
    `unread`: by (workplace, phone, address); it counts each time that a message was applied.
    """
    found = {}
    for workplace, phone, address, message in messages:
        found.setdefault((workplace, phone, address), []).append(message)
    verdict = Verdict()
    for customer in customers:
        for workplace in customer.number.workplaces:
            place = (workplace, customer.number.phone, customer.address)
            _compare(place, customer.acknowledged, found.pop(place, []), unread.get(place, 0), verdict)
    verdict.invented += [(place, message) for place, there in found.items() for message in there]
    return verdict


#: A message that the provider has, as the store shows it.
ARRIVED = {"sent", "delivered", "read", "played"}


def judge_sends(all_sends: list, arrived: dict, stored: list, verdict: Verdict):
    """Compares what callers were told with what arrived and with what the store says became of it.

    `arrived`: by (phone, person): the texts that arrived, in order.
    `stored`: (text, status) of outbound messages.
    """
    found = {}
    for text, status in stored:
        found.setdefault(text, []).append(status)
    for place, texts in arrived.items():
        own = [sends for sends in all_sends if (sends.number.phone, sends.person) == place]
        known = {key for sends in own for key in sends.answers}
        verdict.invented += [(place, text) for text in texts if text not in known]
        for sends in own:
            verdict.sends += len(sends.answers)
            for key, answers in sends.answers.items():
                _compare_send(key, answers, texts.count(key), found.get(key, []), verdict)
            # In the order in which they were taken: each waits for the answer to the one before.
            taken = [key for key, answers in sends.answers.items() if {"sent", "queued"} & set(answers)]
            order = {key: index for index, key in enumerate(taken)}
            latest = -1
            for text in texts:
                if order.get(text, latest) < latest:
                    verdict.misplaced.append((place, text))
                latest = max(latest, order.get(text, latest))


def _compare_send(key: str, answers: list, count: int, statuses: list, verdict: Verdict):
    case = (key, answers[-6:], f"arrived {count} times", statuses)
    if count > 1 or sum(status != "failed" for status in statuses) > 1:
        verdict.doubled.append(case)
    was_taken = {"sent", "queued", "UNKNOWN_OUTCOME"} & set(answers)
    if was_taken and not statuses or "pending" in statuses or "sent" in answers and not count:
        verdict.lost.append(case)
    # A status of the provider settles what was of unknown outcome.
    elif count and not ARRIVED & set(statuses):
        verdict.lost.append(case)
    elif not count and ARRIVED & set(statuses):
        verdict.invented.append(case)


def _compare(place, expected: list, there: list, unread: int, verdict: Verdict):
    verdict.events += len(expected)
    known, seen = set(expected), set()
    for message in there:
        if message in seen:
            verdict.doubled.append((place, message))
        if message not in known:
            verdict.invented.append((place, message))
        seen.add(message)
    verdict.lost += [(place, message) for message in expected if message not in seen]
    if unread > len(seen):
        verdict.doubled.append((place, f"applied {unread} times, {len(seen)} messages"))
    order = {message: index for index, message in enumerate(expected)}
    latest = -1
    for message in there:
        if order.get(message, latest) < latest:
            verdict.misplaced.append((place, message))
        latest = max(latest, order.get(message, latest))
