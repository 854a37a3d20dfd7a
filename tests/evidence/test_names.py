"""When two names are spellings of one."""

import pytest

from geo.evidence.names import is_close


@pytest.mark.parametrize(
    ("name", "other", "close"),
    [
        ("López–Obrador", " lopez obrador", True),
        ("Santa Lucía", "Santa Lucai", True),
        ("Lima", "Lomo", False),
        ("Resolution 31758", "Resolution 31768", False),
    ],
)
def test_a_slip_is_one_name_and_another_number_is_not(name: str, other: str, *, close: bool) -> None:
    """Short names and other digits are never taken for slips."""
    assert is_close(name, other) is close
