"""The one value that a view is made of."""

from geo.view import start_state
from tests.view.samples import context_of, evidence_of, naming


def test_what_follows_from_the_state() -> None:
    """Link, name of an act, and what is selected."""
    context = context_of(evidence_of(naming("1", "harbour")), place="harbour")
    assert context.link.startswith("?v=1&auth=M,Y&")
    assert [context.act_name("M"), context.act_name("")] == ["M", "Context"]
    assert (context.is_selected("harbour"), context.is_selected("")) == (True, False)
    assert context.point_of(context.selection.places["harbour"]) == (-77.0, -12.0)
    assert context.day.isoformat() == "2000-01-01"
    assert start_state(context.evidence, "es").language == "es"
