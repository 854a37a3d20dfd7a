"""Workbooks as a spreadsheet opens them: cells of their kinds, links that lead somewhere, pages that fit the paper."""

import io
from datetime import date

import openpyxl
import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.files.workbook import to_workbook
from geo.export.frames import TABLES
from geo.export.frames.frame import flatten
from tests.export.file_samples import HOSTILE, NAMES, hostile_evidence, picked, subject_of


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_has_the_cells_of_the_tables(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """Dates are date cells, a missing cell is empty, and the header stays in sight under a filter."""
    subject = subject_of(evidence, atlas, name)
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(subject)))
    assert len(book.sheetnames) == 6
    for sheet, table in zip(book.worksheets, TABLES, strict=False):
        frame = flatten(table.build(subject).drop(columns="geometry", errors="ignore"))
        header, *rows = sheet.iter_rows(max_row=len(frame) + 1, max_col=len(frame.columns), values_only=True)
        assert header == tuple(frame)
        assert [tuple(map(read_cell, row)) for row in rows] == picked(frame, *frame)
        assert (sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("E2" if len(header) > 8 else "A2", True)


def read_cell(value: object) -> object:
    """Return a day without its time."""
    return value.date() if hasattr(value, "date") else value


def test_the_last_sheet_tells_what_the_file_is(evidence: Evidence, atlas: Atlas) -> None:
    """The view in words, link, licence, credits and the meaning of every column."""
    subject = subject_of(evidence, atlas, "Spanish")
    sheet = openpyxl.load_workbook(io.BytesIO(to_workbook(subject))).worksheets[-1]
    lines = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}
    assert subject.link in lines.values()
    assert subject.headline.text in lines.values()
    assert any(evidence.licences[0].path in str(text) for text in lines.values())
    assert {column.name for table in TABLES for column in table.columns} <= set(lines)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_is_a_formula_in_a_workbook(evidence: Evidence, atlas: Atlas, text: str) -> None:
    """Whatever the data says, there is no cell with a formula, and no link that a click follows but that to the view."""
    subject = subject_of(hostile_evidence(evidence, text), atlas, "all roles")
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(subject)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert {cell.hyperlink.target for cell in cells if cell.hyperlink} == {subject.link}
    assert {cell.quotePrefix for cell in cells if cell.data_type == "s" and cell.row > 1 and cell.column > 2} == {True}


def test_the_date_of_a_file_is_that_of_its_data(evidence: Evidence, atlas: Atlas) -> None:
    """A workbook says that it was made on the day of the data's version."""
    subject = subject_of(evidence, atlas, "start")
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(subject)))
    assert book.properties.created.date() == date.fromisoformat(evidence.changes[0].date) == subject.day


def test_addresses_are_links(evidence: Evidence, atlas: Atlas) -> None:
    """A click on the address of a source opens it; the sheet About leads back to the view."""
    subject = subject_of(evidence, atlas, "start")
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(subject)))
    sources = book["Sources"]
    urls = next(cells for cells in sources.iter_cols() if cells[0].value == "url")[1:]
    assert {cell.hyperlink.target for cell in urls if cell.value} == {cell.value for cell in urls if cell.value}
    assert subject.link in {cell.hyperlink.target for row in book["About"].iter_rows() for cell in row if cell.hyperlink}


def test_pages_fit_the_paper(evidence: Evidence, atlas: Atlas) -> None:
    """Every sheet is one page wide on A4, and its head stands on every page."""
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(subject_of(evidence, atlas, "start"))))
    for sheet in book.worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert {sheet.print_title_rows for sheet in book.worksheets[:-1]} == {"$1:$1"}


def test_the_file_says_what_it_is(evidence: Evidence, atlas: Atlas) -> None:
    """Its properties have title, author, subject, keywords and link."""
    subject = subject_of(evidence, atlas, "start")
    said = openpyxl.load_workbook(io.BytesIO(to_workbook(subject))).properties
    assert (said.creator, said.subject) == ("Ingreso", subject.headline.text)
    assert said.title.startswith("Where US forces")
    assert evidence.licences[0].title in said.keywords
    assert subject.link in said.description
