"""The claims of a view: a row for every shown claim that names a place in a shown role.

``source_id`` is the source of the claim; ``source_ids`` are all sources of its naming. So each table can be filtered by itself,
and grouping the claims by act, place, role and days gives the namings. Claims that name no place in a role are in the facts.
"""

from typing import Final

from geo.export.frames import columns
from geo.export.frames.columns import ClaimColumns, ClaimRow
from geo.export.frames.frame import DataFrame, build_frame
from geo.export.frames.places import build_namings
from geo.view import ViewContext

CLAIMS: Final[ClaimColumns] = (
    *columns.ACT,
    *columns.PLACE,
    *columns.ROLE,
    *columns.DAYS,
    columns.SAID_BY,
    *columns.CLAIM,
)


def claim_rows(context: ViewContext) -> tuple[ClaimRow, ...]:
    """Return the shown claims that name a place in a shown role, in the order of their namings."""
    return tuple(ClaimRow(context, claim, naming.alike) for naming in build_namings(context) for claim in naming.alike)


def claims_frame(context: ViewContext) -> DataFrame:
    """Return a frame with a row for every claim; columns :data:`CLAIMS`."""
    return build_frame(claim_rows(context), CLAIMS)
