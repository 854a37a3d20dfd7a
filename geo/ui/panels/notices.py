"""Notices: unreadable parts of the link, changes of the data after the link was made, faults of edited data."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from geo.ui.html import markup
from geo.ui.html.faults import faults_text
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.session import change, notices
from geo.view import (
    DATA_KEY,
    DataChanges,
    Notice,
    data_changes_text,
    find_data_changes,
    notice_line,
    published_text,
    removed_claim_text,
)
from geo.view.labels import source_label

_FOUND: Final = "\N{OBJECT REPLACEMENT CHARACTER}"

LISTED: Final = 40
"""Number of changed claims in the list: those that the view shows come first; further ones are counted."""


def show_notices(page: Page) -> None:
    """Show the notices about the link, until the next choice."""
    found = notices()
    if not found:
        return
    # a link may name several versions of the data: the last one is explained
    versions = [notice.value for notice in found if notice.key == DATA_KEY and notice.value != page.context.evidence.version]
    unreadable = [notice for notice in found if notice.key != DATA_KEY]
    with st.container(key="notice"):
        if unreadable:
            _show_unreadable(unreadable, page)
        if versions:
            _show_data_changes(find_data_changes(versions[-1], page.context.evidence, page.context.selection), page)
        st.button(page.context.words("Close this notice"), key="notice-close", on_click=change, type="tertiary")


def show_stale_data(page: Page) -> None:
    """If the files of the data have faults, show the faults and the version of the last valid data, which the page shows."""
    data, words = page.data, page.context.words
    if not data.faults:
        return
    with st.container(key="data-notice"):
        text = words(
            "The files of the data have faults. Shown is their last valid state, version {version}.",
            version=data.evidence.version,
        )
        st.warning(markup.label(text), icon=":material/edit_off:")
        with st.expander(words.plural("{count} fault", "{count} faults", len(data.faults))):
            st.code(faults_text(data.faults), language=None, wrap_lines=True)


def _show_unreadable(unreadable: Iterable[Notice], page: Page) -> None:
    words = page.context.words
    lines = [f"- {_notice_text(notice, page)}" for notice in unreadable]
    heading = words("Part of the link could not be read. The rest is shown as the link says.")
    st.warning("\n".join([heading, "", *lines]), icon=":material/link_off:")


def _notice_text(notice: Notice, page: Page) -> str:
    """Return a notice as Markdown: the found value as code, the rest escaped."""
    line = notice_line(notice, page.context.state, page.context.link_context, page.context.words, found=_FOUND)
    return markup.plain(line).replace(_FOUND, f"`{_code(notice.found)}`")


def _show_data_changes(changes: DataChanges, page: Page) -> None:
    text = markup.text("p", data_changes_text(changes, page.context.evidence, page.context.words))
    markup.show(markup.element("div", text, _details(changes, page), classes="since", role="status"))


def _details(changes: DataChanges, page: Page) -> Markup:
    """Return a folded list: the note of each version, and the changed claims."""
    words = page.context.words
    difference = changes.difference
    kinds = ((words("Added"), difference.added), (words("Changed"), difference.changed), (words("Removed"), difference.removed))
    listed = sorted(
        ((kind, claim_id) for kind, ids in kinds for claim_id in ids), key=lambda each: each[1] not in changes.shown
    )
    if not listed and not changes.versions:
        return Markup()
    versions = markup.join(
        markup.text("li", f"{change.version} · {published_text(change.date, words)}: {words.of(change, 'note')}")
        for change in changes.versions
    )
    claims = markup.join(_claim_change(kind, claim_id, changes, page) for kind, claim_id in listed[:LISTED])
    rest = words.plural("{count} more claim", "{count} more claims", len(listed) - LISTED) if listed[LISTED:] else ""
    lists = (
        markup.element("ul", inner, tabindex="0")
        for inner in (versions, claims + (markup.text("li", rest) if rest else Markup()))
        if inner
    )
    return markup.element("details", markup.text("summary", words("What has changed")), *lists)


def _claim_change(kind: str, claim_id: str, changes: DataChanges, page: Page) -> Markup:
    """Return a changed claim: kind of change, present statement or former subject, source, and whether the view shows it."""
    words = page.context.words
    claim = page.context.evidence.claims.get(claim_id)
    if claim is None:
        return markup.element(
            "li", markup.text("b", kind), " ", markup.text("span", removed_claim_text(claim_id, page.context.evidence, words))
        )
    source = source_label(page.context.evidence.sources[claim.source_id], words)
    shown = words("in this view") if claim_id in changes.shown else words("outside this view")
    said = markup.text("span", f"{words.of(claim, 'statement')} ({source}; {shown})")
    return markup.element("li", markup.text("b", kind), " ", said)


def _code(value: str) -> str:
    """Replace the characters of a value that cannot be in a Markdown code span."""
    return "".join(character if character.isprintable() and character != "`" else "·" for character in value)
