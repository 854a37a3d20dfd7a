"""Write a view as a link."""

from collections.abc import Iterable
from urllib.parse import quote, urlsplit, urlunsplit

from geo.view.link.keys import link_keys
from geo.view.link.records import LinkContext
from geo.view.link.repair import TEXT_KEY
from geo.view.state import ViewState


def to_query(state: ViewState, context: LinkContext) -> str:
    """Write a view as the query of a link, without the question mark, keys in the order of the table."""
    written = ((key.name, key.write(state, context)) for key in link_keys(context))
    return join_query((name, value) for name, value in written if value is not None)


def join_query(pairs: Iterable[tuple[str, str]]) -> str:
    """Return keys and values as a query, in the one spelling in which queries are compared.

    Commas and colons stay readable, but not in a free text: programs that break links put spaces behind commas.
    """
    return "&".join(f"{quote(name, safe='')}={quote(value, safe='' if name == TEXT_KEY else ',:')}" for name, value in pairs)


def to_link(state: ViewState, context: LinkContext, base_url: str) -> str:
    """Write a view as a full link; a query or fragment of the page's address does not go into it."""
    address = urlsplit(base_url)
    return urlunsplit((address.scheme, address.netloc, address.path or "/", to_query(state, context), ""))
