"""The places of a view: a row for every naming, with the geometry of its place.

A *claim* is the statement of one source about one place in one role. A *naming* is all shown claims about one place under one
authorisation, in one role and for the same days. The map shows namings.

Rows are ordered by authorisation (context last), place, role and days, as in the data.
"""

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Final

from geo.evidence import Claim, Role
from geo.export.frames import columns
from geo.export.frames.columns import ClaimColumns, ClaimRow
from geo.export.frames.frame import Column, GeoDataFrame, Kind, build_frame
from geo.export.frames.units import CRS, unit_shapes
from geo.text import message
from geo.view import ViewContext

PLACES: Final[ClaimColumns] = (
    *columns.ACT,
    *columns.PLACE,
    *columns.ROLE,
    *(
        replace(column, value=lambda row: any(claim.window is not None for claim in row.alike))
        if column.name == "own_days"
        else column
        for column in columns.DAYS
    ),
    columns.SAID_BY,
    Column("sources", Kind.INTEGER, message("Number of these sources"), lambda row: len(row.source_ids)),
    Column(
        "independent_sources",
        Kind.INTEGER,
        message("The same, with sources that rest on one another counted once"),
        lambda row: row.independent_sources,
    ),
    Column(
        "claim_ids",
        Kind.LIST,
        message("Ids of the claims"),
        lambda row: tuple(map(attrgetter("claim_id"), row.alike)),
    ),
    Column(
        "disagreement_ids",
        Kind.LIST,
        message("Ids of the questions on which the sources disagree here"),
        lambda row: row.disagreement_ids,
    ),
    Column(
        "ubigeo",
        Kind.TEXT,
        message("Code of the statistics office INEI for the region, district or populated centre"),
        lambda row: row.place.ubigeo if row.place else "",
    ),
    Column(
        "geonames_id",
        Kind.TEXT,
        message("Id of the place in GeoNames"),
        lambda row: row.place.geonames_id if row.place else "",
    ),
)


def build_namings(context: ViewContext) -> tuple[ClaimRow, ...]:
    """Return the namings of a view; the row of a naming is that of its first claim."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for shown in context.selection.places.values():
        for claim in shown.claims:
            if claim.role is not None:
                naming = (claim.authorisation_id, claim.place_id, claim.role, context.evidence.window_of(claim))
                groups.setdefault(naming, []).append(claim)
    rows = (ClaimRow(context, claims[0], tuple(claims)) for claims in groups.values())
    return tuple(sorted(rows, key=_rank(context)))


def places_frame(context: ViewContext) -> GeoDataFrame:
    """Return a frame with a row for every naming; columns :data:`PLACES` and ``geometry``, EPSG:4326.

    The geometry is the polygon of the unit if the name stands for a whole unit, otherwise a point; it is missing for a border
    region, which has neither. The index is the id of the naming, as :func:`naming_id` makes it.
    """
    import geopandas as gpd  # noqa: PLC0415 - slow to import

    namings = build_namings(context)
    table = build_frame(namings, PLACES)
    areas = [row.place.unit if row.place and row.place.is_area else None for row in namings]
    shapes = unit_shapes(context).reindex(areas).set_axis(table.index)
    points = gpd.GeoSeries(gpd.points_from_xy(table["longitude"], table["latitude"]), crs=CRS)
    geometry = shapes.where(shapes.notna(), points.where(table["longitude"].notna()))
    return gpd.GeoDataFrame(table, geometry=geometry, crs=CRS).set_axis([naming_id(row) for row in namings])


def naming_id(row: ClaimRow) -> str:
    """Return the id of a naming: act, place, role and days, joined by slashes."""
    days = f"{row.window.start}..{row.window.stated_end or ''}" if row.window else ""
    claim = row.claim
    parts = (claim.authorisation_id or "context", claim.place_id, claim.role.value if claim.role else "", days)
    return "/".join(part for part in parts if part)


def _rank(context: ViewContext) -> Callable[[ClaimRow], tuple[int, int, int, str]]:
    acts = {act_id: index for index, act_id in enumerate((*context.evidence.authorisations, ""))}
    places = {place_id: index for index, place_id in enumerate(context.evidence.places)}
    roles: dict[Role | None, int] = {role: index for index, role in enumerate(Role)}

    def rank(row: ClaimRow) -> tuple[int, int, int, str]:
        """Return the ranks of act, place and role, and the days."""
        days = f"{row.window.start} {row.window.end}" if row.window else ""
        return acts[row.claim.authorisation_id], places[row.claim.place_id], roles[row.claim.role], days

    return rank
