"""Elements of HTML for what Streamlit has no element for. Whatever goes into one is escaped, unless it is markup by type.

:class:`markupsafe.Markup` is that type. Join pieces with :func:`join`: ``"".join(...)`` forgets the type, and what it gives is
escaped like any other text.
"""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

import streamlit as st
from markupsafe import Markup, escape

__all__ = [
    "Markup",
    "copy_block",
    "copy_button",
    "element",
    "escape",
    "icon",
    "join",
    "label",
    "plain",
    "show",
    "swatch",
    "text",
    "void",
]

_MARKS: Final = re.compile(r"[\\`*_\[\]$<~#&|]|:(?=\w)|^[-+>]|(?<=\d)[.)](?=\s)", re.MULTILINE)
_LONGEST_LABEL: Final = 200

_INNER_MARKS: Final = str.maketrans(
    {
        "\N{LEFT DOUBLE QUOTATION MARK}": "\N{LEFT SINGLE QUOTATION MARK}",
        "\N{RIGHT DOUBLE QUOTATION MARK}": "\N{RIGHT SINGLE QUOTATION MARK}",
        "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{LEFT SINGLE QUOTATION MARK}",
        "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{RIGHT SINGLE QUOTATION MARK}",
    }
)


def element(tag: str, *inner: str, classes: str = "", **attributes: str) -> Markup:
    """Return an element around markup and texts; a text is escaped.

    Parameters
    ----------
    classes
        Value of the attribute ``class``.
    **attributes
        By name; ``_`` stands for ``-``.
    """
    return Markup(f"{void(tag, classes=classes, **attributes)}{join(inner)}</{tag}>")  # noqa: S704 - escaped piece by piece


def void(tag: str, *, classes: str = "", **attributes: str) -> Markup:
    """Return an element that has nothing inside and no end, such as ``img``."""
    named = {"class": classes, **attributes} if classes else attributes
    written = "".join(f' {name.replace("_", "-")}="{escape(value)}"' for name, value in named.items())
    return Markup(f"<{tag}{written}>")  # noqa: S704 - its attributes are escaped


def text(tag: str, content: str, *, classes: str = "", **attributes: str) -> Markup:
    """Return an element around one text."""
    return element(tag, content, classes=classes, **attributes)


def join(pieces: Iterable[str], separator: str = "") -> Markup:
    """Return pieces one after the other; those that are no markup, and the separator, are escaped."""
    return escape(separator).join(pieces)


def show(html: Markup) -> None:
    """Put markup on the page."""
    st.html(str(html))


def label(content: str) -> str:
    """Return a text for the label of a widget, so that it means itself: Streamlit reads it as Markdown with formulas.

    More than 200 characters are cut: the browser's reader of Markdown takes time by the square of the length of a word.
    """
    return plain(content if len(content) <= _LONGEST_LABEL else f"{content[:_LONGEST_LABEL]}…")


def plain(content: str) -> str:
    """Return a text of our own, however long, so that it means itself in Markdown."""
    return _MARKS.sub(lambda found: f"\\{found.group()}", content)


def icon(svg: str) -> Markup:
    """Return an SVG document as a picture that says nothing to who cannot see it: its label stands beside it.

    Streamlit takes SVG elements out of markup, so the picture is an image with its document in the address.
    """
    return void("img", src=f"data:image/svg+xml,{quote(svg)}", alt="", aria_hidden="true")


def copy_button(label: str, content: str) -> Markup:
    """Return a button that puts a text on the clipboard; the browser does it alone, and says so (see gestures.py)."""
    return text("button", label, type="button", classes="copy", data_copy=content)


def copy_block(heading: str, content: str, *, label: str, is_code: bool = False) -> Markup:
    """Return a text under its heading, with a button that copies it; a long one scrolls, by keyboard too."""
    head = element("div", text("h3", heading), copy_button(label, content), classes="copy-head")
    return head + text("pre", content, classes="copied code" if is_code else "copied", tabindex="0", aria_label=heading)


def swatch(colour: str, *, classes: str = "swatch") -> Markup:
    """Return a small patch of colour, which a reader who sees no colour loses nothing by missing."""
    return element("span", classes=classes, style=f"background:{colour}", aria_hidden="true")


def swatch_line(colour: str, content: str) -> Markup:
    """Return a line of text behind a patch of colour."""
    return element("div", swatch(colour), text("span", content), classes="swatch-line")


def quotation(phrase: str, language: str) -> Markup:
    """Return a phrase in quotation marks, nothing where there is none; quotation marks within it become single ones."""
    return text("q", phrase.translate(_INNER_MARKS), lang=language, classes="phrase") if phrase else Markup()
