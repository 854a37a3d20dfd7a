"""Figures and tables as files: a module a format, with the function that writes a view; and what files say of themselves."""
