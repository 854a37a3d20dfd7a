"""The commands for the data: what they say, and that they take the folder that the environment names."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import DATA
from tests.running import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the evidence that the environment names."""
    directory = Path(shutil.copytree(DATA / "evidence", tmp_path / "evidence"))
    monkeypatch.setenv("INGRESO_EVIDENCE", str(directory))
    return directory


def edit(workbook: Path, row: int, text: str) -> None:
    """Write a note of a source into a workbook, as a spreadsheet would."""
    book = load_workbook(workbook)
    header = [cell.value for cell in book["sources"][1]]
    book["sources"].cell(row, header.index("note_en") + 1).value = text
    book.save(workbook)


def test_a_workbook_goes_out_and_comes_back(folder: Path, tmp_path: Path) -> None:
    """Each command says which folder it has read or changed."""
    workbook = tmp_path / "evidence.xlsx"
    assert run("sheet", "write", str(workbook)).output.endswith(f" kB, from {folder}\n")
    assert run("sheet", "read", str(workbook)).output == f"nothing to change in {folder}\n"
    edit(workbook, 2, "Read again.")
    lines = ["sources.csv: 1 cell or rows changed", f"taken into {folder}; raise the version, and seal"]
    assert run("sheet", "read", str(workbook)).output.splitlines() == lines
    assert "Read again." in (folder / "sources.csv").read_text(encoding="utf-8")


def test_a_workbook_with_a_fault_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """The fault is named by sheet, row and column, and the exit code is 1."""
    workbook = tmp_path / "evidence.xlsx"
    run("sheet", "write", str(workbook))
    edit(workbook, 2, "#N/A")
    before = (folder / "sources.csv").read_bytes()
    result = run("sheet", "read", str(workbook))
    assert result.exit_code == 1
    assert "sheet sources, row 2, column " in result.output
    assert (folder / "sources.csv").read_bytes() == before


def test_a_workbook_that_is_not_there(folder: Path, tmp_path: Path) -> None:
    """A wrong name is a message."""
    result = run("sheet", "read", str(tmp_path / "none.xlsx"))
    assert result.exit_code == 1
    assert f"No such file or directory: '{tmp_path / 'none.xlsx'}'" in result.output
    assert folder.is_dir()


def test_the_check_says_what_is_not_sealed(folder: Path) -> None:
    """Edited claims are no fault, but the maintainer is told what a release still needs."""
    path = folder / "claims.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",stated,", ",estimate,", 1), encoding="utf-8")
    result = run("check")
    note = "note: not sealed since 0 added, 1 changed, 0 removed claims: raise the version, add an entry to changes, and seal"
    assert (result.exit_code, result.output.splitlines()) == (0, [note, f"no fault in {folder}"])
    result = run("seal")
    assert result.exit_code == 1
    assert "datapackage.json, version: expected one higher than" in result.output


def test_a_place_that_no_claim_names_is_told(folder: Path) -> None:
    """It is no fault: its claim may come next."""
    with (folder / "places.csv").open("a", encoding="utf-8") as file:
        file.write("tacna,Tacna,,department,PE-TAC,,,23,,unit,,,\n")
    assert run("check").output.splitlines()[0] == "note: no claim names tacna: nothing shows them"


def test_a_column_that_nothing_shows_is_told(folder: Path) -> None:
    """It is no fault: more columns may be added."""
    path = folder / "disagreements.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f"{lines[0]},checked by", *(f"{line},me" for line in lines[1:])]), encoding="utf-8")
    note = "note: disagreements.csv: datapackage.json does not describe checked by: nothing shows these columns"
    assert run("check").output.splitlines() == [note, f"no fault in {folder}"]


def test_a_workbook_with_a_letter_that_no_figure_has_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """What the check refuses is not taken in."""
    workbook = tmp_path / "evidence.xlsx"
    run("sheet", "write", str(workbook))
    edit(workbook, 2, "Read \u79d8 again.")
    before = (folder / "sources.csv").read_bytes()
    result = run("sheet", "read", str(workbook))
    assert result.exit_code == 1
    assert "expected characters that a figure can draw" in result.output
    assert (folder / "sources.csv").read_bytes() == before


def test_a_figure_of_other_evidence_says_so(folder: Path, tmp_path: Path) -> None:
    """The environment's folder is honoured by what draws, too."""
    result = run("export", "", "-o", str(tmp_path / "view.csv"))
    assert result.output.endswith(f" kB, from {folder}\n")


def test_a_character_that_no_figure_can_draw_is_a_fault(folder: Path) -> None:
    """The check knows the faces of the figures, so that no PDF fails later."""
    path = folder / "places.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Pucusana", "Pucusana \u79d8", 1), encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert "expected characters that a figure can draw, found '\u79d8' (U+79D8)" in result.output
