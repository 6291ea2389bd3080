"""The commands of the README and what they say when something is wrong."""

import json
import os
import signal
import socket

import pytest

from processes import APP_ID, APP_SECRET, BINARIES, ROOT, VERIFY_TOKEN, Process, environment, free_port, run

META = BINARIES / "Meta"
SANDBOX = BINARIES / "graph-sandbox"
INTEGRATION = BINARIES / "integration"
PROVISION = {
    "META_APP_ID": APP_ID, "META_APP_SECRET": APP_SECRET, "META_WEBHOOK_VERIFY_TOKEN": VERIFY_TOKEN,
    "GRAPH_API_VERSION": "v25.0",
}


def no_trace(text: str):
    for sign in ("Fatal error", "Thread 0", "💣", "Stack dump", "SIGTRAP"):
        assert sign not in text, text


@pytest.mark.parametrize(
    "command",
    [
        [META, "--help"], [META, "serve", "--help"], [META, "dev", "--help"], [META, "dev", "link", "--help"],
        [META, "dev", "serve", "--help"], [META, "tools", "--help"], [META, "invoke", "--help"],
        [META, "token", "--help"], [META, "token", "revoke", "--help"], [META, "workplace", "--help"],
        [META, "workplace", "add", "--help"], [META, "login-link", "--help"], [SANDBOX, "--help"], [SANDBOX, "serve", "--help"], [INTEGRATION, "--help"],
        [INTEGRATION, "check", "--help"], [INTEGRATION, "generate", "--help"],
    ],
    ids=lambda command: " ".join([command[0].name, *command[1:-1]]),
)
def test_every_command_explains_itself(command):
    result = run(*command)
    assert result.returncode == 0
    assert "USAGE" in result.stdout and "OVERVIEW" in result.stdout


def test_tools_lists_what_the_manifest_declares():
    result = run(META, "tools", env=environment(**PROVISION))
    assert result.returncode == 0, result.stderr
    for tool in ("send_whatsapp", "fetch_registered_wa_business_numbers", "add_whatsapp_number"):
        assert tool in result.stdout


@pytest.mark.parametrize("arguments", [["serve"], ["dev", "serve", "--workplace", "clinic"]])
def test_all_missing_settings_are_named_at_once(tmp_path, arguments):
    data = ["--data", tmp_path] if "dev" in arguments else []
    result = run(META, *arguments, *data)
    assert result.returncode == 1
    production = ["PUBLIC_URL", "INTEGRATION_SECRET_KEYS"] if arguments == ["serve"] else []
    for name in [*PROVISION, *production]:
        assert name in result.stderr, result.stderr
    no_trace(result.stderr)


def test_a_malformed_setting_is_named_without_its_value(tmp_path):
    env = environment(**{**PROVISION, "GRAPH_API_VERSION": "twenty-one-point-oh"})
    result = run(META, "dev", "serve", "--workplace", "clinic", "--data", tmp_path, env=env)
    assert result.returncode == 1
    assert "GRAPH_API_VERSION" in result.stderr
    no_trace(result.stderr)


def test_linking_twice_is_linking_once(tmp_path):
    env = environment(**PROVISION)
    for _ in range(2):
        result = run(META, "dev", "link", "--workplace", "my-test-clinic", "--data", tmp_path, env=env)
        assert result.returncode == 0, result.stderr
        assert "my-test-clinic" in result.stdout


def test_invoke_says_why_it_could_not(tmp_path):
    env = environment(**PROVISION)
    run(META, "dev", "link", "--workplace", "clinic", "--data", tmp_path, env=env)
    invoke = [META, "invoke", "--workplace", "clinic", "--data", tmp_path]
    result = run(*invoke, "fetch_registered_wa_business_numbers", "--args", "{}", env=env)
    assert result.returncode == 1
    assert "not connected" in result.stderr.lower() and "Account" in result.stderr
    result = run(*invoke, "add_whatsapp_number", "--args", json.dumps({"name": 7, "extra": 1}), env=env)
    assert result.returncode == 1
    for word in ("phone_number_id", "name", "extra"):
        assert word in result.stderr
    result = run(*invoke, "add_whatsapp_number", "--args", "{not json", env=env)
    assert result.returncode in (1, 2) and "JSON" in result.stderr
    result = run(*invoke, "send_watsapp", "--args", "{}", env=env)
    assert result.returncode == 2 and "send_whatsapp" in result.stderr
    no_trace(result.stderr)


@pytest.mark.parametrize("program", ["Meta", "graph-sandbox"])
def test_a_taken_port_is_one_clear_sentence(tmp_path, program):
    with socket.socket() as occupant:
        occupant.bind(("127.0.0.1", 0))
        occupant.listen()
        port = occupant.getsockname()[1]
        if program == "Meta":
            command = [META, "dev", "serve", "--workplace", "clinic", "--port", port, "--data", tmp_path]
        else:
            command = [SANDBOX, "serve", "--port", port, "--state", tmp_path / "s.json", "--app-id", "1", "--app-secret", "s"]
        result = run(*command, env=environment(**PROVISION))
    assert result.returncode == 1
    assert str(port) in result.stderr and len(result.stderr.strip().splitlines()) <= 3, result.stderr
    no_trace(result.stderr)


def test_make_run_starts_everything_and_ends_with_it(tmp_path):
    ports = {"PORT": free_port(), "SANDBOX_PORT": free_port(), "DATA": tmp_path / "state"}
    # Settings of another project, left in the shell.
    foreign = {"PUBLIC_URL": "http://other.example.test/x", "DATABASE_URL": "postgres://other", "HOST": "my-laptop"}
    login = r"http://127\.0\.0\.1:\d+/login\S+"
    first = Process(["make", "run"], env=environment(**ports, **foreign, WORKPLACE="first-clinic"))
    link = first.wait_for(login, seconds=600).group(0)
    assert str(ports["PORT"]) in link
    assert str(ports["SANDBOX_PORT"]) in first.output
    assert "secret" not in arguments_of("graph-sandbox", ports["SANDBOX_PORT"])
    end_with_ctrl_c(first, ports)
    # What the first run has kept is there for the second.
    second = Process(["make", "run"], env=environment(**ports, WORKPLACE="second-clinic"))
    second.wait_for(login, seconds=120)
    env = environment(**PROVISION)
    token = run(META, "token", "create", "--workplace", "first-clinic", "--data", ports["DATA"], env=env)
    assert token.returncode == 0, token.stderr
    end_with_ctrl_c(second, ports)


def arguments_of(program: str, port: int) -> str:
    listed = run("ps", "-ww", "-eo", "args").stdout.splitlines()
    return next(line for line in listed if program in line and str(port) in line)


def end_with_ctrl_c(process: Process, ports: dict):
    """As a terminal does it: to the whole group."""
    os.killpg(process.pid, signal.SIGINT)
    process.wait(30)
    no_trace(process.output)
    assert "The Graph sandbox has ended." in process.output and "Meta has ended." in process.output, process.output
    assert "cut off" not in process.output
    for port in (ports["PORT"], ports["SANDBOX_PORT"]):
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", port)) != 0, f"something still listens on {port}"


def test_make_run_says_which_port_is_taken(tmp_path):
    with socket.socket() as occupant:
        occupant.bind(("127.0.0.1", 0))
        occupant.listen()
        port = occupant.getsockname()[1]
        result = run("make", "run", env=environment(PORT=port, DATA=tmp_path / "state"), seconds=120)
    assert result.returncode != 0
    assert f"Port {port} is taken" in result.stderr


def test_make_run_says_when_its_folder_cannot_be_written():
    result = run("make", "run", env=environment(PORT=free_port(), SANDBOX_PORT=free_port(), DATA="/proc/nowhere"), seconds=120)
    assert result.returncode != 0
    assert "/proc/nowhere cannot be written" in result.stderr


def test_the_manifest_is_clean_and_generated_files_are_fresh():
    check = run(INTEGRATION, "check", ROOT / "integration.yaml")
    assert check.returncode == 0, check.stdout + check.stderr
    fresh = run(INTEGRATION, "generate", ROOT / "integration.yaml", "--output", ROOT / "Generated", "--check")
    assert fresh.returncode == 0, "run: make generate\n" + fresh.stdout + fresh.stderr
