"""The comparison of acts and of sources, laid out as tables."""

from collections.abc import Iterable

import streamlit as st

from geo.draw import ROLE_LABELS, Swatch, swatch_svg
from geo.evidence import Evidence, Place, Precision, Role
from geo.text import Words
from geo.ui import markup
from geo.ui.page import Page
from geo.view import (
    ActSets,
    Difference,
    NamedSet,
    Naming,
    PlaceRow,
    RoleSets,
    Shared,
    SideBySide,
    UnitRows,
    Voices,
    build_comparison,
)

QUIET = {"light": "#5b5850", "dark": "#c3c6c6"}
"""Colour, by theme, of what belongs to no authorisation."""


def show_compare(page: Page) -> None:
    """Show who names what, what the authorisations share, and where the lists of the sources differ."""
    words = page.words
    if not page.selection.places:
        st.info(words("Nothing matches the filters. Widen the days, add a role, or reset the filters."))
        return
    comparison = build_comparison(page.evidence, page.data.atlas, page.selection, page.state.authorisations)
    tables = [_matrix(comparison, page)]
    if len(comparison.columns) > 1:
        tables.append(_overlap(comparison, page))
    markup.show(markup.element("div", *tables, classes="beside tables"))
    markup.show(markup.element("div", *(_act_sets(sets, page) for sets in comparison.acts), classes="beside"))
    markup.show(source_key(page.selection.sources(), page.evidence, words))


def act_heading(tag: str, key: str, page: Page) -> str:
    """Return the name of an authorisation behind its colour; of the context where ``key`` is empty."""
    act = page.evidence.authorisations.get(key)
    name = page.words.of(act, "name") if act else page.words("Context, under no authorisation")
    colour = page.colours.get(key, QUIET[page.theme])
    return markup.element(tag, markup.swatch_line(colour, name), classes="act-name")


def voices_html(voices: Voices, words: Words) -> str:
    """Return source ids; those that count once stand over one line."""
    return " ".join(_voice(voice, words) for voice in voices)


def source_key(ids: Iterable[str], evidence: Evidence, words: Words) -> str:
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


def _voice(voice: tuple[str, ...], words: Words) -> str:
    if len(voice) == 1:
        return markup.text("span", voice[0], classes="voice")
    hint = words("{sources}: not independent of one another, counted once", sources=words.listing(list(voice)))
    return markup.text("span", " ".join(voice), classes="voice joined", title=hint)


def _matrix(comparison: SideBySide, page: Page) -> str:
    words = page.words
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
    words = page.words
    cells = [cell for rows in comparison.rows for row in _all_rows(rows) for cell in row.cells.values()]
    shown = {naming.role for cell in cells for naming in cell}
    items = [
        markup.element("li", _shape(role, QUIET[page.theme]), markup.text("span", words(ROLE_LABELS[role])))
        for role in Role
        if role in shown
    ]
    joined = next((voice for cell in cells for naming in cell for voice in naming.voices if len(voice) > 1), None)
    if joined:
        label = words("not independent of one another: counted once")
        items.append(markup.element("li", _voice(joined, words), markup.text("span", label)))
    return markup.element("ul", *items, classes="legend compare-key")


def _all_rows(rows: UnitRows) -> tuple[PlaceRow, ...]:
    return (rows.named, *rows.localities) if rows.named else rows.localities


def _unit_rows(rows: UnitRows, columns: tuple[str, ...], page: Page) -> Iterable[str]:
    if rows.unit:
        cells = (_unit_cell(rows, key, page) for key in columns)
        yield markup.element("tr", _unit_name(rows, page.words), *cells, classes="unit-row")
    for row in rows.localities:
        name = markup.element("th", markup.text("span", page.words.of(row.place, "name")), scope="row")
        cells = (_cell(row.cells[key], key, page) for key in columns)
        yield markup.element("tr", name, *cells, classes="locality-row" if rows.unit else "unit-row")


def _unit_name(rows: UnitRows, words: Words) -> str:
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
        label = markup.text("span", page.words("only a locality in it"), classes="quiet")
        return markup.element("td", label, classes="contains", style=_ink(key, page))
    return _cell(namings, key, page, filled=True)


def _cell(namings: tuple[Naming, ...], key: str, page: Page, *, filled: bool = False) -> str:
    if not namings:
        none = markup.text("span", "–", aria_hidden="true") + markup.text("span", page.words("not named"), classes="unseen")
        return markup.element("td", none, classes="none")
    lines = (_naming(naming, key, page) for naming in namings)
    return markup.element("td", *lines, classes="filled" if filled else "named", style=_ink(key, page))


def _naming(naming: Naming, key: str, page: Page) -> str:
    role = page.words(ROLE_LABELS[naming.role])
    shape = markup.element("span", _shape(naming.role, page.colours.get(key, QUIET[page.theme])), title=role)
    label = markup.text("span", f"{role}: ", classes="unseen")
    voices = markup.element("span", voices_html(naming.voices, page.words))
    return markup.element("div", shape, label, voices, classes="naming")


def _shape(role: Role, colour: str) -> str:
    return markup.icon(swatch_svg(Swatch("role", role=role), quiet=colour))


def _ink(key: str, page: Page) -> str:
    return f"--ink:{page.colours.get(key, QUIET[page.theme])}"


def _overlap(comparison: SideBySide, page: Page) -> str:
    words = page.words
    names = (
        words("Named under"),
        words("Regions named"),
        words("Localities named"),
        words("Regions of which only a locality is named"),
    )
    head = markup.element("tr", *(markup.text("th", name, scope="col") for name in names))
    several = len(page.state.authorisations) > 1
    rows = (_overlap_row(shared, page, names, several=several) for shared in comparison.shared)
    table = markup.element("table", markup.element("thead", head), markup.element("tbody", *rows), classes="overlap")
    heading = markup.text("h2", words("What the authorisations share"))
    return markup.element("section", heading, table, classes="compare shares")


def _overlap_row(shared: Shared, page: Page, names: tuple[str, ...], *, several: bool) -> str:
    words = page.words
    swatches = "".join(markup.swatch(page.colours[key]) for key in shared.authorisations)
    swatches = swatches or markup.swatch(QUIET[page.theme])
    label = markup.text("span", _combination(shared.authorisations, page, several=several))
    head = markup.element("th", markup.element("div", swatches, label, classes="swatch-line"), scope="row")
    lists = (
        [words.of(place, "name") for place in shared.units],
        [words.of(place, "name") for place in shared.localities],
        [unit.name for unit in shared.containing],
    )
    cells = (_counted(items, name) for items, name in zip(lists, names[1:], strict=True))
    return markup.element("tr", head, *cells)


def _combination(keys: tuple[str, ...], page: Page, *, several: bool) -> str:
    words = page.words
    if not keys:
        return words("context only")
    acts = words.listing([words.of(page.evidence.authorisations[key], "short") for key in keys])
    return words("{act} only", act=acts) if len(keys) == 1 and several else acts


def _counted(items: list[str], heading: str) -> str:
    if not items:
        return markup.text("td", "–", classes="none")
    number = markup.text("b", str(len(items)), classes="count")
    label = markup.text("small", heading, classes="cell-head")
    return markup.element("td", label, number, " ", markup.text("span", ", ".join(items)))


def _act_sets(sets: ActSets, page: Page) -> str:
    words = page.words
    nothing = markup.text("p", words("No place that is shown is named under it."), classes="note")
    parts = [_role_sets(found, page) for found in sets.roles] or [nothing]
    if sets.silent:
        label = markup.text("span", words("Of these sources none of the places shown is recorded:"))
        silent = " ".join(markup.text("span", key, classes="voice") for key in sets.silent)
        parts.append(markup.element("p", label, " ", silent, classes="note"))
    kicker = markup.text("p", words("The lists of its sources"), classes="kicker")
    remarks = markup.element("div", *_remarks(sets, page), classes="remarks")
    return markup.element("section", kicker, act_heading("h2", sets.authorisation_id, page), *parts, remarks, classes="compare")


def _role_sets(found: RoleSets, page: Page) -> str:
    words = page.words
    colour = page.colours.get("", QUIET[page.theme])
    heading = markup.element("h3", _shape(found.role, colour), markup.text("span", words(ROLE_LABELS[found.role])))
    named = [_named_set(item, found, words) for item in found.sets]
    if len(found.sets) > 1:
        label = words.plural("{count} place in every list", "{count} places in every list", len(found.common))
        named.insert(0, _line(markup.text("span", label), _names(found.common, words), classes="common"))
    differences = [line for item in found.differences for line in _difference(item, words)]
    return markup.element(
        "div", heading, markup.element("dl", *named), markup.element("ul", *differences, classes="differences"), classes="lists"
    )


def _named_set(item: NamedSet, found: RoleSets, words: Words) -> str:
    count = words.plural("{count} place", "{count} places", len(item.places))
    head = voices_html(item.voices, words) + " " + markup.text("small", count)
    if len(found.sets) == 1:
        return _line(head, _names(item.places, words))
    extra = tuple(place for place in item.places if place not in found.common)
    if not extra:
        return _line(head, markup.text("span", words("no other place"), classes="quiet"))
    return _line(head, markup.text("span", words("also:"), classes="quiet") + " " + _names(extra, words))


def _line(head: str, body: str, *, classes: str = "") -> str:
    inner = markup.element("dt", head) + markup.element("dd", body)
    return markup.element("div", inner, classes=f"list {classes}".strip())


def _difference(item: Difference, words: Words) -> Iterable[str]:
    for named, other, places in (
        (item.first, item.second, item.only_first),
        (item.second, item.first, item.only_second),
    ):
        if places:
            sentence = words(
                "In {these}, not in {those}:",
                these=words.listing(list(named.sources)),
                those=words.listing(list(other.sources)),
            )
            yield markup.element("li", markup.text("span", sentence), " ", markup.element("b", _names(places, words)))


def _names(places: Iterable[Place], words: Words) -> str:
    return markup.text("span", ", ".join(words.of(place, "name") for place in places))


def _remarks(sets: ActSets, page: Page) -> Iterable[str]:
    """Yield what the data has to say of the lists, their differences and the places in which they differ."""
    words = page.words
    for item in sets.disagreements:
        label = words("Disagreement {id}", id=item.disagreement_id)
        known = words.of(item, "known") or words("Why they differ is not known.")
        yield _remark(markup.text("b", label), f"{words.of(item, 'question')} {known}")
    for place in sets.contested:
        note = words.of(place, "note")
        if note:
            yield _remark(markup.text("b", words.of(place, "name")), note)
    for claim in sets.remarks:
        yield _remark(markup.text("span", claim.source_id, classes="voice"), words.of(claim, "statement"))


def _remark(head: str, body: str) -> str:
    return markup.element("p", head, " ", markup.text("span", body), classes="note")
