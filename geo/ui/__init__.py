"""The panels of the page: each takes values and shows them; each change that a reader makes becomes a new view."""
