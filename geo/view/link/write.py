"""Write a view as a link."""

from collections.abc import Iterable
from urllib.parse import quote, urlsplit, urlunsplit

from geo.view.link.keys import link_keys
from geo.view.link.records import LinkContext
from geo.view.link.repair import TEXT_KEY
from geo.view.state import ViewState


def to_query(state: ViewState, context: LinkContext) -> str:
    """Return a view as the query of a link, without the question mark, keys in the order of :func:`link_keys`."""
    written = ((key.name, key.write(state, context)) for key in link_keys(context))
    return join_query((name, value) for name, value in written if value is not None)


def join_query(pairs: Iterable[tuple[str, str]]) -> str:
    """Return keys and values as a query. Equal pairs give equal text, so that queries can be compared.

    Commas and colons are not encoded, except in free text: programs that break links put spaces after commas.
    """
    return "&".join(f"{quote(name, safe='')}={quote(value, safe='' if name == TEXT_KEY else ',:')}" for name, value in pairs)


def to_link(state: ViewState, context: LinkContext, base_url: str) -> str:
    """Return a view as a full link; a query or fragment of ``base_url`` is dropped."""
    address = urlsplit(base_url)
    return urlunsplit((address.scheme, address.netloc, address.path or "/", to_query(state, context), ""))
