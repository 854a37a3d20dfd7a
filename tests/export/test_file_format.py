"""The record of a format."""

from geo.export import FigureFormat, FileFormat


def test_a_record_has_its_fields() -> None:
    """The value is the ending; a figure's format has no function that writes data."""
    assert (FileFormat.CSV, FileFormat.CSV.label, FileFormat.CSV.media_type) == ("csv", "CSV", "text/csv")
    assert FigureFormat.PDF.content == "map"
    assert not hasattr(FigureFormat.PDF, "write")
    assert all(kind.about for kind in (*FileFormat, *FigureFormat))
