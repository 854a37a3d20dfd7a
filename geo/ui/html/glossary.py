"""What the words mean that the page uses for the closed vocabularies of the evidence, and how a term tells it where it stands.

An explained term opens by click, key and finger; each is explained once in a panel, where it comes first.
"""

from geo.evidence import Role
from geo.text import Translator
from geo.ui.html import markup
from geo.view.labels import ROLE_LABELS, ROLE_MEANINGS


class Terms:
    """The terms of one panel: the first time that one is used it can be opened, further times it is a word."""

    def __init__(self, words: Translator) -> None:
        """Begin a panel on which nothing has been explained yet."""
        self._words = words
        self._told: set[str] = set()

    def term(self, text: str, meaning: str) -> markup.Markup:
        """Return a term as markup.

        Parameters
        ----------
        text
            The term as it reads here, translated.
        meaning
            Message id of what it means; terms with the same meaning are explained once.
        """
        if meaning in self._told:
            return markup.text("span", text)
        self._told.add(meaning)
        told = self._words(meaning)
        explained = markup.text("span", f"{told[:1].upper()}{told[1:]}.", classes="meaning")
        return markup.element("details", markup.text("summary", text), explained, classes="term")


def role_meanings(words: Translator) -> str:
    """Return what every role means, as Markdown for the help of a widget."""
    return "\n".join(
        f"- **{markup.plain(words(ROLE_LABELS[role]))}**: {markup.plain(words(ROLE_MEANINGS[role]))}" for role in Role
    )
