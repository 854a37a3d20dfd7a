"""What a reader gives for a view: a whole link, as copied from the page, or its query alone."""

from typing import Final
from urllib.parse import urlsplit

_SCHEMES: Final = ("http", "https")


def split_link(text: str) -> tuple[str, str]:
    """Split a link into the address of its page and its query, without the question mark.

    The address is empty where the query alone is given; an empty text is the view of a visitor without a link. The address of
    a figure stands for the page beside it, and a fragment is left out.

    Raises
    ------
    ValueError
        If the text is neither a link nor a query.
    """
    given = text.strip().partition("#")[0]
    address, mark, query = given.partition("?")
    if not mark and not _is_web(address):
        address, query = "", given
    if address and not _is_web(address):
        raise ValueError(f"expected a link, http://…?…, or its query, key=value&…, found {text!r}")
    if query and "=" not in query:
        raise ValueError(f"expected a query, key=value&…, found {query!r}")
    page, slash, last = address.rpartition("/")
    return (f"{page}{slash}" if last.startswith("figure.") else address), query


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.netloc)
