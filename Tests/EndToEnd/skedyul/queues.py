"""Queues and sequencers, which count for all servers of an integration together."""

import threading
import time

from skedyul.refusal import Refused


class Queues:
    def __init__(self):
        self._changed = threading.Condition()
        self._queues, self._sequences, self._number = {}, {}, 0
        self.acquired, self.released = [], []

    def acquire(self, queueKey, limits, timeoutMs, executionHoldMs):
        end = time.monotonic() + timeoutMs / 1000
        with self._changed:
            queue = self._queues.setdefault(queueKey, {"held": {}, "starts": []})
            while True:
                now = time.monotonic()
                queue["held"] = {lease: until for lease, until in queue["held"].items() if until > now}
                wait = self._wait(queue, limits, now)
                if wait == 0:
                    self._number += 1
                    lease = f"lease_{self._number}"
                    queue["held"][lease] = now + executionHoldMs / 1000
                    queue["starts"].append(now)
                    self.acquired.append((queueKey, lease))
                    return {"leaseId": lease, "acquiredAt": int(time.time() * 1000), "queueKey": queueKey}
                if now >= end:
                    raise Refused("TIMEOUT", "acquire timed out", status=408, complaint=False)
                self._changed.wait(min(end - now, wait))

    @staticmethod
    def _wait(queue, limits, now) -> float:
        most = limits.get("maxConcurrent")
        if most is not None and len(queue["held"]) >= most:
            return 60
        gap = limits.get("minTime", 0) / 1000
        if gap and queue["starts"] and queue["starts"][-1] + gap > now:
            return queue["starts"][-1] + gap - now
        size = limits.get("reservoir")
        if size is not None:
            every = limits["reservoirRefreshInterval"] / 1000
            refilled = int((now - queue.setdefault("since", now)) / every) * limits["reservoirRefreshAmount"]
            if len(queue["starts"]) - refilled >= size:
                return every
        return 0

    def release(self, leaseId, queueKey):
        with self._changed:
            known = self._queues.get(queueKey, {"held": {}})["held"].pop(leaseId, None)
            self.released.append((queueKey, leaseId))
            self._changed.notify_all()
        return {"released": known is not None}

    # Sequencers

    def allow(self, sequencerKey, timestamp, leaseId=None, watermarkTtlMs=None):
        with self._changed:
            sequence = self._sequence(sequencerKey)
            if sequence["lease"] and sequence["lease"] != leaseId:
                return {"allowed": False, "reason": "locked"}
            if sequence["watermark"] is not None and timestamp < sequence["watermark"]:
                return {"allowed": False, "reason": "stale", "watermark": sequence["watermark"]}
            sequence["watermark"] = timestamp
            return {"allowed": True, "reason": "ok", "watermark": timestamp}

    def lock(self, sequencerKey, leaseId, timestamp=None, lockTtlMs=60000, watermarkTtlMs=None):
        with self._changed:
            sequence = self._sequence(sequencerKey)
            if sequence["lease"] and sequence["lease"] != leaseId:
                return {"acquired": False, "reason": "locked"}
            sequence["lease"], sequence["until"] = leaseId, time.monotonic() + lockTtlMs / 1000
            return {"acquired": True, "reason": "ok"}

    def unlock(self, sequencerKey, leaseId):
        with self._changed:
            sequence = self._sequence(sequencerKey)
            if sequence["lease"] == leaseId:
                sequence["lease"] = None
        return {"released": True}

    def _sequence(self, key):
        sequence = self._sequences.setdefault(key, {"lease": None, "until": 0, "watermark": None})
        if sequence["until"] <= time.monotonic():
            sequence["lease"] = None
        return sequence
