"""GeoPackage (OGC 12-128r19): the layers ``places`` and ``units``, and the tables behind them without geometry.

``units`` has a polygon for each naming of a whole unit, ``places`` a point for each other naming (or no geometry), and
``regions`` the 25 units as the map shows them. The other tables and ``about`` are attribute tables. QGIS takes the style of
the layers from ``layer_styles``. CRS: EPSG:4326.

GDAL writes to a path only, here a temporary one. Its driver takes the date of the last change from ``OGR_CURRENT_DATE``,
which is set to the day of the data, so that the same view gives the same bytes. The version is 1.3, which older programs read
without a warning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from geo.export.files.metadata import about_frame, keywords, rights
from geo.export.files.qgis_styles import styles_frame
from geo.export.frames import TABLES
from geo.export.frames.frame import DataFrame, flatten
from geo.export.frames.places import places_frame
from geo.export.frames.units import units_frame
from geo.export.temporary_folder import temporary_folder
from geo.text import message
from geo.view import CAUTION, SUBJECT, ViewContext

_LOCALITIES: Final = message("Localities, as the shown sources name them; what has no point has no geometry")
_UNITS: Final = message("Regions, as the shown sources name them")
_REGIONS: Final = message("The 25 regions, and how the map shows each")
_STYLES: Final = message("The look of the layers, for QGIS")
_ABOUT: Final = message("The view, its link, licence and citation")


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the file, or a table without geometry."""

    name: str
    about: str
    """Message id."""
    frame: DataFrame
    geometry_type: str | None = None
    key: str = "fid"
    """Column with the number of the row, which the driver adds."""


def to_geopackage(context: ViewContext) -> bytes:
    """Return the layers and tables of a view as a GeoPackage file."""
    import pyogrio  # noqa: PLC0415 - GDAL takes a while to load

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{context.day.isoformat()}T00:00:00.000Z"})
    with temporary_folder() as folder:
        path = folder / "view.gpkg"
        for layer in _layers(context):
            pyogrio.write_dataframe(
                flatten(layer.frame),
                path,
                layer=layer.name,
                driver="GPKG",
                use_arrow=True,  # days stay days
                append=path.exists(),
                geometry_type=layer.geometry_type,
                promote_to_multi=layer.geometry_type == "MultiPolygon",
                dataset_options={} if path.exists() else {"VERSION": "1.3"},
                layer_options={"DESCRIPTION": context.words(layer.about), "FID": layer.key},
                dataset_metadata=None if path.exists() else _metadata(context),
            )
        return path.read_bytes()


def _layers(context: ViewContext) -> Iterator[Layer]:
    places = places_frame(context)
    is_area = places.geom_type.isin(["Polygon", "MultiPolygon"])
    yield Layer("places", _LOCALITIES, places[~is_area], "Point")
    yield Layer("units", _UNITS, places[is_area], "MultiPolygon")
    yield Layer("regions", _REGIONS, units_frame(context), "MultiPolygon")
    for table in TABLES[1:]:
        yield Layer(table.name, table.about, table.build(context))
    yield Layer("about", _ABOUT, about_frame(context))
    yield Layer("layer_styles", _STYLES, styles_frame(context), key="id")


def _metadata(context: ViewContext) -> dict[str, str]:
    """Return the texts for the metadata tables of the file."""
    return {
        "TITLE": context.words(SUBJECT),
        "DESCRIPTION": f"{context.headline.text} {context.words(CAUTION)}",
        "LINK": context.link,
        "RIGHTS": rights(context),
        "KEYWORDS": ", ".join(keywords(context)),
        "LANGUAGE": context.state.language,
    }
