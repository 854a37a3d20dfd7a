"""The standalone map: a folium map of a view for a notebook, or for one file that requests nothing.

It has the scripts, the style sheet and the geometry of the page's map, inlined instead of fetched from the app's server.
"""

from typing import Any, Final

import folium
from branca.element import Element, MacroElement
from folium.template import Template

from geo.draw import to_script
from geo.draw.figure import FACES
from geo.draw.map import Assets, AtlasMap, MapSync, build_config, build_layer
from geo.draw.markup import element, text
from geo.export.files.fonts import font_rules
from geo.export.web.parts import load_parts
from geo.view import CAUTION, SUBJECT, ViewContext

_NO_ASSETS: Final = Assets(leaflet_css="", map_js="", map_css="", config="")
_HEIGHT: Final = "640px"
"""Height of the frame in a notebook."""
_LETTERS: Final = dict.fromkeys(FACES, frozenset[str]())
"""No letters besides those of both languages, which every subset has."""


class StandaloneMap(AtlasMap):
    """A folium map of a view that needs no other file."""

    def __init__(self, context: ViewContext, *, theme: str = "light") -> None:
        """Make the map of a view in the ``light`` or ``dark`` theme."""
        super().__init__(_NO_ASSETS)
        self._children.clear()  # the mount that fetches the configuration
        self.default_js, self.default_css = [], []
        self._layer = build_layer(
            context.evidence, context.state, context.selection, moment=MapSync(theme=theme), words=context.words
        )
        _Mount(context).add_to(self)
        self._layer.add_to(self)
        figure: Any = self.get_root()
        figure.title, figure.height = context.words(SUBJECT), _HEIGHT
        figure.header.add_child(_Inlined(), name="ingreso")
        figure.html.add_child(Element(_protect(_head(context))), name="head")
        self._legend = Element(_protect(_legend(context)))

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401 - folium's own
        """Render the map as folium does, then the layer, which the app's page renders itself."""
        folium.Map.render(self, **kwargs)  # type: ignore[no-untyped-call]
        for part in self._layer._children.values():  # noqa: SLF001 - branca has no public way to the children
            part.render(**kwargs)
        figure: Any = self.get_root()
        figure.html.add_child(self._legend, name="legend")
        return ""


class _Inlined(MacroElement):
    """The scripts and style sheets, in the head of the document."""

    _template = Template("<style>{{ this.sheet }}</style><script>{{ this.script }}</script>")

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        parts = load_parts()
        self.sheet = "\n".join((font_rules(_LETTERS), parts.map_sheet, parts.standalone_sheet))
        self.script = f"{parts.map_script}\n{parts.standalone_script}"

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401 - branca's own
        """Return the markup; the method of a macro element would add it to a document."""
        return str(Element.render(self, **kwargs))


class _Mount(MacroElement):
    """Call ``mountStandalone`` of scripts/standalone_map.js with the data of the map."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.Ingreso.mountStandalone({{ this._parent.get_name() }}, {{ this.data }});"
        "{% endmacro %}"
    )

    def __init__(self, context: ViewContext) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Mount"
        layers = context.atlas.layers
        config = {**build_config(context.evidence, context.atlas), "tiles": None}
        geometry = {name: getattr(layers, name) for name in ("units", "land", "lakes", "surroundings")}
        self.data = to_script({"config": config, **geometry})


def _head(context: ViewContext) -> str:
    words = context.words
    return element(
        "header",
        text("strong", words(SUBJECT)),
        text("span", f"{context.headline.text} {words(CAUTION)}"),
        classes="view-head",
    )


def _legend(context: ViewContext) -> str:
    """Return the legend: the colours of the acts that are on, and the hatching."""
    words, acts = context.words, context.evidence.authorisations
    entries = [
        element("li", element("i", style=f"background:{acts[act_id].colour}"), text("span", context.act_name(act_id)))
        for act_id in context.state.authorisations
    ]
    hatched = element("li", element("i", classes="hatched"), text("span", words("Region that only contains a named locality")))
    return element("ul", *entries, hatched, classes="view-legend", aria_label=words("Legend"))


def _protect(markup: str) -> str:
    """Escape markup for branca, which reads it as a Jinja template."""
    return str(markup).replace("{", "&#123;")
