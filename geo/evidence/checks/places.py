"""Rules for places: coordinates, unit, precision and INEI code."""

import math
from collections.abc import Iterator
from functools import partial

from geo.evidence.cells import KINDS
from geo.evidence.checks.rules import Rule, UnitAt, row_rule, value_of
from geo.evidence.faults import Fault
from geo.evidence.package import Row
from geo.evidence.vocabulary import INEI_CODES, Precision

PERU = {"longitude": (-81.4, -68.6), "latitude": (-18.4, 0.0)}
"""Bounding box of the mainland and its coast, degrees WGS 84."""


def check_pair(row: Row) -> Iterator[Fault]:
    """Yield the fault of a place with only one coordinate."""
    for column, other in (("latitude", "longitude"), ("longitude", "latitude")):
        if row[other] and not row[column]:
            yield row.fault(column, f"a number, because the {other} is given")


def check_precision(row: Row) -> Iterator[Fault]:
    """Yield the fault of a place without the coordinates or unit that its precision requires."""
    precision = row["precision"]
    if precision in (Precision.LOCALITY, Precision.INFERRED) and not (row["latitude"] or row["longitude"]):
        yield row.fault("latitude", f"coordinates, because the precision is {precision}")
    if precision == Precision.UNIT and not row["unit"]:
        yield row.fault("unit", "a first-level unit, because the precision is unit")


def check_bounds(row: Row) -> Iterator[Fault]:
    """Yield the coordinates outside Peru, for example an exchanged latitude and longitude."""
    for column, (least, most) in PERU.items():
        degrees = value_of(row, column, KINDS["places"][column])
        # Written so that "nan", which is neither below nor above, is outside as well.
        if isinstance(degrees, float) and not least <= degrees <= most:
            yield row.fault(column, f"degrees in Peru, from {least} to {most}")


def check_unit(row: Row, unit_at: UnitAt) -> Iterator[Fault]:
    """Yield the fault of a point that lies outside the unit of the place."""
    longitude, latitude = (value_of(row, column, KINDS["places"][column]) for column in PERU)
    if not (row["unit"] and isinstance(longitude, float) and isinstance(latitude, float)):
        return
    # A point outside Peru has a fault already.
    if math.isfinite(longitude) and math.isfinite(latitude) and not any(check_bounds(row)):
        unit = unit_at(longitude, latitude)
        if unit != row["unit"]:
            yield row.fault("unit", f"{unit or 'no unit'}, in which the coordinates lie")


def check_ubigeo(row: Row) -> Iterator[Fault]:
    """Yield the fault of an INEI code that belongs to another first-level unit than the place."""
    code = INEI_CODES.get(row["unit"], "")
    if code and row["ubigeo"].isdecimal() and not row["ubigeo"].startswith(code):
        other = next((unit for unit, known in INEI_CODES.items() if row["ubigeo"].startswith(known)), "")
        yield row.fault(
            "ubigeo",
            f"a code that begins with {code}, because the unit is {row['unit']}",
            advice=f"{row['ubigeo'][:2]} is {other}" if other else "",
        )


def build_rules(unit_at: UnitAt | None) -> tuple[Rule, ...]:
    """Return the rules for places. Points are compared with their units only if ``unit_at`` is given."""
    rules = (
        row_rule("places", ("latitude", "longitude"), check_pair),
        row_rule("places", ("precision", "unit", "latitude", "longitude"), check_precision),
        row_rule("places", ("latitude", "longitude"), check_bounds),
        row_rule("places", ("unit", "ubigeo"), check_ubigeo),
    )
    if unit_at is None:
        return rules
    return (*rules, row_rule("places", ("unit", "latitude", "longitude"), partial(check_unit, unit_at=unit_at)))
