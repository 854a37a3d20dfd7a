"""The legend: part of the page, so that it can be read, translated and printed."""

from collections.abc import Mapping

import streamlit as st

from geo.draw import ROLE_LABELS, Ink, Swatch, swatch_svg
from geo.evidence import Precision, Role
from geo.text import Words
from geo.ui import markup
from geo.ui.page import Page
from geo.view import Selection

_QUIET = {"light": "#5b5850", "dark": "#c3c6c6"}


def show_legend(page: Page) -> None:
    """Explain what is drawn now: fills, hatching and shapes that the view has use for."""
    words = page.words
    names = {key: words.of(record, "short") for key, record in page.evidence.authorisations.items()}
    entries = [*_fills(page.selection, names, page.inks, words=words), *_shapes(page.selection, words)]
    items = [
        markup.element("li", markup.icon(swatch_svg(swatch, quiet=_QUIET[page.theme])), markup.text("span", label))
        for swatch, label in entries
    ]
    with st.container(key="legend"):
        markup.show(markup.element("ul", *items, classes="legend", aria_label=words("Legend")))


def _fills(selection: Selection, names: Mapping[str, str], inks: tuple[Ink, ...], *, words: Words) -> list[tuple[Swatch, str]]:
    units = selection.units.values()
    named = {unit.authorisations for unit in units if unit.named}
    hatched = {unit.authorisations for unit in units if not unit.named}
    entries = [
        (Swatch("fill", ink), words("Region named: {acts}", acts=words.listing([names[key] for key in ink.authorisations])))
        for ink in inks
        if ink.authorisations in named
    ]
    hatching = next((ink for ink in inks if ink.authorisations in hatched), None)
    if hatching:
        entries.append((Swatch("hatch", hatching), words("Region that only contains a named locality")))
    if any(unit.named and unit.named.place.precision is Precision.LEVEL_NOT_STATED for unit in units):
        entries.append((Swatch("dashed"), words("Dashed: city, province or region meant, not stated")))
    if () in named:
        entries.append((Swatch("context"), words("Region named in the context only")))
    return entries


def _shapes(selection: Selection, words: Words) -> list[tuple[Swatch, str]]:
    shown = {
        role
        for place in selection.places.values()
        for role in place.roles
        if place.place.is_point or role is not Role.DEPLOYMENT
    }
    return [(Swatch("role", role=role), words(ROLE_LABELS[role])) for role in Role if role in shown]
