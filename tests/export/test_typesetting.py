"""Figures through Typst: what their PDF says to those who hear it, and which fonts it may use."""

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from geo.atlas import Atlas
from geo.draw.figure import FACES, FALLBACKS, draw_figure, parse_size
from geo.draw.figure.svg import Picture
from geo.evidence import Evidence
from geo.export import typesetting
from geo.view import make_context, start_state


def test_the_pdf_is_for_those_who_hear_it(files: dict[str, bytes]) -> None:
    """It says that it is PDF/UA-1, and is tagged; its description tells the places."""
    root = PdfReader(io.BytesIO(files["pdf"])).root_object
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - an object of pypdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()


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
    figure = replace(
        draw_figure(make_context(evidence, atlas, start_state(evidence, "en")), parse_size("square")),
        title=hostile,
        description=hostile,
    )
    metadata = PdfReader(io.BytesIO(typesetting.to_pdf(figure))).metadata
    assert metadata is not None
    assert (metadata.title, metadata.subject) == (hostile, hostile)


@pytest.fixture
def fonts() -> Iterator[Callable[[], set[Path]]]:
    """Return a function that has the fonts read anew and says which files Typst knows."""
    read = typesetting._fonts  # noqa: SLF001 - what Typst is given

    def paths() -> set[Path]:
        read.cache_clear()
        return {Path(font.path).resolve() for font in read().fonts()}

    yield paths
    read.cache_clear()


def test_fonts_are_those_of_figures_and_no_others(
    fonts: Callable[[], set[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typst knows the faces and their fallbacks alone, and the folder that it read them from is gone."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert fonts() == {Path(face.path).resolve() for face in (*FACES, *FALLBACKS)}
    assert list(tmp_path.iterdir()) == []


def test_without_a_place_to_write_the_packages_are_read(
    fonts: Callable[[], set[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure needs no writable disk."""

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    assert fonts() > {Path(face.path).resolve() for face in (*FACES, *FALLBACKS)}


SOAK = """
import resource
from dataclasses import replace
from pathlib import Path
from geo.atlas import load_atlas
from geo.evidence import load_evidence
from geo.export import make_figure, read_options
from geo.view import Viewport, make_context, start_state

resource.setrlimit(resource.RLIMIT_DATA, (420 * 2**20, 420 * 2**20))
evidence, atlas = load_evidence(Path("tests/evidence_1_0")), load_atlas(Path("data/atlas"))
for number in range(12):
    state = replace(start_state(evidence, "en"), at=Viewport(-9 - number / 100, -75.0, 5.0))
    make_figure(make_context(evidence, atlas, state), read_options("png", dpi="300"))
"""


def test_typst_keeps_no_pages() -> None:
    """Twelve pictures of an A4 sheet fit into 420 MiB: if this fails, Typst's memo is no longer emptied after each."""
    project = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", SOAK], cwd=project, check=True, timeout=120)  # noqa: S603 - our own


def test_every_sheet_is_a_page(evidence: Evidence, atlas: Atlas) -> None:
    """Each with its own map, which has its words."""
    first = draw_figure(make_context(evidence, atlas, start_state(evidence, "en")), parse_size("a4"))
    alone = replace(start_state(evidence, "en"), authorisations=("9307",))
    second = draw_figure(make_context(evidence, atlas, alone), parse_size("a4"))
    document = PdfReader(io.BytesIO(typesetting.to_pdf(first, second)))
    assert len(document.pages) == 2
    parts = [kid.get_object() for kid in document.root_object["/StructTreeRoot"]["/K"][0].get_object()["/K"]]
    pictures = [item.alternative for sheet in (first, second) for item in sheet.items if isinstance(item, Picture)]
    assert [part["/Alt"] for part in parts if part["/S"] == "/Figure"] == pictures
