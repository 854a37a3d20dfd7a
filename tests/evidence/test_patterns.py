"""Patterns that would hold up the server are told from those that do not."""

import json

import pytest

from geo.evidence.patterns import is_quick
from tests.evidence.conftest import DATA

SLOW = ["(a+)+$", "(a*)*b", "((a+))+", "(a|a)*$", "(?:x+y?)+z", "((ab)*c)*", "(a{1,9}){1,9}", "([a-z]+\\d)+!", "x" * 1000]
QUICK = ["^[A-Z]{2}$", "(ab)+", "(a|b)", "([0-9]{2}|[0-9]{4})?", "\\(a+\\)+", "[(a+)]+", "a+b*c{2}", "(?P<year>[0-9]{4})", ""]


@pytest.mark.parametrize("pattern", SLOW)
def test_a_repetition_of_a_repetition_is_slow(pattern: str) -> None:
    """However it is written."""
    assert not is_quick(pattern)


@pytest.mark.parametrize("pattern", QUICK)
def test_others_are_quick(pattern: str) -> None:
    """Escapes and classes are single characters."""
    assert is_quick(pattern)


def test_the_published_patterns_are_quick() -> None:
    """All of them are in use."""
    descriptor = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    fields = [field for resource in descriptor["resources"] for field in resource["schema"]["fields"]]
    patterns = [field["constraints"]["pattern"] for field in fields if "pattern" in field.get("constraints", {})]
    assert patterns
    assert all(map(is_quick, patterns))
