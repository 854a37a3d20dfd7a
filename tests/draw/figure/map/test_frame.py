"""Where the ground lies on the sheet."""

from geo.draw.figure.map.frame import fit_frame


def test_ground_is_as_large_as_fits_in_the_middle() -> None:
    """The margin stays free, and the narrower side decides."""
    frame = fit_frame((0, 0, 100, 200), 300, 220, margin=10)
    assert frame.scale == 1
    assert frame.put((50, 100)) == (150, 110)
    assert frame.put((0, 0)) == (100, 10)
