"""Three servers on one PostgreSQL behind a real nginx with the configuration of deploy/, as deploy/compose.yaml starts them."""

import http.client
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import time

import pytest
import yaml

from postgres import PostgreSQL
from processes import ROOT, free_port, run
from production import META, Server, fields, local
from torture.fleet import NUMBERS, Replica, open_workplaces, webhook_path
from torture.provider import delivery
from torture.truth import Customer
from webhooks import sign

DEPLOY = ROOT / "deploy"
STRANGER = "198.51.100.23"


class Nginx:
    """The nginx of deploy/nginx.conf: only addresses, ports and the places of files are this machine's."""

    def __init__(self, folder, ports: list):
        self.port = free_port()
        self.folder = folder / "nginx"
        self.folder.mkdir()
        self._run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=meta.example.test",
                  "-addext", "subjectAltName=DNS:meta.example.test", "-keyout", "privkey.pem", "-out", "fullchain.pem")
        site = (DEPLOY / "nginx.conf").read_text()
        for index, port in enumerate(ports, start=1):
            assert f"server meta-{index}:8080" in site
            site = site.replace(f"server meta-{index}:8080", f"server 127.0.0.1:{port}")
        site = site.replace("listen 443 ssl", f"listen 127.0.0.1:{self.port} ssl")
        site = site.replace("/etc/nginx/certificates", str(self.folder))
        (self.folder / "nginx.conf").write_text(
            f"daemon off; pid {self.folder}/pid; error_log {self.folder}/errors; worker_processes 1;\n"
            f"events {{ worker_connections 512; }}\nhttp {{ access_log off;\n"
            + "".join(f"{kind}_temp_path {self.folder}/{kind};\n" for kind in
                      ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
            + site + "}\n")
        self.process = subprocess.Popen(
            ["/usr/sbin/nginx", "-c", str(self.folder / "nginx.conf"), "-e", str(self.folder / "errors")],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while True:
            try:
                self.request("GET", "/health")
                return
            except OSError:
                assert time.monotonic() < deadline, (self.folder / "errors").read_text()
                time.sleep(0.05)

    def _run(self, *command):
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)

    def request(self, method, path, body=None, headers=None):
        """Status, headers and text, over TLS with the certificate checked."""
        context = ssl.create_default_context(cafile=self.folder / "fullchain.pem")
        connection = _Connection("meta.example.test", self.port, context)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode(errors="replace")
        finally:
            connection.close()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


class _Connection(http.client.HTTPSConnection):
    """To the public name, which leads to this machine."""

    def __init__(self, host, port, context):
        super().__init__(host, 443, timeout=30, context=context)
        self._place = ("127.0.0.1", port)
        self._create_connection = lambda *_, **__: socket.create_connection(self._place, 30)


@pytest.fixture
def site(tmp_path):
    """nginx, its servers, and their settings."""
    server = Server(tmp_path)
    replicas, nginx = [], None
    try:
        with PostgreSQL() as postgres:
            server.database = postgres.url(postgres.database("meta"))
            server.provider["TRUSTED_PROXIES"] = "127.0.0.1"
            replicas = [Replica(f"meta-{index}", server) for index in (1, 2, 3)]
            for replica in replicas:
                replica.start()
            for replica in replicas:
                replica.wait_until_ready()
            server.port = replicas[0].port
            open_workplaces(server)
            nginx = Nginx(tmp_path, [replica.port for replica in replicas])
            yield server, replicas, nginx, postgres
            nginx.stop()
            for replica in replicas:
                replica.end(signal.SIGTERM)
    finally:
        for replica in replicas:
            replica.stop_for_good()
        server.sandbox.stop(signal.SIGKILL)
        if nginx and nginx.process.poll() is None:
            nginx.process.kill()


def test_any_server_may_go_and_no_webhook_is_refused(site):
    server, replicas, nginx, postgres = site
    path, sent = webhook_path(server), []

    def deliver(count: int):
        for _ in range(count):
            name = f"wamid.deployed.{len(sent):05d}"
            body = delivery([(Customer("+447700900001", NUMBERS[0]), name)])
            headers = {"Content-Type": "application/json", "X-Hub-Signature-256": sign(body)}
            # For two seconds nginx does not know that a server is back, and has none: then the provider comes again.
            deadline = time.monotonic() + 10
            while (answer := nginx.request("POST", path, body, headers))[0] != 200:
                assert not steady and time.monotonic() < deadline, answer
                time.sleep(0.1)
            sent.append(name)

    steady = True

    # While one of them is left that was up all the time, nothing is put off.
    deliver(30)
    for replica in replicas[:2]:
        replica.end(signal.SIGKILL)
        deliver(20)
    replicas[0].start()
    replicas[0].wait_until_ready()
    replicas[2].end(signal.SIGTERM)
    steady = False
    deliver(20)
    applied = """
        SELECT m.remote_id FROM ik_message m JOIN ik_installation i ON i.id = m.installation_id
        WHERE i.workplace = 'south' ORDER BY m.sequence"""
    deadline = time.monotonic() + 60
    while len(found := postgres.execute(applied, "meta").split()) < len(sent):
        assert time.monotonic() < deadline, f"{len(found)} of {len(sent)}\n{replicas[0].output[-3000:]}"
        time.sleep(0.2)
    assert found == sent
    for replica in replicas[1:]:
        replica.start()
        replica.wait_until_ready()


def test_a_person_signs_in_through_it_and_a_stranger_keeps_nobody_out(site):
    server, replicas, nginx, _ = site
    # Somebody guesses, and claims to be somebody else each time: only the address that nginx saw is counted.
    statuses = [
        nginx.request("GET", f"/login?token=guess{number}", headers={"X-Forwarded-For": f"203.0.113.{number}"})[0]
        for number in range(80)]
    assert 429 in statuses, statuses
    # Behind another proxy that is trusted, other people are not counted with them.
    made = server.command("login-link", "--workplace", "north")
    page = server.request("GET", local(made.stdout.strip()), **{"X-Forwarded-For": STRANGER})
    assert page.status == 200, page.text
    signed_in = server.request(
        "POST", "/login", fields(page.text, "login-confirm"), Origin=server.public, **{"X-Forwarded-For": STRANGER})
    assert signed_in.status == 303
    cookie = signed_in.headers["Set-Cookie"].split(";")[0]
    # The session holds at every server, whichever nginx chooses.
    for _ in range(6):
        status, _, text = nginx.request("GET", "/app/north/account", headers={"Cookie": cookie, "Accept": "text/html"})
        assert status == 200 and "Northwind Kettles" in text
    assert nginx.request("GET", "/metrics")[0] == 404


def test_the_compose_file_starts_what_is_tested_here():
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    names = set(re.findall(r"server (meta-\d):8080", (DEPLOY / "nginx.conf").read_text()))
    servers = {name: service for name, service in compose["services"].items() if name.startswith("meta-")}
    assert set(servers) == names and len(names) == 3
    for service in servers.values():
        assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
        assert service["build"]["dockerfile"] == "deploy/Containerfile"
    # Every setting that serve asks for is in the example, or set in the file.
    example = set(re.findall(r"^([A-Z_]+)=", (DEPLOY / "env.example").read_text(), re.M))
    required = re.findall(r"^  ([A-Z_]+)  \(required", run(META, "serve", "--help").stdout, re.M)
    assert len(required) >= 6 and set(required) <= example
    assert "POSTGRES_PASSWORD" in example


def test_the_image_is_built_from_all_that_the_package_names(tmp_path):
    """With only what the Containerfile copies, every target of Package.swift has its folder."""
    copied = re.findall(r"^COPY (?!--from)(.+) (\S+)$", (DEPLOY / "Containerfile").read_text(), re.M)
    assert len(copied) >= 4
    for sources, target in copied:
        for source in sources.split():
            destination = tmp_path / target / pathlib.Path(source).name if target.endswith("/") else tmp_path / target
            destination.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, destination, ignore=shutil.ignore_patterns("EndToEnd", "__pycache__"))
            else:
                shutil.copy(ROOT / source, destination)
    described = run("swift", "package", "--package-path", tmp_path, "describe", "--type", "json")
    assert described.returncode == 0, described.stderr
    assert "invalid custom path" not in described.stderr and "could not find source files" not in described.stderr.lower()


def test_the_image_has_what_the_binary_needs():
    """The libraries that the binary wants at run time are those of the packages that the image installs."""
    containerfile = (DEPLOY / "Containerfile").read_text()
    final = containerfile.split("\nFROM ")[-1]
    assert re.search(r"^USER 10001$", final, re.M) and '["/usr/local/bin/meta"]' in final
    installed = re.search(r"--no-install-recommends \\\n\s+(.*) \\", final)[1].split()
    wanted = set()
    for library in re.findall(r"NEEDED\s+(\S+)", run("objdump", "-p", META).stdout):
        if "swift" in library.lower() or library.startswith(("lib_Foundation", "libFoundation", "libBlocksRuntime", "libdispatch")):
            continue  # inside the binary that the image has
        owner = run("dpkg-query", "--search", f"*/{library}").stdout.split(":")[0]
        if owner and owner not in ("libc6", "libgcc-s1", "libstdc++6"):
            wanted.add(owner)
    brought = run("apt-cache", "depends", "--recurse", "--no-recommends", "--no-suggests", "--no-conflicts",
                  "--no-breaks", "--no-replaces", "--no-enhances", *installed).stdout
    for package in wanted:
        assert package in installed or re.search(rf"^{re.escape(package)}$", brought, re.M), package
