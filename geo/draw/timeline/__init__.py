"""The axis of the timelines: the page and the figures draw their own bars along it."""
