"""Pages that leave the app: the saved page, the map that stands by itself, the markup that embeds a view."""
