"""Where US forces were authorised to enter Peru: evidence, atlas, view, drawings, exports and page.

In Python, a view of the evidence is opened by :func:`open_view`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.export.opened_view import OpenedView

__all__ = ["open_view"]


def open_view(link_or_query: str = "", *, evidence: str | Path | None = None) -> "OpenedView":
    """Open a view of the evidence: its tables as pandas and geopandas frames, its map, its figures and files.

    Parameters
    ----------
    link_or_query
        A link of the page, as people send it, or its query alone, ``v=1&auth=9307&lang=es``; without it, the view of a visitor
        without a link. What cannot be read in it is left out and said in ``notices``.
    evidence
        Folder of another Data Package; by default that of ``INGRESO_EVIDENCE``, or the project's own.

    Raises
    ------
    ValueError
        If the text is neither a link nor a query.
    EvidenceError
        If the data has a fault.

    Examples
    --------
    >>> import geo
    >>> view = geo.open_view("v=1&auth=9307&lang=en")
    >>> view.places[["place", "role", "sources"]].head(1)
           place        role  sources
    9307/lima/deployment/2024-11-04..2024-11-24  Lima  deployment        5
    """
    from geo import paths  # noqa: PLC0415 - `import geo` alone costs nothing
    from geo.export.opened_view import open_view as read  # noqa: PLC0415

    folder = Path(evidence) if evidence else paths.evidence_directory()
    return read(link_or_query, evidence=folder, atlas=paths.ATLAS, base_url=paths.configured_address())
