"""What a figure is drawn from: the context of the view, its fills, and its style."""

from collections.abc import Iterable
from dataclasses import dataclass

from geo.draw.figure.theme import Style
from geo.draw.fills import Palette
from geo.view import ViewContext, Viewport


@dataclass(frozen=True, slots=True)
class StyledView:
    """A view, and the style in which it is drawn."""

    context: ViewContext
    palette: Palette
    style: Style
    extent: Viewport | None = None
    """What the map shows; None for all of Peru."""

    def colour(self, authorisations: Iterable[str]) -> str:
        """Return the one colour of some authorisations together, as of a line; grey for context."""
        fill = self.palette.fill(authorisations)
        return fill.colour if fill else self.style.paint.context
