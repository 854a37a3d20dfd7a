"""The inset of a map."""

from geo.atlas import Atlas
from geo.draw.figure.labels.occupied_area import cover_of
from geo.draw.figure.map.extent import country_frame
from geo.draw.figure.map.inset import find_inset
from geo.draw.figure.svg import Box


def test_the_inset_covers_no_unit(atlas: Atlas) -> None:
    """The inset lies on the sea, and its window around the unit that it enlarges."""
    frame = country_frame(atlas, 500, 640, margin=8)
    inset = find_inset(atlas, frame, 1.0)
    assert inset is not None
    cover = cover_of(atlas, frame)
    units = {cover.numbers[unit.code] for unit in atlas.units}
    assert not units & cover.shares(inset.box).keys()
    x, y = frame.place(atlas.unit("PE-CAL").label)
    assert inset.window.holds(Box(x, y, x, y))
    assert inset.frame.scale > 2 * frame.scale


def test_a_map_without_room_has_no_inset(atlas: Atlas) -> None:
    """Where the sea is too small for an inset, there is none."""
    assert find_inset(atlas, country_frame(atlas, 160, 200, margin=8), 1.0) is None
