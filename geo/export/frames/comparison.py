"""The comparison of the acts, as the page shows it: a row for each place under an act in a role, with the sources behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from geo.export.frames.frame import Column, DataFrame, Kind, build_frame
from geo.text import message
from geo.view import ViewContext
from geo.view.answers.compare import Naming, PlaceRow, UnitRows, build_comparison
from geo.view.labels import ROLE_LABELS, source_label


@dataclass(frozen=True, slots=True)
class ComparedPlace:
    """A place under one act in one role."""

    context: ViewContext
    unit: UnitRows
    row: PlaceRow
    act_id: str
    """Empty for the context."""
    naming: Naming

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of the sources that name the place so, those that count as one beside each other."""
        return tuple(source_id for group in self.naming.source_groups for source_id in group)


COMPARISON: Final[tuple[Column[ComparedPlace], ...]] = (
    Column("place", Kind.TEXT, message("Name of the place"), lambda row: row.context.words.of(row.row.place, "name")),
    Column(
        "unit_name",
        Kind.TEXT,
        message("Official name of that region"),
        lambda row: row.unit.unit.name if row.unit.unit else "",
    ),
    Column("act", Kind.TEXT, message("Short name of the authorisation"), lambda row: row.context.act_name(row.act_id)),
    Column("role_name", Kind.TEXT, message("The role in words"), lambda row: row.context.words(ROLE_LABELS[row.naming.role])),
    Column(
        "source_names",
        Kind.TEXT,
        message("Names of these sources, as the page calls them"),
        lambda row: "; ".join(source_label(row.context.evidence.sources[each], row.context.words) for each in row.source_ids),
    ),
    Column(
        "independent_sources",
        Kind.INTEGER,
        message("Number of these sources; those that rest on one another count once"),
        lambda row: len(row.naming.source_groups),
    ),
    Column("place_id", Kind.TEXT, message("Id of the place"), lambda row: row.row.place.place_id),
    Column(
        "unit",
        Kind.TEXT,
        message("ISO 3166-2 code of the region that the place is or lies in; empty for no single one"),
        lambda row: row.row.place.unit,
    ),
    Column(
        "authorisation_id",
        Kind.TEXT,
        message("Id of the authorisation; empty for context, which is under none"),
        lambda row: row.act_id,
    ),
    Column(
        "role",
        Kind.TEXT,
        message("Id of the role in which the place is named; deployment means authorised, not observed"),
        lambda row: row.naming.role.value,
    ),
    Column("source_ids", Kind.LIST, message("Ids of these sources"), lambda row: row.source_ids),
)


def comparison_frame(context: ViewContext) -> DataFrame:
    """Return a frame with a row for every place, act and role of the comparison, by unit; columns :data:`COMPARISON`."""
    return build_frame(_rows(context), COMPARISON)


def _rows(context: ViewContext) -> Iterator[ComparedPlace]:
    for unit in build_comparison(context).rows:
        for row in (*([unit.named] if unit.named else []), *unit.localities):
            for act_id, namings in row.cells.items():
                for naming in namings:
                    yield ComparedPlace(context, unit, row, act_id, naming)
