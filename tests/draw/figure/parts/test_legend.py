"""The legend of a figure: what it holds of a view."""

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.view import start_state
from tests.draw.figure.views import telling_views, texts_of


def test_the_legend_holds_only_what_occurs(evidence: Evidence, atlas: Atlas) -> None:
    """A fill or shape that is not on the map is not in the legend, and every one that is, is."""
    start = texts_of(evidence, atlas, start_state(evidence, "en"))
    everything = texts_of(evidence, atlas, telling_views(evidence, "en")["all roles"])
    for entry in ("Named in the context only", "US Navy laboratory", "Centre of protests"):
        assert entry not in start
        assert entry in everything
    for entry in ("Named under 2023 training", "that only contains", "Dashed: city", "Summit venue"):
        assert entry in start
