"""Starts the real executables for the tests and ends them again, each with a deadline."""

import os
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARIES = Path(os.environ.get("INTEGRATIONKIT_BINARIES", ROOT / ".build" / "debug"))
APP_ID = "4470019287365510"
APP_SECRET = "end-to-end-app-secret"
VERIFY_TOKEN = "end-to-end-verify-token"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**changes) -> dict:
    """The tests' environment without any setting of ours, and with `changes`."""
    ours = ("META_", "GRAPH_", "INTEGRATION_", "LOG_", "SKEDYUL_", "MCP_", "PLATFORM")
    names = {
        "PUBLIC_URL", "DATABASE_URL", "HOST", "PORT", "SANDBOX_PORT", "DATA", "DATA_DIR", "WORKPLACE", "ALLOWED_HOSTS",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours) and name not in names}
    return kept | {name: str(value) for name, value in changes.items()}


def _heed_signals():
    """What a terminal would hand to a child: a background job of a shell is started with SIGINT ignored."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])


def exchange_log() -> list:
    """Where the sandbox notes its calls, when they are going to be checked against Meta's own description."""
    path = os.environ.get("INTEGRATIONKIT_GRAPH_EXCHANGES")
    return ["--exchange-log", path] if path else []


class Process:
    """A child process whose output is collected line by line."""

    def __init__(self, arguments, env=None, cwd=ROOT):
        self.arguments = [str(argument) for argument in arguments]
        self.lines = []
        self._changed = threading.Condition()
        self._process = subprocess.Popen(
            self.arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            env=env or environment(), cwd=cwd, text=True, errors="replace", start_new_session=True,
            preexec_fn=_heed_signals,
        )
        self._reader = threading.Thread(target=self._collect, daemon=True)
        self._reader.start()

    def _collect(self):
        for line in self._process.stdout:
            with self._changed:
                self.lines.append(line.rstrip("\n"))
                self._changed.notify_all()
        with self._changed:
            self._changed.notify_all()

    @property
    def output(self) -> str:
        return "\n".join(self.lines)

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait_for(self, pattern: str, seconds: float = 30) -> re.Match:
        """The first match in the output; fails when the process ends or the time is over."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while True:
                match = re.search(pattern, self.output)
                if match:
                    return match
                rest = deadline - time.monotonic()
                ended = self._process.poll() is not None and not self._reader.is_alive()
                assert rest > 0 and not ended, f"no {pattern!r} from {self.arguments[0]}:\n{self.output}"
                self._changed.wait(min(rest, 0.5))

    def wait(self, seconds: float = 30) -> int:
        status = self._process.wait(timeout=seconds)
        self._reader.join(timeout=5)
        return status

    def stop(self, signal_number=signal.SIGTERM, seconds: float = 20) -> int:
        if self._process.poll() is None:
            self._process.send_signal(signal_number)
        try:
            return self.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise AssertionError(f"{self.arguments[0]} did not end within {seconds} s:\n{self.output}")


def run(*arguments, env=None, cwd=ROOT, seconds: float = 60) -> subprocess.CompletedProcess:
    """Runs a command to its end."""
    return subprocess.run(
        [str(argument) for argument in arguments], env=env or environment(), cwd=cwd, timeout=seconds,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace",
    )


def resident_mebibytes(pid: int) -> float:
    """What a process holds in memory."""
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def type_check_meta(handlers, generated) -> subprocess.CompletedProcess:
    """Type-checks sources of the Meta integration against the modules that the build made."""
    features = ("ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault")
    return run(
        "swiftc", "-typecheck", "-swift-version", "6", "-module-name", "Meta", "-I", BINARIES / "Modules",
        *[flag for name in features for flag in ("-enable-upcoming-feature", name)],
        *[flag for path in (ROOT / "Sources").glob("C*/module.modulemap")
          for flag in ("-Xcc", f"-fmodule-map-file={path}")],
        *handlers, *generated, seconds=300)


def meta_handlers() -> list:
    return [path for path in (ROOT / "Sources" / "Meta").rglob("*.swift") if path.name != "Main.swift"]


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=2).close()
        return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


class Stack:
    """The Graph sandbox and the Meta integration in `dev serve`, with their state in one folder."""

    def __init__(self, folder: Path, workplace: str = "my-test-clinic"):
        self.folder, self.workplace = folder, workplace
        self.port, self.sandbox_port = free_port(), free_port()
        self.sandbox = self.meta = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def phone(self) -> str:
        return f"http://127.0.0.1:{self.sandbox_port}"

    @property
    def env(self) -> dict:
        return environment(
            META_APP_ID=APP_ID, META_APP_SECRET=APP_SECRET, META_WEBHOOK_VERIFY_TOKEN=VERIFY_TOKEN,
            GRAPH_API_VERSION="v25.0", META_GRAPH_URL=self.phone, META_DIALOG_URL=self.phone,
        )

    def start(self) -> "Stack":
        self.start_sandbox()
        self.start_meta()
        return self

    def start_sandbox(self):
        self.sandbox = Process([
            BINARIES / "graph-sandbox", "serve", "--port", self.sandbox_port, "--state", self.folder / "sandbox.json",
            "--app-id", APP_ID, "--app-secret", APP_SECRET,
            # Tests write to one person faster than Meta allows; limits have tests of their own.
            "--no-rate-limits", *exchange_log(),
        ])
        self.sandbox.wait_for(rf"http://127\.0\.0\.1:{self.sandbox_port}")
        self._until_answers(self.sandbox, self.phone)

    def start_meta(self):
        self.meta = Process([
            BINARIES / "Meta", "dev", "serve", "--workplace", self.workplace, "--port", self.port,
            "--data", self.folder,
        ], env=self.env)
        self.login_link = self.meta.wait_for(r"http://\S+/login\S+").group(0)
        self._until_answers(self.meta, self.url + "/health")

    def _until_answers(self, process, url, seconds: float = 20):
        deadline = time.monotonic() + seconds
        while not answers(url):
            assert time.monotonic() < deadline, f"{url} does not answer:\n{process.output}"
            time.sleep(0.05)

    def command(self, *arguments, seconds: float = 60) -> subprocess.CompletedProcess:
        """Runs a command of the integration on this stack's state."""
        return run(BINARIES / "Meta", *arguments, env=self.env, seconds=seconds)

    def stop(self):
        statuses = [process.stop() for process in (self.meta, self.sandbox) if process]
        assert statuses == [0] * len(statuses), f"ended with {statuses}:\n{self.meta.output}\n{self.sandbox.output}"
