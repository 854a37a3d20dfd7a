"""The commands of ``python -m geo``: files of a view (``views``), the evidence (``evidence``), places (``geocode``)."""
