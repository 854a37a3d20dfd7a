"""Figures as files: their fonts, their metadata, and that the same figure is the same file."""

import base64
import hashlib
import io
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from geo.atlas import Atlas
from geo.draw.figure import Face, draw_figure
from geo.evidence import Evidence
from geo.export import FigureOptions, FigureSize, make_figure, parse_size
from geo.view import make_context, start_state

ROOT = Path(__file__).resolve().parents[3]
SVG = "{http://www.w3.org/2000/svg}"
TITLE = (
    "Dónde se autorizó el ingreso de fuerzas de EE. UU. al Perú: Entrenamiento 2023 (1 de junio – 31 de diciembre de 2023) y "
    "APEC 2024 (4–24 de noviembre de 2024)"
)
AGAIN = """
import hashlib
from pathlib import Path
from geo.atlas import load_atlas
from geo.evidence import load_evidence
from geo.export import FigureOptions, make_figure, parse_size
from geo.view import make_context, start_state
evidence, atlas = load_evidence(Path("tests/evidence_1_0")), load_atlas(Path("data/atlas"))
context = make_context(evidence, atlas, start_state(evidence, "es"), base_url="https://example.org/ingreso/")
for kind in ("svg", "pdf", "png"):
    print(hashlib.sha256(make_figure(context, FigureOptions(kind, parse_size("a4")))).hexdigest())
"""


def run(*command: str) -> str:
    """Run a command and return what it says; the test set-up installs the programs."""
    assert shutil.which(command[0]), f"{command[0]} is not installed: make test does it"
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout  # noqa: S603


@pytest.fixture
def pdf(files: dict[str, bytes], tmp_path: Path) -> Path:
    """Write the PDF to a file."""
    path = tmp_path / "figure.pdf"
    path.write_bytes(files["pdf"])
    return path


def test_another_process_makes_the_same_bytes(files: dict[str, bytes]) -> None:
    """No clock, no hash of the process and no order of a table gets into a file."""
    hashes = [hashlib.sha256(files[format_]).hexdigest() for format_ in ("svg", "pdf", "png")]
    assert run(sys.executable, "-c", AGAIN).split() == hashes


def test_other_threads_make_the_same_bytes(evidence: Evidence, atlas: Atlas, files: dict[str, bytes]) -> None:
    """Figures are made on the threads of downloads, several at a time."""
    context = make_context(evidence, atlas, start_state(evidence, "es"), base_url="https://example.org/ingreso/")
    jobs = [FigureOptions(format_, parse_size("a4")) for format_ in ("pdf", "svg", "png", "pdf")]
    with ThreadPoolExecutor(max_workers=3) as pool:
        made = list(pool.map(lambda job: make_figure(context, job), jobs))
    assert made == [files[job.format] for job in jobs]


def test_the_svg_is_whole_in_itself(files: dict[str, bytes]) -> None:
    """It is XML with a title, a description and a role, and loads nothing from outside."""
    root = ET.fromstring(files["svg"])  # noqa: S314 - our own file
    assert (root.tag, root.get("role"), root.get("lang")) == (f"{SVG}svg", "img", "es")
    assert (root.get("width"), root.get("height")) == ("210mm", "297mm")
    assert root.findtext(f"{SVG}title") == TITLE
    assert "Pisco" in (root.findtext(f"{SVG}desc") or "")
    text = files["svg"].decode()
    assert re.findall(r'src=|href="(?!https://example\.org/ingreso/)|url\((?!"data:)', text) == []
    assert "<script" not in text


def test_the_svg_carries_every_letter_that_it_uses(evidence: Evidence, atlas: Atlas, files: dict[str, bytes]) -> None:
    """Each face is embedded as a font that has all of its letters on the sheet, and its licence."""
    context = make_context(evidence, atlas, start_state(evidence, "es"), base_url="https://example.org/ingreso/")
    figure = draw_figure(context, parse_size("a4"))
    rules = re.findall(
        r'font-family:"([^"]+)";font-weight:(\d+);font-style:(\w+);src:url\("data:font/woff;base64,([^"]+)"',
        files["svg"].decode(),
    )
    fonts = {(family, int(weight), style == "italic"): data for family, weight, style, data in rules}
    used = figure.letters()
    assert fonts.keys() == {(face.family, face.weight, face.italic) for face in used}
    for face, letters in used.items():
        font = TTFont(io.BytesIO(base64.b64decode(fonts[face.family, face.weight, face.italic])))
        assert letters <= {chr(code) for code in font.getBestCmap()}
        assert "Open Font License" in font["name"].getDebugName(13)


def test_every_letter_of_the_words_is_in_the_faces(evidence: Evidence, atlas: Atlas) -> None:
    """No face lacks a letter that it has to show: renderers drop it without a word."""
    for language in ("en", "es"):
        figure = draw_figure(make_context(evidence, atlas, start_state(evidence, language)), parse_size("a4"))
        missing = {face.file: letters - known(face) for face, letters in figure.letters().items()}
        assert missing == dict.fromkeys(missing, frozenset())


def known(face: Face) -> frozenset[str]:
    """Return the characters of a face."""
    return frozenset(map(chr, TTFont(io.BytesIO(face.data)).getBestCmap()))


def test_the_pdf_holds_real_text_in_embedded_fonts(pdf: Path) -> None:
    """Its text can be read out with accents, and every font is embedded, as a subset, with its Unicode."""
    said = run("pdftotext", "-layout", str(pdf), "-")
    for words in ("Dónde se autorizó el ingreso de fuerzas de EE. UU. al Perú", "Huánuco", "Océano Pacífico", "CC BY 3.0 IGO"):
        assert words in said
    fonts = run("pdffonts", str(pdf)).splitlines()[2:]
    assert len(fonts) == 4
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def test_the_pdf_is_sound(pdf: Path) -> None:
    """Qpdf finds no error, and the page has the size of the paper."""
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", str(pdf))
    assert "595.276 x 841.89 pts (A4)" in run("pdfinfo", str(pdf))


def test_the_pdf_says_what_it_is(files: dict[str, bytes]) -> None:
    """Title, subject, language and XMP are there; a date is not."""
    reader = PdfReader(io.BytesIO(files["pdf"]))
    assert reader.metadata is not None
    assert reader.metadata.title == TITLE
    assert "Iquitos, Pucusana y Santa Lucía" in (reader.metadata.subject or "")
    assert reader.metadata.creation_date is None
    assert reader.root_object["/Lang"] == "es"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": TITLE}


def test_the_png_says_what_it_is(files: dict[str, bytes], evidence: Evidence) -> None:
    """It has its resolution, title, description, licence and link, and as many pixels as the paper has at 150 to the inch."""
    image = Image.open(io.BytesIO(files["png"]))
    image.load()
    assert image.size == (1240, 1754)
    assert [round(value) for value in image.info["dpi"]] == [150, 150]
    assert image.text["Title"] == TITLE
    assert "Chiclayo y Pisco" in image.text["Description"]
    assert image.text["Author"] == "Ingreso"
    assert evidence.licences[0].path in image.text["Copyright"]
    assert image.text["URL"].startswith("https://example.org/ingreso/?v=1&auth=")


def test_resolution_is_of_pixels_alone(evidence: Evidence, atlas: Atlas) -> None:
    """With twice the dots to the inch a PNG has twice the pixels a side."""
    state = start_state(evidence, "en")
    for dpi, size in ((48, (160, 240)), (96, (320, 480)), (192, (640, 960))):
        made = make_figure(make_context(evidence, atlas, state), FigureOptions("png", FigureSize(320, 480), dpi))
        assert Image.open(io.BytesIO(made)).size == size


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"format": "gif"}, "format: expected one of png, svg, pdf, found 'gif'"),
        ({"format": "svg", "theme": "sepia"}, "theme: expected one of light, dark, found 'sepia'"),
        ({"format": "png", "dpi": 35}, "dpi: expected 36 to 600, found 35"),
        ({"format": "png", "dpi": 601}, "dpi: expected 36 to 600, found 601"),
        ({"format": "png", "size": FigureSize(4000, 4000)}, None),
        ({"format": "png", "size": FigureSize(4000, 4000), "dpi": 300}, "expected at most 40000000 pixels, found 156250000"),
    ],
)
def test_options_out_of_bounds_are_refused(options: dict[str, object], message: str | None) -> None:
    """The error says what was expected and what was found."""
    size = options.pop("size", parse_size("square"))
    if message is None:
        assert FigureOptions(size=size, **options).size == size
        return
    with pytest.raises(ValueError, match=message):
        FigureOptions(size=size, **options)


def test_the_link_is_the_query_alone_without_an_address(evidence: Evidence, atlas: Atlas) -> None:
    """Where the page has no address, the figure prints what comes behind it."""
    figure = draw_figure(make_context(evidence, atlas, start_state(evidence, "en")), parse_size("a4"))
    said = "".join(run.text for text in figure.texts for run in text.runs)
    assert "v=1&auth=31758,9307&" in said
    assert "http" not in said
    assert "?v=1" not in said
