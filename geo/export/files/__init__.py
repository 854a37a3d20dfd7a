"""Figures and tables as files: a module for each format, and the metadata of files."""
