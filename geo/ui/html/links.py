"""In-page links: change the view without reloading the page.

Each link has an address that can be copied or opened in a new tab. The script ``browser/scripts/links.js`` handles every link
that begins with ``?``: it adds the other keys of the present address, follows a plain click in one run of the page, and
scrolls to the element that the link names.
"""

from dataclasses import replace

from geo.evidence import Disagreement, Source
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.view import View, to_query
from geo.view.labels import source_label


def view_link(view: View, text: str, *, anchor: str = "") -> Markup:
    """Return a link to a view.

    Parameters
    ----------
    anchor
        Id of the element to scroll to; empty for the top of the view.
    """
    return markup.text("a", text, href=view_address(view, anchor=anchor))


def view_address(view: View, *, anchor: str = "") -> str:
    """Return the address of a view, or of an element in it, for a link on the page; parameters as for :func:`view_link`."""
    address = f"?view={view.value}"
    return f"{address}#{anchor}" if anchor else address


def state_link(text: str, page: Page, **fields: object) -> Markup:
    """Return a link to the present view with some fields of its state changed."""
    state = replace(page.context.state, **fields)  # type: ignore[arg-type]
    return markup.text("a", text, href=f"?{to_query(state, page.context.link_context)}")


def place_link(place_id: str, text: str) -> Markup:
    """Return a link that opens a place, in the present view."""
    return markup.text("a", text, href=f"?place={place_id}")


def source_link(source: Source, words: Translator) -> Markup:
    """Return the name of a source as a link to its entry."""
    return view_link(View.SOURCES, source_label(source, words), anchor=f"source-{source.source_id}")


def question_address(disagreement_id: str) -> str:
    """Return the address of a question with its row of answers open."""
    return f"?view={View.FACTS.value}&open={disagreement_id}#{question_anchor(disagreement_id)}"


def question_link(disagreement: Disagreement, words: Translator) -> Markup:
    """Return a question as a link to its answers."""
    return markup.text("a", words.of(disagreement, "question"), href=question_address(disagreement.disagreement_id))


def question_anchor(disagreement_id: str) -> str:
    """Return the id of the element that holds the answers to a question."""
    return f"question-{disagreement_id}"
