"""GeoJSON (RFC 7946): a feature for each naming, with its claims as a property.

A place that is a whole unit has the polygon of the unit, a locality has a point. A place without unit and point, such as a
border region, is a feature without geometry, which the standard allows. A unit that only contains a named locality is no
feature, since no source names it. The metadata of the file are foreign members (section 6.1 of the standard). Coordinates are
WGS 84.
"""

import json
from typing import Any, Final

from geo.export.frames.claims import claim_rows, claims_frame
from geo.export.frames.frame import DataFrame, GeoDataFrame
from geo.export.frames.places import PLACES, naming_id, places_frame
from geo.view import CAUTION, SUBJECT, ViewContext

_OF_THE_NAMING: Final = {column.name for column in PLACES} - {"disagreement_ids"}
"""Columns with one value for all claims of a feature."""


def to_geojson(context: ViewContext) -> bytes:
    """Return the namings of a view as a GeoJSON file."""
    places = places_frame(context)
    collection = _about(context, places) | _days_as_text(places).assign(claims=_claims(context)).to_geo_dict(na="null")
    return (json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()


def _about(context: ViewContext, places: GeoDataFrame) -> dict[str, Any]:
    """Return the metadata of the file; ``bbox`` only if there is a geometry."""
    bounds = places.total_bounds.tolist() if places.geometry.notna().any() else []
    return {
        "type": "FeatureCollection",
        **({"bbox": bounds} if bounds else {}),
        "title": context.words(SUBJECT),
        "description": f"{context.headline.text} {context.words(CAUTION)}",
        "language": context.state.language,
        "link": context.link,
        "data_version": context.evidence.version,
        "licence": [{"title": licence.title, "url": licence.path} for licence in context.evidence.licences],
        "attribution": list(context.atlas.credits_in(context.state.language)),
    }


def _claims(context: ViewContext) -> dict[str, list[dict[str, Any]]]:
    """Return the claims by the id of their naming, without the columns of the naming."""
    frame = _days_as_text(claims_frame(context))
    frame = frame.drop(columns=[name for name in frame if name in _OF_THE_NAMING]).astype(object)
    records = frame.where(frame.notna(), None).to_dict("records")
    found: dict[str, list[dict[str, Any]]] = {}
    for row, record in zip(claim_rows(context), records, strict=True):
        found.setdefault(naming_id(row), []).append(record)
    return found


def _days_as_text(frame: DataFrame) -> DataFrame:
    return frame.assign(**{name: frame[name].dt.strftime("%Y-%m-%d") for name in frame.select_dtypes("datetime")})
