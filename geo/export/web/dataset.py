"""The data as a ``Dataset`` of schema.org in JSON-LD, for search engines and archives."""

from collections.abc import Mapping
from typing import Any, Final

from geo.export.citations.references import PROJECT
from geo.export.citations.styles import CitationStyle, cite_view
from geo.export.files.metadata import keywords
from geo.view import CAUTION, SUBJECT, ViewContext

_SCHEMA: Final = "https://schema.org/"


def dataset(context: ViewContext, files: Mapping[str, str]) -> dict[str, Any]:
    """Return the data behind a view as a ``Dataset``.

    Parameters
    ----------
    files
        Media types of its files by address.
    """
    windows = [act.window for act in context.evidence.authorisations.values()]
    west, south, east, north = zip(*(unit.bounds for unit in context.atlas.units), strict=True)
    box = f"{min(south)} {min(west)} {max(north)} {max(east)}"
    return {
        "@context": _SCHEMA,
        "@type": "Dataset",
        "name": context.words(SUBJECT),
        "description": f"{context.headline.text} {context.words(CAUTION)}",
        "inLanguage": context.state.language,
        "version": context.evidence.version,
        "dateModified": context.day.isoformat(),
        "keywords": list(keywords(context)),
        "license": [licence.path for licence in context.evidence.licences],
        "creator": {"@type": "Organization", "name": context.words(PROJECT)},
        "citation": cite_view(context, CitationStyle.APA),
        "isAccessibleForFree": True,
        "temporalCoverage": f"{min(window.start for window in windows)}/{max(window.end for window in windows)}",
        "spatialCoverage": {
            "@type": "Place",
            "name": context.words("Peru"),
            "geo": {"@type": "GeoShape", "box": box},
        },
        "distribution": [
            {"@type": "DataDownload", "contentUrl": address, "encodingFormat": media_type}
            for address, media_type in files.items()
        ],
        **({"url": context.base_url} if context.base_url else {}),
    }
