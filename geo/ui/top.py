"""The top of the page: title, language, headline and notices."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import streamlit as st

from geo.draw import css_rules
from geo.text import LANGUAGES, Words, words_in
from geo.ui import markup
from geo.ui.page import Page
from geo.ui.resources import Resources
from geo.ui.session import change, notices, show_value
from geo.view import ViewState, build_headline


def show_style(hidden: Iterable[str]) -> None:
    """Put the style sheet on the page, and hide what the view does not show.

    Parameters
    ----------
    hidden
        CSS selectors.
    """
    rules = "".join(f"{selector}{{display:none}}" for selector in hidden)
    st.html(f"<style>{_style_sheet()}{rules}</style>")


@cache
def _style_sheet() -> str:
    """Return the sheet of the page, those of its views, and the shapes of the roles as one text."""
    folder = files("geo.ui")
    sheets = [folder.joinpath("style.css"), *sorted(folder.joinpath("styles").iterdir(), key=lambda sheet: sheet.name)]
    return "\n".join((*(sheet.read_text(encoding="utf-8") for sheet in sheets), css_rules()))


def show_title(page: Page) -> None:
    """Show the title of the page and the choice of language."""
    words = page.words
    title, language = st.columns([5, 1], vertical_alignment="bottom")
    with title:
        markup.show(
            markup.text("div", words("Ingreso"), classes="kicker brand")
            + markup.text("h1", words("Where US forces were authorised to enter Peru"), classes="title")
        )
    with language:
        st.segmented_control(
            words("Language"),
            LANGUAGES,
            format_func=str.upper,
            key=show_value("lang", page.state.language),
            on_change=_choose_language,
            label_visibility="collapsed",
        )


def show_subject(page: Page) -> None:
    """Show the title alone, for a frame in another page."""
    markup.show(markup.text("h1", page.words("Where US forces were authorised to enter Peru"), classes="title"))


def show_headline(page: Page) -> None:
    """Show what the view shows, and what it does not."""
    words = page.words
    units = len(page.data.atlas.units)
    headline = build_headline(page.evidence, page.state, page.selection, units=units, words=words)
    caution = words("Authorised is not deployed: the map shows what acts and reports say, not where forces were.")
    with st.container(key="headline"):
        markup.show(markup.text("p", headline.text, classes="headline") + markup.text("p", caution, classes="caution"))


def show_notices(words: Words) -> None:
    """Name what could not be read in the link that the visitor came with."""
    found = notices()
    if not found:
        return
    lines = [f"- `{notice.key}={_code(notice.value)}`: {words(notice.reason)}" for notice in found]
    with st.container(key="notice"):
        st.warning("\n".join([words("Part of the link could not be read:"), "", *lines]), icon=":material/link_off:")


def show_stale_data(data: Resources, words: Words) -> None:
    """Say that the files of the data have been edited and are not valid, and what is shown instead."""
    if not data.faults:
        return
    with st.container(key="data-notice"):
        text = words(
            "The files of the data have faults. Shown is their last valid state, version {version}.",
            version=data.evidence.version,
        )
        st.warning(markup.label(text), icon=":material/edit_off:")
        with st.expander(words.plural("{count} fault", "{count} faults", len(data.faults))):
            st.code("\n".join(map(str, data.faults)), language=None, wrap_lines=True)


def page_title() -> str:
    """Return the title of the browser's tab, in the language of the session if it is known by now."""
    state: ViewState | None = st.session_state.get("view_state")
    words = words_in(state.language if state else LANGUAGES[0])
    return words("Ingreso: where US forces were authorised to enter Peru")


def _choose_language() -> None:
    chosen = st.session_state["lang"]
    if chosen:
        change(language=chosen)
    else:
        change()


def _code(value: str) -> str:
    """Return a value that cannot leave the code span that it stands in."""
    return "".join(character if character.isprintable() and character != "`" else "·" for character in value)
