"""What a rule is, and the corners of ours that the bad packages do not reach."""

from collections.abc import Iterator

import pytest

from geo.evidence import Fault
from geo.evidence.claim_rules import check_value
from geo.evidence.place_rules import check_bounds, check_unit
from geo.evidence.relation_rules import check_derivation, check_order
from geo.evidence.rules import Rule, row_rule
from geo.evidence.tables import Row, parse_table


def row(**cells: str) -> Row:
    """Return a row of a made-up table."""
    return Row("a.csv", 2, cells)


def complain(row: Row) -> Iterator[Fault]:
    """Find fault with every row."""
    yield row.fault("id", "something else")


def test_rule_checks_every_row() -> None:
    """A rule for rows sees each of them."""
    table = parse_table("a.csv", b"id\n1\n2\n")
    faults = list(row_rule("a", ("id",), complain).faults({"a": table}))
    assert faults == [Fault("a.csv", number, "id", "something else", f"'{number - 1}'") for number in (2, 3)]


@pytest.mark.parametrize("columns", [("id", "phrase"), ("phrase",)])
def test_rule_is_silent_without_its_columns(columns: tuple[str, ...]) -> None:
    """A missing column is reported once by the schema, not for every row by every rule."""
    table = parse_table("a.csv", b"id\n1\n2\n")
    assert list(row_rule("a", columns, complain).faults({"a": table})) == []


def test_rule_is_silent_without_its_table() -> None:
    """A file that cannot be read does not make faults in the files that speak of it."""
    rule = Rule(lambda _: iter([Fault("b.csv", None, None, "x", "y")]), {"a": ("id",), "b": ("id",)})
    assert list(rule.faults({"a": parse_table("a.csv", b"id\n1\n")})) == []
    unreadable = parse_table("b.csv", None)
    assert list(rule.faults({"a": parse_table("a.csv", b"id\n1\n"), "b": unreadable})) == []


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "0.1", "-18.5"])
def test_latitude_outside_peru(text: str) -> None:
    """What is no finite number of degrees in Peru is a fault, also where it can be read as a number."""
    (fault,) = check_bounds(row(latitude=text, longitude="-75"))
    assert (fault.field, fault.found) == ("latitude", f"'{text}'")


@pytest.mark.parametrize("latitude", ["nan", "40", "", "?"])
def test_unit_is_asked_only_for_points_in_peru(latitude: str) -> None:
    """Whoever finds the unit of a point is never given one that has a fault already."""

    def unit_at(longitude: float, latitude: float) -> str | None:
        pytest.fail(f"asked for {longitude}, {latitude}")

    assert list(check_unit(row(unit="PE-LIM", latitude=latitude, longitude="-77"), unit_at)) == []


def test_point_outside_all_units() -> None:
    """A point in no unit cannot be in the one that is claimed."""
    place = row(unit="PE-LIM", latitude="-12", longitude="-81")
    assert list(check_unit(place, lambda *_: None)) == [place.fault("unit", "no unit, in which the coordinates lie")]


@pytest.mark.parametrize(("start", "end"), [("2023-01-01", "2023-01-01"), ("2023-02-30", "2023-01-01"), ("", "x")])
def test_order_is_checked_only_where_both_ends_are_dates(start: str, end: str) -> None:
    """One day is a window, and an unreadable date has its own fault."""
    assert list(check_order(row(start=start, end=end))) == []


def test_value_without_a_type_is_text() -> None:
    """Nothing can be wrong with a value that is not said to be of a type."""
    assert list(check_value(row(value="many"))) == []


def test_comparison_needs_a_value() -> None:
    """There is no "more than" without a number."""
    (fault,) = check_value(row(value="", comparison="more than"))
    assert fault == Fault("a.csv", 2, "value", "a value, because comparison is given", "nothing")


def test_common_origins_are_no_circle() -> None:
    """Two sources may rest on the same third one, and on outsiders."""
    table = parse_table("sources.csv", b"source_id,derives_from\na,c;X\nb,c;a\nc,X\n")
    assert list(check_derivation({"sources": table})) == []


def test_circle_is_reported_once_with_its_way() -> None:
    """A long circle is one fault, at its first source in the file; what only leads into it has none."""
    table = parse_table("sources.csv", b"source_id,derives_from\nx,a\na,b\nb,c\nc,X;a\n")
    (fault,) = check_derivation({"sources": table})
    assert (fault.row, fault.found) == (3, "a from b from c from a")
