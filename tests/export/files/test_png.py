"""What a PNG says of itself."""

import io

from PIL import Image


def test_resolution_and_link_are_read_back(files: dict[str, bytes]) -> None:
    """150 pixels per inch, and the address of the view."""
    picture = Image.open(io.BytesIO(files["png"]))
    assert [round(side) for side in picture.info["dpi"]] == [150, 150]
    assert picture.info["URL"].startswith("https://example.org/ingreso/?v=1&")
