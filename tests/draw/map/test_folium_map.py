"""The folium map, and the layer that paints a view on it."""

import folium
import pytest

from geo.draw.map.folium_map import AtlasMap, ViewLayer
from tests.draw.mounted import ASSETS


def script_of(element: folium.Map | folium.FeatureGroup) -> str:
    """Return the scripts of what is in a map or layer, as streamlit-folium takes them."""
    children = element._children.values()  # noqa: SLF001 - branca has no public way to the children
    scripts = (child._template.module.__dict__.get("script") for child in children)  # noqa: SLF001
    return "\n".join(script(child, {}) for child, script in zip(children, scripts, strict=True) if script)


def test_the_map_names_the_server_s_files_and_no_other() -> None:
    """Scripts and style sheets are those of the assets: folium's own, which lie on the internet, are left out."""
    shown = AtlasMap(ASSETS)
    assert [address for _, address in shown.default_js] == [ASSETS.map_js]
    assert [address for _, address in shown.default_css] == [ASSETS.leaflet_css, ASSETS.map_css]
    assert shown.render() == ""


def test_the_map_hands_its_configuration_to_the_script() -> None:
    """The map is mounted with the address of its configuration."""
    shown = AtlasMap(ASSETS)
    assert f'window.Ingreso.mount({shown.get_name()}, "{ASSETS.config}")' in script_of(shown)


@pytest.mark.parametrize("view", ['{"units": {}}', '{"lines": ["</script>"]}'])
def test_a_layer_shows_its_view_and_draws_nothing(view: str) -> None:
    """The literal reaches the script as it is: who makes it has escaped it."""
    layer = ViewLayer(view)
    assert layer.render() == ""
    assert script_of(layer) == f"window.atlas.answer({view});"
