"""Rules for windows: order of the days, claims that support an act's window, claims outside it."""

from collections.abc import Iterator
from typing import Final

from geo.evidence.cells import KINDS
from geo.evidence.checks.rules import Rule, Tables, row_rule, value_of
from geo.evidence.faults import Fault, shortened
from geo.evidence.package import Row
from geo.evidence.vocabulary import Topic

_DATE: Final = KINDS["claims"]["start"]


def check_start(row: Row) -> Iterator[Fault]:
    """Yield the fault of a window with an end but no start. A window without an end is open."""
    if row["end"] and not row["start"]:
        yield row.fault("start", "a date, because the end is given")


def check_order(row: Row) -> Iterator[Fault]:
    """Yield the fault of a window that ends before it starts."""
    start, end = value_of(row, "start", _DATE), value_of(row, "end", _DATE)
    # Dates that could be read are in ISO form, which sorts as they do.
    if start is not None and end is not None and row["end"] < row["start"]:
        yield row.fault("end", f"a day not before the start, {row['start']}")


def check_support(tables: Tables) -> Iterator[Fault]:
    """Yield the acts whose window no claim gives: their dates would have no source."""
    columns = ("authorisation_id", "start", "end")
    given = [row for row in tables["claims"].rows if row["topic"] == Topic.WINDOW]
    supported = {tuple(map(row.__getitem__, columns)) for row in given}
    unreadable = {row["authorisation_id"] for row in given if not _has_dates(row)}
    for row in tables["authorisations"].rows:
        authorisation_id, start, end = map(row.__getitem__, columns)
        if _has_dates(row) and authorisation_id not in unreadable and (authorisation_id, start, end) not in supported:
            yield row.fault("start, end", _supporting(authorisation_id, start, end), "none")


def _supporting(*window: str) -> str:
    act, start, end = map(shortened, window)
    return f"a window claim of {act} from {start} to {end}" if end else f"a window claim of {act} from {start} without an end"


def check_overlap(tables: Tables) -> Iterator[Fault]:
    """Yield the claims with days outside the window of their act, which no choice of days can show."""
    acts = {row["authorisation_id"]: row for row in tables["authorisations"].rows if _is_ordered(row)}
    for row in tables["claims"].rows:
        act = acts.get(row["authorisation_id"])
        if act and _is_ordered(row):
            within = f"from {act['start']} to {act['end']}" if act["end"] else f"from {act['start']} on"
            expected = f"a day within the window of {shortened(act['authorisation_id'])}, {within}"
            if act["end"] and row["start"] > act["end"]:
                yield row.fault("start", expected)
            if row["end"] and row["end"] < act["start"]:
                yield row.fault("end", expected)


def _has_dates(row: Row) -> bool:
    """Return whether the start of a row can be read, and the end too if there is one."""
    return value_of(row, "start", _DATE) is not None and (not row["end"] or value_of(row, "end", _DATE) is not None)


def _is_ordered(row: Row) -> bool:
    """Return whether the dates of a row can be read and are in order."""
    # Dates that could be read are in ISO form, which sorts as they do.
    return _has_dates(row) and (not row["end"] or row["end"] >= row["start"])


RULES: Final[tuple[Rule, ...]] = (
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
    Rule(
        check_overlap, {"authorisations": ("authorisation_id", "start", "end"), "claims": ("authorisation_id", "start", "end")}
    ),
)
