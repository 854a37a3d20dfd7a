"""The card of a claim and the line that names its source, for all views."""

from geo.evidence import Basis, Claim
from geo.ui.html import markup
from geo.ui.html.glossary import Terms
from geo.ui.html.links import source_link
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.view import attribute_label, cite_claim, passage_url, published_text
from geo.view.labels import CERTAINTY_MEANINGS, ROLE_LABELS, ROLE_MEANINGS, certainty_text


def claim_card(
    claim: Claim, page: Page, *, terms: Terms | None = None, notes: tuple[str, ...] = (), heading: bool = True
) -> Markup:
    """Return the card of a claim: statement, key phrase, source with passage, certainty.

    Parameters
    ----------
    terms
        Terms of the panel: role and certainty are explained at their first use. If None, they are not explained.
    notes
        Remarks on the claim, such as why the map does not show its place.
    heading
        Whether the card begins with its role or attribute.
    """
    words = page.context.words
    language = page.context.evidence.sources[claim.source_id].language
    return markup.element(
        "article",
        markup.element("div", _topic(claim, page, terms), classes="kicker") if heading else "",
        markup.text("p", words.of(claim, "statement"), classes="statement"),
        *(markup.text("p", note, classes="note") for note in notes),
        markup.quotation(claim.phrase, language),
        source_line(claim, page),
        markup.element("div", _certainty(claim, page, terms), _copy_button(claim, page), classes="certainty"),
        classes="claim",
    )


def source_line(claim: Claim, page: Page) -> Markup:
    """Return the name of a claim's source, its date, the paragraph, and the link to the passage."""
    words, source = page.context.words, page.context.evidence.sources[claim.source_id]
    details = [published_text(source.published, words)]
    if claim.paragraph:
        details.append(words("paragraph {number}", number=claim.paragraph))
    if source.basis is Basis.CORROBORATION:
        details.append(words("corroboration"))
    return markup.element(
        "div",
        markup.element("b", source_link(source, words)),
        *(f" · {detail}" for detail in details if detail),
        _passage(claim, page),
        classes="origin",
    )


def _passage(claim: Claim, page: Page) -> Markup:
    words, source = page.context.words, page.context.evidence.sources[claim.source_id]
    if not source.url:
        return Markup()
    label = words("Go to the passage") if claim.phrase else words("Go to the page")
    link = markup.text("a", label, href=passage_url(claim, source), target="_blank", rel="noopener noreferrer")
    return markup.join((" · ", link))


def _topic(claim: Claim, page: Page, terms: Terms | None) -> Markup:
    if not claim.role:
        return markup.text("span", attribute_label(claim.attribute, page.context.evidence, page.context.words))
    label = page.context.words(ROLE_LABELS[claim.role])
    return terms.term(label, ROLE_MEANINGS[claim.role]) if terms else markup.text("span", label)


def _certainty(claim: Claim, page: Page, terms: Terms | None) -> Markup:
    label = certainty_text(claim, page.context.words)
    return terms.term(label, CERTAINTY_MEANINGS[claim.certainty][1]) if terms else markup.text("span", label)


def _copy_button(claim: Claim, page: Page) -> Markup:
    citation = cite_claim(claim, page.context.evidence.sources[claim.source_id], page.context.words)
    return markup.copy_button(page.context.words("Copy as citation"), citation)
