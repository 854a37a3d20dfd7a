"""Rules: checks beyond the table schemas, with the columns that they need.

A rule ignores cells that cannot be read, since the schema reports them. It runs only if its columns exist, so that a missing
column is not reported for every row.
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
"""Returns the ISO 3166-2 code of the first-level unit at a longitude and latitude (WGS 84); None outside all units."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Functions and labels of other packages, which this package does not import. What is missing is not checked."""

    unit_at: UnitAt | None = None
    can_draw: Callable[[str], bool] | None = None
    """Returns whether a font of the figures has a character."""
    labelled: Mapping[str, Collection[str]] = field(default_factory=dict)
    """By table and column (``claims.unit``): the texts with a label in every language."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check of the tables."""

    check: TablesCheck
    needs: Mapping[str, tuple[str, ...]]
    """By table: the columns that the check needs."""

    def faults(self, tables: Tables) -> Iterator[Fault]:
        """Yield the faults of the tables; none if a needed column is missing."""
        if all(name in tables and tables[name].has(*columns) for name, columns in self.needs.items()):
            yield from self.check(tables)


def row_rule(name: str, columns: tuple[str, ...], check: RowCheck) -> Rule:
    """Return a rule that checks each row of a table."""

    def check_rows(tables: Tables) -> Iterator[Fault]:
        """Yield the faults of each row, in the order of the file."""
        for row in tables[name].rows:
            yield from check(row)

    return Rule(check_rows, {name: columns})


def value_of(row: Row, column: str, kind: CellKind) -> object | None:
    """Return the value of a cell; None if it is empty or cannot be read."""
    text = row[column]
    return kind.read(text) if text and is_readable(text, kind) else None
