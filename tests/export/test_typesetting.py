"""Figures through Typst: what their PDF says to those who hear it, and which fonts it may use."""

import dataclasses
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from geo.atlas import Atlas
from geo.draw.figure import FACES, draw_figure, parse_size
from geo.evidence import Evidence
from geo.export import typesetting
from geo.view import make_context, start_state


def test_the_pdf_is_for_those_who_hear_it(files: dict[str, bytes]) -> None:
    """It says that it is PDF/UA-1, is tagged, and the drawing is one figure with the alternative text."""
    root = PdfReader(io.BytesIO(files["pdf"])).root_object
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - an object of pypdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    figure = root["/StructTreeRoot"]["/K"][0].get_object()["/K"][0].get_object()
    assert figure["/S"] == "/Figure"
    assert "Iquitos, Pucusana y Santa Lucía" in figure["/Alt"]


def test_author_and_keywords_are_those_of_the_data(files: dict[str, bytes], evidence: Evidence) -> None:
    """Who finds the file by its properties finds acts, version and licence of the data, not of the fonts."""
    metadata = PdfReader(io.BytesIO(files["pdf"])).metadata
    assert metadata is not None
    assert metadata.author == "Ingreso"
    for word in ("APEC 2024", evidence.version, evidence.licences[0].path):
        assert word in str(metadata.keywords)
    assert "Font" not in str(metadata.keywords)


def test_markup_in_a_text_stays_text(evidence: Evidence, atlas: Atlas) -> None:
    """What Typst would run in a document is shown in a title and a description as it stands."""
    hostile = '#panic("no") $x$ @ref *b* \\ " #include "/etc/passwd"'
    figure = dataclasses.replace(
        draw_figure(make_context(evidence, atlas, start_state(evidence, "en")), parse_size("square")),
        title=hostile,
        description=hostile,
    )
    metadata = PdfReader(io.BytesIO(typesetting.to_pdf(figure))).metadata
    assert metadata is not None
    assert (metadata.title, metadata.subject) == (hostile, hostile)


def test_fonts_are_those_of_figures_and_no_others() -> None:
    """The folder that Typst reads holds the four faces alone."""
    (folder,) = typesetting.font_folders()
    assert {path.resolve() for path in Path(folder).iterdir()} == {Path(face.path).resolve() for face in FACES}


def test_without_a_place_to_write_the_packages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure needs no writable disk."""

    def refuse(**_: object) -> str:
        raise PermissionError

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    assert typesetting.font_folders() == sorted({str(Path(face.path).parent) for face in FACES})
