"""The periods that claims give within the window of an authorisation, to choose its days from."""

from dataclasses import dataclass
from typing import TypeGuard

from geo.evidence import Authorisation, Claim, Evidence, Topic, Window
from geo.text import Translator
from geo.view.context import ViewContext
from geo.view.labels import source_label


@dataclass(frozen=True, slots=True)
class Period:
    """Days that somebody gives, within the window of an authorisation."""

    window: Window
    label: str
    """The days and who gives them, in words."""


def periods(context: ViewContext, act: Authorisation) -> tuple[Period, ...]:
    """Return the whole window first, then each period that a claim gives within it, by date.

    A period that reaches beyond the window is left out, since it cannot be chosen; the same days given by several claims are
    one period, with all who give them.
    """
    evidence, words = context.evidence, context.words
    given: dict[Window, list[Claim]] = {}
    for claim in evidence.claims.values():
        if claim.authorisation_id == act.authorisation_id and claim.topic is Topic.WINDOW and _can_be_chosen(claim.window, act):
            given.setdefault(claim.window, []).append(claim)
    given.pop(act.window, None)
    whole = Period(act.window, words("Whole window: {span}", span=words.span(act.window.start, act.window.stated_end)))
    found = sorted(given.items(), key=lambda item: (item[0].start, item[0].end))
    return (whole, *(_period(window, claims, evidence, words) for window, claims in found))


def _can_be_chosen(window: Window | None, act: Authorisation) -> TypeGuard[Window]:
    """Whether a claim gives more than a day, all of it within the window of the authorisation."""
    return window is not None and window.days > 1 and window.clipped_to(act.window) == window


def _period(window: Window, claims: list[Claim], evidence: Evidence, words: Translator) -> Period:
    names = dict.fromkeys(attribute_label(claim.attribute, evidence, words) for claim in claims)
    givers = dict.fromkeys(_giver(claim, evidence, words) for claim in claims)
    label = words(
        "{what}: {span} ({who})",
        what=" / ".join(names),
        span=words.span(window.start, window.stated_end),
        who="; ".join(givers),
    )
    return Period(window, label)


def _giver(claim: Claim, evidence: Evidence, words: Translator) -> str:
    source = source_label(evidence.sources[claim.source_id], words)
    if not claim.attributed_to:
        return source
    return words("{who}, in {source}", who=words.of(claim, "attributed_to"), source=source)


def attribute_label(attribute: str, evidence: Evidence, words: Translator) -> str:
    """Return the label of an attribute; one without a label is shown by its own name."""
    labelled = evidence.attributes.get(attribute)
    return words.of(labelled, "label") if labelled else attribute
