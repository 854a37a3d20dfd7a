"""The painted ground of a figure's map."""

import re
from dataclasses import replace

from geo.atlas import Atlas
from geo.draw.figure.map.basemap import paint_ground, selected_unit, unit_colours
from geo.draw.figure.map.extent import country_frame
from geo.draw.figure.styled_view import StyledView
from geo.evidence import Evidence, Role
from geo.view import start_state
from tests.draw.figure.views import styled


def ground_of(view: StyledView, atlas: Atlas) -> str:
    """Return the ground of an A4 map of all of Peru as SVG."""
    return paint_ground(view, country_frame(atlas, 500, 640, margin=8), "ground").svg()


def test_every_unit_says_how_it_is_shown(evidence: Evidence, atlas: Atlas) -> None:
    """Classes tell the state of each of the 25, as on the page's map."""
    view = styled(evidence, atlas, start_state(evidence, "en"))
    classes = dict(re.findall(r'class="unit unit-(PE-[A-Z]{3}) ([^"]+)"', ground_of(view, atlas)))
    assert sorted(classes) == [unit.code for unit in atlas.units]
    assert classes["PE-LOR"] == "named auth-31758"
    assert classes["PE-LAM"] == "contains auth-9307"
    assert classes["PE-TUM"] == "off"


def test_units_that_are_named_are_painted_last(evidence: Evidence, atlas: Atlas) -> None:
    """So that their borders are whole."""
    view = styled(evidence, atlas, start_state(evidence, "en"))
    states = re.findall(r'class="unit unit-PE-[A-Z]{3} (named|contains|off)', ground_of(view, atlas))
    first = states.index("named")
    assert set(states[first:]) == {"named"}


def test_the_colours_of_a_unit(evidence: Evidence, atlas: Atlas) -> None:
    """One act fills it, two have stripes, the context is grey, and an open level is pale."""
    state = replace(start_state(evidence, "en"), roles=tuple(Role))
    view = styled(evidence, atlas, state)
    units, paint = view.context.selection.units, view.style.paint
    act = evidence.authorisations["31758"].colour
    assert unit_colours(view, None) == (paint.unit,)
    assert unit_colours(view, units["PE-LOR"]) == (act,)
    assert unit_colours(view, units["PE-LAM"]) == (paint.unit,)
    assert len(unit_colours(view, units["PE-LIM"])) == 2
    assert act not in unit_colours(view, units["PE-LIM"])
    assert unit_colours(view, units["PE-ARE"]) == (paint.context_fill,)


def test_what_is_selected_is_a_unit(evidence: Evidence, atlas: Atlas) -> None:
    """By its code, or by the place that is the whole of it; a locality selects no unit."""
    start = start_state(evidence, "en")
    chosen = [selected_unit(styled(evidence, atlas, replace(start, place=key))) for key in ("PE-LOR", "loreto", "pisco", "")]
    assert chosen == ["PE-LOR", "PE-LOR", "", ""]
    assert 'class="selected"' in ground_of(styled(evidence, atlas, replace(start, place="loreto")), atlas)
    assert 'class="selected"' not in ground_of(styled(evidence, atlas, start), atlas)
