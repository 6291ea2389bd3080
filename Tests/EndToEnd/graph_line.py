"""The line between the server and the Graph sandbox, which a test cuts where it likes."""

import http.client
import http.server
import json
import threading
import time

from processes import free_port


class Line:
    """Passes requests on to the sandbox. What is done to a message is the test's:

    `pass`    it goes through
    `hold`    it waits before the sandbox sees it, and is dropped when let go
    `late`    the sandbox takes it, and its answer waits until let go
    `cut`     the sandbox takes it, and the connection is cut in place of the answer
    `drop`    the sandbox does not see it, and the connection is cut
    a number  it goes through after so many seconds
    a dict    the sandbox does not see it; this is the answer, with `status` and `body`; with `taken` the sandbox takes it
    a call    says which of these
    """

    def __init__(self, sandbox_port: int):
        self.mode = "pass"
        # The same for files that are handed over.
        self.upload = "pass"
        self.uploads = 0
        # Which other requests are `late`: `DELETE /v25.0/104/subscribed_apps`, without the query.
        self.late = set()
        self.messages = []
        # Of every request: where it went, and with which token.
        self.seen = []
        self.reached = threading.Condition()
        self._let_go = threading.Event()
        line = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def _pass(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                mode = "pass"
                line.seen.append((self.path, self.headers["Authorization"]))
                if self.command == "POST" and self.path.split("?")[0].endswith("/messages"):
                    mode = line.mode() if callable(line.mode) else line.mode
                    line._note(json.loads(body))
                elif self.command == "POST" and self.path.split("?")[0].endswith("/media"):
                    mode = line.upload
                    with line.reached:
                        line.uploads += 1
                        line.reached.notify_all()
                elif f"{self.command} {self.path.split('?')[0]}" in line.late:
                    mode = "late"
                    line._note({"path": self.path})
                if isinstance(mode, dict):
                    if mode.get("taken"):
                        line._ask(sandbox_port, self, body)
                    body = mode["body"] if isinstance(mode["body"], str) else json.dumps(mode["body"])
                    return self._answer(mode["status"], body.encode(), [])
                if mode == "drop":
                    return self._cut()
                if isinstance(mode, float):
                    time.sleep(mode)
                if mode == "hold":
                    line._let_go.wait(60)
                    return self._cut()
                status, headers, answer = line._ask(sandbox_port, self, body)
                if mode == "late":
                    line._let_go.wait(60)
                if mode == "cut":
                    return self._cut()
                self._answer(status, answer, headers)

            def _answer(self, status, body, headers):
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def _cut(self):
                self.close_connection = True
                self.connection.close()

            do_GET = do_POST = do_DELETE = _pass

        class Listener(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                """Connections that were cut, by us or by a process that was killed."""

        self.port = free_port()
        self._server = Listener(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def let_go(self):
        self._let_go.set()

    def wait_for(self, count: int, seconds: float = 30):
        """Until so many messages have come along."""
        with self.reached:
            assert self.reached.wait_for(lambda: len(self.messages) >= count, seconds), self.messages

    def wait_for_upload(self, count: int, seconds: float = 30):
        """Until so many files have come along."""
        with self.reached:
            assert self.reached.wait_for(lambda: self.uploads >= count, seconds), self.uploads

    def close(self):
        self.let_go()
        self._server.shutdown()
        self._server.server_close()

    def _note(self, message):
        with self.reached:
            self.messages.append(message)
            self.reached.notify_all()

    @staticmethod
    def _ask(port, request, body):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            headers = {name: value for name, value in request.headers.items() if name.lower() != "host"}
            connection.request(request.command, request.path, body, headers | {"Host": f"127.0.0.1:{port}"})
            answer = connection.getresponse()
            kept = [(name, value) for name, value in answer.getheaders()
                    if name.lower() not in ("content-length", "transfer-encoding", "connection")]
            return answer.status, kept, answer.read()
        finally:
            connection.close()
