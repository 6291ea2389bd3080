"""One run: servers, customers, programs that send, and faults together, then the comparison."""

import collections
import signal
import time
from dataclasses import dataclass, field

from graph_line import Line
from production import Server

from torture.databases import DEAD, LONGEST_WAIT, MESSAGES, SENT, UNFINISHED, UNREAD
from torture.faults import Faults
from torture.fleet import Replica, customers, open_workplaces, webhook_path
from torture.graph import Relay, Weather
from torture.provider import Provider
from torture.senders import PEOPLE, Senders, arrivals, open_chats, sandbox
from torture.truth import ARRIVED, judge, judge_sends


@dataclass
class Plan:
    seconds: float
    seed: int
    #: Messages a second that come in, and that go out.
    rate: float
    sends: float
    customers: int
    #: Seconds between two faults.
    quiet: tuple = (0.5, 4)


@dataclass
class Outcome:
    sends: int
    events: int
    kills: int
    restarts: int
    suspensions: int
    lost: int
    doubled: int
    misplaced: int
    problems: list = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.misplaced or self.problems)

    @property
    def summary(self) -> str:
        return (f"sends {self.sends} · events {self.events} · kills {self.kills} · restarts {self.restarts} · lost {self.lost}"
                f" · doubled {self.doubled} · out of order {self.misplaced}")

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(
            self.sends + other.sends, self.events + other.events, self.kills + other.kills, self.restarts + other.restarts,
            self.suspensions + other.suspensions, self.lost + other.lost, self.doubled + other.doubled,
            self.misplaced + other.misplaced, self.problems + other.problems)


def torture(store, folder, plan: Plan, tell=lambda line: None) -> Outcome:
    """Runs the plan on a store of this kind. Whatever comes of it, nothing that it started is left."""
    server = Server(folder)
    line = Line(server.sandbox_port)
    server.provider["META_GRAPH_URL"] = line.url
    replicas = []
    relay = None
    try:
        with store(folder) as database:
            server.database = database.url
            replicas += [Replica(f"server {index + 1}", server) for index in range(store.replicas)]
            relay = Relay([replica.port for replica in replicas])
            server.host = f"127.0.0.1:{relay.port}"
            server.public = f"http://{server.host}"
            return _run(server, line, database, replicas, plan, tell)
    finally:
        for replica in replicas:
            replica.stop_for_good()
        server.sandbox.stop(signal.SIGKILL)
        line.close()
        if relay:
            relay.close()


def _run(server: Server, line: Line, database, replicas: list, plan: Plan, tell) -> Outcome:
    for replica in replicas:
        replica.start()
        replica.wait_until_ready()
    server.port = replicas[0].port
    open_workplaces(server)
    chats = open_chats(server, database)
    people = customers(plan.customers)
    ports = [replica.port for replica in replicas]
    provider = Provider(webhook_path(server), ports, server.host, people, seed=plan.seed, rate=plan.rate)
    senders = Senders(chats, ports, server.host, seed=plan.seed, rate=plan.sends)
    faults = Faults(replicas, database, seed=plan.seed, quiet=plan.quiet)
    weather = Weather(plan.seed)
    line.mode = weather
    for part in (provider, senders, faults):
        part.start()
    end = time.monotonic() + plan.seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, 30))
        tell(f"{plan.seconds - max(left - 30, 0):6.0f} s · acknowledged {sum(len(p.acknowledged) for p in people)}"
             f" · asked to send {senders.count} · kills {faults.kills} · restarts {faults.restarts}"
             f" · standing still {faults.suspensions}")
    faults.stop()
    weather.clear()
    provider.stop()
    senders.stop()
    _wait_until_idle(database, replicas)
    arrived = _wait_for_statuses(server, database)

    # What opened the chats is no customer's.
    inbound = [row for row in database.query(MESSAGES) if row[2] not in PEOPLE]
    unread = {(workplace, phone, address): count for workplace, phone, address, count in database.query(UNREAD)}
    verdict = judge(people, inbound, unread)
    stored = database.query(SENT)
    judge_sends(chats, arrived, stored, verdict)
    dead = database.query(DEAD)
    problems = [verdict.describe()] if not verdict.is_clean else []
    problems += [f"dead letters: {dead[:5]}"] if dead else []
    problems += [f"no process was killed:\n{faults.log}"] if not faults.kills else []
    tell(f"answers {provider.answers} · longest from arrival to done {database.query(LONGEST_WAIT)[0][0]} s")
    tell(f"on the way to Meta {weather.counts} · told {_count(answer for sends in chats for all in sends.answers.values() for answer in all)}"
         f" · in the end {_count(status for _, status in stored)}")
    for problem in problems:
        tell(problem)
    if problems:
        for entry in faults.log:
            tell(entry)
    return Outcome(
        verdict.sends, verdict.events, faults.kills, faults.restarts, faults.suspensions, len(verdict.lost),
        len(verdict.doubled), len(verdict.misplaced), problems)


def _count(values) -> dict:
    return dict(collections.Counter(values).most_common())


def _wait_for_statuses(server: Server, database, seconds: float = 60) -> dict:
    """Until Meta's statuses have come for all that arrived, or for as long as they may take. What arrived."""
    deadline = time.monotonic() + seconds
    while True:
        sandbox(server, "POST", "/sandbox/deliveries/retry", {})
        arrived = arrivals(server)
        settled = {text for text, status in database.query(SENT) if status in ARRIVED}
        if {text for texts in arrived.values() for text in texts} <= settled or time.monotonic() > deadline:
            return arrived
        time.sleep(1)


def _wait_until_idle(database, replicas: list, seconds: float = 300):
    """Until nothing waits: longer than a lease, in case the last fault took a worker."""
    deadline = time.monotonic() + seconds
    while any(int(count) for count in database.query(UNFINISHED)[0]):
        assert time.monotonic() < deadline, "\n\n".join(replica.output for replica in replicas)
        time.sleep(0.2)
