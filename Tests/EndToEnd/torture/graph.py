"""What happens to messages on their way to Meta, and to its statuses on their way back."""

import http.client
import http.server
import random
import threading
import time

from processes import free_port


def refusal(status: int, code: int, message: str) -> dict:
    return {"status": status, "body": {"error": {
        "message": message, "type": "OAuthException", "code": code, "fbtrace_id": "A1"}}}


BROKEN = [refusal(500, 1, "An unknown error occurred"), refusal(503, 2, "Service temporarily unavailable"),
          refusal(500, 131000, "Something went wrong")]
#: A page of something on the way, which does not know what Graph has done.
PAGE = {"status": 502, "taken": True, "body": "<html><title>502 Bad Gateway</title></html>"}
#: The same after the message was taken: faults of Graph's own may come at any step.
BROKEN_LATE = [{**broken, "taken": True} for broken in BROKEN]
SLOWER = [refusal(429, 130429, "(#130429) Rate limit hit"), refusal(400, 131056, "(#131056) Pair rate limit hit")]


class Weather:
    """Says for each message what happens to it: by chance, and now and then the same to all of them for a while."""

    def __init__(self, seed: int):
        self.counts = {}
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        self._storm, self._until = None, time.monotonic() + 10
        self._is_over = False

    def clear(self):
        """From now on everything goes through."""
        self._is_over = True

    def __call__(self):
        with self._lock:
            if self._is_over:
                return "pass"
            name, mode = self._next()
            self.counts[name] = self.counts.get(name, 0) + 1
            return mode

    def _next(self) -> tuple:
        now = time.monotonic()
        if now > self._until:
            calm = self._storm is not None
            self._storm = None if calm else self._chance.choice(["slow", "500", "reset after accepting", "dropped"])
            self._until = now + (self._chance.uniform(15, 60) if calm else self._chance.uniform(2, 8))
        if self._storm:
            return self._storm, self._mode(self._storm)
        name = self._chance.choices(
            ["through", "slow", "500", "500 after accepting", "502 after accepting", "429", "reset after accepting",
             "dropped"],
            weights=[77, 5, 3, 3, 3, 1, 4, 4])[0]
        return name, self._mode(name)

    def _mode(self, name: str):
        match name:
            # Also beyond the tool's timeout of ten seconds.
            case "slow": return self._chance.uniform(0.5, 12)
            case "500": return self._chance.choice(BROKEN)
            case "500 after accepting": return self._chance.choice(BROKEN_LATE)
            case "502 after accepting": return PAGE
            case "429": return self._chance.choice(SLOWER)
            case "reset after accepting": return "cut"
            case "dropped": return "drop"
        return "pass"


class Relay:
    """Stands at the public address, and passes what comes on to one of the servers that answer."""

    def __init__(self, ports: list):
        self.port = free_port()
        relay = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def _pass(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                status, answer = relay._ask(random.sample(ports, len(ports)), self, body)
                self.send_response(status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            do_GET = do_POST = _pass

        class Listener(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                """The sandbox has hung up."""

        self._server = Listener(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    @staticmethod
    def _ask(ports, request, body) -> tuple:
        for port in ports:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            try:
                connection.request(request.command, request.path, body, dict(request.headers.items()))
                answer = connection.getresponse()
                return answer.status, answer.read()
            except (OSError, http.client.HTTPException):
                continue
            finally:
                connection.close()
        return 502, b""
