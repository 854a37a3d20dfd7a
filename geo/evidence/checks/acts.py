"""Rules for acts: names and colours that are too much alike, colours too close to white, a year that does not fit."""

import math
import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Final

from geo.evidence.cells import KINDS
from geo.evidence.checks.rules import Rule, Tables, row_rule, value_of
from geo.evidence.faults import Fault
from geo.evidence.names import fold
from geo.evidence.package import Row

OVERLAP: Final = "#5a2a72"
"""Plum, for places that several acts name."""
PAPER: Final = "#ffffff"
_LEAST_FROM_PAPER: Final = 0.15
"""Least distance of an act's colour from white, in OKLab; pale yellow is closer, ochre is not."""
_LEAST_FROM_OTHER: Final = 0.03
"""Least distance of two colours, in OKLab; two colours side by side look the same below about 0.02."""
_YEARS_AHEAD: Final = 2


def check_colours(tables: Tables) -> Iterator[Fault]:
    """Yield the colours that are too close to white, to the overlap's colour or to that of another act."""
    rows = [row for row in tables["authorisations"].rows if re.fullmatch("#[0-9A-Fa-f]{6}", row["colour"])]
    advice = "choose another; README names free ones"
    for row in rows:
        if distance(row["colour"], PAPER) < _LEAST_FROM_PAPER:
            yield row.fault("colour", "a colour that is seen on white paper", advice=advice)
        if distance(row["colour"], OVERLAP) < _LEAST_FROM_OTHER:
            yield row.fault("colour", f"a colour unlike {OVERLAP}, that of an overlap", advice=advice)
    for one, other in combinations(rows, 2):
        if distance(one["colour"], other["colour"]) < _LEAST_FROM_OTHER:
            expected = f"a colour unlike {one['colour']} of {one['authorisation_id']}"
            yield other.fault("colour", expected, advice=advice)


def distance(colour: str, other: str) -> float:
    """Return how different two colours ``#rrggbb`` look: their distance in OKLab, 0 to about 1.

    The matrices are those that Björn Ottosson published with the colour space (2020).
    """
    return math.dist(_oklab(colour), _oklab(other))


def _oklab(colour: str) -> tuple[float, ...]:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - sRGB


def check_names(tables: Tables) -> Iterator[Fault]:
    """Yield the names that two acts have in one language."""
    for column in ("name_en", "name_es", "short_en", "short_es"):
        seen: dict[str, Row] = {}
        for row in tables["authorisations"].rows:
            first = seen.setdefault(fold(row[column]), row)
            if row[column] and first is not row:
                yield row.fault(column, f"a name unlike that of {first['authorisation_id']}", advice="name the act or the year")


def check_year(row: Row) -> Iterator[Fault]:
    """Yield the fault of a year that is not the act's: an act is at most two years older than the start of its window."""
    year = value_of(row, "year", KINDS["authorisations"]["year"])
    start, end = (value_of(row, column, KINDS["authorisations"][column]) for column in ("start", "end"))
    if isinstance(year, int) and isinstance(start, date):
        last = max(start, end).year if isinstance(end, date) else start.year
        first = start.year - _YEARS_AHEAD
        if not first <= year <= last:
            yield row.fault("year", f"a year from {first} to {last}, because the window starts on {start}")


RULES: Final[tuple[Rule, ...]] = (
    Rule(check_colours, {"authorisations": ("authorisation_id", "colour")}),
    Rule(check_names, {"authorisations": ("authorisation_id",)}),
    row_rule("authorisations", ("year", "start"), check_year),
)
