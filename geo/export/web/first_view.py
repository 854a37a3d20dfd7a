"""The first view: title, headline, map, legend and places by act, which the document shows before any script runs.

The map is that of the figures, drawn once for both themes. The markup needs no other file: no font, image or script.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from geo.draw.figure.map.map_panel import map_items
from geo.draw.figure.parts.legend import draw_swatch
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.theme import style_of
from geo.draw.fills import THEMES, make_palette
from geo.draw.markup import Markup, element, join, number, text
from geo.draw.two_themes import merge_themes
from geo.export.web.parts import first_view_sheet
from geo.text import message
from geo.view import CAUTION, ShownPlace, ViewContext, undated_note
from geo.view.headline import ActLine
from geo.view.labels import ROLE_LABELS, source_label
from geo.view.legend_entries import legend_entries

ID: Final = "first-view"
"""Id of the element; a public name."""
PLACES_ID: Final = "first-view-places"
MOST_PLACES: Final = 40
"""Largest number of places in the list of an act; further ones are counted."""

_PLACES: Final = message("Places, and the sources that name them")
_MAP: Final = FigureSize(400, 505)
"""Size of the map in CSS pixels: about that on a phone; a wide screen scales it up."""
_SWATCH: Final = (20, 11)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A view in both themes."""

    context: ViewContext
    styled_views: tuple[StyledView, ...]
    """Light and dark."""

    @property
    def paint(self) -> dict[str, tuple[str, str]]:
        """The colours of background and text by CSS variable, in the light and in the dark theme."""
        light, dark = (styled_view.style.paint for styled_view in self.styled_views)
        names = ("sea", "land", "quiet", "rule")
        return {f"--{name}": (getattr(light, name), getattr(dark, name)) for name in names}


def make_first_view(context: ViewContext, *, light_page: str = "", is_embedded: bool = False) -> Markup:
    """Return the element with its style sheet.

    Parameters
    ----------
    light_page
        Address of the light page; empty for no link to it.
    is_embedded
        Whether the page is in a frame of another page; then it has only title, headline, map and legend.
    """
    acts = context.evidence.authorisations
    palettes = [make_palette(acts, context.state.authorisations, theme) for theme in THEMES]
    styles = [style_of(_MAP, theme) for theme in THEMES]
    pairs = zip(palettes, styles, strict=True)
    drawing = _Drawing(context, tuple(StyledView(context, palette, style, context.state.at) for palette, style in pairs))
    drawn, colours = merge_themes(*(_in_colours(styled_view) for styled_view in drawing.styled_views))
    svg_map, *swatches = drawn.split(_BETWEEN)
    sheet = element("style", Markup(first_view_sheet() + _rules({**colours, **drawing.paint, **_act_colours(drawing)})))
    parts = (
        _head(context, light_page="" if is_embedded else light_page, has_places=not is_embedded),
        element("div", Markup(svg_map), classes="map"),
        _legend(context, [Markup(swatch) for swatch in swatches]),
        "" if is_embedded else _places(context),
    )
    classes = "embedded" if is_embedded else ""
    return sheet + element("main", *parts, classes=classes, id=ID, lang=context.state.language)


_BETWEEN: Final = Markup("<!---->")
"""Separates map and swatches, which share their CSS variables; escaped text cannot contain it."""


def _in_colours(styled_view: StyledView) -> Markup:
    """Return the drawings of one theme: the map, then a swatch for each entry of the legend."""
    drawn = join(item.svg("known") for item in map_items(styled_view, _MAP.width, _MAP.height))
    swatches = (draw_swatch(entry, styled_view) for entry in legend_entries(styled_view.context))
    return join((_map_element(drawn, styled_view), *swatches), _BETWEEN)


def _map_element(drawn: Markup, styled_view: StyledView) -> Markup:
    words = styled_view.context.words
    return element(
        "svg",
        drawn,
        viewBox=f"0 0 {number(_MAP.width)} {number(_MAP.height)}",
        role="img",
        aria_label=words("Map of Peru: regions and places named in the authorisations"),
    )


def _act_colours(drawing: _Drawing) -> dict[str, tuple[str, str]]:
    light, dark = (tuple(styled_view.palette.colours.values()) for styled_view in drawing.styled_views)
    return {f"--act{index}": pair for index, pair in enumerate(zip(light, dark, strict=True))}


def _rules(colours: dict[str, tuple[str, str]]) -> str:
    """Return the variables of both themes as CSS; print uses the light theme."""
    light, dark = ("".join(f"{name}:{pair[theme]};" for name, pair in colours.items()) for theme in (0, 1))
    return f"#{ID}{{{light}}}@media screen and (prefers-color-scheme:dark){{#{ID}{{{dark}}}}}"


def _head(context: ViewContext, *, light_page: str, has_places: bool) -> Markup:
    headline, words = context.headline, context.words
    counts = " ".join(
        part for part in (f"{headline.sources}." if headline.sources else "", headline.context, headline.removed) if part
    )
    links = []
    if has_places:
        links.append(text("a", words(_PLACES), href=f"#{PLACES_ID}"))
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
        text("p", counts, classes="note"),
        element("nav", *links) if links else "",
    )


def _line(line: ActLine, context: ViewContext) -> Markup:
    mark = _act_mark(line.act_id, context)
    if not line.name or not line.text.startswith(line.name):
        return element("p", mark, text("span", line.text))
    return element("p", mark, element("span", text("b", line.name), line.text.removeprefix(line.name)))


def _act_mark(act_id: str, context: ViewContext) -> Markup:
    if act_id not in context.evidence.authorisations:
        return Markup()
    index = tuple(context.evidence.authorisations).index(act_id)
    return element("i", style=f"background:var(--act{index})", aria_hidden="true")


def _legend(context: ViewContext, swatches: list[Markup]) -> Markup:
    width, height = _SWATCH
    items = [
        element("li", element("svg", swatch, width=width, height=height, aria_hidden="true"), text("span", entry.text))
        for swatch, entry in zip(swatches, legend_entries(context), strict=True)
    ]
    note = undated_note(context)
    listed = element("ul", *items, aria_label=context.words("Legend")) if items else Markup()
    return element("div", listed, text("p", note, classes="note") if note else "", classes="legend")


def _places(context: ViewContext) -> Markup:
    words = context.words
    return element(
        "section",
        text("h2", words(_PLACES)),
        *_groups(context),
        element("noscript", text("p", words("Filters, passages and downloads need JavaScript."), classes="note")),
        text("p", words("Ingreso · Data version {version}", version=context.evidence.version), classes="note"),
        id=PLACES_ID,
        classes="places",
        tabindex="-1",
    )


def _groups(context: ViewContext) -> Iterator[Markup]:
    """Yield the places of each act that names one, then those of the context."""
    words = context.words
    for act_id in (*context.evidence.authorisations, ""):
        shown = context.selection.places_under(act_id)
        if not shown:
            continue
        rest = len(shown) - MOST_PLACES
        more = text("li", words.plural("{count} more place", "{count} more places", rest)) if rest > 0 else ""
        name = element("h3", _act_mark(act_id, context), text("span", context.act_name(act_id)))
        yield name + element("ul", *_namings(shown[:MOST_PLACES], act_id, context), more)
    if not context.selection.places:
        yield text("p", words("Nothing matches the filters."))


Naming = tuple[str, tuple[str, ...]]
"""Label of a role, and those of the sources that name a place in it."""


def _namings(places: Iterable[ShownPlace], act_id: str, context: ViewContext) -> Iterator[Markup]:
    """Yield an entry for all places that an act names in the same roles by the same sources: names, roles, sources."""
    words = context.words
    alike: dict[tuple[Naming, ...], list[str]] = {}
    for shown in places:
        alike.setdefault(_roles(shown, act_id, context), []).append(words.of(shown.place, "name"))
    for namings, names in alike.items():
        roles = (
            (text("span", f" · {role}: ", classes="roles"), text("span", ", ".join(sources), classes="sources"))
            for role, sources in namings
        )
        yield element("li", text("b", words.listing(names)), *(part for role in roles for part in role))


def _roles(shown: ShownPlace, act_id: str, context: ViewContext) -> tuple[Naming, ...]:
    """Return the roles in which an act names a place, each with its own sources, in the order of the data."""
    named = [claim for claim in shown.claims if claim.authorisation_id == act_id]
    by_role = ((role, {claim.source_id for claim in named if claim.role is role}) for role in shown.roles)
    return tuple((context.words(ROLE_LABELS[role]), _labels(ids, context)) for role, ids in by_role if ids)


def _labels(source_ids: set[str], context: ViewContext) -> tuple[str, ...]:
    sources = (source for source_id, source in context.evidence.sources.items() if source_id in source_ids)
    return tuple(dict.fromkeys(source_label(source, context.words) for source in sources))
