"""The sources of a view: the sources of its claims and facts, in the order of the data."""

from typing import Final

from geo.export.frames import columns
from geo.export.frames.claims import claim_rows
from geo.export.frames.columns import SourceRow
from geo.export.frames.facts import fact_rows
from geo.export.frames.frame import Column, DataFrame, Kind, build_frame
from geo.text import message
from geo.view import ViewContext

SOURCES: Final[tuple[Column[SourceRow], ...]] = (
    Column("source_id", Kind.TEXT, message("Id of the source"), lambda row: row.source.source_id),
    *columns.SOURCE,
    Column(
        "derives_from",
        Kind.LIST,
        message("Ids of sources, or names of other origins, that it rests on"),
        lambda row: row.source.derives_from,
    ),
    Column(
        "stance",
        Kind.TEXT,
        message("Where the source stands"),
        lambda row: row.context.words.of(row.source, "stance"),
    ),
    Column("note", Kind.TEXT, message("What is known of the source"), lambda row: row.context.words.of(row.source, "note")),
)


def used_sources(context: ViewContext) -> tuple[str, ...]:
    """Return the ids of the sources of claims and facts, in the order of the data."""
    used = {row.claim.source_id for row in (*claim_rows(context), *fact_rows(context))}
    return tuple(source_id for source_id in context.evidence.sources if source_id in used)


def sources_frame(context: ViewContext) -> DataFrame:
    """Return a frame with a row for every source of a shown claim; columns :data:`SOURCES`."""
    rows = (SourceRow(context, context.evidence.sources[source_id]) for source_id in used_sources(context))
    return build_frame(rows, SOURCES)
