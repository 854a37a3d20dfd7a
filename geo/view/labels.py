"""Labels and meanings of every closed vocabulary; page, figures and files take them from here.

Add the words of a new topic, certainty, precision, kind of place, unit of a value or view here; those of a role in ``roles``.
"""

from collections.abc import Mapping
from typing import Final

from geo.evidence import Basis, Certainty, Claim, Comparison, Precision, Role, Source, Topic
from geo.text import Translator, message, plural
from geo.view.roles import ROLES
from geo.view.state import BasisFilter, View

ROLE_LABELS: Final[dict[Role, str]] = {role: record.label for role, record in ROLES.items()}
ROLE_MEANINGS: Final[Mapping[Role, str]] = {role: record.meaning for role, record in ROLES.items()}

CERTAINTY_MEANINGS: Final[Mapping[Certainty, tuple[str, str]]] = {
    Certainty.STATED: (message("Stated"), message("the source says it in its own name")),
    Certainty.ATTRIBUTED: (
        message("Attributed"),
        message("the source credits it to somebody else, named with the claim"),
    ),
    Certainty.ESTIMATE: (message("Estimate"), message("the source, or whom it cites, gives it as a guess")),
    Certainty.OPINION: (message("Opinion"), message("a judgement, which the page reports and does not share")),
}

PRECISION_MEANINGS: Final[Mapping[Precision, tuple[str, str]]] = {
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

SHORT_CERTAINTY_LABELS: Mapping[Certainty, str] = {
    Certainty.STATED: message("stated"),
    Certainty.ATTRIBUTED: message("attributed"),
    Certainty.ESTIMATE: message("estimate"),
    Certainty.OPINION: message("opinion"),
}

SHORT_CREDITED_LABELS: Mapping[Certainty, str] = {
    Certainty.STATED: message("stated, from {who}"),
    Certainty.ATTRIBUTED: message("attributed to {who}"),
    Certainty.ESTIMATE: message("estimate by {who}"),
    Certainty.OPINION: message("opinion of {who}"),
}

VIEW_LABELS: Final[Mapping[View, str]] = {
    View.MAP: message("Map"),
    View.COMPARE: message("Compare"),
    View.FACTS: message("What the sources say"),
    View.DISAGREEMENTS: message("Where sources differ"),
    View.SOURCES: message("Sources"),
    View.TABLE: message("Table"),
    View.ABOUT: message("About"),
}

BASIS_HEADINGS: Mapping[Basis, str] = {
    Basis.TEXT: message("The source texts"),
    Basis.CORROBORATION: message("Corroborating pages, found outside the texts"),
}

HOW_TO_READ: Final = message("How to read this")
"""Heading of the section about the symbols of the map, and label of the links to it."""
HOW_TO_READ_ID: Final = "how-to-read"
"""Id of that section, in the view ``about``."""

BASIS_LABELS: Final[Mapping[BasisFilter, str]] = {
    BasisFilter.ALL: message("Texts and corroboration"),
    BasisFilter.TEXTS: message("The source texts alone"),
}

MIN_SOURCES_LABELS: Final[Mapping[int, str]] = {
    1: message("Any source"),
    2: message("At least two independent sources"),
}

TOPIC_LABELS: Final[Mapping[Topic, str]] = {
    Topic.PLACE: message("Places"),
    Topic.WINDOW: message("Days"),
    Topic.VOTE: message("Vote"),
    Topic.APPROVAL: message("Approval"),
    Topic.NUMBER: message("Numbers of the act"),
    Topic.PERSONNEL: message("Personnel"),
    Topic.EQUIPMENT: message("Equipment"),
    Topic.PURPOSE: message("Purpose and support"),
    Topic.LEGAL: message("Legal basis"),
    Topic.COST: message("Cost"),
    Topic.ASSURANCE: message("Assurances"),
    Topic.OBJECTION: message("Objections"),
    Topic.ACTOR: message("Persons and bodies"),
    Topic.CONTEXT: message("Context"),
}

COMPARISON_LABELS: Final[Mapping[Comparison, str]] = {
    Comparison.MORE_THAN: message("more than {value}"),
    Comparison.AT_LEAST: message("at least {value}"),
    Comparison.ABOUT: message("about {value}"),
    Comparison.UP_TO: message("up to {value}"),
}

VALUE_UNIT_LABELS: Final[Mapping[str, tuple[str, str]]] = {
    "persons": plural("{count} person", "{count} persons"),
    "votes": plural("{count} vote", "{count} votes"),
    "places": plural("{count} place", "{count} places"),
    "periods": plural("{count} period", "{count} periods"),
    "months": plural("{count} month", "{count} months"),
    "days": plural("{count} day", "{count} days"),
    "fronts": plural("{count} front", "{count} fronts"),
    "aircraft": plural("{count} aircraft", "{count} aircraft"),
    "helicopters": plural("{count} helicopter", "{count} helicopters"),
    "vehicles": plural("{count} vehicle", "{count} vehicles"),
    "tankers": plural("{count} tanker", "{count} tankers"),
    "weapons": plural("{count} weapon", "{count} weapons"),
    "illuminators": plural("{count} illuminator", "{count} illuminators"),
    "acts": plural("{count} act", "{count} acts"),
    "berths": plural("{count} berth", "{count} berths"),
    "dogs": plural("{count} dog", "{count} dogs"),
    "economies": plural("{count} economy", "{count} economies"),
    "hours": plural("{count} hour", "{count} hours"),
    "percent": plural("{count} percent", "{count} percent"),
    "tons": plural("{count} ton", "{count} tons"),
    "laboratories": plural("{count} laboratory", "{count} laboratories"),
}
"""By unit of a value: singular and plural. The check of the data refuses a unit without a label."""

TRUTH_LABELS: Final = {"yes": message("yes"), "no": message("no")}

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
"""For a claim that credits a person or body."""

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
    "locality": message("locality"),
    "province": message("province"),
    "not stated": message("kind of place: not stated"),
}
"""By kind of place. The check of the data refuses a kind without a label."""

MOST_NAMES: Final = 12
"""Names of places in one sentence; more are counted."""


def source_label(source: Source, words: Translator) -> str:
    """Return the name of a source for readers: its short name, or else its publisher, or its title."""
    return words.of(source, "short") or source.publisher or words.of(source, "title").strip("[]")


def certainty_text(claim: Claim, words: Translator) -> str:
    """Return the certainty of a claim in words, with the person or body that it credits."""
    labels = CREDITED_LABELS if claim.attributed_to else CERTAINTY_LABELS
    return words(labels[claim.certainty], who=words.of(claim, "attributed_to"))


def name_list(names: list[str], words: Translator) -> str:
    """Return the names of places as a list in words; after the first dozen only the number of further places."""
    if len(names) <= MOST_NAMES:
        return words.listing(names)
    rest = words.plural("{count} more place", "{count} more places", len(names) - MOST_NAMES)
    return words.listing([*names[:MOST_NAMES], rest])
