"""The short list of places by act."""

from dataclasses import replace

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.web.place_list import places_by_act
from geo.view import make_context, start_state


def test_acts_come_in_their_order(evidence: Evidence, atlas: Atlas) -> None:
    """Each act that names a place has a heading; an act that is off has none."""
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    acts = [context.act_name(key) for key in context.state.authorisations]
    groups = [str(group) for group in places_by_act(context)]
    assert [next(name for name in acts if name in group) for group in groups[: len(acts)]] == acts


def test_nothing_is_said_to_be_nothing(evidence: Evidence, atlas: Atlas) -> None:
    """With every act and role off one sentence says that nothing matches."""
    state = replace(start_state(evidence, "en"), authorisations=(), roles=())
    assert "Nothing matches" in "".join(places_by_act(make_context(evidence, atlas, state)))
