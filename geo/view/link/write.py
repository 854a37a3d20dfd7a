"""Write a view as a link."""

from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from geo.view.link.keys import link_keys
from geo.view.link.records import LinkContext
from geo.view.state import ViewState


def to_query(state: ViewState, context: LinkContext) -> str:
    """Write a view as the query of a link, without the question mark, keys in the order of the table."""
    written = ((key.name, key.write(state, context)) for key in link_keys(context))
    pairs = [(name, value) for name, value in written if value is not None]
    return urlencode(pairs, safe=",:", quote_via=quote)


def to_link(state: ViewState, context: LinkContext, base_url: str) -> str:
    """Write a view as a full link; a query or fragment of the page's address does not go into it."""
    address = urlsplit(base_url)
    return urlunsplit((address.scheme, address.netloc, address.path or "/", to_query(state, context), ""))
