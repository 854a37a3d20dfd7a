"""Citing a claim."""

from geo.evidence import Evidence
from geo.text import translator
from geo.view import cite_claim, passage_url


def test_a_passage_is_linked_with_a_text_fragment(evidence: Evidence) -> None:
    """The phrase is percent-encoded, its hyphens too, since they mean something in a fragment."""
    claim = next(claim for claim in evidence.claims.values() if claim.claim_id == "A23-09")
    source = evidence.sources[claim.source_id]
    address = passage_url(claim, source)
    base, _, fragment = address.partition("#:~:text=")
    assert base == source.url
    assert fragment
    assert not set(" ,&-") & set(fragment)


def test_a_source_without_address_has_no_link(evidence: Evidence) -> None:
    """Where the text gives no address, none is made up; corroboration has no phrase and links to the page."""
    by_source = {claim.source_id: claim for claim in evidence.claims.values()}
    assert passage_url(by_source["001"], evidence.sources["001"]) == ""
    assert passage_url(by_source["C-03"], evidence.sources["C-03"]) == evidence.sources["C-03"].url


def test_a_citation_says_all_that_finds_the_passage(evidence: Evidence) -> None:
    """Statement, source id, author, title, publisher, date, paragraph and address, without what is not known."""
    claim = evidence.claims["A23-12"]
    assert cite_claim(claim, evidence.sources["002"], translator("es")) == (
        f"{claim.statement_es} Fuente 002: Misión Verdad, "
        "“What is Behind the Entry of US Troops and Weapons Into Peru?”, Orinoco Tribune, 5 de junio de 2023, párrafo 5."
    )
