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
    """URL of the configuration, JSON; the files of the geometry are beside it, in ``atlas/``."""

    def geometry(self, name: str) -> str:
        """Return the URL of a layer of the atlas."""
        return self.config.replace("map.json", f"atlas/{name}.geojson")


class AtlasMap(folium.Map):
    """A folium map that loads Leaflet and our script from the app's server, and draws the bundled geometry."""

    def __init__(self, assets: Assets) -> None:
        """Make a map that fetches its configuration from ``assets.config``; scripts/options.js has its other options."""
        super().__init__(location=(-9.2, -75.0), zoom_start=5, tiles=None)
        self.default_js = [("map", assets.map_js)]
        self.default_css = [("leaflet_css", assets.leaflet_css), ("map_css", assets.map_css)]
        _MapMount(assets.config).add_to(self)

    def render(self, **_: object) -> str:
        """Render nothing: the page needs only the script, and folium spends most of its time on the HTML document around it."""
        return ""


class _MapMount(MacroElement):
    """Call ``mount`` of scripts/map.js with the Leaflet map."""

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
    """A layer that draws nothing itself: it passes a view to the mounted map."""

    def __init__(self, view: str) -> None:
        """Make the layer of a view.

        Parameters
        ----------
        view
            JSON, escaped for a script, as :func:`geo.draw.map.view_layer.paint_view` makes it; scripts/map.js reads it.
        """
        super().__init__()
        _ViewPaint(view).add_to(self)

    def render(self, **_: object) -> str:
        """Render nothing, as :meth:`AtlasMap.render`."""
        return ""


class _ViewPaint(MacroElement):
    """Call ``show`` of the mounted map with a view."""

    _template = Template("{% macro script(this, kwargs) %}window.atlas.answer({{ this.view }});{% endmacro %}")

    def __init__(self, view: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "ViewPaint"
        self.view = view
