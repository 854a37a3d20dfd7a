"""The columns of the tables that leave the app: their names, kinds and meanings, each once."""

from typing import Final

from geo.export.frames.table import Column, Kind
from geo.text import message

_AUTHORISATION: Final = (  # the name first: a reader that takes the byte order mark for a part of it loses no id
    Column("authorisation", Kind.TEXT, message("Short name of the authorisation")),
    Column("authorisation_id", Kind.TEXT, message("Id of the authorisation; empty for context, which is under none")),
)
_PLACE: Final = (
    Column("place_id", Kind.TEXT, message("Id of the place")),
    Column("place", Kind.TEXT, message("Name of the place")),
    Column("kind", Kind.TEXT, message("What the name stands for")),
    Column("precision", Kind.TEXT, message("What the geometry stands for: unit, locality, level not stated, or inferred")),
    Column("unit", Kind.TEXT, message("ISO 3166-2 code of the region that the place is or lies in; empty for no single one")),
    Column("unit_name", Kind.TEXT, message("Official name of that region")),
    Column("latitude", Kind.NUMBER, message("Degrees north, WGS 84; empty for an area without a point")),
    Column("longitude", Kind.NUMBER, message("Degrees east, WGS 84; empty for an area without a point")),
)
_ROLE: Final = (
    Column("role", Kind.TEXT, message("Id of the role in which the place is named; deployment means authorised, not observed")),
    Column("role_name", Kind.TEXT, message("The role in words")),
)
_DAYS: Final = (
    Column("start", Kind.DATE, message("First day, inclusive; empty where none is stated")),
    Column("end", Kind.DATE, message("Last day, inclusive; empty where none is stated")),
    Column(
        "own_days", Kind.BOOLEAN, message("Whether the claim gives these days itself; if not, they are the authorisation's")
    ),
)
_SAID_BY: Final = (
    Column(
        "source_ids",
        Kind.LIST,
        message("Ids of all shown sources that say so: the place in this role for these days, or this value"),
    ),
)
_DISPUTED: Final = Column("disagreement_ids", Kind.LIST, message("Ids of the questions on which the sources disagree here"))
_SOURCE: Final = (
    Column("title", Kind.TEXT, message("Title of the source; in square brackets if it is our description")),
    Column("publisher", Kind.TEXT, message("Publisher of the source")),
    Column("author", Kind.TEXT, message("Author of the source")),
    Column("published", Kind.TEXT, message("Day, month or year of publication, as exactly as it is known")),
    Column("url", Kind.TEXT, message("Web address of the source")),
    Column("language", Kind.TEXT, message("ISO 639-1 code of the source's language")),
    Column("basis", Kind.TEXT, message("text for one of the texts that the project rests on, or corroboration")),
)
SOURCE_ID: Final = Column("source_id", Kind.TEXT, message("Id of the source"))
_CLAIM: Final = (
    Column("claim_id", Kind.TEXT, message("Id of the claim: one fact as one source gives it")),
    Column("statement", Kind.TEXT, message("What the source says, in our words")),
    Column("certainty", Kind.TEXT, message("How the source says it: stated, attributed, estimate or opinion")),
    Column("attributed_to", Kind.TEXT, message("Who says so according to the source")),
    SOURCE_ID,
    *(Column(f"source_{column.name}", column.kind, column.about) for column in _SOURCE),
    Column("paragraph", Kind.INTEGER, message("Number of the paragraph in the source; empty for a corroborating page")),
    Column("phrase", Kind.TEXT, message("Key phrase, word for word, in the language of the source")),
    Column("phrase_language", Kind.TEXT, message("ISO 639-1 code of the phrase's language")),
    _DISPUTED,
)

PLACES: Final = (
    *_AUTHORISATION,
    *_PLACE,
    *_ROLE,
    *_DAYS,
    *_SAID_BY,
    Column("sources", Kind.INTEGER, message("Number of these sources")),
    Column("independent_sources", Kind.INTEGER, message("The same, with sources that rest on one another counted once")),
    Column("claim_ids", Kind.LIST, message("Ids of the claims")),
    _DISPUTED,
)
CLAIMS: Final = (
    *_AUTHORISATION,
    *_PLACE,
    *_ROLE,
    *_DAYS,
    *_SAID_BY,
    *_CLAIM,
)
FACTS: Final = (
    *_AUTHORISATION,
    Column("topic", Kind.TEXT, message("Id of what the claim is about")),
    Column("topic_name", Kind.TEXT, message("The topic in words")),
    Column("attribute", Kind.TEXT, message("Id of what is stated on the topic")),
    Column("attribute_name", Kind.TEXT, message("The attribute in words")),
    Column("value", Kind.TEXT, message("The bare value, as the data has it; empty where the days are the value")),
    Column("value_type", Kind.TEXT, message("What the value is: integer, number, date, boolean or text")),
    Column("comparison", Kind.TEXT, message("more than, at least, about or up to; empty for an exact value")),
    Column("value_unit", Kind.TEXT, message("What is counted, such as persons or votes")),
    Column("number", Kind.NUMBER, message("The value as a number, where it is one")),
    Column("value_text", Kind.TEXT, message("The value in words, with its comparison and unit")),
    *(column for column in _PLACE if column.name in ("place_id", "place", "unit")),
    *_DAYS,
    *_SAID_BY,
    *_CLAIM,
)
SOURCES: Final = (
    SOURCE_ID,
    *_SOURCE,
    Column("derives_from", Kind.LIST, message("Ids of sources, or names of other origins, that it rests on")),
    Column("stance", Kind.TEXT, message("Where the source stands")),
    Column("note", Kind.TEXT, message("What is known of the source")),
)
DISAGREEMENTS: Final = (
    Column("disagreement_id", Kind.TEXT, message("Id of the question")),
    Column("question", Kind.TEXT, message("On what the sources disagree")),
    Column("known", Kind.TEXT, message("What is known")),
    Column("claim_ids", Kind.LIST, message("Ids of the claims")),
)
