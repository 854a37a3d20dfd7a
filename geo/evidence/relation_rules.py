"""Rules for windows, and for what one record says about another."""

from collections.abc import Iterator, Mapping

from geo.evidence.cells import KINDS, read_tokens
from geo.evidence.faults import Fault, shortened
from geo.evidence.rules import Rule, Tables, row_rule, value_of
from geo.evidence.tables import Row
from geo.evidence.vocabulary import Topic

_DATE = KINDS["claims"]["start"]


def check_start(row: Row) -> Iterator[Fault]:
    """Yield the fault of a window that ends without having started; one without an end is open."""
    if row["end"] and not row["start"]:
        yield row.fault("start", "a date, because the end is given")


def check_order(row: Row) -> Iterator[Fault]:
    """Yield the fault of a window that ends before it starts."""
    start, end = value_of(row, "start", _DATE), value_of(row, "end", _DATE)
    # Dates that could be read are in ISO form, which sorts as they do.
    if start is not None and end is not None and row["end"] < row["start"]:
        yield row.fault("end", f"a day not before the start, {row['start']}")


def check_support(tables: Tables) -> Iterator[Fault]:
    """Yield the authorisations whose window no claim gives: their dates would be a second, unsourced copy of a fact."""
    columns = ("authorisation_id", "start", "end")
    supported = {tuple(map(row.__getitem__, columns)) for row in tables["claims"].rows if row["topic"] == Topic.WINDOW}
    for row in tables["authorisations"].rows:
        authorisation_id, start, end = map(row.__getitem__, columns)
        if start and (authorisation_id, start, end) not in supported:
            yield row.fault("start, end", _supporting(authorisation_id, start, end), "none")


def _supporting(*window: str) -> str:
    act, start, end = map(shortened, window)
    return f"a window claim of {act} from {start} to {end}" if end else f"a window claim of {act} from {start} without an end"


def check_answers(tables: Tables) -> Iterator[Fault]:
    """Yield the disagreements that no claim answers."""
    answered = {row["disagreement_id"] for row in tables["claims"].rows}
    for row in tables["disagreements"].rows:
        if row["disagreement_id"] not in answered:
            question = shortened(row["disagreement_id"])
            yield row.fault("disagreement_id", f"a claim that answers {question}", "none")


def check_derivation(tables: Tables) -> Iterator[Fault]:
    """Yield one fault for each circle of sources that derive from one another: none of them could be the origin."""
    parents = {row["source_id"]: read_tokens(row["derives_from"]) for row in tables["sources"].rows}
    seen: set[str] = set()
    for row in tables["sources"].rows:
        circle = _way_back(row["source_id"], parents)
        if circle and not seen & set(circle):
            seen |= set(circle)
            yield row.fault("derives_from", "sources that do not derive from themselves", " from ".join(map(shortened, circle)))


def _way_back(source_id: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the shortest chain of origins that leads from a source back to itself, or nothing."""
    chains: list[tuple[str, ...]] = [(source_id,)]
    reached: set[str] = set()
    while chains:
        chain = chains.pop(0)
        for parent in parents.get(chain[-1], ()):
            if parent == source_id:
                return (*chain, parent)
            if parent not in reached:
                reached.add(parent)
                chains.append((*chain, parent))
    return ()


RULES: tuple[Rule, ...] = (
    row_rule("authorisations", ("start", "end"), check_order),
    row_rule("claims", ("start", "end"), check_order),
    # The start of an authorisation is required by its schema.
    row_rule("claims", ("start", "end"), check_start),
    Rule(
        check_support,
        {
            "authorisations": ("authorisation_id", "start", "end"),
            "claims": ("authorisation_id", "topic", "start", "end"),
        },
    ),
    Rule(check_answers, {"disagreements": ("disagreement_id",), "claims": ("disagreement_id",)}),
    Rule(check_derivation, {"sources": ("source_id", "derives_from")}),
)
