"""Rules for what one record says of another: names inside texts, circles, and rows that no other one needs."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from geo.evidence.cells import read_tokens
from geo.evidence.checks.rules import Rule, Tables
from geo.evidence.faults import Fault, near_match, shortened, shown
from geo.evidence.names import fold, is_close
from geo.evidence.package import Row

_ID: Final = re.compile(r"[A-Z]{1,3}-[0-9]{1,4}|[0-9]{1,4}")
"""What looks like the id of a source."""
_LIST: Final = re.compile(r"\s*[,/|\n+&]\s*|\s+(?:and|y|e)\s+")
"""What people write between two names instead of a semicolon."""


def check_origins(tables: Tables) -> Iterator[Fault]:
    """Yield the origins that are neither the id of a source nor a name of their own: independence would be counted wrong."""
    rows = tables["sources"].rows
    ids = {row["source_id"] for row in rows}
    names = Counter(token for row in rows for token in read_tokens(row["derives_from"]) if token not in ids)
    for row in rows:
        for token in read_tokens(row["derives_from"]):
            if token not in ids:
                yield from _check_origin(row, token, ids, names)


def _check_origin(row: Row, token: str, ids: Collection[str], names: Mapping[str, int]) -> Iterator[Fault]:
    expected = "ids of sources and names of origins, separated by semicolons"
    parts = [part for part in _LIST.split(token) if part]
    known = {fold(each): each for each in (*ids, *(name for name in names if name != token))}
    if len(parts) > 1 and any(fold(part) in known for part in parts):
        yield row.fault(
            "derives_from", expected, shown(token), advice=f"write {'; '.join(known.get(fold(part), part) for part in parts)!r}"
        )
    elif fold(token) in {fold(each) for each in ids} or _ID.fullmatch(fold(token).upper().replace(" ", "-")):
        match = near_match(fold(token), {fold(each): each for each in ids})
        advice = f"did you mean {known[match]!r}?" if match in known else ""
        yield row.fault("derives_from", "an id of sources.csv", shown(token), advice=advice)
    else:
        likest = [name for name in names if name != token and is_close(name, token)]
        other = max(likest, key=lambda name: (names[name], -list(names).index(name)), default="")
        # Of two spellings the rarer one is the slip, of two that are as frequent the later.
        if other and (names[other], -list(names).index(other)) > (names[token], -list(names).index(token)):
            yield row.fault("derives_from", "one spelling of an origin", shown(token), advice=f"did you mean {other!r}?")


def check_mentions(tables: Tables) -> Iterator[Fault]:
    """Yield the ids in notes that look like those of the sources, and are none: C-08 where there is no such source."""
    ids = {row["source_id"] for row in tables["sources"].rows}
    shapes = {
        f"{re.escape(prefix)}-[0-9]{{{len(number)}}}" for prefix, dash, number in (each.partition("-") for each in ids) if dash
    }
    if not shapes:
        return
    mention = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(shapes))})(?![\w-])")
    for name, columns in (("sources", ("note_en", "note_es")), ("disagreements", ("known_en", "known_es"))):
        for row in tables[name].rows:
            for column in columns:
                for found in dict.fromkeys(mention.findall(row[column])):
                    if found not in ids:
                        yield row.fault(column, "ids of sources.csv", shown(found))


def check_answers(tables: Tables) -> Iterator[Fault]:
    """Yield the disagreements that no claim answers."""
    answered = {row["disagreement_id"] for row in tables["claims"].rows}
    for row in tables["disagreements"].rows:
        if row["disagreement_id"] not in answered:
            question = shortened(row["disagreement_id"])
            yield row.fault("disagreement_id", f"a claim that answers {question}", "none")


def find_unnamed_places(tables: Tables) -> tuple[str, ...]:
    """Return the places that no claim names: they wait for one, and are shown nowhere."""
    named = {row["place_id"] for row in tables["claims"].rows}
    return tuple(row["place_id"] for row in tables["places"].rows if row["place_id"] not in named)


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


RULES: Final[tuple[Rule, ...]] = (
    Rule(check_origins, {"sources": ("source_id", "derives_from")}),
    Rule(check_derivation, {"sources": ("source_id", "derives_from")}),
    Rule(check_mentions, {"sources": ("source_id",), "disagreements": ()}),
    Rule(check_answers, {"disagreements": ("disagreement_id",), "claims": ("disagreement_id",)}),
)
