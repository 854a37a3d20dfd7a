"""The folium map and the layer that paints a view on it."""

from dataclasses import dataclass

import folium
from branca.element import MacroElement
from folium.template import Template

from geo.draw.escape import to_script


@dataclass(frozen=True, slots=True)
class Assets:
    """URLs of the map's scripts and data, relative to the component's frame."""

    leaflet_css: str
    map_js: str
    """Leaflet and our own script in one file: see :mod:`geo.draw.map.map_script`."""
    map_css: str
    config: str
    """Of what the map is drawn from; beside it, in ``atlas/``, lie the files of the geometry."""


class AtlasMap(folium.Map):
    """A folium map that takes Leaflet and its own script from the app's server, and draws the bundled geometry."""

    def __init__(self, assets: Assets) -> None:
        """Make the map whose configuration ``assets/map.js`` fetches."""
        super().__init__(
            location=(-9.2, -75.0),
            zoom_start=5,
            tiles=None,
            min_zoom=4,
            max_zoom=12,
            zoom_snap=0.25,
            zoom_delta=0.5,
            wheel_px_per_zoom_level=120,
            scroll_wheel_zoom=False,  # the wheel scrolls the page; see scripts/input.js
            max_bounds=True,
            min_lat=-22,
            max_lat=4,
            min_lon=-88,
            max_lon=-62,
            attribution_control=False,
            world_copy_jump=False,
            track_resize=False,  # the viewport keeps its frame by itself
        )
        self.default_js = [("map", assets.map_js)]
        self.default_css = [("leaflet_css", assets.leaflet_css), ("map_css", assets.map_css)]
        _MapMount(assets.config).add_to(self)

    def render(self, **_: object) -> str:
        """Render nothing: the page takes the script alone, and a whole HTML document around it is most of folium's work."""
        return ""


class _MapMount(MacroElement):
    """Hand the Leaflet map over to ``assets/map.js``."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.atlas = window.Ingreso.mount({{ this._parent.get_name() }}, {{ this.config }});"
        "{% endmacro %}"
    )

    def __init__(self, address: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "MapMount"
        self.config = to_script(address)


class ViewLayer(folium.FeatureGroup):
    """A layer that draws nothing of its own: it hands a view over to the mounted map."""

    def __init__(self, view: str) -> None:
        """Make the layer of a view that ``assets/map.js`` reads, a literal that is safe in a script."""
        super().__init__()
        _ViewPaint(view).add_to(self)

    def render(self, **_: object) -> str:
        """Render nothing, as the map does."""
        return ""


class _ViewPaint(MacroElement):
    """Hand a view over to the mounted map."""

    _template = Template("{% macro script(this, kwargs) %}window.atlas.answer({{ this.view }});{% endmacro %}")

    def __init__(self, view: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "ViewPaint"
        self.view = view
