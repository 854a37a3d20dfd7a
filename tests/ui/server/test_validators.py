"""What a client says it has."""

import pytest
from starlette.datastructures import Headers

from geo.ui.server.validators import has_already

NAMED = {'"a1"': True, '"b", "a1"': True, 'W/"a1"': True, "*": True, " * ": True, '"xa1y"': False, '"a"': False, "": False}


@pytest.mark.parametrize(("named", "expected"), NAMED.items())
def test_a_tag_is_named_whole_or_by_a_star(named: str, expected: bool) -> None:  # noqa: FBT001 - a case
    """A part of it, or one that contains it, is another."""
    assert has_already(Headers({"if-none-match": named}), '"a1"') is expected


def test_without_the_header_it_has_nothing() -> None:
    """As on a first visit."""
    assert not has_already(Headers({}), '"a1"')
