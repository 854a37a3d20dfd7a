"""The legend: part of the page, so that it can be read, translated and printed.

Its swatches are drawn by the style sheet, with the shapes and colours of the map: the legend goes to the browser with every
change of a filter, and pictures would be most of what is sent.
"""

import streamlit as st

from geo.draw import Fill
from geo.evidence import Precision, Role
from geo.text import Translator, message
from geo.ui.html import markup
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.view import Selection, undated_note
from geo.view.labels import ROLE_LABELS

_NOTE = message("A shape stands for a named locality: its form is the role, its colour the act.")


def show_legend(page: Page) -> None:
    """Explain what is drawn now: fills, hatching and shapes that the view has use for."""
    if not page.context.selection.places:
        return
    items = [
        markup.element("li", mark, label)
        for mark, label in (*_fills(page), *_shapes(page.context.selection, page.context.words))
    ]
    with st.container(key="legend"):
        undated = undated_note(page.context)
        note = " ".join(filter(None, (undated, page.context.words(_NOTE))))
        legend = markup.element("ul", *items, classes="legend", aria_label=page.context.words("Legend"))
        markup.show(legend + markup.text("p", note, classes="note"))


def _fills(page: Page) -> list[tuple[Markup, str]]:
    words, units = page.context.words, page.context.selection.units.values()
    named = {unit.authorisations for unit in units if unit.named}
    dotted = {place.authorisations for place in page.context.selection.places.values() if place.place.is_point}
    hatched = {unit.authorisations for unit in units if not unit.named}
    entries = [
        (
            _mark("filled" if fill.authorisations in named else "dot", fill),
            words("Named under {acts}", acts=page.context.act_names(fill.authorisations)),
        )
        for fill in page.fills
        if fill.authorisations in named | dotted
    ]
    if hatched:
        hatching = next((fill for fill in page.fills if fill.authorisations in hatched), None)
        entries.append((_mark("hatched", hatching), words("Region that only contains a named locality")))
    if any(unit.named and unit.named.place.precision is Precision.LEVEL_NOT_STATED for unit in units):
        entries.append((_mark("dashed"), words("Dashed: city, province or region meant, not stated")))
    if () in named | dotted:
        entries.append((_mark("quiet-fill"), words("Named in the context only")))
    return entries


def _shapes(selection: Selection, words: Translator) -> list[tuple[Markup, str]]:
    shown = {
        role
        for place in selection.places.values()
        for role in place.roles
        if place.place.is_point or role is not Role.DEPLOYMENT
    }
    return [(_mark(f"shape role-{role}"), words(ROLE_LABELS[role])) for role in Role if role in shown]


def _mark(kind: str, fill: Fill | None = None) -> Markup:
    """Return a swatch; the fill of several authorisations has the stripes of each."""
    if fill is None:
        return markup.element("i", classes=kind)
    bands = "".join(
        f",{colour} 0 {3 * number}px,{fill.fill} 0 {3 * number + 1.6}px" for number, colour in enumerate(fill.stripes, start=1)
    )
    striped = f";background:repeating-linear-gradient(135deg,{fill.fill} 0 1.6px{bands})" if bands else ""
    return markup.element("i", classes=f"{kind}{' striped' if bands else ''}", style=f"--ink:{fill.fill}{striped}")
