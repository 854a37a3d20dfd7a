"""The search: a place by name in any spelling, a unit, an act, or a role."""

from typing import Final

import streamlit as st

from geo.evidence import Role
from geo.text import LANGUAGES, Translator, message, translator
from geo.ui.html import markup
from geo.ui.page import Page
from geo.ui.session import FIND_ANSWER, bind, change, update
from geo.view import ROLE_PREFIX, Finding, ViewState, find_options
from geo.view.answers.search import ACT_PREFIX, find
from geo.view.labels import ROLE_LABELS

MOST_OPTIONS: Final = 1000
"""Largest number of options sent to the browser. With more, localities are left out; a typed name finds them as well."""
_KINDS = {"unit": message("region"), "role": message("role"), "act": message("act")}


def show_find(page: Page) -> None:
    """Show the search field with the selected place in it, and the answer to the last search."""
    options = _options(page)
    labels = {option: _label(option, page, page.context.words) for option in options}
    selected = page.context.state.place if page.context.state.place in labels else None
    st.selectbox(
        page.context.words("Find a place, act or role"),
        options,
        index=None,
        format_func=lambda option: labels.get(option, option),
        placeholder=page.context.words("Name, in any spelling"),
        accept_new_options=True,
        filter_mode="contains",
        **bind("find", selected, _search, page, labels),
    )
    _show_answer(page.context.state)


def _show_answer(state: ViewState) -> None:
    """Show the answer to the last search until another place is selected; removed earlier, it would move the filters.

    An empty element stays in its place: the browser identifies elements by their order, and would draw the filters again.
    """
    element = st.empty()
    text, place, language = st.session_state.get(FIND_ANSWER, ("", "", ""))
    if text and (place, language) == (state.place, state.language):
        element.caption(markup.label(text))


def _options(page: Page) -> tuple[str, ...]:
    """Return the options of the search field, the selected place among them."""
    options = find_options(page.context.evidence, page.context.atlas)
    if len(options) <= MOST_OPTIONS:
        return options
    kept = (
        option
        for option in options
        if option not in page.context.evidence.places or page.context.evidence.places[option].is_area
    )
    return tuple(
        dict.fromkeys(
            (*([page.context.state.place] if page.context.state.place in page.context.evidence.places else []), *kept)
        )
    )


def _label(option: str, page: Page, words: Translator) -> str:
    if option.startswith(ROLE_PREFIX):
        role = Role(option.removeprefix(ROLE_PREFIX))
        return _of_kind(words(ROLE_LABELS[role]), "role", words)
    if option.startswith(ACT_PREFIX):
        return _act_label(option.removeprefix(ACT_PREFIX), page, words)
    place = page.context.evidence.places.get(option)
    if place:
        return words.of(place, "name")
    return _of_kind(page.context.atlas.unit(option).name, "unit", words)


def _of_kind(name: str, kind: str, words: Translator) -> str:
    return f"{name} · {words(_KINDS[kind])}"


def _act_label(act_id: str, page: Page, words: Translator) -> str:
    """Return the short and the full name of an act, by either of which it is found."""
    act = page.context.evidence.authorisations[act_id]
    return _of_kind(f"{words.of(act, 'short')}, {words.of(act, 'name')}", "act", words)


def _search(page: Page, labels: dict[str, str]) -> None:
    query = st.session_state["find"]
    st.session_state.pop(FIND_ANSWER, None)
    if not query:
        change(place="")
        return
    if page.context.state.place and query in {
        _label(page.context.state.place, page, translator(language)) for language in LANGUAGES
    }:
        return  # no search: just after a change of language the browser sends the place in the former language
    finding = find(
        query, page.context.state, page.context.evidence, page.context.atlas, gazetteer=page.data.gazetteer, labels=labels
    )
    if finding.state:
        update(lambda state: _found(query, state, page, labels), imposes_viewport=True)
        if finding.located:
            st.session_state[FIND_ANSWER] = (_located(finding.located, page), finding.state.place, finding.state.language)
    else:
        st.session_state[FIND_ANSWER] = (_answer(query, finding, page), page.context.state.place, page.context.state.language)
        change()


def _found(query: str, state: ViewState, page: Page, labels: dict[str, str]) -> ViewState:
    """Return the present view changed as a query asks; it may be newer than the view of the page's last run."""
    context = page.context
    return find(query, state, context.evidence, context.atlas, gazetteer=page.data.gazetteer, labels=labels).state or state


def _located(located: tuple[str, str], page: Page) -> str:
    """Return the sentence for a name that only the gazetteer has: the map shows its region."""
    name, unit = located
    return page.context.words("{name} lies in {unit}. No source of the data names it.", name=name, unit=unit)


def _answer(query: str, finding: Finding, page: Page) -> str:
    words = page.context.words
    if finding.candidates:
        return words("“{name}” can mean: {candidates}.", name=query, candidates="; ".join(finding.candidates))
    if finding.suggestions:
        return words("Nothing is called “{name}”. Did you mean {names}?", name=query, names=", ".join(finding.suggestions))
    return words("The gazetteer of Peru has no “{name}”.", name=query)
