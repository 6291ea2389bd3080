"""One run: servers, customers and faults together, then the comparison."""

import signal
import time
from dataclasses import dataclass, field

from production import Server

from torture.databases import DEAD, LONGEST_WAIT, MESSAGES, UNFINISHED, UNREAD
from torture.faults import Faults
from torture.fleet import Replica, customers, open_workplaces, webhook_path
from torture.provider import Provider
from torture.truth import judge


@dataclass
class Plan:
    seconds: float
    seed: int
    #: Messages a second.
    rate: float
    customers: int
    #: Seconds between two faults.
    quiet: tuple = (0.5, 4)


@dataclass
class Outcome:
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
        return (f"events {self.events} · kills {self.kills} · restarts {self.restarts} · lost {self.lost}"
                f" · doubled {self.doubled} · out of order {self.misplaced}")

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(
            self.events + other.events, self.kills + other.kills, self.restarts + other.restarts,
            self.suspensions + other.suspensions, self.lost + other.lost, self.doubled + other.doubled,
            self.misplaced + other.misplaced, self.problems + other.problems)


def torture(store, folder, plan: Plan, tell=lambda line: None) -> Outcome:
    """Runs the plan on a store of this kind. Whatever comes of it, nothing that it started is left."""
    server = Server(folder)
    replicas = []
    try:
        with store(folder) as database:
            server.database = database.url
            replicas += [Replica(f"server {index + 1}", server) for index in range(store.replicas)]
            return _run(server, database, replicas, plan, tell)
    finally:
        for replica in replicas:
            replica.stop_for_good()
        server.sandbox.stop(signal.SIGKILL)


def _run(server: Server, database, replicas: list, plan: Plan, tell) -> Outcome:
    for replica in replicas:
        replica.start()
        replica.wait_until_ready()
    server.port = replicas[0].port
    open_workplaces(server)
    people = customers(plan.customers)
    provider = Provider(
        webhook_path(server), [replica.port for replica in replicas], people, seed=plan.seed, rate=plan.rate)
    faults = Faults(replicas, database, seed=plan.seed, quiet=plan.quiet)
    provider.start()
    faults.start()
    end = time.monotonic() + plan.seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, 30))
        tell(f"{plan.seconds - max(left - 30, 0):6.0f} s · acknowledged {sum(len(p.acknowledged) for p in people)}"
             f" · kills {faults.kills} · restarts {faults.restarts} · standing still {faults.suspensions}")
    faults.stop()
    provider.stop()
    _wait_until_idle(database, replicas)

    unread = {(workplace, phone, address): count for workplace, phone, address, count in database.query(UNREAD)}
    verdict = judge(people, database.query(MESSAGES), unread)
    dead = database.query(DEAD)
    problems = [verdict.describe()] if not verdict.is_clean else []
    problems += [f"dead letters: {dead[:5]}"] if dead else []
    problems += [f"no process was killed:\n{faults.log}"] if not faults.kills else []
    tell(f"answers {provider.answers} · longest from arrival to done {database.query(LONGEST_WAIT)[0][0]} s")
    for problem in problems:
        tell(problem)
    if problems:
        for line in faults.log:
            tell(line)
    return Outcome(
        verdict.events, faults.kills, faults.restarts, faults.suspensions, len(verdict.lost), len(verdict.doubled),
        len(verdict.misplaced), problems)


def _wait_until_idle(database, replicas: list, seconds: float = 240):
    """Until nothing waits: longer than a lease, in case the last fault took a worker."""
    deadline = time.monotonic() + seconds
    while any(int(count) for count in database.query(UNFINISHED)[0]):
        assert time.monotonic() < deadline, "\n\n".join(replica.output for replica in replicas)
        time.sleep(0.2)
