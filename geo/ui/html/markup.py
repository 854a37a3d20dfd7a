"""Markup for which Streamlit has no element, built with :mod:`geo.draw.markup`, and escaping for Streamlit's Markdown."""

import re
from typing import Final
from urllib.parse import quote

import streamlit as st

from geo.draw.markup import Markup, element, join, text, void

__all__ = [
    "Markup",
    "copy_block",
    "copy_button",
    "element",
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


def show(html: Markup) -> None:
    """Put markup on the page."""
    st.html(str(html))


def label(content: str) -> str:
    """Escape a text for the label of a widget, which Streamlit renders as Markdown with formulas.

    A longer text is cut to 200 characters, since the browser's Markdown parser takes quadratic time in the length of a word.
    """
    return plain(content if len(content) <= _LONGEST_LABEL else f"{content[:_LONGEST_LABEL]}…")


def plain(content: str) -> str:
    """Escape one of our own texts for Markdown; it may be of any length."""
    return _MARKS.sub(lambda found: f"\\{found.group()}", content)


def icon(svg: str, said: str = "") -> Markup:
    """Return an SVG document as an image with a text for screen readers; without one they skip it, and its label is beside it.

    Streamlit removes SVG elements from markup, so the document is the address of an ``img`` element.
    """
    return void("img", src=f"data:image/svg+xml,{quote(svg)}", alt=said, aria_hidden=None if said else "true")


def copy_button(label: str, content: str) -> Markup:
    """Return a button that copies a text; ``browser/scripts/gestures.js`` copies it and confirms it."""
    return text("button", label, type="button", classes="copy", data_copy=content)


def copy_block(heading: str, content: str, *, label: str, is_code: bool = False) -> Markup:
    """Return a text under a heading, with a button that copies it. A long text scrolls, with the keyboard too."""
    head = element("div", text("h3", heading), copy_button(label, content), classes="copy-head")
    return head + text("pre", content, classes="copied code" if is_code else "copied", tabindex="0", aria_label=heading)


def swatch(colour: str, *, classes: str = "swatch") -> Markup:
    """Return a swatch of a CSS colour, hidden from screen readers; a text beside it must say the same."""
    return element("span", classes=classes, style=f"background:{colour}", aria_hidden="true")


def swatch_line(colour: str, content: str) -> Markup:
    """Return a line of a swatch and a text."""
    return element("div", swatch(colour), text("span", content), classes="swatch-line")


def quotation(phrase: str, language: str) -> Markup:
    """Return a phrase in quotation marks; marks inside it become single ones. An empty phrase gives empty markup."""
    return text("q", phrase.translate(_INNER_MARKS), lang=language, classes="phrase") if phrase else Markup()
