"""The view about the page: method, terms, limits, licences, how to cite it and how to add an act."""

from collections.abc import Iterable, Mapping
from typing import Final

import streamlit as st

from geo.draw import Swatch, swatch_svg
from geo.evidence import Certainty, Precision
from geo.export import CitationStyle, cite_view
from geo.text import Translator, message
from geo.ui.html import markup
from geo.ui.html.badges import QUIET
from geo.ui.html.data_addresses import data_addresses
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.view import published_text
from geo.view.labels import (
    CERTAINTY_MEANINGS,
    HOW_TO_READ,
    HOW_TO_READ_ID,
    PRECISION_MEANINGS,
    ROLE_LABELS,
    ROLE_MEANINGS,
)

READING: Final = (
    message(
        "A region in the colour of an act is named itself. Equal stripes mean that several acts name it; with more than three "
        "acts on, the shade says how many."
    ),
    message(
        "A hatched region is not named: it only contains a named place. A pale tint within strong dashes is a name of which no "
        "source says whether it means the region or the city."
    ),
    message("A dot is a named place; the shape beside its name is the role in which it is named."),
)
METHOD: Final = (
    message(
        "The data holds claims: one fact, as one source gives it, with paragraph and key phrase. "
        "Nothing is averaged, and where sources contradict one another every answer is kept."
    ),
    message(
        "Who says it is part of the claim. Statements are in our own words; key phrases, of at most 12 words, "
        "are the source's own, in its language. What a source does not say stays empty and is shown as not stated."
    ),
    message(
        "Sources that copy one another, or rest on the same origin, count once: a chain of such links makes them one voice. "
        "The filter for two independent sources counts voices, for each place, role and act."
    ),
)
LIMITS: Final = (
    message(
        "Authorised is not deployed. The map shows which places the sources say the acts name; it does not show where forces "
        "were, how many came, or whether they came at all."
    ),
    message("A place that nobody names is not thereby excluded: some lists are worded as open ones."),
    message("Words such as coup or de facto appear only as the words of the source that uses them."),
)
DATES: Final = (
    message("Both ends of a window and of a chosen range are included. A claim is shown when the two share at least one day."),
    message("A claim without days of its own has those of its act. Context, under no act, is shown whatever the days."),
    message(
        "Where a text gives a day and no year, the year comes from corroborating pages, and the statement of the claim says so."
    ),
)
KEYS: Final = (
    ("Tab", message("goes from place to place on the map")),
    ("Enter", message("opens the place")),
    ("Esc", message("closes it")),
    ("+ -", message("zoom, while the map itself has the focus")),
    ("← ↑ → ↓", message("move the map")),
)
ADDING: Final = (
    message(
        "An act is added as rows of the data, not as code: the act, its sources, its places, and a claim for each fact, each "
        "source and each place. The project's README tells how, and a check lists every fault before the page shows it."
    ),
)


def show_about(page: Page) -> None:
    """Show the view; the style sheet sets it in two columns on a wide screen."""
    words = page.context.words
    sections = (
        _prose(words(HOW_TO_READ), READING, words, anchor=HOW_TO_READ_ID),
        _prose(words("Method"), METHOD, words),
        _prose(words("What the map does not show"), LIMITS, words),
        _prose(words("How days are read"), DATES, words),
        _section(words("Roles and their shapes"), _roles(page)),
        _section(words("How sure a claim is"), _terms(CERTAINTY_MEANINGS, words)),
        _section(words("How exact a place is"), _terms(PRECISION_MEANINGS, words) + _geometry_note(words)),
        _section(words("Keyboard"), _keys(words)),
        _prose(words("How an act is added"), ADDING, words),
        _section(words("Version of the data"), markup.join(_versions(page))),
        _section(words("Licences and credits"), _licences(page)),
    )
    markup.show(markup.text("h2", words("About this page"), classes="view-title"))
    markup.show(markup.element("div", *sections, classes="about"))
    _show_citation(page)


def _section(heading: str, inner: Markup, *, anchor: str | None = None) -> Markup:
    return markup.element("section", markup.text("h3", heading), inner, id=anchor)


def _prose(heading: str, paragraphs: Iterable[str], words: Translator, *, anchor: str | None = None) -> Markup:
    return _section(heading, markup.join(markup.text("p", words(text)) for text in paragraphs), anchor=anchor)


def _roles(page: Page) -> Markup:
    words = page.context.words
    rows = (
        markup.element(
            "li",
            markup.icon(swatch_svg(Swatch("role", role=role), quiet=QUIET[page.theme])),
            markup.element("span", markup.text("b", words(ROLE_LABELS[role])), ": ", markup.text("span", words(text))),
        )
        for role, text in ROLE_MEANINGS.items()
    )
    return markup.element("ul", *rows, classes="role-list")


def _terms(terms: Mapping[Certainty, tuple[str, str]] | Mapping[Precision, tuple[str, str]], words: Translator) -> Markup:
    return markup.element(
        "dl", *(markup.text("dt", words(name)) + markup.text("dd", words(text)) for name, text in terms.values())
    )


def _geometry_note(words: Translator) -> Markup:
    note = words(
        "Borders are simplified for a map of the whole country, by up to about 1.5 kilometres, and take no side. "
        "The islands off Callao are not in its outline: the source of the boundaries leaves them out."
    )
    return markup.text("p", note)


def _keys(words: Translator) -> Markup:
    rows = (markup.element("dt", markup.text("kbd", key)) + markup.text("dd", words(text)) for key, text in KEYS)
    return markup.element("dl", *rows, classes="keys")


def _versions(page: Page) -> Iterable[Markup]:
    words, evidence = page.context.words, page.context.evidence
    yield markup.text(
        "p", words("Evidence {version}, atlas {atlas}.", version=evidence.version, atlas=page.context.atlas.version)
    )
    rows = (
        markup.text("dt", f"{change.version} · {published_text(change.date, words)}")
        + markup.text("dd", words.of(change, "note"))
        for change in evidence.changes
    )
    yield markup.element("dl", *rows)
    yield data_addresses(words)


def _licences(page: Page) -> Markup:
    words = page.context.words
    titles = [
        markup.text("a", licence.title, href=licence.path, target="_blank", rel="noopener noreferrer")
        for licence in page.context.evidence.licences
    ]
    listed = markup.join(titles, ", ") or markup.text("span", words("not stated"))
    data = markup.element("li", markup.text("span", words("Evidence:")), " ", listed)
    code = markup.text("li", words("Code: MIT licence. The source texts themselves are not part of the project."))
    geometry = (markup.text("li", credit) for credit in page.context.atlas.credits_in(words.language))
    return markup.element("ul", data, code, *geometry)


def _show_citation(page: Page) -> None:
    words = page.context.words
    citation = cite_view(page.context, CitationStyle.APA)
    markup.show(markup.text("h3", words("How to cite"), classes="cite-title"))
    st.code(citation, language=None, wrap_lines=True)
    st.caption(words("A claim is cited by its source: the card of a place gives each one with its paragraph."))
