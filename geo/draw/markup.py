"""Elements of HTML; every text and every attribute in them goes through the one escaper."""

from geo.draw.escape import to_html


def element(tag: str, *inner: str, classes: str = "", **attributes: str) -> str:
    """Return an element around finished markup; the values of its attributes are escaped here."""
    given = {"class": classes, **attributes} if classes else attributes
    return f"{void(tag, **given)}{''.join(inner)}</{tag}>"


def void(tag: str, **attributes: str) -> str:
    """Return an element that has nothing inside and no end; the values of its attributes are escaped here."""
    written = "".join(f' {name.replace("_", "-")}="{to_html(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>"


def text(tag: str, content: str, *, classes: str = "", **attributes: str) -> str:
    """Return an element around a text."""
    return element(tag, to_html(content), classes=classes, **attributes)
