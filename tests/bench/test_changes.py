"""When a change stood on the screen, out of what was written down frame by frame."""

from typing import Any

import pytest

from tests.bench.changes import Change, find_change

CLICK = ("click", "", 1000.0)


def log(*entries: tuple[str, str, float]) -> list[dict[str, Any]]:
    """Return entries as the page writes them."""
    return [dict(zip(("name", "value", "time"), entry, strict=True)) for entry in entries]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([CLICK, ("shown", "blue", 1016.0)], Change(1016.0, 16.0, 0)),
        ([CLICK, ("shown", "greenish", 1016.0), ("shown", "blue", 1106.0)], Change(1106.0, 106.0, 0)),
        ([CLICK, ("shown", "blue", 1016.0), ("shown", "grey", 1180.0), ("shown", "blue", 1196.0)], Change(1016.0, 16.0, 2)),
        ([CLICK, ("click", "", 1001.0), ("detail", "Lima", 1010.0), ("shown", "blue", 1016.0)], Change(1016.0, 16.0, 0)),
        ([("shown", "grey", 990.0), CLICK, ("shown", "blue", 1016.0)], Change(1016.0, 16.0, 0)),
        ([("shown", "grey", 990.0), ("shown", "blue", 1016.0)], Change(1016.0, 1016.0, 0)),
    ],
    ids=[
        "at once",
        "a colour on its way is not there yet",
        "an answer that paints over what stands there jumps",
        "the first of two clicks, this reading alone",
        "what was there before the click does not count",
        "without a click",
    ],
)
def test_a_change_is_there_when_it_first_stands_as_it_stands_at_rest(
    entries: list[tuple[str, str, float]], expected: Change
) -> None:
    """The end of a transition counts, not its begin; a later repaint counts as a jump, not as the change."""
    assert find_change(log(*entries), "shown") == expected
