"""Rules for one claim at a time."""

from collections.abc import Iterator

from geo.evidence.cells import A_VALUE, VALUE_KINDS, is_readable
from geo.evidence.faults import Fault, shortened
from geo.evidence.rules import Rule, Tables, row_rule
from geo.evidence.tables import Row
from geo.evidence.vocabulary import Basis, Certainty

LONGEST_PHRASE = 12
"""Words that the data may hold of a source's own wording."""


def check_phrase(row: Row) -> Iterator[Fault]:
    """Yield the fault of a key phrase that quotes too much."""
    words = len(row["phrase"].split())
    if words > LONGEST_PHRASE:
        yield row.fault("phrase", f"at most {LONGEST_PHRASE} words", f"{words} words")


def check_passages(tables: Tables) -> Iterator[Fault]:
    """Yield the claims from one of the texts that do not say where in it they stand: a reader could not check them."""
    texts = {row["source_id"] for row in tables["sources"].rows if row["basis"] == Basis.TEXT}
    for row in tables["claims"].rows:
        if row["source_id"] in texts:
            for column, expected in (("paragraph", "the number of a paragraph"), ("phrase", "words of the text")):
                if not row[column]:
                    yield row.fault(column, f"{expected}, because source {shortened(row['source_id'])} is a text")


def check_attribution(row: Row) -> Iterator[Fault]:
    """Yield the fault of an attributed claim that does not say to whom."""
    if row["certainty"] == Certainty.ATTRIBUTED and not row["attributed_to"]:
        yield row.fault("attributed_to", "whom the source credits, because the claim is attributed")


def check_role(row: Row) -> Iterator[Fault]:
    """Yield the fault of a role that no place has."""
    if row["role"] and not row["place_id"]:
        yield row.fault("place_id", f"the place that has the role {shortened(row['role'])}")


def check_value(row: Row) -> Iterator[Fault]:
    """Yield the faults of a value that is not what its type and its comparison say."""
    value, kind = row["value"], VALUE_KINDS.get(row["value_type"])
    if not value:
        described = [column for column in ("value_type", "comparison") if row[column]]
        yield from (row.fault("value", f"{A_VALUE}, because {column} is given") for column in described[:1])
    elif kind is not None and not is_readable(value, kind):
        yield row.fault("value", kind.expected)


RULES: tuple[Rule, ...] = (
    row_rule("claims", ("phrase",), check_phrase),
    Rule(check_passages, {"sources": ("source_id", "basis"), "claims": ("source_id", "paragraph", "phrase")}),
    row_rule("claims", ("certainty", "attributed_to"), check_attribution),
    row_rule("claims", ("role", "place_id"), check_role),
    row_rule("claims", ("value",), check_value),
)
