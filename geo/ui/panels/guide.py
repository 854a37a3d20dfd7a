"""The guide for a visitor without a link: three views to begin with, and the meaning of the page's terms.

It is shown under the list of places until the first choice, so a visitor does not need to close it.
"""

from dataclasses import replace
from typing import Final

from geo.text import message
from geo.ui.html import markup
from geo.ui.html.links import place_link, view_link
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.view import View, start_state

TERMS: Final = (
    (
        message("act"),
        message("a resolution or law of Congress that lets foreign military personnel enter; it does not say that any came"),
    ),
    (message("claim"), message("one fact, as one source gives it, with its paragraph and key phrase")),
    (
        message("named"),
        message("a source lists the region or place itself; a region that only contains a named place is hatched"),
    ),
    (message("corroboration"), message("a page that confirms or contradicts the texts, and is kept apart from them")),
    (message("independent"), message("not copied from one another: sources that share an origin count once")),
)


def show_guide(page: Page) -> None:
    """Show the guide if the view is the start view (the extent of the map may differ)."""
    state = page.context.state
    if replace(start_state(page.context.evidence, state.language), at=state.at) != state or not page.context.selection.places:
        return
    words = page.context.words
    steps = (markup.element("li", step) for step in _steps(page))
    terms = (markup.text("dt", words(term)) + markup.text("dd", words(meaning)) for term, meaning in TERMS)
    markup.show(
        markup.element(
            "section",
            markup.text("h3", words("Where to begin")),
            markup.element("ol", *steps),
            markup.element("details", markup.text("summary", words("Words that the page uses")), markup.element("dl", *terms)),
            classes="guide",
        )
    )


def _steps(page: Page) -> tuple[Markup, ...]:
    """Return three links: to a place that most acts name, to the comparison, to the disagreements."""
    words = page.context.words
    place = max(page.context.selection.places.values(), key=lambda shown: len(shown.authorisations)).place
    return (
        place_link(place.place_id, words("Who names {place}, and in which words", place=words.of(place, "name"))),
        view_link(View.COMPARE, words("Which places each act names, side by side")),
        view_link(View.DISAGREEMENTS, words("Where the sources contradict one another")),
    )
