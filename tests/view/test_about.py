"""How the project is cited."""

from dataclasses import replace

from geo.evidence import Change
from geo.text import words_in
from geo.view import suggest_citation
from tests.view.samples import evidence_of

CHANGED = replace(evidence_of(), version="1.2.0", changes=(Change("1.2.0", "2027-01-02", "New.", "Nuevo."),))
TITLE = "Ingreso: where US forces were authorised to enter Peru"


def test_a_citation_names_title_year_version_and_address() -> None:
    """The year is that of the newest version of the data."""
    found = suggest_citation(CHANGED, "https://example.org/?v=1", words_in("en"))
    assert found == f"{TITLE} (2027). Data version 1.2.0. https://example.org/?v=1"


def test_what_is_not_known_is_left_out() -> None:
    """Without a change log there is no year, without an address none is made up."""
    assert suggest_citation(evidence_of(), "", words_in("en")) == f"{TITLE}. Data version 0"
