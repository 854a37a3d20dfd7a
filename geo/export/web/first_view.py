"""The first view: title, headline, map, legend and places by act, which the document shows before any script runs.

If the page shows no map, the first view has the words of its view. The map is that of the figures, drawn once for both themes.
The markup needs no other file: no font, image or script.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from geo.draw.markup import Markup, element, join, text
from geo.export.web.cards import sources
from geo.export.web.differences import main_answers
from geo.export.web.parts import first_view_sheet
from geo.export.web.picture import act_colours, act_mark, draw_picture, paper_colours
from geo.export.web.place_list import MOST_PLACES, places_by_act
from geo.text import message
from geo.view import CAUTION, View, ViewContext, to_query, undated_note
from geo.view.headline import ActLine
from geo.view.known_acts import more_acts
from geo.view.labels import HOW_TO_READ, HOW_TO_READ_ID, VIEW_LABELS

__all__ = ["ID", "MOST_PLACES", "PLACES_ID", "make_first_view"]

ID: Final = "first-view"
"""Id of the element; a public name."""
PLACES_ID: Final = "first-view-places"

_PLACES: Final = message("Places, and the sources that name them")


def make_first_view(context: ViewContext, *, light_page: str = "", is_embedded: bool = False) -> Markup:
    """Return the element with its style sheet.

    Parameters
    ----------
    light_page
        Address of the light page; empty for no link to it.
    is_embedded
        Whether the page is in a frame of another page; then it has only title, headline, map and legend.
    """
    head = _head(context, light_page="" if is_embedded else light_page, has_places=not is_embedded)
    has_map = is_embedded or context.state.view is View.MAP
    drawn, colours = _map(context) if has_map else (Markup(), {**paper_colours(), **act_colours(context)})
    said = Markup() if is_embedded else _words(context)
    classes = "embedded" if is_embedded else "" if has_map else "no-map"
    sheet = element("style", Markup(first_view_sheet() + _rules(colours)))
    return sheet + element("main", head, drawn, said, classes=classes, id=ID, lang=context.state.language)


def _map(context: ViewContext) -> tuple[Markup, Mapping[str, tuple[str, str]]]:
    """Return the map with its legend, and the variables of its colours."""
    picture = draw_picture(context)
    drawn = element("div", picture.map, classes="map") + _legend(context, picture.legend)
    return drawn, {**picture.colours, **picture.paper, **picture.acts}


def _rules(colours: Mapping[str, tuple[str, str]]) -> str:
    """Return the variables of both themes as CSS; print uses the light theme."""
    light, dark = ("".join(f"{name}:{pair[theme]};" for name, pair in colours.items()) for theme in (0, 1))
    return f"#{ID}{{{light}}}@media screen and (prefers-color-scheme:dark){{#{ID}{{{dark}}}}}"


def _head(context: ViewContext, *, light_page: str, has_places: bool) -> Markup:
    headline, words = context.headline, context.words
    counted = f"{headline.sources}." if headline.sources else ""
    counts = " ".join(part for part in (counted, more_acts(context), headline.context, headline.removed) if part)
    links = []
    if has_places:
        links.append(text("a", _heading(context), href=f"#{PLACES_ID}"))
    if light_page:
        links.append(text("a", words("Light page, for slow lines"), href=light_page))
    return element(
        "header",
        text("div", words("Ingreso"), classes="brand") if has_places else "",
        text("h1", headline.subject),
        element(
            "div",
            *([text("p", headline.day)] if headline.day else []),
            *(_line(line, context) for line in headline.lines),
            classes="lines",
        ),
        text("p", words(CAUTION), classes="caution"),
        element("p", f"{counts} ", _how_to_read(context), classes="first-note"),
        element("nav", *links) if links else "",
    )


def _how_to_read(context: ViewContext) -> Markup:
    query = to_query(replace(context.state, view=View.ABOUT), context.link_context)
    return text("a", context.words(HOW_TO_READ), href=f"?{query}#{HOW_TO_READ_ID}")


def _line(line: ActLine, context: ViewContext) -> Markup:
    mark = act_mark(line.act_id, context)
    if not line.name or not line.text.startswith(line.name):
        return element("p", mark, text("span", line.text))
    return element("p", mark, element("span", text("b", line.name), line.text.removeprefix(line.name)))


def _legend(context: ViewContext, items: tuple[Markup, ...]) -> Markup:
    note = undated_note(context)
    listed = element("ul", *items, aria_label=context.words("Legend")) if items else Markup()
    return element("div", listed, text("p", note, classes="first-note") if note else "", classes="map-legend")
    return element("div", listed, text("p", note, classes="first-note") if note else "", classes="map-legend")


def _heading(context: ViewContext) -> str:
    view = context.state.view
    return context.words(_PLACES if view is View.MAP else VIEW_LABELS[view])


def _words(context: ViewContext) -> Markup:
    """Return what the view says in words: places by act with their sources; or answers, or sources, where these are chosen."""
    words = context.words
    return element(
        "section",
        text("h2", _heading(context)),
        _said(context),
        element("noscript", text("p", words("Filters, passages and downloads need JavaScript."), classes="first-note")),
        text("p", words("Ingreso · Data version {version}", version=context.evidence.version), classes="first-note"),
        id=PLACES_ID,
        classes="places",
        tabindex="-1",
    )


def _said(context: ViewContext) -> Markup:
    view = context.state.view
    if view in (View.FACTS, View.DISAGREEMENTS):
        return main_answers(context, differing=view is View.DISAGREEMENTS)
    return sources(context) if view is View.SOURCES else join(places_by_act(context))
