"""The detail of the selected place."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import markup_of, texts, tree_of

Open = Callable[..., AppTest]
DETAIL = ("paragraph 4", "stated by the source", "Sources differ", "km from Lima (great circle, to its point)")


def test_detail_shows_who_says_what(open_app: Open) -> None:
    """Pisco's cards name source, paragraph, phrase and certainty, and the disagreement that touches it."""
    detail = tree_of(markup_of(open_app(place="pisco")))
    assert "Pisco" in texts(detail, "//h2")
    assert any("including Lima, Pisco, and Chiclayo" in phrase for phrase in texts(detail, "//article//q[@lang='en']"))
    said = detail.text_content()
    assert [part for part in DETAIL if part not in said] == []


def test_a_claim_says_why_the_map_does_not_show_it(open_app: Open) -> None:
    """A role that is off, or too few sources, take a place off the map in a role, not its claims out of the detail."""
    switched_off = "Not on the map: this role is switched off."
    too_few = "Not on the map: fewer than two independent sources."
    assert switched_off not in markup_of(open_app(place="santa-lucia"))
    assert too_few not in markup_of(open_app(place="santa-lucia"))
    assert markup_of(open_app(place="santa-lucia", min="2")).count(too_few) == 1
    assert markup_of(open_app(place="puno")).count(switched_off) == 1
    assert "Left out: Authorised presence (2023 training): Santa Lucía;" in markup_of(open_app(min="2"))


def test_an_unnamed_unit_is_said_to_be_unnamed(open_app: Open) -> None:
    """A region that nothing names has a detail that says so, with its neighbours."""
    lines = texts(tree_of(markup_of(open_app(place="PE-TAC"))), "//p")
    assert lines.count("not named") == 2
    assert any(line.startswith("Borders on Moquegua and Puno. ") for line in lines)


def test_what_the_filters_keep_off_the_map_can_be_shown(open_app: Open) -> None:
    """The detail of Puno links to the view with the role that names it."""
    (address,) = tree_of(markup_of(open_app(place="puno"))).xpath("//a[.='Show it']/@href")
    assert "role=deployment,exercise,venue,protest" in address


def test_the_verdict_comes_before_the_claims(open_app: Open) -> None:
    """Role, number of independent sources, and their names, act by act; the focus can go to it."""
    (verdict,) = tree_of(markup_of(open_app(place="pisco"))).xpath("//*[@data-place='pisco']")
    assert verdict.get("tabindex") == "-1"
    assert verdict.xpath("following-sibling::section") != []
    assert verdict.xpath("preceding-sibling::section") == []
    said = " ".join(verdict.text_content().split())
    assert "not named" in said
    assert "Authorised presence · 3 independent sources:" in said
    assert "RPP" in said


def test_the_detail_can_be_closed(open_app: Open) -> None:
    """The button takes the place out of the link."""
    app = open_app(place="pisco")
    app.button(key="close").click().run()
    assert "place" not in app.query_params
