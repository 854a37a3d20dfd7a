"""The table of claims that the filters let through: each row is a button that opens to the whole claim."""

from typing import Final

import streamlit as st

from geo.text import message
from geo.ui.html import markup
from geo.ui.html.badges import act_label, role_shape
from geo.ui.html.claims import claim_card
from geo.ui.html.links import place_link
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.panels.place_list import show_nothing
from geo.ui.session import change, keep_view, show_value
from geo.ui.streamlit_bends.markup_component import show_markup
from geo.view import ClaimRow, build_rows, search_rows
from geo.view.labels import source_label

COLUMNS: Final = {
    "place": message("Place"),
    "role": message("Role"),
    "authorisation": message("Act"),
    "source": message("Source"),
    "certainty": message("Certainty"),
    "statement": message("Statement"),
}
"""Field of a row and name of the column, in their order."""
MOST_ROWS: Final = 250
"""Rows on the page; the search leads to further ones, and the files hold all."""
_SEARCH: Final = "search"
_OPEN: Final = "table-open"
"""In the session: ids of the claims whose rows stand open."""
_SORTED: Final = "table-sorted"
"""In the session: the column by which the rows are sorted; empty for the order of the data."""


def show_table(page: Page) -> None:
    """Show the claims as rows to search, sort and open."""
    words, query = page.context.words, page.context.state.table_search
    rows = build_rows(page.context)
    if not rows:
        show_nothing(page)
        return
    st.text_input(
        words("Search in every column"),
        key=show_value(_SEARCH, query),
        placeholder=words("A place, a word, a source: accents do not count"),
        on_change=_search,
    )
    found = search_rows(rows, query)
    markup.show(markup.text("p", _count(len(found), len(rows), page), classes="view-lead"))
    if not found:
        st.button(words("Clear the search"), key="search-clear", on_click=change, kwargs={"table_search": ""})
        return
    opened = frozenset(st.session_state.get(_OPEN, ()))
    show_markup(
        table_html(_sorted(found), page, opened=opened),
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
    """Return the first rows under the names of their columns.

    Parameters
    ----------
    opened
        Ids of the claims whose rows stand open; what is in the others is left out.
    """
    words = page.context.words
    by = st.session_state.get(_SORTED, "")
    heads = (
        markup.text(
            "button", words(label), type="button", data_choose=f"sort:{name}", aria_pressed="true" if name == by else "false"
        )
        for name, label in COLUMNS.items()
    )
    head = markup.element("div", *heads, classes="claim-row claim-head", role="group", aria_label=words("Sort by"))
    return markup.element(
        "div", head, *(_row(row, page, is_open=row.claim_id in opened) for row in rows[:MOST_ROWS]), classes="claim-table"
    )


def _row(row: ClaimRow, page: Page, *, is_open: bool) -> Markup:
    """Return a row; when it is open, with the whole claim."""
    words, evidence = page.context.words, page.context.evidence
    claim = evidence.claims[row.claim_id]
    role = markup.join((role_shape(claim.role, "#808080"), row.role)) if claim.role else ""
    cells = (
        markup.text("b", row.place or "–"),
        markup.element("span", role, classes="role-cell"),
        act_label(claim.authorisation_id, page),
        markup.text("span", source_label(evidence.sources[claim.source_id], words)),
        markup.text("span", row.certainty, classes="quiet"),
        markup.text("span", row.statement, classes="one-line"),
    )
    summary = markup.element("summary", *cells, classes="claim-row")
    body = (claim_card(claim, page), _value(row, page), _place(row, page)) if is_open else ()
    return markup.element("details", summary, *body, classes="claim-details", data_row=row.claim_id)


def _place(row: ClaimRow, page: Page) -> Markup:
    if not row.place_id:
        return Markup()
    return markup.element("p", place_link(row.place_id, page.context.words("Open {place}", place=row.place)))


def _value(row: ClaimRow, page: Page) -> Markup:
    """Say the value and the days of a claim, which have no column."""
    words = page.context.words
    days = words.span(row.start, row.end) if row.start else ""
    parts = [f"{label}: {text}" for label, text in ((row.attribute, row.value), (words("Days"), days)) if text]
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


def _sorted(rows: tuple[ClaimRow, ...]) -> tuple[ClaimRow, ...]:
    by = st.session_state.get(_SORTED, "")
    if by not in COLUMNS:
        return rows
    return tuple(sorted(rows, key=lambda row: (not getattr(row, by), getattr(row, by))))


def _keep_open(ids: tuple[str, ...]) -> None:
    """Keep which rows stand open."""
    st.session_state[_OPEN] = ids
    keep_view()


def _choose_column(choice: str) -> None:
    """Sort by the chosen column; chosen again, it gives back the order of the data."""
    column = choice.removeprefix("sort:")
    st.session_state[_SORTED] = "" if st.session_state.get(_SORTED) == column else column
    keep_view()
