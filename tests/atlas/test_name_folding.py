"""Names fold to what they have in common."""

import pytest

from geo.atlas import fold_name
from geo.atlas.name_folding import PlaceQuery, read_place_query

FOLDED = {
    "accents": ("Huánuco", "huanuco"),
    "decomposed accents": ("Huánuco", "huanuco"),
    "case": ("SAN MARTÍN", "san martin"),
    "tilde": ("Cañete", "canete"),
    "punctuation": ("Huanca-Sancos.", "huanca sancos"),
    "abbreviation": ("Sta. Lucía", "santa lucia"),
    "spaces": ("  La   Mar ", "la mar"),
    "a character that nobody sees": ("Lo\u200breto", "loreto"),
    "nothing": ("", ""),
}
QUERIES = {
    "Iquitos": PlaceQuery("iquitos"),
    "Iquitos, Maynas, Loreto, Perú": PlaceQuery("iquitos", within=("maynas", "loreto")),
    "Iquitos - Loreto": PlaceQuery("iquitos", within=("loreto",)),
    "Loreto (departamento)": PlaceQuery("loreto", "unit"),
    "the region of Loreto": PlaceQuery("loreto", "unit"),
    "Peru": PlaceQuery("peru"),
    "Huanca-Sancos": PlaceQuery("huanca sancos"),
}


@pytest.mark.parametrize(("name", "folded"), FOLDED.values(), ids=FOLDED)
def test_fold_name(name: str, folded: str) -> None:
    """Case, accents, punctuation, spaces and common abbreviations do not count."""
    assert fold_name(name) == folded


@pytest.mark.parametrize(("text", "query"), QUERIES.items(), ids=QUERIES)
def test_what_a_written_name_asks_for(text: str, query: PlaceQuery) -> None:
    """The name, what it is said to be, and where it is said to lie."""
    assert read_place_query(text) == query
