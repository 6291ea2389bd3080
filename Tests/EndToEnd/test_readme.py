"""Every command that the README prints works as printed."""

import base64
import os
import re
import shlex
import textwrap

import pytest

from processes import (
    APP_ID, APP_SECRET, BINARIES, ROOT, VERIFY_TOKEN, Process, environment, free_port, meta_handlers, run, type_check_meta)

README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"```bash\n(.*?)```", README, re.S)
LINES = [re.sub(r"\s+#.*", "", line).strip() for block in BLOCKS for line in block.splitlines() if line.strip()]
COMMANDS = [line for line in LINES if line.startswith("swift run")]


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    """A fresh machine's environment: what `make run` makes for development, and what a production server has."""
    data = tmp_path_factory.mktemp("readme")
    development = environment(
        META_APP_ID=APP_ID, META_APP_SECRET=APP_SECRET, META_WEBHOOK_VERIFY_TOKEN=VERIFY_TOKEN,
        GRAPH_API_VERSION="v25.0", DATA_DIR=data, META_GRAPH_URL="http://127.0.0.1:9", META_DIALOG_URL="http://127.0.0.1:9")
    production = development | {
        "PUBLIC_URL": "https://meta.example.com", "DATABASE_URL": f"sqlite:{data}/production.sqlite",
        "INTEGRATION_SECRET_KEYS": "k1:" + base64.b64encode(os.urandom(32)).decode(),
    }
    return development, production


def test_the_readme_names_the_commands():
    assert "make run" in README and "make test" in README
    assert len(COMMANDS) >= 9, LINES


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_works(command, settings, tmp_path):
    development, production = settings
    program, *arguments = shlex.split(command.removeprefix("swift run "))
    arguments = [str(tmp_path) if argument == "Generated" else argument for argument in arguments]
    if program == "Meta" and arguments[0] in ("workplace", "login-link"):
        result = run(BINARIES / program, *arguments, env=production)
    elif arguments[:2] == ["dev", "serve"]:
        server = Process([BINARIES / program, *arguments, "--port", free_port()], env=development)
        server.wait_for(r"http://127\.0\.0\.1:\d+/login\S+")
        assert server.stop() == 0, server.output
        return
    else:
        result = run(BINARIES / program, *arguments, env=development)
    if arguments[0] == "invoke":
        assert result.returncode == 1 and "not connected" in result.stderr.lower(), result.stderr
    else:
        assert result.returncode == 0, result.stdout + result.stderr


def test_every_file_and_picture_of_the_readme_is_there():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_tool_that_the_readme_adds_compiles(tmp_path):
    """Its steps, followed: the declaration, the compiler's words, the handler."""
    steps = README[README.index("## Add a tool"):]
    declaration = textwrap.dedent(re.search(r" *```yaml\n(.*?) *```", steps, re.S).group(1))
    handler = textwrap.dedent(re.search(r" *```swift\n(.*?) *```", steps, re.S).group(1))
    complaint = re.search(r"`(initializer .*?)`\.", steps, re.S).group(1)
    manifest = tmp_path / "integration.yaml"
    manifest.write_text((ROOT / "integration.yaml").read_text().replace(
        "\ntools:\n", "\ntools:\n" + textwrap.indent(declaration, "  ") + "\n"))
    generated = run(BINARIES / "integration", "generate", manifest, "--output", tmp_path)
    assert generated.returncode == 0, generated.stdout + generated.stderr

    without = type_check_meta(meta_handlers(), tmp_path.glob("*.swift"))
    assert without.returncode != 0 and complaint in without.stderr, without.stderr
    written = tmp_path / "handlers" / "ForgetWhatsAppNumber.swift"
    written.parent.mkdir()
    written.write_text(handler)
    complete = type_check_meta([*meta_handlers(), written], tmp_path.glob("*.swift"))
    assert complete.returncode == 0, complete.stderr
