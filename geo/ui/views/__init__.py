"""The views beside the map: comparison, facts, sources, table, about. ``choice`` has the list of them."""
