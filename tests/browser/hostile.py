"""A copy of the evidence in which every text that a maintainer writes is an attack on the page, and as long as may be."""

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from geo.evidence import seal

EVIDENCE: Final = Path(__file__).resolve().parents[2] / "data" / "evidence"

FRAGMENTS: Final = (
    "</script><script>window.top.ran=1</script>",
    "</style></title><svg/onload=window.top.ran=1>",
    "<img src=x onerror=window.top.ran=1>",
    "${window.top.ran=1}`;window.top.ran=1;`",
    "\\';window.top.ran=1;//\\\";{{7*7}}{%raw%}{#_abc123",
    "&lt;&amp;![x](https://outside.test/x.png)",
    "[x](javascript:window.top.ran=1):red[x]$x^2$*x*",
    "<iframe/src=//outside.test>",
)
"""Each breaks out of something; together they have at most 12 words, since they stand in for key phrases too.

Characters that cannot be seen, as those that turn the direction, are not among them: the check refuses them.
"""
ATTACK: Final = "".join(FRAGMENTS)
ENDLESS: Final = 100_000
"""Characters: far more than any text may have."""

TEXTS: Final = {
    "attributes.csv": ("label_en", "label_es"),
    "authorisations.csv": ("name_en", "name_es", "short_en", "short_es"),
    "claims.csv": ("statement_en", "statement_es", "value", "value_es", "unit", "attributed_to", "attributed_to_es", "phrase"),
    "disagreements.csv": ("question_en", "question_es", "known_en", "known_es"),
    "places.csv": ("name", "name_es", "coordinate_source", "note_en", "note_es"),
    "sources.csv": ("title", "title_es", "publisher", "author", "stance", "stance_es", "note_en", "note_es"),
}
"""The columns that hold text in words, by file."""

Row = dict[str, str]


def copy_hostile(directory: Path) -> Path:
    """Copy the evidence into a new directory, every text in words replaced, and seal it."""
    shutil.copytree(EVIDENCE, directory, ignore=shutil.ignore_patterns("history.csv"))  # as if never sealed before
    for file, columns in TEXTS.items():
        limits = longest(file)
        rewrite(directory / file, lambda row, number, to=columns, upto=limits: _spoiled(row, number, to, upto))
    seal(directory)
    return directory


def longest(file: str) -> dict[str, int]:
    """Return how many characters each column of a table may have, as far as the descriptor bounds their number."""
    descriptor = json.loads((EVIDENCE / "datapackage.json").read_text(encoding="utf-8"))
    (fields,) = (each["schema"]["fields"] for each in descriptor["resources"] if each["path"] == file)
    limits = {field["name"]: field.get("constraints", {}).get("maxLength") for field in fields}
    return {name: limit for name, limit in limits.items() if limit}


def rows_of(path: Path) -> list[Row]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def rewrite(path: Path, change: Callable[[Row, int], Row]) -> None:
    """Write a table again, each row changed; a row's number, from 0, is given with it."""
    rows = [change(row, number) for number, row in enumerate(rows_of(path))]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def in_words(row: Row, columns: tuple[str, ...]) -> Iterator[str]:
    """Yield those of the columns in which a row has a text in words."""
    yield from (column for column in columns if row[column] and row.get("value_type", "text") in ("", "text"))


def _spoiled(row: Row, number: int, columns: tuple[str, ...], limits: dict[str, int]) -> Row:
    spoiled = {}
    for turn, column in enumerate(in_words(row, columns), start=number):
        beginning = f"{row[column].split()[0]}{number}"  # without a number of its own an act could be named like another
        text = beginning + _attack(limits[column] - len(beginning), turn)
        spoiled[column] = text.strip().ljust(limits[column], "W")
    return row | spoiled


def _attack(room: int, turn: int) -> str:
    """Return the whole attack or, where it is too long, as many of its fragments as there is room for, others in each turn."""
    if len(ATTACK) <= room:
        return ATTACK
    first = turn % len(FRAGMENTS)
    text = ""
    for fragment in (*FRAGMENTS[first:], *FRAGMENTS[:first]):
        if len(text) + len(fragment) <= room:
            text += fragment
    return text
