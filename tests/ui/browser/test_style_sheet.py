"""The style sheet of the page."""

from importlib.resources import files

from geo.draw import css_rules
from geo.ui.browser.style_sheet import PATH, style_address, style_sheet


def test_every_sheet_and_the_shapes_of_the_roles_are_in_it() -> None:
    """That of the whole page is the first; no rule is lost on the way."""
    sheets = {
        path.name: _joined(path.read_text(encoding="utf-8")) for path in files("geo.ui.browser").joinpath("styles").iterdir()
    }
    whole = _joined(style_sheet())
    assert whole.startswith(sheets["page.css"])
    assert all(sheet in whole for sheet in sheets.values())
    assert _joined(css_rules()) in whole


def _joined(text: str) -> str:
    return " ".join(text.split())


def test_its_address_has_a_digest() -> None:
    """So that a browser may keep it."""
    assert style_address().startswith(f"{PATH}?v=")
