"""The folium map, its configuration, the layer of a view, and in ``scripts`` the code that draws them in the browser."""
