"""Small pieces of markup for what Streamlit has no element for; every text in them goes through the one escaper."""

import re
from typing import Final
from urllib.parse import quote

import streamlit as st

from geo.draw import to_html

_MARKS: Final = re.compile(r"[\\`*_\[\]$<~#&|]|:(?=\w)|^[-+>]|(?<=\d)[.)](?=\s)", re.MULTILINE)
_LONGEST_LABEL: Final = 200


def show(html: str) -> None:
    """Put finished markup on the page."""
    st.html(html)


def element(tag: str, *inner: str, classes: str = "", **attributes: str) -> str:
    """Return an element around finished markup; the values of its attributes are escaped here."""
    given = {"class": classes, **attributes} if classes else attributes
    written = "".join(f' {name.replace("_", "-")}="{to_html(value)}"' for name, value in given.items())
    return f"<{tag}{written}>{''.join(inner)}</{tag}>"


def text(tag: str, content: str, *, classes: str = "", **attributes: str) -> str:
    """Return an element around a text."""
    return element(tag, to_html(content), classes=classes, **attributes)


def label(content: str) -> str:
    """Return a text for the label of a widget, so that it means itself: Streamlit reads it as Markdown with formulas.

    More than 200 characters are cut: the browser's reader of Markdown takes time by the square of the length of a word.
    """
    shown = content if len(content) <= _LONGEST_LABEL else f"{content[:_LONGEST_LABEL]}…"
    return _MARKS.sub(lambda found: f"\\{found.group()}", shown)


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
