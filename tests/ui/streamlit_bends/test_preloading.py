"""The header that names the late scripts: what is named exists and is not named twice."""

import re
from importlib.resources import files

from geo.ui.streamlit_bends.preloading import frame_scripts, links


def test_the_installed_streamlit_has_scripts_to_name() -> None:
    """The script that mounts a component's frame is among them, each is a file, and the document names none of them."""
    static = files("streamlit").joinpath("static")
    document = static.joinpath("index.html").read_text(encoding="utf-8")
    assert any(name.startswith("ComponentInstance.") for name in frame_scripts())
    assert all(static.joinpath("static", "js", name).is_file() and name not in document for name in frame_scripts())


def test_addresses_are_relative_so_that_a_base_path_keeps_working() -> None:
    """None begins with a slash or a host."""
    assert all(target.startswith("./static/js/") for target in re.findall("<([^>]*)>", links()))
