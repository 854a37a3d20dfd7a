"""Validation of the evidence: the table schemas, then our own rules, every fault of both at once."""

from collections.abc import Iterable, Iterator

from geo.evidence import claim_rules, relation_rules
from geo.evidence.cells import A_VALUE, KINDS, CellKind, is_readable
from geo.evidence.faults import Fault
from geo.evidence.place_rules import UnitAt, build_rules
from geo.evidence.schema_checks import find_schema_faults
from geo.evidence.tables import DataPackage, Row, Table


def validate(package: DataPackage, *, unit_at: UnitAt | None = None) -> tuple[Fault, ...]:
    """Return every fault of a package: of its files, its table schemas and our own rules.

    Parameters
    ----------
    package
        The package as it was read.
    unit_at
        Gives the first-level unit at a longitude and latitude; without it no point is held against its unit.

    Returns
    -------
    tuple of Fault
        Each once, the descriptor's first, then file by file in the order of the package and row by row.
    """
    layers = [*find_reading_faults(package), *find_domain_faults(package, unit_at=unit_at)]
    # A descriptor that does not hold together cannot be followed any further.
    schema = [] if package.faults else find_schema_faults(package)
    return _in_order([*schema, *layers], package)


def validate_sealed(package: DataPackage, *, unit_at: UnitAt | None = None) -> tuple[Fault, ...]:
    """Return the faults of a package whose tables are the sealed ones: the schemas hold, our own rules cost little."""
    return _in_order([*find_reading_faults(package), *find_domain_faults(package, unit_at=unit_at)], package)


def find_reading_faults(package: DataPackage) -> Iterator[Fault]:
    """Yield what was wrong with reading the descriptor and the files."""
    yield from package.faults
    for table in package.tables.values():
        yield from table.faults


def find_domain_faults(package: DataPackage, *, unit_at: UnitAt | None = None) -> Iterator[Fault]:
    """Yield what our own rules find: cells that no record can be made of, and what the records would say."""
    for name, table in package.tables.items():
        yield from _cell_faults(name, table)
    for rule in (*relation_rules.RULES, *build_rules(unit_at), *claim_rules.RULES):
        yield from rule.faults(package.tables)


def _cell_faults(name: str, table: Table) -> Iterator[Fault]:
    """Yield the cells that cannot be read, and those with spaces around their text, which no comparison would match.

    The schema finds most of the former too, in the same words. It lets through a few that no record can hold, such as a
    date written 2023-6-1, and it is not asked about sealed tables.
    """
    unreadable = {column: _unreadable(table, column, kind) for column, kind in KINDS.get(name, {}).items()}
    for row in table.rows:
        padded = [column for column, text in row.cells.items() if text != text.strip()]
        yield from (row.fault(column, "no space around the text") for column in padded)
        for column, texts in unreadable.items():
            yield from _kind_faults(row, column, KINDS[name][column], texts)


def _unreadable(table: Table, column: str, kind: CellKind) -> frozenset[str]:
    """Return the texts of a column that cannot be read; each is tried once, since thousands of rows have few different ones."""
    texts = {row[column] for row in table.rows}
    return frozenset(text for text in texts if text and not is_readable(text, kind))


def _kind_faults(row: Row, column: str, kind: CellKind, unreadable: frozenset[str]) -> Iterator[Fault]:
    text = row[column]
    if text in unreadable:
        yield row.fault(column, kind.expected)
    if not text and kind.required and column in row.cells:
        yield row.fault(column, A_VALUE)


def _in_order(faults: Iterable[Fault], package: DataPackage) -> tuple[Fault, ...]:
    """Return each fault once, in the order of the files and rows: two layers may find the same one."""
    files = [table.file for table in package.tables.values()]

    def position(fault: Fault) -> tuple[int, int]:
        """Return file and row; what is wrong with no table, or with a table as a whole, comes first."""
        return (files.index(fault.file) if fault.file in files else -1, fault.row or 0)

    return tuple(sorted(dict.fromkeys(faults), key=position))
