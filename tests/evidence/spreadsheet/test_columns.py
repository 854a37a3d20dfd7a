"""What a spreadsheet knows of the columns of a table."""

from pathlib import Path

from geo.evidence.loading import read_package
from geo.evidence.package import DataPackage
from geo.evidence.spreadsheet.columns import SheetColumn, sheet_columns, table_names
from tests.evidence.conftest import edit_cell


def columns_by_name(package: DataPackage, table: str) -> dict[str, SheetColumn]:
    """Return the columns of a table by their names."""
    return {column.name: column for column in sheet_columns(package, table)}


def test_the_history_is_no_sheet(good: Path) -> None:
    """Sealing writes it."""
    names = table_names(read_package(good))
    assert names == ("sources", "authorisations", "places", "claims", "disagreements", "attributes")


def test_columns_stand_in_the_order_of_the_file(good: Path) -> None:
    """A workbook looks like its CSV files."""
    package = read_package(good)
    assert tuple(columns_by_name(package, "claims")) == package.tables["claims"].header


def test_a_column_has_its_type_its_choices_and_its_table(good: Path) -> None:
    """All of it comes from the descriptor, but for attributes, which have no foreign key."""
    claims = columns_by_name(read_package(good), "claims")
    assert (claims["start"].kind, claims["paragraph"].kind) == ("date", "integer")
    assert claims["certainty"].choices == ("stated", "attributed", "estimate", "opinion")
    assert claims["place_id"].refers_to == ("places", "place_id")
    assert claims["attribute"].refers_to == ("attributes", "attribute")
    assert claims["statement_en"].is_long
    assert not claims["unit"].is_long


def test_a_boolean_is_chosen_from_two(good: Path) -> None:
    """In the words of the data, whatever the locale."""
    edit_cell(good, "authorisations", 2, at_start="true")
    assert columns_by_name(read_package(good), "authorisations")["at_start"].choices == ("true", "false")


def test_a_column_that_nothing_describes_is_text(good: Path) -> None:
    """More columns may be added than the descriptor knows."""
    path = good / "disagreements.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f"{lines[0]},checked", *(f"{line},yes" for line in lines[1:])]), encoding="utf-8")
    column = columns_by_name(read_package(good), "disagreements")["checked"]
    assert (column.kind, column.choices, column.refers_to, column.meaning) == ("string", (), None, "checked")
