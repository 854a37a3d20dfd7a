"""The checks of the evidence, a module for each kind of rule. To add a rule, add a function and an entry in ``RULES`` there."""

from collections.abc import Iterable, Iterator

from geo.evidence.checks import acts, characters, claims, places, references, values, windows
from geo.evidence.checks.rules import Rule, Surroundings, UnitAt
from geo.evidence.checks.schema import find_schema_faults
from geo.evidence.faults import Fault, group_faults
from geo.evidence.package import DataPackage

__all__ = ["Surroundings", "UnitAt", "validate"]


def validate(package: DataPackage, surroundings: Surroundings, *, sealed: bool = False) -> tuple[Fault, ...]:
    """Return every fault of a package: of its files, its table schemas and our own rules.

    Parameters
    ----------
    package
        The package as it was read.
    surroundings
        Functions and labels of other packages that the rules need.
    sealed
        Whether the tables were validated when they were sealed. Then schemas and characters are not checked again.

    Returns
    -------
    tuple of Fault
        Each fault once: those of the descriptor, then by file in the order of the package, and by row.
    """
    faults = [*_find_reading_faults(package), *_find_rule_faults(package, _rules(surroundings))]
    # A descriptor that does not hold together cannot be followed any further.
    if not sealed and not package.faults:
        unmeant = list(_find_rule_faults(package, characters.build_rules(surroundings)))
        unfit = list(_beside(unmeant, find_schema_faults(package)))
        faults = [*_beside(faults, [*unfit, *unmeant]), *faults]
    columns = {(each.file, each.field or "") for each in faults if each.row}
    filled = {
        (table.file, column): sum(bool(row[column]) for row in table.rows)
        for table in package.tables.values()
        for column in table.header
        if (table.file, column) in columns
    }
    return tuple(_in_order(group_faults(_in_order(faults, package), filled), package))


def _rules(surroundings: Surroundings) -> tuple[Rule, ...]:
    return (
        *values.RULES,
        *references.RULES,
        *windows.RULES,
        *acts.RULES,
        *places.build_rules(surroundings.unit_at),
        *claims.build_rules(surroundings.labelled),
    )


def _find_reading_faults(package: DataPackage) -> Iterator[Fault]:
    """Yield the faults that were found when the descriptor and the files were read."""
    yield from package.faults
    for table in package.tables.values():
        yield from table.faults


def _find_rule_faults(package: DataPackage, rules: Iterable[Rule]) -> Iterator[Fault]:
    for rule in rules:
        yield from rule.faults(package.tables)


def _beside(told: Iterable[Fault], others: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the other faults, except in cells that already have one, so that an error is reported once."""
    cells = {(each.file, each.row, each.field) for each in told if each.row}
    yield from (each for each in others if (each.file, each.row, each.field) not in cells)


def _in_order(faults: Iterable[Fault], package: DataPackage) -> list[Fault]:
    """Return each fault once, in the order of the files and rows. Two rules can find the same fault."""
    files = [table.file for table in package.tables.values()]

    def position(fault: Fault) -> tuple[int, int]:
        """Return the position of file and row. Faults without a file or row come first."""
        return (files.index(fault.file) if fault.file in files else -1, fault.row or 0)

    return sorted(dict.fromkeys(faults), key=position)
