"""What the words mean that the page uses for the closed vocabularies of the evidence, and how a term tells it where it stands.

An explained term opens by click, key and finger; each is explained once in a panel, where it comes first.
"""

from collections.abc import Mapping
from typing import Final

from geo.draw import ROLE_LABELS
from geo.evidence import Certainty, Precision, Role
from geo.text import Translator, message
from geo.ui.html import markup

ROLES: Final[Mapping[Role, str]] = {
    Role.DEPLOYMENT: message("named as a place where the personnel may be, or be active"),
    Role.EXERCISE: message("named for one of the exercises"),
    Role.VENUE: message("named as a venue of the summit"),
    Role.PORT: message("a port that a source speaks of; context"),
    Role.LABORATORY: message("a laboratory of the US Navy that a source speaks of; context"),
    Role.PROTEST: message("named as a centre of the protests; context"),
    Role.EARLIER_EXERCISE: message("named for an exercise of an earlier year; context"),
}
CERTAINTIES: Final[Mapping[Certainty, tuple[str, str]]] = {
    Certainty.STATED: (message("Stated"), message("the source says it in its own name")),
    Certainty.ATTRIBUTED: (
        message("Attributed"),
        message("the source credits it to somebody else, named with the claim"),
    ),
    Certainty.ESTIMATE: (message("Estimate"), message("the source, or whom it cites, gives it as a guess")),
    Certainty.OPINION: (message("Opinion"), message("a judgement, which the page reports and does not share")),
}
PRECISIONS: Final[Mapping[Precision, tuple[str, str]]] = {
    Precision.UNIT: (message("Region"), message("the name is that of a department, or of Callao: all of it is coloured")),
    Precision.LOCALITY: (
        message("Locality"),
        message("a point at published coordinates; its region is hatched"),
    ),
    Precision.LEVEL_NOT_STATED: (
        message("Level not stated"),
        message("city, province or department may be meant: the largest is coloured, with a dashed outline"),
    ),
    Precision.INFERRED: (
        message("Inferred"),
        message("the source gives a bare name that several places share; the note of the place says from what it was inferred"),
    ),
}


class Terms:
    """The terms of one panel: the first time that one is used it can be opened, further times it is a word."""

    def __init__(self, words: Translator) -> None:
        """Begin a panel on which nothing has been explained yet."""
        self._words = words
        self._told: set[str] = set()

    def term(self, text: str, meaning: str) -> str:
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
    return "\n".join(f"- **{markup.plain(words(ROLE_LABELS[role]))}**: {markup.plain(words(ROLES[role]))}" for role in Role)
