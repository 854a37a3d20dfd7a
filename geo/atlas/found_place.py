"""Describe a found place in words, and write it as a row of ``places.csv``."""

import csv
import io
from collections.abc import Collection
from typing import Final

from geo.atlas.geocode import Ambiguous, Candidate, Unknown
from geo.atlas.name_folding import fold_name

COLUMNS: Final = (
    *("place_id", "name", "name_es", "kind", "unit", "latitude", "longitude", "ubigeo", "geonames_id"),
    *("precision", "coordinate_source", "note_en", "note_es"),
)
CONSTITUTIONAL_PROVINCE: Final = "PE-CAL"
GEONAMES: Final = "GeoNames (CC BY 4.0)"


def describe_candidate(candidate: Candidate) -> str:
    """Return a candidate as one line: name, level, province and unit, coordinates, source."""
    where = ", ".join(part for part in (candidate.province, f"{candidate.unit_name} ({candidate.unit})") if part)
    point = "no coordinates" if candidate.latitude is None else f"{candidate.latitude}, {candidate.longitude}"
    return f"{candidate.name} ({candidate.level}): {where}; {point}; {candidate.source}"


def describe_several(found: Ambiguous) -> str:
    """Return the candidates of an ambiguous name, one a line."""
    lines = "\n".join(f"  {describe_candidate(candidate)}" for candidate in found.candidates)
    return f"{found.query!r} is ambiguous; say which with --within or --level:\n{lines}"


def describe_unknown(found: Unknown, within: str | None) -> str:
    """Return a message about a name that was not found: the candidates elsewhere, or names with a similar spelling."""
    if found.elsewhere:
        lines = "\n".join(f"  {describe_candidate(candidate)}" for candidate in found.elsewhere)
        return f"no place called {found.query!r}{f' within {within}' if within else ''}; elsewhere:\n{lines}"
    meant = f"; did you mean {', '.join(found.suggestions)}?" if found.suggestions else ""
    return f"no place called {found.query!r}{meant}"


def place_row(candidate: Candidate, taken: Collection[str] = ()) -> dict[str, str]:
    """Return a candidate as a row of ``places.csv``, by column; columns that the gazetteer does not know are empty.

    Parameters
    ----------
    candidate
        The place.
    taken
        Ids of the other places. If the id is among them, the unit is appended to it.
    """
    is_unit = candidate.level == "unit"
    place_id = fold_name(candidate.name).replace(" ", "-")
    if place_id in taken:
        place_id = f"{place_id}-{candidate.unit.removeprefix('PE-').lower()}"
    has_point = candidate.latitude is not None and not is_unit
    return dict.fromkeys(COLUMNS, "") | {
        "place_id": place_id,
        "name": candidate.name,
        "kind": _kind(candidate),
        "unit": candidate.unit,
        "latitude": f"{candidate.latitude:.5f}" if has_point else "",
        "longitude": f"{candidate.longitude:.5f}" if has_point else "",
        "ubigeo": candidate.ubigeo or "",
        "geonames_id": str(candidate.geonames_id or ""),
        "precision": "unit" if is_unit else "locality",
        "coordinate_source": "" if not has_point else GEONAMES if candidate.source == "GeoNames" else candidate.source,
    }


def to_csv_line(candidate: Candidate, taken: Collection[str] = ()) -> str:
    """Return the row of :func:`place_row` as a line of CSV, without a line end."""
    file = io.StringIO()
    csv.writer(file, lineterminator="").writerow(place_row(candidate, taken).values())
    return file.getvalue()


def _kind(candidate: Candidate) -> str:
    """Return the kind of a place. The gazetteer does not tell the kinds of localities apart."""
    if candidate.level == "province":
        return "province"
    if candidate.level == "place":
        return "locality"
    return "constitutional province" if candidate.unit == CONSTITUTIONAL_PROVINCE else "department"
