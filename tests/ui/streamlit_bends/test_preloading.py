"""The header that names the late scripts: what is named exists and is not named twice."""

import importlib
import re
import sys
from importlib.resources import files

import pytest

from geo.ui.paths import MAP_ASSETS_DIRECTORY
from geo.ui.resources import load_resources
from geo.ui.streamlit_bends.preloading import (
    GEOMETRY,
    component_scripts,
    frame_scripts,
    later_addresses,
    links,
    streamlit_scripts,
)


def test_the_installed_streamlit_has_scripts_to_name() -> None:
    """The script that mounts a component's frame is among them, each is a file, and the document names none of them."""
    static = files("streamlit").joinpath("static")
    document = static.joinpath("index.html").read_text(encoding="utf-8")
    assert any(name.startswith("ComponentInstance.") for name in frame_scripts())
    assert all(static.joinpath("static", "js", name).is_file() and name not in document for name in frame_scripts())


def test_addresses_are_relative_so_that_a_base_path_keeps_working() -> None:
    """None begins with a slash or a host."""
    assert all(target.startswith("./static/js/") for target in re.findall("<([^>]*)>", links()))


def test_what_comes_later_is_prefetched_by_addresses_of_the_page() -> None:
    """The frame's script, all that the map is made of, and the widgets, each once and none that is preloaded already."""
    targets = later_addresses(load_resources().assets)
    assert len(targets) == len(set(targets))
    assert {f"./component/streamlit_folium.st_folium/static/js/{name}" for name in component_scripts()} <= set(targets)
    assert sum(target.startswith("./assets/atlas/") for target in targets) == len(GEOMETRY)
    assert not {target.rpartition("/")[2] for target in targets} & set(frame_scripts())


def test_the_frame_is_named_once_it_is_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the first script run there is nothing at its address, and a browser would say so."""
    monkeypatch.delitem(sys.modules, "streamlit_folium", raising=False)
    assert component_scripts() == ()
    importlib.import_module("streamlit_folium")
    assert all(name.endswith(".js") for name in component_scripts())
    assert component_scripts()


def test_the_layers_are_those_of_the_map() -> None:
    """The list is that of the script which asks for them."""
    script = (MAP_ASSETS_DIRECTORY / "host.js").read_text(encoding="utf-8")
    assert all(f'"{name}"' in script for name in GEOMETRY)


def test_an_unknown_script_is_not_named() -> None:
    """With another version of Streamlit a script may be gone."""
    assert streamlit_scripts(("NoSuchScript.",)) == ()
