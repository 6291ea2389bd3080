"""A PostgreSQL of the tests' own: a fresh cluster that listens on a socket in a private folder."""

import os
import shutil
import subprocess
import tempfile
import urllib.parse
from pathlib import Path


def _program(name: str) -> str:
    """Debian keeps each version's programs in a folder of its own; the newest is taken."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    program = str(found[-1]) if found else shutil.which(name)
    assert program, f"there is no {name}: scripts/install-system-packages test installs it"
    return program


class PostgreSQL:
    def __init__(self, durable: bool = False, port: int = None):
        """`durable`: a commit waits for the disk, as it does in earnest. `port`: Listens there too, on loopback."""
        self._fsync = "on" if durable else "off"
        self._address = "127.0.0.1" if port else ""
        self.port = port or 5432
        #: Further options of the server.
        self.settings = ""
        # Sockets have short names only, so the folder is not among pytest's.
        self.folder = Path(tempfile.mkdtemp(prefix="ik-pg-"))
        # PostgreSQL refuses to run as root; Debian's package brings a user for it.
        self._user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        if self._user:
            shutil.chown(self.folder, **self._user)

    def keep(self, file: Path) -> Path:
        """A copy of a file that the server can read and nobody else."""
        copy = self.folder / file.name
        shutil.copy(file, copy)
        copy.chmod(0o600)
        if self._user:
            shutil.chown(copy, **self._user)
        return copy

    def __enter__(self):
        data = self.folder / "data"
        self._run("initdb", "--pgdata", data, "--username", "tests", "--auth", "trust", "--no-sync",
                  "--encoding", "UTF8", "--locale", "C")
        self.start()
        return self

    def start(self):
        settings = (f"-c listen_addresses='{self._address}' -c port={self.port} -c unix_socket_directories={self.folder}"
                    f" -c fsync={self._fsync} {self.settings}")
        self._run("pg_ctl", "--pgdata", self.folder / "data", "--log", self.folder / "log", "--options", settings,
                  "--wait", "start")

    def stop(self, mode: str = "immediate"):
        self._run("pg_ctl", "--pgdata", self.folder / "data", "--mode", mode, "--wait", "stop")

    def url(self, database: str) -> str:
        return f"postgres://tests@/{database}?host={urllib.parse.quote(str(self.folder), safe='')}"

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, name, *arguments, **options):
        command = [_program(name), *map(str, arguments)]
        # pg_ctl's server keeps its output open: a pipe would never end.
        with open(os.devnull, "r+b") as null, tempfile.TemporaryFile() as errors:
            result = subprocess.run(
                command, stdin=null, stdout=null, stderr=errors, cwd="/", timeout=120, **self._user, **options)
            errors.seek(0)
            assert result.returncode == 0, f"{name}: {errors.read().decode()}"

    def execute(self, sql: str, database: str = "postgres") -> str:
        """Runs statements, all or none, and gives what they answer; tuples only, columns between `|`."""
        result = subprocess.run(
            [_program("psql"), "--host", str(self.folder), "--port", str(self.port), "--username", "tests",
             "--dbname", database, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1"],
            input=sql, text=True, capture_output=True, timeout=120, cwd="/")
        assert result.returncode == 0, result.stderr
        return result.stdout

    def database(self, name: str) -> str:
        """Makes a fresh database."""
        self.execute(f'CREATE DATABASE "{name}"')
        return name
