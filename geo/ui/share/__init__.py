"""The drawer that shares a view: link, files, citations, and the frame that embeds it."""
