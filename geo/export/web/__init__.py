"""Pages outside the app: the offline page, the standalone map, the static site, and the frame that embeds a view."""
