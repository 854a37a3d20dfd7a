"""How rows become a frame, and a frame becomes flat."""

from datetime import date

import pandas as pd
import pytest

from geo.export.frames.frame import DTYPES, Cell, Column, Kind, build_frame, flatten


def frame_of(kind: Kind, *cells: Cell) -> pd.DataFrame:
    """Return a frame of one column."""
    return build_frame(cells, (Column("a", kind, "", lambda cell: cell),))


@pytest.mark.parametrize("kind", Kind)
def test_a_frame_without_rows_has_its_types(kind: Kind) -> None:
    """The type of a column does not depend on what is in it."""
    assert str(frame_of(kind)["a"].dtype) == DTYPES[kind]


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.LIST, Kind.BOOLEAN}))
def test_what_is_not_stated_is_missing(kind: Kind) -> None:
    """None is a missing cell, and so is an empty text."""
    assert frame_of(kind, None)["a"].isna().all()
    assert frame_of(Kind.TEXT, "", "x")["a"].isna().tolist() == [True, False]


def test_what_no_file_can_hold_is_marked_as_lost() -> None:
    """A control character and half a surrogate pair become U+FFFD, in a text and in a list."""
    assert frame_of(Kind.TEXT, "bell\x07, half a pair \ud800")["a"].tolist() == ["bell\ufffd, half a pair \ufffd"]
    assert frame_of(Kind.LIST, ("\x00",))["a"].tolist() == [("\ufffd",)]


def test_a_flat_frame_has_one_value_in_a_cell() -> None:
    """Ids are joined, an empty list is missing, a day has no hour; an open end of centuries hence is a day too."""
    assert flatten(frame_of(Kind.LIST, ("002", "C-09"), ()))["a"].fillna("-").tolist() == ["002;C-09", "-"]
    days = flatten(frame_of(Kind.DATE, date(2023, 6, 1), date(9999, 12, 31), None))["a"]
    assert days.tolist()[:2] == [date(2023, 6, 1), date(9999, 12, 31)]
    assert days.isna().tolist() == [False, False, True]
