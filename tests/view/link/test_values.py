"""Values of a link that several keys share."""

from datetime import date

import pytest

from geo.evidence import Window
from geo.view import Reason
from geo.view.link.values import find_member, read_members, read_window
from tests.view.samples import MARCH


def test_a_member_is_found_in_other_capitals() -> None:
    """A full stop behind it is no part of it."""
    assert [find_member(item, ("PE-LIM", "lima")) for item in ("pe-lim.", "LIMA", "cusco")] == ["PE-LIM", "lima", None]
    assert read_members("b; a a", "ab") == (("b", "a"), ())
    assert read_members("x", "ab") is None


@pytest.mark.parametrize(
    ("value", "days", "reason"),
    [
        ("2031-03-05..2031-03-09", (5, 9), None),
        ("2031-03-09..2031-03-05", (5, 9), Reason.REVERSED),
        ("2031-02-01..2031-03-09", (1, 9), Reason.CLIPPED),
        ("2030-03-05..2030-03-09", None, Reason.OUTSIDE_WINDOW),
        ("2031-03-32..2031-03-33", None, Reason.UNREADABLE),
    ],
)
def test_days_are_read_within_their_window(value: str, days: tuple[int, int] | None, reason: Reason | None) -> None:
    """What was changed is said."""
    window = Window(date(2031, 3, days[0]), date(2031, 3, days[1])) if days else None
    assert read_window(value, MARCH) == (window, reason)
