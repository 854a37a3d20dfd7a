"""A copy of the evidence in which every text that a maintainer writes is an attack on the page."""

import csv
import shutil
from pathlib import Path
from typing import Final

from geo.evidence import seal

EVIDENCE: Final = Path(__file__).resolve().parents[2] / "data" / "evidence"

ATTACK: Final = (
    "</script></style></title><script>window.top.ran=1</script><img src=x onerror=window.top.ran=1>"
    "<svg/onload=window.top.ran=1>${window.top.ran=1}`;window.top.ran=1;`\\';window.top.ran=1;//\\\";{{7*7}}{%raw%}{#_abc123 "
    "\u202e\u2028\u2066\u200f&lt;&amp;"
    "![x](https://outside.test/x.png)[x](javascript:window.top.ran=1):red[x]$x^2$*x*<iframe/src=//outside.test>"
)
"""Of at most 12 words, since it stands in for key phrases too."""
LENGTH: Final = 100_000
"""Characters of the long cells."""
LONG: Final = frozenset({"note_en", "note_es", "title", "title_es"})
"""The columns that have one long cell each."""

TEXTS: Final = {
    "attributes.csv": ("label_en", "label_es"),
    "authorisations.csv": ("name_en", "name_es", "short_en", "short_es"),
    "claims.csv": ("statement_en", "statement_es", "value", "value_es", "unit", "attributed_to", "attributed_to_es", "phrase"),
    "disagreements.csv": ("question_en", "question_es", "known_en", "known_es"),
    "places.csv": ("name", "name_es", "coordinate_source", "note_en", "note_es"),
    "sources.csv": ("title", "title_es", "publisher", "author", "stance", "stance_es", "note_en", "note_es"),
}
"""The columns that hold text in words, by file."""


def copy_hostile(directory: Path) -> Path:
    """Copy the evidence into a new directory, every text in words replaced, and seal it."""
    shutil.copytree(EVIDENCE, directory)
    for file, columns in TEXTS.items():
        _spoil(directory / file, columns)
    seal(directory)
    return directory


def _spoil(path: Path, columns: tuple[str, ...]) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        rows = list(reader)
        header = reader.fieldnames or ()
    long = set(columns) & LONG
    for row in rows:
        for column in columns:
            if row[column] and row.get("value_type", "text") in ("", "text"):
                row[column] = f"{row[column].split()[0]}{ATTACK}"
                if column in long:
                    long.remove(column)
                    row[column] = row[column].ljust(LENGTH, "W")
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
