"""What a rule is, and the corners of ours that the bad packages do not reach."""

from collections.abc import Iterator

import pytest

from geo.evidence import Fault
from geo.evidence.checks.rules import Rule, row_rule
from geo.evidence.package import Row, parse_table


def row(**cells: str) -> Row:
    """Return a row of a made-up table."""
    return Row("a.csv", 2, cells)


def complain(row: Row) -> Iterator[Fault]:
    """Find fault with every row."""
    yield row.fault("id", "something else")


def test_rule_checks_every_row() -> None:
    """A rule for rows sees each of them."""
    table = parse_table("a", "a.csv", b"id\n1\n2\n")
    faults = list(row_rule("a", ("id",), complain).faults({"a": table}))
    assert faults == [Fault("a.csv", number, "id", "something else", f"'{number - 1}'") for number in (2, 3)]


@pytest.mark.parametrize("columns", [("id", "phrase"), ("phrase",)])
def test_rule_is_silent_without_its_columns(columns: tuple[str, ...]) -> None:
    """A missing column is reported once by the schema, not for every row by every rule."""
    table = parse_table("a", "a.csv", b"id\n1\n2\n")
    assert list(row_rule("a", columns, complain).faults({"a": table})) == []


def test_rule_is_silent_without_its_table() -> None:
    """A file that cannot be read does not make faults in the files that speak of it."""
    rule = Rule(lambda _: iter([Fault("b.csv", None, None, "x", "y")]), {"a": ("id",), "b": ("id",)})
    assert list(rule.faults({"a": parse_table("a", "a.csv", b"id\n1\n")})) == []
    unreadable = parse_table("b", "b.csv", None)
    assert list(rule.faults({"a": parse_table("a", "a.csv", b"id\n1\n"), "b": unreadable})) == []
