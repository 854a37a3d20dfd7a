"""The data of the offline page's script."""

import json

from geo.evidence import Basis, Role, Topic
from geo.export.web.data import page_claims, page_data, page_facts, page_places
from geo.text import LANGUAGES
from geo.view.state import BasisFilter
from tests.view.samples import context_of, evidence_of, naming, saying, source

EVIDENCE = evidence_of(
    naming("1", "harbour"),
    naming("2", "north", authorisation_id="Y", source_id="C"),
    saying("3", Topic.COST, "cost"),
    sources=(source("T"), source("C", basis=Basis.CORROBORATION)),
)


def test_the_page_has_what_its_filters_can_show() -> None:
    """Acts, days and roles of the view leave nothing out: the reader can switch them on."""
    narrow = context_of(EVIDENCE, authorisations=(), roles=())
    assert [claim.claim_id for claim in page_claims(narrow)] == ["1", "2"]
    assert [claim.claim_id for claim in page_facts(narrow)] == ["3"]
    assert [place.place_id for place in page_places(narrow)] == ["north", "harbour"]


def test_a_view_of_the_texts_has_the_texts_alone() -> None:
    """The basis cannot be changed on a page that was made of the texts."""
    texts = context_of(EVIDENCE, basis=BasisFilter.TEXTS)
    assert [claim.claim_id for claim in page_claims(texts)] == ["1"]
    assert [place.place_id for place in page_places(texts)] == ["harbour"]


def test_the_data_is_json_and_names_everything_that_a_link_may_name() -> None:
    """It has the acts with their windows, every role, and the days and independent source of each claim."""
    data = json.loads(json.dumps(page_data(context_of(EVIDENCE, place="harbour")), allow_nan=False))
    assert (data["selected"], data["siblings"]) == ("harbour", {})
    assert [(act["id"], act["start"], act["end"]) for act in data["acts"]] == [
        ("M", "2031-03-01", "2031-03-31"),
        ("Y", "2032-05-01", "2032-05-31"),
    ]
    assert data["link"]["roles"] == [role.value for role in Role]
    assert data["link"]["languages"] == list(LANGUAGES)
    first, second = data["claims"]
    assert (first["act"], first["place"], first["start"], first["text"]) == ("M", "harbour", "2031-03-01", True)
    assert (second["text"], second["voice"] != first["voice"]) == (False, True)


def test_a_page_of_a_site_knows_the_pages_in_other_languages() -> None:
    """Its links to them have the view in their address."""
    data = page_data(context_of(EVIDENCE), {"en": "index.html", "es": "es.html"})
    assert data["siblings"] == {"en": "index.html", "es": "es.html"}
