"""Rules for cells that hold more than text: what cannot be read as the value that its column asks for.

The schema finds most of them too, in the same words. It lets through a few that no record can hold, such as a date written
2023-6-1, and it is not asked about sealed tables.
"""

from collections.abc import Iterator
from functools import partial

from geo.evidence.advice import advise
from geo.evidence.cells import A_VALUE, KINDS, CellKind, is_readable
from geo.evidence.checks.rules import Rule, Tables
from geo.evidence.faults import Fault
from geo.evidence.package import Row, Table


def check_values(tables: Tables, *, name: str) -> Iterator[Fault]:
    """Yield the cells of a table that cannot be read, and those that a record cannot be without."""
    table = tables[name]
    for column, kind in KINDS[name].items():
        if table.has(column):
            unreadable = _unreadable(table, column, kind)
            for row in table.rows:
                yield from _faults(row, column, kind, unreadable)


def _unreadable(table: Table, column: str, kind: CellKind) -> frozenset[str]:
    """Return the texts of a column that cannot be read; each is tried once, since thousands of rows have few different ones."""
    texts = {row[column] for row in table.rows}
    return frozenset(text for text in texts if text and not is_readable(text, kind))


def _faults(row: Row, column: str, kind: CellKind, unreadable: frozenset[str]) -> Iterator[Fault]:
    text = row[column]
    if text in unreadable:
        yield row.fault(column, kind.expected, advice=advise(kind.expected, text))
    if not text and kind.required:
        yield row.fault(column, A_VALUE)


RULES: tuple[Rule, ...] = tuple(Rule(partial(check_values, name=name), {name: ()}) for name in KINDS)
