"""The frame that embeds a view in another page: link, title and markup."""

from dataclasses import replace
from typing import Final

from geo.draw.markup import element
from geo.export.citations.references import refer_to_view
from geo.view import View, ViewContext, to_link

EMBEDDED: Final = "embed=true"
"""Key of a link; with it the page shows only title, headline, map and legend."""


def embed_link(context: ViewContext) -> str:
    """Return the link of the embedded form of a view, which always shows the map."""
    return f"{to_link(replace(context.state, view=View.MAP), context.link_context, context.base_url)}&{EMBEDDED}"


def embed_title(context: ViewContext) -> str:
    """Return the title of the frame, which says what it shows to readers who cannot see it."""
    return refer_to_view(context).whole_title


def embed_code(link: str, *, title: str, width: int, height: int) -> str:
    """Return the markup of a frame as plain text to copy; the frame is never wider than the element around it.

    Parameters
    ----------
    link
        From :func:`embed_link`.
    width, height
        CSS pixels.
    """
    look = "border:0;max-width:100%"
    frame = element("iframe", src=link, title=title, width=str(width), height=str(height), style=look, loading="lazy")
    return str(frame)  # plain text: a page that shows it must escape it
