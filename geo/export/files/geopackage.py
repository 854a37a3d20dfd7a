"""GeoPackage (OGC 12-128r19): the layers ``places`` and ``units``, and the tables behind them without geometry.

``units`` has a polygon for every naming of a whole unit, ``places`` a point for every other (empty for what has none); their
rows are those of the table of places. ``claims``, ``facts``, ``sources``, ``disagreements`` and ``about`` are attribute tables.
EPSG:4326. GDAL writes the files, and it writes to a path only: a temporary one, gone when the bytes are read. Its driver takes
the time of the last change from ``OGR_CURRENT_DATE``, here the day of the data, so that the same view gives the same bytes. The
version is 1.3, which older programs read without a warning.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from geo.export.files.geojson import place_geometry
from geo.export.files.metadata import about_table
from geo.export.frames.claims import build_namings, claims_table, disagreements_table, places_table, sources_table
from geo.export.frames.facts import facts_table
from geo.export.frames.table import Cell, Kind, Table, plain
from geo.text import message
from geo.view import ViewContext

_TYPES: Final = {
    Kind.TEXT: "object",
    Kind.LIST: "object",
    Kind.INTEGER: "int32",
    Kind.NUMBER: "float64",
    Kind.DATE: "datetime64[D]",
    Kind.BOOLEAN: "bool",
}
_EMPTY: Final[dict[Kind, object]] = {
    Kind.TEXT: None,
    Kind.LIST: None,
    Kind.INTEGER: 0,
    Kind.NUMBER: float("nan"),
    Kind.DATE: "NaT",
    Kind.BOOLEAN: False,
}
"""What stands in an array where a mask says that nothing does."""

ABOUT_LAYERS: Final = {
    "places": message("Localities, as the shown sources name them; what has no point has no geometry"),
    "units": message("Regions, as the shown sources name them"),
    "claims": message("What each source says of each place"),
    "facts": message("What each source says beyond places: votes, personnel, equipment, costs, purposes, context"),
    "sources": message("The sources of the claims"),
    "disagreements": message("Questions on which the sources disagree"),
    "about": message("The view, its link, licence and citation"),
}


def to_geopackage(context: ViewContext) -> bytes:
    """Write the namings of a view as layers, with the tables behind them."""
    import pyogrio  # noqa: PLC0415 - GDAL takes a while to load

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{context.day.isoformat()}T00:00:00.000Z"})
    with TemporaryDirectory(prefix="geo-") as directory:
        path = Path(directory) / "view.gpkg"
        _write_layers(path, context)
        for table in (claims_table, facts_table, sources_table, disagreements_table, about_table):
            _write(path, table(context), context)
        return path.read_bytes()


def _write_layers(path: Path, context: ViewContext) -> None:
    table, namings = places_table(context), build_namings(context)
    for name, geometry_type in (("places", "Point"), ("units", "MultiPolygon")):
        chosen = [number for number, naming in enumerate(namings) if naming.place.is_area is (name == "units")]
        geometries = [_to_wkb(place_geometry(namings[number].place, context.atlas)) for number in chosen]
        layer = Table(name, table.columns, tuple(table.rows[number] for number in chosen))
        _write(path, layer, context, geometries=geometries, geometry_type=geometry_type)


def _to_wkb(geometry: Any) -> bytes | None:  # noqa: ANN401 - GeoJSON
    import shapely  # noqa: PLC0415

    return None if geometry is None else bytes(shapely.to_wkb(shapely.geometry.shape(geometry)))


def _write(
    path: Path,
    table: Table,
    context: ViewContext,
    *,
    geometries: Sequence[bytes | None] | None = None,
    geometry_type: str | None = None,
) -> None:
    """Write one layer; a table without geometries becomes one of attributes."""
    import numpy as np  # noqa: PLC0415
    from pyogrio import raw  # noqa: PLC0415

    arrays = [_array(cells, column.kind) for column, cells in zip(table.columns, _columns(table), strict=True)]
    raw.write(
        path,
        geometry=None if geometries is None else np.array(geometries, dtype=object),
        field_data=[values for values, _ in arrays],
        field_mask=[mask for _, mask in arrays],
        fields=np.array([column.name for column in table.columns], dtype=object),
        layer=table.name,
        driver="GPKG",
        geometry_type=geometry_type,
        promote_to_multi=geometry_type == "MultiPolygon",
        crs=None if geometries is None else "EPSG:4326",
        append=path.exists(),
        dataset_options=None if path.exists() else {"VERSION": "1.3"},
        layer_options={"DESCRIPTION": context.words(ABOUT_LAYERS[table.name])},
    )


def _columns(table: Table) -> list[tuple[Cell, ...]]:
    return [tuple(row[number] for row in table.rows) for number in range(len(table.columns))]


def _array(cells: Sequence[Cell], kind: Kind) -> tuple[Any, Any]:
    """Return the values of a column as an array, and a mask of those that are missing, or None where the array can say it."""
    import numpy as np  # noqa: PLC0415

    values = [plain(cell) for cell in cells]
    missing = np.array([value is None for value in values], dtype=bool)
    filled = [_EMPTY[kind] if value is None else value for value in values]
    return np.array(filled, dtype=_TYPES[kind]), missing if kind in (Kind.INTEGER, Kind.BOOLEAN) else None
