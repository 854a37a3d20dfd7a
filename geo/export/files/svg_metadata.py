"""What an SVG says of itself: RDF in the terms of Dublin Core and Creative Commons, as Inkscape and archives read it."""

from typing import Final

from geo.draw.figure import FONT_LICENCE, Figure
from geo.draw.markup import Markup, element, join, shape, text
from geo.export.citations.references import PROJECT
from geo.export.files.metadata import keywords, rights
from geo.view import ViewContext

_NAMESPACES: Final = {
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:cc": "http://creativecommons.org/ns#",
    "xmlns:schema": "https://schema.org/",
}


def svg_metadata(figure: Figure, context: ViewContext) -> Markup:
    """Return the content of the ``metadata`` element: title, link, who made it, licence and version of the data, fonts."""
    words = context.words
    link = context.link if context.base_url else ""
    return element(
        "rdf:RDF",
        element(
            "cc:Work",
            text("dc:title", figure.title),
            text("dc:format", "image/svg+xml"),
            shape("dc:type", **{"rdf:resource": "http://purl.org/dc/dcmitype/StillImage"}),
            text("dc:language", figure.language),
            text("dc:date", context.day.isoformat()),
            text("schema:version", context.evidence.version),
            *((text("dc:source", link), text("dc:identifier", link)) if link else ()),
            element("dc:creator", element("cc:Agent", text("dc:title", words(PROJECT)))),
            element("dc:rights", element("cc:Agent", text("dc:title", f"{rights(context)} {FONT_LICENCE}"))),
            *(shape("cc:license", **{"rdf:resource": item.path}) for item in context.evidence.licences),
            element("dc:subject", element("rdf:Bag", join(text("rdf:li", word) for word in keywords(context)))),
            **{"rdf:about": ""},
        ),
        **_NAMESPACES,
    )
