"""Links to the addresses of the whole data, for programs."""

from typing import Final

from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.markup import Markup

ADDRESSES: Final = ("data/claims.csv", "data/datapackage.json", "data/places.geojson")
"""Relative to the address of the page; :mod:`geo.ui.server.routes.data` answers them."""


def data_addresses(words: Translator) -> Markup:
    """Return a line with a link to each address."""
    links = (
        markup.element("a", markup.text("code", f"/{address}"), href=address, target="_blank", rel="noopener")
        for address in ADDRESSES
    )
    label = markup.text("span", words("The whole data has addresses of its own, for programs:"))
    return markup.element("p", label, " ", markup.join(links, ", "), classes="note")
