"""A view with the style in which it is drawn."""

from geo.atlas import Atlas
from geo.draw.fills import mix
from geo.evidence import Evidence
from geo.view import start_state
from tests.draw.figure.views import styled


def test_the_colour_of_some_acts(evidence: Evidence, atlas: Atlas) -> None:
    """One act has its own, two the mean of theirs, the context grey."""
    view = styled(evidence, atlas, start_state(evidence, "en"))
    first, second = evidence.authorisations
    own = [evidence.authorisations[key].colour for key in (first, second)]
    assert [view.colour([key]) for key in (first, second)] == own
    assert view.colour([second, first]) == mix(*own, 0.5)
    assert view.colour([]) == view.style.paint.context
