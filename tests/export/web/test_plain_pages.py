"""The pages of the static site that need no script."""

import re

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.frames.places import places_frame
from geo.export.web.data import page_claims, page_facts
from geo.export.web.plain_pages import claims_page, table_page
from geo.view import make_context, start_state


def test_the_table_has_a_row_for_each_naming(evidence: Evidence, atlas: Atlas) -> None:
    """Under a head that says what a column means; a link leads to the map."""
    context = make_context(evidence, atlas, start_state(evidence, "es"))
    page = table_page(context, home="es.html").decode()
    assert page.count("<tr>") == len(places_frame(context)) + 1
    assert '<html lang="es">' in page
    assert 'href="es.html"' in page


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_claim_is_there(evidence: Evidence, atlas: Atlas, language: str) -> None:
    """Each once, in the language of the page, and no script."""
    context = make_context(evidence, atlas, start_state(evidence, language))
    page = claims_page(context, home="index.html").decode()
    found = re.findall(r'data-claim="([^"]+)"', page)
    assert sorted(found) == sorted(claim.claim_id for claim in (*page_claims(context), *page_facts(context)))
    assert "<script" not in page
