"""Explain the terms of the closed vocabularies where they are used.

An explained term opens by click, key or touch. A panel explains each term once, at its first use.
"""

from geo.evidence import Role
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.markup import Markup
from geo.view.labels import ROLE_LABELS, ROLE_MEANINGS


class Terms:
    """The terms of one panel. It remembers which terms are explained already."""

    def __init__(self, words: Translator) -> None:
        """Start with no term explained."""
        self._words = words
        self._explained: set[str] = set()

    def term(self, text: str, meaning: str) -> Markup:
        """Return a term as markup that opens to its meaning; as plain text if the panel has explained it already.

        Parameters
        ----------
        text
            The term, translated.
        meaning
            Message id of its meaning. Terms with the same meaning are explained once.
        """
        if meaning in self._explained:
            return markup.text("span", text)
        self._explained.add(meaning)
        sentence = self._words(meaning)
        explanation = markup.text("span", f"{sentence[:1].upper()}{sentence[1:]}.", classes="meaning")
        return markup.element("details", markup.text("summary", text), explanation, classes="term")


def role_meanings(words: Translator) -> str:
    """Return every role with its meaning, as Markdown for the help of a widget."""
    return "\n".join(
        f"- **{markup.plain(words(ROLE_LABELS[role]))}**: {markup.plain(words(ROLE_MEANINGS[role]))}" for role in Role
    )
