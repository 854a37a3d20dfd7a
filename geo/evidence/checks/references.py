"""Rules for references between records: origins of sources, ids in notes, circles, questions without an answer."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from geo.evidence.cells import read_tokens
from geo.evidence.checks.rules import Rule, Tables
from geo.evidence.faults import Fault, did_you_mean, shortened, shown
from geo.evidence.names import fold, is_close
from geo.evidence.package import Row

_PARTED: Final = re.compile(r"[^\W\d_]{1,3}[\W_]*[0-9OoIl]{1,4}|[0-9]{1,4}")
"""Shape of an id of a source: a few letters and a number, or a number."""
_LOOKALIKES: Final = str.maketrans("\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425", "ABEKMHOPCTX")
"""Cyrillic capitals and the Latin ones that look the same."""
_NO_ORIGIN: Final = frozenset({"none", "ninguno", "ninguna", "unknown", "desconocido", "desconocida", "no", "not stated"})
_GENERIC: Final = frozenset(
    {"agency", "agencia", "news", "noticias", "source", "fuente", "the", "el", "la", "los", "las", "de"}
)
"""Words that one spelling of a name may have and another not."""
_DASHES: Final = "[-\u2010-\u2015\u2212]"
_MENTIONED: Final = {"sources": "source_id", "disagreements": "disagreement_id"}
_LIST: Final = re.compile(r"\s*[,/|\n+&]\s*|\s+(?:and|y|e)\s+")
"""Separators that people write instead of a semicolon."""


def check_origins(tables: Tables) -> Iterator[Fault]:
    """Yield the origins that look like the id of a source or like another origin: independence would be counted wrong."""
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
    if fold(token) in _NO_ORIGIN:
        yield row.fault("derives_from", expected, shown(token), advice="an empty cell means that no origin is known")
    elif len(parts) > 1 and any(fold(part) in known for part in parts):
        written = "; ".join(known.get(fold(part), part) for part in parts)
        yield row.fault("derives_from", expected, shown(token), advice=f"write {written!r}")
    elif _resembles_id(token, ids):
        advice = did_you_mean(token.upper().translate(_LOOKALIKES), ids)
        yield row.fault("derives_from", "an id of sources.csv", shown(token), advice=advice)
    elif any(re.search(rf"(?<![\w-]){re.escape(each)}(?![\w-])", token) for each in ids if not each.isdecimal()):
        yield row.fault("derives_from", expected, shown(token), advice="write the id alone")
    else:
        yield from _check_spelling(row, token, names)


def _resembles_id(token: str, ids: Collection[str]) -> bool:
    """Return whether a text is meant as an id: equal to one except for punctuation and case, or with the letters of one."""
    bare = re.sub(r"[\W_]", "", token).upper().translate(_LOOKALIKES)
    if bare in {re.sub(r"[\W_]", "", each).upper() for each in ids}:
        return True
    prefixes = {each.partition("-")[0] for each in ids if "-" in each}
    return bool(_PARTED.fullmatch(token)) and (bare.isdecimal() or bare.rstrip("0123456789OIL") in prefixes)


def _check_spelling(row: Row, token: str, names: Mapping[str, int]) -> Iterator[Fault]:
    """Yield the fault of an origin in another spelling: the less frequent spelling, or the later if both are as frequent."""
    order = list(names)
    likest = [name for name in order if name != token and (is_close(name, token) or _main_words(name) == _main_words(token))]
    other = max(likest, key=lambda name: (names[name], -order.index(name)), default="")
    if other and (names[other], -order.index(other)) > (names[token], -order.index(token)):
        yield row.fault("derives_from", "one spelling of an origin", shown(token), advice=f"did you mean {other!r}?")


def _main_words(name: str) -> frozenset[str]:
    words = frozenset(fold(name).split())
    return words - _GENERIC or words


def check_mentions(tables: Tables) -> Iterator[Fault]:
    """Yield the texts in notes that look like ids of sources or questions but are not: C-99, c-08, C–08."""
    ids = {row[column] for name, column in _MENTIONED.items() for row in tables[name].rows}
    parted = [(prefix, number) for prefix, dash, number in (each.partition("-") for each in ids) if dash]
    shapes = {f"{re.escape(prefix)}{_DASHES}[0-9]{{{len(number)}}}" for prefix, number in parted}
    if not shapes:
        return
    mention = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(shapes))})(?![\w-])", re.IGNORECASE)
    for name, columns in (("sources", ("note_en", "note_es")), ("disagreements", ("known_en", "known_es"))):
        for row in tables[name].rows:
            for column in columns:
                for found in dict.fromkeys(mention.findall(row[column])):
                    if found not in ids:
                        yield row.fault(column, "ids of sources or questions", shown(found), advice=did_you_mean(found, ids))


def check_answers(tables: Tables) -> Iterator[Fault]:
    """Yield the disagreements that no claim answers."""
    answered = {row["disagreement_id"] for row in tables["claims"].rows}
    for row in tables["disagreements"].rows:
        if row["disagreement_id"] not in answered:
            question = shortened(row["disagreement_id"])
            yield row.fault("disagreement_id", f"a claim that answers {question}", "none")


def find_unnamed_places(tables: Tables) -> tuple[str, ...]:
    """Return the ids of the places that no claim names. They are shown nowhere."""
    named = {row["place_id"] for row in tables["claims"].rows}
    return tuple(row["place_id"] for row in tables["places"].rows if row["place_id"] not in named)


def check_derivation(tables: Tables) -> Iterator[Fault]:
    """Yield one fault for each circle of sources that derive from one another: such a circle has no origin."""
    parents = {row["source_id"]: read_tokens(row["derives_from"]) for row in tables["sources"].rows}
    seen: set[str] = set()
    for row in tables["sources"].rows:
        circle = _way_back(row["source_id"], parents)
        if circle and not seen & set(circle):
            seen |= set(circle)
            yield row.fault("derives_from", "sources that do not derive from themselves", " from ".join(map(shortened, circle)))


def _way_back(source_id: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the shortest chain of origins from a source back to itself; empty for none."""
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
    Rule(check_mentions, {"sources": ("source_id",), "disagreements": ("disagreement_id",)}),
    Rule(check_answers, {"disagreements": ("disagreement_id",), "claims": ("disagreement_id",)}),
)
