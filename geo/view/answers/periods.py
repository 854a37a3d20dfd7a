"""The periods that claims state within the window of an authorisation; the filters offer them as days to choose."""

from dataclasses import dataclass
from typing import TypeGuard

from geo.evidence import Authorisation, Claim, Evidence, Topic, Window
from geo.text import Translator
from geo.view.context import ViewContext
from geo.view.labels import source_label


@dataclass(frozen=True, slots=True)
class Period:
    """A period that a claim states, within the window of an authorisation."""

    window: Window
    label: str
    """The days and the sources that state them, in words."""


def periods(context: ViewContext, act: Authorisation) -> tuple[Period, ...]:
    """Return the whole window, then each period that a claim states within it, sorted by date.

    A period that reaches beyond the window is left out, since it cannot be chosen. Several claims that state the same days
    make one period.
    """
    evidence, words = context.evidence, context.words
    by_window: dict[Window, list[Claim]] = {}
    for claim in evidence.claims.values():
        if claim.authorisation_id == act.authorisation_id and claim.topic is Topic.WINDOW and _can_be_chosen(claim.window, act):
            by_window.setdefault(claim.window, []).append(claim)
    by_window.pop(act.window, None)
    whole = Period(act.window, words("Whole window: {span}", span=words.span(act.window.start, act.window.stated_end)))
    found = sorted(by_window.items(), key=lambda item: (item[0].start, item[0].end))
    return (whole, *(_period(window, claims, evidence, words) for window, claims in found))


def _can_be_chosen(window: Window | None, act: Authorisation) -> TypeGuard[Window]:
    """Return whether a window is longer than a day and lies within the window of the authorisation."""
    return window is not None and window.days > 1 and window.clipped_to(act.window) == window


def _period(window: Window, claims: list[Claim], evidence: Evidence, words: Translator) -> Period:
    names = dict.fromkeys(attribute_label(claim.attribute, evidence, words) for claim in claims)
    sources = dict.fromkeys(_source_text(claim, evidence, words) for claim in claims)
    label = words(
        "{what}: {span} ({who})",
        what=" / ".join(names),
        span=words.span(window.start, window.stated_end),
        who="; ".join(sources),
    )
    return Period(window, label)


def _source_text(claim: Claim, evidence: Evidence, words: Translator) -> str:
    source = source_label(evidence.sources[claim.source_id], words)
    if not claim.attributed_to:
        return source
    return words("{who}, in {source}", who=words.of(claim, "attributed_to"), source=source)


def attribute_label(attribute: str, evidence: Evidence, words: Translator) -> str:
    """Return the label of an attribute; without a label, the name of the attribute."""
    labelled = evidence.attributes.get(attribute)
    return words.of(labelled, "label") if labelled else attribute
