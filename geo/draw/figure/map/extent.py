"""Which ground a map shows: what the reader sees on the screen, or all of Peru."""

import math
from typing import Final

from geo.atlas import Atlas
from geo.draw.figure.map.frame import Frame, Kilometres, fit_frame
from geo.draw.figure.map.projection import project, project_bounds
from geo.view import Viewport

_SCREEN: Final = (720.0, 600.0)
"""Width and height in pixels of the page's map, to which the zoom of a view belongs."""
_KILOMETRES_PER_PIXEL: Final = 156.543034
"""Of a web map at the equator, at zoom 0."""


def country_ground(atlas: Atlas) -> Kilometres:
    """Return the ground around all units."""
    wests, souths, easts, norths = zip(*(unit.bounds for unit in atlas.units), strict=True)
    return project_bounds(min(wests), min(souths), max(easts), max(norths))


def viewport_ground(at: Viewport) -> Kilometres:
    """Return the ground that the page's map shows at a viewport."""
    x, y = project((at.longitude, at.latitude))
    scale = _KILOMETRES_PER_PIXEL * math.cos(math.radians(at.latitude)) / 2**at.zoom
    across, down = (side * scale / 2 for side in _SCREEN)
    return x - across, y - down, x + across, y + down


def country_frame(atlas: Atlas, width: float, height: float, *, margin: float) -> Frame:
    """Return the frame of a size around all units."""
    return fit_frame(country_ground(atlas), width, height, margin=margin)


def view_frame(atlas: Atlas, at: Viewport | None, size: tuple[float, float], *, margin: float) -> Frame:
    """Return the frame of a size that shows what a viewport does; without one, or where it shows more, all of Peru.

    Parameters
    ----------
    margin
        Pixels to be kept free around the country.
    """
    country = country_frame(atlas, *size, margin=margin)
    if at is None:
        return country
    frame = fit_frame(viewport_ground(at), *size, margin=0)
    return frame if frame.scale > country.scale else country
