"""The legend: part of the page, so that it can be read, translated and printed.

Its swatches are drawn by the style sheet, with the shapes and colours of the map: the legend goes to the browser with every
change of a filter, and pictures would be most of what is sent.
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
"""Pixels."""


def show_legend(page: Page) -> None:
    """Explain what is drawn now: fills, hatching and signs that the view has use for."""
    entries = legend_entries(page.context)
    if not entries:
        return
    with st.container(key="legend"):
        note = " ".join(filter(None, (undated_note(page.context), page.context.words(_NOTE))))
        items = (markup.element("li", _mark(entry, page), entry.text) for entry in entries)
        legend = markup.element("ul", *items, classes="legend", aria_label=page.context.words("Legend"))
        markup.show(legend + markup.text("p", note, classes="note"))


def _mark(entry: LegendEntry, page: Page) -> Markup:
    """Return the swatch of an entry; the fill of several acts has the stripes of each."""
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
    """Return rising stripes of equal width as CSS paints them."""
    bands = (f"{colour} {_STRIPE * index}px {_STRIPE * (index + 1)}px" for index, colour in enumerate(colours))
    return f"repeating-linear-gradient(135deg,{','.join(bands)})"
