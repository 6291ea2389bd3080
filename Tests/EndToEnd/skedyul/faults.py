"""Ways in which a platform fails."""

import threading

#: Those that do what was asked before they fail.
DONE = {"slow", "lost", "truncated"}
KINDS = DONE | {"500", "503", "429", "html", "hangup", "refused", "silence"}


class Faults:
    def __init__(self):
        self._waiting, self._lock = [], threading.Lock()

    def add(self, method: str, kind: str, times: int = 1, seconds: float = 1):
        assert kind in KINDS, f"there is no fault {kind}: {sorted(KINDS)}"
        with self._lock:
            self._waiting += [(method, kind, seconds)] * times

    def take(self, method: str) -> tuple[str, float] | None:
        with self._lock:
            for fault in self._waiting:
                if fault[0] in (method, "*"):
                    self._waiting.remove(fault)
                    return fault[1:]
        return None
