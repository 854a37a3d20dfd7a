"""The table of claims that the filters let through."""

import json
from typing import Any
from zlib import crc32

import streamlit as st

from geo.text import LANGUAGES, Translator, message
from geo.ui.html import markup
from geo.ui.page import Page
from geo.ui.session import change, stay
from geo.view import ClaimRow, build_rows, search_rows

_COLUMNS = (
    "place",
    "statement",
    "source",
    "authorisation",
    "role",
    "topic",
    "attribute",
    "value",
    "start",
    "end",
    "certainty",
    "attributed_to",
    "paragraph",
    "phrase",
    "disagreement",
    "claim_id",
)
_MENU = (
    message("Sort ascending"),
    message("Sort descending"),
    message("Statistics"),
    message("Autosize"),
    message("Pin column"),
    message("Unpin column"),
    message("Hide column"),
    message("Format"),
)
"""What Streamlit's menu of a column says, in English alone."""
_TALLEST_PIXELS = 620
_MOST_ROWS = 17
"""How many rows fit into that height."""


def show_table(page: Page) -> None:
    """Show the claims as rows to search, sort and choose from."""
    words = page.context.words
    rows = build_rows(page.context)
    if not rows:
        st.info(words("Nothing matches the filters. Widen the days, add a role, or reset the filters."))
        return
    query = st.text_input(
        words("Search in every column"),
        key="search",
        placeholder=words("A place, a word, a source: accents do not count"),
        on_change=stay,
    )
    found = search_rows(rows, query)
    markup.show(markup.text("p", _counted(found, rows, words, query=query), classes="view-lead"))
    if found:
        _show_rows(found, page)
        note = words(
            "A row chosen at its left edge is shown in full, and its place opens. A click on a column's name sorts. "
            "Where a claim has no days of its own, those of its authorisation stand."
        )
        st.caption(note)
    else:
        st.button(words("Clear the search"), key="search-clear", on_click=_clear_search)


def _counted(found: tuple[ClaimRow, ...], rows: tuple[ClaimRow, ...], words: Translator, *, query: str) -> str:
    total = words.plural("{count} claim", "{count} claims", len(rows))
    if found is rows:
        return words.plural("{count} claim passes the filters.", "{count} claims pass the filters.", len(rows))
    if not found:
        return words("No claim contains “{query}” among the {claims} that pass the filters.", query=query, claims=total)
    return words("“{query}” occurs in {found} of {claims}.", query=query, found=words.number(len(found)), claims=total)


def _clear_search() -> None:
    st.session_state["search"] = ""
    change()


def _show_rows(rows: tuple[ClaimRow, ...], page: Page) -> None:
    """Show rows; the key of the table changes with them, so that a chosen row is never that of another list."""
    words = page.context.words
    import pandas as pd  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import; this view alone needs it

    frame = pd.DataFrame({name: [getattr(row, name) for row in rows] for name in _COLUMNS})
    frame["paragraph"] = frame["paragraph"].astype("Int64")
    key = f"claims-{crc32(''.join(row.claim_id for row in rows).encode()):08x}"
    _show_chosen(_chosen(key, rows), page)
    st.dataframe(
        frame,
        hide_index=True,
        height=_TALLEST_PIXELS if len(rows) > _MOST_ROWS else "content",
        column_config=_configure(words),
        key=key,
        on_select=lambda: _choose_row(key, rows),
        selection_mode="single-row",
        placeholder="",
    )


def _configure(words: Translator) -> dict[str, Any]:
    """Return name, kind and width (pixels) of each column; every text is plain text."""
    text, config = st.column_config.TextColumn, st.column_config
    return {
        "claim_id": text(words("Claim"), width=120),
        "authorisation": text(words("Authorisation"), width=130),
        "topic": text(words("Topic"), width=130),
        "attribute": text(words("What is stated"), width=150),
        "place": text(words("Place"), width=100),
        "role": text(words("Role"), width=150),
        "value": text(words("Value"), width=170),
        "start": config.DateColumn(words("First day"), format="YYYY-MM-DD", width=95),
        "end": config.DateColumn(words("Last day"), format="YYYY-MM-DD", width=95),
        "statement": text(words("Statement"), width=500),
        "certainty": text(words("Certainty"), width=90),
        "attributed_to": text(words("Attributed to"), width=170),
        "source": text(words("Source"), width=160),
        "paragraph": config.NumberColumn(words("Paragraph"), format="%d", width=85),
        "phrase": text(words("Key phrase"), width=260),
        "disagreement": text(words("Disagreement"), width=105),
    }


def _show_chosen(row: ClaimRow | None, page: Page) -> None:
    """Show the chosen row in full, and what its choice has led to; and the words that the table's own menus lack."""
    words = page.context.words
    said = {} if words.language == LANGUAGES[0] else {text: words(text) for text in _MENU}
    parts = [markup.element("span", hidden="", data_said=json.dumps(said))] if said else []
    if row:
        language = page.context.evidence.sources[page.context.evidence.claims[row.claim_id].source_id].language
        leads = _leads(row, page)
        parts += [
            markup.text("p", row.statement, classes="statement"),
            markup.quotation(row.phrase, language),
            markup.text("p", f"{row.source} · {leads}", classes="note"),
        ]
    if parts:
        markup.show(markup.element("div", *parts, classes="chosen", role="status"))


def _leads(row: ClaimRow, page: Page) -> str:
    """Say which place a row is about, and whether it is open: it may have been closed since, by Back or in the detail."""
    if not row.place_id:
        return page.context.words("This claim names no place.")
    return page.context.words("{place} is open.", place=row.place) if row.place_id == page.context.state.place else row.place


def _chosen(key: str, rows: tuple[ClaimRow, ...]) -> ClaimRow | None:
    chosen = st.session_state[key]["selection"]["rows"] if key in st.session_state else ()
    return rows[chosen[0]] if chosen else None


def _choose_row(key: str, rows: tuple[ClaimRow, ...]) -> None:
    """Select the place of the chosen row; a row without a place, and no row, select none."""
    row = _chosen(key, rows)
    change(place=row.place_id if row else "")
