"""The addresses beside the page: what the map is made of, figures, files and data, what machines ask for."""
