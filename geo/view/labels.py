"""The words for the closed vocabularies of the evidence, the same on the page and in every file that leaves it."""

from collections.abc import Mapping
from typing import Final

from geo.evidence import Certainty, Claim, Precision
from geo.text import Translator, message

CERTAINTY_LABELS: Mapping[Certainty, str] = {
    Certainty.STATED: message("stated by the source"),
    Certainty.ATTRIBUTED: message("attributed by the source"),
    Certainty.ESTIMATE: message("an estimate"),
    Certainty.OPINION: message("the source's opinion"),
}
CREDITED_LABELS: Mapping[Certainty, str] = {
    Certainty.STATED: message("stated by the source, from {who}"),
    Certainty.ATTRIBUTED: message("attributed by the source to {who}"),
    Certainty.ESTIMATE: message("an estimate by {who}"),
    Certainty.OPINION: message("opinion of {who}"),
}
"""For a claim that says from whom it comes."""

PRECISION_LABELS: Mapping[Precision, str] = {
    Precision.UNIT: message("the whole region is shown"),
    Precision.LOCALITY: message("the point of the locality is shown"),
    Precision.LEVEL_NOT_STATED: message("the source leaves the level open"),
    Precision.INFERRED: message("the position is inferred"),
}
KIND_LABELS: Mapping[str, str] = {
    "department": message("department"),
    "constitutional province": message("constitutional province"),
    "city": message("city"),
    "district": message("district"),
    "town and police base": message("town and police base"),
    "port town": message("port town"),
    "level not stated": message("city, province or department: level not stated"),
    "border region": message("border region"),
}
"""A kind that is not here is shown as the data has it."""

MOST_NAMES: Final = 12
"""Names of places in one sentence."""


def certainty_text(claim: Claim, words: Translator) -> str:
    """Return how sure a claim is, and from whom it comes where it says so."""
    labels = CREDITED_LABELS if claim.attributed_to else CERTAINTY_LABELS
    return words(labels[claim.certainty], who=words.of(claim, "attributed_to"))


def name_list(names: list[str], words: Translator) -> str:
    """Return the names of places as the language lists them; of many the first dozen, and how many more there are."""
    if len(names) <= MOST_NAMES:
        return words.listing(names)
    rest = words.plural("{count} more place", "{count} more places", len(names) - MOST_NAMES)
    return words.listing([*names[:MOST_NAMES], rest])
