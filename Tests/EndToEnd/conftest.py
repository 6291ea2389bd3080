import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from processes import BINARIES, ROOT, Stack
from production import Server
from workplace import Workplace

SCREENSHOTS = ROOT / ".build" / "screenshots"


def pytest_collection_modifyitems(items):
    """What judges the exchanges that other tests have with the sandbox comes after them."""
    items.sort(key=lambda item: item.path.name == "test_graph_contract.py")


@pytest.fixture(scope="session", autouse=True)
def executables():
    missing = [name for name in ("Meta", "graph-sandbox", "integration") if not (BINARIES / name).exists()]
    assert not missing, f"build first: swift build (missing in {BINARIES}: {', '.join(missing)})"


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    stack = Stack(tmp_path_factory.mktemp("stack")).start()
    yield stack
    stack.stop()


@pytest.fixture
def server(tmp_path):
    """One server as in production, and a sandbox."""
    server = Server(tmp_path)
    try:
        yield server.start()
    finally:
        for process in (server.meta, server.sandbox):
            if process:
                process.stop(signal.SIGKILL)


@pytest.fixture(scope="module")
def meta(tmp_path_factory):
    """A connected workplace that the tests of a file share."""
    meta = Workplace(tmp_path_factory.mktemp("meta"))
    try:
        meta.start()
        meta.open()
        yield meta
    finally:
        meta.close()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            # A container's root cannot use Chromium's own sandbox; only pages of ours are opened.
            args=["--no-sandbox"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return SCREENSHOTS
