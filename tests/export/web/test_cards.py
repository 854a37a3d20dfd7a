"""Places, facts and sources of the offline page."""

import pytest
from lxml import html

from geo.evidence import Evidence, Topic
from geo.export.web.cards import facts, link, places, sources
from tests.view.samples import context_of, evidence_of, naming, saying, source


def tree_of(markup: str) -> html.HtmlElement:
    """Return markup as the children of one element."""
    return html.fragment_fromstring(str(markup), create_parent="div")


def two_acts() -> Evidence:
    """Make evidence of a place that both acts name, and one cost."""
    return evidence_of(
        naming("1", "harbour", statement_en="First <b>said</b>."),
        naming("2", "harbour", authorisation_id="Y", source_id="U", phrase="al puerto", paragraph=3),
        saying("3", Topic.COST, "cost", value="5", value_type="integer"),
        sources=(source("T"), source("U"), source("unused")),
    )


def test_a_place_has_the_claims_of_each_act_in_order() -> None:
    """Each act is a group with its cards; a text of the data stays text."""
    tree = tree_of(places(context_of(two_acts())))
    (place,) = tree.xpath("./details")
    assert place.get("data-place") == "harbour"
    assert place.xpath(".//section[@data-group]/@data-group") == ["M", "Y"]
    assert place.xpath(".//article/@data-claim") == ["1", "2"]
    assert "First <b>said</b>." in [paragraph.text for paragraph in place.xpath(".//article/p")]
    assert (place.xpath("string(.//q)"), "paragraph 3" in place.text_content()) == ("al puerto", True)


def test_a_fact_is_under_its_topic() -> None:
    """Its card begins with attribute and value; it is under no place."""
    (topic,) = tree_of(facts(context_of(two_acts()))).xpath("./details")
    assert topic.get("data-topic") == "cost"
    assert topic.xpath(".//article/@data-claim") == ["3"]
    assert topic.xpath("string(.//article/div)").endswith(": 5")


def test_the_sources_are_those_of_the_claims() -> None:
    """A source that no claim has is not listed."""
    entries = tree_of(sources(context_of(two_acts()))).xpath("./ol/li")
    assert [entry.xpath("string(b)") for entry in entries] == ["Source T", "Source U"]


@pytest.mark.parametrize(
    ("address", "is_linked"),
    [("https://example.org/a?b=1", True), ("http://example.org", True), ("javascript:alert(1)", False), ("", False)],
)
def test_only_an_address_of_the_web_is_a_link(address: str, *, is_linked: bool) -> None:
    """A link tells the other site nothing of the page; any other address is left out."""
    tree = tree_of(link("A <label>", address))
    assert tree.text_content() == "A <label>"
    assert tree.xpath("//a/@href") == ([address] if is_linked else [])
    assert tree.xpath("//a/@rel") == (["noopener noreferrer"] if is_linked else [])
