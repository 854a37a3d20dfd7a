"""The card of a claim, and the line that names its source."""

from dataclasses import replace

import pytest

from geo.evidence import Basis, Claim, Role
from geo.ui.html.claims import claim_card, source_line
from geo.ui.html.glossary import Terms
from geo.view import passage_url
from tests.ui.conftest import page_of, texts, tree_of


def naming(basis: Basis) -> Claim:
    """Return a claim of the frozen evidence that names a place of deployment, from a source of a basis on the web."""
    evidence = page_of().context.evidence
    return next(
        claim
        for claim in evidence.claims.values()
        if claim.role is Role.DEPLOYMENT
        and evidence.sources[claim.source_id].basis is basis
        and evidence.sources[claim.source_id].url
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_card_has_statement_phrase_source_and_certainty(language: str) -> None:
    """The phrase is marked as being in the language of its source, whatever that of the page."""
    page, claim = page_of(language=language), replace(naming(Basis.TEXT), phrase="una frase", paragraph=7)
    source = page.context.evidence.sources[claim.source_id]
    (card,) = tree_of(claim_card(claim, page)).xpath("//article")
    assert page.context.words.of(claim, "statement") in texts(card, ".//p")
    assert card.xpath(".//q/@lang") == [source.language]
    assert page.context.words("paragraph {number}", number=7) in card.text_content()
    assert card.xpath(".//a[@target='_blank']/@href") == [passage_url(claim, source)]
    (copied,) = card.xpath(".//button/@data-copy")
    assert source.url in copied


def test_terms_are_explained_once_in_a_panel() -> None:
    """The second card of a panel has the same role and certainty as plain text."""
    page, claim = page_of(), naming(Basis.TEXT)
    terms = Terms(page.context.words)
    first, second = (tree_of(claim_card(claim, page, terms=terms)) for _ in range(2))
    assert texts(first, "//summary") == ["Authorised presence", "stated by the source"]
    assert texts(second, "//summary") == []
    assert texts(tree_of(claim_card(claim, page)), "//summary") == []


def test_a_card_can_do_without_its_heading_and_carry_a_remark() -> None:
    """Where the row above says the role, the card does not; a remark comes after the statement."""
    page, claim = page_of(), naming(Basis.TEXT)
    card = tree_of(claim_card(claim, page, heading=False, notes=("Not on the map.",)))
    assert "Authorised presence" not in card.text_content()
    assert texts(card, "//p") == [page.context.words.of(claim, "statement"), "Not on the map."]


def test_a_corroborating_page_is_said_to_be_one() -> None:
    """The line of a text says nothing of the kind."""
    page = page_of()
    text, corroboration = (tree_of(source_line(naming(basis), page)).text_content() for basis in Basis)
    assert "corroboration" in corroboration
    assert "corroboration" not in text
