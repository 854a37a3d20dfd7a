"""Ways from one view to another within the page.

A plain link would load the whole page anew. These are links all the same, with an address that can be copied or opened in a
new tab; the page's own script (``scripts/ways.js``) gives them the rest of the present address, follows a plain click in one
run of the page, and moves to the place in the view that the link names. Any link that begins with ``?`` is followed so.
"""

from collections.abc import Iterable

from geo.evidence import Disagreement, Source
from geo.text import Translator
from geo.ui.html import markup
from geo.view import View


def way(view: View, text: str, *, to: str = "") -> markup.Markup:
    """Return a link to a view.

    Parameters
    ----------
    to
        Id of the element in the view to move to; without it the top of the view.
    """
    return markup.text("a", text, href=way_address(view, to=to))


def way_address(view: View, *, to: str = "") -> str:
    """Return the address that a link to a view, or to the element ``to`` in it, has on the page."""
    address = f"?view={view.value}"
    return f"{address}#{to}" if to else address


def way_to_disagreement(disagreement_id: str) -> str:
    """Return the address of the answers to a question."""
    return way_address(View.DISAGREEMENTS, to=question_anchor(disagreement_id))


def ways_to_disagreements(disagreements: Iterable[Disagreement], words: Translator) -> markup.Markup:
    """Return a line for each disagreement, with its question as the way to its answers."""
    return markup.join(
        markup.element(
            "p",
            markup.text("span", words("Sources differ:")),
            " ",
            way_to_question(item, words),
            classes="differ",
        )
        for item in disagreements
    )


def way_to_question(item: Disagreement, words: Translator) -> markup.Markup:
    """Return a disagreement's question as the way to its answers."""
    return way(View.DISAGREEMENTS, words.of(item, "question"), to=question_anchor(item.disagreement_id))


def question_anchor(disagreement_id: str) -> str:
    """Return the id of the element that holds a disagreement in its view."""
    return f"question-{disagreement_id}"


def source_mark(source: Source, words: Translator) -> markup.Markup:
    """Return the id of a source, which tells who published it when it is pointed at or read aloud."""
    return markup.text("abbr", source.source_id, title=source.publisher or words.of(source, "title"))
