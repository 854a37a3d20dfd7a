"""Rules for cells that cannot be read as the value of their column.

The schema finds most of them too, with the same message. It accepts some texts that cannot be read, such as the date 2023-6-1,
and it is not checked for sealed tables.
"""

from collections.abc import Iterator
from functools import partial

from geo.evidence.advice import advise
from geo.evidence.cells import A_VALUE, KINDS, CellKind, is_readable
from geo.evidence.checks.rules import Rule, Tables
from geo.evidence.faults import Fault
from geo.evidence.package import Row, Table


def check_values(tables: Tables, *, name: str) -> Iterator[Fault]:
    """Yield the cells of a table that cannot be read, and required cells that are empty."""
    table = tables[name]
    for column, kind in KINDS[name].items():
        if table.has(column):
            unreadable = _unreadable(table, column, kind)
            for row in table.rows:
                yield from _faults(row, column, kind, unreadable)


def _unreadable(table: Table, column: str, kind: CellKind) -> frozenset[str]:
    """Return the texts of a column that cannot be read. Each text is tried once, however many rows have it."""
    texts = {row[column] for row in table.rows}
    return frozenset(text for text in texts if text and not is_readable(text, kind))


def _faults(row: Row, column: str, kind: CellKind, unreadable: frozenset[str]) -> Iterator[Fault]:
    text = row[column]
    if text in unreadable:
        yield row.fault(column, kind.expected, advice=advise(kind.expected, text))
    if not text and kind.required:
        yield row.fault(column, A_VALUE)


RULES: tuple[Rule, ...] = tuple(Rule(partial(check_values, name=name), {name: ()}) for name in KINDS)
