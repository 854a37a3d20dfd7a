"""Points are found in their units."""

import pytest

from geo.atlas import GazetteerEntry, UnitLocator

# Longitude, latitude and unit of the localities that the evidence names.
PLACES = {
    "Lima": (-77.02824, -12.04318, "PE-LIM"),
    "Callao": (-77.13452, -12.05162, "PE-CAL"),
    "Iquitos": (-73.25290, -3.74814, "PE-LOR"),
    "Pucusana": (-76.80000, -12.48333, "PE-LIM"),
    "Santa Lucía": (-76.38725, -8.34491, "PE-SAM"),
    "Chiclayo": (-79.85495, -6.77008, "PE-LAM"),
    "Pisco": (-76.20538, -13.71029, "PE-ICA"),
    "Chancay": (-77.26722, -11.57139, "PE-LIM"),
    "Puerto Maldonado": (-69.19948, -12.58946, "PE-MDD"),
}

NEAR_AND_FAR = {
    "San Lorenzo island, 6 km off Callao": (-77.22, -12.09, "PE-CAL"),
    "on Lake Junín": (-76.12, -11.0, "PE-JUN"),
    "just off Pisco": (-76.24, -13.71, "PE-ICA"),
    "far out at sea": (-79.0, -13.0, None),
    "Leticia, Colombia, at the border of Loreto": (-69.94, -4.2, None),
    "Arica, Chile": (-70.31, -18.48, None),
    "Guayaquil, Ecuador": (-79.9, -2.19, None),
    "outside the window": (2.35, 48.85, None),
}


@pytest.mark.parametrize(("longitude", "latitude", "unit"), PLACES.values(), ids=PLACES)
def test_named_places_lie_in_their_units(locator: UnitLocator, longitude: float, latitude: float, unit: str) -> None:
    """Every locality that the evidence names lies in the unit it is recorded for."""
    assert locator.unit_at(longitude, latitude) == unit


@pytest.mark.parametrize(("longitude", "latitude", "unit"), NEAR_AND_FAR.values(), ids=NEAR_AND_FAR)
def test_points_off_the_units(locator: UnitLocator, longitude: float, latitude: float, unit: str | None) -> None:
    """Near the coast the nearest unit counts; abroad and far out none does."""
    assert locator.unit_at(longitude, latitude) == unit


def test_gazetteer_agrees_with_the_drawn_units(locator: UnitLocator, gazetteer: tuple[GazetteerEntry, ...]) -> None:
    """Simplifying the units moves no entry of the gazetteer into another unit."""
    moved = [
        entry
        for entry in gazetteer
        if entry.longitude is not None
        and entry.latitude is not None
        and locator.unit_at(entry.longitude, entry.latitude) != entry.unit
    ]
    assert moved == []
