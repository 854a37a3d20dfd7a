"""The style sheet of the page: the sheets in ``styles``, and the shapes of the roles. The document of the page names it.

Design note, 2026-12-01. It is 47 kB, which every visit was sent over the socket; now a browser keeps it, under an address with
its digest.
"""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

PATH: Final = "assets/page.css"
"""Below the page's own path."""
_SHOWN: Final = 12
"""Letters of a digest."""


@cache
def style_sheet() -> str:
    """Return the style sheets of the page, that of the whole page first."""
    from geo.draw import css_rules  # noqa: PLC0415 - the server listens before these are imported

    folder = files("geo.ui.browser").joinpath("styles")
    sheets = sorted(folder.iterdir(), key=lambda sheet: (sheet.name != "page.css", sheet.name))
    text = "\n".join((*(sheet.read_text(encoding="utf-8") for sheet in sheets), css_rules()))
    return " ".join(line.strip() for line in text.splitlines())


@cache
def style_address() -> str:
    """Return the address of the sheet, relative to the page: another sheet has another one."""
    return f"{PATH}?v={sha256(style_sheet().encode()).hexdigest()[:_SHOWN]}"
