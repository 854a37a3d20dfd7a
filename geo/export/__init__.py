"""What leaves the app: files of a view."""

from geo.export.formats import FileFormat, describe, file_name, make_file

__all__ = ["FileFormat", "describe", "file_name", "make_file"]
