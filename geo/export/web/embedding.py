"""The markup that puts a view into a page of somebody else's."""

from dataclasses import replace
from typing import Final

from geo.draw.markup import element
from geo.export.citations.references import refer_to_view
from geo.view import View, ViewContext, to_link

EMBEDDED: Final = "embed=true"
"""What in a link leaves the page with title, headline, map and legend."""


def embed_link(context: ViewContext) -> str:
    """Write a view as the link of its embedded form, which shows the map whatever the reader has open."""
    return f"{to_link(replace(context.state, view=View.MAP), context.link_context, context.base_url)}&{EMBEDDED}"


def embed_title(context: ViewContext) -> str:
    """Return what a frame with a view is called: who cannot see the frame learns what it shows."""
    return refer_to_view(context).whole_title


def embed_code(link: str, *, title: str, width: int, height: int) -> str:
    """Return the markup of a frame as a text to be copied and pasted; it is never wider than what it is pasted into.

    Parameters
    ----------
    link
        From :func:`embed_link`.
    width, height
        CSS pixels.
    """
    look = "border:0;max-width:100%"
    frame = element("iframe", src=link, title=title, width=str(width), height=str(height), style=look, loading="lazy")
    return str(frame)  # a page that shows it escapes it
