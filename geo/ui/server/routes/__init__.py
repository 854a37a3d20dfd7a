"""The addresses beside the page: files of the map, figures, files of a view, the data, ``robots.txt`` and the like."""
