"""The comparison of acts and of sources, laid out as tables."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from geo.evidence import Evidence, Precision, Role
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.badges import QUIET, act_heading, role_shape, voice_html, voices_html
from geo.ui.html.list_limits import more_places, names_html
from geo.ui.page import Page
from geo.ui.views.compare_lists import act_lists
from geo.view import Naming, PlaceRow, Shared, SideBySide, UnitRows, build_comparison
from geo.view.labels import ROLE_LABELS

MOST_LOCALITIES: Final = 4
"""Rows of localities under one region; further ones are counted."""


def show_compare(page: Page) -> None:
    """Show who names what, what the authorisations share, and where the lists of the sources differ."""
    words = page.context.words
    if not page.context.selection.places:
        st.info(words("Nothing matches the filters. Widen the days, add a role, or reset the filters."))
        return
    comparison = build_comparison(page.context)
    tables = [_matrix(comparison, page)]
    if len(comparison.columns) > 1:
        tables.append(_overlap(comparison, page))
    markup.show(markup.element("div", *tables, classes="beside tables"))
    markup.show(markup.element("div", *(act_lists(sets, page) for sets in comparison.acts), classes="beside"))
    markup.show(source_key(page.context.selection.sources(), page.context.evidence, words))


def source_key(ids: Iterable[str], evidence: Evidence, words: Translator) -> str:
    """Return what the ids of sources stand for."""
    present = set(ids)
    items = [
        markup.element("li", markup.text("b", key), " ", markup.text("span", source.publisher or words.of(source, "title")))
        for key, source in evidence.sources.items()
        if key in present
    ]
    heading = markup.text("h3", words("The sources"))
    return markup.element("section", heading, markup.element("ul", *items), classes="source-key")


def wide_table(table: str, label: str, page: Page) -> str:
    """Return a table that can be scrolled sideways, its first column staying where it is, on the paper of the page."""
    return markup.element("div", table, classes="wide", tabindex="0", role="group", aria_label=label, style=paper(page))


def paper(page: Page) -> str:
    """Return the style that makes the colour of the page's paper known to what must cover what scrolls beneath it."""
    return f"--paper:{st.get_option(f'theme.{page.theme}.backgroundColor') or 'canvas'}"


def _matrix(comparison: SideBySide, page: Page) -> str:
    words = page.context.words
    heads = [markup.element("th", markup.text("span", words("Region, locality")), scope="col")]
    heads += [markup.element("th", act_heading("div", key, page), scope="col") for key in comparison.columns]
    bodies = [markup.element("tbody", *_unit_rows(rows, comparison.columns, page)) for rows in comparison.rows]
    head = markup.element("thead", markup.element("tr", *heads))
    table = markup.element("table", head, *bodies, classes="matrix", style=f"--columns:{len(comparison.columns)}")
    return markup.element(
        "section",
        markup.text("h2", words("Who names which place")),
        _key(comparison, page),
        wide_table(table, words("Who names which place"), page),
        classes="compare",
    )


def _key(comparison: SideBySide, page: Page) -> str:
    """Explain the signs of the table, as far as it has use for them."""
    words = page.context.words
    cells = [cell for rows in comparison.rows for row in _all_rows(rows) for cell in row.cells.values()]
    shown = {naming.role for cell in cells for naming in cell}
    items = [
        markup.element("li", role_shape(role, QUIET[page.theme]), markup.text("span", words(ROLE_LABELS[role])))
        for role in Role
        if role in shown
    ]
    joined = next((voice for cell in cells for naming in cell for voice in naming.voices if len(voice) > 1), None)
    if joined:
        label = words("not independent of one another: counted once")
        items.append(markup.element("li", voice_html(joined, words), markup.text("span", label)))
    return markup.element("ul", *items, classes="legend compare-key")


def _all_rows(rows: UnitRows) -> tuple[PlaceRow, ...]:
    return (rows.named, *rows.localities) if rows.named else rows.localities


def _unit_rows(rows: UnitRows, columns: tuple[str, ...], page: Page) -> Iterable[str]:
    if rows.unit:
        cells = (_unit_cell(rows, key, page) for key in columns)
        yield markup.element("tr", _unit_name(rows, page.context.words), *cells, classes="unit-row")
    for row in rows.localities[:MOST_LOCALITIES]:
        name = markup.element("th", markup.text("span", page.context.words.of(row.place, "name")), scope="row")
        cells = (_cell(row.cells[key], key, page) for key in columns)
        yield markup.element("tr", name, *cells, classes="locality-row" if rows.unit else "unit-row")
    rest = rows.localities[MOST_LOCALITIES:]
    if rest:
        name = markup.element("th", more_places(len(rest), page.context.words), scope="row")
        yield markup.element("tr", name, *(_counted_cell(rest, key, page) for key in columns), classes="locality-row rest-row")


def _counted_cell(rows: tuple[PlaceRow, ...], key: str, page: Page) -> str:
    """Return how many of the places are named under an authorisation, where not each of them has a row."""
    count = sum(bool(row.cells[key]) for row in rows)
    if not count:
        return _cell((), key, page)
    return markup.text("td", page.context.words.plural("{count} place", "{count} places", count), classes="named quiet")


def _unit_name(rows: UnitRows, words: Translator) -> str:
    if rows.named is None:
        inner = markup.text("span", rows.unit.name if rows.unit else "", classes="unnamed")
    else:
        inner = markup.text("span", words.of(rows.named.place, "name"))
        if rows.named.place.precision is Precision.LEVEL_NOT_STATED:
            inner += markup.text("small", words("level not stated"))
    return markup.element("th", inner, scope="row")


def _unit_cell(rows: UnitRows, key: str, page: Page) -> str:
    namings = rows.named.cells[key] if rows.named else ()
    if not namings and rows.only_contains(key):
        label = markup.text("span", page.context.words("only a locality in it"), classes="quiet")
        return markup.element("td", label, classes="contains", style=_ink(key, page))
    return _cell(namings, key, page, filled=True)


def _cell(namings: tuple[Naming, ...], key: str, page: Page, *, filled: bool = False) -> str:
    if not namings:
        none = markup.text("span", "–", aria_hidden="true") + markup.text(
            "span", page.context.words("not named"), classes="unseen"
        )
        return markup.element("td", none, classes="none")
    lines = (_naming(naming, key, page) for naming in namings)
    return markup.element("td", *lines, classes="filled" if filled else "named", style=_ink(key, page))


def _naming(naming: Naming, key: str, page: Page) -> str:
    role = page.context.words(ROLE_LABELS[naming.role])
    shape = markup.element("span", role_shape(naming.role, page.colours.get(key, QUIET[page.theme])), title=role)
    label = markup.text("span", f"{role}: ", classes="unseen")
    voices = markup.element("span", voices_html(naming.voices, page.context.words))
    return markup.element("div", shape, label, voices, classes="naming")


def _ink(key: str, page: Page) -> str:
    return f"--ink:{page.colours.get(key, QUIET[page.theme])}"


def _overlap(comparison: SideBySide, page: Page) -> str:
    words = page.context.words
    names = (
        words("Named under"),
        words("Regions named"),
        words("Localities named"),
        words("Regions of which only a locality is named"),
    )
    head = markup.element("tr", *(markup.text("th", name, scope="col") for name in names))
    several = len(page.context.state.authorisations) > 1
    rows = (_overlap_row(shared, page, names, several=several) for shared in comparison.shared)
    table = markup.element("table", markup.element("thead", head), markup.element("tbody", *rows), classes="overlap")
    heading = markup.text("h2", words("What the authorisations share"))
    return markup.element("section", heading, table, classes="compare shares")


def _overlap_row(shared: Shared, page: Page, names: tuple[str, ...], *, several: bool) -> str:
    words = page.context.words
    swatches = markup.join(markup.swatch(page.colours[key]) for key in shared.authorisations)
    swatches = swatches or markup.swatch(QUIET[page.theme])
    label = markup.text("span", _combination(shared.authorisations, page, several=several))
    head = markup.element("th", markup.element("div", swatches, label, classes="swatch-line"), scope="row")
    units = markup.text("span", ", ".join(unit.name for unit in shared.containing))
    cells = (
        _counted(len(shared.units), names_html(shared.units, words), names[1], words),
        _counted(len(shared.localities), names_html(shared.localities, words), names[2], words),
        _counted(len(shared.containing), units, names[3], words),
    )
    return markup.element("tr", head, *cells)


def _combination(keys: tuple[str, ...], page: Page, *, several: bool) -> str:
    words = page.context.words
    if not keys:
        return words("context only")
    acts = words.listing([words.of(page.context.evidence.authorisations[key], "short") for key in keys])
    return words("{act} only", act=acts) if len(keys) == 1 and several else acts


def _counted(count: int, names: str, heading: str, words: Translator) -> str:
    if not count:
        return markup.text("td", "–", classes="none")
    number = markup.text("b", words.number(count), classes="count")
    label = markup.text("small", heading, classes="cell-head")
    return markup.element("td", label, number, " ", names)
