"""The closed vocabularies of the evidence; each equals its field's ``enum`` in ``data/evidence/datapackage.json``."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Basis(StrEnum):
    """Whether a source is one of the project's texts."""

    TEXT = "text"
    """One of the texts that the project is built from."""
    CORROBORATION = "corroboration"
    """A page found outside those texts."""


class Topic(StrEnum):
    """What a claim is about."""

    PLACE = "place"
    WINDOW = "window"
    VOTE = "vote"
    APPROVAL = "approval"
    NUMBER = "number"
    PERSONNEL = "personnel"
    EQUIPMENT = "equipment"
    PURPOSE = "purpose"
    LEGAL = "legal"
    COST = "cost"
    ASSURANCE = "assurance"
    OBJECTION = "objection"
    ACTOR = "actor"
    CONTEXT = "context"


class Role(StrEnum):
    """The role in which a claim names a place, in the order of lists on the page."""

    DEPLOYMENT = "deployment"
    """The place is named for the entry or the activities of the personnel: authorised, not observed."""
    EXERCISE = "exercise"
    """The place is named for one of the exercises."""
    VENUE = "venue"
    """The place is named as a venue of the summit."""
    PORT = "port"
    LABORATORY = "laboratory"
    PROTEST = "protest"
    EARLIER_EXERCISE = "earlier-exercise"


class Certainty(StrEnum):
    """How certain the source itself is."""

    STATED = "stated"
    ATTRIBUTED = "attributed"
    ESTIMATE = "estimate"
    OPINION = "opinion"


class Precision(StrEnum):
    """What the geometry of a place means."""

    UNIT = "unit"
    """The area of the first-level unit."""
    LOCALITY = "locality"
    """A point with the published coordinates of the locality."""
    LEVEL_NOT_STATED = "level not stated"
    """The source leaves open whether city, province or department is meant: the largest area, with its point."""
    INFERRED = "inferred"
    """The source gives a bare name; which place is meant was inferred, and the note says from what."""


class Comparison(StrEnum):
    """How the value of a claim bounds the number; None for an exact value."""

    MORE_THAN = "more than"
    AT_LEAST = "at least"
    ABOUT = "about"
    UP_TO = "up to"


INEI_CODES: Final[Mapping[str, str]] = {
    "PE-AMA": "01", "PE-ANC": "02", "PE-APU": "03", "PE-ARE": "04", "PE-AYA": "05", "PE-CAJ": "06", "PE-CAL": "07",
    "PE-CUS": "08", "PE-HUV": "09", "PE-HUC": "10", "PE-ICA": "11", "PE-JUN": "12", "PE-LAL": "13", "PE-LAM": "14",
    "PE-LIM": "15", "PE-LOR": "16", "PE-MDD": "17", "PE-MOQ": "18", "PE-PAS": "19", "PE-PIU": "20", "PE-PUN": "21",
    "PE-SAM": "22", "PE-TAC": "23", "PE-TUM": "24", "PE-UCA": "25",
}  # fmt: skip
"""The first two digits of every ubigeo in a first-level unit, by its ISO 3166-2 code."""
