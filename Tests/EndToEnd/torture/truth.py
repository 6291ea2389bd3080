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
