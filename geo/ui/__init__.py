"""The page and its server. A panel takes values and shows them; each change that a reader makes becomes a new view."""
