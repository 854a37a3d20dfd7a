"""The record of a format."""

from geo.export import FigureFormat, FileFormat


def test_a_record_has_its_fields() -> None:
    """The value is the ending; each format has the function that writes it."""
    assert (FileFormat.CSV, FileFormat.CSV.label, FileFormat.CSV.media_type) == ("csv", "CSV", "text/csv")
    assert FigureFormat.PDF.content == "map"
    assert all(callable(member.write) for member in (*FileFormat, *FigureFormat))
    assert all(kind.about for kind in (*FileFormat, *FigureFormat))
