"""The scripts and style sheets that a page brings along."""

from geo.export.web.parts import first_view_sheet, load_parts, plain_sheet


def test_no_sheet_names_an_address() -> None:
    """Only parts of the document itself may be referred to."""
    parts = load_parts()
    sheets = (parts.sheet, parts.standalone_sheet, first_view_sheet(), plain_sheet())
    assert [sheet for sheet in sheets if "url(" in sheet.replace("url(#", "")] == []
    assert parts.scripts == (parts.theme_script, parts.map_script, parts.page_script)
