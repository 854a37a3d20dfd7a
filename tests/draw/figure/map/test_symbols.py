"""Dots of places and signs of roles on a figure."""

from dataclasses import replace

import pytest

from geo.atlas import Atlas
from geo.draw.figure.map.extent import country_frame
from geo.draw.figure.map.symbols import (
    Sign,
    dot_box,
    dot_colours,
    draw_dot,
    draw_dots,
    draw_signs,
    signs_of,
    signs_width,
)
from geo.draw.figure.styled_view import StyledView
from geo.evidence import Evidence, Role
from geo.view import start_state
from geo.view.place_symbols import roles_with_symbol
from tests.draw.figure.views import styled


@pytest.fixture
def view(evidence: Evidence, atlas: Atlas) -> StyledView:
    """Return a view with all roles."""
    return styled(evidence, atlas, replace(start_state(evidence, "en"), roles=tuple(Role)))


def test_a_row_of_signs_has_its_room() -> None:
    """None takes none; each further sign takes as much."""
    widths = [signs_width(count, 3) for count in range(4)]
    assert widths[0] == 0
    assert widths[3] - widths[2] == pytest.approx(widths[2] - widths[1])


def test_signs_stand_in_their_row(view: StyledView) -> None:
    """A path for each, of its role, in the order given."""
    row = draw_signs([Sign(Role.PORT, "#111111"), Sign(Role.VENUE, "#222222")], 0, 5, radius=3, rim="#ffffff")
    assert row.count("<path") == 2
    assert row.index("role-port") < row.index("role-venue")
    assert view.style.paint.unit not in row


def test_a_sign_has_the_colour_of_the_acts_that_name_it_in_its_role(view: StyledView) -> None:
    """Two roles of a place may have two colours."""
    lima = view.context.selection.places["lima"]
    signs = signs_of(view, lima)
    assert [sign.role for sign in signs] == list(roles_with_symbol(lima))
    assert len({sign.colour for sign in signs}) > 1


def test_a_place_without_a_point_has_no_dot(view: StyledView, atlas: Atlas) -> None:
    """Neither has one outside the frame."""
    frame = country_frame(atlas, 500, 640, margin=8)
    places = view.context.selection.places
    box = dot_box(view, frame, places["pisco"])
    assert box is not None
    assert box.width == box.height
    assert dot_box(view, frame, places["loreto"]) is None
    assert dot_box(view, replace(frame, left=frame.left + 5000), places["pisco"]) is None


def test_the_selected_dot_is_drawn_last(evidence: Evidence, atlas: Atlas) -> None:
    """Nothing covers it."""
    frame = country_frame(atlas, 500, 640, margin=8)
    drawn = draw_dots(styled(evidence, atlas, replace(start_state(evidence, "en"), place="chiclayo")), frame).svg()
    assert drawn.rindex('class="place ') == drawn.index('class="place place-chiclayo"')


def test_a_dot_has_a_sector_for_each_act(view: StyledView) -> None:
    """Beside the disc in the first colour; the context has one colour."""
    acts = tuple(view.context.evidence.authorisations)
    colours = dot_colours(view, acts)
    assert (len(colours), len(dot_colours(view, ())), len(dot_colours(view, acts[:1]))) == (2, 1, 1)
    drawn = draw_dot(colours, 10, 10, radius=3)
    assert (drawn.count("<circle"), drawn.count("<path")) == (1, 1)
    assert draw_dot(colours[:1], 10, 10, radius=3).count("<path") == 0
