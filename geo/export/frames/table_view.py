"""The table view of the page: its rows are those of claims and facts, its columns those of the files in the words of the page.

A new column of the page is one entry in :data:`HEADINGS`; if no file has the column, it also is one in ``_PAGE_COLUMNS``.
"""

from typing import Final

from geo.atlas import fold_name
from geo.export.frames.claims import CLAIMS, claim_rows
from geo.export.frames.columns import ClaimColumns, ClaimRow
from geo.export.frames.facts import FACTS, fact_rows
from geo.export.frames.frame import Column, Kind
from geo.text import message
from geo.view import ViewContext
from geo.view.labels import SHORT_CERTAINTY_LABELS, source_label

HEADINGS: Final = {
    "place": message("Place"),
    "role_name": message("Role"),
    "act": message("Act"),
    "source": message("Source"),
    "certainty_name": message("Certainty"),
    "statement": message("Statement"),
}
"""Message id of the heading of each column on the page, by the column's name, in their order."""

_PAGE_COLUMNS: Final[ClaimColumns] = (
    Column(
        "act",
        Kind.TEXT,
        message("Short name of the authorisation"),
        lambda row: row.context.act_name(row.claim.authorisation_id),
    ),
    Column("source", Kind.TEXT, "", lambda row: source_label(row.source.source, row.context.words)),
    Column("certainty_name", Kind.TEXT, "", lambda row: row.context.words(SHORT_CERTAINTY_LABELS[row.claim.certainty])),
)
"""Columns that no file has: the files have ids in their place."""

_COLUMNS: Final = {column.name: column for column in (*FACTS, *CLAIMS, *_PAGE_COLUMNS)}
_SEARCHED: Final = (
    *HEADINGS,
    "topic_name",
    "attribute_name",
    "value_text",
    "attributed_to",
    "source_id",
    "source_publisher",
    "source_title",
    "phrase",
    "disagreement_ids",
)


def table_rows(context: ViewContext) -> tuple[ClaimRow, ...]:
    """Return the rows of the claims, then those of the facts, both in the order of the files."""
    return (*claim_rows(context), *fact_rows(context))


def cell_text(row: ClaimRow, column_name: str) -> str:
    """Return a cell as text, ids joined by spaces; empty if the value is not stated.

    Raises
    ------
    KeyError
        If neither the files nor the page have a column of the name.
    """
    cell = _COLUMNS[column_name].value(row)
    return " ".join(cell) if isinstance(cell, tuple) else str(cell or "")


def search_rows(rows: tuple[ClaimRow, ...], query: str) -> tuple[ClaimRow, ...]:
    """Return the rows that contain every word of a query; accents, case and punctuation are ignored.

    A query without a word returns ``rows`` itself.
    """
    wanted = fold_name(query).split()
    if not wanted:
        return rows
    texts = ((row, fold_name(" ".join(cell_text(row, name) for name in _SEARCHED))) for row in rows)
    return tuple(row for row, text in texts if all(word in text for word in wanted))


def sort_rows(rows: tuple[ClaimRow, ...], column_name: str) -> tuple[ClaimRow, ...]:
    """Return the rows sorted by a column, those without a value last; unsorted if the page has no column of the name."""
    if column_name not in HEADINGS:
        return rows
    cells = {row.claim.claim_id: cell_text(row, column_name) for row in rows}
    return tuple(sorted(rows, key=lambda row: (not cells[row.claim.claim_id], cells[row.claim.claim_id])))
