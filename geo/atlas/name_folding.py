"""Read place names as people write them: fold them for comparison, and split off level and area."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geo.atlas.records import Level

ABBREVIATIONS: Final = {
    "sta": "santa",
    "sto": "santo",
    "pto": "puerto",
    "gral": "general",
    "dpto": "departamento",
    "depto": "departamento",
    "dep": "departamento",
    "prov": "provincia",
    "dist": "distrito",
    "reg": "region",
    "gore": "gobierno regional",
}
LEVEL_WORDS: Final[Mapping[str, Level]] = {
    "departamento": "unit",
    "department": "unit",
    "region": "unit",
    "gobierno regional": "unit",
    "provincia constitucional": "unit",
    "constitutional province": "unit",
    "provincias": "unit",
    "provincia": "province",
    "province": "province",
    "metropolitana": "province",
    "metropolitan": "province",
    "distrito": "place",
    "district": "place",
    "ciudad": "place",
    "city": "place",
    "pueblo": "place",
    "town": "place",
    "centro poblado": "place",
    "puerto": "place",
    "port": "place",
}
"""Words before or after a name that say what it is. The province of Lima is called metropolitan, the rest "Lima Provincias"."""

_WORDS: Final = "|".join(sorted(LEVEL_WORDS, key=len, reverse=True))
_BEFORE: Final = re.compile(rf"(?:(?:el|la|the) )?(?P<what>{_WORDS})(?: de| del| of)?(?: (?P<name>.+))?")
_AFTER: Final = re.compile(rf"(?:the )?(?P<name>.+) (?P<what>{_WORDS})")
_BETWEEN: Final = re.compile(r"[,;()/\[\]]|\s[-\u2010-\u2015]+\s")
"""What stands between a name and the area that it lies in."""
_COUNTRY: Final = ("pe", "peru", "republica del peru")


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """A written place name, taken apart."""

    name: str
    level: Level | None = None
    """Level that the text names; None if it names none."""
    within: tuple[str, ...] = ()
    """Names of the areas that the place lies in, folded."""


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Return a name without case, accents, punctuation and abbreviations, so that spellings can be compared.

    >>> fold_name("  Sta. LUCÍA ")
    'santa lucia'
    """
    decomposed = unicodedata.normalize("NFKD", name)
    unseen = {"Mn", "Mc", "Me", "Cf"}
    letters = "".join(char for char in decomposed if unicodedata.category(char) not in unseen).casefold()
    words = "".join(char if char.isalnum() else " " for char in letters).split()
    return " ".join(ABBREVIATIONS.get(word, word) for word in words)


def read_place_query(text: str) -> PlaceQuery:
    """Return the name, level and areas of a written place name. The country is left out.

    Parameters
    ----------
    text
        A name, with or without the areas that it lies in, behind a comma, a dash or in brackets, and with or without a word
        that says what it is.

    >>> read_place_query("Iquitos, Loreto, Perú")
    PlaceQuery(name='iquitos', level=None, within=('loreto',))
    >>> read_place_query("Provincia Constitucional del Callao")
    PlaceQuery(name='callao', level='unit', within=())
    """
    parts = [fold_name(part) for part in _BETWEEN.split(text)]
    parts = [part for part in parts if part and part not in _COUNTRY] or [fold_name(text)]
    (name, level), *areas = (_split_level(part) for part in parts)
    # A word in brackets that stands alone says what the name is: "Loreto (región)".
    levels = [level, *(said for area, said in areas if not area)]
    return PlaceQuery(name, next(filter(None, levels), None), tuple(area for area, _ in areas if area))


def _split_level(text: str) -> tuple[str, Level | None]:
    """Return a folded name without the word for its level, and the level; None for no such word."""
    found = _BEFORE.fullmatch(text) or _AFTER.fullmatch(text)
    return (found["name"] or "", LEVEL_WORDS[found["what"]]) if found else (text, None)
