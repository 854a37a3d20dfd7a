"""Ways from one view to another within the page.

A plain link would load the whole page anew. These are links all the same, with an address that can be copied or opened in a
new tab; the page's own script (``scripts/gestures.js``) turns a plain click into a press on the choice of views, which costs
one run of the page, and then moves to the place in the view that the link names.
"""

from collections.abc import Iterable

from geo.evidence import Disagreement, Source
from geo.text import Words
from geo.ui import markup
from geo.view import View


def way(view: View, text: str, *, to: str = "") -> str:
    """Return a link to a view.

    Parameters
    ----------
    to
        Id of the element in the view to move to; without it the top of the view.
    """
    address = f"?view={view.value}"
    return markup.text("a", text, href=f"{address}#{to}" if to else address)


def ways_to_disagreements(disagreements: Iterable[Disagreement], words: Words) -> str:
    """Return a line for each disagreement, with its question as the way to its answers."""
    return "".join(
        markup.element(
            "p",
            markup.text("span", words("Sources differ:")),
            " ",
            way(View.DISAGREEMENTS, words.of(item, "question"), to=question_anchor(item.disagreement_id)),
            classes="differ",
        )
        for item in disagreements
    )


def question_anchor(disagreement_id: str) -> str:
    """Return the id of the element that holds a disagreement in its view."""
    return f"question-{disagreement_id}"


def source_mark(source: Source, words: Words) -> str:
    """Return the id of a source, which tells who published it when it is pointed at or read aloud."""
    return markup.text("abbr", source.source_id, title=source.publisher or words.of(source, "title"))
