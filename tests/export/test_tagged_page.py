"""The order in which a PDF is heard, and the link in it that can be clicked."""

import io
import subprocess
from dataclasses import replace

import pytest
from pypdf import PdfReader

from geo.atlas import Atlas
from geo.draw.figure import draw_figure, parse_size
from geo.evidence import Evidence
from geo.export.typesetting import to_pdf, to_png
from geo.view import make_context, start_state

ORDER = (
    "H1",
    "Dónde se autorizó el ingreso",
    "Entrenamiento 2023, 1 de junio",
    "Autorizado no es desplegado",
    "Mencionado en Entrenamiento",
    "Figure",
    "Océano Pacífico",
    "Función en que se menciona",
    "Figure",
    "Fuentes",
    "Afirmaciones: Creative Commons",
    "Link",
    "https://example.org/ingreso/?v=1",
)
"""Title, headline, caution, legend, map, filters, timeline, sources, credit, link."""


@pytest.fixture(scope="module")
def structure(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the tags of the PDF and their texts, in the order in which they are heard."""
    path = tmp_path_factory.mktemp("pdf") / "figure.pdf"
    path.write_bytes(files["pdf"])
    return subprocess.run(  # noqa: S603 - a program of the test set-up
        ["pdfinfo", "-struct-text", str(path)],  # noqa: S607
        check=True,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    ).stdout


def test_the_page_is_heard_in_its_order(structure: str) -> None:
    """From the title to the link: each part comes after the one before it."""
    at = 0
    for part in ORDER:
        at = structure.find(part, at)
        assert at >= 0, f"{part} is missing, or heard too early"


def test_a_broken_text_is_one_paragraph(structure: str) -> None:
    """The lines of a paragraph are heard as one, with a space between two words and none within a link."""
    legend = structure[structure.index('"Región que solo contiene') :]
    assert legend.splitlines()[1].strip() == '"una localidad mencionada"'


def test_map_and_timeline_say_what_they_show(files: dict[str, bytes]) -> None:
    """Each has an alternative text of its own."""
    document = PdfReader(io.BytesIO(files["pdf"])).root_object["/StructTreeRoot"]["/K"][0].get_object()
    figures = [kid.get_object() for kid in document["/K"]]
    told = [figure["/Alt"] for figure in figures if figure["/S"] == "/Figure"]
    assert [text.split()[0] for text in told] == ["Mapa", "Línea"]
    assert "Iquitos, Pucusana y Santa Lucía" in told[0]
    assert "Resolución Legislativa 31758" in told[1]


def test_the_link_can_be_clicked(files: dict[str, bytes]) -> None:
    """Each of its lines leads to the view, over its whole height; so does the name of the project."""
    page = PdfReader(io.BytesIO(files["pdf"])).pages[0]
    links = [note.get_object() for note in page["/Annots"]]
    assert len(links) >= 2
    for link in links:
        left, bottom, right, top = link["/Rect"]
        assert link["/A"]["/URI"].startswith("https://example.org/ingreso/?v=1&auth=31758,9307&")
        assert right - left > 10
        assert top - bottom > 5


@pytest.mark.parametrize(
    "name", ["Πίσκο Ґ ẹ̀", "בוקה", "بوكوسانا", "लीमा", "ซานตา"], ids=["Greek", "Hebrew", "Arabic", "Hindi", "Thai"]
)
def test_other_scripts_are_typeset(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """Names of places and acts, on the map too, do not stop a PDF, and are in it as text."""
    places = {**evidence.places, "pisco": replace(evidence.places["pisco"], name=name)}
    acts = {key: replace(act, short_en=f"{name} {act.short_en}") for key, act in evidence.authorisations.items()}
    strange = replace(evidence, places=places, authorisations=acts)
    figure = draw_figure(make_context(strange, atlas, start_state(strange, "en")), parse_size("square"))
    assert to_pdf(figure).startswith(b"%PDF")
    assert to_png(figure, 48).startswith(b"\x89PNG")
