"""The legend: a list on the page, so that it can be read by screen readers, translated and printed.

The style sheet draws its swatches with the shapes and colours of the map. The legend is sent again at every change of a filter,
and images would make it many times larger.
"""

from typing import Final

import streamlit as st

from geo.draw.fills import TINT
from geo.text import message
from geo.ui.html import markup
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.view import undated_note
from geo.view.legend_entries import LegendEntry, LegendMark, legend_entries

_NOTE = message("A dot is a named locality, in the colour of its act; the signs beside a name are its roles.")
_CLASSES: Final = {
    LegendMark.FILL: "filled",
    LegendMark.DOT: "dot",
    LegendMark.HATCHING: "hatched",
    LegendMark.OPEN_LEVEL: "dashed",
    LegendMark.CONTEXT: "quiet-fill",
}
_STRIPE: Final = 4
"""Width of a stripe in CSS pixels."""


def show_legend(page: Page) -> None:
    """Show an entry for each fill, hatching and role symbol that the map shows in this view."""
    entries = legend_entries(page.context)
    if not entries:
        return
    with st.container(key="legend"):
        note = " ".join(filter(None, (undated_note(page.context), page.context.words(_NOTE))))
        items = (markup.element("li", _mark(entry, page), entry.text) for entry in entries)
        legend = markup.element("ul", *items, classes="legend", aria_label=page.context.words("Legend"))
        markup.show(legend + markup.text("p", note, classes="note"))


def _mark(entry: LegendEntry, page: Page) -> Markup:
    """Return the swatch of an entry; acts together have a stripe each."""
    if entry.role:
        return markup.element("i", classes=f"shape role-{entry.role}")
    fill = page.palette.fill(entry.authorisations)
    if fill is None:
        return markup.element("i", classes=_CLASSES[entry.mark])
    colours = fill.colours if entry.mark is not LegendMark.HATCHING else (fill.colour,)
    if entry.mark is LegendMark.OPEN_LEVEL:
        colours = tuple(f"color-mix(in srgb,{colour} {1 - TINT:.0%},transparent)" for colour in colours)
    paint = colours[0] if len(colours) == 1 else _stripes(colours)
    return markup.element("i", classes=_CLASSES[entry.mark], style=f"--paint:{paint}")


def _stripes(colours: tuple[str, ...]) -> str:
    """Return a CSS gradient of diagonal stripes of equal width."""
    bands = (f"{colour} {_STRIPE * index}px {_STRIPE * (index + 1)}px" for index, colour in enumerate(colours))
    return f"repeating-linear-gradient(135deg,{','.join(bands)})"
