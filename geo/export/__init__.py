"""What leaves the app: citations, and the markup that embeds a view."""

from geo.export.citations import CitationStyle, cite_sources, cite_view
from geo.export.embedding import embed_code, embed_link, embed_title

__all__ = ["CitationStyle", "cite_sources", "cite_view", "embed_code", "embed_link", "embed_title"]
