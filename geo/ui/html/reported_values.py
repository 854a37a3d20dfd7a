"""Values as sources give them: in words, with who gives them, and what each says when the line is opened."""

from collections.abc import Mapping
from types import MappingProxyType

from geo.evidence import Certainty, Claim
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.links import source_mark
from geo.ui.page import Page
from geo.view import AttributeValues, GivenValue, IndependentSources
from geo.view.labels import SHORT_CERTAINTY_LABELS, SHORT_CREDITED_LABELS


def matter_values(matter: AttributeValues, page: Page) -> str:
    """Return all values of a matter: a number or a word on which sources agree by itself, any other as a statement."""
    return markup.join(given_value(value, page) for value in matter.values)


def given_value(value: GivenValue, page: Page, *, label: str = "") -> str:
    """Return a value with who gives it.

    Parameters
    ----------
    label
        What the value is one of, where no heading says it.
    """
    truth = all(claim.value_type == "boolean" for claim in value.claims)
    if value.counted or (len(value.claims) > 1 and not truth and not label):
        return value_line(value, page)
    return markup.join(_said(claim, label, page) for claim in value.claims)


def value_line(value: GivenValue, page: Page, *, voiced: bool = True) -> str:
    """Return a value that tells something by itself; opened, it gives the statement of each source.

    Parameters
    ----------
    voiced
        Whether the ids of the sources stand beside it.
    """
    shown = markup.text("b", _capital(value.text), classes="value")
    hedges = {
        claim.source_id: _how(claim, page.context.words) for claim in value.claims if claim.certainty is not Certainty.STATED
    }
    givers = voice_marks(value.voices, page, hedges) if voiced else ""
    summary = markup.element("summary", shown, " ", markup.element("span", givers, classes="givers"))
    statements = (
        markup.element("div", _statement(claim, page), _origin(claim, page), _phrase(claim, page)) for claim in value.claims
    )
    return markup.element("details", summary, *statements, classes="given-line")


def voice_marks(voices: IndependentSources, page: Page, hedges: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the ids of sources; those that count once are joined.

    Parameters
    ----------
    hedges
        By source id, how a source gives what it does not state itself.
    """
    return markup.Markup(", ").join(_voice(voice, page, hedges) for voice in voices)


def _voice(voice: tuple[str, ...], page: Page, hedges: Mapping[str, str]) -> str:
    marks = [
        source_mark(page.context.evidence.sources[key], page.context.words)
        + (" " + _plain(f"({hedges[key]})") if key in hedges else "")
        for key in voice
    ]
    if len(marks) == 1:
        return marks[0]
    hint = page.context.words(
        "{sources}: not independent of one another, counted once", sources=page.context.words.listing(list(voice))
    )
    return markup.element("span", markup.Markup(" = ").join(marks), title=hint)


def _said(claim: Claim, label: str, page: Page) -> str:
    """Return what one source says, as a sentence; opened, it gives the key phrase.

    What a source says in words of its own, and what it speaks of, is never set in bold: it would read as the page's answer.
    """
    lead = markup.text("span", f"{label}:", classes="speaks-of") + " " if label else ""
    line = lead + _statement(claim, page, tag="span") + " " + _origin(claim, page)
    if not claim.phrase:
        return markup.element("p", line, classes="given-line")
    return markup.element("details", markup.element("summary", line), _phrase(claim, page), classes="given-line")


def _statement(claim: Claim, page: Page, *, tag: str = "p") -> str:
    return markup.text(tag, page.context.words.of(claim, "statement"), classes="said")


def _phrase(claim: Claim, page: Page) -> str:
    return markup.quotation(claim.phrase, page.context.evidence.sources[claim.source_id].language)


def _origin(claim: Claim, page: Page) -> str:
    words = page.context.words
    parts = [source_mark(page.context.evidence.sources[claim.source_id], words)]
    if claim.paragraph:
        parts.append(_plain(words("par. {number}", number=claim.paragraph).replace(" ", "\N{NO-BREAK SPACE}")))
    if claim.certainty is not Certainty.STATED or claim.attributed_to:
        parts.append(_plain(_how(claim, words)))
    return markup.element("span", markup.Markup(" · ").join(parts), classes="givers")


def _how(claim: Claim, words: Translator) -> str:
    labels = SHORT_CREDITED_LABELS if claim.attributed_to else SHORT_CERTAINTY_LABELS
    return words(labels[claim.certainty], who=words.of(claim, "attributed_to"))


def _plain(content: str) -> markup.Markup:
    return markup.text("span", content)


def _capital(content: str) -> str:
    return f"{content[:1].upper()}{content[1:]}"
