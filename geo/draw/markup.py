"""Elements of HTML and SVG. Every text in them is escaped, unless it is markup.

The type of markup is :class:`markupsafe.Markup`: its methods escape their arguments, and only ``Markup(...)`` does not escape.
Join pieces with :func:`join`, since ``"".join(...)`` returns a plain string.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape

__all__ = ["Attribute", "Markup", "element", "escape", "join", "number", "shape", "text", "void"]

Attribute = str | float | None
"""Value of an attribute; a number is written with at most two decimals, None leaves the attribute out."""


def element(tag: str, *inner: str, classes: Attribute = "", **attributes: Attribute) -> Markup:
    """Return an element around markup and texts; a text is escaped.

    Parameters
    ----------
    classes
        Value of the attribute ``class``.
    **attributes
        By name; ``_`` stands for ``-``.
    """
    return Markup(f"{_start(tag, classes, attributes)}>{join(inner)}</{tag}>")  # noqa: S704 - escaped piece by piece


def void(tag: str, *, classes: Attribute = "", **attributes: Attribute) -> Markup:
    """Return an element of HTML that has no end, such as ``input``."""
    return Markup(f"{_start(tag, classes, attributes)}>")  # noqa: S704 - its attributes are escaped


def shape(tag: str, *, classes: Attribute = "", **attributes: Attribute) -> Markup:
    """Return an element of SVG with nothing inside."""
    return Markup(f"{_start(tag, classes, attributes)}/>")  # noqa: S704 - its attributes are escaped


def text(tag: str, content: str, *, classes: Attribute = "", **attributes: Attribute) -> Markup:
    """Return an element around one text."""
    return element(tag, content, classes=classes, **attributes)


def join(pieces: Iterable[str], separator: str = "") -> Markup:
    """Return the pieces joined. Pieces that are not markup are escaped, and so is the separator."""
    return escape(separator).join(pieces)


def _start(tag: str, classes: Attribute, attributes: dict[str, Attribute]) -> str:
    named = {"class": classes, **attributes} if classes else attributes
    return f"<{tag}" + "".join(
        f' {name.replace("_", "-")}="{_value(value)}"' for name, value in named.items() if value is not None
    )


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """Return a number with at most two decimals."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
