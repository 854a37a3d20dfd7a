"""GeoJSON (RFC 7946): a feature for every naming, with its claims inside.

A place that stands for a whole unit is the polygon of the unit, a locality a point; a border region that has no single unit and
no point is a feature without geometry, which the standard allows. A unit that only contains a locality is no feature: nobody
names it, and a program that counts features would count it as named. What the file says of itself stands in foreign members
(section 6.1 of the standard).
"""

import json
from typing import Any, Final

from geo.export.frames.claims import claim_rows, claims_frame
from geo.export.frames.frame import DataFrame, GeoDataFrame
from geo.export.frames.places import PLACES, naming_id, places_frame
from geo.view import CAUTION, SUBJECT, ViewContext

_OF_THE_NAMING: Final = {column.name for column in PLACES} - {"disagreement_ids"}
"""What a feature says of all its claims."""


def to_geojson(context: ViewContext) -> bytes:
    """Write the namings of a view as a feature collection."""
    places = places_frame(context)
    collection = _about(context, places) | _days_as_text(places).assign(claims=_claims(context)).to_geo_dict(na="null")
    return (json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()


def _about(context: ViewContext, places: GeoDataFrame) -> dict[str, Any]:
    """Return the members that say what the file is; a ``bbox`` only where there is a geometry."""
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
    """Return the claims by the id of their naming, without what the naming says already."""
    frame = _days_as_text(claims_frame(context))
    frame = frame.drop(columns=[name for name in frame if name in _OF_THE_NAMING]).astype(object)
    records = frame.where(frame.notna(), None).to_dict("records")
    found: dict[str, list[dict[str, Any]]] = {}
    for row, record in zip(claim_rows(context), records, strict=True):
        found.setdefault(naming_id(row), []).append(record)
    return found


def _days_as_text(frame: DataFrame) -> DataFrame:
    return frame.assign(**{name: frame[name].dt.strftime("%Y-%m-%d") for name in frame.select_dtypes("datetime")})
