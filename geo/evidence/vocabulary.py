"""The closed vocabularies of the evidence; each equals its field's ``enum`` in ``data/evidence/datapackage.json``."""

from enum import StrEnum


class Basis(StrEnum):
    """What a source is to this project."""

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
    """In which role a claim names a place; the members are in the order in which the page lists them."""

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
    """How the source itself says it."""

    STATED = "stated"
    ATTRIBUTED = "attributed"
    ESTIMATE = "estimate"
    OPINION = "opinion"


class Precision(StrEnum):
    """What the geometry of a place stands for."""

    UNIT = "unit"
    """The area of the first-level unit."""
    LOCALITY = "locality"
    """A point with the published coordinates of the locality."""
    LEVEL_NOT_STATED = "level not stated"
    """The source leaves open whether city, province or department is meant: the largest area, with its point."""
    INFERRED = "inferred"
    """The source gives a bare name; which place is meant was inferred, and the note says from what."""


class Comparison(StrEnum):
    """How the value of a claim bounds what is counted; an exact value has none."""

    MORE_THAN = "more than"
    AT_LEAST = "at least"
    ABOUT = "about"
    UP_TO = "up to"
