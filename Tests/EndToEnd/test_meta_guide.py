"""Every test that docs/Meta.md names is there."""

import re
from pathlib import Path

import pytest

from processes import ROOT

GUIDE = (ROOT / "docs" / "Meta.md").read_text()
TESTS = ROOT / "Tests"


def named():
    """The tests that the guide names, each in full: `.errors` after `GroupTests.limits` is one of the same suite."""
    suite = None
    for text in re.findall(r"`((?:\w+/)?\w*\.?\w+)`", GUIDE):
        if re.fullmatch(r"test_\w+\.py", text):
            yield text
        elif match := re.fullmatch(r"((?!Tests/)(?:\w+/)?\w+(?:Tests|Exercises))(\.\w+)?", text):
            suite = match[1]
            yield text
        elif re.fullmatch(r"\.[a-z]\w*", text) and suite:
            yield suite + text


def exists(test: str) -> bool:
    if test.endswith(".py"):
        return (TESTS / "EndToEnd" / test).exists()
    path, _, function = test.partition(".")
    target, _, suite = path.rpartition("/")
    texts = [it.read_text() for it in (TESTS / (target or "GraphAPITests")).rglob("*.swift")]
    declared = [it for it in texts if re.search(rf"\b(?:struct|enum|class|actor|extension) {suite}\b", it)]
    return bool(declared) and (not function or any(re.search(rf"\bfunc {function}\b", it) for it in declared))


def test_the_guide_names_many_tests():
    assert len(set(named())) > 60


@pytest.mark.parametrize("test", sorted(set(named())))
def test_what_the_guide_names_is_there(test):
    assert exists(test)
