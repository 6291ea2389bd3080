"""docs/Operations.md: every command in it works as printed, and its table of metrics is what the server has."""

import json
import re
import shlex
import time

import pytest
from prometheus_client.parser import text_string_to_metric_families

from postgres import PostgreSQL
from processes import ROOT
from production import WORKPLACE
from test_operations import request, signed
from test_outbox_review import Desk
from test_store import webhook

GUIDE = (ROOT / "docs" / "Operations.md").read_text()
COMMANDS = [
    line for block in re.findall(r"```bash\n(.*?)```", GUIDE, re.S) for line in block.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Desk(tmp_path_factory.mktemp("guide"), "sqlite:store.sqlite")
    server.url = server.public
    server.settings = {"DATABASE_URL": server.database}
    try:
        server.meta = server.start()
        server.meta.wait_for("is set up at the provider")
        server.open()
        yield server
    finally:
        server.close()


def dead_letter(server) -> str:
    """The id of a delivery that cannot be taken apart."""
    address = server.url + webhook(server, server.settings["DATABASE_URL"])
    body = json.dumps({"object": "whatsapp_business_account", "entry": "nothing"}).encode()
    assert request(address, body=body, headers=signed(body))[0] == 200
    deadline = time.monotonic() + 30
    while True:
        listed = server.command("dead-letters", "list", "--deliveries", **server.settings).stdout
        if listed:
            return listed.split("\t")[0]
        assert time.monotonic() < deadline, server.meta.output
        time.sleep(0.1)


def test_the_guide_names_the_commands():
    assert len(COMMANDS) >= 18, COMMANDS
    assert all(command.startswith("Meta ") for command in COMMANDS)


@pytest.mark.parametrize("command", [command for command in COMMANDS if "POSTGRES" not in command])
def test_a_command_of_the_guide_works(command, server):
    arguments = shlex.split(command)[1:]
    if "EVENT" in arguments:
        arguments[arguments.index("EVENT")] = dead_letter(server)
    if "MESSAGE" in arguments:
        arguments[arguments.index("MESSAGE")] = server.lose(command)
    result = server.command(*arguments, **server.settings)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_table_of_metrics_is_the_servers(server):
    dead_letter(server)
    token = server.command("operator", "create", "guide", **server.settings).stdout.strip()
    text = request(server.url + "/metrics", token)[2]
    served = {
        family.name + ("_total" if family.type == "counter" else "") for family in text_string_to_metric_families(text)}
    table = {
        name for line in GUIDE.splitlines() if line.startswith("| `")
        for name in re.findall(r"`((?:integration|process)_[a-z_]+)`", line.split("|")[1])}
    assert served == table
    # What alerts ask for is there as well.
    asked = set(re.findall(r"((?:integration|process)_[a-z_]+?)(?:_bucket|_count)?[{\[)]", GUIDE))
    assert asked and asked <= table, asked - table


@pytest.mark.parametrize("command", [command for command in COMMANDS if "POSTGRES" in command])
def test_the_store_moves_as_the_guide_says(command, server):
    assert server.meta.stop() == 0
    with PostgreSQL() as postgres:
        target = postgres.url(postgres.database("meta"))
        result = server.command(*shlex.split(command.replace("POSTGRES", target))[1:], **server.settings)
        assert result.returncode == 0, result.stdout + result.stderr
        assert server.command("workplace", "list", DATABASE_URL=target).stdout.startswith(WORKPLACE)
