"""Rules for claims: required cells, values, and labels."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Final

from geo.evidence.advice import advise
from geo.evidence.cells import A_VALUE, VALUE_KINDS, is_readable, one_of
from geo.evidence.checks.rules import Rule, Tables, row_rule
from geo.evidence.faults import Fault, did_you_mean, shortened
from geo.evidence.names import fold, is_close
from geo.evidence.package import Row
from geo.evidence.vocabulary import Basis, Certainty, Role, Topic

LONGEST_PHRASE = 12
"""Words of a key phrase, at most."""


def check_phrase(row: Row) -> Iterator[Fault]:
    """Yield the fault of a key phrase that is too long."""
    words = len(row["phrase"].split())
    if words > LONGEST_PHRASE:
        yield row.fault("phrase", f"at most {LONGEST_PHRASE} words", f"{words} words")


def check_passages(tables: Tables) -> Iterator[Fault]:
    """Yield the claims from the source texts without paragraph or key phrase, which a reader could not check."""
    texts = {row["source_id"] for row in tables["sources"].rows if row["basis"] == Basis.TEXT}
    for row in tables["claims"].rows:
        if row["source_id"] in texts:
            for column, expected in (("paragraph", "the number of a paragraph"), ("phrase", "words of the text")):
                if not row[column]:
                    yield row.fault(column, f"{expected}, because source {shortened(row['source_id'])} is a text")


def check_attribution(row: Row) -> Iterator[Fault]:
    """Yield the fault of an attributed claim without a name in ``attributed_to``."""
    if row["certainty"] == Certainty.ATTRIBUTED and not row["attributed_to"]:
        yield row.fault("attributed_to", "whom the source credits, because the claim is attributed")


def check_role(row: Row) -> Iterator[Fault]:
    """Yield the fault of a role without a place."""
    if row["role"] and not row["place_id"]:
        yield row.fault("place_id", f"the place that has the role {shortened(row['role'])}")


def check_places_without_role(tables: Tables) -> Iterator[Fault]:
    """Yield the place claims without a role, which no map shows.

    A claim without a role is allowed if its source gives no place of the act a role, and other sources give this place one:
    then the place is on the map, and the claim is listed as a fact.
    """
    placed = [row for row in tables["claims"].rows if row["topic"] == Topic.PLACE and row["place_id"]]
    act_sources = {(row["authorisation_id"], row["source_id"]) for row in placed if row["role"]}
    act_places = {(row["authorisation_id"], row["place_id"]) for row in placed if row["role"]}
    for row in placed:
        act = row["authorisation_id"]
        if not row["role"] and ((act, row["source_id"]) in act_sources or (act, row["place_id"]) not in act_places):
            yield row.fault("role", f"the role in which {shortened(row['place_id'])} is named", advice=one_of(Role))


def check_act(row: Row) -> Iterator[Fault]:
    """Yield the fault of a claim without an act whose topic is not the context."""
    topic = row["topic"]
    if row["claim_id"] and topic and topic != Topic.CONTEXT and not row["authorisation_id"]:
        yield row.fault("authorisation_id", "the act that the claim is about", advice="only topic context may have none")


def check_named_places(tables: Tables) -> Iterator[Fault]:
    """Yield the place claims that give a place as a text, though it has an id: no map shows them."""
    ids = {
        fold(row[column]): row["place_id"] for row in tables["places"].rows for column in ("name", "place_id") if row[column]
    }
    for row in tables["claims"].rows:
        is_text_only = row["topic"] == Topic.PLACE and not row["place_id"] and row["value"]
        known = ids.get(fold(row["value"])) if is_text_only else None
        if known:
            yield row.fault("place_id", f"the id of {shortened(row['value'])}", advice=f"write {known}")


def check_content(row: Row) -> Iterator[Fault]:
    """Yield the claims without a value, days and place, of which only the statement would be shown."""
    if row["claim_id"] and not any(
        row[column] for column in ("value", "value_type", "comparison", "start", "end", "place_id", "role")
    ):
        yield row.fault("value", "a value, days or a place", "none of them", advice="a claim about no place needs a value")


def check_value(row: Row) -> Iterator[Fault]:
    """Yield the faults of a value that does not fit its type, or is missing though type or comparison is given."""
    value, kind = row["value"], VALUE_KINDS.get(row["value_type"])
    if not value:
        described = [column for column in ("value_type", "comparison") if row[column]]
        yield from (row.fault("value", f"{A_VALUE}, because {column} is given") for column in described[:1])
    elif kind is not None and not is_readable(value, kind):
        yield row.fault("value", kind.expected, advice=advise(kind.expected, value))
    elif row["value_type"] in ("integer", "number") and value.startswith("-"):
        yield row.fault("value", "a number that is not negative")


def check_attributes(tables: Tables) -> Iterator[Fault]:
    """Yield the attributes without a label, with the most similar one. Two spellings would be two questions."""
    known = [row["attribute"] for row in tables["attributes"].rows]
    if not tables["attributes"].is_whole:
        return
    unlabelled: dict[str, str] = {}
    for row in tables["claims"].rows:
        attribute = row["attribute"]
        if attribute and attribute not in unlabelled:
            labelled = attribute in known
            other = "" if labelled else next((each for each in known if is_close(each, attribute)), "")
            unlabelled[attribute] = "" if labelled else f"did you mean {other!r}?" if other else "add its labels there"
        if unlabelled.get(attribute):
            yield row.fault("attribute", "an attribute of attributes.csv", advice=unlabelled[attribute])


def check_spellings(tables: Tables) -> Iterator[Fault]:
    """Yield the attributes of attributes.csv in a second spelling."""
    seen: dict[str, str] = {}
    for row in tables["attributes"].rows:
        first = seen.setdefault(fold(row["attribute"]), row["attribute"])
        if first != row["attribute"]:
            yield row.fault("attribute", f"one spelling of {first!r}", advice="remove one, and use the other in claims.csv")


def check_labels(tables: Tables, *, name: str, column: str, labelled: Collection[str]) -> Iterator[Fault]:
    """Yield the texts of a column without a label in every language."""
    for row in tables[name].rows:
        if row[column] and row[column] not in labelled:
            advice = did_you_mean(row[column], labelled) or "give it a label in every language"
            yield row.fault(column, "a text that has labels", advice=advice)


_RULES: Final[tuple[Rule, ...]] = (
    row_rule("claims", ("phrase",), check_phrase),
    Rule(check_passages, {"sources": ("source_id", "basis"), "claims": ("source_id", "paragraph", "phrase")}),
    row_rule("claims", ("certainty", "attributed_to"), check_attribution),
    row_rule("claims", ("role", "place_id"), check_role),
    Rule(check_places_without_role, {"claims": ("authorisation_id", "topic", "place_id", "role", "source_id")}),
    row_rule("claims", ("claim_id", "authorisation_id", "topic"), check_act),
    Rule(check_named_places, {"places": ("place_id", "name"), "claims": ("topic", "place_id", "value")}),
    row_rule("claims", ("value",), check_value),
    row_rule("claims", ("claim_id", "value", "start", "place_id"), check_content),
    Rule(check_attributes, {"claims": ("attribute",), "attributes": ("attribute",)}),
    Rule(check_spellings, {"attributes": ("attribute",)}),
)


def build_rules(labelled: Mapping[str, Collection[str]]) -> tuple[Rule, ...]:
    """Return the rules for claims, and a rule for each column with known labels (``claims.unit``)."""
    labels = [(each.partition("."), texts) for each, texts in labelled.items()]
    return (
        *_RULES,
        *(
            Rule(partial(check_labels, name=name, column=column, labelled=texts), {name: (column,)})
            for (name, _, column), texts in labels
        ),
    )
