"""What leaves the app: citations."""

from geo.export.citations import CitationStyle, cite_sources, cite_view

__all__ = ["CitationStyle", "cite_sources", "cite_view"]
