"""GeoJSON (RFC 7946): a feature for every naming, with its claims inside.

A place that stands for a whole unit is the polygon of the unit, a locality a point; a border region that has no single unit and
no point is a feature without geometry, which the standard allows, rather than left out. A unit that only contains a locality
is no feature: nobody names it, and a program that counts features would count it as named. Outlines are those of the atlas,
simplified for a map of the whole country, their outer rings counterclockwise. Coordinates are longitude, latitude in degrees,
WGS 84. What the file says of itself stands in foreign members (section 6.1 of the standard).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from geo.atlas import Atlas
from geo.evidence import Place
from geo.export.frames import columns
from geo.export.frames.claims import Naming, build_namings, claims_table, places_table
from geo.export.frames.table import Cell, Column, Table, plain
from geo.view import CAUTION, SUBJECT, ViewContext

_OF_THE_NAMING: Final = frozenset(column.name for column in columns.PLACES)


def to_geojson(context: ViewContext) -> bytes:
    """Write the namings of a view as a feature collection."""
    words = context.words
    features = list(_features(context))
    bounds = _bounds(feature["geometry"] for feature in features)
    collection = {
        "type": "FeatureCollection",
        **({"bbox": bounds} if bounds else {}),
        "title": words(SUBJECT),
        "description": f"{context.headline.text} {words(CAUTION)}",
        "language": context.state.language,
        "link": context.link,
        "data_version": context.evidence.version,
        "licence": [{"title": licence.title, "url": licence.path} for licence in context.evidence.licences],
        "attribution": list(context.atlas.credits_in(context.state.language)),
        "features": features,
    }
    return (json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()


def place_geometry(place: Place, atlas: Atlas) -> Mapping[str, Any] | None:
    """Return what a place stands for, as a GeoJSON geometry: the polygon of its unit, its point, or nothing."""
    if place.is_area:
        features = {feature["id"]: feature["geometry"] for feature in atlas.layers.units["features"]}
        geometry: Mapping[str, Any] = features[place.unit]
        return geometry
    if place.longitude is None or place.latitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _features(context: ViewContext) -> Iterator[dict[str, Any]]:
    claims: dict[str, dict[str, Any]] = {str(record["claim_id"]): record for record in _records(claims_table(context))}
    for naming, record in zip(build_namings(context), _records(places_table(context)), strict=True):
        inside = [_without_the_naming(claims[claim.claim_id]) for claim in naming.claims]
        yield {
            "type": "Feature",
            "id": _name(naming),
            "geometry": place_geometry(naming.place, context.atlas),
            "properties": {**record, "claims": inside},
        }


def _name(naming: Naming) -> str:
    days = f"{naming.window.start}..{naming.window.stated_end or ''}" if naming.window else ""
    parts = (naming.authorisation_id or "context", naming.place.place_id, naming.role.value, days)
    return "/".join(part for part in parts if part)


def _records(table: Table) -> Iterator[dict[str, Any]]:
    for row in table.rows:
        yield {column.name: _value(column, cell) for column, cell in zip(table.columns, row, strict=True)}


def _value(column: Column, cell: Cell) -> object:
    if isinstance(cell, tuple):
        return [plain(item) for item in cell]
    value = plain(cell)
    return value.isoformat() if value is not None and column.kind == "date" and hasattr(value, "isoformat") else value


def _without_the_naming(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a claim without what its feature says already."""
    return {name: value for name, value in record.items() if name not in _OF_THE_NAMING or name == "disagreement_ids"}


def _bounds(geometries: Iterable[Mapping[str, Any] | None]) -> list[float]:
    """Return west, south, east, north; nothing without any geometry."""
    points = [point for geometry in geometries if geometry for point in _points(geometry["coordinates"])]
    if not points:
        return []
    longitudes, latitudes = zip(*points, strict=True)
    return [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:  # noqa: ANN401 - nested as deep as the geometry's kind says
    if isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
    else:
        for inner in coordinates:
            yield from _points(inner)
