"""The page of one run: context of the view, server data, theme and colours."""

from collections.abc import Mapping
from dataclasses import dataclass

from geo.draw import Palette, make_palette
from geo.ui.resources import Resources
from geo.view import ViewContext, ViewState


@dataclass(frozen=True, slots=True)
class Page:
    """The context of a view, with the server's data and the colours of the reader's theme."""

    context: ViewContext
    data: Resources
    theme: str
    """``light`` or ``dark``."""
    palette: Palette
    """The fill of each act, and of acts together."""

    @property
    def colours(self) -> Mapping[str, str]:
        """By authorisation id: its colour in the present theme, ``#rrggbb``."""
        return self.palette.colours


def make_page(data: Resources, state: ViewState, *, theme: str, base_url: str = "") -> Page:
    """Return the page of a view.

    Parameters
    ----------
    theme
        ``light`` or ``dark``.
    base_url
        Address of the page, without a query.
    """
    context = ViewContext(data.evidence, data.atlas, state, data.select(state.filtered), base_url)
    return Page(context, data, theme, make_palette(data.evidence.authorisations, state.authorisations, theme))
