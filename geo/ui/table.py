"""The table of claims that the filters let through."""

from collections.abc import Mapping
from typing import Any
from zlib import crc32

import streamlit as st

from geo.draw import ROLE_LABELS
from geo.evidence import Certainty
from geo.text import Words, message
from geo.ui import markup
from geo.ui.page import Page
from geo.ui.session import change
from geo.view import ClaimRow, Vocabulary, build_rows, search_rows

CERTAINTIES: Mapping[Certainty, str] = {
    Certainty.STATED: message("stated"),
    Certainty.ATTRIBUTED: message("attributed"),
    Certainty.ESTIMATE: message("estimate"),
    Certainty.OPINION: message("opinion"),
}
_COLUMNS = (
    "authorisation",
    "place",
    "role",
    "statement",
    "topic",
    "attribute",
    "value",
    "start",
    "end",
    "certainty",
    "attributed_to",
    "source",
    "paragraph",
    "phrase",
    "disagreement",
    "claim_id",
)
_TALLEST_PIXELS = 620
_MOST_ROWS = 17
"""How many rows fit into that height."""


def show_table(page: Page) -> None:
    """Show the claims as rows to search, sort and choose from."""
    words = page.words
    rows = build_rows(page.selection.claims, page.evidence, words, Vocabulary(ROLE_LABELS, CERTAINTIES))
    if not rows:
        st.info(words("Nothing matches the filters. Widen the days, add a role, or reset the filters."))
        return
    query = st.text_input(
        words("Search in every column"),
        key="search",
        placeholder=words("A place, a word, a source: accents do not count"),
    )
    found = search_rows(rows, query)
    markup.show(markup.text("p", _counted(found, rows, words, query=query), classes="view-lead"))
    if found:
        _show_rows(found, words)
        note = words(
            "A row chosen at its left edge selects the place that the claim names, if any. "
            "A click on a column's name sorts; its menu hides it. "
            "Where a claim has no days of its own, those of its authorisation stand."
        )
        st.caption(note)
    else:
        st.button(words("Clear the search"), key="search-clear", on_click=_clear_search)


def _counted(found: tuple[ClaimRow, ...], rows: tuple[ClaimRow, ...], words: Words, *, query: str) -> str:
    total = words.plural("{count} claim", "{count} claims", len(rows))
    if found is rows:
        return words.plural("{count} claim passes the filters.", "{count} claims pass the filters.", len(rows))
    if not found:
        return words("No claim contains “{query}” among the {claims} that pass the filters.", query=query, claims=total)
    return words("“{query}” occurs in {found} of {claims}.", query=query, found=words.number(len(found)), claims=total)


def _clear_search() -> None:
    st.session_state["search"] = ""
    change()


def _show_rows(rows: tuple[ClaimRow, ...], words: Words) -> None:
    """Show rows; the key of the table changes with them, so that a chosen row is never that of another list."""
    import pandas as pd  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import; this view alone needs it

    frame = pd.DataFrame({name: [getattr(row, name) for row in rows] for name in _COLUMNS})
    frame["paragraph"] = frame["paragraph"].astype("Int64")
    key = f"claims-{crc32(''.join(row.claim_id for row in rows).encode()):08x}"
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


def _configure(words: Words) -> dict[str, Any]:
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
        "statement": text(words("Statement"), width=520),
        "certainty": text(words("Certainty"), width=90),
        "attributed_to": text(words("Attributed to"), width=170),
        "source": text(words("Source"), width=190),
        "paragraph": config.NumberColumn(words("Paragraph"), format="%d", width=85),
        "phrase": text(words("Key phrase"), width=260),
        "disagreement": text(words("Disagreement"), width=105),
    }


def _choose_row(key: str, rows: tuple[ClaimRow, ...]) -> None:
    """Select the place of the chosen row; a row without a place, and no row, select none."""
    chosen = st.session_state[key]["selection"]["rows"]
    change(place=rows[chosen[0]].place_id if chosen else "")
