"""The tables behind a view, as pandas and geopandas frames: each is built here once, for files, command line and notebook.

Each module has the columns of a table and the function that builds its frame. A new column is one entry in the module or, if
several tables have the column, in ``columns``. A new table is a module and one entry in :data:`TABLES` or
:data:`VIEW_TABLES`. The rows and columns of
the page's table view are in ``table_view``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from geo.export.frames.answers import ANSWERS, answers_frame
from geo.export.frames.claims import CLAIMS, claims_frame
from geo.export.frames.comparison import COMPARISON, comparison_frame
from geo.export.frames.disagreements import DISAGREEMENTS, disagreements_frame
from geo.export.frames.facts import FACTS, facts_frame
from geo.export.frames.frame import Column, DataFrame
from geo.export.frames.places import PLACES, places_frame
from geo.export.frames.sources import SOURCES, sources_frame
from geo.text import message
from geo.view import ViewContext


@dataclass(frozen=True, slots=True)
class Table:
    """A table that the files, the command line and the notebook offer."""

    name: str
    """Name of the file, layer or attribute that holds it."""
    title: str
    """Message id of its heading."""
    about: str
    """Message id of the description."""
    columns: tuple[Column[Any], ...]
    build: Callable[[ViewContext], DataFrame]
    key: str = ""
    """Name of the column with unique values, the primary key of its schema; empty if there is none."""


TABLES: Final = (
    Table(
        "places",
        message("Places"),
        message("The rows behind the map: places by act, role and days"),
        PLACES,
        places_frame,
    ),
    Table(
        "claims",
        message("Claims"),
        message("What each source says of each place: a row for each claim"),
        CLAIMS,
        claims_frame,
        key="claim_id",
    ),
    Table(
        "facts",
        message("Facts"),
        message("What each source says beyond places: votes, personnel, equipment, costs, purposes, context"),
        FACTS,
        facts_frame,
        key="claim_id",
    ),
    Table(
        "sources",
        message("Sources"),
        message("The sources of the claims"),
        SOURCES,
        sources_frame,
        key="source_id",
    ),
    Table(
        "disagreements",
        message("Disagreements"),
        message("Questions on which the sources disagree"),
        DISAGREEMENTS,
        disagreements_frame,
        key="disagreement_id",
    ),
)

VIEW_TABLES: Final = (
    Table(
        "compare",
        message("Comparison"),
        message("The comparison of the page: a row for each place under an act in a role"),
        COMPARISON,
        comparison_frame,
    ),
    Table(
        "answers",
        message("What the sources say"),
        message("The answers of the page: a row for each answer to a question under an act"),
        ANSWERS,
        answers_frame,
    ),
)
"""The tables of the page's own views. They say again, as the page does, what :data:`TABLES` say claim by claim."""


def find_table(name: str) -> Table:
    """Return the table of a name.

    Raises
    ------
    ValueError
        If there is none; the message lists the names.
    """
    tables = {table.name: table for table in (*TABLES, *VIEW_TABLES)}
    if name not in tables:
        raise ValueError(f"table: expected one of {', '.join(tables)}, found {name!r}")
    return tables[name]
