"""The parts of the page around the view: header, search, filters, map, legend, detail, timeline, notices."""
