"""The records of the evidence."""

from dataclasses import replace
from datetime import date

import pytest

from geo.evidence import Basis, Precision, Window
from tests.view.samples import MARCH, area, evidence_of, naming, point, source


@pytest.mark.parametrize(
    ("fields", "window"),
    [
        ({}, MARCH),
        ({"window": Window(date(2031, 3, 4), date(2031, 3, 5))}, Window(date(2031, 3, 4), date(2031, 3, 5))),
        ({"authorisation_id": ""}, None),
    ],
    ids=["of its act", "its own", "context"],
)
def test_a_claim_without_days_has_those_of_its_act(fields: dict[str, object], window: Window | None) -> None:
    """Context, which is under no act, has none."""
    claim = naming("1", "harbour", **fields)
    assert evidence_of(claim).window_of(claim) == window


def test_a_place_is_an_area_or_a_point() -> None:
    """A whole unit is an area, also where its level is not stated; a locality is a point."""
    unit, locality = area("lima", "PE-LIM"), point("harbour", "PE-LIM")
    assert [(place.is_area, place.is_point) for place in (unit, locality)] == [(True, False), (False, True)]
    assert replace(unit, precision=Precision.LEVEL_NOT_STATED).is_area


def test_a_source_has_its_basis() -> None:
    """Records are values: equal fields make equal records."""
    assert source("T") == source("T") != source("T", basis=Basis.CORROBORATION)
