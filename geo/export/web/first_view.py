"""The view as the document of the page shows it before any script has come: title, headline, map, legend, places by act.

The map is that of the figures, drawn once for light and dark paper. Nothing in it is asked for: no font, no picture, no script.
"""

from collections.abc import Mapping
from typing import Final

from geo.draw.markup import Markup, element, text
from geo.export.web.namings import MOST_PLACES, places_by_act
from geo.export.web.parts import first_view_sheet
from geo.export.web.picture import act_mark, draw_picture
from geo.text import message
from geo.view import CAUTION, ViewContext, undated_note
from geo.view.headline import ActLine

__all__ = ["ID", "MOST_PLACES", "PLACES_ID", "make_first_view"]

ID: Final = "first-view"
"""Of the element; a public name."""
PLACES_ID: Final = "first-view-places"

_PLACES: Final = message("Places, and the sources that name them")


def make_first_view(context: ViewContext, *, light_page: str = "", is_embedded: bool = False) -> Markup:
    """Return the element with its style sheet.

    Parameters
    ----------
    light_page
        Address of the page for slow lines; empty where there is none.
    is_embedded
        Whether the page stands in a frame of another page, where it has title, headline, map and legend alone.
    """
    picture = draw_picture(context)
    sheet = element("style", Markup(first_view_sheet() + _rules({**picture.colours, **picture.paper, **picture.acts})))
    parts = (
        _head(context, light_page="" if is_embedded else light_page, has_places=not is_embedded),
        element("div", picture.map, classes="map"),
        _legend(context, picture.legend),
        "" if is_embedded else _places(context),
    )
    classes = "embedded" if is_embedded else ""
    return sheet + element("main", *parts, classes=classes, id=ID, lang=context.state.language)


def _rules(colours: Mapping[str, tuple[str, str]]) -> str:
    """Return the variables of both themes as CSS; print has light paper."""
    light, dark = ("".join(f"{name}:{pair[theme]};" for name, pair in colours.items()) for theme in (0, 1))
    return f"#{ID}{{{light}}}@media screen and (prefers-color-scheme:dark){{#{ID}{{{dark}}}}}"


def _head(context: ViewContext, *, light_page: str, has_places: bool) -> Markup:
    headline, words = context.headline, context.words
    told = " ".join(
        part for part in (f"{headline.sources}." if headline.sources else "", headline.context, headline.removed) if part
    )
    ways = []
    if has_places:
        ways.append(text("a", words(_PLACES), href=f"#{PLACES_ID}"))
    if light_page:
        ways.append(text("a", words("Light page, for slow lines"), href=light_page))
    return element(
        "header",
        text("div", words("Ingreso"), classes="brand") if has_places else "",
        text("h1", headline.subject),
        element("div", *(_line(line, context) for line in headline.lines), classes="lines"),
        text("p", words(CAUTION), classes="caution"),
        text("p", told, classes="told"),
        element("nav", *ways) if ways else "",
    )


def _line(line: ActLine, context: ViewContext) -> Markup:
    mark = act_mark(line.act_id, context)
    if not line.name or not line.text.startswith(line.name):
        return element("p", mark, text("span", line.text))
    return element("p", mark, element("span", text("b", line.name), line.text.removeprefix(line.name)))


def _legend(context: ViewContext, items: tuple[Markup, ...]) -> Markup:
    note = undated_note(context)
    listed = element("ul", *items, aria_label=context.words("Legend")) if items else Markup()
    return element("div", listed, text("p", note, classes="told") if note else "", classes="legend")


def _places(context: ViewContext) -> Markup:
    words = context.words
    return element(
        "section",
        text("h2", words(_PLACES)),
        *places_by_act(context),
        element("noscript", text("p", words("Filters, passages and downloads need JavaScript."), classes="told")),
        text("p", words("Ingreso · Data version {version}", version=context.evidence.version), classes="told"),
        id=PLACES_ID,
        classes="places",
        tabindex="-1",
    )
