"""Rules for cells that hold more than text."""

from geo.evidence.checks.values import RULES, check_values
from geo.evidence.package import parse_table


def faults_of(content: str) -> list[tuple[int | None, str | None, str]]:
    """Return row, column and what was found for each fault of a table of acts."""
    tables = {"authorisations": parse_table("authorisations", "a.csv", content.encode())}
    return [(each.row, each.field, each.found) for each in check_values(tables, name="authorisations")]


def test_a_cell_that_cannot_be_read_is_named_in_every_row() -> None:
    """The same text is tried once, and told for each row that has it."""
    table = "authorisation_id,year,start,end\na,2023,2023-06-31,\nb,2023,2023-06-31,never\n"
    assert faults_of(table) == [(2, "start", "'2023-06-31'"), (3, "start", "'2023-06-31'"), (3, "end", "'never'")]


def test_a_record_cannot_be_without_some_values() -> None:
    """An end may be empty, a start not."""
    assert faults_of("authorisation_id,year,start,end\na,,,\n") == [(2, "year", "nothing"), (2, "start", "nothing")]


def test_a_column_that_is_missing_is_no_fault_of_its_cells() -> None:
    """The schema reports it, once."""
    assert faults_of("authorisation_id,end\na,\n") == []


def test_there_is_a_rule_for_each_table_with_typed_columns() -> None:
    """Tables of texts alone need none."""
    assert [next(iter(rule.needs)) for rule in RULES] == ["sources", "authorisations", "places", "claims"]
