"""The comparison: a small map for each act, the shared places, who names which place, and the lists of the sources."""

from collections.abc import Iterable, Sequence
from typing import Final

from geo.evidence import Precision, Role
from geo.ui.html import markup
from geo.ui.html.badges import QUIET, act_colour, act_label, role_shape, sources_by_name
from geo.ui.html.links import place_link
from geo.ui.html.list_limits import more_places, place_names
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.panels.place_list import show_nothing
from geo.ui.streamlit_bends.markup_component import show_markup
from geo.ui.views.compare_lists import lists_of_acts
from geo.ui.views.small_maps import small_maps
from geo.ui.views.wide_table import wide_table
from geo.view import Naming, PlaceRow, Shared, SideBySide, UnitRows, build_comparison
from geo.view.labels import ROLE_LABELS, source_label

MOST_WIDE_COLUMNS: Final = 4
"""Acts side by side with the names of the sources; with more, a cell has signs and dots, and its names when pointed at."""
MOST_NAMED_ACTS: Final = 3
"""Acts of a row that are named in one line; more are counted, and named in small letters."""
MOST_LOCALITIES: Final = 4
"""Largest number of localities in rows under one region; further ones are counted."""


def show_compare(page: Page) -> None:
    """Show the comparison, or why there is nothing to compare."""
    if not page.context.selection.places:
        show_nothing(page)
        return
    show_markup(compare_html(page), element_key="compare")


def compare_html(page: Page) -> Markup:
    """Return the whole comparison."""
    comparison = build_comparison(page.context)
    tables = [_matrix(comparison, page)]
    if len(comparison.columns) > 1:
        tables.insert(0, _overlap(comparison, page))
    return markup.join(
        (
            small_maps(page),
            markup.element("div", *tables, classes="beside tables"),
            lists_of_acts(comparison.acts, page),
        )
    )


def _matrix(comparison: SideBySide, page: Page) -> Markup:
    words = page.context.words
    heads = [markup.element("th", markup.text("span", words("Region, locality")), scope="col")]
    heads += [markup.element("th", act_label(act_id, page), scope="col") for act_id in comparison.columns]
    bodies = [markup.element("tbody", *_unit_rows(rows, comparison.columns, page)) for rows in comparison.rows]
    head = markup.element("thead", markup.element("tr", *heads))
    classes = "matrix many" if _is_many(comparison.columns) else "matrix"
    table = markup.element("table", head, *bodies, classes=classes, style=f"--columns:{len(comparison.columns)}")
    return markup.element(
        "section",
        markup.text("h2", words("Who names which place")),
        _role_key(comparison, page),
        wide_table(table, words("Who names which place"), page),
        classes="compare",
    )


def _is_many(columns: Sequence[str]) -> bool:
    return len(columns) > MOST_WIDE_COLUMNS


def _role_key(comparison: SideBySide, page: Page) -> Markup:
    """Return the legend of the table: the shapes of the roles that occur in it, and the dot."""
    words = page.context.words
    cells = [cell for rows in comparison.rows for row in _all_rows(rows) for cell in row.cells.values()]
    shown = {naming.role for cell in cells for naming in cell}
    items = [
        markup.element("li", role_shape(role, QUIET[page.theme]), markup.text("span", words(ROLE_LABELS[role])))
        for role in Role
        if role in shown
    ]
    dot = markup.text("span", "\N{BLACK CIRCLE}", classes="dots")
    items.append(markup.element("li", dot, words("an independent source; = joins those that count once")))
    return markup.element("ul", *items, classes="legend compare-key")


def _all_rows(rows: UnitRows) -> tuple[PlaceRow, ...]:
    return (rows.named, *rows.localities) if rows.named else rows.localities


def _unit_rows(rows: UnitRows, columns: tuple[str, ...], page: Page) -> Iterable[Markup]:
    words = page.context.words
    if rows.unit:
        cells = (_unit_cell(rows, act_id, page) for act_id in columns)
        yield markup.element("tr", _unit_name(rows, page), *cells, classes="unit-row")
    for row in rows.localities[:MOST_LOCALITIES]:
        name = markup.element("th", place_link(row.place.place_id, words.of(row.place, "name")), scope="row")
        cells = (_cell(row.cells[act_id], act_id, page) for act_id in columns)
        yield markup.element("tr", name, *cells, classes="locality-row" if rows.unit else "unit-row")
    rest = rows.localities[MOST_LOCALITIES:]
    if rest:
        name = markup.element("th", more_places(len(rest), words), scope="row")
        counts = (_counted_cell(rest, act_id, page) for act_id in columns)
        yield markup.element("tr", name, *counts, classes="locality-row rest-row")


def _counted_cell(rows: tuple[PlaceRow, ...], act_id: str, page: Page) -> Markup:
    """Return the number of the places without a row that are named under an act."""
    count = sum(bool(row.cells[act_id]) for row in rows)
    if not count:
        return _cell((), act_id, page)
    return markup.text("td", page.context.words.plural("{count} place", "{count} places", count), classes="named quiet")


def _unit_name(rows: UnitRows, page: Page) -> Markup:
    words = page.context.words
    if rows.named is None:
        unit = rows.unit
        inner = markup.element("span", place_link(unit.code, unit.name) if unit else "", classes="unnamed")
        return markup.element("th", inner, scope="row")
    place = rows.named.place
    is_open = place.precision is Precision.LEVEL_NOT_STATED
    level = markup.text("small", words("level not stated")) if is_open else Markup()
    return markup.element("th", place_link(place.place_id, words.of(place, "name")), level, scope="row")


def _unit_cell(rows: UnitRows, act_id: str, page: Page) -> Markup:
    namings = rows.named.cells[act_id] if rows.named else ()
    if not namings and rows.only_contains(act_id):
        said = page.context.words("only a locality in it")
        is_many = _is_many(page.context.state.authorisations)
        label = markup.text("span", said, classes="unseen" if is_many else "quiet")
        return markup.element("td", label, classes="contains", style=_ink(act_id, page))
    return _cell(namings, act_id, page, filled=True)


def _cell(namings: tuple[Naming, ...], act_id: str, page: Page, *, filled: bool = False) -> Markup:
    if _is_many(page.context.state.authorisations):
        return _brief_cell(namings, act_id, page, filled=filled)
    if not namings:
        dash = markup.text("span", "–", aria_hidden="true")
        return markup.element(
            "td", dash, markup.text("span", page.context.words("not named"), classes="unseen"), classes="none"
        )
    lines = (_naming(naming, act_id, page) for naming in namings)
    return markup.element("td", *lines, classes="filled" if filled else "named", style=_ink(act_id, page))


def _naming(naming: Naming, act_id: str, page: Page) -> Markup:
    role = page.context.words(ROLE_LABELS[naming.role])
    shape = markup.element("span", role_shape(naming.role, act_colour(act_id, page)), title=role)
    label = markup.text("span", f"{role}: ", classes="unseen")
    return markup.element("div", shape, label, sources_by_name(naming.source_groups, page), classes="naming")


def _brief_cell(namings: tuple[Naming, ...], act_id: str, page: Page, *, filled: bool) -> Markup:
    """Return signs and dots alone, as few elements as can be; names are told when pointed at, and to who listens."""
    if not namings:
        return markup.element("td", classes="none")
    words, colour = page.context.words, act_colour(act_id, page)
    said = [f"{words(ROLE_LABELS[naming.role])}: {_names_in_words(naming, page)}" for naming in namings]
    signs = [_brief_naming(naming, text, colour) for naming, text in zip(namings, said, strict=True)]
    classes = "filled" if filled else "named"
    return markup.element("td", *signs, classes=classes, title="\n".join(said), style=_ink(act_id, page))


def _brief_naming(naming: Naming, said: str, colour: str) -> Markup:
    dots = "\N{BLACK CIRCLE}" * len(naming.source_groups)
    return role_shape(naming.role, colour, said=said) + markup.text("small", dots, aria_hidden="true")


def _names_in_words(naming: Naming, page: Page) -> str:
    words, sources = page.context.words, page.context.evidence.sources
    groups = (" = ".join(source_label(sources[source_id], words) for source_id in group) for group in naming.source_groups)
    return "; ".join(groups)


def _ink(act_id: str, page: Page) -> str:
    return f"--ink:{act_colour(act_id, page)}"


def _overlap(comparison: SideBySide, page: Page) -> Markup:
    words = page.context.words
    names = (
        words("Named under"),
        words("Regions named"),
        words("Localities named"),
        words("Regions of which only a locality is named"),
    )
    head = markup.element("tr", *(markup.text("th", name, scope="col") for name in names))
    rows = (_overlap_row(shared, page, names) for shared in comparison.shared)
    table = markup.element("table", markup.element("thead", head), markup.element("tbody", *rows), classes="overlap")
    return markup.element("section", markup.text("h2", words("What the acts share")), table, classes="compare shares")


def _overlap_row(shared: Shared, page: Page, names: tuple[str, ...]) -> Markup:
    words = page.context.words
    head = markup.element("th", *_combined(shared.authorisations, page), scope="row")
    units = markup.join((place_link(unit.code, unit.name) for unit in shared.containing), ", ")
    cells = (
        _counted(len(shared.units), place_names(shared.units, words), names[1], page),
        _counted(len(shared.localities), place_names(shared.localities, words), names[2], page),
        _counted(len(shared.containing), units, names[3], page),
    )
    return markup.element("tr", head, *cells)


def _combined(act_ids: tuple[str, ...], page: Page) -> Iterable[Markup]:
    """Yield the colours of acts and their names; of many acts their number, then the names in small letters."""
    swatches = [markup.swatch(act_colour(act_id, page)) for act_id in act_ids or ("",)]
    if len(act_ids) <= MOST_NAMED_ACTS:
        label = markup.text("span", _combination(act_ids, page))
        yield markup.element("div", *swatches, label, classes="swatch-line")
        return
    words, is_all = page.context.words, len(act_ids) == len(page.context.state.authorisations)
    count = words.plural("{count} act", "{count} acts", len(act_ids))
    yield markup.element("div", *swatches, classes="swatch-line crowd")
    yield markup.text("b", words("all {acts}", acts=count) if is_all else count)
    if not is_all:
        yield markup.text("small", page.context.act_names(act_ids))


def _combination(act_ids: tuple[str, ...], page: Page) -> str:
    words, context = page.context.words, page.context
    if not act_ids:
        return words("context only")
    acts = context.act_names(act_ids)
    is_one_of_several = len(act_ids) == 1 and len(context.state.authorisations) > 1
    return words("{act} only", act=acts) if is_one_of_several else acts


def _counted(count: int, names: Markup, heading: str, page: Page) -> Markup:
    if not count:
        return markup.text("td", "–", classes="none")
    number = markup.text("b", page.context.words.number(count), classes="count")
    return markup.element("td", markup.text("small", heading, classes="cell-head"), number, " ", names)
