"""What happens to the servers and their database, again and again, by chance and from one seed."""

import random
import signal
import threading
import time


class Faults:
    """Breaks things in a thread of its own until it is stopped; then everything is up again."""

    def __init__(self, replicas: list, database, seed: int, quiet: tuple):
        """`quiet`: Seconds, least and most, between two faults."""
        self.replicas, self.database = replicas, database
        self.kills = self.restarts = self.suspensions = 0
        self.log = []
        #: When each of those that stand still goes on.
        self._standing = {}
        self._chance = random.Random(seed)
        self._quiet = quiet
        self._stop = threading.Event()
        self._began = time.monotonic()
        self._failure = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self):
        self._thread.start()

    def stop(self):
        self._stop.set()
        self._thread.join(180)
        assert not self._thread.is_alive(), "\n".join(self.log)
        self._let_go(every=True)
        if self._failure:
            raise self._failure
        for replica in self.replicas:
            replica.wait_until_ready()

    def _run(self):
        faults = [self._kill, self._kill, self._kill, self._suspend, self._end_in_order]
        if hasattr(self.database, "server"):
            faults += [self._restart_database, self._restart_database]
        try:
            while not self._stop.wait(self._chance.uniform(*self._quiet)):
                self._let_go()
                self._chance.choice(faults)()
        except BaseException as error:  # noqa: BLE001 - raised by stop(), in the thread of the test
            self._failure = error

    def _say(self, what: str):
        self.log.append(f"{time.monotonic() - self._began:7.2f} s  {what}")

    def _let_go(self, every: bool = False):
        for replica, due in list(self._standing.items()):
            if every or due <= time.monotonic():
                self._say(f"{replica.name} goes on")
                del self._standing[replica]
                replica.signal(signal.SIGCONT)

    def _kill(self):
        replica = self._chance.choice(self.replicas)
        self._say(f"kill -9 of {replica.name}")
        self._standing.pop(replica, None)
        replica.end(signal.SIGKILL)
        self.kills += 1
        self._stop.wait(self._chance.uniform(0, 2))
        replica.start()

    def _moving(self):
        return self._chance.choice([replica for replica in self.replicas if replica not in self._standing] or [None])

    def _end_in_order(self):
        replica = self._moving()
        if not replica:
            return
        # One that only begins has nothing to end in order.
        replica.wait_until_ready()
        self._say(f"{replica.name} is told to stop")
        status = replica.end(signal.SIGTERM)
        assert status == 0, f"{replica.name} ended with {status}:\n{replica.output}"
        self.restarts += 1
        replica.start()

    def _suspend(self):
        replica = self._moving()
        if not replica:
            return
        seconds = self._chance.uniform(*self.database.pauses)
        self._say(f"{replica.name} stands still for {seconds:.1f} s")
        replica.signal(signal.SIGSTOP)
        self._standing[replica] = time.monotonic() + seconds
        self.suspensions += 1

    def _restart_database(self):
        mode = self._chance.choice(["fast", "immediate"])
        self._say(f"the database restarts ({mode})")
        self.database.server.stop(mode)
        self._stop.wait(self._chance.uniform(0, 3))
        self.database.server.start()
        self.restarts += 1
