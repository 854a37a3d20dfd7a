"""What a rule of the evidence is: a check beyond the table schemas, and the columns without which it says nothing.

A rule reads rows of text and passes over what it cannot read, because the schema reports that: one bad cell must not
hide another fault. It runs only where its columns exist, so that a missing column is not one fault for every row.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from geo.evidence.cells import CellKind, is_readable
from geo.evidence.faults import Fault
from geo.evidence.package import Row, Table

Tables = Mapping[str, Table]
RowCheck = Callable[[Row], Iterator[Fault]]
TablesCheck = Callable[[Tables], Iterator[Fault]]
UnitAt = Callable[[float, float], str | None]
"""Gives the ISO 3166-2 code of the first-level unit at a longitude and latitude (WGS 84), or None outside all."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rules ask other rooms; the evidence imports none of them. What is not given is not checked."""

    unit_at: UnitAt | None = None
    can_draw: Callable[[str], bool] | None = None
    """Says whether the figures have a face with a character."""
    labelled: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Texts with a label in every language, by table and column (``claims.unit``)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check of the tables."""

    check: TablesCheck
    needs: Mapping[str, tuple[str, ...]]
    """The columns that it cannot do without, by table."""

    def faults(self, tables: Tables) -> Iterator[Fault]:
        """Yield the faults that the check finds; none when a column that it needs is missing."""
        if all(name in tables and tables[name].has(*columns) for name, columns in self.needs.items()):
            yield from self.check(tables)


def row_rule(name: str, columns: tuple[str, ...], check: RowCheck) -> Rule:
    """Return the rule that checks each row of one table by itself."""

    def check_rows(tables: Tables) -> Iterator[Fault]:
        """Yield the faults of each row, in the order of the file."""
        for row in tables[name].rows:
            yield from check(row)

    return Rule(check_rows, {name: columns})


def value_of(row: Row, column: str, kind: CellKind) -> object | None:
    """Return the value of a cell, or None when the cell is empty or cannot be read."""
    text = row[column]
    return kind.read(text) if text and is_readable(text, kind) else None
