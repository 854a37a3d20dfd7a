"""Names fold to what they have in common."""

import pytest

from geo.atlas import fold_name

FOLDED = {
    "accents": ("Huánuco", "huanuco"),
    "decomposed accents": ("Huánuco", "huanuco"),
    "case": ("SAN MARTÍN", "san martin"),
    "tilde": ("Cañete", "canete"),
    "punctuation": ("Huanca-Sancos.", "huanca sancos"),
    "abbreviation": ("Sta. Lucía", "santa lucia"),
    "spaces": ("  La   Mar ", "la mar"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("name", "folded"), FOLDED.values(), ids=FOLDED)
def test_fold_name(name: str, folded: str) -> None:
    """Case, accents, punctuation, spaces and common abbreviations do not count."""
    assert fold_name(name) == folded
