"""The table of the claims that pass the filters: a row is a button that opens to the whole claim.

Its rows, columns, search and order are those of :mod:`geo.export.frames.table_view`.
"""

from typing import Final

import streamlit as st

from geo.export.frames.columns import ClaimRow
from geo.export.frames.table_view import HEADINGS, cell_text, search_rows, sort_rows, table_rows
from geo.ui.html import markup
from geo.ui.html.badges import act_label, role_shape
from geo.ui.html.claims import claim_card
from geo.ui.html.links import place_link
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.panels.place_list import show_nothing
from geo.ui.session import bind, change
from geo.ui.streamlit_bends.markup_component import show_markup

_CELL_CLASSES: Final = {"certainty_name": "quiet", "statement": "one-line"}
MOST_ROWS: Final = 250
"""Rows on the page; the search finds further ones, and the files have all."""
_SEARCH: Final = "search"
_OPEN: Final = "table-open"
"""Key of the session: ids of the claims whose rows are open."""
_SORTED: Final = "table-sorted"
"""Key of the session: name of the column by which the rows are sorted; empty for the order of the files."""


def show_table(page: Page) -> None:
    """Show the claims as rows that can be searched, sorted and opened."""
    words, query = page.context.words, page.context.state.table_search
    rows = table_rows(page.context)
    if not rows:
        show_nothing(page)
        return
    st.text_input(
        words("Search in every column"),
        placeholder=words("A place, a word, a source: accents do not count"),
        **bind(_SEARCH, query, _search),
    )
    found = search_rows(rows, query)
    markup.show(markup.text("p", _count(len(found), len(rows), page), classes="view-lead"))
    if not found:
        st.button(words("Clear the search"), key="search-clear", on_click=change, kwargs={"table_search": ""})
        return
    opened = frozenset(st.session_state.get(_OPEN, ()))
    show_markup(
        table_html(sort_rows(found, _sorted_column()), page, opened=opened),
        element_key="claims",
        on_choice=_choose_column,
        opened=sorted(opened),
        on_open=_keep_open,
    )
    note = words("Where a claim has no days of its own, those of its act count.")
    if len(found) > MOST_ROWS:
        more = words.plural("{count} more claim", "{count} more claims", len(found) - MOST_ROWS)
        note = words("{more}: search, or download the table under Share.", more=more)
    st.caption(markup.label(note))


def table_html(rows: tuple[ClaimRow, ...], page: Page, *, opened: frozenset[str] = frozenset()) -> Markup:
    """Return the first rows under the headings of their columns.

    Parameters
    ----------
    opened
        Ids of the claims whose rows are open; the contents of the others are left out.
    """
    words = page.context.words
    sorted_by = _sorted_column()
    heads = (
        markup.text(
            "button",
            words(label),
            type="button",
            data_choose=f"sort:{name}",
            aria_pressed="true" if name == sorted_by else "false",
        )
        for name, label in HEADINGS.items()
    )
    head = markup.element("div", *heads, classes="claim-row claim-head", role="group", aria_label=words("Sort by"))
    return markup.element(
        "div", head, *(_row(row, page, is_open=row.claim.claim_id in opened) for row in rows[:MOST_ROWS]), classes="claim-table"
    )


def _row(row: ClaimRow, page: Page, *, is_open: bool) -> Markup:
    """Return a row; if it is open, with the card of the claim."""
    claim = row.claim
    summary = markup.element("summary", *(_cell(row, name, page) for name in HEADINGS), classes="claim-row")
    body = (claim_card(claim, page), _value(row, page), _place(row, page)) if is_open else ()
    return markup.element("details", summary, *body, classes="claim-details", data_row=claim.claim_id)


def _cell(row: ClaimRow, name: str, page: Page) -> Markup:
    """Return a cell; place, role and act have a look of their own."""
    content = cell_text(row, name)
    if name == "place":
        return markup.text("b", content or "–")
    if name == "role_name":
        role = markup.join((role_shape(row.claim.role, "#808080"), content)) if row.claim.role else ""
        return markup.element("span", role, classes="role-cell")
    if name == "act":
        return act_label(row.claim.authorisation_id, page)
    return markup.text("span", content, classes=_CELL_CLASSES.get(name, ""))


def _place(row: ClaimRow, page: Page) -> Markup:
    if not row.place:
        return Markup()
    label = page.context.words("Open {place}", place=cell_text(row, "place"))
    return markup.element("p", place_link(row.place.place_id, label))


def _value(row: ClaimRow, page: Page) -> Markup:
    """Return the value and the days of a claim, which have no column on the page."""
    words, claim = page.context.words, row.claim
    value = cell_text(row, "value_text") if claim.value or claim.window else ""
    days = words.span(row.window.start, row.window.stated_end) if row.window else ""
    parts = [f"{label}: {text}" for label, text in ((cell_text(row, "attribute_name"), value), (words("Days"), days)) if text]
    return markup.text("p", " · ".join(parts), classes="note")


def _count(found: int, total: int, page: Page) -> str:
    words, query = page.context.words, page.context.state.table_search
    claims = words.plural("{count} claim", "{count} claims", total)
    if not total:
        return words("No claim passes the filters.")
    if not query.strip():
        return words.plural("{count} claim passes the filters.", "{count} claims pass the filters.", total)
    if not found:
        return words("No claim contains “{query}” among the {claims} that pass the filters.", query=query, claims=claims)
    return words("“{query}” occurs in {found} of {claims}.", query=query, found=words.number(found), claims=claims)


def _search() -> None:
    change(table_search=st.session_state[_SEARCH] or "")


def _sorted_column() -> str:
    return str(st.session_state.get(_SORTED, ""))


def _keep_open(ids: tuple[str, ...]) -> None:
    """Keep the ids of the claims whose rows are open."""
    st.session_state[_OPEN] = ids


def _choose_column(choice: str) -> None:
    """Sort by the chosen column; if it is chosen again, restore the order of the files."""
    column = choice.removeprefix("sort:")
    st.session_state[_SORTED] = "" if _sorted_column() == column else column
