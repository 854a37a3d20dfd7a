"""Pages of the static site that need no script: every naming as a table, and every claim."""

from typing import Final

from geo.draw.markup import Markup, element, join, text, void
from geo.export.files.metadata import rights
from geo.export.frames.frame import flatten
from geo.export.frames.places import PLACES, places_frame
from geo.export.web.cards import facts, places, sources
from geo.export.web.differences import HEADING as DIFFER
from geo.export.web.differences import differences
from geo.export.web.page import FACTS, PLACES_AND_CLAIMS
from geo.export.web.parts import plain_sheet
from geo.export.web.picture import act_colours
from geo.text import message
from geo.view import SUBJECT, ViewContext

TABLE: Final = message("All places in a table")
CLAIMS: Final = message("Every claim, without scripts")
_COLUMNS: Final = ("place", "unit_name", "authorisation", "role_name", "start", "end", "sources", "independent_sources")


def table_page(context: ViewContext, *, home: str) -> bytes:
    """Return a page with a row for every naming.

    Parameters
    ----------
    home
        Address of the page with the map, relative.
    """
    words = context.words
    frame = flatten(places_frame(context)[list(_COLUMNS)]).astype("str").fillna("")
    meanings = {column.name: words(column.about) for column in PLACES}
    head = element("tr", *(text("th", name, scope="col", title=meanings[name]) for name in frame))
    rows = (element("tr", *(text("td", cell) for cell in row)) for row in frame.itertuples(index=False, name=None))
    table = element("table", element("thead", head), element("tbody", *rows))
    return _plain_page(context, words(TABLE), table, home=home)


def claims_page(context: ViewContext, *, home: str) -> bytes:
    """Return a page with every claim, by place and by topic, and where the sources differ.

    Parameters
    ----------
    home
        Address of the page with the map, relative.
    """
    words = context.words
    sections = {PLACES_AND_CLAIMS: places(context), DIFFER: differences(context), FACTS: facts(context)}
    listed = [element("section", text("h2", words(name)), content) for name, content in sections.items()]
    return _plain_page(context, words(CLAIMS), join((*listed, sources(context))), home=home)


def _plain_page(context: ViewContext, title: str, content: Markup, *, home: str) -> bytes:
    words, language = context.words, context.state.language
    colours = "".join(f"{name}:{light};" for name, (light, _) in act_colours(context).items())
    body = element(
        "body",
        text("h1", words(SUBJECT)),
        text("p", context.headline.text),
        element("p", text("a", words("Map"), href=home)),
        content,
        text("p", rights(context)),
    )
    top = element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", name="viewport", content="width=device-width"),
        text("title", f"{title} – {words(SUBJECT)}"),
        element("style", Markup(f"html{{{colours}}}{plain_sheet()}")),
    )
    return f"<!DOCTYPE html>\n{element('html', top, body, lang=language)}\n".encode()
