"""Small pieces of markup for what Streamlit has no element for; every text in them goes through the one escaper."""

from urllib.parse import quote

import streamlit as st

from geo.draw.markup import element, text

__all__ = ["element", "icon", "show", "swatch", "swatch_line", "text"]


def show(html: str) -> None:
    """Put finished markup on the page."""
    st.html(html)


def icon(svg: str) -> str:
    """Return an SVG document as a picture that says nothing to who cannot see it: its label stands beside it.

    Streamlit takes SVG elements out of markup, so the picture is an image with its document in the address.
    """
    return element("img", src=f"data:image/svg+xml,{quote(svg)}", alt="", aria_hidden="true")


def swatch(colour: str, *, classes: str = "swatch") -> str:
    """Return a small patch of colour, which a reader who sees no colour loses nothing by missing."""
    return element("span", classes=classes, style=f"background:{colour}", aria_hidden="true")


def swatch_line(colour: str, content: str) -> str:
    """Return a line of text behind a patch of colour."""
    return element("div", swatch(colour), text("span", content), classes="swatch-line")
