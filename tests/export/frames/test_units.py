"""The 25 units of a view, and how each is shown."""

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.frames.units import units_frame
from tests.export.file_samples import NAMES, subject_of


@pytest.mark.parametrize("name", NAMES)
def test_a_unit_is_shown_as_on_the_map(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """Named, containing or off, under the authorisations of the map; every unit has its outline."""
    subject = subject_of(evidence, atlas, name)
    frame = units_frame(subject)
    shown = subject.selection.units
    assert list(frame["unit"]) == [unit.code for unit in atlas.units]
    assert {row.unit for row in frame.itertuples() if row.shown in ("named", "level not stated")} == {
        key for key, unit in shown.items() if unit.named
    }
    assert {row.unit for row in frame.itertuples() if row.shown != "off"} == set(shown)
    assert {row.unit: row.authorisation_ids for row in frame.itertuples() if row.unit in shown} == {
        key: unit.authorisations for key, unit in shown.items()
    }
    assert (frame.crs, bool(frame.geometry.is_valid.all())) == ("EPSG:4326", True)


def test_a_unit_names_the_places_in_it(evidence: Evidence, atlas: Atlas) -> None:
    """Loreto is named itself and contains Iquitos."""
    frame = units_frame(subject_of(evidence, atlas, "start")).set_index("unit")
    assert frame.loc["PE-LOR", "place_ids"] == ("loreto", "iquitos")
    assert frame.loc[["PE-LOR", "PE-LAM", "PE-LIM", "PE-PUN"], "shown"].tolist() == [
        "named",
        "contains",
        "level not stated",
        "off",
    ]
