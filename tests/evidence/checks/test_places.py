"""Rules for places."""

from pathlib import Path

import pytest

from geo.evidence.checks.places import check_bounds, check_unit
from geo.evidence.package import Row
from tests.evidence.conftest import Edit, edit_cell, lines_of


def row(**cells: str) -> Row:
    """Return a row of a made-up table."""
    return Row("a.csv", 2, cells)


@pytest.mark.parametrize("text", ["90", "0.1", "-18.5"])
def test_latitude_outside_peru(text: str) -> None:
    """What is no number of degrees in Peru is a fault."""
    (fault,) = check_bounds(row(latitude=text, longitude="-75"))
    assert (fault.field, fault.found) == ("latitude", f"'{text}'")


@pytest.mark.parametrize("latitude", ["nan", "40", "", "?"])
def test_unit_is_asked_only_for_points_in_peru(latitude: str) -> None:
    """Whoever finds the unit of a point is never given one that has a fault already."""

    def unit_at(longitude: float, latitude: float) -> str | None:
        pytest.fail(f"asked for {longitude}, {latitude}")

    assert list(check_unit(row(unit="PE-LIM", latitude=latitude, longitude="-77"), unit_at)) == []


def test_point_outside_all_units() -> None:
    """A point in no unit cannot be in the one that is claimed."""
    place = row(unit="PE-LIM", latitude="-12", longitude="-81")
    assert list(check_unit(place, lambda *_: None)) == [place.fault("unit", "no unit, in which the coordinates lie")]


EDITS: dict[str, Edit] = {
    "a code of another region": (
        "places",
        3,
        {"ubigeo": "070101"},
        [
            "places.csv, row 3, ubigeo: expected a code that begins with 15, because the unit is PE-LIM, found '070101'; 07 is PE-CAL"  # noqa: E501 - the message as it is
        ],
    ),
    "a code of no region": (
        "places",
        2,
        {"ubigeo": "99"},
        ["places.csv, row 2, ubigeo: expected a code that begins with 16, because the unit is PE-LOR, found '99'"],
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_is_named(edit: Edit, good: Path) -> None:
    """Each case has just its faults."""
    table, row, cells, lines = edit
    edit_cell(good, table, row, **cells)
    assert lines_of(good) == lines
