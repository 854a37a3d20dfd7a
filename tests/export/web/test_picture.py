"""The map of a view as one drawing for both themes."""

import re

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.web.picture import act_mark, draw_picture
from geo.view import make_context, start_state
from geo.view.legend_entries import legend_entries


def test_every_colour_has_a_value_on_either_paper(evidence: Evidence, atlas: Atlas) -> None:
    """The drawing names no colour of its own: each is a variable that is given twice; the legend has an item for each entry."""
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    picture = draw_picture(context)
    used = set(re.findall(r"var\((--[a-z0-9]+)\)", picture.map + "".join(picture.legend)))
    assert used == set(picture.colours)
    assert re.search(r'(fill|stroke)="#', picture.map) is None
    assert {len(pair) for pair in picture.colours.values()} == {2}
    assert len(picture.legend) == len(legend_entries(context))


def test_the_mark_of_an_act_has_its_colour(evidence: Evidence, atlas: Atlas) -> None:
    """By a variable that the picture gives; the context has none."""
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    mark = act_mark(next(iter(evidence.authorisations)), context)
    assert "--act0" in mark
    assert draw_picture(context).acts["--act0"][0] == next(iter(evidence.authorisations.values())).colour
    assert act_mark("", context) == ""
