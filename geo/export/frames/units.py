"""The 25 first-level units, and the state of each in a view: named, level not stated, contains, or off."""

from dataclasses import dataclass
from typing import Final

from geo.atlas import Unit
from geo.evidence import Precision
from geo.export.frames.frame import Column, GeoDataFrame, Kind, build_frame
from geo.text import message
from geo.view import ShownUnit, ViewContext

CRS: Final = "EPSG:4326"
"""Longitude and latitude in degrees, WGS 84."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in a view."""

    unit: Unit
    shown: ShownUnit | None
    """None if the view names neither the unit nor a place in it."""


UNITS: Final[tuple[Column[UnitRow], ...]] = (
    Column("unit", Kind.TEXT, message("ISO 3166-2 code of the region"), lambda row: row.unit.code),
    Column("name", Kind.TEXT, message("Official name of that region"), lambda row: row.unit.name),
    Column("kind", Kind.TEXT, message("department or constitutional province"), lambda row: row.unit.kind),
    Column(
        "ubigeo",
        Kind.TEXT,
        message("Code of the statistics office INEI for the region, district or populated centre"),
        lambda row: row.unit.ubigeo,
    ),
    Column("area_km2", Kind.INTEGER, message("Area in square kilometres"), lambda row: row.unit.area_km2),
    Column(
        "shown",
        Kind.TEXT,
        message("named, level not stated (the name may mean less than the region), contains (a place in it is named), or off"),
        lambda row: _state(row.shown),
    ),
    Column(
        "authorisation_ids",
        Kind.LIST,
        message("Ids of the authorisations under which the region, or else a place in it, is named"),
        lambda row: row.shown.authorisations if row.shown else (),
    ),
    Column(
        "place_ids",
        Kind.LIST,
        message("Ids of the shown places that are the region or lie in it"),
        lambda row: _place_ids(row.shown) if row.shown else (),
    ),
)


def units_frame(context: ViewContext) -> GeoDataFrame:
    """Return a frame with a row for every unit, ordered as in the atlas; columns :data:`UNITS` and ``geometry``, EPSG:4326."""
    import geopandas as gpd  # noqa: PLC0415 - slow to import

    table = build_frame((UnitRow(unit, context.selection.units.get(unit.code)) for unit in context.atlas.units), UNITS)
    shapes = unit_shapes(context).reindex(table["unit"]).set_axis(table.index)
    return gpd.GeoDataFrame(table, geometry=shapes, crs=CRS)


def unit_shapes(context: ViewContext) -> GeoDataFrame:
    """Return the outlines of the units by their codes: a GeoSeries, EPSG:4326, outer rings counterclockwise.

    The outlines are those of the atlas, simplified for a map of the whole country.
    """
    import geopandas as gpd  # noqa: PLC0415 - slow to import

    features = context.atlas.layers.units["features"]
    frame = gpd.GeoDataFrame.from_features(features, crs=CRS)
    return frame.geometry.set_axis([feature["id"] for feature in features])


def _state(shown: ShownUnit | None) -> str:
    if shown is None:
        return "off"
    if shown.named is None:
        return "contains"
    is_open = shown.named.place.precision is Precision.LEVEL_NOT_STATED
    return Precision.LEVEL_NOT_STATED.value if is_open else "named"


def _place_ids(shown: ShownUnit) -> tuple[str, ...]:
    named = (shown.named, *shown.also_named) if shown.named else ()
    return tuple(place.place.place_id for place in (*named, *shown.contains))
