"""Rows to paste into places.csv."""

import pytest

from geo.atlas import Gazetteer, Match, geocode, to_csv_line
from geo.atlas.found_place import COLUMNS
from tests.evidence.conftest import DATA

ROWS = {
    "a locality": ("Iquitos", "iquitos,Iquitos,,locality,PE-LOR,-3.74814,-73.25290,,3696183,locality,GeoNames (CC BY 4.0),,"),
    "a unit": ("Departamento de Tacna", "tacna,Tacna,,department,PE-TAC,,,23,,unit,,,"),
    "Callao": ("Provincia Constitucional del Callao", "callao,Callao,,constitutional province,PE-CAL,,,07,,unit,,,"),
    "an id that is taken": (
        "Santa Lucía, Puno",
        "santa-lucia-pun,Santa Lucía,,locality,PE-PUN,-15.69758,-70.60712,210709,3929188,locality,GeoNames (CC BY 4.0),,",
    ),
}


@pytest.mark.parametrize(("name", "line"), ROWS.values(), ids=ROWS)
def test_a_place_is_a_row(gazetteer: Gazetteer, name: str, line: str) -> None:
    """Id, unit, codes and coordinates are there; of its kind what the gazetteer knows."""
    found = geocode(name, gazetteer)
    assert isinstance(found, Match)
    assert to_csv_line(found.candidate, {"santa-lucia"}) == line


def test_the_row_has_the_columns_of_the_file() -> None:
    """It can be pasted as it is."""
    header = (DATA / "places.csv").read_text(encoding="utf-8").splitlines()[0]
    assert tuple(header.split(",")) == COLUMNS
